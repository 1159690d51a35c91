"""What a workbook of type xlsx shows besides its values: colours, hidden rows, comments, formulas nobody computed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import TypeAlias

Spot: TypeAlias = tuple[int, int]
"""A cell: row number from 1, column from 0."""

WIDEST = 16_384
"""How many columns a sheet may have."""

_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_FORMULA = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\s[^<>]*/>)(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?</(?:\w+:)?c>"
)
_COUNTS = re.compile(rb"\s*(?:SUM|COUNT|SUBTOTAL|AVERAGE|ROUND)")
_REFERENCE = re.compile(rb'\br="([A-Z]+)(\d+)"')
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\s[^<>]*\bhidden="(?:1|true)"[^<>]*>')
_HIDDEN_COLUMN = re.compile(rb'<(?:\w+:)?col\s[^<>]*\bhidden="(?:1|true)"[^<>]*>')
_FILL = re.compile(rb"<(?:\w+:)?fill>(.*?)</(?:\w+:)?fill>|<(?:\w+:)?fill\s*/>", re.DOTALL)
_COLOUR = re.compile(rb"<(?:\w+:)?fgColor\s([^>]*?)/?>")
_COMMENT = re.compile(rb'<(?:\w+:)?comment\s[^>]*\bref="([A-Z]+)(\d+)"[^>]*>(.*?)</(?:\w+:)?comment>', re.DOTALL)
_ERROR = re.compile(rb'<(?:\w+:)?c r="([A-Z]+)(\d+)"[^>]*? t="e"')
_STRUCK = re.compile(rb'<(?:\w+:)?strike(?:\s+val="(?:1|true)")?\s*/>')
_FONT = re.compile(rb"<(?:\w+:)?font>(.*?)</(?:\w+:)?font>|<(?:\w+:)?font\s*/>", re.DOTALL)
_ANCHOR = re.compile(rb"<(?:\w+:)?(?:two|one)CellAnchor.*?</(?:\w+:)?(?:two|one)CellAnchor>", re.DOTALL)
_CORNER = re.compile(rb"<(?:\w+:)?col>(\d+)</.*?<(?:\w+:)?row>(\d+)</", re.DOTALL)
_TEXT = re.compile(rb"<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</")


@dataclass(frozen=True, slots=True)
class Source:
    """Where the parts of a sheet stand in its workbook; read anew at each question."""

    content: bytes = field(repr=False)
    part: str

    def uncounted(self) -> list[str]:
        """Cells with a formula that no program has computed, such as "C5"; sums and counts are left out."""
        sheet = self._read(self.part)
        if b"f>" not in sheet and b"<f " not in sheet:
            return []
        found = []
        for hit in _FORMULA.finditer(sheet):
            letter = max(sheet.rfind(b"<c ", 0, hit.start()), sheet.rfind(b":c ", 0, hit.start()))
            start = sheet.rfind(b"<", 0, letter + 1)
            cell = sheet[start : sheet.find(b">", start)]
            named = _REFERENCE.search(cell)
            formula = sheet[sheet.rfind(b">", 0, hit.start()) + 1 : hit.start()]
            if named and b't="str"' not in cell and not _COUNTS.match(formula):
                found.append((named[1] + named[2]).decode())
        return found

    def hidden(self) -> tuple[frozenset[int], frozenset[int]]:
        """Numbers of the hidden rows, and the hidden columns from 0."""
        sheet = self._read(self.part)
        if b'hidden="' not in sheet:
            return frozenset(), frozenset()
        rows = (re.search(rb'\br="(\d+)"', hit) for hit in _HIDDEN_ROW.findall(sheet))
        columns: set[int] = set()
        for hit in _HIDDEN_COLUMN.findall(sheet):
            first, last = (int(attribute(hit, name) or 0) for name in (b"min", b"max"))
            columns.update(range(max(first - 1, 0), min(last, WIDEST)))
        return frozenset(int(row[1]) for row in rows if row), frozenset(columns)

    def colours(self) -> dict[Spot, bytes]:
        """The cells with a fill, and its colour as the file writes it; white is none."""
        styles = _fills(self._read("xl/styles.xml"))
        if not styles:
            return {}
        wanted = b"|".join(b"%d" % style for style in styles)
        filled = re.compile(rb'<(?:\w+:)?c r="([A-Z]+)(\d+)" s="(' + wanted + rb')"')
        sheet = self._read(self.part)
        return {(int(row), column(letters)): styles[int(style)] for letters, row, style in filled.findall(sheet)}

    def struck(self) -> frozenset[Spot]:
        """The filled cells whose text is crossed out."""
        styles = _struck(self._read("xl/styles.xml"))
        if not styles:
            return frozenset()
        crossed = re.compile(
            rb'<(?:\w+:)?c r="([A-Z]+)(\d+)" s="(?:' + b"|".join(b"%d" % one for one in styles) + rb')"[^>/]*>'
        )
        return frozenset((int(row), column(letters)) for letters, row in crossed.findall(self._read(self.part)))

    def errors(self) -> frozenset[Spot]:
        """The cells whose formula came to an error, such as #N/A."""
        return frozenset((int(row), column(letters)) for letters, row in _ERROR.findall(self._read(self.part)))

    def drawn(self) -> frozenset[Spot]:
        """The cells on which a picture or a text box lies."""
        found: set[Spot] = set()
        for part in self._related(b"/drawing"):
            for anchor in _ANCHOR.findall(self._read(part)):
                corners = [(int(row), int(left)) for left, row in _CORNER.findall(anchor)]
                (top, left), (bottom, right) = corners[0], corners[-1]
                rows, columns = range(top, max(bottom, top + 1)), range(left, max(right, left + 1))
                found.update((row + 1, one) for row in rows for one in columns)
        return frozenset(found)

    def comments(self) -> dict[Spot, str]:
        """The comments on cells, by cell."""
        found: dict[Spot, str] = {}
        for part in self._related(b"/comments"):
            for letters, row, body in _COMMENT.findall(self._read(part)):
                words = b" ".join(_TEXT.findall(body)).decode("utf-8", "replace")
                found[int(row), column(letters)] = " ".join(unescape(words).split())
        return found

    def _related(self, sort: bytes) -> list[str]:
        """The parts that belong to the sheet, of one sort."""
        folder, _slash, name = self.part.rpartition("/")
        related = _RELATION.findall(self._read(f"{folder}/_rels/{name}.rels"))
        return [_beside(folder, attribute(one, b"Target")) for one in related if sort in one]

    def _read(self, part: str) -> bytes:
        """One part; nothing where there is none."""
        with zipfile.ZipFile(io.BytesIO(self.content)) as packed:
            return packed.read(part) if part in packed.NameToInfo else b""


