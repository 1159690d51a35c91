"""Drift: how another list of the office's people differs from what is known, one difference at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from attendance.errors import Place
from attendance.rules import names
from attendance.rules import nip as nips
from attendance.rules.rosters import Listed, Path, Profile, RosterRow, Status, same_unit
from attendance.rules.units import fold

FIELDS = ("name", "title_before", "title_after", "status", "rank", "position")


class Sort(StrEnum):
    """What sort of difference it is, in the order in which they are shown."""

    UNREAD = "unread"  # a row of the list that cannot be read
    NIP = "nip"  # the same name under another NIP
    DUPLICATE = "duplicate"  # one name and one birth date under two NIPs
    STATUS = "status"  # the status of the list against the digits of the NIP
    NEW = "new"
    MISSING = "missing"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: of whom, in which `field`, what is known (`before`) and what the list says (`after`).

    `place`: the row of the list, None where it has none. `likely`: for NIP, that it is a slip of the finger.
    """

    sort: Sort
    nip: str
    name: str
    unit: Path
    field: str = ""
    before: str = ""
    after: str = ""
    place: Place | None = None
    likely: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Drift:
    """All differences in the order of `Sort`, how many people are alike, and known people of units it does not name."""

    differences: tuple[Difference, ...]
    same: int
    outside: tuple[Listed, ...]


def between(
    rows: Iterable[RosterRow], known: Mapping[str, Listed], whole: bool = False, perhaps: Collection[str] = ()
) -> Drift:
    """How a list differs from what is known on a day.

    Missing is who is known in a unit at whose head the list names anybody; with `whole`, everybody who is not on it.
    Nobody is missing who stands `perhaps` in a row that cannot be read.
    """
    rows = tuple(rows)
    told = {row.profile.nip: row for row in rows}
    tops = {fold(row.unit[0]) for row in rows} | {fold(known[nip].unit[0]) for nip in told if nip in known}
    absent = {nip: one for nip, one in known.items() if nip not in told and nip not in perhaps}
    inside = {nip: one for nip, one in absent.items() if whole or fold(one.unit[0]) in tops}
    found: list[Difference] = []
    paired: set[str] = set()
    bearers = _bearers(absent.values())
    same = 0
    for row in rows:
        found += _against_nip(row)
        before = known.get(row.profile.nip)
        if before is not None:
            differing = [*_moved(row, before), *_changed(row, before)]
            found += differing
            same += not differing
        elif (other := _other(row, bearers, paired)) is not None:
            paired.add(other.profile.nip)
            found.append(_renumbered(row, other))
        else:
            found.append(_row(Sort.NEW, row, after=" / ".join(row.unit)))
    found += (
        Difference(Sort.MISSING, nip, one.profile.printed, one.unit, before=" / ".join(one.unit))
        for nip, one in inside.items()
        if nip not in paired
    )
    found += _duplicates(told, known, paired)
    order = list(Sort)
    found.sort(key=lambda one: (order.index(one.sort), tuple(map(fold, one.unit)), names.bare(one.name), one.nip))
    outside = tuple(one for nip, one in absent.items() if nip not in inside and nip not in paired)
    return Drift(tuple(found), same, outside)


def _row(sort: Sort, row: RosterRow, **words: str | bool) -> Difference:
    return Difference(sort, row.profile.nip, row.profile.printed, row.unit, place=row.place, **words)  # type: ignore[arg-type]


def _moved(row: RosterRow, before: Listed) -> Iterator[Difference]:
    if not same_unit(row.unit, before.unit):
        yield _row(Sort.MOVED, row, field="unit", before=" / ".join(before.unit), after=" / ".join(row.unit))
    if row.line is not None and not same_unit(row.line, before.line):
        yield _row(Sort.MOVED, row, field="line", before=" / ".join(before.line), after=" / ".join(row.line))


def _changed(row: RosterRow, before: Listed) -> Iterator[Difference]:
    """Field by field; an empty cell says nothing, nor do capitals, spaces and dots."""
    contrary = any(_against_nip(row))
    for field in FIELDS:
        if field == "status" and contrary:
            continue
        here, there = str(getattr(before.profile, field)), str(getattr(row.profile, field))
        if there and field not in row.supposed and _plain(here) != _plain(there):
            yield _row(Sort.CHANGED, row, field=field, before=here, after=there)


def _plain(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _against_nip(row: RosterRow) -> Iterator[Difference]:
    contracted = row.profile.status in (Status.PPPK, Status.PPPK_PW)
    by_nip = nips.status(row.profile.nip)
    if contracted != (by_nip is Status.PPPK):
        yield _row(Sort.STATUS, row, field="status", before=by_nip.value, after=row.profile.status.value)


def _bearers(people: Iterable[Listed]) -> dict[str, list[Listed]]:
    found: dict[str, list[Listed]] = {}
    for one in people:
        found.setdefault(names.bare(one.profile.name), []).append(one)
    return found


def _other(row: RosterRow, bearers: Mapping[str, list[Listed]], paired: set[str]) -> Listed | None:
    """The one known person of this name who is not on the list under his own NIP."""
    found = [one for one in bearers.get(names.bare(row.profile.name), ()) if one.profile.nip not in paired]
    near = [one for one in found if likely(one.profile.nip, row.profile.nip)]
    return next((some[0] for some in (near, found) if len(some) == 1), None)


def _renumbered(row: RosterRow, other: Listed) -> Difference:
    before, after = other.profile.nip, row.profile.nip
    return _row(Sort.NIP, row, field="nip", before=before, after=after, likely=likely(before, after))


def likely(one: str, other: str) -> bool:
    """Whether two NIPs differ as by a slip: in two digits at most, or in nothing but what follows the birth date."""
    return sum(a != b for a, b in zip(one, other, strict=True)) <= 2 or one[:8] == other[:8]


def _duplicates(told: Mapping[str, RosterRow], known: Mapping[str, Listed], paired: set[str]) -> Iterator[Difference]:
    """Two NIPs of one name and one birth date, on the list or in what is known."""
    profiles: dict[str, Profile] = {nip: one.profile for nip, one in known.items()}
    profiles |= {nip: row.profile for nip, row in told.items()}
    alike: dict[tuple[str, str], list[str]] = {}
    for nip, profile in profiles.items():
        alike.setdefault((names.bare(profile.name), nip[:8]), []).append(nip)
    for numbers in alike.values():
        left = [nip for nip in numbers if nip not in paired]
        for nip in left[1:]:
            row = told.get(nip) or told.get(left[0])
            unit = row.unit if row else known[nip].unit
            place = row.place if row else None
            yield Difference(
                Sort.DUPLICATE, nip, profiles[nip].printed, unit, field="nip", before=left[0], after=nip, place=place
            )
