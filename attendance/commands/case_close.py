"""apel case close: a case ends, and how."""

from __future__ import annotations

from datetime import date

import click

from attendance.commands import options
from attendance.commands.desk import Desk, echo
from attendance.commands.words import Command, argument, option
from attendance.language import N_
from attendance.rules.cases import Outcome, Step


@click.command("close", cls=Command, help=N_("End a case: carried out, not proven, cancelled, or stopped."))
@argument("number", metavar=N_("NUMBER"))
@option("--outcome", type=click.Choice([one.value for one in Outcome]), required=True, help=N_("How it ends."))
@option("--date", "day", type=options.DATE, metavar=N_("DATE"), help=N_("The day on which it ends (default: today)."))
@options.reason
@options.dry_run
@click.pass_obj
def command(desk: Desk, number: str, outcome: str, day: date | None, reason: str, dry_run: bool) -> None:
    """Close a case."""
    from attendance.commands import case_stepping
    from attendance.rules.cases import Done

    note = case_stepping.plain(reason)
    done = Done(Step.SELESAI, day or desk.day(), note=note, details={"outcome": Outcome(outcome).value})
    for line in case_stepping.take(desk, number, done, reason=reason, dry_run=dry_run):
        echo(line)
