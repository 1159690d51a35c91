"""Recapping cases: what is asked of the ledger, and the tables, the answer and the papers that are made of it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from attendance import language
from attendance.commands import docket
from attendance.commands.desk import Desk, settings
from attendance.commands.showing import show, written
from attendance.errors import Refused
from attendance.language import _
from attendance.ledger import cases, journal, people, units
from attendance.ledger.engine import Session
from attendance.rules import case_recaps, periods, postings
from attendance.rules.case_recaps import Filed, Recap
from attendance.rules.cases import Case
from attendance.rules.periods import Period
from attendance.rules.rosters import Profile

if TYPE_CHECKING:
    from attendance.publish.case_recap_papers import CaseWork
    from attendance.publish.tables import Table

SUBJECT = "REKAPITULASI PERKARA DISIPLIN APARATUR SIPIL NEGARA"


@dataclass(frozen=True)
class Asked:
    """A recap of cases as it was asked for."""

    desk: Desk
    session: Session
    period: Period
    by: str | None
    names: bool
    form: str
    output: Path | None
    paper: str | None

    @property
    def printed(self) -> bool:
        """Whether it becomes a paper of the office."""
        return self.ending in (".xlsx", ".pdf")

    @property
    def ending(self) -> str:
        """What the file is, empty where there is none."""
        return self.output.suffix.lower() if self.output else ""


@dataclass(frozen=True)
class Found:
    """The recaps of a period and of the one before, and what lists call units and people."""

    now: Recap
    before: Recap
    labels: dict[int | None, str]
    people: dict[int, Profile]


def tell(asked: Asked) -> None:
    """Reckon a recap of cases, and show or write it. Errors: Refused where the period has not begun."""
    from attendance.publish import case_recap_answers as answers
    from attendance.publish import formats

    today = asked.desk.day(settings(asked.session).office.zone)
    if asked.period.first > today:
        raise Refused(
            _("The period ({period}) has not begun: there is nothing to recap. Name an earlier year.").format(
                period=formats.period(asked.period)
            )
        )
    with language.speaking(language.DEFAULT) if asked.printed else nullcontext():
        found = _found(asked, today)
        tables = _tables(asked, found)
        chosen = tables[_SHEETS[asked.by]]
        if not asked.printed:
            document = answers.answer(found.now, found.before, found.labels, found.people if asked.names else None)
            show(asked.desk, chosen, document, asked.form, asked.output, settings(asked.session).office)
            return
        _print(asked, tables, _work(asked, found, today))


def _print(asked: Asked, tables: dict[str, Table], work: CaseWork) -> None:
    from attendance.publish import case_recap_papers, formats

    assert asked.output is not None
    if asked.ending == ".xlsx":
        written(asked.desk, asked.output, lambda path: case_recap_papers.workbook(tables, work, path))
        return
    chosen = list(tables.values()) if asked.by is None else [tables[_SHEETS[asked.by]]]
    under = formats.titled(asked.period)
    written(asked.desk, asked.output, lambda path: case_recap_papers.pages(chosen, SUBJECT, under, work, path))


def _found(asked: Asked, today: date) -> Found:
    session = asked.session
    known = cases.cases(session)
    calendar = docket.calendar(session, today, *known)
    filed = list(_filed(session, known))
    tree = units.tree(session)
    labels: dict[int | None, str] = {unit: tree.label(unit) for unit in tree.units}
    labels[None] = _("(no unit)")
    before = periods.before(asked.period)
    return Found(
        case_recaps.recap(filed, calendar, asked.period, today),
        case_recaps.recap(filed, calendar, before, today),
        labels,
        people.profiles(session, {one.person for one in known}) if asked.names else {},
    )


def _filed(session: Session, known: Iterable[Case]) -> Iterable[Filed]:
    """Each case with the unit to which its person belonged on the day it was opened."""
    held = people.postings(session, people={one.person for one in known})
    for case in known:
        posting = postings.on(held.get(case.person, ()), case.opened)
        yield Filed(case, posting.unit if posting else None)


_SHEETS = {
    None: "Ringkasan",
    "unit": "Per unit",
    "level": "Per tingkat",
    "step": "Per tahap",
    "deadlines": "Tenggat",
    "sanctions": "Hukuman",
}
"""The sheet on which each table stands."""


def _tables(asked: Asked, found: Found) -> dict[str, Table]:
    """Every table by its sheet; that of the names where it is asked for."""
    from attendance.publish import case_recaps as tables

    now, labels = found.now, found.labels
    notes = tuple(_notes(found))
    made = {
        None: tables.overview(now, found.before, _title(asked, _("Cases")), notes),
        "unit": tables.by_unit(now, labels, _title(asked, _("Cases by unit")), notes),
        "level": tables.by_level(now, _title(asked, _("Cases by level")), (*tables.lasted(now), *notes)),
        "step": tables.by_step(now, _title(asked, _("Open cases by their last step")), notes),
        "deadlines": tables.by_deadline(now, labels, _title(asked, _("Deadlines of superiors")), notes),
        "sanctions": tables.by_sanction(now, _title(asked, _("Sanctions decided")), notes),
    }
    sheets = {_SHEETS[by]: table for by, table in made.items()}
    if asked.names and asked.ending == ".xlsx":
        sheets["Nama"] = tables.names(now, found.people, labels, _title(asked, _("Cases with names")))
    return sheets


def _title(asked: Asked, words: str) -> str:
    if asked.ending == ".pdf":
        return words
    from attendance.publish import formats
    from attendance.publish.paperwork import INTERNAL

    title = f"{words}, {formats.period(asked.period)}"
    return title.upper() if asked.printed else f"{INTERNAL}: {title}"


def _notes(found: Found) -> Iterable[str]:
    """What must be known of the figures to read them."""
    from attendance.publish import formats

    if not found.now.over:
        yield _("The period ({period}) is not over: this is how it stood on {day}.").format(
            period=formats.period(found.now.period), day=formats.plain_day(found.now.upto)
        )
    if found.now.unbound:
        yield _(
            "Cases of PPPK, or opened before PP 94/2021: {count}. Its deadlines do not bind them; none is counted."
        ).format(count=found.now.unbound)


def _work(asked: Asked, found: Found, today: date) -> CaseWork:
    """What stands around it on paper."""
    from attendance.publish import formats
    from attendance.publish.case_recap_papers import CaseWork
    from attendance.publish.paperwork import INTERNAL
    from attendance.rules.kinds import Kind

    configured = settings(asked.session)
    entry, head = journal.head(asked.session)
    return CaseWork(
        office=configured.office,
        kinds=(Kind.KERJA,),
        period=asked.period,
        made=today,
        entry=entry,
        head=head,
        limits=configured.limits,
        signatory=configured.signatories.get("recap"),
        paper=asked.paper or configured.recap.paper,
        tables=(("Dibandingkan dengan", formats.period(found.before.period)),),
        legend=INTERNAL,
    )
