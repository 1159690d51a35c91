"""apel discipline: what the working days of people meet in the law, with the dates as evidence."""

from __future__ import annotations

from pathlib import Path

import click

from attendance.commands import options
from attendance.commands.desk import Desk
from attendance.commands.showing import must_end
from attendance.commands.words import Command, option
from attendance.language import N_, _
from attendance.rules.periods import Period


@click.command(
    "discipline",
    cls=Command,
    help=N_("Working days missed without a word, and the article that they meet; from 1 January to the period's end."),
)
@options.period
@option("--all", "everybody", is_flag=True, help=N_("Also those who have met no tier."))
@option("--unit", metavar=N_("UNIT"), help=N_("Only the people of this unit."))
@option("--nip", "only", multiple=True, metavar="NIP", help=N_("Only this person; may be given again."))
@option("--explain", metavar="NIP", help=N_("One person's year as a calendar, and how each day is known."))
@options.listing
@click.pass_obj
def command(
    desk: Desk,
    period: Period,
    everybody: bool,
    unit: str | None,
    only: tuple[str, ...],
    explain: str | None,
    form: str,
    output: Path | None,
) -> None:
    """List what was met."""
    must_end(output, ".xlsx", ".csv", ".json")
    if explain is not None and (output is not None or form != "table" or only or unit):
        raise click.UsageError(_("--explain is read on screen, of one person; leave out the other options."))
    with desk.read() as session:
        if explain is not None:
            from attendance.commands import discipline_explained

            discipline_explained.explain(desk, session, explain, period)
        else:
            from attendance.commands import discipline_lists

            discipline_lists.run(desk, session, period, everybody, unit, only, form, output)
