"""Dates and times as offices write them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from attendance.errors import Refused
from attendance.intake import dates

DAY = date(2019, 3, 14)


@pytest.mark.parametrize(
    "cell",
    [
        DAY,
        datetime(2019, 3, 14, 7, 45),
        "2019-03-14",
        "2019-03-14 07:45:00",
        "14/03/2019",
        "14-3-19",
        "14.03.2019",
        "14 Maret 2019",
        "Kamis, 14 Maret 2019",
        "14-Mar-19",
        43538.0,
        20190314,
        "20190314",
    ],
)
def test_a_day_in_every_form(cell: dates.Cell) -> None:
    written = dates.read(cell)
    assert written is not None
    assert written.under("dmy") == DAY


@pytest.mark.parametrize(
    "cell",
    ["", "x", "31/04/2019", "2019-13-01", "31 Juni 2019", "4/3", True, time(7), timedelta(1), 12.0, 20191341, "4.3"],
)
def test_what_is_no_day(cell: dates.Cell) -> None:
    assert dates.read(cell) is None


def test_a_year_is_taken_from_elsewhere_where_the_cell_names_none() -> None:
    assert dates.read("Senin 4/3", 2019) == dates.Written(None, (4, 3), 2019, 0)
    assert dates.read("4 Maret", 2019) == dates.Written(date(2019, 3, 4))


def order(*cells: str, asked: str | None = None, near: tuple[date, date] | None = None) -> str:
    return dates.order(filter(None, map(dates.read, cells)), "a.csv", asked, near)


def test_the_order_is_settled_over_the_whole_file() -> None:
    assert order("04/03/2019", "14/03/2019") == "dmy"
    assert order("07/03/2015", "02/25/2020") == "mdy"
    assert order("Senin, 04/03/2019") == "dmy"
    assert order("04/04/2019", "2019-03-04") == "dmy"
    assert order("03/04/2019", near=(date(2019, 3, 1), date(2019, 3, 31))) == "mdy"
    assert order("03/04/2019", asked="MM/DD/YYYY") == "mdy"
    assert order("03/04/2019", asked="YYYY-MM-DD") == "dmy"


def test_an_open_order_is_asked_for() -> None:
    with pytest.raises(Refused, match=r'a\.csv: in dates such as "04/03" .* --date-format DD/MM/YYYY'):
        order("04/03/2019", "05/03/2019")
    with pytest.raises(Refused, match="day and month could be either"):
        order("04/03/2019", near=(date(2018, 1, 1), date(2018, 1, 31)))
    with pytest.raises(Refused, match="some dates have the day first and others the month"):
        order("14/03/2019", "03/14/2019")
    with pytest.raises(Refused, match='"hari" is no date format'):
        order(asked="hari")


def test_a_date_that_is_wrong_says_why() -> None:
    faults: list[str] = []
    assert dates.day("", "dmy", faults) is None
    assert dates.day("besok", "dmy", faults) is None
    assert dates.day("Selasa, 4 Maret 2019", "dmy", faults) is None
    assert dates.day("Senin, 4 Maret 2019", "dmy", faults) == date(2019, 3, 4)
    assert faults == [
        "there is no date; write it as 2019-03-04",
        '"besok" is no date; write it as 2019-03-04',
        '"Selasa, 4 Maret 2019" does not exist, or names a wrong weekday; correct it',
    ]


@pytest.mark.parametrize(
    ("cell", "at"),
    [
        ("07.45", time(7, 45)),
        ("7:45 AM", time(7, 45)),
        ("12:15:30 PM", time(12, 15, 30)),
        ("12:05 am", time(0, 5)),
        ("07.45 WIB", time(7, 45)),
        (time(7, 45), time(7, 45)),
        (datetime(1899, 12, 31, 7, 45), time(7, 45)),
        (timedelta(hours=7, minutes=45), time(7, 45)),
        (timedelta(days=1), None),
        (0.3229166667, time(7, 45)),
        (0.9999999, time(23, 59, 59)),
        ("25.00", None),
        ("H", None),
        (7.0, None),
    ],
)
def test_times(cell: dates.Cell, at: time | None) -> None:
    assert dates.clock(cell) == at


@pytest.mark.parametrize(
    ("cells", "strange"),
    [
        ([date(2026, 2, 11), "16/11/2026"], "2026-02-11"),  # 2 November, 16 November
        ([date(2026, 11, 11), datetime(2026, 9, 11), "16/11/2026"], "2026-09-11"),
        ([date(2026, 2, 11), date(2026, 1, 12), "16/11/2026", "17/12/2026"], "2026-01-12"),
        ([date(2026, 2, 11), "11/16/2026"], "2026-02-11"),
        ([date(2026, 2, 12), "16/11/2026"], None),  # December, of which no text speaks
        ([date(2026, 11, 11), "16/11/2026"], None),
        ([date(2026, 2, 11), "16/11/2026", "3/11/2026"], None),  # this would have been turned too
        (["2026-02-11", "16/11/2026"], None),
        ([date(2026, 2, 11), date(2026, 9, 11)], None),
    ],
)
def test_dates_of_which_a_spreadsheet_turned_a_part(cells: list[Any], strange: str | None) -> None:
    written = [found for cell in cells if (found := dates.read(cell))]
    if strange is None:
        assert dates.order(written, "a.xlsx") == "dmy"
    else:
        with pytest.raises(Refused, match=f"turned day and month round .*{strange} beside"):
            dates.order(written, "a.xlsx")
    assert dates.order(written, "a.xlsx", "MM/DD/YYYY") == "mdy"
