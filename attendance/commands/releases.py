"""Making a press edition: what is counted, what it is compared with, what was given to the press before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any

from attendance.commands.desk import Desk
from attendance.commands.inquiry import Inquiry, inquire
from attendance.commands.showing import to_json
from attendance.errors import Refused
from attendance.language import _
from attendance.ledger import journal
from attendance.ledger.engine import Session
from attendance.publish.releases import Release
from attendance.rules import periods, press
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period
from attendance.rules.press import Book, Count, Edition

ACTION = "press"


def release(desk: Desk, session: Session, kind: Kind, period: Period, small: int | None) -> Release:
    """The press edition of a period. Errors: Refused where nothing, or too little, can be said."""
    found = inquire(desk, session, kind, period)
    earlier = inquire(desk, session, kind, periods.before(period))
    least = small or found.settings.press.small
    now, then = book(found), book(earlier)
    if not now.units:
        raise Refused(_nothing(found))
    try:
        edition = press.edition(kind, period, earlier.period, now, then, found.silent, least)
    except press.TooFew:
        raise Refused(
            _("Fewer than {small} people were counted; any figure would speak of each of them.").format(small=least)
        ) from None
    named = {*(unit for row in edition.by_unit for unit in row.units), *(one.unit for one in edition.silent)}
    labels = {unit: found.labels[unit] for unit in named}
    entry, head = found.head
    signatories = found.settings.signatories
    return Release(
        edition=edition,
        labels=labels,
        office=found.settings.office,
        number="",
        dated=desk.day(found.settings.office.zone),
        signatory=signatories.get("press") or signatories.get("board"),
        contact=found.settings.press.contact,
        entry=entry,
        head=head,
        digest=sha256(to_json(figures(edition, labels)).encode()).hexdigest(),
        paper=found.settings.board.paper,
    )


def book(found: Inquiry) -> Book:
    """All that is counted of a period: nothing of a line, or a unit, that has not reported all its days."""
    made = Book()
    made.add(_counts(found))
    return made


def _counts(found: Inquiry) -> Iterator[Count]:
    silent = found.silent
    for history in found.histories():
        for day in history.scheduled():
            if day.unit is not None and day.line not in silent and day.unit not in silent:
                yield Count(history.person, day.day, day.unit, day.standing)


def _nothing(found: Inquiry) -> str:
    if found.silent:
        return _("No unit has reported all its rolls of {period} yet. Look: apel roll missing {period}").format(
            period=found.period
        )
    return _("There was no session {kind} in {period} that is over; there is nothing to say.").format(
        kind=found.kind.value, period=found.period
    )


def figures(edition: Edition, labels: dict[int, str]) -> dict[str, Any]:
    """The figures of an edition as a document, of which the digest is taken."""

    def told(one: press.Figures) -> list[int]:
        return [one.people, one.obliged, one.present, one.excused, one.absent]

    return {
        "kind": edition.kind.value,
        "period": str(edition.period),
        "units": [[[labels[unit] for unit in row.units], *told(row.figures), row.change] for row in edition.by_unit],
        "days": [[list(map(str, row.spans)), *told(row.figures)] for row in edition.by_day],
        "total": [*told(edition.total), edition.change],
        "silent": [[labels[one.unit], list(map(str, one.days))] for one in edition.silent],
    }


def lacks(made: Release) -> Iterator[str]:
    """What a release still wants."""
    if made.signatory is None:
        yield _("No signatory is configured (signatories.press or signatories.board).")
    if not made.number:
        yield _("The press release has no number yet (--number).")
    if made.edition.provisional:
        units = "; ".join(made.labels[one.unit] for one in made.edition.silent)
        yield _("PROVISIONAL: {units} have not reported; they are in no figure.").format(units=units)


def given(session: Session, made: Release) -> tuple[Release, int | None]:
    """The release as it was given to the press already, with its entry; None where it was not.

    Errors: Refused where its number stands on other figures, or one looks back to where nothing was given out.
    """
    earlier = [one for one in journal.lines(session) if one.action == ACTION and one.undone_by is None]
    for one in earlier:
        if (one.summary["number"], one.summary["digest"]) == (made.number, made.digest):
            return replace(made, entry=one.summary["read"], head=one.summary["hash"]), one.number
        if made.number and one.summary["number"] == made.number:
            raise Refused(
                _(
                    "Number {number} was given to the press with other figures (entry {entry}). Give this edition"
                    " another --number, or print the old one with: apel --as-of {entry} press ..."
                ).format(number=made.number, entry=one.number)
            )
    if session.info["as_of"] is not None:
        raise Refused(
            _("This edition was not given to the press by then. Add --draft to look at it, or leave out --as-of.")
        )
    return made, None


def near(session: Session, made: Release) -> Iterator[str]:
    """The editions of the same period beside which this one tells the figures of a few people only."""
    same = made.edition.kind.value, str(made.edition.period)
    for one in journal.lines(session):
        if one.action != ACTION or one.undone_by is not None or "people" not in one.summary:
            continue
        apart = abs(made.edition.total.people - one.summary["people"])
        if (one.summary["kind"], one.summary["period"]) == same and 0 < apart < made.edition.small:
            yield _(
                "Edition {number} (entry {entry}) counted {count} people more or fewer: whoever holds both can reckon"
                " the figures of these few. Wait until more units have reported, or leave it at that edition."
            ).format(number=one.summary["number"] or "-", entry=one.number, count=apart)


def record(desk: Desk, session: Session, made: Release) -> int:
    """Write down that these figures were given to the press; answers the entry. It records no fact but itself."""
    draft = journal.begin(session, ACTION, actor=desk.actor, at=desk.moment())
    draft.summary.update(
        {
            "kind": made.edition.kind.value,
            "period": str(made.edition.period),
            "number": made.number,
            "digest": made.digest,
            "people": made.edition.total.people,
            "read": made.entry,
            "hash": made.head,
        }
    )
    draft.seal()
    return draft.number
