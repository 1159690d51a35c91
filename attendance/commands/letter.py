"""apel letter: letters for Word: the report of a unit's attendance, and the covering letter."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from attendance.commands import options
from attendance.commands.desk import Desk, settings
from attendance.commands.showing import must_end, written
from attendance.commands.words import Group, option
from attendance.language import N_
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period

if TYPE_CHECKING:
    from attendance.ledger.engine import Session
    from attendance.publish.letter_words import Paper

of_unit = option("--unit", required=True, metavar=N_("UNIT"), help=N_("The unit that sends it; its head signs."))
number = option("--number", default="", metavar=N_("TEXT"), help=N_("The number of the letter."))
dated = option("--dated", type=options.DATE, metavar=N_("DATE"), help=N_("The date of the letter (default: today)."))
to = option("--to", "to", multiple=True, metavar=N_("TEXT"), help=N_("To whom; may be given again, a line each."))
template = option("--template", type=options.FILE, metavar=N_("FILE"), help=N_("Your own template (.docx)."))
output = option(
    "-o", "--output", type=options.FILE, required=True, metavar=N_("FILE"), help=N_("The document (.docx).")
)


@click.group("letter", cls=Group, help=N_("Letters for Word: the report of a unit's attendance, the covering letter."))
def command() -> None:
    """The letters."""


@command.command("report", help=N_("The attendance of a unit, with the figures of each person, as a letter to BKPSDM."))
@options.period
@options.kind
@of_unit
@to
@number
@dated
@template
@output
@click.pass_obj
def report(
    desk: Desk,
    period: Period,
    kind: Kind,
    unit: str,
    to: tuple[str, ...],
    number: str,
    dated: date | None,
    template: Path | None,
    output: Path,
) -> None:
    """Write a report."""
    from attendance.commands import reporting
    from attendance.publish import letters

    must_end(output, ".docx")
    with desk.read() as session:
        looks = settings(session).letters
        words = reporting.report(desk, session, kind, period, unit, to or looks.report_to, number, dated)
        emblem = settings(session).office.emblem
        content = letters.document("laporan-kehadiran", [words], emblem, str(template or looks.report_template))
    _put(desk, output, content)


@command.command("cover", help=N_("A covering letter for a set of documents (surat pengantar)."))
@of_unit
@to
@option(
    "--item",
    "items",
    multiple=True,
    required=True,
    metavar=N_('"DOCUMENT; COUNT; REMARK"'),
    help=N_("A document that goes along; may be given again."),
)
@number
@dated
@template
@output
@click.pass_obj
def cover(
    desk: Desk,
    unit: str,
    to: tuple[str, ...],
    items: tuple[str, ...],
    number: str,
    dated: date | None,
    template: Path | None,
    output: Path,
) -> None:
    """Write a covering letter."""
    from attendance.commands import reporting
    from attendance.publish import letter_words, letters

    must_end(output, ".docx")
    rows = [_item(item) for item in items]
    with desk.read() as session:
        looks = settings(session).letters
        paper = _paper(desk, session, unit, to or looks.report_to, number, dated)
        content = letters.document(
            "surat-pengantar",
            [letter_words.cover(paper, rows)],
            paper.office.emblem,
            str(template or looks.cover_template),
        )
    reporting.lacks(desk, paper)
    _put(desk, output, content)


def _item(text: str) -> tuple[str, str, str]:
    """A document, how many there are of it, and a remark."""
    what, count, note = (part.strip() for part in (*text.split(";", 2), "", "")[:3])
    return what, count or "1 berkas", note


def _paper(desk: Desk, session: Session, unit: str, to: tuple[str, ...], number: str, dated: date | None) -> Paper:
    from attendance.commands import reporting
    from attendance.commands.unit import find
    from attendance.ledger import units

    tree = units.tree(session)
    return reporting.paper(desk, session, tree, find(tree, unit), to, number, dated, "Surat Pengantar")


def _put(desk: Desk, output: Path, content: bytes) -> None:
    from attendance.publish import atomic

    written(desk, output, lambda path: atomic.write(path, content))
