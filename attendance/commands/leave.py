"""apel leave: letters of leave, sickness and duty travel."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from attendance.commands import options
from attendance.commands.desk import Desk, echo, located
from attendance.commands.showing import show
from attendance.commands.words import Group, argument, option
from attendance.errors import Place, Refused
from attendance.language import N_, _
from attendance.rules.codes import EXCUSING, Code, Leave
from attendance.rules.letters import Letter
from attendance.rules.periods import Period

SORTS = (*(code.value for code in EXCUSING), *(sort.value for sort in Leave))


@click.group("leave", cls=Group, help=N_("Letters: leave, sickness, duty travel."))
def command() -> None:
    """The letters."""


@command.command("import", help=N_("Take in a list of letters: NIP, JENIS, MULAI, SELESAI, NOMOR, ..."))
@argument("file", type=options.FILE, metavar=N_("FILE"))
@options.date_format
@options.table
@options.sent
@options.taking
@click.pass_obj
def import_(desk: Desk, /, file: Path, form: str, **words: Any) -> None:
    """Take in a list of letters."""
    from attendance.commands import letters, senders

    senders.run(desk, "letters", [file], letters.take, words, form)


@command.command("add", help=N_("File one letter."))
@argument("nip", metavar="NIP")
@argument("sort", type=options.Capitals(SORTS), metavar=N_("KIND"))
@option("--from", "first", type=options.DATE, required=True, metavar=N_("DATE"), help=N_("The first day."))
@option(
    "--to",
    "last",
    type=options.DATE,
    metavar=N_("DATE"),
    help=N_("The last day that still counts (default: the first)."),
)
@option("--number", default="", metavar=N_("TEXT"), help=N_("The number of the letter."))
@option("--dated", type=options.DATE, metavar=N_("DATE"), help=N_("The date of the letter."))
@option("--note", default="", metavar=N_("TEXT"), help=N_("A remark."))
@options.reason
@options.dry_run
@click.pass_obj
def add(
    desk: Desk,
    nip: str,
    sort: str,
    first: date,
    last: date | None,
    number: str,
    dated: date | None,
    note: str,
    reason: str,
    dry_run: bool,
) -> None:
    """File one letter."""
    from attendance.commands import case_hints, letters
    from attendance.commands.staff import number_of, person_of

    sort = sort.upper()
    code = Code(sort) if sort in EXCUSING else Code.C
    letter = Letter(number_of(nip), code, sort, first, last or first, number, dated, note, Place(""))
    if letter.last < letter.first:
        raise Refused(_("The last day {last} is before the first day {first}.").format(last=last, first=first))
    with desk.write(keep=not dry_run) as session:
        person_of(session, nip)
        sorted_ = letters.examine(session, [letter])
        if sorted_.refused:
            raise Refused(located(sorted_.refused[0]))
        desk.warn(sorted_.warnings)
        with desk.draft(session, "leave add", reason=reason, nip=letter.nip, sort=sort) as draft:
            letters.record(draft, sorted_.fresh, {})
        letters.tell_presence(desk, session, sorted_.fresh)
        case_hints.tell(desk, session)
    if not sorted_.fresh:
        echo(_("This letter is filed already; nothing was changed."))
    else:
        echo(
            _("Filed: {sort} {first} to {last} for {nip} (entry {entry}).").format(
                sort=sort, first=first, last=letter.last, nip=letter.nip, entry=draft.number
            )
        )


@command.command("void", help=N_("Take a letter back; its days mean again what they meant without it."))
@argument("number", type=options.WHOLE, metavar=N_("NUMBER"))
@options.reason
@options.dry_run
@click.pass_obj
def void(desk: Desk, number: int, reason: str, dry_run: bool) -> None:
    """Void a letter by its number in the list."""
    from attendance.commands import case_hints
    from attendance.ledger import letters

    with desk.write(keep=not dry_run) as session:
        found = next((one for one in letters.filed(session) if one.number == number), None)
        if found is None:
            raise Refused(_("There is no letter with the number {number}. See: apel leave list").format(number=number))
        letter = found.letter
        with desk.draft(session, "leave void", reason=reason, nip=letter.nip, letter=letter.number) as draft:
            letters.void(draft, [number])
        case_hints.tell(desk, session)
    echo(
        _("Taken back: {sort} {first} to {last} of {nip} (entry {entry}).").format(
            sort=letter.sort, first=letter.first, last=letter.last, nip=letter.nip, entry=draft.number
        )
    )


@command.command("list", help=N_("All letters, with their numbers."))
@option("--nip", metavar="NIP", help=N_("Only this person's."))
@option("--period", type=options.PERIOD, metavar=N_("PERIOD"), help=N_("Only those that touch this period."))
@options.listing
@click.pass_obj
def list_(desk: Desk, nip: str | None, period: Period | None, form: str, output: Path | None) -> None:
    """List the letters."""
    from attendance.commands.staff import number_of
    from attendance.ledger import letters, people
    from attendance.publish.tables import Column, Table

    with desk.read() as session:
        found = letters.filed(session, period, None if nip is None else [number_of(nip)])
        profiles = people.profiles(session, {one.person for one in found})
    columns = (
        Column("number", _("No"), "right", "int"),
        Column("nip", "NIP", sort="nip", detail=True),
        Column("name", _("Name"), wide=True),
        Column("kind", _("Kind")),
        Column("from", _("From"), sort="date"),
        Column("to", _("To"), sort="date"),
        Column("letter", _("Letter"), wide=True),
        Column("dated", _("Dated"), sort="date", detail=True),
    )
    rows = tuple(
        (
            one.number,
            one.letter.nip,
            profiles[one.person].name if one.person in profiles else "?",
            one.letter.sort,
            one.letter.first,
            one.letter.last,
            one.letter.number,
            one.letter.dated,
        )
        for one in found
    )
    show(desk, Table(_("Letters"), columns, rows), None, form, output)
