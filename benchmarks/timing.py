"""Timing: the program and its floors in turn, A B A B, so that a noisy machine is as noisy for both."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from time import perf_counter, process_time
from typing import Any

Side = Callable[[], float]
"""Does the work once and answers how much it took; what is prepared or tidied up is not counted."""


@dataclass(frozen=True)
class Row:
    """A path of the program against one floor: what each took in every round, in `measure` (s or MB)."""

    name: str
    path: str
    floor: str
    aim: str
    ours: list[float]
    theirs: list[float]
    measure: str = "s"
    note: str = ""

    @property
    def ratio(self) -> float:
        """The median against the median."""
        return median(self.ours) / median(self.theirs)

    @property
    def spread(self) -> tuple[float, float]:
        """The smallest and the largest ratio of a round."""
        rounds = [one / other for one, other in zip(self.ours, self.theirs, strict=True)]
        return min(rounds), max(rounds)


def timed(work: Callable[..., Any], *values: Any) -> float:
    """How many seconds a call takes."""
    gc.collect()
    start = perf_counter()
    work(*values)
    return perf_counter() - start


def busy(took: list[float], work: Callable[..., Any], *values: Any) -> float:
    """The same, and puts down in `took` for how many of them the processor was busy."""
    start = process_time()
    seconds = timed(work, *values)
    took.append(process_time() - start)
    return seconds


def rounds(sides: Mapping[str, Side], count: int) -> dict[str, list[float]]:
    """What each side took in each of the rounds, every side once a round, after one that is not counted."""
    took: dict[str, list[float]] = {name: [] for name in sides}
    for number in range(count + 1):
        for name, side in sides.items():
            seconds = side()
            if number:
                took[name].append(seconds)
    return took
