"""People in the ledger: NIPs and their numbers, profiles, postings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from attendance.ledger.journal import Draft
from attendance.ledger.models import Person, PostingFact, ProfileFact
from attendance.ledger.views import during, live
from attendance.rules.periods import Period
from attendance.rules.postings import Posting
from attendance.rules.rosters import Profile, Status

Where = tuple[int | None, int | None]
"""The source and row of a fact; (None, None) for what was typed by hand."""


def batches(numbers: Iterable[int], size: int = 1000) -> Iterator[list[int]]:
    """Numbers in order, a batch at a time: as many as one question can name."""
    ordered = sorted(numbers)
    return (ordered[start : start + size] for start in range(0, len(ordered), size))


def numbers(session: Session, nips: Collection[str] | None = None) -> dict[str, int]:
    """The number of each NIP that was ever met; `nips` None: of all."""
    query = select(Person.nip, Person.id)
    if nips is None or len(nips) > 10_000:
        found = dict(session.execute(query).all())
        return found if nips is None else {nip: found[nip] for nip in nips if nip in found}
    return dict(session.execute(query.where(Person.nip.in_(nips))).all())


def nips(session: Session, people: Collection[int]) -> dict[int, str]:
    """The NIP of each number; also of those who are on no roster any more."""
    query = select(Person.id, Person.nip)
    return {row[0]: row[1] for some in batches(people) for row in session.execute(query.where(Person.id.in_(some)))}


def meet(draft: Draft, nips: Iterable[str]) -> dict[str, int]:
    """The number of each NIP; one that was never met gets the next."""
    wanted = list(dict.fromkeys(nips))
    known = numbers(draft.session, wanted)
    fresh = [nip for nip in wanted if nip not in known]
    return known | dict(zip(fresh, draft.name(Person, [(nip,) for nip in fresh]), strict=True))


def known(session: Session) -> frozenset[int]:
    """The people on some roster: a NIP without a profile is parked, and in no list."""
    return frozenset(session.scalars(select(ProfileFact.person_id).where(live(session, ProfileFact))))


def profiles(session: Session, people: Iterable[int] | None = None) -> dict[int, Profile]:
    """What is known of each person, by number; `people` None: of all."""
    query = select(
        ProfileFact.person_id,
        Person.nip,
        ProfileFact.name,
        ProfileFact.title_before,
        ProfileFact.title_after,
        ProfileFact.status,
        ProfileFact.rank,
        ProfileFact.position,
    ).join(Person, Person.id == ProfileFact.person_id)
    query = query.where(live(session, ProfileFact)).order_by(ProfileFact.person_id)
    if people is None:
        rows = session.execute(query).all()
    else:
        rows = [row for some in batches(people) for row in session.execute(query.where(Person.id.in_(some)))]
    return {row[0]: Profile(row[1], row[2], row[3], row[4], _STATUS[row[5]], row[6], row[7]) for row in rows}


_STATUS = {status.value: status for status in Status}


def postings(
    session: Session, period: Period | None = None, people: Iterable[int] | None = None
) -> dict[int, tuple[Posting, ...]]:
    """Where each person belongs, in order of the days; only postings that touch the period."""
    query = select(
        PostingFact.person_id, PostingFact.unit_id, PostingFact.line_id, PostingFact.first, PostingFact.last
    ).where(live(session, PostingFact))
    if period is not None:
        query = query.where(during(PostingFact, period.first, period.last))
    query = query.order_by(PostingFact.person_id, PostingFact.first)
    if people is None:
        rows = session.execute(query).all()
    else:
        wanted = batches(people)
        rows = [row for some in wanted for row in session.execute(query.where(PostingFact.person_id.in_(some)))]
    found: dict[int, list[Posting]] = {}
    for person, unit, line, first, last in rows:
        found.setdefault(person, []).append(Posting(unit, line, first, last))
    return {person: tuple(held) for person, held in found.items()}


def record_profiles(draft: Draft, rows: Sequence[tuple[int, Profile, Where]]) -> None:
    """What is known of people from now on; what was known before is voided."""
    people = {person for person, _, _ in rows}
    old = [
        (row.id,)
        for some in batches(people)
        for row in draft.session.execute(
            select(ProfileFact.id).where(live(draft.session, ProfileFact), ProfileFact.person_id.in_(some))
        )
    ]
    draft.void(ProfileFact, old)
    draft.record(
        ProfileFact,
        [
            (person, one.name, one.title_before, one.title_after, one.status.value, one.rank, one.position, *where)
            for person, one, where in rows
        ],
    )


def record_postings(draft: Draft, rows: Iterable[tuple[int, Posting, str, Where]]) -> None:
    """People belong to units: person, posting, why it ends, where it was read."""
    draft.record(
        PostingFact,
        [
            (person, held.unit, held.line, _ordinal(held.first), _ordinal(held.last), reason, *where)
            for person, held, reason, where in rows
        ],
    )


def replace_postings(
    draft: Draft, plans: Mapping[int, Sequence[Posting]], reasons: Mapping[int, str], where: Mapping[int, Where]
) -> None:
    """Each person belongs as his plan says, and only so; postings that are in both stay as they were recorded."""
    columns = (
        PostingFact.id,
        PostingFact.person_id,
        PostingFact.unit_id,
        PostingFact.line_id,
        PostingFact.first,
        PostingFact.last,
        PostingFact.source_id,
        PostingFact.source_row,
    )
    gone: list[tuple[int, ...]] = []
    kept: set[tuple[int, Posting]] = set()
    read: dict[tuple[int, Posting], Where] = {}  # where a posting was read, whenever it ends
    for some in batches(plans):
        query = select(*columns).where(live(draft.session, PostingFact), PostingFact.person_id.in_(some))
        for number, person, unit, line, first, last, *source in draft.session.execute(query):
            read[person, Posting(unit, line, first)] = source[0], source[1]
            if (held := Posting(unit, line, first, last)) in plans[person]:
                kept.add((person, held))
            else:
                gone.append((number,))
    draft.void(PostingFact, gone)
    record_postings(
        draft,
        [
            (
                person,
                held,
                reasons.get(person, "") if held.last is not None else "",
                read.get((person, held._replace(last=None))) or where.get(person, (None, None)),
            )
            for person, plan in plans.items()
            for held in plan
            if (person, held) not in kept
        ],
    )


def _ordinal(day: date | None) -> int | None:
    return None if day is None else day.toordinal()
