"""apel staff: the people of the office, and where they belong."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from attendance.commands import comparing, options, statuses
from attendance.commands.desk import Desk, echo
from attendance.commands.showing import must_end, show
from attendance.commands.words import Group, argument, option
from attendance.errors import Refused
from attendance.language import N_, _
from attendance.rules import nip as nips

if TYPE_CHECKING:
    from attendance.ledger.engine import Session
    from attendance.publish.tables import Table
    from attendance.rules.postings import Posting
    from attendance.rules.rosters import Profile
    from attendance.rules.units import Tree


@click.group("staff", cls=Group, help=N_("The people: rosters, postings."))
def command() -> None:
    """The people."""


command.add_command(comparing.command)
command.add_command(statuses.command)


def number_of(text: str) -> str:
    """A NIP that was typed, as 18 digits. Errors: Refused."""
    found = nips.parse(text)
    if isinstance(found, nips.Reason):
        raise Refused(_("{text} is not a NIP: a NIP has 18 digits.").format(text=text))
    return found


def person_of(session: Session, text: str) -> int:
    """The number of a known person by a typed NIP. Errors: Refused."""
    from attendance.ledger import people

    nip = number_of(text)
    known = people.numbers(session, [nip])
    if nip not in known or not people.profiles(session, known.values()):
        raise Refused(_("Nobody on the roster has the NIP {nip}. Look: apel staff list").format(nip=nips.written(nip)))
    return known[nip]


@command.command("import", help=N_("Take in a roster: it is compared with what is known before anything is written."))
@argument("file", type=options.FILE, metavar=N_("FILE"))
@option("--from", "first", type=options.DATE, metavar=N_("DATE"), help=N_("First day of what the roster says."))
@options.answer("--unit", metavar=N_("UNIT"), help=N_("The unit of rows that name none."))
@option("--end-missing", is_flag=True, help=N_("End the postings of those who are no longer on it."))
@option("--confirm", multiple=True, metavar=N_('"ROW=NIP"'), help=comparing.CONFIRM)
@options.table
@options.sent
@options.taking
@click.pass_obj
def import_(desk: Desk, /, file: Path, form: str, **words: Any) -> None:
    """Take in a roster."""
    from attendance.commands import rosters, senders

    senders.run(desk, "rosters", [file], rosters.take, words, form)


def known(session: Session, tree: Tree, day: date, unit: str | None) -> list[tuple[int, Profile, Posting | None]]:
    """Everybody with a posting on a day or, where there is none, the last one; of one unit if it is named."""
    from attendance.commands.unit import find
    from attendance.ledger import people
    from attendance.rules.postings import on

    within = tree.within([find(tree, unit)]) if unit else None
    held = people.postings(session)
    found = []
    for person, profile in people.profiles(session).items():
        postings = held.get(person, ())
        posting = on(postings, day) or next(iter(reversed(postings)), None)
        if within is None or (posting is not None and posting.unit in within):
            found.append((person, profile, posting))
    return sorted(found, key=lambda one: (one[1].name.casefold(), one[1].nip))


@command.command("list", help=N_("Everybody who is known, with the unit of today."))
@option("--unit", metavar=N_("UNIT"), help=N_("Only the people of this unit."))
@options.listing
@click.pass_obj
def list_(desk: Desk, unit: str | None, form: str, output: Path | None) -> None:
    """List the people."""
    from attendance.ledger import units

    with desk.read() as session:
        tree = units.tree(session)
        found = known(session, tree, desk.day(), unit)
    table, document = _listed(found, tree)
    on_screen = form == "table" and output is None
    show(desk, _short(found, tree) if on_screen else table, document, form, output)


def _short(found: list[tuple[int, Profile, Posting | None]], tree: Tree) -> Table:
    """What fits a screen: who he is, and where he belongs and stands."""
    from attendance.publish.tables import Column, Table

    columns = (
        Column("nip", "NIP", sort="nip"),
        Column("name", _("Name"), wide=True),
        Column("status", _("Status")),
        Column("rank", _("Rank")),
        Column("unit", _("Unit"), wide=True),
    )
    rows = []
    for _person, one, posting in found:
        unit = tree.label(posting.unit) if posting else "-"
        if posting and posting.line != posting.unit:
            unit = _("{unit} (stands in {line})").format(unit=unit, line=tree.label(posting.line))
        name = one.printed
        rows.append((one.nip, name, one.status.value, one.rank, unit))
    return Table(_("People"), columns, tuple(rows), (_("{count} people.").format(count=len(rows)),))


def _listed(found: list[tuple[int, Profile, Posting | None]], tree: Tree) -> tuple[Table, dict[str, Any]]:
    from attendance.publish.tables import Column, Table

    columns = (
        Column("nip", "NIP", sort="nip"),
        Column("name", _("Name"), wide=True),
        Column("title_before", _("Title before"), wide=True),
        Column("title_after", _("Title after"), wide=True),
        Column("status", _("Status")),
        Column("rank", _("Rank")),
        Column("position", _("Position"), wide=True),
        Column("unit", _("Unit"), wide=True),
        Column("line", _("Stands in the line of"), wide=True),
        Column("from", _("From"), sort="date"),
        Column("to", _("To"), sort="date"),
    )
    rows = []
    for _person, one, posting in found:
        unit, line = (tree.label(posting.unit), tree.label(posting.line)) if posting else ("", "")
        dates = (posting.first, posting.last) if posting else (None, None)
        titles = (one.title_before, one.title_after)
        rows.append((one.nip, one.name, *titles, one.status.value, one.rank, one.position, unit, line, *dates))
    document = {
        "people": [
            {
                column.key: cell.isoformat() if isinstance(cell, date) else cell
                for column, cell in zip(columns, row, strict=True)
            }
            for row in rows
        ]
    }
    return Table(_("People"), columns, tuple(rows)), document


@command.command("export", help=N_("Write everybody to a file that can be imported again."))
@argument("file", type=options.FILE, metavar=N_("FILE"))
@click.pass_obj
def export(desk: Desk, file: Path) -> None:
    """Write a roster."""
    must_end(file, ".xlsx", ".csv")
    from attendance.ledger import units
    from attendance.publish import files
    from attendance.publish.tables import Column, Table

    with desk.read() as session:
        tree = units.tree(session)
        found = known(session, tree, desk.day(), None)
    columns = (
        Column("nip", "NIP", sort="nip"),
        Column("name", "NAMA", wide=True),
        Column("title_before", "GELAR DEPAN"),
        Column("title_after", "GELAR BELAKANG"),
        Column("status", "STATUS"),
        Column("rank", "GOLONGAN"),
        Column("position", "JABATAN", wide=True),
        Column("unit", "UNIT KERJA", wide=True),
        Column("parent", "UNIT INDUK", wide=True),
        Column("line", "APEL DI", wide=True),
    )
    rows = tuple(
        (
            one.nip,
            one.name,
            one.title_before,
            one.title_after,
            one.status.value,
            one.rank,
            one.position,
            tree.units[posting.unit].name,
            " / ".join(tree.path(posting.unit)[:-1]),
            tree.label(posting.line) if posting.line != posting.unit else "",
        )
        for _person, one, posting in found
        if posting is not None and posting.covers(desk.day())
    )
    files.write(Table("DAFTAR PEGAWAI", columns, rows), file)
    desk.say(_("Written: {path}").format(path=file))


@command.command("cards", help=N_("Cards with a QR code to be cut out, for the roll call at the gate."))
@option(
    "-o",
    "--output",
    required=True,
    type=options.FILE,
    metavar=N_("FILE"),
    help=N_("The file to print, such as kartu.pdf."),
)
@option("--unit", metavar=N_("UNIT"), help=N_("Only the people of this unit."))
@option("--nip", "only", multiple=True, metavar="NIP", help=N_("Only this person; may be given again."))
@option("--sheet", "paper", type=click.Choice(["A4", "F4"]), default="A4", help=N_("The paper (default: A4)."))
@click.pass_obj
def cards(desk: Desk, output: Path, unit: str | None, only: tuple[str, ...], paper: str) -> None:
    """Print cards."""
    from attendance.commands import cards

    cards.run(desk, output, unit, only, paper)


@command.command("show", help=N_("One person: what is known, and where he belonged when."))
@argument("nip", metavar="NIP")
@click.pass_obj
def show_(desk: Desk, nip: str) -> None:
    """Show a person."""
    from attendance.commands import warning_lists
    from attendance.ledger import exemptions, letters, people, units, warnings
    from attendance.publish.formats import short_day

    with desk.read() as session:
        person = person_of(session, nip)
        tree = units.tree(session)
        one = people.profiles(session, [person])[person]
        held = people.postings(session, people=[person]).get(person, ())
        granted = [found.exemption for found in exemptions.granted(session) if found.person == person]
        filed = letters.filed(session, nips=[one.nip])
        warned = warnings.issued(session, person=person)
        changed = list(statuses.told(session, person))
    echo(one.printed)
    echo(f"NIP {nips.written(one.nip)}   {one.status.value}   {one.rank}")
    echo(one.position) if one.position else None
    for said in changed:
        echo(f"  {said}")
    for posting in held:
        line = _(", stands in the line of {line}").format(line=tree.label(posting.line))
        span = _span(posting.first, posting.last, short_day)
        echo(f"  {span}: {tree.label(posting.unit)}{line if posting.line != posting.unit else ''}")
    for exemption in granted:
        kinds = ", ".join(sorted(exemption.kinds))
        span = _span(exemption.first, exemption.last, short_day)
        echo(_("  {span}: exempt from {kinds} ({reason})").format(span=span, kinds=kinds, reason=exemption.reason))
    for found in filed:
        span = _span(found.letter.first, found.letter.last, short_day)
        echo(
            _("  {span}: letter {sort} {number}").format(span=span, sort=found.letter.sort, number=found.letter.number)
        )
    for issued in warned:
        echo(f"  {warning_lists.line(issued)}")


def _span(first: date, last: date | None, written: Any) -> str:
    return _("{first} to {last}").format(first=written(first), last=written(last) if last else _("now"))


@command.command("move", help=N_("Another unit, or another line, from a day on."))
@argument("nip", metavar="NIP")
@argument("unit", metavar=N_("UNIT"))
@option("--from", "first", type=options.DATE, required=True, metavar=N_("DATE"), help=N_("First day in the new unit."))
@option("--line", metavar=N_("UNIT"), help=N_("The unit in whose line he stands, if it is another."))
@options.reason
@options.dry_run
@click.pass_obj
def move(desk: Desk, nip: str, unit: str, first: date, line: str | None, reason: str, dry_run: bool) -> None:
    """Move a person."""
    from attendance.commands.unit import find
    from attendance.ledger import people, units
    from attendance.rules.postings import moved, on

    with desk.write(keep=not dry_run) as session:
        tree = units.tree(session)
        person = person_of(session, nip)
        target = find(tree, unit)
        stands = find(tree, line) if line else target
        held = people.postings(session, people=[person]).get(person, ())
        appointed = nips.appointed(number_of(nip))
        if appointed is not None and first < appointed:
            raise Refused(
                _("{nip} was appointed in {month}; nobody belongs to a unit before that.").format(
                    nip=nip, month=f"{appointed:%Y-%m}"
                )
            )
        now = on(held, first)
        there = now is not None and (now.unit, now.line) == (target, stands)
        plan = list(held) if there else moved(held, target, stands, first)
        with desk.draft(session, "staff move", reason=reason, nip=number_of(nip), unit=tree.label(target)) as draft:
            people.replace_postings(draft, {person: plan}, {person: reason}, {})
    if draft.empty:
        echo(_("{nip} belongs there already; nothing was changed.").format(nip=nip))
    else:
        echo(
            _("{nip} belongs to {unit} from {first} on (entry {entry}).").format(
                nip=nip, unit=tree.label(target), first=first, entry=draft.number
            )
        )


@command.command("end", help=N_("Retired, moved away, died: belongs to no unit from a day on."))
@argument("nip", metavar="NIP")
@option(
    "--from", "first", type=options.DATE, required=True, metavar=N_("DATE"), help=N_("First day that no longer counts.")
)
@option("--reason", required=True, metavar=N_("TEXT"), help=N_("Why; kept in the journal."))
@options.dry_run
@click.pass_obj
def end(desk: Desk, nip: str, first: date, reason: str, dry_run: bool) -> None:
    """End a person's postings."""
    from attendance.commands import case_hints
    from attendance.ledger import people
    from attendance.rules.postings import ended

    with desk.write(keep=not dry_run) as session:
        person = person_of(session, nip)
        held = people.postings(session, people=[person]).get(person, ())
        with desk.draft(session, "staff end", reason=reason, nip=number_of(nip), first=str(first)) as draft:
            people.replace_postings(draft, {person: ended(held, first)}, {person: reason}, {})
        case_hints.tell(desk, session)
    if draft.empty:
        echo(_("{nip} belongs nowhere from {first} on already; nothing was changed.").format(nip=nip, first=first))
    else:
        echo(
            _("{nip} belongs to no unit from {first} on (entry {entry}).").format(
                nip=nip, first=first, entry=draft.number
            )
        )
