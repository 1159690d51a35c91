"""Rosters: who belongs where, as an office sends it, and how it differs from what is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from attendance.errors import Place
from attendance.rules.units import fold


class Status(StrEnum):
    """The standing of a civil servant in law; values as printed."""

    PNS = "PNS"
    CPNS = "CPNS"
    PPPK = "PPPK"
    PPPK_PW = "PPPK Paruh Waktu"


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a person apart from where he belongs; empty text where the office gave none."""

    nip: str  # 18 digits
    name: str
    title_before: str = ""
    title_after: str = ""
    status: Status = Status.PNS
    rank: str = ""  # golongan/ruang as printed: "III/b", or "IX" for PPPK
    position: str = ""

    @property
    def printed(self) -> str:
        """The name as it is printed: Dr. NAMA, S.E., M.Si."""
        front = f"{self.title_before} {self.name}" if self.title_before else self.name
        return f"{front}, {self.title_after}" if self.title_after else front


Path = tuple[str, ...]
"""A unit by the names from the top down: ("Sekretariat Daerah", "Bagian Umum"); one name is a path of one."""


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person on a roster, with the unit he belongs to and, if it is another, the unit in whose line he stands.

    `supposed` names what the roster itself does not say: it holds of new people only.
    """

    profile: Profile
    unit: Path
    line: Path | None
    place: Place
    supposed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A person as he is known on the day of the roster: where he belongs, and in whose line he stands."""

    profile: Profile
    unit: Path
    line: Path


@dataclass(frozen=True, slots=True)
class Change:
    """A person of whom the roster says something else than is known; `fields` names what."""

    row: RosterRow
    before: Listed
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A roster beside what is known: nobody is in two of these. `missing`: known in one of its units, and not on it."""

    new: tuple[RosterRow, ...]
    changed: tuple[Change, ...]
    moved: tuple[Change, ...]
    unchanged: tuple[RosterRow, ...]
    missing: tuple[Listed, ...]


def compare(rows: Iterable[RosterRow], known: Mapping[str, Listed]) -> Comparison:
    """How a roster differs from what is known, by NIP. An empty cell says nothing against what is known."""
    new, changed, moved, unchanged = [], [], [], []
    seen, units = set(), set()
    for row in rows:
        seen.add(row.profile.nip)
        before = known.get(row.profile.nip)
        units.add(_folded(before.unit if before is not None and same_unit(row.unit, before.unit) else row.unit))
        if before is None:
            new.append(row)
        elif not same_unit(row.unit, before.unit) or (row.line is not None and not same_unit(row.line, before.line)):
            moved.append(Change(row, before, ("unit", *_differences(row, before))))
        elif fields := _differences(row, before):
            changed.append(Change(row, before, fields))
        else:
            unchanged.append(row)
    missing = [one for nip, one in known.items() if nip not in seen and _folded(one.unit) in units]
    return Comparison(tuple(new), tuple(changed), tuple(moved), tuple(unchanged), tuple(missing))


def merged(row: RosterRow, before: Listed | None) -> Profile:
    """The profile after a roster: its own words, and what was known where it is silent."""
    if before is None:
        return row.profile
    return replace(before.profile, **{name: getattr(row.profile, name) for name in _differences(row, before)})


def _differences(row: RosterRow, before: Listed) -> tuple[str, ...]:
    said = {name: getattr(row.profile, name) for name in Profile.__slots__ if name not in row.supposed}
    return tuple(name for name, value in said.items() if value and value != getattr(before.profile, name))


def _folded(path: Path) -> Path:
    return tuple(map(fold, path))


def same_unit(one: Path, other: Path) -> bool:
    """Whether two paths name one unit: a path may leave out what is above."""
    one, other = _folded(one), _folded(other)
    short = min(len(one), len(other))
    return one[-short:] == other[-short:]
