"""Quarantine at the desk: what was set apart, and moving a block of lines to the time at which they happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import click

from attendance.commands.calendar import seed_years
from attendance.commands.desk import Desk, echo
from attendance.errors import Fault, Refused
from attendance.intake.cells import shown
from attendance.language import _
from attendance.ledger import quarantine, scans
from attendance.ledger.quarantine import Held
from attendance.publish.tables import Column, Table
from attendance.rules.scans import Doubt, doubt

_OFFSET = re.compile(
    r"([+-]?)\s*(?:(\d{1,6})\s*[dh]?|(?:(\d{1,6})\s*[dh]\s*)?(\d{1,3}):(\d\d)(?::(\d\d))?)", re.IGNORECASE
)
SHOWN = 20
"""So many lines of a block are shown before they are moved."""


def offset_of(words: str) -> timedelta:
    """The offset that `+1533d 04:12:30` names: days (d, or h for hari), hours, minutes, seconds."""
    found = _OFFSET.fullmatch(words.strip())
    if found is None:
        raise click.UsageError(
            _("--by: {words} is no offset; write days and a clock, such as +1533d 04:12:30 or -02:00").format(
                words=words
            )
        )
    sign, alone, days, hours, minutes, seconds = found.groups()
    clock = timedelta(hours=int(hours or 0), minutes=int(minutes or 0), seconds=int(seconds or 0))
    whole = timedelta(days=int(alone or days or 0)) + clock
    return -whole if sign == "-" else whole


def moment_of(words: str) -> datetime:
    """The moment that `2019-03-08T07:20` names."""
    try:
        found = datetime.fromisoformat(words.strip())
    except ValueError:
        found = None
    if found is None or found.tzinfo is not None or len(words.strip()) <= len("2019-03-08"):
        raise click.UsageError(_("--to-time: {words} is no moment such as 2019-03-08T07:20").format(words=words))
    return found


@dataclass(frozen=True, slots=True)
class Block:
    """Which lines of a machine are moved: those whose own clock says from a day to a day, of some rows of a file."""

    device: str
    first: date
    last: date
    file: str | None
    rows: tuple[int, int] | None

    def holds(self, one: Held) -> bool:
        """Whether a line belongs to it."""
        if one.at is None or not self.first <= one.at.date() <= self.last:
            return False
        if self.file is not None and one.place.file != self.file:
            return False
        return self.rows is None or (one.place.row is not None and self.rows[0] <= one.place.row <= self.rows[1])


def block(device: str, first: date, last: date | None, name: str | None, rows: str | None) -> Block:
    """The block that an officer names."""
    found = re.fullmatch(r"(\d{1,9})\s*(?:-|\.\.)\s*(\d{1,9})", rows.strip()) if rows else None
    if rows and not found:
        raise click.UsageError(_("--rows: {rows} are no rows such as 120-184").format(rows=rows))
    between = (int(found[1]), int(found[2])) if found else None
    return Block(device.strip(), first, last or first, Path(name).name if name else None, between)


def shift(desk: Desk, block: Block, by: timedelta | datetime, *, dry_run: bool, reason: str) -> None:
    """Take a block out of quarantine and record it at its true time, as one entry.

    `by`: how much later, or when the first of its lines happened.
    """
    with desk.write(keep=not dry_run) as session:
        known = scans.devices(session)
        if block.device not in known:
            raise Refused(
                _("There is no machine {device}; the machines are {known}").format(
                    device=shown(block.device), known=", ".join(map(shown, known)) or _("none")
                )
            )
        chosen = [one for one in quarantine.held(session, block.device) if block.holds(one)]
        if not chosen:
            raise Refused(
                _("Nothing of {device} is in quarantine on these days: apel scan quarantined").format(
                    device=block.device
                )
            )
        times = [one.at for one in chosen if one.at is not None]
        offset = by if isinstance(by, timedelta) else by - min(times)
        why = doubt(times, offset, desk.now(), quarantine.around(session, chosen))
        if why is not None:
            raise Refused(_why(why).format(first=times[0], last=times[-1], offset=written(offset)))
        seed_years(desk, session, {(at + offset).year for at in times})
        words: dict[str, Any] = {"device": block.device, "offset": written(offset), "lines": len(chosen)}
        with desk.draft(session, quarantine.SHIFT, reason=reason, **words) as draft:
            there = list(quarantine.collisions(draft, known[block.device], chosen, offset))
            if there:
                raise Refused(
                    _(
                        "{count} of these lines would fall on scans that are there already: the offset is wrong, or"
                        " the machine wrote them twice"
                    ).format(count=len(there)),
                    tuple(Fault(one.place, _move(one, offset)) for one in there),
                )
            quarantine.shift(draft, known[block.device], chosen, offset)
    for one in chosen[:SHOWN]:
        echo(f"  {_move(one, offset)}")
    if len(chosen) > SHOWN:
        echo(_("  ... and {count} more").format(count=len(chosen) - SHOWN))
    done = _("{count} lines of {device} moved by {offset} (entry {entry}); taken back with apel undo {entry}.")
    rehearsed = _("{count} lines of {device} would be moved by {offset}.")
    echo(
        (rehearsed if dry_run else done).format(
            count=len(chosen), device=block.device, offset=written(offset), entry=draft.number
        )
    )


def _move(one: Held, offset: timedelta) -> str:
    assert one.at is not None
    return f"PIN {one.pin}: {one.at} -> {one.at + offset}"


def written(offset: timedelta) -> str:
    """An offset as it is typed."""
    sign, size = ("-", -offset) if offset < timedelta() else ("+", offset)
    hours, seconds = divmod(size.seconds, 3600)
    return f"{sign}{size.days}d {hours:02}:{seconds // 60:02}:{seconds % 60:02}"


def _why(why: Doubt) -> str:
    """Why a block cannot be moved, with places for its first and last time and the offset."""
    return {
        Doubt.FUTURE: _("Moved by {offset} these lines would lie in the future; check the offset."),
        Doubt.PAST: _("Moved by {offset} these lines would lie before there were such machines; check the offset."),
        Doubt.ORDER: _(
            "Moved by {offset} these lines would not lie between the lines around them in their file; check the offset."
        ),
        Doubt.RESET: _(
            "Within these lines, from {first} to {last}, the clock goes back: they are several blocks, each with an"
            " offset of its own. Move them one by one, with --file and --rows FIRST-LAST."
        ),
    }[why]


def _blocks(found: Sequence[Held]) -> list[list[Held]]:
    """Lines that follow each other in a file and are set apart for one reason."""
    made: list[list[Held]] = []
    for one in found:
        before = made[-1][-1] if made else None
        same = before and (before.device, before.place[:2], before.message) == (one.device, one.place[:2], one.message)
        if before and same and (one.place.row or 0) - (before.place.row or 0) in (0, 1):
            made[-1].append(one)
        else:
            made.append([one])
    return made


def _row(block: list[Held]) -> tuple[Any, ...]:
    """A line of the list: one line in quarantine, or a block from its first to its last."""
    first, last = block[0], block[-1]
    pins = list(dict.fromkeys(one.pin for one in block))
    times = list(dict.fromkeys(str(one.at or "") for one in (first, last)))
    return (
        first.device,
        ", ".join(filter(None, (first.place.file, first.place.sheet))),
        first.place.row if first is last else f"{first.place.row}-{last.place.row}",
        ", ".join(pins[:3]) + (", ..." if len(pins) > 3 else ""),
        " - ".join(filter(None, times)),
        first.message,
        " ".join(first.line.split()),
    )


def listed(found: Sequence[Held], whole: bool) -> tuple[Table, dict[str, Any]]:
    """What is in quarantine, as a list and as programs read it; unless `whole`, lines that belong together are one."""
    columns = (
        Column("device", _("Machine")),
        Column("file", _("File")),
        Column("row", _("Row"), "right", "int" if whole else "text"),
        Column("pin", "PIN", "right"),
        Column("at", _("Machine's time"), wide=True),
        Column("reason", _("Reason"), wide=True),
        Column("text", _("Line"), detail=True),
    )
    rows = tuple(map(_row, ([one] for one in found) if whole else _blocks(found)))
    lines = [
        {
            **{"device": one.device, "file": one.place.file, "sheet": one.place.sheet, "row": one.place.row},
            **{"pin": one.pin, "at": one.at.isoformat() if one.at else None, "reason": one.message},
            **{"text": one.line, "entry": one.entry},
        }
        for one in found
    ]
    told = (_("Move a block to its true time: apel scan shift --device NAME --from DATE --to DATE --by OFFSET"),)
    return Table(_("Lines in quarantine"), columns, rows, told if rows else ()), {"lines": lines}
