"""apel case show: the whole file of a case."""

from __future__ import annotations

import shutil
from datetime import timedelta

import click

from attendance.commands import options
from attendance.commands.desk import Desk, echo, settings
from attendance.commands.words import Command, argument
from attendance.language import N_, _


@click.command("show", cls=Command, help=N_("The whole file of a case: grounds, steps, clocks, what comes next."))
@argument("number", metavar=N_("NUMBER"))
@options.result
@click.pass_obj
def command(desk: Desk, number: str, form: str) -> None:
    """Show a case."""
    from attendance.commands import docket
    from attendance.commands.showing import to_json
    from attendance.publish import case_answers, case_lists
    from attendance.publish.terminal import render

    with desk.read() as session:
        case = docket.find(session, number)
        (found,) = docket.dockets(session, [case], desk.day())
        changed = docket.changed(desk, session, case)
        until = desk.day() + timedelta(settings(session).discipline.due_days)
    if form == "json":
        click.echo(to_json(case_answers.whole(found, changed, until)))
        return
    for line in case_lists.story(found, changed):
        echo(line)
    echo()
    click.echo(render(case_lists.steps(case), shutil.get_terminal_size((80, 24)).columns), nl=False)
    echo("\n" + _("Clocks and what comes next"))
    for line in case_lists.foot(found):
        echo(f"  {line}")
