"""Case words: what stands at each placeholder of a letter of a discipline case, in Indonesian.

What is not known stays a row of dots to be written by hand; of somebody who is no PNS no article of a PP is named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from attendance.publish import formats, letter_words, numerals
from attendance.publish.formats import safe
from attendance.publish.letter_words import SECRET, Paper, Shape
from attendance.rules.cases import STEPS, Case, Done, Step
from attendance.rules.kinds import Kind
from attendance.rules.law import PP_53, PP_94, REGULATIONS, Level, Regulation, Sanction
from attendance.rules.rosters import Profile

DOTS = "." * 30
SHORT = "." * 14

_PERSON = dict.fromkeys(("nama", "nip", "pangkat", "jabatan", "unit"), "")
_ACTOR = dict.fromkeys(("no", "nama", "nip", "pangkat", "jabatan", "kedudukan"), "")
_WHEN = dict.fromkeys(("hari", "pukul", "tempat"), "")
_CALLED = dict.fromkeys(("urutan", "nomor", "tanggal", "hari"), "")
_DECIDED = dict.fromkeys(("nomor", "tanggal", "tentang", "pejabat"), "")
_CASE: dict[str, Shape] = {
    **letter_words.COMMON,
    **dict.fromkeys(("perkara", "dugaan", "pasal", "rincian", "dasar"), ""),
    "orang": _PERSON,
    "petugas": [_ACTOR],
}
_SUMMONS: dict[str, Shape] = {**_CASE, "urutan": "", "akibat": "", "waktu": _WHEN, "sebelumnya": _CALLED}
_RULED: dict[str, Shape] = {
    **_CASE,
    **dict.fromkeys(("kop", "judul", "tentang", "pejabat"), ""),
    "menimbang": [{"huruf": "", "isi": ""}],
    "mengingat": [""],
    "diktum": [{"nama": "", "isi": ""}],
    "penutup": {"nama": "", "isi": ""},
}
SHAPES: Mapping[str, dict[str, Shape]] = {
    "surat-panggilan-1": _SUMMONS,
    "surat-panggilan-2": _SUMMONS,
    "bap": {**_CASE, "hari_ini": "", "waktu": _WHEN},
    "bap-tidak-hadir": {
        **_CASE,
        **dict.fromkeys(("hari_ini", "maksud", "lanjutan"), ""),
        "waktu": _WHEN,
        "panggilan": _CALLED,
    },
    "laporan-hasil-pemeriksaan": {
        **_CASE,
        **dict.fromkeys(("pemeriksaan", "ketentuan"), ""),
        "riwayat": [dict.fromkeys(("no", "tahap", "tanggal", "nomor"), "")],
    },
    "sk-tim-pemeriksa": _RULED,
    "keputusan": {**_RULED, "tingkat": "", "hukuman": "", "kesatu": "", "karena": ""},
    "panggilan-menerima-keputusan": {**_CASE, "waktu": _WHEN, "keputusan": _DECIDED},
    "berita-acara-penyampaian": {**_CASE, "hari_ini": "", "berlaku": "", "waktu": _WHEN, "keputusan": _DECIDED},
    "pengantar-kirim-keputusan": {**_CASE, "keputusan": _DECIDED, "sebab": "", "berlaku": ""},
    "usulan-penghentian-gaji": {
        **_CASE,
        **dict.fromkeys(("jumlah", "hari", "mulai"), ""),
    },
}
"""Every kind of letter of a case, with the placeholders that its template may hold."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts in a case: before whom one appears, who examines, hands over, belongs to the team.

    `rank` as it is printed: Penata (III/c).
    """

    name: str
    position: str = ""
    nip: str = ""
    rank: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a letter of a case tells. `on`, `at`, `place`: when and where; `dated` None: the date is written by hand.

    `local` names what binds a PPPK. `sanction` is a name of `law.Sanction` or the office's own words. `decider` is who
    decides, `signed_over` whether above all units. `limit` is the last day of the clock that the letter tells of.
    """

    paper: Paper
    case: Case
    profile: Profile
    unit: str
    zone: str
    dated: date | None = None
    on: date | None = None
    at: str = ""
    place: str = ""
    by: tuple[Actor, ...] = ()
    local: str = ""
    sanction: str = ""
    level: Level | None = None
    article: str = ""
    decider: str = ""
    signed_over: bool = False
    missed: Step | None = None
    limit: date | None = None
    in_force: date | None = None
    salary_from: date | None = None
    shifted: bool = False  # the count under the case is another now: what was proven is written by hand

    @property
    def slug(self) -> Sanction | None:
        """The sanction, if it is one of the national law."""
        return Sanction(self.sanction) if self.sanction in set(Sanction) else None


