"""Chronic absence: the rules that flag a person, each with its limit, figure and dates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from attendance.rules import runs, totals
from attendance.rules.codes import Code
from attendance.rules.histories import Day, History
from attendance.rules.totals import Totals


@dataclass(frozen=True, slots=True)
class Limits:
    """The office's own limits, all inclusive; a rule whose limit is None is off."""

    never_min: int | None = 3
    run_limit: int | None = 3
    rare_below: float | None = 0.5
    rare_min: int = 5
    often_limit: int | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """A rule that a person meets: its limit, the figure reached, the days counted."""

    rule: str
    limit: float
    figure: float
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """A rule that a person does not meet yet: how many more absences would do it, if that can be said."""

    rule: str
    limit: float
    figure: float | None
    missing: int | None


@dataclass(frozen=True, slots=True)
class Flagged:
    """A person with his history, his totals, and every flag; no flags when only asked for by `--all`."""

    history: History
    totals: Totals
    run: int
    flags: tuple[Flag, ...]


Rule = Callable[[History, Totals, Limits], Flag | Near | None]


def _absences(history: History) -> tuple[Day, ...]:
    return tuple(day for day in history.days if day.code is Code.TK)


def never(history: History, sums: Totals, limits: Limits) -> Flag | Near | None:
    """tidak-pernah: not once present, and absent at least `never_min` times."""
    if limits.never_min is None:
        return None
    if sums.present == 0 and sums.absent >= limits.never_min:
        return Flag("tidak-pernah", limits.never_min, sums.absent, _absences(history))
    missing = limits.never_min - sums.absent if sums.present == 0 else None
    return Near("tidak-pernah", limits.never_min, sums.absent, missing)


def in_a_row(history: History, sums: Totals, limits: Limits) -> Flag | Near | None:
    """beruntun: a run of absence of at least `run_limit`."""
    if limits.run_limit is None:
        return None
    run = runs.longest(history.days)
    if len(run) >= limits.run_limit:
        return Flag("beruntun", limits.run_limit, len(run), run)
    last = runs.last(history.days)
    return Near("beruntun", limits.run_limit, len(run), limits.run_limit - len(last))


def rare(history: History, sums: Totals, limits: Limits) -> Flag | Near | None:
    """jarang: present at less than `rare_below` of at least `rare_min` required sessions."""
    if limits.rare_below is None:
        return None
    if sums.rate is not None and sums.rate < limits.rare_below and sums.required >= limits.rare_min:
        return Flag("jarang", limits.rare_below, sums.rate, _absences(history))
    return Near("jarang", limits.rare_below, sums.rate, _until_rare(sums, limits.rare_below, limits.rare_min))


def _until_rare(sums: Totals, below: float, at_least: int) -> int | None:
    """How many more absences, and nothing else, make the rate fall below the limit."""
    if below <= 0:
        return None
    required = max(at_least, sums.required, int(sums.present / below), 1)
    while sums.present / required >= below:
        required += 1
    return required - sums.required


def often(history: History, sums: Totals, limits: Limits) -> Flag | Near | None:
    """sering: absent at least `often_limit` times."""
    if limits.often_limit is None:
        return None
    if sums.absent >= limits.often_limit:
        return Flag("sering", limits.often_limit, sums.absent, _absences(history))
    return Near("sering", limits.often_limit, sums.absent, limits.often_limit - sums.absent)


RULES: tuple[Rule, ...] = (never, in_a_row, rare, often)
"""Every rule, in the order in which a list shows them."""


def judge(history: History, limits: Limits) -> Flagged:
    """The flags of one person."""
    sums = totals.of_history(history)
    found = (rule(history, sums, limits) for rule in RULES)
    flags = tuple(result for result in found if isinstance(result, Flag))
    return Flagged(history, sums, len(runs.longest(history.days)), flags)


def near(history: History, limits: Limits) -> tuple[Near, ...]:
    """The rules that are on and not met, with how far the next step is."""
    sums = totals.of_history(history)
    return tuple(result for rule in RULES if isinstance(result := rule(history, sums, limits), Near))


def flags(histories: Iterable[History], limits: Limits) -> Iterator[Flagged]:
    """Those of the histories that some rule flags."""
    return (flagged for history in histories if (flagged := judge(history, limits)).flags)
