"""Entries: what a form says of one person at one session, before words are judged over the whole file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from attendance.errors import Fault, Place
from attendance.intake import titles, words
from attendance.intake.cells import Cell, shown
from attendance.intake.people import who
from attendance.intake.tables import Record, Table
from attendance.intake.titles import Span
from attendance.intake.words import Word
from attendance.language import _
from attendance.rules import names
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind


class Entry(NamedTuple):
    """One person at one session; `kind` None: the form does not say. With faults, nothing else counts."""

    place: Place
    nip: str
    kind: Kind | None
    day: date
    word: Word
    note: str = ""
    faults: tuple[str, ...] = ()


@dataclass(frozen=True)
class Question:
    """What the reader was told beside the file, and the words it has looked up already."""

    codes: Mapping[str, Code | None]
    people: Mapping[str, tuple[str, ...]]
    period: Span | None
    kind: Kind | None
    known: dict[Cell, Word] = field(default_factory=dict)

    def kind_of(self, table: Table) -> Kind | None:
        """The kind of a table that is not told by its rows or columns; None: nobody says."""
        return self.kind or titles.kind(table)

    def word(self, cell: Cell) -> Word:
        """What a cell says."""
        if not isinstance(cell, str):
            return words.read(cell, self.codes)  # 1, 1.0 and True are one key of a dictionary
        if cell not in self.known:
            self.known[cell] = words.read(cell, self.codes)
        return self.known[cell]

    def person(self, record: Record) -> tuple[str, str]:
        """NIP and "", or "" and why it is not known who this is."""
        nip, name, fault = who(record)
        if not fault or "nip" in record.heads.columns:
            return nip, fault
        found = self.people.get(names.bare(name), ())
        if len(found) == 1:
            return found[0], ""
        if found:
            return "", _("{count} people are called {name}; add a column NIP").format(
                count=len(found), name=shown(name)
            )
        return "", _("nobody is known by the name {name}; correct it, or add a column NIP").format(name=shown(name))


class Told(NamedTuple):
    """All that one table of a form says."""

    entries: list[Entry]
    warnings: list[Fault]


def faulty(place: Place, *faults: str) -> Entry:
    """A row of which nothing can be taken."""
    return Entry(place, "", None, date.min, Word(words.Said.BLANK), "", faults)
