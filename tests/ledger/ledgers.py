"""A ledger as the commands use it, and everything that can be asked of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from attendance.errors import Place
from attendance.ledger import (
    calendars,
    checks,
    configuration,
    exemptions,
    journal,
    letters,
    people,
    rolls,
    scans,
    undoing,
    units,
)
from attendance.ledger.engine import engine, reading, writing
from attendance.ledger.journal import Draft
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind
from attendance.rules.letters import Letter
from attendance.rules.periods import Period
from attendance.rules.postings import Posting
from attendance.rules.rolls import Mark
from attendance.rules.rosters import Profile

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
MOMENT = datetime(2026, 3, 31, 8, 0, tzinfo=UTC)
TYPED = (None, None)
KINDS = (Kind.APEL_PAGI, Kind.KERJA)


def day(number: int) -> date:
    """A day of March 2026."""
    return date(2026, 3, number)


def nip(number: int) -> str:
    """The NIP of an invented person."""
    return f"19850101201001{1}{number:03d}"


def mark(person: int, number: int, code: str, at: str | None = None, kind: Kind = Kind.APEL_PAGI) -> Mark:
    """What a roll says of a person on a day of March 2026."""
    return Mark(nip(person), kind, day(number), Code(code), time.fromisoformat(at) if at else None, "", Place(""))


def letter(person: int, code: str, first: int, last: int, number: str = "1") -> Letter:
    """A letter over some days of March 2026."""
    return Letter(nip(person), Code(code), code, day(first), day(last), number, None, "", Place(""))


@dataclass
class Ledger:
    """A database that is written to as the commands do it."""

    path: Path
    engine: Engine = field(init=False)

    def __post_init__(self) -> None:
        self.engine = engine(self.path)

    @contextmanager
    def act(self, action: str = "act") -> Iterator[Draft]:
        """One entry; if it comes to nothing there is none."""
        with writing(self.engine) as session:
            draft = journal.begin(session, action, actor="officer", at=MOMENT)
            yield draft
            if draft.empty:
                draft.drop()
            else:
                draft.seal()

    @contextmanager
    def ask(self, as_of: int | None = None) -> Iterator[Session]:
        """All answers from one state."""
        with reading(self.engine, as_of) as session:
            yield session

    def undo(self, number: int) -> int:
        """Take an entry back; answers the entry that did it."""
        with writing(self.engine) as session:
            return undoing.undo(session, number, actor="officer", at=MOMENT).seal().id

    def overtaken(self, number: int) -> list[int]:
        """The entries that stand in the way of an undo; nothing is written."""
        try:
            with writing(self.engine, keep=False) as session:
                undoing.undo(session, number, actor="officer", at=MOMENT)
        except undoing.Overtaken as overtaken:
            return overtaken.by
        return []

    @property
    def last(self) -> int:
        """The number of the last entry."""
        with self.ask() as session:
            return journal.head(session)[0]

    def state(self, as_of: int | None = None) -> dict[str, Any]:
        """Every answer of every question."""
        with self.ask(as_of) as session:
            return answers(session)

    def change(self, statement: str, *values: object) -> int:
        """Change the file behind the program's back; answers how many rows it was."""
        with closing(sqlite3.connect(self.path)) as raw, raw:
            return raw.execute(statement, values).rowcount

    def rows(self, query: str) -> list[Any]:
        """Ask the file itself."""
        with closing(sqlite3.connect(self.path)) as raw:
            return raw.execute(query).fetchall()

    def close(self) -> None:
        """Leave the file alone."""
        self.engine.dispose()


def employ(draft: Draft, *persons: int, unit: str = "DINAS CONTOH", first: date = date(2026, 1, 1)) -> dict[int, int]:
    """People of a unit; answers their numbers in the ledger."""
    (place,) = units.meet(draft, [(unit,)]).values()
    ids = people.meet(draft, map(nip, persons))
    known = {person: ids[nip(person)] for person in persons}
    people.record_profiles(draft, [(known[one], Profile(nip(one), f"PEGAWAI {one}"), TYPED) for one in persons])
    people.record_postings(draft, [(known[one], Posting(place, place, first), "", TYPED) for one in persons])
    return known


def answers(session: Session) -> dict[str, Any]:
    """What the ledger says to every question that it can be asked."""
    everyone = people.numbers(session).values()
    tree = units.tree(session)
    established = units.established(session)
    return {
        "sections": configuration.sections(session),
        "years": calendars.years(session),
        "days": [special for _number, special in calendars.days(session)],
        "calls": calendars.calls(session, YEAR),
        "exemptions": [(one.person, one.unit, one.exemption) for one in exemptions.granted(session)],
        "letters": [(one.person, one.letter, one.entry) for one in letters.filed(session)],
        "profiles": people.profiles(session),
        "postings": people.postings(session),
        "labels": {unit: (tree.label(unit), tree.find(tree.units[unit].name)) for unit in established},
        "heads": units.heads(session, YEAR.last),
        "marks": {kind: dict(rolls.recorded_marks(session, kind, YEAR, everyone)) for kind in KINDS},
        "closures": {kind: rolls.closures(session, kind, YEAR) for kind in KINDS},
        "parked": rolls.parked(session),
        "pins": scans.parked(session),
        "links": {pin: sorted(spans) for pin, spans in scans.linked(session).items()},
        "scans": scans.of_people(session, YEAR, everyone),
        "quarantined": list(checks.quarantined(session)),
        "collisions": list(checks.collisions(session)),
        "late": list(checks.after_signing(session)),
    }
