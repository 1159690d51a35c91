"""Making the letters of a unit: the report of its attendance, and what every letter of it needs."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from attendance.commands.desk import Desk, settings
from attendance.commands.inquiry import inquire
from attendance.commands.unit import find
from attendance.commands.warning_letters import address
from attendance.errors import Refused
from attendance.language import _
from attendance.ledger import journal, units
from attendance.ledger.engine import Session
from attendance.publish import formats, letter_words
from attendance.publish.letter_words import Paper
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period
from attendance.rules.totals import Totals
from attendance.rules.units import Tree


def paper(
    desk: Desk,
    session: Session,
    tree: Tree,
    unit: int,
    to: tuple[str, ...],
    number: str,
    dated: date | None,
    subject: str,
) -> Paper:
    """What every letter of a unit has; who signs is its own head, dots where nobody is known."""
    configured = settings(session)
    day = dated or desk.day(configured.office.zone)
    entry, head = journal.head(session)
    name = tree.units[unit].name
    return Paper(
        office=configured.office,
        unit=name,
        address=address(configured.letters.addresses, name),
        to=to,
        number=number,
        dated=day,
        subject=subject,
        signatory=units.heads(session, day).get(unit),
        copies=configured.letters.copies,
        entry=entry,
        head=head,
    )


def lacks(desk: Desk, made: Paper) -> None:
    """Say what a letter still wants."""
    if made.signatory is None:
        desk.say(
            _('! Nobody is known who signs for {unit}: apel unit head "{unit}" --name ... --position ...').format(
                unit=made.unit
            )
        )
    if not made.number:
        desk.say(_("! The letter has no number yet (--number)."))


def report(
    desk: Desk,
    session: Session,
    kind: Kind,
    period: Period,
    unit: str,
    to: tuple[str, ...],
    number: str,
    dated: date | None,
) -> dict[str, Any]:
    """The words of a report: everybody who was scheduled in the unit or below it, each day under the unit of that day.

    Errors: Refused where nobody was.
    """
    found = inquire(desk, session, kind, period)
    at = find(found.tree, unit)
    within = found.tree.within([at])
    people = [one for one in found.judged() if one.history.unit in within]
    if not people:
        raise Refused(
            _("Nobody of {unit} was scheduled for {kind} in {period}; there is nothing to report.").format(
                unit=unit, kind=kind.value, period=period
            )
        )
    lines = {day.line for one in people for day in one.history.scheduled() if day.line is not None}
    missing = sorted({day for line in lines for day in found.silent.get(line, ())})
    sums: Counter[Code] = Counter()
    for one in people:
        sums.update(one.totals.codes)
    subject = f"Laporan Kehadiran {letter_words.assembly(kind).title()} {formats.titled(period)}"
    made = paper(desk, session, found.tree, at, to, number, dated, subject)
    lacks(desk, made)
    if missing:
        desk.say(
            _("! PROVISIONAL: {unit} has not reported {count} days; the letter says so.").format(
                unit=made.unit, count=len(missing)
            )
        )
    return letter_words.report(made, people, Totals(sums), kind, period, missing)
