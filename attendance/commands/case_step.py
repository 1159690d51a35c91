"""apel case step: one step of a case is recorded, once the law lets it follow the last."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import click

from attendance.commands import options
from attendance.commands.desk import Desk, echo
from attendance.commands.words import Command, argument, option
from attendance.language import N_, _
from attendance.rules.cases import Step
from attendance.rules.law import Level


@click.command("step", cls=Command, help=N_("Record a step of a case; one out of order or out of time is refused."))
@argument("number", metavar=N_("NUMBER"))
@argument("step", type=click.Choice([one.value for one in Step]), metavar=N_("STEP"))
@option("--date", "day", type=options.DATE, required=True, metavar=N_("DATE"), help=N_("The day on which it was done."))
@option("--number", "letter", default="", metavar=N_("TEXT"), help=N_("The number of its document."))
@option("--by", default="", metavar=N_("NAME"), help=N_("Who signed or acted."))
@option("--on", "meets", type=options.DATE, metavar=N_("DATE"), help=N_("The day to which a summons calls."))
@option("--at", type=options.TIME, metavar=N_("TIME"), help=N_("The time to which a summons calls."))
@option("--place", default="", metavar=N_("TEXT"), help=N_("The place to which a summons calls."))
@option(
    "--sanction",
    default="",
    metavar=N_("NAME|TEXT"),
    help=N_("The sanction of a decision; its name, or your own words."),
)
@option("--level", type=click.Choice([one.value for one in Level]), help=N_("The level of the sanction."))
@option(
    "--file", "document", type=options.FILE, metavar=N_("FILE"), help=N_("The document: its name and digest are kept.")
)
@option(
    "--late",
    default="",
    metavar=N_("REASON"),
    help=N_("It was done after its last day: why. It stays marked as missed."),
)
@option("--note", default="", metavar=N_("TEXT"), help=N_("What else is to be known."))
@options.dry_run
@click.pass_obj
def command(
    desk: Desk,
    number: str,
    step: str,
    day: date,
    letter: str,
    by: str,
    meets: date | None,
    at: time | None,
    place: str,
    sanction: str,
    level: str | None,
    document: Path | None,
    late: str,
    note: str,
    dry_run: bool,
) -> None:
    """Record a step."""
    from attendance.commands import case_stepping
    from attendance.rules.cases import Done

    if step == Step.SELESAI:
        raise click.UsageError(_("A case is ended with: apel case close {number} --outcome ...").format(number=number))
    name, digest = case_stepping.digested(document)
    details = {
        "at": f"{at:%H.%M}" if at else "",
        "place": case_stepping.plain(place),
        "sanction": case_stepping.named(sanction),
        "level": level or "",
        "late": case_stepping.plain(late),
    }
    done = Done(
        step=Step(step),
        day=day,
        number=case_stepping.plain(letter),
        by=case_stepping.plain(by),
        meets=meets,
        document=name,
        sha256=digest,
        note=case_stepping.plain(note),
        details={key: value for key, value in details.items() if value},
    )
    for line in case_stepping.take(desk, number, done, dry_run=dry_run):
        echo(line)
