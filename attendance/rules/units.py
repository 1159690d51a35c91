"""Units: the tree of an office, and the paths that name its places."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Unit:
    """A place in the tree; `parent` is the id of the unit above it, None at the top."""

    id: int
    name: str
    parent: int | None = None


def fold(name: str) -> str:
    """A unit's name for comparison: no difference of case or spaces."""
    return " ".join(name.split()).casefold()


class Tree:
    """All units of the office, asked by id, by path or by what an officer types.

    Those that are `gone` keep their names for what speaks of them, but nobody means them, and nothing is confused
    with them.
    """

    def __init__(self, units: Iterable[Unit], gone: Collection[int] = ()) -> None:
        self.units: Mapping[int, Unit] = {unit.id: unit for unit in units}
        self.gone = frozenset(gone)

    @cached_property
    def _children(self) -> dict[int | None, list[int]]:
        children: dict[int | None, list[int]] = {}
        for unit in self.units.values():
            children.setdefault(unit.parent, []).append(unit.id)
        return children

    @cached_property
    def _paths(self) -> dict[tuple[str, ...], int]:
        return {tuple(map(fold, self.path(unit))): unit for unit in self.units}

    @cached_property
    def _named(self) -> dict[str, list[int]]:
        named: dict[str, list[int]] = {}
        for unit in self.units.values():
            if unit.id not in self.gone:
                named.setdefault(fold(unit.name), []).append(unit.id)
        return named

    def path(self, unit: int) -> tuple[str, ...]:
        """The names from the top down to this unit."""
        here = self.units[unit]
        above = self.path(here.parent) if here.parent is not None else ()
        return (*above, here.name)

    def label(self, unit: int) -> str:
        """What a list calls this unit: its name, with the units above it where the name alone is not enough."""
        name = self.units[unit].name
        others = [other for other in self._named.get(fold(name), ()) if other != unit]
        return " / ".join(self.path(unit)) if others else name

    def at(self, path: Iterable[str]) -> int | None:
        """The unit at a path, outermost name first."""
        return self._paths.get(tuple(map(fold, path)))

    def find(self, text: str) -> tuple[int, ...]:
        """The units that a typed text may mean: a full path ("A / B"), or a name wherever it stands."""
        at = self.at(text.split(" / "))
        return (at,) if at is not None and at not in self.gone else tuple(self._named.get(fold(text), ()))

    def meant(self, path: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """The full paths that a path may mean which leaves out what is above its first name; itself where it is new.

        A path from the top that is there means that one. Else what is known of its beginning is completed.
        """
        names = tuple(path)
        for known in range(len(names), 0, -1):
            at = self.at(names[:known])
            if at is not None and at not in self.gone:
                return ((*self.path(at), *names[known:]),)
            head = tuple(map(fold, names[:known]))
            ends = [here for here in map(self.path, self._named.get(head[-1], ())) if _ends(here, head)]
            if ends:
                return tuple((*here, *names[known:]) for here in ends)
        return (names,)

    def within(self, units: Iterable[int]) -> frozenset[int]:
        """These units and all below them."""
        found: set[int] = set()
        waiting = list(units)
        while waiting:
            unit = waiting.pop()
            if unit not in found:
                found.add(unit)
                waiting += self._children.get(unit, ())
        return frozenset(found)


def _ends(path: tuple[str, ...], folded: tuple[str, ...]) -> bool:
    return tuple(map(fold, path[-len(folded) :])) == folded
