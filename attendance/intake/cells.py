"""Cells of a sheet: their text, their NIP, and the one way in which foreign text may stand in a message."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from attendance.errors import Place
from attendance.language import _
from attendance.rules import nip as nips

Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta

_FOLDED = re.compile(r"[^0-9A-Z%✓√]+")
_SIXTEEN = re.compile(r"(?<!\d)\d(?:[ .\-]?\d){15}(?![ .\-]?\d)")
SHOWN = 40
"""How many characters of foreign text a message shows."""


def text(cell: Cell) -> str:
    """A cell as text: no space around it, NBSP and line breaks as single spaces, 7.0 as "7"."""
    if isinstance(cell, str):
        return cell if cell.isalnum() else " ".join(cell.split())
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell)


def texts(cells: Sequence[Cell]) -> tuple[str, ...]:
    """The texts of a row; the short way for the many cells that are one already."""
    plain = str
    return tuple([cell if cell.__class__ is plain and (not cell or cell.isalnum()) else text(cell) for cell in cells])


def fold(words: str) -> str:
    """Letters and digits in capitals, all else dropped: how headings are compared."""
    return _FOLDED.sub("", words.upper())


def shown(cell: Cell) -> str:
    """Foreign text for a message: quoted, escapes visible, shortened, and never the 16 digits of a NIK."""
    plain = _SIXTEEN.sub("…", text(cell))
    short = plain if len(plain) <= SHOWN else plain[: SHOWN - 1] + "…"
    return '"' + "".join(c if c.isprintable() else ascii(c)[1:-1] for c in short) + '"'


def private(words: str) -> bool:
    """Whether a text holds what may be a NIK."""
    return bool(_SIXTEEN.search(words))


def row_of(place: Place, here: Place) -> str:
    """Another row named in a message: its number, with the sheet where that is another one."""
    if place.sheet is not None and place.sheet != here.sheet:
        return _("row {row} of sheet {sheet}").format(row=place.row, sheet=shown(place.sheet))
    return _("row {row}").format(row=place.row)


def nip(cell: Cell, name: str = "") -> tuple[str, str]:
    """The NIP in a cell and "", or "" and the message that says why there is none; `name` tells whom it may be."""
    if not isinstance(cell, str):
        return "", _numeric(cell, name)
    found = nips.parse(cell)
    if not isinstance(found, nips.Reason):
        return found, ""
    return "", _reason(found).format(nip=shown(cell), count=sum(c.isdigit() for c in cell))


def _reason(found: nips.Reason) -> str:
    """Why a text is no NIP, with places for it and its count of digits; one look-up, for there may be many rows."""
    match found:
        case nips.Reason.EMPTY:
            return _("there is no NIP; write its 18 digits as text")
        case nips.Reason.NUMBER:
            return _(
                "the NIP {nip} was turned into a number by a spreadsheet and has lost digits;"
                " write all 18 digits as text (format the column as Text first)"
            )
        case nips.Reason.NIK:
            return _("the NIP column holds 16 digits, which looks like a NIK; write the 18 digits of the NIP")
        case nips.Reason.OLD:
            return _("{nip} is an old NIP of 9 digits; write the new one of 18 digits")
        case nips.Reason.LENGTH:
            return _("the NIP {nip} has {count} digits, not 18; correct it")
        case _:
            return _("{nip} is not a NIP; write its 18 digits as text")


def _numeric(cell: Cell, name: str) -> str:
    """Why a cell that is no text is not trusted; of a number the first 15 digits, all that a spreadsheet keeps."""
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return _("{nip} is not a NIP; write its 18 digits as text").format(nip=shown(cell))
    if abs(cell) < 1e16:
        return _("the NIP is a number and not one of 18 digits; write the 18 digits of the NIP as text")
    return _(
        "the NIP is stored as a number, which keeps only its first 15 digits: {digits}...{person};"
        " look up all 18 digits and write them as text (format the column as Text first)"
    ).format(digits=nips.kept(cell), person=f" ({shown(name)})" if name else "")
