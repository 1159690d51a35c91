"""Whom a row of a roll means: by its NIP, held against the name beside it, or by the name and the form's unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from attendance.errors import Fault
from attendance.intake import damages, titles
from attendance.intake.cells import fold, shown, text
from attendance.intake.people import who
from attendance.intake.tables import Record, Table
from attendance.language import _
from attendance.rules import likeness, names

_NIP = re.compile(r"\b\d{8} ?\d{6} ?\d ?\d{3}\b")
_LONG = 20
"""A shorter text holds no name and a NIP."""


class Known(NamedTuple):
    """Everybody who is known: `nips` by bare name, `names` by NIP, and by NIP the folded names of his units.

    Units: those he ever belonged to or stood with, with all above and below them.
    """

    nips: Mapping[str, tuple[str, ...]] = {}
    names: Mapping[str, str] = {}
    units: Mapping[str, frozenset[str]] = {}


NOBODY = Known()
"""Nobody is known."""


class Found(NamedTuple):
    """A NIP, or "" and why it is not known who this is; `doubt` where the name beside the NIP is another."""

    nip: str
    fault: str = ""
    doubt: str = ""


@dataclass(frozen=True)
class Bearers:
    """Who bears the names and NIPs of one table; what was found is remembered, for lists name people many times."""

    known: Known
    above: frozenset[str]
    met: dict[tuple[str, str], Found] = field(default_factory=dict)
    doubts: list[Fault] = field(default_factory=list)

    def of(self, record: Record) -> tuple[str, str]:
        """The NIP of a row and "", or "" and why it is not known who this is."""
        nip, name, fault = who(record)
        if fault and "nip" in record.heads.columns:
            return "", _none(record) or fault + damages.proposed(record, name, self.known.nips)
        if len(name) > _LONG and _NIP.search(name):
            return "", _("two people stand in one cell; give each a row of his own")
        key = (nip, name) if nip else (_section(record), name)
        if key not in self.met:
            self.met[key] = self.checked(nip, name) if nip else self._named(name, key[0])
            if doubt := self.met[key].doubt:
                self.doubts.append(Fault(record.place, doubt))
        return self.met[key][:2]

    def checked(self, nip: str, name: str) -> Found:
        """Whether the name beside a NIP may be that of its owner."""
        own = self.known.names.get(nip)
        if own is None or not name or likeness.contains(name, own):
            return Found(nip)
        written = names.bare(name)
        alike = likeness.alike(written, names.bare(own))
        others = [other for other in self.known.nips.get(written, ()) if other != nip]
        if not written or nip in self.known.nips.get(written, ()) or (alike and not others):
            return Found(nip)
        words = {"nip": nip, "own": shown(own), "name": shown(name)}
        if others and not alike:
            message = _(
                "the NIP {nip} is that of {own}, and the name {name} that of somebody else; correct one of them"
            )
            return Found("", message.format(**words))
        return Found(nip, "", _("the NIP {nip} is that of {own}, and the row says {name}; check it").format(**words))

    def _named(self, name: str, section: str) -> Found:
        """The one person of a name, in the unit that the section or the title names."""
        found = self.known.nips.get(names.bare(name), ())
        here = ({section} if section else set()) & self._units or self.above & self._units
        inside = [nip for nip in found if here & self.known.units.get(nip, frozenset())] if here else list(found)
        if len(inside) == 1:
            return Found(inside[0])
        if len(found) == 1:
            message = _("the only person called {name} belongs to another unit than the form; add a column NIP")
            return Found("", message.format(name=shown(name)))
        if found:
            message = _("{count} people are called {name}; add a column NIP")
            return Found("", message.format(count=len(inside or found), name=shown(name)))
        message = _("nobody is known by the name {name}; correct it, or add a column NIP")
        return Found("", message.format(name=shown(name)))

    @property
    def _units(self) -> frozenset[str]:
        return self.known.units.get("", frozenset())


def bearers(known: Known, table: Table) -> Bearers:
    """Those of one table, whose title may name a unit."""
    return Bearers(known, frozenset(_units(table)))


def _units(table: Table) -> set[str]:
    """What may be the name of a unit in the title, folded."""
    words = [text(cell) for cell in titles.lines(table)]
    found = {fold(part) for word in words for part in (word, word.partition(":")[2])}
    found |= {fold(word.partition(":")[2]) for word in [" ".join(words)]}
    return (found or set()) | (_units(table.before) if table.before and not found - {""} else set())


def _section(record: Record) -> str:
    """The section that a row stands under, folded; without the I. or A. before it and the word UNIT KERJA."""
    if not record.sections:
        return ""
    words = record.sections[-1].text
    plain = words.rpartition(":")[2]
    marker, _dot, rest = plain.strip().partition(". ")
    return fold(rest if rest and len(marker) <= 4 else plain)


def _none(record: Record) -> str:
    """What to do about somebody without a NIP, where the form says that he has none."""
    if record.text("nip").strip("-–— .") or not record.text("nip"):
        return ""
    return _("somebody without a NIP stands on no roster here; delete the row, or leave it out with --skip-bad")
