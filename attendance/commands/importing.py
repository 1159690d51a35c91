"""Importing: one file, one transaction, one entry; every row accounted for."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from attendance.commands.desk import Desk, echo, located
from attendance.commands.showing import to_json
from attendance.errors import Fault, Place, Refused
from attendance.language import _

if TYPE_CHECKING:
    from attendance.commands.gathering import Gathered
    from attendance.ledger.engine import Session

SHOWN = 200
"""More faults than this are counted, not listed, on a screen."""

FEW, SHORT = 5, 90
"""Of more files than this only those are told one by one of which there is something to say; so long is a reason."""

REMARKS = "attendance.remarks"
"""Under this name the command keeps where copies with remarks are to be written."""


@dataclass(slots=True)
class Outcome:
    """What became of each row: read = taken + unchanged + repeated + parked + quarantined + refused."""

    file: str
    read: int = 0
    taken: int = 0
    unchanged: int = 0
    parked: int = 0
    repeated: int = 0
    quarantined: list[dict[str, Any]] = field(default_factory=list)
    refused: list[Fault] = field(default_factory=list)
    held_back: list[Fault] = field(default_factory=list)
    entry: int | None = None
    lines: list[str] = field(default_factory=list)
    message: str = ""
    path: Path | None = None
    rehearsed: bool = False

    @property
    def eventful(self) -> bool:
        """Whether there is more to say of the file than that it was taken in."""
        return bool(self.message or self.refused or self.lines or self.quarantined or self.held_back)

    @property
    def reason(self) -> str:
        """Why the file was refused as a whole, without its name before it."""
        return self.message.removeprefix(f"{self.file}: ")

    @property
    def result(self) -> str:
        """The entry, or why there is none, in a few words."""
        if self.message:
            return self.reason if len(self.reason) <= SHORT else self.reason[: SHORT - 1] + "…"
        if self.failed or self.held_back:
            return _("nothing was taken")
        if self.entry and self.rehearsed:
            return _("can be taken in")
        return _("entry {entry}").format(entry=self.entry) if self.entry else _("nothing new")

    @property
    def failed(self) -> bool:
        """Whether the file was refused; with --skip-bad it is done when its good rows are in."""
        kept = self.taken or self.unchanged or self.parked or self.repeated or self.quarantined
        return bool(self.message) or bool(self.refused and not kept)


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    made = sha256()
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            made.update(chunk)
    return made.hexdigest()


def hold_back(outcome: Outcome, places: Iterable[Place], session: Session | None = None) -> None:
    """Count rows that are good in themselves, and not taken because others of the file are not; nothing is kept."""
    if session is not None:
        session.rollback()
    message = _("held back, because other rows of the file are refused (--skip-bad takes the good rows)")
    outcome.held_back += [Fault(place, message) for place in places]


def run(files: Sequence[Path], take: Callable[[Path], Outcome]) -> list[Outcome]:
    """Take each file by itself; one that is refused as a whole does not keep the others out.

    A pattern means the files that it fits, a folder the lists in it. Many files show how far they are.
    """
    from attendance.commands.gathering import gather

    gathered = gather(files)
    outcomes = [Outcome(name, read=1, message=message) for name, message in gathered.missing]
    with _progress(gathered) as paths:
        for path in paths:
            outcomes.append(_taken(path, take))
    return outcomes


def _taken(path: Path, take: Callable[[Path], Outcome]) -> Outcome:
    try:
        outcome = take(path)
    except Refused as refused:
        outcome = Outcome(path.name, message=refused.message, refused=list(refused.faults))
        outcome.read = max(1, len(outcome.refused))  # a file that is refused as a whole counts as one
    outcome.path = path
    return outcome


@contextmanager
def _progress(gathered: Gathered) -> Iterator[Iterable[Path]]:
    """The files, with a bar on a terminal where they are many; what was passed over is said first."""
    context = click.get_current_context()
    desk: Desk = context.obj
    for path in gathered.passed:
        desk.say(_("passed over: {path} (no list)").format(path=path))
    shown = len(gathered.files) > 1 and not desk.quiet and context.params.get("form") != "json"
    if not (shown and sys.stderr.isatty()):
        yield gathered.files
        return
    with click.progressbar(gathered.files, label=_("Files"), file=sys.stderr, show_pos=True) as bar:
        desk.bar = bar
        try:
            yield bar
        finally:
            desk.bar = None


def tell(desk: Desk, outcomes: Sequence[Outcome], form: str, scans: bool = False) -> None:
    """Tell what became of the files; exit code 1 when something was refused."""
    for outcome in outcomes:
        outcome.rehearsed = bool(click.get_current_context().params.get("dry_run"))
    if form == "json":
        click.echo(to_json(document(outcomes, scans)))
    else:
        for outcome in outcomes:
            if len(outcomes) <= FEW or outcome.eventful:
                _words(desk, outcome, len(outcomes) == 1)
        if len(outcomes) > 1:
            _table(outcomes)
    _hand_back(desk, outcomes)
    if any(outcome.failed for outcome in outcomes):
        click.get_current_context().exit(1)


def _hand_back(desk: Desk, outcomes: Sequence[Outcome]) -> None:
    """Write copies with remarks of what was refused, where that is asked for; say how, where it is not."""
    refused = [one for one in outcomes if one.path is not None and (one.refused or one.message)]
    where = click.get_current_context().meta.get(REMARKS)
    if where is not None and refused:
        from attendance.commands import remarking

        remarking.write(desk, refused, where)
    elif refused and desk.asks:
        desk.say(_("A copy of the file with remarks beside the rows: --remarks FOLDER"))


def _table(outcomes: Sequence[Outcome]) -> None:
    """One row a file: what became of it, at a glance."""
    from attendance.publish.tables import Column, Table
    from attendance.publish.terminal import render

    counted = [
        (_("Read"), [one.read for one in outcomes]),
        (_("Taken"), [one.taken for one in outcomes]),
        (_("Unchanged"), [one.unchanged for one in outcomes]),
        (_("Repeated"), [one.repeated for one in outcomes]),
        (_("Parked"), [one.parked for one in outcomes]),
        (_("Quarantined"), [len(one.quarantined) for one in outcomes]),
        (_("Refused"), [len(one.refused) or int(bool(one.message)) for one in outcomes]),
        (_("Held back"), [len(one.held_back) for one in outcomes]),
    ]
    kept = [one for place, one in enumerate(counted) if place < 2 or any(one[1])]
    figures = tuple(Column(name, name, "right", "int") for name, _figures in kept)
    columns = (Column("file", _("File"), wide=True), *figures, Column("result", _("Result"), wide=True))
    rows = tuple(
        (one.file, *(figures[place] for _name, figures in kept), one.result) for place, one in enumerate(outcomes)
    )
    totals = (_("Total"), *(sum(figures) for _name, figures in kept), "")
    click.echo(render(Table("", columns, rows, (), totals), shutil.get_terminal_size((80, 24)).columns), nl=False)


def document(outcomes: Sequence[Outcome], scans: bool) -> dict[str, Any]:
    """The result of an import as other programs rely on it."""
    from attendance.publish.answers import refused

    told: dict[str, Any] = {
        name: sum(getattr(outcome, name) for outcome in outcomes) for name in ("read", "taken", "unchanged", "parked")
    }
    if scans:
        told["repeated"] = sum(outcome.repeated for outcome in outcomes)
        told["quarantined"] = [line for outcome in outcomes for line in outcome.quarantined]
    told["refused"] = refused(fault for outcome in outcomes for fault in (*outcome.refused, *outcome.held_back))
    told["refused"] += [
        {"file": outcome.file, "sheet": None, "row": None, "message": outcome.message}
        for outcome in outcomes
        if outcome.message and not outcome.refused
    ]
    return told


def _words(desk: Desk, outcome: Outcome, alone: bool) -> None:
    asked = [fault for fault in outcome.refused if fault.message in outcome.message]
    if outcome.message:
        words = _("Refused: {message}") if alone else _("{file}: refused. {message}")
        message = outcome.message if alone else outcome.reason
        if len(asked) > 1:
            message = _("{count} questions; answer all of them in one command:").format(count=len(asked))
            message = f"{outcome.file}: {message}" if alone else message
        echo(words.format(file=outcome.file, message=message), err=True)
    counts = [
        (outcome.taken, _("taken {count}")),
        (outcome.unchanged, _("unchanged {count}")),
        (outcome.repeated, _("repeated {count}")),
        (outcome.parked, _("parked {count}")),
        (len(outcome.quarantined), _("quarantined {count}")),
        (len(outcome.refused), _("refused {count}")),
        (len(outcome.held_back), _("held back {count}")),
    ]
    if not outcome.message:
        said = ", ".join(words.format(count=count) for count, words in counts if count or words == counts[0][1])
        kept = outcome.entry and not outcome.rehearsed
        entry = _(" (entry {entry})").format(entry=outcome.entry) if kept else ""
        echo(
            _("{file}: read {read}, {said}{entry}").format(file=outcome.file, read=outcome.read, said=said, entry=entry)
        )
    for line in outcome.lines:
        desk.say(f"  {line}")
    faults = outcome.refused if len(asked) > 1 else [fault for fault in outcome.refused if fault not in asked]
    told = list(dict.fromkeys(map(located, faults)))  # a row with two times may be wrong twice in the same way
    for line in told[:SHOWN]:
        echo(f"  - {line}", err=True)
    if len(told) > SHOWN:
        echo(_("  ... and {count} more").format(count=len(told) - SHOWN), err=True)
    if outcome.held_back:
        echo(
            _(
                "Nothing of {file} was taken. Mend these rows and import again, or take the good ones with --skip-bad."
            ).format(file=outcome.file),
            err=True,
        )
    blocks = [list(block) for _message, block in groupby(outcome.quarantined, key=itemgetter("message"))]
    for block in blocks[:SHOWN]:
        desk.say(_apart(block))
    if len(blocks) > SHOWN:
        left = sum(map(len, blocks[SHOWN:]))
        desk.say(_("  ... and {count} more").format(count=left))


def _apart(block: Sequence[dict[str, Any]]) -> str:
    """Lines set apart for the same reason, one after the other, in one sentence."""
    first, last = block[0]["row"], block[-1]["row"]
    if first == last:
        return _("  ? row {row}: {message}").format(row=first, message=block[0]["message"])
    return _("  ? rows {first} to {last}, {count} lines: {message}").format(
        first=first, last=last, count=len(block), message=block[0]["message"]
    )
