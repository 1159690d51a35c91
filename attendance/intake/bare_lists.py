"""Lists of people without any headings: which column is which is told by what stands in it."""

from __future__ import annotations

from collections.abc import Iterable

from attendance.intake.cells import Cell, text
from attendance.intake.headings import Heading, Headings
from attendance.intake.tables import Table
from attendance.intake.workbooks import Sheet
from attendance.rules import names, nip, ranks

SAMPLE = 50
"""How many rows are looked at."""


def table(sheet: Sheet) -> Table | None:
    """The sheet as a table if one column holds NIPs, or numbers that were NIPs, in most rows; else None."""
    rows = [cells for _number, cells in sheet.rows[:SAMPLE] if any(map(text, cells))]
    columns = range(max(map(len, rows), default=0))
    tests = {"nip": _like_nip, "rank": _like_rank, "status": _like_status, "name": _like_name}
    found: dict[str, int] = {}
    for field, like in tests.items():
        for column in columns:
            if column not in found.values() and _mostly(like(c[column]) for c in rows if column < len(c)):
                found[field] = column
                break
    if "nip" not in found or "name" not in found:
        return None
    first = sheet.rows[0][0]
    return Table(sheet, Headings(first, first - 1, tuple(Heading(c, (f,)) for f, c in found.items()), found))


def _mostly(hits: Iterable[bool]) -> bool:
    """True for more than half."""
    counted = list(hits)
    return sum(counted) * 2 > len(counted)


def _like_nip(cell: Cell) -> bool:
    """18 digits as text, or a number of that size."""
    if isinstance(cell, str):
        return not isinstance(nip.parse(cell), nip.Reason)
    return isinstance(cell, int | float) and 1e16 <= cell < 1e18


def _like_rank(cell: Cell) -> bool:
    return isinstance(cell, str) and ranks.parse(cell) is not None and not cell.isdigit()


def _like_status(cell: Cell) -> bool:
    return text(cell).upper() in ("PNS", "CPNS", "PPPK", "PPPK PARUH WAKTU")


def _like_name(cell: Cell) -> bool:
    bare = names.bare(text(cell)) if isinstance(cell, str) else ""
    return len(bare) > 2 and all(c.isalpha() or c == " " for c in bare)
