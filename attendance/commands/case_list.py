"""apel case list: the cases, with the last step and the next."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from attendance.commands import options
from attendance.commands.desk import Desk, settings
from attendance.commands.showing import must_end, show
from attendance.commands.words import Command, option
from attendance.language import N_

if TYPE_CHECKING:
    from attendance.ledger.engine import Session
    from attendance.rules.dockets import Docket


@click.command("list", cls=Command, help=N_("The open cases, with the last step and the next."))
@option("--unit", "units", multiple=True, metavar=N_("UNIT"), help=N_("Only this unit, with all below it."))
@option("--nip", "nips", multiple=True, metavar="NIP", help=N_("Only this person; may be given again."))
@option("--all", "everything", is_flag=True, help=N_("Also those that are closed."))
@options.listing
@click.pass_obj
def command(
    desk: Desk, units: tuple[str, ...], nips: tuple[str, ...], everything: bool, form: str, output: Path | None
) -> None:
    """List the cases."""
    from attendance.commands import docket
    from attendance.publish import case_lists

    must_end(output, ".xlsx", ".csv", ".json")
    with desk.read() as session:
        found = chosen(desk, session, units, nips, everything)
        changes = docket.changes(desk, session, [one.case for one in found])
        configured = settings(session)
    shifted = [number for number, one in changes.items() if one.loud]
    until = desk.day() + timedelta(configured.discipline.due_days)
    table, document = case_lists.listed(found, until, shifted)
    show(desk, table, document, form, output, configured.office)


def chosen(
    desk: Desk, session: Session, names: tuple[str, ...] = (), nips: tuple[str, ...] = (), everything: bool = False
) -> list[Docket]:
    """The cases of some units and people, or of all; without the closed ones unless they are asked for."""
    from attendance.commands import docket
    from attendance.commands.staff import person_of
    from attendance.commands.unit import find
    from attendance.ledger import cases, units

    tree = units.tree(session)
    within = tree.within([find(tree, name) for name in names]) if names else None
    only = {person_of(session, nip) for nip in nips} if nips else None
    some = [one for one in cases.cases(session, only) if everything or not one.closed]
    found = docket.dockets(session, some, desk.day())
    return [one for one in found if within is None or one.who.unit in within]
