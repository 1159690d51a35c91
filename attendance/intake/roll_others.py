"""Files that are no roll and go in by another command: machine logs, rosters, letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from attendance.errors import Fault, Refused
from attendance.intake.cells import Cell, fold, text
from attendance.intake.headings import PERSON
from attendance.intake.tables import Opened, Table
from attendance.intake.workbooks import Sheet
from attendance.language import _

_ATTLOG = re.compile(r"^\s*\d{1,18}\s+\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\s+\d+)*\s*$")
_MACHINE = {"ENNO", "TMNO", "ACNO", "SCANMASUK", "SCANPULANG", "SCANDATE", "VERIFYMODE", "NOID", "IOMODE", "PIN"}
_LEAVING = {"JAMPULANG", "PULANG", "JAMKELUAR", "CHECKOUT"}
_LETTERS = {"MULAI", "SELESAI", "TANGGALMULAI", "TANGGALSELESAI", "NOMORSURAT", "JENISCUTI", "LAMACUTI"}
_ROSTER = {"GOL", "GOLRUANG", "GOLONGAN", "PANGKAT", "PANGKATGOL", "PANGKATGOLRUANG", "JABATAN", "UNITKERJA", "OPD"}
_ROWS = 30


def refuse(opened: Opened, path: Path) -> None:
    """Raise Refused, with the command that takes it, for a file that is a machine's log or a list of letters."""
    words = set(_headings(opened))
    lines = [" ".join(map(text, cells)) for sheet in opened.sheets for _number, cells in sheet.rows[:_ROWS]]
    if any(map(_ATTLOG.match, lines)) or len(words & _MACHINE) > 1:
        message = _("{file} is the log of an attendance machine, no roll: apel scan import {file} --device NAME")
        raise Refused(message.format(file=path.name))
    if len(words & _LETTERS) > 1:
        message = _("{file} is a list of letters, no roll: apel leave import {file}")
        raise Refused(message.format(file=path.name))


def roster(opened: Opened, file: str) -> Refused | None:
    """The answer to a roster: people with rank or position, and nothing of a day."""
    if not set(_headings(opened)) & _ROSTER:
        return None
    message = _("{file} is a roster, for it has no column of a day and none of codes: apel staff import {file}")
    return Refused(message.format(file=file))


def one_list(table: Table) -> None:
    """Raise Refused where two lists stand side by side: the second one's people would be left out."""
    headings = [fold(heading.whole) for heading in table.heads.all]
    if any(sum(word in PERSON[field] for word in headings) < 2 for field in ("name", "number")):
        return
    message = _("two lists stand side by side here; put one below the other, or on a sheet of its own")
    fault = Fault(table.sheet.place(table.heads.first), message)
    raise Refused(f"{table.sheet.file}: {message}", (fault,))


def _headings(opened: Opened) -> Iterable[str]:
    """The headings of all tables, or what stands in the first rows where there are none, folded."""
    if opened.tables:
        return (fold(word) for table in opened.tables for h in table.heads.all for word in (*h.levels, h.whole))
    return (fold(text(cell)) for sheet in opened.sheets for cell in _first(sheet))


def _first(sheet: Sheet) -> Iterable[Cell]:
    return (cell for _number, cells in sheet.rows[:_ROWS] for cell in cells)
