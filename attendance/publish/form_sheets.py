"""Form sheets: the roll of a unit as it is filled in and printed: kop, people, room for codes, legend, signature.

Loads openpyxl: to be imported inside functions only.
"""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.utils import get_column_letter as letter

from attendance.publish import formats, signatures
from attendance.publish.blanks import MEANING
from attendance.publish.forms import Listed, RollForm
from attendance.publish.light import Cell
from attendance.publish.sheets import LINE, Book, Sheet, letterhead_rows, lines
from attendance.publish.templates import choice, lock
from attendance.rules.codes import RECORDED, Code
from attendance.rules.forms import BLANK_SAYS, NOT_REQUIRED, PAPER_ONLY, Blank

LONGEST = 62
SPARE = 5
"""So many empty rows follow the people, for those who came in the meantime."""

SUMS: tuple[tuple[str, tuple[Code, ...], Blank], ...] = (
    ("JUMLAH HADIR", (Code.H, Code.T), "hadir"),
    ("JUMLAH TANPA KETERANGAN", (Code.TK,), "tk"),
)
"""The rows of sums: which codes they count, and when blank cells are counted with them."""

CHOICE = 6
"""So many rows below the last of them stands what a blank cell means."""

NAME, NIP, POSITION, LINE_OF = 30, 20.5, 24, 22
DAY, CODE, TIME, REMARK, INK = 5.6, 8, 8, 22, 14
PORTRAIT = 6
"""More days than this are printed across."""


def write(book: Book, form: RollForm) -> None:
    """The sheet that is filled in."""
    sheet = book.sheet("Daftar hadir", _widths(form))
    top = letterhead_rows(form.office) + len(form.titles) + 2
    first, last = top + 1, top + len(form.people) + SPARE
    codes = _code_columns(form)
    sheet.print_on(form.paper, landscape=len(form.days) > PORTRAIT, headings=(top, top), columns=3, footer="")
    sheet.raw.freeze_panes = f"D{first}"
    lock(sheet)
    _offer(sheet, codes, first, last)
    sheet.letterhead(form.office)
    for title, style in zip(form.titles, ("judul", "judul", "subjudul"), strict=True):
        sheet.line(title, style, points=16)
    sheet.append([], 6)
    small = "kepala" if form.daily else "kepala-hari"
    heads = [*_fixed(form), *(form.headings or ("KODE", "JAM", "KET", PAPER_ONLY))]
    styles = ["kepala"] * len(_fixed(form)) + [small] * (len(heads) - len(_fixed(form)))
    sheet.append(list(map(sheet.text, heads, styles)), 22 if form.daily else 40)
    for number, one in enumerate(form.people, 1):
        _person(sheet, form, number, one)
    for _number in range(SPARE):
        room = ["isian-teks"] * (len(_fixed(form)) - 1) + _room(form)
        sheet.append([sheet.kept(None, "teks"), *(sheet.kept(None, style) for style in room)], LINE + 8)
    _sums(sheet, form, codes, first, last)
    _below(sheet, form)
    sheet.finish()


def _fixed(form: RollForm) -> list[str]:
    return ["NO", "NAMA", "NIP", "JABATAN", *(["UNIT KERJA"] if form.several else [])]


def _widths(form: RollForm) -> list[float]:
    fixed = [5.0, NAME, NIP, POSITION, *([LINE_OF] if form.several else [])]
    return fixed + ([CODE, TIME, REMARK, INK] if form.daily else [DAY] * len(form.days))


def _code_columns(form: RollForm) -> range:
    """The columns in which codes stand, from 1."""
    first = len(_fixed(form)) + 1
    return range(first, first + len(form.days))


def _room(form: RollForm) -> list[str]:
    """The styles of the cells to be filled in."""
    return ["isian", "isian", "isian-teks", "teks"] if form.daily else ["isian"] * len(form.days)


def _offer(sheet: Sheet, codes: range, first: int, last: int) -> None:
    rule = choice((*(code.value for code in RECORDED), NOT_REQUIRED))
    rule.add(f"{letter(codes[0])}{first}:{letter(codes[-1])}{last}")
    sheet.raw.data_validations.append(rule)


