"""Handing back: copies of refused files with remarks in them; an officer's own file is never written to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from attendance.commands.desk import Desk
from attendance.commands.gathering import folder
from attendance.commands.importing import Outcome
from attendance.errors import Refused
from attendance.intake import containers, files, workbooks
from attendance.intake.workbooks import Sheet
from attendance.language import _
from attendance.publish import remarks
from attendance.publish.remarks import Read

_MARKED = re.compile(r" - catatan(?: \d+)?$")
SAME_LOOK = (".xlsx", ".xlsm")


def write(desk: Desk, outcomes: Sequence[Outcome], where: Path) -> None:
    """Write a copy of each refused file: into a folder, or one of them to a file."""
    single = where.suffix.lower() in SAME_LOOK and not where.is_dir()
    if single and len(outcomes) > 1:
        raise Refused(
            _("--remarks {path}: {count} files were refused; name a folder for their copies").format(
                path=where, count=len(outcomes)
            )
        )
    if not single:
        folder(where)
    for path, outcome in ((one.path, one) for one in outcomes if one.path is not None):
        target = _free(where) if single else _in(where, path)
        _copy(path, target, outcome)
        desk.say(_("With remarks: {path}").format(path=target))


def _free(path: Path) -> Path:
    """A file that is not there yet. Raises Refused for one that is."""
    if path.exists():
        raise Refused(_("--remarks {path}: this file is there already; name another").format(path=path))
    return path


def _in(folder: Path, path: Path) -> Path:
    """A name in a folder that nobody has: NAME - catatan.xlsx, and with a number where that is taken."""
    suffix = path.suffix.lower() if path.suffix.lower() in SAME_LOOK else ".xlsx"
    stem = _MARKED.sub("", path.stem)
    target, number = folder / f"{stem} - catatan{suffix}", 1
    while target.exists():
        number += 1
        target = folder / f"{stem} - catatan {number}{suffix}"
    return target


def _copy(path: Path, target: Path, outcome: Outcome) -> None:
    """One copy; what cannot be opened comes back as the remarks alone."""
    try:
        _content, sort = files.load(path)
        alike = sort is containers.Sort.XLSX and path.suffix.lower() in SAME_LOOK
        if alike and remarks.copy(path, target, outcome.message, outcome.refused):
            return
        sheets = list(_sheets(path))
    except Refused:
        sheets = []
    remarks.fresh(sheets, target, outcome.message, outcome.refused)


def _sheets(path: Path) -> Iterator[Read]:
    """All sheets of a file, hidden ones too: the id of a form lies on one."""
    for sheet in workbooks.sheets(path):
        whole: Sheet = next(iter(workbooks.sheets(path, sheet.name))) if sheet.hidden else sheet
        yield Read(sheet.name or path.stem, whole.rows, whole.merged, sheet.hidden)
