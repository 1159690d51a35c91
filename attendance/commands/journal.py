"""apel journal: who recorded what, when, from which file; and the proof that nothing was changed since."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from attendance.commands import options
from attendance.commands.desk import Desk, echo, settings
from attendance.commands.nouns import noun, phrase
from attendance.commands.showing import show, to_json
from attendance.commands.words import Group, argument
from attendance.errors import Refused
from attendance.language import N_, _

if TYPE_CHECKING:
    from attendance.ledger.journal import Line
    from attendance.ledger.verifying import Broken

SITTINGS = ("scan live", "roll take")
"""Roll calls: each mark is an entry of its own, so that each can be undone by itself."""


@click.group("journal", cls=Group, help=N_("Who recorded what, when, from which file; and the proof."))
def command() -> None:
    """The journal."""


@command.command("list", help=N_("All entries, in order."))
@options.listing
@click.pass_obj
def list_(desk: Desk, form: str, output: Path | None) -> None:
    """List the entries."""
    from attendance.ledger import journal
    from attendance.publish.tables import Column, Table

    with desk.read() as session:
        zone = _zone(session)
        entries = journal.lines(session)
    columns = (
        Column("entry", _("No"), "right", "int"),
        Column("at", _("Time")),
        Column("actor", _("By")),
        Column("action", _("Act")),
        Column("said", _("What"), wide=True),
        Column("undone_by", _("Undone by"), "right", "text"),
    )
    groups = gathered(entries) if form == "table" and output is None else [[one] for one in entries]
    rows = tuple(
        (
            group[-1].number,
            f"{group[-1].at.astimezone(zone):%Y-%m-%d %H:%M}",
            group[0].actor,
            group[0].action,
            said(group[0]) if len(group) == 1 else _sitting(group),
            group[0].undone_by,
        )
        for group in groups
    )
    show(desk, Table(_("Journal"), columns, rows), None, form, output)


def gathered(entries: list[Line]) -> list[list[Line]]:
    """The entries, those of one sitting at a gate together: each of them is one person, and none is undone."""
    found: list[list[Line]] = []
    for one in entries:
        if found and one.action in SITTINGS and _sits(one) == _sits(found[-1][-1]):
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _sits(one: Line) -> tuple[object, ...]:
    """What the entries of one sitting have in common."""
    return one.action, one.actor, one.summary.get("day"), one.summary.get("kind"), one.undone_by


def _sitting(group: list[Line]) -> str:
    first = group[0]
    words = _("{count} marks of {day}, {kind}: entries {first} to {last}")
    numbers = {"first": first.number, "last": group[-1].number}
    return words.format(count=len(group), day=first.summary["day"], kind=first.summary["kind"], **numbers)


def said(one: Line) -> str:
    """What an entry says of itself, in one line."""
    words = [f"{noun(key)}: {phrase(value)}" for key, value in one.summary.items()]
    return "; ".join([*words, *([one.reason] if one.reason else [])])


def _zone(session: Any) -> ZoneInfo:
    from attendance.settings import ZONES

    return ZoneInfo(ZONES[settings(session).office.zone])


@command.command("show", help=N_("One entry, whole."))
@argument("entry", type=options.WHOLE, metavar=N_("ENTRY"))
@click.pass_obj
def show_(desk: Desk, entry: int) -> None:
    """Show an entry."""
    from attendance.ledger import journal, verifying

    with desk.read() as session:
        zone = _zone(session)
        found = journal.lines(session, [entry])
        if not found:
            raise Refused(_("There is no entry {entry}. Look it up: apel journal list").format(entry=entry))
        written = verifying.written(session, entry)
    one = found[0]
    echo(_("Entry {number}: {action}, by {actor}").format(number=one.number, action=one.action, actor=one.actor))
    echo(_("Time: {at}").format(at=f"{one.at.astimezone(zone):%Y-%m-%d %H:%M:%S}"))
    for key, value in one.summary.items():
        echo(f"{noun(key)}: {phrase(value)}")
    if one.reason:
        echo(_("Reason: {reason}").format(reason=one.reason))
    for table, recorded, voided in written:
        words = _("{table}: recorded {recorded}, voided {voided}")
        echo(words.format(table=noun(table), recorded=recorded, voided=voided))
    if one.undone_by:
        echo(_("Undone by entry {by}").format(by=one.undone_by))
    echo(_("Hash: {hash}").format(hash=one.hash))


@command.command("verify", help=N_("Recompute everything, and name the first row that was changed unseen."))
@options.result
@click.pass_obj
def verify(desk: Desk, form: str) -> None:
    """Verify the journal."""
    from attendance.ledger import journal, verifying

    with desk.read() as session:
        broken = verifying.verify(session)
        number, head = journal.head(session)
    if form == "json":
        click.echo(to_json({"entries": number, "head": head, "faults": [_fault(one) for one in broken]}))
    else:
        for one in broken:
            echo(sentence(one))
        if not broken:
            echo(_("{count} entries, all as they were written. Head: {head}").format(count=number, head=head))
    if broken:
        click.get_current_context().exit(1)


def _fault(one: Broken) -> dict[str, Any]:
    return {"entry": one.entry, "table": one.table, "row": dict(one.row), "message": sentence(one)}


def sentence(one: Broken) -> str:
    """What is wrong, in words."""
    row = ", ".join(f"{name} {value}" for name, value in one.row)
    words = {
        "chain": _("Entry {entry}: the chain is broken here; an entry before it was changed or taken out."),
        "entry": _("Entry {entry}: its own words were changed after it was written."),
        "row": _("Entry {entry}: a row of {table} was changed after it was written ({row})."),
        "missing": _("Entry {entry}: a row of {table} was deleted ({row})."),
        "extra": _("Entry {entry}: a row of {table} was added behind its back ({row})."),
        "void": _("Entry {entry}: rows of {table} were taken back, or brought back, behind its back ({row})."),
    }
    return words[one.what].format(entry=one.entry, table=noun(one.table), row=row or _("which one cannot be said"))
