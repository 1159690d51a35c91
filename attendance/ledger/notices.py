"""Notices in the ledger: what was posted, whom it names, what was taken down, and what heads said before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from attendance.ledger.journal import Draft
from attendance.ledger.paper_models import NamedFact, NoticeFact, RetractionFact, ReviewFact
from attendance.ledger.people import Where
from attendance.ledger.views import live
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period


@dataclass(frozen=True, slots=True)
class Posted:
    """A paper that went up. `entry` is the act that posted it; `corrects` the number that a ralat corrects."""

    number: str
    corrects: str
    kind: Kind
    period: Period
    dated: date
    correct_by: date
    remove_on: date
    content: str
    digest: str
    entry: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody who stands on a paper, under which unit, with which figure."""

    person: int
    unit: int
    figure: int


@dataclass(frozen=True, slots=True)
class Retracted:
    """When a notice was taken down before its day, and why."""

    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class Review:
    """What a head said of one of his people; `row` names the fact."""

    row: int
    person: int
    unit: int
    verdict: str  # benar or keberatan
    note: str
    by: str


def posted(session: Session) -> list[Posted]:
    """All notices and ralats, in the order in which they were posted."""
    query = select(NoticeFact).where(live(session, NoticeFact)).order_by(NoticeFact.entry, NoticeFact.id)
    return [
        Posted(
            row.number,
            row.corrects,
            Kind(row.kind),
            Period(row.first, row.last),
            row.dated,
            row.correct_by,
            row.remove_on,
            row.content,
            row.digest,
            row.entry,
        )
        for row in session.scalars(query)
    ]


def standing(session: Session, number: str) -> list[Standing]:
    """The people of a paper, in the order in which they stand on it."""
    query = select(NamedFact.person_id, NamedFact.unit_id, NamedFact.figure)
    query = query.where(live(session, NamedFact), NamedFact.number == number).order_by(NamedFact.id)
    return [Standing(*row) for row in session.execute(query)]


def retracted(session: Session, notice: Posted) -> Retracted | None:
    """Whether a notice was taken down. A retraction that is older than it spoke of another with its number, undone."""
    query = select(RetractionFact.day, RetractionFact.reason).where(
        live(session, RetractionFact), RetractionFact.number == notice.number, RetractionFact.entry > notice.entry
    )
    row = session.execute(query).first()
    return None if row is None else Retracted(*row)


def resting(session: Session, entry: int) -> list[int]:
    """The entries of ralats that correct what an entry posted, the latest first."""
    own = select(NoticeFact.number).where(live(session, NoticeFact), NoticeFact.entry == entry)
    ralats = select(NoticeFact.since).where(live(session, NoticeFact), NoticeFact.corrects.in_(own))
    return sorted(session.scalars(ralats.where(NoticeFact.entry > entry)), reverse=True)


def post(draft: Draft, notice: Posted, people: Iterable[Standing]) -> None:
    """Put up a paper with the people who stand on it, in their order; the `entry` of `notice` is not looked at."""
    days = (notice.period.first, notice.period.last, notice.dated, notice.correct_by, notice.remove_on)
    words = (notice.number, notice.corrects, notice.kind.value)
    draft.record(NoticeFact, [(*words, *(day.toordinal() for day in days), notice.content, notice.digest)])
    draft.record(NamedFact, [(notice.number, one.person, one.unit, one.figure) for one in people])


def retract(draft: Draft, number: str, day: date, reason: str) -> None:
    """Take a notice down; what an earlier notice of its number left behind goes with it."""
    stale = select(RetractionFact.id).where(live(draft.session, RetractionFact), RetractionFact.number == number)
    draft.void(RetractionFact, [tuple(row) for row in draft.session.execute(stale)])
    draft.record(RetractionFact, [(number, day.toordinal(), reason)])


def reviews(session: Session, kind: Kind, period: Period) -> dict[int, Review]:
    """What heads said of the list of a kind and period, by person."""
    query = select(ReviewFact).where(
        live(session, ReviewFact),
        ReviewFact.kind == kind.value,
        ReviewFact.first == period.first,
        ReviewFact.last == period.last,
    )
    return {
        row.person_id: Review(row.id, row.person_id, row.unit_id, row.verdict, row.note, row.signed_by)
        for row in session.scalars(query.order_by(ReviewFact.id))
    }


def review(draft: Draft, kind: Kind, period: Period, found: Sequence[tuple[Review, Where]]) -> None:
    """Record what heads say; what was said of the same people before is voided."""
    before = reviews(draft.session, kind, period)
    draft.void(ReviewFact, [(before[one.person].row,) for one, _where in found if one.person in before])
    span = (kind.value, period.first.toordinal(), period.last.toordinal())
    draft.record(
        ReviewFact,
        [(*span, one.person, one.unit, one.verdict, one.note, one.by, *where) for one, where in found],
    )
