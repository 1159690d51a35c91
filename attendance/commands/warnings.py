"""Warnings: who stands where on the office's ladder, and on what the issued ones rest still."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from attendance.commands.desk import Desk, settings
from attendance.commands.inquiry import Inquiry, inquire
from attendance.errors import Refused
from attendance.language import _
from attendance.ledger import people, warnings
from attendance.ledger.engine import Session
from attendance.rules import ladders
from attendance.rules.kinds import Kind
from attendance.rules.ladders import ROMAN, Fallen, Issued, Ladder, Standing, State
from attendance.rules.periods import Period
from attendance.settings import Chronic, Settings


@dataclass(frozen=True, slots=True)
class Proposal:
    """The ladder over a period: the inquiry of it, and everybody of whom there is something to say."""

    found: Inquiry
    ladder: Ladder
    standings: tuple[Standing, ...]

    def of(self, state: State) -> tuple[Standing, ...]:
        """Those in one state."""
        return tuple(one for one in self.standings if one.state is state)


def propose(
    desk: Desk,
    session: Session,
    kind: Kind,
    period: Period,
    units: Collection[int] | None = None,
    only: Collection[int] | None = None,
    day: date | None = None,
) -> Proposal:
    """Where everybody stands on the ladder on a day; of some units or people where they are named."""
    if kind is Kind.KERJA:
        raise Refused(
            _(
                "The ladder of warnings is for assemblies. Days of work without reason are a matter of the discipline "
                "law (PP 94/2021), with its own sanctions and its own authority; the two are never mixed."
            )
        )
    found = inquire(desk, session, kind, period)
    ladder = found.settings.ladder
    today = day or desk.day(found.settings.office.zone)
    issued: dict[int, list[Issued]] = {}
    for one in warnings.issued(session, kind):
        issued.setdefault(one.person, []).append(one)
    standings = [
        *_judged(found, period, ladder, issued, today, _reachable(found, ladder) - issued.keys()),
        *_warned(desk, found, period, ladder, issued, today),
    ]
    kept = (
        one
        for one in standings
        if (units is None or one.history.unit in units) and (only is None or one.history.person in only)
    )
    return Proposal(found, ladder, tuple(sorted(kept, key=lambda one: _order(found, one))))


def _judged(
    found: Inquiry,
    period: Period,
    ladder: Ladder,
    issued: dict[int, list[Issued]],
    today: date,
    wanted: Iterable[int],
) -> Iterator[Standing]:
    silent = {line: frozenset(days) for line, days in found.silent.items()}
    for history in found.histories(wanted):
        one = ladders.judge(history, period, ladder, issued.get(history.person, ()), today, silent)
        if one is not None:
            yield one


def _warned(
    desk: Desk, found: Inquiry, period: Period, ladder: Ladder, issued: dict[int, list[Issued]], today: date
) -> Iterator[Standing]:
    """Those who were warned before: their days count from the warning on, also before the period."""
    if issued:
        every = [one for held in issued.values() for one in held]
        longer = ladders.since(period, every, ladder, today)
        further = inquire(desk, found.session, found.kind, longer, issued.keys())
        yield from _judged(further, period, ladder, issued, today, issued)


def _reachable(found: Inquiry, ladder: Ladder) -> set[int]:
    """The people whom some step may reach, or who are one short of it."""

    def nearly(limits: Iterable[int | None]) -> Chronic:
        least = min((limit for limit in limits if limit is not None), default=None)
        return Chronic(on=least is not None, limit=max(1, least - 1) if least is not None else None)

    rules = {rule: replace(one, on=False) for rule, one in Settings().chronic.items()} | {
        "beruntun": nearly(step.beruntun for step in ladder.steps),
        "sering": nearly(step.sering for step in ladder.steps),
    }
    return set(replace(found, settings=replace(found.settings, chronic=rules)).reachable())


def _order(found: Inquiry, one: Standing) -> tuple[object, ...]:
    unit = one.history.unit
    name = found.labels[unit] if unit is not None else ""
    return one.state, name, one.history.profile.name.casefold(), one.history.profile.nip


def roman(step: int) -> str:
    """A step as it is written; a step beyond the ladder by its last."""
    return ROMAN[min(step, len(ROMAN)) - 1]


def fallen(desk: Desk, session: Session) -> Iterator[tuple[str, str, Fallen]]:
    """The warnings under which absences have fallen away since they were issued: NIP, name, and what is left."""
    ladder = settings(session).ladder
    by_kind: dict[Kind, list[Issued]] = {}
    for one in warnings.issued(session):
        by_kind.setdefault(one.kind, []).append(one)
    for kind, issued in by_kind.items():
        period = Period(min(one.days[0] for one in issued), max(one.days[-1] for one in issued))
        persons = {one.person for one in issued}
        histories = {one.person: one for one in inquire(desk, session, kind, period, persons).histories(persons)}
        profiles = people.profiles(session, persons)
        for one in issued:
            history = histories.get(one.person)
            gone = ladders.fallen(one, history, ladder) if history is not None else None
            if gone is not None:
                yield profiles[one.person].nip, profiles[one.person].printed, gone
