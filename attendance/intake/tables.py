"""Rows of a list below its headings: people and entries told apart from sections, number rows, footers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from attendance.errors import Fault, Place, Refused
from attendance.intake import form_ids, headings, workbooks
from attendance.intake.cells import Cell, fold, shown, text, texts
from attendance.intake.dates import MONTH
from attendance.intake.headings import Headings, Needs, Synonyms
from attendance.intake.kept import Kept
from attendance.intake.workbooks import Sheet
from attendance.language import _
from attendance.rules import unit_names
from attendance.rules.unit_names import Height

_END = re.compile(
    r"^(?:MENGETAHUI|DIKETAHUI|MENYETUJUI|KETERANGAN\s*:?$|KET\s*[.:]*$|KETERANGAN\s*:|REKAP|CATATAN|LEGENDA"
    r"|A\.?\s?N\.\s|PLT\.|PLH\.|"
    rf"[A-Z .]+,\s*[\d.…_]*\s*(?:{MONTH}|[.…_]{{3,}})\s*(?:\d{{4}}|[\d.…_]*)$)"
)
_LONG = re.compile(r"\d{8}")
_SUM = re.compile(r"^(?:SUB\s*)?(?:JUMLAH|TOTAL)\b")
_MARKER = re.compile(r"^(?:[IVXLC]+|\d{1,3}|[A-Z])\s*[.)]\s*(?=\D)")
_UNITS = re.compile(
    r"\b(?:DINAS|BADAN|BAGIAN|BIDANG|SEKRETARIAT|INSPEKTORAT|KECAMATAN|KELURAHAN|DESA|KANTOR|SATUAN|UPT|UPTD|PUSKESMAS|RSUD"
    r"|RUMAH SAKIT|SEKSI|SUBBAG|SUB BAGIAN|ASISTEN|STAF AHLI|SD|SDN|SMP|SMPN|TK|MPP|MAL|UNIT|BALAI|RUAS|SEKOLAH)\b"
)


LABELLED = re.compile(
    r"^(?:NAMA\s+)?(?:UNIT\s*(?:KERJA|ORGANISASI)?|OPD|SKPD|PERANGKAT\s+DAERAH|SATUAN\s+KERJA|SATKER|UNOR)\s*:\s*(\S.*)$",
    re.IGNORECASE,
)
"""A unit that is called one: "UNIT KERJA : DINAS X"."""
_OUTLINE = re.compile(r"^(?:[IVXLC]+|[A-Z])[.)]?$")


class Section(NamedTuple):
    """A line between the rows of a list: row, column, and what it says, with the number before it.

    Empty text: the headings once more behind a signature, and no line that names what follows.
    """

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """One row about something: its place, its cells and their texts, and all sections from the top down to it."""

    place: Place
    cells: tuple[Cell, ...]
    words: tuple[str, ...]
    heads: Headings
    sections: tuple[Section, ...]

    def get(self, field: str) -> Cell:
        """The cell of a field; empty text where there is none."""
        return self.heads.get(self.cells, field)

    def text(self, field: str) -> str:
        """The same as text."""
        return self.heads.get(self.words, field)


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with its headings; `before`: the table above it on the same sheet, whose title holds for it too."""

    sheet: Sheet
    heads: Headings
    before: Table | None = None

    def above(self) -> Iterator[tuple[int, Cell]]:
        """Filled cells above the headings, with their row numbers."""
        for number, cells in self.sheet.rows[: self.heads.first - self.sheet.rows[0][0]]:
            yield from ((number, cell) for cell in cells if text(cell))

    def records(self, keys: Sequence[str]) -> Iterator[Record]:
        """Rows in which one of the fields `keys` is filled and that are no section, number row, footer or heading."""
        sections: tuple[Section, ...] = ()
        before: tuple[Section, ...] = ()  # those of the person above
        below, gap = False, False
        between: list[str] = []  # what stands between the people above and the headings once more
        printed = self._printed()
        people = not {"nip", "name"}.isdisjoint(keys)
        for number, cells in self.sheet.rows[self.heads.last - self.sheet.rows[0][0] + 1 :]:
            words = texts(cells)
            if people and self._person(words) and not self._continued(number):  # nearly every row
                below, gap = False, False
                between.clear()
                before = sections
                yield Record(self.sheet.place(number), tuple(cells), words, self.heads, sections)
                continue
            filled = [(column, word) for column, word in enumerate(words) if word]
            if not filled or self._continued(number):
                gap = gap or not filled
                continue
            between += (word for _column, word in filled)
            if people and (called := self._called(filled)) is not None:
                sections = (*sections, Section(number, *called))
            elif _repeated(cells, printed):
                if below and sections == before:
                    sections = (*sections, Section(number, 0, ""))
                below = False
                self._same_table(number, filled, between)
                between.clear()
            elif _numbers([word for _column, word in filled]) or self._starts(cells, filled, _SUM):
                continue
            elif self._starts(cells, filled, _END) or (below and not self._resumes(cells, filled)):
                below = True
            elif self._section(filled, gap, keys):
                sections = (*sections, Section(number, *filled[0]))
            elif any(text(self.heads.get(cells, key)) for key in keys):
                below, gap = False, False
                yield Record(self.sheet.place(number), tuple(cells), words, self.heads, sections)

    def _called(self, filled: Sequence[tuple[int, str]]) -> tuple[int, str] | None:
        """The unit that a row names aloud: by a label, by I. or A. in the column of numbers, or by words like DINAS."""
        column, word = filled[0]
        whole = " ".join(word for _column, word in filled)
        if LABELLED.match(whole) and not _LONG.search(whole):
            return column, whole
        if len(filled) == 2 and column == self.heads.columns.get("number") and _OUTLINE.match(word):
            other, title = filled[1]
            return None if _LONG.search(title) else (other, f"{word.rstrip('.)')}. {title}")
        alone = len({each for _column, each in filled}) == 1 and not _LONG.search(word)
        return (column, word) if alone and unit_names.height(unit_names.unmarked(word)) < Height.UNKNOWN else None

    def _same_table(self, number: int, filled: Sequence[tuple[int, str]], between: Sequence[str]) -> None:
        """Refuse a second table: other headings, or another month, day or kind in the title above them."""
        expected = {h.column: {fold(word) for word in (*h.levels, h.whole)} for h in self.heads.all}
        here = {word for _column, word in filled}
        above = {fold(text(cell)) for _row, cell in self.above()}
        titles = (word for word in between if word not in here and _TITLE.search(word.upper()))
        other = any(fold(word) not in expected.get(column, ()) for column, word in filled)
        if other or any(fold(title) not in above and not _SIGNED.match(title.upper()) for title in titles):
            message = _(
                "a second table begins here under other headings or another title; put it on a sheet of its own"
            )
            fault = Fault(self.sheet.place(number), message)
            raise Refused(_("{file}: there are two tables on one sheet").format(file=self.sheet.file), (fault,))

    def _continued(self, number: int) -> bool:
        """The row belongs to the person above: his own cell is merged down to here."""
        if not self.sheet.merged:
            return False
        columns = (self.heads.columns.get(field) for field in ("nip", "name"))
        return any((number, column) in self.sheet.merged for column in columns if column is not None)

    def _person(self, words: Sequence[str]) -> bool:
        """The row has a name, and beside it a number as long as a birth date where the NIP belongs."""
        nip, name = self.heads.get(words, "nip"), self.heads.get(words, "name")
        return name not in ("", nip) and _LONG.search(nip) is not None

    def _printed(self) -> list[tuple[int, set[str]]]:
        """The columns of fields, each with the texts that are its heading."""
        words = {h.column: {fold(word) for word in (*h.levels, h.whole)} for h in self.heads.all}
        return [(column, words[column]) for column in self.heads.columns.values()]

    def _starts(self, cells: Sequence[Cell], filled: Sequence[tuple[int, str]], with_: re.Pattern[str]) -> bool:
        """The row begins with such words and is about nobody: a sum, or the end of the list."""
        if text(self.heads.get(cells, "number")).strip(".").isdigit() or _LONG.search(self._nip(cells)):
            return False
        return any(with_.match(word.upper()) for _column, word in filled[:2])

    def _resumes(self, cells: Sequence[Cell], filled: Sequence[tuple[int, str]]) -> bool:
        """The list goes on below what looked like its end: a person with NIP and name, or the section of the next."""
        if len(filled) == 1:
            return bool(_MARKER.match(filled[0][1]))
        return bool(_LONG.search(self._nip(cells)) and text(self.heads.get(cells, "name")))

    def _nip(self, cells: Sequence[Cell]) -> str:
        return text(self.heads.get(cells, "nip"))

    def _section(self, filled: Sequence[tuple[int, str]], gap: bool, keys: Sequence[str]) -> bool:
        """One text alone in its row, between the rows of a list of several columns."""
        column, word = filled[0]
        alone = len({each for _column, each in filled}) == 1 and len(self.heads.columns) >= 3
        if not alone or not re.search("[A-Za-z]{2}", word):
            return False
        key = next((field for field in keys if self.heads.columns.get(field) == column), None)
        if key == "nip" and not _LONG.search(word):
            return bool(_MARKER.match(word) or _UNITS.search(word.upper()))
        if key != "name":
            return key is None and not _LONG.search(word)
        if _LONG.search(word):
            return gap  # behind the list: the NIP of the one who signs
        return gap or "number" in self.heads.columns or bool(_MARKER.match(word) or _UNITS.search(word.upper()))


