"""Case letters: which words each kind of letter of a discipline case is filled with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from attendance.publish import case_decisions, case_texts
from attendance.publish.case_words import Matter

WORDS: Mapping[str, Callable[[Matter], dict[str, Any]]] = {
    "surat-panggilan-1": partial(case_texts.summons, order="I"),
    "surat-panggilan-2": partial(case_texts.summons, order="II"),
    "bap": case_texts.record,
    "bap-tidak-hadir": case_texts.absence,
    "laporan-hasil-pemeriksaan": case_texts.report,
    "sk-tim-pemeriksa": case_decisions.team,
    "keputusan": case_decisions.decision,
    "panggilan-menerima-keputusan": case_texts.receipt_summons,
    "berita-acara-penyampaian": case_texts.delivery,
    "pengantar-kirim-keputusan": case_texts.sending,
    "usulan-penghentian-gaji": case_texts.salary,
}
"""Every kind of letter, in the order of a case, and the words of it."""


def words(kind: str, matter: Matter) -> dict[str, Any]:
    """What stands at each placeholder of a letter."""
    return WORDS[kind](matter)
