"""Recapping: what every recap asks first, and what stands around it on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attendance import language
from attendance.commands.desk import Desk
from attendance.commands.inquiry import Inquiry
from attendance.commands.showing import show, written
from attendance.rules.chronic import Flagged
from attendance.rules.gathered import Gathered
from attendance.rules.kinds import NAMES, Kind

if TYPE_CHECKING:
    from attendance.publish.paperwork import Paperwork
    from attendance.publish.tables import Table

PRINTED = (".xlsx", ".pdf")


@dataclass(frozen=True)
class Asked:
    """A recap as it was asked for: of what, of which units, in which form, where to, on what paper."""

    desk: Desk
    found: Inquiry
    within: frozenset[int] | None
    form: str
    output: Path | None
    paper: str

    @property
    def printed(self) -> bool:
        """Whether it becomes a paper of the office."""
        return self.output is not None and self.output.suffix.lower() in PRINTED

    @property
    def pages(self) -> bool:
        """Whether it becomes a PDF."""
        return self.output is not None and self.output.suffix.lower() == ".pdf"

    def speaking(self) -> AbstractContextManager[None]:
        """What is printed for the office is Indonesian, whatever language the officer reads."""
        return language.speaking(language.DEFAULT) if self.printed else nullcontext()

    def gathered(self) -> Gathered:
        """Everybody's sums; nobody's days are kept."""
        return Gathered(self.within).all(self.found.histories())

    def judged(self) -> tuple[list[Flagged], Gathered]:
        """The judgments of the people whose last unit is asked about, without the days that no list names."""
        from attendance.rules import chronic
        from attendance.rules.gathered import slim

        limits, sums = self.found.settings.limits, Gathered(self.within)
        people = []
        for history in self.found.histories():
            if sums.add(history) and (self.within is None or history.unit in self.within):
                people.append(slim(chronic.judge(history, limits)))
        return sorted(people, key=self.found.order), sums

    def frame(self, silent: Mapping[int, Sequence[date]]) -> dict[str, Any]:
        """The head of the answer."""
        from attendance.publish import answers

        return answers.frame(self.found.kind, self.found.period, silent, self.found.labels)

    def title(self, sort: str) -> str:
        """The head of the list: as a paper has it, or as a screen."""
        if self.printed:
            from attendance.publish import formats

            name = NAMES[self.found.kind].upper()
            return f"REKAPITULASI {name} {sort}, {formats.period(self.found.period)}".upper()
        return language._("Recap {kind}, {period}").format(kind=self.found.kind.value, period=self.found.period)

    def notes(self, silent: Mapping[int, Sequence[date]]) -> tuple[str, ...]:
        """What makes it provisional; on paper the reckoning too."""
        from attendance.publish import paperwork, reports

        told = reports.provisional(silent, self.found.labels)
        return (*told, paperwork.RATE) if self.printed else told

    def work(
        self,
        silent: Mapping[int, Sequence[date]],
        *,
        tables: tuple[tuple[str, str], ...] = (),
        kinds: tuple[Kind, ...] = (),
    ) -> Paperwork:
        """What stands around it on paper."""
        from attendance.publish.paperwork import Paperwork

        found = self.found
        entry, head = found.head
        return Paperwork(
            office=found.settings.office,
            kinds=kinds or (found.kind,),
            period=found.period,
            made=self.desk.day(found.settings.office.zone),
            entry=entry,
            head=head,
            limits=found.settings.limits,
            silent=tuple(sorted((found.labels[line], tuple(days)) for line, days in silent.items())),
            signatory=found.settings.signatories.get("recap"),
            paper=self.paper,
            tables=tables,
        )

    def give(
        self,
        tables: Mapping[str, Table],
        document: Any,
        work: Paperwork,
        pdf: Callable[[Path], None] | None = None,
    ) -> None:
        """Show the first of the tables, or write the file that was asked for; `pdf` writes it as pages."""
        if self.output is not None and self.printed:
            from attendance.publish import recap_books

            output = self.output
            if pdf is not None and self.pages:
                written(self.desk, output, pdf)
            else:
                written(self.desk, output, lambda path: recap_books.workbook(tables, work, path))
        else:
            show(self.desk, next(iter(tables.values())), document, self.form, self.output, work.office)