_TITLE = re.compile(rf"\b(?:{MONTH})\b|\b(?:TANGGAL|BULAN|PERIODE|APEL|UPACARA|SENAM)\b")
_SIGNED = re.compile(rf"^[^,\d]+,\s*\d{{1,2}}\s+(?:{MONTH})\b")


def _repeated(cells: Sequence[Cell], printed: Sequence[tuple[int, set[str]]]) -> bool:
    """The headings once more, as printed at the top of each page."""
    hits = sum(1 for column, words in printed if column < len(cells) and fold(text(cells[column])) in words)
    return hits >= min(2, len(printed))


def _numbers(words: Sequence[str]) -> bool:
    """The row under the headings that numbers the columns: 1 2 3 ..."""
    digits = [word.strip("()[]. ") for word in words]
    if len(digits) < 3 or not all(d.isascii() and d.isdigit() and len(d) < 4 for d in digits):
        return False
    counted = [int(d) for d in digits]
    return counted[0] <= 2 and all(b - a in (1, 2) for a, b in pairwise(counted))


@dataclass(frozen=True, slots=True)
class Opened:
    """A file opened for one purpose: its tables, its sheets, and a warning for each sheet that was left out."""

    tables: tuple[Table, ...]
    sheets: tuple[Sheet, ...]
    warnings: tuple[Fault, ...]


