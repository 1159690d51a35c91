"""Golongan/ruang and pangkat: the table, and the forms in which offices write them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

PANGKAT = {
    "I/a": "Juru Muda",
    "I/b": "Juru Muda Tingkat I",
    "I/c": "Juru",
    "I/d": "Juru Tingkat I",
    "II/a": "Pengatur Muda",
    "II/b": "Pengatur Muda Tingkat I",
    "II/c": "Pengatur",
    "II/d": "Pengatur Tingkat I",
    "III/a": "Penata Muda",
    "III/b": "Penata Muda Tingkat I",
    "III/c": "Penata",
    "III/d": "Penata Tingkat I",
    "IV/a": "Pembina",
    "IV/b": "Pembina Tingkat I",
    "IV/c": "Pembina Utama Muda",
    "IV/d": "Pembina Utama Madya",
    "IV/e": "Pembina Utama",
}
"""Golongan/ruang of PNS and its pangkat, lowest first."""

PPPK = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII")
"""Golongan of PPPK, lowest first; they have no pangkat."""

_ROOM = re.compile(r"(?<![A-Z0-9])(IV|III|II|I|[1-4])\s*[/.\-]?\s*([A-E])(?![A-Z])")
_STEP = re.compile(r"\b(?:TINGKAT|TKT|TK)\b[\s.]*(?:I|1)\b")
_WORDS = re.compile(r"\b(?:GOLONGAN|GOL|RUANG|PPPK|PANGKAT)\b")
_BY_NAME = {name.upper(): room for room, name in PANGKAT.items()}
_DIGITS = {"1": "I", "2": "II", "3": "III", "4": "IV"}


class Rank(NamedTuple):
    """`room`: golongan/ruang ("III/b") or golongan ("IX"). `agrees`: the pangkat written beside it is its own."""

    room: str
    agrees: bool = True


@lru_cache(maxsize=1024)
def parse(text: str) -> Rank | None:
    """The rank in a cell or in two joined by a space: `Pembina / IV.a`, `(III/d)`, `Penata TK. I  III/d`, `IX`."""
    folded = _STEP.sub("TINGKAT I", " ".join(text.upper().split()))
    room = _room(folded)
    named = next((_BY_NAME[name] for name in sorted(_BY_NAME, key=len, reverse=True) if name in folded), None)
    if room:
        return Rank(room, named in (None, room))
    if named:
        return Rank(named)
    rest = re.sub(r"[^A-Z0-9]", "", _WORDS.sub(" ", folded))
    if rest in PPPK:
        return Rank(rest)
    if rest.isascii() and rest.isdigit() and 1 <= int(rest) <= len(PPPK):
        return Rank(PPPK[int(rest) - 1])
    return None


@lru_cache(maxsize=1024)
def alone(text: str) -> bool:
    """Whether a text is a rank and nothing else: `Pembina (IV/a)`, `Golongan III`, not `TK Pembina`."""
    rest = _STEP.sub("TINGKAT I", " ".join(text.upper().split()))
    for name in sorted(_BY_NAME, key=len, reverse=True):
        rest = re.sub(rf"\b{name}\b", " ", rest)
    rest = re.sub(r"[^A-Z0-9]", "", _WORDS.sub(" ", _ROOM.sub(" ", rest)))
    return parse(text) is not None and (rest in ("", *PPPK) or rest.isdigit())


def order(room: str) -> int:
    """Place of a golongan from the lowest (0) up, PNS and PPPK each in their own row; -1 for one that is not known."""
    for table in (tuple(PANGKAT), PPPK):
        if room in table:
            return table.index(room)
    return -1


def _room(folded: str) -> str | None:
    """Golongan/ruang of a PNS in a folded text; None where there is none."""
    for found in _ROOM.finditer(_STEP.sub(" ", folded).replace("TINGKAT I", " ")):
        room = f"{_DIGITS.get(found[1], found[1])}/{found[2].lower()}"
        if room in PANGKAT:
            return room
    return None
