"""Quarantine: lines of machines whose clock cannot be true, and their way back to where they belong."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from attendance.errors import Place
from attendance.ledger import scans
from attendance.ledger.journal import Draft, undone_by
from attendance.ledger.models import Device, Entry, QuarantineFact, ScanFact, Source
from attendance.ledger.numbers import clock
from attendance.ledger.scans import Key
from attendance.ledger.views import live
from attendance.rules.scans import Quarantined, same_pin, stamped

SHIFT = "scan shift"
"""The act that takes lines out of quarantine and records them at another time."""

Moment = tuple[str, datetime | None]
"""Who and when, as the machine wrote it; the PIN without zeros before it."""


@dataclass(frozen=True, slots=True)
class Held:
    """One line in quarantine: `pin` and `at` where it names both; `entry` set it apart."""

    number: int
    device: str
    pin: str
    at: datetime | None
    line: str
    message: str
    place: Place
    source: int | None
    entry: int


def held(session: Session, device: str | None = None) -> list[Held]:
    """What is in quarantine, of all machines or of one, in the order of the files."""
    query = (
        select(
            *(QuarantineFact.id, Device.name, QuarantineFact.line, QuarantineFact.message, QuarantineFact.source_row),
            *(QuarantineFact.source_id, QuarantineFact.entry, Source.file, Source.sheet),
        )
        .join(Device, Device.id == QuarantineFact.device_id)
        .outerjoin(Source, Source.id == QuarantineFact.source_id)
        .where(live(session, QuarantineFact))
        .order_by(*(QuarantineFact.entry, QuarantineFact.source_id, QuarantineFact.source_row, QuarantineFact.id))
    )
    if device is not None:
        query = query.where(Device.name == device)
    return [_held(*row) for row in session.execute(query)]


def _held(
    number: int,
    device: str,
    line: str,
    message: str,
    row: int | None,
    source: int | None,
    entry: int,
    file: str | None,
    sheet: str | None,
) -> Held:
    pin, at = stamped(line) or ("", None)
    return Held(number, device, pin, at, line, message, Place(file or "", sheet, row), source, entry)


@dataclass(frozen=True, slots=True)
class Known:
    """What a machine's lines have become that were in quarantine once: still there, or moved by a stated offset."""

    kept: Mapping[Moment, str]  # with the reason
    moved: Collection[Moment]


def known(session: Session, device: str) -> Known:
    """The lines of a machine that were set apart before: no other file may take them for anything else."""
    query = (
        select(QuarantineFact.line, QuarantineFact.message)
        .join(Device, Device.id == QuarantineFact.device_id)
        .where(live(session, QuarantineFact), Device.name == device)
    )
    kept = {moment: message for line, message in session.execute(query) if (moment := _moment(line))}
    past = (
        select(QuarantineFact.line, QuarantineFact.until)
        .join(Device, Device.id == QuarantineFact.device_id)
        .join(Entry, Entry.id == QuarantineFact.until)
        .where(Device.name == device, Entry.action == SHIFT)
    )
    undoing = select(Entry.id, Entry.undoes).where(Entry.undoes.is_not(None)).order_by(Entry.id)
    undone = undone_by(session.execute(undoing))
    lines = (line for line, entry in session.execute(past) if entry not in undone)
    return Known(kept, {moment for line in lines if (moment := _moment(line))} - kept.keys())


def _moment(line: str) -> Moment | None:
    found = stamped(line)
    return (same_pin(found[0]), found[1]) if found else None


def keep(draft: Draft, device: int, found: Sequence[Quarantined], sources: Mapping[str | None, int] = {}) -> int:
    """Set lines apart whose clock cannot be true, word for word. Answers how many were new."""
    query = select(QuarantineFact.line).where(live(draft.session, QuarantineFact), QuarantineFact.device_id == device)
    there = set(draft.session.scalars(query))
    rows = {
        one.line: (device, one.line, one.message, sources.get(one.place.sheet), one.place.row)
        for one in reversed(found)
        if one.line not in there
    }
    draft.record(QuarantineFact, list(reversed(rows.values())))
    return len(rows)


def shift(draft: Draft, device: int, chosen: Sequence[Held], offset: timedelta) -> list[Key]:
    """Take lines out of quarantine and record them that much later (or earlier): facts of the same file and row.

    None of them may be known at its new time: ask `collisions` first. Two that say the same are one scan.
    """
    draft.void(QuarantineFact, [(one.number,) for one in chosen])
    rows = {key: (*key, one.source, one.place.row) for key, one in reversed(_keys(draft, device, chosen, offset))}
    draft.record(ScanFact, [rows[key] for key in sorted(rows)])
    return sorted(rows)


def collisions(draft: Draft, device: int, chosen: Sequence[Held], offset: timedelta) -> Iterator[Held]:
    """The lines that are in the ledger already at their new time."""
    keys = _keys(draft, device, chosen, offset)
    there = set(scans.known(draft.session, {key for key, _one in keys}))
    return (one for key, one in keys if key in there)


def _keys(draft: Draft, device: int, chosen: Sequence[Held], offset: timedelta) -> list[tuple[Key, Held]]:
    pins = scans.meet_pins(draft, device, [one.pin for one in chosen])
    found: list[tuple[Key, Held]] = []
    for one in chosen:
        assert one.at is not None
        at = one.at + offset
        found.append(((pins[one.pin], at.toordinal(), at.hour * 3600 + at.minute * 60 + at.second), one))
    return found


def around(session: Session, chosen: Sequence[Held]) -> tuple[datetime | None, datetime | None]:
    """The times of the scans that stand right before and after some lines in their file, where they are of one file."""
    sources = {one.source for one in chosen}
    rows = [one.place.row for one in chosen if one.place.row is not None]
    (source,) = sources if len(sources) == 1 else (None,)
    if source is None or not rows:
        return None, None
    return _beside(session, source, min(rows), -1), _beside(session, source, max(rows), 1)


def _beside(session: Session, source: int, row: int, step: int) -> datetime | None:
    """The time of the nearest scan of a file before (step -1) or after (step 1) a row."""
    there = ScanFact.source_row
    query = (
        select(ScanFact.day, ScanFact.second)
        .where(live(session, ScanFact), ScanFact.source_id == source, there < row if step < 0 else there > row)
        .order_by(there.desc() if step < 0 else there)
        .limit(1)
    )
    found = session.execute(query).first()
    return datetime.combine(found[0], clock(found[1])) if found else None
