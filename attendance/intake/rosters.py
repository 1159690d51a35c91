"""Rosters: who belongs where, as BKPSDM, SIASN exports and printed lists (DUK) say it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from attendance.errors import Place, Refused
from attendance.intake import bare_lists, headings, roster_others, tables, unread
from attendance.intake.cells import row_of
from attendance.intake.readings import Met, Reading, gather, repeats
from attendance.intake.roster_people import Confirmed, Page, Person, paired
from attendance.intake.roster_units import Units, above, titled
from attendance.intake.roster_words import status_of_sheet
from attendance.language import _
from attendance.rules import proposals
from attendance.rules.proposals import Bearers
from attendance.rules.rosters import RosterRow

FIELDS: headings.Synonyms = {
    **headings.PERSON,
    "nip": (*headings.PERSON["nip"], "NIPNRP", "NIPKARPEG", "NIPNIK", "NIPGOL", "NIPGOLONGAN", "NIPNRK", "NIPNIPBARU"),
    "before": ("GELARDEPAN", "GLRDEPAN", "GELARDPN"),
    "after": ("GELARBELAKANG", "GLRBELAKANG", "GELARBLK", "GELARBLKG"),
    "status": (
        *("STATUS", "STATUSKEPEGAWAIAN", "STATUSPEGAWAI", "STATUSASN", "JENISASN", "JENISPEGAWAI"),
        *("STATUSCPNSPNS", "STATUSKEPEG"),
    ),
    "rank": (
        *("GOLONGAN", "GOL", "GOLRUANG", "GOLONGANRUANG", "GOLRU", "GOLAKHIRNAMA", "GOLNAMA", "GOLONGANTERAKHIR"),
        *("PANGKATGOLONGAN", "PANGKATGOL", "PANGKATGOLRUANG", "PANGKATGOLONGANRUANG", "PKTGOL", "GOLAKHIR"),
        *("GOLPANGKAT", "GOLONGANPANGKAT", "PANGKATDANGOLONGAN", "PKTTERAKHIRGOLRUANG", "GOLPPPK"),
    ),
    "pangkat": ("PANGKAT", "NAMAPANGKAT", "PANGKATTERAKHIR", "PKTTERAKHIR"),
    "position": ("JABATAN", "NAMAJABATAN", "JABATANNAMA", "JABATANTERAKHIR", "JABATANSESUAISK", "JABATANSAATINI"),
    "unit": (
        *("UNITKERJA", "UNIT", "UNORNAMA", "NAMAUNOR", "UNOR", "UNITORGANISASI", "NAMAUNITKERJA", "SUBUNIT", "BAGIAN"),
        *("UNITKERJAOPD", "OPDUNITKERJA", "PENEMPATAN", "TEMPATTUGAS", "UNITKERJAPENEMPATAN", "SATUANKERJA", "SATKER"),
    ),
    "parent": (
        *("OPD", "SKPD", "PERANGKATDAERAH", "UNITINDUK", "UNORINDUK", "UNORINDUKNAMA", "NAMAUNORINDUK"),
        *("UNITKERJAINDUK", "UNITORGANISASIINDUK", "OPDINDUK", "INDUK"),
    ),
    "line": ("APELDI", "BARISAN", "BARISANAPEL", "TEMPATAPEL", "LOKASIAPEL", "UNITAPEL", "APELPADA"),
    "note": ("KET", "KETERANGAN", "CATATAN"),
    "standing": ("KEDUDUKANHUKUMNAMA", "KEDUDUKANHUKUM", "STATUSKEDUDUKAN", "KEDUDUKANPEGAWAI"),
}
NOBODY: Bearers = {}
NOTHING: Confirmed = {}
NEEDS = (("nip", "name"), ("nip", "unit", "parent", "rank", "pangkat", "position"))


@dataclass(frozen=True, slots=True)
class Proposed:
    """A row whose NIP is damaged, and the NIPs that it may have been."""

    place: Place
    name: str
    nips: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Roster(Reading[RosterRow]):
    """What a roster says; `proposals`: rows that are refused for a NIP which somebody may confirm."""

    proposals: tuple[Proposed, ...] = ()


def read(
    path: Path,
    *,
    unit: tuple[str, ...] | None = None,
    sheet: str | None = None,
    mapping: Mapping[str, str] = {},
    on: date | None = None,
    people: Bearers = NOBODY,
    known: Collection[str] = (),
    confirmed: Confirmed = NOTHING,
    office: str = "",
) -> Roster:
    """Every person of a roster, counted in persons.

    `unit` is for rows that name none: neither in a column nor by a section or title. `on`: the day at which ages are
    looked at; without it they are not. `people` and `known`: names of people with their NIPs, and folded names of
    units, that a damaged row may mean. `confirmed`: the NIP of a row, by its sheet (None: the only one) and number.
    `office`: whose roster it should be.
    """
    opened = tables.open_(path, FIELDS, NEEDS, sheet, mapping)
    bare = () if opened.tables else tuple(filter(None, map(bare_lists.table, opened.sheets)))
    found = opened.tables or tuple(one.table for one in bare)
    roster_others.stop(path.name, opened.tables, opened.sheets, (line for one in opened.tables for line in above(one)))
    if not found:
        raise headings.missing(opened.sheets, FIELDS, NEEDS, path.name)
    met: list[Person] = []
    warnings = [*opened.warnings, *(one.guess for one in bare)]
    for table in found:
        units = Units(table, titled(table), unit or (), known)
        page = Page(table, units, status_of_sheet(table, above(table)), on, confirmed)
        records = list(paired(table.records(("nip", "name"))))
        met += map(page.person, records)
        warnings += unread.elsewhere(table, office)
        warnings += (*unread.hidden(table, records), *unread.parts(table, records))
        met += (
            Person(Met(place, None, (_("there is no NIP; write its 18 digits as text"),))) for place in units.people
        )
        warnings += units.all_doubts()
    _all_confirmed(path.name, met, confirmed, len(found))
    taken, proposed = _proposed(met, people)
    return _roster(gather(_once(taken), warnings), proposed)


def _roster(reading: Reading[RosterRow], proposed: list[Proposed]) -> Roster:
    return Roster(reading.rows, reading.refused, reading.warnings, reading.read, tuple(proposed))


def _proposed(met: list[Person], people: Bearers) -> tuple[list[Met[RosterRow]], list[Proposed]]:
    """Beside each damaged NIP those of people of this name, known or in this file, that it may have been."""
    if not any(one.damaged for one in met):
        return [one.met for one in met], []
    rows = (one.met.value.profile for one in met if one.met.value is not None)
    here = proposals.bearers((row.nip, row.name) for row in rows)
    several = len({one.met.place.sheet for one in met}) > 1
    taken, proposed = [], []
    for one in met:
        near = proposals.near(one.damaged, one.name, people, here) if one.damaged else ()
        if near:
            proposed.append(Proposed(one.met.place, one.name, near))
            first, *rest = one.met.faults
            suggested = suggestion(one.met.place if several else one.met.place._replace(sheet=None), near)
            taken.append(one.met._replace(faults=(f"{first}; {suggested}", *rest)))
        else:
            taken.append(one.met)
    return taken, proposed


def suggestion(place: Place, near: Iterable[str]) -> str:
    """Whose NIP it may be, and how it is taken."""
    row = f"{place.sheet}:{place.row}" if place.sheet else f"{place.row}"
    ways = " / ".join(f'--confirm "{row}={nip}"' if " " in row else f"--confirm {row}={nip}" for nip in near)
    return _("by name and digits it may be a NIP that is known; if it is, take it with {ways}").format(ways=ways)


def _all_confirmed(file: str, met: Iterable[Person], confirmed: Confirmed, sheets: int) -> None:
    """Refuse a confirmation that confirms nothing."""
    used = {key for one in met for key in one.keys if key in confirmed}
    for sheet, row in confirmed:
        if sheet is None and sheets > 1:
            raise Refused(
                _("--confirm {row}: {file} has several sheets; write SHEET:ROW=NIP").format(row=row, file=file)
            )
        if (sheet, row) not in used:
            where = f"{sheet}:{row}" if sheet else row
            raise Refused(_("--confirm {row}: {file} has nobody in this row").format(row=where, file=file))


def _once(met: list[Met[RosterRow]]) -> list[Met[RosterRow]]:
    """Nobody twice: the same again refuses the later row, something else refuses both."""

    one = len({each.place.sheet for each in met}) == 1
    here = met[0].place if one else Place("")

    def same(other: Place) -> str:
        return _("the same person with the same data stands in {other} already; delete one").format(other=where(other))

    def differs(other: Place) -> str:
        return _("the same NIP stands in {other} with other data; keep the right row").format(other=where(other))

    def where(other: Place) -> str:
        return row_of(other, here)

    return repeats(met, lambda row: row.profile.nip, lambda row: (row.profile, row.unit, row.line), same, differs)
