"""Calendars: holidays, joint leave, local days off and days on which apel is called off."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from attendance.errors import Place
from attendance.intake import dates, headings, tables
from attendance.intake.cells import fold, row_of, shown
from attendance.intake.readings import Met, Reading, gather, repeats
from attendance.intake.tables import Record
from attendance.language import _
from attendance.rules.days import DayKind, SpecialDay

FIELDS: headings.Synonyms = {
    "number": headings.PERSON["number"],
    "day": ("TANGGAL", "TGL", "HARITANGGAL", "DATE"),
    "sort": ("JENIS", "JENISHARI", "JENISLIBUR", "STATUS"),
    "name": ("NAMA", "KETERANGAN", "NAMAHARI", "NAMALIBUR", "HARILIBUR", "PERINGATAN", "URAIAN"),
    "source": ("SUMBER", "DASAR", "DASARHUKUM", "NOMORSK", "SKB"),
}
NEEDS = (("day",), ("sort",))

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
    return gather(_once([_day(record, order) for record in records]), opened.warnings)


def _day(record: Record, order: str) -> Met[SpecialDay]:
    """One day, with all that is wrong with it."""
    faults: list[str] = []
    day = dates.day(record.get("day"), order, faults)
    sort = _SORTS.get(fold(record.text("sort")))
    if sort is None:
        faults.append(
            _("{sort} is no kind of day; write one of {choice}").format(
                sort=shown(record.get("sort")), choice=", ".join(sort.value for sort in DayKind)
            )
        )
    if faults or day is None or sort is None:
        return Met(record.place, None, tuple(faults))
    return Met(record.place, SpecialDay(day, sort, record.text("name"), record.text("source"), place=record.place))


def _once(met: list[Met[SpecialDay]]) -> list[Met[SpecialDay]]:
    """No day twice with one kind."""

    def twice(other: Place) -> str:
        return _("the same day stands in {other} too; keep one").format(other=row_of(other, met[0].place))

    return repeats(met, lambda day: (day.day, day.sort), lambda day: (day.name, day.source), twice, twice)
