"""The national holidays of a year, as a published list has them: a start for the office's own calendar."""

from __future__ import annotations

from attendance.rules.days import DayKind, SpecialDay

DECREED_UP_TO = 2027
"""The last year that the joint decree (SKB 3 Menteri) settles in the list; later years are estimates."""


def days(year: int) -> list[SpecialDay]:
    """Libur nasional and cuti bersama of a year, from the package `holidays`.

    The list equals the joint decree for 2019-2026 but for election days and Idul Adha 2022; the office corrects it.
    """
    import holidays

    found: list[SpecialDay] = []
    for sort, category in ((DayKind.LIBUR, "public"), (DayKind.CUTI_BERSAMA, "government")):
        listed = holidays.country_holidays("ID", years=year, categories=(category,), language="id")
        found += [SpecialDay(day, sort, name, origin(year)) for day, name in sorted(listed.items())]
    return found


def origin(year: int) -> str:
    """Where the list of a year comes from, as the calendar shows it."""
    return f"SKB 3 Menteri {year}" if year <= DECREED_UP_TO else f"perkiraan {year}"
