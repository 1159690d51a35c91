"""Lines between people: which is a unit, how high it stands, and which path it means."""

from __future__ import annotations

import pytest

from attendance.rules import unit_names
from attendance.rules.unit_names import Height, Line


@pytest.mark.parametrize(
    ("name", "height"),
    [
        ("DINAS PENDIDIKAN", Height.TOP),
        ("Sekretariat  Daerah", Height.TOP),
        ("SEKRETARIAT", Height.PART),
        ("SEKRETARIAT DPRD", Height.TOP),
        ("Bag. Umum", Height.PART),
        ("SUBBAGIAN UMUM", Height.SMALL),
        ("Sub Bagian Umum", Height.SMALL),
        ("SUBROTO", Height.UNKNOWN),
        ("DINASTI", Height.UNKNOWN),
        ("DISDUKCAPIL", Height.TOP),
        ("BUDI KARANGAN", Height.UNKNOWN),
    ],
)
def test_how_high_a_unit_stands(name: str, height: Height) -> None:
    assert unit_names.height(name) is height


@pytest.mark.parametrize(
    ("line", "group"),
    [
        ("GOLONGAN III", True),
        ("Pembina (IV/a)", True),
        ("JABATAN FUNGSIONAL", True),
        ("KEPALA DINAS", True),
        ("STAF", True),
        ("STAF AHLI WALI KOTA", False),
        ("*) sumber: BKPSDM", True),
        ("Jl. Mawar 1", True),
        ("PEMERINTAH KOTA CONTOH", True),
        ("TK PEMBINA", False),
        ("BIDANG PEMBINAAN SMP", False),
        ("RUMPUN KHUSUS", False),
    ],
)
def test_a_line_that_groups_people_is_no_unit(line: str, group: bool) -> None:
    assert unit_names.is_group(line) is group


def path(*lines: str, title: str = "", otherwise: str = "") -> str:
    found = unit_names.path(
        [Line(line.removeprefix("UNIT KERJA : "), line.startswith("UNIT KERJA")) for line in lines],
        tuple(filter(None, title.split(" / "))),
        tuple(filter(None, otherwise.split(" / "))),
    )
    return " / ".join(found)


@pytest.mark.parametrize(
    ("lines", "unit"),
    [
        ((), ""),
        (("DINAS A",), "DINAS A"),
        (("DINAS A", "DINAS B"), "DINAS B"),
        (("DINAS A", "SEKRETARIAT", "SUBBAGIAN UMUM"), "DINAS A / SEKRETARIAT / SUBBAGIAN UMUM"),
        (("DINAS A", "SEKRETARIAT", "SUBBAGIAN UMUM", "BIDANG X"), "DINAS A / BIDANG X"),
        (("I. DINAS A", "II. BAGIAN UMUM"), "BAGIAN UMUM"),
        (("I. DINAS A", "A. Rumpun Satu", "B. Rumpun Dua"), "DINAS A / Rumpun Dua"),
        (("H. BAPPEDA", "I. RUMPUN"), "RUMPUN"),
        (("I. DINAS A", "a. Rumpun", "1. Kelompok"), "DINAS A / Rumpun / Kelompok"),
        (("A. DINAS A", "1. BIDANG X", "B. DINAS B"), "DINAS B"),
        (("Rumpun", "DINAS A"), "DINAS A"),
        (("DINAS A (12 orang)",), "DINAS A"),
        (("DINAS A: 12 orang",), "DINAS A"),
    ],
)
def test_the_last_line_stands_under_those_that_are_higher(lines: tuple[str, ...], unit: str) -> None:
    assert path(*lines) == unit


@pytest.mark.parametrize(
    ("line", "title", "otherwise", "unit"),
    [
        ("BIDANG X", "DINAS A", "", "DINAS A / BIDANG X"),
        ("DINAS B", "DINAS A", "", "DINAS B"),
        ("DINAS A", "DINAS A", "", "DINAS A"),
        ("BAGIAN UMUM", "SETDA / BAGIAN UMUM", "", "SETDA / BAGIAN UMUM"),
        ("BAGIAN HUKUM", "BAGIAN UMUM", "", "BAGIAN HUKUM"),
        ("SUBBAGIAN X", "BAGIAN UMUM", "", "BAGIAN UMUM / SUBBAGIAN X"),
        ("RUMPUN", "DINAS A", "", "DINAS A / RUMPUN"),
        ("UNIT KERJA : Rumpun", "DINAS A", "", "Rumpun"),
        ("BIDANG X", "Kantor Rumpun", "", "Kantor Rumpun / BIDANG X"),
        ("BIDANG X", "Rumpun", "", "Rumpun / BIDANG X"),
        ("BIDANG X", "", "DINAS A", "DINAS A / BIDANG X"),
        ("RUMPUN", "", "DINAS A", "RUMPUN"),
        ("DINAS B", "", "DINAS A", "DINAS B"),
    ],
)
def test_a_part_stands_under_the_unit_of_the_sheet(line: str, title: str, otherwise: str, unit: str) -> None:
    assert path(line, title=title, otherwise=otherwise) == unit


def test_what_many_units_have_says_nothing_alone() -> None:
    homeless = ["SEKRETARIAT", "Bidang Mutasi", "SUBBAGIAN UMUM", "SEKSI A", "TATA USAHA"]
    assert all(map(unit_names.homeless, homeless))
    assert not any(map(unit_names.homeless, ["SEKRETARIAT DAERAH", "BAGIAN UMUM", "DINAS A", "UPTD X"]))
