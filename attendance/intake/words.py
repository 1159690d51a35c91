"""What a cell of a roll says: a code, a time, nothing, not held, or a word that has to be asked about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from enum import Enum
from typing import NamedTuple

from attendance.intake.cells import Cell, shown, text
from attendance.intake.dates import clock
from attendance.language import _
from attendance.rules.codes import AMBIGUOUS, NOT_HELD, RECORDED, SYNONYMS, Code


class Said(Enum):
    """The sort of answer a cell gives."""

    MARK = "mark"
    BLANK = "blank"
    NOT_HELD = "not-held"
    OPEN = "open"  # more than one meaning, and no answer yet
    UNKNOWN = "unknown"


class Word(NamedTuple):
    """What a cell says, with the code and time of a mark; `cell` as it stood."""

    said: Said
    code: Code | None = None
    at: time | None = None
    cell: Cell = ""


CROSSES = str.maketrans(dict.fromkeys("×✗✘✕✖☒", "X") | dict.fromkeys("·●∙▪", "•") | {"’": "'"})
_OLDEST = 1910
"""Times without a date carry one of about 1900."""
_DOTS = (".", "•")
_DASHES = ("-", "–", "—", "−", "--")


def fold(cell: Cell) -> str:
    """A word as it is looked up: capitals, single spaces, no full stop behind, one sign for all crosses or dots."""
    return text(cell).upper().translate(CROSSES).rstrip(". ")


def read(cell: Cell, codes: Mapping[str, Code | None]) -> Word:
    """What a cell says; the office's own `codes` win over the general ones, None there means not held."""
    word = text(cell) if text(cell) in _DOTS else fold(cell)
    if not word:
        return Word(Said.BLANK)
    plain = word if word in _DOTS else "-" if word in _DASHES else word.replace(".", "")
    for key in (text(cell).upper(), word, plain):
        if key in codes:
            own = codes[key]
            return Word(Said.NOT_HELD) if own is None else Word(Said.MARK, own, None, cell)
    if at := clock(cell):
        return Word(Said.UNKNOWN, None, None, cell) if at == time() else Word(Said.MARK, Code.H, at, cell)
    if plain in NOT_HELD:
        return Word(Said.NOT_HELD, None, None, plain)
    if plain in AMBIGUOUS:
        return Word(Said.OPEN, None, None, plain)
    code = _code(plain) or _explained(word)
    return Word(Said.MARK, code, None, cell) if code else Word(Said.UNKNOWN, None, None, cell)


def _code(plain: str) -> Code | None:
    return SYNONYMS.get(plain) or next((c for c in RECORDED if c.value == plain), None)


def _explained(word: str) -> Code | None:
    """The code before brackets, where nothing in them is another: "S (surat dokter)", "Dinas Luar (DL)"."""
    before, bracket, inside = word.partition("(")
    code = _code(before.strip().replace(".", "")) if bracket else None
    return code if _code(inside.strip(" ).")) in (None, code) else None


_DENIED = re.compile(r"\bTIDAK\s+(?:IKUT|HADIR|APEL|MASUK|MENGIKUTI)\b|\bTITIP\b|\bBOLOS\b")


def denied(beside: Word) -> bool:
    """A remark that is no code, and says all the same that he was not there."""
    return beside.said is Said.UNKNOWN and _DENIED.search(fold(beside.cell)) is not None


def astray(word: Word, day: date) -> str:
    """What is wrong with a time that carries a date of its own, which is another; empty text where nothing is."""
    if not isinstance(word.cell, datetime) or word.cell.date() == day or word.cell.year < _OLDEST:
        return ""
    return _("the time carries the date {date}, which is another day; correct it").format(date=word.cell.date())


def code_before(cell: Cell) -> Code | None:
    """The code that a longer remark begins with: "Cuti melahirkan s.d. Mei", "Sakit sejak tgl 5"."""
    first = fold(cell).partition(" ")[0].rstrip(",;:.")
    return _code(first) if len(first) > 1 else None


def joined(word: Word, beside: Word, faults: list[str], soft: bool = False) -> Word:
    """A code and the remark beside it as one: late presence, the reason of a `soft` absence, or a contradiction."""
    if word.code in (Code.H, Code.T) and denied(beside):
        message = _("the code says {code}, and the remark beside it {note}; one of both is wrong")
        faults.append(message.format(code=shown(word.cell), note=shown(beside.cell)))
        return word
    if beside.code is None or word.code is None or word.code is beside.code:
        return word
    if word.code is Code.H and beside.code is Code.T:
        return word._replace(code=Code.T)
    if soft and beside.code is not Code.H:
        return beside
    message = _("the code says {code}, and the remark beside it {note}; one of both is wrong")
    faults.append(message.format(code=shown(word.cell), note=shown(beside.cell)))
    return word
