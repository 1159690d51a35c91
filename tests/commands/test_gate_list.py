"""apel roll take: the roll call from the list."""

from __future__ import annotations

import sqlite3

import pytest
from gate_acts import DAY, call, codes, take
from office_acts import close, journal
from officer import Apel, Roster


def asked(said: str) -> list[str]:
    """Whom the list stood at, in order."""
    return [line.partition("]  ")[2] for line in said.splitlines() if line.startswith("[")]


def test_one_after_the_other_gets_a_code(apel: Apel, roster: Roster) -> None:
    roster("CICI", "ANI", "BUDI", "DEDI", "EKA", "FAJAR", "GITA @ DINAS LAIN")
    before = journal(apel)[0]
    said = take(apel, "h", ".", "Sakit", "", "7.41", "T 7.40")
    assert asked(said) == ["ANI", "BUDI", "CICI", "DEDI", "EKA", "FAJAR"]
    assert said.startswith(
        "Apel pagi   Senin, 2 Maret 2026   DINAS CONTOH\n6 people expected, 0 of them recorded already."
    )
    assert "19850101 201001 1 002   PNS   DINAS CONTOH" in said
    assert "  T   EKA   DINAS CONTOH 3 / 6" in said
    assert "The list is at an end." in said and "Still open (1): DEDI" in said
    assert "Recorded in this sitting: 5" in said
    assert f'apel roll close {DAY} --kind apel-pagi --unit "DINAS CONTOH" --signed-by NAME' in said
    assert "DINAS CONTOH 6 4 1 0 1" in " ".join(said.split())
    assert codes(apel) | {"GITA": "BL"} == {
        "ANI": "H", "BUDI": "H", "CICI": "S", "DEDI": "BL", "EKA": "T", "FAJAR": "T", "GITA": "BL",
    }  # fmt: skip
    assert journal(apel)[0] == before + 5


def test_it_goes_on_where_it_stopped(apel: Apel, roster: Roster) -> None:
    roster("ANI", "BUDI", "CICI")
    assert "Recorded in this sitting: 1" in take(apel, "tk", "selesai")
    said = take(apel, "", "", "h")
    assert "3 people expected, 1 of them recorded already." in said and "--again" in said
    assert asked(said) == ["BUDI", "CICI"]
    assert "Still open (2): BUDI; CICI" in said  # Enter at the end of the list is the end
    said = take(apel, "TK", "h", "h", "", more="--again")
    assert asked(said) == ["ANI", "BUDI", "CICI"] and "--again" not in said
    assert "       TK: typed by hand (entry" in said and "recorded already; nothing was changed" in said
    said = take(apel, "")
    assert asked(said) == [] and "The list is at an end." in said and "Still open" not in said
    assert "DINAS CONTOH 3 2 0 1 0" in " ".join(said.split())


def test_back_and_taken_back(apel: Apel, roster: Roster) -> None:
    roster("ANI", "BUDI")
    said = take(apel, "batal", "-", "h", "-", "s", "h", "-", "batal", "dl", "h", "-", "-")
    assert "There is nothing to take back." in said and "Taken back: BUDI" in said
    assert asked(said) == ["ANI", "ANI", "ANI", "BUDI", "ANI", "BUDI", "BUDI", "BUDI", "BUDI", "ANI"]
    assert "! was recorded as H" in said
    assert codes(apel) == {"ANI": "S", "BUDI": "DL"}


def test_names_and_digits_go_to_somebody(apel: Apel, roster: Roster) -> None:
    roster("ANI", "BUDI ANIS", "CICI", "DINAS", "EKA @ DINAS LAIN")
    said = take(apel, "cici", "h", "/dinas", "003", "ani", "2", "ani", "9", "ani", "", "eka", "zz")
    assert asked(said)[:4] == ["ANI", "CICI", "DINAS", "DINAS"]
    assert asked(said)[4:6] == ["CICI", "BUDI ANIS"]
    assert said.count("Nobody was chosen.") == 2
    assert '"eka" is no code, and nobody on this list is called so.' in said and '"zz" is no code' in said
    assert codes(apel)["CICI"] == "H"


