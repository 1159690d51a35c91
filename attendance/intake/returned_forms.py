"""Forms that have come back: who stands on them now, and whether they still say what they were given out for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from attendance.errors import Fault, Place, Refused
from attendance.intake import dates, rolls, tables
from attendance.intake.cells import fold, shown, text
from attendance.intake.people import who
from attendance.intake.tables import Opened, Record, Table
from attendance.intake.titles import Blank
from attendance.language import _
from attendance.rules.forms import BLANK_SAYS, PAPER_ONLY, FormId

_LEAP = 2000  # any year that has every day of the calendar


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a form: its place, who stands there, what is said beside an empty code, and where no heading stands."""

    place: Place
    nip: str
    name: str
    beside: str
    outside: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A form as it stands now: its rows, the headings of days that are gone, and what a blank cell means on it."""

    rows: tuple[Row, ...]
    lost: tuple[str, ...]
    blank: Blank


def look(path: Path, identity: FormId) -> Seen:
    """A form as it has come back. Raises Refused where its title or its days are not those it was given out with."""
    opened = tables.need(path, rolls.FIELDS, rolls.NEEDS, None, {})
    table = opened.tables[0]
    blank, unclear = _blank(opened)
    faults = [*_titles(table, identity), *_headings(table, identity), *unclear]
    if faults:
        raise Refused(
            _(
                "{file}: this form was given out for {unit}, {kind}, {period}, and no longer says so;"
                " put it right, or make a new one with apel roll sheet"
            ).format(file=path.name, unit=identity.unit, kind=identity.kind.value, period=identity.period),
            tuple(faults),
        )
    here = {_plain(heading.whole) for heading in table.heads.all}
    lost = tuple(words for words in map(_plain, identity.headings) if words not in here)
    ink = next((h.column for h in table.heads.all if fold(h.whole) == PAPER_ONLY), None)
    rows = tuple(_row(record, ink) for each in opened.tables for record in each.records(("nip", "name")))
    return Seen(rows, lost, blank)


def _blank(opened: Opened) -> tuple[Blank, list[Fault]]:
    """What the form says of its blank cells, and a fault where that is none of the sentences to choose from."""
    said = {_plain(words).casefold(): policy for policy, words in BLANK_SAYS.items()}
    for table in opened.tables:
        for number, cells in table.sheet.rows[table.heads.last - table.sheet.rows[0][0] :]:
            for words in (_plain(text(cell)) for cell in cells):
                if words.casefold() in said:
                    return said[words.casefold()], []
                if words.casefold().startswith("kosong ="):
                    message = _("{words} is none of the sentences to choose from: {choice}")
                    choice = "; ".join(BLANK_SAYS.values())
                    return "lewati", [
                        Fault(table.sheet.place(number), message.format(words=shown(words), choice=choice))
                    ]
    return "lewati", []


def _plain(words: str) -> str:
    return " ".join(words.split())


def _titles(table: Table, identity: FormId) -> list[Fault]:
    """The titles that no longer stand over the table."""
    above = {_plain(text(cell)) for _number, cell in table.above()}
    missing = _("above the headings {title} is missing")
    place = table.sheet.place(table.heads.first)
    return [Fault(place, missing.format(title=shown(one))) for one in map(_plain, identity.titles) if one not in above]


def _headings(table: Table, identity: FormId) -> list[Fault]:
    """Headings of days that were not on the form, or stand in another order."""
    given = list(map(_plain, identity.headings))
    here = [_plain(h.whole) for h in table.heads.all if dates.read(_plain(h.whole), _LEAP)]
    place = table.sheet.place(table.heads.last)
    strange = _("the heading {heading} was not on the form")
    faults = [Fault(place, strange.format(heading=shown(one))) for one in here if one not in given]
    if not faults and here != [one for one in given if one in here]:
        faults.append(Fault(place, _("the columns of the days do not stand in the order of the form")))
    return faults


def _row(record: Record, ink: int | None) -> Row:
    nip, name, _fault = who(record)
    coded = record.text("code") or record.text("time").strip("-")
    signed = record.words[ink] if ink is not None and ink < len(record.words) else ""
    beside = "" if ink is None or coded else record.text("note") or signed
    headed = {heading.column for heading in record.heads.all}
    outside = " ".join(word for at, word in enumerate(record.words) if word and at not in headed)
    return Row(record.place, nip, name, beside, outside)
