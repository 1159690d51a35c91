"""apel status: a day at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from attendance.commands import options
from attendance.commands.desk import Desk, echo, settings
from attendance.commands.showing import show
from attendance.commands.words import Command, argument
from attendance.language import N_, _
from attendance.rules.codes import Code, Standing
from attendance.rules.histories import Known, Recorded
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period
from attendance.rules.sessions import END_OF_DAY

if TYPE_CHECKING:
    from attendance.commands.inquiry import Inquiry
    from attendance.ledger.engine import Session
    from attendance.publish.tables import Table
    from attendance.rules.histories import Day


@click.command("status", cls=Command, help=N_("A day at a glance: units in, units missing, totals, what to do next."))
@argument("day", type=options.DATE, metavar=N_("DATE"), default="today")
@options.kind
@options.listing
@click.pass_obj
def command(desk: Desk, day: date, kind: Kind, form: str, output: Path | None) -> None:
    """Show a day."""
    from attendance.commands.inquiry import inquire

    with desk.read() as session:
        now = desk.now(settings(session).office.zone)
        end_of_day = replace(desk, today=datetime.combine(day, END_OF_DAY)) if day == now.date() else desk
        found = inquire(end_of_day, session, kind, Period(day, day))
        lines = _by_line(found)
        table, document = _table(found, day, lines)
        if form == "table" and output is None:
            _head(found, day, lines)
            _gate(lines, now)
            show(desk, table, document, form, output)
            for step in (*_next(found, day, lines), *_notices(desk, session)):
                echo(step)
            return
    show(desk, table, document, form, output)


def _by_line(found: Inquiry) -> dict[int, list[Day]]:
    lines: dict[int, list[Day]] = {}
    for history in found.histories():
        for day in history.scheduled():
            if day.line is not None:
                lines.setdefault(day.line, []).append(day)
    return lines


def _standing(found: Inquiry, line: int, days: list[Day], day: date) -> str:
    """Whether a line has reported: signed by whom, recorded and not signed, or nothing yet."""
    signed = found.held.closures.get(line, {}).get(day)
    if signed is not None:
        return _("signed")
    if any(one.known in (Known.ROLL, Known.SCAN) or isinstance(one.evidence, Recorded) for one in days):
        return _("NOT SIGNED")
    return _("NO ROLL")


def _table(found: Inquiry, day: date, lines: dict[int, list[Day]]) -> tuple[Table, dict[str, Any]]:
    from attendance.publish.tables import Column, Table

    columns = (
        Column("unit", _("Unit"), wide=True),
        Column("people", _("People"), "right", "int"),
        Column("present", _("Present"), "right", "int"),
        Column("late", _("Late"), "right", "int"),
        Column("excused", _("Excused"), "right", "int"),
        Column("absent", _("TK"), "right", "int"),
        Column("unreported", _("BL"), "right", "int"),
        Column("report", _("Report")),
    )
    rows = []
    for line, days in sorted(lines.items(), key=lambda one: (one[0] not in found.silent, found.labels[one[0]])):
        rows.append((line, (found.labels[line], *_counts(days), _standing(found, line, days, day))))
    everybody = [one for days in lines.values() for one in days]
    signed = len(lines) - len(found.silent)
    totals = (_("Total"), *_counts(everybody), _("{signed} of {all} signed").format(signed=signed, all=len(lines)))
    table = Table("", columns, tuple(row for _line, row in rows), totals=totals if rows else None)
    names = [column.key for column in columns]
    by = {line: days[day].by for line, days in found.held.closures.items() if day in days}
    document = {
        "date": day.isoformat(),
        "kind": found.kind.value,
        "units": [dict(zip(names, row, strict=True)) | {"signed_by": by.get(line)} for line, row in rows],
        "unreported": sorted(found.labels[line] for line in found.silent),
    }
    return table, document


def _counts(days: list[Day]) -> tuple[int, ...]:
    standings = Counter(day.standing for day in days)
    late = sum(day.code is Code.T for day in days)
    rest = (Standing.EXCUSED, Standing.ABSENT, Standing.UNREPORTED)
    return len(days), standings[Standing.PRESENT], late, *(standings[one] for one in rest)


def _head(found: Inquiry, day: date, lines: dict[int, list[Day]]) -> None:
    from attendance.publish.formats import day as written
    from attendance.rules.kinds import NAMES

    echo(f"{found.settings.office.name}   {NAMES[found.kind]}   {written(day)}")
    if not lines:
        echo(_why_none(found, day))


def _gate(lines: dict[int, list[Day]], now: datetime) -> None:
    """Say so while the gate of today is open: until it closes the session stands in no figure elsewhere."""
    still = [day.session.closes for days in lines.values() for day in days if not day.session.over(now)]
    if still:
        echo(_("The gate is open until {time}: this is how it stands so far.").format(time=f"{max(still):%H.%M}"))


def _why_none(found: Inquiry, day: date) -> str:
    """Why nobody is expected on a day."""
    off = found.agenda.calendar.off(found.kind, day)
    if off is not None:
        return _("No session: {name} ({source}).").format(name=off.name, source=off.source or off.sort.value)
    if not found.held.everyone():
        return _("Nobody is on the roster on this day. Begin with: apel staff import ROSTER.xlsx")
    if day > found.agenda.now.date():
        return _("This day is still to come.")
    return _("No session of this kind on this day (weekend, or not in the schedule).")


def _notices(desk: Desk, session: Session) -> Iterator[str]:
    """Notices on the board that have to be corrected, and cases that have to go on."""
    from attendance.commands.boarded import hints
    from attendance.commands.case_hints import pressing

    yield from (_("To correct on the board: {notice}").format(notice=hint) for hint in hints(desk, session))
    yield from pressing(desk, session)


def _next(found: Inquiry, day: date, lines: dict[int, list[Day]]) -> list[str]:
    """What an officer does next."""
    from attendance.ledger import rolls, scans

    if not lines:
        return []
    without = sorted(
        found.labels[line] for line in found.silent if _standing(found, line, lines[line], day) == _("NO ROLL")
    )
    unsigned = sorted(found.labels[line] for line in found.silent if found.labels[line] not in without)
    steps = []
    if without:
        words = _("Nothing yet from {units}: apel scan import FILE --device NAME, or apel roll import FILE")
        if found.kind is not Kind.KERJA:
            words = _("No roll yet from {units}: apel roll import FILE")
        steps.append(words.format(units="; ".join(without)))
    if unsigned:
        steps.append(
            _(
                "Waiting for the signature of {units}: apel roll close {day} --kind {kind} --unit UNIT --signed-by NAME"
            ).format(units="; ".join(unsigned), day=day, kind=found.kind.value)
        )
    if not found.silent:
        steps.append(_("All have reported: apel flag PERIOD, apel recap PERIOD -o rekap.xlsx"))
    parked = rolls.parked(found.session)
    if parked:
        steps.append(_("{count} NIPs on rolls stand on no roster: apel roll parked").format(count=len(parked)))
    pins = scans.parked(found.session) if found.kind is Kind.KERJA else []
    if pins:
        steps.append(_("{count} numbers of machines are nobody's: apel scan parked").format(count=len(pins)))
    return ["", *steps]
