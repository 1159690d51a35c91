"""apel restore: the database as it was when a backup was made."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import click

from attendance.commands import options
from attendance.commands.desk import Desk, echo
from attendance.commands.words import Command, argument
from attendance.errors import Refused
from attendance.language import N_, _


@click.command("restore", cls=Command, help=N_("Bring the database back from a backup; the present one is kept."))
@argument("file", type=options.FILE, metavar=N_("FILE"))
@click.pass_obj
def command(desk: Desk, file: Path) -> None:
    """Restore."""
    if "://" in desk.database:
        raise Refused(_("Only a database in a file can be restored; this one is a server's."))
    if not file.is_file():
        raise Refused(_("{path}: there is no such file.").format(path=file))
    target = Path(desk.database)
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.restoring")
    shutil.copyfile(file, beside)  # the backup itself is only read
    try:
        Desk(str(beside)).opened().dispose()
    except Exception as error:
        beside.unlink()
        if isinstance(error, Refused):
            raise Refused(error.message.replace(str(beside), str(file))) from None
        raise
    if target.exists():
        kept = target.with_suffix(f".{datetime.now():%Y%m%d%H%M%S%f}.db")
        _keep(desk, target, kept)
        desk.say(_("The database as it was is kept in {path}.").format(path=kept))
    for tail in ("-wal", "-shm"):
        Path(f"{target}{tail}").unlink(missing_ok=True)
    beside.replace(target)
    echo(_("The database {path} is again as in {file}.").format(path=target, file=file))


def _keep(desk: Desk, target: Path, kept: Path) -> None:
    """Keep what is there, whole; a database that cannot be read any more is kept byte for byte."""
    from attendance.ledger import schema

    try:
        schema.backup(desk.engine(), kept)
    except Exception:
        kept.unlink(missing_ok=True)
        for tail in ("", "-wal"):
            if Path(f"{target}{tail}").exists():
                shutil.copyfile(f"{target}{tail}", f"{kept}{tail}")
    finally:
        desk.engine().dispose()
