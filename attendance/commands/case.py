"""apel case: the file of a discipline case, from the day it is opened to the day it is closed."""

from __future__ import annotations

from importlib import import_module

import click

from attendance.commands.words import Group
from attendance.language import N_

COMMANDS = {
    "open": "case_open",
    "step": "case_step",
    "close": "case_close",
    "list": "case_list",
    "show": "case_show",
    "due": "case_due",
    "letter": "case_letters",
    "recap": "case_recap",
}
"""Every command of a case and the module in which it lies, in the order of an officer's work."""


class Cases(Group):
    """The group of the commands of a case: loads each when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of an officer's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command; None where there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"attendance.commands.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, "command")  # noqa: B009
        return command


@click.group("case", cls=Cases, help=N_("Discipline cases: opened, carried on step by step, closed; their letters."))
def command() -> None:
    """The cases."""
