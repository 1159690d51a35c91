"""Discipline sources: where the figures of the workbook come from: each day, the law that judged it, the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from attendance.language import _
from attendance.publish import discipline_tables, formats
from attendance.publish import discipline_words as words
from attendance.publish.discipline_words import Told
from attendance.publish.paperwork import Paperwork
from attendance.publish.tables import Column, Table
from attendance.rules.codes import Standing
from attendance.rules.histories import Day
from attendance.rules.law import PPPK_HINT, Regulation, Tier

Reason = Callable[[Day], str]

COUNTING = (
    "Hari kerja tanpa alasan yang sah (TK), dihitung kumulatif 1 Januari sampai akhir periode; hari libur, cuti, "
    "sakit, dan tugas tidak dihitung; hari yang beralasan memutus urutan, hari libur tidak."
)


@dataclass(frozen=True, slots=True)
class Work(Paperwork):
    """Of a workbook of discipline: the regulations that were used, and the hours of lateness that make a day."""

    laws: tuple[tuple[str, str], ...] = ()
    hours: float = 0.0

    def sources(self) -> Iterator[tuple[str, str]]:
        """Where the figures come from, for whoever wants to reckon them again."""
        kept = ("Instansi", "Periode", "Belum lapor", "Dibuat", "Entri jurnal", "Sidik jurnal", "Program")
        own = list(Paperwork.sources(self))
        yield from (said for said in own if said[0] in kept[:2])
        yield "Cara menghitung", COUNTING
        off = "tidak dijadikan hari (mati)"
        yield "Keterlambatan", f"{formats.number(self.hours)} jam dijadikan satu hari" if self.hours else off
        yield from self.laws
        yield from (said for said in own if said[0] in kept[2:])


def laws(found: Sequence[Told]) -> tuple[tuple[str, str], ...]:
    """The regulations that judged a day of these people, for the sheet of sources."""
    known = [(one.name, one.title if one.duty else "Tabel instansi untuk PPPK") for one in words.regulations(found)]
    if any(one.unruled for one in found):
        known.append(("PPPK", f"PP 49/2018: {PPPK_HINT}"))
    return tuple(known)


def sheets(found: Sequence[Told], reason: Reason) -> Mapping[str, Table]:
    """The sheets behind the list: each day that counts, each that does not, and the tables of the law."""
    dates, others = DATED
    return {
        dates: counted(found, reason),
        others: not_counted(found, reason),
        "Ketentuan": tiers(words.regulations(found), tuple(discipline_tables.laws(found))),
    }


DATED = ("Tanggal", "Tidak dihitung")
"""The sheets of days: what has not been reported is missing from them."""

WHO = (
    Column("nip", "NIP", sort="nip"),
    Column("name", "Nama", wide=True),
    Column("unit", "Unit kerja", wide=True),
)


def _who(one: Told) -> tuple[str, str, str]:
    profile = one.judged.history.profile
    return profile.nip, profile.printed, one.unit


def counted(found: Sequence[Told], reason: Reason) -> Table:
    """Each day that counts, under which regulation, and how it is known; days of a run of last year are named so."""
    columns = (
        *WHO,
        Column("date", "Tanggal", sort="date"),
        Column("day", "Hari"),
        Column("law", "Dinilai menurut", wide=True),
        Column("how", "Diketahui dari", wide=True),
    )
    rows = []
    for one in found:
        before = [(day, "berturut-turut dari tahun lalu; tidak dihitung") for day in one.judged.run]
        days = [(day, said) for day, said in before if day.day not in one.judged.year]
        for count in one.judged.counts:
            days += [(day, words.judges(count)) for day in count.days]
        rows += [(*_who(one), day.day, formats.WEEKDAYS[day.day.weekday()], said, reason(day)) for day, said in days]
    return Table("TANGGAL TIDAK MASUK KERJA TANPA ALASAN YANG SAH", columns, tuple(rows))


def not_counted(found: Sequence[Told], reason: Reason) -> Table:
    """The days that do not count, and why; days that follow one another with one reason are one line."""
    columns = (
        *WHO,
        Column("first", "Mulai", sort="date"),
        Column("last", "Sampai", sort="date"),
        Column("count", "Hari kerja", "right", "int"),
        Column("code", "Kode", "center"),
        Column("why", "Sebab", wide=True),
    )
    rows = []
    for one in found:
        for (code, why), group in groupby(_left_out(one, reason), key=lambda told: (told[0].code.value, told[1])):
            if why:
                days = [day.day for day, _why in group]
                rows.append((*_who(one), days[0], days[-1], len(days), code, why))
    return Table("HARI YANG TIDAK DIHITUNG DAN SEBABNYA", columns, tuple(rows))


def _left_out(one: Told, reason: Reason) -> Iterator[tuple[Day, str]]:
    """The days of the year that were not absences; without a reason those on which he was present."""
    for day in one.judged.history.days:
        if day.day in one.judged.year and day.standing is not Standing.ABSENT:
            yield day, "" if day.standing is Standing.PRESENT else reason(day)


def tiers(known: Sequence[Regulation], notes: tuple[str, ...]) -> Table:
    """The tables of the regulations that were used, as the program applies them."""
    columns = (
        Column("law", "Ketentuan", wide=True),
        Column("days", "Hari kerja"),
        Column("level", "Tingkat"),
        Column("sanction", "Hukuman disiplin", wide=True),
        Column("interim", "Selama PP tentang gaji belum ada", wide=True),
        Column("article", "Pasal", wide=True),
    )
    rows = tuple(
        (law.name, days, tier.level.value, tier.sanction, tier.interim, tier.article)
        for law in known
        for days, tier in _lines(law)
    )
    return Table("KETENTUAN YANG DIPAKAI", columns, rows, (*notes, _decides()))


def _lines(law: Regulation) -> Iterator[tuple[str, Tier]]:
    for tier, after in zip(law.tiers, (*law.tiers[1:], None), strict=True):
        yield _span(tier.least, after.least - 1 if after else None), tier
    if law.in_a_row is not None:
        yield f"{law.in_a_row.tier.least} berturut-turut", law.in_a_row.tier


def _span(least: int, most: int | None) -> str:
    if most is None:
        return f"{least} atau lebih"
    return str(least) if least == most else f"{least}-{most}"


def _decides() -> str:
    return _("The program counts and shows the article. It does not decide: the competent officer does.")
