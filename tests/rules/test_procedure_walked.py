"""Procedure: the one legal path as a whole, walked at random."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from cases_in_words import LONG_AFTER, case
from hypothesis import given, settings
from hypothesis import strategies as st
from working_years import calendar

from attendance.rules import deadlines, procedure
from attendance.rules.cases import Case, Done, Outcome, Step
from attendance.rules.law import Level, Sanction
from attendance.rules.procedure import AFTER, SUMMONS, Wrong


@pytest.mark.parametrize("step", Step)
def test_every_step_can_be_reached(step: Step) -> None:
    reached = {Step.PANGGILAN_1, Step.TIM, Step.SELESAI}
    while more := {one for known in reached for one in AFTER.get(known, ())} - reached:
        reached |= more
    assert step in reached


def walk(random: Random, level: str, binding: bool, length: int = 40) -> Case:
    """A case carried on at random, each step on a day that the rules name or any other, until it has ended."""
    held = case("", level, binding=binding)
    for _number in range(length):
        allowed = procedure.may(held)
        if not allowed:
            break
        step = random.choice(allowed if random.random() < 0.9 else tuple(Step))
        held = tried(held, step, random)
    return held


def tried(held: Case, step: Step, random: Random) -> Case:
    """A case after a step, if it was taken: at first on some day, then as the refusal says."""
    last = max((held.opened, *(one.day for one in held.steps), *(one.meets for one in held.steps if one.meets)))
    day = last + timedelta(random.choice((-3, 0, 1, 2, 5, 12, 30)))
    sanction = random.choice(tuple(Sanction)).value
    details = {"outcome": random.choice(tuple(Outcome)).value} if step is Step.SELESAI else {}
    if step is Step.KEPUTUSAN:
        details = {"level": random.choice(tuple(Level)).value, "sanction": sanction}
    meets = day + timedelta(random.choice((0, 1, 9, 20))) if step in SUMMONS else None
    for _attempt in range(3):
        made = Done(step, day, meets=meets, details=details)
        found = procedure.examine(held, made, calendar(), LONG_AFTER)
        against = [one for one in found if not procedure.passes(held, made, one)]
        if not against:
            return replace(held, steps=(*held.steps, made))
        for one in against:
            assert one.article or one.may or one.limit or held.closed, one
            day, meets, details = mended(made, one.wrong, one.limit, day, meets, details)
    return held


def mended(
    made: Done, wrong: Wrong, limit: date | None, day: date, meets: date | None, details: dict[str, str]
) -> tuple[date, date | None, dict[str, str]]:
    """The step as the refusal says it should be."""
    if limit is not None and wrong in (Wrong.MEETING, Wrong.EARLY) and made.meets is not None:
        return day, max(limit, meets or limit), details
    if limit is not None and wrong in (Wrong.BEFORE, Wrong.EARLY, Wrong.AHEAD):
        return limit, meets, details
    return day, meets, {**details, "late": "alasan"}


@given(st.randoms(use_true_random=False), st.sampled_from(["ringan", "sedang", "berat", ""]), st.booleans())
@settings(max_examples=150, deadline=None)
def test_no_walk_ends_where_nothing_follows_but_in_a_closed_case(random: Random, level: str, binding: bool) -> None:
    held = walk(random, level, binding)
    path = [one.step for one in held.steps if one.step is not Step.TIM]
    for before, after in itertools.pairwise([None, *path]):
        assert after is Step.SELESAI or after in AFTER[before]
    days = [one.day for one in held.steps]
    assert days == sorted(days)
    assert held.closed == (procedure.may(held) == ())
    assert held.closed == (procedure.due(held, calendar()) == ())
    for one in procedure.due(held, calendar()):
        assert set(one.steps) & set(procedure.may(held)) and one.steps
        assert (
            one.by is None
            or one.earliest
            or deadlines.working(calendar(), one.by)
            or one.by in [step.meets for step in held.steps]
        )
    for clock in procedure.kept(held, calendar()):
        assert deadlines.working(calendar(), clock.by)
    if held.bound and held.decided is Level.BERAT:
        assert held.last(Step.TIM) is not None
