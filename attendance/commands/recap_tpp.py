"""What is cut from allowances: each person's month by the office's own table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attendance.commands.inquiry import inquire
from attendance.commands.recapping import Asked
from attendance.errors import Refused
from attendance.language import _
from attendance.rules import tpp
from attendance.rules.codes import Code
from attendance.rules.gathered import Gathered
from attendance.rules.histories import Day
from attendance.rules.kinds import Kind
from attendance.rules.rosters import Profile

if TYPE_CHECKING:
    from datetime import date

    from attendance.publish.recap_tables import Cut


def by_tpp(asked: Asked) -> None:
    """Everybody's cut, with the counting shown."""
    from attendance.publish import formats, recap_tables

    configured, period = asked.found.settings.tpp, asked.found.period
    table = configured.table
    if not table.cuts and not table.levels:
        raise Refused(
            _("No table of cuts is configured: write [[tpp.cuts]] into the configuration first (apel config edit).")
        )
    if (period.first.year, period.first.month) != (period.last.year, period.last.month):
        raise Refused(
            _("TPP is cut month by month. Name one month, such as {month}.").format(month=f"{period.last:%Y-%m}")
        )
    people, silent = _reckoned(asked, table)
    document = _answer(asked, people, silent, table)
    missing = {line: days for found in silent.values() for line, days in found.items()}
    with asked.speaking():
        notes = _notes(silent, asked)
        name = f"POTONGAN TPP, {formats.period(period)}".upper()
        title = name if asked.printed else _("Cuts of TPP, {period}").format(period=period)
        tables = {
            "Potongan": recap_tables.by_tpp(people, title, table, notes),
            "Rincian": recap_tables.tpp_days(people, f"RINCIAN {name}"),
        }
        work = asked.work(missing, tables=recap_tables.tpp_table(table, configured.basis), kinds=table.kinds)
        asked.give(tables, document, work)


Silent = dict[Kind, "dict[int, list[date]]"]
"""For each kind the lines that have not reported, and the days."""


def _reckoned(asked: Asked, table: tpp.Table) -> tuple[list[Cut], Silent]:
    """Everybody who was scheduled for a kind of the table, by unit and name; and the rolls that are missing."""
    found, days = asked.found, _Days()
    silent: Silent = {}
    for kind in table.kinds:
        one = inquire(asked.desk, found.session, kind, found.period)
        sums = Gathered(asked.within)
        for history in one.histories():
            if sums.add(history) and (asked.within is None or history.unit in asked.within):
                days.add(kind, history.person, history.profile, tuple(history.scheduled()))
        if missing := sums.missing(one.silent):
            silent[kind] = missing
    made = [
        (profile, found.labels.get(unit or 0, ""), tpp.reckon(held, table), unreported)
        for profile, unit, held, unreported in days.people()
    ]
    return sorted(made, key=lambda one: (one[1], one[0].name.casefold(), one[0].nip)), silent


class _Days:
    """What the table needs of everybody: the days that may be cut, and the unit of the last day of all."""

    def __init__(self) -> None:
        self._profiles: dict[int, Profile] = {}
        self._held: dict[int, dict[Kind, list[Day]]] = {}
        self._last: dict[int, Day] = {}
        self._unreported: dict[int, int] = {}

    def add(self, kind: Kind, person: int, profile: Profile, scheduled: tuple[Day, ...]) -> None:
        self._profiles[person] = profile
        counting = [day for day in scheduled if tpp.said(day) & set(tpp.WORDS)]
        self._held.setdefault(person, {})[kind] = counting
        self._last[person] = max((self._last.get(person, scheduled[-1]), scheduled[-1]), key=lambda day: day.day)
        missing = sum(day.code is Code.BL for day in scheduled)
        self._unreported[person] = self._unreported.get(person, 0) + missing

    def people(self) -> list[tuple[Profile, int | None, dict[Kind, list[Day]], int]]:
        return [
            (profile, self._last[person].unit, self._held[person], self._unreported[person])
            for person, profile in self._profiles.items()
        ]


def _notes(silent: Silent, asked: Asked) -> tuple[str, ...]:
    from attendance.publish import reports

    told = (reports.provisional(missing, asked.found.labels) for missing in silent.values())
    return (
        *dict.fromkeys(note for notes in told for note in notes),
        _("Cut = the items together, or the level where that is more, at most the most of the table."),
        _("Days that are not reported (BL) are not cut."),
    )


def _answer(asked: Asked, people: list[Cut], silent: Silent, table: tpp.Table) -> dict[str, Any]:
    labels, period = asked.found.labels, asked.found.period
    return {
        "from": period.first.isoformat(),
        "to": period.last.isoformat(),
        "provisional": bool(silent),
        "unreported": [
            {"kind": kind.value, "unit": labels[line], "dates": [day.isoformat() for day in days]}
            for kind, missing in silent.items()
            for line, days in sorted(missing.items(), key=lambda one: labels[one[0]])
        ],
        "people": [
            {
                "nip": profile.nip,
                "name": profile.name,
                "unit": unit or None,
                "items": [
                    {
                        "name": item.cut.name,
                        "kind": item.cut.kind.value,
                        "codes": list(item.cut.words),
                        "count": len(item.days),
                        "each": item.cut.percent,
                        "percent": item.percent,
                        "dates": [day.day.isoformat() for day in item.days],
                    }
                    for item in found.items
                ],
                "added": found.added,
                "level": found.level,
                "percent": found.percent,
                "unreported": missing,
            }
            for profile, unit, found, missing in people
        ],
    }
