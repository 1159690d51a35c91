"""Commands, options and arguments whose help is translated when it is shown, not when it is loaded."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import fill
from typing import Any, TypeVar

import click

from attendance.language import N_, _

F = TypeVar("F", bound=Callable[..., Any])


def _translated(attribute: str) -> property:
    """An attribute that is kept in English and read in the language of the moment."""
    name = f"_english_{attribute}"

    def read(self: Any) -> Any:
        text = getattr(self, name, None)
        return _(text) if text else text

    def write(self: Any, text: Any) -> None:
        setattr(self, name, text)

    return property(read, write)


class Command(click.Command):
    """A command whose help is translated."""

    help = _translated("help")
    short_help = _translated("short_help")
    epilog = _translated("epilog")
    options_metavar = _translated("options_metavar")

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Below the options the words that an argument may be, where its placeholder hides them."""
        for one in self.params:
            if isinstance(one, Argument) and one.metavar and isinstance(one.type, click.Choice):
                formatter.write_paragraph()
                words = f"{one.metavar}: {', '.join(one.type.choices)}"
                formatter.write(fill(words, formatter.width, break_on_hyphens=False) + "\n")
        super().format_epilog(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help, which the library keeps in the language of its first use."""
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = _("Show this message and exit.")
        return found


class Group(Command, click.Group):
    """A group whose help is translated, and whose commands are."""

    command_class = Command
    subcommand_metavar = _translated("subcommand_metavar")

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands, each with its whole sentence: Indonesian ones are too long to be cut."""
        commands = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, one.get_short_help_str(1000)) for name, one in commands if one is not None])


USAGE = (N_("[OPTIONS]"), N_("COMMAND [ARGS]..."))
"""What the library itself writes into the line of usage."""


class Option(click.Option):
    """An option whose help and placeholder are translated."""

    help = _translated("help")
    metavar = _translated("metavar")


class Argument(click.Argument):
    """An argument whose help and placeholder are translated."""

    help = _translated("help")
    metavar = _translated("metavar")

    def make_metavar(self, ctx: click.Context) -> str:
        """The placeholder, in brackets where the argument may be left out."""
        shown = super().make_metavar(ctx)
        return shown if self.required or shown.startswith("[") else f"[{shown}]"


def option(*names: str, **words: Any) -> Callable[[F], F]:
    """As click.option."""
    return click.option(*names, cls=Option, **words)


def argument(name: str, **words: Any) -> Callable[[F], F]:
    """As click.argument."""
    return click.argument(name, cls=Argument, **words)
