"""What holds of every history, whatever the facts are."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st
from rolls_in_words import LINE, MONDAY, agenda, codes, history, letter, mark, resolved

from attendance.rules import chronic, runs, totals
from attendance.rules.chronic import Limits
from attendance.rules.histories import Held
from attendance.rules.postings import Posting

CELLS = ["H", "T", "S", "I", "C", "DL", "TB", "DK", "TK", "-", ".", ".TK", ".H", "NR"]
ROLLS = st.lists(st.sampled_from(CELLS), min_size=1, max_size=14).map(" ".join)
EVERY_RULE = Limits(often_limit=5)


@st.composite
def letters(draw: st.DrawFn) -> Held:
    first = draw(st.integers(1, 22))
    code = draw(st.sampled_from(["S", "I", "C", "DL", "TB", "DK"]))
    return letter(code, first, draw(st.integers(first, 22)))


@given(ROLLS, st.lists(letters(), max_size=3))
def test_the_sums_add_up(roll: str, held: list[Held]) -> None:
    found = history(roll, letters=held)
    sums = totals.of_history(found)
    assert sums.scheduled == sums.present + sums.excused + sums.absent + sums.unreported
    assert sums.scheduled == sum(day.code != "NR" for day in found.days)
    assert sums.required == sums.present + sums.absent
    assert sums.late <= sums.present
    assert sums.rate is None or 0 <= sums.rate <= 1
    assert sum(len(run) for run in runs.runs(found.days)) == sums.absent
    assert len(runs.last(found.days)) <= len(runs.longest(found.days)) <= sums.absent


@given(
    st.dictionaries(st.integers(2, 20), st.sampled_from(["H", "S", "TK"]), max_size=12),
    st.dictionaries(st.integers(2, 20), st.sampled_from(["07:00:00", "07:40:00", "12:00:00"]), max_size=5),
    st.sets(st.integers(2, 20)),
    st.randoms(),
)
def test_the_order_of_facts_does_not_matter(
    marks: dict[int, str], scans: dict[int, str], closed: set[int], chance: random.Random
) -> None:
    postings = [
        Posting(LINE, LINE, MONDAY, MONDAY.replace(day=9)),
        Posting(20, 20, MONDAY.replace(day=12), MONDAY.replace(day=15)),
        Posting(30, 20, MONDAY.replace(day=16)),
    ]
    held = [letter("S", 3, 4), letter("C", 6, 8), letter("DL", 14, 19)]

    def told(shuffled: bool) -> str:
        def order(facts: list[object]) -> list[object]:
            return chance.sample(facts, len(facts)) if shuffled else facts

        found = resolved(
            agenda(2, 20),
            marks=dict(order([(number, mark(code)) for number, code in marks.items()])),  # type: ignore[arg-type]
            scans=dict(order(list(scans.items()))),  # type: ignore[arg-type]
            postings=order(list(postings)),  # type: ignore[arg-type]
            letters=order(list(held)),  # type: ignore[arg-type]
            closed={LINE: order(sorted(closed)), 20: order(sorted(closed))},  # type: ignore[dict-item]
        )
        return codes(found)

    assert told(shuffled=True) == told(shuffled=False)


@given(ROLLS, st.integers(1, 5))
def test_more_absences_never_take_a_flag_away(roll: str, more: int) -> None:
    before = {flag.rule for flag in chronic.judge(history(roll), EVERY_RULE).flags}
    after = {flag.rule for flag in chronic.judge(history(roll + " TK" * more), EVERY_RULE).flags}
    assert before <= after


@given(ROLLS, ROLLS, st.sampled_from(["H", "T"]))
def test_a_presence_that_becomes_an_absence_never_takes_a_flag_away(before: str, after: str, presence: str) -> None:
    flags, worse = (
        {flag.rule for flag in chronic.judge(history(f"{before} {cell} {after}"), EVERY_RULE).flags}
        for cell in (presence, "TK")
    )
    assert flags <= worse


@given(ROLLS, letters(), st.lists(letters(), max_size=2))
def test_a_letter_never_adds_an_absence_nor_takes_a_presence(roll: str, one: Held, others: list[Held]) -> None:
    without, with_it = (totals.of_history(history(roll, letters=held)) for held in (others, [*others, one]))
    assert with_it.absent <= without.absent
    assert with_it.present == without.present
    assert with_it.scheduled == without.scheduled
    assert with_it.excused >= without.excused


@given(ROLLS)
def test_closing_a_roll_turns_only_what_was_unreported(roll: str) -> None:
    signed = " ".join(cell.lstrip(".") or "-" for cell in roll.split())
    for was, now in zip(history(roll).days, history(signed).days, strict=True):
        assert now.code == ("TK" if was.code == "BL" else was.code)


@given(ROLLS)
def test_what_is_near_is_never_flagged_and_every_rule_says_something(roll: str) -> None:
    one = history(roll)
    flags, near = chronic.judge(one, EVERY_RULE).flags, chronic.near(one, EVERY_RULE)
    assert sorted(told.rule for told in (*flags, *near)) == ["beruntun", "jarang", "sering", "tidak-pernah"]
    assert all(step.missing is None or step.missing > 0 for step in near)
