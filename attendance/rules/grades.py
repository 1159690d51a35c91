"""Grades: units in the order of their rates, each with a letter by the office's own table, beside the period before."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from attendance.rules.totals import Totals

Grades = Mapping[str, float]
"""The letter and the least rate (0 to 1) that earns it."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A unit among the others. `rank` None: not all its rolls are closed, or nothing was required of it.

    Whoever has not reported has no absence yet, and would stand first with a rate of one.
    """

    unit: int
    people: int
    totals: Totals
    rank: int | None = None
    grade: str = ""
    rate_before: float | None = None
    rank_before: int | None = None

    @property
    def change(self) -> float | None:
        """By how much the rate has changed, as a share: 0.021 are 2.1 percentage points."""
        if self.rank is None or self.rate_before is None or self.totals.rate is None:
            return None
        return self.totals.rate - self.rate_before

    @property
    def climbed(self) -> int | None:
        """How many ranks it has climbed; negative where it fell."""
        return None if self.rank is None or self.rank_before is None else self.rank_before - self.rank


Sums = Mapping[int, tuple[int, Totals]]
"""For each unit how many people, and their totals."""


def grade(rate: float, table: Grades) -> str:
    """The letter of a rate: the one with the highest least that it reaches; empty without a table."""
    reached = [(least, letter) for letter, least in table.items() if rate >= least]
    return max(reached)[1] if reached else ""


@dataclass(frozen=True, slots=True)
class Standings:
    """The sums of a period, and the units that wait for the signature of some roll."""

    sums: Sums
    waiting: Collection[int] = ()


def ranked(now: Standings, before: Standings, table: Grades, labels: Mapping[int, str]) -> tuple[Ranked, ...]:
    """The units of a period, the best first, equal rates on equal ranks; those that have no rank come last, by name."""
    earlier = {one.unit: one for one in _placed(before, labels)}
    return tuple(
        replace(
            one,
            grade=grade(one.totals.rate, table) if one.rank is not None and one.totals.rate is not None else "",
            rate_before=_rate_of(earlier.get(one.unit)),
            rank_before=earlier[one.unit].rank if one.unit in earlier else None,
        )
        for one in _placed(now, labels)
    )


def _rate_of(one: Ranked | None) -> float | None:
    return one.totals.rate if one is not None and one.rank is not None else None


def _placed(found: Standings, labels: Mapping[int, str]) -> list[Ranked]:
    units = [Ranked(unit, people, totals) for unit, (people, totals) in found.sums.items()]
    known = [one for one in units if one.totals.required and one.unit not in found.waiting]
    rates = sorted((one.totals.rate or 0.0 for one in known), reverse=True)
    placed = [replace(one, rank=rates.index(one.totals.rate or 0.0) + 1) for one in known]
    rest = [one for one in units if not one.totals.required or one.unit in found.waiting]
    placed.sort(key=lambda one: (one.rank or 0, labels[one.unit]))
    return [*placed, *sorted(rest, key=lambda one: labels[one.unit])]
