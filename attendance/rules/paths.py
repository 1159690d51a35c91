"""Paths: what may follow what in a discipline case. One legal path, with its few forks."""

from __future__ import annotations

from attendance.rules.cases import Case, Done, Outcome, Step
from attendance.rules.law import DISMISSALS, Level, Sanction

AFTER: dict[Step | None, tuple[Step, ...]] = {
    None: (Step.PANGGILAN_1,),
    Step.PANGGILAN_1: (Step.PEMERIKSAAN, Step.TIDAK_HADIR_1),
    Step.TIDAK_HADIR_1: (Step.PANGGILAN_2,),
    Step.PANGGILAN_2: (Step.PEMERIKSAAN, Step.TIDAK_HADIR_2),
    Step.TIDAK_HADIR_2: (Step.LAPORAN, Step.KEPUTUSAN),
    Step.PEMERIKSAAN: (Step.LAPORAN, Step.KEPUTUSAN, Step.PEMERIKSAAN),
    Step.LAPORAN: (Step.KEPUTUSAN, Step.PEMERIKSAAN),
    Step.KEPUTUSAN: (Step.PANGGILAN_KEPUTUSAN, Step.TERIMA),
    Step.PANGGILAN_KEPUTUSAN: (Step.TERIMA, Step.TIDAK_HADIR_KEPUTUSAN),
    Step.TIDAK_HADIR_KEPUTUSAN: (Step.KIRIM,),
    Step.KIRIM: (Step.TERIMA,),
    Step.TERIMA: (Step.DIJALANI, Step.KEBERATAN, Step.BANDING),
    Step.KEBERATAN: (Step.PUTUSAN_KEBERATAN,),
    Step.PUTUSAN_KEBERATAN: (Step.DIJALANI, Step.BANDING),
    Step.BANDING: (Step.TANGGAPAN_BANDING, Step.PUTUSAN_BANDING),
    Step.TANGGAPAN_BANDING: (Step.PUTUSAN_BANDING,),
    Step.PUTUSAN_BANDING: (Step.DIJALANI,),
    Step.DIJALANI: (),
}
"""What may follow each step, the ordinary one first. A team may be formed up to the decision, a case ended after any.

Pasal 29: what the examination finds may be heavier than what was alleged; then a team is formed, and it examines anew.
"""

SUMMONS = (Step.PANGGILAN_1, Step.PANGGILAN_2, Step.PANGGILAN_KEPUTUSAN)
"""The steps that call somebody to a day."""

ENDS: dict[Outcome, tuple[Step, ...]] = {
    Outcome.DIJALANI: (Step.DIJALANI,),
    Outcome.TIDAK_TERBUKTI: (Step.PEMERIKSAAN, Step.LAPORAN, Step.TIDAK_HADIR_2),
    Outcome.DIBATALKAN: (Step.PUTUSAN_KEBERATAN, Step.PUTUSAN_BANDING),
}
"""After which step an outcome may come; `dihentikan` after any."""


def path(case: Case) -> tuple[Done, ...]:
    """The steps of a case without the team, which stands beside the path."""
    return tuple(one for one in case.steps if one.step is not Step.TIM)


def may(case: Case) -> tuple[Step, ...]:
    """The steps that may come next, the ordinary one first."""
    if case.closed:
        return ()
    done = path(case)
    following = tuple(one for one in AFTER[done[-1].step if done else None] if one not in barred(case))
    examined = any(one.step in (Step.PEMERIKSAAN, Step.TIDAK_HADIR_2) for one in done)
    formed = case.last(Step.TIM, Step.KEPUTUSAN) is not None
    team = () if formed or (case.level is Level.RINGAN and not examined) else (Step.TIM,)
    return (*following, *team, Step.SELESAI)


def barred(case: Case) -> tuple[Step, ...]:
    """PP 79/2021 Pasal 1: a dismissal is appealed to BPASN, every other decision is objected to; never both.

    Of a sanction that is the office's own, either is possible.
    """
    if case.sanction in DISMISSALS:
        return (Step.KEBERATAN,)
    return (Step.BANDING,) if case.sanction in set(Sanction) else ()
