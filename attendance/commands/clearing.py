"""Clearing: what became of the people on a notice since it went up, and the prints that follow from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from attendance.commands.desk import Desk, settings
from attendance.commands.inquiry import inquire
from attendance.errors import Refused
from attendance.language import _
from attendance.ledger import journal, notices
from attendance.ledger.engine import Session
from attendance.ledger.notices import Posted, Standing
from attendance.rules import chronic, frozen
from attendance.rules.chronic import Flagged
from attendance.rules.notices import Named, Notice, Reprint, amended, never, waits
from attendance.rules.ralats import Ralat
from attendance.rules.sessions import END_OF_DAY


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of somebody on a notice. `after`: what it would say of him now, None: nothing any more.

    `open`: a roll of his has been opened again, so that nobody can say it yet. `told`: a ralat has said so already.
    """

    place: int
    standing: Standing
    unit: str
    before: Named
    after: Named | None
    open: bool
    told: bool

    @property
    def gone(self) -> bool:
        """Whether he is on no print any more."""
        return self.after is None or self.open

    @property
    def news(self) -> bool:
        """Whether a ralat has to say something of him."""
        return not self.open and not self.told and self.after != self.before


def find(session: Session, number: str) -> Posted:
    """The notice or ralat of a number. Errors: Refused where there is none."""
    wanted = " ".join(number.split())
    found = next((one for one in notices.posted(session) if one.number == wanted), None)
    if found is None:
        raise Refused(_("There is no notice {number}. See: apel board list").format(number=wanted))
    return found


def notice_of(session: Session, number: str) -> Posted:
    """The same, but no ralat."""
    found = find(session, number)
    if found.corrects:
        raise Refused(
            _("{number} is a ralat of notice {corrects}; name that one.").format(
                number=found.number, corrects=found.corrects
            )
        )
    return found


def paper(session: Session, posted: Posted) -> Notice | Ralat:
    """What was posted, under the emblem of the office."""
    found = frozen.thaw(posted.content)
    emblem = settings(session).office.emblem
    return replace(found, office=replace(found.office, emblem=emblem))


def ralats(session: Session, posted: Posted) -> list[Posted]:
    """The ralats of a notice; an older one spoke of another with its number, undone."""
    found = notices.posted(session)
    return [one for one in found if one.corrects == posted.number and one.entry > posted.entry]


def fates(desk: Desk, session: Session, posted: Posted) -> list[Fate]:
    """What became of each on a notice, under the rules and over the sessions that it was made from."""
    notice = frozen.thaw(posted.content)
    assert isinstance(notice, Notice)
    people = notices.standing(session, posted.number)
    numbers = [one.person for one in people]
    then = replace(desk, today=datetime.combine(notice.days[-1], END_OF_DAY))
    found = inquire(then, session, notice.kind, notice.period, numbers)
    judged = {one.person: chronic.judge(one, notice.limits) for one in found.histories(numbers)}
    told = _told(session, posted)
    on_it = [(group.unit, named) for group in notice.groups for named in group.people]
    made = []
    for place, (standing, (unit, before)) in enumerate(zip(people, on_it, strict=True)):
        now = judged.get(standing.person)
        open_ = now is not None and waits(now, found.silent.keys())
        after = _after(now, before, notice.rules)
        if told.get(standing.person) == 0:  # once cleared by a ralat, he comes back with a new notice only
            after = None
        figure = after.absent if after else 0
        made.append(Fate(place, standing, unit, before, after, open_, told.get(standing.person) == figure))
    return made


def _after(now: Flagged | None, before: Named, rules: Sequence[str]) -> Named | None:
    if now is None or not any(flag.rule in rules for flag in now.flags):
        return None
    return replace(before, absent=now.totals.absent, required=now.totals.required)


def _told(session: Session, posted: Posted) -> dict[int, int]:
    """What ralats say of people: the figure, 0 for who is cleared."""
    found = (notices.standing(session, one.number) for one in ralats(session, posted))
    return {one.person: one.figure for people in found for one in people}


def reprint(desk: Desk, session: Session, posted: Posted) -> Notice | Ralat:
    """The paper as it is printed now: as it was posted, but for those who are cleared and figures that were mended."""
    found = paper(session, posted)
    if isinstance(found, Ralat):
        return found
    changed = [one for one in fates(desk, session, posted) if one.gone or one.after != one.before]
    later = tuple((one.number, one.dated) for one in ralats(session, posted))
    if not changed and not later:
        return found
    gone = sum(one.gone for one in changed)
    entry = journal.head(session)[0]
    now = {one.place: None if one.gone else one.after for one in changed}
    told = Reprint(entry, gone, len(changed) - gone, never(found), later)
    return replace(amended(found, now), reprint=told)


def pending(desk: Desk, session: Session) -> Iterator[tuple[Posted, int]]:
    """Notices still on the board with people of whom a ralat has to say something, and how many they are."""
    today = desk.day(settings(session).office.zone)
    for one in notices.posted(session):
        up = not one.corrects and one.remove_on >= today and notices.retracted(session, one) is None
        count = sum(fate.news for fate in fates(desk, session, one)) if up else 0
        if count:
            yield one, count
