"""The discipline law as data: what absence from work costs, under which regulation, from when on, for whom.

Days are working days without a valid reason, cumulative within a calendar year. `weight` says how well a figure or an
article is known to us: "text" read in the regulation or told alike by several sources, "second" by one good source,
"weak" to be checked by the legal section before it is relied on. Nothing here replaces that section.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from attendance.rules.rosters import Status


class Level(StrEnum):
    """The levels of sanctions, the lightest first; values as printed."""

    RINGAN = "ringan"
    SEDANG = "sedang"
    BERAT = "berat"

    @property
    def rank(self) -> int:
        """0, 1, 2 from the lightest on."""
        return tuple(Level).index(self)


class Sanction(StrEnum):
    """The sanctions; values name them in data, `SANCTIONS` on paper."""

    TEGURAN_LISAN = "teguran-lisan"
    TEGURAN_TERTULIS = "teguran-tertulis"
    TIDAK_PUAS = "tidak-puas"
    POTONG_6 = "potong-tukin-6"
    POTONG_9 = "potong-tukin-9"
    POTONG_12 = "potong-tukin-12"
    TURUN_JABATAN = "turun-jabatan"
    BEBAS_JABATAN = "bebas-jabatan"
    PDHTAPS = "pdhtaps"
    TUNDA_KGB = "tunda-kgb"
    TUNDA_PANGKAT = "tunda-pangkat"
    TURUN_PANGKAT_1 = "turun-pangkat-1"
    TURUN_PANGKAT_3 = "turun-pangkat-3"
    PINDAH_TURUN_JABATAN = "pindah-turun-jabatan"
    BEBAS_DARI_JABATAN = "bebas-dari-jabatan"
    PEMBERHENTIAN = "pemberhentian"


SANCTIONS = {
    Sanction.TEGURAN_LISAN: "teguran lisan",
    Sanction.TEGURAN_TERTULIS: "teguran tertulis",
    Sanction.TIDAK_PUAS: "pernyataan tidak puas secara tertulis",
    Sanction.POTONG_6: "pemotongan tunjangan kinerja sebesar 25 % selama 6 bulan",
    Sanction.POTONG_9: "pemotongan tunjangan kinerja sebesar 25 % selama 9 bulan",
    Sanction.POTONG_12: "pemotongan tunjangan kinerja sebesar 25 % selama 12 bulan",
    Sanction.TURUN_JABATAN: "penurunan jabatan setingkat lebih rendah selama 12 bulan",
    Sanction.BEBAS_JABATAN: "pembebasan dari jabatan menjadi jabatan pelaksana selama 12 bulan",
    Sanction.PDHTAPS: "pemberhentian dengan hormat tidak atas permintaan sendiri sebagai PNS",
    Sanction.TUNDA_KGB: "penundaan kenaikan gaji berkala selama 1 tahun",
    Sanction.TUNDA_PANGKAT: "penundaan kenaikan pangkat selama 1 tahun",
    Sanction.TURUN_PANGKAT_1: "penurunan pangkat setingkat lebih rendah selama 1 tahun",
    Sanction.TURUN_PANGKAT_3: "penurunan pangkat setingkat lebih rendah selama 3 tahun",
    Sanction.PINDAH_TURUN_JABATAN: "pemindahan dalam rangka penurunan jabatan setingkat lebih rendah",
    Sanction.BEBAS_DARI_JABATAN: "pembebasan dari jabatan",
    Sanction.PEMBERHENTIAN: (
        "pemberhentian dengan hormat tidak atas permintaan sendiri atau pemberhentian tidak dengan hormat sebagai PNS"
    ),
}

DISMISSALS = (Sanction.PDHTAPS, Sanction.PEMBERHENTIAN)
"""The sanctions that end the service: appealed to BPASN, not objected to (PP 79/2021 Pasal 1)."""


@dataclass(frozen=True, slots=True)
class Tier:
    """From `least` days on, up to the next tier: the level, the sanction, the article. `slug` is empty for local tiers.

    `interim`: what is imposed in its place until the regulation on pay is in force (transition).
    """

    least: int
    level: Level
    sanction: str
    article: str
    slug: Sanction | None = None
    interim: str = ""


@dataclass(frozen=True, slots=True)
class InARow:
    """A tier that `least` working days in a row reach, and the article that stops the salary from the next month on."""

    tier: Tier
    salary_article: str


@dataclass(frozen=True, slots=True, eq=False)
class Regulation:
    """A regulation: in force from `first` to `last`, for whom, the duty it guards, its tiers from the lightest on."""

    name: str  # "PP 94/2021"
    title: str
    first: date
    last: date | None
    statuses: tuple[Status, ...]
    duty: str  # the article of the duty to come to work
    yearly: str  # the article that counts within the calendar year
    tiers: tuple[Tier, ...]
    in_a_row: InARow | None = None
    hours: float | None = None  # so many hours of lateness are one day, where the regulation says so itself
    converts: str = ""  # the place that says so
    interim: str = ""  # the place of the transition
    weight: Mapping[str, str] = field(default_factory=dict)

    @property
    def every(self) -> tuple[Tier, ...]:
        """All its tiers, that of days in a row the last."""
        return (*self.tiers, *((self.in_a_row.tier,) if self.in_a_row else ()))

    def covers(self, day: date, status: Status) -> bool:
        """Whether a day of somebody of this status is judged by this regulation."""
        return status in self.statuses and self.first <= day and (self.last is None or day <= self.last)

    def tier(self, days: int) -> Tier | None:
        """The tier that so many days reach; None below the first."""
        return next((tier for tier in reversed(self.tiers) if days >= tier.least), None)

    def above(self, days: int) -> Tier | None:
        """The tier that comes after so many days; None where there is none."""
        return next((tier for tier in self.tiers if tier.least > days), None)

    def heaviness(self, tier: Tier) -> tuple[int, int]:
        """What tiers of two regulations are compared by: the level, and how near to the heaviest of the level it is."""
        alike = [one.sanction for one in self.tiers if one.level is tier.level]
        return tier.level.rank, alike.index(tier.sanction) - len(alike)


def _tier(least: int, level: Level, sanction: Sanction, article: str, interim: str = "") -> Tier:
    return Tier(least, level, SANCTIONS[sanction], article, sanction, interim)


_R, _S, _B = Level.RINGAN, Level.SEDANG, Level.BERAT
UNDER_PP = (Status.PNS, Status.CPNS)
"""Those whom the regulations on civil servants judge, and whom the clocks of PP 94/2021 bind."""

# PP 53/2010, in force from 6 June 2010 until PP 94/2021 revoked it on 31 August 2021. Explanation of Pasal 3 angka 11:
# lateness and early leaving are added up, and 7.5 hours are one day.
PP_53 = Regulation(
    name="PP 53/2010",
    title="Peraturan Pemerintah Nomor 53 Tahun 2010 tentang Disiplin Pegawai Negeri Sipil",
    first=date(2010, 6, 6),
    last=date(2021, 8, 30),
    statuses=UNDER_PP,
    duty="Pasal 3 angka 11",
    yearly="Pasal 14",
    tiers=(
        # Pasal 8 angka 9: ringan
        _tier(5, _R, Sanction.TEGURAN_LISAN, "Pasal 8 angka 9 huruf a"),
        _tier(6, _R, Sanction.TEGURAN_TERTULIS, "Pasal 8 angka 9 huruf b"),
        _tier(11, _R, Sanction.TIDAK_PUAS, "Pasal 8 angka 9 huruf c"),
        # Pasal 9 angka 11: sedang
        _tier(16, _S, Sanction.TUNDA_KGB, "Pasal 9 angka 11 huruf a"),
        _tier(21, _S, Sanction.TUNDA_PANGKAT, "Pasal 9 angka 11 huruf b"),
        _tier(26, _S, Sanction.TURUN_PANGKAT_1, "Pasal 9 angka 11 huruf c"),
        # Pasal 10 angka 9: berat
        _tier(31, _B, Sanction.TURUN_PANGKAT_3, "Pasal 10 angka 9 huruf a"),
        _tier(36, _B, Sanction.PINDAH_TURUN_JABATAN, "Pasal 10 angka 9 huruf b"),
        _tier(41, _B, Sanction.BEBAS_DARI_JABATAN, "Pasal 10 angka 9 huruf c"),
        _tier(46, _B, Sanction.PEMBERHENTIAN, "Pasal 10 angka 9 huruf d"),
    ),
    hours=7.5,
    converts="Penjelasan Pasal 3 angka 11",
    weight={"days": "text", "articles": "weak", "yearly": "weak"},
)

# PP 94/2021, in force from 31 August 2021. Duty: Pasal 4 huruf f. Pasal 15(1): cumulative from January to December.
# Pasal 42, and PerBKN 6/2022 Pasal 62: until the regulation on pay is in force, `interim` in place of the 25 % cut.
PP_94 = Regulation(
    name="PP 94/2021",
    title="Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin Pegawai Negeri Sipil",
    first=date(2021, 8, 31),
    last=None,
    statuses=UNDER_PP,
    duty="Pasal 4 huruf f",
    yearly="Pasal 15 ayat (1)",
    tiers=(
        # Pasal 9(2) huruf b: ringan
        _tier(3, _R, Sanction.TEGURAN_LISAN, "Pasal 9 ayat (2) huruf b angka 1"),
        _tier(4, _R, Sanction.TEGURAN_TERTULIS, "Pasal 9 ayat (2) huruf b angka 2"),
        _tier(7, _R, Sanction.TIDAK_PUAS, "Pasal 9 ayat (2) huruf b angka 3"),
        # Pasal 10(2) huruf f: sedang
        _tier(11, _S, Sanction.POTONG_6, "Pasal 10 ayat (2) huruf f angka 1", SANCTIONS[Sanction.TUNDA_KGB]),
        _tier(14, _S, Sanction.POTONG_9, "Pasal 10 ayat (2) huruf f angka 2", SANCTIONS[Sanction.TUNDA_PANGKAT]),
        _tier(17, _S, Sanction.POTONG_12, "Pasal 10 ayat (2) huruf f angka 3", SANCTIONS[Sanction.TURUN_PANGKAT_1]),
        # Pasal 11(2) huruf d: berat
        _tier(21, _B, Sanction.TURUN_JABATAN, "Pasal 11 ayat (2) huruf d angka 1"),
        _tier(25, _B, Sanction.BEBAS_JABATAN, "Pasal 11 ayat (2) huruf d angka 2"),
        _tier(28, _B, Sanction.PDHTAPS, "Pasal 11 ayat (2) huruf d angka 3"),
    ),
    in_a_row=InARow(_tier(10, _B, Sanction.PDHTAPS, "Pasal 11 ayat (2) huruf d angka 4"), "Pasal 15 ayat (2)"),
    interim="Pasal 42; Peraturan BKN 6/2022 Pasal 62",
    weight={"days": "text", "articles": "second", "yearly": "text"},
)

REGULATIONS = (PP_53, PP_94)
"""The national regulations, the oldest first; no day is covered by two."""

PPPK_HINT = "ikuti peraturan daerah / perjanjian kerja"
"""What is said of PPPK where the office has no table of its own (PP 49/2018)."""


def local(name: str, tiers: tuple[Tier, ...]) -> Regulation:
    """The office's own table for PPPK, as a regulation that always was in force."""
    ordered = tuple(sorted(tiers, key=lambda tier: tier.least))
    return Regulation(name, name, date.min, None, (Status.PPPK, Status.PPPK_PW), "", "", ordered)
