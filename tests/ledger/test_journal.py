"""The journal: what it says of each entry, and which one held at a moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from ledgers import MOMENT, Ledger, employ

from attendance.ledger import journal
from attendance.ledger.engine import writing

WIB = timezone(timedelta(hours=7))


def at(ledger: Ledger, moment: datetime, person: int) -> int:
    """An entry made at a moment."""
    with writing(ledger.engine) as session:
        draft = journal.begin(session, "staff import", actor="ani", at=moment, reason="baru")
        draft.summary["file"] = "è.xlsx"
        employ(draft, person)
        return draft.seal().id


def test_an_entry_says_who_when_what_and_why(ledger: Ledger) -> None:
    number = at(ledger, datetime(2026, 3, 31, 15, 0, 0, 999, WIB), 1)
    with ledger.ask() as session:
        (line,) = journal.lines(session, [number])
        assert (line.number, line.actor, line.action, line.reason) == (number, "ani", "staff import", "baru")
        assert (line.at, line.summary, line.undoes, line.undone_by) == (MOMENT, {"file": "è.xlsx"}, None, None)
        assert journal.head(session) == (number, line.hash)
        assert [one.number for one in journal.lines(session)] == list(range(1, number + 1))


def test_the_lines_say_which_entry_took_which_back(ledger: Ledger) -> None:
    first = at(ledger, MOMENT, 1)
    undo = ledger.undo(first)
    again = ledger.undo(undo)
    third = ledger.undo(first)
    with ledger.ask() as session:
        lines = {line.number: (line.undoes, line.undone_by) for line in journal.lines(session, range(first, third + 1))}
    assert lines == {first: (None, third), undo: (first, again), again: (undo, None), third: (first, None)}
    with ledger.ask(as_of=undo) as session:
        assert [(line.number, line.undone_by) for line in journal.lines(session)][-2:] == [(first, undo), (undo, None)]
        assert journal.head(session)[0] == undo


def test_the_entry_that_held_at_a_moment(ledger: Ledger) -> None:
    start = datetime(2030, 1, 1, tzinfo=UTC)
    first, second = at(ledger, start, 1), at(ledger, start + timedelta(hours=1), 2)
    with ledger.ask() as session:
        assert journal.entry_at(session, start - timedelta(seconds=1)) == first - 1
        assert journal.entry_at(session, start) == first
        assert journal.entry_at(session, start.astimezone(WIB) + timedelta(minutes=59, seconds=59)) == first
        assert journal.entry_at(session, start + timedelta(hours=1)) == second
        assert journal.entry_at(session, datetime(2000, 1, 1, tzinfo=UTC)) == 0


def test_before_the_first_entry_there_is_nothing(ledger: Ledger) -> None:
    with ledger.ask(as_of=0) as session:
        assert (journal.head(session), journal.lines(session)) == ((0, journal.GENESIS), [])
    nothing = ledger.state(as_of=0)
    assert not any(value for key, value in nothing.items() if key not in ("marks", "closures"))
    assert not any(found for key in ("marks", "closures") for found in nothing[key].values())
