"""Around a case: its person, who is above him and of which unit, and over whose name a letter goes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from attendance.commands import docket
from attendance.commands.warning_letters import address
from attendance.ledger import units
from attendance.ledger.engine import Session
from attendance.rules.cases import Case
from attendance.rules.dockets import Who
from attendance.rules.offices import Signatory
from attendance.rules.rosters import Profile
from attendance.rules.sessions import Calendar
from attendance.rules.units import Tree, fold
from attendance.settings import Settings


@dataclass(frozen=True, slots=True)
class Around:
    """What is known around a case: settings, the person, who is above him and of which unit, the calendar."""

    configured: Settings
    tree: Tree
    who: Who
    unit: int | None  # whose head is above him
    head: Signatory | None
    calendar: Calendar

    def unit_name(self, unit: int | None) -> str:
        """A unit with those above it, as a letter tells it: Bidang Satu, Dinas Contoh; of none the agency."""
        return ", ".join(reversed(self._path(unit)))

    def letterhead(self, unit: int | None) -> tuple[str, tuple[str, ...]]:
        """Over whose name a letter of a unit goes out, and the lines of the address.

        It is the nearest unit of which the office wrote an address; where there is none, the uppermost.
        """
        addresses, office = self.configured.letters.addresses, self.configured.office
        path = self._path(unit)
        near = next((name for name in reversed(path) if address(addresses, name)), path[0])
        return near, address(addresses, near) or (office.address if fold(near) == fold(office.agency) else ())

    def _path(self, unit: int | None) -> tuple[str, ...]:
        """The names down to a unit, without that of the government itself."""
        office = self.configured.office
        path = self.tree.path(unit) if unit is not None else (office.agency,)
        return tuple(name for name in path if fold(name) != fold(office.name)) or path


def around(session: Session, configured: Settings, case: Case, day: date, calendar: Calendar) -> Around:
    """What is known around a case on a day; nobody is above himself."""
    tree = units.tree(session)
    who = docket.whose(session, [case], day)[case.person]
    heads = units.heads(session, day)
    unit = who.unit
    while unit is not None and (unit not in heads or _same(heads[unit], who.profile)):
        unit = tree.units[unit].parent
    return Around(configured, tree, who, unit, heads.get(unit) if unit is not None else None, calendar)


def _same(head: Signatory, profile: Profile) -> bool:
    return head.nip == profile.nip if head.nip else fold(head.name) == fold(profile.printed)
