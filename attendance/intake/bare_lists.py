"""Lists of people without any headings: which column is which is told by what stands in it, and said aloud."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from attendance.errors import Fault
from attendance.intake.cells import Cell, shown, text
from attendance.intake.headings import Heading, Headings
from attendance.intake.roster_words import status_of
from attendance.intake.tables import Table
from attendance.intake.workbooks import Sheet
from attendance.language import _
from attendance.rules import names, nip, ranks, unit_names

SAMPLE = 50
"""How many rows are looked at."""

_DIGITS = re.compile(r"\d{8}")
_NO_NAMES = re.compile(
    r"(?:LAKI|PEREMPUAN|PRIA|WANITA|ISLAM|KRISTEN|KATOLIK|HINDU|BUDDHA|BUDHA|PROTESTAN|KONGHUCU|PNS|CPNS|PPPK|P3K|AKTIF"
    r"|KAWIN|MENIKAH|BELUM|KEPALA|ANALIS|PENGELOLA|STAF|GURU|PELAKSANA|PENGADMINISTRASI|SEKRETARIS|S1|S2|SMA|SLTA|D3)\b"
)


class Guessed(NamedTuple):
    """A sheet without headings as a table, and what was taken for what, in a sentence."""

    table: Table
    guess: Fault


def table(sheet: Sheet) -> Guessed | None:
    """The sheet as a table if one column holds NIPs, or numbers that were NIPs, in most rows; else None."""
    filled = [(number, cells) for number, cells in sheet.rows if any(map(text, cells))]
    first = next((at for at, (_number, cells) in enumerate(filled[:SAMPLE]) if any(map(_like_nip, cells))), 0)
    rows = [cells for _number, cells in filled[first : first + SAMPLE]]
    columns = range(max(map(len, rows), default=0))
    tests = {"nip": _like_nip, "rank": _like_rank, "status": _like_status, "unit": _like_unit}
    found: dict[str, int] = {}
    for field, like in tests.items():
        for column in columns:
            if column not in found.values() and _mostly(like(c[column]) for c in rows if column < len(c)):
                found[field] = column
                break
    if "nip" not in found:
        return None
    name = _names(rows, [column for column in columns if column not in found.values()], found["nip"])
    if name is None:
        return None
    found["name"] = name
    while first and _damaged(filled[first - 1][1], found):
        first -= 1
    begins = filled[first][0]
    heads = Headings(begins - 1, begins - 1, tuple(Heading(c, (f,)) for f, c in found.items()), found)
    return Guessed(Table(sheet, heads), _guess(sheet, found, rows))


def _damaged(cells: list[Cell], found: dict[str, int]) -> bool:
    """Whether a row above the first NIP is about somebody all the same: digits stand where NIPs do, and a name."""
    number, name = (text(cells[found[field]]) if found[field] < len(cells) else "" for field in ("nip", "name"))
    return bool(_DIGITS.search(number) and name)


def _guess(sheet: Sheet, found: dict[str, int], rows: list[list[Cell]]) -> Fault:
    words = {"nip": "NIP", "name": "NAMA", "rank": "GOLONGAN", "status": "STATUS", "unit": "UNIT KERJA"}
    name = next(c[found["name"]] for c in rows if found["name"] < len(c) and text(c[found["name"]]))
    example = {"name": f" ({shown(name)})"}
    read = ", ".join(
        f"{_letter(column)} = {words[field]}{example.get(field, '')}"
        for field, column in sorted(found.items(), key=lambda f: f[1])
    )
    message = _("the list has no headings; by what stands in the columns they were read as {read}").format(read=read)
    return Fault(sheet.place(), message)


def _letter(column: int) -> str:
    """A column as a spreadsheet calls it."""
    return (_letter(column // 26 - 1) if column >= 26 else "") + chr(ord("A") + column % 26)


def _names(rows: list[list[Cell]], columns: list[int], beside: int) -> int | None:
    """The column of names: texts that look like names and hardly repeat, the one nearest to the NIPs."""
    fitting = []
    for column in columns:
        told = [c[column] for c in rows if column < len(c) and text(c[column])]
        if _mostly(map(_like_name, told)) and len(set(map(text, told))) * 2 > len(told):
            fitting.append(column)
    return _most_like(rows, fitting, beside)


def _most_like(rows: list[list[Cell]], fitting: list[int], beside: int) -> int | None:
    """Of several columns that may be names the one with most titles and words; None where two are alike."""

    def share(column: int) -> tuple[float, float]:
        told = [text(c[column]) for c in rows if column < len(c) and text(c[column])]
        titles = sum(names.split(word).before + names.split(word).after != "" for word in told)
        several = sum(len(word.split()) > 1 for word in told)
        return round(titles / len(told), 1), round(several / len(told), 1)

    ranked = sorted(fitting, key=lambda column: (share(column), -abs(column - beside)), reverse=True)
    if len(ranked) > 1 and share(ranked[0]) == share(ranked[1]) and abs(ranked[0] - beside) == abs(ranked[1] - beside):
        return None
    return ranked[0] if ranked else None


def _mostly(hits: Iterable[bool]) -> bool:
    """True for more than half."""
    counted = list(hits)
    return sum(counted) * 2 > len(counted)


def _like_nip(cell: Cell) -> bool:
    """18 digits as text, or a number of that size."""
    if isinstance(cell, str):
        return not isinstance(nip.parse(cell), nip.Reason)
    return isinstance(cell, int | float) and 1e16 <= cell < 1e18


def _like_rank(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.isdigit() and ranks.alone(cell)


def _like_status(cell: Cell) -> bool:
    return isinstance(cell, str) and len(cell) < 30 and status_of(cell) is not None


def _like_unit(cell: Cell) -> bool:
    return isinstance(cell, str) and unit_names.height(cell) is not unit_names.Height.UNKNOWN


def _like_name(cell: Cell) -> bool:
    bare = names.bare(text(cell)) if isinstance(cell, str) else ""
    return len(bare) > 2 and all(c.isalpha() or c == " " for c in bare) and not _NO_NAMES.match(bare)
