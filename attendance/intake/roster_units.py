"""The unit of a row of a roster: by its columns, by the lines between the rows, by the title of the sheet."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from attendance.errors import Fault, Place
from attendance.intake.cells import shown, text
from attendance.intake.roster_words import gone, status_of
from attendance.intake.tables import LABELLED, Record, Section, Table
from attendance.language import _
from attendance.rules import ranks, unit_names, unors
from attendance.rules.rosters import Path, Status
from attendance.rules.unit_names import Height, Line
from attendance.rules.units import fold

_UNORS = ("UNORNAMA", "NAMAUNOR", "UNOR")
_CUT = 31
_NO_NAME = re.compile(
    r"[\W\d_]*|.*\d{8}.*|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.*|\W*(?:idem|dito|s\W?d\W?a|sama)\W*", re.IGNORECASE
)


class Standing(NamedTuple):
    """What the lines above a row say: its unit, its status, and why they do not say it well."""

    unit: Path
    status: Status | None
    fault: str


@dataclass
class Units:
    """The units of one table. `title`: of the whole sheet; `otherwise`: of rows that name none, if that is known."""

    table: Table
    title: Path
    otherwise: Path
    known: Collection[str]
    doubts: list[Fault] = field(default_factory=list)
    people: list[Place] = field(default_factory=list)  # lines that are somebody without a NIP, and no unit
    _standing: dict[tuple[Section, ...], Standing] = field(default_factory=dict)
    _seen: set[Section] = field(default_factory=set)
    _blank: list[tuple[int | None, Path]] = field(default_factory=list)
    _told: dict[tuple[str, str], tuple[Path, str]] = field(default_factory=dict)

    def of(self, record: Record, told: Mapping[str, str]) -> tuple[Path, str]:
        """The unit of a row and "", or an empty path and what is wrong."""
        own, parent = told.get("unit", ""), told.get("parent", "")
        if own or parent:
            if (own, parent) not in self._told:
                self._told[own, parent] = self._column(own.strip(" -–—"), typed(parent), record)
            unit, fault = self._told[own, parent]
            if unit or fault:
                return unit, fault
        standing = self.standing(record.sections)
        unit = standing.unit or (() if standing.fault else self.title or self.otherwise)
        if unit and "unit" in record.heads.columns:
            self._blank.append((record.place.row, unit))
        if unit or standing.fault:
            return unit, standing.fault
        if self._letterhead:
            message = _('no unit is named; if all are of the one above the list, say so with --unit "{unit}"')
            return (), message.format(unit=self._letterhead)
        return (), _("no unit is named; add a column UNIT KERJA, or say which with --unit")

    @cached_property
    def _letterhead(self) -> str:
        """The one line above the headings that is the name of a unit; it may be only that of the sender."""
        found = [line for line in above(self.table) if unit_names.height(line) is Height.TOP]
        return found[0] if len(found) == 1 else ""

    def _column(self, own: str, parent: Path, record: Record) -> tuple[Path, str]:
        """The unit that the columns name; an empty path and "" where they hold a dash."""
        for name in (own, *parent):
            if name and (_NO_NAME.fullmatch(name) or ranks.alone(name)):
                message = _("the unit reads {unit}, which is no name of a unit; see whether the columns have shifted")
                return (), message.format(unit=shown(name))
        return self._joined(self._own(own, record) if own else (), parent)

    def all_doubts(self) -> list[Fault]:
        """What was doubtful, row by row; an empty cell under UNIT KERJA is, where others are filled."""
        if self._told:
            message = _("no unit stands in this row, though others have one; it was taken as {unit}")
            for row, unit in self._blank:
                self._doubt(row, message.format(unit=" / ".join(unit)))
            self._blank.clear()
        return sorted(self.doubts, key=lambda fault: fault.place.row or 0)

    def standing(self, sections: tuple[Section, ...]) -> Standing:
        """What the lines above a row say; each line is looked at once."""
        if sections not in self._standing:
            self._standing[sections] = self._stand(sections)
        return self._standing[sections]

    def _own(self, name: str, record: Record) -> Path:
        unor = record.heads.named("unit") in _UNORS
        path = unors.split(name, self.known) if unor else typed(name)
        if unor and path != unors.plain(name):
            message = _("the unit {unit} was read as {path}")
            self._doubt(record.place.row, message.format(unit=shown(name), path=" / ".join(path)))
        if len(path) == 1 and self.title and unit_names.height(name) in (Height.PART, Height.SMALL):
            return unit_names.path([Line(name, called=True)], self.title)
        return path

    def _joined(self, own: Path, parent: Path) -> tuple[Path, str]:
        """Both columns as one path: the parent may stand in the own path already, or above it."""
        if not own or not parent:
            return own or parent, ""
        folded, above = tuple(map(fold, own)), tuple(map(fold, parent))
        if above[-1] in folded:
            return (*parent[:-1], *own[folded.index(above[-1]) :]), ""
        if folded[0] in above:
            return (*parent[: above.index(folded[0])], *own), ""
        if {unit_names.height(own[0]), unit_names.height(parent[-1])} == {Height.TOP} and len(own) > 1:
            return (), _("the unit says {own} and its parent says {parent}; correct one of them").format(
                own=shown(own[0]), parent=shown(parent[-1])
            )
        return parent + own, ""

    def _stand(self, sections: tuple[Section, ...]) -> Standing:
        lines: list[Line] = []
        status, left = None, ""
        for section in sections:
            if not section.text:
                self._unnamed(section, lines)
                continue
            left = gone("", unit_names.unmarked(section.text))
            if left:
                continue
            labelled = LABELLED.match(unit_names.unmarked(section.text))
            name = labelled[1].strip() if labelled else unit_names.unmarked(section.text)
            said = status_of(name) if unit_names.height(name) is Height.UNKNOWN else None
            if said is not None:
                status = said
            elif labelled is not None:
                lines.append(Line(name, called=True))
            elif name and unit_names.is_group(name):
                lines.append(Line(section.text, group=True))
            elif name and not self._somebody(section):
                lines.append(Line(section.text))
                self._unsure(section, name)
        if left:
            message = _("the line above says {words}; delete those below it who are no longer in service")
            return Standing((), status, message.format(words=shown(left)))
        unit = unit_names.path(lines, self.title, self.otherwise)
        if len(unit) == 1 and unit_names.homeless(unit[0]) and fold(unit[0]) not in map(fold, self.otherwise):
            return Standing(
                (),
                status,
                _("the line {text} above names a part of a unit, and nothing says of which; say it with --unit").format(
                    text=shown(unit[0])
                ),
            )
        return Standing(unit, status, "")

    def _somebody(self, section: Section) -> bool:
        """The line stands in the column of names and looks like no unit: a person without a NIP."""
        heads = self.table.heads
        named = section.column == heads.columns.get("name") and "number" in heads.columns
        if not named or unit_names.marked(section.text) or self._sure(section.text):
            return False
        place = self.table.sheet.place(section.row)
        if place not in self.people:
            self.people.append(place)
        return True

    def _unnamed(self, section: Section, lines: list[Line]) -> None:
        """Say once that a list begins anew without a unit of its own."""
        if section not in self._seen:
            self._seen.add(section)
            unit = " / ".join(unit_names.path(lines, self.title, self.otherwise) or self.title or self.otherwise)
            message = _(
                "a list begins anew here, and no unit is named above it; its people were taken as those of {unit}"
            )
            self._doubt(section.row, message.format(unit=unit))

    def _unsure(self, section: Section, name: str) -> None:
        """Say once that a line was taken as a unit which does not look like one."""
        if not self._sure(name) and section not in self._seen:
            self._seen.add(section)
            message = _("the line {text} was taken as the unit of those below it; if it is none, delete the line")
            self._doubt(section.row, message.format(text=shown(section.text)))

    def _sure(self, name: str) -> bool:
        return unit_names.height(name) is not Height.UNKNOWN or fold(name) in self.known

    def _doubt(self, row: int | None, message: str) -> None:
        self.doubts.append(Fault(self.table.sheet.place(row), message))


def titled(table: Table) -> Path:
    """The unit of a whole sheet: "UNIT KERJA : DINAS X" above the headings, or the sheet's own name; else empty.

    Excel cuts the names of sheets at 31 characters: one of that length is not believed.
    """
    found = (LABELLED.match(line) for line in above(table))
    said: Path = next((typed(hit[1]) for hit in found if hit and not _NO_NAME.fullmatch(hit[1])), ())
    name = table.sheet.name or ""
    sure = unit_names.height(name) is Height.TOP and len(name) < _CUT
    return said or ((name.strip(),) if sure else ())


def above(table: Table) -> list[str]:
    """The lines above the headings."""
    rows: dict[int, list[str]] = {}
    for number, cell in table.above():
        if text(cell) not in rows.setdefault(number, []):
            rows[number].append(text(cell))
    return [" ".join(words) for words in rows.values()]


def typed(name: str) -> Path:
    """A unit as people type it, with those above it before it: "A / B"; empty for an empty cell or a dash."""
    return tuple(part.strip() for part in name.split(" / ") if part.strip(" -–—"))
