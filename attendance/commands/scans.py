"""Taking in the log of a machine: what is new, what is repeated, what nobody can be found for, what cannot be true."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from attendance.commands import bearers, importing
from attendance.commands.calendar import seed_years
from attendance.commands.desk import Desk
from attendance.commands.importing import Outcome
from attendance.commands.staff import number_of, person_of
from attendance.errors import Fault, Place, Refused
from attendance.intake.cells import shown
from attendance.language import _
from attendance.ledger import people, quarantine, scans
from attendance.ledger.engine import Session
from attendance.ledger.models import Source
from attendance.rules.scans import Quarantined, Scan, same_pin

if TYPE_CHECKING:
    from attendance.intake.scans import ScanReading
    from attendance.ledger.journal import Draft


def take(
    desk: Desk,
    path: Path,
    *,
    device: str,
    date_format: str | None,
    skip_bad: bool,
    dry_run: bool,
    reason: str,
    sheet: str | None = None,
    mapping: Mapping[str, str] = {},
) -> Outcome:
    """Take in one log: lines of unknown numbers wait, lines with a clock that cannot be true are set apart."""
    from attendance.intake import scans as reader

    named(device)
    with _many_values():
        reading = reader.read(path, date_format=date_format, today=desk.day(), sheet=sheet, mapping=mapping)
    outcome = Outcome(path.name, read=reading.read, refused=list(reading.refused))
    desk.warn(reading.warnings)
    if reading.refused and not skip_bad:
        kept = (Place(path.name, scan.sheet, scan.row) for scan in reading.rows)
        importing.hold_back(outcome, (*kept, *(one.place for one in reading.quarantined)))
        return outcome
    with _many_values(), desk.write(keep=not dry_run) as session:
        known = quarantine.known(session, device.strip())
        rows, apart, moved = _told_apart(reading, known, path.name)
        seed_years(desk, session, {scan.at.year for scan in rows})
        with desk.draft(session, "scan import", reason=reason, file=path.name, device=device) as draft:
            number = _met(desk, draft, device)
            places = dict.fromkeys(chain((scan.sheet for scan in rows), (one.place.sheet for one in apart)))
            content = importing.digest(path)
            sources = dict(zip(places, draft.name(Source, [(path.name, one, content) for one in places]), strict=True))
            fresh = scans.record(draft, number, rows, sources)
            quarantine.keep(draft, number, [one for one in apart if _moment(one) not in known.kept], sources)
            outcome.parked = scans.of_nobody(session, fresh)
            outcome.taken = len(fresh) - outcome.parked
            outcome.repeated = len(rows) - len(fresh) + moved
            draft.summary |= {"lines": reading.read, "taken": len(fresh)}
        outcome.entry = None if draft.empty else draft.number
    outcome.quarantined = [
        {"file": one.place.file, "row": one.place.row, "text": one.text, "message": one.message} for one in apart
    ]
    if outcome.parked:
        outcome.lines.append(
            _("{count} scans are of numbers that are nobody's: apel scan parked").format(count=outcome.parked)
        )
    if any(one.at for one in apart):
        outcome.lines.append(_("Lines with a wrong clock can be moved to their true time: apel scan quarantined"))
    return outcome


def _told_apart(
    reading: ScanReading, known: quarantine.Known, file: str
) -> tuple[Sequence[Scan], Sequence[Quarantined], int]:
    """The scans of a file, what is set apart, and how many lines were moved to their true time before.

    What was set apart once stays so, though another file, or another day, would have believed it.
    """
    if not known.kept and not known.moved:
        return reading.rows, reading.quarantined, 0
    rows: list[Scan] = []
    apart: list[Quarantined] = []
    for scan in reading.rows:
        moment = _moment(scan)
        if moment in known.kept:
            text = f"{scan.pin}\t{scan.at}"
            place = Place(file, scan.sheet, scan.row)
            apart.append(Quarantined(place, text, known.kept[moment], scan.pin, scan.at))
        elif moment not in known.moved:
            rows.append(scan)
    apart += (one for one in reading.quarantined if _moment(one) not in known.moved)
    return rows, apart, len(reading.rows) + len(reading.quarantined) - len(rows) - len(apart)


def _moment(one: Scan | Quarantined) -> tuple[str, datetime | None]:
    return same_pin(one.pin), one.at


def _met(desk: Desk, draft: Draft, device: str) -> int:
    """The number of a machine; of a new one beside others it is said that it is new, for it may be a slip."""
    known = scans.devices(draft.session)
    if known and device.strip() not in known:
        desk.say(
            _("! {device} is a new machine; known are {known}. If it is none: apel undo").format(
                device=shown(device.strip()), known=", ".join(map(shown, sorted(known)))
            )
        )
    return scans.meet_device(draft, device.strip())


def named(device: str) -> None:
    """Refuse a machine without a name."""
    if not device.strip():
        raise Refused(_("The machine needs a name: --device NAME"))


@contextmanager
def _many_values() -> Iterator[None]:
    """A long log becomes a million small values, all of them wanted: looking for rubbish among them is put off."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def link_one(
    desk: Desk, pin: str, nip: str, *, device: str, first: date | None, last: date | None, dry_run: bool, reason: str
) -> str:
    """Link one number. Answers what was done."""
    with desk.write(keep=not dry_run) as session:
        person_of(session, nip)
        pairs = [(pin.strip(), number_of(nip))]
        new = _link(desk, session, pairs, device, first, last, reason)
    if new is None:
        return _("PIN {pin} of {device} is {nip} already; nothing was changed.").format(pin=pin, device=device, nip=nip)
    return _("PIN {pin} of {device} is {nip} (entry {entry}).").format(pin=pin, device=device, nip=nip, entry=new)


