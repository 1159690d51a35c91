"""What an officer can put right: where it is, what is wrong, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Place(NamedTuple):
    """Where a fact came from: file name, sheet (None for text files), and row as the user counts it, from 1."""

    file: str
    sheet: str | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong in an input, with its place; `message` says what is wrong and what to do."""

    place: Place
    message: str


class Refused(Exception):
    """The program will not do this; the message says why and the way out. All faults of the input come along."""

    def __init__(self, message: str, faults: tuple[Fault, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.faults = faults
