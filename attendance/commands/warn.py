"""apel warn: letters of warning (surat peringatan) by the office's own ladder."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from attendance.commands import options
from attendance.commands.desk import Desk, echo
from attendance.commands.showing import must_end, show
from attendance.commands.words import Group, argument, option
from attendance.errors import Refused
from attendance.language import N_, _
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period

if TYPE_CHECKING:
    from attendance.commands.warnings import Proposal
    from attendance.ledger.engine import Session

of_unit = option("--unit", "units", multiple=True, metavar=N_("UNIT"), help=N_("Only this unit, with all below it."))
of_person = option("--nip", "nips", multiple=True, metavar="NIP", help=N_("Only this person; may be given again."))
template = option("--template", type=options.FILE, metavar=N_("FILE"), help=N_("Your own template (.docx)."))


@click.group("warn", cls=Group, help=N_("Letters of warning (surat peringatan), by the office's own ladder."))
def command() -> None:
    """The warnings."""


def _proposal(
    desk: Desk,
    session: Session,
    kind: Kind,
    period: Period,
    names: tuple[str, ...],
    nips: tuple[str, ...],
    day: date | None = None,
) -> Proposal:
    from attendance.commands import warnings
    from attendance.commands.staff import person_of
    from attendance.commands.unit import find
    from attendance.ledger import units

    tree = units.tree(session)
    within = tree.within([find(tree, name) for name in names]) if names else None
    only = {person_of(session, nip) for nip in nips} if nips else None
    return warnings.propose(desk, session, kind, period, within, only, day)


@command.command("propose", help=N_("Who is due for which step and why, who is one short of it; nothing is written."))
@options.period
@options.kind
@of_unit
@of_person
@options.listing
@click.pass_obj
def propose(
    desk: Desk,
    period: Period,
    kind: Kind,
    units: tuple[str, ...],
    nips: tuple[str, ...],
    form: str,
    output: Path | None,
) -> None:
    """Propose warnings."""
    from attendance.commands import warning_lists

    must_end(output, ".xlsx", ".csv", ".json")
    with desk.read() as session:
        proposal = _proposal(desk, session, kind, period, units, nips)
        table, document = warning_lists.proposal(proposal)
    show(desk, table, document, form, output, proposal.found.settings.office)


@command.command("issue", help=N_("Write the letters that are due, and remember them; an undo takes them back."))
@options.period
@options.kind
@of_unit
@of_person
@option(
    "-o",
    "--output",
    type=options.FILE,
    required=True,
    metavar=N_("FOLDER|FILE"),
    help=N_("A folder for a file a person, or one .docx for all letters."),
)
@option("--per-unit", is_flag=True, help=N_("Into the folder: one file a unit."))
@option("--dated", type=options.DATE, metavar=N_("DATE"), help=N_("The date of the letters (default: today)."))
@option("--number", metavar=N_("TEXT"), help=N_("The number, or its pattern: {n} runs, {bulan} and {tahun} follow."))
@option("--start", type=options.COUNT, metavar=N_("NUMBER"), help=N_("The first {n} (default: after the last)."))
@template
@options.reason
@options.dry_run
@click.pass_obj
def issue(
    desk: Desk,
    period: Period,
    kind: Kind,
    units: tuple[str, ...],
    nips: tuple[str, ...],
    output: Path,
    per_unit: bool,
    dated: date | None,
    number: str | None,
    start: int | None,
    template: Path | None,
    reason: str,
    dry_run: bool,
) -> None:
    """Issue warnings."""
    from attendance.commands import warning_letters, warning_lists
    from attendance.ledger import journal, warnings

    _must_be_word(output)
    with desk.write(keep=not dry_run) as session:
        proposal = _proposal(desk, session, kind, period, units, nips, dated)
        made = warning_letters.letters(desk, proposal, dated, number, start)
        numbers = [one.issued.number for one in made]
        with desk.draft(session, "warn issue", reason=reason, period=str(period), number=numbers) as draft:
            warnings.record(draft, [one.issued for one in made])
        head = journal.head(session)
        own = str(template) if template else ""
        files = [
            (path, warning_letters.written(proposal.found, some, head, own))
            for path, some in warning_letters.groups([one.letter for one in made], output, per_unit)
            if some
        ]
        if not dry_run:
            warning_letters.put(files)
    for line in warning_lists.outcome(proposal, made, None if draft.empty else draft.number):
        echo(line)
    for path, _content in [] if dry_run else files:
        desk.say(_("Written: {path}").format(path=path))


def _must_be_word(output: Path) -> None:
    """A folder, or a document of Word; the ending of another document is a file that cannot be written."""
    if output.suffix.lower() in (".doc", ".pdf", ".odt", ".rtf", ".txt", ".xlsx", ".html") and not output.is_dir():
        must_end(output, ".docx")


@command.command("list", help=N_("The warnings that were issued, person by person."))
@of_person
@options.listing
@click.pass_obj
def list_(desk: Desk, nips: tuple[str, ...], form: str, output: Path | None) -> None:
    """List the warnings."""
    from attendance.commands import warning_lists
    from attendance.commands.staff import person_of

    must_end(output, ".xlsx", ".csv", ".json")
    with desk.read() as session:
        only = {person_of(session, nip) for nip in nips} if nips else None
        table = warning_lists.issued(desk, session, only)
    show(desk, table, None, form, output)


@command.command("print", help=N_("The letter of a warning once more, as it was issued."))
@argument("number", metavar=N_("NUMBER"))
@option("-o", "--output", type=options.FILE, required=True, metavar=N_("FILE"), help=N_("The document (.docx)."))
@template
@click.pass_obj
def print_(desk: Desk, number: str, output: Path, template: Path | None) -> None:
    """Print a warning again."""
    from attendance.commands import warning_letters
    from attendance.commands.inquiry import inquire
    from attendance.commands.showing import written
    from attendance.ledger import journal
    from attendance.publish import atomic

    must_end(output, ".docx")
    with desk.read() as session:
        entry = _issued(session, number).entry
        session.info["as_of"] = entry
        one = _issued(session, number)
        found = inquire(desk, session, one.kind, Period(one.first, one.last), [one.person])
        letter = warning_letters.again(session, one, found)
        head = journal.head(session)
        content = warning_letters.written(found, [letter], head, str(template) if template else "")
    written(desk, output, lambda path: atomic.write(path, content))


@command.command("void", help=N_("Take a warning back; its absences may count again."))
@argument("number", metavar=N_("NUMBER"))
@option("--reason", required=True, metavar=N_("TEXT"), help=N_("Why; kept in the journal."))
@options.dry_run
@click.pass_obj
def void(desk: Desk, number: str, reason: str, dry_run: bool) -> None:
    """Void a warning."""
    from attendance.ledger import people, warnings

    with desk.write(keep=not dry_run) as session:
        one = _issued(session, number)
        profile = people.profiles(session, [one.person])[one.person]
        with desk.draft(session, "warn void", reason=reason, number=number, nip=profile.nip) as draft:
            warnings.void(draft, number)
    echo(
        _("Taken back: {number} to {name} (entry {entry}).").format(
            number=number, name=profile.printed, entry=draft.number
        )
    )


def _issued(session: Session, number: str) -> Any:
    from attendance.ledger import warnings

    found = next((one for one in warnings.issued(session) if one.number == number.strip()), None)
    if found is None:
        raise Refused(_("There is no letter of warning {number}. See: apel warn list").format(number=number))
    return found
