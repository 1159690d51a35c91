"""Sessions: the dates and kinds at which people are expected, from schedules, calendar and calls."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from attendance.rules.days import DayKind, SpecialDay
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period

END_OF_DAY = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Schedule:
    """On these weekdays (0 = Monday) the people of these units are expected, while the schedule is valid.

    `late_after` is the last minute that is on time. `opens` and `closes` bound the scans that count; for the working
    day `closes` is the end of the day. `units` None: everyone. A later schedule of the list overrides an earlier one.
    """

    kind: Kind
    weekdays: frozenset[int]
    starts: time
    late_after: time
    opens: time
    closes: time
    min_stay: int = 60  # minutes between arrival and a scan that counts as leaving
    first: date | None = None
    last: date | None = None
    units: frozenset[int] | None = None
    name: str = ""

    def covers(self, day: date, line: int) -> bool:
        """Whether this schedule speaks of a line on a day."""
        return (
            day.weekday() in self.weekdays
            and (self.first is None or self.first <= day)
            and (self.last is None or day <= self.last)
            and (self.units is None or line in self.units)
        )


@dataclass(frozen=True, slots=True)
class Call:
    """A session called by hand. `units` are the lines in its scope (None: all); `people` the ids of those invited."""

    day: date
    kind: Kind
    name: str
    starts: time
    late_after: time
    opens: time
    closes: time
    units: frozenset[int] | None = None
    people: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """One date and kind at which a line, or the invited, are expected."""

    day: date
    kind: Kind
    name: str
    starts: time
    late_after: time
    opens: time
    closes: time
    min_stay: int = 60

    def over(self, now: datetime) -> bool:
        """Whether the gate has closed: until then the session does not exist for any figure."""
        return datetime.combine(self.day, self.closes) <= now

    def late(self, at: time) -> bool:
        """Whether an arrival is late; the whole minute of `late_after` is still on time."""
        return at.replace(second=0, microsecond=0) > self.late_after


class Calendar:
    """The special days of an office, asked by day."""

    def __init__(self, days: Iterable[SpecialDay]) -> None:
        self._days: dict[date, list[SpecialDay]] = {}
        for special in days:
            self._days.setdefault(special.day, []).append(special)

    def on(self, day: date) -> Sequence[SpecialDay]:
        """What the calendar says of a day, in the order it was recorded."""
        return self._days.get(day, ())

    def holiday(self, day: date) -> SpecialDay | None:
        """The row that makes this no working day, if there is one."""
        return next((row for row in self.on(day) if row.sort is not DayKind.TANPA_APEL), None)

    def off(self, kind: Kind, day: date) -> SpecialDay | None:
        """The row that takes the scheduled sessions of this kind off this day."""
        if holiday := self.holiday(day):
            return holiday
        return next(
            (row for row in self.on(day) if kind is not Kind.KERJA and (not row.kinds or kind in row.kinds)), None
        )

    def called_off(self, kind: Kind, day: date) -> SpecialDay | None:
        """The row that calls off this very kind by name, which takes away a called session too."""
        return next((row for row in self.on(day) if kind in row.kinds), None)


@dataclass(slots=True)
class Agenda:
    """The sessions of one kind over a period that are over at `now`; asked by line or by invited person."""

    kind: Kind
    period: Period
    now: datetime
    schedules: Sequence[Schedule]
    calendar: Calendar
    calls: Sequence[Call] = ()
    _lines: dict[int, dict[date, Session]] = field(default_factory=dict)
    _alike: dict[tuple[bool, ...], dict[date, Session]] = field(default_factory=dict)  # lines under the same schedules
    _invited: dict[int, dict[date, Session]] | None = None

    def __post_init__(self) -> None:
        self.schedules = [schedule for schedule in self.schedules if schedule.kind is self.kind]
        self.calls = [
            call
            for call in self.calls
            if call.kind is self.kind and call.day in self.period and not self.calendar.called_off(call.kind, call.day)
        ]

    def of_line(self, line: int) -> Mapping[date, Session]:
        """The sessions at which the people of a line are expected, by day, in order."""
        if line not in self._lines:
            scopes = [*(one.units for one in self.schedules), *(one.units for one in self.calls)]
            speaking = tuple(units is None or line in units for units in scopes)
            if speaking not in self._alike:
                self._alike[speaking] = dict(sorted(self._find(line).items()))
            self._lines[line] = self._alike[speaking]
        return self._lines[line]

    def of_person(self, person: int) -> Mapping[date, Session]:
        """The sessions to which a person is invited by name, by day, in order."""
        if self._invited is None:
            self._invited = {}
            for call in sorted(self.calls, key=lambda call: call.day):
                session = _called(call)
                for invited in call.people or ():
                    if session.over(self.now):
                        self._invited.setdefault(invited, {})[call.day] = session
        return self._invited.get(person, {})

    def invited(self) -> Iterable[int]:
        """Everyone who is invited by name to some session of the period."""
        self.of_person(0)
        return (self._invited or {}).keys()

    def _find(self, line: int) -> dict[date, Session]:
        found: dict[date, Session] = {}
        for day in self.period.days():
            if day > self.now.date():
                break
            schedule = next((s for s in reversed(self.schedules) if s.covers(day, line)), None)
            if schedule is not None and not self.calendar.off(self.kind, day):
                found[day] = _scheduled(schedule, day)
        for call in self.calls:
            if call.people is None and (call.units is None or line in call.units):
                found[call.day] = _called(call)
        return {day: session for day, session in found.items() if session.over(self.now)}


def _scheduled(schedule: Schedule, day: date) -> Session:
    return Session(
        day,
        schedule.kind,
        schedule.name,
        schedule.starts,
        schedule.late_after,
        schedule.opens,
        schedule.closes,
        schedule.min_stay,
    )


def _called(call: Call) -> Session:
    return Session(call.day, call.kind, call.name, call.starts, call.late_after, call.opens, call.closes)
