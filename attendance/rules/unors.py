"""Units as SIASN writes them, innermost first: "SUB - INDUK", where a name may hold " - " itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from attendance.rules.unit_names import Height, height
from attendance.rules.units import fold

Path = tuple[str, ...]

_APART = re.compile(r"\s+[-–—]\s+")
_ABOVE_ALL = re.compile(r"^(?:PEMERINTAH|PEMKOT|PEMKAB|PEMPROV)\b", re.IGNORECASE)
_BELOW = re.compile(r"^(?:RS|RUMAH SAKIT|MPP|MAL)", re.IGNORECASE)
"""What may stand under another unit although it is one of the great; above a DINAS is only the government."""

MOST = 7
"""More parts than this are all taken apart: nobody writes them, and there are too many ways to join them."""


def split(text: str, known: Collection[str] = ()) -> Path:
    """The path of a unit, outermost first; `known`: folded names of units that there are, for names that hold " - ".

    Each part must look like a unit, and nothing stands under what is no unit; of the ways to read a text the one that
    offends least is taken, of these the one with most known names, then the one with most parts. The government itself,
    above all others, is left out.
    """
    parts = _parts(text)
    if len(parts) > MOST:
        return tuple(reversed(parts))
    best = min(_joinings(parts), key=lambda way: _offence(way, known), default=[])
    return tuple(reversed(best))


def plain(text: str) -> Path:
    """The same without a thought: apart at every " - "."""
    return tuple(reversed(_parts(text)))


def _parts(text: str) -> list[str]:
    parts = [part.strip() for part in _APART.split(text) if part.strip(" -–—")]
    return parts[:-1] if len(parts) > 1 and _ABOVE_ALL.match(parts[-1]) else parts


def _joinings(parts: list[str]) -> Iterator[list[str]]:
    """All ways to join neighbours again."""
    for bits in range(1 << max(len(parts) - 1, 0)):
        way = parts[:1]
        for place, part in enumerate(parts[1:]):
            if bits >> place & 1:
                way[-1] = f"{way[-1]} - {part}"
            else:
                way.append(part)
        yield list(way)


def _offence(way: list[str], known: Collection[str]) -> tuple[int, int, int]:
    inner, last = way[:-1], way[-1:]
    known_ = sum(fold(name) in known for name in way)
    odd = sum(fold(name) not in known and height(name) is Height.UNKNOWN for name in way[1:-1])
    odd += sum(height(name) is Height.TOP and not _BELOW.match(name) for name in inner)
    odd += sum(fold(name) not in known and not name[:1].isalpha() for name in last)
    return odd, -known_, -len(way)
