"""Sheets that hold several rolls one below the other: each page with its own title, headings and signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from attendance.intake import headings
from attendance.intake.cells import Cell, fold, text
from attendance.intake.dates import MONTH, MONTHS, WEEKDAYS
from attendance.intake.headings import Headings, Needs, Synonyms
from attendance.intake.tables import Table
from attendance.intake.workbooks import Row

_DATED = re.compile(rf"\b(?:{'|'.join(sorted((*MONTHS, *WEEKDAYS), key=len, reverse=True))})\b|\d+")
_SIGNED = re.compile(rf"^[^,\d:]+,\s*(?:\d{{1,2}}|[.…_ ]+)\s*(?:{MONTH})\b")
_LONG = re.compile(r"\d{8}|\d{8} \d{6} \d \d{3}")
_NAMED = frozenset({*headings.PERSON["nip"], *headings.PERSON["name"]})
_WIDEST = 40
"""Longer texts are no heading."""


def split(table: Table, synonyms: Synonyms, needs: Needs, mapping: Mapping[str, str]) -> list[Table]:
    """The tables of a sheet from the top down; one whose headings come again with nothing between stays one."""
    rows = table.sheet.rows
    pages: list[Table] = []
    for at in _headed(table):
        between = [row for row in rows[_last(table, rows[at][0]) - rows[0][0] + 1 : at] if any(map(text, row[1]))]
        if not between and _same(rows[at][1], table.heads):
            continue
        first = _begins(between, _titles(pages[0] if pages else table)) or rows[at][0]
        below = replace(table.sheet, rows=rows[first - rows[0][0] :])
        top = replace(table.sheet, rows=rows[first - rows[0][0] : at + 3])
        found = headings.find(top, synonyms, needs, mapping)
        if found is not None:  # pragma: no branch - a row that looks like headings names somebody
            pages.append(_until(table, first))
            table = Table(below, found, pages[-1])
    return [*pages, table]


def _headed(table: Table) -> Iterator[int]:
    """Indexes of the rows below the headings that look like headings: who it is about, and one heading more."""
    first = table.sheet.rows[0][0]
    own = {fold(word) for heading in table.heads.all for word in (*heading.levels, heading.whole)} | {
        "NO",
        "KET",
        "TTD",
    }
    marks = {text(cell) for _number, cells in _heading_rows(table) for cell in cells if text(cell)}
    marks = {word for word in marks if fold(word) in _NAMED} | {"NIP", "NAMA", "Nama", "Nip", "Nama Pegawai"}
    marks |= {"NAMA PEGAWAI", "NAMA / NIP", "Nama / NIP", "NAMA/NIP", "Nama/NIP"}
    for index in range(table.heads.last - first + 1, len(table.sheet.rows)):
        _number, cells = table.sheet.rows[index]
        if marks.isdisjoint(cells):
            continue
        words = {fold(text(cell)) for cell in cells if isinstance(cell, str) and 0 < len(cell) <= _WIDEST}
        if words & _NAMED and len(words & (own | _NAMED)) > 1:
            yield index


def _heading_rows(table: Table) -> tuple[Row, ...]:
    first = table.sheet.rows[0][0]
    return table.sheet.rows[table.heads.first - first : table.heads.last - first + 1]


def _until(table: Table, number: int) -> Table:
    """The part of a table above a row."""
    rows = table.sheet.rows
    return replace(table, sheet=replace(table.sheet, rows=rows[: number - rows[0][0]]))


def _last(table: Table, number: int) -> int:
    """The number of the last row above a row that is about somebody, else that of the headings."""
    return max(
        (record.place.row or 0 for record in _until(table, number).records(("nip", "name"))), default=table.heads.last
    )


def _same(cells: Sequence[Cell], heads: Headings) -> bool:
    """The headings once more, column by column."""
    printed = {heading.column: {fold(word) for word in (*heading.levels, heading.whole)} for heading in heads.all}
    return all(fold(text(cell)) in printed.get(column, ()) for column, cell in enumerate(cells) if text(cell))


def _titles(table: Table) -> set[str]:
    """The lines of a title without what changes from page to page: days, months, numbers."""
    return {_plain(cell) for _number, cell in table.above() if any(map(str.isalpha, text(cell)))}


def _plain(cell: Cell) -> str:
    return fold(_DATED.sub("", text(cell).upper()))


def _begins(between: Sequence[Row], titles: set[str]) -> int | None:
    """The number of the first row of the next title: one as in the first title, or what stands below the signatures."""
    for number, cells in between:
        words = [cell for cell in cells if any(map(str.isalpha, text(cell)))]
        if any(_plain(cell) in titles and not _SIGNED.match(text(cell).upper()) for cell in words):
            return number
    signed = [number for number, cells in between if any(_signs(text(cell).upper()) for cell in cells)]
    return next((number for number, _cells in between if not signed or number > signed[-1]), None)


def _signs(word: str) -> bool:
    """Belongs to the signature below a roll: place and date, a name in brackets, a NIP."""
    return bool(_SIGNED.match(word) or _LONG.search(word) or word.startswith(("(", "NIP", "MENGETAHUI")))
