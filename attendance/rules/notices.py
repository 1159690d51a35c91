"""Notices: what may stand on a wall. A value of this file holds nothing that may not be posted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from attendance.rules.chronic import Flagged, Limits
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
class Reprint:
    """A notice printed later: after which entry, how many names are gone and figures mended, the ralats that say so."""

    entry: int
    gone: int
    mended: int
    never: bool  # what the notice said of its people when it was posted: that they never came
    ralats: tuple[tuple[str, date], ...] = ()  # number and date


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
    together: bool = False  # one list by name, instead of a list for each unit
    rules: tuple[str, ...] = ()  # those that put somebody on it, with their limits
    limits: Limits = Limits()
    reprint: Reprint | None = None

    @property
    def people(self) -> int:
        """How many people are named."""
        return sum(len(group.people) for group in self.groups)


def never(notice: Notice) -> bool:
    """Whether the notice says of its people that they never came."""
    if notice.reprint is not None:
        return notice.reprint.never
    return all(person.absent == person.required for group in notice.groups for person in group.people)


def amended(notice: Notice, now: Mapping[int, Named | None]) -> Notice:
    """The notice with other words for some of its people, told by their place from 0 through all its groups.

    None: he is gone from it.
    """
    place, kept = 0, []
    for group in notice.groups:
        people = [now.get(at, one) for at, one in enumerate(group.people, place)]
        place += len(group.people)
        named = tuple(one for one in people if one is not None)
        kept += [Group(group.unit, named)] if named else []
    return replace(notice, groups=tuple(kept))


def parted(notice: Notice) -> tuple[Notice, ...]:
    """The notice as one for each of its units."""
    return tuple(replace(notice, groups=(group,)) for group in notice.groups)


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody who is to be named: his figures and days, the unit under which he stands, what is said of him."""

    flagged: Flagged
    unit: int
    named: Named


def listed(
    flagged: Iterable[Flagged],
    labels: Mapping[int, str],
    rules: Sequence[str],
    silent: Collection[int],
    bearers: Mapping[int, Mapping[str, Collection[str]]],
) -> tuple[Listed, ...]:
    """Those whom one of `rules` flags, by unit and name; nobody with a day in a line that has not reported.

    `bearers` gives, for each unit, the NIPs of all its people who bear a name (folded), so that nobody is taken for
    a namesake who is not on the notice.
    """
    found = []
    for one in flagged:
        unit = one.history.unit
        if unit is not None and not waits(one, silent) and any(flag.rule in rules for flag in one.flags):
            found.append(Listed(one, unit, _named(one, bearers.get(unit, {}))))
    return tuple(sorted(found, key=lambda one: _order(one, labels)))


def waits(person: Flagged, silent: Collection[int]) -> bool:
    """Whether a line or unit of one of his days has not reported."""
    return any(day.line in silent or day.unit in silent for day in person.history.scheduled())


def _order(one: Listed, labels: Mapping[int, str]) -> tuple[str, int, str, str]:
    profile = one.flagged.history.profile
    return labels[one.unit], one.unit, profile.name.casefold(), profile.nip


def groups(
    flagged: Iterable[Flagged],
    labels: Mapping[int, str],
    rules: Sequence[str],
    silent: Collection[int],
    bearers: Mapping[int, Mapping[str, Collection[str]]],
) -> tuple[Group, ...]:
    """The same people as `listed`, under their units."""
    return grouped(listed(flagged, labels, rules, silent, bearers), labels)


def grouped(people: Sequence[Listed], labels: Mapping[int, str]) -> tuple[Group, ...]:
    """People who are listed, under the names of their units."""
    by_unit: dict[int, list[Named]] = {}
    for one in people:
        by_unit.setdefault(one.unit, []).append(one.named)
    return tuple(Group(labels[unit], tuple(named)) for unit, named in by_unit.items())


def _named(person: Flagged, bearers: Mapping[str, Collection[str]]) -> Named:
    profile = person.history.profile
    namesakes = [nip[-3:] for nip in bearers.get(profile.name.casefold(), ()) if nip != profile.nip]
    digits = profile.nip[-3:] if namesakes else ""
    name = profile.printed
    if digits in namesakes and profile.position:  # more digits would tell sex and birth date
        name = f"{name} ({profile.position})"
    return Named(name, digits, person.totals.absent, person.totals.required)
