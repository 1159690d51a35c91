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
from attendance.commands.undo import CALLS
from attendance.commands.words import Group, argument
from attendance.errors import Refused
from attendance.language import N_, _

if TYPE_CHECKING:
    from attendance.ledger.journal import Line
    from attendance.ledger.verifying import Broken


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
            _together(group),
            _undone(group),
        )
        for group in groups
    )
    show(desk, Table(_("Journal"), columns, rows), None, form, output)


def gathered(entries: list[Line]) -> list[list[Line]]:
    """The entries, those of one roll call together, each of which is one person; what two gates wrote, side by side."""
    found: list[list[Line]] = []
    calls: dict[tuple[object, ...], list[Line]] = {}
    for one in entries:
        call = _call(one)
        if call is None:
            calls.clear()
            found.append([one])
        elif call in calls:
            calls[call].append(one)
        else:
            calls[call] = [one]
            found.append(calls[call])
    return found


def _call(one: Line) -> tuple[object, ...] | None:
    """What the entries of one roll call have in common, or those that took it back; None for all others."""
    if one.action in CALLS:
        return one.action, one.actor, one.summary["day"], one.summary["kind"], one.undone_by is None
    if one.undoes is not None and one.summary["action"] in CALLS:
        return one.action, one.actor, one.undone_by is None
    return None


def _together(group: list[Line]) -> str:
    """What the entries of a group say, in one line."""
    first, last = group[0], group[-1]
    if len(group) == 1:
        return said(first)
    words = _("{count} marks taken back: entries {first} to {last}")
    if first.action in CALLS:
        words = _("{count} marks of {day}, {kind}: entries {first} to {last}")
    about = {"day": first.summary.get("day"), "kind": first.summary.get("kind")}
    return words.format(count=len(group), first=first.number, last=last.number, **about)


def _undone(group: list[Line]) -> str | None:
    """The entry that took a group back, or the first and last of several."""
    by = sorted(one.undone_by for one in group if one.undone_by is not None)
    return "..".join(map(str, dict.fromkeys([*by[:1], *by[-1:]]))) or None


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
