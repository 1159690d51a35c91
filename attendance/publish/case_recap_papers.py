"""Case recaps on paper: the workbook, a sheet a table, and the report as pages to sign. RAHASIA - TERBATAS on both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from attendance import __version__
from attendance.publish import atomic, formats
from attendance.publish.glyphs import printable
from attendance.publish.paperwork import INTERNAL, Paperwork
from attendance.publish.tables import Table, shown

RECKONED = (
    ("Keadaan", "sebagaimana pada hari terakhir periode; yang terjadi sesudahnya masuk periode berikutnya"),
    ("Terbuka", "sisa periode sebelumnya + dibuka - ditutup"),
    ("Tingkat", "menurut keputusan; sebelum ada keputusan, menurut dugaan pelanggaran"),
    ("Tenggat", "yang jatuh dalam periode ini, dari atasan langsung dan pejabat yang berwenang; hari kerja"),
    ("Terlewat", "dipenuhi sesudah hari terakhirnya, atau belum dipenuhi pada akhir periode"),
)
"""How the figures are reckoned."""


@dataclass(frozen=True, slots=True)
class CaseWork(Paperwork):
    """Of a recap of cases."""

    def sources(self) -> Iterator[tuple[str, str]]:
        """Where the figures come from."""
        yield "Sifat", INTERNAL
        yield "Instansi", self.office.name
        yield "Periode", f"{formats.period(self.period)} ({self.period.first} s.d. {self.period.last})"
        yield from self.tables
        yield from RECKONED
        yield "Dibuat", formats.plain_day(self.made)
        yield "Entri jurnal", str(self.entry)
        yield "Sidik jurnal", self.head
        yield "Program", f"apel {__version__}"


def workbook(tables: Mapping[str, Table], work: CaseWork, path: Path) -> None:
    """Write the tables, each on a sheet by its name, and where the figures come from."""
    from attendance.publish import lists, provenances
    from attendance.publish.sheets import Book

    with atomic.replacing(path) as beside:
        book = Book(next(iter(tables.values())).title)
        for name, table in tables.items():
            lists.write(book, name, replace(table, title=f"{INTERNAL}\n{table.title}"), work.office, work)
        provenances.write(book, work)
        book.save(beside)


WIDE, NARROW, ROOM = 4.2, 1.9, 17.5
"""In cm: so wide is a column of words at least and one of figures at most, on so much room."""


def pages(tables: Sequence[Table], subject: str, under: str, work: CaseWork, path: Path) -> None:
    """Write the tables one below the other on upright paper as PDF/A, signed once at the end."""
    from attendance.publish import papers, recap_papers

    said = {note for table in tables[:1] for note in table.notes}  # what is said once holds for all
    later = [replace(one, notes=tuple(note for note in one.notes if note not in said)) for one in tables[1:]]
    words = recap_papers.frame(subject, work) | {
        "marked": INTERNAL,
        "under": printable(under),
        "tables": [_table(table) for table in (*tables[:1], *later)],
    }
    atomic.write(path, papers.pdf("case_recap.typ", words, emblem=work.office.emblem))


def _table(table: Table) -> dict[str, object]:
    kept = [at for at, column in enumerate(table.columns) if not (column.detail and column.wide)]
    columns = [table.columns[at] for at in kept]
    figures = sum(not column.wide for column in columns)
    narrow = min(NARROW, (ROOM - WIDE * (len(columns) - figures)) / figures)
    return {
        "title": printable(table.title),
        "headings": [printable(column.heading) for column in columns],
        "aligns": ["left" if column.wide else "center" for column in columns],
        "columns": [0 if column.wide else narrow for column in columns],
        "small": narrow < NARROW,
        "rows": [_cells(table, row, kept) for row in table.rows],
        "totals": _cells(table, table.totals, kept) if table.totals else [],
        "notes": [printable(note) for note in table.notes],
    }


def _cells(table: Table, row: Sequence[object], kept: Sequence[int]) -> list[str]:
    return [printable(shown(row[at], table.columns[at].sort)) for at in kept]
