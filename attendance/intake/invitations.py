"""Invitations: who is expected at a session that is called by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from attendance.errors import Place
from attendance.intake import headings, tables, unread
from attendance.intake.cells import row_of
from attendance.intake.people import who
from attendance.intake.readings import Met, Reading, gather, repeats
from attendance.intake.roll_people import NOBODY, Bearers, Known, bearers
from attendance.intake.tables import Record
from attendance.language import _

NEEDS = (("nip",),)


@dataclass(frozen=True, slots=True)
class Invited:
    """One person who is expected; the name as written, empty where none is."""

    nip: str
    name: str
    place: Place


def read(
    path: Path, *, sheet: str | None = None, mapping: Mapping[str, str] = {}, people: Known = NOBODY
) -> Reading[Invited]:
    """Everybody on a list with a column NIP; `people`: against whom the name beside a NIP is held."""
    opened = tables.need(path, headings.PERSON, NEEDS, sheet, mapping)
    known = [bearers(people, table) for table in opened.tables]
    found = zip(opened.tables, known, strict=True)
    records = [(record, each) for table, each in found for record in table.records(("nip", "name"))]
    met = [_invited(record, each) for record, each in records]
    hidden = (doubt for table in opened.tables for doubt in unread.hidden(table, (one for one, _who in records)))
    return gather(_once(met), (*opened.warnings, *(doubt for each in known for doubt in each.doubts), *hidden))


def _invited(record: Record, known: Bearers) -> Met[Invited]:
    nip, fault = known.of(record)
    if fault:
        return Met(record.place, None, (fault,))
    return Met(record.place, Invited(nip, who(record).name, record.place))


def _once(met: list[Met[Invited]]) -> list[Met[Invited]]:
    """Nobody twice."""

    def same(other: Place) -> str:
        return _("the same person stands in {other} already; delete one").format(other=row_of(other, met[0].place))

    return repeats(met, lambda invited: invited.nip, lambda invited: invited.nip, same, same)
