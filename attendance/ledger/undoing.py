"""Undo: a new entry that voids what an entry recorded and revives what it voided."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, or_, select, tuple_
from sqlalchemy.orm import Session

from attendance.ledger import journal
from attendance.ledger.columns import Fact
from attendance.ledger.models import FACTS, Entry


class Unknown(Exception):
    """There is no such entry."""


class Already(Exception):
    """The entry is undone already; `by` is the undo."""

    def __init__(self, by: int) -> None:
        self.by = by


class Overtaken(Exception):
    """Later entries have changed what this one recorded; `by` are these entries, the latest first."""

    def __init__(self, by: list[int]) -> None:
        self.by = by


def undo(session: Session, number: int, *, actor: str, at: datetime, reason: str = "") -> journal.Draft:
    """Take back an entry, so that every answer is what it would be without it.

    Errors: Unknown, Already, and Overtaken where later entries stand on what this one did.
    """
    if session.get(Entry, number) is None:
        raise Unknown
    undone = journal.undone_by(session.execute(select(Entry.id, Entry.undoes).order_by(Entry.id)))
    if number in undone:
        raise Already(undone[number])
    draft = journal.begin(session, "undo", actor=actor, at=at, reason=reason, undoes=number)
    overtaken: set[int] = set()
    for model in FACTS:
        overtaken |= _reverse(draft, model, number)
    if overtaken:
        raise Overtaken(sorted(overtaken, reverse=True))
    return draft


def _reverse(draft: journal.Draft, model: type[Fact], number: int) -> set[int]:
    """Reverse one entry in one table; answers the later entries that stand in the way."""
    names = [column.name for column in journal.table(model).columns]
    table = journal.table(model)
    since, entry, until = (names.index(name) for name in ("since", "entry", "until"))
    key = [names.index(name) for name in model.key]
    mine = _rows(draft.session, select(table).where(or_(table.c.since == number, table.c.entry == number)))
    taken = _rows(draft.session, select(table).where(table.c.until != 0, table.c.until == number))
    dead = [row for row in mine if row[until] != 0]
    standing = {_pick(row, key): row for row in mine if row[until] == 0}
    elsewhere = _live(draft.session, model, {_pick(row, key) for row in (*dead, *taken)} - standing.keys())
    for row in dead:  # brought back by a later undo: the same fact, though under another entry
        revived = elsewhere.get(_pick(row, key))
        if revived is not None and revived[entry] == row[entry]:
            standing[_pick(row, key)] = elsewhere.pop(_pick(row, key))
    gone = [row for row in dead if _pick(row, key) not in standing]
    overtaken = {row[until] for row in gone}
    overtaken |= {elsewhere[_pick(row, key)][since] for row in taken if _pick(row, key) in elsewhere}
    if not overtaken:
        named = [names.index(name) for name in journal.identifier(model)]
        draft.void(model, [_pick(row, named) for row in standing.values()])
        content = [names.index(name) for name in journal.columns(model) if name not in ("id", "since")]
        draft.revive(model, [_pick(row, content) for row in sorted(taken)])
    return overtaken


def _rows(session: Session, query: Select[Any]) -> list[tuple[Any, ...]]:
    """Rows as the database holds them: days as ordinals."""
    return [
        tuple(value.toordinal() if isinstance(value, date) else value for value in row)
        for row in session.execute(query)
    ]


def _pick(row: tuple[Any, ...], places: list[int]) -> tuple[Any, ...]:
    return tuple(row[place] for place in places)


def _live(session: Session, model: type[Fact], keys: set[tuple[Any, ...]]) -> dict[tuple[Any, ...], tuple[Any, ...]]:
    """The live facts at some keys. A key with an empty column is never held to be the same as another."""
    found: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    table = journal.table(model)
    wanted = sorted(key for key in keys if None not in key)
    places = [[column.name for column in table.columns].index(name) for name in model.key]
    for start in range(0, len(wanted), 500):
        within = tuple_(*(table.c[name] for name in model.key)).in_(wanted[start : start + 500])
        found |= {_pick(row, places): row for row in _rows(session, select(table).where(table.c.until == 0, within))}
    return found
