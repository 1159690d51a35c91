"""apel recap: figures by person, unit or day, and the monthly workbook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
    help=N_("A row a person, a unit, a day; or a code for each person and day (default: unit; matrix for .xlsx)."),
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
        told = {"person": _by_person, "unit": _by_unit, "day": _by_day, "matrix": _by_matrix}[by]
        told(desk, scope(found, found.judged(), within), form, output)


@dataclass(frozen=True, slots=True)
class Scope:
    """What is recapped: the people by their last unit, everybody with a day in it, and the rolls that are missing."""

    found: Inquiry
    within: frozenset[int] | None
    judged: list[Flagged]
    touched: list[Flagged]
    silent: dict[int, list[date]]

    def days(self, one: Flagged) -> list[Day]:
        """The scheduled days of a person that belong here: each counts under the unit of that day."""
        return [day for day in one.history.scheduled() if self.within is None or day.unit in self.within]

    def frame(self) -> dict[str, Any]:
        """The head of the answer."""
        from attendance.publish import answers

        return answers.frame(self.found.kind, self.found.period, self.silent, self.found.labels)

    @property
    def title(self) -> str:
        """The head of the list."""
        return _("Recap {kind}, {period}").format(kind=self.found.kind.value, period=self.found.period)

    @property
    def notes(self) -> tuple[str, ...]:
        """What makes it provisional."""
        from attendance.publish import reports

        return reports.provisional(self.silent, self.found.labels)


def scope(found: Inquiry, judged: list[Flagged], within: frozenset[int] | None = None) -> Scope:
    """The whole office, or some units: a roll that is missing elsewhere does not make theirs provisional."""
    if within is None:
        return Scope(found, None, judged, judged, found.silent)
    touched = [one for one in judged if any(day.unit in within for day in one.history.scheduled())]
    mine = [day for one in touched for day in one.history.scheduled() if day.unit in within]
    last = [one for one in touched if one.history.unit in within]
    return Scope(found, within, last, touched, _silent(found, mine))


def _silent(found: Inquiry, days: Iterable[Day]) -> dict[int, list[date]]:
    """The rolls that are missing of these days, by line."""
    pairs = {(day.line, day.day) for day in days}
    silent = {line: [on for on in missing if (line, on) in pairs] for line, missing in found.silent.items()}
    return {line: missing for line, missing in silent.items() if missing}


def _by_person(desk: Desk, recap: Scope, form: str, output: Path | None) -> None:
    from attendance.publish import answers, reports

    found, judged = recap.found, recap.judged
    document = recap.frame()
    if form == "json" or output is not None:
        document["people"] = [
            answers.person(one, found.labels, found.reason) | answers.with_codes(one, found.kind) for one in judged
        ]
    table = reports.by_person(judged, recap.title, found.kind, found.labels, recap.notes)
    show(desk, table, document, form, output, found.settings.office)


def _by_unit(desk: Desk, recap: Scope, form: str, output: Path | None) -> None:
    from attendance.publish import answers, reports
    from attendance.rules import totals

    found = recap.found
    every = totals.by_unit(one.history for one in recap.touched)
    sums = {unit: sum_ for unit, sum_ in every.items() if recap.within is None or unit in recap.within}
    document = recap.frame()
    document["units"] = [
        {"unit": found.labels[unit], "people": count, **answers.sums(figures)}
        for unit, (count, figures) in sorted(sums.items(), key=lambda one: found.labels[one[0]])
    ]
    table = reports.by_unit(sums, recap.title, found.labels, len(recap.touched), recap.notes)
    show(desk, table, document, form, output, found.settings.office)


def _by_day(desk: Desk, recap: Scope, form: str, output: Path | None) -> None:
    from attendance.publish import answers, reports
    from attendance.rules import totals

    days: dict[date, list[Day]] = {}
    for one in recap.touched:
        for day in recap.days(one):
            days.setdefault(day.day, []).append(day)
    sums = {day: totals.of(listed) for day, listed in days.items()}
    document = recap.frame()
    document["days"] = [{"date": day.isoformat(), **answers.sums(sums[day])} for day in sorted(sums)]
    show(desk, reports.by_day(sums, recap.title, recap.notes), document, form, output, recap.found.settings.office)


def _by_matrix(desk: Desk, recap: Scope, form: str, output: Path | None) -> None:
    """A code for each person and day: as the workbook, or as a list."""
    if output is not None and output.suffix.lower() == ".xlsx":
        _workbook(desk, recap, output)
        return
    from attendance.publish import answers, reports

    found, document = recap.found, recap.frame()
    document["people"] = [
        {
            "nip": one.history.profile.nip,
            "name": one.history.profile.name,
            "unit": found.labels[one.history.unit] if one.history.unit is not None else None,
            "days": {day.day.isoformat(): day.code.value for day in one.history.days},
            **answers.sums(one.totals),
        }
        for one in recap.judged
    ]
    table = reports.matrix(recap.judged, recap.title, found.labels, recap.notes)
    show(desk, table, document, form, output, found.settings.office)


def _workbook(desk: Desk, recap: Scope, output: Path) -> None:
    from attendance.publish import matrices

    if not recap.judged:
        raise Refused(
            _("Nobody was scheduled for {kind} in {period}; there is nothing to recap.").format(
                kind=recap.found.kind.value, period=recap.found.period
            )
        )
    made = matrix(desk, recap)
    written(desk, output, lambda path: matrices.workbook(made, path))


def matrix(desk: Desk, recap: Scope) -> Matrix:
    """The workbook as a value: a unit's people in the unit of their last scheduled day, with who signs."""
    from attendance.ledger import units
    from attendance.publish.matrices import Matrix, UnitMatrix

    found = recap.found
    heads = units.heads(found.session, found.period.last)
    by_unit: dict[int, list[Flagged]] = {}
    for one in recap.judged:
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
            UnitMatrix(found.labels[unit], tuple(people), heads.get(unit), _waiting(found, people))
            for unit, people in sorted(by_unit.items(), key=lambda one: found.labels[one[0]])
        ),
        special=holidays,
        session_days=frozenset(day.day for one in recap.judged for day in one.history.days),
        entry=number,
        head=head,
        provisional=bool(recap.silent),
        made=desk.day(found.settings.office.zone),
    )


def _waiting(found: Inquiry, people: list[Flagged]) -> tuple[date, ...]:
    """The days of which a roll is missing that some of these stand on."""
    silent = _silent(found, (day for one in people for day in one.history.scheduled()))
    return tuple(sorted({day for missing in silent.values() for day in missing}))
