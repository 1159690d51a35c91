"""The files of the invented Balai Kota, laid out as offices do it: roster, rolls, letters, lists, machine log."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from medan_people import Person, roman
from medan_plan import CLASS_OF_KIND, DAYS, HOLIDAY, UNITS, UNSIGNED, Letter, Plan, Unit, Week
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

COLUMNS_OF_WEEK = (*DAYS[:3], HOLIDAY, DAYS[3])
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
STAMP = (2019, 3, 12, 8, 0, 0)

THIN = Side(style="thin")
GRID = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
HEADING = PatternFill("solid", start_color="D9D9D9")
NOT_HELD = PatternFill("solid", start_color="F4B084")
SECTION = PatternFill("solid", start_color="DDEBF7")
CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)


def save(book: Workbook, path: Path) -> None:
    """Write a workbook so that the same cells give the same bytes: no clock in the file."""
    book.properties.creator = "Balai Kota (contoh)"
    raw = io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename == "docProps/core.xml":
                content = re.sub(rb">\d{4}-\d\d-\d\dT[\d:]+Z<", b">2019-03-12T08:00:00Z<", content)
            new.writestr(zipfile.ZipInfo(item.filename, STAMP), content, zipfile.ZIP_DEFLATED)


def new_sheet(name: str) -> tuple[Workbook, Worksheet]:
    """A workbook with one sheet, A4, fitted to the width of the page."""
    book = Workbook()
    sheet = book.active
    sheet.title = name
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.horizontalCentered = True
    sheet.page_margins = PageMargins(left=0.5, right=0.4, top=0.6, bottom=0.6)
    sheet.sheet_format.defaultRowHeight, sheet.sheet_format.customHeight = 15, True
    return book, sheet


def put(sheet: Worksheet, row: int, column: int, value: object, *, bold: bool = False, grid: bool = True) -> None:
    """Write one cell in the office's face; text that looks like a number stays text."""
    cell = sheet.cell(row, column, value)
    cell.font = Font(name="Arial", size=9 if grid else 10, bold=bold)
    if grid:
        cell.border, cell.alignment = GRID, CENTRE
    if isinstance(value, str):
        cell.number_format = "@"
    elif isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"


def title(sheet: Worksheet, row: int, first: int, last: int, text: str, size: int = 12) -> None:
    """A centred line in bold over all columns of the table."""
    sheet.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)
    cell = sheet.cell(row, first, text)
    cell.font, cell.alignment = Font(name="Arial", size=size, bold=True), Alignment(horizontal="center")


def heading(sheet: Worksheet, row: int, column: int, text: object, *, down: int = 1, across: int = 1) -> None:
    """A heading cell, merged downwards or across where it stands over others."""
    for each_row in range(row, row + down):
        for each_column in range(column, column + across):
            cell = sheet.cell(each_row, each_column)
            cell.border, cell.fill, cell.alignment = GRID, HEADING, CENTRE
    put(sheet, row, column, text, bold=True)
    sheet.cell(row, column).fill = HEADING
    if down > 1 or across > 1:
        sheet.merge_cells(start_row=row, start_column=column, end_row=row + down - 1, end_column=column + across - 1)


def widths(sheet: Worksheet, first: int, sizes: Sequence[float]) -> None:
    """Column widths from the column `first` on."""
    for number, size in enumerate(sizes, first):
        sheet.column_dimensions[get_column_letter(number)].width = size


def sign(sheet: Worksheet, row: int, column: int, lines: Sequence[str]) -> None:
    """A signature block: place and date, office, room for the hand, name, rank, NIP."""
    place, office, *who = lines
    for number, text in enumerate((place, office, "", "", "", *who)):
        if text:
            put(sheet, row + number, column, text, bold=number == 5, grid=False)
    if who and not who[0].startswith("("):
        sheet.cell(row + 5, column).font = Font(name="Arial", size=10, bold=True, underline="single")


