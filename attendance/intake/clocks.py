"""Clocks of machines: which scans cannot have happened when they say they did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import Enum
from itertools import groupby, pairwise
from typing import NamedTuple

from attendance.rules.scans import FACTORY

GAP = timedelta(days=365)
"""A lull this long parts a machine's life in spans."""

SMALL = 10
"""A span is a reset clock's when the span after it, the largest, has at least this many times as many scans."""

DRIFT = timedelta(days=1)
"""In the order of a log a day may go back so far without a clock being wrong."""

STEPS = 20
"""A log whose days go back more often is not in the order in which the machine wrote it."""


class Wrong(Enum):
    """Why a day cannot be true."""

    FUTURE = "future"
    FACTORY = "factory"
    RESET = "reset"


def wrong_days(days: Iterable[date], today: date) -> dict[date, Wrong]:
    """The days of a file that cannot be true: after `today`, a factory date, or a few scans long before all others."""
    counts = Counter(days)
    wrong = {day: Wrong.FUTURE for day in counts if day > today}
    wrong |= {day: Wrong.FACTORY for day in counts if day < FACTORY}
    spans: list[list[date]] = []
    for day in sorted(counts.keys() - wrong.keys()):
        if not spans or day - spans[-1][-1] > GAP:
            spans.append([])
        spans[-1].append(day)
    sizes = [sum(counts[day] for day in span) for span in spans]
    largest = sizes.index(max(sizes)) if sizes else 0
    for span, size in zip(spans[:largest], sizes, strict=False):
        if size * SMALL <= sizes[largest]:
            wrong |= dict.fromkeys(span, Wrong.RESET)
    return wrong


class Run(NamedTuple):
    """Lines of one day that follow each other: how many lines came before them, and how many they are."""

    day: date
    start: int
    size: int


class Jump(NamedTuple):
    """Lines from `start` up to `end`, not counted, whose clock ran elsewhere: they stand between two later days."""

    start: int
    end: int
    before: date
    after: date


def jumps(days: Sequence[date]) -> list[Jump]:
    """Blocks of a log, its days as the lines follow each other, in which the clock was set wrong and then right again.

    Of two readings, that the clock went back and came again or that it ran ahead and was put back, the one that
    doubts fewer lines holds. A block with no good line before or after it, or one that leads on to them day by day, is
    not doubted: it is another log, joined to this one; nor are more than a third of the lines, unless the clock was off
    by more than a lull (`GAP`).
    """
    runs = list(_runs(days))
    back = [place for place in range(1, len(runs)) if runs[place].day < runs[place - 1].day - DRIFT]
    if not back or len(back) > STEPS:
        return []
    found: list[Jump] = []
    near: list[Jump] = []
    for place in back:
        if not found or runs[place].start > found[-1].end:
            blocks = [each for each in (_behind(runs, place), _ahead(runs, place)) if each is not None]
            found += sorted(blocks, key=lambda jump: jump.end - jump.start)[:1]
            near += found[-1:] if blocks and runs[place - 1].day - runs[place].day <= GAP else []
    doubted = sum(jump.end - jump.start for jump in near)
    return found if doubted * 3 <= len(days) else [jump for jump in found if jump not in near]


def backs(days: Sequence[date]) -> list[int]:
    """Where the days of a log go back by more than a drift: how many lines come before each such place."""
    return [run.start for before, run in pairwise(_runs(days)) if run.day < before.day - DRIFT]


def _runs(days: Sequence[date]) -> Iterator[Run]:
    start = 0
    for day, lines in groupby(days):
        size = sum(1 for _line in lines)
        yield Run(day, start, size)
        start += size


def _behind(runs: Sequence[Run], place: int) -> Jump | None:
    """The block that begins at `place`, where the clock went back, and ends where it came again, by about as much."""
    before = runs[place - 1].day
    for last, run in zip(runs[place:], runs[place + 1 :], strict=False):
        if run.day >= before - DRIFT:
            again = (run.day - last.day) * 2 >= before - runs[place].day
            return Jump(runs[place].start, run.start, before, run.day) if again else None
    return None


def _ahead(runs: Sequence[Run], place: int) -> Jump | None:
    """The block that ends before `place`, where a clock that had run ahead was put back, by about as much."""
    after = runs[place].day
    for earlier in range(place - 2, -1, -1):
        if runs[earlier].day <= after + DRIFT:
            again = (runs[earlier + 1].day - runs[earlier].day) * 2 >= runs[place - 1].day - after
            return Jump(runs[earlier + 1].start, runs[place].start, runs[earlier].day, after) if again else None
    return None
