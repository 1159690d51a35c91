"""apel doctor: what does not fit together, and the proof that nothing was changed unseen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from attendance.commands.desk import Desk, echo
from attendance.commands.words import Command
from attendance.language import N_, _

if TYPE_CHECKING:
    from attendance.ledger.engine import Session

SHOWN = 20
"""More cases of one sort than this are counted, not listed."""


@click.command(
    "doctor", cls=Command, help=N_("Look for what does not fit together, and prove that nothing was changed.")
)
@click.pass_obj
def command(desk: Desk) -> None:
    """Examine the ledger."""
    from attendance.commands.boarded import hints
    from attendance.commands.journal import sentence
    from attendance.ledger import journal, verifying

    with desk.read() as session:
        broken = verifying.verify(session)
        number, head = journal.head(session)
        looked = (*_warned(desk, session), *_cases(desk, session), *_checks(session))
        found = [(title, list(cases)) for title, cases in looked]
        found.append(
            (_("People on a notice who are cleared since, or whose figure was mended"), list(hints(desk, session)))
        )
    for one in broken:
        echo(sentence(one))
    if not broken:
        echo(_("Journal: {count} entries, all as they were written. Head: {head}").format(count=number, head=head[:12]))
    for title, cases in found:
        if cases:
            echo(f"\n{title} ({len(cases)})")
            for case in cases[:SHOWN]:
                echo(f"  {case}")
            if len(cases) > SHOWN:
                echo(_("  ... and {count} more").format(count=len(cases) - SHOWN))
    if not broken and not any(cases for _title, cases in found):
        echo(_("Nothing to mend."))
    if broken:
        click.get_current_context().exit(1)


def _warned(desk: Desk, session: Session) -> Iterator[tuple[str, Iterator[str]]]:
    """Letters of warning that do not rest any more on what they say."""
    from attendance.commands import warning_lists, warnings

    lost = (warning_lists.lost(*one) for one in warnings.fallen(desk, session))
    yield _("LETTERS OF WARNING THAT HAVE LOST THEIR GROUND: absences fell away after they were issued"), lost


def _cases(desk: Desk, session: Session) -> Iterator[tuple[str, Iterator[str]]]:
    """Discipline cases that do not rest any more on what they say, or have a step that could not be taken today."""
    from attendance.commands import case_hints

    yield _("DISCIPLINE CASES WHOSE COUNT HAS CHANGED since they were opened"), case_hints.shifted(desk, session)
    yield (
        _("Steps of discipline cases that the calendar of today would not allow"),
        case_hints.illegal(desk, session),
    )


def _checks(session: Session) -> Iterator[tuple[str, Iterator[str]]]:
    from attendance.ledger import checks, rolls, scans

    yield (
        _("Present, although a letter covers the day: presence counts"),
        (
            _("{nip} {name}, {day}, {kind}: recorded {code}; letter {sort} {number}").format(
                nip=one.nip,
                name=one.name,
                day=one.day,
                kind=one.kind.value,
                code=one.code,
                sort=one.sort,
                number=one.number or "-",
            )
            for one in checks.collisions(session)
        ),
    )
    yield (
        _("Marks that came after the head had signed"),
        (
            _("{nip} {name}, {day}, {kind}: {code}, entry {entry}; signed by {by} in entry {signed}").format(
                nip=one.nip,
                name=one.name,
                day=one.day,
                kind=one.kind.value,
                code=one.code,
                entry=one.entry,
                by=one.by,
                signed=one.signed,
            )
            for one in checks.after_signing(session)
        ),
    )
    yield (
        _("Marks of days on which the person belongs to no unit: they count nowhere"),
        (
            _("{nip} {name}: {count} marks, {first} to {last}").format(
                nip=one.nip, name=one.name, count=one.count, first=one.first, last=one.last
            )
            for one in checks.homeless(session)
        ),
    )
    yield (
        _("NIPs on rolls that stand on no roster"),
        (
            _("{nip}: {count} marks, {first} to {last}").format(nip=nip, count=count, first=first, last=last)
            for nip, count, first, last in rolls.parked(session)
        ),
    )
    yield _("Letters of NIPs that stand on no roster"), _unknown_letters(session)
    yield (
        _("Numbers of machines that are nobody's"),
        (
            _("{device}, PIN {pin}: {count} scans, {first} to {last}").format(
                device=one.device, pin=one.pin, count=one.count, first=one.first, last=one.last
            )
            for one in scans.parked(session)
        ),
    )
    yield (
        _("Lines of machines set apart: the clock cannot be true"),
        (": ".join((one.device, " ".join(one.line.split()), one.message)) for one in checks.quarantined(session)),
    )


def _unknown_letters(session: Session) -> Iterator[str]:
    """Letters that wait for a roster; one that was filed under a wrong NIP is voided and filed anew."""
    from attendance.ledger import letters, people

    filed = letters.filed(session)
    known = people.profiles(session, {one.person for one in filed})
    for one in filed:
        if one.person not in known:
            yield _("{nip}: {sort} {first} to {last}, number {number} in apel leave list").format(
                nip=one.letter.nip,
                sort=one.letter.sort,
                first=one.letter.first,
                last=one.letter.last,
                number=one.number,
            )
