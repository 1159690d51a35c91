"""Dailies: the sheet of days of the monthly recap, whose sums follow the sheets of the units.

Loads openpyxl: to be imported inside functions only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from openpyxl.utils import get_column_letter as letter

from attendance.publish import formats, mastheads
from attendance.publish.charts import Chart
from attendance.publish.layouts import DAILY, FIRST_DAY, Layout
from attendance.publish.light import Cell
from attendance.publish.recaps import Matrix
from attendance.publish.sheets import LINE, Book, Sheet, quoted
from attendance.rules.codes import Standing

COUNTED = (Standing.PRESENT, Standing.ABSENT)
WIDTHS = (26, 14, 20, 14)
MOST = 8000
"""The signs of the longest formula that Excel takes, with some room; beyond it the figure stands instead."""

REFERENCES = 255
"""As many cells as one SUM takes."""


def write(book: Book, recap: Matrix, planned: Sequence[Sequence[Layout]]) -> Chart:
    """The sheet; and the line that is drawn of it."""
    sheet = book.sheet(DAILY, WIDTHS)
    top = mastheads.rows(recap, 1) + 1
    sheet.raw.freeze_panes = f"A{top + 1}"
    sheet.print_on(recap.paper, landscape=False, headings=(top, top), columns=0, footer=mastheads.footer(recap))
    mastheads.write(sheet, recap, formats.titled(recap.period))
    people = (who for unit in recap.units for who in unit.people)
    headings = ("Tanggal", "Hadir", "Tanpa keterangan", "%")
    sheet.append([sheet.text(heading, "kepala") for heading in headings], LINE + 6)
    sums = Counter((day.day, day.standing) for who in people for day in who.history.days)
    for day in (shown := sorted(recap.session_days)):
        row = sheet.row + 1
        laid = [one for layouts in planned for one in layouts if day in one.period]
        known = (sums[day, standing] for standing in COUNTED)
        present, absent = (_figure(sheet, laid, day, at, figure) for at, figure in enumerate(known))
        rate = sheet.formula(f'IF(B{row}+C{row}=0,"",B{row}/(B{row}+C{row}))', "persen-tengah")
        sheet.append([sheet.value(day, "hari"), present, absent, rate], LINE + 2)
    sheet.finish()
    names, rates = (f"{quoted(DAILY)}!${column}${top + 1}:${column}${max(top + 1, sheet.row)}" for column in "AD")
    return Chart("Persentase hadir per hari", names, rates, len(shown), True)


def _figure(sheet: Sheet, laid: Sequence[Layout], day: date, shift: int, known: int) -> Cell:
    """The sums of the units below their codes of the day, added; `shift` 0: present, 1: absent."""
    cells = [f"{quoted(one.name)}!{letter(FIRST_DAY + one.days.index(day))}{one.total + shift}" for one in laid]
    text = f"SUM({','.join(cells)})"
    fits = len(text) < MOST and 0 < len(cells) <= REFERENCES
    return sheet.formula(text, "bulat") if fits else sheet.value(known, "bulat")
