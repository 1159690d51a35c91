"""apel period: the figures of a period, signed at each level."""

from __future__ import annotations

from pathlib import Path

import click

from attendance.commands import options
from attendance.commands.desk import Desk, echo
from attendance.commands.showing import show
from attendance.commands.words import Group, argument, option
from attendance.language import N_, _
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period


@click.group("period", cls=Group, help=N_("Signed periods: who stands for the figures, and what changed since."))
def command() -> None:
    """Signed periods."""


@command.command("sign", help=N_("Freeze the figures of a period under a signature; what changes them later is shown."))
@options.period
@options.kind
@option("--level", required=True, metavar=N_("LEVEL"), help=N_("Which of the configured levels signs (period.levels)."))
@option("--by", required=True, metavar=N_("NAME"), help=N_("Who signs."))
@option("--unit", metavar=N_("UNIT"), help=N_("Only this unit, with all below it (default: the whole office)."))
@options.reason
@options.dry_run
@click.pass_obj
def sign(
    desk: Desk, period: Period, kind: Kind, level: str, by: str, unit: str | None, reason: str, dry_run: bool
) -> None:
    """Sign a period."""
    from attendance.commands import signing

    echo(signing.sign(desk, period, kind, level, by, unit, reason, dry_run))


@command.command("list", help=N_("Who has signed which period, with the figures of then and of now."))
@argument("period", type=options.PERIOD, metavar=N_("PERIOD"), required=False)
@options.listing
@click.pass_obj
def list_(desk: Desk, period: Period | None, form: str, output: Path | None) -> None:
    """List the signatures."""
    from attendance.commands import signing
    from attendance.ledger import units
    from attendance.publish.tables import Column, Table

    with desk.read() as session:
        found = signing.compared(desk, session, period)
        tree = units.tree(session)
    columns = (
        Column("period", _("Period")),
        Column("kind", _("Kind"), detail=True),
        Column("unit", _("Unit"), wide=True),
        Column("level", _("Level")),
        Column("by", _("Signed by"), wide=True),
        Column("entry", _("Entry"), "right", "int"),
        Column("present", _("Present then"), "right", "int"),
        Column("present_now", _("now"), "right", "int"),
        Column("absent", _("TK then"), "right", "int"),
        Column("absent_now", _("now"), "right", "int"),
        Column("changed", _("Changed"), "right", "int"),
    )
    rows = []
    for each in found:
        one, (then, now) = each.one, each.sums()
        where = tree.label(one.unit) if one.unit is not None else _("the whole office")
        counts = (then[1], now[1], then[4], now[4], len(each.changed))
        rows.append((str(one.period), one.kind.value, where, one.level, one.by, one.entry, *counts))
    notes = tuple(
        _("{period}, {level}: changed since it was signed: {nips}").format(
            period=each.one.period, level=each.one.level, nips=_some(each.changed)
        )
        for each in found
        if each.changed
    )
    table = Table(_("Signed periods"), columns, tuple(rows), notes)
    show(desk, table, None, form, output)


def _some(nips: list[str]) -> str:
    """The first few of many."""
    return ", ".join(nips[:5]) + (" ..." if len(nips) > 5 else "")
