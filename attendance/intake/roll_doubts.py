"""What else a form shows: rows that were lost, colours and comments, hidden rows, people who stand on it twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attendance.errors import Fault, Place
from attendance.intake import roster_words
from attendance.intake.cells import Cell, row_of, shown, text
from attendance.intake.entries import Entry, Question
from attendance.intake.looks import Spot
from attendance.intake.roll_bodies import Body
from attendance.intake.tables import Record
from attendance.intake.words import Said, Word
from attendance.language import _
from attendance.rules import names
from attendance.rules.codes import AMBIGUOUS, Code
from attendance.rules.kinds import Kind

NAMED = 5
"""More cells than this are not named."""
_THERE = (Code.H, Code.T, Code.TK)


def lost(body: Body, columns: Sequence[int], question: Question) -> Iterator[tuple[Place, str]]:
    """Rows with codes that are about nobody: each with what to do."""
    heads = body.table.heads
    for number, cells in body.others:
        marks = [cells[c] for c in columns if c < len(cells) and _coded(cells[c], question)]
        if not marks:
            continue
        name, nip, order = (text(heads.get(cells, field)) for field in ("name", "nip", "number"))
        place = body.table.sheet.place(number)
        if name and (order.strip(".)").isdigit() or question.people.nips.get(names.bare(name))):
            message = _("this row stands below the end of the list; move what stands between it and the people above")
            yield place, message
        elif not (name or nip or order) and number <= body.last + 1:
            message = _("{marks} stand in a row that names nobody; write the name and NIP into it, or delete it")
            yield place, message.format(marks=", ".join(map(shown, marks[:NAMED])))


def _coded(cell: Cell, question: Question) -> bool:
    """A code in letters."""
    return isinstance(cell, str) and not cell.strip().isdigit() and question.word(cell).said in (Said.MARK, Said.OPEN)


def mixed(entries: list[Entry]) -> list[Entry]:
    """L and - beside presence or absence on the same day have no certain meaning: there they are open."""
    vague = [e for e in entries if e.word.said is Said.NOT_HELD and e.word.cell in AMBIGUOUS]
    days = {entry.day for entry in vague}
    held = {(e.kind, e.day) for e in entries if e.day in days and _there(e.word) and not e.faults}
    if not held:
        return entries
    return [
        e._replace(word=e.word._replace(said=Said.OPEN))
        if e.word.said is Said.NOT_HELD and e.word.cell in AMBIGUOUS and (e.kind, e.day) in held
        else e
        for e in entries
    ]


def _there(word: Word) -> bool:
    """Says that there was a session: presence, absence, or a word that is asked for."""
    return word.code in _THERE or word.said is Said.OPEN


def coloured(body: Body, entries: Sequence[Entry], question: Question) -> list[Fault]:
    """Blank cells with a colour of their own or a comment, where blank is to mean presence or absence."""
    if question.policy not in ("hadir", "tk"):
        return []
    return list(_meant(body, entries))


def hinted(body: Body, entries: Sequence[Entry], question: Question) -> list[Fault]:
    """The same where blank cells record nothing."""
    return list(_meant(body, entries)) if question.policy == "lewati" else []


def _meant(body: Body, entries: Sequence[Entry]) -> Iterator[Fault]:
    source = body.table.sheet.source
    if source is None:
        return
    blank = {
        (e.place.row or 0, e.column) for e in entries if e.word.said is Said.BLANK and e.column >= 0 and not e.faults
    }
    if not blank:
        return
    told = (
        (
            _own(body, blank, source.colours()),
            _("blank cells have a colour of their own: {cells}; colours are not read, write the code into them"),
        ),
        (
            sorted(spot for spot in source.drawn() if spot in blank or (spot[0], spot[1] - 1) in blank),
            _("pictures or text boxes lie on blank cells: {cells}; they are not read, write the code into the cells"),
        ),
        (
            sorted(blank & source.errors()),
            _("blank cells are formulas with an error: {cells}; write the code into them"),
        ),
        (
            sorted(blank & source.comments().keys()),
            _("blank cells have a comment: {cells}; comments are not read, write the code into them"),
        ),
    )
    for cells, message in told:
        if cells:
            named = ", ".join(map(name, cells[:NAMED])) + (", …" if len(cells) > NAMED else "")
            count = f"{len(cells)} ({named})"
            yield Fault(body.table.sheet.place(cells[0][0]), message.format(cells=count))


def struck(body: Body, entries: list[Entry]) -> list[Entry]:
    """The entries; those whose code, or whose person, is crossed out in the file are faults."""
    source = body.table.sheet.source
    spots = source.struck() if source else frozenset[Spot]()
    if not spots:
        return entries
    person = [c for field, c in body.table.heads.columns.items() if field in ("nip", "name")]
    gone = {r.place.row or 0 for r in body.records if any((r.place.row or 0, column) in spots for column in person)}
    rows = {entry.place.row or 0: entry for entry in reversed(entries)}
    crossed = _("this row is crossed out; delete it, or take the line away")
    code = _("the code {code} is crossed out; correct it, or take the line away")
    return [
        *(rows[row]._replace(faults=(crossed,)) for row in sorted(gone & rows.keys())),
        *(
            e._replace(faults=(code.format(code=shown(e.word.cell)),))
            if (e.place.row or 0, e.column) in spots and e.word.said is not Said.BLANK
            else e
            for e in entries
            if (e.place.row or 0) not in gone
        ),
    ]


def gone(body: Body, entries: list[Entry], question: Question) -> list[Entry]:
    """The entries; a row that says its person is gone is a fault, where its blank cells would be judged."""
    if question.policy not in ("hadir", "tk"):
        return entries
    said = {r.place.row: words for r in body.records if (words := _gone(r))}
    if not said:
        return entries
    blank = {e.place.row: e for e in reversed(entries) if e.word.said is Said.BLANK and e.place.row in said}
    message = _("the row says {words}, and its days are blank; delete it, or write the code on each day of service")
    faults = (e._replace(faults=(message.format(words=shown(said[row])),)) for row, e in reversed(blank.items()))
    return [*faults, *(e for e in entries if e.place.row not in blank)]


def _gone(record: Record) -> str:
    """What a row says of somebody who is gone: in brackets or behind a stroke after his name, or under Ket."""
    name, _stroke, behind = record.text("name").partition(" - ")
    return roster_words.gone(name, record.text("note")) or roster_words.gone("", behind)


def _own(body: Body, blank: set[Spot], colours: dict[Spot, bytes]) -> list[Spot]:
    """The blank cells whose colour is neither that of most of their column nor of most of their row."""
    if not colours:
        return []
    rows = {record.place.row or 0 for record in body.records}
    columns = {column for _row, column in blank}
    down: dict[tuple[int, bytes], int] = {}
    across: dict[tuple[int, bytes], int] = {}
    for (row, column), colour in colours.items():
        if row in rows:
            down[column, colour] = down.get((column, colour), 0) + 1
            if column in columns:
                across[row, colour] = across.get((row, colour), 0) + 1
    return sorted(
        (row, column)
        for row, column in blank & colours.keys()
        if down[column, colours[row, column]] * 2 <= len(rows)
        and (len(columns) < 3 or across[row, colours[row, column]] * 2 <= len(columns))
    )


def hidden(body: Body, columns: Sequence[int]) -> Iterator[Fault]:
    """Hidden rows with people and hidden columns with marks: they were read."""
    source = body.table.sheet.source
    rows, hidden_columns = source.hidden() if source else (frozenset[int](), frozenset[int]())
    people = [record.place.row for record in body.records if record.place.row in rows]
    if people:
        message = _("{count} rows are hidden in the file, and were read all the same")
        yield Fault(body.table.sheet.place(people[0]), message.format(count=len(people)))
    if unseen := sorted(hidden_columns & set(columns)):
        message = _("{count} columns of marks are hidden in the file, and were read all the same: {columns}")
        letters = ", ".join(letter(column) for column in unseen[:NAMED])
        yield Fault(body.table.sheet.place(body.table.heads.last), message.format(count=len(unseen), columns=letters))


def name(spot: Spot) -> str:
    """A cell as a spreadsheet names it."""
    return f"{letter(spot[1])}{spot[0]}"


def letter(column: int) -> str:
    """A column as a spreadsheet names it."""
    return (letter(column // 26 - 1) if column > 25 else "") + chr(65 + column % 26)


def twice(entries: Iterable[Entry]) -> Iterator[Fault]:
    """People who stand on the roll of one session a second time, told by the first cell of each row."""
    seen: dict[tuple[str, Kind | None, date], Entry] = {}
    row: Place | None = None
    for entry in entries:
        if entry.place is row or entry.faults:
            continue
        row = entry.place
        first = seen.setdefault((entry.nip, entry.kind, entry.day), entry)
        if first is not entry and first.word == entry.word:
            message = _("the same person stands here again as in {other}, for the same day; it is taken once")
            yield Fault(row, message.format(other=row_of(first.place, row)))
