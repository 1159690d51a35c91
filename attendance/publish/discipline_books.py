"""Discipline books: the yearly workbook of discipline for the office: a row a person, a column a month.

Loads openpyxl: to be imported inside functions only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from openpyxl.utils import get_column_letter as letter

from attendance.publish import atomic, formats, lists, provenances
from attendance.publish import discipline_words as words
from attendance.publish.discipline_sources import DATED, Work
from attendance.publish.discipline_words import Told
from attendance.publish.light import Cell
from attendance.publish.mastheads import PROVISIONAL
from attendance.publish.paperwork import INTERNAL
from attendance.publish.sheets import LINE, Book, Sheet, letterhead_rows, lines, signed
from attendance.publish.tables import Table
from attendance.rules.law import PPPK_HINT

BEFORE = ("No", "Nama", "NIP", "Status / Gol", "Unit kerja")
AFTER = ("Jumlah", "Berturut- turut", "Tingkat", "Hukuman disiplin menurut ketentuan", "Pasal", "Gaji berhenti mulai")
REMARK = "Perkara / Ket."
WIDTHS = (4.5, 24, 20.5, 9.5, 20, *(4,) * 12, 8, 9, 9, 27, 19, 9.5, 18)
MONTH = len(BEFORE) + 1
SUM = MONTH + 12
TOP = 2
"""Rows of headings: the group of the months over their names."""

EXPLAINED = (
    "Jumlah = hari kerja tidak masuk tanpa alasan yang sah, kumulatif sejak 1 Januari. Tanggal dan asalnya ada di "
    "lembar Tanggal; yang tidak dihitung dan sebabnya di lembar Tidak dihitung; pasal di lembar Ketentuan."
)
DECIDES = "Daftar ini bahan bagi pejabat yang berwenang menghukum, bukan keputusan hukuman disiplin."


def workbook(
    people: Sequence[Told], apart: Sequence[Told], sheets: Mapping[str, Table], work: Work, path: Path
) -> None:
    """Write the list of each year, PPPK on sheets of their own, the days behind it, the law, and the sources."""
    with atomic.replacing(path) as beside:
        book = Book("Rekapitulasi pelanggaran disiplin kehadiran")
        years = sorted({one.judged.year.first.year for one in (*people, *apart)}) or [work.period.last.year]
        for year in years:
            _year(book, work, f"Disiplin {year}", year, _of(people, year))
        for year in years:
            if own := _of(apart, year):
                _year(book, work, f"PPPK {year}", year, own, _follows(own))
        for name, table in sheets.items():
            lists.write(book, name, table, None, work if name in DATED else replace(work, silent=()), sign=False)
        provenances.write(book, work)
        book.save(beside)


def _of(found: Iterable[Told], year: int) -> list[Told]:
    return [one for one in found if one.judged.year.first.year == year]


def _follows(apart: Sequence[Told]) -> str:
    """What PPPK are judged by: the office's own table, or rules that the program does not know."""
    local = [one.name for one in words.regulations(apart) if not one.duty]
    return f"PPPK: menurut {local[0]}" if local else f"PPPK: {PPPK_HINT}"


def _year(book: Book, work: Work, name: str, year: int, found: Sequence[Told], follows: str = "") -> None:
    sheet = book.sheet(name, WIDTHS)
    span = next((one.judged.year for one in found), work.period)
    titles = [
        f"{formats.titled(span)}" if found else f"Tahun {year}",
        *([follows] if follows else []),
    ]
    first = letterhead_rows(work.office) + 4 + len(titles) + bool(work.silent)
    sheet.raw.freeze_panes = f"{letter(MONTH)}{first + TOP}"
    sheet.raw.auto_filter.ref = f"A{first + 1}:{letter(len(WIDTHS))}{first + 1 + len(found)}"
    sheet.print_on(work.paper, landscape=True, headings=(first, first + 1), columns=2, footer=work.foot)
    sheet.letterhead(work.office)
    sheet.line(INTERNAL, "judul", points=16)
    sheet.line("REKAPITULASI HARI TIDAK MASUK KERJA TANPA ALASAN YANG SAH", "judul", points=16)
    for title in titles:
        sheet.line(title, "subjudul", points=14)
    if work.silent:
        sheet.line(PROVISIONAL, "judul", points=16)
    sheet.append([], 6)
    _headings(sheet, first)
    for number, one in enumerate(found, 1):
        _person(sheet, number, one)
    if not found:
        sheet.line("NIHIL", "teks-tengah", points=LINE + 4)
    _sums(sheet, first + TOP, first + TOP + max(len(found), 1) - 1)
    sheet.append([], 8)
    for note in (EXPLAINED, DECIDES):
        sheet.line(note, "catatan")
    sheet.append([], 8)
    signed(sheet, work.office, work.made, work.signatory)
    sheet.finish()


