"""apel db: the version of the database."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from attendance.commands.desk import Desk, absent, echo
from attendance.commands.words import Group
from attendance.errors import Refused
from attendance.language import N_, _


@click.group("db", cls=Group, help=N_("The database itself: its version."))
def command() -> None:
    """The database."""


@command.command("current", help=N_("Say which version the database has."))
@click.pass_obj
def current(desk: Desk) -> None:
    """Print the revision."""
    from attendance.ledger import schema

    echo(
        _("{path}: version {found}, the program wants {wanted}.").format(
            path=desk.database, found=_found(desk), wanted=schema.REVISION
        )
    )


@command.command("upgrade", help=N_("Bring an older database up to date; a copy is kept beside it."))
@click.pass_obj
def upgrade(desk: Desk) -> None:
    """Upgrade an older database."""
    from attendance.ledger import schema

    found = _found(desk)
    if found == schema.REVISION:
        echo(_("The database is up to date (version {found}).").format(found=found))
        return
    if found > schema.REVISION:
        raise Refused(
            _("The database {path} was written by a later version of apel. Install that version.").format(
                path=desk.database
            )
        )
    if "://" not in desk.database:  # pragma: no branch - the tests run on files
        kept = Path(desk.database).with_suffix(f".{found}-{datetime.now():%Y%m%d%H%M%S%f}.db")
        schema.backup(desk.engine(), kept)
        desk.say(_("The database as it was is kept in {path}.").format(path=kept))
    schema.upgrade(desk.engine())
    echo(_("The database now has version {found}.").format(found=schema.REVISION))


def _found(desk: Desk) -> str:
    from attendance.ledger import schema

    if "://" not in desk.database and not Path(desk.database).is_file():
        raise Refused(absent(desk.database))
    found = schema.current(desk.engine())
    if found is None:
        raise Refused(absent(desk.database))
    return found