def _person(sheet: Sheet, form: RollForm, number: int, one: Listed) -> None:
    name, position = one.profile.printed, one.profile.position
    cells: list[Cell | None] = [
        sheet.value(number, "hitungan"),
        sheet.text(name, "nama"),
        sheet.text(one.profile.nip, "teks-tengah"),
        sheet.text(position, "nama-kecil"),
        *([sheet.text(one.line, "nama-kecil")] if form.several else []),
    ]
    room = [sheet.kept(None, style) for style in _room(form)]
    for place, day in enumerate(form.days):
        if day in one.printed:
            code = one.printed[day]
            room[place] = sheet.kept(code.value if code else NOT_REQUIRED, "isian-tercetak")
    tall = max(lines(name, NAME), lines(position, POSITION), lines(one.line, LINE_OF) if form.several else 1)
    sheet.append([*cells, *room], max(LINE * tall + 4, LINE + 8))


def _sums(sheet: Sheet, form: RollForm, codes: range, first: int, last: int) -> None:
    """Who was there, and who was not, on each day: counted by the sheet itself, blank cells as it says of them."""
    fixed = len(_fixed(form))
    for title, counted, policy in SUMS:
        says = f'($A${last + CHOICE}="{BLANK_SAYS[policy]}")'
        cells: list[Cell | None] = [sheet.text(title, "teks-jumlah")]
        cells += [sheet.kept(None, "teks-jumlah")] * (fixed - 1)
        for column in codes:
            down, people, times = (f"{letter(one)}{first}:{letter(one)}{last}" for one in (column, 3, column + 1))
            blank = f'({down}="")*({people}<>"")'
            timed = f'+SUMPRODUCT(({down}="")*({times}<>""))' if form.daily and policy == "hadir" else ""
            if form.daily:
                blank += f'*({times}="")'
            count = "+".join(f'COUNTIF({down},"{code}")' for code in counted)
            cells.append(sheet.formula(f"{count}{timed}+{says}*SUMPRODUCT({blank})", "hitungan-jumlah"))
        cells += [sheet.kept(None, "teks-jumlah")] * (len(sheet.widths) - len(cells))
        sheet.append(cells, LINE + 4)
        sheet.merge(sheet.row, 1, sheet.row, fixed)


def _below(sheet: Sheet, form: RollForm) -> None:
    """What the codes mean, what a blank cell means, and who signs."""
    sheet.append([], 6)
    legend = "; ".join(f"{code.value} {MEANING[code]}" for code in RECORDED)
    sheet.line(f"Keterangan: {legend}; {NOT_REQUIRED} tidak wajib atau tidak ada apel.", "catatan")
    sheet.line(
        "Sel abu-abu sudah diketahui (surat, catatan, atau tidak wajib); ubahlah hanya bila keliru."
        + (f" {PAPER_ONLY}: tanda tangan, hanya untuk cetakan." if form.daily else ""),
        "catatan",
    )
    sheet.line(BLANK_SAYS["lewati"], "isian-pilihan", last=3, points=16)
    rule = choice(tuple(BLANK_SAYS.values()))
    rule.add(f"A{sheet.row}")
    sheet.raw.data_validations.append(rule)
    sheet.append([], 8)
    _signature(sheet, form)


def _signature(sheet: Sheet, form: RollForm) -> None:
    """Mengetahui at the left, place and date at the right; the head below, with room for his hand."""
    place = formats.safe(form.office.place) or "." * 12
    _two(sheet, ("Mengetahui,",), (f"{place}, {'.' * 24}",))
    _two(sheet, signatures.above(form.head), ("Petugas daftar hadir,",))
    for _number in range(3):
        sheet.append([], 15)
    _two(sheet, (signatures.name(form.head),), (signatures.DOTS,), "ttd-nama" if form.head else "ttd")
    _two(sheet, signatures.below(form.head), signatures.below(None))


def _two(sheet: Sheet, left: Sequence[str], right: Sequence[str], style: str = "ttd") -> None:
    """Lines side by side: over the first three columns, and over the last ones."""
    start = _right(sheet)
    for number in range(max(len(left), len(right))):
        one = left[number] if number < len(left) else ""
        other = right[number] if number < len(right) else ""
        cells: list[Cell | None] = [sheet.text(one, style), None, None]
        cells += [None] * (start - 4) + [sheet.text(other, "ttd")]
        sheet.append(cells, 15)
        sheet.merge(sheet.row, 1, sheet.row, 3)
        sheet.merge(sheet.row, start, sheet.row, len(sheet.widths))


def _right(sheet: Sheet) -> int:
    """The first column of the block at the right: the last ones that are together wide enough."""
    first, room = len(sheet.widths), 0.0
    while room < 36 and first > 4:
        room += sheet.widths[first - 1]
        first -= 1
    return max(first + 1, 4) if room >= 36 else 4
