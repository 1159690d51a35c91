"""Dossiers: all facts of a person that a judgment needs, gathered a batch of people at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from attendance.ledger import exemptions, letters, people, rolls, scans
from attendance.rules.histories import Closures, Dossier, Held
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period
from attendance.rules.postings import Exemption, Posting
from attendance.rules.units import Tree


@dataclass(slots=True)
class Files:
    """What is held of everybody for one kind and period, apart from marks and scans: small enough to keep at hand."""

    kind: Kind
    period: Period
    known: frozenset[int]  # those who have a profile
    postings: dict[int, tuple[Posting, ...]]
    exemptions: dict[int, list[Exemption]]
    line_exemptions: dict[int, list[Exemption]]
    letters: dict[int, list[Held]]
    closures: Closures

    def everyone(self) -> list[int]:
        """All people who belong somewhere in the period, in order."""
        return sorted(person for person in self.postings if person in self.known)


def files(session: Session, kind: Kind, period: Period, tree: Tree, only: Collection[int] | None = None) -> Files:
    """Gather what is held for a kind and a period; `only` these people where they are named."""
    granted = exemptions.granted(session, period)
    within = {one.unit: tree.within([one.unit]) for one in granted if one.unit is not None}
    return Files(
        kind,
        period,
        people.known(session),
        people.postings(session, period, only),
        exemptions.of_people(granted),
        exemptions.of_lines(granted, within),
        letters.held(letters.filed(session, period)),
        rolls.closures(session, kind, period),
    )


def dossiers(
    session: Session, held: Files, wanted: Iterable[int], machines: Collection[int] | None = None
) -> Iterator[Dossier]:
    """The dossiers of some people in order of their numbers, with marks and scans read a batch at a time.

    `machines` are those whose scans count for the kind; None: all.
    """
    for some in people.batches((person for person in wanted if person in held.known), 500):
        profiles = people.profiles(session, some)
        marks = dict(rolls.recorded_marks(session, held.kind, held.period, some))
        shown = scans.of_people(session, held.period, some, machines) if machines != [] else {}
        for person in some:
            yield Dossier(
                person,
                profiles[person],
                held.postings.get(person, ()),
                held.exemptions.get(person, ()),
                held.letters.get(person, ()),
                marks.get(person, {}),
                shown.get(person, {}),
            )