def sources(content: bytes) -> dict[str, Source]:
    """The sheets of an xlsx workbook by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.NameToInfo
        book = packed.read("xl/workbook.xml")
        related = packed.read("xl/_rels/workbook.xml.rels") if "xl/_rels/workbook.xml.rels" in parts else b""
    targets = {attribute(one, b"Id"): attribute(one, b"Target") for one in _RELATION.findall(related)}
    return {name: Source(content, _beside("xl", targets[key])) for name, key in _named(book) if key in targets}


def column(letters: bytes) -> int:
    """The column, from 0, that letters name."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _named(book: bytes) -> Iterator[tuple[str, str]]:
    """The name of each sheet and the key of its part."""
    for sheet in _SHEET.findall(book):
        yield attribute(sheet, b"name"), attribute(sheet, rb"\w+:id")


def attribute(element: bytes, name: bytes) -> str:
    """An attribute of an element as written in its tag; `name` is part of a pattern. Empty text where it has none."""
    found = re.search(rb'\s%s="([^"]*)"' % name, element)
    return unescape(found[1].decode("utf-8", "replace")) if found else ""


def _beside(folder: str, target: str) -> str:
    """The part that a target means, seen from a folder."""
    if target.startswith("/"):
        return target[1:]
    steps = folder.split("/")
    for step in target.split("/"):
        if step == "..":
            steps.pop()
        else:
            steps.append(step)
    return "/".join(steps)


def _struck(styles: bytes) -> list[int]:
    """The cell styles whose font is crossed out."""
    fonts = [bool(_STRUCK.search(font[1] or b"")) for font in _FONT.finditer(styles.partition(b"cellXfs")[0])]
    if not any(fonts):
        return []
    formats = styles.partition(b"cellXfs")[2].partition(b"cellXfs>")[0]
    numbers = re.findall(rb'<(?:\w+:)?xf\s[^>]*?fontId="(\d+)"', formats)
    return [style for style, font in enumerate(numbers) if int(font) < len(fonts) and fonts[int(font)]]


def _fills(styles: bytes) -> dict[int, bytes]:
    """The cell styles with a fill of a colour of its own: number -> colour."""
    colours: dict[int, bytes] = {}
    for number, fill in enumerate(_FILL.finditer(styles)):
        colour = _COLOUR.search(fill[1] or b"") if b'"none"' not in (fill[1] or b"") else None
        if colour and not re.search(rb'rgb="(?:FF|00)?FFFFFF"|theme="0"(?!.*tint)|indexed="(?:9|64)"', colour[1]):
            colours[number] = colour[1]
    formats = styles.partition(b"cellXfs")[2].partition(b"cellXfs>")[0]
    numbers = re.findall(rb'<(?:\w+:)?xf\s[^>]*?fillId="(\d+)"', formats)
    return {style: colours[int(fill)] for style, fill in enumerate(numbers) if int(fill) in colours}
