"""Banners: words in letters as high as three lines, to be read from two metres."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

WIDE, HIGH = 5, 5
"""Points of a letter. Two points stand above each other in one sign of the screen: a letter takes three lines."""

GAP = 1
MOST_ROWS = 3
HALVES = " ▀▄█"
"""The four signs: no point, the upper one, the lower one, both."""

LETTERS = {
    "ABCDEFGHIJKLM": """
        .###..####...####.####..#####.#####..####.#...#..###....###.#...#.#.....#...#
        #...#.#...#.#.....#...#.#.....#.....#.....#...#...#......#..#..#..#.....##.##
        #####.####..#.....#...#.####..####..#..##.#####...#......#..###...#.....#.#.#
        #...#.#...#.#.....#...#.#.....#.....#...#.#...#...#...#..#..#..#..#.....#...#
        #...#.####...####.####..#####.#......####.#...#..###...##...#...#.#####.#...#
    """,
    "NOPQRSTUVWXYZ": """
        #...#..###..####...###..####...####.#####.#...#.#...#.#...#.#...#.#...#.#####
        ##..#.#...#.#...#.#...#.#...#.#.......#...#...#.#...#.#...#..#.#...#.#.....#.
        #.#.#.#...#.####..#.#.#.####...###....#...#...#.#...#.#.#.#...#.....#.....#..
        #..##.#...#.#.....#..#..#..#......#...#...#...#..#.#..##.##..#.#....#....#...
        #...#..###..#......##.#.#...#.####....#....###....#...#...#.#...#...#...#####
    """,
    "0123456789": """
        .###....#...####..####..#..#..#####..###..#####..###...###.
        #..##..##.......#.....#.#..#..#.....#.........#.#...#.#...#
        #.#.#...#....###...###..#####.####..####.....#...###...####
        ##..#...#...#.........#....#......#.#...#...#...#...#.....#
        .###...###..#####.####.....#..####...###....#....###...###.
    """,
}
"""The letters, one beside the other, a point apart."""

OTHERS = {".": "....#", "-": "..#..", "'": "##..."}
"""Signs of one column, from top to bottom."""


def letters(text: str, columns: int) -> list[str]:
    """A text in large letters, in lines of at most `columns`; broken between words, and inside one where it must be.

    At most three rows of letters: what does not fit, and signs that we have no letter for, are left out.
    """
    room = max(1, (columns + GAP) // (WIDE + GAP))
    lines: list[str] = []
    for row in _rows(_capitals(text), room)[:MOST_ROWS]:
        lines += _drawn(row)
    return lines


def drawable(encoding: str | None) -> bool:
    """Whether a screen of this encoding has the signs."""
    try:
        HALVES.encode(encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return False
    return True


def _capitals(text: str) -> list[str]:
    known = _glyphs()
    plain = unicodedata.normalize("NFKD", text.upper())
    words = ("".join(sign for sign in word if sign in known) for word in plain.split())
    return [word for word in words if word]


def _rows(words: list[str], room: int) -> list[str]:
    rows = [""]
    for word in words:
        if rows[-1] and len(rows[-1]) + 1 + len(word) <= room:
            rows[-1] += f" {word}"
            continue
        rows += [word[start : start + room] for start in range(0, len(word), room)]
    return rows[1:]


def _drawn(row: str) -> Iterator[str]:
    known = _glyphs()
    points = [(" " * GAP).join(known[sign][line] for sign in row) for line in range(HIGH)] + [""]
    width = len(points[0])
    for upper, lower in zip(points[::2], points[1::2], strict=True):
        pairs = zip(upper, lower.ljust(width), strict=True)
        yield "".join(HALVES[(above == "#") + 2 * (below == "#")] for above, below in pairs).rstrip()


@cache
def _glyphs() -> dict[str, tuple[str, ...]]:
    """For each sign its points, line by line."""
    found = {" ": (" " * WIDE,) * HIGH}
    for signs, drawing in LETTERS.items():
        lines = drawing.replace(".", " ").strip("\n").split("\n")
        found |= _cut(signs, [line[8:] for line in lines[:HIGH]])
    for sign, column in OTHERS.items():
        found[sign] = tuple(f"  {point}  ".replace(".", " ") for point in column)
    return found


def _cut(signs: str, lines: list[str]) -> dict[str, tuple[str, ...]]:
    step = WIDE + GAP
    return {sign: tuple(line[at * step : at * step + WIDE] for line in lines) for at, sign in enumerate(signs)}
