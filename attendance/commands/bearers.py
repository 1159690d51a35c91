"""Who is known, for the reader of rolls: names by NIP, NIPs by name, units by NIP, and the days of duty."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from typing import TypeVar

from attendance.commands.desk import Desk
from attendance.commands.inquiry import agenda_of
from attendance.commands.rosters import KnownNames
from attendance.intake.cells import fold
from attendance.intake.roll_people import Known
from attendance.ledger import people, units
from attendance.ledger.engine import Session
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period
from attendance.settings import Settings

T = TypeVar("T")


class Later(Mapping[str, T]):
    """A mapping that is read when first asked."""

    def __init__(self, load: Callable[[], dict[str, T]]) -> None:
        self.load = load

    @cached_property
    def _found(self) -> dict[str, T]:
        return self.load()

    def __getitem__(self, key: str) -> T:
        return self._found[key]

    def __iter__(self) -> Iterator[str]:  # pragma: no cover - what a mapping has besides; keys are only looked up
        return iter(self._found)

    def __len__(self) -> int:  # pragma: no cover - as above
        return len(self._found)


def known(session: Session) -> Known:
    """Everybody on the roster."""
    return Known(KnownNames(session), Later(lambda: _names(session)), Later(lambda: _units(session)))


def _names(session: Session) -> dict[str, str]:
    return {profile.nip: profile.name for profile in people.profiles(session).values()}


def _units(session: Session) -> dict[str, frozenset[str]]:
    """By NIP the folded names of the units he ever belonged to, and of all above and below them; "": of all units."""
    tree = units.tree(session)

    @cache
    def around(unit: int) -> frozenset[str]:
        below = (tree.units[one].name for one in tree.within([unit]))
        return frozenset(map(fold, (*tree.path(unit), *below)))

    held = people.postings(session)
    found = {
        profile.nip: frozenset().union(*(around(unit) for one in held.get(person, ()) for unit in (one.unit, one.line)))
        for person, profile in people.profiles(session).items()
    }
    return {**found, "": frozenset(fold(unit.name) for unit in tree.units.values())}


def held(desk: Desk, session: Session, configured: Settings) -> Callable[[Kind, date], bool]:
    """Answers whether any line has a session of a kind on a day."""
    tree = units.tree(session)

    @cache
    def days(kind: Kind, first: date, last: date) -> frozenset[date]:
        agenda = agenda_of(desk, session, configured, tree, kind, Period(first, last))
        return frozenset(day for line in tree.units for day in agenda.of_line(line))

    return lambda kind, day: day in days(kind, day, day)
