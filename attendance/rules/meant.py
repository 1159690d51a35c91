"""Meant: whom a scanned or typed text means: a whole NIP, its last digits, or a part of a name."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import NamedTuple

from attendance.rules import names
from attendance.rules import nip as nips
from attendance.rules.rosters import Profile

FEWEST_DIGITS, MOST_DIGITS = 3, 9
"""How many of the last digits of a NIP name somebody: more are a code that was not read to its end."""

FEWEST_LETTERS = 2

_IDENTIFIER = re.compile(r"^\][A-Za-z]\d")  # what a scanner may put before a code: which symbology it read
_NOISE = re.compile(r"[\x00-\x1f\x7f\ufeff\ufffd]+")
_BETWEEN = re.compile(r"[\s.\-'\u00a0]+")


class How(StrEnum):
    """As what a text was read."""

    NIP = "nip"
    DIGITS = "digits"
    NAME = "name"
    NIK = "nik"  # 16 digits: a citizen's number; whose it is, is not known here
    CUT = "cut"  # digits, neither a whole NIP nor few enough to be its last
    SHORT = "short"
    MORE = "more"  # a NIP and other digits: a time, a second number


class Meant(NamedTuple):
    """Whom a text means, in order of their names; `nip` where it is a whole NIP, whether somebody has it or not."""

    how: How
    people: tuple[int, ...] = ()
    nip: str = ""


def cleaned(text: str) -> str:
    """A text as it was meant: without what scanners and files put around it."""
    return _IDENTIFIER.sub("", _NOISE.sub(" ", text).strip())


class Register:
    """Everybody on the roster, asked by what is scanned or typed. Those who are `here` go before all others."""

    def __init__(self, profiles: Mapping[int, Profile], here: Collection[int]) -> None:
        self._here = frozenset(here)
        self._by_nip = {one.nip: person for person, one in profiles.items()}
        bare = ((f" {names.bare(one.name)}", one.nip, person) for person, one in profiles.items())
        self._names = sorted(bare)

    def find(self, text: str) -> Meant:
        """Whom a text means."""
        text = cleaned(text)
        whole = nips.parse(text)
        if not isinstance(whole, nips.Reason):
            return self._whole(whole)
        digits = _BETWEEN.sub("", text)
        if digits.isascii() and digits.isdigit():
            return self._last(digits)
        inside = nips.inside(text)
        if inside is not None:
            return Meant(How.MORE) if any(c.isdigit() for c in inside[1]) else self._whole(inside[0])
        return self._named(text)

    def _whole(self, nip: str) -> Meant:
        found = self._by_nip.get(nip)
        return Meant(How.NIP, () if found is None else (found,), nip)

    def _last(self, digits: str) -> Meant:
        if len(digits) == 16:
            return Meant(How.NIK)
        if len(digits) > MOST_DIGITS:
            return Meant(How.CUT)
        if len(digits) < FEWEST_DIGITS:
            return Meant(How.SHORT)
        return Meant(How.DIGITS, self._first([one for _name, nip, one in self._names if nip.endswith(digits)]))

    def _named(self, text: str) -> Meant:
        """Whose names have a word that begins with each word typed; where nobody's has, those that hold it at all."""
        words = names.bare(text).split()
        if len("".join(words)) < FEWEST_LETTERS:
            return Meant(How.SHORT)
        begun = [one for name, _nip, one in self._names if all(f" {word}" in name for word in words)]
        held = begun or [one for name, _nip, one in self._names if all(word in name for word in words)]
        return Meant(How.NAME, self._first(held))

    def _first(self, found: list[int]) -> tuple[int, ...]:
        """Those who are here; where none of them is, all."""
        return tuple(one for one in found if one in self._here) or tuple(found)