def common(matter: Matter, basis: str = "", roles: Sequence[str] = ("",)) -> dict[str, Any]:
    """What every letter of a case has; `basis` is the article of PP 94/2021 that it rests on."""
    words = letter_words.common(matter.paper, SECRET, "Rahasia")
    year = (matter.dated or matter.paper.dated).year
    proposed = f"R.800.1.6.2/{SHORT}/{year}"
    return {
        **words,
        "nomor": safe(matter.paper.number) or proposed,
        "tanggal": day(matter.dated),
        "perkara": safe(matter.case.number),
        "dugaan": alleged(matter.case),
        "pasal": safe(breached(matter.case)),
        "rincian": details(matter.case),
        "dasar": f"Pasal {basis} {PP_94.title}" if basis and matter.case.bound else _own(matter),
        "orang": letter_words.person(matter.profile, matter.unit),
        "petugas": [actor(number, one) for number, one in enumerate(acting(matter, roles), 1)],
    }


def _own(matter: Matter) -> str:
    """What binds a case that PP 94/2021 does not: of somebody who is no PNS, or from before it."""
    if matter.case.binding:
        return PP_53.title
    return safe(matter.local) or "peraturan daerah dan/atau perjanjian kerja yang berlaku bagi PPPK"


def day(day: date | None) -> str:
    """4 Maret 2026, or dots."""
    return formats.plain_day(day) if day else DOTS


def long_day(day: date | None) -> str:
    """Rabu, 4 Maret 2026, or dots."""
    return formats.day(day) if day else DOTS


def spelled(day: date | None) -> str:
    """Rabu tanggal empat bulan Maret tahun dua ribu dua puluh enam (4 Maret 2026), or dots."""
    if day is None:
        return f"{SHORT} tanggal {SHORT} bulan {SHORT} tahun {SHORT}"
    thousands, rest = divmod(day.year, 1000)
    year = " ".join(part for part in (f"{_thousands(thousands)}", numerals.words(rest) if rest else "") if part)
    return (
        f"{formats.WEEKDAYS[day.weekday()]} tanggal {numerals.words(day.day)} bulan {formats.MONTHS[day.month - 1]} "
        f"tahun {year} ({formats.plain_day(day)})"
    )


def _thousands(count: int) -> str:
    return "seribu" if count == 1 else f"{numerals.words(count)} ribu"


def breached(case: Case) -> str:
    """The article that is said to be breached; empty where none is known. Of a PPPK never one of a PP by ourselves."""
    national = regulation(case)
    if national is not None:
        return f"{national.duty} {national.title}"
    rested = case.rested
    if rested is not None and rested.law and rested.law not in {one.name for one in REGULATIONS}:
        return " ".join(part for part in (rested.article, rested.law) if part)
    return case.article


def regulation(case: Case) -> Regulation | None:
    """The national regulation under which days of work without a valid reason were counted for a case."""
    rested = case.rested
    if not case.binding or rested is None or rested.kind != Kind.KERJA:
        return None
    return next((one for one in REGULATIONS if one.name == rested.law), None)


