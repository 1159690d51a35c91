"""Senders: what a unit that sends files has once answered, kept for what it sends, so that it is not asked again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from attendance.language import _
from attendance.rules.codes import RECORDED
from attendance.rules.kinds import Kind

if TYPE_CHECKING:
    from attendance.configuring import Reader

_NONE: Mapping[str, str] = MappingProxyType({})

BLANKS = ("hadir", "tk", "lewati")
"""What an empty cell of a roll may mean: present, absent, nothing."""

AREAS: Mapping[str, tuple[str, ...]] = {
    "rolls": ("kind", "code", "blank", "date_format", "sheet", "map"),
    "signatures": ("date_format", "sheet", "map"),
    "rosters": ("unit", "sheet", "map"),
    "letters": ("date_format", "sheet", "map"),
    "calendars": ("date_format", "sheet", "map"),
    "scans": ("device", "date_format", "sheet", "map"),
}
"""What a sender sends, and which answers its reader may need."""


SINGLE = ("kind", "blank", "device", "unit", "sheet", "date_format")
"""Answers of one value; the others have a value for each word of the file."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of one sender for one thing that he sends, named as the options; `map`: heading -> field."""

    kind: str = ""
    code: Mapping[str, str] = field(default_factory=lambda: _NONE)
    blank: str = ""
    device: str = ""
    unit: str = ""
    sheet: str = ""
    date_format: str = ""
    map: Mapping[str, str] = field(default_factory=lambda: _NONE)

    def over(self, kept: Answers) -> Answers:
        """These answers with those that were kept behind them: key by key, and one heading for a field."""
        fields = {meaning.upper() for meaning in self.map.values()}
        headings = {heading.upper() for heading in self.map}
        behind = {h: f for h, f in kept.map.items() if f.upper() not in fields and h.upper() not in headings}
        single = {one: getattr(self, one) or getattr(kept, one) for one in SINGLE}
        return Answers(code={**kept.code, **self.code}, map={**behind, **self.map}, **single)

    def without(self, others: Answers) -> Answers:
        """Those of these answers that the others do not give as well."""
        single = {one: "" if getattr(others, one) else getattr(self, one) for one in SINGLE}
        code = {word: meaning for word, meaning in self.code.items() if word not in others.code}
        mapped = {heading: meaning for heading, meaning in self.map.items() if heading not in others.map}
        return Answers(code=code, map=mapped, **single)

    def __bool__(self) -> bool:
        """Whether there is an answer at all."""
        return bool(self.code or self.map) or any(getattr(self, one) for one in SINGLE)


Senders: TypeAlias = Mapping[str, Mapping[str, Answers]]
"""Sender -> what he sends -> his answers."""


def fold(name: str) -> str:
    """The name of a sender as it is compared: neither capitals nor spaces matter."""
    return " ".join(name.split()).casefold()


def named(senders: Iterable[str], name: str) -> str | None:
    """The sender that a name means, as it was kept; None where nobody is called so."""
    return next((one for one in senders if fold(one) == fold(name)), None)


def near(senders: Iterable[str], name: str) -> list[str]:
    """The senders whose names come nearest, the nearest first."""
    known = {fold(one): one for one in senders}
    return [known[one] for one in get_close_matches(fold(name), known, 3, 0.5)]


def read(reader: Reader, raw: Any) -> dict[str, dict[str, Answers]]:
    """The senders that a table describes; every fault goes to the reader."""
    table = reader.table("senders", raw)
    made: dict[str, dict[str, Answers]] = {}
    for name in table:
        if not name.strip() or not name.isprintable():
            reader.fault(_("senders: {name} is not the name of a sender."), name=repr(name))
        elif twin := named(made, name):
            reader.fault(_("senders: {name} and {twin} are one name; keep one."), name=name, twin=twin)
        areas = reader.table(f"senders.{name}", table[name])
        reader.known(f"senders.{name}", tuple(AREAS), areas)
        made[name] = {
            area: _answers(reader, f"senders.{name}.{area}", area, areas[area]) for area in AREAS if area in areas
        }
    return made


def _answers(reader: Reader, where: str, area: str, raw: Any) -> Answers:
    table = reader.table(where, raw)
    reader.known(where, AREAS[area], table)
    one = reader.value(Answers, where, {key: table[key] for key in AREAS[area] if key in table})
    if one.kind:
        reader.choice(f"{where}.kind", (one.kind,), [kind.value for kind in Kind])
    if one.blank:
        reader.choice(f"{where}.blank", (one.blank,), BLANKS)
    if one.date_format and sorted(set(one.date_format.lower()) & set("dmy")) != ["d", "m", "y"]:
        reader.fault(
            _("{where}: {value} is not a way to write dates, such as DD/MM/YYYY."),
            where=f"{where}.date_format",
            value=one.date_format,
        )
    for word, code in (one.code or {}).items():
        reader.choice(f"{where}.code.{word}", (code,), ("", *RECORDED))
    return one
