"""The chronic rules at every limit: one below, at, above; and how far the next step is."""

from __future__ import annotations

import pytest
from rolls_in_words import dates, history

from attendance.rules import chronic
from attendance.rules.chronic import Limits, Near

OFF = Limits(never_min=None, run_limit=None, rare_below=None, often_limit=None)
NEVER = Limits(never_min=3, run_limit=None, rare_below=None)
RUN = Limits(never_min=None, run_limit=3, rare_below=None)
RARE = Limits(never_min=None, run_limit=None, rare_below=0.5, rare_min=5)
OFTEN = Limits(never_min=None, run_limit=None, rare_below=None, often_limit=5)


def flagged(roll: str, limits: Limits) -> list[tuple[str, float, float, list[int]]]:
    found = chronic.judge(history(roll), limits).flags
    return [(flag.rule, flag.limit, flag.figure, dates(flag.days)) for flag in found]


@pytest.mark.parametrize(
    ("roll", "days"),
    [
        ("TK TK", None),
        ("TK TK TK", [2, 3, 4]),
        ("TK TK TK TK", [2, 3, 4, 5]),
        ("TK S TK . TK NR", [2, 4, 6]),
        ("TK TK TK T", None),
        ("H TK TK TK TK", None),
        ("S S S S", None),
        (". . . .", None),
    ],
)
def test_tidak_pernah(roll: str, days: list[int] | None) -> None:
    assert flagged(roll, NEVER) == ([("tidak-pernah", 3, len(days), days)] if days else [])


@pytest.mark.parametrize(
    ("roll", "days"),
    [
        ("TK TK H", None),
        ("H TK TK TK H TK", [3, 4, 5]),
        ("TK TK TK TK H TK TK TK", [2, 3, 4, 5]),
        ("TK TK S TK", None),
        ("TK NR TK . TK", [2, 4, 6]),
    ],
)
def test_beruntun(roll: str, days: list[int] | None) -> None:
    assert flagged(roll, RUN) == ([("beruntun", 3, len(days), days)] if days else [])


@pytest.mark.parametrize(
    ("roll", "rate"),
    [
        ("H TK TK TK", None),  # required 4
        ("H TK TK TK TK", 0.2),  # 5
        ("H H TK TK TK TK", 2 / 6),  # 6
        ("H H H TK TK TK", None),  # exactly one half
        ("H H H TK TK", None),  # above
        ("H H H TK TK TK TK", 3 / 7),
        ("H TK TK TK S S .", None),  # excused and unreported days are not required
        ("TK TK TK TK TK", 0.0),
    ],
)
def test_jarang(roll: str, rate: float | None) -> None:
    absences = [number for number, word in enumerate(roll.split(), 2) if word == "TK"]
    assert flagged(roll, RARE) == ([("jarang", 0.5, rate, absences)] if rate is not None else [])


@pytest.mark.parametrize(
    ("roll", "days"),
    [
        ("TK H TK H TK H TK", None),
        ("TK H TK H TK H TK H TK", [2, 4, 6, 8, 10]),
        ("TK TK TK H H TK TK TK", [2, 3, 4, 7, 8, 9]),
    ],
)
def test_sering(roll: str, days: list[int] | None) -> None:
    assert flagged(roll, OFTEN) == ([("sering", 5, len(days), days)] if days else [])


def test_the_rules_stand_in_one_order_and_sering_is_off_by_default() -> None:
    roll = "TK TK TK TK TK"
    assert [flag[0] for flag in flagged(roll, Limits())] == ["tidak-pernah", "beruntun", "jarang"]
    every = Limits(often_limit=5)
    assert [flag[0] for flag in flagged(roll, every)] == ["tidak-pernah", "beruntun", "jarang", "sering"]
    assert flagged(roll, OFF) == []


def test_a_judgment_carries_the_sums_and_the_longest_run() -> None:
    found = chronic.judge(history("TK TK H TK"), Limits())
    assert (found.totals.absent, found.run, found.flags) == (3, 2, ())


def test_only_those_whom_some_rule_flags() -> None:
    never, always = history("TK TK TK"), history("H H H")
    assert [one.history for one in chronic.flags([always, never], Limits())] == [never]


@pytest.mark.parametrize(
    ("roll", "limits", "figure", "missing"),
    [
        ("TK", NEVER, 1, 2),
        ("S .", NEVER, 0, 3),
        ("H TK TK", NEVER, 2, None),  # has been there once: never again 'never'
        ("TK TK H TK", RUN, 2, 2),  # the run that is still open counts
        ("TK TK H", RUN, 2, 3),
        ("TK TK .", RUN, 2, 1),
        ("", RARE, None, 5),
        ("TK TK", RARE, 0.0, 3),
        ("H H H H H H", RARE, 1.0, 7),
        ("H H H TK TK TK", RARE, 0.5, 1),
        ("TK TK TK", OFTEN, 3, 2),
    ],
)
def test_how_far_the_next_step_is(roll: str, limits: Limits, figure: float | None, missing: int | None) -> None:
    (near,) = chronic.near(history(f"NR {roll}"), limits)
    assert (near.figure, near.missing) == (figure, missing)
    if missing:
        words = f"NR {roll} {'TK ' * (missing - 1)}"
        assert not flagged(words, limits)
        assert flagged(f"{words} TK", limits)


def test_rules_that_are_off_are_not_near_and_a_rate_that_nobody_falls_below_never_comes() -> None:
    assert chronic.near(history("H"), OFF) == ()
    nobody = Limits(never_min=None, run_limit=None, rare_below=0.0)
    assert chronic.near(history("H"), nobody) == (Near("jarang", 0.0, 1.0, None),)


def test_a_rate_close_to_nothing_is_reckoned_not_counted_up() -> None:
    (near,) = chronic.near(history("H H"), Limits(never_min=None, run_limit=None, rare_below=1e-12))
    assert near.missing == 2 * 10**12 - 1
