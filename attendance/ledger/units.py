"""Units in the ledger: the tree, and who signs for each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from attendance.ledger.journal import Draft
from attendance.ledger.models import HeadFact, PostingFact, UnitFact, UnitName
from attendance.ledger.views import live
from attendance.rules.offices import Signatory
from attendance.rules.units import Tree, Unit, fold


def tree(session: Session) -> Tree:
    """Every unit that was ever named; those that the office does not have (yet, or after an undo) are gone.

    A unit in which somebody stands is not gone, nor what is above it, even where the entry that opened it was undone.
    """
    query = select(UnitName.id, UnitName.name, UnitName.parent_id).order_by(UnitName.id)
    units = {row.id: Unit(*row) for row in session.execute(query)}
    there = set(established(session))
    for column in (PostingFact.unit_id, PostingFact.line_id):
        for unit in session.scalars(select(column).where(live(session, PostingFact)).distinct()):
            above: int | None = unit
            while above is not None and above not in there:
                there.add(above)
                above = units[above].parent
    return Tree(units.values(), units.keys() - there)


def established(session: Session) -> frozenset[int]:
    """The units that the office has."""
    return frozenset(session.scalars(select(UnitFact.unit_id).where(live(session, UnitFact))))


def meet(draft: Draft, paths: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], int]:
    """The number of each unit; those that are new are named and established, with all that stand above them.

    A path that is no path of the tree, but whose last name stands there exactly once, means that unit.
    """
    known = tree(draft.session)
    there = established(draft.session)
    numbers: dict[tuple[str, ...], int] = {}
    opened: dict[tuple[str, ...], int] = {}
    wanted: dict[int, None] = {}
    for path in dict.fromkeys(paths):
        at = known.at(path)
        found = known.find(path[0]) if len(path) == 1 else ()
        if len(found) == 1 and (at is None or at in known.gone):
            numbers[path] = found[0]
            continue
        for depth in range(1, len(path) + 1):
            numbers[path] = _step(draft, known, opened, path[:depth])
            wanted[numbers[path]] = None
    draft.record(UnitFact, [(unit,) for unit in wanted if unit not in there])
    return numbers


def _step(draft: Draft, known: Tree, opened: dict[tuple[str, ...], int], path: tuple[str, ...]) -> int:
    folded = tuple(map(fold, path))
    at = known.at(path) or opened.get(folded)
    if at is None:
        parent = (known.at(path[:-1]) or opened.get(folded[:-1])) if path[:-1] else None
        (at,) = draft.name(UnitName, [(parent, " ".join(path[-1].split()), folded[-1])])
        opened[folded] = at
    return at


def heads(session: Session, day: date) -> dict[int, Signatory]:
    """Who signs for each unit on a day."""
    columns = (
        HeadFact.unit_id,
        HeadFact.name,
        HeadFact.position,
        HeadFact.rank,
        HeadFact.nip,
        HeadFact.capacity,
    )
    query = select(*columns).where(live(session, HeadFact), HeadFact.first <= day).order_by(HeadFact.first)
    return {row[0]: Signatory(*row[1:]) for row in session.execute(query)}


def set_head(draft: Draft, unit: int, head: Signatory, first: date) -> None:
    """From a day on this person signs for a unit."""
    query = select(HeadFact.id).where(live(draft.session, HeadFact), HeadFact.unit_id == unit, HeadFact.first == first)
    draft.void(HeadFact, [tuple(row) for row in draft.session.execute(query)])
    row = (unit, first.toordinal(), head.name, head.position, head.rank, head.nip, head.capacity)
    draft.record(HeadFact, [row])
