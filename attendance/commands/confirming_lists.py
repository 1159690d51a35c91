"""Confirming lists: each head gets the list of his people who are to be named, and sends it back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from attendance.commands import importing, notices
from attendance.commands.desk import Desk, echo
from attendance.commands.forms import file_name
from attendance.commands.gathering import folder
from attendance.commands.importing import Outcome
from attendance.commands.inquiry import Inquiry, inquire
from attendance.commands.showing import written
from attendance.errors import Fault, Place, Refused
from attendance.intake import reviews as reader
from attendance.intake.reviews import Returned
from attendance.language import _
from attendance.ledger import journal, people, sources, units
from attendance.ledger import notices as ledger
from attendance.ledger.engine import Session
from attendance.ledger.notices import Review
from attendance.rules.codes import Code
from attendance.rules.forms import SHORT
from attendance.rules.kinds import Kind
from attendance.rules.notices import Listed
from attendance.rules.offices import Signatory
from attendance.rules.periods import Period
from attendance.rules.reviews import Asked, ReviewId

if TYPE_CHECKING:
    from attendance.publish.review_forms import Reviewed


def give(desk: Desk, period: Period, kind: Kind, output: Path) -> None:
    """Write for each unit the list of those of its people who would be named, into a folder."""
    from attendance.publish import review_forms
    from attendance.publish.review_forms import ReviewForm

    if output.suffix:
        raise Refused(_("{name} is no folder; each unit gets a file of its own: -o FOLDER").format(name=output.name))
    with desk.read() as session:
        found = inquire(desk, session, kind, period)
        listed = notices.people_of(found)
        if not listed:
            raise Refused(
                _("Nobody is to be named for {kind} in {period}; there is nothing to confirm.").format(
                    kind=kind.value, period=period
                )
            )
        heads = units.heads(session, desk.day(found.settings.office.zone))
        office = (journal.hash_of(session, 1) or "")[:SHORT]
        used: set[str] = set()
        folder(output)
        for unit, its in _by_unit(listed).items():
            form = ReviewForm(
                office=found.settings.office,
                unit=found.labels[unit],
                kind=kind,
                period=period,
                people=tuple(map(_reviewed, its)),
                head=_head(found, heads, unit),
                made=desk.day(found.settings.office.zone),
                paper=found.settings.board.paper,
            )
            identity = _identity(found, office, unit, its)
            target = output / file_name(form.unit, f"konfirmasi {kind.value} {period}", used)
            written(desk, target, lambda path, form=form, its=identity: review_forms.workbook(form, its, path))
    echo(_("{count} lists for {people} people.").format(count=len(_by_unit(listed)), people=len(listed)))


def _by_unit(listed: tuple[Listed, ...]) -> dict[int, list[Listed]]:
    found: dict[int, list[Listed]] = {}
    for one in listed:
        found.setdefault(one.unit, []).append(one)
    return found


def _reviewed(one: Listed) -> Reviewed:
    from attendance.publish.review_forms import Reviewed

    profile, sums = one.flagged.history.profile, one.flagged.totals
    days = tuple(day.day for day in one.flagged.history.days if day.code is Code.TK)
    return Reviewed(profile.printed, profile.nip, profile.position, sums.absent, sums.required, days)


def _identity(found: Inquiry, office: str, unit: int, its: list[Listed]) -> ReviewId:
    entry, head = found.head
    asked = (
        Asked(profile.nip, profile.printed, one.flagged.totals.absent, one.flagged.totals.required)
        for one in its
        for profile in [one.flagged.history.profile]
    )
    path = " / ".join(found.tree.path(unit))
    return ReviewId(office, entry, head[:SHORT], path, found.kind, found.period, tuple(asked))


def _head(found: Inquiry, heads: Mapping[int, Signatory], unit: int) -> Signatory | None:
    """Who signs for a unit: its own head, or the next above it."""
    here: int | None = unit
    while here is not None and here not in heads:
        here = found.tree.units[here].parent
    return heads[here] if here is not None else None


@dataclass(frozen=True, slots=True)
class Sorted:
    """Answers held against what is recorded: new ones, known ones, those that contradict what was said before."""

    fresh: list[tuple[reader.Answer, Review]]
    same: list[reader.Answer]
    refused: list[Fault]


def take(desk: Desk, path: Path, *, replace: bool, skip_bad: bool, dry_run: bool, reason: str) -> Outcome:
    """Take in one list that has come back; whole, or with `skip_bad` its good rows, or nothing."""
    returned = reader.read(path)
    desk.warn(returned.reading.warnings)
    identity = returned.identity
    with desk.write(keep=not dry_run) as session:
        unit = _known(session, path, returned)
        outcome = Outcome(path.name, read=returned.reading.read, refused=list(returned.reading.refused))
        outcome.lines += _left(returned)
        sorted_ = _sort(session, returned, unit, replace)
        outcome.refused += sorted_.refused
        if outcome.refused and not skip_bad:
            importing.hold_back(outcome, (one.place for one, _review in sorted_.fresh), session)
            return outcome
        summary = {"file": path.name, "unit": identity.unit, "period": str(identity.period)}
        with desk.draft(session, "board confirm", reason=reason, **summary, signed_by=returned.signed_by) as draft:
            origins = sources.Origins(draft, {path.name: importing.digest(path)})
            rows = [(review, origins.of(answer.place)) for answer, review in sorted_.fresh]
            ledger.review(draft, identity.kind, identity.period, rows)
        outcome.taken, outcome.unchanged = len(sorted_.fresh), len(sorted_.same)
        outcome.lines += [
            _("objection: {name}: {note}").format(name=one.name, note=one.note or "-")
            for one, review in sorted_.fresh
            if review.verdict != "benar"
        ]
        outcome.entry = None if draft.empty else draft.number
    return outcome


def _known(session: Session, path: Path, returned: Returned) -> int:
    """The unit of a list. Errors: Refused where it is another office's, its unit is gone, or nobody has signed."""
    identity = returned.identity
    if identity.office != (journal.hash_of(session, 1) or "")[:SHORT]:
        raise Refused(
            _("{file}: this list for {unit} was made with another database of apel; take it in there").format(
                file=path.name, unit=identity.unit
            )
        )
    unit = units.tree(session).at(identity.unit.split(" / "))
    if unit is None:
        raise Refused(
            _("{file}: there is no unit {unit} any more; give the lists out anew").format(
                file=path.name, unit=identity.unit
            )
        )
    if not returned.signed_by:
        fault = reader.unsigned(path)
        raise Refused(f"{path.name}: {fault.message}", (fault,))
    return unit


def _left(returned: Returned) -> Iterator[str]:
    """Who is not answered for."""
    if returned.silent:
        names = ", ".join(one.name for one in returned.silent)
        yield _("not answered yet: {names}").format(names=names)


def _sort(session: Session, returned: Returned, unit: int, replace: bool) -> Sorted:
    identity = returned.identity
    numbers = people.numbers(session, {one.nip for one in returned.reading.rows})
    before = ledger.reviews(session, identity.kind, identity.period)
    sorted_ = Sorted([], [], [])
    for one in returned.reading.rows:
        person = numbers[one.nip]
        review = Review(0, person, unit, one.verdict.lower(), one.note, returned.signed_by)
        known = before.get(person)
        if known is None:
            sorted_.fresh.append((one, review))
        elif (known.verdict, known.note, known.by) == (review.verdict, review.note, review.by):
            sorted_.same.append(one)
        elif replace:
            sorted_.fresh.append((one, review))
        else:
            message = _("{by} answered {verdict} before; take the new answer with --replace")
            place = Place(one.place.file, one.place.sheet, one.place.row)
            sorted_.refused.append(Fault(place, message.format(by=known.by, verdict=known.verdict.upper())))
    return sorted_
