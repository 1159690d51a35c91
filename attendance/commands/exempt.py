"""apel exempt: people and units who need not stand."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from attendance.commands import options
from attendance.commands.desk import Desk, echo
from attendance.commands.showing import show
from attendance.commands.words import Group, argument, option
from attendance.errors import Refused
from attendance.language import N_, _
from attendance.rules.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attendance.ledger.exemptions import Granted
    from attendance.rules.rosters import Profile
    from attendance.rules.units import Tree


@click.group("exempt", cls=Group, help=N_("People and units who need not stand."))
def command() -> None:
    """The exemptions."""


@command.command("add", help=N_("Exempt a person or a unit from some kinds of session."))
@option("--nip", metavar="NIP", help=N_("The person."))
@option("--unit", metavar=N_("UNIT"), help=N_("The unit, with all below it."))
@option("--kind", "kinds", type=options.KIND, multiple=True, required=True, help=N_("A kind; may be given again."))
@option("--from", "first", type=options.DATE, required=True, metavar=N_("DATE"), help=N_("The first day."))
@option("--to", "last", type=options.DATE, metavar=N_("DATE"), help=N_("The last day that still counts."))
@option("--reason", required=True, metavar=N_("TEXT"), help=N_("Why: shift work, protocol, ..."))
@option("--document", default="", metavar=N_("NUMBER"), help=N_("The letter that says so."))
@options.dry_run
@click.pass_obj
def add(
    desk: Desk,
    nip: str | None,
    unit: str | None,
    kinds: tuple[Kind, ...],
    first: date,
    last: date | None,
    reason: str,
    document: str,
    dry_run: bool,
) -> None:
    """Grant an exemption."""
    from attendance.commands import case_hints
    from attendance.commands.staff import person_of
    from attendance.commands.unit import find
    from attendance.ledger import exemptions, units
    from attendance.rules.postings import Exemption

    if (nip is None) == (unit is None):
        raise click.UsageError(_("Name either a person (--nip) or a unit (--unit)."))
    if last is not None and last < first:
        raise Refused(_("The last day {last} is before the first day {first}.").format(last=last, first=first))
    with desk.write(keep=not dry_run) as session:
        person = person_of(session, nip) if nip else None
        place = find(units.tree(session), unit) if unit else None
        one = Exemption(frozenset(kinds), first, last, reason, document)
        with desk.draft(session, "exempt add", reason=reason, who=nip or unit, kinds=sorted(kinds)) as draft:
            new = exemptions.grant(draft, one, person, place)
        case_hints.tell(desk, session)
    who = nip or unit
    if new:
        echo(
            _("{who} need not stand for {kinds} from {first} on (entry {entry}).").format(
                who=who, kinds=", ".join(sorted(kinds)), first=first, entry=draft.number
            )
        )
    else:
        echo(_("This exemption is recorded already; nothing was changed."))


@command.command("end", help=N_("End an exemption; its number is in the list."))
@argument("number", type=options.WHOLE, metavar=N_("NUMBER"))
@option(
    "--from", "first", type=options.DATE, required=True, metavar=N_("DATE"), help=N_("First day that counts again.")
)
@options.reason
@options.dry_run
@click.pass_obj
def end(desk: Desk, number: int, first: date, reason: str, dry_run: bool) -> None:
    """End an exemption."""
    from attendance.ledger import exemptions

    with desk.write(keep=not dry_run) as session:
        found = next((one for one in exemptions.granted(session) if one.number == number), None)
        if found is None:
            raise Refused(_("There is no exemption {number}. See: apel exempt list").format(number=number))
        if found.exemption.last is not None and found.exemption.last < first:
            raise Refused(
                _("Exemption {number} ended on {last} already.").format(number=number, last=found.exemption.last)
            )
        with desk.draft(session, "exempt end", reason=reason, number=number, first=str(first)) as draft:
            exemptions.end(draft, found, first)
    echo(
        _("Exemption {number} no longer holds from {first} on (entry {entry}).").format(
            number=number, first=first, entry=draft.number
        )
    )


@command.command("list", help=N_("All exemptions, with their numbers."))
@options.listing
@click.pass_obj
def list_(desk: Desk, form: str, output: Path | None) -> None:
    """List the exemptions."""
    from attendance.ledger import exemptions, people, units
    from attendance.publish.tables import Column, Table

    with desk.read() as session:
        tree = units.tree(session)
        found = exemptions.granted(session)
        profiles = people.profiles(session, {one.person for one in found if one.person is not None})
    columns = (
        Column("number", _("No"), "right", "int"),
        Column("nip", "NIP", sort="nip", detail=True),
        Column("who", _("Who"), wide=True),
        Column("kinds", _("Kinds"), wide=True),
        Column("from", _("From"), sort="date"),
        Column("to", _("To"), sort="date"),
        Column("reason", _("Reason"), wide=True),
        Column("document", _("Document"), wide=True, detail=True),
    )
    rows = tuple(
        (
            one.number,
            *_who(tree, profiles, one),
            tuple(sorted(one.exemption.kinds)),
            one.exemption.first,
            one.exemption.last,
            one.exemption.reason,
            one.exemption.document,
        )
        for one in found
    )
    show(desk, Table(_("Exemptions"), columns, rows), None, form, output)


def _who(tree: Tree, profiles: Mapping[int, Profile], one: Granted) -> tuple[str, str]:
    """The NIP and the name of the person, or the unit."""
    if one.unit is not None:
        return "", tree.label(one.unit)
    profile = profiles.get(one.person or 0)
    return (profile.nip, profile.name) if profile else ("", "?")
