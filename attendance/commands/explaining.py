"""Explaining: one person's story, day by day."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click

from attendance.commands.desk import Desk, echo
from attendance.commands.inquiry import Inquiry, inquire
from attendance.commands.staff import person_of
from attendance.language import _
from attendance.ledger.engine import Session
from attendance.publish.formats import SHORT_WEEKDAYS, clock, rate, short_day
from attendance.publish.tables import Column, Table
from attendance.publish.terminal import render, wrap
from attendance.rules import chronic, nip
from attendance.rules.chronic import Flagged
from attendance.rules.codes import Standing
from attendance.rules.histories import Day, Held
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period

if TYPE_CHECKING:
    from attendance.rules.chronic import Near


def explain(desk: Desk, session: Session, text: str, period: Period, kind: Kind) -> None:
    """Print what each day was, how it is known, what was not counted and why, and how far the next step is."""
    person = person_of(session, text)
    found = inquire(desk, session, kind, period, [person])
    (history,) = found.histories([person])
    one = chronic.judge(history, found.settings.limits)
    profile = history.profile
    unit = found.labels[history.unit] if history.unit is not None else _("no unit")
    echo(f"{found.name(history)}   NIP {nip.written(profile.nip)}   {profile.status.value}")
    echo(f"{unit}   {kind.value}, {period}")
    echo()
    width = shutil.get_terminal_size((80, 24)).columns
    click.echo(render(_days(found, one), width), nl=False)
    echo()
    for line in (*_figures(one), *_steps(found, one)):
        echo("\n".join(wrap(line, width)))


def _days(found: Inquiry, one: Flagged) -> Table:
    columns = (
        Column("date", _("Day")),
        Column("code", _("Code"), "center"),
        Column("times", _("Time")),
        Column("counts", _("Counts as"), wide=True),
        Column("how", _("How it is known"), wide=True),
    )
    rows = tuple(
        (
            f"{SHORT_WEEKDAYS[day.day.weekday()]} {short_day(day.day)}",
            day.code.value,
            _times(day),
            _counts(day),
            "; ".join((found.reason(day), *map(_beaten, day.beaten))),
        )
        for day in one.history.days
    )
    return Table(_("Day by day"), columns, rows, () if rows else (_("No session in this period."),))


def _times(day: Day) -> str:
    said = [clock(day.at) if day.at else "", f"- {clock(day.left)}" if day.left else ""]
    marks = ["TM" if day.late_arrival else "", "PC" if day.early_leave else ""]
    return " ".join(part for part in (*said, *marks) if part)


def _counts(day: Day) -> str:
    return {
        Standing.PRESENT: _("present"),
        Standing.EXCUSED: _("not counted: excused"),
        Standing.ABSENT: _("absent"),
        Standing.UNREPORTED: _("not counted: not reported"),
        Standing.NOT_REQUIRED: _("not counted: not required"),
    }[day.standing]


def _beaten(fact: object) -> str:
    if isinstance(fact, Held):
        return _("although letter {number} says {code}").format(number=fact.number or "-", code=fact.code)
    return _("although the roll says {code}").format(code=getattr(fact, "code", "?"))


def _figures(one: Flagged) -> tuple[str, ...]:
    sums = one.totals
    share = rate(sums.rate) if sums.rate is not None else "-"
    return (
        _(
            "Scheduled {scheduled} = present {present} (late {late}) + excused {excused} + absent {absent} "
            "+ not reported {unreported}. Present {rate} of {required} required. Longest run of absence: {run}."
        ).format(
            scheduled=sums.scheduled,
            present=sums.present,
            late=sums.late,
            excused=sums.excused,
            absent=sums.absent,
            unreported=sums.unreported,
            rate=share,
            required=sums.required,
            run=one.run,
        ),
        _("Missed for whatever reason: {share} of the reported days.").format(
            share=rate(sums.missed_any_reason) if sums.missed_any_reason is not None else "-"
        ),
    )


def _steps(found: Inquiry, one: Flagged) -> list[str]:
    said = [
        _("FLAGGED {rule}: {figure}, limit {limit}; dates: {dates}").format(
            rule=flag.rule,
            figure=rate(flag.figure) if flag.rule == "jarang" else flag.figure,
            limit=rate(flag.limit) if flag.rule == "jarang" else flag.limit,
            dates=", ".join(short_day(day.day) for day in flag.days),
        )
        for flag in one.flags
    ]
    return said + [_near(near) for near in chronic.near(one.history, found.settings.limits)]


def _near(near: Near) -> str:
    if near.missing is None:
        return _("Not {rule}.").format(rule=near.rule)
    return _("Not {rule}: {missing} more absences in a row from now would do it.").format(
        rule=near.rule, missing=near.missing
    )
