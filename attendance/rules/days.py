"""Days of the calendar that are not ordinary: holidays, joint leave, local days off, apel called off."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from attendance.errors import Place
from attendance.rules.kinds import Kind


class DayKind(StrEnum):
    """`tanpa-apel` calls off the assemblies only; the other three are no working day either."""

    LIBUR = "libur"
    CUTI_BERSAMA = "cuti-bersama"
    LOKAL = "lokal"
    TANPA_APEL = "tanpa-apel"


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """One dated row of the calendar with its source. `kinds` empty: as the day kind says; else only these are off."""

    day: date
    sort: DayKind
    name: str
    source: str
    kinds: tuple[Kind, ...] = ()
    place: Place | None = field(default=None, compare=False)  # where it was read; None when typed by hand
