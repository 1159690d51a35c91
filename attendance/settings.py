"""The office's own configuration: sections with defaults, read from TOML, with every unknown key refused by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from attendance import allowances, correspondence, disciplinary, releases
from attendance import senders as sending
from attendance.allowances import Allowance, RecapPaper
from attendance.configuring import Reader, plain
from attendance.correspondence import Letters
from attendance.disciplinary import Discipline
from attendance.errors import Refused
from attendance.language import _
from attendance.releases import Press
from attendance.rules.chronic import Limits
from attendance.rules.codes import RECORDED, Code
from attendance.rules.kinds import Kind
from attendance.rules.ladders import Ladder
from attendance.rules.law import Level
from attendance.rules.offices import Office, Signatory
from attendance.rules.sessions import END_OF_DAY, Schedule
from attendance.rules.units import Tree
from attendance.senders import Senders
from attendance.signatures import Signing

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
    senders: Senders = field(default_factory=dict)
    press: Press = Press()
    period: Signing = Signing()
    grades: Mapping[str, float] = field(default_factory=dict)
    tpp: Allowance = Allowance()
    recap: RecapPaper = RecapPaper()
    ladder: Ladder = Ladder()
    letters: Letters = Letters()
    discipline: Discipline = Discipline()

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


SECTIONS = (
    "office",
    "signatories",
    "schedules",
    "hours",
    "chronic",
    "board",
    "devices",
    "codes",
    "senders",
    "press",
    "period",
    "grades",
    "tpp",
    "recap",
    "ladder",
    "letters",
    "discipline",
)
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
    reader = Reader(file)
    reader.known(_("configuration"), SECTIONS, sections)
    made = {name: _READERS[name](reader, sections[name]) for name in SECTIONS if name in sections}
    if reader.faults:
        raise Refused(_("The configuration was not taken over."), tuple(reader.faults))
    return Settings(**made)


def sections(settings: Settings) -> dict[str, Any]:
    """The whole configuration as plain tables, as TOML and JSON can hold it."""
    return {name: plain(getattr(settings, name)) for name in SECTIONS}


def _office(reader: Reader, raw: Any) -> Office:
    office = reader.value(Office, "office", raw)
    reader.choice("office.zone", (office.zone,), tuple(ZONES))
    return office


def _signatories(reader: Reader, raw: Any) -> dict[str, Signatory]:
    table = reader.table("signatories", raw)
    reader.known("signatories", ("board", "recap", "press", *Level), table)
    return {role: reader.value(Signatory, f"signatories.{role}", signs) for role, signs in table.items()}


def _schedules(reader: Reader, raw: Any) -> tuple[Assembly, ...]:
    made = reader.values(Assembly, "schedules", raw)
    for where, one in made:
        reader.choice(f"{where}.kind", (one.kind,), [kind.value for kind in Kind if kind is not Kind.KERJA])
        reader.choice(f"{where}.weekdays", one.weekdays, WEEKDAYS)
        reader.ordered(where, one, "start", "late_after")
        reader.ordered(where, one, "gate_opens", "gate_closes")  # some gates close before the start
        reader.ordered(where, one, "first", "last")
    return tuple(one for _where, one in made)


def _working_hours(reader: Reader, raw: Any) -> tuple[Hours, ...]:
    made = reader.values(Hours, "hours", raw)
    for where, one in made:
        reader.choice(f"{where}.weekdays", one.weekdays, WEEKDAYS)
        reader.ordered(where, one, "day_starts", "start", "end")
        reader.ordered(where, one, "first", "last")
        if one.start is not None and one.start == one.end:
            reader.fault(_("{where}: the day ends when it starts."), where=where)
        for key in ("tolerance", "min_stay"):
            reader.least(f"{where}.{key}", getattr(one, key), 0)
    return tuple(one for _where, one in made)


def _chronic(reader: Reader, raw: Any) -> dict[str, Chronic]:
    rules = reader.table("chronic", raw)
    reader.known("chronic", RULES, rules)
    made = dict(Settings().chronic)
    for rule in [rule for rule in RULES if rule in rules]:
        where, keys = f"chronic.{rule}", CHRONIC_KEYS[rule]
        table = reader.table(where, rules[rule])
        reader.known(where, keys, table)
        kept = {key: getattr(made[rule], key) for key in keys}
        made[rule] = one = reader.value(Chronic, where, kept | {key: table[key] for key in keys if key in table})
        reader.least(f"{where}.min", one.min, 1)
        reader.least(f"{where}.limit", one.limit, 1)
        if one.below is not None and not 0 < one.below <= 1:
            told = {"where": f"{where}.below", "value": one.below}
            reader.fault(_("{where}: {value} is no share; it is above 0 and at most 1, such as 0.5."), **told)
    return made


def _board(reader: Reader, raw: Any) -> Board:
    board = reader.value(Board, "board", raw)
    reader.choice("board.rules", board.rules, RULES)
    reader.choice("board.paper", (board.paper,), PAPERS)
    for key in ("correction_days", "removal_days"):
        reader.least(f"board.{key}", getattr(board, key), 0)
        reader.most(f"board.{key}", getattr(board, key), 366)
    return board


def _devices(reader: Reader, raw: Any) -> tuple[Machine, ...]:
    made = reader.values(Machine, "devices", raw)
    for where, one in made:
        reader.choice(f"{where}.kinds", one.kinds, [kind.value for kind in Kind])
    return tuple(one for _where, one in made)


def _codes(reader: Reader, raw: Any) -> dict[str, str]:
    table = reader.table("codes", raw)
    for word, code in table.items():
        reader.choice(f"codes.{word}", (str(code),), ("", *(known.value for known in RECORDED)))
    return dict(table)


_READERS: Mapping[str, Callable[[Reader, Any], Any]] = {
    "office": _office,
    "signatories": _signatories,
    "schedules": _schedules,
    "hours": _working_hours,
    "chronic": _chronic,
    "board": _board,
    "devices": _devices,
    "codes": _codes,
    "senders": sending.read,
    "press": releases.read,
    "period": lambda reader, raw: reader.value(Signing, "period", raw),
    "grades": allowances.read_grades,
    "tpp": allowances.read_tpp,
    "recap": lambda reader, raw: allowances.read_recap(reader, raw, PAPERS),
    "ladder": correspondence.ladder,
    "letters": correspondence.letters,
    "discipline": disciplinary.read,
}
