"""Calendars: holidays, joint leave, local days off and days on which apel is called off."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from attendance.errors import Place
from attendance.intake import dates, headings, tables, unread
from attendance.intake.cells import fold, row_of, shown
from attendance.intake.readings import Met, Reading, gather, repeats
from attendance.intake.tables import Record
from attendance.language import _
from attendance.rules.days import DayKind, SpecialDay

FIELDS: headings.Synonyms = {
    "number": headings.PERSON["number"],
    "day": ("TANGGAL", "TGL", "HARITANGGAL", "DATE"),
    "sort": ("JENIS", "JENISHARI", "JENISLIBUR", "STATUS"),
    "name": ("NAMA", "KETERANGAN", "NAMALIBUR", "HARILIBUR", "PERINGATAN", "URAIAN"),
    "source": ("SUMBER", "DASAR", "DASARHUKUM", "NOMORSK", "SKB"),
    "last": (
        *("SAMPAI", "SELESAI", "SD", "SAMPAITANGGAL", "SAMPAIDENGAN", "TANGGALSELESAI", "TGLSELESAI", "AKHIR"),
        *("TANGGALAKHIR", "SAMPAITGL", "SDTANGGAL", "HINGGA"),
    ),
    "weekday": ("HARI", "NAMAHARI"),
    "unit": ("UNIT", "UNITKERJA", "OPD", "SKPD", "PERANGKATDAERAH", "BERLAKUUNTUK", "KHUSUS", "LINGKUP", "BAGI"),
}
NEEDS = (("day",), ("sort",))

_EVERYBODY = re.compile(r"\b(?:SEMUA|SELURUH|SEGENAP)\b")
_SEVERAL = re.compile(
    r"\d\s*(?:[,&]|DAN\b|\bS\s*[./]?\s*D\b\.?|SAMPAI(?: DENGAN)?\b|HINGGA\b)\s*\d|\d\s*[-–—]\s*\d{1,2}\s+[A-Z]"
)
_SORTS = {
    **{fold(sort.value): sort for sort in DayKind},
    "LIBURNASIONAL": DayKind.LIBUR,
    "NASIONAL": DayKind.LIBUR,
    "LIBURLOKAL": DayKind.LOKAL,
    "LIBURDAERAH": DayKind.LOKAL,
    "APELDITIADAKAN": DayKind.TANPA_APEL,
}


def read(
    path: Path,
    *,
    date_format: str | None = None,
    sheet: str | None = None,
    mapping: Mapping[str, str] = {},
) -> Reading[SpecialDay]:
    """Every day of a list of special days."""
    opened = tables.need(path, FIELDS, NEEDS, sheet, mapping)
    records = [record for table in opened.tables for record in table.records(("day", "sort"))]
    order = dates.order(filter(None, (dates.read(r.get("day")) for r in records)), path.name, date_format)
    met = [_day(record, order) for record in records]
    return gather(_once(met), (*opened.warnings, *unread.doubts(opened.tables, records)))


def _day(record: Record, order: str) -> Met[SpecialDay]:
    """One day, with all that is wrong with it."""
    faults: list[str] = []
    several = not dates.read(record.get("day")) and _SEVERAL.search(record.text("day").upper())
    day = None if several else dates.day(record.get("day"), order, faults)
    if several:
        faults.append(_("these are several days; write each day in a row of its own"))
    sort = _SORTS.get(fold(record.text("sort")))
    if sort is None:
        faults.append(
            _("{sort} is no kind of day; write one of {choice}").format(
                sort=shown(record.get("sort")), choice=", ".join(sort.value for sort in DayKind)
            )
        )
    faults += _besides(record, day, order)
    if faults or day is None or sort is None:
        return Met(record.place, None, tuple(faults))
    return Met(record.place, SpecialDay(day, sort, record.text("name"), record.text("source"), place=record.place))


def _besides(record: Record, day: date | None, order: str) -> list[str]:
    """What other columns say that a day of the calendar cannot be: several days, another weekday, one unit's only."""
    faults: list[str] = []
    last = dates.day(record.get("last"), order, faults) if record.text("last").strip("-") else day
    if day and last and last != day:
        faults.append(_("these are several days; write each day in a row of its own"))
    weekday = dates.WEEKDAYS.get(record.text("weekday").upper())
    if day and weekday is not None and weekday != day.weekday():
        message = _("{day} is no {weekday}; correct one of them")
        faults.append(message.format(day=day, weekday=shown(record.get("weekday"))))
    unit = record.text("unit").strip("-")
    if unit and not _EVERYBODY.search(unit.upper()):
        message = _(
            "the day is for {unit} only, and a day of the calendar is for the whole office;"
            " take the row out, and use apel exempt add --unit"
        )
        faults.append(message.format(unit=shown(unit)))
    return faults


def _once(met: list[Met[SpecialDay]]) -> list[Met[SpecialDay]]:
    """No day twice with one kind."""

    def twice(other: Place) -> str:
        return _("the same day stands in {other} too; keep one").format(other=row_of(other, met[0].place))

    return repeats(met, lambda day: (day.day, day.sort), lambda day: (day.name, day.source), twice, twice)
