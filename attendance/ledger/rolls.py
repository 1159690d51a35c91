"""Rolls in the ledger: marks recorded and corrected, lines closed and reopened."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Integer, func, select, type_coerce
from sqlalchemy.orm import Session

from attendance.errors import Place
from attendance.ledger import people, sources
from attendance.ledger.journal import Draft
from attendance.ledger.models import ClosureFact, MarkFact, Person, ProfileFact
from attendance.ledger.numbers import CODE_OF, CODES, KINDS, clock, second
from attendance.ledger.people import Where
from attendance.ledger.views import live
from attendance.rules.histories import Closures, Recorded, Signed
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period
from attendance.rules.rolls import Mark

Key = tuple[int, int, int]
"""A person's number, a kind's number, a day's ordinal: one session of one person."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A roll beside what is recorded: `fresh` marks are new, `same` are known, `different` say something else."""

    fresh: tuple[Mark, ...]
    same: tuple[Mark, ...]
    different: tuple[tuple[Mark, Recorded], ...]


def compare(session: Session, marks: Sequence[Mark]) -> Compared:
    """Hold the marks of a file against the ledger. The same code is the same, unless it brings another time."""
    known = _known(session, marks)
    ids = people.numbers(session, {mark.nip for mark in marks})
    seen: set[tuple[str, Kind, date]] = set()
    fresh, same, different = [], [], []
    for mark in marks:
        before = known.get((ids.get(mark.nip, 0), KINDS[mark.kind], mark.day.toordinal())) if known else None
        here = mark.nip, mark.kind, mark.day
        if here in seen:
            same.append(mark)
            continue
        seen.add(here)
        if before is None:
            fresh.append(mark)
        elif before.code is mark.code and mark.at in (None, before.at):
            same.append(mark)
        else:
            different.append((mark, before))
    return Compared(tuple(fresh), tuple(same), tuple(different))


def _known(session: Session, marks: Sequence[Mark]) -> dict[Key, Recorded]:
    """The live marks of the people and days of some marks."""
    ids = people.numbers(session, {mark.nip for mark in marks})
    if not ids:
        return {}
    first, last = min(mark.day for mark in marks), max(mark.day for mark in marks)
    kinds = {mark.kind for mark in marks}
    found: dict[Key, Recorded] = {}
    for kind in kinds:
        for some in people.batches(ids.values()):
            for person, recorded in recorded_marks(session, kind, Period(first, last), some):
                found |= {(person, KINDS[kind], day.toordinal()): mark for day, mark in recorded.items()}
    return found


def record(draft: Draft, marks: Sequence[tuple[Mark, Where]]) -> None:
    """Record marks. What was recorded before for the same person and session is voided: a correction is a new fact."""
    if not marks:
        return
    ids = people.meet(draft, dict.fromkeys(mark.nip for mark, _ in marks))
    codes, kinds = CODES, KINDS
    rows = [
        (
            ids[mark.nip],
            kinds[mark.kind],
            mark.day.toordinal(),
            codes[mark.code],
            None if mark.at is None else second(mark.at),
            mark.note or None,
            *where,
        )
        for mark, where in marks
    ]
    rows.sort(key=lambda row: row[:3])
    draft.void(MarkFact, _standing(draft.session, [row[:3] for row in rows]))
    draft.record(MarkFact, rows)


def _standing(session: Session, keys: Sequence[Key]) -> list[tuple[int, int, int, int]]:
    """Those of the keys that have a live mark, each with the entry since when."""
    wanted = set(keys)
    days = [day for _, _, day in keys]
    found = []
    for some in people.batches({person for person, _, _ in keys}):
        query = select(MarkFact.person_id, MarkFact.kind, MarkFact.day, MarkFact.since).where(
            MarkFact.person_id.in_(some),
            MarkFact.kind.in_({kind for _, kind, _ in keys}),
            MarkFact.day.between(min(days), max(days)),
            live(session, MarkFact),
        )
        for person, kind, day, since in session.execute(query):
            if (person, kind, day.toordinal()) in wanted:
                found.append((person, kind, day.toordinal(), since))
    return found


