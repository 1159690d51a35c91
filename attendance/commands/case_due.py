"""apel case due: what is overdue in the cases, and what is due soon."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import click

from attendance.commands import options
from attendance.commands.desk import Desk, settings
from attendance.commands.showing import must_end, show
from attendance.commands.words import Command, option
from attendance.language import N_


@click.command("due", cls=Command, help=N_("What is overdue in the cases, and what is due within some days."))
@option("--days", type=options.COUNT, metavar=N_("N"), help=N_("How many days ahead (default: as configured, 7)."))
@options.listing
@click.pass_obj
def command(desk: Desk, days: int | None, form: str, output: Path | None) -> None:
    """List what is due."""
    from attendance.commands.case_list import chosen
    from attendance.publish import case_lists

    must_end(output, ".xlsx", ".csv", ".json")
    with desk.read() as session:
        found = chosen(desk, session)
        configured = settings(session)
    ahead = configured.discipline.due_days if days is None else min(days, 3660)
    table, document = case_lists.pressing(found, desk.day() + timedelta(ahead))
    show(desk, table, document, form, output, configured.office)
