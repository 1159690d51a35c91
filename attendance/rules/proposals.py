"""Proposals: whose NIP a damaged one may be. A proposal is never taken by itself: somebody types the whole NIP."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from attendance.rules import names
from attendance.rules import nip as nips

Bearers: TypeAlias = Mapping[str, tuple[str, ...]]
"""Bare names, and the NIPs of those who bear them."""


def bearers(people: Iterable[tuple[str, str]]) -> Bearers:
    """The bearers of each name, of NIPs and names."""
    found: dict[str, tuple[str, ...]] = {}
    for nip, name in people:
        key = names.bare(name)
        if nip not in found.get(key, ()):
            found[key] = (*found.get(key, ()), nip)
    return found


def near(written: str | int | float, name: str, *known: Bearers) -> tuple[str, ...]:
    """The NIPs of those who bear this very name, and whose NIP what was written may have been."""
    key = names.bare(name)
    bearing = dict.fromkeys(nip for some in known for nip in some.get(key, ()))
    return tuple(nip for nip in bearing if key and nips.resembles(written, nip))
