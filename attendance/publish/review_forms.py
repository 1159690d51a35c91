"""Review forms: for the head of a unit the list of his people who are to be named, with their days, to confirm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from attendance.publish import atomic, formats, signatures
from attendance.publish.wordings import noun
from attendance.rules.forms import HIDDEN
from attendance.rules.kinds import NAMES, Kind
from attendance.rules.offices import Office, Signatory
from attendance.rules.periods import Period
from attendance.rules.reviews import OBJECTION, SIGNED, TRUE, ReviewId

if TYPE_CHECKING:
    from attendance.publish.sheets import Book, Sheet

SECRET = "RAHASIA - TERBATAS"
"""What stands on a sheet that is for one office only."""

HEADINGS = ("NO", "NAMA", "NIP", "JABATAN", "TIDAK HADIR", "TANGGAL TANPA KETERANGAN", "PERNYATAAN", "KETERANGAN")
WIDTHS = (5.0, 32.0, 21.0, 24.0, 15.0, 34.0, 14.0, 30.0)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Somebody who would be named: figures, and the days that are the evidence."""

    name: str
    nip: str
    position: str
    absent: int
    required: int
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class ReviewForm:
    """The list of one unit."""

    office: Office
    unit: str
    kind: Kind
    period: Period
    people: tuple[Reviewed, ...]
    head: Signatory | None
    made: date
    paper: str = "A4"


def workbook(form: ReviewForm, identity: ReviewId, path: Path) -> None:
    """Write the list, and its id on a hidden sheet."""
    from attendance.publish import form_styles, sheets  # openpyxl takes a while to load

    with atomic.replacing(path) as beside:
        book = sheets.Book(f"Konfirmasi pengumuman: {form.unit}", form_styles.named())
        _sheet(book, form)
        hidden = book.sheet(HIDDEN, [14, 24, 34, 60])
        hidden.raw.sheet_state = "veryHidden"
        for row in identity.rows():
            hidden.append([hidden.text(cell, "teks") for cell in row])
        book.save(beside)


def _sheet(book: Book, form: ReviewForm) -> None:
    from attendance.publish.sheets import letterhead_rows
    from attendance.publish.templates import choice, lock

    sheet = book.sheet("Konfirmasi", WIDTHS)
    titles = _titles(form)
    top = letterhead_rows(form.office) + len(titles) + len(_notes(form)) + 2
    first, last = top + 1, top + len(form.people)
    sheet.print_on(form.paper, landscape=True, headings=(top, top), columns=0, footer=SECRET)
    sheet.raw.freeze_panes = f"C{first}"
    lock(sheet)
    rule = choice((TRUE, OBJECTION))
    rule.add(f"G{first}:G{last}")
    sheet.raw.data_validations.append(rule)
    sheet.letterhead(form.office)
    for title in titles:
        sheet.line(title, "judul", points=16)
    for note in _notes(form):
        sheet.line(note, "catatan")
    sheet.append([], 6)
    sheet.append([sheet.text(heading, "kepala") for heading in HEADINGS], 30)
    for number, one in enumerate(form.people, 1):
        _person(sheet, form, number, one)
    _below(sheet, form)
    sheet.finish()


def _titles(form: ReviewForm) -> Sequence[str]:
    return (
        SECRET,
        f"KONFIRMASI DAFTAR YANG AKAN DIUMUMKAN: {NAMES[form.kind].upper()}",
        form.unit,
        formats.titled(form.period),
    )


def _notes(form: ReviewForm) -> Sequence[str]:
    return (
        f"Kepala unit kerja memilih {TRUE} atau {OBJECTION} pada kolom PERNYATAAN untuk setiap pegawai. Pada "
        f"{OBJECTION} tulis alasannya pada kolom KETERANGAN dan sertakan bukti (surat, daftar hadir).",
        "Tulis nama yang menandatangani di bawah daftar, lalu kirimkan berkas ini kembali. Baris yang dikosongkan "
        "berarti belum dijawab. Daftar ini hanya untuk kepala unit kerja dan tidak untuk ditempel.",
    )


def _person(sheet: Sheet, form: ReviewForm, number: int, one: Reviewed) -> None:
    from attendance.publish.sheets import LINE, lines

    days = ", ".join(map(formats.short_day, one.days))
    figure = f"{one.absent} dari {one.required} {noun(form.kind)}"
    tall = max(lines(one.name, WIDTHS[1]), lines(one.position, WIDTHS[3]), lines(days, WIDTHS[5]))
    cells = [
        sheet.value(number, "hitungan"),
        sheet.text(one.name, "nama"),
        sheet.text(one.nip, "teks-tengah"),
        sheet.text(one.position, "nama-kecil"),
        sheet.text(figure, "teks-tengah"),
        sheet.text(days, "nama-kecil"),
        sheet.kept(None, "isian"),
        sheet.kept(None, "isian-teks"),
    ]
    sheet.append(cells, max(LINE * tall + 4, LINE + 10))


def _below(sheet: Sheet, form: ReviewForm) -> None:
    sheet.append([], 10)
    label, room = sheet.text(SIGNED, "teks"), sheet.kept(None, "isian-teks")
    sheet.append([label, sheet.kept(None, "teks"), room, *[sheet.kept(None, "isian-teks")] * 2], 22)
    sheet.merge(sheet.row, 1, sheet.row, 2)
    sheet.merge(sheet.row, 3, sheet.row, 5)
    sheet.append([], 10)
    place = formats.safe(form.office.place) or "." * 12
    right = [f"{place}, {'.' * 24}", *signatures.above(form.head)]
    for text in right:
        sheet.line(text, "ttd", first=6, points=15)
    for _number in range(3):
        sheet.append([], 15)
    sheet.line(signatures.name(form.head), "ttd-nama" if form.head else "ttd", first=6, points=15)
    for text in signatures.below(form.head):
        sheet.line(text, "ttd", first=6, points=15)
