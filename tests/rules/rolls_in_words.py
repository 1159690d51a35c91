"""Rolls as an officer writes them: a word a day becomes the history that the rules judge.

The first word is Monday 2 March 2026, and every day has a session. `H T S I C DL TB DK TK` stand on the roll; `-` is
an empty cell on a closed roll, `.` one on a roll that is not closed, `.TK` a TK on it, `NR` a day of exemption.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from attendance.errors import Place
from attendance.rules import histories
from attendance.rules.codes import Code
from attendance.rules.histories import Day, Dossier, Held, History, Recorded, Signed
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period
from attendance.rules.postings import Exemption, Posting
from attendance.rules.rosters import Profile
from attendance.rules.sessions import Agenda, Calendar, Call, Schedule

MONDAY = date(2026, 3, 2)
LONG_AFTER = datetime(2027, 1, 1)
ANI = Profile("198501012010012001", "ANI CONTOH")
LINE = 10
EVER = (Posting(LINE, LINE, date(2020, 1, 1)),)


def day(number: int) -> date:
    """A day of March 2026."""
    return date(2026, 3, number)


def schedule(kind: Kind = Kind.APEL_PAGI, **words: object) -> Schedule:
    """Apel at 07.30 on each day of the week, the gate open from 06.00 to 08.00; for the working day 05.00 to 16.00."""
    usual: dict[str, object] = {
        "kind": kind,
        "weekdays": frozenset(range(7)),
        "starts": time(7, 30),
        "late_after": time(7, 30),
        "opens": time(6) if kind is not Kind.KERJA else time(5),
        "closes": time(8) if kind is not Kind.KERJA else time(16),
    }
    return Schedule(**{**usual, **words})  # type: ignore[arg-type]


def agenda(first: int, last: int, *schedules: Schedule, calendar: Calendar | None = None, **words: object) -> Agenda:
    """The sessions of some days of March 2026, all of them over unless `now` says otherwise."""
    made = schedules or (schedule(),)
    kind = words.pop("kind", made[0].kind)
    now = words.pop("now", LONG_AFTER)
    return Agenda(kind, Period(day(first), day(last)), now, made, calendar or Calendar(()), **words)  # type: ignore[arg-type]


def called(number: int, **words: object) -> Call:
    """A training on a day of March 2026, from 09.00 to 09.30."""
    kind = words.pop("kind", Kind.KEGIATAN)
    times = (time(9), time(9), time(8), time(9, 30))
    return Call(day(number), kind, "Pelatihan", *times, **words)  # type: ignore[arg-type]


def mark(code: str, at: str | None = None) -> Recorded:
    """A code on a roll, with the time of arrival where it was written down."""
    return Recorded(Code(code), time.fromisoformat(at) if at else None, Place("roll.csv", None, 2), 1)


def letter(code: str, first: int, last: int, number: str = "1") -> Held:
    """A letter over some days of March 2026."""
    return Held(Code(code), code, day(first), day(last), number, 2)


def signed(lines: Mapping[int, Iterable[int]]) -> dict[int, dict[date, Signed]]:
    """Closed rolls: for each line the days of March 2026."""
    return {line: {day(number): Signed("KEPALA", 3) for number in days} for line, days in lines.items()}


def resolved(
    held: Agenda,
    *,
    marks: Mapping[int, Recorded] | None = None,
    letters: Sequence[Held] = (),
    scans: Mapping[int, str] | None = None,
    postings: Sequence[Posting] = EVER,
    exemptions: Sequence[Exemption] = (),
    closed: Mapping[int, Iterable[int]] | None = None,
    of_lines: Mapping[int, Sequence[Exemption]] | None = None,
    person: int = 1,
) -> History:
    """The history of Ani; days are numbers in March 2026, the scans of a day times with spaces between."""
    times = {day(n): [time.fromisoformat(at) for at in text.split()] for n, text in (scans or {}).items()}
    dossier = Dossier(
        person, ANI, postings, exemptions, letters, {day(n): one for n, one in (marks or {}).items()}, times
    )
    return histories.resolve(dossier, held, signed(closed or {}), of_lines or {})


def history(words: str, *, letters: Sequence[Held] = ()) -> History:
    """A line of words as a history."""
    cells = words.split()
    last = 1 + len(cells)
    numbered = list(enumerate(cells, 2))
    exempt = [
        Exemption(frozenset({Kind.APEL_PAGI}), day(number), day(number), "piket")
        for number, word in numbered
        if word == "NR"
    ]
    return resolved(
        agenda(2, last),
        marks={number: mark(word.lstrip(".")) for number, word in numbered if word not in ("-", ".", "NR")},
        letters=letters,
        exemptions=exempt,
        closed={LINE: [number for number, word in numbered if not word.startswith(".")]},
    )


def codes(of: History | Iterable[Day]) -> str:
    """The codes of a history as a line of words again."""
    return " ".join(one.code.value for one in (of.days if isinstance(of, History) else of))


def dates(of: Iterable[Day]) -> list[int]:
    """The days as numbers in March 2026."""
    return [(one.day - MONDAY + timedelta(days=2)).days for one in of]
