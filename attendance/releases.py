"""Releases: what the office wants on what it gives to the press."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from attendance.rules.press import SMALL

if TYPE_CHECKING:
    from attendance.configuring import Reader

MOST = 100
"""No office wants to hide units larger than this."""


@dataclass(frozen=True, slots=True)
class Press:
    """The press edition: whom the press may ask, a line each, and below how many people units are told together."""

    contact: tuple[str, ...] = ()
    small: int = SMALL


def read(reader: Reader, raw: Any) -> Press:
    """The press edition that a table describes; every fault goes to the reader."""
    made = reader.value(Press, "press", raw)
    reader.least("press.small", made.small, SMALL)
    reader.most("press.small", made.small, MOST)
    return made
