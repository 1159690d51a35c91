"""apel undo: take back what an entry did, or what a whole roll call did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from attendance.commands import options
from attendance.commands.desk import Desk, echo
from attendance.commands.words import Command, argument
from attendance.errors import Refused
from attendance.language import N_, _

if TYPE_CHECKING:
    from attendance.ledger.engine import Session
    from attendance.ledger.following import Act

CALLS = ("scan live", "roll take")
"""Roll calls, each mark of which is an entry of its own."""

GREATEST = 2**63 - 1
"""The greatest number that a database can be asked for."""


class EntriesType(click.ParamType[tuple[int, int]]):
    """An entry, or the first and last of a roll call: 17, or 17..216."""

    name = "entry"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        """The first and the last entry that a text names."""
        first, _dots, last = value.partition("..")
        numbers = [options.WHOLE.convert(part, param, ctx) for part in (first or value, *filter(None, [last]))]
        return numbers[0], numbers[-1]


@click.command(
    "undo",
    cls=Command,
    help=N_("Take back what an entry did; every answer is as without it. Of a roll call: FIRST..LAST."),
)
@argument("entry", type=EntriesType(), metavar=N_("ENTRY"))
@options.reason
@options.dry_run
@click.pass_obj
def command(desk: Desk, entry: tuple[int, int], reason: str, dry_run: bool) -> None:
    """Undo an entry."""
    from attendance.commands import case_hints

    first, last = entry
    with desk.write(keep=not dry_run) as session:
        if first == last:
            action, by = take_back(desk, session, first, reason)
            echo(_("Entry {entry} ({action}) is undone by entry {by}.").format(entry=first, action=action, by=by))
        else:
            action, count = _take_back_all(desk, session, first, last, reason)
            echo(
                _("{count} entries ({action}) from {first} to {last} are undone.").format(
                    count=count, action=action, first=first, last=last
                )
            )
        case_hints.tell(desk, session)


def take_back(desk: Desk, session: Session, entry: int, reason: str = "") -> tuple[str, int]:
    """Undo an entry; answers what act it was, and the entry that undid it. Errors: Refused."""
    from attendance.ledger import undoing

    try:
        return _undo(desk, session, _acts(session, entry, entry)[0], reason)
    except undoing.Already as already:
        raise Refused(_("Entry {entry} is undone already, by entry {by}.").format(entry=entry, by=already.by)) from None


def _take_back_all(desk: Desk, session: Session, first: int, last: int, reason: str) -> tuple[str, int]:
    """Undo the marks of a roll call, the last first; what others did between them stays. Answers how many."""
    from attendance.ledger import undoing

    acts = _acts(session, first, last)
    call = acts[0]
    if call.action not in CALLS:
        raise Refused(
            _(
                "Entry {entry} ({action}) is no mark of a roll call. Take entries back one by one: apel undo ENTRY"
            ).format(entry=first, action=call.action)
        )
    count = 0
    for act in reversed([act for act in acts if _call(act) == _call(call)]):
        try:
            _undo(desk, session, act, reason)
            count += 1
        except undoing.Already:
            continue
    return call.action, count


def _call(act: Act) -> tuple[object, ...]:
    """What the marks of one roll call have in common."""
    return act.action, act.actor, act.summary.get("day"), act.summary.get("kind")


def _acts(session: Session, first: int, last: int) -> list[Act]:
    from attendance.ledger import following

    acts = following.since(session, first - 1, last) if max(first, last) <= GREATEST else []
    if not acts or acts[0].number != first:
        raise Refused(_("There is no entry {entry}. Look it up: apel journal list").format(entry=first))
    return acts


def _undo(desk: Desk, session: Session, act: Act, reason: str) -> tuple[str, int]:
    from attendance.ledger import cases, notices, undoing

    try:
        if act.action == "board post" and (ralats := notices.resting(session, act.number)):
            raise undoing.Overtaken(ralats)
        draft = undoing.undo(session, act.number, actor=desk.actor, at=desk.moment(), reason=reason)
        if standing := cases.standing(session, draft.number):
            raise undoing.Overtaken(standing)
    except undoing.Overtaken as overtaken:
        numbers = ", ".join(map(str, overtaken.by))
        raise Refused(
            _(
                "Entry {entry} cannot be taken back yet: later entries stand on it. Undo first, in this order: {by}"
            ).format(entry=act.number, by=numbers)
        ) from None
    if draft.watch:
        from attendance.commands import signing

        signing.guard(desk, draft, reason)
    draft.summary.update({"entry": act.number, "action": act.action})
    draft.seal()
    return act.action, draft.number
