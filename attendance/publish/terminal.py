"""Terminal: a table as plain text that fits the screen, with nothing cut and nothing that steers the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attendance.language import _
from attendance.publish.formats import safe
from attendance.publish.formats import width as columns_of
from attendance.publish.tables import Align, Column, Table, shown

GAP = "  "
NARROWEST = 12
"""A wrapped column is not made narrower than this: below it a list of records is easier to read."""


def render(table: Table, width: int) -> str:
    """The table in lines of at most `width` columns: headings over a rule, wide texts wrapped, totals, notes.

    Where even wrapping does not help, each row becomes a record of `heading: value` lines.
    """
    lines = wrap(table.title, width) if table.title else []
    if table.rows:
        cells = [
            [shown(cell, column.sort) for cell, column in zip(row, table.columns, strict=True)] for row in table.lines()
        ]
        widths = _widths(table.columns, cells, width)
        body = _grid(table, cells, widths) if widths else _records(table, cells, width)
        lines += ["", *body]
    elif not table.notes:
        lines += ["", _("(none)")]
    if table.notes:
        lines += ["", *(line for note in table.notes for line in wrap(note, width))]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def wrap(text: str, width: int) -> list[str]:
    """A text in lines of at most `width` columns, broken between words, and inside a word only where it must be."""
    lines = [""]
    for word in safe(text).split():
        joined = f"{lines[-1]} {word}".lstrip()
        if columns_of(joined) <= width:
            lines[-1] = joined
            continue
        first, *rest = _pieces(word, width)
        lines += [first, *rest] if lines[-1] else rest
        if not lines[0]:
            lines[0] = first
    return lines


def folded(line: str, width: int) -> list[str]:
    """A message in lines of at most `width` columns; those after the first begin where its words begin."""
    if columns_of(line) <= width:
        return [line]
    begins = len(line) - len(line.lstrip(" !?-"))
    margin = begins or 2
    first, *others = wrap(line[begins:], width - margin)
    return [line[:begins] + first, *(" " * margin + other for other in others)]


def _pieces(word: str, width: int) -> list[str]:
    pieces = [""]
    for sign in word:
        if columns_of(pieces[-1] + sign) > width and pieces[-1]:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def _widths(columns: Sequence[Column], cells: Sequence[Sequence[str]], width: int) -> list[int] | None:
    """How wide each column is; wide ones give way, the widest first; None where the table cannot fit."""
    longest = [
        max(
            max(columns_of(row[i]) for row in cells),
            max(columns_of(word) for word in (safe(column.heading).split() or [""])),
        )
        for i, column in enumerate(columns)
    ]
    excess = sum(longest) + len(GAP) * (len(columns) - 1) - width
    while excess > 0:
        widest = max((i for i, column in enumerate(columns) if column.wide), key=longest.__getitem__, default=None)
        if widest is None or longest[widest] <= NARROWEST:
            return None
        longest[widest] -= 1
        excess -= 1
    return longest


def _grid(table: Table, cells: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    headings = [wrap(column.heading, room) for column, room in zip(table.columns, widths, strict=True)]
    height = max(map(len, headings))
    aligns = [column.align for column in table.columns]
    yield from _row([[""] * (height - len(heading)) + heading for heading in headings], widths, aligns)
    rule = GAP.join("-" * room for room in widths)
    yield rule
    for number, row in enumerate(cells):
        if number == len(table.rows):
            yield rule
        yield from _row([wrap(cell, room) for cell, room in zip(row, widths, strict=True)], widths, aligns)


def _row(cells: Sequence[Sequence[str]], widths: Sequence[int], aligns: Sequence[Align]) -> Iterator[str]:
    """The lines of one row, each cell given as its own lines."""
    for at in range(max(map(len, cells))):
        yield GAP.join(
            _placed(cell[at] if at < len(cell) else "", room, align)
            for cell, room, align in zip(cells, widths, aligns, strict=True)
        )


def _placed(text: str, room: int, align: Align) -> str:
    space = room - columns_of(text)
    left = {"left": 0, "right": space, "center": space // 2}[align]
    return " " * left + text + " " * (space - left)


def _records(table: Table, cells: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    for number, row in enumerate(cells):
        if number:
            yield ""
        for column, cell in zip(table.columns, row, strict=True):
            yield from wrap(f"{column.heading}: {cell}", width)