def test_what_is_no_code_changes_nothing(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    before = journal(apel)
    said = take(apel, "TL", "S 7.30", "?", "L")
    assert "TL has more than one meaning: type DL / T." in said
    assert "Not recorded: a time goes with H or T only" in said
    assert "selesai          the end" in said
    assert asked(said) == ["ANI"] * 5 and journal(apel) == before
    apel("config", "import", apel.file("c.toml", '[codes]\nTL = "DL"\nHDR = "H"'))
    assert "  DL   ANI" in take(apel, "tl")
    assert "  H   ANI" in take(apel, "hdr 7.10", more="--again")


def test_after_the_end_of_the_list_codes_want_somebody(apel: Apel, roster: Roster) -> None:
    roster("ANI", "BUDI")
    said = take(apel, "h", "h", "s", "ani", "s", "selesai")
    assert "go back with - or by name to change a code" in said
    assert asked(said) == ["ANI", "BUDI", "ANI", "BUDI"]
    assert codes(apel) == {"ANI": "S", "BUDI": "H"}


def test_what_is_known_is_shown(apel: Apel, roster: Roster) -> None:
    ani, budi, cici = roster("ANI", "BUDI", "CICI")
    apel("leave", "add", ani, "CT", "--from", DAY, "--number", "C/1")
    apel("exempt", "add", "--nip", budi, "--kind", "apel-pagi", "--from", DAY, "--reason", "jaga")
    call(apel, cici)
    said = take(apel, "s", "-", "h", "", more="--again")
    assert asked(said) == ["ANI", "CICI", "ANI", "CICI"]  # who need not stand is not called
    assert f"       C: letter C/1, {DAY} to {DAY}" in said
    assert f"! the letter stays: letter C/1, {DAY} to {DAY}." in said
    assert "! has a letter CT C/1" in said
    assert "       H 07.20: typed by hand (entry" in said


def test_an_absence_against_a_signature_wants_a_reason(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    take(apel, "h")
    close(apel, DAY)
    assert "Not recorded: The roll of 2026-03-02 is signed with H." in take(apel, "tk", more="--again")
    said = take(apel, "tk", more="--again --reason salah")
    assert "the roll of DINAS CONTOH is signed already; tell the head" in said
    assert codes(apel) == {"ANI": "TK"}


def test_a_disk_that_is_full_stops_nobody(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    with sqlite3.connect(apel.database) as database:
        database.execute(
            "CREATE TRIGGER f BEFORE INSERT ON mark BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )
    database.close()
    said = take(apel, "h")
    assert "Not recorded: The disk is full." in said and asked(said) == ["ANI", "ANI"]
    with sqlite3.connect(apel.database) as database:
        database.execute("DROP TRIGGER f")
        database.execute("CREATE TRIGGER f BEFORE INSERT ON mark BEGIN SELECT RAISE(ABORT, 'a bug'); END")
    database.close()
    call(apel, "h", words=("roll", "take", "--unit", "DINAS CONTOH"), code=3)


@pytest.mark.parametrize("word", ["keluar", "QUIT"])
def test_the_end_is_said_in_several_words(apel: Apel, roster: Roster, word: str) -> None:
    roster("ANI")
    assert "Recorded in this sitting: 0" in take(apel, word, "h")
    assert "Recorded in this sitting: 0" in call(apel, word, "ani")


def test_a_rehearsal_writes_nothing(apel: Apel, roster: Roster) -> None:
    roster("ANI", "BUDI")
    before = journal(apel)
    said = take(apel, "h", "h", "-", "s", "batal", "selesai", more="--dry-run")
    assert "DINAS CONTOH 2 / 2" in said and "Recorded in this sitting: 2" in said
    assert said.rstrip().endswith("Rehearsal only (--dry-run): nothing was written.")
    assert journal(apel) == before
