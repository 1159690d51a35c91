"""apel case recap: the cases of an agency over a year: how many, how far, which deadlines were kept. No names."""

from __future__ import annotations

from pathlib import Path

import click

from attendance.commands import options
from attendance.commands.desk import Desk
from attendance.commands.recap import PAPERS
from attendance.commands.showing import must_end
from attendance.commands.words import Command, option
from attendance.errors import Refused
from attendance.language import N_, _
from attendance.rules.periods import Period

BY = ("unit", "level", "step", "deadlines", "sanctions")


@click.command(
    "recap",
    cls=Command,
    help=N_("The cases of a year beside the year before: opened, closed, open, deadlines, sanctions; no names."),
)
@options.period
@option(
    "--by",
    type=click.Choice(BY),
    help=N_("A row a unit, a level, a step, a deadline, a sanction (default: every figure beside the period before)."),
)
@option("--names", is_flag=True, help=N_("Add the cases with names, for internal use (.xlsx or JSON)."))
@option("--paper", type=click.Choice(PAPERS), help=N_("The paper to print on (default: recap.paper)."))
@options.listing
@click.pass_obj
def command(
    desk: Desk, period: Period, by: str | None, names: bool, paper: str | None, form: str, output: Path | None
) -> None:
    """Recap the cases."""
    from attendance.commands import case_recapping

    must_end(output, ".xlsx", ".csv", ".json", ".pdf")
    ending = output.suffix.lower() if output else ""
    if names and (ending or form) not in (".xlsx", ".json", "json"):
        raise Refused(
            _("Names stand on a sheet of their own: give -o FILE.xlsx (or JSON) with --names, or leave --names out.")
        )
    with desk.read() as session:
        asked = case_recapping.Asked(desk, session, period, by, names, form, output, paper)
        case_recapping.tell(asked)
