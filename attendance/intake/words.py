"""What a cell of a roll says: a code, a time, nothing, not held, or a word that has to be asked about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from enum import Enum
from typing import NamedTuple

from attendance.intake.cells import Cell, text
from attendance.intake.dates import clock
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


def fold(cell: Cell) -> str:
    """A word as it is looked up: capitals, single spaces, no full stop behind."""
    return text(cell).upper().rstrip(". ")


def read(cell: Cell, codes: Mapping[str, Code | None]) -> Word:
    """What a cell says; the office's own `codes` win over the general ones, None there means not held."""
    word = fold(cell)
    for key in (word, word.replace(".", "")):
        if key in codes:
            own = codes[key]
            return Word(Said.NOT_HELD) if own is None else Word(Said.MARK, own, None, cell)
    if not word:
        return Word(Said.BLANK)
    if at := clock(cell):
        return Word(Said.MARK, Code.H, at, cell)
    if word in NOT_HELD:
        return Word(Said.NOT_HELD)
    plain = word.replace(".", "")
    if plain in AMBIGUOUS:
        return Word(Said.OPEN, None, None, plain)
    code = SYNONYMS.get(plain) or next((c for c in RECORDED if c.value == plain), None)
    return Word(Said.MARK, code, None, cell) if code else Word(Said.UNKNOWN, None, None, cell)
