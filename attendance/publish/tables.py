"""Tables: the one form between what a list says and how it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from attendance.publish import formats

Align = Literal["left", "right", "center"]
Sort = Literal["text", "int", "rate", "date", "nip", "points", "steps", "percent"]
"""What cells are: `rate` a share of 0 to 1, `points` and `steps` a change up or down, `percent` a figure of percent."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `key` names it in data, `heading` on paper; `sort` is what the cells are; a `wide` one may wrap.

    A `detail` stands in files and data only: a screen has no room for it. `formula` says how a spreadsheet reckons the
    cell from the others of its row, named by {key}, where that is no text; a column that is `summed` is added up below.
    """

    key: str
    heading: str
    align: Align = "left"
    sort: Sort = "text"
    wide: bool = False
    detail: bool = False
    formula: str = ""
    summed: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A list: cells are str, int, float, date, bool, None, or a tuple of these, one for each column of each row."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[object, ...], ...]
    notes: tuple[str, ...] = ()
    totals: tuple[object, ...] | None = None
    numbered: bool = False  # on paper a row of numbers stands below the headings

    def brief(self) -> Table:
        """What a screen shows: the table without its details."""
        kept = [place for place, column in enumerate(self.columns) if not column.detail]

        def pick(cells: tuple[object, ...]) -> tuple[object, ...]:
            return tuple(cells[place] for place in kept)

        columns = tuple(self.columns[place] for place in kept)
        totals = None if self.totals is None else pick(self.totals)
        return replace(self, columns=columns, rows=tuple(map(pick, self.rows)), totals=totals)

    def lines(self) -> Iterator[tuple[object, ...]]:
        """The rows, and the totals after them."""
        yield from self.rows
        if self.totals is not None:
            yield self.totals


def shown(cell: object, sort: Sort) -> str:
    """A cell as an officer reads it: 28,6 %, 20.548, 4 Mar 2019, ya; a figure that cannot be said is a dash."""
    if cell is None:
        return "" if sort in ("text", "date", "nip") else "-"
    if isinstance(cell, tuple):
        return ", ".join(shown(part, sort) for part in cell)
    if isinstance(cell, bool):
        return "ya" if cell else "tidak"
    if isinstance(cell, date):
        return formats.short_day(cell)
    if isinstance(cell, int | float) and sort == "rate":
        return formats.rate(cell)
    if isinstance(cell, int | float) and sort in ("points", "steps"):
        return formats.change(cell)
    if isinstance(cell, int | float) and sort == "percent":
        return f"{formats.number(cell)} %"
    if isinstance(cell, float) or (isinstance(cell, int) and sort == "int"):
        return formats.number(cell)
    if isinstance(cell, str | int):
        return formats.safe(str(cell))
    raise TypeError(f"a table cannot hold {cell!r}")
