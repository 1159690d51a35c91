"""apel staff compare: the office's roster beside another list of its people, such as an export of SIASN."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from attendance.commands import options
from attendance.commands.desk import Desk
from attendance.commands.showing import must_end, show, write_json, written
from attendance.commands.words import Command, argument, option
from attendance.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attendance.intake.rosters import Proposed
    from attendance.ledger.engine import Session
    from attendance.rules.drift import Drift
    from attendance.rules.rosters import Listed, RosterRow
    from attendance.rules.rosters import Path as UnitPath

CONFIRM = N_("The whole NIP of a row in which it is damaged; repeatable.")


@click.command(
    "compare", cls=Command, help=N_("Hold another list of the people, such as an export of SIASN, against the roster.")
)
@argument("file", type=options.FILE, metavar=N_("FILE"))
@option(
    *("--on", "--from", "day"),
    type=options.DATE,
    metavar=N_("DATE"),
    help=N_("The roster of this day (default: today)."),
)
@option("--unit", metavar=N_("UNIT"), help=N_("Only the people of this unit; and the unit of rows that name none."))
@option("--confirm", multiple=True, metavar=N_('"ROW=NIP"'), help=CONFIRM)
@options.table
@options.listing
@click.pass_obj
def command(desk: Desk, /, file: Path, day: date | None, form: str, output: Path | None, **words: Any) -> None:
    """Compare; nothing is written to the database."""
    must_end(output, ".xlsx", ".csv", ".json")
    from attendance.commands.desk import settings
    from attendance.commands.nouns import noun
    from attendance.publish import drifts
    from attendance.rules.drift import FIELDS

    day = day or desk.day()
    with desk.read() as session:
        office = settings(session).office
        drift, read = compared(desk, session, file, day, **words)
    nouns = {field: noun(field) for field in (*FIELDS, "unit", "line", "nip")}
    document = drifts.document(drift, file.name, day, read, nouns)
    title, notes = drifts.title(file.name, day), _outside(drift)
    table = drifts.differences(drift, title, nouns, notes)
    summed = drifts.summary(drift, title, read, notes)
    if output is not None and output.suffix.lower() == ".xlsx":
        written(desk, output, lambda path: drifts.workbook(summed, table, path, office))
    elif output is not None and output.suffix.lower() == ".json":
        written(desk, output, lambda path: write_json(document, path))
    else:
        show(desk, table, document, form, output)
    if form == "table":
        desk.say("; ".join(f"{row[0]} {row[1]}" for row in summed.rows if row[1]))


def compared(
    desk: Desk,
    session: Session,
    file: Path,
    day: date,
    *,
    unit: str | None,
    confirm: tuple[str, ...],
    sheet: str | None,
    mapping: Mapping[str, str],
) -> tuple[Drift, int]:
    """The drift of a file against the roster of a day, and how many rows it has."""
    from attendance.commands import confirming, placing, rosters
    from attendance.commands.unit import find
    from attendance.intake import rosters as reader
    from attendance.ledger import units
    from attendance.rules import drift

    tree = units.tree(session)
    within = tree.path(find(tree, unit)) if unit else None
    known = rosters.listed(session, tree, day)
    reading = reader.read(
        file,
        unit=within,
        sheet=sheet,
        mapping=mapping,
        on=desk.day(),
        people=rosters.KnownNames(session),
        known=placing.known_names(tree),
        confirmed=confirming.typed(confirm),
    )
    reading = placing.placed(tree, reading, known)
    desk.warn((*reading.warnings, *reading.refused))
    rows = reading.rows
    if within is not None:
        rows = tuple(row for row in rows if _of(within, row.unit) or _known_in(within, known, row))
        told = {row.profile.nip for row in rows}
        known = {nip: one for nip, one in known.items() if _of(within, one.unit) or nip in told}
    proposed = {one.place: one for one in reading.proposals}
    perhaps = {nip for one in reading.proposals for nip in one.nips}
    found = drift.between(rows, known, within is not None, perhaps)
    unread = tuple(
        drift.Difference(
            drift.Sort.UNREAD, "", _name(proposed.get(fault.place)), (), place=fault.place, reason=fault.message
        )
        for fault in reading.refused
    )
    return replace(found, differences=(*unread, *found.differences)), reading.read


def _name(one: Proposed | None) -> str:
    return one.name if one else ""


def _of(unit: UnitPath, path: UnitPath) -> bool:
    """Whether a path is that of a unit, or below it."""
    from attendance.rules.units import fold

    return tuple(map(fold, path[: len(unit)])) == tuple(map(fold, unit))


def _known_in(unit: UnitPath, known: Mapping[str, Listed], row: RosterRow) -> bool:
    before = known.get(row.profile.nip)
    return before is not None and _of(unit, before.unit)


def _outside(drift: Drift) -> tuple[str, ...]:
    """Which units were not looked at, because the file names nobody of them."""
    if not drift.outside:
        return ()
    units = sorted({one.unit[0] for one in drift.outside})
    return (
        _("Not looked at, for the file names nobody of them: {count} people of {units}").format(
            count=len(drift.outside), units="; ".join(units)
        ),
    )
