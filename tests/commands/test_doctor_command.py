"""apel doctor: what does not fit together, and the proof."""

from __future__ import annotations

import sqlite3

from office_acts import roll
from officer import Apel, Roster


def test_nothing_to_mend(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    said = apel("doctor")
    assert "Nothing to mend" in said and "all as they were written" in said


def test_many_cases_of_one_sort_are_counted(apel: Apel, roster: Roster) -> None:
    nips = roster(*(f"ORANG {number}" for number in range(25)))
    roll(apel, nips, *(["H"] * 25))
    for nip in nips:
        apel("leave", "add", nip, "DL", "--from", "2026-03-02")
    said = apel("doctor")
    assert "presence counts (25)" in said and "... and 5 more" in said
    assert said.count("recorded H; letter DL -") == 20


def test_a_row_that_was_changed_behind_the_programs_back(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI")
    roll(apel, nips, "TK TK TK")
    with sqlite3.connect(apel.database) as connection:
        connection.execute("UPDATE mark SET day = day + 1 WHERE day = (SELECT max(day) FROM mark)")
    connection.close()
    said = apel.refuses("doctor")
    assert "a row of mark was changed" in said and "Nothing to mend" not in said


def test_marks_from_before_somebody_belonged_anywhere(apel: Apel, roster: Roster) -> None:
    """Parked at first; then the roster says that he came later: the marks count nowhere, and are not forgotten."""
    roll(apel, ["198501012010011001"], "H H H H")
    assert len(apel.json("roll", "parked")) == 1
    roster("ANI", first="2026-03-04")
    assert apel.json("roll", "parked") == []
    said = apel("doctor")
    assert "count nowhere (1)" in said and "2 marks, 2026-03-02 to 2026-03-03" in said
