"""apel case letter."""

from __future__ import annotations

import click

from attendance.commands.words import Command


@click.command("letter", cls=Command)
def command() -> None:
    """Not there yet."""
