"""Appointments in the ledger: from when on somebody is of another status."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from attendance.ledger import people
from attendance.ledger.case_models import AppointmentFact
from attendance.ledger.journal import Draft
from attendance.ledger.people import Where
from attendance.ledger.views import live
from attendance.rules.discipline import Appointment
from attendance.rules.rosters import Status


def appointments(session: Session, persons: Iterable[int] | None = None) -> dict[int, tuple[Appointment, ...]]:
    """The changes of status of each person, in order of their days; `persons` None: of all."""
    query = select(AppointmentFact).where(live(session, AppointmentFact))
    query = query.order_by(AppointmentFact.person_id, AppointmentFact.first)
    if persons is None:
        rows = list(session.scalars(query))
    else:
        wanted = people.batches(persons)
        rows = [row for some in wanted for row in session.scalars(query.where(AppointmentFact.person_id.in_(some)))]
    found: dict[int, list[Appointment]] = {}
    for row in rows:
        found.setdefault(row.person_id, []).append(Appointment(row.first, Status(row.status), Status(row.before)))
    return {person: tuple(held) for person, held in found.items()}


def record(draft: Draft, rows: Iterable[tuple[int, Appointment, Where]]) -> None:
    """People are of another status from a day on; what was said of the same day gives way."""
    fresh = list(rows)
    days = {(person, one.first) for person, one, _where in fresh}
    query = select(AppointmentFact.id, AppointmentFact.person_id, AppointmentFact.first)
    older = [
        (row.id,)
        for some in people.batches({person for person, _one, _where in fresh})
        for row in draft.session.execute(
            query.where(live(draft.session, AppointmentFact), AppointmentFact.person_id.in_(some))
        )
        if (row.person_id, row.first) in days
    ]
    draft.void(AppointmentFact, older)
    draft.record(
        AppointmentFact,
        [(person, one.first.toordinal(), one.status.value, one.before.value, *where) for person, one, where in fresh],
    )
