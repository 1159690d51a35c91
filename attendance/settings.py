"""The office's own configuration: sections with defaults, read from TOML, with every unknown key refused by name."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from difflib import get_close_matches
from gettext import gettext as _
from typing import Any, TypeVar, get_type_hints

from attendance.errors import Fault, Place, Refused
from attendance.language import N_
from attendance.rules.chronic import Limits
from attendance.rules.codes import RECORDED, Code
from attendance.rules.kinds import Kind
from attendance.rules.offices import Office, Signatory
from attendance.rules.sessions import END_OF_DAY, Schedule
from attendance.rules.units import Tree

WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
PAPERS = ("A4", "F4", "F4-210")
RULES = ("tidak-pernah", "beruntun", "jarang", "sering")


@dataclass(frozen=True, slots=True)
class Assembly:
    """A regular assembly: on which weekdays, from when, how long the gate is open, for whom and until when it holds."""

    kind: str
    weekdays: tuple[str, ...]
    start: time = time(7, 30)
    late_after: time = time(7, 30)
    gate_opens: time = time(6, 0)
    gate_closes: time = time(8, 0)
    units: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Hours:
    """Working hours of some weekdays; `tolerance` and `min_stay` in minutes. A later block overrides an earlier one."""

    weekdays: tuple[str, ...]
    start: time = time(7, 30)
    end: time = time(16, 0)
    tolerance: int = 0
    min_stay: int = 60
    day_starts: time = time(5, 0)
    units: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Chronic:
    """One chronic rule: whether it is on, and its limits; a limit that is not the rule's own is refused."""

    on: bool = True
    min: int | None = None
    limit: int | None = None
    below: float | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """The notice board: which rules are posted, the legal basis, and the working days for correction and removal."""

    rules: tuple[str, ...] = ("tidak-pernah",)
    basis: tuple[str, ...] = ()
    correction_days: int = 3
    removal_days: int = 10
    paper: str = "A4"


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine and the kinds of session that its scans count for."""

    name: str
    kinds: tuple[str, ...] = ("kerja",)


@dataclass(frozen=True, slots=True)
class Settings:
    """The whole configuration of an office."""

    office: Office = Office(name="PEMERINTAH DAERAH")
    signatories: Mapping[str, Signatory] = field(default_factory=dict)
    schedules: tuple[Assembly, ...] = (Assembly("apel-pagi", WEEKDAYS[:5]),)
    hours: tuple[Hours, ...] = (
        Hours(WEEKDAYS[:4], name="lima-hari"),
        Hours(WEEKDAYS[4:5], end=time(16, 30), name="lima-hari"),
    )
    chronic: Mapping[str, Chronic] = field(
        default_factory=lambda: {
            "tidak-pernah": Chronic(min=3),
            "beruntun": Chronic(limit=3),
            "jarang": Chronic(below=0.5, min=5),
            "sering": Chronic(on=False, limit=5),
        }
    )
    board: Board = Board()
    devices: tuple[Machine, ...] = ()
    codes: Mapping[str, str] = field(default_factory=dict)

    @property
    def limits(self) -> Limits:
        """The chronic rules as the judgment takes them."""
        never, run, rare, often = (self.chronic[rule] for rule in RULES)
        return Limits(
            never_min=never.min if never.on else None,
            run_limit=run.limit if run.on else None,
            rare_below=rare.below if rare.on else None,
            rare_min=rare.min or 0,
            often_limit=often.limit if often.on else None,
        )

    @property
    def synonyms(self) -> dict[str, Code | None]:
        """The office's own words for codes, in capitals; None where the word means that nothing was held."""
        return {word.upper(): Code(code) if code else None for word, code in self.codes.items()}

    def plan(self, tree: Tree) -> list[Schedule]:
        """The schedules and working hours, with units as numbers of the tree."""
        return [
            *(_assembly(one, _units(tree, one.units)) for one in self.schedules),
            *(_hours(one, _units(tree, one.units)) for one in self.hours),
        ]


def _units(tree: Tree, names: tuple[str, ...]) -> frozenset[int] | None:
    return tree.within(unit for name in names for unit in tree.find(name)) if names else None


def _days(names: tuple[str, ...]) -> frozenset[int]:
    return frozenset(WEEKDAYS.index(name) for name in names)


