"""apel board: the notice board."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from attendance.commands import options
from attendance.commands.desk import Desk, echo
from attendance.commands.words import Group, argument, option
from attendance.language import N_, _
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period


@click.group("board", cls=Group, help=N_("The notice board."))
def command() -> None:
    """The notice board."""


grouping = option(
    "--group",
    type=click.Choice(["unit", "none"]),
    default="unit",
    help=N_("A list for each unit, or one list by name (default: unit)."),
)
files = option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=options.FILE,
    metavar=N_("FILE"),
    help=N_("Write it as .pdf, .xlsx, .html or .txt; may be given again."),
)
dating = option("--dated", type=options.DATE, metavar=N_("DATE"), help=N_("The date of the notice (default: today)."))
number = argument("number", metavar=N_("NUMBER"))


@command.command("draft", help=N_("The notice as a head would sign it, to be checked; nothing is posted."))
@options.period
@options.kind
@grouping
@option(
    "-o",
    "--output",
    type=options.FILE,
    metavar=N_("FILE"),
    help=N_("pengumuman.pdf, .xlsx, .html or .txt; without it, on screen."),
)
@option("--number", default="", metavar=N_("TEXT"), help=N_("The number of the notice."))
@dating
@click.pass_obj
def draft(
    desk: Desk, period: Period, kind: Kind, group: str, output: Path | None, number: str, dated: date | None
) -> None:
    """Draft the notice."""
    from attendance.commands import notice_files, notices
    from attendance.commands.inquiry import inquire
    from attendance.publish import notices as printer

    notice_files.check([output] if output else [])
    with desk.read() as session:
        found = inquire(desk, session, kind, period)
        notice = notices.notice(desk, found, number, dated, group == "none").notice
    for lack in (*notices.lacks(notice), *notices.waiting(notice)):
        desk.say(f"! {lack}")
    if output is None:
        click.echo(printer.text(notice), nl=False)
    else:
        notice_files.save(desk, notice, output)
        echo(_("{people} people of {units} units are named.").format(people=notice.people, units=len(notice.groups)))


@command.command(
    "confirm", help=N_("Give each head the list of his people who are to be named, or take the lists in again.")
)
@argument("what", nargs=-1, required=True, metavar=N_("PERIOD|FILE..."))
@options.kind
@option("-o", "--output", type=options.FILE, metavar=N_("FOLDER"), help=N_("Give out: a workbook for each unit."))
@option("--replace", is_flag=True, help=N_("A new answer takes the place of the one before."))
@options.taking
@click.pass_obj
def confirm(
    desk: Desk,
    what: tuple[str, ...],
    kind: Kind,
    output: Path | None,
    replace: bool,
    skip_bad: bool,
    dry_run: bool,
    reason: str,
    form: str,
) -> None:
    """Give lists out, or take them in."""
    from attendance.commands import confirming_lists, importing

    if output is not None:
        if len(what) != 1:
            raise click.UsageError(_("Name one period whose lists are given out: apel board confirm PERIOD -o FOLDER"))
        confirming_lists.give(desk, options.PERIOD.convert(what[0], None, click.get_current_context()), kind, output)
        return
    asked: dict[str, Any] = {"replace": replace, "skip_bad": skip_bad, "dry_run": dry_run, "reason": reason}
    outcomes = importing.run([Path(one) for one in what], lambda path: confirming_lists.take(desk, path, **asked))
    importing.tell(desk, outcomes, form)


@command.command("post", help=N_("Put the notice up: what it says is frozen, and kept with its number."))
@options.period
@options.kind
@grouping
@option("--number", default="", metavar=N_("TEXT"), help=N_("The number of the notice."))
@dating
@option(
    "--despite-objections",
    "despite",
    default="",
    metavar=N_("REASON"),
    help=N_("Post although a head objects; the reason is kept in the journal."),
)
@files
@options.dry_run
@click.pass_obj
def post(
    desk: Desk,
    period: Period,
    kind: Kind,
    group: str,
    number: str,
    dated: date | None,
    despite: str,
    outputs: tuple[Path, ...],
    dry_run: bool,
) -> None:
    """Post the notice."""
    from attendance.commands import posting

    posting.post(desk, period, kind, number, dated, group == "none", despite, outputs, dry_run)


@command.command("list", help=N_("What is posted; with a period, who is to be named and what the heads say."))
@argument("period", type=options.PERIOD, required=False, metavar=N_("PERIOD"))
@options.kind
@options.listing
@click.pass_obj
def list_(desk: Desk, period: Period | None, kind: Kind, form: str, output: Path | None) -> None:
    """List the notices, or the answers of the heads."""
    from attendance.commands import boarded
    from attendance.commands.showing import must_end

    must_end(output, ".xlsx", ".csv", ".json")
    if period is None:
        boarded.posted(desk, form, output)
    else:
        boarded.answers(desk, period, kind, form, output)


@command.command("print", help=N_("Print a notice once more; who was cleared since is no longer on it."))
@number
@files
@click.pass_obj
def print_(desk: Desk, number: str, outputs: tuple[Path, ...]) -> None:
    """Print a notice again."""
    from attendance.commands import posting

    posting.again(desk, number, outputs)


@command.command("ralat", help=N_("Correct a notice: who is cleared since, with an apology."))
@number
@option("--number", "new", required=True, metavar=N_("TEXT"), help=N_("The number of the ralat."))
@dating
@files
@options.dry_run
@click.pass_obj
def ralat(desk: Desk, number: str, new: str, dated: date | None, outputs: tuple[Path, ...], dry_run: bool) -> None:
    """Post a ralat."""
    from attendance.commands import posting

    posting.correct(desk, number, new, dated, outputs, dry_run)


@command.command("retract", help=N_("Take a notice down before its day."))
@number
@options.reason
@options.dry_run
@click.pass_obj
def retract(desk: Desk, number: str, reason: str, dry_run: bool) -> None:
    """Retract a notice."""
    from attendance.commands import posting

    posting.retract(desk, number, reason, dry_run)


@command.command("verify", help=N_("Whether a paper is the one posted, and what has changed since."))
@argument("what", required=False, metavar=N_("NUMBER|FILE"))
@option("--qr", metavar=N_("TEXT"), help=N_("What the QR code on the paper says."))
@options.result
@click.pass_obj
def verify(desk: Desk, what: str | None, qr: str | None, form: str) -> None:
    """Verify a paper."""
    from attendance.commands import genuine

    genuine.verify(desk, what, qr, form)
