"""apel board: the notice board."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from attendance.commands import options
from attendance.commands.desk import Desk, echo
from attendance.commands.showing import must_end, written
from attendance.commands.words import Group, option
from attendance.language import N_, _
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period


@click.group("board", cls=Group, help=N_("The notice board."))
def command() -> None:
    """The notice board."""


@command.command("draft", help=N_("The notice as a head would sign it, to be checked; nothing is posted."))
@options.period
@options.kind
@option(
    "-o", "--output", type=options.FILE, metavar=N_("FILE"), help=N_("pengumuman.pdf or .txt; without it, on screen.")
)
@option("--number", default="", metavar=N_("TEXT"), help=N_("The number of the notice."))
@option("--dated", type=options.DATE, metavar=N_("DATE"), help=N_("The date of the notice (default: today)."))
@click.pass_obj
def draft(desk: Desk, period: Period, kind: Kind, output: Path | None, number: str, dated: date | None) -> None:
    """Draft the notice."""
    from attendance.commands import notices
    from attendance.commands.inquiry import inquire
    from attendance.publish import notices as printer

    must_end(output, ".pdf", ".txt")
    with desk.read() as session:
        found = inquire(desk, session, kind, period)
        notice = notices.notice(desk, found, number, dated)
    for lack in notices.lacks(notice):
        desk.say(f"! {lack}")
    if output is None:
        click.echo(printer.text(notice), nl=False)
    elif output.suffix.lower() == ".txt":
        from attendance.publish import atomic

        written(desk, output, lambda path: atomic.write(path, printer.text(notice).encode()))
    else:
        written(desk, output, lambda path: printer.pdf(notice, path))
    if output is not None:
        echo(_("{people} people of {units} units are named.").format(people=notice.people, units=len(notice.groups)))
