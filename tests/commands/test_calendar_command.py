"""apel calendar: holidays, sessions called off, sessions called."""

from __future__ import annotations

import json

import pytest
from office_acts import WEEK, adds_up, close, done_once, figures, journal, roll
from officer import Apel, Roster

DAYS = """TANGGAL;JENIS;NAMA;SUMBER
2026-03-04;lokal;Hari Jadi;Perda 1
2026-03-05;tanpa-apel;Hujan;Nota dinas
"""


def test_a_list_of_days_is_taken_in_once(apel: Apel) -> None:
    file = apel.file("hari.csv", DAYS)
    assert "taken 2" in done_once(apel, "calendar", "import", file)
    told = apel.json("calendar", "import", file)
    assert told == {"read": 2, "taken": 0, "unchanged": 2, "parked": 0, "refused": []}
    rows = apel.json("calendar", "show", WEEK)
    assert [(row["date"], row["kind"], row["name"], row["source"]) for row in rows] == [
        ("2026-03-04", "lokal", "Hari Jadi", "Perda 1"),
        ("2026-03-05", "tanpa-apel", "Hujan", "Nota dinas"),
    ]


def test_a_faulty_list_leaves_nothing_not_even_a_year(apel: Apel) -> None:
    file = apel.file("hari.csv", DAYS + "2031-01-01;pesta;X;Y")
    before = journal(apel)
    run = apel.run("calendar", "import", file, "--format", "json")
    told = json.loads(run.stdout)
    assert run.exit_code == 1 and adds_up(told) and told["taken"] == 0
    assert journal(apel) == before
    run = apel.run("calendar", "import", file, "--format", "json", "--skip-bad")
    told = json.loads(run.stdout)
    assert adds_up(told) and (told["taken"], len(told["refused"])) == (2, 1)


