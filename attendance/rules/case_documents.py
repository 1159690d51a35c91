"""Case documents: which step of a case a letter tells of, and whether that step is done or would come next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from attendance.rules import paths
from attendance.rules.cases import Case, Done, Step
from attendance.rules.kinds import Kind
from attendance.rules.law import REGULATIONS, SANCTIONS, Level
from attendance.rules.periods import next_month

SALARY = "usulan-penghentian-gaji"

DOCUMENTS: Mapping[str, tuple[Step, ...]] = {
    "surat-panggilan-1": (Step.PANGGILAN_1,),
    "surat-panggilan-2": (Step.PANGGILAN_2,),
    "bap": (Step.PEMERIKSAAN,),
    "bap-tidak-hadir": (Step.TIDAK_HADIR_1, Step.TIDAK_HADIR_2, Step.TIDAK_HADIR_KEPUTUSAN),
    "laporan-hasil-pemeriksaan": (Step.LAPORAN,),
    "sk-tim-pemeriksa": (Step.TIM,),
    "keputusan": (Step.KEPUTUSAN,),
    "panggilan-menerima-keputusan": (Step.PANGGILAN_KEPUTUSAN,),
    "berita-acara-penyampaian": (Step.TERIMA,),
    "pengantar-kirim-keputusan": (Step.KIRIM,),
    SALARY: (),
}
"""Every kind of letter as it is typed, with the steps of which it tells; of the salary none, for it waits for none."""

MEETING = (
    "surat-panggilan-1",
    "surat-panggilan-2",
    "bap",
    "bap-tidak-hadir",
    "panggilan-menerima-keputusan",
    "berita-acara-penyampaian",
)
"""The letters that name a day, a time and a place."""


DECISIONS = ("keputusan", "sk-tim-pemeriksa")
"""The letters that are decisions: their date is written by hand, unless it is given."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The step of which a letter tells, None for none; `done` is that step where it is recorded already.

    `case` is the case as it stood before that step.
    """

    case: Case
    step: Step | None
    done: Done | None = None


def meant(case: Case, kind: str, *, again: bool = False) -> Meant | None:
    """Of which step a letter tells: the next one, else one that is recorded. None where it fits neither.

    `again`: what may be done once more (an examination) is meant anew, though it was done before.
    """
    steps = DOCUMENTS[kind]
    if not steps:
        return Meant(case, None) if salary_from(case) else None
    allowed = paths.may(case)
    coming = next((step for step in steps if step in allowed), None)
    done = case.last(*steps)
    if coming is not None and (done is None or done.step is not coming or again):
        return Meant(case, coming)
    return Meant(_before(case, done), done.step, done) if done is not None else None


def _before(case: Case, done: Done) -> Case:
    at = next(number for number, one in enumerate(case.steps) if one is done)
    return replace(case, steps=case.steps[:at])


def salary_from(case: Case) -> date | None:
    """The first day of the month from which the salary stops, so many days in a row having been reached; else None."""
    rested = case.rested
    if rested is None or not case.binding or rested.kind != Kind.KERJA:
        return None
    law = next((one for one in REGULATIONS if one.name == rested.law), None)
    if law is None or law.in_a_row is None or len(rested.run) < law.in_a_row.tier.least:
        return None
    return next_month(rested.run[law.in_a_row.tier.least - 1])


LEVELS = {tier.slug: tier.level for law in REGULATIONS for tier in law.every if tier.slug is not None}
"""The level of each sanction of the national law."""


def level_of(sanction: str) -> Level | None:
    """The level of a sanction by its name or its words; None of one that is the office's own."""
    return next((LEVELS[slug] for slug, words in SANCTIONS.items() if sanction in (slug.value, words)), None)