def signature(person: Person, place: str, office: str) -> tuple[str, ...]:
    """The lines of the block that this person signs."""
    return (place, office, person.full_name, f"{person.pangkat} ({person.golongan})", f"NIP. {person.spaced_nip}")


# --- roster


def write_roster(plan: Plan, path: Path) -> None:
    """The DUK: two header lines, numbered columns, a section for each unit, a signature below."""
    book, sheet = new_sheet("DUK")
    sheet.page_setup.orientation = "landscape"
    for row, text in enumerate(("DAFTAR URUT KEPANGKATAN PEGAWAI NEGERI SIPIL", "DI LINGKUNGAN BALAI KOTA MEDAN"), 1):
        title(sheet, row, 1, 13, text, 13)
    title(sheet, 3, 1, 13, "KEADAAN : MARET 2019", 11)
    _roster_heading(sheet)
    row, number = 8, 0
    for place, (unit, weeks) in enumerate(plan.units.items(), 1):
        _section(sheet, row, f"{roman(place)}. {unit.upper()}")
        for row, week in enumerate(weeks, row + 1):  # noqa: B020 - the section goes on where the last row ended
            number += 1
            _roster_row(sheet, row, number, week.person)
        row += 2
    sheet.print_title_rows = "5:7"
    sheet.freeze_panes = "A8"
    widths(sheet, 1, (5.5, 34, 24, 23, 8, 11.5, 29, 11.5, 6, 5.5, 5.5, 9, 10))
    head = plan.units["BKD&PSDM"][0].person
    sign(sheet, row + 1, 7, signature(head, "Medan, 1 Maret 2019", "KEPALA BKD&PSDM KOTA MEDAN"))
    save(book, path)


def _roster_heading(sheet: Worksheet) -> None:
    for column, text in ((1, "NO"), (2, "NAMA"), (3, "NIP"), (9, "ESL"), (12, "STATUS"), (13, "KET")):
        heading(sheet, 5, column, text, down=2)
    for column, text, below in (
        (4, "PANGKAT TERAKHIR", ("PANGKAT", "GOL. RUANG", "TMT")),
        (7, "JABATAN", ("NAMA", "TMT")),
        (10, "MASA KERJA", ("THN", "BLN")),
    ):
        heading(sheet, 5, column, text, across=len(below))
        for number, each in enumerate(below, column):
            heading(sheet, 6, number, each)
    for column in range(1, 14):
        heading(sheet, 7, column, column)
    sheet.row_dimensions[6].height = 26


def _section(sheet: Worksheet, row: int, text: str) -> None:
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=13)
    put(sheet, row, 1, text, bold=True)
    sheet.cell(row, 1).alignment, sheet.cell(row, 1).fill = LEFT, SECTION


def _roster_row(sheet: Worksheet, row: int, number: int, person: Person) -> None:
    since, post = (f"{day:%d-%m-%Y}" for day in (person.golongan_since, person.position_since))
    identity = (number, person.full_name, person.spaced_nip, person.pangkat, person.golongan, since)
    rest = (person.position, post, person.echelon, *person.service, person.status, None)
    for column, value in enumerate((*identity, *rest), 1):
        put(sheet, row, column, value)
    for column in (2, 4, 7):
        sheet.cell(row, column).alignment = LEFT
    sheet.row_dimensions[row].height = 14


# --- rolls


@dataclass(frozen=True, slots=True)
class Layout:
    """How one kind of office sets up its roll."""

    titles: tuple[str, ...]
    first: int
    heads: tuple[str, ...]
    cells: Callable[[Week], tuple[str, ...]]
    over_days: str
    day: Callable[[date], object]
    note: str
    sizes: tuple[float, ...]
    day_width: float = 6.5
    numbered: bool = False
    by_name: bool = False


def _plain_title(person: Person) -> str:
    """The name as people write it outside the roster: not in capitals."""
    front = f"{person.before} " if person.before else ""
    return f"{front}{person.name}{f', {person.after}' if person.after else ''}"


