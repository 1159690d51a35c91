"""The lists of discipline: ask, order, and show them on screen, to a program, or as the workbook of the office."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from attendance.commands import disciplining
from attendance.commands.desk import Desk, settings
from attendance.commands.disciplining import Counted
from attendance.commands.inquiry import Inquiry
from attendance.commands.showing import show, written
from attendance.commands.staff import person_of
from attendance.commands.unit import find
from attendance.language import _
from attendance.ledger import cases
from attendance.ledger.engine import Session
from attendance.publish import answers, discipline_answers, discipline_tables
from attendance.publish import discipline_words as words
from attendance.publish.discipline_words import Told
from attendance.publish.mastheads import INTERNAL
from attendance.publish.terminal import render, wrap
from attendance.rules.codes import Code
from attendance.rules.discipline import Count
from attendance.rules.kinds import Kind
from attendance.rules.law import PPPK_HINT
from attendance.rules.periods import Period
from attendance.rules.reaching import TOLD_FROM


@dataclass(frozen=True)
class Found:
    """What a list tells: the years counted, those whom a PP judges and those apart, the heaviest first."""

    years: tuple[Counted, ...]
    people: tuple[Told, ...]
    apart: tuple[Told, ...]
    silent: Mapping[int, Sequence[date]]

    @property
    def last(self) -> Inquiry:
        """The inquiry of the last year, which knows units and reasons."""
        return self.years[-1].found

    @property
    def period(self) -> Period:
        """From the first day counted to the last."""
        return Period(self.years[0].year.first, self.years[-1].year.last)


def run(
    desk: Desk,
    session: Session,
    period: Period,
    everybody: bool,
    unit: str | None,
    only: Sequence[str],
    form: str,
    output: Path | None,
) -> None:
    """Tell what was met in each calendar year of the period."""
    wanted = [person_of(session, nip) for nip in only]
    found = gather(desk, session, period, everybody or bool(only), unit, wanted)
    if output is not None and output.suffix.lower() == ".xlsx":
        from attendance.commands import discipline_papers

        written(desk, output, lambda path: discipline_papers.write(desk, found, path))
    elif form == "table" and output is None:
        _print(found)
    else:
        table = discipline_tables.rows((*found.people, *found.apart), _title(found))
        show(desk, table, document(found, everybody or bool(only)), form, output)


def gather(
    desk: Desk, session: Session, period: Period, everybody: bool, unit: str | None, only: Sequence[int] = ()
) -> Found:
    """Count each year of the period; without `everybody` only those whom a tier may reach are looked at closely."""
    law = settings(session).discipline.law
    ask = disciplining.count if everybody else disciplining.reached
    years = tuple(
        disciplining.count(desk, session, year, law, only) if only else ask(desk, session, year, law)
        for year in disciplining.parts(period)
    )
    last = years[-1].found
    within = last.tree.within([find(last.tree, unit)]) if unit else None
    opened = _open_cases(session)
    told: list[Told] = []
    silent: dict[int, list[date]] = {}
    for one in years:
        for line, days in one.found.silent.items():
            if within is None or line in within:
                silent.setdefault(line, []).extend(days)
        for judged in one.people:
            at = judged.history.unit
            scheduled = any(day.code is not Code.NR and day.day in one.year for day in judged.history.days)
            if scheduled and (within is None or at in within):
                label = last.labels[at] if at is not None else ""
                told.append(Told(judged, label, opened.get(judged.history.person, ())))
    told = sorted((one for one in told if everybody or _matters(one)), key=_order)
    people = tuple(one for one in told if not one.contract)
    return Found(years, people, tuple(one for one in told if one.contract), silent)


def _open_cases(session: Session) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for one in cases.cases(session):
        if not one.closed:
            found[one.person] = (*found.get(one.person, ()), one.number)
    return found


def _matters(one: Told) -> bool:
    """Whether a list without --all names somebody."""
    return one.judged.tier is not None or one.unruled >= TOLD_FROM


def _order(one: Told) -> tuple[object, ...]:
    """The latest year first, in it the heaviest."""
    judged, profile = one.judged, one.judged.history.profile
    weight = (*_weight(judged.decisive), sum(count.total for count in judged.counts), len(judged.run))
    return -judged.year.first.year, *(-figure for figure in weight), profile.name.casefold(), profile.nip


def _weight(count: Count | None) -> tuple[int, int]:
    """How heavy the tier of a count is; lighter than any where there is none."""
    if count is None or count.tier is None or count.regulation is None:
        return -1, 0
    return count.regulation.heaviness(count.tier)


def document(found: Found, everybody: bool) -> dict[str, Any]:
    """The answer for a program: without --all only those who have met a tier."""
    framed = answers.frame(Kind.KERJA, found.period, found.silent, found.last.labels)
    told = sorted((*found.people, *found.apart), key=_order)
    framed["people"] = [
        discipline_answers.person(one, found.last.reason) for one in told if everybody or one.judged.tier is not None
    ]
    return framed


def _title(found: Found) -> str:
    told = _("Discipline: working days missed without a word, {period}").format(period=found.period)
    return f"{INTERNAL}: {told}"


def _print(found: Found) -> None:
    """The list, those apart, and the notes below both."""
    width = shutil.get_terminal_size((80, 24)).columns
    told = (*found.people, *found.apart)
    notes = discipline_tables.notes(told, found.silent, found.last.labels)
    count = len({one.judged.history.person for one in found.people})
    said = _("{count} people.").format(count=count) if count else _("Nobody has met a tier of a PP.")
    click.echo(render(discipline_tables.screen(found.people, _title(found), (said,)), width))
    if found.apart:
        local = [one for one in words.regulations(found.apart) if not one.duty]
        title = _("PPPK: {follow}").format(follow=local[0].name if local else PPPK_HINT)
        click.echo(render(discipline_tables.screen(found.apart, title), width))
    for note in notes:
        click.echo("\n".join(wrap(note, width)))
