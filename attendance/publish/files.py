"""Files: a table written to a file of the kind that its suffix names."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from attendance.errors import Refused
from attendance.language import _
from attendance.publish import atomic
from attendance.publish.formats import FORMULA, safe
from attendance.publish.tables import Sort, Table
from attendance.rules.offices import Office

STEERING = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""Characters that JSON leaves as they are though they steer a terminal."""


def write(table: Table, path: Path, *, office: Office | None = None) -> None:
    """Write the table by the suffix of the path: .csv, .json or .xlsx; `office` heads the sheet of an .xlsx.

    Refused where the suffix is another, or the file cannot be written.
    """
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise Refused(
            _("{path}: lists are written as {known}. Give the file one of these endings.").format(
                path=path, known=", ".join(WRITERS)
            )
        )
    writer(table, path, office)


def to_csv(table: Table) -> str:
    """The rows under their headings, fields apart by `;`, decimals with a comma, dates ISO; no title, notes or totals.

    A text that a spreadsheet would take for a formula gets a leading apostrophe. NIPs are plain digits, for programs:
    Excel keeps only 15 of them when it opens a .csv, so officers are better served by .xlsx.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([_field(column.heading, "text") for column in table.columns])
    for row in table.rows:
        writer.writerow([_field(cell, column.sort) for cell, column in zip(row, table.columns, strict=True)])
    return out.getvalue()


def _field(cell: object, sort: Sort) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "ya" if cell else "tidak"
        case float():
            return str(round(cell, 4)).replace(".", ",")
        case date():
            return cell.isoformat()
        case int():
            return str(cell)
        case tuple():
            return _field(", ".join(_field(part, sort) for part in cell), "text")
    text = safe(str(cell))
    return f"'{text}" if text.startswith(FORMULA) else text


def to_json(table: Table) -> str:
    """The rows as a list of objects by column key; dates ISO, floats rounded to four places, NIPs as text."""
    rows = [{column.key: _value(cell) for column, cell in zip(table.columns, row, strict=True)} for row in table.rows]
    text = json.dumps(rows, ensure_ascii=False, indent=2)
    return STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def _value(cell: object) -> object:
    match cell:
        case float():
            return round(cell, 4)
        case date():
            return cell.isoformat()
        case tuple():
            return [_value(part) for part in cell]
    return cell


def _csv(table: Table, path: Path, office: Office | None) -> None:
    atomic.write(path, to_csv(table).encode("utf-8-sig"))


def _json(table: Table, path: Path, office: Office | None) -> None:
    atomic.write(path, to_json(table).encode())


def _xlsx(table: Table, path: Path, office: Office | None) -> None:
    from attendance.publish.lists import workbook  # openpyxl takes a while to load

    workbook(table, path, office)


WRITERS: dict[str, Callable[[Table, Path, Office | None], None]] = {".csv": _csv, ".json": _json, ".xlsx": _xlsx}
"""The kinds of file that a list can be written to."""
