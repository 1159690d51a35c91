"""Case answers: cases as other programs read them (JSON)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from attendance.rules.cases import Case, Done, Rested
from attendance.rules.dockets import Changed, Docket
from attendance.rules.law import Tier
from attendance.rules.procedure import Due, Kept


def brief(found: Docket, until: date) -> dict[str, Any]:
    """A case in a list, as other programs read it."""
    case, last = found.case, found.case.last()
    level = case.decided or case.level
    return {
        "number": case.number,
        "nip": found.who.profile.nip,
        "name": found.who.profile.name,
        "unit": found.who.label or None,
        "status": found.who.profile.status.value,
        "origin": case.origin.value,
        "opened": case.opened.isoformat(),
        "level": level.value if level else None,
        "step": last.step.value if last else None,
        "day": last.day.isoformat() if last else None,
        "state": found.state(until),
        "next": [due(case, one) for one in found.due],
    }


def whole(found: Docket, changed: Changed | None, until: date) -> dict[str, Any]:
    """The whole file of a case, as other programs read it."""
    case = found.case
    return brief(found, until) | {
        "allegation": case.allegation,
        "level": case.level.value if case.level else None,
        "article": case.article or None,
        "channel": case.channel or None,
        "reference": case.reference or None,
        "binding": case.binding,
        "entry": case.entry,
        "rests_on": _rested(case.rested) if case.rested else None,
        "changed": _changed(changed) if changed else None,
        "steps": [_step(one) for one in case.steps],
        "sanction": case.sanction or None,
        "decided": case.decided.value if case.decided else None,
        "clocks": [_kept(case, one, found.today) for one in found.kept],
        "in_force": _iso(found.in_force),
        "ends": _iso(found.ends),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _isos(days: Iterable[date]) -> list[str]:
    return [day.isoformat() for day in days]


def due(case: Case, one: Due) -> dict[str, Any]:
    """What comes next in a case, as other programs read it."""
    return {
        "steps": [step.value for step in one.steps],
        "by": _iso(one.by),
        "earliest": one.earliest,
        "article": (one.article or None) if case.bound else None,
        "whose": one.whose.value,
    }


def pressing(found: Docket, one: Due, state: str) -> dict[str, Any]:
    """What presses in a case, as other programs read it; `state` says how much."""
    who = found.who
    return {
        "number": found.case.number,
        "nip": who.profile.nip,
        "name": who.profile.name,
        "unit": who.label or None,
        "state": state,
    } | due(found.case, one)


def _rested(one: Rested) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "year": one.year,
        "days": one.total,
        "dates": _isos(one.days),
        "run": _isos(one.run),
        "tier": {"level": one.level, "sanction": one.sanction, "article": one.article, "law": one.law}
        if one.level
        else None,
        "provisional": one.provisional,
    }


def _changed(one: Changed) -> dict[str, Any]:
    return {
        "loud": one.loud,
        "days": one.total,
        "run": one.run,
        "tier": _tier(one.tier),
        "gone": [{"date": day.day.isoformat(), "code": day.code, "reason": day.reason or None} for day in one.gone],
        "late": _isos(one.late),
        "since": _isos(one.since),
    }


def _tier(one: Tier | None) -> dict[str, str] | None:
    return {"level": one.level.value, "sanction": one.sanction, "article": one.article} if one else None


def _step(one: Done) -> dict[str, Any]:
    return {
        "step": one.step.value,
        "date": one.day.isoformat(),
        "number": one.number or None,
        "by": one.by or None,
        "meets": _iso(one.meets),
        "document": one.document or None,
        "sha256": one.sha256 or None,
        "note": one.note or None,
        "details": dict(one.details),
        "entry": one.entry,
    }


def _kept(case: Case, one: Kept, today: date) -> dict[str, Any]:
    return {
        "steps": [step.value for step in one.clock.ends],
        "by": one.by.isoformat(),
        "met": _iso(one.met),
        "missed": one.missed(today),
        "article": one.clock.article if case.bound else None,
        "whose": one.clock.whose.value,
    }
