"""apel case open."""

from __future__ import annotations

import click

from attendance.commands.words import Command


@click.command("open", cls=Command)
def command() -> None:
    """Not there yet."""
