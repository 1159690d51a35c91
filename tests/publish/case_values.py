"""Invented cases for the tests of their letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from publish_values import HASH, HEAD, OFFICE

from attendance.publish.case_words import Actor, Matter
from attendance.publish.letter_words import Paper
from attendance.rules.cases import Case, Done, Origin, Rested, Step
from attendance.rules.law import Level
from attendance.rules.rosters import Profile

RUN = tuple(date(2026, 3, number) for number in (2, 3, 4, 5, 6, 9, 10, 11, 12, 13))
DAYS = (date(2026, 1, 5), date(2026, 2, 9), *RUN)
TWELVE = Rested(
    "kerja",
    2026,
    DAYS,
    RUN[:5],
    "PP 94/2021",
    "Pasal 10 ayat (2) huruf f angka 1",
    "pemotongan tunjangan kinerja sebesar 25 % selama 6 bulan",
    "sedang",
)
TEN = replace(TWELVE, run=RUN, article="Pasal 11 ayat (2) huruf d angka 4", sanction="pemberhentian", level="berat")

CALLED = Done(Step.PANGGILAN_1, date(2026, 3, 17), "R.7", meets=date(2026, 4, 2))
MISSED = Done(Step.TIDAK_HADIR_1, date(2026, 4, 2))
AGAIN = Done(Step.PANGGILAN_2, date(2026, 4, 6), "R.8", meets=date(2026, 4, 14))
MISSED_AGAIN = Done(Step.TIDAK_HADIR_2, date(2026, 4, 14))
EXAMINED = Done(Step.PEMERIKSAAN, date(2026, 4, 14), "R.9")
DECIDED = Done(Step.KEPUTUSAN, date(2026, 5, 4), "R.10", "WALI KOTA CONTOH")
CALLED_FOR_IT = Done(Step.PANGGILAN_KEPUTUSAN, date(2026, 5, 5), "R.11", meets=date(2026, 5, 12))
MISSED_IT = Done(Step.TIDAK_HADIR_KEPUTUSAN, date(2026, 5, 12))

BEFORE: Mapping[str, tuple[Done, ...]] = {
    "surat-panggilan-1": (),
    "surat-panggilan-2": (CALLED, MISSED),
    "bap": (CALLED,),
    "bap-tidak-hadir": (CALLED,),
    "laporan-hasil-pemeriksaan": (CALLED, MISSED, AGAIN, EXAMINED),
    "sk-tim-pemeriksa": (),
    "keputusan": (CALLED, EXAMINED),
    "panggilan-menerima-keputusan": (CALLED, EXAMINED, DECIDED),
    "berita-acara-penyampaian": (CALLED, EXAMINED, DECIDED),
    "pengantar-kirim-keputusan": (CALLED, EXAMINED, DECIDED, CALLED_FOR_IT, MISSED_IT),
    "usulan-penghentian-gaji": (),
}
"""The steps after which a letter of each kind is written."""


def case(*steps: Done, **words: Any) -> Case:
    usual: dict[str, Any] = {
        **{"number": "PD-1/2026", "person": 1, "origin": Origin.KEHADIRAN, "opened": date(2026, 3, 16)},
        "allegation": "Tidak masuk kerja tanpa alasan yang sah selama 12 (dua belas) hari kerja dalam tahun 2026",
        **{"level": Level.SEDANG, "rested": TWELVE, "steps": steps},
    }
    return Case(**{**usual, **words})


def pppk(*steps: Done, **words: Any) -> Case:
    return case(*steps, **{"binding": False, "rested": None, "article": "", **words})


def matter(kind: str, made: Case | None = None, **words: Any) -> Matter:
    """What a letter of a kind tells; `words` change it."""
    decided = kind in ("keputusan", "sk-tim-pemeriksa")
    head = words.pop("signatory", HEAD)
    number = words.pop("number", "R.800.1.6.2/12/2026")
    paper = Paper(
        office=OFFICE,
        unit="Dinas Contoh",
        address=("Jalan Rekaan Nomor 5",),
        to=("Kepala BKPSDM",),
        number=number,
        dated=date(2026, 3, 17),
        subject="Hal surat",
        signatory=head,
        copies=("Inspektur",),
        entry=17,
        head=HASH,
    )
    usual: dict[str, Any] = {
        **{"paper": paper, "case": made or case(*BEFORE[kind]), "unit": "Bidang Satu", "zone": "WIB"},
        "profile": Profile("198501012010011001", "ANI", rank="III/d", position="Analis Kebijakan"),
        **{"dated": date(2026, 3, 17), "on": date(2026, 4, 2), "at": "09.00", "place": "Ruang Rapat"},
        "by": (Actor("BUDI", "Kepala Bidang Satu", "197001011995031002", "Pembina (IV/a)"),),
        **{"sanction": "potong-tukin-6" if kind == "keputusan" else "", "level": Level.SEDANG},
        **{"decider": "Wali Kota Contoh", "signed_over": decided, "missed": Step.TIDAK_HADIR_1},
        **{"limit": date(2026, 4, 14), "in_force": date(2026, 5, 25), "salary_from": date(2026, 4, 1)},
    }
    return Matter(**{**usual, **words})


def bare(kind: str) -> Matter:
    """A letter of which nothing is known but the person and the case."""
    empty = {"on": None, "at": "", "place": "", "by": (), "sanction": "", "level": None, "decider": ""}
    known = {"signed_over": False, "limit": None, "in_force": None, "salary_from": None, "dated": None}
    return matter(kind, signatory=None, number="", **empty, **known)
