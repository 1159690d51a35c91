"""apel init: a new database for an office."""

from __future__ import annotations

from pathlib import Path

import click

from attendance.commands.desk import Desk, echo
from attendance.commands.words import Command, option
from attendance.errors import Refused
from attendance.language import N_, _
from attendance.settings import ZONES


@click.command("init", cls=Command, help=N_("Set up a new database for an office, with its national holidays."))
@option("--office", required=True, metavar=N_("NAME"), help=N_("The name of the office, as on its paper."))
@option("--zone", type=click.Choice(tuple(ZONES)), default="WIB", help=N_("The office's time zone."))
@click.pass_obj
def command(desk: Desk, office: str, zone: str) -> None:
    """Set up a database."""
    create(desk, office, zone)
    day = desk.day(zone)
    echo(_("Ready: {path} for {office}.").format(path=desk.database, office=office))
    desk.say(_("Holidays taken in: {first} to {last}.").format(first=day.year - 1, last=day.year + 1))
    desk.say(_("Next: apel staff import ROSTER.xlsx"))


def create(desk: Desk, office: str, zone: str) -> None:
    """Make the schema, and record the office and the holidays of last year, this year and the next."""
    from attendance.commands.calendar import seed_years
    from attendance.ledger import configuration, schema

    if not office.strip():
        raise Refused(_("An office needs a name."))
    if "://" not in desk.database:  # pragma: no branch - the tests run on files
        Path(desk.database).parent.mkdir(parents=True, exist_ok=True)
    if schema.current(desk.engine()) is not None:
        raise Refused(
            _("There is a database at {path} already; it was left as it is. Name another with --db.").format(
                path=desk.database
            )
        )
    schema.upgrade(desk.engine())
    with desk.write() as session:
        with desk.draft(session, "init", office=office, zone=zone) as draft:
            configuration.record(draft, {"office": {"name": office, "zone": zone}})
        year = desk.day(zone).year
        seed_years(desk, session, range(year - 1, year + 2))
