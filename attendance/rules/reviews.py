"""Reviews: the list that a head confirms before it goes up, known again by a hidden id when it comes back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from attendance.rules.forms import HIDDEN, Broken, Later, checksum
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period

SORT = "konfirmasi"
VERSION = f"{SORT}-1"
"""The second word of the id, by which it is told from that of a roll."""

TRUE, OBJECTION = "BENAR", "KEBERATAN"
"""What a head may answer."""

SIGNED = "Nama yang menandatangani"
"""The cell before the one in which he writes his name."""


class Asked(NamedTuple):
    """Somebody on the list, with the figure that it gives for him."""

    nip: str
    name: str
    absent: int
    required: int


@dataclass(frozen=True, slots=True)
class ReviewId:
    """What a list was given out for. `office`: the first entry's hash; `entry` and `head`: the last entry, its hash."""

    office: str
    entry: int
    head: str
    unit: str  # its path, joined by " / "
    kind: Kind
    period: Period
    people: tuple[Asked, ...]

    def rows(self) -> list[tuple[str, ...]]:
        """The id as rows of a sheet, the checksum in the first."""
        body = [tuple(" ".join(cell.split()) for cell in row) for row in self._body()]  # as a cell is read
        return [(HIDDEN, VERSION, checksum(body), ""), *body]

    def _body(self) -> Iterator[tuple[str, ...]]:
        yield "instansi", self.office, "", ""
        yield "jurnal", str(self.entry), self.head, ""
        yield "unit", self.unit, "", ""
        yield "jenis", self.kind.value, "", ""
        yield "periode", str(self.period.first), str(self.period.last), ""
        for one in self.people:
            yield "pegawai", one.nip, one.name, f"{one.absent}/{one.required}"


def parse(rows: Sequence[Sequence[str]]) -> ReviewId | None:
    """The id in the rows of a sheet; None where it is that of another form.

    Errors: Broken where its checksum does not fit, Later for a later version.
    """
    whole = [(*row[:4], *[""] * (4 - len(row))) for row in rows if any(row)]
    if not whole or whole[0][0] != HIDDEN or not whole[0][1].startswith(SORT):
        return None
    if whole[0][1] != VERSION:
        raise Later
    body = whole[1:]
    if whole[0][2] != checksum(body):
        raise Broken
    told = {row[0]: row[1:3] for row in body if row[0] != "pegawai"}
    first, last = told["periode"]
    return ReviewId(
        office=told["instansi"][0],
        entry=int(told["jurnal"][0]),
        head=told["jurnal"][1],
        unit=told["unit"][0],
        kind=Kind(told["jenis"][0]),
        period=Period(date.fromisoformat(first), date.fromisoformat(last)),
        people=tuple(_asked(row) for row in body if row[0] == "pegawai"),
    )


def _asked(row: Sequence[str]) -> Asked:
    absent, _sign, required = row[3].partition("/")
    return Asked(row[1], row[2], int(absent), int(required))
