"""Statuses: from when on somebody is PNS, CPNS or PPPK: told by hand, or by a roster that says since when it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from attendance.commands import options
from attendance.commands.desk import Desk, echo
from attendance.commands.words import Command, argument, option
from attendance.errors import Refused
from attendance.language import N_, _
from attendance.rules import nip as nips
from attendance.rules.rosters import Change, Profile, Status

if TYPE_CHECKING:
    from attendance.ledger.engine import Session
    from attendance.ledger.journal import Draft
    from attendance.ledger.people import Where
    from attendance.rules.discipline import Appointment

STATUSES = click.Choice([status.value for status in Status], case_sensitive=False)


@click.command(
    "status", cls=Command, help=N_("Another status (CPNS, PNS, PPPK) from a day on; days before keep theirs.")
)
@argument("nip", metavar="NIP")
@argument("status", type=STATUSES, metavar=N_("STATUS"))
@option(
    "--from", "first", type=options.DATE, required=True, metavar=N_("DATE"), help=N_("First day of the new status.")
)
@option("--before", type=STATUSES, help=N_("What he was until then, where the roster has forgotten it."))
@options.reason
@options.dry_run
@click.pass_obj
def command(desk: Desk, nip: str, status: str, first: date, before: str | None, reason: str, dry_run: bool) -> None:
    """Change a person's status."""
    from attendance.commands.staff import number_of, person_of
    from attendance.ledger import appointments, people
    from attendance.rules.discipline import Appointment, status_on

    with desk.write(keep=not dry_run) as session:
        person, number, now = person_of(session, nip), number_of(nip), Status(status)
        _possible(desk, number, first)
        profile = people.profiles(session, [person])[person]
        known = appointments.appointments(session, [person]).get(person, ())
        until = Status(before) if before else status_on(first - timedelta(1), profile.status, known)
        made = Appointment(first, now, until)
        later = next((one for one in known if one.first > first), None)
        there = status_on(first, profile.status, known) is now and (before is None or made in known)
        with desk.draft(session, "staff status", reason=reason, nip=number, first=str(first)) as draft:
            if not there:
                appointments.record(draft, [(person, made, (None, None))])
            if not there and later is None and profile.status is not now:
                people.record_profiles(draft, [(person, replace(profile, status=now), (None, None))])
    if draft.empty:
        echo(
            _("{nip} is {status} on {first} already; nothing was changed.").format(nip=nip, status=status, first=first)
        )
        return
    told = _("{nip} is {status} from {first} on, {before} until then (entry {entry}).")
    echo(told.format(nip=nip, status=now.value, first=first, before=until.value, entry=draft.number))
    if later is not None:
        echo(_("From {first} on he is {status}, as is known.").format(first=later.first, status=later.status.value))


def _possible(desk: Desk, number: str, first: date) -> None:
    """Refuse a day before the appointment that the NIP tells, and one that has not come."""
    appointed = nips.appointed(number)
    if appointed is not None and first < appointed:
        raise Refused(
            _("{nip} was appointed in {month}; nobody has a status before that.").format(
                nip=number, month=f"{appointed:%Y-%m}"
            )
        )
    if first > desk.day():
        raise Refused(_("{first} has not come yet. Tell the new status on that day.").format(first=first))


def told(session: Session, person: int) -> Iterator[str]:
    """What is known of the statuses of a person, a line each."""
    from attendance.ledger import appointments
    from attendance.publish.formats import short_day

    for one in appointments.appointments(session, [person]).get(person, ()):
        yield _("{status} from {first} on (before: {before})").format(
            status=one.status.value, first=short_day(one.first), before=one.before.value
        )


def of_roster(draft: Draft, changes: Iterable[tuple[int, Profile, Change, Where]], day: date, dated: bool) -> None:
    """Keep since when a status holds that a roster changed: from `day` on, if the roster says since when it holds.

    Without that, the roster puts right what was wrong all along; but of whom a dated change is known already, the new
    status is dated too, for it would not be seen behind that.
    """
    from attendance.ledger import appointments
    from attendance.rules.discipline import Appointment, status_on

    changed = [one for one in changes if one[1].status is not one[2].before.profile.status]
    if not changed:
        return
    known = appointments.appointments(draft.session, {person for person, *_rest in changed})
    rows: list[tuple[int, Appointment, Where]] = []
    for person, profile, change, where in changed:
        held = known.get(person, ())
        if dated or held:
            before = status_on(day - timedelta(1), change.before.profile.status, held)
            rows.append((person, Appointment(day, profile.status, before), where))
    appointments.record(draft, rows)