def _headings(sheet: Sheet, top: int) -> None:
    """The months under one heading, the others over both rows."""
    blank = sheet.kept(None, "kepala")
    after = (*AFTER, REMARK)
    group = [sheet.kept("Hari tidak masuk kerja tanpa alasan yang sah", "kepala"), *[blank] * 11]
    sheet.append(
        [*(sheet.text(one, "kepala") for one in BEFORE), *group, *(sheet.text(one, "kepala") for one in after)],
        LINE + 4,
    )
    months = [sheet.text(name, "kepala-hari") for name in formats.SHORT_MONTHS]
    sheet.append([*[blank] * len(BEFORE), *months, *[blank] * len(after)], 2 * LINE)
    sheet.merge(top, MONTH, top, SUM - 1)
    for column in (*range(1, MONTH), *range(SUM, len(WIDTHS) + 1)):
        sheet.merge(top, column, top + 1, column)


def _person(sheet: Sheet, number: int, one: Told) -> None:
    judged, profile, row = one.judged, one.judged.history.profile, sheet.row + 1
    months = [0] * 12
    for day in judged.days:
        months[day.day.month - 1] += 1
    made = sum(count.converted for count in judged.counts)
    total = f"SUM({letter(MONTH)}{row}:{letter(SUM - 1)}{row})" + (f"+{made}" if made else "")
    tier = judged.tier
    texts = (
        tier.level.value if tier else "-",
        words.sanction(one) or "-",
        words.article(tier.article) if tier else "-",
        words.month(judged.salary_stop) or "-",
        remark(one, made),
    )
    status = f"{words.STATUSES.get(judged.status, judged.status.value)}\n{profile.rank or '-'}"
    cells: list[Cell | None] = [
        sheet.value(number, "hitungan"),
        sheet.text(profile.printed, "teks"),
        sheet.text(profile.nip, "teks-tengah"),
        sheet.kept(status, "teks-tengah"),
        sheet.kept(one.unit, "teks"),
        *(sheet.value(figure, "hitungan") for figure in months),
        sheet.formula(total, "hitungan"),
        sheet.value(len(judged.run), "hitungan"),
        *(sheet.kept(text, "teks" if place in (1, 4) else "teks-tengah") for place, text in enumerate(texts)),
    ]
    room = WIDTHS[SUM + 1 :]
    needed = [lines(profile.printed, WIDTHS[1]), lines(one.unit, WIDTHS[4]), 2, *map(lines, texts, room)]
    sheet.append(cells, LINE * max(needed) + 3)


def remark(one: Told, made: int) -> str:
    """What has to be known besides the figures: the days of each law, open cases, provisional, the year's end, ..."""
    said = [
        words.split(one),
        *one.cases,
        f"sementara: {len(one.waiting)} hari belum lapor" if one.waiting else "",
        "berturut-turut melewati 31 Desember: keputusan pada pejabat" if one.judged.crosses else "",
        f"termasuk {made} hari dari keterlambatan" if made else "",
    ]
    return "; ".join(part for part in said if part)


def _sums(sheet: Sheet, first: int, last: int) -> None:
    """The sums of the months and of all."""
    blank = sheet.kept(None, "teks-jumlah")
    columns = (
        sheet.formula(f"SUM({letter(column)}{first}:{letter(column)}{last})", "hitungan-jumlah")
        for column in range(MONTH, SUM + 1)
    )
    left = [blank, sheet.text("JUMLAH", "teks-jumlah"), *[blank] * (len(BEFORE) - 2)]
    sheet.append([*left, *columns, *[blank] * len(AFTER)], LINE + 4)
