"""Letters: leave, sickness, duty travel, as the kepegawaian desk lists them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

from attendance.errors import Fault
from attendance.intake import dates, headings, letter_days, tables, unread, words
from attendance.intake.cells import row_of, shown, text
from attendance.intake.readings import Met, Reading, gather
from attendance.intake.roll_people import NOBODY, Bearers, Known, bearers
from attendance.intake.tables import Record, Table
from attendance.language import _
from attendance.rules.codes import EXCUSING, Code, Leave
from attendance.rules.letters import Letter

FIELDS: headings.Synonyms = {
    **headings.PERSON,
    "sort": ("JENIS", "JENISSURAT", "JENISCUTI", "JENISIZIN", "KODE", "JENISKETERANGAN"),
    "first": (
        *("MULAI", "TANGGALMULAI", "TGLMULAI", "DARI", "DARITANGGAL", "TMT", "MULAITANGGAL", "DARITGL", "MULAITGL"),
        *("MULAICUTI", "TANGGALMULAICUTI", "TGLMULAICUTI", "TMTCUTI", "TANGGALAWAL", "TGLAWAL", "AWAL", "MULAIIZIN"),
        *("TANGGALCUTI", "TGLCUTI", "TANGGALIZIN", "TGLIZIN", "TANGGALTUGAS", "TANGGALBERANGKAT", "TGLBERANGKAT"),
    ),
    "last": (
        *("SELESAI", "TANGGALSELESAI", "TGLSELESAI", "SAMPAI", "SAMPAITANGGAL", "SAMPAIDENGAN", "SD", "SDTANGGAL"),
        *("AKHIR", "TANGGALAKHIR", "BERAKHIR", "TGLAKHIR", "SELESAICUTI", "TANGGALSELESAICUTI", "TGLSELESAICUTI"),
        *("AKHIRCUTI", "TANGGALAKHIRCUTI", "SAMPAITGL", "SDTGL", "HINGGA", "SELESAIIZIN"),
    ),
    "letter": ("NOMOR", "NOMORSURAT", "NOSURAT", "NOMORSK", "NOSK", "NOMORSURATTUGAS", "NOSPT"),
    "dated": ("TANGGALSURAT", "TGLSURAT", "TANGGALSK", "TGLSK", "SURATTANGGAL"),
    "note": ("KETERANGAN", "KET", "ALASAN", "KEPERLUAN", "TUJUAN"),
    **letter_days.FIELDS,
}
_DAY = ("TANGGAL", "TGL")
"""A heading of its own where nothing else says when it begins; beside a column that does it is the letter's date."""
NEEDS = (("nip",), ("sort",), ("first",))
KEYS = ("nip", "name", "sort", "first")

_SORTS: dict[str, Leave | Code] = {
    **{leave.value: leave for leave in Leave},
    **{code.value: code for code in EXCUSING},
    "CUTI TAHUNAN": Leave.CT,
    "CUTI BESAR": Leave.CB,
    "CUTI SAKIT": Leave.CS,
    "CUTI MELAHIRKAN": Leave.CM,
    "CUTI BERSALIN": Leave.CM,
    "CUTI ALASAN PENTING": Leave.CAP,
    "CUTI KARENA ALASAN PENTING": Leave.CAP,
    "CUTI BERSAMA": Leave.CBS,
    "CUTI DI LUAR TANGGUNGAN NEGARA": Leave.CLTN,
    "CUTI DILUAR TANGGUNGAN NEGARA": Leave.CLTN,
    "CUTI": Code.C,
    "SAKIT": Code.S,
    "IZIN": Code.I,
    "IJIN": Code.I,
    "DINAS LUAR": Code.DL,
    "TUGAS LUAR": Code.DL,
    "PERJALANAN DINAS": Code.DL,
    "TUGAS BELAJAR": Code.TB,
    "DIKLAT": Code.DK,
}


def read(
    path: Path,
    *,
    date_format: str | None = None,
    sheet: str | None = None,
    mapping: Mapping[str, str] = {},
    people: Known = NOBODY,
) -> Reading[Letter]:
    """Every letter of a list. SELESAI is the last day that still counts; blank: the first day alone.

    `people`: everybody known, against whom the name beside a NIP is held.
    """
    opened = tables.open_(path, _unnumbered("dated"), NEEDS, sheet, mapping)
    if not opened.tables:
        opened = tables.need(path, _unnumbered("first"), NEEDS, sheet, mapping)
    known = [bearers(people, table) for table in opened.tables]
    found = [(record, who) for table, who in zip(opened.tables, known, strict=True) for record in table.records(KEYS)]
    records = [record for record, _who in found]
    cells = (record.get(field) for record in records for field in ("first", "last", "dated", "back"))
    order = dates.order(filter(None, map(dates.read, cells)), path.name, date_format)
    met = _apart([_letter(record, order, who) for record, who in found])
    doubts = [*(doubt for who in known for doubt in who.doubts), *unread.doubts(opened.tables, records)]
    doubts += filter(None, map(_dated, opened.tables))
    return gather(met, (*opened.warnings, *doubts))


