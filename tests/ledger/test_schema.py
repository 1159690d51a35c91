"""The database itself: made by the migrations, refused when it is another's, safe against a pulled plug."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from ledgers import MOMENT, TYPED, Ledger, day, employ, mark
from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError, OperationalError

from attendance import places
from attendance.ledger import journal, rolls, scans, schema, verifying
from attendance.ledger.columns import Base
from attendance.ledger.engine import address, engine, reading, writing
from attendance.ledger.models import MarkFact, ScanFact
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period


def test_the_models_are_what_the_migrations_make(ledger: Ledger) -> None:
    with ledger.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_newest_migration_is_the_revision_of_the_program() -> None:
    scripts = ScriptDirectory(str(places.migrations()))
    assert scripts.get_heads() == [schema.REVISION]
    newest = max(path.name for path in (places.migrations() / "versions").glob("*.py"))
    assert newest.startswith(f"{schema.REVISION}_")


def test_from_nothing_to_a_ledger_and_again_changes_nothing(tmp_path: Path) -> None:
    made = engine(tmp_path / "new.db")
    assert schema.current(made) is None
    with pytest.raises(schema.Absent):
        schema.check(made)
    schema.upgrade(made)
    assert schema.current(made) == schema.REVISION
    schema.upgrade(made)
    schema.check(made)
    with reading(made) as session:
        assert (journal.head(session), journal.lines(session)) == ((0, journal.GENESIS), [])
        assert verifying.verify(session) == []
    made.dispose()


def test_a_migration_that_fails_leaves_nothing(tmp_path: Path) -> None:
    made = engine(tmp_path / "new.db")
    with made.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE link (id INTEGER)")
    with pytest.raises(OperationalError, match="already exists"):
        schema.upgrade(made)
    assert inspect(made).get_table_names() == ["link"]
    made.dispose()


@pytest.mark.parametrize(("revision", "refusal"), [("0000", schema.Older), ("9999", schema.Newer)])
def test_an_older_and_a_newer_database_are_refused(ledger: Ledger, revision: str, refusal: type[Exception]) -> None:
    ledger.change("UPDATE alembic_version SET version_num = ?", revision)
    with pytest.raises(refusal):
        schema.check(ledger.engine)


def test_a_path_and_an_address() -> None:
    assert str(address("/srv/apel.db")) == "sqlite:////srv/apel.db"
    assert address("postgresql+psycopg://kota@server/apel").host == "server"


@pytest.mark.parametrize(
    ("pragma", "value"), [("foreign_keys", 1), ("journal_mode", "wal"), ("synchronous", 2), ("busy_timeout", 10_000)]
)
def test_every_connection_is_careful(ledger: Ledger, pragma: str, value: object) -> None:
    with ledger.engine.connect() as one, ledger.engine.connect() as other:
        for connection in (one, other):
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_a_row_must_belong_to_an_entry_and_a_person(ledger: Ledger) -> None:
    with ledger.act() as draft:
        employ(draft, 1)
    for row in [(99, 1, 1, 0, None, None, None, None), (1, 1, 1, 0, None, None, 99, None)]:
        with pytest.raises(IntegrityError, match="FOREIGN KEY"), ledger.act() as draft:
            draft.record(MarkFact, [row])


def test_a_second_live_mark_or_scan_is_refused_by_the_database(ledger: Ledger) -> None:
    with ledger.act() as draft:
        person = employ(draft, 1)[1]
        device = scans.meet_device(draft, "Balai Kota")
        pin = scans.meet_pins(draft, device, ["7"])["7"]
        draft.record(MarkFact, [(person, 1, 700_000, 0, None, None, None, None)])
        draft.record(ScanFact, [(pin, 700_000, 60, None, None)])
    before = ledger.last
    for model, row in (
        (MarkFact, (person, 1, 700_000, 8, None, None, None, None)),
        (ScanFact, (pin, 700_000, 60, None, 2)),
    ):
        with pytest.raises(IntegrityError, match="UNIQUE"), ledger.act() as draft:
            draft.record(model, [row])
    assert ledger.last == before


def test_a_rehearsal_leaves_nothing(ledger: Ledger) -> None:
    before = ledger.state()
    with writing(ledger.engine, keep=False) as session:
        draft = journal.begin(session, "act", actor="officer", at=MOMENT)
        employ(draft, 1)
        draft.seal()
        assert journal.head(session)[0] == draft.number
    assert ledger.state() == before


def test_an_error_in_the_middle_leaves_nothing(ledger: Ledger) -> None:
    before = ledger.state()
    with pytest.raises(ZeroDivisionError), ledger.act() as draft:
        employ(draft, 1)
        rolls.record(draft, [(mark(1, number, "H"), TYPED) for number in range(1, 1 // 0)])
    assert ledger.state() == before


def test_one_who_reads_sees_one_state_while_another_writes(ledger: Ledger) -> None:
    with ledger.ask() as session:
        before = journal.head(session)
        with ledger.act() as draft:
            employ(draft, 1)
        assert journal.head(session) == before
    assert ledger.last == before[0] + 1


def test_a_backup_is_whole_while_others_read(ledger: Ledger, tmp_path: Path) -> None:
    with ledger.act() as draft:
        employ(draft, 1, 2)
    copy = tmp_path / "cadangan.db"
    with ledger.ask() as session:
        journal.head(session)
        schema.backup(ledger.engine, copy)
    kept = Ledger(copy)
    assert kept.state() == ledger.state()
    with kept.ask() as session:
        assert verifying.verify(session) == []
    kept.close()
    with pytest.raises(OperationalError, match="already exists"):
        schema.backup(ledger.engine, copy)


IMPORT = """
import sys
from ledgers import MOMENT, TYPED, Ledger, mark
from attendance.ledger import rolls
ledger = Ledger(sys.argv[1])
with ledger.act("roll import") as draft:
    draft.session.connection().exec_driver_sql("PRAGMA cache_size = 10")  # so that much of it is on the disk early
    rolls.record(draft, [(mark(person, number, "H"), TYPED) for person in range(1000) for number in range(1, 21)])
    print("in the middle", flush=True)
    if sys.argv[2] == "wait":
        sys.stdin.read()
