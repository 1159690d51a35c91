"""Formats: figures, days and names as an Indonesian office writes them."""

from __future__ import annotations

import unicodedata
from calendar import monthrange
from datetime import date, time

from attendance.rules.periods import Period

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des")
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
SHORT_WEEKDAYS = ("Sn", "Sl", "Rb", "Km", "Jm", "Sb", "Mg")

UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Classes of characters that steer a terminal or a line of text instead of being seen."""

FORMULA = ("=", "+", "-", "@")
"""What a spreadsheet takes for a formula when a text begins with it. (A tab never begins one: it is shown as `\\t`.)"""


def safe(text: str) -> str:
    r"""A text with every control, escape and direction character shown literally: `\x1b`, `\n`, `\u202e`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(escaped(sign) if unicodedata.category(sign) in UNSEEN else sign for sign in text)


def escaped(sign: str) -> str:
    r"""A sign written out: `\x1b`, `\u202e`, `\U0001f600`."""
    return sign.encode("unicode_escape").decode("ascii")


def number(value: float) -> str:
    """20.548; with decimals, of which at most four are shown, 2,5."""
    return f"{round(value, 4):,}".translate(str.maketrans(",.", ".,"))


def rate(value: float) -> str:
    """A rate of 0 to 1 as a percentage to one decimal: 28,6 %."""
    return f"{number(round(value * 100.0, 1))} %"


def change(value: float) -> str:
    """A change with its sign as a picture, which a black-and-white printer keeps: ▲ 2,1, ▼ 3, =."""
    if not round(value, 1):
        return "="
    return f"{'▲' if value > 0 else '▼'} {number(abs(round(value, 1)))}"


def clock(at: time) -> str:
    """07.30."""
    return f"{at:%H.%M}"


def month(day: date) -> str:
    """Maret 2019."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def plain_day(day: date) -> str:
    """4 Maret 2019."""
    return f"{day.day} {month(day)}"


def day(day: date) -> str:
    """Senin, 4 Maret 2019."""
    return f"{WEEKDAYS[day.weekday()]}, {plain_day(day)}"


def short_day(day: date) -> str:
    """4 Mar 2019."""
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year}"


def days(found: tuple[date, ...]) -> str:
    """Days in a sentence, each month and year once: 28 Februari, 4, 5 dan 8 Maret 2019."""
    words = []
    for here, after in zip(found, (*found[1:], None), strict=False):
        if after is None or after.year != here.year:
            words.append(plain_day(here))
        elif after.month != here.month:
            words.append(f"{here.day} {MONTHS[here.month - 1]}")
        else:
            words.append(str(here.day))
    return listed(words)


def listed(words: list[str]) -> str:
    """a, b dan c."""
    return " dan ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def period(span: Period) -> str:
    """4 s.d. 8 Maret 2019; Maret 2019; 28 Februari s.d. 4 Maret 2019; Januari s.d. Maret 2019; tahun 2019."""
    first, last = span.first, span.last
    if first == last:
        return plain_day(first)
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return _months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} s.d. {plain_day(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} s.d. {plain_day(last)}"
    return f"{plain_day(first)} s.d. {plain_day(last)}"


def titled(span: Period) -> str:
    """A period as it stands under a title: Periode 4 s.d. 8 Maret 2019; Tahun 2019."""
    text = period(span)
    return f"T{text[1:]}" if text.startswith("tahun") else f"Periode {text}"


def _months(first: date, last: date) -> str:
    if (first.month, last.month) == (1, 12):
        return f"tahun {first.year}" if first.year == last.year else f"tahun {first.year} s.d. {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return month(first)
    if first.year == last.year:
        return f"{MONTHS[first.month - 1]} s.d. {month(last)}"
    return f"{month(first)} s.d. {month(last)}"


def nip(digits: str) -> str:
    """19800101 200501 1 001, as a NIP is written in letters; what has not 18 digits stays as it is."""
    if len(digits) != 18:
        return digits
    return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"


def width(text: str) -> int:
    """How many columns a terminal needs for a text: none for marks that combine, two for wide signs."""
    if text.isascii():
        return len(text)
    return sum(_columns(sign) for sign in text)


def _columns(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in ("W", "F") else 1