def test_a_holiday_added_afterwards_takes_the_absences_of_that_day_away(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI", "BUDI")
    roll(apel, nips, "TK TK TK H", "H H H H")
    close(apel)
    assert [one["name"] for one in apel.json("flag", WEEK)["people"]] == ["ANI"]
    said = done_once(
        apel, "calendar", "add", "2026-03-03", "--name", "Hari Jadi", "--source", "Perda 1", "--reason", "susulan"
    )
    assert "2026-03-03: Hari Jadi" in said
    told = apel.json("flag", WEEK, "--all")
    assert figures(told["people"][0]) == (3, 1, 0, 0, 2, 0, 3, 0.3333, 2)
    assert apel.json("flag", WEEK)["people"] == []
    assert [row["date"] for row in apel.json("recap", WEEK, "--by", "day")["days"]] == [
        "2026-03-02",
        "2026-03-04",
        "2026-03-05",
    ]


def test_an_apel_called_off_leaves_the_working_day(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    said = done_once(apel, "calendar", "cancel", "2026-03-03..2026-03-04", "--kind", "apel-pagi", "--source", "SE 2")
    assert "Apel ditiadakan" in said
    assert apel.json("recap", WEEK, "--by", "unit")["units"][0]["scheduled"] == 2
    assert apel.json("recap", WEEK, "--by", "unit", "--kind", "kerja")["units"][0]["scheduled"] == 4
    apel("calendar", "cancel", "2026-03-05", "--name", "Hujan")
    assert apel.json("recap", WEEK, "--by", "unit")["units"][0]["scheduled"] == 1
    assert "calendar add" in apel.refuses("calendar", "cancel", "2026-03-05", "--kind", "kerja")
    rows = apel.json("calendar", "show", "2026-03-03")
    assert rows == [
        {
            "date": "2026-03-03",
            "kind": "tanpa-apel",
            "name": "Apel ditiadakan",
            "source": "SE 2",
            "kinds": ["apel-pagi"],
        }
    ]


def test_seeding(apel: Apel) -> None:
    said = done_once(apel, "calendar", "seed", 2024)
    assert "2024: " in said and "0 days" not in said
    assert "estimates" in apel("calendar", "seed", 2040)
    assert "estimates" not in apel("calendar", "seed", 2025)
    assert apel.run("calendar", "seed", 1900).exit_code == 2
    assert "national list stands in" in apel("calendar", "show", "2023")
    assert "national list stands in" not in apel("calendar", "show")


def test_a_year_that_was_never_taken_in_has_its_holidays_all_the_same(apel: Apel, roster: Roster) -> None:
    roster("ANI", first="2023-01-01")
    days = {row["date"] for row in apel.json("recap", "2023-08", "--by", "day")["days"]}
    assert "2023-08-16" in days and "2023-08-17" not in days


@pytest.mark.parametrize(
    "words",
    [
        ["--start", "07:30", "--late-after", "07:00"],
        ["--start", "07:30", "--closes", "07:15"],
        ["--start", "07:30", "--late-after", "08:00", "--closes", "07:45"],
    ],
)
def test_times_of_a_call_in_disorder(apel: Apel, words: list[str]) -> None:
    assert "gate" in apel.refuses("calendar", "call", "2026-03-03", "--kind", "upacara", "--name", "X", *words)


@pytest.mark.parametrize("time", ["7", "25:00", "07:30+07:00", "pagi"])
def test_what_is_no_time(apel: Apel, time: str) -> None:
    run = apel.run("calendar", "call", "2026-03-03", "--kind", "upacara", "--name", "X", "--start", time)
    assert run.exit_code == 2 and "not a time" in run.output


def test_a_called_session_for_everybody(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI", "BUDI")
    words = ["--kind", "upacara", "--name", "Upacara HKN", "--start", "7.30"]
    said = done_once(apel, "calendar", "call", "2026-03-17", *words)
    assert "Upacara HKN is called" in said
    apel("roll", "mark", nips[0], "H", "--date", "2026-03-17", "--kind", "upacara")
    close(apel, "2026-03-17", kind="upacara")
    told = apel.json("recap", "2026-03", "--kind", "upacara", "--by", "person")
    assert [figures(one)[:5] for one in told["people"]] == [(1, 1, 0, 0, 0), (1, 0, 0, 0, 1)]
    rows = apel.json("calendar", "show", "2026-03-17")
    assert rows[0]["kind"] == "upacara" and "07:30" in rows[0]["source"]


def test_a_session_late_in_the_evening_ends_on_its_day(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    apel("calendar", "call", "2026-03-17", "--kind", "kegiatan", "--name", "Malam", "--start", "23:55")
    assert apel.json("recap", "2026-03-17", "--kind", "kegiatan")["units"][0]["scheduled"] == 1


def test_a_session_before_dawn(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    apel("calendar", "call", "2026-03-17", "--kind", "kegiatan", "--name", "Sahur", "--start", "00:30")
    assert apel.json("recap", "2026-03-17", "--kind", "kegiatan")["units"][0]["scheduled"] == 1


def test_a_session_for_some_units(apel: Apel, roster: Roster) -> None:
    roster("ANI @ SATU", "BUDI @ DUA", "CICI @ TIGA")
    words = ["--kind", "apel-gabungan", "--name", "Gabungan"]
    done_once(apel, "calendar", "call", "2026-03-03", *words, "--unit", "SATU", "--unit", "DUA")
    units = apel.json("recap", "2026-03-03", "--kind", "apel-gabungan")["units"]
    assert [row["unit"] for row in units] == ["DUA", "SATU"]
    before = journal(apel)
    assert "another" in apel.refuses("calendar", "call", "2026-03-03", *words, "--unit", "TIGA")
    other = ["--kind", "apel-gabungan", "--name", "Gabungan lain"]
    assert "called already" in apel.refuses("calendar", "call", "2026-03-03", *other, "--unit", "DUA")
    assert "called already" in apel.refuses("calendar", "call", "2026-03-03", *other)
    assert "no unit" in apel.refuses("calendar", "call", "2026-03-03", *other, "--unit", "EMPAT")
    assert journal(apel) == before
    apel("calendar", "call", "2026-03-03", *other, "--unit", "TIGA")
    apel("calendar", "call", "2026-03-03", "--kind", "upacara", "--name", "Gabungan")


def test_the_working_day_is_never_called(apel: Apel) -> None:
    assert "working hours" in apel.refuses("calendar", "call", "2026-03-03", "--kind", "kerja", "--name", "X")


def test_an_invited_list(apel: Apel, roster: Roster) -> None:
    """A kegiatan is for whom it names, whatever his unit; and nobody else is absent from it."""
    ani, budi, cici = roster("ANI @ SATU", "BUDI @ DUA", "CICI @ DUA")
    file = apel.file("undangan.csv", f"NIP;NAMA\n{ani};ANI\n{budi};BUDI")
    words = ["--kind", "kegiatan", "--name", "Pelatihan", "--start", "09:00"]
    for day in ("2026-03-03", "2026-03-04", "2026-03-05"):
        done_once(apel, "calendar", "call", day, *words, "--people", file)
    assert apel.run("calendar", "call", "2026-03-06", *words, "--people", file, "--unit", "SATU").exit_code == 2
    apel("roll", "mark", ani, "H", "--date", "2026-03-03", "--kind", "kegiatan")
    before = apel.json("flag", WEEK, "--kind", "kegiatan", "--all")
    assert before["provisional"] and [row["unit"] for row in before["unreported"]] == ["DUA", "SATU"]
    close(apel, WEEK, kind="kegiatan")
    told = apel.json("flag", WEEK, "--kind", "kegiatan", "--all")
    assert not told["provisional"]
    assert [(one["name"], *figures(one)[:5]) for one in told["people"]] == [
        ("BUDI", 3, 0, 0, 0, 3),
        ("ANI", 3, 1, 0, 0, 2),
    ]
    assert cici not in apel("recap", WEEK, "--kind", "kegiatan", "--by", "person")
    board = apel("board", "draft", WEEK, "--kind", "kegiatan")
    assert "BUDI" in board and "ANI" not in board and "CICI" not in board
    other = ["--kind", "kegiatan", "--name", "Rapat"]
    only = apel.file("satu.csv", f"NIP\n{budi}")
    assert "called already" in apel.refuses("calendar", "call", "2026-03-03", *other, "--people", only)
    last = apel.file("lain.csv", f"NIP\n{cici}")
    apel("calendar", "call", "2026-03-03", *other, "--people", last)


def test_a_list_with_faults_calls_nobody(apel: Apel, roster: Roster) -> None:
    ani, budi = roster("ANI", "BUDI")
    apel("staff", "end", budi, "--from", "2026-03-01", "--reason", "pensiun")
    words = ["calendar", "call", "2026-03-03", "--kind", "kegiatan", "--name", "X", "--people"]
    before = journal(apel)
    said = apel.refuses(*words, apel.file("u.csv", f"NIP\n{ani}\n198501012010011099\n{budi}\n123"))
    assert "stands on no roster" in said and "belongs to no unit on 2026-03-03" in said and "row 5" in said
    assert apel.refuses(*words, apel.file("v.csv", "NIP\n"))
    assert journal(apel) == before


def test_what_is_called_off_by_name_is_not_called(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    apel("calendar", "cancel", "2026-03-17", "--kind", "upacara", "--name", "Hujan")
    words = ("calendar", "call", "2026-03-17", "--kind", "upacara", "--name", "HKN")
    assert "is called off (Hujan)" in apel.refuses(*words)
    entry = apel.json("journal", "list")[-1]["entry"]
    apel("undo", entry)
    assert "is called" in apel(*words)