print("written", flush=True)
sys.stdin.read()
"""


def importing(ledger: Ledger, how: str) -> subprocess.Popen[str]:
    """A program of its own that takes in a large roll; it waits for its end where it is told to."""
    path = [str(Path(__file__).parent), str(Path(__file__).parents[2])]
    line = [sys.executable, "-c", f"import sys; sys.path[:0] = {path}\n{IMPORT}", str(ledger.path), how]
    return subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize(("how", "lines", "marks"), [("wait", 1, 0), ("go on", 2, 20_000)])
def test_a_kill_leaves_all_of_a_file_or_none_of_it(ledger: Ledger, how: str, lines: int, marks: int) -> None:
    before = ledger.last
    ledger.close()
    with importing(ledger, how) as program:
        assert program.stdout is not None
        assert [program.stdout.readline() for _line in range(lines)][-1] in ("in the middle\n", "written\n")
        assert Path(f"{ledger.path}-wal").stat().st_size > 500_000, "it had not begun"
        program.kill()
    assert program.returncode != 0
    assert ledger.rows("SELECT count(*) FROM mark") == [(marks,)]
    assert ledger.last == before + bool(marks)
    with ledger.ask() as session:
        assert verifying.verify(session) == []
        kept = dict(rolls.recorded_marks(session, Kind.APEL_PAGI, Period(day(1), day(31)), range(1, 1001)))
    assert all(len(days) == 20 for days in kept.values())
    assert bool(kept) is bool(marks)


def test_a_copy_without_the_log_beside_it_is_whole_once_the_program_has_ended(ledger: Ledger, tmp_path: Path) -> None:
    with ledger.act() as draft:
        employ(draft, 1)
    expected = ledger.state()
    ledger.close()
    copy = Ledger(Path(shutil.copyfile(ledger.path, tmp_path / "salinan.db")))
    assert copy.state() == expected
    copy.close()
