"""Runs of absence: days in a row without a word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attendance.rules.codes import Code
from attendance.rules.histories import Day


def runs(days: Iterable[Day]) -> list[tuple[Day, ...]]:
    """All runs of TK, in order. Presence and excuse break a run; NR and BL neither count nor break."""
    found: list[tuple[Day, ...]] = []
    current: list[Day] = []
    for day in days:
        if day.code is Code.TK:
            current.append(day)
        elif day.code not in (Code.NR, Code.BL) and current:
            found.append(tuple(current))
            current = []
    if current:
        found.append(tuple(current))
    return found


def longest(days: Iterable[Day]) -> tuple[Day, ...]:
    """The longest run of TK, the earliest of equals; empty when nobody was absent."""
    return max(runs(days), key=len, default=())


def last(days: Sequence[Day]) -> tuple[Day, ...]:
    """The run of TK that is still open at the end of the days; empty when the last counted day broke it."""
    found: list[Day] = []
    for day in reversed(days):
        if day.code is Code.TK:
            found.append(day)
        elif day.code not in (Code.NR, Code.BL):
            break
    return tuple(reversed(found))
