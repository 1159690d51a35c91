"""Giving out forms: the roll of a unit with its people, its days and what is known of them already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from attendance.commands.desk import Desk
from attendance.commands.gathering import LISTS, folder
from attendance.commands.inquiry import Inquiry, inquire
from attendance.commands.showing import must_end, written
from attendance.commands.unit import find
from attendance.errors import Refused
from attendance.language import _
from attendance.ledger import dossiers, journal, units
from attendance.rules import histories
from attendance.rules.codes import Code
from attendance.rules.forms import SHORT
from attendance.rules.histories import Day, Recorded
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period
from attendance.rules.sessions import Agenda

if TYPE_CHECKING:
    from attendance.ledger.engine import Session
    from attendance.publish.forms import Listed, RollForm

LONGEST = 80
"""So many signs of a unit's name stand in the name of a file."""
UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
"""What no name of a file may hold on some system."""


@dataclass(frozen=True, slots=True)
class Members:
    """Who stands in some lines over a period, as a form lists them, and the days on which they are expected."""

    people: tuple[Listed, ...]
    days: tuple[date, ...]
    lines: frozenset[int]


def give(desk: Desk, period: Period, kind: Kind, only: Sequence[str], output: Path) -> None:
    """Write the forms of some units, or of all: into one workbook, or one for each line into a folder."""
    if output.suffix.lower() in {*LISTS, ".pdf", ".docx"}:
        must_end(output, ".xlsx")
    with desk.read() as session:
        found = inquire(desk, session, kind, period)
        chosen = [find(found.tree, text) for text in only]
        if output.suffix.lower() == ".xlsx":
            if len(chosen) != 1:
                raise Refused(_("One workbook is for one unit (--unit). For several name a folder: -o FOLDER"))
            (unit,) = chosen
            forms = [_form(desk, found, unit, members(found, found.tree.within(chosen)))]
        else:
            forms = _each_line(desk, found, chosen)
        if not any(form for form in forms):
            raise Refused(
                _("Nobody is expected for {kind} in {period} there; a form would be empty.").format(
                    kind=kind.value, period=period
                )
            )
        _write(desk, session, found, [form for form in forms if form], output)


def _each_line(desk: Desk, found: Inquiry, chosen: Sequence[int]) -> list[tuple[RollForm, Members] | None]:
    """A form for each line of these units, or of all."""
    within = found.tree.within(chosen) if chosen else frozenset(found.tree.units)
    lines = {posting.line for held in found.held.postings.values() for posting in held} & within
    ordered = sorted(lines, key=lambda line: found.labels[line])
    return [_form(desk, found, line, members(found, frozenset([line]))) for line in ordered]


def _write(
    desk: Desk, session: Session, found: Inquiry, forms: Iterable[tuple[RollForm, Members]], output: Path
) -> None:
    from attendance.publish import forms as publisher

    office = (journal.hash_of(session, 1) or "")[:SHORT]
    entry, head = found.head
    single = output.suffix.lower() == ".xlsx"
    if not single:
        folder(output)
    used: set[str] = set()
    for form, its in forms:
        paths = tuple(sorted(" / ".join(found.tree.path(line)) for line in its.lines))
        identity = form.identity(office, entry, head[:SHORT], paths)
        target = output if single else output / file_name(form.unit, f"{form.kind} {form.period}", used)
        written(desk, target, lambda path, form=form, identity=identity: publisher.workbook(form, identity, path))


def file_name(unit: str, told: str, used: set[str]) -> str:
    """A file name that every system takes, and no other form has that is written now."""
    unit = UNFIT.sub(" ", unit).strip()[:LONGEST]
    number, name = 1, f"{unit} {told}.xlsx"
    while name.casefold() in used:
        number += 1
        name = f"{unit} ({number}) {told}.xlsx"
    used.add(name.casefold())
    return name


def _form(desk: Desk, found: Inquiry, unit: int, its: Members) -> tuple[RollForm, Members] | None:
    """The form of a unit; None where nobody is expected."""
    from attendance.publish.forms import RollForm

    if not its.people or not its.days:
        return None
    head = units.heads(found.session, found.period.last).get(unit)
    made = desk.day(found.settings.office.zone)
    several = len({one.line for one in its.people}) > 1
    form = RollForm(
        office=found.settings.office,
        unit=found.labels[unit],
        kind=found.kind,
        period=found.period,
        days=its.days,
        people=its.people,
        several=several,
        head=head,
        made=made,
        paper=found.settings.board.paper,
    )
    return form, its


def members(found: Inquiry, lines: frozenset[int]) -> Members:
    """Who stands in these lines in the period of an inquiry, on days to come too, with what is known of each day."""
    from attendance.publish.forms import Listed

    agenda = _whole(found.agenda)
    standing = [
        person
        for person in found.held.everyone()
        if any(posting.line in lines for posting in found.held.postings[person])
    ]
    told: list[tuple[histories.History, dict[date, Day]]] = []
    for dossier in dossiers.dossiers(found.session, found.held, standing, found.machines):
        history = histories.resolve(dossier, agenda, {}, found.held.line_exemptions)
        told.append((history, {day.day: day for day in history.days if day.line in lines}))
    days = tuple(sorted({day for _history, its in told for day in its if its[day].code is not Code.NR}))
    people = [Listed(history.profile, _line(found, history, its, lines), _printed(days, its)) for history, its in told]
    people.sort(key=lambda one: (one.line, one.profile.name.casefold(), one.profile.nip))
    return Members(tuple(people), days, lines)


def _whole(agenda: Agenda) -> Agenda:
    """The agenda as it will be when the whole period is over."""
    end = datetime.combine(agenda.period.last, time.max)
    return Agenda(agenda.kind, agenda.period, end, agenda.schedules, agenda.calendar, agenda.calls)


def _line(found: Inquiry, history: histories.History, its: dict[date, Day], lines: frozenset[int]) -> str:
    """The line in which somebody stands last."""
    stood = [day.line for day in its.values() if day.line is not None]
    held = [posting.line for posting in found.held.postings[history.person] if posting.line in lines]
    return found.labels[(stood or held)[-1]]


def _printed(days: Sequence[date], its: dict[date, Day]) -> dict[date, Code | None]:
    """What is known already of somebody on the days of a form; None: he is not required."""
    printed: dict[date, Code | None] = {}
    for day in days:
        here = its.get(day)
        if here is None or here.code is Code.NR:
            printed[day] = None
        elif here.code is not Code.BL:
            printed[day] = here.code
        elif isinstance(here.evidence, Recorded):
            printed[day] = here.evidence.code  # an absence that nobody has signed yet
    return printed
