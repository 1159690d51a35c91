"""The sample office says what it promises: counted from its files alone, without the program."""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

SAMPLES = Path(__file__).parents[2] / "samples"
FOLDER = SAMPLES / "medan-2019"
sys.path.insert(0, str(SAMPLES))

import medan_2019  # noqa: E402
import medan_recount  # noqa: E402

MONDAY, TUESDAY, WEDNESDAY, FRIDAY = medan_recount.DAYS
UNSIGNED = {"Bagian Umum", "Bagian Tata Pemerintahan"}


@pytest.fixture(scope="module")
def count() -> medan_recount.Count:
    return medan_recount.read(FOLDER)


@pytest.fixture(scope="module")
def figures(count: medan_recount.Count) -> dict[str, Any]:
    return medan_recount.tally(count)


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    return json.loads((FOLDER / "expected" / "angka.json").read_text(encoding="utf-8"))


def test_the_files_give_the_published_totals(figures: dict[str, Any]) -> None:
    assert figures["total"] == {
        "tidak_apel_pagi": 273,
        "tanpa_keterangan": 64,
        "cuti": 8,
        "izin": 21,
        "sakit": 5,
        "tugas_luar": 16,
        "tugas_belajar": 0,
        "terlambat": 214,
        "pulang_cepat": 152,
    }
    assert figures["jumlah_asn"] == 700
    assert 199 <= figures["rata_rata_hadir_apel"] <= 202
    assert len(set(figures["hadir_apel_per_hari"].values())) == 4


def test_the_files_give_the_published_figures_of_the_units(figures: dict[str, Any]) -> None:
    units = {row["unit"]: row for row in figures["per_unit"] if row["disahkan"]}

    def told(column: str, *names: str) -> tuple[list[int], int, int]:
        rest = [row[column] for name, row in units.items() if name not in names]
        return [units[name][column] for name in names], min(rest), max(rest)

    assert told("tidak_apel_pagi", "Inspektorat", "BPKAD", "BKD&PSDM", "Bagian Agama")[0] == [54, 52, 47, 3]
    assert told("tidak_apel_pagi", "Inspektorat", "BPKAD", "BKD&PSDM", "Bagian Agama")[1] >= 4
    assert told("tidak_apel_pagi", "Inspektorat", "BPKAD", "BKD&PSDM", "Bagian Agama")[2] <= 46
    assert told("tanpa_keterangan", "Inspektorat", "BPKAD", "Bappeda", "BKD&PSDM")[0] == [12, 11, 11, 9]
    assert told("tanpa_keterangan", "Inspektorat", "BPKAD", "Bappeda", "BKD&PSDM")[2] <= 8
    assert told("pulang_cepat", "Inspektorat", "BKD&PSDM", "BPKAD")[0] == [44, 19, 16]
    assert told("pulang_cepat", "Inspektorat", "BKD&PSDM", "BPKAD")[2] <= 15


def test_the_files_do_not_contradict_each_other(count: medan_recount.Count) -> None:
    assert medan_recount.contradictions(count) == []


def test_the_expectation_is_what_the_files_say(count: medan_recount.Count) -> None:
    assert medan_recount.differences(FOLDER) == []


def test_two_units_have_not_reported(count: medan_recount.Count) -> None:
    assert set(count.unit.values()) - set(count.signed) == UNSIGNED
    sent = {count.unit[nip] for nip in count.roll}
    assert set(count.unit.values()) - sent == {"Bagian Tata Pemerintahan"}
    assert len(list((FOLDER / "absensi").iterdir())) == len(sent) == 25
    assert 60 <= sum(unit in UNSIGNED for unit in count.unit.values()) <= 80


def test_the_roster_holds_the_people_it_promises(count: medan_recount.Count) -> None:
    assert Counter(count.status.values()) == {"PNS": 680, "CPNS": 20}
    twice = [name for name, times in Counter(count.name.values()).items() if times > 1]
    assert twice == ["RIZKY RAMADHAN, S.E."]
    namesakes = [nip for nip, name in count.name.items() if name in twice]
    assert len({count.unit[nip] for nip in namesakes}) == 1
    assert len({nip[-3:] for nip in namesakes}) == 2
    assert sum(" " not in name for name in count.name.values()) >= 5


