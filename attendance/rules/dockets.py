"""Dockets: a case with all that is said of it: whose it is, on what it rests now, what comes next and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from attendance.rules import procedure
from attendance.rules.cases import Case, Rested
from attendance.rules.clocks import Whose
from attendance.rules.law import Tier
from attendance.rules.procedure import Due, Kept
from attendance.rules.rosters import Profile
from attendance.rules.sessions import Calendar


@dataclass(frozen=True, slots=True)
class Who:
    """The person of a case, and his unit with the name that lists give it (None and empty where he has none)."""

    profile: Profile
    unit: int | None
    label: str


@dataclass(frozen=True, slots=True)
class Gone:
    """A day on which a case rests that is no absence any more: what it is now, and how that is known.

    Days that lie further back than what is read of the year before are not looked at again.
    """

    day: date
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Changed:
    """The count under a case beside that of today: what fell away, what came in late, what was added since.

    `total`, `run`, `converted` and `tier` are those of today, over the whole year.
    """

    rested: Rested
    total: int
    run: int
    converted: int
    tier: Tier | None
    gone: tuple[Gone, ...]
    late: tuple[date, ...]  # within the days that were judged, known only afterwards
    since: tuple[date, ...]

    @property
    def loud(self) -> bool:
        """Whether the count itself is another now, not only longer."""
        return bool(self.gone or self.late) or self.converted < self.rested.converted


@dataclass(frozen=True, slots=True)
class Docket:
    """A case on a day: what comes next, which clocks ran, when its decision is in force and its sanction ends."""

    case: Case
    who: Who
    today: date
    due: tuple[Due, ...]
    kept: tuple[Kept, ...]
    in_force: date | None
    ends: date | None

    @property
    def first(self) -> Due | None:
        """What presses most; where nothing does, what comes next."""
        dated = sorted(self.pressing(date.max), key=lambda one: one.by or date.max)
        waiting = [one for one in self.due if one.by is None]
        return next(iter((*self.overdue(), *waiting, *dated, *self.due)), None)

    def overdue(self) -> tuple[Due, ...]:
        """What should have been done before today."""
        return tuple(one for one in self.pressing(self.today) if one.by is not None and one.by < self.today)

    def pressing(self, until: date) -> tuple[Due, ...]:
        """What is overdue, or due from today up to a day; what the employee may do presses nobody."""
        found = procedure.pressing(self.due, self.today, until)
        return tuple(one for one in found if one.whose is not Whose.PEGAWAI)

    def state(self, until: date) -> str:
        """How pressing the case is: closed, overdue, due up to a day, or open."""
        if self.case.closed:
            return "closed"
        if self.overdue():
            return "overdue"
        return "due" if self.pressing(until) else "open"

    def urgency(self, one: Due, until: date) -> str:
        """How pressing one thing is: overdue, due, now (no day is set), may (it may be done); empty while far off."""
        if one.earliest:
            return "may" if one.by is None or one.by <= until else ""
        if one.by is None:
            return "now"
        if one.whose is Whose.PEGAWAI:
            return "may" if self.today <= one.by <= until else ""
        if one.by < self.today:
            return "overdue"
        return "due" if one.by <= until else ""


def docket(case: Case, who: Who, calendar: Calendar, today: date) -> Docket:
    """A case with all that is said of it on a day."""
    return Docket(
        case,
        who,
        today,
        tuple(one for one in procedure.due(case, calendar) if not one.lapsed(today)),
        procedure.kept(case, calendar),
        procedure.in_force(case, calendar),
        procedure.ends(case),
    )


@dataclass(frozen=True, slots=True)
class Opening:
    """A case as it is opened: the tier that the count proposes, and what is to be said of it.

    `salary_stop` is the first day without salary; `waiting` names rolls that are not signed; `before` are the closed
    cases on the same grounds.
    """

    case: Case
    tier: Tier | None = None
    salary_stop: date | None = None
    waiting: tuple[str, ...] = ()
    before: tuple[Case, ...] = ()
