"""Recap books: the workbook of a recap that is a list: its sheets, its charts, and where its figures come from.

Loads openpyxl: to be imported inside functions only.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from attendance.publish import atomic, charts, lists, provenances
from attendance.publish.charts import Chart
from attendance.publish.lists import Laid
from attendance.publish.paperwork import Paperwork
from attendance.publish.sheets import Book
from attendance.publish.tables import Table

BARS, TREND = "unit", "date"
"""The first column of a list that is drawn: units as bars, days as a line."""


def workbook(tables: Mapping[str, Table], work: Paperwork, path: Path) -> None:
    """Write the tables, each on a sheet by its name, the charts of those that have units or days, and the sources."""
    with atomic.replacing(path) as beside:
        book = Book(next(iter(tables.values())).title)
        drawn = []
        for name, table in tables.items():
            laid = lists.write(book, name, table, work.office, work)
            drawn += [chart for key in (BARS, TREND) if (chart := _chart(table, laid, key))]
        charts.write(book, work, drawn)
        provenances.write(book, work)
        book.save(beside)


def _chart(table: Table, laid: Laid, key: str) -> Chart | None:
    rates = next((one.key for one in table.columns if one.sort == "rate"), None)
    if key not in laid.columns or rates is None or "nip" in laid.columns:
        return None
    title = "Persentase hadir per hari" if key == TREND else "Persentase hadir per unit kerja"
    return Chart(title, laid.cells(key), laid.cells(rates), len(table.rows), key == TREND)
