"""apel roll: the rolls of the units, from import to signature."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from typing import Any

import click

from attendance.commands import options
from attendance.commands.desk import Desk, echo
from attendance.commands.showing import show
from attendance.commands.words import Group, argument, option
from attendance.errors import Place
from attendance.language import N_, _
from attendance.rules.codes import RECORDED, Code
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period
from attendance.rules.rolls import Mark


@click.group("roll", cls=Group, help=N_("The rolls: import, correct, close."))
def command() -> None:
    """The rolls."""


@command.command("import", help=N_("Take in rolls: long, matrix, or the forms of the offices. Each file by itself."))
@argument("files", type=options.FILE, nargs=-1, required=True, metavar=N_("FILE..."))
@options.answer("--kind", type=options.KIND, help=N_("The kind of session, where the file does not say."))
@option(
    "--code",
    "codes",
    multiple=True,
    metavar="TL=DL",
    callback=lambda c, p, v: options.pairs(v, p),
    help=N_("What a word of the file means; LIBUR= says that nothing was held. May be given again."),
)
@options.answer(
    "--blank",
    type=click.Choice(["hadir", "tk", "lewati"]),
    help=N_("What an empty cell means: present, absent, nothing."),
)
@option(
    "--period", type=options.PERIOD, metavar=N_("PERIOD"), help=N_("The month or days, where the file does not say.")
)
@option(
    "--plain",
    is_flag=True,
    expose_value=False,
    callback=lambda c, p, v: c.meta.update({"attendance.plain": v}),
    help=N_("Read a form of apel as an ordinary roll: its hidden id is not looked at."),
)
@option("--replace", is_flag=True, help=N_("Correct what is recorded where the file says something else."))
@options.date_format
@options.table
@options.sent
@options.taking
@click.pass_obj
def import_(desk: Desk, /, files: tuple[Path, ...], form: str, **words: Any) -> None:
    """Take in rolls."""
    from attendance.commands import rolls, senders

    senders.run(desk, "rolls", files, rolls.take, words, form)


@command.command("mark", help=N_("Record or correct one person's code by hand."))
@argument("nip", metavar="NIP")
@argument("code", type=options.Capitals([code.value for code in RECORDED]), metavar=N_("CODE"))
@option("--date", "--day", "day", type=options.DATE, metavar=N_("DATE"), help=N_("The day (default: today)."))
@options.kind
@option("--at", type=options.TIME, metavar=N_("TIME"), help=N_("When he came."))
@option("--note", default="", metavar=N_("TEXT"), help=N_("A remark."))
@options.reason
@options.dry_run
@click.pass_obj
def mark(
    desk: Desk,
    nip: str,
    code: str,
    day: date | None,
    kind: Kind,
    at: time | None,
    note: str,
    reason: str,
    dry_run: bool,
) -> None:
    """Record one mark."""
    from attendance.commands import rolls
    from attendance.commands.staff import number_of

    one = Mark(number_of(nip), kind, day or desk.day(), Code(code.upper()), at, note, Place(""))
    echo(rolls.mark(desk, one, reason, dry_run))


@command.command("take", help=N_("Call the roll of a unit from the list: a code for each, recorded at once."))
@option("--unit", required=True, metavar=N_("UNIT"), help=N_("The unit, with all below it."))
@options.kind
@option("--date", "day", type=options.DATE, metavar=N_("DATE"), help=N_("The day (default: today)."))
@option("--again", is_flag=True, help=N_("Go through those too who are recorded already."))
@options.reason
@options.dry_run
@click.pass_obj
def take(desk: Desk, unit: str, kind: Kind, day: date | None, again: bool, reason: str, dry_run: bool) -> None:
    """Call a roll from the list."""
    from attendance.commands import taking

    taking.run(desk, kind, unit, day, again, reason, dry_run)


@command.command("show", help=N_("The roll of a unit: each person's code on each day."))
@options.period
@option("--unit", metavar=N_("UNIT"), help=N_("Only the lines of this unit."))
@options.kind
@options.listing
@click.pass_obj
def show_(desk: Desk, period: Period, unit: str | None, kind: Kind, form: str, output: Path | None) -> None:
    """Show a roll."""
    from attendance.commands import rolls

    with desk.read() as session:
        table = rolls.sheet(desk, session, period, unit, kind)
    show(desk, table, None, form, output)


@command.command("missing", help=N_("The lines whose roll is not closed, and the days."))
@argument("period", type=options.PERIOD, metavar=N_("PERIOD"), default="today")
@options.kind
@options.listing
@click.pass_obj
def missing(desk: Desk, period: Period, kind: Kind, form: str, output: Path | None) -> None:
    """List what has not been reported."""
    from attendance.commands.inquiry import inquire
    from attendance.publish.tables import Column, Table

    with desk.read() as session:
        found = inquire(desk, session, kind, period)
        silent = {found.labels[line]: days for line, days in found.silent.items()}
    columns = (
        Column("unit", _("Unit"), wide=True),
        Column("count", _("Rolls"), "right", "int"),
        Column("dates", _("Days not closed"), sort="date", wide=True),
    )
    rows = tuple((unit, len(days), tuple(days)) for unit, days in sorted(silent.items()))
    notes = () if rows else (_("All rolls of {period} are closed.").format(period=period),)
    show(desk, Table(_("Not reported, {period}").format(period=period), columns, rows, notes), None, form, output)


@command.command("close", help=N_("The head signs: from now on who is not on the roll is absent."))
@options.period
@options.kind
@option(
    "--unit", "only", multiple=True, metavar=N_("UNIT"), help=N_("The unit, with all below it; may be given again.")
)
@option("--all", "everything", is_flag=True, help=N_("All lines."))
@option("--signed-by", required=True, metavar=N_("NAME"), help=N_("Who has signed the roll on paper."))
@option("--present", type=options.COUNT, metavar=N_("N"), help=N_("Present marks as the paper counts them."))
@option("--total", type=options.COUNT, metavar=N_("N"), help=N_("People times sessions as the paper counts them."))
@options.reason
@options.dry_run
@click.pass_obj
def close(
    desk: Desk,
    period: Period,
    kind: Kind,
    only: tuple[str, ...],
    everything: bool,
    signed_by: str,
    present: int | None,
    total: int | None,
    reason: str,
    dry_run: bool,
) -> None:
    """Close rolls."""
    from attendance.commands import closing

    if bool(only) == everything:
        raise click.UsageError(_("Name the units (--unit), or say --all."))
    closing.close(desk, period, kind, only, signed_by, (present, total), reason, dry_run)


@command.command("sign", help=N_("Close rolls from a list: UNIT, JENIS, MULAI, SELESAI, PENANDATANGAN, HADIR, JUMLAH."))
@argument("file", type=options.FILE, metavar=N_("FILE"))
@options.date_format
@options.table
@options.sent
@options.taking
@click.pass_obj
def sign(desk: Desk, /, file: Path, form: str, **words: Any) -> None:
    """Close rolls from a list of signatures."""
    from attendance.commands import closing, senders

    senders.run(desk, "signatures", [file], closing.take, words, form)


@command.command(
    "reopen", help=N_("Take a signature back: nobody of these lines is absent until somebody signs again.")
)
@options.period
@options.kind
@option(
    "--unit", "only", multiple=True, metavar=N_("UNIT"), help=N_("The unit, with all below it; may be given again.")
)
@option("--all", "everything", is_flag=True, help=N_("All lines."))
@options.reason
@options.dry_run
@click.pass_obj
def reopen(
    desk: Desk, period: Period, kind: Kind, only: tuple[str, ...], everything: bool, reason: str, dry_run: bool
) -> None:
    """Reopen rolls."""
    from attendance.commands import closing

    if bool(only) == everything:
        raise click.UsageError(_("Name the units (--unit), or say --all."))
    closing.reopen(desk, period, kind, only, reason, dry_run)


@command.command("parked", help=N_("NIPs that stand on rolls, and on no roster."))
@options.listing
@click.pass_obj
def parked(desk: Desk, form: str, output: Path | None) -> None:
    """List the parked NIPs."""
    from attendance.ledger import rolls
    from attendance.publish.tables import Column, Table

    with desk.read() as session:
        rows = tuple(rolls.parked(session))
    columns = (
        Column("nip", "NIP", sort="nip"),
        Column("count", _("Marks"), "right", "int"),
        Column("first", _("First"), sort="date"),
        Column("last", _("Last"), sort="date"),
    )
    notes = (
        (_("Import the roster they stand on, or say who it is: apel roll link WRONG-NIP RIGHT-NIP"),) if rows else ()
    )
    show(desk, Table(_("Parked NIPs"), columns, rows, notes), None, form, output)


@command.command("link", help=N_("Say whose marks stand under a NIP that nobody has."))
@argument("wrong", metavar=N_("WRONG-NIP"))
@argument("right", metavar=N_("RIGHT-NIP"))
@options.reason
@options.dry_run
@click.pass_obj
def link(desk: Desk, wrong: str, right: str, reason: str, dry_run: bool) -> None:
    """Give parked marks to a person."""
    from attendance.commands import rolls

    echo(rolls.link(desk, wrong, right, reason, dry_run))


@command.command(
    "sheet", help=N_("The roll of a unit as a form to be filled in: its people, its days, words to choose.")
)
@argument("period", type=options.PERIOD, metavar=N_("PERIOD"), default="today")
@options.kind
@option(
    "--unit", "only", multiple=True, metavar=N_("UNIT"), help=N_("The unit, with all below it; may be given again.")
)
@option("--all", "everything", is_flag=True, help=N_("All lines."))
@option(
    "-o",
    "--output",
    type=options.FILE,
    required=True,
    metavar=N_("FILE|FOLDER"),
    help=N_("A workbook (.xlsx) for one unit, pages to be signed (.pdf), or a folder: one file for each line."),
)
@option("--pdf", "printed", is_flag=True, help=N_("Into the folder: pages to be signed by hand, no workbooks."))
@option(
    "--by",
    type=click.Choice(["counter"]),
    help=N_("Pages of lines with people of other agencies, who are named beside them (MPP)."),
)
@option("--paper", type=click.Choice(["A4", "F4", "F4-210"]), help=N_("The paper (default: that of the board)."))
@click.pass_obj
def sheet(
    desk: Desk,
    period: Period,
    kind: Kind,
    only: tuple[str, ...],
    everything: bool,
    output: Path,
    printed: bool,
    by: str | None,
    paper: str | None,
) -> None:
    """Give out forms."""
    from attendance.commands import forms

    if bool(only) == everything:
        raise click.UsageError(_("Name the units (--unit), or say --all."))
    forms.give(desk, period, kind, only, output, forms.Asked(paper, by == "counter", printed))
