"""apel backup: a copy of the database, whole and consistent even while others read it."""

from __future__ import annotations

from pathlib import Path

import click

from attendance.commands import options
from attendance.commands.desk import Desk, echo
from attendance.commands.words import Command, argument
from attendance.errors import Refused
from attendance.language import N_, _


@click.command("backup", cls=Command, help=N_("Copy the database to a file that does not exist yet."))
@argument("file", type=options.FILE, metavar=N_("FILE"))
@click.pass_obj
def command(desk: Desk, file: Path) -> None:
    """Back up."""
    from attendance.ledger import schema

    if "://" in desk.database and not desk.database.startswith("sqlite"):
        raise Refused(_("This database is a server's; back it up with the server's own tools (pg_dump)."))
    if file.exists():
        raise Refused(_("{path} is there already; nothing was overwritten. Name a new file.").format(path=file))
    if not file.parent.is_dir():
        raise Refused(_("The folder {path} does not exist. Make it first.").format(path=file.parent))
    schema.backup(desk.opened(), file)
    echo(_("Written: {path}").format(path=file))
