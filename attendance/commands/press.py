"""apel press: what the press may be given: figures of units and days, and of nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from attendance.commands import options
from attendance.commands.desk import Desk, echo
from attendance.commands.showing import must_end, written
from attendance.commands.words import Command, option
from attendance.language import N_, _
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period
from attendance.rules.press import SMALL


@click.command("press", cls=Command, help=N_("The press edition: figures of units and days, no names."))
@options.period
@options.kind
@option(
    "-o",
    "--output",
    type=options.FILE,
    required=True,
    metavar=N_("FILE"),
    help=N_("siaran-pers.pdf, or .docx to be changed in Word."),
)
@option("--number", default="", metavar=N_("TEXT"), help=N_("The number of the press release."))
@option("--dated", type=options.DATE, metavar=N_("DATE"), help=N_("The date of the press release (default: today)."))
@option(
    "--small",
    type=click.IntRange(SMALL),
    metavar="N",
    help=N_("Units with fewer people are told together (at least 5, which is the default)."),
)
@option("--paper", type=click.Choice(["A4", "F4", "F4-210"]), help=N_("The paper (default: that of the board)."))
@option("--draft", is_flag=True, help=N_("Only to be looked at: marked KONSEP, and no entry in the journal."))
@options.dry_run
@click.pass_obj
def command(
    desk: Desk,
    period: Period,
    kind: Kind,
    output: Path,
    number: str,
    dated: date | None,
    small: int | None,
    paper: str | None,
    draft: bool,
    dry_run: bool,
) -> None:
    """The press edition."""
    from attendance.commands import releases
    from attendance.publish import press as printer

    must_end(output, ".pdf", ".docx")
    write = printer.pdf if output.suffix.lower() == ".pdf" else printer.docx
    with desk.read() as session:
        made = releases.release(desk, session, kind, period, small)
        made = replace(made, number=number, dated=dated or made.dated, paper=paper or made.paper, draft=draft)
        made, given = releases.given(session, made) if not draft else (made, None)
        near = list(releases.near(session, made))
    for lack in (*releases.lacks(made), *near):
        desk.say(f"! {lack}")
    if given is not None or draft:
        written(desk, output, lambda path: write(made, path))
    else:
        with desk.write(keep=not dry_run) as session:
            if dry_run:
                releases.record(desk, session, made)
            else:
                written(desk, output, lambda path: write(made, path))
                given = releases.record(desk, session, made)
    if given is not None:
        echo(_("Given to the press: entry {entry}. Figures: {digest}").format(entry=given, digest=made.digest[:16]))
