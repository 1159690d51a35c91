"""apel undo: every answer is as without the entry."""

from __future__ import annotations

from office_acts import answers, close, done_once, journal, roll
from officer import Apel, Roster


def test_undoing_and_undoing_that(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI", "BUDI")
    before = answers(apel)
    roll(apel, nips, "TK TK TK", "H H H")
    after = answers(apel)
    assert "Entry 6 (roll import) is undone by entry 7" in done_once(apel, "undo", 6, "--reason", "salah berkas")
    assert answers(apel) == before
    assert "undone already, by entry 7" in apel.refuses("undo", 6)
    apel("undo", 7)
    assert answers(apel) == after


def test_what_others_stand_on_is_undone_after_them(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI")
    roll(apel, nips, "TK TK TK")
    apel("roll", "mark", nips[0], "H", "--date", "2026-03-02")
    before = journal(apel)
    said = apel.refuses("undo", 6)
    assert "later entries stand on it" in said and "7" in said
    assert journal(apel) == before
    apel("undo", 7)
    apel("undo", 6)
    assert apel.json("roll", "show", "2026-03-02")[0]["2026-03-02"] == "BL"


def test_what_is_not_there(apel: Apel) -> None:
    for entry in (99, 0, 10**30):
        assert "no entry" in apel.refuses("undo", entry)
    assert apel.run("undo", "x").exit_code == 2
    assert apel.run("undo").exit_code == 2


def test_a_signature_taken_back(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI")
    roll(apel, nips, "TK TK TK TK")
    before = answers(apel)
    close(apel)
    assert apel.json("flag", "2026-03")["people"]
    apel("undo", journal(apel)[0])
    assert answers(apel) == before


def test_a_unit_in_which_somebody_stands_is_not_gone(apel: Apel, roster: Roster) -> None:
    """One roster opens a unit, another puts somebody into it, the first is undone: the unit can still be named."""
    roster("ANI @ BAGIAN UMUM")
    opened = apel.json("journal", "list")[-1]["entry"]
    more = apel.file("lagi.csv", "NIP;NAMA;UNIT KERJA\n198501012010012777;CICI;BAGIAN UMUM")
    apel("staff", "import", more, "--from", "2026-01-01")
    apel("undo", opened)
    assert "BAGIAN UMUM" in apel("unit", "list")
    assert "1 TK" in apel("roll", "close", "2026-03-02", "--unit", "bagian umum", "--signed-by", "KEPALA")
