"""The papers of discipline: the workbook that a head of office signs, with what stands around its figures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from attendance import language
from attendance.commands.desk import Desk
from attendance.publish import discipline_books, discipline_sources
from attendance.publish.discipline_sources import Work
from attendance.rules.kinds import Kind

if TYPE_CHECKING:
    from attendance.commands.discipline_lists import Found


def write(desk: Desk, found: Found, path: Path) -> None:
    """Write the workbook; what is printed for the office is Indonesian, whatever language the officer reads."""
    with language.speaking(language.DEFAULT):
        told = (*found.people, *found.apart)
        sheets = discipline_sources.sheets(told, found.last.reason)
        discipline_books.workbook(found.people, found.apart, sheets, _work(desk, found), path)


def _work(desk: Desk, found: Found) -> Work:
    last = found.last
    entry, head = last.head
    labels, configured = last.labels, last.settings
    return Work(
        office=configured.office,
        kinds=(Kind.KERJA,),
        period=found.period,
        made=desk.day(configured.office.zone),
        entry=entry,
        head=head,
        limits=configured.limits,
        silent=tuple(sorted((labels[line], tuple(days)) for line, days in found.silent.items())),
        signatory=configured.signatories.get("recap"),
        paper=configured.recap.paper,
        legend="",
        hours=configured.discipline.hours,
        laws=discipline_sources.laws((*found.people, *found.apart)),
    )
