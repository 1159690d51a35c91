"""The one day that a form of a roll is about."""

from __future__ import annotations

from datetime import date

from attendance.errors import Fault, Refused
from attendance.intake import titles
from attendance.intake.entries import Question
from attendance.intake.tables import Table
from attendance.language import _


def the_day(table: Table, question: Question, order: str) -> date:
    """The one day that a form is about, from above its headings or as the officer said. Raises Refused without one."""
    written = titles.day(table)
    day = written.under(order) if written else None
    if written is None and question.period and question.period[0] == question.period[1]:
        day = question.period[0]
    if day is None:
        raise Refused(
            _(
                "{file}: the day of the form is missing or names a wrong weekday;"
                " write it above the headings, such as HARI/TANGGAL : Senin, 4 Maret 2019"
            ).format(file=table.sheet.file),
            (Fault(table.sheet.place(table.heads.first), _("these headings stand under no day")),),
        )
    return day
