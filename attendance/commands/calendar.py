"""apel calendar: holidays, sessions called off, sessions called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from attendance.commands import importing, options
from attendance.commands.desk import Desk, echo
from attendance.commands.importing import Outcome
from attendance.commands.showing import show
from attendance.commands.words import Group, argument, option
from attendance.errors import Refused
from attendance.language import N_, _
from attendance.rules.days import DayKind, SpecialDay
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period

if TYPE_CHECKING:
    from attendance.ledger.engine import Session

SORTS = click.Choice([sort.value for sort in DayKind])


@click.group("calendar", cls=Group, help=N_("Holidays, sessions called off, sessions called."))
def command() -> None:
    """The calendar."""


def seed_years(desk: Desk, session: Session, years: Iterable[int]) -> int:
    """Take in the national list of each year that is not known yet, as an entry of its own. Answers the new days."""
    from attendance.intake import national
    from attendance.ledger import calendars

    count = 0
    for year in sorted(set(years) - calendars.years(session)):
        found = national.days(year)
        with desk.draft(session, "calendar seed", year=year, source=national.origin(year)) as draft:
            count += calendars.seed(draft, year, national.origin(year), found)
    return count


@command.command("seed", help=N_("Take in the national holidays of a year."))
@argument("year", type=options.WholeType(1950, 2100), metavar=N_("YEAR"))
@options.dry_run
@click.pass_obj
def seed(desk: Desk, year: int, dry_run: bool) -> None:
    """Take in the national list."""
    from attendance.intake.national import DECREED_UP_TO

    with desk.write(keep=not dry_run) as session:
        count = seed_years(desk, session, [year])
    echo(_("{year}: {count} days taken in.").format(year=year, count=count))
    if year > DECREED_UP_TO:
        desk.say(
            _("No decree for {year} is known yet: these days are estimates. Import the decree later.").format(year=year)
        )


@command.command("show", help=N_("The special days and called sessions of a period."))
@argument("period", type=options.PERIOD, metavar=N_("PERIOD"), default="this-year")
@options.listing
@click.pass_obj
def show_(desk: Desk, period: Period, form: str, output: Path | None) -> None:
    """Show the calendar."""
    from attendance.ledger import calendars
    from attendance.publish.tables import Column, Table

    with desk.read() as session:
        found = [row for _number, row in calendars.days(session, period)]
        called = calendars.calls(session, period)
        missing = [
            year for year in range(period.first.year, period.last.year + 1) if year not in calendars.years(session)
        ]
    columns = (
        Column("date", _("Date"), sort="date"),
        Column("kind", _("Kind")),
        Column("name", _("Name"), wide=True),
        Column("source", _("Source"), wide=True),
        Column("kinds", _("Only for"), wide=True),
    )
    rows = [(row.day, row.sort.value, row.name, row.source, tuple(row.kinds)) for row in found]
    rows += [
        (call.day, call.kind.value, call.name, _("called at {time}").format(time=f"{call.starts:%H:%M}"), ())
        for call in called
    ]
    rows.sort(key=lambda row: row[0])
    notes = tuple(
        _(
            "The holidays of {year} were not taken in yet; the national list stands in. apel calendar seed {year}"
        ).format(year=year)
        for year in missing
    )
    show(desk, Table(_("Calendar {period}").format(period=period), columns, tuple(rows), notes), None, form, output)


@command.command("import", help=N_("Take in a list of days: TANGGAL, JENIS, NAMA, SUMBER."))
@argument("file", type=options.FILE, metavar=N_("FILE"))
@options.date_format
@options.table
@options.sent
@options.taking
@click.pass_obj
def import_(desk: Desk, /, file: Path, form: str, **words: Any) -> None:
    """Take in a list of days."""
    from attendance.commands import senders

    senders.run(desk, "calendars", [file], take, words, form)


def take(
    desk: Desk,
    path: Path,
    *,
    date_format: str | None,
    sheet: str | None,
    mapping: Mapping[str, str],
    skip_bad: bool,
    dry_run: bool,
    reason: str,
) -> Outcome:
    """Take in one list of days; the whole file, or with `skip_bad` its good rows, or nothing."""
    from attendance.intake import calendars as reader
    from attendance.ledger import calendars, sources

    reading = reader.read(path, date_format=date_format, sheet=sheet, mapping=mapping)
    outcome = Outcome(path.name, read=reading.read, refused=list(reading.refused))
    desk.warn(reading.warnings)
    if reading.refused and not skip_bad:
        importing.hold_back(outcome, (row.place for row in reading.rows if row.place))
        return outcome
    with desk.write(keep=not dry_run) as session:
        seed_years(desk, session, (row.day.year for row in reading.rows))
        with desk.draft(session, "calendar import", reason=reason, file=path.name) as draft:
            origins = sources.Origins(draft, {path.name: importing.digest(path)})
            outcome.taken = calendars.record(draft, [(row, origins.of(row.place)) for row in reading.rows])
            outcome.unchanged = len(reading.rows) - outcome.taken
        outcome.entry = None if draft.empty else draft.number
    return outcome


@command.command("add", help=N_("Add a day off: a local holiday, an election day."))
@argument("day", type=options.DATE, metavar=N_("DATE"))
@option("--sort", type=SORTS, default="lokal", help=N_("The sort of day (default: lokal)."))
@option("--name", required=True, metavar=N_("TEXT"), help=N_("What it is."))
@option("--source", required=True, metavar=N_("TEXT"), help=N_("The decree or letter that says so."))
@options.reason
@options.dry_run
@click.pass_obj
def add(desk: Desk, day: date, sort: str, name: str, source: str, reason: str, dry_run: bool) -> None:
    """Add a day."""
    _record(desk, [SpecialDay(day, DayKind(sort), name, source)], "calendar add", reason, dry_run)


@command.command("cancel", help=N_("Call off the apel of a day, or of each day of a period (apel ditiadakan)."))
@options.period
@option(
    "--kind", "kinds", type=options.KIND, multiple=True, help=N_("Only this kind; may be given again (default: all).")
)
@option("--name", default="Apel ditiadakan", metavar=N_("TEXT"), help=N_("Why: rain, Ramadan, ..."))
@option("--source", default="", metavar=N_("TEXT"), help=N_("The decision or letter that says so."))
@options.reason
@options.dry_run
@click.pass_obj
def cancel(
    desk: Desk, period: Period, kinds: tuple[Kind, ...], name: str, source: str, reason: str, dry_run: bool
) -> None:
    """Call off apel."""
    if Kind.KERJA in kinds:
        raise Refused(_("The working day cannot be called off; add a day off: apel calendar add DATE --sort lokal"))
    found = [SpecialDay(day, DayKind.TANPA_APEL, name, source, kinds) for day in period.days()]
    _record(desk, found, "calendar cancel", reason, dry_run)


def _record(desk: Desk, found: Sequence[SpecialDay], action: str, reason: str, dry_run: bool) -> None:
    from attendance.commands import case_hints
    from attendance.ledger import calendars

    first, last = found[0], found[-1]
    period = Period(first.day, last.day)
    with desk.write(keep=not dry_run) as session:
        seed_years(desk, session, (one.day.year for one in found))
        with desk.draft(session, action, reason=reason, days=str(period), name=first.name) as draft:
            new = calendars.record(draft, [(one, (None, None)) for one in found])
        case_hints.tell(desk, session)
    words = _("{days}: {name} (entry {entry}).") if new else _("{days}: {name} is known already.")
    echo(words.format(days=period, name=first.name, entry=draft.number))


@command.command("call", help=N_("Call an extra session: an upacara, an apel gabungan, a training."))
@argument("day", type=options.DATE, metavar=N_("DATE"))
@option("--kind", type=options.KIND, required=True, help=N_("The kind of session."))
@option("--name", required=True, metavar=N_("TEXT"), help=N_("What it is called."))
@option("--unit", "only", multiple=True, metavar=N_("UNIT"), help=N_("Only this unit; may be given again."))
@option("--people", type=options.FILE, metavar=N_("FILE"), help=N_("A list with a column NIP: those who are invited."))
@option("--start", type=options.TIME, default="07:30", metavar=N_("TIME"), help=N_("When it starts (default: 07:30)."))
@option("--late-after", type=options.TIME, metavar=N_("TIME"), help=N_("The last minute on time (default: the start)."))
@option(
    "--closes",
    type=options.TIME,
    metavar=N_("TIME"),
    help=N_("When the gate closes (default: a quarter of an hour after)."),
)
@options.reason
@options.dry_run
@click.pass_obj
def call(
    desk: Desk,
    day: date,
    kind: Kind,
    name: str,
    only: tuple[str, ...],
    people: Path | None,
    start: time,
    late_after: time | None,
    closes: time | None,
    reason: str,
    dry_run: bool,
) -> None:
    """Call a session."""
    from attendance.commands import calls

    on_time = late_after or start
    gate = closes or calls.quarter_later(max(on_time, start))
    if not start <= on_time <= gate:
        raise Refused(_("The gate must not close before the last minute that is on time, nor that before the start."))
    calls.record(desk, day, kind, name, only, people, (start, on_time, gate), reason, dry_run)
