"""Importing: one file, one transaction, one entry; every row accounted for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from attendance.commands.desk import Desk, echo, located
from attendance.commands.showing import to_json
from attendance.errors import Fault, Place, Refused
from attendance.language import _

if TYPE_CHECKING:
    from attendance.ledger.engine import Session

SHOWN = 200
"""More faults than this are counted, not listed, on a screen."""


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
    """Take each file by itself; one that is refused as a whole does not keep the others out."""
    outcomes = []
    for path in files:
        try:
            outcomes.append(take(path))
        except Refused as refused:
            outcome = Outcome(path.name, message=refused.message, refused=list(refused.faults))
            outcome.read = max(1, len(outcome.refused))  # a file that is refused as a whole counts as one
            outcomes.append(outcome)
    return outcomes


def tell(desk: Desk, outcomes: Sequence[Outcome], form: str, scans: bool = False) -> None:
    """Tell what became of the files; exit code 1 when something was refused."""
    if form == "json":
        click.echo(to_json(document(outcomes, scans)))
    else:
        for outcome in outcomes:
            _words(desk, outcome, len(outcomes) == 1)
    if any(outcome.failed for outcome in outcomes):
        click.get_current_context().exit(1)


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
    if outcome.message:
        words = _("Refused: {message}") if alone else _("{file}: refused. {message}")
        echo(words.format(file=outcome.file, message=outcome.message), err=True)
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
        entry = _(" (entry {entry})").format(entry=outcome.entry) if outcome.entry else ""
        echo(
            _("{file}: read {read}, {said}{entry}").format(file=outcome.file, read=outcome.read, said=said, entry=entry)
        )
    for line in outcome.lines:
        desk.say(f"  {line}")
    faults = [fault for fault in outcome.refused if fault.message not in outcome.message]
    for fault in faults[:SHOWN]:
        echo(f"  - {located(fault)}", err=True)
    if len(faults) > SHOWN:
        echo(_("  ... and {count} more").format(count=len(faults) - SHOWN), err=True)
    if outcome.held_back:
        echo(
            _(
                "Nothing of {file} was taken. Mend these rows and import again, or take the good ones with --skip-bad."
            ).format(file=outcome.file),
            err=True,
        )
    for one in outcome.quarantined:
        desk.say(_("  ? row {row}: {message}").format(row=one["row"], message=one["message"]))
