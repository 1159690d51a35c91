"""The program's front: global options, commands loaded when they are called, one place where errors end."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from attendance import __version__, language
from attendance.commands.words import Group, Option, option
from attendance.errors import Refused
from attendance.language import N_, _

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = {
    "init": N_("Set up a new database for an office."),
    "demo": N_("Show the whole story on invented data: Medan, March 2019."),
    "status": N_("A day at a glance: which units have reported, and what to do next."),
    "doctor": N_("Look for what does not fit together, and prove that nothing was changed unseen."),
    "config": N_("The office's own configuration."),
    "staff": N_("The people: rosters, postings."),
    "unit": N_("The units and those who sign for them."),
    "template": N_("Blank forms that offices fill in and send."),
    "exempt": N_("People and units who need not stand."),
    "calendar": N_("Holidays, sessions called off, sessions called."),
    "roll": N_("The rolls: import, correct, close."),
    "scan": N_("The fingerprint machines."),
    "leave": N_("Letters: leave, sickness, duty travel."),
    "period": N_("Signed periods: who stands for the figures, and what changed since."),
    "flag": N_("Who is chronically absent, with the dates as evidence."),
    "recap": N_("Recaps by person, unit or day, and the monthly workbook."),
    "board": N_("The notice board."),
    "press": N_("The press edition: figures of units and days, no names."),
    "discipline": N_("Working days missed without a word, and the article of the law that they meet."),
    "case": N_("Discipline cases: opened, carried on step by step, closed; their letters."),
    "warn": N_("Letters of warning (surat peringatan), by the office's own ladder."),
    "letter": N_("Letters for Word: the report of a unit's attendance, the covering letter."),
    "undo": N_("Take back an entry of the journal."),
    "journal": N_("Who recorded what, when, from which file; and the proof."),
    "backup": N_("Copy the database to a file."),
    "restore": N_("Bring the database back from a backup."),
    "db": N_("The database itself: its version."),
}
"""Every command and what it is for; each lies in the module of its name."""


GENERAL = ("--db", "--lang", "--today", "--as-of", "--quiet", "--no-input", "--version")
"""The options of the program itself, which stand before the command."""


class Apel(Group):
    """The group of all commands: loads each when it is called, and turns errors into sentences."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Settle the language before the first word is said."""
        wanted = language.wanted(args)
        language.use(wanted if wanted in language.KNOWN else language.DEFAULT)
        return super().make_context(info_name, args, parent, **extra)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of an officer's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command; None where there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"attendance.commands.{cmd_name}"), "command")  # noqa: B009
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; where there is none, name those that are near."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as unknown:
            raise click.exceptions.NoSuchCommand(unknown.command_name, possibilities=COMMANDS, ctx=ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(words)) for name, words in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; whatever an officer can put right becomes a sentence and exit code 1."""
        try:
            return super().invoke(ctx)
        except Refused as refused:
            from attendance.commands.endings import tell

            tell(refused)
        except click.NoSuchOption as error:
            if error.option_name not in GENERAL:
                raise
            words = _("{option} stands before the command: apel {option} ...").format(option=error.option_name)
            raise click.UsageError(words, error.ctx) from None
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            from attendance.commands.endings import bug, refusal_of

            bug(error, refusal_of(error), folder())
        ctx.exit(1)


def folder() -> Path:
    """The user's folder for the program's own files."""
    from platformdirs import user_data_path

    return user_data_path("apel", appauthor=False)


@click.group(cls=Apel, context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=False)
@option("--db", "database", metavar=N_("URL|PATH"), envvar="APEL_DB", help=N_("The database (a file, or an address)."))
@option(
    "--lang",
    type=click.Choice(language.KNOWN),
    envvar="APEL_LANG",
    default=language.DEFAULT,
    help=N_("The language of the messages."),
)
@option("--today", metavar=N_("DATE"), envvar="APEL_TODAY", help=N_("Act as if today were this day."))
@option("--as-of", metavar=N_("ENTRY|TIME"), help=N_("Answer from the state after this entry, or at this time."))
@option("--quiet", is_flag=True, help=N_("Say only results."))
@option("--no-input", is_flag=True, help=N_("Never ask a question."))
@click.custom_version_option(
    lambda ctx: _("%(prog)s, version %(version)s") % {"prog": "apel", "version": __version__},
    cls=Option,
    help=N_("Show the version and exit."),
)
@click.pass_context
def main(
    ctx: click.Context,
    database: str | None,
    lang: str,
    today: str | None,
    as_of: str | None,
    quiet: bool,
    no_input: bool,
) -> None:
    """Front of the program; see `help`."""
    from attendance.commands.desk import Desk
    from attendance.commands.options import moment

    ctx.obj = Desk(database or str(folder() / "apel.db"), moment(today), as_of, quiet, no_input)
    ctx.call_on_close(ctx.obj.close)


main.help = N_("Attendance and discipline of civil servants: from the morning roll to the notice board.")
