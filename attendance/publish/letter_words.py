"""Letter words: what stands at each placeholder of a letter, in Indonesian, whatever template it is set in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from attendance.publish import formats, numerals, signatures
from attendance.publish.formats import safe
from attendance.rules.chronic import Flagged
from attendance.rules.histories import Known
from attendance.rules.kinds import NAMES, Kind
from attendance.rules.ladders import ROMAN, Counted, Ladder, Warned
from attendance.rules.offices import Office, Signatory
from attendance.rules.periods import Period
from attendance.rules.ranks import PANGKAT
from attendance.rules.rosters import Profile
from attendance.rules.totals import Totals

Shape: TypeAlias = Any
"""What a placeholder is: "" a text, a dict of them, or a list of one of them, which a template goes through."""

SECRET, INTERNAL = "RAHASIA", "RAHASIA - TERBATAS"

COMMON: dict[str, Shape] = {
    **dict.fromkeys(("pemerintah", "instansi", "lambang", "cap", "tempat", "tanggal", "nomor", "sifat"), ""),
    **dict.fromkeys(("lampiran", "hal", "kaki"), ""),
    "alamat": [""],
    "kepada": [""],
    "tembusan": [""],
    "ttd": {"atas": [""], "nama": "", "bawah": [""]},
}
"""What every template may hold."""
SHAPES: Mapping[str, dict[str, Shape]] = {
    "surat-peringatan": {
        **COMMON,
        **dict.fromkeys(("langkah", "judul", "apel", "masa", "jumlah", "pembuka", "peringatan", "lanjutan"), ""),
        "sanggahan": "",
        "orang": dict.fromkeys(("nama", "nip", "pangkat", "jabatan", "unit"), ""),
        "dasar": [""],
        "daftar": [dict.fromkeys(("no", "tanggal", "kode", "keterangan", "oleh"), "")],
        "sebelumnya": [dict.fromkeys(("judul", "nomor", "tanggal"), "")],
    },
    "laporan-kehadiran": {
        **COMMON,
        **dict.fromkeys(("unit", "apel", "masa", "pembuka", "sementara"), ""),
        "daftar": [
            dict.fromkeys(("no", "nama", "nip", "jadwal", "hadir", "telat", "alasan", "tk", "bl", "persen"), "")
        ],
        "jumlah": dict.fromkeys(("jadwal", "hadir", "telat", "alasan", "tk", "bl", "persen"), ""),
    },
    "surat-pengantar": {
        **COMMON,
        "unit": "",
        "daftar": [dict.fromkeys(("no", "naskah", "banyak", "keterangan"), "")],
    },
}
"""Every template by its name, with the placeholders that it may hold."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What every letter has: whose it is, from which unit, where to, the number, the date, who signs, the journal."""

    office: Office
    unit: str  # over whose name it goes out
    address: tuple[str, ...]
    to: tuple[str, ...]
    number: str
    dated: date
    subject: str
    signatory: Signatory | None
    copies: tuple[str, ...]
    entry: int
    head: str
    enclosed: str = "-"


def common(paper: Paper, stamp: str, nature: str) -> dict[str, Any]:
    """What every letter has; the stamp stands above it all."""
    foot = f"Jurnal nomor {paper.entry}, sidik {paper.head[:12]}"
    return {
        "pemerintah": safe(paper.office.name),
        "instansi": safe(paper.unit.upper()),
        "alamat": [safe(line) for line in paper.address],
        "cap": stamp,
        "tempat": safe(paper.office.place) or "." * 20,
        "tanggal": formats.plain_day(paper.dated),
        "nomor": safe(paper.number) or "." * 20,
        "sifat": nature,
        "lampiran": paper.enclosed,
        "hal": safe(paper.subject),
        "kepada": [safe(line) for line in paper.to],
        "tembusan": [safe(line) for line in paper.copies],
        "ttd": {
            "atas": _above(paper.signatory),
            "nama": signatures.name(paper.signatory),
            "bawah": list(signatures.below(paper.signatory)),
        },
        "kaki": foot,
    }


def _above(signatory: Signatory | None) -> list[str]:
    """Capacity and position, a comma after the last."""
    *before, last = signatures.above(signatory)
    return [*before, f"{last},"] if signatory else [last]


def assembly(kind: Kind) -> str:
    """What a kind is called within a sentence."""
    return NAMES[kind].lower()


def person(profile: Profile, unit: str) -> dict[str, str]:
    """Who somebody is, as a letter tells it."""
    rank = PANGKAT.get(profile.rank)
    room = f"Golongan {profile.rank}" if profile.rank else "-"
    return {
        "nama": safe(profile.printed),
        "nip": formats.nip(profile.nip),
        "pangkat": f"{rank} ({profile.rank})" if rank else safe(room),
        "jabatan": safe(profile.position) or "-",
        "unit": safe(unit),
    }


