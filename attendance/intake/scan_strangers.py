"""Files that are no log of a machine: what they are instead, and which command takes them."""

from __future__ import annotations

from collections.abc import Sequence

from attendance.errors import Refused
from attendance.intake import headings, scan_sheets
from attendance.intake.cells import fold, shown, text
from attendance.intake.headings import PERSON
from attendance.intake.workbooks import Sheet
from attendance.language import _

_PEOPLE = {**PERSON, "pin": scan_sheets.FIELDS["pin"]}
_LETTER, _ROLL = {"MULAI", "SELESAI"}, {"KODE", "TANGGAL", "TANDATANGAN", "PARAF", "HADIR"}
_CALENDAR = {"TANGGAL", "JENIS", "SUMBER"}


def answer(file: str, sheets: Sequence[Sheet]) -> Refused:
    """The refusal of a file in which no scans were found."""
    for sheet in sheets:
        if schedule := scan_sheets.scheduled(sheet):
            return Refused(
                _(
                    "{file}: the times stand under {headings}, which is the schedule in some programs and the scans in"
                    ' others; if they are scans, say so with --map "{first}=SCAN MASUK"'
                ).format(file=file, headings=", ".join(map(shown, schedule)), first=schedule[0])
            )
    for sheet in sheets:
        heads = headings.find(sheet, _PEOPLE, (("nip",), ("name", "pin")), {})
        if heads is not None:
            folded = {fold(h.whole) for h in heads.all}
            return Refused(_people(folded, "pin" in heads.columns).format(file=file))
        words = {fold(text(cell)) for _number, cells in sheet.rows[:20] for cell in cells}
        if words >= _CALENDAR:
            return Refused(
                _(
                    "{file} is no log of a fingerprint machine but a calendar; it goes in with apel calendar import"
                ).format(file=file)
            )
    return Refused(
        _(
            "{file} is no log of a fingerprint machine: neither attlog.dat (PIN, TAB, time, ...)"
            " nor AGL/GLG text with a header EnNo ... DateTime, nor a table with the columns PIN and WAKTU, or PIN,"
            ' TANGGAL and SCAN MASUK; say which column is which with --map "HEADING=FIELD"'
        ).format(file=file)
    )


def _people(folded: set[str], pins: bool) -> str:
    """What a list of people is, by its headings."""
    if folded & _LETTER:
        return _("{file} is no log of a fingerprint machine but a list of letters; it goes in with apel leave import")
    if folded & _ROLL or sum(word.isdigit() for word in folded) > 2:
        return _("{file} is no log of a fingerprint machine but a roll; it goes in with apel roll import")
    if pins:
        return _("{file} is no log of a fingerprint machine but a list of PINs; it goes in with apel scan link --file")
    return _(
        "{file} is no log of a fingerprint machine but a roster (a list of people); it goes in with apel staff import"
    )
