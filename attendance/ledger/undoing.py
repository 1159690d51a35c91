"""Undo: a new entry that voids what an entry recorded and revives what it voided."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, or_, select, tuple_
from sqlalchemy.orm import Session

from attendance.ledger import journal
from attendance.ledger.columns import Fact
from attendance.ledger.models import FACTS, Entry, Seal


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
    touched = set(session.scalars(select(Seal.name).where(Seal.entry_id == number)))
    for model in [model for model in FACTS if model.__tablename__ in touched]:
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
    others = {_pick(row, key) for row in (*dead, *taken)} - standing.keys()
    elsewhere = {_pick(row, key): row for row in _live(draft.session, model, model.key, others)}
    for row in dead:  # brought back by a later undo: the same fact, though under another entry
        revived = elsewhere.get(_pick(row, key))
        if revived is not None and revived[entry] == row[entry]:
            standing[_pick(row, key)] = elsewhere.pop(_pick(row, key))
    gone = [row for row in dead if _pick(row, key) not in standing]
    overtaken = {row[until] for row in gone}
    overtaken |= {elsewhere[_pick(row, key)][since] for row in taken if _pick(row, key) in elsewhere}
    overtaken |= {row[since] for row in set(_beside(draft.session, model, taken)).difference(standing.values())}
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


def _beside(session: Session, model: type[Fact], taken: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The live facts that could not stand beside those that an undo would bring back: they speak of the same days."""
    if not model.apart:
        return []
    apart, unless = _places(model, model.apart), _places(model, model.unless)
    first, last = _places(model, ("first", "last"))
    back: dict[tuple[Any, ...], list[tuple[Any, ...]]] = {}
    for row in taken:
        back.setdefault(_pick(row, apart), []).append(row)
    return [
        row
        for row in _live(session, model, model.apart, set(back))
        if any(
            (other[last] is None or row[first] <= other[last])
            and (row[last] is None or other[first] <= row[last])
            and not (unless and _pick(row, unless) == _pick(other, unless))
            for other in back[_pick(row, apart)]
        )
    ]


def _live(
    session: Session, model: type[Fact], columns: tuple[str, ...], wanted: set[tuple[Any, ...]]
) -> list[tuple[Any, ...]]:
    """The live facts whose columns hold one of some values; an empty column is a value like another."""
    table = journal.table(model)
    live = select(table).where(table.c.until == 0)
    found: list[tuple[Any, ...]] = []
    whole = [values for values in wanted if None not in values]
    for start in range(0, len(whole), 500):
        within = tuple_(*(table.c[name] for name in columns)).in_(whole[start : start + 500])
        found += _rows(session, live.where(within))
    for values in wanted.difference(whole):
        same = (table.c[name].is_not_distinct_from(value) for name, value in zip(columns, values, strict=True))
        found += _rows(session, live.where(*same))
    return found


def _places(model: type[Fact], columns: tuple[str, ...]) -> list[int]:
    names = [column.name for column in journal.table(model).columns]
    return [names.index(name) for name in columns]
