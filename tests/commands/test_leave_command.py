"""apel leave: letters that excuse."""

from __future__ import annotations

import json

import pytest
from office_acts import WEEK, adds_up, answers, close, done_once, figures, journal, roll, spoken
from officer import Apel, Roster

HEAD = "NIP;JENIS;MULAI;SELESAI;NOMOR;TANGGAL SURAT;KETERANGAN"


def test_letters_are_taken_in_once(apel: Apel, roster: Roster) -> None:
    ani, budi = roster("ANI", "BUDI")
    file = apel.file(
        "surat.csv", f"{HEAD}\n{ani};CT;2026-03-02;2026-03-03;800/1;2026-02-27;pulang\n{budi};S;2026-03-04;;800/2;;"
    )
    assert "taken 2" in done_once(apel, "leave", "import", file)
    told = apel.json("leave", "import", file)
    assert told == {"read": 2, "taken": 0, "unchanged": 2, "parked": 0, "refused": []}
    rows = apel.json("leave", "list")
    names = ("nip", "name", "kind", "from", "to", "letter", "dated")
    assert [tuple(row[name] for name in names) for row in rows] == [
        (ani, "ANI", "CT", "2026-03-02", "2026-03-03", "800/1", "2026-02-27"),
        (budi, "BUDI", "S", "2026-03-04", "2026-03-04", "800/2", None),
    ]
    assert [row["nip"] for row in apel.json("leave", "list", "--nip", budi)] == [budi]
    assert [row["nip"] for row in apel.json("leave", "list", "--period", "2026-03-01..2026-03-02")] == [ani]


def test_a_sick_letter_a_week_late_and_its_end(apel: Apel, roster: Roster) -> None:
    """TK becomes S when the letter comes; when it is voided the TK is there again."""
    nips = roster("ANI", "BUDI")
    roll(apel, nips, "TK TK TK H", "H H H H")
    close(apel)
    before = answers(apel)
    assert [one["name"] for one in apel.json("flag", WEEK)["people"]] == ["ANI"]
    said = done_once(apel, "leave", "add", nips[0], "s", "--from", "2026-03-03", "--number", "RS/7")
    assert "Filed: S 2026-03-03 to 2026-03-03" in said
    ani = apel.json("flag", WEEK, "--all")["people"][0]
    assert figures(ani) == (4, 1, 0, 1, 2, 0, 3, 0.3333, 1)
    assert ani["not_counted"] == [
        {"date": "2026-03-03", "code": "S", "reason": "letter RS/7, 2026-03-03 to 2026-03-03"}
    ]
    assert apel.json("flag", WEEK)["people"] == []
    number = apel.json("leave", "list")[0]["number"]
    assert "Taken back: S" in done_once(apel, "leave", "void", number, "--reason", "palsu")
    assert answers(apel) == before


def test_voiding_what_is_not_there(apel: Apel) -> None:
    assert "no letter with the number 5" in apel.refuses("leave", "void", 5)


