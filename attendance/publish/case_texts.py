"""Case texts: the words of each letter of a discipline case but the decisions."""

from __future__ import annotations

from typing import Any

from attendance.publish import formats
from attendance.publish.case_words import (
    DOTS,
    Matter,
    breached,
    called,
    common,
    counted,
    day,
    decided,
    details,
    history,
    long_day,
    regulation,
    rested_count,
    spelled,
    when,
)
from attendance.publish.formats import safe
from attendance.rules.cases import Step

SUMMONS = (Step.PANGGILAN_1, Step.PANGGILAN_2)


def summons(matter: Matter, order: str) -> dict[str, Any]:
    """Surat panggilan I or II: whom, to whom, when, where, for which alleged violation."""
    by = " paling lambat 7 (tujuh) hari kerja sejak tanggal tersebut" if matter.case.bound else ""
    threat = {
        "I": f"Apabila Saudara tidak hadir pada waktu tersebut, Saudara dipanggil untuk kedua kalinya{by}.",
        "II": (
            "Apabila Saudara kembali tidak hadir, hukuman disiplin dijatuhkan berdasarkan alat bukti dan keterangan "
            "yang ada tanpa pemeriksaan."
        ),
    }[order]
    before = matter.case.last(Step.PANGGILAN_1) if order == "II" else None
    return {
        **common(matter, "26 ayat (1) dan ayat (2)" if order == "I" else "26 ayat (3)"),
        "urutan": order,
        "waktu": when(matter),
        "sebelumnya": called(before),
        "akibat": threat,
    }


def record(matter: Matter) -> dict[str, Any]:
    """Berita acara pemeriksaan: who examined whom, when and where; questions and answers are written by hand."""
    return {**common(matter, "27"), "hari_ini": spelled(matter.on), "waktu": when(matter)}


def absence(matter: Matter) -> dict[str, Any]:
    """Berita acara that somebody did not come: to a summons, or to receive the decision."""
    receiving = matter.missed is Step.TIDAK_HADIR_KEPUTUSAN
    wanted = {Step.TIDAK_HADIR_1: Step.PANGGILAN_1, Step.TIDAK_HADIR_2: Step.PANGGILAN_2}
    sent = matter.case.last(wanted.get(matter.missed, Step.PANGGILAN_KEPUTUSAN) if matter.missed else Step.PANGGILAN_1)
    basis = "37" if receiving else "26"
    return {
        **common(matter, basis),
        "hari_ini": spelled(matter.on),
        "waktu": {**when(matter), "hari": long_day(sent.meets if sent else None)},
        "panggilan": called(sent),
        "maksud": "menerima keputusan hukuman disiplin" if receiving else "diperiksa",
        "lanjutan": _sequel(matter),
    }


def _sequel(matter: Matter) -> str:
    """What follows when somebody did not come, with the last day for it."""
    by = f" paling lambat hari {formats.day(matter.limit)}" if matter.limit and matter.case.bound else ""
    if matter.missed is Step.TIDAK_HADIR_KEPUTUSAN:
        told = "keputusan hukuman disiplin dikirim kepada yang bersangkutan"
        article = "Pasal 49 ayat (8) Peraturan BKN Nomor 6 Tahun 2022"
    elif matter.missed is Step.TIDAK_HADIR_2:
        told = "pejabat yang berwenang menjatuhkan hukuman disiplin berdasarkan alat bukti dan keterangan yang ada"
        article = "Pasal 26 ayat (4) Peraturan Pemerintah Nomor 94 Tahun 2021"
    else:
        told = "yang bersangkutan dipanggil untuk kedua kalinya"
        article = "Pasal 26 ayat (3) Peraturan Pemerintah Nomor 94 Tahun 2021"
    source = f" sesuai dengan {article}" if matter.case.bound else ""
    return f"Oleh karena itu{source}, {told}{by}."


