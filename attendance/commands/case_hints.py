"""Case hints: what `apel status` and `apel doctor` say of the cases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from attendance.commands import docket
from attendance.commands.desk import Desk, echo, settings
from attendance.language import _
from attendance.ledger import cases
from attendance.ledger.engine import Session
from attendance.publish import case_sentences
from attendance.publish.formats import short_day
from attendance.rules import procedure
from attendance.rules.cases import STEPS, Case
from attendance.rules.dockets import Changed
from attendance.rules.sessions import Calendar

NAMED = 8
"""So many numbers are told in one line; of more only how many they are."""


def pressing(desk: Desk, session: Session) -> Iterator[str]:
    """What is overdue, due soon, or opened and left: their numbers, no names, for a status stands on screens."""
    some = [case for case in cases.cases(session) if not case.closed]
    if not some:
        return
    today = desk.day()
    until = today + timedelta(settings(session).discipline.due_days)
    found = docket.dockets(session, some, today)
    overdue = [one.case.number for one in found if one.overdue()]
    soon = [one.case.number for one in found if one.pressing(until) and not one.overdue()]
    if overdue:
        yield _("OVERDUE in {count} discipline cases ({numbers}): apel case due").format(
            count=len(overdue), numbers=_numbers(overdue)
        )
    if soon:
        yield _("Due by {day} in {count} discipline cases ({numbers}): apel case due").format(
            day=short_day(until), count=len(soon), numbers=_numbers(soon)
        )
    still = today - (until - today)
    idle = [case.number for case in some if not case.steps and case.opened < still]
    if idle:
        yield _(
            "{count} discipline cases were opened before {day} and have no step yet ({numbers}): apel case list"
        ).format(count=len(idle), day=short_day(still), numbers=_numbers(idle))


def _numbers(found: Sequence[str]) -> str:
    return ", ".join((*found[:NAMED], *(["..."] if len(found) > NAMED else [])))


def shifted(desk: Desk, session: Session) -> Iterator[str]:
    """Cases that rest on a count which is another now."""
    for number, one in docket.changes(desk, session, cases.cases(session)).items():
        if one.loud:
            yield _shifted(number, one)


def tell(desk: Desk, session: Session) -> None:
    """Say loudly of which open cases the count is another now, by their numbers; after something was taken back."""
    rested = [one for one in cases.cases(session) if one.rested is not None and not one.closed]
    numbers = [number for number, one in docket.changes(desk, session, rested).items() if one.loud]
    if numbers:
        echo(case_sentences.upset(_numbers(numbers)), err=True)


def _shifted(number: str, one: Changed) -> str:
    told = _("{number}: {then} days then, {now} now; {then_tier} then, {now_tier} now. See: apel case show {number}")
    return told.format(
        number=number,
        then=one.rested.total,
        now=one.total,
        then_tier=one.rested.level or case_sentences.tier("", ""),
        now_tier=one.tier.level.value if one.tier else case_sentences.tier("", ""),
    )


def illegal(desk: Desk, session: Session) -> Iterator[str]:
    """Steps that the calendar of today would not allow, one after the other: a holiday was added, or taken away."""
    found = cases.cases(session)
    calendar = docket.calendar(session, desk.day(), *found)
    for case in found:
        yield from _broken(case, calendar)


def _broken(case: Case, calendar: Calendar) -> Iterator[str]:
    for at, done in enumerate(case.steps):
        so_far = replace(case, steps=case.steps[:at])
        for one in procedure.examine(so_far, done, calendar, done.day):
            if not procedure.passes(so_far, done, one):
                why = case_sentences.breach(so_far, done, one)
                yield _("{number}, {step}: {why}").format(number=case.number, step=STEPS[done.step], why=why)