def warning(paper: Paper, letter: Warned, ladder: Ladder) -> dict[str, Any]:
    """A letter of warning. Of the person's attendance it holds the absences counted, and nothing else."""
    step, what = ROMAN[letter.step - 1], assembly(letter.kind)
    title = f"{safe(ladder.title)} {step}"
    return {
        **common(paper, SECRET, "Rahasia"),
        "langkah": step,
        "judul": title,
        "apel": what,
        "masa": formats.period(letter.period),
        "jumlah": _times(len(letter.days)),
        "orang": person(letter.profile, letter.unit),
        "dasar": [safe(one) for one in ladder.basis],
        "pembuka": _opening(letter),
        "daftar": [_row(number, one) for number, one in enumerate(letter.days, 1)],
        "sebelumnya": [
            {
                "judul": f"{safe(ladder.title)} {ROMAN[one.step - 1]}",
                "nomor": safe(one.number),
                "tanggal": formats.plain_day(one.dated),
            }
            for one in letter.before
        ],
        "peringatan": (
            f"Sehubungan dengan hal tersebut, Saudara diberi {title} ({numerals.ordinal(letter.step)}) dan diminta "
            f"mengikuti {what} sesuai dengan ketentuan."
        ),
        "lanjutan": _sequel(letter, ladder),
        "sanggahan": (
            "Apabila terdapat kekeliruan dalam data tersebut, Saudara dapat menyampaikan keberatan secara tertulis "
            f"disertai bukti paling lambat hari {formats.day(letter.correct_by)}. Surat ini merupakan pembinaan oleh "
            "atasan langsung dan bukan hukuman disiplin."
        ),
    }


def _times(count: int) -> str:
    return f"{count} ({numerals.words(count)}) kali"


def _opening(letter: Warned) -> str:
    what, count = assembly(letter.kind), len(letter.days)
    row = ""
    if letter.rule == "beruntun" and count > 1:
        row = " berturut-turut" if letter.figure == count else f", {_times(letter.figure)} di antaranya berturut-turut"
    return (
        f"Berdasarkan daftar hadir {what} yang telah disahkan, pada {_span(letter.days)} Saudara tercatat tidak "
        f"mengikuti {what} tanpa keterangan sebanyak {_times(count)}{row}, sebagai berikut:"
    )


def _span(days: Sequence[Counted]) -> str:
    first, last = days[0].day, days[-1].day
    return "tanggal " + formats.plain_day(first) if first == last else f"periode {formats.period(Period(first, last))}"


def _row(number: int, one: Counted) -> dict[str, str]:
    told = "tercatat TK" if one.known is Known.ROLL else "tidak tercatat hadir"
    return {
        "no": f"{number}.",
        "tanggal": formats.day(one.day),
        "kode": "TK",
        "keterangan": told,
        "oleh": safe(one.by),
    }


def _sequel(letter: Warned, ladder: Ladder) -> str:
    again = f"Apabila Saudara kembali tidak mengikuti {assembly(letter.kind)} tanpa keterangan, "
    if letter.step < len(ladder.steps):
        return f"{again}kepada Saudara dapat diberikan {safe(ladder.title)} {ROMAN[letter.step]}."
    return (
        f"{again}hal tersebut dilaporkan kepada pejabat yang berwenang untuk ditindaklanjuti sesuai dengan "
        "ketentuan peraturan perundang-undangan."
    )


def report(
    paper: Paper,
    people: Sequence[Flagged],
    totals: Totals,
    kind: Kind,
    period: Period,
    missing: Sequence[date],
) -> dict[str, Any]:
    """The report of a unit's attendance: figures of each person. Reasons are one sum, so that no sickness shows."""
    what = assembly(kind)
    late = f" Daftar hadir {len(missing)} hari belum disahkan: {formats.days(tuple(missing))}." if missing else ""
    return {
        **common(paper, INTERNAL, "Terbatas"),
        "unit": safe(paper.unit),
        "apel": what,
        "masa": formats.period(period),
        "pembuka": (
            f"Bersama ini disampaikan laporan kehadiran {what} pegawai {safe(paper.unit)} periode "
            f"{formats.period(period)}, sebagai berikut:"
        ),
        "sementara": f"SEMENTARA.{late}" if missing else "",
        "daftar": [
            {
                "no": f"{number}.",
                "nama": safe(one.history.profile.printed),
                "nip": formats.nip(one.history.profile.nip),
                **_figures(one.totals),
            }
            for number, one in enumerate(people, 1)
        ],
        "jumlah": _figures(totals),
    }


def _figures(totals: Totals) -> dict[str, str]:
    counted = {
        "jadwal": totals.scheduled,
        "hadir": totals.present,
        "telat": totals.late,
        "alasan": totals.excused,
        "tk": totals.absent,
        "bl": totals.unreported,
    }
    rate = totals.rate
    return {name: formats.number(count) for name, count in counted.items()} | {
        "persen": formats.rate(rate) if rate is not None else "-"
    }


def cover(paper: Paper, items: Sequence[tuple[str, str, str]]) -> dict[str, Any]:
    """A covering letter: each document with how many there are of it, and a remark."""
    return {
        **common(paper, "", "Biasa"),
        "unit": safe(paper.unit),
        "daftar": [
            {"no": f"{number}.", "naskah": safe(what), "banyak": safe(count), "keterangan": safe(note)}
            for number, (what, count, note) in enumerate(items, 1)
        ],
    }
