"""Postings: moving and ending, so that nobody ever stands in two places."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attendance.rules.postings import Posting, ended, moved, on


def span(text: str, unit: int = 1) -> Posting:
    """`3-9` or `3-`: days of March 2026."""
    first, _dash, last = text.partition("-")
    return Posting(unit, unit, date(2026, 3, int(first)), date(2026, 3, int(last)) if last else None)


def words(postings: list[Posting]) -> str:
    return " ".join(f"{one.unit}:{one.first.day}-{one.last.day if one.last else ''}" for one in postings)


@pytest.mark.parametrize(
    ("held", "first", "after"),
    [
        ([], 5, "9:5-"),
        (["1-"], 5, "1:1-4 9:5-"),
        (["5-"], 5, "9:5-"),
        (["1-8"], 5, "1:1-4 9:5-8"),
        (["1-8"], 8, "1:1-7 9:8-8"),
        (["1-4"], 5, "1:1-4 9:5-"),
        (["10-"], 5, "9:5-9 1:10-"),
        (["10-12", "1-3"], 5, "1:1-3 9:5-9 1:10-12"),
        (["10-12", "20-"], 5, "9:5-9 1:10-12 1:20-"),
    ],
)
def test_moving(held: list[str], first: int, after: str) -> None:
    assert words(moved([span(text) for text in held], 9, 9, date(2026, 3, first))) == after


@pytest.mark.parametrize(
    ("held", "first", "after"),
    [
        ([], 5, ""),
        (["1-"], 5, "1:1-4"),
        (["5-"], 5, ""),
        (["1-8"], 5, "1:1-4"),
        (["1-4"], 5, "1:1-4"),
        (["1-5"], 5, "1:1-4"),
        (["10-", "1-3"], 5, "1:1-3"),
    ],
)
def test_ending(held: list[str], first: int, after: str) -> None:
    assert words(ended([span(text) for text in held], date(2026, 3, first))) == after


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(st.lists(st.tuples(st.sampled_from(["move", "end"]), DAYS), max_size=8), DAYS)
def test_nobody_ever_stands_in_two_places(acts: list[tuple[str, date]], asked: date) -> None:
    held: list[Posting] = []
    for number, (act, first) in enumerate(acts):
        before = on(held, first - timedelta(days=1))
        held = moved(held, number, number, first) if act == "move" else ended(held, first)
        now = on(held, first)
        assert (now is None) if act == "end" else (now is not None and now.unit == number)
        yesterday = on(held, first - timedelta(days=1))
        assert (before and before.unit) == (yesterday and yesterday.unit)
    assert sum(posting.covers(asked) for posting in held) <= 1
    assert held == sorted(held, key=lambda posting: posting.first)
