"""Options that many commands share, and the types of what an officer types."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, TypeVar

import click

from attendance.commands.desk import Desk
from attendance.commands.words import argument, option
from attendance.language import N_, _
from attendance.rules import periods
from attendance.rules.kinds import Kind

F = TypeVar("F", bound=Callable[..., Any])

YEARS = range(1950, 2101)
"""The years that an officer can mean; any other is a slip of the finger."""


def _meant(text: str, ctx: click.Context | None) -> periods.Period | None:
    """The period that a text names on the day of the desk; None where it names none, or no year of an office."""
    desk = ctx.find_object(Desk) if ctx else None
    found = periods.parse(text, desk.day() if desk else date.today())
    return found if found and {found.first.year, found.last.year} <= {*YEARS} else None


class PeriodType(click.ParamType[periods.Period]):
    """A period: a day, a span, a month, a week, a quarter, a year, or a word for one."""

    name = "period"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> periods.Period:
        """The period that a text names today."""
        found = _meant(value, ctx)
        if found is None:
            self.fail(
                _(
                    "{value} is not a period. Write 2019-03-04, 2019-03-04..2019-03-08, 2019-03, 2019-W10, 2019-Q1, "
                    "2019, or a word such as bulan-lalu."
                ).format(value=value),
                param,
                ctx,
            )
        return found


class DateType(click.ParamType[date]):
    """A day: 2019-03-04, or a word for one."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day that a text names."""
        found = _meant(value, ctx)
        if found is None or found.first != found.last:
            self.fail(_("{value} is not a date such as 2019-03-04.").format(value=value), param, ctx)
        return found.first


class TimeType(click.ParamType[time]):
    """A time of day: 07:30 or 07.30, with or without seconds."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> time:
        """The time that a text names."""
        try:
            found = time.fromisoformat(value.replace(".", ":").rjust(5, "0"))
        except ValueError:
            found = None
        if found is None or found.tzinfo is not None:
            self.fail(_("{value} is not a time such as 07:30.").format(value=value), param, ctx)
        return found


class KindType(click.ParamType[Kind]):
    """A kind of session by its name."""

    name = "kind"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """The names."""
        return _("KIND")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Kind:
        """The kind that a text names."""
        try:
            return Kind(value)
        except ValueError:
            names = ", ".join(kind.value for kind in Kind)
            self.fail(_("{value} is not a kind. Choose one of: {names}.").format(value=value, names=names), param, ctx)


class WholeType(click.IntRange):
    """A whole number, called so in the language of the moment."""

    @property
    def name(self) -> str:  # type: ignore[override]
        """What it is called in a message."""
        return _("integer")


class FileType(click.Path[Path]):
    """A file, called so in the language of the moment."""

    @property
    def name(self) -> str:
        """What it is called in a message."""
        return _("path")

    @name.setter
    def name(self, _loaded: str) -> None:
        """The library's own name comes from the language in which the program was loaded."""


def moment(text: str | None) -> datetime | None:
    """What `--today` names: a day, seen from its end, or a moment."""
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = datetime.min
    if found.tzinfo is not None or found.year not in YEARS:
        raise click.BadParameter(_("{text} is not a date such as 2026-03-31.").format(text=text))
    return datetime.combine(found, time(23, 59, 59)) if len(text) <= len("2026-03-31") else found


class Capitals(click.Choice[str]):
    """One of some codes, typed in capitals or not."""

    def normalize_choice(self, choice: Any, ctx: click.Context | None) -> str:
        """As it is compared, and shown."""
        return str(choice).upper()


PERIOD, DATE, TIME, KIND = PeriodType(), DateType(), TimeType(), KindType()
WHOLE, COUNT = WholeType(), WholeType(0)
FILE = FileType(path_type=Path)


