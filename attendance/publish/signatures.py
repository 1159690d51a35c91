"""Signatures: who signs, as the lines that stand one below the other on paper."""

from __future__ import annotations

from attendance.publish import formats
from attendance.rules.offices import Signatory

DOTS = "." * 34


def above(signatory: Signatory | None) -> tuple[str, ...]:
    """What stands above the room for the hand: capacity and position, dots where nobody is known."""
    if signatory is None:
        return (DOTS,)
    lines = (signatory.capacity, signatory.position.upper())
    return tuple(formats.safe(line) for line in lines if line)


def name(signatory: Signatory | None) -> str:
    """The name under the signature, dots where nobody is known."""
    return formats.safe(signatory.name) if signatory else DOTS


def below(signatory: Signatory | None, *, nip: bool = True) -> tuple[str, ...]:
    """What stands under the name: rank, and the NIP in groups where it is wanted."""
    if signatory is None:
        return ("NIP.",) if nip else ()
    lines = (formats.safe(signatory.rank), f"NIP. {formats.nip(signatory.nip)}" if nip and signatory.nip else "")
    return tuple(line for line in lines if line)
