"""Calling an extra session: who is expected, and that nobody is called twice on one day for one kind."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path

import click

from attendance.commands.calendar import seed_years
from attendance.commands.desk import Desk, echo
from attendance.commands.inquiry import calendar
from attendance.commands.unit import find
from attendance.errors import Fault, Refused
from attendance.language import _
from attendance.ledger import calendars, people, units
from attendance.ledger.engine import Session
from attendance.ledger.journal import Draft
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period
from attendance.rules.postings import on
from attendance.rules.sessions import Call

OPENS_BEFORE = timedelta(hours=1, minutes=30)


def quarter_later(at: time) -> time:
    """A quarter of an hour later, still on the same day."""
    later = datetime.combine(date.min, at) + timedelta(minutes=15)
    return later.time() if later.date() == date.min else time(23, 59, 59)


def _before(at: time) -> time:
    start = datetime.combine(date(2, 1, 1), at)
    return max(start - OPENS_BEFORE, datetime.combine(start.date(), time.min)).time()


def record(
    desk: Desk,
    day: date,
    kind: Kind,
    name: str,
    only: tuple[str, ...],
    invited: Path | None,
    times: tuple[time, time, time],
    reason: str,
    dry_run: bool,
) -> None:
    """Record a called session, for everyone, for some units, or for a list of people."""
    if only and invited:
        raise click.UsageError(_("Name either units (--unit) or a list of people (--people)."))
    if kind is Kind.KERJA:
        raise Refused(_("The working day follows the working hours; it cannot be called."))
    with desk.write(keep=not dry_run) as session:
        tree = units.tree(session)
        lines = tree.within(find(tree, text) for text in only) if only else None
        seed_years(desk, session, [day.year])
        with desk.draft(session, "calendar call", reason=reason, day=str(day), kind=kind.value, name=name) as draft:
            guests = _invited(desk, draft, invited, day) if invited else None
            start, on_time, gate = times
            call = Call(day, kind, name, start, on_time, _before(start), gate, lines, guests)
            known = calendars.calls(session, Period(day, day))
            if call not in known:
                _not_called_off(session, call)
                _alone(call, known)
                calendars.call(draft, call)
    if draft.empty:
        echo(_("{day}: {name} is called already; nothing was changed.").format(day=day, name=name))
    else:
        echo(_("{day}: {name} is called (entry {entry}).").format(day=day, name=name, entry=draft.number))


def _invited(desk: Desk, draft: Draft, path: Path, day: date) -> frozenset[int]:
    """The numbers of the people on a list; all must be known and belong somewhere on the day."""
    from attendance.commands import bearers
    from attendance.intake import invitations

    reading = invitations.read(path, people=bearers.known(draft.session))
    desk.warn(reading.warnings)
    ids = people.numbers(draft.session, [row.nip for row in reading.rows])
    held = people.postings(draft.session, Period(day, day), ids.values())
    known = people.profiles(draft.session, ids.values())
    faults = list(reading.refused)
    for row in reading.rows:
        if ids.get(row.nip) not in known:
            faults.append(
                Fault(row.place, _("{nip} stands on no roster; import the roster first.").format(nip=row.nip))
            )
        elif on(held.get(ids[row.nip], ()), day) is None:
            faults.append(Fault(row.place, _("{nip} belongs to no unit on {day}.").format(nip=row.nip, day=day)))
    if faults or not reading.rows:
        raise Refused(_("The session was not called: the list has faults."), tuple(faults))
    return frozenset(ids[row.nip] for row in reading.rows)


def _not_called_off(session: Session, call: Call) -> None:
    """Refuse a call of what is called off by name: which of the two holds is for somebody to say."""
    off = calendar(session, Period(call.day, call.day)).called_off(call.kind, call.day)
    if off is not None:
        raise Refused(
            _(
                "On {day} {kind} is called off ({name}). Take that back first: apel journal list, then apel undo."
            ).format(day=call.day, kind=call.kind.value, name=off.name)
        )


def _alone(call: Call, known: list[Call]) -> None:
    """Refuse a second call of the same kind on the same day for the same people."""
    for other in known:
        if (other.kind, other.name) == (call.kind, call.name):
            raise Refused(
                _(
                    "On {day} {name} ({kind}) is called already, for others or at another time. Give this one another "
                    "name, or undo that call first."
                ).format(day=call.day, name=other.name, kind=call.kind.value)
            )
        if other.kind is not call.kind or (other.people is None) != (call.people is None):
            continue
        if call.people is not None and other.people is not None:
            clash = bool(call.people & other.people)
        else:
            clash = call.units is None or other.units is None or bool(call.units & other.units)
        if clash:
            raise Refused(
                _(
                    "On {day} {name} ({kind}) is called already for some of the same people. Undo that call first."
                ).format(day=call.day, name=other.name, kind=call.kind.value)
            )
