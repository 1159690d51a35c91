"""Posting: a notice goes up, comes down, is corrected and printed again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from attendance.commands import clearing, notice_files, notices
from attendance.commands.clearing import Fate
from attendance.commands.desk import Desk, echo, settings
from attendance.commands.inquiry import Inquiry, calendar, inquire
from attendance.commands.notices import Made
from attendance.errors import Refused
from attendance.language import _
from attendance.ledger import journal
from attendance.ledger import notices as ledger
from attendance.ledger.engine import Session
from attendance.ledger.notices import Posted, Retracted, Standing
from attendance.publish.seals import Seal
from attendance.rules import deadlines, frozen
from attendance.rules.kinds import Kind
from attendance.rules.notices import Notice, never
from attendance.rules.periods import Period
from attendance.rules.ralats import Change, Ralat

OBJECTION = "keberatan"
"""What a head answers who does not agree."""


def post(
    desk: Desk,
    period: Period,
    kind: Kind,
    number: str,
    dated: date | None,
    together: bool,
    despite: str,
    outputs: Sequence[Path],
    dry_run: bool,
) -> None:
    """Put a notice up: it is frozen as it is now, and written to files if they are named."""
    notice_files.check(outputs)
    with desk.write(keep=not dry_run) as session:
        found = inquire(desk, session, kind, period)
        made = notices.notice(desk, found, number, dated, together)
        _may(found, made)
        _objections(found, made, despite)
        for lack in notices.waiting(made.notice):
            desk.say(f"! {lack}")
        _again(desk, session, made.notice)
        people = [Standing(one.flagged.history.person, one.unit, one.named.absent) for one in made.people]
        posted = _posted(made.notice, made.notice.correct_by)
        with desk.draft(session, "board post", reason=despite, **_summary(posted, len(people))) as draft:
            ledger.post(draft, posted, people)
        if not dry_run:
            _write(desk, made.notice, posted, outputs)
    echo(
        _("Posted: {number}, {people} names, until {removal} (entry {entry}).").format(
            number=posted.number, people=len(people), removal=posted.remove_on, entry=draft.number
        )
    )


def _may(found: Inquiry, made: Made) -> None:
    """Refuse a notice that may not go up: all that it lacks at once."""
    notice = made.notice
    lacks = notices.lacks(notice)
    if notice.provisional and not notice.people:
        units = "; ".join(one.unit for one in notice.silent)
        lacks.append(
            _("It names nobody, and these units have not reported: {units}. Wait for their rolls.").format(units=units)
        )
    if notice.dated < notice.days[-1]:
        lacks.append(
            _(
                "It is dated {dated}, before the last session that it counts ({last}). Give a later date with --dated."
            ).format(dated=notice.dated, last=notice.days[-1])
        )
    taken = {one.number for one in ledger.posted(found.session)}
    if notice.number in taken:
        lacks.append(_("The number {number} is taken. See: apel board list").format(number=notice.number))
    if lacks:
        raise Refused(" ".join((_("The notice was not posted."), *lacks)))


def _objections(found: Inquiry, made: Made, despite: str) -> None:
    """Refuse while a head objects to somebody who is on the list, unless the officer gives a reason."""
    said = ledger.reviews(found.session, found.kind, found.period)
    against = [
        _("{name}, {unit}: {note} ({by})").format(
            name=one.named.name, unit=found.labels[one.unit], note=review.note or "-", by=review.by
        )
        for one in made.people
        if (review := said.get(one.flagged.history.person)) is not None and review.verdict == OBJECTION
    ]
    if against and not despite:
        raise Refused(
            _(
                "{count} objections are open: {who}. Mend the roll or file the letter, then post again; or post all the"
                " same with --despite-objections REASON"
            ).format(count=len(against), who="; ".join(against))
        )


def _again(desk: Desk, session: Session, notice: Notice) -> None:
    """Say so where another notice of this kind and period is up already."""
    for one in ledger.posted(session):
        same = not one.corrects and (one.kind, one.period) == (notice.kind, notice.period)
        if same and ledger.retracted(session, one) is None:
            desk.say(
                _("! {number} of {dated} is a notice of this period already; take one of them down.").format(
                    number=one.number, dated=one.dated
                )
            )


def _posted(paper: Notice | Ralat, correct_by: date) -> Posted:
    content = frozen.freeze(paper)
    return Posted(
        paper.number,
        paper.corrects if isinstance(paper, Ralat) else "",
        paper.kind,
        paper.period,
        paper.dated,
        correct_by,
        paper.remove_on,
        content,
        frozen.digest(content),
        0,
    )


def _summary(posted: Posted, people: int) -> dict[str, Any]:
    return {
        "number": posted.number,
        "kind": posted.kind.value,
        "period": str(posted.period),
        "people": people,
        "digest": posted.digest,
    }


def _write(desk: Desk, paper: Notice | Ralat, posted: Posted, outputs: Sequence[Path]) -> None:
    """Print from what was frozen, and from nothing else but the emblem."""
    fresh = frozen.thaw(posted.content)
    fresh = replace(fresh, office=replace(fresh.office, emblem=paper.office.emblem))
    for output in outputs:
        notice_files.save(desk, fresh, output, Seal(posted.number, posted.digest))


def again(desk: Desk, number: str, outputs: Sequence[Path]) -> None:
    """Print a paper that was posted; who was cleared since is not on it."""
    notice_files.check(outputs)
    with desk.read() as session:
        posted = clearing.find(session, number)
        paper = clearing.reprint(desk, session, posted)
        down = ledger.retracted(session, posted)
    if down is not None:
        desk.say(f"! {_already(posted, down)}")
    seal = seal_of(posted, paper)
    if not outputs:
        echo(notice_files.made(paper, ".txt", seal).decode().rstrip("\n"))
    if isinstance(paper, Notice) and paper.reprint is not None:
        desk.say(
            _("Not as it was posted: {gone} names are gone, {mended} figures are mended.").format(
                gone=paper.reprint.gone, mended=paper.reprint.mended
            )
        )
    for output in outputs:
        notice_files.save(desk, paper, output, seal)


def seal_of(posted: Posted, paper: Notice | Ralat) -> Seal:
    """The seal of a print."""
    later = paper.reprint if isinstance(paper, Notice) else None
    return Seal(posted.number, posted.digest, later.entry if later else None)


def retract(desk: Desk, number: str, reason: str, dry_run: bool) -> None:
    """Take a notice down before its day."""
    if not reason.strip():
        raise Refused(_("Say why the notice is taken down: --reason TEXT"))
    with desk.write(keep=not dry_run) as session:
        posted = clearing.find(session, number)
        before = ledger.retracted(session, posted)
        if before is not None:
            raise Refused(_already(posted, before))
        day = desk.day(settings(session).office.zone)
        with desk.draft(session, "board retract", reason=reason, number=posted.number) as draft:
            ledger.retract(draft, posted.number, day, reason)
    echo(_("Taken down: {number} (entry {entry}).").format(number=posted.number, entry=draft.number))


def _already(posted: Posted, down: Retracted) -> str:
    return _("{number} was taken down on {day} already: {reason}").format(
        number=posted.number, day=down.day, reason=down.reason
    )


def correct(desk: Desk, number: str, new: str, dated: date | None, outputs: Sequence[Path], dry_run: bool) -> None:
    """Post the ralat of a notice: who is cleared since, whose figure was mended."""
    notice_files.check(outputs)
    with desk.write(keep=not dry_run) as session:
        posted = clearing.notice_of(session, number)
        news = [one for one in clearing.fates(desk, session, posted) if one.news]
        if not news:
            raise Refused(
                _("Nobody on {number} was cleared, and no figure was mended; there is nothing to correct.").format(
                    number=posted.number
                )
            )
        ralat = _ralat(desk, session, posted, new, dated, news)
        up = _posted(ralat, ralat.remove_on)
        figures = [replace(one.standing, figure=one.after.absent if one.after else 0) for one in news]
        summary = _summary(up, len(news)) | {"corrects": posted.number}
        with desk.draft(session, "board ralat", **summary) as draft:
            ledger.post(draft, up, figures)
        if not dry_run:
            _write(desk, ralat, up, outputs)
    echo(
        _("Posted: {number}, the ralat of {corrects}, {people} names (entry {entry}).").format(
            number=up.number, corrects=posted.number, people=len(news), entry=draft.number
        )
    )


def _ralat(desk: Desk, session: Session, posted: Posted, new: str, dated: date | None, news: Sequence[Fate]) -> Ralat:
    configured = settings(session)
    notice = frozen.thaw(posted.content)
    assert isinstance(notice, Notice)
    day = dated or desk.day(configured.office.zone)
    number = " ".join(new.split())
    signatory = configured.signatories.get("board")
    if signatory is None:
        raise Refused(_("No signatory is configured (signatories.board); a notice cannot be posted without one."))
    if not number or number in {one.number for one in ledger.posted(session)}:
        raise Refused(_("The number {number} is taken. See: apel board list").format(number=number or "-"))
    if day < posted.dated:
        raise Refused(
            _("The ralat is dated {dated}, before the notice of {posted}. Give a later date with --dated.").format(
                dated=day, posted=posted.dated
            )
        )
    listed = calendar(session, Period(day, date(day.year + 1, 12, 31)))
    entry, head = journal.head(session)
    return Ralat(
        office=configured.office,
        kind=posted.kind,
        period=posted.period,
        corrects=posted.number,
        posted=posted.dated,
        never=never(notice),
        changes=tuple(Change(one.unit, one.before, one.after) for one in news),
        signatory=signatory,
        number=number,
        dated=day,
        remove_on=max(posted.remove_on, deadlines.after(listed, day, configured.board.removal_days)),
        entry=entry,
        head=head,
        paper=configured.board.paper,
    )
