"""The rows: each path of the program beside its floor."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from attendance.commands import disciplining, recap_matrices, scans
from attendance.commands.inquiry import inquire
from attendance.errors import Place
from attendance.intake import rolls as reader
from attendance.ledger import journal, rolls
from attendance.ledger.engine import engine, writing
from attendance.publish import matrices
from attendance.rules.codes import Code
from attendance.rules.discipline import Law
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period
from attendance.rules.rolls import Mark
from benchmarks import data, floors
from benchmarks.data import Office
from benchmarks.timing import Row, busy, rounds, timed

HERE = Path(__file__).parent
EMPTY = """
import click

@click.command()
@click.version_option("0", prog_name="empty")
def main():
    pass

main()
"""


def start_up(office: Office) -> Iterator[Row]:
    """`apel --version` against a click program that does nothing."""
    empty = office.folder / "empty.py"
    empty.write_text(EMPTY)

    def started(program: Path) -> float:
        command = [sys.executable, str(program), "--version"]
        return timed(lambda: subprocess.run(command, check=True, capture_output=True))

    took = rounds({"ours": lambda: started(HERE.parent / "cli.py"), "floor": lambda: started(empty)}, 15)
    yield Row("start-up", "apel --version", "an empty click program", "<= 1.3", took["ours"], took["floor"])


def roster(office: Office) -> Iterator[Row]:
    """The import of a roster against reading its cells."""
    path = office.roster

    def ours() -> float:
        one = data.desk(office.copy(office.empty))
        one.opened()
        seconds = timed(data.take_roster, one, path)
        one.close()
        return seconds

    took = rounds({"ours": ours, "floor": lambda: timed(floors.read, path)}, 5)
    name = f"staff import, {office.size.people:,} rows of xlsx"
    yield Row("roster", name, "its cells as lists (python-calamine)", "<= 3", took["ours"], took["floor"])


def draft(session: Session) -> journal.Draft:
    """An entry of the journal, by nobody in particular."""
    return journal.begin(session, "benchmark", actor="benchmark", at=datetime.now(UTC))


@contextmanager
def raw(path: Path) -> Iterator[Any]:
    """A bare connection for a while."""
    bare = floors.connect(path)
    yield bare
    bare.close()


def month(office: Office) -> Iterator[Row]:
    """A month of marks in one entry against the same rows inserted bare."""
    marks = data.marks(office.size)

    def ours() -> float:
        made = engine(office.copy(office.staffed))
        made.connect().close()

        def record() -> None:
            with writing(made) as session:
                one = draft(session)
                rolls.record(one, marks)
                one.seal()

        seconds = timed(record)
        made.dispose()
        return seconds

    with raw(office.copy(office.staffed)) as bare:
        numbers = dict(bare.execute("SELECT nip, id FROM person"))
    rows = [(numbers[m.nip], 1, m.day.toordinal(), list(Code).index(m.code), None, None, *where) for m, where in marks]

    def floor() -> float:
        with raw(office.copy(office.staffed)) as bare:
            under = floors.entry(bare)
            full = sorted((*row, under, under) for row in rows)
            return timed(floors.insert, bare, floors.MARK, full)

    took = rounds({"ours": ours, "floor": floor}, 5)
    name = f"recording {len(marks):,} marks in one entry"
    yield Row("month", name, "sqlite3 executemany of the rows", "<= 2.5", took["ours"], took["floor"])


def commit(office: Office) -> Iterator[Row]:
    """One mark recorded and sealed, on the disk, against one row inserted and committed.

    The ratio of the clock falls as the disk gets slower; that of the processor does not know the disk.
    """
    nips, count = data.numbers(office.size.people), office.size.commits
    day, place = data.MONTH.first, Place("")
    marks = [(Mark(nip, data.KIND, day, Code.H, None, "", place), (None, None)) for nip in nips[:count]]

    work: dict[str, list[float]] = {"ours": [], "floor": []}

    def ours() -> float:
        made = engine(office.copy(office.staffed))
        made.connect().close()

        def record() -> None:
            for mark in marks:
                with writing(made) as session:
                    one = draft(session)
                    rolls.record(one, [mark])
                    one.seal()

        seconds = busy(work["ours"], record)
        made.dispose()
        return seconds

    def floor() -> float:
        with raw(office.copy(office.staffed)) as bare:
            under = floors.entry(bare)
            rows = [
                (number, 1, day.toordinal(), 0, None, None, None, None, under, under) for number in range(1, count + 1)
            ]
            return busy(work["floor"], floors.insert_each, bare, floors.MARK, rows)

    took = rounds({"ours": ours, "floor": floor}, 7)
    name = f"one mark recorded, sealed and committed ({count} times)"
    yield Row("commit", name, "one row inserted and committed", "<= 2", took["ours"], took["floor"])
    name = f"the same, time of the processor ({count} times)"
    yield Row("commit", name, "the same, time of the processor", "-", work["ours"][1:], work["floor"][1:])


def matrix(office: Office) -> Iterator[Row]:
    """Reading a month's matrix, every cell judged, against its cells as lists."""
    path = office.matrix

    def ours() -> float:
        return timed(lambda: reader.read(path))

    took = rounds({"ours": ours, "floor": lambda: timed(floors.read, path)}, 5)
    name = f"reading a roll of {office.size.people:,} x {data.MATRIX} cells"
    yield Row("matrix", name, "its cells as lists (python-calamine)", "<= 2", took["ours"], took["floor"])


