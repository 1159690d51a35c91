"""Press: what may be said of attendance in public. No text stands in here at all, so no name of anybody can.

People are numbers that are only counted, units are numbers of the tree, and of a reason for staying away there is
nothing but the class that it belongs to.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeVar

from attendance.rules.codes import Standing
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period, month

SMALL = 5
"""A unit with fewer people is told together with others (UU 27/2022: figures of few people speak of each of them)."""

DAILY = 31
"""With more sessions than this the rows are months instead of days."""

K = TypeVar("K", bound=Hashable)


class TooFew(ValueError):
    """So few people were counted that any figure would speak of each of them."""


class Count(NamedTuple):
    """One person at one session, counted under the unit of that day."""

    person: int
    day: date
    unit: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class Figures:
    """How many people were counted, and their sessions by class."""

    people: int
    present: int
    excused: int
    absent: int

    @property
    def obliged(self) -> int:
        """All sessions at which somebody was expected."""
        return self.present + self.excused + self.absent

    @property
    def rate(self) -> float | None:
        """Present of present and absent, 0 to 1; None where all were excused."""
        required = self.present + self.absent
        return self.present / required if required else None


@dataclass(frozen=True, slots=True)
class UnitRow:
    """The figures of one unit, or of several that are too small to stand alone.

    `change`: percentage points since the period before, None where nothing can be compared.
    """

    units: tuple[int, ...]
    figures: Figures
    change: float | None


@dataclass(frozen=True, slots=True)
class DayRow:
    """The figures of the sessions of one day or month, or of several on which too few people were counted."""

    spans: tuple[Period, ...]
    figures: Figures


@dataclass(frozen=True, slots=True)
class Silent:
    """A line that has not reported, and its days: it is named so, and is in no figure."""

    unit: int
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """The figures of a period as they are given to the press; `before` is the period that `change` compares with."""

    kind: Kind
    period: Period
    before: Period
    small: int
    days: tuple[date, ...]
    by_day: tuple[DayRow, ...]
    by_unit: tuple[UnitRow, ...]
    total: Figures
    change: float | None
    silent: tuple[Silent, ...]

    @property
    def provisional(self) -> bool:
        """Whether some line has not reported."""
        return bool(self.silent)


@dataclass(slots=True)
class Tally:
    """A sum that grows: whom it counted, and the sessions by class."""

    people: set[int] = field(default_factory=set)
    classes: dict[Standing, int] = field(default_factory=dict)

    def add(self, one: Count) -> None:
        """Count a session."""
        self.people.add(one.person)
        self.classes[one.standing] = self.classes.get(one.standing, 0) + 1

    @property
    def figures(self) -> Figures:
        """What was counted."""
        counted = (self.classes.get(one, 0) for one in (Standing.PRESENT, Standing.EXCUSED, Standing.ABSENT))
        return Figures(len(self.people), *counted)


@dataclass(slots=True)
class Book:
    """All sessions of a period, summed by unit and by day."""

    units: dict[int, Tally] = field(default_factory=dict)
    days: dict[date, Tally] = field(default_factory=dict)

    def add(self, counts: Iterable[Count]) -> None:
        """Count sessions; those that nobody has reported are in no figure."""
        for one in counts:
            if one.standing in (Standing.PRESENT, Standing.EXCUSED, Standing.ABSENT):
                self.units.setdefault(one.unit, Tally()).add(one)
                self.days.setdefault(one.day, Tally()).add(one)


def edition(
    kind: Kind,
    period: Period,
    before: Period,
    now: Book,
    then: Book,
    silent: Mapping[int, Iterable[date]],
    small: int = SMALL,
) -> Edition:
    """The edition of what was counted in a period and in the one before. Errors: TooFew."""
    total = _together(now.units.values())
    if total.figures.people < small:
        raise TooFew
    alone, others = parted({unit: now.units[unit] for unit in sorted(now.units)}, small)
    rows = [UnitRow((unit,), now.units[unit].figures, _moved(unit, now, then, small)) for unit in sorted(alone)]
    if others:
        rows.append(UnitRow(tuple(sorted(others)), _together(now.units[unit] for unit in others).figures, None))
    both = now.units.keys() & then.units.keys()
    compared = [_together(book.units[unit] for unit in both).figures for book in (now, then)]
    return Edition(
        kind=kind,
        period=period,
        before=before,
        small=small,
        days=tuple(sorted(now.days)),
        by_day=tuple(_day_rows(now.days, small)),
        by_unit=tuple(rows),
        total=total.figures,
        change=_change(*compared) if min(one.people for one in compared) >= small else None,
        silent=tuple(Silent(unit, tuple(sorted(days))) for unit, days in sorted(silent.items())),
    )


def parted(groups: Mapping[K, Tally], small: int) -> tuple[list[K], list[K]]:
    """The groups that may stand alone, and those that are told together so that nobody can be singled out.

    Together are at least two with at least `small` people, or what one of them did follows from the sum of all.
    """
    ordered = sorted(groups, key=lambda one: len(groups[one].people))
    others = [one for one in ordered if len(groups[one].people) < small]
    alone = ordered[len(others) :]
    while others and alone and (len(others) == 1 or _fewer(groups, others, small)):
        others.append(alone.pop(0))
    return alone, others


def _fewer(groups: Mapping[K, Tally], some: Collection[K], small: int) -> bool:
    return len(_together(groups[one] for one in some).people) < small


def _together(tallies: Iterable[Tally]) -> Tally:
    whole = Tally()
    for one in tallies:
        whole.people |= one.people
        for standing, count in one.classes.items():
            whole.classes[standing] = whole.classes.get(standing, 0) + count
    return whole


def _day_rows(days: Mapping[date, Tally], small: int) -> Iterable[DayRow]:
    """Rows of days, or of months where there are many; what is told together stands last."""
    span: Callable[[date], Period] = _day if len(days) <= DAILY else _month
    spans: dict[Period, list[Tally]] = {}
    for day in sorted(days):
        spans.setdefault(span(day), []).append(days[day])
    groups = {one: _together(found) for one, found in spans.items()}
    alone, others = parted(groups, small)
    for one in sorted(alone):
        yield DayRow((one,), groups[one].figures)
    if others:
        yield DayRow(tuple(sorted(others)), _together(groups[one] for one in others).figures)


def _day(day: date) -> Period:
    return Period(day, day)


def _month(day: date) -> Period:
    return month(day.year, day.month)


def _moved(unit: int, now: Book, then: Book, small: int) -> float | None:
    """How the rate of a unit has changed; of few people nothing is said, in neither period."""
    earlier = then.units.get(unit)
    return _change(now.units[unit].figures, earlier.figures) if earlier and len(earlier.people) >= small else None


def _change(now: Figures, then: Figures) -> float | None:
    """Percentage points between two rates as they are printed, so that who subtracts them finds the same."""
    if now.rate is None or then.rate is None:
        return None
    return round(round(100 * now.rate, 1) - round(100 * then.rate, 1), 1)
