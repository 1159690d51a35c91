"""Rosters: who belongs where, as BKPSDM, SIASN exports and printed lists (DUK) say it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from attendance.errors import Place
from attendance.intake import bare_lists, headings, tables
from attendance.intake.cells import row_of, shown, text
from attendance.intake.people import who
from attendance.intake.readings import Met, Reading, gather, repeats
from attendance.intake.tables import Record, Table
from attendance.language import _
from attendance.rules import names, nip, ranks
from attendance.rules.rosters import Profile, RosterRow, Status

FIELDS: headings.Synonyms = {
    **headings.PERSON,
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
}
NEEDS = (("nip", "name"), ("nip", "unit", "parent", "rank", "pangkat", "position"))

_TITLED = re.compile(r"^(?:UNIT\s*KERJA|UNIT|OPD|SKPD|PERANGKAT\s+DAERAH|SATUAN\s+KERJA)\s*:\s*(\S.*)$", re.IGNORECASE)
_STATUSES = {
    **dict.fromkeys(("PNS", "PEGAWAINEGERISIPIL"), Status.PNS),
    **dict.fromkeys(("CPNS", "CALONPNS", "CALONPEGAWAINEGERISIPIL"), Status.CPNS),
    **dict.fromkeys(("PPPK", "P3K", "PPPKPENUHWAKTU"), Status.PPPK),
    **dict.fromkeys(("PPPKPARUHWAKTU", "PPPKPW", "P3KPW", "P3KPARUHWAKTU", "PARUHWAKTU"), Status.PPPK_PW),
}


def read(
    path: Path,
    *,
    unit: tuple[str, ...] | None = None,
    sheet: str | None = None,
    mapping: Mapping[str, str] = {},
    on: date | None = None,
) -> Reading[RosterRow]:
    """Every person of a roster, counted in persons.

    `unit` is for rows that name none: neither in a column nor by a section or title. `on`: the day at which ages are
    looked at; without it they are not.
    """
    opened = tables.open_(path, FIELDS, NEEDS, sheet, mapping)
    found = opened.tables or tuple(filter(None, map(bare_lists.table, opened.sheets)))
    if not found:
        raise headings.missing(opened.sheets, FIELDS, NEEDS, path.name)
    met: list[Met[RosterRow]] = []
    for table in found:
        otherwise = _titled(table) or unit
        met += [_row(record, otherwise, on) for record in table.records(("nip", "name"))]
    return gather(_once(met), opened.warnings)


def _row(record: Record, otherwise: tuple[str, ...] | None, on: date | None) -> Met[RosterRow]:
    """One person; all that is wrong with the row at once."""
    number, name, fault = who(record)
    parts = _named(record, name)
    faults = [fault] if fault else []
    if not parts.name:
        faults.append(_("there is no name; write it"))
    unit = _unit(record) or ((record.section,) if record.section else otherwise)
    if not unit:
        faults.append(_("no unit is named; add a column UNIT KERJA, or say which with --unit"))
    if faults or not unit:
        return Met(record.place, None, tuple(faults))
    status, doubts = _status(record, number, on)
    rank, unclear = _rank(record)
    profile = Profile(number, parts.name, parts.before, parts.after, status, rank, record.text("position").strip("-"))
    line = _path(record.text("line"))
    supposed = () if _said(record) else ("status",)
    row = RosterRow(profile, unit, None if line in ((), unit) else line, record.place, supposed)
    return Met(record.place, row, (), (*doubts, *unclear))


def _named(record: Record, name: str) -> names.Named:
    """The name in its parts; columns of their own for the titles win over titles in the name."""
    parts = names.split(name)
    return names.Named(record.text("before") or parts.before, parts.name, record.text("after") or parts.after)


def _said(record: Record) -> Status | None:
    """The status that the column names."""
    return _STATUSES.get(re.sub(r"[^A-Z0-9]", "", record.text("status").upper()))


def _status(record: Record, number: str, on: date | None) -> tuple[Status, list[str]]:
    """The status, by its column or else by the NIP, and what is doubtful about the NIP."""
    said = _said(record)
    status = said or nip.status(number)
    doubts = [_doubt(doubt, number, status) for doubt in nip.doubts(number, said, on)]
    if re.search(r"\w", record.text("status")) and said is None:
        unclear = _("the status column says none of PNS, CPNS, PPPK; by the NIP it is {status}")
        doubts.append(unclear.format(status=status))
    return status, doubts


def _doubt(doubt: nip.Doubt, number: str, status: Status) -> str:
    """What is doubtful about a NIP, in a sentence."""
    texts = {
        nip.Doubt.BIRTH: _("the NIP {nip} begins with an impossible birth date; check it"),
        nip.Doubt.APPOINTED: _("the NIP {nip} holds an impossible month of appointment; check it"),
        nip.Doubt.AGE: _("by the NIP {nip} the person is younger than 17 or older than 70; check it"),
        nip.Doubt.SERIAL: _("the NIP {nip} ends in 000, as when a spreadsheet has cut it; check it"),
        nip.Doubt.STATUS: _("the status is {status}, but the NIP {nip} is of the other kind; check which is right"),
    }
    return texts[doubt].format(nip=nip.written(number), status=status)


def _rank(record: Record) -> tuple[str, list[str]]:
    """Golongan/ruang from one cell or two, and what is doubtful about it."""
    written = f"{record.text('rank')} {record.text('pangkat')}".strip(" -")
    rank = ranks.parse(written)
    if rank is None:
        return "", [_("the rank {rank} is not known and was left out").format(rank=shown(written))] if written else []
    if not rank.agrees:
        return rank.room, [_("pangkat and golongan in {rank} do not belong together").format(rank=shown(written))]
    return rank.room, []


def _unit(record: Record) -> tuple[str, ...]:
    """The path of the unit, outermost first; of SIASN's "SUB - INDUK" the parts in turn. Empty where none is named."""
    parent, own = _path(record.text("parent")), _path(record.text("unit"))
    if own and " - " in own[0] and record.heads.named("unit") in ("UNORNAMA", "NAMAUNOR", "UNOR"):
        own = tuple(part.strip() for part in reversed(own[0].split(" - ")) if part.strip())
    if parent and own and parent[0].upper() == own[0].upper():
        return own
    return parent + own


def _path(name: str) -> tuple[str, ...]:
    """A unit named by its own name alone; empty for an empty cell or a dash."""
    return (name,) if name.strip(" -–—") else ()


def _titled(table: Table) -> tuple[str, ...] | None:
    """The unit of a whole sheet: "UNIT KERJA : DINAS X" above the headings."""
    rows: dict[int, list[str]] = {}
    for number, cell in table.above():
        rows.setdefault(number, []).append(text(cell))
    found = (_TITLED.match(" ".join(words)) for words in rows.values())
    return next(((hit[1].strip(),) for hit in found if hit), None)


def _once(met: list[Met[RosterRow]]) -> list[Met[RosterRow]]:
    """Nobody twice: the same again refuses the later row, something else refuses both."""

    def same(other: Place) -> str:
        return _("the same person with the same data stands in {other} already; delete one").format(other=where(other))

    def differs(other: Place) -> str:
        return _("the same NIP stands in {other} with other data; keep the right row").format(other=where(other))

    def where(other: Place) -> str:
        return row_of(other, met[0].place)

    return repeats(met, lambda row: row.profile.nip, lambda row: (row.profile, row.unit, row.line), same, differs)
