"""Notice sheets: the notice as a workbook: the same words, every name a text, ready to print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from attendance.publish import atomic, notices
from attendance.publish.seals import Seal
from attendance.publish.wordings import Clause, Wording
from attendance.rules.notices import Notice
from attendance.rules.ralats import Ralat

if TYPE_CHECKING:
    from openpyxl.styles import NamedStyle

    from attendance.publish.sheets import Sheet

WIDTHS = {3: (8.0, 60.0, 26.0), 4: (8.0, 40.0, 26.0, 20.0)}
"""Of the columns, in characters, by how many there are."""
NORMAL, LARGE = 10, 13
"""Sizes in points: that in which columns are measured, and that of the list, which is read standing."""


def workbook(notice: Notice | Ralat, path: Path, *, seal: Seal | None = None) -> None:
    """Write the notice as a workbook. Refused where the file cannot be written."""
    from attendance.publish import sheets  # openpyxl takes a while to load

    words = notices.words(notice)
    with atomic.replacing(path) as beside:
        book = sheets.Book(words.subject, _styles())
        if seal is not None:
            book.tag(seal.mark)
        sheet = book.sheet("Ralat" if isinstance(notice, Ralat) else "Pengumuman", WIDTHS[len(words.headings)])
        _lay(sheet, notice, words)
        _top(sheet, notice, words)
        _list(sheet, words)
        _end(sheet, words, seal)
        sheet.finish()
        book.save(beside)


def _styles() -> Iterator[NamedStyle]:
    from openpyxl.styles import Alignment, PatternFill

    from attendance.publish import styles

    pale = PatternFill("solid", start_color=styles.PALE)
    for name, align in (("nomor", styles.RIGHT), ("nama", styles.LEFT), ("angka", styles.CENTRE)):
        yield styles.style(f"papan-{name}", align, size=LARGE, form=styles.TEXT, border=styles.BOX)
    for name, align in (("unit", styles.LEFT), ("kepala", styles.CENTRE)):
        yield styles.style(
            f"papan-{name}", align, size=LARGE, form=styles.TEXT, border=styles.BOX, bold=True, fill=pale
        )
    yield styles.style("papan-teks", Alignment(vertical="top", wrap_text=True), size=11)


def _lay(sheet: Sheet, notice: Notice | Ralat, words: Wording) -> None:
    """Paper and headings: to be said before the first row is written."""
    from attendance.publish.sheets import letterhead_rows

    top = letterhead_rows(notice.office) + bool(words.stamp) + len(_titles(words)) + 4
    top += len(words.basis) + 1 if words.basis else 0
    sheet.print_on(notice.paper, landscape=False, headings=(top, top), columns=0, footer="")
    if words.sections:
        sheet.raw.freeze_panes = f"A{top + 1}"


def _titles(words: Wording) -> tuple[str, ...]:
    return ("PENGUMUMAN", words.number, "TENTANG", words.subject, words.period)


def _top(sheet: Sheet, notice: Notice | Ralat, words: Wording) -> None:
    sheet.letterhead(notice.office)
    if words.stamp:
        sheet.line(words.stamp, "judul", points=16)
    for text in _titles(words):
        sheet.line(text, "judul", points=17)
    sheet.append([], 8)
    if words.basis:
        sheet.line("Dasar:", "papan-teks", points=15)
        for number, basis in enumerate(words.basis, 1):
            sheet.line(f"{number}. {basis}", "papan-teks", points=15)
    sheet.line(words.opening, "papan-teks", points=15)
    sheet.append([], 8)


def _list(sheet: Sheet, words: Wording) -> None:
    from attendance.publish.sheets import lines

    if not words.sections:
        return
    sheet.append([sheet.text(heading, "papan-kepala") for heading in words.headings], 40)
    rooms = [room * NORMAL / LARGE for room in sheet.widths]
    for section in words.sections:
        if section.unit:
            sheet.together(4 * (LARGE + 6))  # a unit does not stand at the foot of a page without its people
            sheet.line(section.unit, "papan-unit", points=LARGE + 6)
        for line in section.lines:
            tall = max(lines(cell, room) for cell, room in zip(line.cells, rooms, strict=True))
            styles = ("papan-nomor", *["papan-nama"] * (len(line.cells) - 2), "papan-angka")
            sheet.append(list(map(sheet.text, line.cells, styles)), (LARGE + 4) * tall + 4)
    sheet.append([], 8)


def _end(sheet: Sheet, words: Wording, seal: Seal | None) -> None:
    for number, clause in enumerate(words.clauses, 1):
        _clause(sheet, number, clause)
    sheet.together(15 * (len(words.issued) + len(words.above) + len(words.below) + 9), last=True)
    sheet.line(words.closing, "papan-teks", points=15)
    sheet.append([], 8)
    first = max(2, len(sheet.widths) - 1)
    for text in (*words.issued, *words.above):
        sheet.line(text, "ttd", first=first, points=15)
    for _number in range(3):
        sheet.append([], 15)
    sheet.line(words.name, "ttd-nama", first=first, points=15)
    for text in words.below:
        sheet.line(text, "ttd", first=first, points=15)
    sheet.append([], 8)
    sheet.line(words.foot, "catatan", points=15)
    if seal is not None:
        sheet.line(f"Kode: {seal.line}", "catatan", points=15)


def _clause(sheet: Sheet, number: int, clause: Clause) -> None:
    sheet.line(f"{number}. {clause.text}", "papan-teks", points=15)
    for item in clause.items:
        sheet.line(f"    - {item}", "papan-teks", points=15)
    if clause.after:
        sheet.line(clause.after, "papan-teks", points=15)
