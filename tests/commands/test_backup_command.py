"""apel backup and apel restore."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from office_acts import answers, journal, roll
from officer import Apel, Roster


def test_there_and_back(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI")
    kept = apel.folder / "cadangan.db"
    before = answers(apel)
    assert "Written" in apel("backup", kept)
    assert "nothing was overwritten" in apel.refuses("backup", kept)
    roll(apel, nips, "H TK")
    after = journal(apel)
    assert answers(apel) != before
    untouched = kept.read_bytes()
    said = apel("restore", kept)
    assert kept.read_bytes() == untouched
    assert answers(apel) == before
    (aside,) = [Path(word.rstrip(".")) for word in said.split() if word.rstrip(".").endswith(".db") and ".2" in word]
    assert journal(Apel(aside, apel.folder)) == after
    assert answers(Apel(kept, apel.folder)) == before


def test_where_a_backup_cannot_be(apel: Apel) -> None:
    assert "does not exist" in apel.refuses("backup", apel.folder / "nowhere" / "x.db")
    assert "pg_dump" in apel.refuses("--db", "postgresql://x/y", "backup", apel.folder / "x.db")
    assert "apel init" in apel.refuses("--db", apel.folder / "none.db", "backup", apel.folder / "x.db")
    apel("--db", f"sqlite:///{apel.database}", "backup", apel.folder / "y.db")


def test_restoring_what_is_no_backup(apel: Apel) -> None:
    before = journal(apel)
    assert "no such file" in apel.refuses("restore", apel.folder / "none.db")
    text = apel.file("catatan.db", "bukan basis data " * 100)
    assert "not an apel database" in apel.refuses("restore", text)
    assert "in a file" in apel.refuses("--db", "postgresql://x/y", "restore", apel.database)
    assert journal(apel) == before


def test_restoring_where_nothing_is_yet(apel: Apel, tmp_path: Path) -> None:
    new = Apel(tmp_path / "deep" / "new.db", tmp_path)
    assert "kept" not in new("restore", apel.database)
    assert journal(new) == journal(apel)


def test_restoring_over_a_damaged_database(apel: Apel) -> None:
    """This is what a backup is for: what is left of the old file is kept byte for byte."""
    kept = apel.folder / "cadangan.db"
    apel("backup", kept)
    damaged = b"SQLite format 3\x00" + b"\xa5" * 5000
    apel.database.write_bytes(damaged)
    assert apel.run("status").exit_code == 1
    apel("restore", kept)
    assert journal(apel)[0] == 4
    assert damaged in [path.read_bytes() for path in apel.folder.glob("apel.2*.db")]


@pytest.mark.parametrize(("version", "words"), [("0000", "apel db upgrade"), ("9999", "later version")])
def test_restoring_a_backup_of_another_version(apel: Apel, version: str, words: str) -> None:
    kept = apel.folder / "cadangan.db"
    apel("backup", kept)
    with sqlite3.connect(kept) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
    connection.close()
    assert words in apel.refuses("restore", kept)
    assert journal(apel)[0] == 4
