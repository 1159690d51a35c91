"""Units of a roster held against the units of the office: what is above them, and which of several is meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from attendance.errors import Fault
from attendance.language import _
from attendance.rules.rosters import Listed, Path, RosterRow
from attendance.rules.units import Tree, fold

if TYPE_CHECKING:
    from attendance.intake.rosters import Roster


def known_names(tree: Tree) -> frozenset[str]:
    """The folded names of the units of the office."""
    return frozenset(fold(unit.name) for unit in tree.units.values() if unit.id not in tree.gone)


def placed(tree: Tree, reading: Roster, known: Mapping[str, Listed]) -> Roster:
    """The roster with the full path of each unit; a row whose unit may be several is refused.

    Somebody who is in one of them already stays there.
    """
    rows, refused = list[RosterRow](), list(reading.refused)
    meant: dict[Path, tuple[Path, ...]] = {}
    for row in reading.rows:
        before = known.get(row.profile.nip)
        full = _one(tree, meant, row.unit, before.unit if before else None)
        line = _one(tree, meant, row.line, before.line if before else None) if row.line else None
        if full is not None and (line is not None or row.line is None):
            rows.append(row if (full, line) == (row.unit, row.line) else replace(row, unit=full, line=line))
            continue
        path = row.unit if full is None or row.line is None else row.line
        several = "; ".join(" / ".join(one) for one in meant[path])
        message = _(
            "{unit} is the name of several units ({several}); write which, in a column UNIT INDUK or with --unit"
        )
        refused.append(Fault(row.place, message.format(unit=" / ".join(path), several=several)))
    return replace(
        reading, rows=tuple(rows), refused=tuple(sorted(refused)) if len(rows) < len(reading.rows) else reading.refused
    )


def _one(tree: Tree, meant: dict[Path, tuple[Path, ...]], path: Path, before: Path | None) -> Path | None:
    """The one unit that a path means, None where it may be several."""
    if path not in meant:
        meant[path] = tree.meant(path)
    found = meant[path]
    if len(found) == 1:
        return found[0]
    return before if before in found else None


def opened(tree: Tree, rows: Iterable[RosterRow]) -> list[str]:
    """The units that are new with these rows, as paths."""
    paths = {
        path[:depth]: None for row in rows for path in (row.unit, row.line or ()) for depth in range(1, len(path) + 1)
    }
    fresh = {tuple(map(fold, path)): path for path in paths if (at := tree.at(path)) is None or at in tree.gone}
    return [" / ".join(path) for path in fresh.values()]
