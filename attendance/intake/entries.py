"""Entries: what a form says of one person at one session, before words are judged over the whole file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from attendance.errors import Fault, Place
from attendance.intake import roll_people, titles, words
from attendance.intake.cells import Cell
from attendance.intake.dates import Written
from attendance.intake.roll_bodies import Body
from attendance.intake.roll_people import Bearers, Known
from attendance.intake.tables import Table
from attendance.intake.titles import Blank, Span
from attendance.intake.words import Word
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind

_APELS = (Kind.APEL_PAGI, Kind.APEL_SORE, Kind.APEL_GABUNGAN)


class Entry(NamedTuple):
    """One person at one session; `kind` None: the form does not say. With faults, nothing else counts.

    `column`: where its word stands, -1 where that is not one cell.
    """

    place: Place
    nip: str
    kind: Kind | None
    day: date
    word: Word
    note: str = ""
    faults: tuple[str, ...] = ()
    column: int = -1


def nowhere(kind: Kind, day: date) -> bool:
    """An office without sessions."""
    return False


@dataclass(frozen=True)
class Question:
    """What the reader was told beside the file, and the words it has looked up already.

    `held`: whether anybody in the office has a session of a kind on a day. `policy`: what a blank cell means.
    `unsure`: words that the form's legend explains in a way that is no code, with what it says.
    """

    codes: Mapping[str, Code | None]
    people: Known
    period: Span | None
    kind: Kind | None
    policy: Blank | None = None
    held: Callable[[Kind, date], bool] = nowhere
    unsure: Mapping[str, str] = field(default_factory=dict)
    kept_kind: Kind | None = None
    known: dict[Cell, Word] = field(default_factory=dict)

    def kind_of(self, table: Table) -> Kind | None:
        """The kind of a table that is not told by its rows or columns; None: nobody says, or the title says another
        kind than was kept of the sender.
        """
        if self.kind or self.kept_kind is None:
            return self.kind or titles.kind(table)
        told = titles.kind(table, self.kept_kind if self.kept_kind in _APELS else Kind.APEL_PAGI)
        return self.kept_kind if told in (None, self.kept_kind) else None

    def word(self, cell: Cell) -> Word:
        """What a cell says."""
        if not isinstance(cell, str):
            return words.read(cell, self.codes)  # 1, 1.0 and True are one key of a dictionary
        if cell not in self.known:
            word = words.read(cell, self.codes)
            if self.unsure and (key := words.fold(cell).replace(".", "")) in self.unsure and key not in self.codes:
                word = Word(words.Said.OPEN, None, None, key)
            self.known[cell] = word
        return self.known[cell]

    def bearers(self, table: Table) -> Bearers:
        """Who bears the names and NIPs of a table."""
        return roll_people.bearers(self.people, table)


class Told(NamedTuple):
    """All that one table of a form says."""

    entries: list[Entry]
    warnings: list[Fault]


class Form(NamedTuple):
    """One way in which rolls are written: is this table one, which dates and marks are on it, what does it say."""

    mine: Callable[[Body, Question], bool]
    written: Callable[[Body, Question], Iterable[Written]]
    entries: Callable[[Body, Question, str], Told]
    columns: Callable[[Body, Question], list[int]]


def faulty(place: Place, *faults: str) -> Entry:
    """A row of which nothing can be taken."""
    return Entry(place, "", None, date.min, Word(words.Said.BLANK), "", faults)
