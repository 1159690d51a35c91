"""Answers: the JSON that other programs rely on. Field names and meanings are a contract; add, never change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from attendance.errors import Fault
from attendance.rules.chronic import Flagged
from attendance.rules.codes import Standing
from attendance.rules.histories import Day
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period
from attendance.rules.totals import Totals

Silent = Mapping[int, Sequence[date]]
"""Lines that have not reported, and the days that are missing."""


def rate(value: float | None) -> float | None:
    """A rate as the contract rounds it."""
    return None if value is None else round(value, 4)


def sums(totals: Totals) -> dict[str, Any]:
    """The figures of a person or a unit."""
    return {
        "scheduled": totals.scheduled,
        "present": totals.present,
        "late": totals.late,
        "excused": totals.excused,
        "absent": totals.absent,
        "unreported": totals.unreported,
        "required": totals.required,
        "rate": rate(totals.rate),
    }


def frame(kind: Kind, period: Period, silent: Silent, labels: Mapping[int, str]) -> dict[str, Any]:
    """What stands at the top of every judgment: kind, period, and what is missing from it."""
    lines = sorted((labels[line], [day.isoformat() for day in days]) for line, days in silent.items())
    return {
        "kind": kind.value,
        "from": period.first.isoformat(),
        "to": period.last.isoformat(),
        "provisional": bool(silent),
        "unreported": [{"unit": unit, "dates": days} for unit, days in lines],
    }


def person(flagged: Flagged, labels: Mapping[int, str], reason: Callable[[Day], str]) -> dict[str, Any]:
    """One person of a flagged list; `reason` says of a day that was not counted why."""
    profile = flagged.history.profile
    unit = flagged.history.unit
    return {
        "nip": profile.nip,
        "name": profile.name,
        "unit": labels[unit] if unit is not None else None,
        **sums(flagged.totals),
        "run": flagged.run,
        "flags": [
            {
                "rule": flag.rule,
                "limit": flag.limit,
                "figure": rate(flag.figure) if flag.rule == "jarang" else flag.figure,
                "dates": [day.day.isoformat() for day in flag.days],
            }
            for flag in flagged.flags
        ],
        "not_counted": [
            {"date": day.day.isoformat(), "code": day.code.value, "reason": reason(day)}
            for day in flagged.history.days
            if day.standing not in (Standing.PRESENT, Standing.ABSENT)
        ],
    }


def with_codes(flagged: Flagged, kind: Kind) -> dict[str, Any]:
    """What a recap by person says besides: how often each code, and for the working day late and early."""
    totals = flagged.totals
    extra: dict[str, Any] = {"codes": {code.value: count for code, count in sorted(totals.codes.items())}}
    if kind is Kind.KERJA:
        extra |= {"late_arrivals": totals.late_arrivals, "early_leaves": totals.early_leaves}
    return extra


def fault(one: Fault) -> dict[str, Any]:
    """A refused row of an import."""
    return {"file": one.place.file, "sheet": one.place.sheet, "row": one.place.row, "message": one.message}


def refused(faults: Iterable[Fault]) -> list[dict[str, Any]]:
    """All refused rows of an import."""
    return [fault(one) for one in faults]