def _link(
    desk: Desk,
    session: Session,
    pairs: list[tuple[str, str]],
    device: str,
    first: date | None,
    last: date | None,
    reason: str,
) -> int | None:
    """Record links; answers the entry, None where all were known."""
    named(device)
    if not all(pin for pin, _nip in pairs):
        raise Refused(_("A PIN needs a number, as the machine shows it."))
    if first and last and last < first:
        raise Refused(_("The last day {last} is before the first day {first}.").format(last=last, first=first))
    with desk.draft(session, "scan link", reason=reason, device=device, pins=len(pairs)) as draft:
        number = _met(desk, draft, device)
        scans.link(draft, number, pairs, first or scans.ALWAYS, last)
    return None if draft.empty else draft.number


def link_file(
    desk: Desk,
    path: Path,
    *,
    device: str,
    first: date | None,
    last: date | None,
    skip_bad: bool,
    dry_run: bool,
    reason: str,
) -> Outcome:
    """Link the numbers of a list; the whole list, or with `skip_bad` its good rows, or nothing."""
    from attendance.intake import links

    with desk.read() as session:
        reading = links.read(path, people=bearers.known(session))
    outcome = Outcome(path.name, read=reading.read, refused=list(reading.refused))
    desk.warn(reading.warnings)
    with desk.write(keep=not dry_run) as session:
        ids = people.numbers(session, [row.nip for row in reading.rows])
        known = people.profiles(session, ids.values())
        outcome.refused += [
            Fault(row.place, _("{nip} stands on no roster; import the roster first.").format(nip=row.nip))
            for row in reading.rows
            if ids.get(row.nip) not in known
        ]
        good = [row for row in reading.rows if ids.get(row.nip) in known]
        if outcome.refused and not skip_bad:
            importing.hold_back(outcome, (row.place for row in good), session)
            return outcome
        before = scans.pairs(session, device.strip(), first or scans.ALWAYS, last)
        held = {(same_pin(pin), nip) for pin, nip in before}
        pairs = [(row.pin, row.nip) for row in good]
        outcome.unchanged = sum((same_pin(pin), nip) in held for pin, nip in pairs)
        outcome.taken = len(pairs) - outcome.unchanged
        outcome.entry = _link(desk, session, pairs, device, first, last, reason)
    return outcome
