"""apel case letter: a letter of a discipline case for Word, RAHASIA; it is printed, and nothing is recorded."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import click

from attendance.commands import options
from attendance.commands.desk import Desk
from attendance.commands.showing import must_end, written
from attendance.commands.words import Command, argument, option
from attendance.language import N_
from attendance.rules.case_documents import DOCUMENTS
from attendance.rules.law import Level


@click.command(
    "letter",
    cls=Command,
    help=N_(
        "A letter of a case for Word, RAHASIA: of the step that comes next, or of one recorded. It records nothing."
    ),
)
@argument("number", metavar=N_("NUMBER"))
@argument("kind", type=click.Choice([*DOCUMENTS]), metavar=N_("KIND"))
@option(
    "-o",
    "--output",
    type=options.FILE,
    required=True,
    metavar=N_("FILE|FOLDER"),
    help=N_("The document (.docx); in a folder it is named by number and kind."),
)
@option("--template", type=options.FILE, metavar=N_("FILE"), help=N_("Your own template (.docx)."))
@option("--number", "letter", default="", metavar=N_("TEXT"), help=N_("The number of the letter."))
@option("--dated", type=options.DATE, metavar=N_("DATE"), help=N_("The date of the letter."))
@option("--on", type=options.DATE, metavar=N_("DATE"), help=N_("The day to which it calls, or of the act it tells of."))
@option("--at", type=options.TIME, metavar=N_("TIME"), help=N_("The time."))
@option("--place", default="", metavar=N_("TEXT"), help=N_("The place."))
@option(
    "--by",
    multiple=True,
    metavar=N_('NIP|"NAME; POSITION; PART"'),
    help=N_("Before whom, who examines, belongs to the team, hands over; may be given again."),
)
@option("--to", multiple=True, metavar=N_("TEXT"), help=N_("To whom; may be given again, a line each."))
@option("--sanction", default="", metavar=N_("NAME|TEXT"), help=N_("Of a decision: the sanction that was chosen."))
@option(
    "--level",
    type=click.Choice([one.value for one in Level]),
    help=N_("Of a decision or a team: the level of the sanction."),
)
@option("--article", default="", metavar=N_("TEXT"), help=N_("Of a decision: the article, where it is another."))
@click.pass_obj
def command(
    desk: Desk,
    number: str,
    kind: str,
    output: Path,
    template: Path | None,
    letter: str,
    dated: date | None,
    on: date | None,
    at: time | None,
    place: str,
    by: tuple[str, ...],
    to: tuple[str, ...],
    sanction: str,
    level: str | None,
    article: str,
) -> None:
    """Write a letter."""
    from attendance.commands import case_writing
    from attendance.commands.case_writing import Asked
    from attendance.publish import atomic, case_letters, letters

    whole = output.suffix != "" and not output.is_dir()
    if whole:
        must_end(output, ".docx")
    chosen = Level(level) if level else None
    asked = Asked(kind, letter, dated, on, f"{at:%H.%M}" if at else "", place, by, to, sanction, chosen, article)
    with desk.read() as session:
        made = case_writing.make(desk, session, number, asked)
        words = case_letters.words(kind, made.matter)
        content = letters.document(kind, [words], made.emblem, str(template or made.template))
    for line in made.said:
        desk.say(line)
    path = output if whole else output / made.name
    path.parent.mkdir(parents=True, exist_ok=True)
    written(desk, path, lambda target: atomic.write(target, content))
