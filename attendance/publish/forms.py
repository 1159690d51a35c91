"""Forms: the roll of a unit to be filled in, on screen or on paper, with the hidden id by which it is known again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from attendance.errors import Refused
from attendance.language import _
from attendance.publish import atomic, formats
from attendance.rules.codes import Code
from attendance.rules.forms import FormId, Person
from attendance.rules.kinds import NAMES, Kind
from attendance.rules.offices import Office, Signatory
from attendance.rules.periods import Period
from attendance.rules.rosters import Profile

if TYPE_CHECKING:
    from attendance.publish.sheets import Book

SHORT_WEEKDAYS = ("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min")


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody on a form: `line` where he stands; what is printed for him on some days, None: not required.

    `unit`: where he belongs, which is another than where he stands for those at a counter of another agency.
    """

    profile: Profile
    line: str
    printed: dict[date, Code | None]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class RollForm:
    """The roll of a unit over some days, as it is given out. `several`: people of more than one line stand on it."""

    office: Office
    unit: str
    kind: Kind
    period: Period
    days: tuple[date, ...]
    people: tuple[Listed, ...]
    several: bool
    head: Signatory | None
    made: date
    paper: str = "A4"

    @property
    def daily(self) -> bool:
        """Whether it is a list of one day, with a code, a time and a remark, and no matrix."""
        return len(self.days) == 1

    @property
    def titles(self) -> tuple[str, str, str]:
        """What stands over the table."""
        roll = "DAFTAR HADIR KERJA: HARI KERJA" if self.kind is Kind.KERJA else f"DAFTAR HADIR {NAMES[self.kind]}"
        when = f"Hari/Tanggal : {formats.day(self.days[0])}" if self.daily else formats.titled(self.period)
        return roll.upper(), formats.safe(self.unit), when

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings of the days, in order; none on a list of one day."""
        return () if self.daily else tuple(map(heading, self.days))

    def identity(self, office: str, entry: int, head: str, lines: tuple[str, ...]) -> FormId:
        """The id of this form."""
        people = (Person(one.profile.nip, formats.safe(one.profile.printed), one.printed) for one in self.people)
        return FormId(
            office,
            entry,
            head,
            formats.safe(self.unit),
            tuple(map(formats.safe, lines)),
            self.kind,
            self.period,
            self.days,
            self.titles,
            self.headings,
            tuple(people),
        )


def heading(day: date) -> str:
    """Sen 5 Jan 2026, in three lines."""
    return f"{SHORT_WEEKDAYS[day.weekday()]}\n{day.day} {formats.SHORT_MONTHS[day.month - 1]}\n{day.year}"


def workbook(form: RollForm, identity: FormId, path: Path) -> None:
    """Write the form: the roll, and its id on a hidden sheet."""
    from attendance.publish import form_sheets, form_styles, sheets  # openpyxl takes a while to load

    if len(form.days) > form_sheets.LONGEST:
        raise Refused(
            _("A form has room for {most} days, and there are {count}. Name a shorter period.").format(
                most=form_sheets.LONGEST, count=len(form.days)
            )
        )
    with atomic.replacing(path) as beside:
        book = sheets.Book(f"{form.titles[0].capitalize()}: {form.unit}", form_styles.named())
        form_sheets.write(book, form)
        _hide(book, identity)
        book.save(beside)


def _hide(book: Book, identity: FormId) -> None:
    """The id, a row each, as text."""
    from attendance.rules.forms import HIDDEN

    sheet = book.sheet(HIDDEN, [14, 24, 34, 60])
    sheet.raw.sheet_state = "veryHidden"
    for row in identity.rows():
        sheet.append([sheet.text(cell, "teks") for cell in row])
