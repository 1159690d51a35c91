"""Recaps for the city: the units in their order with their letters, and the table of one day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attendance.commands.inquiry import inquire
from attendance.commands.recapping import Asked
from attendance.errors import Refused
from attendance.language import _
from attendance.rules import grades, periods
from attendance.rules.gathered import Gathered
from attendance.rules.grades import Ranked, Standings
from attendance.rules.kinds import NAMES
from attendance.rules.periods import Period

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLE = "EVALUASI KEHADIRAN UNIT KERJA"


def by_rank(asked: Asked) -> None:
    """The units in the order of their rates, graded, beside the period before."""
    from attendance.publish import recap_papers, recap_tables, reports

    found, sums = asked.found, asked.gathered()
    silent = sums.missing(found.silent)
    earlier = inquire(asked.desk, found.session, found.kind, periods.before(found.period))
    before = Gathered(asked.within).all(earlier.histories())
    table = found.settings.grades
    units = grades.ranked(
        Standings(sums.by_unit, sums.waiting(found.silent)),
        Standings(before.by_unit, before.waiting(earlier.silent)),
        table,
        found.labels,
    )
    document = asked.frame(silent)
    document["before"] = {"from": earlier.period.first.isoformat(), "to": earlier.period.last.isoformat()}
    document["units"] = [_answer(one, found.labels) for one in units]
    with asked.speaking():
        notes = (*asked.notes(silent), *_explained(earlier.period, table))
        title = asked.title("UNIT KERJA MENURUT PERINGKAT")
        made = recap_tables.by_rank(units, title, found.labels, notes)
        days = reports.by_day(sums.by_day, asked.title("PER HARI"), ())
        work = asked.work(silent, tables=(("Nilai", _letters(table) or "belum diatur"),))
        subject = f"{TITLE} PADA {NAMES[found.kind].upper()}"
        asked.give(
            {"Peringkat": made, "Per hari": days},
            document,
            work,
            lambda path: recap_papers.evaluation(units, sums.by_day, found.labels, subject, notes, work, path),
        )


def _answer(one: Ranked, labels: Mapping[int, str]) -> dict[str, Any]:
    from attendance.publish import answers

    return {
        "unit": labels[one.unit],
        "people": one.people,
        **answers.sums(one.totals),
        "rank": one.rank,
        "grade": one.grade or None,
        "rate_before": answers.rate(one.rate_before),
        "rank_before": one.rank_before,
        "change": answers.rate(one.change),
        "climbed": one.climbed,
    }


def _letters(table: grades.Grades) -> str:
    from attendance.publish import formats

    return "; ".join(f"{letter} mulai {formats.rate(least)}" for letter, least in table.items())


def _explained(before: Period, table: grades.Grades) -> tuple[str, ...]:
    """What the columns mean."""
    from attendance.publish import formats

    compared = _("Compared with {period}; units whose rolls are not all closed have no rank.")
    graded = _("Grades: {letters}.").format(letters=_letters(table)) if table else _("No grades: [grades] is empty.")
    return (compared.format(period=formats.period(before)), graded)


def by_city(asked: Asked) -> None:
    """The table of one day for the head of the city."""
    from attendance.publish import answers, formats, recap_papers, recap_tables

    found, period = asked.found, asked.found.period
    if period.first != period.last:
        raise Refused(_("The table of the city is of one day. Name one, such as {day}.").format(day=period.last))
    sums = asked.gathered()
    silent = sums.missing(found.silent)
    by_label = {found.labels[unit]: totals for unit, (_people, totals) in sums.by_unit.items()}
    waiting = {found.labels[unit] for unit in sums.waiting(silent)}
    document = asked.frame(silent)
    document["units"] = [
        {
            "unit": label,
            **answers.sums(totals),
            "share": None if label in waiting else answers.rate(recap_tables.share(totals)),
        }
        for label, totals in sorted(by_label.items())
    ]
    with asked.speaking():
        from attendance.publish import reports

        notes = reports.provisional(silent, found.labels)
        title = f"REKAPITULASI KEHADIRAN ASN PADA {NAMES[found.kind]}".upper()
        on_paper = f"{title} {formats.day(period.last)}".upper()
        table = recap_tables.by_city(by_label, waiting, title if asked.pages else on_paper, notes)
        work = asked.work(silent)
        asked.give({"Harian": table}, document, work, lambda path: recap_papers.table(table, work, path))
