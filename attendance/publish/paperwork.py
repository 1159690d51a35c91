"""Paperwork: what stands around the figures of a recap: whose it is, who signs it, and where its figures come from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from attendance import __version__
from attendance.publish import formats
from attendance.rules.chronic import Limits
from attendance.rules.kinds import NAMES, Kind
from attendance.rules.offices import Office, Signatory
from attendance.rules.periods import Period

INTERNAL = "RAHASIA - TERBATAS"
LEGEND = (
    "H hadir; T terlambat; S sakit; I izin; C cuti; DL dinas luar; TB tugas belajar; DK diklat; "
    "TK tanpa keterangan; BL belum lapor"
)
RATE = "% = hadir dibagi (hadir + tanpa keterangan); hadir termasuk terlambat, yang beralasan tidak dihitung."


@dataclass(frozen=True, slots=True)
class Paperwork:
    """Of one recap. `silent`: the lines that have not reported, and the days; `entry`, `head`: the journal as read."""

    office: Office
    kinds: tuple[Kind, ...]
    period: Period
    made: date
    entry: int
    head: str
    limits: Limits
    silent: tuple[tuple[str, tuple[date, ...]], ...] = ()
    signatory: Signatory | None = None
    paper: str = "A4"
    tables: tuple[tuple[str, str], ...] = ()  # the office's own tables that were used
    legend: str = LEGEND

    @property
    def foot(self) -> str:
        """What stands at the foot of each page."""
        return f"{INTERNAL}   Jurnal nomor {self.entry}, sidik {self.head[:12]}"

    def sources(self) -> Iterator[tuple[str, str]]:
        """Where the figures come from, for whoever wants to reckon them again."""
        yield "Instansi", self.office.name
        yield "Periode", f"{formats.period(self.period)} ({self.period.first} s.d. {self.period.last})"
        yield "Jenis", ", ".join(NAMES[kind] for kind in self.kinds)
        yield "Cara menghitung", RATE
        for rule, words in _limits(self.limits):
            yield f"Aturan {rule}", words
        yield from self.tables
        yield "Belum lapor", f"{sum(len(days) for _line, days in self.silent)} daftar hadir" if self.silent else "Nihil"
        yield "Dibuat", formats.plain_day(self.made)
        yield "Entri jurnal", str(self.entry)
        yield "Sidik jurnal", self.head
        yield "Program", f"apel {__version__}"


def _limits(limits: Limits) -> Iterator[tuple[str, str]]:
    off = "tidak dipakai"
    never, run, often = limits.never_min, limits.run_limit, limits.often_limit
    yield "tidak-pernah", off if never is None else f"tidak pernah hadir, TK sekurangnya {never} kali"
    yield "beruntun", off if run is None else f"TK beruntun sekurangnya {run} kali"
    below = limits.rare_below
    words = (
        ""
        if below is None
        else f"hadir kurang dari {formats.rate(below)} dari sekurangnya {limits.rare_min} kali wajib"
    )
    yield "jarang", words or off
    yield "sering", off if often is None else f"TK sekurangnya {often} kali"
