"""apel demo: the whole story on invented data, Medan in March 2019."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import click

from attendance.commands import options
from attendance.commands.desk import Desk
from attendance.commands.words import Command, argument, option
from attendance.language import N_


@click.command("demo", cls=Command, help=N_("Show the whole story on invented data: Medan, March 2019."))
@argument("folder", type=options.FILE, metavar=N_("DIR"), default=Path("apel-demo"))
@option("--input", "source", type=options.FILE, metavar=N_("DIR"), help=N_("Other input of the same form."))
@click.pass_obj
def command(desk: Desk, folder: Path, source: Path | None) -> None:
    """Run the demonstration."""
    from attendance.commands import story
    from attendance.places import samples

    story.clear(folder)
    own = Desk(str(folder / "apel.db"), datetime(2019, 3, 12, 23, 59, 59), None, True, True)
    try:
        figures = story.run(own, source or samples() / "medan-2019", folder)
    finally:
        own.close()
    width = min(shutil.get_terminal_size((80, 24)).columns, 100)
    for line in story.told(figures, folder, width):
        click.echo(line)