LAYOUTS = {
    "baku": Layout(
        titles=("DAFTAR HADIR APEL PAGI", "{UNIT}", "4 - 8 MARET 2019"),
        first=1,
        heads=("No", "Nama", "NIP"),
        cells=lambda week: (week.person.full_name, week.person.spaced_nip),
        over_days="TANGGAL",
        day=lambda day: day.day,
        note="Ket.",
        sizes=(5, 36, 24),
    ),
    "geser": Layout(
        titles=(
            "PEMERINTAH KOTA MEDAN",
            "DAFTAR HADIR APEL PAGI ASN",
            "UNIT KERJA : {UNIT}",
            "TANGGAL 4 S/D 8 MARET 2019",
        ),
        first=2,
        heads=("NO.", "NAMA", "NIP", "GOL."),
        cells=lambda week: (week.person.full_name, week.person.spaced_nip, week.person.golongan),
        over_days="TANGGAL",
        day=lambda day: f"{day:%d}",
        note="KET.",
        sizes=(5, 35, 23, 7),
    ),
    "gabung": Layout(
        titles=("Daftar Hadir Apel Pagi", "Unit Kerja : {Unit}", "Tanggal 4 - 8 Maret 2019"),
        first=1,
        heads=("No.", "Nama / NIP", "Jabatan"),
        cells=lambda week: (f"{_plain_title(week.person)}\nNIP. {week.person.spaced_nip}", week.person.position),
        over_days="Tanggal",
        day=lambda day: day.day,
        note="Keterangan",
        sizes=(5, 34, 26),
        by_name=True,
    ),
    "tanggal": Layout(
        titles=("ABSENSI APEL PAGI PEGAWAI", "{UNIT} KOTA MEDAN", "PERIODE : 4 S.D. 8 MARET 2019"),
        first=1,
        heads=("NO", "NAMA PEGAWAI", "NIP"),
        cells=lambda week: (week.person.full_name, week.person.nip),
        over_days="TANGGAL APEL",
        day=lambda day: day,
        note="KET",
        sizes=(5, 35, 22),
        day_width=11,
    ),
    "hari": Layout(
        titles=("DAFTAR HADIR APEL PAGI", "{UNIT}", "SENIN S/D JUMAT, 4 - 8 MARET 2019"),
        first=1,
        heads=("NO", "NIP", "NAMA"),
        cells=lambda week: (week.person.nip, week.person.name.upper()),
        over_days="HARI / TANGGAL",
        day=lambda day: f"{WEEKDAYS[day.weekday()]},\n{day.day} Maret 2019",
        note="KET.",
        sizes=(5, 22, 30),
        day_width=12,
        numbered=True,
        by_name=True,
    ),
}
NOTES = {"CT": "Cuti Tahunan", "CAP": "Cuti Alasan Penting", "CM": "Cuti Melahirkan", "S": "Surat dokter", "I": "Izin"}


def write_roll(unit: Unit, weeks: list[Week], path: Path) -> None:
    """One unit's roll of the week in the layout of its office."""
    layout = LAYOUTS[unit.layout]
    book, sheet = new_sheet("Apel 4-8 Maret" if unit.layout != "tanggal" else "Sheet1")
    last = layout.first + len(layout.heads) + len(COLUMNS_OF_WEEK)
    for row, text in enumerate(layout.titles, 1):
        title(sheet, row, layout.first, last, text.format(UNIT=unit.name.upper(), Unit=unit.name))
    row = _roll_heading(sheet, layout, len(layout.titles) + 2)
    ordered = sorted(weeks, key=lambda week: week.person.name.upper()) if layout.by_name else weeks
    for number, week in enumerate(ordered, 1):
        _roll_row(sheet, row, layout, unit, number, week)
        row += 1
    _recap(sheet, row, layout, unit, weeks)
    _legend(sheet, row + 3, layout, unit)
    sign(sheet, row + 5, last - 4, _roll_signature(unit, weeks[0].person))
    day_sizes = [layout.day_width] * len(COLUMNS_OF_WEEK)
    widths(sheet, layout.first, (*layout.sizes, *day_sizes, 20))
    if layout.first == 2:
        sheet.column_dimensions["A"].width = 2.5
    save(book, path)


