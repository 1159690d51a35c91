"""apel case due."""

from __future__ import annotations

import click

from attendance.commands.words import Command


@click.command("due", cls=Command)
def command() -> None:
    """Not there yet."""
