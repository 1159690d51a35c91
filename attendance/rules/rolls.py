"""Rolls: what was recorded for a person at a session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from attendance.errors import Place
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind


@dataclass(frozen=True, slots=True)
class Mark:
    """What a roll says of one person at one session: the code, and the time of arrival where it was written down."""

    nip: str
    kind: Kind
    day: date
    code: Code
    at: time | None
    note: str
    place: Place
