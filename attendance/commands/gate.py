"""The gate: one session of one day, everybody expected at it, and marks that are recorded one person at a time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from attendance.commands.calendar import seed_years
from attendance.commands.desk import Desk
from attendance.commands.inquiry import inquire
from attendance.commands.undo import take_back
from attendance.commands.unit import find
from attendance.errors import Place, Refused
from attendance.language import _
from attendance.ledger import dossiers, following, people, rolls
from attendance.ledger.engine import Session
from attendance.rules import histories
from attendance.rules.codes import Code, Standing
from attendance.rules.histories import Day, Dossier, Recorded, Signed
from attendance.rules.kinds import Kind
from attendance.rules.meant import Register
from attendance.rules.periods import Period
from attendance.rules.postings import Posting, on
from attendance.rules.rolls import Mark
from attendance.rules.rosters import Profile
from attendance.rules.sessions import END_OF_DAY

ONE_MARK = ("scan live", "roll take", "roll mark")
"""The acts that speak of one person, whom their entry names."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What was recorded before, and the entry that recorded the new mark; None where nothing was to be changed."""

    before: Recorded | None
    entry: int | None


class Gate:
    """Everybody's day as it stands, kept at hand: a mark costs one small entry, and what others write is followed."""

    def __init__(
        self, desk: Desk, kind: Kind, day: date | None, unit: str | None, action: str, keep: bool = True
    ) -> None:
        self.desk, self.kind, self.unit, self.action, self.keep = desk, kind, unit, action, keep
        self.day = day or desk.day()
        self.own: list[tuple[int, str, Recorded | None]] = []  # entries of this sitting: whose, and what was before
        with desk.write(keep) as session:
            seed_years(desk, session, [self.day.year])
        with desk.read() as session:
            self._load(session)
        self._begin()

    def _load(self, session: Session) -> None:
        """Read everything about people once."""
        at_the_end = replace(self.desk, today=datetime.combine(self.day, END_OF_DAY))
        found = inquire(at_the_end, session, self.kind, Period(self.day, self.day))
        self.inquiry = found
        self.zone = found.settings.office.zone
        self.within = found.tree.within([find(found.tree, self.unit)]) if self.unit else None
        everybody = dossiers.dossiers(session, found.held, found.everyone(), found.machines)
        self.dossiers: dict[int, Dossier] = {one.person: one for one in everybody}
        self.profiles: dict[int, Profile] = people.profiles(session)
        self.register = Register(self.profiles, self.dossiers)
        self.ids = {one.nip: person for person, one in self.profiles.items()}
        self.parked: dict[str, Recorded] = {}
        self.days: dict[int, Day] = {}
        self.required: Counter[int | None] = Counter()
        self.present: Counter[int | None] = Counter()
        for person in self.dossiers:
            self._judge(person)
        self.seen = found.head[0]

    def _begin(self) -> None:
        """Refuse a day that is still to come, and one on which nobody is expected."""
        if self.day > self.desk.day(self.zone):
            raise Refused(_("{day} is still to come: nobody can have been present.").format(day=self.day))
        if not self.lines():
            off = self.inquiry.agenda.calendar.off(self.kind, self.day)
            raise Refused(
                _(
                    "Nobody is expected on {day} for {kind}{where}{why}. If it takes place all the same: "
                    'apel calendar call {day} --kind {kind} --name "NAME"'
                ).format(
                    day=self.day,
                    kind=self.kind.value,
                    where=f" ({self.unit})" if self.unit else "",
                    why=f" ({off.name})" if off else "",
                )
            )

    def lines(self) -> list[int | None]:
        """The lines with somebody expected, by name; only those of the unit where one is named."""
        ours = [line for line in self.required if self.required[line] and self.ours(line)]
        return sorted(ours, key=self.label)

    def ours(self, line: int | None) -> bool:
        """Whether a line belongs to the unit of this gate."""
        return self.within is None or line in self.within

    def label(self, line: int | None) -> str:
        """What a line is called."""
        return self.inquiry.labels[line] if line is not None else "-"

    def posting(self, person: int) -> Posting | None:
        """Where somebody belongs and stands on this day."""
        dossier = self.dossiers.get(person)
        return on(dossier.postings, self.day) if dossier else None

    def signed(self, line: int | None) -> Signed | None:
        """The signature under the roll of a line, if it is closed already."""
        return self.inquiry.held.closures.get(line, {}).get(self.day) if line is not None else None

    def clock(self) -> time | None:
        """The time of arrival at this moment; None where it is not this day, or the clock is not a real one."""
        now = self.desk.now(self.zone)
        real = self.desk.today is None or now.time() != END_OF_DAY
        return now.time().replace(microsecond=0) if real and now.date() == self.day else None

    def record(
        self, nip: str, code: Code, at: time | None, *, arriving: bool, note: str = "", reason: str = ""
    ) -> Kept:
        """Record a mark as an entry of its own; with `arriving` a presence that is recorded already stays as it is."""
        self.follow()
        with replace(self.desk, quiet=True).write(self.keep) as session:
            before = self._marks(session, [nip]).get(nip) if self.keep else self._remembered(nip)
            if before is not None and (_same(before, code, at) or (arriving and _present(before))):
                self._know(nip, before)
                return Kept(before, None)
            self._against_signature(nip, before, code, reason)
            mark = Mark(nip, self.kind, self.day, code, at, note, Place(""))
            words = {"nip": nip, "day": str(self.day), "kind": self.kind.value, "code": code.value}
            with self.desk.draft(session, self.action, reason=reason, **words) as draft:
                rolls.record(draft, [(mark, (None, None))])
        self.own.append((draft.number, nip, before))
        self.seen += self.keep and draft.number == self.seen + 1
        self._know(nip, Recorded(code, at, Place(""), draft.number))
        return Kept(before, draft.number)

    def _against_signature(self, nip: str, before: Recorded | None, code: Code, reason: str) -> None:
        """An absence against a presence that a head has signed wants a reason."""
        posting = self.posting(self.ids.get(nip, 0))
        signed = posting is not None and self.signed(posting.line) is not None
        if signed and before is not None and code is Code.TK and _present(before) and not reason:
            raise Refused(
                _(
                    "The roll of {day} is signed with {before}. To record an absence against it, say why: --reason TEXT"
                ).format(day=self.day, before=before.code)
            )

    def back(self) -> str | None:
        """Take back the last mark of this sitting; answers whose it was, None where there is none."""
        if not self.own:
            return None
        entry, nip, before = self.own.pop()
        if not self.keep:
            self._know(nip, before)
            return nip
        with self.desk.write() as session:
            _action, number = take_back(self.desk, session, entry)
            self._know(nip, self._marks(session, [nip])[nip])
        self.seen += number == self.seen + 1
        return nip

    def _remembered(self, nip: str) -> Recorded | None:
        """What is known of somebody here: in a rehearsal nothing is recorded elsewhere."""
        dossier = self.dossiers.get(self.ids.get(nip, 0))
        return dossier.marks.get(self.day) if dossier else self.parked.get(nip)

    def follow(self) -> None:
        """Take note of what was written since one looked: of single marks, or of everything."""
        with self.desk.read() as session:
            acts = following.since(session, self.seen)
            if all(act.action in ONE_MARK for act in acts):
                for nip, mark in self._marks(session, [act.summary["nip"] for act in acts]).items():
                    self._know(nip, mark)
                self.seen = acts[-1].number if acts else self.seen
            else:
                self._load(session)

    def _marks(self, session: Session, nips: list[str]) -> dict[str, Recorded | None]:
        ids = people.numbers(session, nips) if nips else {}
        found = dict(rolls.recorded_marks(session, self.kind, Period(self.day, self.day), ids.values()))
        return {nip: found.get(number, {}).get(self.day) for nip, number in ids.items()}

    def _know(self, nip: str, mark: Recorded | None) -> None:
        person = self.ids.get(nip)
        dossier = self.dossiers.get(person) if person is not None else None
        if dossier is not None:
            dossier.marks = {} if mark is None else {self.day: mark}
            self._judge(dossier.person)
        elif mark is None:
            self.parked.pop(nip, None)
        else:
            self.parked[nip] = mark

    def _judge(self, person: int) -> None:
        """Let the rules say what the day of a person is, and count it."""
        held = self.inquiry.held
        resolved = histories.resolve(
            self.dossiers[person], self.inquiry.agenda, held.closures, held.line_exemptions
        ).days
        self._count(person, -1)
        self.days.pop(person, None)
        if resolved:
            self.days[person] = resolved[0]
        self._count(person, 1)

    def _count(self, person: int, by: int) -> None:
        day = self.days.get(person)
        if day is not None and day.code is not Code.NR:
            self.required[day.line] += by
            self.present[day.line] += by * (day.standing is Standing.PRESENT)


def _same(before: Recorded, code: Code, at: time | None) -> bool:
    return before.code is code and at in (None, before.at)


def _present(before: Recorded) -> bool:
    return before.code.standing is Standing.PRESENT
