"""Matrices: the Excel recap, a row a person and a column a day, one sheet a unit and a summary before them."""

from __future__ import annotations

from pathlib import Path

from attendance.errors import Refused
from attendance.language import _
from attendance.publish import atomic
from attendance.publish.recaps import Matrix, UnitMatrix

__all__ = ["Matrix", "UnitMatrix", "workbook"]


def workbook(recap: Matrix, path: Path) -> None:
    """Write the recap. All counts and rates are formulas over the codes of the days, so a correction is counted."""
    from attendance.publish import (
        charts,
        dailies,
        layouts,
        mastheads,
        matrix_sheets,
        month_sheets,
        provenances,
        sheets,
        summaries,
    )  # openpyxl takes a while to load

    if recap.paper not in sheets.PAPERS:
        raise Refused(
            _("Paper {paper} is not known. Choose one of {known}.").format(
                paper=recap.paper, known=", ".join(sheets.PAPERS)
            )
        )
    with atomic.replacing(path) as beside:
        planned = layouts.plan(recap)
        book = sheets.Book(mastheads.title(recap))
        drawn = [summaries.write(book, recap, planned)]
        for unit in planned:
            for layout in unit:
                (month_sheets if recap.months else matrix_sheets).write(book, layout)
        if not recap.months:
            drawn.insert(0, dailies.write(book, recap, planned))
        charts.write(book, recap.work, drawn)
        provenances.write(book, recap.work)
        book.save(beside)
