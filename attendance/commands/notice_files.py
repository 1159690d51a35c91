"""The files of a notice: as a page, a workbook, a text, or a screen; a great one as a file for each unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from attendance.commands.desk import Desk
from attendance.commands.forms import LONGEST, UNFIT
from attendance.commands.showing import must_end, written
from attendance.language import _
from attendance.rules import notices
from attendance.rules.notices import Notice
from attendance.rules.ralats import Ralat

if TYPE_CHECKING:
    from attendance.publish.seals import Seal

ENDINGS = (".pdf", ".xlsx", ".html", ".txt")
MOST = 2000
"""So many names stand in one file; a notice with more of them is a file for each unit."""


def check(outputs: Sequence[Path]) -> None:
    """Refuse endings that a notice is not written as."""
    for output in outputs:
        must_end(output, *ENDINGS)


def save(desk: Desk, paper: Notice | Ralat, output: Path, seal: Seal | None = None) -> None:
    """Write a paper as its ending says, and say where it is."""
    from attendance.publish import atomic

    parts = list(parted(paper, seal))
    if len(parts) > 1:
        desk.say(
            _("{count} names are too many for one file: {parts} files, one for each unit.").format(
                count=paper.people, parts=len(parts)
            )
        )
    for number, (part, its) in enumerate(parts, 1):
        target = output if len(parts) == 1 else output.with_name(_name(output, part, number))
        if output.suffix.lower() == ".xlsx":
            from attendance.publish import notice_sheets

            written(desk, target, lambda path, part=part, its=its: notice_sheets.workbook(part, path, seal=its))
        else:
            content = made(part, output.suffix.lower(), its)
            written(desk, target, lambda path, content=content: atomic.write(path, content))


def made(paper: Notice | Ralat, ending: str, seal: Seal | None) -> bytes:
    """A paper as bytes: pages, text, or a screen."""
    from attendance.publish import notice_pages
    from attendance.publish import notices as printer

    if ending == ".pdf":
        return printer.page(paper, seal=seal)
    if ending == ".html":
        return notice_pages.html(paper, seal=seal).encode()
    return printer.text(paper, seal=seal).encode()


def parted(paper: Notice | Ralat, seal: Seal | None) -> Iterator[tuple[Notice | Ralat, Seal | None]]:
    """The paper in parts of which each is a file, with their seals."""
    if isinstance(paper, Ralat) or paper.people <= MOST or len(paper.groups) < 2:
        yield paper, seal
        return
    for number, part in enumerate(notices.parted(paper), 1):
        yield part, replace(seal, part=number) if seal else None


def _name(output: Path, part: Notice | Ralat, number: int) -> str:
    assert isinstance(part, Notice)
    unit = UNFIT.sub(" ", part.groups[0].unit).strip()[:LONGEST]
    return f"{output.stem} {number:03d} {unit}{output.suffix}"
