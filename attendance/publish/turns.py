"""Turns: where a printed sheet turns the page, reckoned from its rows, so that no signature is torn from its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from attendance.publish.papers import SIZES

POINTS = 72 / 25.4
SIDES = 2 * 0.4 * 72  # margins left and right, in points
ENDS = (0.55 + 0.7) * 72  # above and below
CHARACTER = 5.5  # points of a column's width
CARE = 0.95
"""Programs differ in the height of a row; so much of a page is taken to be filled for certain."""
SMALLER = 1.15
"""So much more than a page is shrunk onto it: letters of 9 points are 8 then, which are still read."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds in points of the sheet's own rows; each page but the first repeats some of them."""

    room: float
    repeated: tuple[int, int]

    def used(self, heights: Sequence[float]) -> float:
        """How much of the last page the rows fill."""
        first, last = self.repeated
        filled = 0.0
        for height in heights:
            if filled and filled + height > self.room:
                filled = sum(heights[first - 1 : last])
            filled += height
        return filled

    def nearly(self, points: float) -> bool:
        """Whether so many points, from the top of the sheet, lack little to stand on one page."""
        return points <= self.room * SMALLER


def page(paper: str, landscape: bool, widths: Sequence[float], repeated: tuple[int, int]) -> Page:
    """The page of a sheet whose columns are shrunk to its width."""
    short, long = (side * POINTS for side in SIZES[paper])
    across, down = (long, short) if landscape else (short, long)
    shrunk = min(1.0, (across - SIDES) / (sum(widths) * CHARACTER))
    return Page((down - ENDS) / shrunk * CARE, repeated)
