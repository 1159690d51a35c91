"""Working years as the law counts them: the days somebody was absent, all others present, on the real calendar.

Days are written as texts: "2022-10-03 2022-10-04", or spans "2022-10-03..2022-10-07".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from functools import cache

from attendance.errors import Place
from attendance.intake import national
from attendance.rules import discipline, histories, periods
from attendance.rules.codes import Code
from attendance.rules.discipline import Appointment, Judged, Law
from attendance.rules.histories import Dossier, Held, History, Recorded, Signed
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period
from attendance.rules.postings import Exemption, Posting
from attendance.rules.rosters import Profile, Status
from attendance.rules.sessions import Agenda, Calendar, Schedule

LINE = 10
EVER = (Posting(LINE, LINE, date(2010, 1, 1)),)
OFFICE = Schedule(
    Kind.KERJA, frozenset(range(5)), time(7, 30), time(7, 30), time(5), time(16), name="lima hari", units=None
)


@cache
def calendar(*without: str) -> Calendar:
    """The national calendar of all years that the tests speak of; `without` these days, as before they were added."""
    gone = {date.fromisoformat(day) for day in without}
    return Calendar(day for year in range(2019, 2028) for day in national.days(year) if day.day not in gone)


def days(text: str) -> list[date]:
    """Days and spans of days; whether somebody has to work on them says the calendar."""
    spans = [periods.parse(word, date(2026, 1, 1)) for word in text.split()]
    return [day for span in spans if span for day in span.days()]


def mark(code: str, at: str | None = None) -> Recorded:
    """A code on a roll, with the time of arrival where it was written down."""
    return Recorded(Code(code), time.fromisoformat(at) if at else None, Place("daftar.csv", None, 2), 1)


def letter(code: str, text: str) -> Held:
    """A letter over a span of days."""
    span = days(text)
    return Held(Code(code), code, span[0], span[-1], "1", 2)


def history(
    period: str,
    absent: str = "",
    *,
    letters: Sequence[Held] = (),
    unreported: str = "",
    marks: Mapping[str, Recorded] | None = None,
    scans: Mapping[str, str] | None = None,
    schedules: Sequence[Schedule] = (OFFICE,),
    held: Calendar | None = None,
    postings: Sequence[Posting] = EVER,
    exemptions: Sequence[Exemption] = (),
    status: Status = Status.PNS,
) -> History:
    """The days of somebody who came to work on all others, every roll closed but those of `unreported`."""
    (span,) = [found for found in [periods.parse(period, date(2026, 1, 1))] if found]
    gone, open_ = set(days(absent)), set(days(unreported))
    told = {date.fromisoformat(day): one for day, one in (marks or {}).items()}
    recorded = {day: mark("TK" if day in gone | open_ else "H") for day in span.days()} | told
    scanned = {date.fromisoformat(d): [time.fromisoformat(at) for at in s.split()] for d, s in (scans or {}).items()}
    for day in scanned:
        recorded.pop(day)
    agenda = Agenda(Kind.KERJA, span, datetime(2030, 1, 1), schedules, held or calendar())
    closed = {day: Signed("KEPALA", 3) for day in span.days() if day not in open_}
    dossier = Dossier(1, Profile("198501012010012001", "ANI CONTOH", status=status), postings)
    dossier.exemptions, dossier.letters, dossier.marks, dossier.scans = exemptions, letters, recorded, scanned
    return histories.resolve(dossier, agenda, {one.line: closed for one in postings}, {})


def judged(of: History, year: int = 2026, law: Law | None = None, appointments: Iterable[Appointment] = ()) -> Judged:
    """What a history meets in the law, in the part of a year that it has."""
    last = max(day.day for day in of.days)
    return discipline.judge(of, Period(date(year, 1, 1), last), law or Law(), tuple(appointments))


def spread(count: int, year: int = 2026) -> str:
    """So many working days of a year, no two of them in a row as long as the year has room."""
    working = [day for day in periods.year(year).days() if day.weekday() < 5 and not calendar().holiday(day)]
    chosen = working[::2][:count]
    return " ".join(map(str, chosen))
