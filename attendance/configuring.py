"""Configuring: plain tables, as TOML and JSON hold them, into frozen values and back, each fault by its key."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from difflib import get_close_matches
from itertools import pairwise
from typing import Any, TypeVar, get_type_hints

from attendance.errors import Fault, Place
from attendance.language import N_, _

T = TypeVar("T")


class Reader:
    """Reads tables into values and gathers every fault. A value that could not be read is None until then."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []

    def fault(self, message: str, **words: object) -> None:
        """Something is wrong; `words` fill the message."""
        self.faults.append(Fault(Place(self.file), message.format(**words)))

    def known(self, where: str, keys: Sequence[str], found: Mapping[str, Any]) -> None:
        """Every key must be one of these."""
        for key in found:
            if key not in keys:
                near = get_close_matches(key, keys, 1)
                hint = _(" Did you mean {near}?").format(near=near[0]) if near else ""
                self.fault(_("{where}: there is no key {key}.") + hint, where=where, key=key)

    def table(self, where: str, raw: Any) -> Mapping[str, Any]:
        """A table of keys; anything else is a fault, and empty."""
        if isinstance(raw, Mapping):
            return raw
        self.fault(_("{where}: expected a table of keys."), where=where)
        return {}

    def value(self, cls: type[T], where: str, raw: Any) -> T:
        """A dataclass from a table; what is missing keeps its default."""
        hints = get_type_hints(cls)
        table = self.table(where, raw)
        self.known(where, tuple(hints), table)
        made: dict[str, Any] = {}
        for one in dataclasses.fields(cls):  # type: ignore[arg-type]
            if one.name in table:
                made[one.name] = self._convert(f"{where}.{one.name}", hints[one.name], table[one.name])
            elif one.default is one.default_factory is dataclasses.MISSING:
                made[one.name] = None
                if isinstance(raw, Mapping):
                    self.fault(_("{where}: {key} is missing."), where=where, key=one.name)
        return cls(**made)

    def values(self, cls: type[T], where: str, raw: Any) -> tuple[tuple[str, T], ...]:
        """Dataclasses from a list of tables, each with the name of its place, counted from 1."""
        if not isinstance(raw, list):
            self.fault(_("{where}: expected a list of tables."), where=where)
            return ()
        places = [f"{where}[{number}]" for number in range(1, len(raw) + 1)]
        return tuple((place, self.value(cls, place, table)) for place, table in zip(places, raw, strict=True))

    def _convert(self, where: str, hint: Any, raw: Any) -> Any:
        words, read = next((words, read) for wanted, words, read in _CONVERSIONS if hint in wanted)
        try:
            return read(raw)
        except (ValueError, TypeError, AttributeError):
            self.fault(_("{where}: {raw} is not {words}."), where=where, raw=repr(raw), words=_(words))
            return None

    def choice(self, where: str, values: Sequence[str | None] | None, allowed: Sequence[str]) -> None:
        """Each value must be one of those allowed."""
        for value in values or ():
            if value is not None and value not in allowed:
                named = ", ".join(name or '""' for name in allowed)
                self.fault(_("{where}: {value} is not one of: {all}."), where=where, value=value or '""', all=named)

    def least(self, where: str, value: int | None, least: int) -> None:
        """A number must not be smaller than the least."""
        if value is not None and value < least:
            self.fault(_("{where}: {value} is too small; the least is {least}."), where=where, value=value, least=least)

    def most(self, where: str, value: int | None, most: int) -> None:
        """A number must not be larger than the most."""
        if value is not None and value > most:
            self.fault(_("{where}: {value} is too large; the most is {most}."), where=where, value=value, most=most)

    def ordered(self, where: str, one: object, *keys: str) -> None:
        """Of these times or days none may be before the one that is named before it."""
        for key, next_key in pairwise(keys):
            before, after = getattr(one, key), getattr(one, next_key)
            if before is not None and after is not None and after < before:
                told = {"key": next_key, "value": plain(after), "other": key, "least": plain(before)}
                self.fault(_("{where}: {key} {value} is before {other} {least}."), where=where, **told)


def _exact(kind: type) -> Callable[[Any], Any]:
    def read(raw: Any) -> Any:
        if type(raw) is not kind:
            raise TypeError
        return raw

    return read


def _number(raw: Any) -> float:
    if type(raw) not in (int, float):
        raise TypeError
    return float(raw)


def _time(raw: Any) -> time:
    """A time of day to the minute; offices write 7.30 as well."""
    text = raw.isoformat() if isinstance(raw, time) else raw
    hour, minute = re.fullmatch(r"(\d{1,2})[.:](\d{2})(?:[.:]00)?", text, re.ASCII).groups()  # type: ignore[union-attr]
    return time(int(hour), int(minute))


def _date(raw: Any) -> date:
    return raw if type(raw) is date else date.fromisoformat(raw)


def _strings(raw: Any) -> tuple[str, ...]:
    return tuple(_exact(str)(item) for item in _exact(list)(raw))


def _meanings(raw: Any) -> dict[str, str]:
    return {key: _exact(str)(item) for key, item in raw.items()}


_CONVERSIONS: tuple[tuple[tuple[Any, ...], str, Callable[[Any], Any]], ...] = (
    ((str,), N_("text in quotes"), _exact(str)),
    ((bool,), N_("true or false"), _exact(bool)),
    ((int, int | None), N_("a whole number"), _exact(int)),
    ((float, float | None), N_("a number"), _number),
    ((time,), N_('a time such as "07:30"'), _time),
    ((date | None,), N_("a date such as 2026-01-31"), _date),
    ((tuple[str, ...],), N_('a list of texts such as ["senin", "selasa"]'), _strings),
    ((Mapping[str, str],), N_('a table of texts such as {TL = "DL"}'), _meanings),
)


def plain(value: Any) -> Any:
    """A value as TOML and JSON can hold it. Of a dataclass, an empty field that is empty anyway is left out."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {one.name: (getattr(value, one.name), one.default) for one in dataclasses.fields(value)}
        return {
            name: plain(item)
            for name, (item, default) in fields.items()
            if item is not None and item != {} and not (item in ((), "") and item == default)
        }
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value.isoformat() if isinstance(value, date) else value
