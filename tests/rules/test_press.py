"""What may be said in public: small units, few people on a day, what follows by subtraction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from attendance.rules import press
from attendance.rules.codes import Standing
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period, before
from attendance.rules.press import Book, Count, Edition, TooFew

MONDAY = date(2026, 3, 2)
WEEK = Period(MONDAY, date(2026, 3, 5))
SIGNS = {"H": Standing.PRESENT, "K": Standing.EXCUSED, "A": Standing.ABSENT, "B": Standing.UNREPORTED}


def book(units: Mapping[int, str], first: date = MONDAY) -> Book:
    """Units, each with a word a person and a letter a day."""
    made = Book()
    for unit, words in units.items():
        for number, word in enumerate(words.split()):
            for day, sign in enumerate(word):
                made.add([Count(unit * 1000 + number, first + timedelta(days=day), unit, SIGNS[sign])])
    return made


def edition(units: Mapping[int, str], then: Mapping[int, str] | None = None, small: int = 5) -> Edition:
    return press.edition(Kind.APEL_PAGI, WEEK, before(WEEK), book(units), book(then or {}), {}, small)


def people(count: int, word: str = "H") -> str:
    return " ".join([word] * count)


def rows(made: Edition) -> list[tuple[tuple[int, ...], int]]:
    return [(row.units, row.figures.people) for row in made.by_unit]


@pytest.mark.parametrize(
    ("sizes", "told"),
    [
        ((5, 6), [((1,), 5), ((2,), 6)]),
        ((4, 6, 7), [((3,), 7), ((1, 2), 10)]),  # one small unit alone would follow from the sum
        ((1, 2, 6, 7), [((4,), 7), ((1, 2, 3), 9)]),  # three people together are still few
        ((4, 4, 6), [((3,), 6), ((1, 2), 8)]),
        ((2, 3), [((1, 2), 5)]),
    ],
)
def test_units_of_few_people_are_told_together(sizes: tuple[int, ...], told: list[tuple[tuple[int, ...], int]]) -> None:
    made = edition({unit: people(size) for unit, size in enumerate(sizes, 1)})
    assert rows(made) == told
    assert sum(row.figures.present for row in made.by_unit) == made.total.present == sum(sizes)


def test_of_few_people_nothing_is_said_at_all() -> None:
    with pytest.raises(TooFew):
        edition({1: people(2), 2: people(2)})


def test_more_may_be_hidden_than_the_least() -> None:
    assert rows(edition({1: people(9), 2: people(10), 3: people(30)}, small=10)) == [((3,), 30), ((1, 2), 19)]


def test_the_sums_and_the_rate() -> None:
    made = edition({1: "HHA HKA HHH AAA KKB", 2: people(6, "KKK")})
    first, second = (row.figures for row in made.by_unit)
    assert (first.people, first.obliged, first.present, first.excused, first.absent) == (5, 14, 6, 3, 5)
    assert first.rate == 6 / 11
    assert second.rate is None  # all were excused
    assert made.total.people == 11 and made.total.obliged == 32
    assert [(row.spans[0].first.day, row.figures.obliged) for row in made.by_day] == [(2, 11), (3, 11), (4, 10)]


def test_a_day_on_which_few_were_counted_is_told_with_the_next_smallest() -> None:
    made = edition({1: "HHHH HHH HHH HHH HHH HHA HHA", 2: people(6, "HH")})
    assert [([span.first.day for span in row.spans], row.figures.people) for row in made.by_day] == [
        ([2], 13),
        ([3], 13),
        ([4, 5], 7),
    ]


def test_many_sessions_are_told_by_month() -> None:
    made = edition({1: people(5, "H" * 31)})
    assert len(made.by_day) == 31
    made = edition({1: people(5, "H" * 32)})
    assert [(str(row.spans[0]), row.figures.present) for row in made.by_day] == [
        ("2026-03-01..2026-03-31", 150),
        ("2026-04-01..2026-04-30", 10),
    ]


def test_the_change_is_what_one_gets_who_subtracts_the_printed_rates() -> None:
    now, then = {1: "HHH HHA HAA HHH HHH", 2: people(5)}, {1: "HHA HHA HAA HHH HHH", 2: people(5)}
    made = edition(now, then)
    assert [row.change for row in made.by_unit] == [round(80.0 - 73.3, 1), 0.0]
    assert made.change == round(85.0 - 80.0, 1)


def test_nothing_is_compared_with_few_people_or_with_nobody() -> None:
    made = edition({1: people(5), 2: people(5), 3: people(5, "K"), 4: people(2)}, {2: people(4), 3: people(5, "K")})
    assert [row.change for row in made.by_unit] == [None, None, None]
    assert made.change == 0.0  # of units 2 and 3 together
    assert edition({1: people(5)}).change is None
    assert edition({1: people(5)}, {1: people(4)}).change is None


def test_who_has_not_reported_makes_it_provisional() -> None:
    made = press.edition(
        Kind.APEL_PAGI, WEEK, before(WEEK), book({1: people(5)}), Book(), {9: [date(2026, 3, 3), MONDAY]}
    )
    assert made.provisional and made.silent[0].days == (MONDAY, date(2026, 3, 3))
    assert not edition({1: people(5)}).provisional
