"""apel flag: who is chronically absent, with the dates as evidence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from attendance.commands import options
from attendance.commands.desk import Desk
from attendance.commands.showing import must_end, show
from attendance.commands.words import Command, option
from attendance.language import N_, _
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period

if TYPE_CHECKING:
    from attendance.commands.inquiry import Inquiry


@click.command("flag", cls=Command, help=N_("Who is chronically absent in a period, with the dates as evidence."))
@options.period
@options.kind
@option("--all", "everybody", is_flag=True, help=N_("Everybody who was scheduled, flagged or not."))
@option("--explain", metavar="NIP", help=N_("One person's story, day by day, and how far the next step is."))
@options.listing
@click.pass_obj
def command(
    desk: Desk, period: Period, kind: Kind, everybody: bool, explain: str | None, form: str, output: Path | None
) -> None:
    """List the flagged."""
    from attendance.commands.inquiry import inquire
    from attendance.publish import answers, reports

    must_end(output, ".xlsx", ".csv", ".json")
    if explain is not None and (output is not None or form != "table"):
        raise click.UsageError(_("--explain is read on screen; leave out -o and --format."))
    with desk.read() as session:
        if explain is not None:
            from attendance.commands import explaining

            explaining.explain(desk, session, explain, period, kind)
            return
        found = inquire(desk, session, kind, period)
        flagged = found.judged() if everybody else found.flagged()
        document = answers.frame(kind, period, found.silent, found.labels)
        document["people"] = [answers.person(one, found.labels, found.reason) for one in flagged]
        title = _("Flagged: {kind}, {period}").format(kind=kind.value, period=period)
        notes = (*reports.provisional(found.silent, found.labels), _limits(found), *_nobody(len(flagged)))
        table = reports.chronic(flagged, title, found.labels, notes)
        office = found.settings.office
    show(desk, table, document, form, output, office)


def _nobody(count: int) -> tuple[str, ...]:
    return (_("{count} people.").format(count=count) if count else _("Nobody is flagged."),)


def _limits(found: Inquiry) -> str:
    """The rules that are on, with their limits."""
    limits = found.settings.limits
    said = [
        _("tidak-pernah: never present, absent at least {n}").format(n=limits.never_min) if limits.never_min else "",
        _("beruntun: {n} in a row").format(n=limits.run_limit) if limits.run_limit else "",
        _("jarang: under {below:.0%} of at least {n}").format(below=limits.rare_below, n=limits.rare_min)
        if limits.rare_below
        else "",
        _("sering: absent at least {n}").format(n=limits.often_limit) if limits.often_limit else "",
    ]
    return _("Rules: {rules}.").format(rules="; ".join(part for part in said if part))
