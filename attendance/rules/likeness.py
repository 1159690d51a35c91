"""Whether two bare names may be of one person: abbreviations, names left out, slips of the pen."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_MUHAMMAD = re.compile(r"^(?:M|MD|MHD|MUH|MOH|MOCH|MUHD|MUCH|MOHD)$|^M[OU]C?H?AM+[AE]D$")
_CLOSE = 0.75
_LETTERS = re.compile(r"[^A-Z']+")


def contains(written: str, name: str) -> bool:
    """Whether a name stands as a whole in a text, whatever titles stand around it."""
    return f" {_LETTERS.sub(' ', name.upper())} " in f" {_LETTERS.sub(' ', written.upper())} "


def alike(one: str, other: str) -> bool:
    """Whether one of two bare names may be written for the other.

    Each word of the shorter one has its own in the longer: the same, its first letters, or nearly the same.
    """
    if SequenceMatcher(None, one.replace(" ", ""), other.replace(" ", "")).ratio() >= 0.85:
        return True
    short, long = sorted((one.split(), other.split()), key=len)
    left = list(long)
    certain = False
    for word in short:
        found = next((each for each in left if _same(word, each)), None)
        if found is None:
            return False
        left.remove(found)
        certain = certain or min(len(word), len(found)) > 2
    return certain


def _same(one: str, other: str) -> bool:
    """Whether two words may be the same part of a name."""
    if one == other or (_MUHAMMAD.match(one) and _MUHAMMAD.match(other)):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) <= 3:
        return long.startswith(short)
    return SequenceMatcher(None, one, other).ratio() >= _CLOSE
