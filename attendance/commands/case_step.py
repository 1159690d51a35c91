"""apel case step."""

from __future__ import annotations

import click

from attendance.commands.words import Command


@click.command("step", cls=Command)
def command() -> None:
    """Not there yet."""
