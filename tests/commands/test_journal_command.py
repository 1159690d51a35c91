"""apel journal: who recorded what, and the proof that nothing was changed since."""

from __future__ import annotations

import json
import sqlite3

import pytest
from office_acts import journal, roll
from officer import Apel, Roster


def test_all_entries_in_order(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI")
    roll(apel, nips, "H H")
    apel("roll", "mark", nips[0], "TK", "--date", "2026-03-02", "--reason", "bukan dia")
    rows = apel.json("journal", "list")
    assert [row["entry"] for row in rows] == list(range(1, 8))
    assert [row["action"] for row in rows[3:]] == ["calendar seed", "staff import", "roll import", "roll mark"]
    assert {row["actor"] for row in rows[1:]} == {"officer"}
    assert "roll.csv" in rows[5]["said"] and rows[6]["said"].endswith("bukan dia")
    assert len(apel.json("--as-of", 5, "journal", "list")) == 5
    apel("journal", "list", "-o", apel.folder / "j.csv")


def test_one_entry_whole(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI")
    roll(apel, nips, "H H")
    apel("roll", "mark", nips[0], "TK", "--date", "2026-03-02", "--reason", "bukan dia")
    apel("undo", 7)
    said = apel("journal", "show", 7)
    for words in (
        "Entry 7: roll mark, by officer",
        "Reason: bukan dia",
        f"nip: {nips[0]}",
        "mark: recorded 1, voided 1",
        "Undone by entry 8",
        "Hash: ",
    ):
        assert words in said
    assert "Reason" not in apel("journal", "show", 5) and "Undone" not in apel("journal", "show", 5)
    assert "no entry 99" in apel.refuses("journal", "show", 99)
    assert "no entry" in apel.refuses("--as-of", 3, "journal", "show", 7)


def test_what_is_whole_is_proved(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    told = apel.json("journal", "verify")
    assert set(told) == {"entries", "head", "faults"} and told["faults"] == [] and told["entries"] == 5
    assert len(told["head"]) == 64
    assert f"Head: {told['head']}" in apel("journal", "verify")


@pytest.mark.parametrize(
    ("damage", "words", "entry"),
    [
        ("UPDATE mark SET code = code + 1 WHERE day = (SELECT min(day) FROM mark)", "row of mark was changed", 6),
        ("DELETE FROM mark WHERE day = (SELECT max(day) FROM mark)", "row of mark was deleted", 6),
        (
            "INSERT INTO mark SELECT person_id, kind, day + 9, code, second, note, source_id, source_row,"
            " since, entry, until FROM mark LIMIT 1",
            "row of mark was",
            6,
        ),
        ("UPDATE mark SET until = 6", "rows of mark were taken back", 6),
        ("UPDATE entry SET actor = 'orang lain' WHERE id = 6", "its own words", 6),
        ("DELETE FROM entry WHERE id = 2", "the chain is broken", 3),
    ],
)
def test_what_was_changed_unseen_is_named(apel: Apel, roster: Roster, damage: str, words: str, entry: int) -> None:
    nips = roster("ANI")
    roll(apel, nips, "H TK H")
    with sqlite3.connect(apel.database) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(damage)
    connection.close()
    run = apel.run("journal", "verify", "--format", "json")
    told = json.loads(run.stdout)
    assert run.exit_code == 1
    assert any(words in fault["message"] and fault["entry"] == entry for fault in told["faults"]), told
    assert words in apel.refuses("journal", "verify")


def test_the_head_grows_with_every_entry(apel: Apel, roster: Roster) -> None:
    heads = [journal(apel)]
    roster("ANI")
    heads.append(journal(apel))
    apel("unit", "add", "DUA")
    heads.append(journal(apel))
    assert len({head for _number, head in heads}) == 3
