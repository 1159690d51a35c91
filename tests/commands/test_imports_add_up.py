"""Every import: each row accounted for, the same file again says nothing new, any order, and undo brings all back."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office_acts import adds_up, answers, journal, rows
from officer import Apel

ANI, BUDI, CICI, DODI = (f"19850101201001{1}{number:03d}" for number in range(1, 5))
STRANGER = "198501012010011077"


def roster_of(*people: str) -> str:
    return "\n".join(["NIP;NAMA;UNIT KERJA", *people])


def marks_of(*lines: str) -> str:
    return "\n".join(["NIP;TANGGAL;KODE", *lines])


def scans_of(*scans: tuple[int, str]) -> str:
    return "\n".join(f"{pin:>9}\t{at}\t1\t255\t1\t0" for pin, at in scans)


FILES: dict[str, tuple[str, list[str]]] = {
    "daftar.csv": (
        roster_of(f"{ANI};ANI;SATU", f"{BUDI};BUDI;SATU", f"{CICI};CICI;DUA", f"{DODI};DODI;DUA"),
        ["staff", "import", "FILE", "--from", "2026-01-01"],
    ),
    "absen_satu.csv": (
        marks_of(*rows([ANI, BUDI], "H TK TK T", "TK TK TK TK")),
        ["roll", "import", "FILE", "--kind", "apel-pagi"],
    ),
    "absen_dua.csv": (
        marks_of(*rows([CICI, DODI, STRANGER], "H H H H", "I . TK TK", "H H H H")),
        ["roll", "import", "FILE", "--kind", "apel-pagi"],
    ),
    "surat.csv": (
        f"NIP;JENIS;MULAI;SELESAI;NOMOR\n{BUDI};S;2026-03-03;2026-03-04;RS/1\n{DODI};CT;2026-03-10;2026-03-12;800/2",
        ["leave", "import", "FILE"],
    ),
    "hari.csv": (
        "TANGGAL;JENIS;NAMA;SUMBER\n2026-03-05;lokal;Hari Jadi;Perda 1\n2026-03-09;tanpa-apel;Hujan;Nota",
        ["calendar", "import", "FILE"],
    ),
    "1_attlog.dat": (
        scans_of((1, "2026-03-02 07:20:00"), (1, "2026-03-02 16:10:00"), (9, "2026-03-03 07:31:00")),
        ["scan", "import", "FILE", "--device", "Mesin"],
    ),
}
CLOSED = [("2026-03-02..2026-03-06", kind) for kind in ("apel-pagi", "kerja")]


def take(apel: Apel, name: str) -> dict[str, Any]:
    text, words = FILES[name]
    (apel.folder / name).write_text(text + "\n", encoding="utf-8")
    told: dict[str, Any] = apel.json(*(str(apel.folder / name) if word == "FILE" else word for word in words))
    assert adds_up(told), (name, told)
    return told


def office(template: Path, folder: Path, names: Sequence[str]) -> Apel:
    """An office that got these files in this order, and then all signatures."""
    apel = Apel(Path(shutil.copyfile(template, folder / "apel.db")), folder)
    for name in names:
        take(apel, name)
    if "daftar.csv" in names:
        apel("scan", "link", 1, ANI, "--device", "Mesin")
        for period, kind in CLOSED:
            apel("roll", "close", period, "--kind", kind, "--all", "--signed-by", "KEPALA")
    return apel


class Answers(dict[str, Any]):
    """Answers that are shown in short, as hypothesis wants to."""

    def __repr__(self) -> str:
        return "<answers>"


@pytest.fixture(scope="session")
def usual(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """The answers of the office that got its files in the usual order."""
    return Answers(answers(office(template, tmp_path_factory.mktemp("usual"), list(FILES))))


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(list(FILES)))
def test_the_order_of_the_files_does_not_matter(
    template: Path, tmp_path_factory: pytest.TempPathFactory, usual: Answers, order: list[str]
) -> None:
    assert answers(office(template, tmp_path_factory.mktemp("order"), order)) == usual


def test_the_roster_last(template: Path, tmp_path: Path, usual: Answers) -> None:
    """All that was parked finds its people."""
    assert (
        answers(office(template, tmp_path, [name for name in FILES if name != "daftar.csv"] + ["daftar.csv"])) == usual
    )
    assert usual["nips"] == [{"nip": STRANGER, "count": 4, "first": "2026-03-02", "last": "2026-03-05"}]
    assert [one["pin"] for one in usual["pins"]["pins"]] == ["9"]


@pytest.mark.parametrize("name", FILES)
def test_the_same_file_again_says_nothing_new(template: Path, tmp_path: Path, name: str) -> None:
    apel = Apel(Path(shutil.copyfile(template, tmp_path / "apel.db")), tmp_path)
    for other in FILES:
        take(apel, other)
    before, told = journal(apel), take(apel, name)
    assert told["taken"] == 0 and told["refused"] == [] and told["parked"] == 0
    assert told["read"] == told["unchanged"] + told.get("repeated", 0) > 0
    assert journal(apel) == before


@pytest.mark.parametrize("name", FILES)
def test_undoing_an_import_brings_back_every_answer(template: Path, tmp_path: Path, name: str) -> None:
    others = [other for other in FILES if other != name]
    apel = office(template, tmp_path, [other for other in others if other != "daftar.csv"])
    if name != "daftar.csv":
        take(apel, "daftar.csv")
    before = answers(apel)
    first = journal(apel)[0]
    take(apel, name)
    after = answers(apel)
    assert after != before
    apel("undo", first + 1)
    assert answers(apel) == before
    apel("undo", first + 2)
    assert answers(apel) == after


def test_a_list_of_signatures_undone(template: Path, tmp_path: Path) -> None:
    apel = Apel(Path(shutil.copyfile(template, tmp_path / "apel.db")), tmp_path)
    for name in FILES:
        take(apel, name)
    before, first = answers(apel), journal(apel)[0]
    text = "UNIT;JENIS;MULAI;SELESAI;PENANDATANGAN"
    signed = [f"{unit};apel-pagi;2026-03-02;2026-03-04;KEPALA {unit}" for unit in ("SATU", "DUA")]
    apel("roll", "sign", apel.file("ttd.csv", "\n".join([text, *signed])))
    assert answers(apel) != before
    for entry in range(journal(apel)[0], first, -1):
        apel("undo", entry)
    assert answers(apel) == before


@pytest.mark.parametrize("name", FILES)
def test_files_that_are_refused_as_a_whole_add_up_too(apel: Apel, name: str) -> None:
    words = FILES[name][1]
    before = journal(apel)
    for content in (b"", b"\x89PNG\r\n\x1a\n", b"X;Y\n1;2\n"):
        file = apel.folder / name
        file.write_bytes(content)
        run = apel.run(*(str(file) if word == "FILE" else word for word in words), "--format", "json")
        told = json.loads(run.stdout)
        assert run.exit_code == 1 and adds_up(told) and told["taken"] == 0 and told["refused"], told
        assert all(row["file"] == name and row["message"] for row in told["refused"])
    assert journal(apel) == before


CELL = st.sampled_from(
    [
        "",
        "H",
        "TK",
        "X",
        "TL",
        ANI,
        BUDI,
        "123",
        "2026-03-02",
        "2026-03-03",
        "2027-01-01",
        "31/02/2026",
        "=1+1",
        "libur",
    ]
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from([name for name in FILES if name != "1_attlog.dat"]),
    cells=st.lists(st.lists(CELL, min_size=4, max_size=4), max_size=6),
    bad=st.booleans(),
)
def test_garbled_tables_add_up(
    template: Path, tmp_path_factory: pytest.TempPathFactory, name: str, cells: list[list[str]], bad: bool
) -> None:
    folder = tmp_path_factory.mktemp("garbled")
    apel = Apel(Path(shutil.copyfile(template, folder / "apel.db")), folder)
    take(apel, "daftar.csv")
    text, words = FILES[name]
    (folder / name).write_text("\n".join([text, *(";".join(line) for line in cells)]), encoding="utf-8")
    line = [str(folder / name) if word == "FILE" else word for word in words]
    before = journal(apel)
    run = apel.run(*line, *(["--skip-bad"] if bad else []), "--format", "json")
    told = json.loads(run.stdout)
    assert adds_up(told), told
    kept = bad and told["read"] > len(told["refused"])
    assert run.exit_code == bool(told["refused"] and not kept)
    if told["refused"] and not bad:
        assert told["taken"] == 0 and journal(apel) == before
    after = journal(apel)
    again = json.loads(apel.run(*line, *(["--skip-bad"] if bad else []), "--format", "json").stdout)
    assert adds_up(again) and again["taken"] == 0 and journal(apel) == after