def recap(office: Office) -> Iterator[Row]:
    """The workbook of a month of everybody against the same cells, bare: no styles, no heights, nothing to print."""
    target = office.folder / "recap.xlsx"
    one = data.desk(office.year)
    with one.read() as session:
        made = recap_matrices.matrix(one, inquire(one, session, data.KIND, data.MONTH))
    one.close()
    matrices.workbook(made, target)
    sheets = floors.cells(target)
    sides = {
        "ours": lambda: timed(matrices.workbook, made, target),
        "floor": lambda: timed(floors.write, sheets, target),
    }
    took = rounds(sides, 3)
    days = (data.MONTH.last - data.MONTH.first).days + 1
    name = f"writing the recap of a month ({office.size.people:,} people, {days} days)"
    yield Row("recap", name, "the same cells by openpyxl, write-only", "<= 1.3", took["ours"], took["floor"])


def machine(office: Office) -> Iterator[Row]:
    """The import of a machine's log, and of the same file again, against parsing and inserting it bare."""
    path = office.log

    def take(one: Any, known: bool) -> None:
        words: dict[str, Any] = {"date_format": None, "skip_bad": False, "dry_run": False, "reason": ""}
        outcome = scans.take(one, path, device=data.MACHINE, **words)
        assert (outcome.repeated if known else outcome.taken) == outcome.read, outcome

    again: list[float] = []

    def ours() -> float:
        one = data.desk(office.copy(office.staffed))
        one.opened()
        seconds = timed(take, one, False)
        again.append(timed(take, one, True))
        one.close()
        return seconds

    def floor() -> float:
        with raw(office.copy(office.staffed)) as bare:
            return timed(floors.take_log, bare, path, floors.entry(bare))

    took = rounds({"ours": ours, "floor": floor}, 5)
    name = f"scan import, {office.size.lines:,} lines"
    yield Row("scans", name, "bare parse and executemany", "<= 2", took["ours"], took["floor"])
    yield Row("scans", "the same file again", "its first import", "<= 1", again[-len(took["ours"]) :], took["ours"])

    def most(how: str) -> float:
        words = ["-m", "benchmarks.peak_scans", how, str(office.copy(office.staffed)), str(path)]
        done = subprocess.run([sys.executable, *words], check=True, capture_output=True, text=True, cwd=HERE.parent)
        return float(done.stdout)

    took = rounds({"ours": lambda: most("ours"), "floor": lambda: most("floor")}, 3)
    yield Row("scans", "peak memory of scan import", "the same, bare", "-", took["ours"], took["floor"], "MB")


def flag(office: Office) -> Iterator[Row]:
    """Flagging over a month and a year against SQL by hand and pandas."""
    one = data.desk(office.year)
    with raw(office.year) as bare, pandas(office.year) as peer, one.read() as session:
        for words, period in (("month", data.MONTH), ("year", data.YEAR)):
            sql = floors.flag_sql(period)
            sums = agree(bare, session, one, period)

            def ours(period: Period = period) -> float:
                return timed(lambda: inquire(one, session, data.KIND, period).flagged())

            def by_hand(sql: Any = sql) -> float:
                return timed(lambda: bare.execute(*sql).fetchall())

            sides = {"ours": ours, "sql": by_hand}
            if peer is not None:
                sides["pandas"] = lambda period=period, sums=sums: peer(period, sums)
            took = rounds(sides, 5 if words == "month" else 3)
            aim = "<= 3" if words == "year" else "-"
            name = f"flag over a {words} ({office.size.people:,} people, {sums[-1]} days)"
            yield Row("flag", name, "one SQL by hand, the simple case", aim, took["ours"], took["sql"])
            if peer is not None:
                yield Row("flag", name, "pandas, the simple case", "<= 0.33", took["ours"], took["pandas"])