def _roll_heading(sheet: Worksheet, layout: Layout, row: int) -> int:
    """The two header lines and, where the office has it, the line of column numbers; the answer is the next row."""
    days = layout.first + len(layout.heads)
    for column, text in enumerate(layout.heads, layout.first):
        heading(sheet, row, column, text, down=2)
    heading(sheet, row, days, layout.over_days, across=len(COLUMNS_OF_WEEK))
    for column, day in enumerate(COLUMNS_OF_WEEK, days):
        heading(sheet, row + 1, column, layout.day(day))
    note = days + len(COLUMNS_OF_WEEK)
    heading(sheet, row, note, layout.note, down=2)
    if layout.numbered:
        for number, column in enumerate(range(layout.first, note + 1), 1):
            heading(sheet, row + 2, column, number)
    sheet.row_dimensions[row + 1].height = 27 if layout.day_width == 12 else 15
    sheet.print_title_rows = f"{row}:{row + 1 + layout.numbered}"
    return row + 2 + layout.numbered


def _roll_row(sheet: Worksheet, row: int, layout: Layout, unit: Unit, number: int, week: Week) -> None:
    values: list[object] = [number, *layout.cells(week)]
    for day in COLUMNS_OF_WEEK:
        code = unit.not_held if day == HOLIDAY else week.roll_code(day)
        values.append(unit.absent if code == "TK" else code)
    kinds = sorted(set(week.letters.values()))
    note = ", ".join(NOTES.get(kind, "Tugas luar") for kind in kinds) if not week.menyusul else None
    for column, value in enumerate((*values, note), layout.first):
        put(sheet, row, column, value)
        if column - layout.first < len(layout.heads) and layout.heads[column - layout.first].upper()[:3] in (
            "NAM",
            "JAB",
        ):
            sheet.cell(row, column).alignment = LEFT
    sheet.cell(row, _holiday_column(layout)).fill = NOT_HELD
    sheet.row_dimensions[row].height = 26 if unit.layout == "gabung" else 15


def _holiday_column(layout: Layout) -> int:
    return layout.first + len(layout.heads) + COLUMNS_OF_WEEK.index(HOLIDAY)


def _recap(sheet: Worksheet, row: int, layout: Layout, unit: Unit, weeks: list[Week]) -> None:
    """How many came and how many did not, a day a column."""
    here = [sum(day in week.apel for week in weeks) for day in COLUMNS_OF_WEEK]
    absent = [len(weeks) - count for count in here]
    for line, (text, counts) in enumerate((("Jumlah hadir", here), ("Jumlah tidak hadir", absent)), row):
        across = len(layout.heads)
        sheet.merge_cells(start_row=line, start_column=layout.first, end_row=line, end_column=layout.first + across - 1)
        for column in range(layout.first, layout.first + across):
            sheet.cell(line, column).border = GRID
        put(sheet, line, layout.first, text, bold=True)
        for column, (day, count) in enumerate(zip(COLUMNS_OF_WEEK, counts, strict=True), layout.first + across):
            put(sheet, line, column, unit.not_held if day == HOLIDAY else count, bold=True)
        put(sheet, line, layout.first + across + len(COLUMNS_OF_WEEK), None)


def _legend(sheet: Worksheet, row: int, layout: Layout, unit: Unit) -> None:
    own = f"{unit.absent} = Tanpa Keterangan, {unit.not_held} = Libur (Nyepi)"
    text = f"Keterangan : H = Hadir, S = Sakit, I = Izin, C = Cuti, DL = Dinas Luar, {own}"
    put(sheet, row, layout.first, text, grid=False)
    sheet.cell(row, layout.first).font = Font(name="Arial", size=8, italic=True)