def open_(
    path: Path,
    synonyms: Synonyms,
    needs: Needs,
    sheet: str | None,
    mapping: Mapping[str, str],
) -> Opened:
    """All sheets of a file that have the headings needed; a file without any comes back with no tables.

    Raises Refused when the file cannot be read or --map names a heading that is nowhere.
    """
    all_ = tuple(form_ids.seen_through(workbooks.sheets(path, sheet)))
    found = [(each, headings.find(each, synonyms, needs, mapping)) for each in all_]
    tables = tuple(Table(each, heads) for each, heads in found if heads is not None)
    seen = {fold(word) for t in tables for h in t.heads.all for word in (h.whole, *h.levels)}
    for heading in mapping:
        if tables and fold(heading) not in seen and not isinstance(heading, Kept):
            raise Refused(
                _("--map: {file} has no heading {heading}; its headings are {seen}").format(
                    file=path.name,
                    heading=shown(heading),
                    seen=", ".join(shown(h.whole) for h in tables[0].heads.all[:20]),
                )
            )
    for table in tables:
        _one_heading(table, synonyms, mapping)
    left = tuple(
        Fault(each.place(), _("this sheet was not read: no headings were found on it"))
        for each, heads in found
        if heads is None and tables and not each.blank
    )
    hidden = tuple(
        Fault(each.place(), _("this sheet is hidden and was not read; --sheet with its name reads it"))
        for each in all_
        if each.hidden
    )
    return Opened(tables, tuple(each for each in all_ if not each.hidden), (*left, *hidden))


def _one_heading(table: Table, synonyms: Synonyms, mapping: Mapping[str, str]) -> None:
    """Refuse two headings of one sheet that --map calls by one field: one of them would be left out in silence."""
    here = {fold(word) for heading in table.heads.all for word in (heading.whole, heading.levels[-1])}
    named: dict[str, str] = {}
    for heading, name in mapping.items():
        field = headings.field_of(name, synonyms)
        other = named.setdefault(field, heading) if fold(heading) in here else heading
        if fold(other) != fold(heading):
            message = _("--map: {first} and {second} are both to be {field}, and {file} has both; name one of them")
            words = {"first": shown(other), "second": shown(heading), "field": synonyms[field][0]}
            raise Refused(message.format(file=table.sheet.file, **words))


def need(
    path: Path,
    synonyms: Synonyms,
    needs: Needs,
    sheet: str | None,
    mapping: Mapping[str, str],
) -> Opened:
    """As `open_`, but a file without headings is refused."""
    opened = open_(path, synonyms, needs, sheet, mapping)
    if not opened.tables:
        raise headings.missing(opened.sheets, synonyms, needs, path.name)
    return opened
