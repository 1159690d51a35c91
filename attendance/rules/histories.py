"""Histories: what each day of a person was, and how that is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from attendance.errors import Place
from attendance.rules.codes import Code, Standing
from attendance.rules.kinds import Kind
from attendance.rules.postings import Exemption, Posting, on
from attendance.rules.rosters import Profile
from attendance.rules.sessions import Agenda, Session


class Known(StrEnum):
    """How the code of a day is known."""

    ROLL = "roll"
    SCAN = "scan"
    LETTER = "letter"
    CLOSED = "closed"
    NOT_CLOSED = "not-closed"
    NO_POSTING = "no-posting"
    EXEMPT = "exempt"


class Recorded(NamedTuple):
    """What a roll recorded for one session: the code, the time if it was written down, and where it stands."""

    code: Code
    at: time | None
    place: Place
    entry: int


@dataclass(frozen=True, slots=True)
class Held:
    """A live letter of one person."""

    code: Code
    sort: str
    first: date
    last: date
    number: str
    entry: int

    def covers(self, day: date) -> bool:
        """Whether the letter speaks of a day."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Signed:
    """A head has signed the roll of a line for one session."""

    by: str
    entry: int


Closures = Mapping[int, Mapping[date, Signed]]
"""For each line, the days whose roll is closed."""


@dataclass(slots=True)
class Dossier:
    """All facts of one person that the days of one kind depend on. `person` is the id in the ledger."""

    person: int
    profile: Profile
    postings: Sequence[Posting] = ()
    exemptions: Sequence[Exemption] = ()  # of the person himself
    letters: Sequence[Held] = ()
    marks: Mapping[date, Recorded] = field(default_factory=dict)
    scans: Mapping[date, Sequence[time]] = field(default_factory=dict)  # each day's scans in order


class Day(NamedTuple):
    """One day of a history: the code, how it is known, and for a present day when he came and left."""

    day: date
    code: Code
    known: Known
    session: Session
    unit: int | None = None
    line: int | None = None
    at: time | None = None
    left: time | None = None
    late_arrival: bool = False  # TM, working day only
    early_leave: bool = False  # PC, working day only
    evidence: Recorded | Held | Signed | Exemption | None = None
    beaten: tuple[Held | Recorded, ...] = ()  # what said otherwise and was outweighed

    @property
    def standing(self) -> Standing:
        """The class that the figures count this day in."""
        return self.code.standing


@dataclass(frozen=True, slots=True)
class History:
    """A person's days of one kind over a period, in order. Days that are NR are in it, and in no figure."""

    person: int
    profile: Profile
    days: tuple[Day, ...]

    def scheduled(self) -> Iterator[Day]:
        """The days that count."""
        return (day for day in self.days if day.code is not Code.NR)

    @property
    def unit(self) -> int | None:
        """The unit of the last scheduled day."""
        return next((day.unit for day in reversed(self.days) if day.code is not Code.NR), None)


def resolve(
    dossier: Dossier, agenda: Agenda, closures: Closures, line_exemptions: Mapping[int, Sequence[Exemption]]
) -> History:
    """The history of a person: each session of the agenda that concerns him, with the code that the facts give it.

    `line_exemptions` holds, for each line, the exemptions that cover the whole line.
    """
    days = []
    for day, session, posting in _concerning(dossier, agenda):
        exempt = _exemption(dossier, session, posting, line_exemptions)
        if posting is None and day not in agenda.of_person(dossier.person):
            days.append(Day(day, Code.NR, Known.NO_POSTING, session))
        elif exempt is not None:
            unit, line = (posting.unit, posting.line) if posting else (None, None)
            days.append(Day(day, Code.NR, Known.EXEMPT, session, unit, line, evidence=exempt))
        else:
            days.append(_scheduled(dossier, session, posting, closures))
    return History(dossier.person, dossier.profile, tuple(days))


def _concerning(dossier: Dossier, agenda: Agenda) -> Iterator[tuple[date, Session, Posting | None]]:
    """The sessions of the lines this person stands in at any time of the period, and those he is invited to.

    A session of one of his lines on a day when he does not stand there is not required of him, and comes without a
    posting; where his line of that day has a session of its own, that one comes instead.
    """
    invited = agenda.of_person(dossier.person)
    if len(dossier.postings) == 1 and dossier.postings[0].last is None and not invited:
        posting = dossier.postings[0]
        for day, session in agenda.of_line(posting.line).items():
            yield day, session, posting if posting.first <= day else None
        return
    sessions: dict[date, tuple[Session, Posting | None]] = {}
    for posting in dossier.postings:
        for day, session in agenda.of_line(posting.line).items():
            if posting.covers(day):
                sessions[day] = session, posting
            elif day not in sessions and on(dossier.postings, day) is None:
                sessions[day] = session, None
    for day, session in invited.items():
        sessions[day] = session, on(dossier.postings, day)
    for day, (session, held) in sorted(sessions.items(), key=lambda item: item[0]):
        yield day, session, held


