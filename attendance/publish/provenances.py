"""Provenances: the last sheet of a recap: period, rules and limits, what was not reported, entry and hash.

Loads openpyxl: to be imported inside functions only.
"""

from __future__ import annotations

from attendance.publish import formats
from attendance.publish.paperwork import Paperwork
from attendance.publish.sheets import LINE, Book, lines

NAME = "Asal data"
WIDTHS = (34, 92)


def write(book: Book, work: Paperwork) -> None:
    """The sheet."""
    sheet = book.sheet(NAME, WIDTHS)
    sheet.print_on(work.paper, landscape=True, headings=(1, 1), columns=0, footer=work.foot)
    sheet.line("ASAL DATA REKAP INI", "judul", points=16)
    sheet.append([], 6)
    rows = [("kepala", "Hal", "Isi"), *(("teks", name, words) for name, words in work.sources())]
    if work.silent:
        rows.append(("kepala", "Belum lapor", "Tanggal"))
        rows += [("teks", line, formats.days(days)) for line, days in work.silent]
    for style, name, words in rows:
        height = LINE * max(lines(name, WIDTHS[0]), lines(words, WIDTHS[1])) + 3
        sheet.append([sheet.text(name, style), sheet.text(words, style)], height)
    sheet.finish()
