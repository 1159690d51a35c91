"""apel recap: figures by person, unit or day, and the monthly workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from attendance.commands import options
from attendance.commands.desk import Desk
from attendance.commands.showing import must_end, show, written
from attendance.commands.words import Command, option
from attendance.errors import Refused
from attendance.language import N_, _
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period

if TYPE_CHECKING:
    from attendance.commands.inquiry import Inquiry
    from attendance.publish.recaps import Matrix
    from attendance.rules.chronic import Flagged
    from attendance.rules.histories import Day


@click.command(
    "recap", cls=Command, help=N_("Figures by person, unit or day; with -o rekap.xlsx the monthly workbook.")
)
@options.period
@options.kind
@option(
    "--by",
    type=click.Choice(["person", "unit", "day", "matrix"]),
    help=N_("A row a person, a unit, a day; or the workbook with a sheet a unit (default: unit; matrix for .xlsx)."),
)
@option("--unit", metavar=N_("UNIT"), help=N_("Only the people of this unit."))
@options.listing
@click.pass_obj
def command(
    desk: Desk, period: Period, kind: Kind, by: str | None, unit: str | None, form: str, output: Path | None
) -> None:
    """Recap."""
    from attendance.commands.inquiry import inquire
    from attendance.commands.unit import find

    must_end(output, ".xlsx", ".csv", ".json")
    by = by or ("matrix" if output is not None and output.suffix.lower() == ".xlsx" else "unit")
    with desk.read() as session:
        found = inquire(desk, session, kind, period)
        within = found.tree.within([find(found.tree, unit)]) if unit else None
        judged = [one for one in found.judged() if within is None or one.history.unit in within]
        if by == "matrix":
            _workbook(desk, found, judged, output)
        else:
            {"person": _by_person, "unit": _by_unit, "day": _by_day}[by](desk, found, judged, form, output)


def _title(found: Inquiry) -> str:
    return _("Recap {kind}, {period}").format(kind=found.kind.value, period=found.period)


def _by_person(desk: Desk, found: Inquiry, judged: list[Flagged], form: str, output: Path | None) -> None:
    from attendance.publish import answers, reports

    document = answers.frame(found.kind, found.period, found.silent, found.labels)
    reasons = found.reasons(judged) if form == "json" or output else {}
    if reasons or not judged:
        document["people"] = [
            answers.person(one, found.labels, reasons) | answers.with_codes(one, found.kind) for one in judged
        ]
    notes = reports.provisional(found.silent, found.labels)
    table = reports.by_person(judged, _title(found), found.kind, found.labels, notes)
    show(desk, table, document, form, output, found.settings.office)


def _by_unit(desk: Desk, found: Inquiry, judged: list[Flagged], form: str, output: Path | None) -> None:
    from attendance.publish import answers, reports
    from attendance.rules import totals

    sums = totals.by_unit(one.history for one in judged)
    document = answers.frame(found.kind, found.period, found.silent, found.labels)
    document["units"] = [
        {"unit": found.labels[unit], "people": count, **answers.sums(figures)}
        for unit, (count, figures) in sorted(sums.items(), key=lambda one: found.labels[one[0]])
    ]
    notes = reports.provisional(found.silent, found.labels)
    table = reports.by_unit(sums, _title(found), found.labels, len(judged), notes)
    show(desk, table, document, form, output, found.settings.office)


def _by_day(desk: Desk, found: Inquiry, judged: list[Flagged], form: str, output: Path | None) -> None:
    from attendance.publish import answers, reports
    from attendance.rules import totals

    days: dict[date, list[Day]] = {}
    for one in judged:
        for day in one.history.scheduled():
            days.setdefault(day.day, []).append(day)
    sums = {day: totals.of(listed) for day, listed in days.items()}
    document = answers.frame(found.kind, found.period, found.silent, found.labels)
    document["days"] = [{"date": day.isoformat(), **answers.sums(sums[day])} for day in sorted(sums)]
    notes = reports.provisional(found.silent, found.labels)
    show(desk, reports.by_day(sums, _title(found), notes), document, form, output, found.settings.office)


def _workbook(desk: Desk, found: Inquiry, judged: list[Flagged], output: Path | None) -> None:
    from attendance.publish import matrices

    if output is None or output.suffix.lower() != ".xlsx":
        raise Refused(_("The matrix is a workbook: name a file, such as -o rekap.xlsx"))
    if not judged:
        raise Refused(
            _("Nobody was scheduled for {kind} in {period}; there is nothing to recap.").format(
                kind=found.kind.value, period=found.period
            )
        )
    recap = matrix(desk, found, judged)
    written(desk, output, lambda path: matrices.workbook(recap, path))


def matrix(desk: Desk, found: Inquiry, judged: list[Flagged]) -> Matrix:
    """The workbook as a value: a unit's people in the unit of their last scheduled day, with who signs."""
    from attendance.ledger import units
    from attendance.publish.matrices import Matrix, UnitMatrix

    heads = units.heads(found.session, found.period.last)
    by_unit: dict[int, list[Flagged]] = {}
    for one in judged:
        if one.history.unit is not None:
            by_unit.setdefault(one.history.unit, []).append(one)
    number, head = found.head
    holidays = {
        day: row.name for day in found.period.days() if (row := found.agenda.calendar.off(found.kind, day)) is not None
    }
    return Matrix(
        office=found.settings.office,
        kind=found.kind,
        period=found.period,
        units=tuple(
            UnitMatrix(found.labels[unit], tuple(people), heads.get(unit), tuple(_silent(found, people)))
            for unit, people in sorted(by_unit.items(), key=lambda one: found.labels[one[0]])
        ),
        special=holidays,
        session_days=frozenset(day.day for one in judged for day in one.history.days),
        entry=number,
        head=head,
        provisional=bool(found.silent),
        made=desk.day(found.settings.office.zone),
    )


def _silent(found: Inquiry, people: list[Flagged]) -> list[date]:
    """The days on which somebody of these stands in a line that has not reported."""
    lines = {day.line for one in people for day in one.history.scheduled()}
    return sorted({day for line, days in found.silent.items() if line in lines for day in days})