def _exemption(
    dossier: Dossier, session: Session, posting: Posting | None, of_lines: Mapping[int, Sequence[Exemption]]
) -> Exemption | None:
    lines = of_lines.get(posting.line, ()) if posting and of_lines else ()
    if not dossier.exemptions and not lines:
        return None
    covering = (one for one in (*dossier.exemptions, *lines) if one.covers(session.kind, session.day))
    return next(covering, None)


def _scheduled(dossier: Dossier, session: Session, posting: Posting | None, closures: Closures) -> Day:
    """The code of a scheduled session: presence, letter, recorded code, closed roll, not closed, in this order."""
    day = session.day
    unit, line = (posting.unit, posting.line) if posting else (None, None)
    mark = dossier.marks.get(day)
    scans = _counting(dossier.scans.get(day, ()), session) if dossier.scans else ()
    letter = next((letter for letter in dossier.letters if letter.covers(day)), None) if dossier.letters else None
    marked_present = mark is not None and mark.code.standing is Standing.PRESENT
    if marked_present and not scans and letter is None and mark is not None and mark.at is None:
        code = Code.T if mark.code is Code.T else Code.H  # as most days of a roll on paper: nothing to be compared
        return Day(day, code, Known.ROLL, session, unit, line, evidence=mark)
    if scans or marked_present:
        return _present(session, unit, line, mark, scans, letter)
    if letter is not None:
        beaten = (mark,) if mark is not None and mark.code not in (letter.code, Code.TK) else ()
        return Day(day, letter.code, Known.LETTER, session, unit, line, evidence=letter, beaten=beaten)
    if mark is not None and mark.code is not Code.TK:
        return Day(day, mark.code, Known.ROLL, session, unit, line, evidence=mark)
    signed = closures.get(line, {}).get(day) if line is not None else None
    if signed is None:
        return Day(day, Code.BL, Known.NOT_CLOSED, session, unit, line, evidence=mark)
    if mark is not None:
        return Day(day, Code.TK, Known.ROLL, session, unit, line, evidence=mark)
    return Day(day, Code.TK, Known.CLOSED, session, unit, line, evidence=signed)


def _counting(scans: Sequence[time], session: Session) -> Sequence[time]:
    """The scans that speak of this session: inside its window; for the working day, all from its opening on."""
    if session.kind is Kind.KERJA:
        return [at for at in scans if at >= session.opens]
    return [at for at in scans if session.opens <= at <= session.closes]


def _present(
    session: Session,
    unit: int | None,
    line: int | None,
    mark: Recorded | None,
    scans: Sequence[time],
    letter: Held | None,
) -> Day:
    by_scan = not (mark is not None and mark.code.standing is Standing.PRESENT)
    recorded_late = not by_scan and mark is not None and mark.code is Code.T
    times = [*scans[:1], *([mark.at] if not by_scan and mark is not None and mark.at is not None else [])]
    at = min(times, default=None)
    late = recorded_late or (at is not None and session.late(at))
    outweighed = tuple(fact for fact in (letter, mark if by_scan else None) if fact is not None)
    known = Known.SCAN if by_scan else Known.ROLL
    evidence = None if by_scan else mark
    if session.kind is not Kind.KERJA:
        code = Code.T if late else Code.H
        return Day(session.day, code, known, session, unit, line, at, evidence=evidence, beaten=outweighed)
    left = _leaving(at, scans, session)
    early = bool(scans) and (left is None or left < session.closes)
    code = Code.T if recorded_late else Code.H
    late = late and not recorded_late  # T is counted as T, and not once more as TM
    return Day(session.day, code, known, session, unit, line, at, left, late, early, evidence, outweighed)


def _leaving(arrival: time | None, scans: Sequence[time], session: Session) -> time | None:
    """The last scan, if it is at least `min_stay` minutes after the arrival."""
    if arrival is None or not scans:
        return None
    first, last = (timedelta(hours=at.hour, minutes=at.minute, seconds=at.second) for at in (arrival, scans[-1]))
    return scans[-1] if last - first >= timedelta(minutes=session.min_stay) and scans[-1] != arrival else None
