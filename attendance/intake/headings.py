"""Which column holds what: headings found by the words that offices use for them, over one to three rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from attendance.errors import Refused
from attendance.intake.cells import Cell, fold, shown, text
from attendance.intake.workbooks import Row, Sheet
from attendance.language import _

T = TypeVar("T")

Synonyms: TypeAlias = Mapping[str, Sequence[str]]
"""Field -> the headings that mean it, folded; the first is what the officer is told to write."""

Needs: TypeAlias = Sequence[Sequence[str]]
"""Groups of fields; of each group at least one must have a column."""

DEPTH = 60
"""How many rows are looked through for the headings."""

PERSON: Synonyms = {
    "number": ("NO", "NOMOR", "NOURUT", "NOMORURUT", "URUT"),
    "nip": ("NIP", "NIPBARU", "NIPPPPK", "NIPPPK", "NIPNIPPPK", "NIPNIPPPPK", "NOMORINDUKPEGAWAI", "NIPPEGAWAI"),
    "name": (
        *("NAMA", "NAMALENGKAP", "NAMAPEGAWAI", "NAMAASN", "NAMAPNS", "NAMALENGKAPDANGELAR", "NAMADANGELAR"),
        *("NAMALENGKAPGELAR", "NAMAGELAR", "NAMANIP", "NAMADANNIP", "NIPNAMA", "NAMAPEGAWAINIP", "NAMALENGKAPNIP"),
        *("NAMATANPAGELAR", "PEGAWAI", "NAME"),
    ),
}
"""Columns that say who a row is about, in every list."""

ANOTHERS = re.compile(
    r"\b(?:ATASAN|PENILAI|BERWENANG|PEMBERI|SUAMI|ISTERI|ISTRI|PASANGAN|ANAK|PENGGANTI|LAMA|ASAL|SEMULA|SEBELUMNYA)\b"
)
"""Groups of columns about somebody else, or about what was before."""

_HALVES = {
    "nip": {"LAMA", "BARU", "NIPLAMA", "NIPBARU"},
    "name": {"GELARDEPAN", "NAMA", "NAMALENGKAP", "GELARBELAKANG", "DEPAN", "BELAKANG", "GELAR"},
}
"""What may stand below NIP and NAMA where these are groups of columns themselves."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One column's heading: its levels from the top, without empty ones."""

    column: int
    levels: tuple[str, ...]

    @property
    def whole(self) -> str:
        """All levels in one line."""
        return " ".join(self.levels)


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of a sheet: `first` and `last` row number, every column's heading, and the column of each field."""

    first: int
    last: int
    all: tuple[Heading, ...]
    columns: Mapping[str, int]

    def get(self, cells: Sequence[T], field: str) -> T | str:
        """The cell of a field in a row; empty text where there is no such column or the row is short."""
        column = self.columns.get(field, len(cells))
        return cells[column] if column < len(cells) else ""

    def named(self, field: str) -> str:
        """The heading of a field as it stands in the file, folded; empty text where there is none."""
        column = self.columns.get(field)
        return next((fold(h.whole) for h in self.all if h.column == column), "")


def find(sheet: Sheet, synonyms: Synonyms, needs: Needs, mapping: Mapping[str, str]) -> Headings | None:
    """The headings of a sheet: the row that names most fields, with the rows that belong to it; None: there are none.

    `needs`: of each group of fields one at least must be there. `mapping`: the user's own heading -> field.
    """
    asked = {fold(heading): field_of(name, synonyms) for heading, name in mapping.items()}
    found: list[Headings] = []
    for index in range(min(DEPTH, len(sheet.rows))):
        depth = _depth(sheet, index) if "nip" in synonyms else 1
        levels = _levels([cells for _number, cells in sheet.rows[index : index + depth]])
        columns = _columns(levels, synonyms, asked)
        if all(any(field in columns for field in group) for group in needs):
            first, last = sheet.rows[index][0], sheet.rows[index + depth - 1][0]
            found.append(Headings(first, last, levels, columns))
    return max(found, key=lambda h: len(h.columns), default=None)


