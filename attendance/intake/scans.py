"""Scans: the logs of fingerprint machines, every line taken, quarantined or refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, pairwise
from pathlib import Path

from attendance.errors import Fault, Place, Refused
from attendance.intake import (
    aglogs,
    attlogs,
    clocks,
    containers,
    files,
    push_bodies,
    scan_grids,
    scan_sheets,
    scan_strangers,
    scan_troubles,
    texts,
    workbooks,
)
from attendance.intake.cells import fold
from attendance.intake.cells import text as text_of
from attendance.intake.machine_lines import Doubtful, Line, Log, Trouble
from attendance.language import _
from attendance.rules.scans import Quarantined, Scan


@dataclass(frozen=True, slots=True)
class ScanReading:
    """read == len(rows) + len(quarantined) + len(refused), counted in lines that are not blank, without the header.

    Of a spreadsheet each time is a line: a row with Scan Masuk and Scan Pulang is two, a row without a time is none.
    """

    rows: Sequence[Scan]
    quarantined: tuple[Quarantined, ...]
    refused: tuple[Fault, ...]
    read: int
    warnings: tuple[Fault, ...] = ()


def read(
    path: Path,
    *,
    date_format: str | None = None,
    today: date,
    sheet: str | None = None,
    mapping: Mapping[str, str] = {},
) -> ScanReading:
    """Every line of a machine's log. Raises Refused for what is none, and for an administrators' log.

    `today`: later lines are quarantined. `date_format`: for logs in which day and month could be either.
    `sheet`, `mapping`: for spreadsheets, the only sheet to read, and what their headings mean.
    """
    content, sort = files.load(path)
    if sort is containers.Sort.TEXT and sheet is None:
        found = _text(path.name, texts.decode(content), date_format)
        if found is not None:
            return _sorted(path.name, *found, today)
    return _sorted(path.name, *_sheets(path, date_format, sheet, mapping), today)


def _text(file: str, written: str, date_format: str | None) -> tuple[list[Log], list[Fault]] | None:
    """The lines of a machine's own text, and warnings; None where it may be separated text with other headings."""
    lines = written.rstrip("\x1a\ufffd").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if aglogs.administrative(lines):
        raise _administrative(file)
    if aglogs.mine(lines):
        warnings = scan_troubles.several(file, aglogs.devices(lines))
        return [Log(None, aglogs.read(lines, file, date_format))], warnings
    if push_bodies.mine(lines[: attlogs.PROBED]):
        lines, others = push_bodies.attendance(lines)
        if not attlogs.mine(filter(None, lines)):
            raise _administrative(file)
        message = _("{count} lines about users and operations (OPLOG, USER, FP) are no attendance and were left out")
        warnings = [Fault(Place(file), message.format(count=others))] if others else []
        return [Log(None, attlogs.read(lines))], warnings
    if attlogs.mine(lines) and not scan_sheets.headed(lines):
        return [Log(None, attlogs.read(lines))], scan_troubles.several(file, attlogs.devices(lines))
    return None


def _sheets(
    path: Path, date_format: str | None, only: str | None, mapping: Mapping[str, str]
) -> tuple[list[Log], list[Fault]]:
    """The lines of the sheets that hold scans, and warnings: each sheet left out is named."""
    all_ = tuple(workbooks.sheets(path, only))
    grids = [sheet for sheet in all_ if scan_grids.mine(sheet)]
    logs = [Log(sheet.name, scan_grids.read(sheet, date_format), in_order=False) for sheet in grids]
    warnings: list[Fault] = []
    taken = {sheet.name for sheet in grids}
    if not grids:
        heads = [(sheet, scan_sheets.find(sheet, mapping)) for sheet in all_]
        pages = [(sheet, found) for sheet, found in heads if found is not None]
        if any(fold(h.whole).startswith(aglogs.ACTS) for _sheet, found in pages for h in found.all):
            raise _administrative(path.name)
        if pages:
            tables = scan_sheets.read(pages, date_format)
            logs, warnings = tables.logs, tables.warnings + scan_troubles.several(path.name, tables.machines)
            taken = {sheet.name for sheet, _found in pages}
        else:
            bare = [(sheet, ["\t".join(map(text_of, cells)) for _row, cells in sheet.rows]) for sheet in all_]
            logs = [Log(sheet.name, attlogs.read(lines)) for sheet, lines in bare if attlogs.mine(lines)]
            taken = {log.sheet for log in logs}
    if not logs:
        raise scan_strangers.answer(path.name, all_)
    left = (sheet for sheet in all_ if sheet.name not in taken and (sheet.hidden or not sheet.blank))
    return logs, [*warnings, *map(scan_troubles.left_out, left)]


