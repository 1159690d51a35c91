"""Discipline explained: one person's year as a calendar, what each regulation counts, and how each day is known."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

import click

from attendance.commands import disciplining
from attendance.commands.desk import Desk, echo, settings
from attendance.commands.disciplining import Counted
from attendance.commands.staff import person_of
from attendance.language import _
from attendance.ledger import appointments, cases
from attendance.ledger.engine import Session
from attendance.publish import discipline_tables, year_pictures
from attendance.publish import discipline_words as words
from attendance.publish.discipline_words import Told
from attendance.publish.formats import SHORT_WEEKDAYS, number, short_day
from attendance.publish.mastheads import INTERNAL
from attendance.publish.tables import Column, Table
from attendance.publish.terminal import render, wrap
from attendance.rules import nip
from attendance.rules.cases import Case
from attendance.rules.codes import Standing
from attendance.rules.discipline import Count
from attendance.rules.histories import Day
from attendance.rules.periods import Period


def explain(desk: Desk, session: Session, text: str, period: Period) -> None:
    """Print the year of a person, each calendar year of the period by itself."""
    person = person_of(session, text)
    law = settings(session).discipline.law
    known = cases.cases(session, [person])
    echo(INTERNAL)
    for place, year in enumerate(disciplining.parts(period)):
        if place:
            echo()
        counted = disciplining.count(desk, session, year, law, [person])
        _year(desk, session, counted, known)


def _year(desk: Desk, session: Session, counted: Counted, known: list[Case]) -> None:
    (judged,) = counted.people
    profile, unit = judged.history.profile, judged.history.unit
    opened = tuple(one.number for one in known if not one.closed)
    told = Told(judged, counted.found.labels[unit] if unit is not None else _("no unit"), opened)
    width = shutil.get_terminal_size((80, 24)).columns
    echo(f"{profile.printed}   NIP {nip.written(profile.nip)}   {judged.status.value}")
    year = counted.year
    echo(_("{unit}   working days, {first} to {last}").format(unit=told.unit, first=year.first, last=year.last))
    for one in appointments.appointments(session, [judged.history.person]).get(judged.history.person, ()):
        echo(
            _("{status} from {first} on (before: {before})").format(
                status=one.status.value, first=short_day(one.first), before=one.before.value
            )
        )
    echo()
    today = desk.day(counted.found.settings.office.zone)
    for line in year_pictures.picture(year.first.year, dict(_signs(counted, today)), today, _colours()):
        click.echo(line)
    echo()
    for line in wrap(_legend(), width):
        echo(line)
    for table in (_counted(counted, told), _not_counted(counted, told)):
        click.echo("\n" + render(table, width), nl=False)
    echo()
    for line in _said(counted, told, known):
        echo("\n".join(wrap(line, width)))


def _colours() -> bool:
    """Whether the terminal is shown colours."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _legend() -> str:
    return _(
        "Number: present. TK: absent without a word. BL: not reported. S I C DL TB DK: with a reason. NR: not "
        "required. *: holiday. .: no working day. >: today. Empty: not yet over, or not asked about."
    )


def _signs(counted: Counted, today: date) -> Iterator[tuple[date, str]]:
    """Each day of the year up to today with its sign."""
    (judged,) = counted.people
    days = {day.day: day for day in judged.history.days}
    calendar = counted.found.agenda.calendar
    for day in counted.year.days():
        held = days.get(day)
        if held is not None:
            yield day, str(day.day) if held.standing is Standing.PRESENT else held.code.value
        elif calendar.holiday(day):
            yield day, "*"
        elif day < today or day.weekday() >= 5:
            yield day, "."


def _counted(counted: Counted, told: Told) -> Table:
    """The days that count, by regulation, each with how it is known; the run of last year before them."""
    columns = (
        Column("no", _("No"), "right", "int"),
        Column("date", _("Day")),
        Column("law", _("Regulation"), wide=True),
        Column("how", _("How it is known"), wide=True),
    )
    judged = told.judged
    found = counted.found
    before = [day for day in judged.run if day.day not in judged.year]
    rows: tuple[tuple[object, ...], ...] = (
        *((None, _day(day.day), _("in the run only"), found.reason(day)) for day in before),
        *(
            (place, _day(day.day), words.judges(count), found.reason(day))
            for count in judged.counts
            for place, day in enumerate(count.days, 1)
        ),
    )
    return Table(_("Counted"), columns, rows, () if rows else (_("No absence in this year."),))


