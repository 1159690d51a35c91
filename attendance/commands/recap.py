"""apel recap: figures by person, unit or day, the monthly workbook, units in their order, cuts of allowances."""

from __future__ import annotations

from pathlib import Path

import click

from attendance.commands import options
from attendance.commands.desk import Desk
from attendance.commands.showing import must_end
from attendance.commands.words import Command, option
from attendance.language import N_
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period

BY = ("person", "unit", "day", "matrix", "rank", "city", "tpp")
PAPERS = ("A4", "F4", "F4-210")


@click.command(
    "recap", cls=Command, help=N_("Figures by person, unit or day; with -o rekap.xlsx the monthly workbook.")
)
@options.period
@options.kind
@option(
    "--by",
    type=click.Choice(BY),
    help=N_(
        "A row a person, a unit, a day; a code for each person and day (matrix); units ranked and graded (rank); the "
        "city on one day (city); cuts of TPP (tpp). Default: unit; matrix for .xlsx."
    ),
)
@option("--unit", metavar=N_("UNIT"), help=N_("Only the people of this unit."))
@option("--paper", type=click.Choice(PAPERS), help=N_("The paper to print on (default: recap.paper)."))
@options.listing
@click.pass_obj
def command(
    desk: Desk,
    period: Period,
    kind: Kind,
    by: str | None,
    unit: str | None,
    paper: str | None,
    form: str,
    output: Path | None,
) -> None:
    """Recap."""
    from attendance.commands import recap_lists, recap_matrices, recap_tpp, recap_units
    from attendance.commands.inquiry import inquire
    from attendance.commands.recapping import Asked
    from attendance.commands.unit import find

    must_end(output, ".xlsx", ".csv", ".json", *((".pdf",) if by in ("rank", "city") else ()))
    by = by or ("matrix" if output is not None and output.suffix.lower() == ".xlsx" else "unit")
    told = {
        "person": recap_lists.by_person,
        "unit": recap_lists.by_unit,
        "day": recap_lists.by_day,
        "matrix": recap_matrices.by_matrix,
        "rank": recap_units.by_rank,
        "city": recap_units.by_city,
        "tpp": recap_tpp.by_tpp,
    }[by]
    with desk.read() as session:
        found = inquire(desk, session, kind, period)
        within = found.tree.within([find(found.tree, unit)]) if unit else None
        told(Asked(desk, found, within, form, output, paper or found.settings.recap.paper))
