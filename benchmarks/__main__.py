"""python -m benchmarks: measure, print the table, write benchmarks/results.md."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from statistics import median

import click

from attendance.__main__ import collect_seldom
from benchmarks import data
from benchmarks.rows import ROWS
from benchmarks.timing import Row

HEAD = ("row", "path", "floor", "ratio", "spread", "aim", "ours", "floor took")
RESULTS = Path(__file__).parent / "results.md"


def cells(row: Row) -> tuple[str, ...]:
    """A row as the table shows it."""
    low, high = row.spread
    ours, floor = (f"{median(took):,.3f} {row.measure}" for took in (row.ours, row.theirs))
    return row.name, row.path, row.floor, f"{row.ratio:.2f}", f"{low:.2f}-{high:.2f}", row.aim, ours, floor


def markdown(rows: Sequence[Row]) -> str:
    """The table."""
    lines = [HEAD, tuple("---" for _ in HEAD), *map(cells, rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def machine() -> str:
    """What kind of machine this is, in general words."""
    return f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version().rpartition('.')[0]}"


def load() -> str:
    """How many processes wanted a core in the last minute, where the system says so."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


@click.command()
@click.option("--only", multiple=True, type=click.Choice(list(ROWS)), help="Only this row; may be repeated.")
@click.option("--quick", is_flag=True, help="A small office: shows that all runs, measures little; writes no results.")
def main(only: tuple[str, ...], quick: bool) -> None:
    """Measure each path of the program against its floor; only a whole full run writes results.md."""
    collect_seldom()
    found: list[Row] = []
    before = load()
    with tempfile.TemporaryDirectory(prefix="apel-benchmarks-") as folder:
        office = data.Office(Path(folder), data.QUICK if quick else data.FULL)
        for name in only or ROWS:
            for row in ROWS[name](office):
                click.echo("  ".join(cells(row)), err=True)
                found.append(row)
    click.echo(markdown(found))
    if not quick and not only:
        where = f"{date.today()}, {machine()}, load {before} before and {load()} after"
        head = f"# Results\n\n{where}. What the rows mean: README.md.\n\n"
        RESULTS.write_text(head + markdown(found) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
