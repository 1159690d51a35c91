"""Damaged NIPs: what is left of one in a cell, and whose it may be."""

from __future__ import annotations

import re

from attendance.intake.cells import Cell
from attendance.intake.tables import Record
from attendance.language import _
from attendance.rules import nip as nips
from attendance.rules import proposals
from attendance.rules.proposals import Bearers


def left(cell: Cell) -> str | int | float:
    """What is left of a NIP: a number, or a text with digits in it that is neither whole nor a NIK; else empty text."""
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return ""
    if not isinstance(cell, str):
        return cell
    parsed = nips.parse(cell)
    whole = not isinstance(parsed, nips.Reason) and not parsed.endswith("000")
    return "" if whole or parsed is nips.Reason.NIK or not re.search(r"\d", cell) else cell


def proposed(record: Record, name: str, people: Bearers) -> str:
    """A sentence that names the NIPs which the one of a row may have been, to be put behind its fault; or empty."""
    written = left(record.get("nip"))
    near = proposals.near(written, name, people) if written else ()
    if not near:
        return ""
    return "; " + _("by name and digits it may be {nips}; if it is, write that").format(nips=" / ".join(near))
