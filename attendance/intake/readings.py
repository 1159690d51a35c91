"""What a reader answers: the rows it took, the faults of those it did not, and how many it met."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from attendance.errors import Fault, Place

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """read == len(rows) + len(refused): each row that was met is taken or has exactly one fault."""

    rows: tuple[T, ...]
    refused: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    read: int


class Met(NamedTuple, Generic[T]):
    """One row as met: its value, or None with what is wrong; several faults of a row come as several messages."""

    place: Place
    value: T | None
    faults: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def gather(met: Sequence[Met[T]], warnings: Sequence[Fault] = ()) -> Reading[T]:
    """Join what was met into one answer, each refused row with one message."""
    return Reading(
        rows=tuple(m.value for m in met if m.value is not None and not m.faults),
        refused=tuple(Fault(m.place, "; ".join(m.faults)) for m in met if m.value is None or m.faults),
        warnings=(*warnings, *(Fault(m.place, doubt) for m in met for doubt in m.doubts)),
        read=len(met),
    )


def repeats(
    met: Sequence[Met[T]],
    key: Callable[[T], Hashable],
    content: Callable[[T], Hashable],
    same: Callable[[Place], str] | None,
    differs: Callable[[Place], str],
) -> list[Met[T]]:
    """Refuse what is told twice: with the same content the later row, with another content all of them.

    `same` and `differs` make the message from the place of the other row; without `same` the later row is no fault.
    """
    first: dict[Hashable, tuple[Met[T], Hashable]] = {}
    clash: dict[Hashable, Place] = {}
    keys: list[Hashable] = []
    for m in met:
        keys.append(None if m.value is None else key(m.value))
        if m.value is not None:
            told = content(m.value)
            if first.setdefault(keys[-1], (m, told))[1] != told:
                clash.setdefault(keys[-1], m.place)
    answer: list[Met[T]] = []
    for m, own in zip(met, keys, strict=True):
        if own is None:
            answer.append(m)
            continue
        known = first[own][0]
        if own in clash:
            m = m._replace(faults=(differs(clash[own] if m is known else known.place),))
        elif m is not known and same is not None:
            m = m._replace(faults=(same(known.place),))
        answer.append(m)
    return answer
