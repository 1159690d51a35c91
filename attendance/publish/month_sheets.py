"""Month sheets: the people of a unit over a long period, two columns a month: present and absent without a word.

Loads openpyxl: to be imported inside functions only.
"""

from __future__ import annotations

from openpyxl.utils import get_column_letter as letter

from attendance.publish import endings, formats, mastheads, matrix_sheets, paperwork
from attendance.publish.layouts import COUNTED, FIRST_DAY, Layout
from attendance.publish.light import Cell
from attendance.publish.recaps import Folded
from attendance.publish.sheets import LINE, Book, Sheet, lines
from attendance.rules.chronic import Flagged
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind

NAME, RANK, MONTH, COUNT, RATE, REMARK = 31, 6, 4.2, 5.2, 8, 15


def write(book: Book, layout: Layout) -> None:
    """The sheet of one unit."""
    recap = layout.recap
    counts = layout.rate - layout.last_day - 1
    widths = [4.5, NAME, RANK, *[MONTH] * (2 * len(recap.months)), *[COUNT] * counts, RATE, REMARK]
    sheet = book.sheet(layout.name, widths)
    sheet.raw.freeze_panes = f"{letter(FIRST_DAY)}{layout.first}"
    sheet.raw.auto_filter.ref = f"A{layout.first - 1}:{letter(layout.last_column)}{layout.last}"
    sheet.print_on(
        recap.paper,
        landscape=True,
        headings=(layout.heading, layout.first - 1),
        columns=FIRST_DAY - 1,
        footer=mastheads.footer(recap),
        legend=paperwork.LEGEND,
    )
    mastheads.write(sheet, recap, layout.unit.label, formats.titled(layout.period))
    _headings(sheet, layout)
    for number, (person, folded) in enumerate(zip(layout.unit.people, layout.unit.folded, strict=True), 1):
        _person(sheet, layout, number, person, folded)
    _sums(sheet, layout)
    endings.write(sheet, layout)
    sheet.finish()


def _headings(sheet: Sheet, layout: Layout) -> None:
    """Three rows: the year over the month over H and TK; the other headings over all three."""
    top, months = layout.heading, layout.recap.months
    counts = [code.value for code in COUNTED] + (["TM", "PC"] if layout.recap.kind is Kind.KERJA else [])
    right = [sheet.text(word, "kepala") for word in (*counts, "%", "Ket.")]
    blank = [sheet.kept(None, "kepala")] * len(right)
    left = [sheet.text(word, "kepala") for word in ("No", "Nama / NIP", "Gol")]
    empty = [sheet.kept(None, "kepala")] * len(left)
    years = [str(one.first.year) for one in months for _ in "HT"]
    names = [formats.SHORT_MONTHS[one.first.month - 1].upper() for one in months for _ in "HT"]
    for begin, words, end in ((left, years, right), (empty, names, blank), (empty, ["Hdr", "TK"] * len(months), blank)):
        sheet.append([*begin, *(sheet.kept(word, "kepala-hari") for word in words), *end], LINE)
    for column in (*range(1, FIRST_DAY), *range(layout.last_day + 1, layout.last_column + 1)):
        sheet.merge(top, column, top + 2, column)
    for column in range(FIRST_DAY, layout.last_day, 2):
        sheet.merge(top + 1, column, top + 1, column + 1)
    column = FIRST_DAY
    for year in sorted({one.first.year for one in months}):
        width = 2 * sum(one.first.year == year for one in months)
        sheet.merge(top, column, top, column + width - 1)
        column += width


def _person(sheet: Sheet, layout: Layout, number: int, person: Flagged, folded: Folded) -> None:
    profile, sums, row = person.history.profile, person.totals, sheet.row + 1
    remark = "; ".join(matrix_sheets.remarks(person, folded.moved))
    figures = [sheet.value(figure, "hitungan") for month in folded.months for figure in month]
    late = [sums.late_arrivals, sums.early_leaves] if layout.recap.kind is Kind.KERJA else []
    cells: list[Cell | None] = [
        sheet.value(number, "hitungan"),
        sheet.text(f"{formats.safe(profile.printed)}\n{profile.nip}", "teks"),
        sheet.kept(profile.rank, "teks-tengah"),
        *figures,
        *(_count(sheet, layout, code, sums.codes[code], row) for code in COUNTED),
        *(sheet.value(figure, "hitungan") for figure in late),
        sheet.formula(matrix_sheets.rate(layout, row), "persen-tengah"),
        sheet.kept(remark, "teks"),
    ]
    sheet.append(cells, LINE * max(lines(profile.printed, NAME) + 1, lines(remark, REMARK)) + 3)


def _count(sheet: Sheet, layout: Layout, code: Code, figure: int, row: int) -> Cell:
    """H and TK follow the months; what the months do not show is a figure."""
    present, absent = (
        "+".join(f"{letter(column)}{row}" for column in range(FIRST_DAY + shift, layout.last_day + 1, 2))
        for shift in (0, 1)
    )
    if code is Code.H:
        return sheet.formula(f"{present}-{letter(layout.count(Code.T))}{row}", "hitungan")
    return sheet.formula(absent, "hitungan") if code is Code.TK else sheet.value(figure, "hitungan")


def _sums(sheet: Sheet, layout: Layout) -> None:
    row = layout.total
    columns = (sheet.formula(f"SUM({layout.down(column)})", "hitungan-jumlah") for column in range(4, layout.rate))
    blank = sheet.kept(None, "teks-jumlah")
    rate = sheet.formula(matrix_sheets.rate(layout, row), "persen-tengah-jumlah")
    sheet.append([blank, sheet.text("JUMLAH", "teks-jumlah"), blank, *columns, rate, blank], LINE + 4)
