"""Genuine: whether a paper is the one that was posted, and what has changed since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from attendance.commands import clearing, notice_files
from attendance.commands.clearing import Fate
from attendance.commands.desk import Desk, echo, settings
from attendance.commands.showing import to_json
from attendance.errors import Refused
from attendance.language import _
from attendance.ledger import notices as ledger
from attendance.ledger import verifying
from attendance.ledger.engine import Session
from attendance.ledger.notices import Posted
from attendance.publish import seals
from attendance.publish.seals import Seal
from attendance.rules import frozen


@dataclass(slots=True)
class Answer:
    """What is found out of a paper: `faults` say that it is not what was posted, `changes` what is different since."""

    number: str
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)


def verify(desk: Desk, what: str | None, qr: str | None, form: str) -> None:
    """Tell of a paper whether it is the one posted; exit code 1 where it is not."""
    if (what is None) == (qr is None):
        raise click.UsageError(_("Name a notice or a file, or what the QR code says (--qr TEXT)."))
    path = Path(what) if what is not None else None
    if qr is not None:
        answer = _told(desk, _seal(qr, qr))
    elif path is not None and path.is_file():
        seal = _seal(_text(path), path.name)
        answer = _told(desk, seal)
        if not answer.faults:
            answer = _file(desk, path, seal, answer)
    elif path is not None and path.suffix.lower() in notice_files.ENDINGS:
        raise Refused(_("{path}: there is no such file.").format(path=path))
    else:
        with desk.read() as session:
            posted = clearing.find(session, what or "")
        answer = _told(desk, Seal(posted.number, posted.digest))
    _say(answer, form)


def _seal(text: str, name: str) -> Seal:
    seal = seals.read(text)
    if seal is None:
        raise Refused(
            _("{name}: this holds no code of a notice (apel:NUMBER:DIGEST); it was not printed by board post.").format(
                name=name
            )
        )
    return seal


def _text(path: Path) -> str:
    """What a file says of itself: the properties of a page or a workbook, or the whole text."""
    content = path.read_bytes()
    if path.suffix.lower() == ".xlsx":
        from zipfile import BadZipFile, ZipFile

        try:
            with ZipFile(path) as book:
                content = book.read("docProps/core.xml")
        except (BadZipFile, KeyError):
            return ""
    return unescape(content.decode("utf-8", "replace"))


def _told(desk: Desk, seal: Seal) -> Answer:
    """What the ledger knows of a seal, and what has changed since."""
    answer = Answer(seal.number)
    with desk.read() as session:
        posted = next((one for one in ledger.posted(session) if one.number == seal.number), None)
        if posted is None:
            answer.faults.append(_("No notice {number} was ever posted here.").format(number=seal.number))
            return answer
        if posted.digest != seal.digest:
            answer.faults.append(
                _("{number} was posted with another content: the digests differ.").format(number=posted.number)
            )
        if frozen.digest(posted.content) != posted.digest:
            answer.faults.append(_("The notice in the database is not as it was posted; see: apel journal verify"))
        broken = verifying.verify(session)
        if broken:
            answer.faults.append(
                _("The journal has {count} faults; see: apel journal verify").format(count=len(broken))
            )
        else:
            answer.notes.append(_("Journal: all as it was written."))
        answer.notes.append(
            _("Posted with entry {entry}, dated {dated}, {people} names.").format(
                entry=posted.entry, dated=posted.dated, people=len(ledger.standing(session, posted.number))
            )
        )
        if not answer.faults:
            answer.changes += _changes(desk, session, posted)
    return answer


def _changes(desk: Desk, session: Session, posted: Posted) -> Iterator[str]:
    down = ledger.retracted(session, posted)
    if down is not None:
        yield _("taken down on {day}: {reason}").format(day=down.day, reason=down.reason)
    if desk.day(settings(session).office.zone) > posted.remove_on:
        yield _("it was to come down on {day}").format(day=posted.remove_on)
    if posted.corrects:
        return
    for one in clearing.ralats(session, posted):
        yield _("corrected by {number} of {dated}").format(number=one.number, dated=one.dated)
    for fate in clearing.fates(desk, session, posted):
        if line := _fate(fate):
            yield line


def _fate(fate: Fate) -> str:
    """What became of somebody, in one line; empty where nothing did."""
    who = {"name": fate.before.name, "unit": fate.unit}
    if fate.open:
        return _("{name}, {unit}: a roll was opened again; he is on no print until it is closed").format(**who)
    if fate.after is None:
        words = _("{name}, {unit}: would no longer be on it") + (_(" (told by a ralat)") if fate.told else "")
        return words.format(**who)
    if fate.after != fate.before:
        return _("{name}, {unit}: {before} then, {after} now").format(
            before=f"{fate.before.absent}/{fate.before.required}",
            after=f"{fate.after.absent}/{fate.after.required}",
            **who,
        )
    return ""


def _file(desk: Desk, path: Path, seal: Seal, answer: Answer) -> Answer:
    """Print the paper once more as it was, and hold the file against it."""
    then = desk if seal.entry is None else replace(desk, as_of=str(seal.entry))
    with then.read() as session:
        posted = clearing.find(session, seal.number)
        paper = clearing.paper(session, posted) if seal.entry is None else clearing.reprint(then, session, posted)
    if seal.entry is not None:
        answer.notes.append(_("It is a later print, made after entry {entry}.").format(entry=seal.entry))
    its = Seal(posted.number, posted.digest, seal.entry)
    parts = dict(enumerate(notice_files.parted(paper, its), 1))
    part = parts.get(seal.part or 1)
    if part is None or not _same(path, *part):
        answer.faults.append(
            _(
                "{file} carries the code of {number}, but is not what the program prints of it: somebody changed the"
                " file, or it was printed by another version or under another emblem. Compare it with: apel board"
                " print {number}"
            ).format(file=path.name, number=posted.number)
        )
    else:
        answer.notes.append(_("{file} is, sign by sign, what was printed.").format(file=path.name))
    return answer


def _same(path: Path, paper: Any, seal: Seal | None) -> bool:
    ending = path.suffix.lower()
    if ending != ".xlsx":
        return ending in notice_files.ENDINGS and path.read_bytes() == notice_files.made(paper, ending, seal)
    from attendance.publish import notice_sheets

    with TemporaryDirectory(prefix="apel-") as folder:
        fresh = Path(folder) / "fresh.xlsx"
        notice_sheets.workbook(paper, fresh, seal=seal)
        return _cells(path) == _cells(fresh)


def _cells(path: Path) -> list[Any]:
    """What stands in a workbook, whatever program has saved it."""
    from attendance.intake import workbooks

    return [
        (sheet.name, [(row, list(map(str, cells))) for row, cells in sheet.rows]) for sheet in workbooks.sheets(path)
    ]


def _say(answer: Answer, form: str) -> None:
    if form == "json":
        told = {"number": answer.number, "genuine": not answer.faults}
        click.echo(to_json(told | {"faults": answer.faults, "notes": answer.notes, "changes": answer.changes}))
    else:
        if not answer.faults:
            echo(_("Genuine: this is notice {number} as it was posted.").format(number=answer.number))
        for line in (*answer.faults, *answer.notes):
            echo(f"  {line}" if not answer.faults else line)
        if answer.changes:
            echo(_("Changed since:"))
        for line in answer.changes:
            echo(f"  - {line}")
        if not answer.changes and not answer.faults:
            echo(_("Nothing on it has changed since."))
    if answer.faults:
        click.get_current_context().exit(1)
