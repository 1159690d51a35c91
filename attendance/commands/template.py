"""apel template: blank forms for lists that offices send, and the letters that they change in Word."""

from __future__ import annotations

from pathlib import Path

import click

from attendance.commands import options
from attendance.commands.desk import Desk
from attendance.commands.showing import must_end, written
from attendance.commands.words import Command, argument, option
from attendance.language import N_
from attendance.rules.case_documents import DOCUMENTS

KINDS = ("roster", "roll", "letters", "calendar", "links", "signatures")
TWINS = ("daftar-pegawai", "daftar-hadir", "surat", "kalender", "pin", "pengesahan")
LETTERS = ("surat-peringatan", "laporan-kehadiran", "surat-pengantar", *DOCUMENTS)


@click.command(
    "template", cls=Command, help=N_("A blank form to be filled in: headings as apel reads them, words to choose from.")
)
@argument("kind", type=click.Choice([*KINDS, *TWINS, *LETTERS]), metavar=N_("KIND"))
@option(
    "-o",
    "--output",
    type=options.FILE,
    required=True,
    metavar=N_("FILE"),
    help=N_("The workbook (.xlsx); a letter: .docx."),
)
@option("--paper", type=click.Choice(["A4", "F4", "F4-210"]), default="A4", help=N_("The paper (default: A4)."))
@click.pass_obj
def command(desk: Desk, kind: str, output: Path, paper: str) -> None:
    """Write a blank form."""
    from attendance.publish import atomic, blanks, letters, templates

    if kind in LETTERS:
        must_end(output, ".docx")
        written(desk, output, lambda path: atomic.write(path, letters.template(kind, paper)))
        return
    must_end(output, ".xlsx")
    blank = blanks.BLANKS[blanks.TWINS.get(kind, kind)]
    written(desk, output, lambda path: templates.workbook(blank, paper, path))
