"""Rolls: what was recorded for a person at a session."""

from __future__ import annotations

from datetime import date, time
from typing import NamedTuple

from attendance.errors import Place
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind


class Mark(NamedTuple):
    """What a roll says of one person at one session: the code, and the time of arrival where it was written down.

    A bare tuple, for a month of a city has half a million.
    """

    nip: str
    kind: Kind
    day: date
    code: Code
    at: time | None
    note: str
    place: Place
