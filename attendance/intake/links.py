"""Links: whose PIN on a fingerprint machine is whose."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from attendance.errors import Place
from attendance.intake import headings, tables, unread
from attendance.intake.cells import row_of, shown
from attendance.intake.readings import Met, Reading, gather, repeats
from attendance.intake.roll_people import NOBODY, Bearers, Known, bearers
from attendance.intake.tables import Record
from attendance.language import _
from attendance.rules.scans import same_pin

FIELDS: headings.Synonyms = {
    **headings.PERSON,
    "number": ("NOURUT", "NOMORURUT", "URUT", "NO", "NOMOR"),
    "pin": (
        "PIN",
        "NOID",
        "NOMORID",
        "IDFINGERPRINT",
        "PINMESIN",
        "ENNO",
        "ACNO",
        "USERID",
        "ID",
        "NOABSEN",
        "IDMESIN",
    ),
    "device": ("MESIN", "NAMAMESIN", "DEVICE", "ALAT", "LOKASIMESIN", "NOMESIN", "SN", "SERIALNUMBER", "LOKASI"),
    "first": ("MULAI", "DARI", "TANGGALMULAI", "BERLAKUMULAI", "TMT"),
    "last": ("SELESAI", "SAMPAI", "TANGGALSELESAI", "BERLAKUSAMPAI", "SD"),
    "note": ("KETERANGAN", "KET", "CATATAN", "STATUS"),
}
NEEDS = (("pin",), ("nip",))
_USED_NO_MORE = re.compile(r"\b(?:TIDAK AKTIF|NON ?-?AKTIF|DIHAPUS|DINONAKTIFKAN|TIDAK DIPAKAI|BEKAS)\b")


@dataclass(frozen=True, slots=True)
class Link:
    """A PIN, as text without the padding of a machine, and the person it stands for."""

    pin: str
    nip: str
    place: Place


def read(
    path: Path, *, sheet: str | None = None, mapping: Mapping[str, str] = {}, people: Known = NOBODY
) -> Reading[Link]:
    """Every PIN on a list with the columns PIN and NIP; `people`: against whom the name beside a NIP is held."""
    opened = tables.need(path, FIELDS, NEEDS, sheet, mapping)
    known = [bearers(people, table) for table in opened.tables]
    found = zip(opened.tables, known, strict=True)
    records = [(record, who) for table, who in found for record in table.records(("pin", "nip"))]
    devices = {record.text("device").upper() for record, _who in records} - {""}
    met = [_link(record, who, len(devices) > 1) for record, who in records]
    doubts = (doubt for who in known for doubt in who.doubts)
    besides = unread.doubts(opened.tables, [record for record, _who in records])
    return gather(_once(met), (*opened.warnings, *doubts, *besides))


def _link(record: Record, who: Bearers, several: bool) -> Met[Link]:
    """One PIN; `several`: the list is about more than one machine."""
    nip, fault = who.of(record)
    pin = record.text("pin").lstrip("'")
    faults = [fault] if fault else []
    if not pin:
        faults.append(_("there is no PIN; write it as the machine shows it"))
    elif not pin.isalnum():
        faults.append(_("{pin} is no PIN; write it as the machine shows it").format(pin=shown(pin)))
    if several:
        message = _("the list is about several machines (here {device}); make one list for each")
        faults.append(message.format(device=shown(record.get("device"))))
    if record.text("first").strip("-") or record.text("last").strip("-"):
        faults.append(_("the row holds for some days only; take it out, and link it by itself with --from and --to"))
    if _USED_NO_MORE.search(record.text("note").upper()):
        message = _("the row says {words}; delete it, or take the words out")
        faults.append(message.format(words=shown(record.text("note").lower())))
    if faults:
        return Met(record.place, None, tuple(faults))
    return Met(record.place, Link(pin, nip, record.place))


def _once(met: list[Met[Link]]) -> list[Met[Link]]:
    """No PIN for two people; one person may have several PINs."""

    def same(other: Place) -> str:
        return _("the same PIN stands in {other} already; delete one").format(other=row_of(other, met[0].place))

    def differs(other: Place) -> str:
        return _("the same PIN belongs to somebody else in {other}; keep the right row").format(
            other=row_of(other, met[0].place)
        )

    return repeats(met, lambda link: same_pin(link.pin), lambda link: link.nip, same, differs)
