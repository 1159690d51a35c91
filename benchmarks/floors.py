"""Floors: the least that has to be done, written by hand against the same database with the same pragmas."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from attendance.ledger.numbers import CODES, KINDS
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period
from benchmarks.data import KIND, MACHINE

BITS = 62
"""Days whose bits fit the sum of one signed 64-bit number."""


def connect(path: Path) -> sqlite3.Connection:
    """A bare connection with the pragmas of the program."""
    made = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "busy_timeout = 10000"):
        made.execute(f"PRAGMA {pragma}")
    return made


def entry(bare: sqlite3.Connection) -> int:
    """An entry for facts to stand under, as foreign keys want it."""
    (number,) = bare.execute("SELECT max(id) + 1 FROM entry").fetchone()
    bare.execute("INSERT INTO entry VALUES (?, '', '', '', '', '', NULL, '', '')", (number,))
    return int(number)


def read(path: Path) -> list[list[Any]]:
    """All cells of a workbook as lists."""
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def cells(path: Path) -> dict[str, list[list[Any]]]:
    """Each sheet of a workbook as rows of values and formulas."""
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True)
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets}


def write(sheets: dict[str, list[list[Any]]], path: Path) -> None:
    """Rows into a workbook, and nothing besides."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)


MARK = "INSERT INTO mark (person_id, kind, day, code, second, note, source_id, source_row, entry, since) VALUES ("
MARK += "?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
SCAN = "INSERT INTO scan (pin_id, day, second, source_id, source_row, entry, since) VALUES (?, ?, ?, ?, ?, ?, ?)"


def insert(bare: sqlite3.Connection, statement: str, rows: Sequence[Sequence[Any]]) -> None:
    """Many rows in one transaction."""
    bare.execute("BEGIN IMMEDIATE")
    bare.executemany(statement, rows)
    bare.execute("COMMIT")


def insert_each(bare: sqlite3.Connection, statement: str, rows: Iterable[Sequence[Any]]) -> None:
    """Every row in a transaction of its own, on the disk before the next."""
    for row in rows:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute(statement, row)
        bare.execute("COMMIT")


def take_log(bare: sqlite3.Connection, path: Path, under: int) -> None:
    """Parse a log whose lines are all good, and insert them in the order of the key."""
    query = "SELECT pin.pin, pin.id FROM pin JOIN device ON device.id = device_id WHERE name = ?"
    pins = dict(bare.execute(query, (MACHINE,)))
    rows = []
    with path.open() as lines:
        for number, line in enumerate(lines, 1):
            pin, stamp, _rest = line.split("\t", 2)
            at = datetime.fromisoformat(stamp)
            second = at.hour * 3600 + at.minute * 60 + at.second
            rows.append((pins[pin], at.toordinal(), second, None, number, under, under))
    rows.sort()
    insert(bare, SCAN, rows)


def flag_sql(period: Period, kind: Kind = KIND) -> tuple[str, dict[str, int]]:
    """Present, absent and longest run of everybody with a mark, where marks and closed rolls say all there is to say.

    The fastest of four that were tried on the year (the others: lag() over all marks, every day against the marks by
    NOT EXISTS, holes looked for in blocks of days): one pass over the marks adds up each person's days as bits.
    """
    first, last = period.first.toordinal(), period.last.toordinal()
    starts = range(first, last + 1, BITS)
    words = ", ".join(
        f"sum(CASE WHEN m.day BETWEEN {start} AND {start + BITS - 1} AND m.code < :tk"
        f" THEN 1 << (m.day - {start}) ELSE 0 END) AS w{number}"
        for number, start in enumerate(starts)
    )
    cases = " ".join(f"WHEN {number} THEN w{number}" for number in range(len(starts)))
    statement = f"""
        WITH days AS MATERIALIZED (
            SELECT day, row_number() OVER (ORDER BY day) AS n FROM closure
            WHERE line_id = (SELECT min(line_id) FROM closure) AND kind = :kind AND until = 0
              AND day BETWEEN :first AND :last
        ), sums AS MATERIALIZED (
            SELECT m.person_id AS person, sum(m.code <= :late) AS present, sum(m.code < :tk) AS reported, {words}
            FROM person p CROSS JOIN mark m
              ON m.person_id = p.id AND m.kind = :kind AND m.until = 0 AND m.day BETWEEN :first AND :last
            GROUP BY m.person_id
        ), missed AS (
            SELECT s.person, d.n FROM sums s CROSS JOIN days d
            WHERE (CASE (d.day - :first) / {BITS} {cases} END) >> ((d.day - :first) % {BITS}) & 1 = 0
        ), islands AS (
            SELECT person, n - row_number() OVER (PARTITION BY person ORDER BY n) AS island FROM missed
        ), runs AS (
            SELECT person, max(size) AS run
            FROM (SELECT person, count(*) AS size FROM islands GROUP BY person, island) GROUP BY person
        )
        SELECT s.person, present, (SELECT count(*) FROM days) - reported, coalesce(run, 0)
        FROM sums s LEFT JOIN runs r ON r.person = s.person"""
    values = {"first": first, "last": last, "kind": KINDS[kind], "tk": CODES[Code.TK], "late": CODES[Code.T]}
    return statement, values
