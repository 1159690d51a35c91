"""Cases as they stand in the ledger of an office, written down in a line each, for tests of what is told of them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from officer import Apel

from attendance.ledger import cases, journal, people
from attendance.ledger.engine import engine, writing
from attendance.rules.cases import Case, Done, Origin, Rested, Step
from attendance.rules.law import Level


def done(text: str, **details: str) -> Done:
    """A step as STEP DAY [what it is about]: the day to which it calls, the level and sanction, or the outcome."""
    name, on, *more = text.split(maxsplit=2)
    step, told, meets = Step(name), dict(details), None
    if more and step is Step.KEPUTUSAN:
        told["level"], told["sanction"] = more[0].split(maxsplit=1)
    elif more and step is Step.SELESAI:
        told["outcome"] = more[0]
    elif more:
        meets = date.fromisoformat(more[0])
    return Done(step, date.fromisoformat(on), f"R.{name}/2026", "KEPALA RAHASIA", meets, details=told)


def case(number: str, opened: str, *steps: str, **more: Any) -> Case:
    """A case with its steps; `more` are fields of it."""
    fields: dict[str, Any] = {
        "person": 0,
        "origin": Origin.KEHADIRAN,
        "allegation": "tidak masuk kerja tanpa alasan yang sah",
        "level": Level.SEDANG,
        "article": "Pasal 10 ayat (2) huruf f angka 1",
        "rested": Rested("kerja", 2026, (), (), "PP 94/2021", "Pasal 10", "potong-tukin-6", "sedang"),
    }
    return Case(number, opened=date.fromisoformat(opened), steps=tuple(map(done, steps)), **{**fields, **more})


def put(apel: Apel, *found: tuple[str, Case]) -> None:
    """Cases are in the ledger, each of the person of a NIP, with all their steps."""
    made = engine(str(apel.database))
    try:
        with writing(made) as session:
            draft = journal.begin(session, "case open", actor="officer", at=datetime.now(UTC))
            known = people.numbers(session, {nip for nip, _case in found})
            for nip, one in found:
                opened = Case(**{name: getattr(one, name) for name in Case.__slots__} | {"person": known[nip]})
                cases.open_case(draft, opened)
                for at, step in enumerate(one.steps):
                    before = Case(
                        **{name: getattr(opened, name) for name in Case.__slots__} | {"steps": _known(one, at)}
                    )
                    cases.record(draft, before, step)
            draft.seal()
    finally:
        made.dispose()


def _known(one: Case, count: int) -> tuple[Done, ...]:
    return tuple(
        Done(**{name: getattr(step, name) for name in Done.__slots__} | {"serial": at})
        for at, step in enumerate(one.steps[:count], 1)
    )


def tables(path: Path) -> list[str]:
    """The sheets of a workbook by their names."""
    from openpyxl import load_workbook

    return load_workbook(path).sheetnames