def _day(day: date) -> str:
    return f"{SHORT_WEEKDAYS[day.weekday()]} {short_day(day)}"


def _not_counted(counted: Counted, told: Told) -> Table:
    """The days that do not count, and why; days in a row with one reason are one line."""
    columns = (
        Column("days", _("Days")),
        Column("code", _("Code"), "center"),
        Column("count", _("Total"), "right", "int"),
        Column("why", _("Why it is not counted"), wide=True),
    )
    judged = told.judged
    days = [day for day in judged.history.days if day.day in judged.year and day.standing is not Standing.ABSENT]
    groups = groupby(days, key=lambda day: (day.code, _why(counted, day)))
    rows = tuple(_group(list(group), why) for (_code, why), group in groups if why)
    return Table(
        _("Not counted"), columns, rows, () if rows else (_("Every day of the year was counted or attended."),)
    )


def _why(counted: Counted, day: Day) -> str:
    """Why a day does not count; empty where he was present."""
    return "" if day.standing is Standing.PRESENT else counted.found.reason(day)


def _group(days: list[Day], why: str) -> tuple[object, ...]:
    first, last = days[0].day, days[-1].day
    span = short_day(first) if first == last else f"{short_day(first)} - {short_day(last)}"
    return span, days[0].code.value, len(days), why


def _said(counted: Counted, told: Told, known: Iterable[Case]) -> Iterator[str]:
    """The figures, the tier and its article, what comes next, what is provisional, what the law leaves open."""
    judged = told.judged
    for count in judged.counts:
        yield _figure(count)
    if judged.late_minutes:
        law = counted.found.settings.discipline.hours
        spoken = _("{hours} hours make a day").format(hours=number(law)) if law else _("not made into days (off)")
        yield _("Late or gone early: {minutes} minutes; {spoken}.").format(
            minutes=number(judged.late_minutes), spoken=spoken
        )
    if judged.run:
        yield _("Longest run: {count} working days in a row ({dates}).").format(
            count=len(judged.run), dates=words.span(judged.run)
        )
    if judged.crosses:
        yield discipline_tables.crossing(told)
    yield from discipline_tables.offered(told)
    yield from _met(told)
    if told.waiting:
        yield _("PROVISIONAL: {count} days are not reported yet ({dates}).").format(
            count=len(told.waiting), dates=words.span(told.waiting)
        )
    yield from discipline_tables.laws([told])
    for one in known:
        state = _("closed") if one.closed else _("open")
        yield _("Case {number}, {state}, opened {day}. See: apel case show {number}").format(
            number=one.number, state=state, day=short_day(one.opened)
        )
    yield _("The program counts and shows the article. It does not decide: the competent officer does.")


def _figure(count: Count) -> str:
    made = _(" + {days} of lateness").format(days=count.converted) if count.converted else ""
    said = {"law": words.judges(count), "days": len(count.days), "made": made, "run": len(count.run)}
    if count.regulation is None:
        return _("{law}: {days} days{made}, {run} in a row.").format(**said)
    since = _(", reached on {day}").format(day=short_day(count.since)) if count.since else ""
    tier = words.short(count.tier) + since if count.tier else _("no tier")
    return _("{law}: {days} days{made}, {run} in a row: {tier}.").format(tier=tier, **said)


def _met(told: Told) -> Iterator[str]:
    tier, judged, further = told.judged.tier, told.judged, words.further(told)
    if tier is not None:
        yield _("MET: {level}, {sanction} ({article}).").format(
            level=tier.level.value, sanction=words.sanction(told), article=tier.article
        )
    if judged.salary_stop:
        yield _("Ten days in a row were reached: the salary stops from {month} on (Pasal 15 ayat (2)).").format(
            month=words.month(judged.salary_stop)
        )
    if further:
        yield _("{missing} more days reach the next tier: {tier}.").format(
            missing=further[0], tier=words.short(further[1])
        )
    if (in_a_row := words.in_a_row(told)) is not None:
        yield _("The row is still open: {missing} more days without a break make ten in a row.").format(
            missing=in_a_row
        )
