"""Reports: the lists of a judgment as tables, the same for screen, paper and file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from attendance.language import _
from attendance.publish.tables import Column, Table
from attendance.rules.chronic import Flagged
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind
from attendance.rules.totals import Totals

Silent = Mapping[int, Sequence[date]]
"""Lines that have not reported, and the days that are missing."""


def provisional(silent: Silent, labels: Mapping[int, str]) -> tuple[str, ...]:
    """What makes a result provisional: each line with its missing days; nothing where all have reported."""
    if not silent:
        return ()
    named = [f"{labels[line]} ({len(days)})" for line, days in sorted(silent.items(), key=lambda one: labels[one[0]])]
    return (_("PROVISIONAL: not reported (number of rolls): {units}").format(units="; ".join(named)),)


def chronic(found: Iterable[Flagged], title: str, labels: Mapping[int, str], notes: tuple[str, ...] = ()) -> Table:
    """The flagged people, each rule with its figure and the dates."""
    columns = (
        Column("no", _("No"), "right", "int"),
        Column("name", _("Name"), wide=True),
        Column("unit", _("Unit"), wide=True),
        Column("present", _("H"), "right", "int"),
        Column("absent", _("TK"), "right", "int"),
        Column("required", _("Of"), "right", "int"),
        Column("rules", _("Rule"), wide=True),
        Column("dates", _("Dates"), wide=True),
    )
    rows = tuple(
        (
            number,
            name(one),
            labels.get(one.history.unit or 0, ""),
            one.totals.present,
            one.totals.absent,
            one.totals.required,
            tuple(flag.rule for flag in one.flags),
            dates({day.day for flag in one.flags for day in flag.days}),
        )
        for number, one in enumerate(found, 1)
    )
    return Table(title, columns, rows, notes)


def name(one: Flagged) -> str:
    """A name as it is printed."""
    profile = one.history.profile
    return profile.printed


def dates(days: Iterable[date]) -> str:
    """Days in the short form 4, 5, 6, 8/3/2019: each month once."""
    months: dict[tuple[int, int], list[str]] = {}
    for day in sorted(days):
        months.setdefault((day.year, day.month), []).append(str(day.day))
    return "; ".join(f"{', '.join(found)}/{month}/{year}" for (year, month), found in months.items())


SCHEDULED = "{present}+{excused}+{absent}+{unreported}"
RATE = 'IF({present}+{absent}=0,"",{present}/({present}+{absent}))'
"""How the figures of a row hang together, for a spreadsheet."""


def _sum_columns() -> tuple[Column, ...]:
    headings = {
        "scheduled": _("Scheduled"),
        "present": _("Present"),
        "late": _("Late"),
        "excused": _("Excused"),
        "absent": _("TK"),
        "unreported": _("BL"),
    }
    formulas = {"scheduled": SCHEDULED}
    counted = (
        Column(key, heading, "right", "int", formula=formulas.get(key, ""), summed=True)
        for key, heading in headings.items()
    )
    return (*counted, Column("rate", "%", "right", "rate", formula=RATE))


def _sums(totals: Totals) -> tuple[object, ...]:
    """The figures of a row. Who waits for a signature has no absences yet: his rate would always be 100 %."""
    counted = (totals.scheduled, totals.present, totals.late, totals.excused, totals.absent, totals.unreported)
    waits = totals.unreported and totals.present and not totals.absent
    return (*counted, _("not reported") if waits else totals.rate)


def _all(found: Iterable[Totals]) -> Totals:
    codes: Counter[Code] = Counter()
    late = early = 0
    for totals in found:
        codes.update(totals.codes)
        late += totals.late_arrivals
        early += totals.early_leaves
    return Totals(codes, late, early)


def by_person(
    found: Sequence[Flagged], title: str, kind: Kind, labels: Mapping[int, str], notes: tuple[str, ...]
) -> Table:
    """A recap, a row a person."""
    extra = (
        (Column("tm", "TM", "right", "int", summed=True), Column("pc", "PC", "right", "int", summed=True))
        if kind is Kind.KERJA
        else ()
    )
    columns = (
        Column("nip", "NIP", sort="nip", detail=True),
        Column("name", _("Name"), wide=True),
        Column("unit", _("Unit"), wide=True),
        *_sum_columns(),
        *extra,
    )

    def row(totals: Totals) -> tuple[object, ...]:
        return (*_sums(totals), *((totals.late_arrivals, totals.early_leaves) if extra else ()))

    rows = tuple(
        (one.history.profile.nip, name(one), labels.get(one.history.unit or 0, ""), *row(one.totals)) for one in found
    )
    sums = ("", _("Total"), "", *row(_all(one.totals for one in found)))
    return Table(title, columns, rows, notes, totals=sums if rows else None)


def matrix(found: Sequence[Flagged], title: str, labels: Mapping[int, str], notes: tuple[str, ...]) -> Table:
    """A row a person, a column a session, each with its code."""
    days = sorted({day.day for one in found for day in one.history.days})
    columns = (
        Column("unit", _("Unit"), wide=True),
        Column("nip", "NIP", sort="nip", detail=True),
        Column("name", _("Name"), wide=True),
        *(Column(day.isoformat(), f"{day.day}/{day.month}", "center") for day in days),
        Column("present", "H", "right", "int"),
        Column("absent", "TK", "right", "int"),
    )
    rows = []
    for one in found:
        codes = {day.day: day.code.value for day in one.history.days}
        cells = tuple(codes.get(day, "") for day in days)
        who = (labels.get(one.history.unit or 0, ""), one.history.profile.nip, name(one))
        rows.append((*who, *cells, one.totals.present, one.totals.absent))
    return Table(title, columns, tuple(rows), notes)


def by_unit(
    found: Mapping[int, tuple[int, Totals]], title: str, labels: Mapping[int, str], people: int, notes: tuple[str, ...]
) -> Table:
    """A recap, a row a unit; a person who moved is counted in both units, and once in the total."""
    columns = (
        Column("unit", _("Unit"), wide=True),
        Column("people", _("People"), "right", "int"),
        *_sum_columns(),
    )
    rows = tuple(
        (labels[unit], count, *_sums(totals))
        for unit, (count, totals) in sorted(found.items(), key=lambda x: labels[x[0]])
    )
    sums = (_("Total"), people, *_sums(_all(totals for _count, totals in found.values())))
    return Table(title, columns, rows, notes, totals=sums if rows else None)


def by_day(found: Mapping[date, Totals], title: str, notes: tuple[str, ...]) -> Table:
    """A recap, a row a day."""
    columns = (Column("date", _("Date"), sort="date"), *_sum_columns())
    rows = tuple((day, *_sums(totals)) for day, totals in sorted(found.items()))
    sums = (_("Total"), *_sums(_all(found.values())))
    return Table(title, columns, rows, notes, totals=sums if rows else None)
