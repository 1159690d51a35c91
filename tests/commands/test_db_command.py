"""apel db: the version of the database."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from office_acts import journal
from officer import Apel

from attendance import language, places
from attendance.ledger import schema

NEXT = '''"""a table of remarks"""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0004", "0003"
branch_labels = depends_on = None


def upgrade() -> None:
    op.create_table("remark", sa.Column("id", sa.Integer, primary_key=True))
'''


def test_the_version(apel: Apel) -> None:
    assert f"version {schema.REVISION}, the program wants {schema.REVISION}" in apel("db", "current")
    assert "up to date" in apel("db", "upgrade")


def test_a_later_version_is_left_alone(apel: Apel) -> None:
    with sqlite3.connect(apel.database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = apel.database.read_bytes()
    assert "later version" in apel.refuses("db", "upgrade")
    assert apel.database.read_bytes() == before


@pytest.mark.parametrize("by_address", [False, True])
def test_an_older_database_is_brought_up_to_date(
    apel: Apel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_address: bool
) -> None:
    """As after an update of the program that comes with one more migration."""
    before = journal(apel)
    installed = tmp_path / "installed" / "attendance"
    shutil.copytree(places.migrations(), installed / "migrations")
    (installed / "migrations" / "versions" / "0004_remarks.py").write_text(NEXT)
    shutil.copytree(language.FOLDER, installed / "locale")
    monkeypatch.setattr(places, "PACKAGE", installed)
    monkeypatch.setattr(schema, "REVISION", "0004")
    assert "apel db upgrade" in apel.refuses("status")
    target = ["--db", f"sqlite:///{apel.database}"] if by_address else []
    said = apel(*target, "db", "upgrade")
    assert "now has version 0004" in said
    assert "up to date" in apel("db", "upgrade")
    assert journal(apel) == before
    assert len(list(tmp_path.glob("apel.0003-*.db"))) == 1
    with sqlite3.connect(apel.database) as connection:
        assert connection.execute("SELECT count(*) FROM remark").fetchone() == (0,)
    connection.close()