def report(matter: Matter) -> dict[str, Any]:
    """Laporan hasil pemeriksaan. What was found and what is advised are written by those who examined."""
    case = matter.case
    examined, missing = case.last(Step.PEMERIKSAAN), case.last(Step.TIDAK_HADIR_2)
    if examined is not None:
        told = f"Yang bersangkutan telah diperiksa secara tertutup pada hari {formats.day(examined.day)}"
        told += f" (Berita Acara Pemeriksaan Nomor {safe(examined.number)})." if examined.number else "."
    elif missing is not None:
        told = (
            "Yang bersangkutan tidak hadir pada dua panggilan, sehingga laporan ini disusun berdasarkan alat bukti "
            "dan keterangan yang ada."
        )
    else:
        told = f"Yang bersangkutan telah diperiksa secara tertutup pada hari {DOTS}."
    return {**common(matter, "27"), "pemeriksaan": told, "ketentuan": _met(matter), "riwayat": history(case)}


def _met(matter: Matter) -> str:
    """What the count meets in the law, as a count; empty where nothing was counted under a regulation."""
    rested, law = matter.case.rested, regulation(matter.case)
    if rested is None or not rested.article or (law is None and breached(matter.case) == matter.case.article):
        return ""
    title = law.title if law else rested.law
    level = f"hukuman disiplin tingkat {rested.level} berupa {safe(rested.sanction)}"
    if not law:
        level = safe(rested.sanction)
    days = counted(rested_count(matter.case))
    return (
        f"Hitungan {days} hari tersebut memenuhi {safe(rested.article)} {safe(title)} ({level}). "
        "Hitungan ini bukan keputusan; pejabat yang berwenang yang menilai dan memutuskan."
    )


def receipt_summons(matter: Matter) -> dict[str, Any]:
    """Panggilan menerima keputusan."""
    return {**common(matter, "37"), "waktu": when(matter), "keputusan": decided(matter, _about(matter))}


def delivery(matter: Matter) -> dict[str, Any]:
    """Berita acara penyampaian: the decision is handed over behind closed doors, and both sign."""
    return {
        **common(matter, "37"),
        "hari_ini": spelled(matter.on),
        "waktu": when(matter),
        "keputusan": decided(matter, _about(matter)),
        "berlaku": _in_force(matter),
    }


def _in_force(matter: Matter) -> str:
    if not matter.case.bound:
        return ""
    since = f", yaitu {formats.day(matter.in_force)}" if matter.in_force else ""
    return (
        "Keputusan berlaku pada hari kerja ke-15 (lima belas) terhitung sejak tanggal diterima"
        f"{since}, kecuali diajukan upaya administratif sesuai dengan ketentuan peraturan perundang-undangan."
    )


def _about(matter: Matter) -> str:
    level = f" {matter.level.value}" if matter.level else ""
    return f"penjatuhan hukuman disiplin{level}"


def sending(matter: Matter) -> dict[str, Any]:
    """Pengantar kirim keputusan: the decision goes to somebody who did not come to receive it."""
    missed = matter.case.last(Step.TIDAK_HADIR_KEPUTUSAN)
    on = f" pada hari {formats.day(missed.day)}" if missed else ""
    article = " sesuai dengan Pasal 49 ayat (8) Peraturan BKN Nomor 6 Tahun 2022" if matter.case.bound else ""
    return {
        **common(matter, "37"),
        "keputusan": decided(matter, _about(matter)),
        "sebab": f"Karena Saudara tidak hadir{on} untuk menerima keputusan, keputusan tersebut dikirimkan{article}.",
        "berlaku": _in_force(matter),
    }


def salary(matter: Matter) -> dict[str, Any]:
    """Usulan penghentian gaji: ten days in a row, from which month on. It names no sanction."""
    run = matter.case.rested.run if matter.case.rested else ()
    return {
        **common(matter, "15 ayat (2)"),
        "jumlah": f"{counted(len(run))} hari kerja" if run else DOTS,
        "hari": formats.days(run) if run else DOTS,
        "mulai": formats.month(matter.salary_from) if matter.salary_from else DOTS,
        "rincian": details(matter.case),
        "tanggal": day(matter.dated),
    }
