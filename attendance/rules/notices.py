"""Notices: what may stand on a wall. A value of this file holds nothing that may not be posted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from attendance.rules.chronic import Flagged
from attendance.rules.kinds import Kind
from attendance.rules.offices import Office, Signatory
from attendance.rules.periods import Period


@dataclass(frozen=True, slots=True)
class Named:
    """One person on a notice: printed name, the last three digits of the NIP where a namesake stands in the same unit
    (else empty), how often he was absent, and of how many sessions. Nothing else may be said of him in public."""

    name: str
    digits: str
    absent: int
    required: int

    def __post_init__(self) -> None:
        """More of a NIP than its last three digits may not be posted."""
        assert len(self.digits) <= 3, "too much of a NIP for a wall"


@dataclass(frozen=True, slots=True)
class Group:
    """The people of one unit on a notice, by name."""

    unit: str
    people: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Silent:
    """A line that has not reported, and the days that are missing: none of its people is on the notice."""

    unit: str
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice as a head would sign it. `provisional`: some unit of its scope has not reported."""

    office: Office
    kind: Kind
    period: Period
    days: tuple[date, ...]  # the sessions of the period
    groups: tuple[Group, ...]
    silent: tuple[Silent, ...]
    provisional: bool
    basis: tuple[str, ...]  # dasar
    signatory: Signatory | None
    number: str
    dated: date
    correct_by: date
    remove_on: date
    entry: int  # the last entry of the journal that was read
    head: str  # the head hash of the journal at that entry
    paper: str = "A4"  # A4, F4 (215 x 330 mm) or F4-210

    @property
    def people(self) -> int:
        """How many people are named."""
        return sum(len(group.people) for group in self.groups)


def groups(
    flagged: Iterable[Flagged],
    labels: Mapping[int, str],
    rules: Sequence[str],
    silent: Collection[int],
    bearers: Mapping[int, Mapping[str, Collection[str]]],
) -> tuple[Group, ...]:
    """Those whom one of `rules` flags, by unit and name; nobody with a day in a line that has not reported.

    `bearers` gives, for each unit, the NIPs of all its people who bear a name (folded), so that nobody is taken for
    a namesake who is not on the notice.
    """
    by_unit: dict[int, list[Flagged]] = {}
    for person in flagged:
        unit = person.history.unit
        reported = not any(day.line in silent or day.unit in silent for day in person.history.scheduled())
        if unit is not None and reported and any(flag.rule in rules for flag in person.flags):
            by_unit.setdefault(unit, []).append(person)
    return tuple(
        Group(labels[unit], _named(by_unit[unit], bearers.get(unit, {})))
        for unit in sorted(by_unit, key=lambda unit: labels[unit])
    )


def _named(people: Sequence[Flagged], bearers: Mapping[str, Collection[str]]) -> tuple[Named, ...]:
    named = []
    for person in sorted(people, key=lambda one: (one.history.profile.name.casefold(), one.history.profile.nip)):
        profile = person.history.profile
        namesakes = [nip[-3:] for nip in bearers.get(profile.name.casefold(), ()) if nip != profile.nip]
        digits = profile.nip[-3:] if namesakes else ""
        name = profile.printed
        if digits in namesakes and profile.position:  # more digits would tell sex and birth date
            name = f"{name} ({profile.position})"
        named.append(Named(name, digits, person.totals.absent, person.totals.required))
    return tuple(named)
