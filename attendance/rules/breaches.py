"""Breaches: what is wrong with a step as the next of a case, by which article, and what could be done instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from attendance.rules import deadlines, paths
from attendance.rules.cases import LATE, Case, Done, Outcome, Step
from attendance.rules.clocks import CLOCKS, DELIVERY, SECOND_NO_SHOW, TEAM, ends
from attendance.rules.law import Level
from attendance.rules.periods import ONE_DAY
from attendance.rules.sessions import Calendar


class Wrong(StrEnum):
    """What is wrong with a step, or doubtful."""

    ORDER = "order"  # it does not follow the last
    BEFORE = "before"  # its day is before that of the last, or of the case
    AHEAD = "ahead"  # its day has not come
    MEETING = "meeting"  # it lacks the day to which it calls, or that is not after the summons
    EARLY = "early"  # a clock has not run down
    LATE = "late"  # a clock has run out
    TEAM = "team"  # berat needs a team, formed before the examination
    OUTCOME = "outcome"  # the outcome does not fit the last step
    HOLIDAY = "holiday"  # only doubted: nobody works on the day of the examination, or to which it calls


@dataclass(frozen=True, slots=True)
class Breach:
    """Why a step is refused: `limit` is the day from which or up to which it could be done, `may` what could follow."""

    wrong: Wrong
    article: str = ""
    limit: date | None = None
    days: int = 0
    may: tuple[Step, ...] = ()


def examine(case: Case, step: Done, calendar: Calendar, today: date) -> tuple[Breach, ...]:
    """Everything that is wrong with a step as the next of a case; nothing where it may be taken as it is."""
    allowed = paths.may(case)
    if step.step not in allowed:
        return (Breach(Wrong.ORDER, may=allowed),)
    return (
        *_day(case, step, today),
        *_meeting(step),
        *_team(case, step),
        *_outcome(case, step),
        *_summoned(case, step),
        *_clocks(case, step, calendar),
    )


def passes(case: Case, step: Done, breach: Breach) -> bool:
    """Whether a step is recorded in spite of a breach, which is told then.

    What came too late may stand in the file as it was, once the step itself says why (`cases.LATE`): who cannot write
    down the true day writes a false one. Where the law does not bind (PPPK), its clocks only remind; but nobody is
    found missing before the day to which he was called.
    """
    if breach.wrong is Wrong.LATE and step.details.get(LATE):
        return True
    missing = step.step in (Step.TIDAK_HADIR_1, Step.TIDAK_HADIR_2, Step.TIDAK_HADIR_KEPUTUSAN)
    return not case.bound and not missing and breach.wrong in (Wrong.EARLY, Wrong.LATE, Wrong.TEAM)


def doubts(case: Case, step: Done, calendar: Calendar) -> tuple[Breach, ...]:
    """What an officer should look at twice, though the step may be taken: a holiday, a summons behind the last day."""
    day = step.meets if step.step in paths.SUMMONS else step.day if step.step is Step.PEMERIKSAAN else None
    found = []
    if day is not None and not deadlines.working(calendar, day):
        found.append(Breach(Wrong.HOLIDAY, limit=day))
    begun = DELIVERY.begun(case)
    if step.step is Step.PANGGILAN_KEPUTUSAN and step.meets is not None and begun is not None:
        limit = deadlines.after(calendar, begun, DELIVERY.days)
        if step.meets > limit:
            found.append(Breach(Wrong.LATE, DELIVERY.article if case.bound else "", limit, DELIVERY.days))
    return tuple(found)


def _day(case: Case, step: Done, today: date) -> Iterator[Breach]:
    last = max((case.opened, *(one.day for one in case.steps)))
    if step.day < last:
        yield Breach(Wrong.BEFORE, limit=last)
    if step.day > today:
        yield Breach(Wrong.AHEAD, limit=today)


def _meeting(step: Done) -> Iterator[Breach]:
    if step.step in paths.SUMMONS and (step.meets is None or step.meets <= step.day):
        yield Breach(Wrong.MEETING, limit=step.day + ONE_DAY)


def _team(case: Case, step: Done) -> Iterator[Breach]:
    """Berat is examined and decided with a team, and the team stands before the examination on which is decided."""
    heavy = case.level is Level.BERAT and step.step is Step.PEMERIKSAAN
    decided = step.step is Step.KEPUTUSAN and step.details.get("level") == Level.BERAT
    if not heavy and not decided:
        return
    if case.last(Step.TIM) is None:
        yield Breach(Wrong.TEAM, TEAM, may=(Step.TIM,))
    elif decided and unexamined(case):
        yield Breach(Wrong.TEAM, TEAM, may=(Step.PEMERIKSAAN,))


def unexamined(case: Case) -> bool:
    """Whether a team was formed after the examination, and has not examined anew."""
    found = case.last(Step.TIM, Step.PEMERIKSAAN, Step.KEPUTUSAN)
    return found is not None and found.step is Step.TIM and case.last(Step.PEMERIKSAAN) is not None


def _outcome(case: Case, step: Done) -> Iterator[Breach]:
    if step.step is not Step.SELESAI:
        return
    outcome = Outcome(step.details["outcome"])
    fitting = paths.ENDS.get(outcome)
    done = paths.path(case)
    if fitting is not None and (not done or done[-1].step not in fitting):
        yield Breach(Wrong.OUTCOME, may=fitting)
    last = ends(case)
    if outcome is Outcome.DIJALANI and last is not None and step.day < last:
        yield Breach(Wrong.EARLY, limit=last)


_NOT_BEFORE = {
    Step.PEMERIKSAAN: "PP 94/2021 Pasal 26 ayat (2)",
    Step.TIDAK_HADIR_1: "PP 94/2021 Pasal 26 ayat (3)",
    Step.TIDAK_HADIR_2: SECOND_NO_SHOW,
    Step.TIDAK_HADIR_KEPUTUSAN: DELIVERY.article,
}
"""The steps that cannot be before the day to which the last summons calls."""


def _summoned(case: Case, step: Done) -> Iterator[Breach]:
    """Nobody is examined, or found missing, before the day to which he was summoned."""
    called = case.last(*paths.SUMMONS)
    if step.step in _NOT_BEFORE and called is not None and called.meets is not None and step.day < called.meets:
        yield Breach(Wrong.EARLY, _NOT_BEFORE[step.step], called.meets)


def _clocks(case: Case, step: Done, calendar: Calendar) -> Iterator[Breach]:
    after = replace(case, steps=(*case.steps, step))
    for clock in CLOCKS:
        if step.step not in clock.ends:
            continue
        begun = clock.begun(after)
        end = step.meets if clock.to_meeting else step.day
        if begun is None or end is None:
            continue
        limit = deadlines.after(calendar, begun, clock.days)
        if clock.at_least and end < limit:
            yield Breach(Wrong.EARLY, clock.article, limit, clock.days)
        if not clock.at_least and end > limit and case.last(*clock.ends) is None:
            yield Breach(Wrong.LATE, clock.article, limit, clock.days)
