"""Cases: the file of one discipline case, and the steps that the law knows, each with the clock it starts or obeys.

The program follows the steps; it decides nothing. Who decides, signs and answers for it stands on each step.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from attendance.rules.law import PP_94, Level


class Origin(StrEnum):
    """What a case comes from; values as typed."""

    KEHADIRAN = "kehadiran"
    APEL = "apel"
    PENGADUAN = "pengaduan"
    PEMERIKSAAN = "pemeriksaan"


ORIGINS = {
    Origin.KEHADIRAN: "Kehadiran: tidak masuk kerja tanpa alasan yang sah",
    Origin.APEL: "Apel: tidak mengikuti apel menurut ketentuan setempat",
    Origin.PENGADUAN: "Pengaduan",
    Origin.PEMERIKSAAN: "Hasil pemeriksaan atau pengawasan",
}
"""What an origin is called on screen and paper."""


class Step(StrEnum):
    """The steps, in the order of the law; values as typed."""

    PANGGILAN_1 = "panggilan-1"
    TIDAK_HADIR_1 = "tidak-hadir-1"
    PANGGILAN_2 = "panggilan-2"
    TIDAK_HADIR_2 = "tidak-hadir-2"
    TIM = "tim"
    PEMERIKSAAN = "pemeriksaan"
    LAPORAN = "laporan"
    KEPUTUSAN = "keputusan"
    PANGGILAN_KEPUTUSAN = "panggilan-keputusan"
    TIDAK_HADIR_KEPUTUSAN = "tidak-hadir-keputusan"
    KIRIM = "kirim"
    TERIMA = "terima"
    KEBERATAN = "keberatan"
    PUTUSAN_KEBERATAN = "putusan-keberatan"
    BANDING = "banding"
    TANGGAPAN_BANDING = "tanggapan-banding"
    PUTUSAN_BANDING = "putusan-banding"
    DIJALANI = "dijalani"
    SELESAI = "selesai"


STEPS = {
    Step.PANGGILAN_1: "Panggilan I",
    Step.TIDAK_HADIR_1: "Tidak hadir pada panggilan I",
    Step.PANGGILAN_2: "Panggilan II",
    Step.TIDAK_HADIR_2: "Tidak hadir pada panggilan II",
    Step.TIM: "Tim pemeriksa dibentuk",
    Step.PEMERIKSAAN: "Pemeriksaan tertutup (BAP)",
    Step.LAPORAN: "Laporan hasil pemeriksaan",
    Step.KEPUTUSAN: "Keputusan",
    Step.PANGGILAN_KEPUTUSAN: "Panggilan menerima keputusan",
    Step.TIDAK_HADIR_KEPUTUSAN: "Tidak hadir menerima keputusan",
    Step.KIRIM: "Keputusan dikirim",
    Step.TERIMA: "Keputusan diterima",
    Step.KEBERATAN: "Keberatan diajukan",
    Step.PUTUSAN_KEBERATAN: "Putusan atas keberatan",
    Step.BANDING: "Banding ke BPASN",
    Step.TANGGAPAN_BANDING: "Tanggapan ke BPASN",
    Step.PUTUSAN_BANDING: "Putusan BPASN",
    Step.DIJALANI: "Hukuman mulai dijalani",
    Step.SELESAI: "Perkara ditutup",
}
"""What a step is called on screen and paper."""


class Outcome(StrEnum):
    """How a case ends; values as typed."""

    DIJALANI = "dijalani"
    TIDAK_TERBUKTI = "tidak-terbukti"
    DIBATALKAN = "dibatalkan"
    DIHENTIKAN = "dihentikan"


OUTCOMES = {
    Outcome.DIJALANI: "hukuman selesai dijalani",
    Outcome.TIDAK_TERBUKTI: "pelanggaran tidak terbukti",
    Outcome.DIBATALKAN: "keputusan dibatalkan atas keberatan atau banding",
    Outcome.DIHENTIKAN: "pemeriksaan dihentikan",
}
"""What an outcome is called on screen and paper."""


LATE = "late"
"""Among the details of a step: why it was done after its last day. Without it such a step is refused."""


@dataclass(frozen=True, slots=True)
class Done:
    """One step that was done: the day of the act, the number and digest of its document, who signed or acted.

    `meets`: the day to which a summons calls. `details` hold what only some steps have: place, time, before whom,
    the sanction, the reason of an outcome.
    """

    step: Step
    day: date
    number: str = ""
    by: str = ""
    meets: date | None = None
    document: str = ""  # name of the file
    sha256: str = ""
    note: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    serial: int = 0
    entry: int = 0


@dataclass(frozen=True, slots=True)
class Rested:
    """The count that a case rests on, frozen when it was opened: what was counted, and the tier that it met.

    `run` is the row that first stopped the salary, else the longest. `first` and `until` are the days between which
    was judged; `converted` are the days made of hours of lateness.
    """

    kind: str
    year: int
    days: tuple[date, ...]
    run: tuple[date, ...]
    law: str
    article: str
    sanction: str
    level: str
    provisional: bool = False
    first: date | None = None
    until: date | None = None
    converted: int = 0

    @property
    def total(self) -> int:
        """What was held against the tiers."""
        return len(self.days) + self.converted


@dataclass(frozen=True, slots=True)
class Case:
    """A case: its own number, the person, where it comes from, what is alleged, how heavy it may become.

    `level` is the heaviest that the allegation may carry, None where that is not known yet. `binding`: whether the
    clocks of PP 94/2021 bind it (PNS and CPNS); of PPPK they are only shown.
    """

    number: str
    person: int
    origin: Origin
    opened: date
    allegation: str
    level: Level | None = None
    article: str = ""
    channel: str = ""
    reference: str = ""
    binding: bool = True
    rested: Rested | None = None
    steps: tuple[Done, ...] = ()
    entry: int = 0

    def last(self, *steps: Step) -> Done | None:
        """The last of these steps that was done; of all where none is named."""
        return next((one for one in reversed(self.steps) if not steps or one.step in steps), None)

    @property
    def closed(self) -> bool:
        """Whether the case has ended."""
        return self.last(Step.SELESAI) is not None

    @property
    def bound(self) -> bool:
        """Whether the clocks of PP 94/2021 bind this case: of a PNS or CPNS, and opened since it is in force."""
        return self.binding and self.opened >= PP_94.first

    @property
    def sanction(self) -> str:
        """The sanction that was decided last, also upon an objection or an appeal; empty before."""
        return self._decided("sanction")

    @property
    def decided(self) -> Level | None:
        """The level of the decision, None before."""
        level = self._decided("level")
        return Level(level) if level else None

    def _decided(self, detail: str) -> str:
        made = (one.details.get(detail, "") for one in reversed(self.steps) if one.step in DECISIONS)
        return next(filter(None, made), "")


DECISIONS = (Step.KEPUTUSAN, Step.PUTUSAN_KEBERATAN, Step.PUTUSAN_BANDING)
"""The steps that may say what the sanction is."""
