"""apel init: a new database, once."""

from __future__ import annotations

from pathlib import Path

import pytest
from office_acts import journal
from officer import Apel


@pytest.fixture
def nothing(tmp_path: Path) -> Apel:
    """The program where there is no database yet."""
    return Apel(tmp_path / "deep" / "er" / "apel.db", tmp_path)


def test_a_new_office_has_its_name_zone_and_holidays(nothing: Apel) -> None:
    said = nothing("init", "--office", "PEMERINTAH KABUPATEN CONTOH", "--zone", "WIT")
    assert "Ready" in said and "2025 to 2027" in said and "staff import" in said
    shown = nothing("config", "show")
    assert 'name = "PEMERINTAH KABUPATEN CONTOH"' in shown and 'zone = "WIT"' in shown
    days = {row["date"] for row in nothing.json("calendar", "show", "2026")}
    assert {"2026-01-01", "2026-03-19", "2026-08-17", "2026-12-25"} <= days
    assert journal(nothing)[0] == 4  # the office, and three years


def test_a_second_init_is_refused_and_leaves_all_as_it_was(apel: Apel) -> None:
    before = journal(apel)
    assert "already" in apel.refuses("init", "--office", "LAIN")
    assert journal(apel) == before
    assert "CONTOH" in apel("config", "show")


def test_init_wants_a_name(nothing: Apel) -> None:
    assert nothing.run("init").exit_code == 2
    assert nothing.run("init", "--office", "X", "--zone", "GMT").exit_code == 2
    assert "needs a name" in nothing.refuses("init", "--office", "  ")
    assert not nothing.database.exists()


def test_a_database_by_its_address(tmp_path: Path) -> None:
    one = Apel(tmp_path / "unused.db", tmp_path)
    address = f"sqlite:///{tmp_path / 'lewat-alamat.db'}"
    one("--db", address, "init", "--office", "X")
    assert "already" in one.refuses("--db", address, "init", "--office", "X")
    assert not one.database.exists()


def test_init_where_no_folder_can_be(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("no folder")
    said = Apel(blocker / "apel.db", tmp_path).refuses("init", "--office", "X")
    assert str(blocker) in said


def test_init_leaves_a_foreign_file_alone(tmp_path: Path) -> None:
    foreign = tmp_path / "catatan.txt"
    foreign.write_text("Ini catatan rapat, bukan basis data. " * 50)
    before = foreign.read_bytes()
    assert "not an apel database" in Apel(foreign, tmp_path).refuses("init", "--office", "X")
    assert foreign.read_bytes() == before