def _roll_signature(unit: Unit, head: Person) -> tuple[str, ...]:
    office = {"Inspektur": "INSPEKTUR", "Sekretaris": "SEKRETARIS"}.get(unit.head, f"KEPALA {unit.name.upper()}")
    if unit.name in UNSIGNED:
        return ("Medan,      Maret 2019", office, "(......................................)", "", "NIP.")
    return signature(head, "Medan, 8 Maret 2019", office)


# --- lists


def _table(path: Path, name: str, titles: Sequence[str], heads: Sequence[str], rows: Sequence[Sequence[object]],
           sizes: Sequence[float]) -> None:  # fmt: skip
    """A plain list: title lines if any, one header line, rows."""
    book, sheet = new_sheet(name)
    sheet.page_setup.orientation = "landscape"
    for row, text in enumerate(titles, 1):
        title(sheet, row, 1, len(heads), text)
    start = len(titles) + 2 if titles else 1
    for column, text in enumerate(heads, 1):
        heading(sheet, start, column, text)
    for row, values in enumerate(rows, start + 1):
        for column, value in enumerate(values, 1):
            put(sheet, row, column, value)
            if heads[column - 1].upper() in ("NAMA", "UNIT", "PENANDATANGAN", "KETERANGAN", "NOMOR"):
                sheet.cell(row, column).alignment = LEFT
    widths(sheet, 1, sizes)
    sheet.print_title_rows = f"{start}:{start}"
    save(book, path)


def write_letters(letters: Sequence[Letter], path: Path) -> None:
    """The secretariat's list of letters of the month."""
    heads = ("NIP", "NAMA", "JENIS", "MULAI", "SELESAI", "NOMOR", "TANGGAL SURAT", "KETERANGAN")
    rows = []
    for number, letter in enumerate(letters, 212):
        code = {"C": "850", "DL": "094"}.get(CLASS_OF_KIND[letter.kind], "800")
        note = {**NOTES, "DL": "Surat Perintah Tugas", "I": "Izin keperluan keluarga"}[letter.kind]
        dates = (letter.first, letter.last, f"{code}/{number}/2019", letter.issued)
        rows.append((letter.person.nip, letter.person.full_name, letter.kind, *dates, note))
    titles = ("DAFTAR SURAT KETERANGAN TIDAK MASUK KERJA", "BULAN MARET 2019")
    _table(path, "Surat", titles, heads, rows, (22, 36, 8, 12, 12, 16, 16, 28))


def write_pins(plan: Plan, path: Path) -> None:
    """Which PIN on machine 1 is whose."""
    people = sorted((week.person for week in plan.weeks), key=lambda person: person.pin)
    rows = [(person.pin, person.nip, person.name.upper()) for person in people]
    _table(path, "PIN", (), ("PIN", "NIP", "Nama"), rows, (8, 22, 32))


def write_signatures(plan: Plan, path: Path) -> None:
    """Which head signed what, with the totals on the paper."""
    rows: list[tuple[object, ...]] = []
    for unit in UNITS:
        if unit.name not in UNSIGNED:
            weeks = plan.units[unit.name]
            signed = (DAYS[0], DAYS[-1], weeks[0].person.full_name)
            here = sum(len(week.apel) for week in weeks)
            rows.append((unit.name, "apel-pagi", *signed, here, len(weeks) * len(DAYS)))
            rows.append((unit.name, "kerja", *signed, None, None))
    titles = ("PENGESAHAN DAFTAR HADIR OLEH KEPALA UNIT KERJA", "TANGGAL 4 - 8 MARET 2019")
    heads = ("UNIT", "JENIS", "MULAI", "SELESAI", "PENANDATANGAN", "HADIR", "JUMLAH")
    _table(path, "Pengesahan", titles, heads, rows, (38, 12, 12, 12, 38, 9, 9))


def write_log(lines: Sequence[tuple[str, int]], path: Path) -> None:
    """The machine's dump: PIN padded to nine, time, device, state, verify, work code; no header, CRLF."""
    text = "".join(f"{pin:>9}\t{when}\t1\t255\t1\t0\r\n" for when, pin in lines)
    path.write_bytes(text.encode("ascii"))
