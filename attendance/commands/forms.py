"""Giving out forms: the roll of a unit with its people, its days and what is known of them already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

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
    from attendance.publish.roll_papers import RollPaper
    from attendance.rules.offices import Signatory

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


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted besides units: on which paper, grouped by counter, as pages for the printer (else a workbook)."""

    paper: str | None = None
    by_counter: bool = False
    printed: bool = False


Given: TypeAlias = "tuple[RollForm, Members]"


def give(desk: Desk, period: Period, kind: Kind, only: Sequence[str], output: Path, asked: Asked) -> None:
    """Write the forms of some units, or of all: into one file, or one for each line into a folder."""
    suffix = output.suffix.lower()
    if suffix in {*LISTS, ".docx"}:
        must_end(output, ".xlsx", ".pdf")
    if asked.printed and suffix == ".xlsx":
        must_end(output, ".pdf")
    if suffix == ".pdf":
        asked = replace(asked, printed=True)
    if asked.by_counter and not asked.printed:
        raise Refused(_("A roll by counters is for paper only: -o FILE.pdf, or a folder with --pdf"))
    with desk.read() as session:
        found = inquire(desk, session, kind, period)
        chosen = [find(found.tree, text) for text in only]
        if suffix == ".xlsx" and len(chosen) != 1:
            raise Refused(_("One workbook is for one unit (--unit). For several name a folder: -o FOLDER"))
        if suffix in (".xlsx", ".pdf") and len(chosen) == 1:
            lines = [(chosen[0], found.tree.within(chosen))]
        else:
            lines = _each_line(found, chosen)
        forms = (form for form in _forms(desk, found, lines, asked) if form)
        first = next(forms, None)
        if first is None:
            raise Refused(
                _("Nobody is expected for {kind} in {period} there; a form would be empty.").format(
                    kind=kind.value, period=period
                )
            )
        _write(desk, session, found, chain([first], forms), output, asked)


def _each_line(found: Inquiry, chosen: Sequence[int]) -> list[tuple[int, frozenset[int]]]:
    """Each line of these units, or of all."""
    within = found.tree.within(chosen) if chosen else frozenset(found.tree.units)
    lines = {posting.line for held in found.held.postings.values() for posting in held} & within
    return [(line, frozenset([line])) for line in sorted(lines, key=lambda line: found.labels[line])]


def _forms(
    desk: Desk, found: Inquiry, lines: Iterable[tuple[int, frozenset[int]]], asked: Asked
) -> Iterator[Given | None]:
    """A form for each unit and its lines, made when it is asked for."""
    there = standing(found)
    heads = units.heads(found.session, found.period.last)
    for unit, its in lines:
        if not asked.by_counter or _guests(found, its, there):
            yield _form(desk, found, unit, members(found, its, there), heads.get(unit), asked)


def standing(found: Inquiry) -> dict[int, list[int]]:
    """For each line, the people who stand there at any time of the period."""
    there: dict[int, list[int]] = {}
    for person in found.held.everyone():
        for line in {posting.line for posting in found.held.postings[person]}:
            there.setdefault(line, []).append(person)
    return there


def _guests(found: Inquiry, lines: frozenset[int], there: Mapping[int, Sequence[int]]) -> bool:
    """Whether anybody stands in these lines who belongs to another unit."""
    people = (person for line in lines for person in there.get(line, ()))
    postings = (posting for person in people for posting in found.held.postings[person])
    return any(posting.line in lines and posting.unit != posting.line for posting in postings)


def _write(desk: Desk, session: Session, found: Inquiry, forms: Iterable[Given], output: Path, asked: Asked) -> None:
    from attendance.publish import forms as publisher
    from attendance.publish import roll_papers

    office = (journal.hash_of(session, 1) or "")[:SHORT]
    entry, head = found.head
    single = output.suffix.lower() in (".xlsx", ".pdf")
    if not single:
        folder(output)
    used: set[str] = set()
    sheets: list[RollPaper] = []
    for form, its in forms:
        paths = tuple(sorted(" / ".join(found.tree.path(line)) for line in its.lines))
        identity = form.identity(office, entry, head[:SHORT], paths)
        paper = roll_papers.RollPaper(form, identity.checksum, entry, asked.by_counter)
        suffix = ".pdf" if asked.printed else ".xlsx"
        target = output if single else output / file_name(form.unit, f"{form.kind} {form.period}", used, suffix)
        if not asked.printed:
            written(desk, target, lambda path, form=form, identity=identity: publisher.workbook(form, identity, path))
        elif single:
            sheets.append(paper)
        else:
            _print(desk, [paper], target)
    if sheets:
        _print(desk, sheets, output)


def _print(desk: Desk, sheets: Sequence[RollPaper], output: Path) -> None:
    """The pages of some forms, in as many files as they need."""
    from attendance.publish import papers, roll_papers

    for target, part in roll_papers.parts(sheets, output):
        written(desk, target, lambda path, part=part: roll_papers.pdf(part, path))
        papers.forget()


def file_name(unit: str, told: str, used: set[str], suffix: str = ".xlsx") -> str:
    """A file name that every system takes, and no other form has that is written now."""
    unit = UNFIT.sub(" ", unit).strip()[:LONGEST]
    number, name = 1, f"{unit} {told}{suffix}"
    while name.casefold() in used:
        number += 1
        name = f"{unit} ({number}) {told}{suffix}"
    used.add(name.casefold())
    return name


def _form(desk: Desk, found: Inquiry, unit: int, its: Members, head: Signatory | None, asked: Asked) -> Given | None:
    """The form of a unit; None where nobody is expected."""
    from attendance.publish.forms import RollForm

    if not its.people or not its.days:
        return None
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
        paper=asked.paper or found.settings.board.paper,
    )
    return form, its


def members(found: Inquiry, lines: frozenset[int], there: Mapping[int, Sequence[int]] | None = None) -> Members:
    """Who stands in these lines in the period of an inquiry, on days to come too, with what is known of each day.

    `there`: what `standing` answers, where it was asked already.
    """
    from attendance.publish.forms import Listed

    agenda = _whole(found.agenda)
    there = standing(found) if there is None else there
    wanted = sorted({person for line in lines for person in there.get(line, ())})
    told: list[tuple[histories.History, dict[date, Day]]] = []
    for dossier in dossiers.dossiers(found.session, found.held, wanted, found.machines):
        history = histories.resolve(dossier, agenda, {}, found.held.line_exemptions)
        told.append((history, {day.day: day for day in history.days if day.line in lines}))
    days = tuple(sorted({day for _history, its in told for day in its if its[day].code is not Code.NR}))
    people = []
    for history, its in told:
        line, unit = _place(found, history, its, lines)
        people.append(Listed(history.profile, found.labels[line], _printed(days, its), found.labels[unit]))
    people.sort(key=lambda one: (one.line, one.profile.name.casefold(), one.profile.nip))
    return Members(tuple(people), days, lines)


def _whole(agenda: Agenda) -> Agenda:
    """The agenda as it will be when the whole period is over."""
    end = datetime.combine(agenda.period.last, time.max)
    return Agenda(agenda.kind, agenda.period, end, agenda.schedules, agenda.calendar, agenda.calls)


def _place(found: Inquiry, history: histories.History, its: dict[date, Day], lines: frozenset[int]) -> tuple[int, int]:
    """The line in which somebody stands last, and the unit to which he belongs there."""
    held = [(one.line, one.unit) for one in found.held.postings[history.person] if one.line in lines]
    stood = [(day.line, day.unit) for day in its.values() if day.line is not None and day.unit is not None]
    return (stood or held)[-1]


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
