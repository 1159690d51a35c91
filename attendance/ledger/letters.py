"""Letters in the ledger: recorded, voided, and found by the days they cover."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from attendance.errors import Place
from attendance.ledger import people
from attendance.ledger.journal import Draft
from attendance.ledger.models import LetterFact, Person
from attendance.ledger.people import Where
from attendance.ledger.views import live
from attendance.rules.codes import Code
from attendance.rules.histories import Held
from attendance.rules.letters import Letter
from attendance.rules.periods import Period


@dataclass(frozen=True, slots=True)
class Filed:
    """A letter with the number of its row, its person and the entry that recorded it."""

    number: int
    person: int
    letter: Letter
    entry: int


def filed(session: Session, period: Period | None = None, nips: Iterable[str] | None = None) -> list[Filed]:
    """The live letters that touch the period, by first day."""
    query = (
        select(LetterFact, Person.nip)
        .join(Person, Person.id == LetterFact.person_id)
        .where(live(session, LetterFact))
        .order_by(LetterFact.first, LetterFact.entry, LetterFact.sort, LetterFact.number, LetterFact.id)
    )
    if period is not None:
        query = query.where(LetterFact.first <= period.last, LetterFact.last >= period.first)
    if nips is not None:
        query = query.where(Person.nip.in_(set(nips)))
    return [
        Filed(
            row.id,
            row.person_id,
            Letter(nip, Code(row.code), row.sort, row.first, row.last, row.number, row.dated, row.note, Place("")),
            row.entry,
        )
        for row, nip in session.execute(query)
    ]


def held(found: Iterable[Filed]) -> dict[int, list[Held]]:
    """The letters of each person, as the rules take them."""
    by_person: dict[int, list[Held]] = {}
    for one in found:
        letter = one.letter
        held = Held(letter.code, letter.sort, letter.first, letter.last, letter.number, one.entry)
        by_person.setdefault(one.person, []).append(held)
    return by_person


def record(draft: Draft, letters: Sequence[tuple[Letter, Where]]) -> None:
    """File letters."""
    ids: Mapping[str, int] = people.meet(draft, (letter.nip for letter, _ in letters))
    draft.record(
        LetterFact,
        [
            (
                ids[one.nip],
                one.code.value,
                one.sort,
                one.first.toordinal(),
                one.last.toordinal(),
                one.number,
                None if one.dated is None else one.dated.toordinal(),
                one.note,
                *where,
            )
            for one, where in letters
        ],
    )


def void(draft: Draft, numbers: Iterable[int]) -> None:
    """Take letters back: the days mean again what they meant without them."""
    draft.void(LetterFact, [(number,) for number in numbers])
