"""Forms that come back: what they are about is known from their id, so nothing is asked; what does not fit is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from attendance.commands.desk import Desk
from attendance.commands.forms import members
from attendance.commands.inquiry import inquire
from attendance.errors import Fault, Place, Refused
from attendance.intake import form_ids, returned_forms
from attendance.intake.cells import shown
from attendance.language import _
from attendance.ledger import journal, units
from attendance.rules import names
from attendance.rules.forms import SHORT, FormId
from attendance.rules.rolls import Mark

if TYPE_CHECKING:
    from attendance.intake.readings import Reading
    from attendance.intake.returned_forms import Seen
    from attendance.ledger.engine import Session

PLAIN = "attendance.plain"
"""Under this name the command keeps that forms are read as ordinary rolls."""


@dataclass(slots=True)
class Returned:
    """A form of ours that has come back. `known`: marks that the program printed itself, and that are no news."""

    path: Path
    desk: Desk
    identity: FormId
    seen: Seen
    known: list[Mark] = field(default_factory=list)

    def read(self, read: Callable[..., Reading[Mark]], asked: Mapping[str, Any]) -> Reading[Mark]:
        """The marks of the form: what the id answers is not asked, and what the program printed is set apart."""
        if asked["kind"] not in (None, self.identity.kind):
            raise Refused(
                _("{file}: this form is of {kind}, and --kind says {other}; leave out --kind").format(
                    file=self.path.name, kind=self.identity.kind.value, other=asked["kind"].value
                )
            )
        period = (self.identity.period.first, self.identity.period.last)
        own = {"kind": self.identity.kind, "period": period, "blank": self.seen.blank, "date_format": None}
        asked = dict(asked) | own | {"sheet": None, "mapping": {}}
        reading = read(self.path, **asked)
        rows = reading.rows
        if self.seen.blank != "lewati":
            written = {(mark.nip, mark.day) for mark in read(self.path, **asked | {"blank": "lewati"}).rows}
            today = self.desk.day()
            rows = tuple(mark for mark in rows if mark.day <= today or (mark.nip, mark.day) in written)
        return self._settled(rows, reading)

    def _settled(self, rows: tuple[Mark, ...], reading: Reading[Mark]) -> Reading[Mark]:
        """The reading without rows that do not fit the form, and without what the program printed itself."""
        faults = {fault.place: fault for fault in self._faults()}
        others = [fault for fault in reading.refused if fault.place not in faults]
        printed = {(one.nip, day): code for one in self.identity.people for day, code in one.printed.items()}
        good: list[Mark] = []
        for mark in rows:
            if mark.place in faults:
                continue
            if mark.day not in self.identity.days:
                others.append(Fault(mark.place, _("{day} is not a day of this form").format(day=mark.day)))
            elif mark.at is None and printed.get((mark.nip, mark.day)) is mark.code:
                self.known.append(mark)
            else:
                good.append(mark)
        refused = (*faults.values(), *others)
        read = len(good) + len(self.known) + len(refused)
        return replace(reading, rows=tuple(good), refused=refused, read=read)

    def _faults(self) -> Iterator[Fault]:
        """Rows in which name and NIP have come apart, or something stands beside an empty code."""
        listed = {one.nip: one.name for one in self.identity.people}
        for row in self.seen.rows:
            name = listed.get(row.nip)
            if name is not None and names.bare(row.name) != names.bare(name):
                message = _("on the form {nip} is {name}, and here {other}; put name and NIP together again")
                yield Fault(row.place, message.format(nip=row.nip, name=shown(name), other=shown(row.name)))
            elif row.beside:
                message = _("beside an empty KODE stands {words}; write its code under KODE")
                yield Fault(row.place, message.format(words=shown(row.beside)))


def of(desk: Desk, session: Session, path: Path) -> Returned | None:
    """The form that a file is; None for an ordinary roll. What is told of it is said here.

    Raises Refused where it was made by another office, or is no longer about what it was given out for.
    """
    if click.get_current_context().meta.get(PLAIN):
        return None
    identity = form_ids.read(path)
    if identity is None:
        return None
    if identity.office != (journal.hash_of(session, 1) or "")[:SHORT]:
        raise Refused(
            _(
                "{file}: this form for {unit} was made with another database of apel; take it in there,"
                " or read it as an ordinary roll with --plain"
            ).format(file=path.name, unit=identity.unit)
        )
    seen = returned_forms.look(path, identity)
    desk.warn(Fault(Place(path.name), message) for message in _told(desk, session, identity, seen))
    return Returned(path, desk, identity, seen)


def _told(desk: Desk, session: Session, identity: FormId, seen: Seen) -> Iterator[str]:
    """What is worth saying of a form, and no reason to refuse it."""
    if identity.head != (journal.hash_of(session, identity.entry) or "")[:SHORT]:
        yield _(
            "this form was made from entry {entry}, which this database does not have (a backup was restored?)"
        ).format(entry=identity.entry)
    for words in seen.lost:
        yield _("the column {heading} is gone from the form; nothing was read for it").format(heading=shown(words))
    given = {one.nip: one.name for one in identity.people}
    unnumbered = {names.bare(row.name) for row in seen.rows if not row.nip}
    here = {row.nip for row in seen.rows} | {nip for nip, name in given.items() if names.bare(name) in unnumbered}
    for nip in [nip for nip in given if nip not in here]:
        yield _("{name} ({nip}) was on the form, and his row is gone; nothing was read for him").format(
            name=given[nip], nip=nip
        )
    for row in [row for row in seen.rows if row.nip and row.nip not in given]:
        yield _("row {row}: {name} ({nip}) was added to the form").format(row=row.place.row, name=row.name, nip=row.nip)
    for row in [row for row in seen.rows if row.outside]:
        yield _("row {row}: beside the columns of the form stands {words}; it was not read").format(
            row=row.place.row, words=shown(row.outside)
        )
    yield from _roster(desk, session, identity, given, here)


def _roster(desk: Desk, session: Session, identity: FormId, given: Mapping[str, str], here: set[str]) -> Iterator[str]:
    """How the people of the lines differ now from those on the form."""
    tree = units.tree(session)
    lines = {unit for path in identity.lines if (unit := tree.at(path.split(" / "))) is not None}
    now = members(inquire(desk, session, identity.kind, identity.period), frozenset(lines)).people
    standing = {one.profile.nip: one.profile.name for one in now}
    for nip in [nip for nip in standing if nip not in given and nip not in here]:
        yield _("{name} ({nip}) stands in this line since the form was made, and is not on it").format(
            name=standing[nip], nip=nip
        )
    for nip in [nip for nip in given if nip not in standing and nip in here]:
        yield _("{name} ({nip}) no longer stands in this line since the form was made").format(name=given[nip], nip=nip)
