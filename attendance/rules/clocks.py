"""Clocks: how many working days lie between two steps of a case, at least or at most, and by which article.

The day of the act is day 0. `weight` is as in `law`: "text", "second", "weak".
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from attendance.rules.cases import Case, Step
from attendance.rules.law import Sanction
from attendance.rules.periods import ONE_DAY


class Whose(StrEnum):
    """Who has to keep a clock; values as printed."""

    ATASAN = "atasan langsung"
    PEJABAT = "pejabat yang berwenang"
    PEGAWAI = "pegawai"
    BPASN = "BPASN"


@dataclass(frozen=True, slots=True)
class Clock:
    """Between a step and the first of `ends` lie at most (`at_least`: at least) so many working days.

    `from_meeting`: counted from the day to which the step summons, not from the day of the summons; `to_meeting`: up to
    the day to which the ending step summons. `opened_by`: the step that starts it, where that is another than `start`.
    """

    start: tuple[Step, ...]
    ends: tuple[Step, ...]
    days: int
    article: str
    whose: Whose
    at_least: bool = False
    from_meeting: bool = False
    to_meeting: bool = False
    opened_by: Step | None = None
    weight: str = "text"

    def begun(self, case: Case) -> date | None:
        """The day on which this clock began to run in a case; None while it has not."""
        if self.opened_by is not None and case.last(self.opened_by) is None:
            return None
        start = case.last(*self.start)
        if start is None:
            return None
        return start.meets if self.from_meeting else start.day


DELIVERY = Clock(
    (Step.KEPUTUSAN,),
    (Step.TERIMA, Step.TIDAK_HADIR_KEPUTUSAN),
    14,
    "PP 94/2021 Pasal 37 ayat (3)",
    Whose.PEJABAT,
)
"""Pasal 37(3): the decision is handed over within 14 working days of its date."""

IN_FORCE = 15
"""On this working day after it was received a decision is in force (PerBKN 6/2022 Pasal 50(1))."""

FORCE = Clock(
    (Step.TERIMA,),
    (Step.DIJALANI,),
    IN_FORCE,
    "Peraturan BKN 6/2022 Pasal 50 ayat (1)",
    Whose.PEJABAT,
    at_least=True,
)
"""Pasal 50(1): nothing is carried out before the decision is in force."""

CLOCKS = (
    # PP 94/2021 Pasal 26(2): the summons at least 7 working days before the examination.
    Clock(
        (Step.PANGGILAN_1,),
        (Step.PANGGILAN_1,),
        7,
        "PP 94/2021 Pasal 26 ayat (2)",
        Whose.ATASAN,
        at_least=True,
        to_meeting=True,
    ),
    # Pasal 26(3): who did not come is summoned again at the latest 7 working days after the day he was to come.
    Clock(
        (Step.PANGGILAN_1,),
        (Step.PANGGILAN_2,),
        7,
        "PP 94/2021 Pasal 26 ayat (3)",
        Whose.ATASAN,
        from_meeting=True,
        opened_by=Step.TIDAK_HADIR_1,
    ),
    DELIVERY,
    # PerBKN 6/2022 Pasal 49(8): who did not come to receive it is sent it within 3 working days.
    Clock(
        (Step.TIDAK_HADIR_KEPUTUSAN,),
        (Step.KIRIM,),
        3,
        "Peraturan BKN 6/2022 Pasal 49 ayat (8)",
        Whose.PEJABAT,
    ),
    FORCE,
    # PP 79/2021: an objection within 14 working days, answered within 21; a late one as not admissible.
    Clock((Step.TERIMA,), (Step.KEBERATAN,), 14, "PP 79/2021 (keberatan)", Whose.PEGAWAI, weight="weak"),
    Clock((Step.KEBERATAN,), (Step.PUTUSAN_KEBERATAN,), 21, "PP 79/2021 (keberatan)", Whose.PEJABAT, weight="weak"),
    # PP 79/2021: an appeal to BPASN within 14 working days, answered by the office within 21, decided within 65.
    Clock(
        (Step.TERIMA, Step.PUTUSAN_KEBERATAN),
        (Step.BANDING,),
        14,
        "PP 79/2021 (banding administratif)",
        Whose.PEGAWAI,
        weight="second",
    ),
    Clock(
        (Step.BANDING,),
        (Step.TANGGAPAN_BANDING,),
        21,
        "PP 79/2021 (banding administratif)",
        Whose.PEJABAT,
        weight="second",
    ),
    Clock(
        (Step.BANDING,),
        (Step.PUTUSAN_BANDING,),
        65,
        "PP 79/2021 (banding administratif)",
        Whose.BPASN,
        weight="second",
    ),
)
"""Every clock, in the order of the steps."""

MONTHS = {
    Sanction.POTONG_6: 6,
    Sanction.POTONG_9: 9,
    Sanction.POTONG_12: 12,
    Sanction.TURUN_JABATAN: 12,
    Sanction.BEBAS_JABATAN: 12,
    Sanction.TUNDA_KGB: 12,
    Sanction.TUNDA_PANGKAT: 12,
    Sanction.TURUN_PANGKAT_1: 12,
    Sanction.TURUN_PANGKAT_3: 36,
}
"""How many months a sanction lasts that ends by itself."""


def ends(case: Case) -> date | None:
    """The last day of a sanction that ends by itself; None before it began and for the others."""
    begun = case.last(Step.DIJALANI)
    months = MONTHS.get(Sanction(case.sanction)) if case.sanction in set(Sanction) else None
    return _months_after(begun.day, months) - ONE_DAY if begun and months else None


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


SECOND_NO_SHOW = "PP 94/2021 Pasal 26 ayat (4)"
EXAMINED = "PP 94/2021 Pasal 27"
SUPERIOR = "PP 94/2021 Pasal 28"
TEAM = "PP 94/2021 Pasal 29"  # weak: the article is to be checked; that a team must be there for berat is not in doubt
"""The articles of what is no clock: deciding on the evidence, the examination, the superior's duty, the team."""
