"""The office and those who sign for it, as they stand on paper."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Office:
    """Whose paper this is: government, the agency that issues it, its address lines, the place for dates, the zone."""

    name: str  # PEMERINTAH KOTA MEDAN
    agency: str = ""  # BADAN KEPEGAWAIAN DAERAH DAN PENGEMBANGAN SDM
    address: tuple[str, ...] = ()
    place: str = ""
    zone: str = "WIB"
    emblem: str = ""  # path of a picture file, empty for none


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs. `capacity` stands above the position: "a.n. WALI KOTA MEDAN", "Plt.", "Plh."."""

    name: str
    position: str
    rank: str = ""
    nip: str = ""
    capacity: str = ""
