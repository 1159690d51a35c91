"""TPP: what is cut from a person's monthly allowance, by the office's own table and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from attendance.rules.codes import RECORDED, Code, Standing
from attendance.rules.histories import Day
from attendance.rules.kinds import Kind

LATE, EARLY = "TM", "PC"
WORDS = (*(code.value for code in RECORDED if code is not Code.H), LATE, EARLY)
"""What may be counted of a day: a code other than presence, a late arrival, an early leave."""


@dataclass(frozen=True, slots=True)
class Cut:
    """So many percent for each day of a kind that is one of `words`; at most `most` percent together, where it is set.

    With `on` only these days are meant, and no other cut of the kind counts them for the same word: the apel after
    the holidays.
    """

    name: str
    kind: Kind
    words: tuple[str, ...]
    percent: float
    most: float | None = None
    on: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Level:
    """From `least` such days on, at least so many percent are cut: from 7 days of TK on, all of it."""

    kind: Kind
    words: tuple[str, ...]
    least: int
    percent: float


@dataclass(frozen=True, slots=True)
class Table:
    """The office's table; `most` percent are cut at most in a month."""

    cuts: tuple[Cut, ...] = ()
    levels: tuple[Level, ...] = ()
    most: float = 100.0

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds that the table speaks of, each once, in its order."""
        return tuple(dict.fromkeys([*(one.kind for one in self.cuts), *(one.kind for one in self.levels)]))


@dataclass(frozen=True, slots=True)
class Item:
    """What one cut comes to: the days it counts, and percent."""

    cut: Cut
    days: tuple[Day, ...]

    @property
    def percent(self) -> float:
        """Count times percent, at most the cut's own most."""
        return least_of(len(self.days) * self.cut.percent, self.cut.most)


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What is cut from one person: each item, the counts of the levels, and the sum."""

    items: tuple[Item, ...]
    reached: tuple[int, ...]  # for each level of the table, how many days
    table: Table

    @property
    def level(self) -> float:
        """The percent of the highest level that is reached; 0 where none is."""
        levels = zip(self.table.levels, self.reached, strict=True)
        return max((level.percent for level, count in levels if count >= level.least), default=0.0)

    @property
    def added(self) -> float:
        """All items together."""
        return round(sum(item.percent for item in self.items), 4)

    @property
    def percent(self) -> float:
        """What is cut in the end: the items together, or the level where that is more; never above the most."""
        return least_of(max(self.added, self.level), self.table.most)


def least_of(percent: float, most: float | None) -> float:
    """A figure of percent within its most."""
    return round(percent if most is None else min(percent, most), 4)


def said(day: Day) -> set[str]:
    """What a day is for the table: its code, and TM or PC beside a presence."""
    words = {day.code.value}
    if day.standing is Standing.PRESENT:
        words |= {LATE} if day.late_arrival else set()
        words |= {EARLY} if day.early_leave else set()
    return words


def reckon(days: Mapping[Kind, Sequence[Day]], table: Table) -> Reckoned:
    """What the table makes of a person's days of each kind."""
    items = tuple(Item(cut, _counted(cut, days.get(cut.kind, ()), table)) for cut in table.cuts)
    reached = tuple(len(_of(level.words, days.get(level.kind, ()))) for level in table.levels)
    return Reckoned(items, reached, table)


def _of(words: tuple[str, ...], days: Iterable[Day]) -> tuple[Day, ...]:
    return tuple(day for day in days if said(day) & set(words))


def _counted(cut: Cut, days: Sequence[Day], table: Table) -> tuple[Day, ...]:
    found = _of(cut.words, days)
    if cut.on:
        return tuple(day for day in found if day.day in cut.on)
    special = [one for one in table.cuts if one.on and one.kind is cut.kind and set(one.words) & set(cut.words)]
    return tuple(day for day in found if not any(day.day in one.on for one in special))