def once(ctx: click.Context, param: click.Parameter, values: tuple[Any, ...]) -> Any:
    """The one value of an option; two that differ are refused, for one of them would be dropped in silence."""
    found = tuple(dict.fromkeys(values))
    if len(found) > 1:
        told = _("it is given twice, as {first} and as {second}; keep one of them.")
        raise click.BadParameter(told.format(first=found[0], second=found[1]), ctx, param)
    return found[0] if found else None


def answer(*names: str, **words: Any) -> Callable[[F], F]:
    """An option that answers what a reader asks: one value, or none."""
    return option(*names, multiple=True, callback=once, **words)


period = argument("period", type=PERIOD, metavar=N_("PERIOD"))
kind = option("--kind", type=KIND, default=Kind.APEL_PAGI, help=N_("The kind of session (default: apel-pagi)."))
dry_run = option("--dry-run", is_flag=True, help=N_("Rehearse: go the whole way, and write nothing."))
reason = option("--reason", default="", metavar=N_("TEXT"), help=N_("Why; kept in the journal."))
skip_bad = option("--skip-bad", is_flag=True, help=N_("Take the good rows and list the bad ones."))
sheet = answer("--sheet", metavar=N_("NAME"), help=N_("Read only this sheet."))
date_format = answer("--date-format", metavar="DD/MM/YYYY", help=N_("How dates are written in the file."))
remarks = option(
    "--remarks",
    type=FILE,
    metavar=N_("FOLDER|FILE"),
    expose_value=False,
    callback=lambda ctx, param, value: ctx.meta.update({"attendance.remarks": value}),
    help=N_("Write a copy of what is refused, with a remark beside each bad row."),
)
mapping = option(
    "--map",
    "mapping",
    multiple=True,
    metavar=N_('"HEADING=FIELD"'),
    callback=lambda ctx, param, values: pairs(values, param),
    help=N_("Which field a heading of the file means."),
)


def listing(command: F) -> F:
    """A listing can be read on screen, by a program, or written to a file."""
    command = option("-o", "--output", type=FILE, metavar=N_("FILE"), help=N_("Write to a file; its ending decides."))(
        command
    )
    return option(
        "--format",
        "form",
        type=click.Choice(["table", "json", "csv"]),
        default="table",
        help=N_("How to show it (default: table)."),
    )(command)


def result(command: F) -> F:
    """An import tells its result in words, or to a program."""
    return option(
        "--format", "form", type=click.Choice(["table", "json"]), default="table", help=N_("How to tell the result.")
    )(command)


def table(command: F) -> F:
    """A list is read from a workbook or a text file: which sheet, and what its headings mean."""
    return sheet(mapping(command))


def taking(command: F) -> F:
    """A file is taken whole or, where one asks for it, without its bad rows; and it is told what became of it."""
    return skip_bad(remarks(dry_run(reason(result(command)))))


def sent(command: F) -> F:
    """What a sender sends needs the same answers each time: they are kept under his name."""
    command = option(
        "--keep", is_flag=True, help=N_("Keep the answers given here for this sender, once the file is taken in.")
    )(command)
    return answer(
        "--sender", metavar=N_("NAME"), help=N_("Use the answers that are kept for this sender (apel config senders).")
    )(command)


def pairs(values: tuple[str, ...], param: click.Parameter) -> dict[str, str]:
    """KEY=VALUE words as a dictionary; one key with two meanings is refused, for one would be dropped in silence."""
    found: dict[str, str] = {}
    for value in values:
        key, sign, meaning = (part.strip() for part in value.rpartition("="))
        if not sign or not key:
            raise click.BadParameter(_("{value} is not of the form NAME=MEANING.").format(value=value), param=param)
        other = next((meant for one, meant in found.items() if one.upper() == key.upper()), meaning)
        if other.upper() != meaning.upper():
            told = _("{key} is given twice, as {first} and as {second}; keep one of them.")
            raise click.BadParameter(told.format(key=key, first=other, second=meaning), param=param)
        found[key] = meaning
    return found