def discipline(office: Office) -> Iterator[Row]:
    """What a year of working days meets in the law, of those whom a tier may reach and of all, against the same SQL."""
    one, law = data.desk(office.worked), Law()
    sql = floors.flag_sql(data.YEAR, Kind.KERJA)
    with raw(office.worked) as bare, one.read() as session:
        for words, ask in (("discipline", disciplining.reached), ("discipline --all", disciplining.count)):

            def ours(ask: Callable[..., Any] = ask) -> float:
                return timed(ask, one, session, data.YEAR, law)

            took = rounds({"ours": ours, "floor": lambda: timed(lambda: bare.execute(*sql).fetchall())}, 3)
            name = f"{words} over a year ({office.size.people:,} people)"
            yield Row("discipline", name, "one SQL by hand, the simple case", "-", took["ours"], took["floor"])


def agree(bare: Any, session: Session, one: Any, period: Period) -> tuple[int, int, int, int]:
    """Prove that the SQL answers what the program answers for people without letters, exemptions and moves.

    Answers the sums over all people (present, absent, runs), and the days.
    """
    special = "SELECT person_id FROM letter UNION SELECT person_id FROM exemption UNION"
    special += " SELECT person_id FROM posting WHERE until = 0 GROUP BY person_id HAVING count(*) > 1"
    apart = {person for (person,) in bare.execute(special)}
    found = inquire(one, session, data.KIND, period)
    by_hand = bare.execute(*floors.flag_sql(period)).fetchall()
    simple = {person: figures for person, *figures in by_hand if person not in apart}
    flagged = {each.history.person: each for each in found.flagged()}
    limits = found.settings.limits
    for person, (present, absent, run) in simple.items():
        each = flagged.get(person)
        if each is not None:
            assert [each.totals.present, each.totals.absent, each.run] == [present, absent, run], person
        else:
            assert run < (limits.run_limit or run + 1), person
    (days,) = bare.execute(
        "SELECT count(DISTINCT day) FROM closure WHERE day BETWEEN ? AND ?", _bounds(period)
    ).fetchone()
    present, absent, runs = (sum(row[column] for row in by_hand) for column in (1, 2, 3))
    return present, absent, runs, days


def _bounds(period: Period) -> tuple[int, int]:
    return period.first.toordinal(), period.last.toordinal()


@contextmanager
def pandas(path: Path) -> Iterator[Callable[[Period, tuple[int, ...]], float] | None]:
    """Ask the peer, in its own process with its own libraries; None where pandas is not installed."""
    own = HERE / ".venv" / "bin" / "python"
    python = str(own) if own.exists() else sys.executable
    if subprocess.run([python, "-c", "import pandas"], capture_output=True).returncode:
        print("pandas is not installed: its rows are left out (see benchmarks/README.md)", file=sys.stderr)
        yield None
        return
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([python, str(HERE / "pandas_peer.py"), str(path)], text=True, **pipes) as process:

        def ask(period: Period, sums: tuple[int, ...]) -> float:
            assert process.stdin is not None and process.stdout is not None
            print(*_bounds(period), file=process.stdin, flush=True)
            seconds, *told = process.stdout.readline().split()
            assert tuple(map(int, told)) == sums[:3], (told, sums)
            return float(seconds)

        yield ask


def memory(office: Office) -> Iterator[Row]:
    """The most memory that flagging takes, over a year against over a month."""

    def peak(period: Period) -> float:
        words = [str(office.year), period.first.isoformat(), period.last.isoformat()]
        command = [sys.executable, "-m", "benchmarks.peak", *words]
        done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=HERE.parent)
        return float(done.stdout)

    took = rounds({"ours": lambda: peak(data.YEAR), "floor": lambda: peak(data.MONTH)}, 3)
    yield Row("memory", "peak memory of flag, year", "the same, month", "~ 1", took["ours"], took["floor"], "MB")


def notice(office: Office) -> Iterator[Row]:
    """A notice of a thousand names against a bare table of them; the memory of two thousand."""

    def once(which: str, count: int) -> list[float]:
        command = [sys.executable, "-m", "benchmarks.notice_once", which, str(count)]
        done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=HERE.parent)
        return [float(word) for word in done.stdout.split()]

    took = rounds({"ours": lambda: once("ours", 1000)[0], "floor": lambda: once("floor", 1000)[0]}, 3)
    yield Row("notice", "1,000 names as PDF/A", "a bare table of them", "< 2", took["ours"], took["floor"])
    took = rounds({"ours": lambda: once("ours", 2000)[1], "floor": lambda: once("floor", 2000)[1]}, 3)
    yield Row(
        "notice", "peak memory, 2,000 names", "a bare table of them", "< 400 MB", took["ours"], took["floor"], "MB"
    )


ROWS: dict[str, Callable[[Office], Iterator[Row]]] = {
    "start-up": start_up,
    "roster": roster,
    "month": month,
    "commit": commit,
    "matrix": matrix,
    "recap": recap,
    "scans": machine,
    "flag": flag,
    "discipline": discipline,
    "memory": memory,
    "notice": notice,
}
"""Every measurement by its name, in the order of the table."""
