"""An inquiry: one kind over one period, with everything a judgment of it needs at hand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from attendance.commands.desk import Desk, settings
from attendance.language import _
from attendance.ledger import calendars, dossiers, journal, scans, screens, units
from attendance.ledger.dossiers import Files
from attendance.ledger.engine import Session
from attendance.rules import chronic, days, histories, screening
from attendance.rules.chronic import Flagged
from attendance.rules.histories import Day, Held, History, Known
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period
from attendance.rules.sessions import Agenda, Calendar
from attendance.rules.units import Tree
from attendance.settings import Settings


@dataclass
class Inquiry:
    """A kind and a period, the agenda that follows, and what is held of everybody."""

    session: Session
    settings: Settings
    tree: Tree
    agenda: Agenda
    held: Files

    @property
    def kind(self) -> Kind:
        """The kind asked about."""
        return self.agenda.kind

    @property
    def period(self) -> Period:
        """The period asked about."""
        return self.agenda.period

    @cached_property
    def labels(self) -> dict[int, str]:
        """What lists call each unit."""
        return {unit: self.tree.label(unit) for unit in self.tree.units}

    @cached_property
    def machines(self) -> Collection[int]:
        """The machines whose scans count for this kind: those configured so; the others count for the working day."""
        known = scans.devices(self.session)
        told = {machine.name: machine.kinds for machine in self.settings.devices}
        default = (Kind.KERJA.value,)
        return [number for name, number in known.items() if self.kind.value in told.get(name, default)]

    def everyone(self) -> list[int]:
        """All who belong somewhere in the period or are invited to a session of it."""
        return sorted({*self.held.everyone(), *self.agenda.invited()})

    def histories(self, people: Iterable[int] | None = None) -> Iterator[History]:
        """The histories of some people, or of everybody, in order of their numbers."""
        wanted = self.everyone() if people is None else sorted(people)
        for dossier in dossiers.dossiers(self.session, self.held, wanted, self.machines):
            yield histories.resolve(dossier, self.agenda, self.held.closures, self.held.line_exemptions)

    def judged(self, people: Iterable[int] | None = None) -> list[Flagged]:
        """Everybody who is scheduled at all, with figures and flags."""
        limits = self.settings.limits
        found = (chronic.judge(history, limits) for history in self.histories(people))
        return sorted((one for one in found if one.totals.scheduled), key=self.order)

    def flagged(self) -> list[Flagged]:
        """Those whom a chronic rule flags. Only people whom a rule can reach are looked at closely."""
        limits = self.settings.limits
        return sorted(chronic.flags(self.histories(self.reachable()), limits), key=self.order)

    def reachable(self) -> list[int]:
        """The people whom some rule may flag: never fewer than those whom it does."""
        if screens.scanned(self.session, self.period, self.machines):
            return self.everyone()
        held, period, limits = self.held, self.period, self.settings.limits
        bits = screens.bits(self.session, self.kind, period)
        lines: dict[int, screening.Sessions] = {}
        found = []
        invited = set(self.agenda.invited())
        for person in self.everyone():
            filed = held.letters.get(person)
            letters = screening.covered(((one.first, one.last) for one in filed), period) if filed else 0
            days = bits.get(person, screening.NOTHING)
            if person in invited or screening.reachable(self.concerned(person, lines), days, letters, limits):
                found.append(person)
        return found

    def concerned(self, person: int, lines: dict[int, screening.Sessions]) -> screening.Sessions:
        """The sessions required of a person: those of his lines while he stood there, without exempted days.

        `lines` keeps the sessions of each line that was asked about.
        """
        held, period = self.held, self.period
        postings = held.postings.get(person, ())
        for line in {posting.line for posting in postings} - lines.keys():
            closed = held.closures.get(line, {}).keys()
            lines[line] = screening.sessions(self.agenda.of_line(line), closed, period.first)
        if len(postings) == 1 and person not in held.exemptions and postings[0].line not in held.line_exemptions:
            only = postings[0]
            if only.first <= period.first and (only.last is None or only.last >= period.last):
                return lines[only.line]
        concerned = screening.Sessions(0, 0)
        for posting in postings:
            line = posting.line
            exempt = (one for one in held.line_exemptions.get(line, ()) if self.kind in one.kinds)
            free = screening.covered(((one.first, one.last) for one in exempt), period)
            there = screening.span(posting.first, posting.last, period)
            concerned = concerned.also(lines[line].within(there & ~free))
        own = (one for one in held.exemptions.get(person, ()) if self.kind in one.kinds)
        return concerned.within(~screening.covered(((one.first, one.last) for one in own), period))

    def order(self, one: Flagged) -> tuple[str, str, str]:
        """Where somebody stands in a list: by unit, name, NIP."""
        profile = one.history.profile
        unit = one.history.unit
        return self.labels[unit] if unit is not None else "", profile.name.casefold(), profile.nip

    @cached_property
    def silent(self) -> dict[int, list[date]]:
        """The lines with somebody scheduled whose roll is not closed, and the days."""
        waiting: dict[int, set[date]] = {}
        found: dict[int, set[date]] = {}
        for person in self.everyone():
            invited = self.agenda.of_person(person)
            for posting in self.held.postings.get(person, ()):
                line = posting.line
                if line not in waiting:
                    closed = self.held.closures.get(line, {})
                    waiting[line] = {day for day in self.agenda.of_line(line) if day not in closed}
                    found[line] = set()
                closed = self.held.closures.get(line, {})
                open_days = waiting[line] | {day for day in invited if day not in closed}
                for day in [day for day in open_days if posting.covers(day) and not self._exempt(person, line, day)]:
                    found[line].add(day)
                    waiting[line].discard(day)
        return {line: sorted(missing) for line, missing in found.items() if missing}

    def _exempt(self, person: int, line: int, day: date) -> bool:
        granted = (*self.held.exemptions.get(person, ()), *self.held.line_exemptions.get(line, ()))
        return any(one.covers(self.kind, day) for one in granted)

    def reason(self, day: Day) -> str:
        """How the code of a day is known, in words."""
        line = self.labels.get(day.line, "") if day.line is not None else ""
        evidence = day.evidence
        match day.known:
            case Known.NOT_CLOSED:
                return _("the roll of {unit} is not closed").format(unit=line)
            case Known.NO_POSTING:
                return _("belonged to no unit on this day")
            case Known.EXEMPT:
                return _("exempt: {reason}").format(reason=getattr(evidence, "reason", ""))
            case Known.LETTER if isinstance(evidence, Held):
                number = evidence.number or "-"
                return _("letter {number}, {first} to {last}").format(
                    number=number, first=evidence.first, last=evidence.last
                )
            case Known.CLOSED:
                return _("not on the roll, closed by {name}").format(name=getattr(evidence, "by", ""))
            case Known.SCAN:
                return _("scanned by the machine")
            case _roll:
                return origin(evidence)

    @cached_property
    def head(self) -> tuple[int, str]:
        """The last entry that was read, and its hash."""
        return journal.head(self.session)

    def name(self, one: History) -> str:
        """A name as it is printed."""
        return one.profile.printed


def origin(evidence: object) -> str:
    """Where a mark was read: file, sheet and row, or typed by hand."""
    place = getattr(evidence, "place", None)
    entry = getattr(evidence, "entry", 0)
    if place is None or not place.file:
        return _("typed by hand (entry {entry})").format(entry=entry)
    sheet = f", {place.sheet}" if place.sheet else ""
    return _("{file}{sheet}, row {row} (entry {entry})").format(
        file=place.file, sheet=sheet, row=place.row, entry=entry
    )


def inquire(desk: Desk, session: Session, kind: Kind, period: Period, only: Collection[int] | None = None) -> Inquiry:
    """Open an inquiry; `only` these people where they are named."""
    configured = settings(session)
    tree = units.tree(session)
    agenda = agenda_of(desk, session, configured, tree, kind, period)
    return Inquiry(session, configured, tree, agenda, dossiers.files(session, kind, period, tree, only))


def agenda_of(desk: Desk, session: Session, configured: Settings, tree: Tree, kind: Kind, period: Period) -> Agenda:
    """The sessions of a kind over a period, as schedules, calendar and calls have them."""
    now = desk.now(configured.office.zone)
    listed = calendar(session, period)
    return Agenda(kind, period, now, configured.plan(tree), listed, calendars.calls(session, period))


def calendar(session: Session, period: Period) -> Calendar:
    """The calendar of a period. A year that was never taken in has at least its national holidays."""
    found = [special for _number, special in calendars.days(session, period)]
    for year in range(period.first.year, period.last.year + 1):
        if year not in calendars.years(session):
            found += _national(year)
    return Calendar(found)


def _national(year: int) -> list[days.SpecialDay]:
    from attendance.intake import national

    return national.days(year)
