"""Figures, days and names as an Indonesian office writes them."""

from datetime import date, time

import pytest

from attendance.publish import formats
from attendance.rules.periods import Period


@pytest.mark.parametrize(
    ("value", "text"), [(0.2857, "28,6 %"), (1, "100,0 %"), (0, "0,0 %"), (2 / 3, "66,7 %"), (12.5, "1.250,0 %")]
)
def test_a_rate_has_a_comma_and_one_decimal(value, text):
    assert formats.rate(value) == text


@pytest.mark.parametrize(("value", "text"), [(20548, "20.548"), (7, "7"), (2.5, "2,5"), (1 / 3, "0,3333")])
def test_a_number_has_dots_between_thousands(value, text):
    assert formats.number(value) == text


def test_days_and_times():
    assert formats.day(date(2019, 3, 4)) == "Senin, 4 Maret 2019"
    assert formats.short_day(date(2019, 8, 4)) == "4 Agt 2019"
    assert formats.clock(time(7, 30, 59)) == "07.30"


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2019-03-04", "2019-03-04", "4 Maret 2019"),
        ("2019-03-04", "2019-03-08", "4 s.d. 8 Maret 2019"),
        ("2019-02-28", "2019-03-04", "28 Februari s.d. 4 Maret 2019"),
        ("2018-12-31", "2019-01-04", "31 Desember 2018 s.d. 4 Januari 2019"),
        ("2019-03-01", "2019-03-31", "Maret 2019"),
        ("2019-01-01", "2019-03-31", "Januari s.d. Maret 2019"),
        ("2018-12-01", "2019-01-31", "Desember 2018 s.d. Januari 2019"),
        ("2019-01-01", "2019-12-31", "tahun 2019"),
        ("2019-01-01", "2020-12-31", "tahun 2019 s.d. 2020"),
        ("2019-02-01", "2019-02-27", "1 s.d. 27 Februari 2019"),
    ],
)
def test_a_period_says_month_and_year_once(first, last, text):
    assert formats.period(Period(date.fromisoformat(first), date.fromisoformat(last))) == text


def test_a_period_under_a_title():
    assert formats.titled(Period(date(2019, 1, 1), date(2019, 12, 31))) == "Tahun 2019"
    assert formats.titled(Period(date(2019, 3, 1), date(2019, 3, 31))) == "Periode Maret 2019"


@pytest.mark.parametrize(
    ("days", "text"),
    [
        ([], ""),
        ([(2019, 3, 4)], "4 Maret 2019"),
        ([(2019, 3, 4), (2019, 3, 5)], "4 dan 5 Maret 2019"),
        ([(2019, 2, 28), (2019, 3, 4), (2019, 3, 8)], "28 Februari, 4 dan 8 Maret 2019"),
        ([(2018, 12, 31), (2019, 1, 2)], "31 Desember 2018 dan 2 Januari 2019"),
    ],
)
def test_days_in_a_sentence(days, text):
    assert formats.days(tuple(date(*day) for day in days)) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("BUDI \x1b[31m", r"BUDI \x1b[31m"),
        ("a\nb\tc\0", r"a\nb\tc\x00"),
        ("\u202eIDUB", r"\u202eIDUB"),
        ("a\u2028b\ud800", r"a\u2028b\ud800"),
        ("\x9b31m", r"\x9b31m"),
        ("José Ñ ʻ", "José Ñ ʻ"),
    ],
)
def test_what_steers_a_terminal_is_shown_literally(text, shown):
    assert formats.safe(text) == shown


def test_a_nip_in_letters_has_four_groups():
    assert formats.nip("198001012005011001") == "19800101 200501 1 001"
    assert formats.nip("131 456 789") == "131 456 789"


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("é", 1), ("e\u0301", 1), ("\u20dd", 0), ("日本", 4)])
def test_the_width_of_a_text_on_a_terminal(text, columns):
    assert formats.width(text) == columns
