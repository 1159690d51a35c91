"""Disciplinary: what an office sets for itself in matters of discipline; the national law is in `rules/law.py`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from attendance.correspondence import number_fault
from attendance.language import _
from attendance.rules.law import Level, Tier, local

if TYPE_CHECKING:
    from attendance.configuring import Reader
    from attendance.rules.discipline import Law

_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Local:
    """One tier of the office's own table for PPPK: from so many days on, which level and sanction, by which article."""

    days: int
    level: str
    sanction: str
    article: str = ""


@dataclass(frozen=True, slots=True)
class Discipline:
    """Matters of discipline: `hours` of lateness that make a day (0: never), the local table for PPPK and its name.

    `number` is the pattern of the numbers of cases; `due_days` how many days ahead a deadline is told; `templates`
    the office's own letters by their kind; `authority` who decides by level of sanction; `copies` of each letter.
    """

    hours: float = 0.0
    pppk_name: str = ""
    pppk: tuple[Local, ...] = ()
    number: str = "PD-{n}/{tahun}"
    due_days: int = 7
    authority: Mapping[str, str] = field(default_factory=lambda: _NONE)
    copies: tuple[str, ...] = ()
    templates: Mapping[str, str] = field(default_factory=lambda: _NONE)

    @property
    def law(self) -> Law:
        """The law as a judgment takes it."""
        from attendance.rules.discipline import Law

        tiers = tuple(Tier(one.days, Level(one.level), one.sanction, one.article) for one in self.pppk)
        return Law(local(self.pppk_name or _LOCAL, tiers) if tiers else None, self.hours or None)


_LOCAL = "Ketentuan PPPK setempat"


def read(reader: Reader, raw: Any) -> Discipline:
    """The section that a table describes; every fault goes to the reader."""
    from attendance.rules.case_documents import DOCUMENTS

    table = reader.table("discipline", raw)
    made = reader.value(Discipline, "discipline", {key: value for key, value in table.items() if key != "pppk"})
    if made.hours is not None and not 0 <= made.hours <= 24:
        reader.fault(_("discipline.hours: {value} is no number of hours from 0 (off) to 24."), value=made.hours)
    reader.least("discipline.due_days", made.due_days, 0)
    reader.most("discipline.due_days", made.due_days, 366)
    if made.number and (wrong := number_fault(made.number)):
        reader.fault("{where}: {wrong}", where="discipline.number", wrong=wrong)
    elif made.number and "{n}" not in made.number:
        told = _("discipline.number: {value} has no running number {{n}}; every case needs a number of its own.")
        reader.fault(told, value=made.number)
    reader.choice("discipline.authority", tuple(made.authority or ()), tuple(Level))
    reader.choice("discipline.templates", tuple(made.templates or ()), tuple(DOCUMENTS))
    return replace(made, pppk=_tiers(reader, table["pppk"])) if "pppk" in table else made


def _tiers(reader: Reader, raw: Any) -> tuple[Local, ...]:
    made = reader.values(Local, "discipline.pppk", raw)
    for where, one in made:
        reader.choice(f"{where}.level", (one.level,), tuple(Level))
        reader.least(f"{where}.days", one.days, 1)
        if one.sanction is not None and not one.sanction.strip():
            reader.fault(_("{where}: the sanction is empty; write it as it stands in the regulation."), where=where)
    days = [one.days for _where, one in made]
    if len(set(days)) < len(days):
        reader.fault(_("discipline.pppk: two tiers begin at the same number of days."))
    if not reader.faults:
        _ordered(reader, made)
    return tuple(one for _where, one in made)


def _ordered(reader: Reader, made: Sequence[tuple[str, Local]]) -> None:
    """More days must never be lighter than fewer."""
    by_days = sorted(made, key=lambda found: found[1].days)
    for (_before, fewer), (where, more) in pairwise(by_days):
        if Level(more.level).rank < Level(fewer.level).rank:
            told = {"where": where, "level": more.level, "days": more.days, "heavier": fewer.level, "fewer": fewer.days}
            reader.fault(_("{where}: {level} from {days} days on is lighter than {heavier} from {fewer} on."), **told)
