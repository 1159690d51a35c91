"""The body of a roll: the rows about people, further lines of the same person, and the rows about nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from attendance.intake import titles, words
from attendance.intake.cells import Cell, fold, shown, text
from attendance.intake.tables import Record, Table
from attendance.intake.titles import Blank
from attendance.intake.words import Said
from attendance.intake.workbooks import Row
from attendance.language import _
from attendance.rules.kinds import Kind

KEYS = ("nip", "name")
_KINDS = ("APEL", "SESI", "WAKTUAPEL", "PAGISORE", "APELPAGISORE", "SESIAPEL")


_NIP = re.compile(r"(?:NIP\.?\s*:?\s*)?\d{8}\s?\d{6}\s?\d\s?\d{3}$", re.IGNORECASE)


def _explains(record: Record) -> bool:
    """A line of a legend, no person: a code of a few letters, and beside it what it means."""
    if record.text("number").isdigit() or _NIP.search(record.text("nip")):
        return False
    filled = [word for word in record.words if word]
    return any(len(short) < 4 < len(long) and _code(short) and _code(long) for short, long in pairwise(filled[:3]))


def _code(word: str) -> bool:
    return word.isascii() and words.read(word, {}).said in (Said.MARK, Said.OPEN)


@dataclass(frozen=True)
class Body:
    """A table of a roll with its rows sorted out."""

    table: Table

    @cached_property
    def records(self) -> list[Record]:
        """The rows about people, with the lines below a name that is merged over them or that name another kind."""
        return self._sorted[0]

    @cached_property
    def lines(self) -> frozenset[int]:
        """Row numbers of the further lines of a person."""
        return frozenset(self._sorted[1])

    @cached_property
    def others(self) -> list[Row]:
        """Filled rows below the headings that are about nobody: sections, sums, legends, signatures."""
        return self._sorted[2]

    @cached_property
    def last(self) -> int:
        """The number of the last row about somebody, else that of the headings."""
        return self.records[-1].place.row or 0 if self.records else self.table.heads.last

    @cached_property
    def blank(self) -> Blank | None:
        """What the form itself says a blank cell means; also the one above it on the same sheet."""
        before, first = self.table.before, self.table.sheet.rows[0][0]
        alone = [(0, list(r.cells)) for r in self.records if r.words.count("") + 1 >= len(r.words)]
        above = self.table.sheet.rows[: self.table.heads.first - first]
        return titles.legend((*above, *self.others, *alone)) or (Body(before).blank if before else None)

    @cached_property
    def _sorted(self) -> tuple[list[Record], list[int], list[Row]]:
        """Records, row numbers of further lines, and all other filled rows."""
        heads, sheet = self.table.heads, self.table.sheet
        known = {record.place.row: record for record in self.table.records(KEYS) if not _explains(record)}
        records: list[Record] = []
        lines: list[int] = []
        others: list[Row] = []
        near: int | None = None
        for number, cells in sheet.rows[heads.last - sheet.rows[0][0] + 1 :]:
            if number in known:
                if near == number - 1 and self._owns(records[-1], known[number]):
                    records[-1] = self._numbered(records[-1], known[number])
                    if len(list(filter(None, known[number].words))) > 1:
                        records.append(self._line(records[-1], number, cells))
                        lines.append(number)
                else:
                    records.append(known[number])
            elif not any(map(text, cells)):
                continue
            elif near == number - 1 and records and self._further(number, cells):
                records.append(self._line(records[-1], number, cells))
                lines.append(number)
            else:
                others.append((number, cells))
                continue
            near = number
        return records, lines, others

    def _further(self, number: int, cells: Sequence[Cell]) -> bool:
        """The row goes on with the person above: his cell is merged down to it, or it names nobody but a kind."""
        heads, merged = self.table.heads, self.table.sheet.merged
        if merged and any((number, heads.columns.get(field)) in merged for field in KEYS):
            return True
        if any(text(heads.get(cells, field)) for field in (*KEYS, "number")):
            return False
        return any(column < len(cells) and titles.kind_of(text(cells[column])) for column in self._kinds)

    def _owns(self, person: Record, below: Record) -> bool:
        """The row below a name holds nothing but his NIP where the name stands."""
        if "nip" in self.table.heads.columns or below.text("number"):
            return False
        return _NIP.match(below.text("name")) is not None and not _NIP.search(person.text("name"))

    def _numbered(self, person: Record, below: Record) -> Record:
        """A person with the NIP that stands below his name."""
        column, whole = self.table.heads.columns["name"], f"{person.text('name')} {below.text('name')}"
        cells, words = list(person.cells), list(person.words)
        cells[column] = words[column] = whole
        return replace(person, cells=tuple(cells), words=tuple(words))

    def _line(self, person: Record, number: int, cells: Sequence[Cell]) -> Record:
        """A further line, with the person's own cells filled in."""
        full = [*cells, *[""] * (len(person.cells) - len(cells))]
        for field in (*KEYS, "number"):
            column = self.table.heads.columns.get(field)
            if column is not None:
                full[column] = person.cells[column]
        return replace(person, place=self.table.sheet.place(number), cells=tuple(full), words=tuple(map(text, full)))

    @cached_property
    def _kinds(self) -> list[int]:
        """The columns that may name the kind of each row."""
        heads = self.table.heads
        own = [heads.columns["kind"]] if "kind" in heads.columns else []
        taken = set(heads.columns.values())
        return own + [h.column for h in heads.all if h.column not in taken and fold(h.whole) in _KINDS]

    @cached_property
    def _named(self) -> list[int]:
        """Of those the ones that do: JENIS in any case, APEL and the like where nothing else stands under them."""
        own = self.table.heads.columns.get("kind")
        return [c for c in self._kinds if c == own or self._all_kinds(c)]

    def _all_kinds(self, column: int) -> bool:
        under = {r.words[column] for r in self.records if column < len(r.words)} - {""}
        return bool(under) and all(map(titles.kind_of, under))

    def kind(self, record: Record, faults: list[str]) -> Kind | None:
        """The kind that a row names for itself; None where it names none. What is no kind is added to `faults`."""
        for column in self._named:
            named = record.words[column] if column < len(record.words) else ""
            kind = titles.kind_of(named)
            if named and kind is None:
                choice = ", ".join(kind.value for kind in Kind)
                faults.append(
                    _("{kind} is no kind of session; write one of {choice}").format(kind=shown(named), choice=choice)
                )
            if named:
                return kind
        return None
