"""apel scan: the fingerprint machines, and whose numbers they know."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from attendance.commands import importing, options
from attendance.commands.desk import Desk, echo
from attendance.commands.showing import show
from attendance.commands.words import Group, argument, option
from attendance.language import N_, _

device = option("--device", required=True, metavar=N_("NAME"), help=N_("The office's name for the machine."))


@click.group("scan", cls=Group, help=N_("The fingerprint machines."))
def command() -> None:
    """The machines."""


@command.command("import", help=N_("Take in the log of a machine (attlog.dat, AGL, GLG). Each file by itself."))
@argument("files", type=options.FILE, nargs=-1, required=True, metavar=N_("FILE..."))
@options.answer("--device", metavar=N_("NAME"), help=N_("The office's name for the machine."))
@options.date_format
@options.table
@options.sent
@options.taking
@click.pass_obj
def import_(desk: Desk, /, files: tuple[Path, ...], form: str, **words: Any) -> None:
    """Take in logs."""
    from attendance.commands import scans, senders

    senders.run(desk, "scans", files, scans.take, words, form, scans=True)


@command.command("link", help=N_("Say whose a number of the machine is: PIN NIP, or a list with --file."))
@argument("pin", required=False, metavar="PIN")
@argument("nip", required=False, metavar="NIP")
@device
@option("--file", type=options.FILE, metavar=N_("FILE"), help=N_("A list with the columns PIN and NIP."))
@option("--from", "first", type=options.DATE, metavar=N_("DATE"), help=N_("From this day (default: always)."))
@option("--to", "last", type=options.DATE, metavar=N_("DATE"), help=N_("The last day that still counts."))
@options.taking
@click.pass_obj
def link(desk: Desk, /, pin: str | None, nip: str | None, file: Path | None, form: str, **words: Any) -> None:
    """Link numbers to people."""
    from attendance.commands import scans

    if (file is None) == (pin is None) or (pin is None) != (nip is None):
        raise click.UsageError(_("Give a PIN and a NIP, or a list with --file."))
    if pin is not None and nip is not None:
        del words["skip_bad"]
        echo(scans.link_one(desk, pin, nip, **words))
        return
    outcomes = importing.run([file] if file else [], lambda path: scans.link_file(desk, path, **words))
    importing.tell(desk, outcomes, form)


@command.command(
    "live", help=N_("Call the roll at the gate: scan cards, or type NIPs and names; each is recorded at once.")
)
@options.kind
@option("--unit", metavar=N_("UNIT"), help=N_("The gate of this unit, with all below it."))
@option("--date", "day", type=options.DATE, metavar=N_("DATE"), help=N_("The day (default: today)."))
@option("--code", type=options.Capitals(["H", "T"]), default="H", help=N_("T: the queue of those who are late."))
@option("--no-time", "timed", is_flag=True, flag_value=False, default=True, help=N_("Record no time of arrival."))
@options.dry_run
@click.pass_obj
def live(desk: Desk, kind: Any, unit: str | None, day: date | None, code: str, timed: bool, dry_run: bool) -> None:
    """Call the roll at the gate."""
    from attendance.commands import live
    from attendance.rules.codes import Code

    live.run(desk, kind, unit, day, Code(code), timed, dry_run)


@command.command("parked", help=N_("Numbers that have scans, and are nobody's."))
@options.listing
@click.pass_obj
def parked(desk: Desk, form: str, output: Path | None) -> None:
    """List the unknown numbers."""
    from attendance.ledger import scans
    from attendance.publish.tables import Column, Table

    with desk.read() as session:
        found = scans.parked(session)
    columns = (
        Column("device", _("Machine")),
        Column("pin", "PIN", "right"),
        Column("count", _("Scans"), "right", "int"),
        Column("first", _("First"), sort="date"),
        Column("last", _("Last"), sort="date"),
    )
    rows = tuple((one.device, one.pin, one.count, one.first, one.last) for one in found)
    document = {
        "pins": [
            {
                "device": one.device,
                "pin": one.pin,
                "count": one.count,
                "first": one.first.isoformat(),
                "last": one.last.isoformat(),
            }
            for one in found
        ]
    }
    notes = (_("Say whose they are: apel scan link PIN NIP --device NAME"),) if rows else ()
    show(desk, Table(_("Parked PINs"), columns, rows, notes), document, form, output)