def test_a_letter_for_nobody_is_not_called_filed(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    before = journal(apel)
    said = apel.refuses("leave", "add", "198501012010011077", "S", "--from", "2026-03-03")
    assert "Nobody on the roster" in said
    assert journal(apel) == before


def test_letters_that_overlap(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    apel("leave", "add", ani, "CT", "--from", "2026-03-02", "--to", "2026-03-04", "--number", "800/1")
    before = journal(apel)
    said = apel.refuses("leave", "add", ani, "S", "--from", "2026-03-04", "--to", "2026-03-05")
    assert "800/1" in said and "overlaps" in said
    file = apel.file("s.csv", f"{HEAD}\n{ani};DL;2026-03-03;2026-03-10;1;;\n{ani};S;2026-03-16;;2;;")
    run = apel.run("leave", "import", file, "--format", "json")
    told = json.loads(run.stdout)
    assert run.exit_code == 1 and adds_up(told) and told["taken"] == 0
    assert "800/1" in told["refused"][0]["message"] and "held back" in told["refused"][1]["message"]
    assert journal(apel) == before
    run = apel.run("leave", "import", file, "--format", "json", "--skip-bad")
    told = json.loads(run.stdout)
    assert adds_up(told) and (told["taken"], told["unchanged"], len(told["refused"])) == (1, 0, 1)
    run = apel.run("leave", "import", file, "--format", "json", "--skip-bad")
    told = json.loads(run.stdout)
    assert adds_up(told) and (told["taken"], told["unchanged"], len(told["refused"])) == (0, 1, 1)
    both = apel.file("t.csv", f"{HEAD}\n{ani};DL;2026-04-03;2026-04-10;1;;\n{ani};S;2026-04-09;2026-04-12;2;;")
    assert apel.refuses("leave", "import", both).count("overlaps") == 2


def test_a_letter_of_somebody_unknown_waits_for_the_roster(apel: Apel, roster: Roster) -> None:
    ani = "198501012010011001"
    file = apel.file("s.csv", f"{HEAD}\n{ani};S;2026-03-03;;RS/1;;")
    told = apel.json("leave", "import", file)
    assert adds_up(told) and (told["taken"], told["parked"]) == (0, 1)
    assert apel.json("leave", "import", file)["unchanged"] == 1
    assert f"{ani}: S 2026-03-03 to 2026-03-03" in apel("doctor")
    assert apel.json("leave", "list")[0]["name"] == "?"
    nips = roster("ANI")
    roll(apel, nips, "H TK H H")
    close(apel)
    assert figures(apel.json("flag", WEEK, "--all")["people"][0])[3] == 1
    assert "stand on no roster" not in apel("doctor")


def test_leave_that_is_for_pns_only(apel: Apel) -> None:
    eka = "199501012022211003"
    roster = apel.file("r.csv", f"NIP;NAMA;STATUS;UNIT KERJA\n{eka};EKA;PPPK;DINAS")
    apel("staff", "import", roster, "--from", "2026-01-01")
    assert "PPPK" in apel("leave", "add", eka, "CB", "--from", "2026-03-03")
    file = apel.file("s.csv", f"{HEAD}\n{eka};CLTN;2026-04-03;;1;;")
    assert "PPPK" in apel("leave", "import", file)
    unknown = apel.file("s.csv", "NIP;JENIS;MULAI;SELESAI\n199001012024211002;CB;2026-03-02;2026-03-03")
    assert "199001012024211002 is PPPK" in apel("leave", "import", unknown)


@pytest.mark.parametrize("words", [["X"], ["S", "--from", "besok-lusa"], ["S"], ["TL", "--from", "2026-03-03"]])
def test_letters_that_cannot_be(apel: Apel, roster: Roster, words: list[str]) -> None:
    (ani,) = roster("ANI")
    assert apel.run("leave", "add", ani, *words).exit_code == 2


def test_a_letter_that_ends_before_it_begins(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    assert "before the first" in apel.refuses("leave", "add", ani, "S", "--from", "2026-03-03", "--to", "2026-03-02")


def test_presence_beats_a_letter_and_the_doctor_says_so(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI")
    roll(apel, nips, "H T I TK")
    close(apel)
    apel("leave", "add", nips[0], "DL", "--from", "2026-03-02", "--to", "2026-03-05", "--number", "ST/1")
    told = apel.json("recap", WEEK, "--by", "person")["people"][0]
    assert told["codes"] == {"DL": 2, "H": 1, "T": 1}
    said = apel("doctor")
    assert f"{nips[0]} ANI, 2026-03-02, apel-pagi: recorded H; letter DL ST/1" in said
    said = apel("leave", "add", nips[0], "S", "--from", "2026-03-09", "--number", "RS/1")
    assert "presence counts" not in said
    roll(apel, nips, "H", first=10, name="more")
    assert "present on 2026-03-10" in apel("leave", "add", nips[0], "I", "--from", "2026-03-10", "--number", "I/1")
    explained = spoken(apel, "flag", WEEK, "--explain", nips[0])
    assert "although letter ST/1 says DL" in explained and "although the roll says I" in explained


def test_a_letter_from_before_somebody_belonged_anywhere(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI", first="2026-03-04")
    assert "belongs to no unit" in apel.refuses("leave", "add", ani, "S", "--from", "2026-03-02", "--to", "2026-03-03")
    assert "Filed" in apel("leave", "add", ani, "S", "--from", "2026-03-02", "--to", "2026-03-04")
    apel("staff", "end", ani, "--from", "2026-03-20", "--reason", "pensiun")
    assert "belongs to no unit" in apel.refuses("leave", "add", ani, "CT", "--from", "2026-03-20")
    assert "Filed" in apel("leave", "add", ani, "CT", "--from", "2026-03-19")
