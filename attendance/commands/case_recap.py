"""apel case recap."""

from __future__ import annotations

import click

from attendance.commands.words import Command


@click.command("recap", cls=Command)
def command() -> None:
    """Not there yet."""
