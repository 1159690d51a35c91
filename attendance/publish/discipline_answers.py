"""Discipline answers: the JSON that other programs rely on. Field names and meanings are a contract; add only."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from attendance.publish import discipline_words as words
from attendance.publish.discipline_words import Told
from attendance.rules.codes import Standing
from attendance.rules.discipline import Count
from attendance.rules.histories import Day
from attendance.rules.law import Tier


def person(one: Told, reason: Callable[[Day], str]) -> dict[str, Any]:
    """One person and year; `reason` says of a day that was not counted why."""
    judged, profile = one.judged, one.judged.history.profile
    stop, further = judged.salary_stop, words.further(one)
    return {
        "nip": profile.nip,
        "name": profile.name,
        "status": judged.status.value,
        "days": len(judged.days),
        "run": len(judged.run),
        "tier": _tier(judged.tier, judged.decisive),
        "salary_stop": f"{stop:%Y-%m}" if stop else None,
        "dates": _dates(judged.days),
        "year": judged.year.first.year,
        "unit": one.unit or None,
        "provisional": bool(one.waiting),
        "unreported": [day.isoformat() for day in one.waiting],
        "counts": [_count(count) for count in judged.counts],
        "converted": sum(count.converted for count in judged.counts),
        "run_dates": _dates(judged.run),
        "crosses_year": judged.crosses,
        "interim": judged.tier.interim or None if judged.tier else None,
        "next": _next(further, words.in_a_row(one)) if further else None,
        "cases": list(one.cases),
        "not_counted": [
            {"date": day.day.isoformat(), "code": day.code.value, "reason": reason(day)}
            for day in judged.history.days
            if day.day in judged.year and day.standing not in (Standing.PRESENT, Standing.ABSENT)
        ],
    }


def _next(further: tuple[int, Tier], in_a_row: int | None) -> dict[str, Any]:
    """How many more days reach which tier; `in_a_row`: how many that follow the last one make ten of a row."""
    missing, tier = further
    return {"missing": missing, "sanction": tier.sanction, "article": tier.article, "in_a_row": in_a_row}


def _tier(tier: Tier | None, count: Count | None) -> dict[str, Any] | None:
    if tier is None or count is None or count.regulation is None:
        return None
    return {
        "level": tier.level.value,
        "sanction": tier.sanction,
        "article": tier.article,
        "law": count.regulation.name,
    }


def _count(count: Count) -> dict[str, Any]:
    """What one regulation says; for PPPK without a table of the office, what holds instead."""
    return {
        "law": count.regulation.name if count.regulation else None,
        "days": len(count.days),
        "converted": count.converted,
        "run": len(count.run),
        "tier": _tier(count.tier, count),
        "since": count.since.isoformat() if count.since else None,
        "offered": count.offered,
        "dates": _dates(count.days),
        "hint": words.hint(count) or None,
    }


def _dates(days: Iterable[Day]) -> list[str]:
    return [day.day.isoformat() for day in days]