def _administrative(file: str) -> Refused:
    return Refused(
        _(
            "{file} is the machine's log of what its administrators did, not attendance;"
            " export the attendance log (AGL, GLG or attlog)"
        ).format(file=file)
    )


def _sorted(file: str, logs: Sequence[Log], warnings: Sequence[Fault], today: date) -> ScanReading:
    """Lines told apart: scans, what goes into quarantine, and what is no line at all."""
    met = [(log, list(log.lines)) for log in logs]
    days = [[line[1].date() for line in lines if isinstance(line[1], datetime)] for _log, lines in met]
    wrong = clocks.wrong_days(chain.from_iterable(days), today)
    reasons = scan_troubles.reasons()
    rows: list[Scan] = []
    quarantined: list[Quarantined] = []
    refused: list[Fault] = []
    backward: list[Fault] = []
    for (log, lines), own in zip(met, days, strict=True):
        steady = not log.in_order or own == sorted(own)
        doubted = _doubted(lines, wrong, today, steady) if wrong or not steady else {}
        sheet = log.sheet
        backward += [] if steady else _backward(file, sheet, lines, doubted)
        rows += [
            Scan(pin, at, row, sheet)
            for place, (row, at, pin, _text) in enumerate(lines)
            if isinstance(at, datetime) and place not in doubted
        ]
        for place, (row, at, pin, text) in enumerate(lines):
            if isinstance(at, datetime):
                if place in doubted:
                    quarantined.append(Quarantined(Place(file, sheet, row), text, doubted[place], pin, at))
            elif isinstance(at, Doubtful):
                quarantined.append(Quarantined(Place(file, sheet, row), text, reasons[at.why], pin, at.at))
            elif at in (Trouble.CLOCK, Trouble.PIN):
                quarantined.append(Quarantined(Place(file, sheet, row), text, reasons[at]))
            else:
                refused.append(Fault(Place(file, sheet, row), scan_troubles.refusal(reasons[at], text)))
    spelled = scan_troubles.spellings(file, {scan.pin for scan in rows})
    read = sum(len(lines) for _log, lines in met)
    return ScanReading(rows, tuple(quarantined), tuple(refused), read, (*warnings, *backward, *spelled))


def _doubted(lines: Sequence[Line], wrong: Mapping[date, clocks.Wrong], today: date, steady: bool) -> dict[int, str]:
    """The lines whose time is not believed, by their place, with the reason: a day that cannot be, or one astray."""
    told = {day: scan_troubles.wrong(why, day, today) for day, why in wrong.items()}
    timed = [(place, line[2], line[1].date()) for place, line in enumerate(lines) if isinstance(line[1], datetime)]
    found = {place: told[day] for place, _pin, day in timed if day in told}
    good = [each for each in timed if each[2] not in told]
    if not steady and not _by_person([pin for _place, pin, _day in good]):
        for jump in clocks.jumps([day for _place, _pin, day in good]):
            astray = good[jump.start : jump.end]
            found |= {place: scan_troubles.astray(day, jump.before, jump.after) for place, _pin, day in astray}
    return found


def _backward(file: str, sheet: str | None, lines: Sequence[Line], doubted: Mapping[int, str]) -> list[Fault]:
    """A doubt where the days still go back among the lines that are believed."""
    good = [
        (row, at.date(), pin)
        for place, (row, at, pin, _text) in enumerate(lines)
        if isinstance(at, datetime) and place not in doubted
    ]
    back = clocks.backs([day for _row, day, _pin in good])
    if not back or len(back) > clocks.STEPS or _by_person([pin for _row, _day, pin in good]):
        return []
    first = back[0]
    return [scan_troubles.backward(file, sheet, good[first][0], good[first - 1][1], good[first][1], len(back))]


def _by_person(pins: Sequence[str]) -> bool:
    """The lines are sorted by PIN: those of each stand together, so their days say nothing about the clock."""
    people, changes = len(set(pins)), sum(1 for one, other in pairwise(pins) if one != other)
    return people > 1 and changes < people
