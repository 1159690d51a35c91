"""Cases as an officer tells them, a line a step: `panggilan-1 2026-03-12 -> 2026-03-30`, `tim 2026-03-16`.

After the day come, in any order, `-> DAY` (to which it calls) and `name=value` (details).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from working_years import calendar

from attendance.rules import procedure
from attendance.rules.cases import Case, Done, Origin, Step
from attendance.rules.law import Level
from attendance.rules.procedure import Breach

LONG_AFTER = date(2027, 6, 30)

RINGAN = """
panggilan-1 2026-03-12 -> 2026-03-30
pemeriksaan 2026-03-30
keputusan 2026-03-31 level=ringan sanction=teguran-tertulis
terima 2026-04-02
dijalani 2026-04-24
"""

BERAT = """
panggilan-1 2026-03-12 -> 2026-03-30
tim 2026-03-16
pemeriksaan 2026-03-30
laporan 2026-03-31
keputusan 2026-04-02 level=berat sanction=pdhtaps
"""
NEVER_CAME = """
panggilan-1 2026-03-12 -> 2026-03-30
tidak-hadir-1 2026-03-30
panggilan-2 2026-03-31 -> 2026-04-08
tidak-hadir-2 2026-04-08
"""


def done(line: str) -> Done:
    """One step."""
    name, day, *more = line.split()
    meets = date.fromisoformat(more[more.index("->") + 1]) if "->" in more else None
    details = dict(word.split("=", 1) for word in more if "=" in word)
    return Done(Step(name), date.fromisoformat(day), meets=meets, details=details)


def case(steps: str = "", level: str = "ringan", *, opened: str = "2026-03-02", binding: bool = True) -> Case:
    """A case with these steps, whatever is thought of them."""
    told = tuple(done(line) for line in steps.strip().splitlines() if line.strip())
    heavy = Level(level) if level else None
    return Case("PD-1/2026", 1, Origin.KEHADIRAN, date.fromisoformat(opened), "", heavy, binding=binding, steps=told)


def taken(steps: str, level: str = "ringan", **words: object) -> Case:
    """A case every step of which was examined before it was taken."""
    found = case("", level, **words)  # type: ignore[arg-type]
    for line in steps.strip().splitlines():
        assert wrong(found, line) == [], line
        found = with_(found, line)
    return found


def with_(of: Case, line: str) -> Case:
    """A case and one step more."""
    return replace(of, steps=(*of.steps, done(line)))


def breaches(of: Case, line: str, today: date = LONG_AFTER) -> tuple[Breach, ...]:
    """What is wrong with a step as the next of a case."""
    return procedure.examine(of, done(line), calendar(), today)


def wrong(of: Case, line: str, today: date = LONG_AFTER) -> list[str]:
    """What is wrong with a step, in a word each."""
    return [one.wrong.value for one in breaches(of, line, today)]


def may(of: Case) -> str:
    """The steps that may come, in a line."""
    return " ".join(procedure.may(of))