def _unnumbered(day: str) -> headings.Synonyms:
    """The fields, with NOMOR as the letter's number, not the row's, and TANGGAL as the field `day`."""
    number = tuple(word for word in FIELDS["number"] if word != "NOMOR")
    return {**FIELDS, "number": number, day: (*FIELDS[day], *_DAY)}


def _dated(table: Table) -> Fault | None:
    """A warning where the first day is read from a TANGGAL that stands beside the number of the letter."""
    columns = table.heads.columns
    if table.heads.named("first") not in _DAY or columns["first"] - 1 != columns.get("letter") or "last" in columns:
        return None
    message = _(
        "TANGGAL beside the number of the letter was read as the first day; if it is the date of the letter,"
        " call it TANGGAL SURAT, and the day MULAI"
    )
    return Fault(table.sheet.place(table.heads.last), message)


def _letter(record: Record, order: str, who: Bearers) -> Met[Letter]:
    """One letter, with all that is wrong with it."""
    nip, fault = who.of(record)
    faults = [fault] if fault else []
    sort = _sort(record, faults)
    span = letter_days.span(record)
    first = span[0] if span else dates.day(record.get("first"), order, faults)
    faults += (*letter_days.turned_down(record), *letter_days.again(record))
    last = span[1] if span else letter_days.last(record, first, order, faults)
    dated = dates.day(record.get("dated"), order, faults) if record.text("dated").strip("-") else None
    doubts: list[str] = []
    if first and last and last < first:
        faults.append(_("it ends before it begins; correct MULAI or SELESAI"))
    elif first and last and not faults:
        doubts = letter_days.counted(record, sort.value if sort else "", first, last, faults)
    if faults or sort is None or first is None or last is None:
        return Met(record.place, None, tuple(faults))
    code = Code.C if isinstance(sort, Leave) else sort
    number, note = record.text("letter"), record.text("note")
    letter = Letter(nip, code, sort.value, first, last, number, dated, note, record.place)
    return Met(record.place, letter, (), (*doubts, *letter_days.replaces(record)))


def _sort(record: Record, faults: list[str]) -> Leave | Code | None:
    """The kind of letter; CB is cuti besar here, and TL stays open."""
    word = words.fold(record.get("sort"))
    sort = _SORTS.get(word) or _SORTS.get(word.replace(".", ""))
    if sort is None and word.replace(".", "") == "TL":
        faults.append(_("TL may be tugas luar or terlambat; write DL for tugas luar"))
    elif sort is None and not word:
        faults.append(_("there is no kind of letter; write JENIS, such as S, I, CT or DL"))
    elif sort is None:
        choice = ", ".join(dict.fromkeys(sort.value for sort in _SORTS.values()))
        faults.append(
            _("{sort} is no kind of letter; write one of {choice}").format(sort=shown(text(word)), choice=choice)
        )
    return sort


def _apart(met: list[Met[Letter]]) -> list[Met[Letter]]:
    """Letters of one person that overlap: of different kinds both are refused. The same letter again is no fault."""
    people: dict[str, list[int]] = {}
    for index, m in enumerate(met):
        if m.value is not None:
            people.setdefault(m.value.nip, []).append(index)
    answer = list(met)
    for indexes in people.values():
        for one, other in combinations(indexes, 2):
            _clash(met, answer, one, other)
    return answer


def _clash(met: list[Met[Letter]], answer: list[Met[Letter]], one: int, other: int) -> None:
    """Mark both of two letters as refused in `answer`, if they call one day by two names."""
    a, b = met[one].value, met[other].value
    if a is None or b is None or a.last < b.first or b.last < a.first or a.sort == b.sort:
        return
    for index, place in ((one, met[other].place), (other, met[one].place)):
        overlap = _("it overlaps with a letter of another kind in {other}; correct one of them")
        known = answer[index].faults
        answer[index] = met[index]._replace(faults=(*known, overlap.format(other=row_of(place, met[index].place))))
