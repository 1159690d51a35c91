"""Rosters: who belongs where, as an office sends it, and how it differs from what is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from attendance.errors import Place


class Status(StrEnum):
    """The standing of a civil servant in law; values as printed."""

    PNS = "PNS"
    CPNS = "CPNS"
    PPPK = "PPPK"
    PPPK_PW = "PPPK Paruh Waktu"


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a person apart from where he belongs. `nip`: 18 digits. Empty text where the office gave none."""

    nip: str
    name: str
    title_before: str = ""
    title_after: str = ""
    status: Status = Status.PNS
    rank: str = ""  # golongan/ruang as printed: "III/b", or "IX" for PPPK
    position: str = ""


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person on a roster, with the unit he belongs to and, if it is another, the unit in whose line he stands.

    A unit is named by its path, outermost first: ("Sekretariat Daerah", "Bagian Umum"); one name is a path of one.
    """

    profile: Profile
    unit: tuple[str, ...]
    line: tuple[str, ...] | None
    place: Place
