"""apel recap: the same figures by person, unit and day, and the workbook."""

from __future__ import annotations

import json

import pytest
from office_acts import WEEK, close, figures, roll
from officer import Apel, Roster
from openpyxl import load_workbook


def test_by_person(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI @ SATU", "BUDI @ DUA")
    roll(apel, nips, "H T TK S", "H H H DL")
    close(apel, WEEK, "SATU")
    told = apel.json("recap", WEEK, "--by", "person")
    assert told["provisional"] and told["unreported"] == [
        {"unit": "DUA", "dates": [f"2026-03-0{day}" for day in (2, 3, 4, 5)]}
    ]
    budi, ani = told["people"]
    assert set(ani) == {
        *("nip", "name", "unit", "scheduled", "present", "late", "excused", "absent", "unreported", "required"),
        *("rate", "run", "flags", "not_counted", "codes"),
    }
    assert ani["codes"] == {"H": 1, "S": 1, "T": 1, "TK": 1}
    assert figures(ani) == (4, 2, 1, 1, 1, 0, 3, 0.6667, 1)
    assert figures(budi) == (4, 3, 0, 1, 0, 0, 3, 1.0, 0)
    assert {k: v for k, v in ani.items() if k != "codes"} == apel.json("flag", WEEK, "--all")["people"][1]
    kerja = apel.json("recap", WEEK, "--by", "person", "--kind", "kerja")["people"][0]
    assert (kerja["late_arrivals"], kerja["early_leaves"], kerja["codes"]) == (0, 0, {"BL": 4})
    said = apel("recap", WEEK, "--by", "person")
    assert "PROVISIONAL" in said and "DUA (4)" in said and "Total" in said
    assert "TM" in apel("recap", WEEK, "--by", "person", "--kind", "kerja")


def test_by_unit_and_by_day(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI @ SATU", "BUDI @ DUA", "CICI @ DUA")
    roll(apel, nips, "H T TK S", "H H H DL", "TK TK TK TK")
    close(apel)
    told = apel.json("recap", WEEK, "--by", "unit")
    assert told == {
        "kind": "apel-pagi",
        "from": "2026-03-02",
        "to": "2026-03-05",
        "provisional": False,
        "unreported": [],
        "units": [
            {
                "unit": "DUA",
                "people": 2,
                "scheduled": 8,
                "present": 3,
                "late": 0,
                "excused": 1,
                "absent": 4,
                "unreported": 0,
                "required": 7,
                "rate": 0.4286,
            },
            {
                "unit": "SATU",
                "people": 1,
                "scheduled": 4,
                "present": 2,
                "late": 1,
                "excused": 1,
                "absent": 1,
                "unreported": 0,
                "required": 3,
                "rate": 0.6667,
            },
        ],
    }
    assert apel.json("recap", WEEK) == told
    days = apel.json("recap", WEEK, "--by", "day")["days"]
    assert [(day["date"], day["present"], day["excused"], day["absent"]) for day in days] == [
        ("2026-03-02", 2, 0, 1),
        ("2026-03-03", 2, 0, 1),
        ("2026-03-04", 1, 0, 2),
        ("2026-03-05", 0, 2, 1),
    ]
    for field in ("scheduled", "present", "late", "excused", "absent", "unreported", "required"):
        sums = [sum(row[field] for row in rows) for rows in (told["units"], days)]
        people = apel.json("recap", WEEK, "--by", "person")["people"]
        assert {*sums, sum(one[field] for one in people)} == {sums[0]}


def test_a_person_who_moves_in_the_middle(apel: Apel, roster: Roster) -> None:
    """Each session counts under the unit of that day; the person under the unit of his last."""
    nips = roster("ANI @ SATU", "BUDI @ DUA")
    roll(apel, nips, "H TK TK H", "H H H H")
    apel("staff", "move", nips[0], "DUA", "--from", "2026-03-04")
    close(apel)
    units = {row["unit"]: row for row in apel.json("recap", WEEK)["units"]}
    assert {name: (row["people"], row["scheduled"], row["absent"]) for name, row in units.items()} == {
        "SATU": (1, 2, 1),
        "DUA": (2, 6, 1),
    }
    people = apel.json("recap", WEEK, "--by", "person")["people"]
    assert [(one["name"], one["unit"], one["scheduled"]) for one in people] == [("ANI", "DUA", 4), ("BUDI", "DUA", 4)]
    for name in ("SATU", "DUA"):
        assert apel.json("recap", WEEK, "--unit", name)["units"] == [units[name]]
    assert apel.json("recap", WEEK, "--unit", "SATU", "--by", "person")["people"] == []
    assert [day["scheduled"] for day in apel.json("recap", WEEK, "--unit", "SATU", "--by", "day")["days"]] == [1, 1]
    assert "2" in apel("recap", WEEK).splitlines()[-1]


def test_a_unit_waits_only_for_its_own_rolls(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI @ SATU", "BUDI @ DUA", "CICI @ TIGA")
    apel("staff", "move", nips[1], "DUA", "--line", "TIGA", "--from", "2026-03-05")
    roll(apel, nips, "H H H H", "H H H H", "H H H H")
    close(apel, WEEK, "SATU", "DUA")
    assert apel.json("recap", WEEK)["unreported"] == [
        {"unit": "TIGA", "dates": [f"2026-03-0{day}" for day in (2, 3, 4, 5)]}
    ]
    for by in ("person", "unit", "day"):
        one = apel.json("recap", WEEK, "--unit", "SATU", "--by", by)
        assert not one["provisional"] and one["unreported"] == []
        two = apel.json("recap", WEEK, "--unit", "DUA", "--by", by)
        assert two["provisional"] and two["unreported"] == [{"unit": "TIGA", "dates": ["2026-03-05"]}]
    assert "no unit" in apel.refuses("recap", WEEK, "--unit", "EMPAT")


def test_the_workbook(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI @ SATU", "BUDI @ DUA")
    roll(apel, nips, "H T TK S", "H H H DL")
    apel("unit", "head", "SATU", "--name", "KEPALA SATU", "--position", "KEPALA")
    close(apel)
    apel("recap", "2026-03", "-o", apel.folder / "rekap.xlsx")
    book = load_workbook(apel.folder / "rekap.xlsx")
    assert len(book.sheetnames) >= 3
    text = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert any("KEPALA SATU" in cell for cell in text) and any("ANI" in cell for cell in text)
    apel("recap", "2026-03", "--unit", "DUA", "-o", apel.folder / "dua.XLSX")
    only = load_workbook(apel.folder / "dua.XLSX")
    told = {str(cell.value) for sheet in only for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert not any("ANI" in cell for cell in told) and any("BUDI" in cell for cell in told)


def test_what_the_workbook_wants(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    assert "Nobody was scheduled" in apel.refuses("recap", "2026-03-01", "-o", apel.folder / "m.xlsx")
    assert list(apel.folder.glob("m.*")) == []


def test_the_matrix_as_a_list(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI", "BUDI")
    roll(apel, nips, "H T TK S", "H H H .")
    document = apel.json("recap", WEEK, "--by", "matrix")
    (ani, budi) = document["people"]
    assert list(ani["days"].values()) == ["H", "T", "BL", "S"]
    assert list(budi["days"].values()) == ["H", "H", "H", "BL"]
    assert (ani["nip"], ani["present"], document["provisional"]) == (nips[0], 2, True)
    shown = apel("recap", WEEK, "--by", "matrix")
    assert "2/3" in shown and nips[0] not in shown
    assert nips[0] in apel("recap", WEEK, "--by", "matrix", "--format", "csv")
    apel("recap", WEEK, "--by", "matrix", "-o", apel.folder / "m.json")
    assert json.loads((apel.folder / "m.json").read_text("utf-8")) == document


def test_lists_in_files(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI", "BUDI")
    roll(apel, nips, "H T TK S", "H H H DL")
    close(apel)
    for by in ("person", "unit", "day"):
        for suffix in ("xlsx", "csv", "json"):
            file = apel.folder / f"{by}.{suffix}"
            apel("recap", WEEK, "--by", by, "-o", file)
            assert file.stat().st_size > 0
        assert json.loads((apel.folder / f"{by}.json").read_text("utf-8")) == apel.json("recap", WEEK, "--by", by)
        assert apel("recap", WEEK, "--by", by, "--format", "csv").count("\n") >= 2
    for suffix in ("pdf", "docx", "txt"):
        assert ".xlsx" in apel.refuses("recap", WEEK, "-o", apel.folder / f"x.{suffix}")


@pytest.mark.parametrize("by", ["person", "unit", "day"])
def test_a_period_without_sessions(apel: Apel, roster: Roster, by: str) -> None:
    roster("ANI")
    told = apel.json("recap", "2026-03-01", "--by", by)
    assert (told["provisional"], told["unreported"]) == (False, [])
    assert [value for name, value in told.items() if name in ("people", "units", "days")] == [[]]
    assert apel("recap", "2026-03-01", "--by", by)


def test_somebody_invited_whose_posting_has_ended_since(apel: Apel, roster: Roster) -> None:
    ani, _budi = roster("ANI", "BUDI")
    file = apel.file("u.csv", f"NIP\n{ani}")
    apel("calendar", "call", "2026-03-03", "--kind", "kegiatan", "--name", "Rapat", "--people", file)
    apel("staff", "end", ani, "--from", "2026-03-01", "--reason", "pindah")
    (one,) = apel.json("recap", WEEK, "--kind", "kegiatan", "--by", "person")["people"]
    assert (one["unit"], one["scheduled"], one["unreported"], one["absent"]) == (None, 1, 1, 0)
    assert "ANI" in apel("recap", WEEK, "--kind", "kegiatan", "--by", "person")
    assert "ANI" in apel("roll", "show", WEEK, "--kind", "kegiatan")
    assert "ANI" in apel("flag", WEEK, "--kind", "kegiatan", "--all")
    assert "no unit" in apel("flag", WEEK, "--kind", "kegiatan", "--explain", ani)
    assert apel.json("status", "2026-03-03", "--kind", "kegiatan")["units"] == []
    apel("recap", WEEK, "--kind", "kegiatan", "-o", apel.folder / "k.xlsx")


@pytest.mark.parametrize(
    ("codes", "closed", "rate"),
    [
        ("H H", (), "100,0 %"),  # who was present needs no signature
        ("H TK", (), "not reported"),
        ("H TK", ("2026-03-02",), "not reported"),
        ("H TK", ("2026-03-02", "2026-03-03"), "50,0 %"),
        ("TK H", ("2026-03-02",), "50,0 %"),
        ("H S", ("2026-03-02", "2026-03-03"), "100,0 %"),
    ],
)
def test_who_waits_for_a_signature_does_not_shine(
    apel: Apel, roster: Roster, codes: str, closed: tuple[str, ...], rate: str
) -> None:
    roll(apel, roster("ANI @ UMUM"), codes)
    for day in closed:
        close(apel, day, "UMUM")
    said = apel("recap", "2026-03-02..2026-03-03", "--by", "unit")
    row = next(line for line in said.splitlines() if line.startswith("UMUM"))
    assert row.endswith(rate)
    (unit,) = apel.json("recap", "2026-03-02..2026-03-03", "--by", "unit")["units"]
    assert unit["rate"] == (1.0 if rate != "50,0 %" else 0.5)
