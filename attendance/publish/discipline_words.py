"""Discipline words: what a list, a paper and a screen say of a judgment; the law's own words stay Indonesian."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from attendance.language import _
from attendance.publish.formats import SHORT_MONTHS
from attendance.publish.reports import dates
from attendance.rules.discipline import Count, Judged
from attendance.rules.histories import Day
from attendance.rules.law import PPPK_HINT, REGULATIONS, Regulation, Sanction, Tier
from attendance.rules.reaching import TOLD_FROM
from attendance.rules.rosters import Status

SHORT = {
    Sanction.TIDAK_PUAS: "tidak puas tertulis",
    Sanction.POTONG_6: "potong tukin 25 % 6 bln",
    Sanction.POTONG_9: "potong tukin 25 % 9 bln",
    Sanction.POTONG_12: "potong tukin 25 % 12 bln",
    Sanction.TURUN_JABATAN: "turun jabatan 12 bln",
    Sanction.BEBAS_JABATAN: "bebas jabatan 12 bln",
    Sanction.PDHTAPS: "PDHTAPS",
    Sanction.TUNDA_KGB: "tunda KGB 1 th",
    Sanction.TUNDA_PANGKAT: "tunda pangkat 1 th",
    Sanction.TURUN_PANGKAT_1: "turun pangkat 1 th",
    Sanction.TURUN_PANGKAT_3: "turun pangkat 3 th",
    Sanction.PINDAH_TURUN_JABATAN: "pindah turun jabatan",
    Sanction.PEMBERHENTIAN: "PDHTAPS atau PTDH",
}
"""Sanctions as a screen has room for them; the others are short enough."""

UNDER_CONTRACT = (Status.PPPK, Status.PPPK_PW)
STATUSES = {Status.PPPK_PW: "PPPK PW"}


@dataclass(frozen=True, slots=True)
class Told:
    """One line of a list: a judgment, what lists call the person's unit, and the numbers of his open cases."""

    judged: Judged
    unit: str
    cases: tuple[str, ...] = ()

    @property
    def unruled(self) -> int:
        """The days as a PPPK that no table known to the program judges."""
        return sum(len(one.days) for one in self.judged.counts if hint(one))

    @property
    def contract(self) -> bool:
        """Whether he is told apart from those whom a PP judges: PPPK, or by his days of a PPPK alone."""
        return self.judged.status in UNDER_CONTRACT or (self.judged.tier is None and self.unruled >= TOLD_FROM)

    @property
    def waiting(self) -> tuple[date, ...]:
        """His days of the year whose roll is not closed: they may be more absences."""
        return tuple(day.day for day in self.judged.unreported)


def hint(count: Count) -> str:
    """What judges days that no regulation known here does: those of PPPK; nothing does before the first PP."""
    if count.regulation is not None or not any(day.day >= REGULATIONS[0].first for day in (*count.days, *count.run)):
        return ""
    return PPPK_HINT


def judges(count: Count) -> str:
    """What judges the days of a count: the name of the regulation, or what holds where there is none."""
    return count.regulation.name if count.regulation else hint(count) or "-"


def short(tier: Tier) -> str:
    """A tier as a screen has room for it: sedang: potong tukin 25 % 6 bln, Ps 10(2)f angka 1."""
    said = SHORT.get(tier.slug, tier.sanction) if tier.slug else tier.sanction
    where = article(tier.article)
    return f"{tier.level.value}: {said}, {where}" if where else f"{tier.level.value}: {said}"


def article(text: str) -> str:
    """The place of a rule as short as lawyers write it: Ps 9(2)b angka 2."""
    return text.replace("Pasal ", "Ps ").replace(" ayat (", "(").replace(") huruf ", ")")


def met(one: Told) -> str:
    """What a screen says that somebody has met: the tier, of how many days; that it is provisional; cases.

    What PPPK follow is above.
    """
    tier = one.judged.tier
    said = short(tier) if tier is not None else "-"
    marks = [said, split(one), _("provisional") if one.waiting else "", *one.cases]
    return "; ".join(mark for mark in marks if mark)


def split(one: Told) -> str:
    """How many days each table judges, where several judge days of the year; empty where one judges all of them."""
    decisive = one.judged.decisive
    counts = sorted((count for count in one.judged.counts if count.total), key=lambda count: count is not decisive)
    if len(counts) < 2:
        return ""
    named = (
        (count.regulation.name if count.regulation else "PPPK" if hint(count) else "-", count.total) for count in counts
    )
    return ", ".join(_("{law}: {days} days").format(law=law, days=days) for law, days in named)


def sanction(one: Told) -> str:
    """The sanction in full, with what is imposed until the regulation on pay is in force."""
    tier = one.judged.tier
    if tier is None:
        return PPPK_HINT if one.contract and one.unruled else ""
    return tier.sanction + (f" (selama PP tentang gaji belum ada: {tier.interim})" if tier.interim else "")


def law(one: Told) -> Regulation | None:
    """The regulation of the heaviest tier."""
    found = one.judged.decisive
    return found.regulation if found else None


def month(day: date | None) -> str:
    """Mei 2026."""
    return f"{SHORT_MONTHS[day.month - 1]} {day.year}" if day else ""


def further(one: Told) -> tuple[int, Tier] | None:
    """How many more days reach the next tier, and which; None where there is none."""
    found = ((count.lacking, count.next_tier) for count in one.judged.counts)
    return next(((lacking, tier) for lacking, tier in found if lacking is not None and tier is not None), None)


def in_a_row(one: Told) -> int | None:
    """How many more days, one after the other from the last absence on, reach the limit of a row; None where none do.

    Said only of a row that has begun.
    """
    begun = (count.row_lacking for count in one.judged.counts if count.ongoing)
    return next((lacking for lacking in begun if lacking is not None), None)


def regulations(found: Iterable[Told]) -> list[Regulation]:
    """The regulations that judged a day of these people, each once, in their order."""
    seen: list[Regulation] = []
    for one in found:
        for count in one.judged.counts:
            if count.regulation is not None and count.regulation not in seen:
                seen.append(count.regulation)
    return sorted(seen, key=lambda one: (one.first, one.name))


def span(days: Sequence[Day] | Sequence[date]) -> str:
    """Days as a list of dates, each month once."""
    return dates(day if isinstance(day, date) else day.day for day in days)