def _assembly(one: Assembly, units: frozenset[int] | None) -> Schedule:
    return Schedule(
        kind=Kind(one.kind),
        weekdays=_days(one.weekdays),
        starts=one.start,
        late_after=one.late_after,
        opens=one.gate_opens,
        closes=one.gate_closes,
        first=one.first,
        last=one.last,
        units=units,
        name=one.name,
    )


def _hours(one: Hours, units: frozenset[int] | None) -> Schedule:
    on_time = datetime.combine(date.min, one.start) + timedelta(minutes=one.tolerance)
    return Schedule(
        kind=Kind.KERJA,
        weekdays=_days(one.weekdays),
        starts=one.start,
        late_after=on_time.time() if on_time.date() == date.min else END_OF_DAY,
        opens=one.day_starts,
        closes=one.end,
        min_stay=one.min_stay,
        first=one.first,
        last=one.last,
        units=units,
        name=one.name,
    )


T = TypeVar("T")


class _Reader:
    """Reads tables into values and gathers every fault with the name of its key."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []

    def fault(self, message: str, **words: object) -> None:
        self.faults.append(Fault(Place(self.file), message.format(**words)))

    def known(self, where: str, keys: Mapping[str, Any] | tuple[str, ...], found: Mapping[str, Any]) -> None:
        for key in found:
            if key not in keys:
                near = get_close_matches(key, list(keys), 1)
                hint = _(" Did you mean {near}?").format(near=near[0]) if near else ""
                self.fault(_("{where}: there is no key {key}.") + hint, where=where, key=key)

    def value(self, cls: type[T], where: str, table: Any) -> T:
        """A dataclass from a table; what is missing keeps its default."""
        hints = get_type_hints(cls)
        if not isinstance(table, Mapping):
            self.fault(_("{where}: expected a table of keys."), where=where)
            table = {}
        self.known(where, hints, table)
        made: dict[str, Any] = {}
        for one in dataclasses.fields(cls):  # type: ignore[arg-type]
            if one.name in table:
                made[one.name] = self.convert(f"{where}.{one.name}", hints[one.name], table[one.name])
            elif one.default is dataclasses.MISSING:
                self.fault(_("{where}: {key} is missing."), where=where, key=one.name)
                made[one.name] = () if "tuple" in str(hints[one.name]) else ""
        return cls(**made)

    def convert(self, where: str, hint: Any, raw: Any) -> Any:
        """One value of the kind that the field wants."""
        for wanted, words, read in _CONVERSIONS:
            if hint in wanted:
                try:
                    return read(raw)
                except (ValueError, TypeError, AttributeError):
                    self.fault(_("{where}: {raw} is not {words}."), where=where, raw=repr(raw), words=_(words))
                    return None
        raise AssertionError(hint)

    def choice(self, where: str, values: tuple[str, ...], allowed: tuple[str, ...]) -> tuple[str, ...]:
        """Only the values that are allowed; the others become faults."""
        for value in values:
            if value not in allowed:
                self.fault(
                    _("{where}: {value} is not one of: {all}."), where=where, value=value, all=", ".join(allowed)
                )
        return tuple(value for value in values if value in allowed)


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
    return raw if isinstance(raw, time) else time.fromisoformat(_exact(str)(raw).replace(".", ":").rjust(5, "0"))


def _date(raw: Any) -> date:
    return raw if type(raw) is date else date.fromisoformat(raw)


def _strings(raw: Any) -> tuple[str, ...]:
    return tuple(_exact(str)(item) for item in _exact(list)(raw))


_CONVERSIONS: tuple[tuple[tuple[Any, ...], str, Callable[[Any], Any]], ...] = (
    ((str,), N_("text in quotes"), _exact(str)),
    ((bool,), N_("true or false"), _exact(bool)),
    ((int, int | None), N_("a whole number"), _exact(int)),
    ((float | None,), N_("a number"), _number),
    ((time,), N_('a time such as "07:30"'), _time),
    ((date | None,), N_("a date such as 2026-01-31"), _date),
    ((tuple[str, ...],), N_('a list of texts such as ["senin", "selasa"]'), _strings),
)

SECTIONS = ("office", "signatories", "schedules", "hours", "chronic", "board", "devices", "codes")
CHRONIC_KEYS = {
    "tidak-pernah": ("on", "min"),
    "beruntun": ("on", "limit"),
    "jarang": ("on", "below", "min"),
    "sering": ("on", "limit"),
}


def read(sections: Mapping[str, Any], file: str = "") -> Settings:
    """The settings that a document of sections describes; what it leaves out keeps its default.

    Errors: Refused with every fault of the document, each with the name of its key.
    """
    reader = _Reader(file)
    reader.known(_("configuration"), SECTIONS, sections)
    made = {name: _READERS[name](reader, sections[name]) for name in SECTIONS if name in sections}
    settings = Settings(**made)
    if reader.faults:
        raise Refused(_("The configuration was not taken over."), tuple(reader.faults))
    return settings


def _office(reader: _Reader, raw: Any) -> Office:
    office = reader.value(Office, "office", raw)
    reader.choice("office.zone", (office.zone,), tuple(ZONES))
    return office


def _signatories(reader: _Reader, raw: Any) -> dict[str, Signatory]:
    reader.known("signatories", ("board", "recap"), raw)
    return {role: reader.value(Signatory, f"signatories.{role}", table) for role, table in raw.items()}


def _schedules(reader: _Reader, raw: Any) -> tuple[Assembly, ...]:
    made = tuple(reader.value(Assembly, f"schedules[{number}]", table) for number, table in enumerate(raw, 1))
    for number, one in enumerate(made, 1):
        kinds = tuple(kind.value for kind in Kind if kind is not Kind.KERJA)
        reader.choice(f"schedules[{number}].kind", (one.kind,), kinds)
        reader.choice(f"schedules[{number}].weekdays", one.weekdays or (), WEEKDAYS)
    return made


def _working_hours(reader: _Reader, raw: Any) -> tuple[Hours, ...]:
    made = tuple(reader.value(Hours, f"hours[{number}]", table) for number, table in enumerate(raw, 1))
    for number, one in enumerate(made, 1):
        reader.choice(f"hours[{number}].weekdays", one.weekdays or (), WEEKDAYS)
    return made


def _chronic(reader: _Reader, raw: Any) -> dict[str, Chronic]:
    reader.known("chronic", RULES, raw)
    made = dict(Settings().chronic)
    for rule in RULES:
        if rule in raw:
            reader.known(f"chronic.{rule}", CHRONIC_KEYS[rule], raw[rule])
            given = {key: value for key, value in raw[rule].items() if key in CHRONIC_KEYS[rule]}
            kept = {key: getattr(made[rule], key) for key in CHRONIC_KEYS[rule]}
            made[rule] = reader.value(Chronic, f"chronic.{rule}", kept | given)
    return made


def _board(reader: _Reader, raw: Any) -> Board:
    board = reader.value(Board, "board", raw)
    reader.choice("board.rules", board.rules or (), RULES)
    reader.choice("board.paper", (board.paper,), PAPERS)
    return board


def _devices(reader: _Reader, raw: Any) -> tuple[Machine, ...]:
    made = tuple(reader.value(Machine, f"devices[{number}]", table) for number, table in enumerate(raw, 1))
    for number, one in enumerate(made, 1):
        reader.choice(f"devices[{number}].kinds", one.kinds or (), tuple(kind.value for kind in Kind))
    return made


def _codes(reader: _Reader, raw: Any) -> dict[str, str]:
    for word, code in raw.items():
        reader.choice(f"codes.{word}", (str(code),), ("", *(known.value for known in RECORDED)))
    return {str(word): str(code) for word, code in raw.items()}


_READERS: Mapping[str, Callable[[_Reader, Any], Any]] = {
    "office": _office,
    "signatories": _signatories,
    "schedules": _schedules,
    "hours": _working_hours,
    "chronic": _chronic,
    "board": _board,
    "devices": _devices,
    "codes": _codes,
}


def sections(settings: Settings) -> dict[str, Any]:
    """The whole configuration as plain tables, as TOML and JSON can hold it; what is empty is left out."""
    return {name: _plain(getattr(settings, name)) for name in SECTIONS}


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        value = {one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items() if item not in (None, (), "")}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value.isoformat() if isinstance(value, date) else value
