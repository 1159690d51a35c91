"""Matrix sheets: the codes of one unit's people, day by day, with counts that follow them.

Loads openpyxl: to be imported inside functions only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from openpyxl.formatting.rule import Rule
from openpyxl.utils import get_column_letter as letter

from attendance.publish import endings, formats, mastheads, paperwork, styles
from attendance.publish.layouts import COUNTED, FIRST_DAY, Layout
from attendance.publish.light import Cell
from attendance.publish.sheets import LINE, Book, Sheet, lines
from attendance.rules import gathered, totals
from attendance.rules.chronic import Flagged
from attendance.rules.codes import EXCUSING, Code
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period

NAME, RANK, DAY, COUNT, RATE, REMARK = 31, 6, 3.2, 3.8, 7.5, 15
MARKS = (
    ((Code.TK,), styles.standing(True, False, "B0B0B0")),
    ((Code.BL,), styles.standing(True, True, "FFE699")),
    ((Code.T,), styles.standing(True, False, "FFF2CC")),
    (EXCUSING, styles.standing(False, True, "E2EFDA")),
)
"""How codes stand out. On a black-and-white printer: TK bold on grey, BL bold and slanted, T bold, excused slanted."""

FLAGS = {
    "tidak-pernah": "Tidak pernah hadir",
    "beruntun": "TK beruntun {figure:g} kali",
    "jarang": "Jarang hadir",
    "sering": "TK {figure:g} kali",
}


def write(book: Book, layout: Layout) -> None:
    """The sheet of one unit."""
    recap = layout.recap
    sheet = book.sheet(layout.name, _widths(layout))
    sheet.raw.freeze_panes = f"{letter(FIRST_DAY)}{layout.first}"
    sheet.print_on(
        recap.paper,
        landscape=True,
        headings=(layout.heading, layout.first - 1),
        columns=FIRST_DAY - 1,
        footer=mastheads.footer(recap),
        legend=paperwork.LEGEND,
    )
    sheet.raw.auto_filter.ref = f"A{layout.first - 1}:{letter(layout.last_column)}{layout.last}"
    _mark(sheet, layout)
    mastheads.write(sheet, recap, layout.unit.label, formats.titled(layout.period))
    _headings(sheet, layout)
    for number, person in enumerate(layout.unit.people, 1):
        _person(sheet, layout, number, person)
    if not layout.unit.people:
        sheet.append(_row(sheet, layout, "NIHIL", {}))
    _sums(sheet, layout)
    endings.write(sheet, layout)
    sheet.finish()


def _widths(layout: Layout) -> list[float]:
    most = max(_of(layout.unit.people, layout.period).codes.values(), default=0)
    counts = [max(COUNT, 1.3 * len(str(most)) + 1)] * (layout.rate - layout.count(COUNTED[0]))
    return [4.5, NAME, RANK, *[DAY] * len(layout.days), *counts, RATE, REMARK]


def _mark(sheet: Sheet, layout: Layout) -> None:
    """Make codes stand out, also those that somebody corrects by hand."""
    span = f"{letter(FIRST_DAY)}{layout.first}:{letter(layout.last_day)}{layout.last}"
    first = f"{letter(FIRST_DAY)}{layout.first}"
    for priority, (codes, style) in enumerate(MARKS, 1):
        tests = ",".join(f'{first}="{code}"' for code in codes)
        rule = Rule(type="expression", dxf=style, formula=[f"OR({tests})"], priority=priority)
        sheet.raw.conditional_formatting.add(span, rule)


def _headings(sheet: Sheet, layout: Layout) -> None:
    """Three rows: month over day number over weekday; the other headings over all three."""
    top = layout.heading
    counts = [code.value for code in COUNTED] + (["TM", "PC"] if layout.recap.kind is Kind.KERJA else [])
    right = [sheet.text(word, "kepala") for word in (*counts, "%", "Ket.")]
    blank = [sheet.kept(None, "kepala")] * len(right)
    months = [(day.year, day.month) for day in layout.days]
    names = [_month(day, months.count((day.year, day.month))) for day in layout.days]
    left = [sheet.text(word, "kepala") for word in ("No", "Nama / NIP", "Gol")]
    sheet.append([*left, *(sheet.text(name, "kepala-hari") for name in names), *right], LINE)
    empty = [sheet.kept(None, "kepala")] * len(left)
    heads = [_head(layout, day) for day in layout.days]
    numbers = [str(day.day) for day in layout.days]
    sheet.append([*empty, *map(sheet.text, numbers, heads), *blank], LINE)
    weekdays = [formats.SHORT_WEEKDAYS[day.weekday()] for day in layout.days]
    sheet.append([*empty, *map(sheet.text, weekdays, heads), *blank], LINE)
    for column in (*range(1, FIRST_DAY), *range(layout.last_day + 1, layout.last_column + 1)):
        sheet.merge(top, column, top + 2, column)
    column = FIRST_DAY
    for _, group in groupby(months):
        width = len(list(group))
        sheet.merge(top, column, top, column + width - 1)
        column += width


def _month(day: date, columns: int) -> str:
    """The month over its days, short where it has few columns."""
    return formats.month(day).upper() if columns > 3 else formats.SHORT_MONTHS[day.month - 1].upper()


def _head(layout: Layout, day: date) -> str:
    if layout.recap.off(day):
        return "kepala-libur"
    return "kepala-hari" if day in layout.recap.session_days else "kepala-sepi"


def _person(sheet: Sheet, layout: Layout, number: int, person: Flagged) -> None:
    profile = person.history.profile
    name = profile.printed
    codes = {day.day: day.code for day in person.history.days}
    remark = "; ".join(remarks(person))
    row = _row(sheet, layout, f"{formats.safe(name)}\n{profile.nip}", codes)
    row[0] = sheet.value(number, "hitungan")
    row[2] = sheet.kept(profile.rank, "teks-tengah")
    row[-1] = sheet.kept(remark, "teks")
    if layout.recap.kind is Kind.KERJA:
        sums = _of([person], layout.period)
        row[layout.late - 1] = sheet.value(sums.late_arrivals, "hitungan")
        row[layout.late] = sheet.value(sums.early_leaves, "hitungan")
    sheet.append(row, LINE * max(lines(name, NAME) + 1, lines(remark, REMARK)) + 3)


def _of(people: Iterable[Flagged], period: Period) -> totals.Totals:
    return totals.of(day for person in people for day in person.history.days if day.day in period)


def remarks(person: Flagged, moved: date | None = None) -> Iterator[str]:
    """Which rules flag the person, and since when he is in this unit if he came within the period."""
    never = any(flag.rule == "tidak-pernah" for flag in person.flags)  # which says what the others would
    for flag in person.flags[:1] if never else person.flags:
        yield FLAGS.get(flag.rule, flag.rule).format(figure=flag.figure)
    since = moved if moved is not None else gathered.moved(person.history)
    if since is not None:
        yield f"Pindahan, sejak {formats.short_day(since)}"


def _row(sheet: Sheet, layout: Layout, name: str, codes: dict[date, Code]) -> list[Cell | None]:
    """The cells of a person, with formulas over the days of the row that comes next."""
    row = sheet.row + 1
    days = layout.days_of(row)
    return [
        sheet.kept(None, "teks"),
        sheet.text(name, "teks"),
        sheet.kept(None, "teks"),
        *(_code(sheet, layout, day, codes.get(day)) for day in layout.days),
        *(sheet.formula(f'COUNTIF({days},"{code}")', "hitungan") for code in COUNTED),
        *[sheet.kept(None, "hitungan")] * (layout.rate - layout.late),
        sheet.formula(rate(layout, row), "persen-tengah"),
        sheet.kept(None, "teks"),
    ]


def _code(sheet: Sheet, layout: Layout, day: date, code: Code | None) -> Cell:
    style = "libur" if layout.recap.off(day) else "kode"
    return sheet.kept(code.value if code else None, style)


def rate(layout: Layout, row: int) -> str:
    """(H + T) / (H + T + TK); empty where nothing was required."""
    present, late, absent = (f"{letter(layout.count(code))}{row}" for code in (Code.H, Code.T, Code.TK))
    return f'IF({present}+{late}+{absent}=0,"",({present}+{late})/({present}+{late}+{absent}))'


def _sums(sheet: Sheet, layout: Layout) -> None:
    """Who was there on each day, and all counts added; below, who was absent without a word on each day."""
    row = layout.total
    counts = range(layout.last_day + 1, layout.rate)
    present = _daily(sheet, layout, (Code.H, Code.T))
    sums = [sheet.formula(f"SUM({layout.down(column)})", "hitungan-jumlah") for column in counts]
    share = sheet.formula(rate(layout, row), "persen-tengah-jumlah")
    blank = sheet.kept(None, "teks-jumlah")
    sheet.append([blank, sheet.text("JUMLAH HADIR", "teks-jumlah"), blank, *present, *sums, share, blank], LINE + 4)
    absent = _daily(sheet, layout, (Code.TK,))
    rest = [blank] * (len(counts) + 2)
    sheet.append([blank, sheet.text("JUMLAH TANPA KETERANGAN", "teks-jumlah"), blank, *absent, *rest], LINE + 4)


def _daily(sheet: Sheet, layout: Layout, codes: tuple[Code, ...]) -> list[Cell]:
    return [
        sheet.formula("+".join(f'COUNTIF({layout.down(column)},"{code}")' for code in codes), "hitungan-jumlah")
        if day in layout.recap.session_days
        else sheet.kept(None, "libur-jumlah" if layout.recap.off(day) else "hitungan-jumlah")
        for column, day in enumerate(layout.days, FIRST_DAY)
    ]
