"""Correspondence: the office's own ladder of warnings, and how its letters look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from string import Formatter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from attendance.language import _
from attendance.rules.ladders import ROMAN, Ladder, Step

if TYPE_CHECKING:
    from attendance.configuring import Reader

_NONE: Mapping[str, str] = MappingProxyType({})

NUMBER_FIELDS = ("n", "bulan", "tahun")
"""What a pattern of numbers may hold: the running number, the month in Roman figures, the year."""


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters look: addresses of units (lines apart by `;`), copies, addressee of reports, own templates."""

    addresses: Mapping[str, str] = field(default_factory=lambda: _NONE)
    copies: tuple[str, ...] = ()
    report_to: tuple[str, ...] = ("Kepala BKPSDM",)
    warning_template: str = ""
    report_template: str = ""
    cover_template: str = ""


def ladder(reader: Reader, raw: Any) -> Ladder:
    """The ladder that a table describes; every fault goes to the reader."""
    table = reader.table("ladder", raw)
    made = reader.value(Ladder, "ladder", {key: value for key, value in table.items() if key != "steps"})
    reader.least("ladder.valid_months", made.valid_months, 1)
    reader.most("ladder.valid_months", made.valid_months, 120)
    reader.least("ladder.correction_days", made.correction_days, 0)
    reader.most("ladder.correction_days", made.correction_days, 366)
    if made.number and (wrong := number_fault(made.number)):
        reader.fault("{where}: {wrong}", where="ladder.number", wrong=wrong)
    return replace(made, steps=_steps(reader, table["steps"])) if "steps" in table else made


def _steps(reader: Reader, raw: Any) -> tuple[Step, ...]:
    made = reader.values(Step, "ladder.steps", raw)
    for where, one in made:
        if one.beruntun is None and one.sering is None:
            reader.fault(_("{where}: a step needs a limit: beruntun, sering, or both."), where=where)
        for key in ("beruntun", "sering", "within_days"):
            reader.least(f"{where}.{key}", getattr(one, key), 1)
            reader.most(f"{where}.{key}", getattr(one, key), 3660)
    if isinstance(raw, list) and not 1 <= len(raw) <= len(ROMAN):
        reader.fault(_("ladder.steps: a ladder has 1 to {most} steps."), most=len(ROMAN))
    return tuple(one for _where, one in made)


def number_fault(pattern: str) -> str | None:
    """What is wrong with a pattern of numbers; None where nothing is."""
    try:
        fields = {name for _text, name, _form, _as in Formatter().parse(pattern) if name is not None}
    except ValueError:
        return _("{pattern}: a brace is not closed.").format(pattern=pattern)
    strange = sorted(fields.difference(NUMBER_FIELDS))
    if strange:
        known = ", ".join(f"{{{name}}}" for name in NUMBER_FIELDS)
        return _("{pattern}: {{{strange}}} is not known; known are {known}.").format(
            pattern=pattern, strange=strange[0], known=known
        )
    return None


def letters(reader: Reader, raw: Any) -> Letters:
    """How letters look, as a table describes it; every fault goes to the reader."""
    return reader.value(Letters, "letters", raw)
