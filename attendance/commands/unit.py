"""apel unit: the units of the office, and those who sign for them."""

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

if TYPE_CHECKING:
    from attendance.rules.units import Tree


@click.group("unit", cls=Group, help=N_("The units and those who sign for them."))
def command() -> None:
    """The units."""


def find(tree: Tree, text: str) -> int:
    """The one unit that a typed text means. Errors: Refused where it means none or several, with what is near."""
    from difflib import get_close_matches

    found = tree.find(text)
    if len(found) == 1:
        return found[0]
    if found:
        paths = "; ".join(" / ".join(tree.path(unit)) for unit in found)
        raise Refused(_("{text} is the name of several units. Write which one: {paths}").format(text=text, paths=paths))
    names = {unit.name.casefold(): unit.name for unit in tree.units.values() if unit.id not in tree.gone}
    near = [names[name] for name in get_close_matches(text.casefold(), names, 3)]
    hint = _(" Did you mean {near}?").format(near=", ".join(near)) if near else ""
    raise Refused(_("There is no unit {text}. See: apel unit list.").format(text=text) + hint)


@command.command("list", help=N_("All units, with their people and heads."))
@options.listing
@click.pass_obj
def list_(desk: Desk, form: str, output: Path | None) -> None:
    """List the units."""
    from attendance.ledger import people, units
    from attendance.publish.tables import Column, Table
    from attendance.rules.periods import Period

    with desk.read() as session:
        day = desk.day()
        tree = units.tree(session)
        known = people.profiles(session)
        here: dict[int, int] = {}
        lines: dict[int, int] = {}
        for person, held in people.postings(session, Period(day, day)).items():
            for posting in held if person in known else ():
                here[posting.unit] = here.get(posting.unit, 0) + 1
                lines[posting.line] = lines.get(posting.line, 0) + 1
        heads = units.heads(session, day)
        listed = sorted(units.established(session) | here.keys() | lines.keys(), key=lambda unit: tree.path(unit))
    columns = (
        Column("unit", _("Unit"), wide=True),
        Column("people", _("People"), "right", "int"),
        Column("line", _("In its line"), "right", "int"),
        Column("head", _("Head"), wide=True),
    )
    rows = tuple(
        (
            " / ".join(tree.path(unit)),
            here.get(unit, 0),
            lines.get(unit, 0),
            heads[unit].name if unit in heads else "",
        )
        for unit in listed
    )
    totals = (_("Total"), sum(here.values()), sum(lines.values()), "")
    show(desk, Table(_("Units"), columns, rows, totals=totals if rows else None), None, form, output)


@command.command("add", help=N_("Add a unit, below another where --parent names one."))
@argument("name", metavar=N_("NAME"))
@option("--parent", metavar=N_("UNIT"), help=N_("The unit above it."))
@options.dry_run
@click.pass_obj
def add(desk: Desk, name: str, parent: str | None, dry_run: bool) -> None:
    """Add a unit."""
    from attendance.ledger import units

    parts = tuple(part.strip() for part in name.split(" / "))
    if not all(parts):
        raise Refused(_("A unit needs a name."))
    with desk.write(keep=not dry_run) as session:
        tree = units.tree(session)
        path = (*(tree.path(find(tree, parent)) if parent else ()), *parts)
        known = tree.at(path) in units.established(session)
        with desk.draft(session, "unit add", unit=" / ".join(path)) as draft:
            units.meet(draft, [path])
    label = " / ".join(path)
    echo((_("{unit} is known already.") if known else _("Added: {unit}")).format(unit=label))


@command.command("head", help=N_("Say who signs for a unit."))
@argument("unit", metavar=N_("UNIT"))
@option("--name", required=True, metavar=N_("NAME"), help=N_("The head's name, with titles."))
@option("--position", default="", metavar=N_("TEXT"), help=N_("The position, as it stands above the signature."))
@option("--rank", default="", metavar=N_("TEXT"), help=N_("The rank (pangkat)."))
@option("--nip", default="", metavar="NIP", help=N_("The head's NIP."))
@option("--capacity", default="", metavar=N_("TEXT"), help=N_("a.n., u.b., Plt. or Plh., where he signs so."))
@option("--from", "first", type=options.DATE, metavar=N_("DATE"), help=N_("From this day (default: always)."))
@options.dry_run
@click.pass_obj
def head(
    desk: Desk,
    unit: str,
    name: str,
    position: str,
    rank: str,
    nip: str,
    capacity: str,
    first: date | None,
    dry_run: bool,
) -> None:
    """Say who signs."""
    from attendance.commands.staff import number_of
    from attendance.ledger import units
    from attendance.rules.offices import Signatory

    with desk.write(keep=not dry_run) as session:
        tree = units.tree(session)
        found = find(tree, unit)
        if not name.strip():
            raise Refused(_("Who signs needs a name."))
        signs = Signatory(name.strip(), position, rank, number_of(nip) if nip else "", capacity)
        begins = first or date.min
        known = units.heads(session, begins).get(found) == signs
        if not known:
            with desk.draft(session, "unit head", unit=tree.label(found), name=signs.name) as draft:
                units.set_head(draft, found, signs, begins)
    words = _("{name} signs for {unit} already; nothing was changed.") if known else _("{name} signs for {unit}.")
    echo(words.format(name=signs.name, unit=tree.label(found)))