def alleged(case: Case) -> str:
    """The allegation as it goes on within a sentence; dots where there is none."""
    text = safe(case.allegation.strip().rstrip("."))
    begins = text[:2].istitle() and not text[:2].isupper()
    return (text[0].lower() + text[1:] if begins else text) or DOTS * 2


def details(case: Case) -> str:
    """The days on which a case rests, as a sentence; empty where it rests on none."""
    days = rested_days(case)
    if not days or case.rested is None:
        return ""
    more = 0 if by_row(case) else case.rested.converted
    hours = f", ditambah {counted(more)} hari yang dihitung dari jam keterlambatan" if more else ""
    return f"Hari yang dimaksud adalah tanggal {formats.days(days)}{hours}."


def rested_days(case: Case) -> tuple[date, ...]:
    """The days that an allegation counts: those in a row where the article is about them, else those of the year."""
    if case.rested is None:
        return ()
    return case.rested.run if by_row(case) else case.rested.days


def rested_count(case: Case) -> int:
    """How many days an allegation counts: those in a row, or those of the year with what lateness made."""
    if case.rested is None:
        return 0
    return len(case.rested.run) if by_row(case) else case.rested.total


def by_row(case: Case) -> bool:
    """Whether a case is about days in a row."""
    law = regulation(case)
    row = law.in_a_row.tier.article if law and law.in_a_row else None
    return row is not None and case.rested is not None and case.rested.article == row


def counted(count: int) -> str:
    """12 (dua belas)."""
    return f"{count} ({numerals.words(count)})"


def acting(matter: Matter, roles: Sequence[str]) -> tuple[Actor, ...]:
    """Those who act; where fewer are named than there are roles, the rest are dots."""
    named = tuple(
        one if one.role or number >= len(roles) else Actor(one.name, one.position, one.nip, one.rank, roles[number])
        for number, one in enumerate(matter.by)
    )
    return (*named, *(Actor("", role=role) for role in roles[len(named) :]))


def actor(number: int, one: Actor) -> dict[str, str]:
    """Somebody who acts, as a letter tells it."""
    return {
        "no": f"{number}.",
        "nama": safe(one.name) or DOTS,
        "nip": formats.nip(one.nip) or DOTS,
        "pangkat": safe(one.rank) or DOTS,
        "jabatan": safe(one.position) or DOTS,
        "kedudukan": safe(one.role),
    }


def when(matter: Matter) -> dict[str, str]:
    """When and where: Senin, 30 Maret 2026; 09.00 WIB; the place."""
    at = safe(matter.at)
    return {
        "hari": long_day(matter.on),
        "pukul": f"{at} {matter.zone}" if at else f"{SHORT} {matter.zone}",
        "tempat": safe(matter.place) or DOTS,
    }


def called(summons: Done | None) -> dict[str, str]:
    """A summons that was sent: which it was, its number and date, the day to which it called."""
    order = {Step.PANGGILAN_1: "I", Step.PANGGILAN_2: "II"}.get(summons.step, "") if summons else ""
    return {
        "urutan": order,
        "nomor": (safe(summons.number) if summons else "") or DOTS,
        "tanggal": day(summons.day if summons else None),
        "hari": long_day(summons.meets if summons else None),
    }


def decided(matter: Matter, about: str) -> dict[str, str]:
    """The decision that was taken: its number, date, what it is about, and who took it."""
    taken = matter.case.last(Step.KEPUTUSAN)
    return {
        "nomor": (safe(taken.number) if taken else "") or DOTS,
        "tanggal": day(taken.day if taken else None),
        "tentang": about,
        "pejabat": safe(matter.decider) or DOTS,
    }


def history(case: Case) -> list[dict[str, str]]:
    """What was done in a case so far."""
    return [
        {
            "no": f"{number}.",
            "tahap": STEPS[one.step],
            "tanggal": formats.plain_day(one.day),
            "nomor": safe(one.number) or "-",
        }
        for number, one in enumerate(case.steps, 1)
    ]
