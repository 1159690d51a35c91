"""apel case list."""

from __future__ import annotations

import click

from attendance.commands.words import Command


@click.command("list", cls=Command)
def command() -> None:
    """Not there yet."""
