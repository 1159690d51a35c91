"""Clocks of machines: which scans cannot have happened when they say they did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from enum import Enum

FACTORY = date(2001, 1, 1)
"""Machines wake up in the year 2000: no scan before this day is true."""

GAP = timedelta(days=365)
"""A lull this long parts a machine's life in spans."""

SMALL = 10
"""A span is a reset clock's when the span after it, the largest, has at least this many times as many scans."""


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
