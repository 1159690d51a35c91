"""Forms: what the program gives out to be filled in, and by what it knows them again when they come back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Literal, NamedTuple, TypeAlias

from attendance.rules.codes import Code
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period

Blank: TypeAlias = Literal["hadir", "tk", "lewati"]

HIDDEN = "apel-formulir"
"""The hidden sheet that holds the id of a form, and the first word on it."""

GUIDE, GUIDE_SAYS = "Petunjuk", "PETUNJUK PENGISIAN"
"""The sheet that says how a form is filled in, and how its first cell begins."""

REMARKS, REMARKS_SAYS = "Catatan apel", "CATATAN APEL"
"""The sheet with what is wrong with a whole file, and how its first cell begins."""

REMARK = "CATATAN APEL"
"""The heading of the column of remarks in a file that is handed back; before a remark where both are in one cell."""


def remarked(words: str) -> bool:
    """Whether a cell is the top of the column of remarks."""
    return words == REMARK or words.startswith(f"{REMARK}: ")


PAPER_ONLY = "TT"
"""The heading of the column that is for ink alone."""

BLANK_SAYS: Mapping[Blank, str] = {
    "lewati": "Kosong = tidak dicatat",
    "hadir": "Kosong = hadir",
    "tk": "Kosong = tanpa keterangan",
}
"""What a form says of its blank cells; the unit may choose another than the first."""

NOT_REQUIRED = "-"
"""What a form holds where somebody is not required: a reader takes it for no session."""

VERSION = "1"
SHORT = 16
"""How many digits of a hash an id holds."""


def own_sheet(name: str | None, first: str) -> bool:
    """Whether a sheet is the program's own, and no list: by its name and how its first cell begins."""
    told = (name or "").casefold(), first.upper()
    return any(
        told[0] == sheet.casefold() and told[1].startswith(says)
        for sheet, says in ((GUIDE, GUIDE_SAYS), (REMARKS, REMARKS_SAYS))
    )


class Person(NamedTuple):
    """Somebody on a form, and what was printed for him: a code, or None where he is not required."""

    nip: str
    name: str
    printed: Mapping[date, Code | None]


@dataclass(frozen=True, slots=True)
class FormId:
    """What a form was given out for. `office`: the first entry's hash; `entry` and `head`: the last entry, its hash.

    `titles`: the texts over its table. `headings`: those of its columns of days, in order; none on a list of one day.
    """

    office: str
    entry: int
    head: str
    unit: str
    lines: tuple[str, ...]  # paths, joined by " / "
    kind: Kind
    period: Period
    days: tuple[date, ...]
    titles: tuple[str, ...]
    headings: tuple[str, ...]
    people: tuple[Person, ...]

    def rows(self) -> list[tuple[str, ...]]:
        """The id as rows of a sheet, the checksum in the first."""
        return [(HIDDEN, VERSION, self.checksum, ""), *self._read()]

    @property
    def checksum(self) -> str:
        """What the id is called in short: a paper has it at its foot."""
        return checksum(self._read())

    def _read(self) -> list[tuple[str, ...]]:
        """The id as its cells are read."""
        return [tuple(" ".join(cell.split()) for cell in row) for row in self._body()]

    def _body(self) -> Iterator[tuple[str, ...]]:
        yield "instansi", self.office, "", ""
        yield "jurnal", str(self.entry), self.head, ""
        yield "unit", self.unit, "", ""
        yield "jenis", self.kind.value, "", ""
        yield "periode", str(self.period.first), str(self.period.last), ""
        for name, values in (
            ("barisan", self.lines),
            ("tanggal", tuple(map(str, self.days))),
            ("judul", self.titles),
            ("kolom", self.headings),
        ):
            for value in values:
                yield name, value, "", ""
        for one in self.people:
            words = (f"{day}={code.value if code else NOT_REQUIRED}" for day, code in sorted(one.printed.items()))
            yield "pegawai", one.nip, one.name, " ".join(words)


class Broken(ValueError):
    """An id that does not add up: somebody has changed it, or a part is lost."""


class Later(ValueError):
    """An id of a later version of the program."""


def checksum(rows: Iterable[Sequence[str]]) -> str:
    """A digest of the rows of an id."""
    return sha256("\n".join("\t".join(row) for row in rows).encode()).hexdigest()[:20]


def parse(rows: Sequence[Sequence[str]]) -> FormId:
    """The id in the rows of a sheet. Errors: Broken where its checksum does not fit, Later for a later version."""
    whole = [(*row[:4], *[""] * (4 - len(row))) for row in rows if any(row)]
    if not whole or whole[0][0] != HIDDEN:
        raise Broken
    if whole[0][1] != VERSION:
        raise Later if whole[0][1].isdecimal() else Broken
    body = whole[1:]
    if whole[0][2] != checksum(body):
        raise Broken

    def all_(name: str) -> tuple[str, ...]:
        return tuple(row[1] for row in body if row[0] == name)

    (office,), (unit,), (kind,) = all_("instansi"), all_("unit"), all_("jenis")
    two = {row[0]: row[1:3] for row in body}
    (entry, head), (first, last) = two["jurnal"], two["periode"]
    return FormId(
        office=office,
        entry=int(entry),
        head=head,
        unit=unit,
        lines=all_("barisan"),
        kind=Kind(kind),
        period=Period(date.fromisoformat(first), date.fromisoformat(last)),
        days=tuple(map(date.fromisoformat, all_("tanggal"))),
        titles=all_("judul"),
        headings=all_("kolom"),
        people=tuple(Person(row[1], row[2], _printed(row[3])) for row in body if row[0] == "pegawai"),
    )


def _printed(words: str) -> dict[date, Code | None]:
    pairs = (word.partition("=") for word in words.split())
    return {date.fromisoformat(day): None if code == NOT_REQUIRED else Code(code) for day, _sign, code in pairs}
