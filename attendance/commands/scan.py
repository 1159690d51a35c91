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


@command.command(
    "import",
    help=N_(
        "Take in the log of a machine (attlog.dat, AGL, GLG, spreadsheets, StandardReport.xls). Each file by itself."
    ),
)
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


@command.command("pull", help=N_("Read the log of a machine in the network, keep it as a file, and take it in."))
@argument("host", metavar=N_("HOST"))
@option("--port", type=options.WholeType(1, 65535), default=4370, help=N_("Its port (default: 4370)."))
@option("--password", type=options.COUNT, default=0, metavar=N_("NUMBER"), help=N_("Its password (comm key)."))
@device
@option("--save", type=options.FILE, metavar=N_("FILE"), help=N_("Where to keep the log (default: with the program)."))
@options.taking
@click.pass_obj
def pull(desk: Desk, /, host: str, form: str, **words: Any) -> None:
    """Read a machine."""
    from attendance.commands import pulling

    outcome = pulling.pull(desk, host, date_format=None, **words)
    importing.tell(desk, [outcome], form, scans=True)


@command.command("quarantined", help=N_("Lines set apart because the machine's clock cannot be true."))
@option("--device", metavar=N_("NAME"), help=N_("Only those of this machine."))
@options.listing
@click.pass_obj
def quarantined(desk: Desk, device: str | None, form: str, output: Path | None) -> None:
    """List what is in quarantine."""
    from attendance.commands import shifting
    from attendance.ledger import quarantine

    with desk.read() as session:
        found = quarantine.held(session, device.strip() if device else None)
    whole = output is not None or form != "table"
    show(desk, *shifting.listed(found, whole), form, output)


@command.command("shift", help=N_("Move lines from quarantine to the time at which they happened, by a stated offset."))
@device
@option("--from", "first", type=options.DATE, required=True, metavar=N_("DATE"), help=N_("First day on its clock."))
@option("--to", "last", type=options.DATE, metavar=N_("DATE"), help=N_("Last day on its clock (default: the first)."))
@option("--by", metavar=N_("OFFSET"), help=N_('How much later: "+1533d 04:12:30"; with - earlier, +0d: it was right.'))
@option("--to-time", "moment", metavar=N_("MOMENT"), help=N_("When the first of them happened: 2019-03-08T07:20."))
@option("--file", "name", metavar=N_("FILE"), help=N_("Only lines of this file."))
@option("--rows", metavar=N_("FIRST-LAST"), help=N_("Only these rows of it."))
@options.dry_run
@options.reason
@click.pass_obj
def shift(desk: Desk, /, by: str | None, moment: str | None, dry_run: bool, reason: str, **which: Any) -> None:
    """Move lines out of quarantine."""
    from attendance.commands import shifting

    if by is not None and moment is None:
        shifting.shift(desk, shifting.block(**which), shifting.offset_of(by), dry_run=dry_run, reason=reason)
    elif moment is not None and by is None:
        shifting.shift(desk, shifting.block(**which), shifting.moment_of(moment), dry_run=dry_run, reason=reason)
    else:
        raise click.UsageError(_("Say by how much with --by, or when the first line happened with --to-time."))


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
        Column("days", _("Days"), "right", "int"),
    )
    rows = tuple((one.device, one.pin, one.count, one.first, one.last, one.days) for one in found)
    document = {
        "pins": [
            {
                "device": one.device,
                "pin": one.pin,
                "count": one.count,
                "first": one.first.isoformat(),
                "last": one.last.isoformat(),
                "days": one.days,
            }
            for one in found
        ]
    }
    notes = (
        _("Say whose they are: apel scan link PIN NIP --device NAME"),
        _("Many at once: apel scan link --file FILE --device NAME, a list with the columns PIN and NIP"),
    )
    show(desk, Table(_("Parked PINs"), columns, rows, notes if rows else ()), document, form, output)
