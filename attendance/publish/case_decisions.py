"""Case decisions: the words of the decision in a discipline case, sanction by sanction, and of that on the team.

The program chooses no sanction: without one the decision has dots where it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from attendance.publish import formats, letter_words, numerals
from attendance.publish.case_words import DOTS, Matter, alleged, breached, common, regulation
from attendance.publish.formats import safe
from attendance.rules.cases import Step
from attendance.rules.clocks import MONTHS
from attendance.rules.law import PP_53, PP_94, SANCTIONS, Sanction, Tier
from attendance.rules.rosters import Status

CHAIR = "Ketua"
ROLES = (f"{CHAIR} (atasan langsung)", "Anggota (unsur pengawasan)", "Anggota (unsur kepegawaian)")
"""Who belongs to the team at least (PP 94/2021 Pasal 29)."""

ASN_ACT = date(2023, 10, 31)
"""The day on which UU 20/2023 took the place of UU 5/2014."""

_AGAIN = "yang bersangkutan diminta menaati ketentuan disiplin dan tidak mengulangi pelanggaran tersebut"
_EFFECTS = {
    Sanction.TEGURAN_LISAN: f"Teguran disampaikan secara lisan dan tertutup oleh atasan langsung, dan {_AGAIN}.",
    Sanction.TEGURAN_TERTULIS: f"Keputusan ini merupakan teguran tertulis, dan {_AGAIN}.",
    Sanction.TIDAK_PUAS: (
        f"Dengan Keputusan ini dinyatakan secara tertulis ketidakpuasan atas perbuatan yang bersangkutan, dan {_AGAIN}."
    ),
    **dict.fromkeys(
        (Sanction.POTONG_6, Sanction.POTONG_9, Sanction.POTONG_12),
        "Tunjangan kinerja yang bersangkutan dipotong 25 % (dua puluh lima persen) setiap bulan selama {lama} "
        "terhitung sejak Keputusan ini berlaku.",
    ),
    Sanction.TURUN_JABATAN: (
        "Jabatan yang bersangkutan diturunkan setingkat lebih rendah, dari {jabatan} menjadi {dots}, selama {lama} "
        "terhitung sejak Keputusan ini berlaku."
    ),
    Sanction.BEBAS_JABATAN: (
        "Yang bersangkutan dibebaskan dari jabatan {jabatan} dan ditempatkan dalam jabatan pelaksana sebagai {dots} "
        "selama {lama} terhitung sejak Keputusan ini berlaku."
    ),
    Sanction.PDHTAPS: (
        "Yang bersangkutan diberhentikan dengan hormat tidak atas permintaan sendiri terhitung mulai tanggal {dots}, "
        "dan kepadanya diberikan hak kepegawaian sesuai dengan ketentuan peraturan perundang-undangan."
    ),
    Sanction.TUNDA_KGB: (
        "Kenaikan gaji berkala yang bersangkutan ditunda selama {lama} terhitung sejak saat kenaikan gaji berkala "
        "berikutnya, yaitu tanggal {dots}."
    ),
    Sanction.TUNDA_PANGKAT: (
        "Kenaikan pangkat yang bersangkutan ditunda selama {lama} terhitung sejak saat kenaikan pangkat berikutnya "
        "dapat diberikan, yaitu tanggal {dots}."
    ),
    **dict.fromkeys(
        (Sanction.TURUN_PANGKAT_1, Sanction.TURUN_PANGKAT_3),
        "Pangkat yang bersangkutan diturunkan setingkat lebih rendah, dari {pangkat} menjadi {dots}, selama {lama} "
        "terhitung sejak Keputusan ini berlaku; setelah itu pangkatnya dikembalikan pada pangkat semula.",
    ),
    Sanction.PINDAH_TURUN_JABATAN: (
        "Yang bersangkutan dipindahkan dalam rangka penurunan jabatan setingkat lebih rendah, dari {jabatan} menjadi "
        "{dots}, terhitung sejak Keputusan ini berlaku."
    ),
    Sanction.BEBAS_DARI_JABATAN: (
        "Yang bersangkutan dibebaskan dari jabatan {jabatan} terhitung sejak Keputusan ini berlaku."
    ),
    Sanction.PEMBERHENTIAN: (
        "Yang bersangkutan diberhentikan {dots} (dengan hormat tidak atas permintaan sendiri, atau tidak dengan "
        "hormat) terhitung mulai tanggal {dots}."
    ),
}
"""What each sanction does, as the second clause of the decision says it."""


def team(matter: Matter) -> dict[str, Any]:
    """SK tim pemeriksa: who examines; those not named stay dots with the part that each has."""
    level = f" tingkat {matter.case.level.value}" if matter.case.level else ""
    return {
        **common(matter, "29", ROLES),
        **_head(matter, "PEMBENTUKAN TIM PEMERIKSA DUGAAN PELANGGARAN DISIPLIN"),
        "menimbang": _lettered(
            matter,
            f"bahwa {_whom(matter)}, diduga melakukan pelanggaran disiplin{level} berupa {alleged(matter.case)};",
            "bahwa untuk memeriksa dugaan pelanggaran disiplin tersebut perlu dibentuk Tim Pemeriksa;",
            "Pembentukan Tim Pemeriksa Dugaan Pelanggaran Disiplin",
        ),
        "mengingat": _basis(matter, appeal=False),
        **_clauses(
            [
                f"Membentuk Tim Pemeriksa atas dugaan pelanggaran disiplin yang dilakukan oleh {_whom(matter)}, "
                f"NIP {formats.nip(matter.profile.nip)}, dengan "
                "susunan sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan "
                "ini.",
                "Tim Pemeriksa bertugas memeriksa yang bersangkutan secara tertutup, mengumpulkan alat bukti dan "
                "keterangan, menuangkan hasilnya dalam berita acara pemeriksaan, dan menyampaikan laporan hasil "
                "pemeriksaan.",
                f"Dalam melaksanakan tugasnya Tim Pemeriksa bertanggung jawab kepada {safe(matter.decider) or DOTS}.",
                "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
            ]
        ),
    }


def decision(matter: Matter) -> dict[str, Any]:
    """Keputusan: which sanction for whom, why, by which article; from when on it is in force."""
    level = matter.level.value if matter.level else DOTS
    sanction = words(matter)
    interim = interim_of(matter)
    about = f"Penjatuhan Hukuman Disiplin {level.title() if matter.level else level}"
    if matter.sanction and not interim:
        about += f" berupa {sanction}"
    return {
        **common(matter),
        **_head(matter, about.upper()),
        "tingkat": level,
        "hukuman": sanction,
        "menimbang": _lettered(
            matter,
            f"bahwa {_whom(matter)}, diduga melakukan pelanggaran disiplin berupa {alleged(matter.case)};",
            _found(matter),
            about,
        ),
        "mengingat": _basis(matter, appeal=True),
        "kesatu": f"Menjatuhkan hukuman disiplin tingkat {level} berupa {sanction} kepada:",
        "karena": _because(matter),
        **_clauses(_rest(matter, interim), first=2),
    }


def words(matter: Matter) -> str:
    """The sanction in words; dots where none was chosen."""
    slug = matter.slug
    if slug is None:
        return safe(matter.sanction) or DOTS * 2
    candidate = matter.profile.status is Status.CPNS
    return SANCTIONS[slug].replace("sebagai PNS", "sebagai CPNS") if candidate else SANCTIONS[slug]


def tier_of(matter: Matter) -> Tier | None:
    """The tier of the law that has the sanction and counted the days of the case."""
    law, slug, rested = regulation(matter.case), matter.slug, matter.case.rested
    if law is None or slug is None or rested is None:
        return None
    found = [tier for tier in law.every if tier.slug is slug]
    return next((tier for tier in found if tier.article == rested.article), found[0] if found else None)


def interim_of(matter: Matter) -> str:
    """What is imposed in place of the sanction until the regulation on pay is in force; empty where nothing is."""
    if not matter.case.bound or matter.slug is None:
        return ""
    return next((tier.interim for tier in PP_94.tiers if tier.slug is matter.slug), "")


def _head(matter: Matter, about: str) -> dict[str, Any]:
    decider = safe(matter.decider).upper()
    words = common(matter)["ttd"]
    if matter.paper.signatory is None and decider:
        words = {**words, "atas": [f"{decider},"]}
    return {
        "kop": decider if matter.signed_over else "",
        "judul": f"KEPUTUSAN {decider or DOTS}",
        "tentang": about,
        "pejabat": decider or DOTS,
        "ttd": words,
    }


def _whom(matter: Matter) -> str:
    profile = matter.profile
    position = f", {safe(profile.position)}" if profile.position else ""
    return f"Sdr. {safe(profile.printed)}{position} pada {safe(matter.unit) or DOTS}"


def _found(matter: Matter) -> str:
    """The second recital: the examination, or the two summonses that were not followed."""
    case = matter.case
    examined = case.last(Step.PEMERIKSAAN)
    duty = f" melanggar {safe(breached(case))}" if breached(case) else ""
    if examined is None and case.last(Step.TIDAK_HADIR_2):
        first, second = (case.last(step) for step in (Step.PANGGILAN_1, Step.PANGGILAN_2))
        sent = " dan ".join(
            f"Surat Panggilan {order} tanggal {formats.plain_day(one.day)}"
            for order, one in (("I", first), ("II", second))
            if one
        )
        return (
            f"bahwa yang bersangkutan tidak hadir memenuhi {sent}, dan berdasarkan alat bukti dan keterangan yang ada "
            f"perbuatan tersebut terbukti{duty};"
        )
    on = formats.plain_day(examined.day) if examined else DOTS
    return f"bahwa berdasarkan hasil pemeriksaan tanggal {on} perbuatan tersebut terbukti{duty};"


def _lettered(matter: Matter, first: str, second: str, about: str) -> list[dict[str, str]]:
    last = (
        "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Keputusan "
        f"{safe(matter.decider) or DOTS} tentang {about};"
    )
    return [{"huruf": f"{letter}.", "isi": text} for letter, text in zip("abc", (first, second, last), strict=True)]


def _basis(matter: Matter, *, appeal: bool) -> list[str]:
    """Mengingat: the acts and regulations; of a PPPK only the act, and what binds him locally."""
    act = (
        "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara"
        if (matter.dated or matter.paper.dated) >= ASN_ACT
        else "Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara"
    )
    if not matter.case.binding:
        return [f"{act};", f"{safe(matter.local) or DOTS * 2};"]
    if not matter.case.bound:
        return [f"{act};", f"{PP_53.title};"]
    found = [act]
    if regulation(matter.case) is PP_53:
        found.append(PP_53.title)
    found += [PP_94.title]
    if appeal:
        found.append(
            "Peraturan Pemerintah Nomor 79 Tahun 2021 tentang Upaya Administratif dan Badan Pertimbangan Aparatur "
            "Sipil Negara"
        )
    found.append(
        "Peraturan Badan Kepegawaian Negara Nomor 6 Tahun 2022 tentang Peraturan Pelaksanaan Peraturan Pemerintah "
        "Nomor 94 Tahun 2021 tentang Disiplin Pegawai Negeri Sipil"
    )
    return [f"{one};" for one in found]


def _because(matter: Matter) -> str:
    duty = breached(matter.case)
    broken = f", yang melanggar ketentuan {safe(duty)}" if duty else ""
    tier, law = tier_of(matter), regulation(matter.case)
    article = safe(matter.article) or (f"{tier.article} {law.title.partition(' tentang')[0]}" if tier and law else DOTS)
    proven = DOTS * 2 if matter.shifted else alleged(matter.case)
    return (
        f"karena yang bersangkutan terbukti melakukan pelanggaran disiplin berupa {proven}{broken}, "
        f"sehingga dikenai ketentuan {article}."
    )


def _rest(matter: Matter, interim: str) -> list[str]:
    """The clauses after the first."""
    imposed = next((slug for slug, text in SANCTIONS.items() if text == interim), matter.slug)
    effect = [_effect(matter, imposed)] if imposed is not None else []
    if interim:
        effect.insert(
            0,
            "Sampai dengan berlakunya peraturan pemerintah mengenai gaji dan tunjangan, hukuman disiplin sebagaimana "
            f"dimaksud dalam diktum KESATU dijatuhkan dalam bentuk {interim} (Pasal 42 Peraturan Pemerintah Nomor 94 "
            "Tahun 2021; Pasal 62 Peraturan BKN Nomor 6 Tahun 2022).",
        )
    found = [" ".join(effect)] if effect else []
    if matter.case.bound:
        found.append(
            "Keputusan ini mulai berlaku pada hari kerja ke-15 (lima belas) terhitung sejak tanggal keputusan diterima "
            "oleh yang bersangkutan, kecuali diajukan upaya administratif."
        )
        found.append(
            "Atas Keputusan ini yang bersangkutan dapat mengajukan upaya administratif sesuai dengan Peraturan "
            "Pemerintah Nomor 79 Tahun 2021."
        )
    else:
        local = safe(matter.local) or "peraturan daerah dan/atau perjanjian kerja"
        binds = "ketentuan peraturan perundang-undangan" if matter.case.binding else local
        found.append(f"Keputusan ini mulai berlaku sesuai dengan {binds}.")
    found.append("Keputusan ini disampaikan secara tertutup kepada yang bersangkutan untuk dilaksanakan.")
    return found


def _effect(matter: Matter, slug: Sanction) -> str:
    """What a sanction does, from which post or rank; what it leads to is written by hand."""
    months = MONTHS.get(slug, 0)
    return _EFFECTS[slug].format(
        lama=f"{months} ({numerals.words(months)}) bulan",
        jabatan=safe(matter.profile.position) or DOTS,
        pangkat=letter_words.person(matter.profile, "")["pangkat"],
        dots=DOTS,
    )


def _clauses(texts: Sequence[str], first: int = 1) -> dict[str, Any]:
    """KESATU, KEDUA, ...; the last apart, for it stands with the signature."""
    made = [{"nama": clause(number), "isi": text} for number, text in enumerate(texts, first)]
    return {"diktum": made[:-1], "penutup": made[-1]}


def clause(number: int) -> str:
    """What a clause of a decision is called: KESATU, KEDUA, KETIGA."""
    return "KESATU" if number == 1 else numerals.ordinal(number).upper()
