"""apel demo: the published figures of Medan, March 2019, out of the files of its offices."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from office_acts import journal
from officer import Apel
from openpyxl import load_workbook

from attendance.places import samples

WEEK = "2019-03-04..2019-03-08"
CLASSES = {"cuti": "C", "izin": "I", "sakit": "S", "tugas_luar": "DL", "tugas_belajar": "TB"}


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    """The figures that must come out."""
    found: dict[str, Any] = json.loads((samples() / "medan-2019" / "expected" / "angka.json").read_text("utf-8"))
    return found


def reported(told: dict[str, Any]) -> list[dict[str, Any]]:
    silent = {row["unit"] for row in told["unreported"]}
    return [one for one in told["people"] if one["unit"] not in silent]


def test_the_set_of_people_who_never_came(medan: Apel, expected: dict[str, Any]) -> None:
    told = medan.json("flag", WEEK)
    assert sorted(row["unit"].casefold() for row in told["unreported"]) == sorted(
        unit.casefold() for unit in expected["belum_lapor"]
    )
    assert all(row["dates"] == expected["hari_kerja"] for row in told["unreported"]) and told["provisional"]
    never = [one for one in told["people"] if any(flag["rule"] == "tidak-pernah" for flag in one["flags"])]
    assert sorted(one["nip"] for one in reported({**told, "people": never})) == expected["nip_tidak_apel_pagi"]
    for one in never:
        (flag,) = [flag for flag in one["flags"] if flag["rule"] == "tidak-pernah"]
        assert one["present"] == 0 and len(flag["dates"]) == one["absent"] == flag["figure"] >= flag["limit"]
        assert set(flag["dates"]) <= set(expected["hari_kerja"])


def test_the_figures_of_the_working_day(medan: Apel, expected: dict[str, Any]) -> None:
    people = reported(medan.json("recap", WEEK, "--kind", "kerja", "--by", "person"))
    missing = [one for one in people if one["absent"]]
    assert sorted(one["nip"] for one in missing) == expected["nip_tanpa_keterangan"]
    total = expected["total"]
    assert len(missing) == total["tanpa_keterangan"]
    for name, code in CLASSES.items():
        assert sum(code in one["codes"] for one in people) == total[name], name
    assert sum(one["late_arrivals"] > 0 for one in people) == total["terlambat"]
    assert sum(one["early_leaves"] > 0 for one in people) == total["pulang_cepat"]
    by_unit = Counter(one["unit"].casefold() for one in missing)
    for row in expected["per_unit"]:
        assert by_unit[row["unit"].casefold()] == (row["tanpa_keterangan"] if row["disahkan"] else 0)


def test_the_figures_of_each_unit(medan: Apel, expected: dict[str, Any]) -> None:
    units = {row["unit"].casefold(): row for row in medan.json("recap", WEEK)["units"]}
    never = Counter(one["unit"].casefold() for one in reported(medan.json("flag", WEEK)) if not one["present"])
    for row in expected["per_unit"]:
        found = units[row["unit"].casefold()]
        assert (found["people"], found["scheduled"]) == (row["pegawai"], row["jadwal_apel"]), row
        assert (found["unreported"] == 0) == row["disahkan"]
        if row["disahkan"]:
            assert found["present"] == row["hadir_apel"]
            assert never[row["unit"].casefold()] == row["tidak_apel_pagi"]
    assert len(units) == len(expected["per_unit"])


def test_the_figures_of_each_day(medan: Apel, expected: dict[str, Any]) -> None:
    days = medan.json("recap", WEEK, "--by", "day")["days"]
    assert {day["date"]: day["present"] for day in days} == expected["hadir_apel_per_hari"]


def test_what_it_says_and_leaves(demonstration: tuple[Path, str], expected: dict[str, Any]) -> None:
    folder, said = demonstration
    flat = " ".join(said.split())
    total = expected["total"]
    for words in (
        f"NEVER AT APEL IN THE WEEK: {total['tidak_apel_pagi']} people",
        f"{total['tanpa_keterangan']} absent without reason",
        f"{total['terlambat']} late, {total['pulang_cepat']} left early",
        "BAGIAN TATA PEMERINTAHAN, BAGIAN UMUM",
        "INSPEKTORAT 54, BPKAD 52",
    ):
        assert words in flat
    assert sorted(path.name for path in folder.iterdir()) == [
        *("apel.db", "pengumuman.pdf", "rekap.xlsx", "tidak-pernah-apel.json")
    ]
    told = json.loads((folder / "tidak-pernah-apel.json").read_text("utf-8"))
    assert told["from"] == "2019-03-04" and told["people"]
    assert len(load_workbook(folder / "rekap.xlsx", read_only=True).sheetnames) >= 26


def test_its_journal_is_whole_and_can_be_asked(medan: Apel) -> None:
    entries, head = journal(medan)
    assert entries > 30 and len(head) == 64
    assert "273" in medan("board", "draft", WEEK, "-o", medan.folder / "p.txt")
    assert "BAGIAN UMUM" in medan("status", "2019-03-08")


def test_one_cell_changed_changes_the_figures(
    medan_input: Path, tmp_path: Path, demonstration: tuple[Path, str], expected: dict[str, Any]
) -> None:
    """One who never came is marked present once: the signed totals object; without them, he alone is off the list."""
    roll = medan_input / "absensi" / "Absensi apel 4-8 Mar Bag. Hukum.xlsx"
    nip = switch(roll, set(expected["nip_tidak_apel_pagi"]))
    apel = Apel(tmp_path / "x.db", tmp_path)
    folder = tmp_path / "demo"
    assert "difference -1" in apel.refuses("demo", folder, "--input", medan_input)
    forget_totals(next(medan_input.glob("Pengesahan*.xlsx")), "BAGIAN HUKUM")
    said = apel("demo", folder, "--input", medan_input)  # what is left of the first try gives way
    assert "NEVER AT APEL IN THE WEEK: 272 people" in " ".join(said.split())
    left = json.loads((folder / "tidak-pernah-apel.json").read_text("utf-8"))
    whole = json.loads((demonstration[0] / "tidak-pernah-apel.json").read_text("utf-8"))
    assert {one["nip"] for one in whole["people"]} - {one["nip"] for one in left["people"]} == {nip}


def forget_totals(path: Path, unit: str) -> None:
    """Take the totals of a unit out of the list of signatures."""
    book = load_workbook(path)
    for row in book.worksheets[0].iter_rows():
        if any(str(cell.value).casefold() == unit.casefold() for cell in row):
            for cell in row:
                if str(cell.value).isdigit() and cell.column > 1:
                    cell.value = None  # type: ignore[union-attr]
    book.save(path)


def switch(path: Path, nips: set[str]) -> str:
    """Mark one of these people present on one day of a roll; answers whom."""
    book = load_workbook(path)
    for sheet in book:
        for row in sheet.iter_rows():
            texts = ["".join(sign for sign in str(cell.value or "") if sign.isdigit()) for cell in row]
            found = next((text for text in texts if text in nips), None)
            if found is not None:
                cell = next(cell for cell in row if str(cell.value or "").strip().upper() in ("A", "TK", "ALPA", "-"))
                cell.value = "H"  # type: ignore[union-attr]
                book.save(path)
                return found
    raise AssertionError("nobody of these stands on this roll")


def test_where_it_cannot_be_shown(apel: Apel, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert "is a file" in apel.refuses("demo", tmp_path / "file")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "penting.txt").write_text("x")
    assert "other files" in apel.refuses("demo", tmp_path / "own")
    assert [path.name for path in (tmp_path / "own").iterdir()] == ["penting.txt"]
    assert "no folder" in apel.refuses("demo", tmp_path / "a", "--input", tmp_path / "none")
    (tmp_path / "empty").mkdir()
    assert "config.toml" in apel.refuses("demo", tmp_path / "a", "--input", tmp_path / "empty")


def test_input_that_is_incomplete_or_faulty(apel: Apel, medan_input: Path, tmp_path: Path) -> None:
    (medan_input / "1_attlog.dat").unlink()
    assert "attlog" in apel.refuses("demo", tmp_path / "a", "--input", medan_input)
    shutil.copy(samples() / "medan-2019" / "1_attlog.dat", medan_input)
    calendar = medan_input / "Kalender_2019.csv"
    calendar.write_text(calendar.read_text("utf-8") + "2019-13-01;libur;X;Y\n", encoding="utf-8")
    for path in (medan_input / "absensi").iterdir():
        path.unlink()
    said = apel.refuses("demo", tmp_path / "a", "--input", medan_input)
    assert "Kalender_2019.csv" in said and "2019-13-01" in said
