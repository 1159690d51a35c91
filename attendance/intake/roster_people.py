"""One row of a roster as one person, or as all that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeAlias

from attendance.intake import cells, damages, roster_faults
from attendance.intake.cells import Cell, fold, shown
from attendance.intake.headings import PERSON, anothers
from attendance.intake.people import Who, who
from attendance.intake.readings import Met
from attendance.intake.roster_faults import CITIZEN, Told
from attendance.intake.roster_units import Units, typed
from attendance.intake.roster_words import gone, status_of
from attendance.intake.tables import Record, Table
from attendance.language import _
from attendance.rules import names, nip, ranks
from attendance.rules.rosters import Profile, RosterRow, Status

Confirmed: TypeAlias = Mapping[tuple[str | None, int], str]
"""The NIP that an officer typed for a row, by its sheet (None: the only one) and number."""

_COUNTED = re.compile(r"^\d{1,4}\s*[.)]\s*(?=[A-Za-z])")
_ACTING = re.compile(r"^(?:PLT|PLH|PJS?)\.\s*(?=\S)", re.IGNORECASE)
_LETTERS = {"P": None, "C": Status.CPNS}
"""What SIASN writes under STATUS CPNS PNS; P says no more than the NIP does."""


class Person(NamedTuple):
    """A row as met; where its NIP is `damaged`, that cell and the `name` beside it; `keys`: how it may be confirmed."""

    met: Met[RosterRow]
    damaged: str | int | float = ""
    name: str = ""
    keys: tuple[tuple[str | None, int], ...] = ()


@dataclass
class Page:
    """One table of a roster, with what holds for all its rows."""

    table: Table
    units: Units
    status: Status | None
    on: date | None
    confirmed: Confirmed

    def person(self, record: Record) -> Person:
        """One person; all that is wrong with the row at once."""
        told = _told(record)
        found = self._who(record)
        damaged = damages.left(record.get("nip")) if found.fault else ""
        keys = _keys(record) if self.confirmed else ()
        for key in keys:
            if key in self.confirmed:
                found = _taken(found, damaged, self.confirmed[key])
                break
        parts = _named(told, found.name)
        unit, homeless = self.units.of(record, told)
        faults = [*filter(None, (found.fault, *roster_faults.wrong(told, parts), self._left, homeless))]
        if faults:
            return Person(Met(record.place, None, tuple(faults)), damaged if found.fault else "", parts.name, keys)
        status, supposed, doubts = self._status(record, told, found.nip)
        rank, unclear = _rank(told, status)
        position = told.get("position", "").strip("-")
        profile = Profile(found.nip, parts.name, parts.before, parts.after, status, rank, position)
        line = typed(told["line"]) if "line" in told else ()
        row = RosterRow(profile, unit, None if line in ((), unit) else line, record.place, supposed)
        return Person(
            Met(
                record.place, row, (), (*doubts, *unclear, *roster_faults.named(parts), *roster_faults.away(told, unit))
            ),
            keys=keys,
        )

    @cached_property
    def _left(self) -> str:
        """Why nobody of the sheet is in service, where its name says so."""
        name = self.table.sheet.name or ""
        if not gone("", name.replace("_", " ")):
            return ""
        message = _(
            "the sheet is called {sheet}; leave it out, or call it otherwise if its people are still in service"
        )
        return message.format(sheet=shown(name))

    @cached_property
    def _columns(self) -> list[int]:
        """The columns that may hold the NIP; an old one beside a new one is passed over."""
        nips = PERSON["nip"]
        heads = self.table.heads
        own = heads.columns.get("nip")
        found = [h for h in heads.all if fold(h.whole) in nips or (fold(h.levels[-1]) in nips and not anothers(h))]
        others = [h.column for h in found]
        return [] if own is None else [own, *(column for column in others if column != own)]

    def _who(self, record: Record) -> Who:
        """NIP and name; of two columns of NIPs the one that holds one, and of an old and a new NIP the new one."""
        found = who(record)
        if len(self._columns) > 1:
            numbers = {nip_ for cell in self._cells(record) if (nip_ := cells.nip(cell)[0])}
            if len(numbers) > 1:
                return Who("", found.name, _("two columns hold different NIPs; keep the right one"))
            if numbers:
                return Who(numbers.pop(), found.name, "")
        cell = record.get("nip")
        if found.fault and isinstance(cell, str) and found.name:
            both = nip.inside(cell)
            if both is not None and not re.search(r"\d{10}", both[1]):
                return Who(both[0], found.name, "")
            if not re.search(r"[^\W_]", cell):
                message = _(
                    "there is no NIP; write its 18 digits as text, or delete the row if this is nobody of the ASN"
                )
                return found._replace(fault=message)
        if not found.fault and found.nip.endswith("000"):
            message = _("the NIP {nip} ends in 000, as when a spreadsheet has cut it; write all 18 digits as text")
            return found._replace(nip="", fault=message.format(nip=nip.written(found.nip)))
        return found

    def _cells(self, record: Record) -> Iterator[Cell]:
        return (record.cells[column] for column in self._columns if column < len(record.cells))

    def _status(self, record: Record, told: Told, number: str) -> tuple[Status, tuple[str, ...], list[str]]:
        """The status by its column, else by the lines above or the sheet where the NIP allows it, else by the NIP.

        What is only supposed is named; and what is doubtful about the NIP.
        """
        said = _said(told)
        doubts = [_doubt(doubt, number, said or nip.status(number)) for doubt in nip.doubts(number, said, self.on)]
        if said is not None:
            return said, (), doubts
        around = self.units.standing(record.sections).status or self.status
        by_nip = nip.status(number)
        if re.search(r"\w", told.get("status", "")) and told["status"].upper() not in _LETTERS:
            unclear = _("the status column says none of PNS, CPNS, PPPK; by the NIP it is {status}")
            doubts.append(unclear.format(status=by_nip))
        if around in (None, Status.PNS, by_nip):
            return by_nip, ("status",), doubts
        if around is not Status.PPPK and (around is Status.PPPK_PW) == (by_nip is Status.PPPK):
            return around, (), doubts
        doubts.append(_doubt(nip.Doubt.STATUS, number, around))
        return by_nip, ("status",), doubts


def paired(records: Iterable[Record]) -> Iterator[Record]:
    """Rows, with a NIP that stands alone in the row below a name taken up to it."""
    before: Record | None = None
    for record in records:
        if before is not None and _is_below(before, record):
            below = record.text("name") or record.text("nip")
            columns = {column for field in ("nip", "name") if (column := record.heads.columns.get(field)) is not None}
            column = min(columns & {at for at, word in enumerate(record.words) if word == below})
            yield _with(before, column, below)
            before = None
            continue
        if before is not None:
            yield before
        before = record
    if before is not None:
        yield before


def _is_below(before: Record, record: Record) -> bool:
    """The row holds nothing but a NIP, and the row just above it is somebody without one."""
    if record.text("name") and record.text("nip"):
        return False
    merged = dict(enumerate(before.words))
    filled = {word for at, word in enumerate(record.words) if word and word != merged.get(at)}
    alone = len(filled) == 1 and len(re.sub(r"\D", "", next(iter(filled)))) == nip.LENGTH
    here, there = record.place.row or 0, before.place.row or 0
    if not alone or here != there + 1 or record.sections != before.sections:
        return False
    return (
        bool(before.text("name"))
        and not any(CITIZEN.search(before.text(field)) for field in ("nip", "name"))
        and (not re.search(r"\d{8}", before.text("nip") + before.text("name")))
    )


def _with(record: Record, column: int, number: str) -> Record:
    """A row with the NIP that stood below it in a column: that of NIPs, or else that of names."""
    own = record.heads.columns.get("nip")
    place = column if own is None else own
    width = max(len(record.words), place + 1)
    words = [*record.words, *[""] * (width - len(record.words))]
    filled = list(record.cells) + [""] * (width - len(record.cells))
    words[place] = filled[place] = f"{words[place]} {number}".strip() if own is None else number
    return replace(record, words=tuple(words), cells=tuple(filled))


def _taken(found: Who, damaged: str | int | float, number: str) -> Who:
    """The person with the NIP that was typed for the row; a fault where that is not what stands there."""
    if not found.fault and found.nip == number:
        return found
    if not found.fault:
        return Who("", found.name, _("--confirm names another NIP than the one that stands in this row"))
    if not nip.resembles(damaged, number):
        return Who("", found.name, _("the NIP of --confirm does not fit what stands in this row; look it up again"))
    return Who(number, found.name, "")


def _told(record: Record) -> Told:
    """The texts of a row by field, those that are not empty."""
    words = record.words
    return {field: words[at] for field, at in record.heads.columns.items() if at < len(words) and words[at]}


def _keys(record: Record) -> tuple[tuple[str | None, int], ...]:
    return (record.place.sheet, record.place.row or 0), (None, record.place.row or 0)


def _named(told: Told, name: str) -> names.Named:
    """The name in its parts; columns of their own for the titles win over titles in the name."""
    parts = names.split(_ACTING.sub("", _COUNTED.sub("", name) if name[:1].isdigit() else name))
    before, after = told.get("before", "").strip(" -"), told.get("after", "").strip(" -")
    return names.Named(before or parts.before, parts.name, after or parts.after)


def _said(told: Told) -> Status | None:
    """The status that the column names."""
    word, standing = told.get("status", ""), told.get("standing", "")
    said = _LETTERS.get(word.upper()) or (status_of(word) if word else None)
    return said or (status_of(standing) if "PARUH" in standing.upper() else None)


def _doubt(doubt: nip.Doubt, number: str, status: Status) -> str:
    """What is doubtful about a NIP, in a sentence."""
    texts = {
        nip.Doubt.BIRTH: _("the NIP {nip} begins with an impossible birth date; check it"),
        nip.Doubt.APPOINTED: _("the NIP {nip} holds an impossible month of appointment; check it"),
        nip.Doubt.AGE: _("by the NIP {nip} the person is younger than 17 or older than 70; check it"),
        nip.Doubt.SERIAL: _("the NIP {nip} ends in 000, as when a spreadsheet has cut it; check it"),
        nip.Doubt.STATUS: _("the status is {status}, but the NIP {nip} is of the other kind; check which is right"),
    }
    return texts[doubt].format(nip=nip.written(number), status=status)


def _rank(told: Told, status: Status) -> tuple[str, list[str]]:
    """Golongan/ruang from one cell or two, and what is doubtful about it."""
    written = f"{told.get('rank', '')} {told.get('pangkat', '')}".strip(" -")
    rank = ranks.parse(written)
    if rank is None:
        return "", [_("the rank {rank} is not known and was left out").format(rank=shown(written))] if written else []
    if not rank.agrees:
        return rank.room, [_("pangkat and golongan in {rank} do not belong together").format(rank=shown(written))]
    if ("/" in rank.room) == (status in (Status.PPPK, Status.PPPK_PW)):
        unclear = _("the rank {rank} is not one of {status}; check the rank, the status and the NIP")
        return rank.room, [unclear.format(rank=shown(written), status=status)]
    return rank.room, []