def recorded_marks(
    session: Session, kind: Kind, period: Period, some: Collection[int]
) -> Iterator[tuple[int, dict[date, Recorded]]]:
    """The live marks of some people (at most a batch), by person and day."""
    query = (
        select(
            MarkFact.person_id,
            type_coerce(MarkFact.day, Integer),
            MarkFact.code,
            MarkFact.second,
            MarkFact.source_id,
            MarkFact.source_row,
            MarkFact.entry,
        )
        .where(
            MarkFact.person_id.in_(some),
            MarkFact.kind == KINDS[kind],
            MarkFact.day.between(period.first, period.last),
            live(session, MarkFact),
        )
        .order_by(MarkFact.person_id, MarkFact.day)
    )
    found: dict[int, dict[date, Recorded]] = {}
    rows = session.execute(query).all()
    typed = Place("")
    days = {day: date.fromordinal(day) for day in {row[1] for row in rows}}
    names = sources.places(session, {row[4] for row in rows if row[4] is not None})
    for person, day, code, at, source, row, entry in rows:
        place = typed if source is None else names[source]
        mark = Recorded(CODE_OF[code], None if at is None else clock(at), Place(place[0], place[1], row), entry)
        found.setdefault(person, {})[days[day]] = mark
    yield from found.items()


def closures(session: Session, kind: Kind, period: Period) -> Closures:
    """For each line the days of the period whose roll is signed."""
    query = select(ClosureFact.line_id, ClosureFact.day, ClosureFact.signed_by, ClosureFact.entry).where(
        live(session, ClosureFact),
        ClosureFact.kind == KINDS[kind],
        ClosureFact.day.between(period.first, period.last),
    )
    found: dict[int, dict[date, Signed]] = {}
    for line, day, by, entry in session.execute(query):
        found.setdefault(line, {})[day] = Signed(by, entry)
    return found


Roll = tuple[int, Kind, date]
"""The roll of a line for one session: the unit's number, the kind, the day."""


def close(draft: Draft, signatures: Mapping[Roll, str]) -> frozenset[Roll]:
    """Heads sign rolls: each roll with the name of who signs. What is signed already stays. Answers what was new."""
    days = {day for _line, _kind, day in signatures}
    signed = {kind: _signed(draft.session, kind, days) for kind in {kind for _line, kind, _day in signatures}}
    keys = {roll: (roll[0], KINDS[roll[1]], roll[2].toordinal()) for roll in signatures}
    fresh = [roll for roll in signatures if keys[roll] not in signed[roll[1]]]
    draft.record(ClosureFact, sorted((*keys[roll], signatures[roll]) for roll in fresh))
    return frozenset(fresh)


def reopen(draft: Draft, kind: Kind, pairs: Iterable[tuple[int, date]]) -> int:
    """Take signatures back: nobody of these lines is absent until somebody signs again. Answers how many."""
    pairs = set(pairs)
    signed = _signed(draft.session, kind, {day for _line, day in pairs})
    wanted = sorted({(line, KINDS[kind], day.toordinal()) for line, day in pairs})
    keys = [(*key, signed[key]) for key in wanted if key in signed]
    draft.void(ClosureFact, keys)
    return len(keys)


def _signed(session: Session, kind: Kind, days: Collection[date]) -> dict[Key, int]:
    query = select(ClosureFact.line_id, ClosureFact.day, ClosureFact.since).where(
        live(session, ClosureFact), ClosureFact.kind == KINDS[kind], ClosureFact.day.in_(days)
    )
    return {(line, KINDS[kind], day.toordinal()): since for line, day, since in session.execute(query)}


def parked(session: Session) -> list[tuple[str, int, date, date]]:
    """The NIPs that stand on rolls and on no roster: NIP, marks, first and last day."""
    known = select(ProfileFact.person_id).where(live(session, ProfileFact))
    query = (
        select(Person.nip, func.count(), func.min(MarkFact.day), func.max(MarkFact.day))
        .join(Person, Person.id == MarkFact.person_id)
        .where(live(session, MarkFact), MarkFact.person_id.not_in(known))
        .group_by(Person.nip)
        .order_by(Person.nip)
    )
    return [(nip, count, first, last) for nip, count, first, last in session.execute(query)]
