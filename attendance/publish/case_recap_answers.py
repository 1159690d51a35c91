"""Case recaps as other programs get them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attendance.publish.case_recaps import Labels
from attendance.rules.case_recaps import Figures, Filed, Kept, Recap, Took
from attendance.rules.cases import Step
from attendance.rules.law import Level
from attendance.rules.rosters import Profile


def answer(now: Recap, before: Recap, labels: Labels, people: Mapping[int, Profile] | None = None) -> dict[str, Any]:
    """A recap beside the period before; with `people` the cases by name too."""
    document = _overall(now)
    document["before"] = _overall(before)
    document["units"] = [
        {"unit": labels[unit] if unit is not None else None, **_figures(held)}
        for unit, held in sorted(now.units.items(), key=lambda one: (one[0] is None, labels[one[0]]))
    ]
    document["levels"] = [{"level": level, **_counted(held)} for level, held in now.levels.items()]
    document["steps"] = [
        {"step": step, "cases": held.cases, "longest": held.longest} for step, held in now.steps.items()
    ]
    document["deadlines"] = [
        {
            "step": ran.clock.ends[0],
            "article": ran.clock.article,
            "whose": ran.clock.whose,
            "unit": labels[ran.unit] if ran.unit is not None else None,
            "by": ran.by.isoformat(),
            "met": ran.met.isoformat() if ran.met else None,
            "late": ran.late,
            "running": ran.running,
        }
        for ran in now.deadlines
    ]
    document["sanctions"] = [
        {"level": level, "sanction": name, "count": count} for (level, name), count in now.sanctions.items()
    ]
    if people is not None:
        document["cases"] = [_named(one, people[one.case.person], labels) for one in now.cases]
    return document


def _overall(one: Recap) -> dict[str, Any]:
    return {
        "from": one.period.first.isoformat(),
        "to": one.period.last.isoformat(),
        "until": one.upto.isoformat(),
        **_figures(one.total),
        "origins": {origin.value: count for origin, count in one.origins.items()},
        "outcomes": {outcome.value: count for outcome, count in one.outcomes.items()},
        "to_decision": _took(one.to_decision),
        "to_close": _took(one.to_close),
        "not_bound": one.unbound,
    }


def _counted(held: Figures) -> dict[str, Any]:
    return {"carried": held.carried, "opened": held.opened, "closed": held.closed, "open": held.open}


def _figures(held: Figures) -> dict[str, Any]:
    decided = {level.value: held.decided.get(level, 0) for level in Level}
    return {**_counted(held), "decided": decided, **_kept(held.deadlines)}


def _kept(held: Kept) -> dict[str, Any]:
    return {"kept": held.kept, "missed": held.missed, "running": held.running, "days_late": held.late}


def _took(took: Took) -> dict[str, Any]:
    mean = None if took.mean is None else round(took.mean, 4)
    return {"cases": took.count, "mean": mean, "longest": took.longest}


def _named(one: Filed, profile: Profile, labels: Labels) -> dict[str, Any]:
    case, closed = one.case, one.done(Step.SELESAI)
    return {
        "number": case.number,
        "nip": profile.nip,
        "name": profile.name,
        "unit": labels[one.unit] if one.unit is not None else None,
        "opened": case.opened.isoformat(),
        "origin": case.origin,
        "level": one.level,
        "step": one.step,
        "sanction": case.sanction or None,
        "closed": closed.isoformat() if closed else None,
    }
