"""Showing: a list on screen, as JSON or CSV on stdout, or in a file."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from attendance.commands.desk import Desk
from attendance.errors import Refused
from attendance.language import _

if TYPE_CHECKING:
    from attendance.publish.tables import Table
    from attendance.rules.offices import Office


def show(desk: Desk, table: Table, document: Any, form: str, output: Path | None, office: Office | None = None) -> None:
    """Print a list, or write it to a file; `document` is what a program gets instead of rows, None for the rows."""
    if output is not None:
        if output.suffix.lower() == ".json" and document is not None:
            written(desk, output, lambda path: write_json(document, path))
        else:
            from attendance.publish import files

            written(desk, output, lambda path: files.write(table, path, office=office))
    elif form == "json":
        from attendance.publish import files

        click.echo(to_json(document) if document is not None else files.to_json(table), nl=document is not None)
    elif form == "csv":
        from attendance.publish import files

        click.echo(files.to_csv(table), nl=False)
    else:
        from attendance.publish.terminal import render

        click.echo(render(table.brief(), shutil.get_terminal_size((80, 24)).columns), nl=False)


def written(desk: Desk, output: Path, write: Any) -> None:
    """Write a file and say where it is."""
    write(output)
    desk.say(_("Written: {path}").format(path=output))


def to_json(document: Any) -> str:
    """JSON as a person can read it, too; what would steer a terminal is escaped."""
    return "".join(_pieces(document))


def _pieces(document: Any) -> Iterator[str]:
    """JSON a piece at a time: that of a city is large."""
    import json

    from attendance.publish.files import STEERING

    words = json.JSONEncoder(ensure_ascii=False, indent=2).iterencode(document)
    while some := "".join(islice(words, 50_000)):
        yield STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", some)


def write_json(document: Any, path: Path) -> None:
    """A JSON file, whole or not at all."""
    from attendance.publish.atomic import replacing

    with replacing(path) as target, target.open("w", encoding="utf-8") as file:
        file.writelines(_pieces(document))
        file.write("\n")


def must_end(output: Path | None, *suffixes: str) -> None:
    """Refuse a file whose ending this command cannot write."""
    if output is not None and output.suffix.lower() not in suffixes:
        raise Refused(
            _("{name}: this list is written as {known}. Choose one of these endings.").format(
                name=output.name, known=", ".join(suffixes)
            )
        )