@pytest.mark.parametrize(
    ("case", "day", "place", "clock", "late", "early"),
    [
        ("tiba tepat 07:30:59, tidak terlambat", TUESDAY, 0, "07:30:59", False, False),
        ("tiba tepat 07:31:00, terlambat", TUESDAY, 0, "07:31:00", True, False),
        ("pulang tepat 16:00:00 hari Selasa, tidak pulang cepat", TUESDAY, -1, "16:00:00", False, False),
        ("pulang 15:59:59 hari Rabu, pulang cepat", WEDNESDAY, -1, "15:59:59", False, True),
        ("pulang tepat 16:30:00 hari Jumat, tidak pulang cepat", FRIDAY, -1, "16:30:00", False, False),
        ("pulang 16:29:59 hari Jumat, pulang cepat", FRIDAY, -1, "16:29:59", False, True),
        ("rekaman kedua 59 menit 59 detik kemudian, pulang cepat", MONDAY, -1, "08:09:59", False, True),
        ("tiba 15:00, pulang tepat 60 menit kemudian, terlambat saja", WEDNESDAY, -1, "16:00:00", True, False),
        ("rekaman 04:41 belum masuk hari kerja, terlambat", TUESDAY, 0, "04:41:10", True, False),
    ],
)
def test_people_stand_exactly_on_the_limits(
    count: medan_recount.Count,
    expected: dict[str, Any],
    case: str,
    day: date,
    place: int,
    clock: str,
    late: bool,
    early: bool,
) -> None:
    nip = expected["kasus_tepi"][case]
    assert f"{sorted(count.scans[nip][day])[place]:%H:%M:%S}" == clock
    facts = medan_recount._facts(count, nip)
    assert ("terlambat" in facts, "pulang_cepat" in facts) == (late, early)


def test_people_stand_on_both_sides_of_the_list(count: medan_recount.Count, expected: dict[str, Any]) -> None:
    def cases(words: str) -> list[str]:
        return [nip for case, nip in expected["kasus_tepi"].items() if words in case]

    listed = set(expected["nip_tidak_apel_pagi"])
    assert len(cases("3 TK 1 surat")) == 4
    assert listed >= {*cases("3 TK 1 surat"), *cases("senama"), *cases("tidak ada satu rekaman pun")}
    assert listed.isdisjoint([*cases("2 TK 2 surat"), *cases("hadir tepat 1 kali")])
    assert all(len(count.letters[nip]) == 2 for nip in cases("2 TK 2 surat"))
    assert all(nip not in count.scans for nip in cases("tidak ada satu rekaman pun"))


def test_nyepi_is_a_holiday_and_the_election_day_too() -> None:
    days = medan_recount.calendar(FOLDER)
    assert days[date(2019, 3, 7)] == ("libur", "Hari Raya Nyepi, Tahun Baru Saka 1941")
    assert Counter(kind for kind, _ in days.values()) == {"libur": 17, "cuti-bersama": 4}
    holidays = pytest.importorskip("holidays")
    listed = holidays.Indonesia(years=2019, categories=("public", "government"))
    assert set(days) == set(listed)


def test_making_it_again_gives_the_same_cells(tmp_path: Path) -> None:
    medan_2019.generate(tmp_path)
    made, kept = (sorted(path.relative_to(each) for path in each.rglob("*.*")) for each in (tmp_path, FOLDER))
    kept.remove(Path("config.toml"))  # the office's own configuration is written by hand
    assert made == kept
    for path in kept:
        assert _content(tmp_path / path) == _content(FOLDER / path), path


def _content(path: Path) -> object:
    """The cells of a workbook, the text of any other file."""
    if path.suffix != ".xlsx":
        return path.read_bytes()
    book = load_workbook(path)
    return {sheet.title: [row for row in sheet.iter_rows(values_only=True) if any(row)] for sheet in book}
