"""Reaching: whom can a tier of the law reach? Days as bits, so that only few histories have to be looked at closely.

The answer is never smaller than the truth: whoever is left out has too few days for any tier, and no run that came
over from the year before.
"""

from __future__ import annotations

from attendance.rules.discipline import Law
from attendance.rules.law import PP_94, REGULATIONS, Regulation
from attendance.rules.periods import Period
from attendance.rules.screening import Sessions

TOLD_FROM = PP_94.tiers[0].least
"""From so many days on somebody is told whom no national table judges (PPPK)."""


def least(year: Period, law: Law) -> int:
    """The fewest days in the year that can matter: the lowest tier of any table that is in force on some day of it."""
    known: list[Regulation] = [*REGULATIONS, *((law.local,) if law.local else ())]
    days: list[int] = [tier.least for one in known if _in_force(one, year) for tier in one.tiers]
    return min([TOLD_FROM, *days])


def _in_force(one: Regulation, year: Period) -> bool:
    return one.first <= year.last and (one.last is None or year.first <= one.last)


def reachable(concerned: Sessions, known: int, limit: int) -> bool:
    """Whether a tier may reach somebody, given his sessions and the days on which he was present or excused, as bits.

    Either he missed as many days as the limit, or the first thing that the year tells of him is an absence: then the
    run may have begun before it.
    """
    missed = concerned.reported & ~known
    if missed.bit_count() >= limit:
        return True
    broken = concerned.held & known
    return missed != 0 and (broken == 0 or _lowest(missed) < _lowest(broken))


def _lowest(days: int) -> int:
    return days & -days
