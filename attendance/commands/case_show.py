"""apel case show."""

from __future__ import annotations

import click

from attendance.commands.words import Command


@click.command("show", cls=Command)
def command() -> None:
    """Not there yet."""
