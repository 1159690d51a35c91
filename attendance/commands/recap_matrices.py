"""The matrix of a recap: a code for each person and day, as the workbook or as a list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from attendance.commands.desk import Desk
from attendance.commands.recapping import Asked
from attendance.commands.showing import show, written
from attendance.errors import Refused
from attendance.language import _
from attendance.rules.gathered import Gathered

if TYPE_CHECKING:
    from attendance.commands.inquiry import Inquiry
    from attendance.publish.recaps import Matrix
    from attendance.rules.chronic import Flagged


NOWHERE = 0
"""Stands for the unit of somebody who was invited, and belongs to none."""


def by_matrix(asked: Asked) -> None:
    """A code for each person and day: as the workbook, or as a list."""
    if asked.output is not None and asked.printed:
        _workbook(asked, asked.output)
        return
    from attendance.publish import answers, reports

    found, sums = asked.found, Gathered(asked.within)
    judged = [
        one
        for one in found.judged()
        if sums.add(one.history) and (asked.within is None or one.history.unit in asked.within)
    ]
    silent = sums.missing(found.silent)
    document = asked.frame(silent)
    document["people"] = [
        {
            "nip": one.history.profile.nip,
            "name": one.history.profile.name,
            "unit": found.labels[one.history.unit] if one.history.unit is not None else None,
            "days": {day.day.isoformat(): day.code.value for day in one.history.days},
            **answers.sums(one.totals),
        }
        for one in judged
    ]
    table = reports.matrix(judged, asked.title(""), found.labels, asked.notes(silent))
    show(asked.desk, table, document, asked.form, asked.output, found.settings.office)


def _workbook(asked: Asked, output: Path) -> None:
    from attendance.publish import matrices

    with asked.speaking():
        made = matrix(asked.desk, asked.found, asked.within, asked.paper)
    if not made.units:
        raise Refused(
            _("Nobody was scheduled for {kind} in {period}; there is nothing to recap.").format(
                kind=asked.found.kind.value, period=asked.found.period
            )
        )
    written(asked.desk, output, lambda path: matrices.workbook(made, path))


def matrix(desk: Desk, found: Inquiry, within: frozenset[int] | None = None, paper: str = "A4") -> Matrix:
    """The workbook as a value: a unit's people in the unit of their last scheduled day, with who signs.

    Over a long period nobody's days are kept, but his sums of each month.
    """
    from attendance.ledger import units
    from attendance.publish.matrices import Matrix, UnitMatrix
    from attendance.publish.recaps import Folded, long
    from attendance.rules import chronic, gathered, periods

    months = tuple(periods.months(found.period)) if long(found.period) else ()
    sums = Gathered(within)
    by_unit: dict[int, list[tuple[Flagged, Folded]]] = {}
    stood: dict[int, Gathered] = {}
    for history in found.histories():
        if not sums.add(history) or (within is not None and history.unit not in within):
            continue
        unit = history.unit or NOWHERE
        stood.setdefault(unit, Gathered(found.tree.units)).add(history)
        one = chronic.judge(history, found.settings.limits)
        folded = Folded(gathered.monthly(history, months), gathered.moved(history)) if months else Folded(())
        by_unit.setdefault(unit, []).append((gathered.bare(one) if months else one, folded))
    heads, (number, head) = units.heads(found.session, found.period.last), found.head
    silent = sums.missing(found.silent)
    made = []
    labels = {NOWHERE: _("WITHOUT A UNIT"), **found.labels}
    for unit, people in sorted(by_unit.items(), key=lambda one: labels[one[0]]):
        people.sort(key=lambda one: found.order(one[0]))
        waiting = sorted({day for missing in stood[unit].missing(found.silent).values() for day in missing})
        everybody, folds = (tuple(part) for part in zip(*people, strict=True))
        made.append(UnitMatrix(labels[unit], everybody, heads.get(unit), tuple(waiting), folds))
    holidays = {
        day: row.name for day in found.period.days() if (row := found.agenda.calendar.off(found.kind, day)) is not None
    }
    return Matrix(
        office=found.settings.office,
        kind=found.kind,
        period=found.period,
        units=tuple(made),
        special=holidays,
        session_days=frozenset(day.day for one in made for who in one.people for day in who.history.days if not months),
        entry=number,
        head=head,
        provisional=bool(silent),
        made=desk.day(found.settings.office.zone),
        paper=paper,
        signatory=found.settings.signatories.get("recap"),
        limits=found.settings.limits,
        silent=tuple(sorted((found.labels[line], tuple(days)) for line, days in silent.items())),
    )
