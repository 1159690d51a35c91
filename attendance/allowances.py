"""Allowances and grades: the office's own tables, off until they are written down. No figure of them is ours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from attendance.language import _
from attendance.rules import tpp
from attendance.rules.kinds import NAMES, Kind

if TYPE_CHECKING:
    from attendance.configuring import Reader


@dataclass(frozen=True, slots=True)
class CutLine:
    """A line of the table of cuts, as it is written: see rules/tpp.Cut. `on` are days such as 2026-03-25."""

    kind: str
    codes: tuple[str, ...]
    percent: float
    name: str = ""
    most: float | None = None
    on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LevelLine:
    """From so many such days in a month on, so many percent: see rules/tpp.Level."""

    kind: str
    codes: tuple[str, ...]
    least: int
    percent: float


@dataclass(frozen=True, slots=True)
class Allowance:
    """The section [tpp]: the decree it follows, the cuts, the levels, and the most of a month."""

    most: float = 100.0
    basis: tuple[str, ...] = ()
    cuts: tuple[CutLine, ...] = ()
    levels: tuple[LevelLine, ...] = ()

    @property
    def table(self) -> tpp.Table:
        """As the rules take it; empty while the office has written no table."""
        cuts = tuple(
            tpp.Cut(
                one.name or f"{'/'.join(one.codes)} {NAMES[Kind(one.kind)].lower()}",
                Kind(one.kind),
                one.codes,
                one.percent,
                one.most,
                frozenset(map(date.fromisoformat, one.on)),
            )
            for one in self.cuts
        )
        levels = tuple(tpp.Level(Kind(one.kind), one.codes, one.least, one.percent) for one in self.levels)
        return tpp.Table(cuts, levels, self.most)


@dataclass(frozen=True, slots=True)
class RecapPaper:
    """The section [recap]: the paper that recaps are printed on."""

    paper: str = "A4"


def read_grades(reader: Reader, raw: Any) -> dict[str, float]:
    """The letters and their least rates; the lowest begins at 0, so that no unit is left without."""
    table = reader.table("grades", raw)
    made: dict[str, float] = {}
    for letter, least in table.items():
        if type(least) not in (int, float) or not 0 <= least <= 1:
            reader.fault(
                _("grades.{letter}: {value} is no share from 0 to 1, such as 0.95."), letter=letter, value=least
            )
        elif least in made.values():
            reader.fault(_("grades.{letter}: another grade begins at {value} too."), letter=letter, value=least)
        else:
            made[letter] = float(least)
    if made and min(made.values()) > 0:
        reader.fault(
            _("grades: the lowest grade must begin at 0, so that every unit has one; write for instance E = 0.")
        )
    return made


def read_tpp(reader: Reader, raw: Any) -> Allowance:
    """The table of cuts; every fault goes to the reader."""
    table = reader.table("tpp", raw)
    reader.known("tpp", ("most", "basis", "cuts", "levels"), table)
    own = reader.value(_Own, "tpp", {key: table[key] for key in ("most", "basis") if key in table})
    _percent(reader, "tpp.most", own.most)
    cuts = reader.values(CutLine, "tpp.cuts", table.get("cuts", []))
    levels = reader.values(LevelLine, "tpp.levels", table.get("levels", []))
    lines: tuple[tuple[str, CutLine | LevelLine], ...] = (*cuts, *levels)
    for where, one in lines:
        reader.choice(f"{where}.kind", (one.kind,), [kind.value for kind in Kind])
        reader.choice(f"{where}.codes", one.codes, tpp.WORDS)
        if one.codes == ():
            reader.fault(_("{where}: codes names nothing that is counted."), where=where)
        _percent(reader, f"{where}.percent", one.percent)
    for where, cut in cuts:
        _percent(reader, f"{where}.most", cut.most)
        _days(reader, f"{where}.on", cut.on)
    for where, level in levels:
        reader.least(f"{where}.least", level.least, 1)
    return Allowance(own.most, own.basis, tuple(one for _where, one in cuts), tuple(one for _where, one in levels))


@dataclass(frozen=True, slots=True)
class _Own:
    most: float = 100.0
    basis: tuple[str, ...] = ()


def _percent(reader: Reader, where: str, value: float | None) -> None:
    if value is not None and not 0 < value <= 100:
        reader.fault(_("{where}: {value} is no percentage above 0 and at most 100."), where=where, value=value)


def _days(reader: Reader, where: str, texts: tuple[str, ...] | None) -> None:
    for text in texts or ():
        try:
            date.fromisoformat(text)
        except ValueError:
            reader.fault(_("{where}: {value} is not a date such as 2026-03-25."), where=where, value=text)


def read_recap(reader: Reader, raw: Any, papers: tuple[str, ...]) -> RecapPaper:
    """The paper of recaps."""
    made = reader.value(RecapPaper, "recap", raw)
    reader.choice("recap.paper", (made.paper,), papers)
    return made