def field_of(name: str, synonyms: Synonyms) -> str:
    """The field that the user means in --map HEADING=FIELD. Raises Refused for one that is not known."""
    folded = fold(name)
    for field, words in synonyms.items():
        if folded == fold(field) or folded in words:
            return field
    raise Refused(
        _("--map: there is no field {field}; the fields are {fields}").format(
            field=shown(name), fields=", ".join(words[0] for words in synonyms.values())
        )
    )


def missing(sheets: Sequence[Sheet], synonyms: Synonyms, needs: Needs, file: str) -> Refused:
    """The answer to a file without headings: which are needed, and what stands there instead."""
    seen = next((list(_filled(row)) for sheet in sheets for row in sheet.rows if len(list(_filled(row))) > 1), [])
    return Refused(
        _(
            "{file}: no row of headings was found; needed are the columns {needed}, and the first row reads {seen};"
            " write the headings, or say which column is which with --map HEADING=FIELD"
        ).format(
            file=file,
            needed=", ".join("/".join(synonyms[field][0] for field in group) for group in needs),
            seen=", ".join(map(shown, seen[:8])) or _("nothing"),
        )
    )


def _depth(sheet: Sheet, index: int) -> int:
    """How many rows, 1 to 3, the headings that begin at `index` take."""
    depth = 1
    while depth < 3 and index + depth < len(sheet.rows) and _below(sheet, index, depth):
        depth += 1
    return depth


def _below(sheet: Sheet, index: int, depth: int) -> bool:
    """Whether a row continues the headings above it: nothing under who it is about, something under a group."""
    top = sheet.rows[index][1]
    number, cells = sheet.rows[index + depth]
    more, keyed = False, False
    for column, cell in enumerate(cells):
        own = text(cell) if (number, column) not in sheet.merged else ""
        head = fold(text(top[column])) if column < len(top) else ""
        key = next((field for field in ("nip", "name") if head in PERSON[field]), None)
        if key is not None:
            keyed = True
            more = more or bool(own)
            if own and fold(own) not in _HALVES[key]:
                return False
        elif own and keyed:
            more = True
    return keyed and more


def _levels(cells: Sequence[Sequence[Cell]]) -> tuple[Heading, ...]:
    """Headings by column from the rows that hold them; a group's text stands over each column below it."""
    rows = [[text(cell) for cell in row] for row in cells]
    width = max(map(len, rows))
    rows = [row + [""] * (width - len(row)) for row in rows]
    for level, row in enumerate(rows[:-1]):
        carried = ""
        for column in range(width):
            below = any(lower[column] for lower in rows[level + 1 :])
            carried = row[column] or (carried if below else "")
            row[column] = carried
    stacked = (Heading(c, tuple(dict.fromkeys(row[c] for row in rows if row[c]))) for c in range(width))
    return tuple(heading for heading in stacked if heading.levels)


def _columns(levels: Sequence[Heading], synonyms: Synonyms, asked: Mapping[str, str]) -> dict[str, int]:
    """Field -> column: first what the user said, then whole headings, then lowest levels; the leftmost of equals."""
    columns: dict[str, int] = {}
    taken: set[int] = set()
    for heading, field in _candidates(levels, synonyms, asked):
        if field not in columns and heading.column not in taken:
            columns[field] = heading.column
            taken.add(heading.column)
    return columns


def _candidates(
    levels: Sequence[Heading], synonyms: Synonyms, asked: Mapping[str, str]
) -> Iterator[tuple[Heading, str]]:
    fields = {word: field for field, words in synonyms.items() for word in words}
    for heading in levels:
        for words in (heading.whole, heading.levels[-1]):
            if fold(words) in asked:
                yield heading, asked[fold(words)]
    for heading in levels:
        if field := fields.get(fold(heading.whole)) or fields.get(fold(re.sub(r"\(.*?\)", "", heading.whole))):
            yield heading, field
    for heading in levels:
        if (field := fields.get(fold(heading.levels[-1]))) and not anothers(heading) and len(heading.levels) > 1:
            yield heading, field


def anothers(heading: Heading) -> bool:
    """Whether a heading stands in a group of columns about somebody else, or about what was before."""
    return ANOTHERS.search(" ".join(heading.levels[:-1]).upper()) is not None


def _filled(row: Row) -> Iterator[Cell]:
    return (cell for cell in row[1] if text(cell))
