"""Ralats: the paper that corrects a notice, and says nothing of why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from attendance.rules.kinds import Kind
from attendance.rules.notices import Named
from attendance.rules.offices import Office, Signatory
from attendance.rules.periods import Period


@dataclass(frozen=True, slots=True)
class Change:
    """What a notice said of somebody, and what it should have said; None: he should not have stood on it."""

    unit: str
    before: Named
    after: Named | None


@dataclass(frozen=True, slots=True)
class Ralat:
    """The correction of a notice. `never`: the notice said of its people that they never came."""

    office: Office
    kind: Kind
    period: Period
    corrects: str  # the number of the notice
    posted: date  # its date
    never: bool
    changes: tuple[Change, ...]  # by unit and name
    signatory: Signatory | None
    number: str
    dated: date
    remove_on: date
    entry: int
    head: str
    paper: str = "A4"

    @property
    def people(self) -> int:
        """How many people are named."""
        return len(self.changes)


def cleared(changes: Sequence[Change]) -> int:
    """How many should not have stood on the notice."""
    return sum(change.after is None for change in changes)
