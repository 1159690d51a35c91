"""apel undo: take back what an entry did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from attendance.commands import options
from attendance.commands.desk import Desk, echo
from attendance.commands.words import Command, argument
from attendance.errors import Refused
from attendance.language import N_, _

if TYPE_CHECKING:
    from attendance.ledger.engine import Session


@click.command("undo", cls=Command, help=N_("Take back what an entry did; every answer is as without it."))
@argument("entry", type=options.WHOLE, metavar=N_("ENTRY"))
@options.reason
@options.dry_run
@click.pass_obj
def command(desk: Desk, entry: int, reason: str, dry_run: bool) -> None:
    """Undo an entry."""
    with desk.write(keep=not dry_run) as session:
        action, by = take_back(desk, session, entry, reason)
        echo(_("Entry {entry} ({action}) is undone by entry {by}.").format(entry=entry, action=action, by=by))


def take_back(desk: Desk, session: Session, entry: int, reason: str = "") -> tuple[str, int]:
    """Undo an entry; answers what act it was, and the entry that undid it. Errors: Refused."""
    from attendance.ledger import journal, undoing

    told = journal.lines(session, [entry])
    if not told:
        raise Refused(_("There is no entry {entry}. Look it up: apel journal list").format(entry=entry))
    try:
        draft = undoing.undo(session, entry, actor=desk.actor, at=desk.moment(), reason=reason)
    except undoing.Already as already:
        raise Refused(_("Entry {entry} is undone already, by entry {by}.").format(entry=entry, by=already.by)) from None
    except undoing.Overtaken as overtaken:
        numbers = ", ".join(map(str, overtaken.by))
        raise Refused(
            _(
                "Entry {entry} cannot be taken back yet: later entries stand on it. Undo first, in this order: {by}"
            ).format(entry=entry, by=numbers)
        ) from None
    draft.summary.update({"entry": entry, "action": told[0].action})
    draft.seal()
    return told[0].action, draft.number
