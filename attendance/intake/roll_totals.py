"""Sums that a form prints, held against what was read from it: each difference is named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from attendance.errors import Fault
from attendance.intake import titles, words
from attendance.intake.cells import Cell, fold, shown, text
from attendance.intake.entries import Entry
from attendance.intake.roll_bodies import Body
from attendance.intake.titles import Blank
from attendance.intake.words import Said
from attendance.language import _
from attendance.rules.codes import Code, Standing
from attendance.rules.kinds import Kind

NAMED = 10
"""More differences than this are counted, not named."""
_SUM = re.compile(r"\b(?:JUMLAH|JML|TOTAL|SUB|APEL|PAGI|SORE|ASN|PEGAWAI|ORANG|HARI|YANG)\b|[()./:]|\b\d+\b")
_AWAY = tuple(code for code in Code if code.standing in (Standing.EXCUSED, Standing.ABSENT))
_NOT_THERE = ("TIDAK HADIR", "TIDAK MASUK", "TIDAK", "ABSEN")
_STATUSES = {"ASNPNS": "PNS", "PNS": "PNS", "CPNS": "CPNS", "PPPK": "PPPK", "PPPKPW": "PPPKPW"}
_PEOPLE = ("JUMLAHASN", "JUMLAHPEGAWAI", "JUMLAHORANG", "JUMLAHSELURUHNYA")
_PART_TIME = ("PPPKPARUHWAKTU", "PPPKPW")

Alternatives = tuple[tuple[Code, ...], ...]


def differences(body: Body, entries: Sequence[Entry], columns: Sequence[int], policy: Blank | None) -> Iterator[Fault]:
    """The sums beside and below the people that are others than what was read."""
    if len(columns) > 1 and _days(entries) > 1:
        found = [*_beside(body, entries, columns, policy), *_below(body, entries, columns, policy)]
    else:
        found = list(_recap(body, entries, policy))
    yield from found[:NAMED]
    if len(found) > NAMED:
        message = _("{count} more sums of the form differ from what was read")
        yield Fault(found[NAMED].place, message.format(count=len(found) - NAMED))


def _days(entries: Iterable[Entry]) -> int:
    """How many days the first row of the roll is about."""
    sound = (entry for entry in entries if not entry.faults)
    first = next(sound, None)
    return (
        0 if first is None else len({first.day, *(e.day for e in takewhile(lambda e: e.place is first.place, sound))})
    )


def _read(entries: Iterable[Entry], policy: Blank | None) -> Iterator[tuple[Entry, Code | None]]:
    """The sound entries with their codes."""
    blank = {"hadir": Code.H, "tk": Code.TK}.get(policy or "")
    return ((e, blank if e.word.said is Said.BLANK else e.word.code) for e in entries if not e.faults)


def _meant(label: str) -> Alternatives:
    """The codes that a sum counts, in each way in which offices count them; nothing where that is not known."""
    plain = " ".join(_SUM.sub(" ", label.upper()).split())
    if plain in _NOT_THERE:
        return ((Code.TK,), _AWAY)
    code = words.read(plain, {}).code if plain and plain not in (".", "•") else None
    if code is Code.H:
        return ((Code.H,), (Code.H, Code.T))
    return ((code,),) if code else ()


def _printed(cell: Cell) -> int | None:
    """The whole number in a cell."""
    plain = text(cell)
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 7 and not isinstance(cell, bool) else None


def _sums(read: Sequence[Code | None], meant: Alternatives) -> list[int]:
    return [sum(map(read.count, codes)) for codes in meant]


def _beside(body: Body, entries: Iterable[Entry], columns: Sequence[int], policy: Blank | None) -> Iterator[Fault]:
    """The sums of each person, right of the days."""
    taken = {*columns, *body.table.heads.columns.values()}
    labels = [(h.column, h.levels[-1], _meant(h.levels[-1])) for h in body.table.heads.all if h.column not in taken]
    labels = [one for one in labels if one[2]]
    if not labels:
        return
    rows: dict[int, list[Code | None]] = {}
    for entry, code in _read(entries, policy):
        rows.setdefault(entry.place.row or 0, []).append(code)
    for record in body.records:
        counted = rows.get(record.place.row or 0)
        for column, label, meant in labels if counted else ():
            printed = _printed(record.cells[column]) if column < len(record.cells) else None
            if counted and printed is not None and printed not in (sums := _sums(counted, meant)):
                message = _("{name}: {label} is printed as {printed}, and {count} were read")
                says = message.format(name=shown(record.text("name")), label=label, printed=printed, count=sums[0])
                yield Fault(record.place, says)


def _below(body: Body, entries: Iterable[Entry], columns: Sequence[int], policy: Blank | None) -> Iterator[Fault]:
    """The sums of each day, below the people."""
    down: dict[int, list[Code | None]] = {}
    rows = [(number, cells) for number, cells in body.others if number > body.last]
    rows = [(n, c) for n, c in rows if len([at for at in columns if at < len(c) and _printed(c[at]) is not None]) > 1]
    if not rows:
        return
    for entry, code in _read(entries, policy):
        down.setdefault(entry.column, []).append(code)
    headings = {h.column: h.whole for h in body.table.heads.all}
    for number, cells in rows:
        label = next((text(cell) for cell in cells if any(map(str.isalpha, text(cell)))), "")
        for column in columns if (meant := _meant(label)) else ():
            printed = _printed(cells[column]) if column < len(cells) else None
            if printed is not None and column in down and printed not in (sums := _sums(down[column], meant)):
                message = _("{label} of {heading} is printed as {printed}, and {count} were read")
                said = {"label": shown(label), "heading": headings.get(column, ""), "printed": printed}
                yield Fault(body.table.sheet.place(number), message.format(**said, count=sums[0]))


def _recap(body: Body, entries: Iterable[Entry], policy: Blank | None) -> Iterator[Fault]:
    """The recap of one day, below the people: a label, and right of it a number of people."""
    below = [(number, _labelled(cells)) for number, cells in body.others if number > body.last]
    read = list(_read(entries, policy)) if any(found for _number, found in below) else []
    if len({entry.day for entry, _code in read}) > 1:
        return
    for number, (label, printed) in ((number, found) for number, found in below if found):
        counts = _people(body, label) or _coded(read, label, titles.kind_in(label))
        if counts and printed not in counts:
            message = _("{label} is printed as {printed}, and {count} were read")
            says = message.format(label=shown(label), printed=printed, count=counts[0])
            yield Fault(body.table.sheet.place(number), says)


def _labelled(cells: Sequence[Cell]) -> tuple[str, int] | None:
    """A label and the one number right of it; a number left of it only numbers the line."""
    worded = [column for column, cell in enumerate(cells) if any(map(str.isalpha, text(cell)))]
    if len(worded) == 1 and (beside := [n for cell in cells[worded[0] + 1 :] if (n := _printed(cell)) is not None]):
        return (text(cells[worded[0]]), beside[0]) if len(beside) == 1 else None
    return None


def _people(body: Body, label: str) -> list[int]:
    """How many people there are, of the status that the label names."""
    plain = fold(label)
    if plain in _PEOPLE:
        return [len(body.records)]
    status = next((h.column for h in body.table.heads.all if fold(h.whole).startswith("STATUS")), None)
    wanted = _STATUSES.get(plain.removeprefix("JUMLAH"))
    if wanted is None or status is None:
        return []
    words = (fold(r.words[status]) if status < len(r.words) else "" for r in body.records)
    held = Counter("PPPKPW" if word in _PART_TIME else word for word in words)
    return [held[wanted], len(body.records)] if plain.endswith("ASNPNS") else [held[wanted]]


def _coded(read: Sequence[tuple[Entry, Code | None]], label: str, kind: Kind | None) -> list[int]:
    """How many people have the codes that the label names, at the kind that it names."""
    asked = [(entry, code) for entry, code in read if kind is None or entry.kind is kind]
    return [len({entry.nip for entry, code in asked if code in codes}) for codes in _meant(label)]
