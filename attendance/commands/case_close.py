"""apel case close."""

from __future__ import annotations

import click

from attendance.commands.words import Command


@click.command("close", cls=Command)
def command() -> None:
    """Not there yet."""
