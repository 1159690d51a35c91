"""Signatures: who signs, as the lines that stand one below the other on paper."""

from __future__ import annotations

import re

from attendance.publish import formats
from attendance.rules.offices import Signatory

DOTS = "." * 34
ACTING = ("plt", "plh", "pj", "pjs")
"""Stands before the position on its line; a.n. and u.b. have lines of their own."""


def above(signatory: Signatory | None) -> tuple[str, ...]:
    """What stands above the room for the hand: capacity and position, dots where nobody is known.

    A capacity of several lines has them apart by `;`: a.n. WALI KOTA; SEKRETARIS DAERAH; u.b.
    """
    if signatory is None:
        return (DOTS,)
    *over, last = re.split("[;\n]", signatory.capacity)
    acting = last.strip().rstrip(".").casefold() in ACTING
    position = f"{last.strip()} {signatory.position.upper()}" if acting else signatory.position.upper()
    lines = (*over, "" if acting else last, position)
    return tuple(formats.safe(line.strip()) for line in lines if line.strip())


def name(signatory: Signatory | None) -> str:
    """The name under the signature, dots where nobody is known."""
    return formats.safe(signatory.name) if signatory else DOTS


def below(signatory: Signatory | None, *, nip: bool = True) -> tuple[str, ...]:
    """What stands under the name: rank, and the NIP in groups where it is wanted."""
    if signatory is None:
        return ("NIP.",) if nip else ()
    lines = (formats.safe(signatory.rank), f"NIP. {formats.nip(signatory.nip)}" if nip and signatory.nip else "")
    return tuple(line for line in lines if line)
