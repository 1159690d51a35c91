"""What every test stands on: a migrated database of its own, and the program run as an officer runs it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest
from officer import Apel, Roster

from attendance import language


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database made by the program itself, migrations and all: copied for each test."""
    path = tmp_path_factory.mktemp("template") / "apel.db"
    Apel(path, path.parent)("init", "--office", "PEMERINTAH KOTA CONTOH")
    return path


@pytest.fixture
def apel(template: Path, tmp_path: Path) -> Apel:
    """The program on a new database with the default configuration and the holidays of 2025-2027."""
    return Apel(Path(shutil.copyfile(template, tmp_path / "apel.db")), tmp_path)


@pytest.fixture(autouse=True)
def no_real_data(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test can touch an officer's own database: the folder of the program lies elsewhere."""
    elsewhere = tmp_path_factory.getbasetemp() / "home"
    monkeypatch.setattr("attendance.commands.main.folder", lambda: elsewhere)
    for name in ("APEL_DB", "APEL_TODAY", "APEL_LANG"):
        monkeypatch.delenv(name, raising=False)
    yield


@pytest.fixture(autouse=True)
def no_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test begins in the language of the source, whatever the one before it has spoken."""
    monkeypatch.setattr(language, "_catalogue", NullTranslations())
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def roster(apel: Apel) -> Roster:
    """Take in a roster of invented people, typed as NAME or NAME @ UNIT; answers their NIPs in order."""

    def take(*people: str, first: str = "2026-01-01") -> list[str]:
        lines, nips = ["NIP;NAMA;UNIT KERJA"], []
        for number, person in enumerate(people, 1):
            name, _at, unit = person.partition(" @ ")
            nips.append(f"19850101201001{1}{number:03d}")
            lines.append(f"{nips[-1]};{name};{unit or 'DINAS CONTOH'}")
        apel("staff", "import", apel.file("roster.csv", "\n".join(lines)), "--from", first)
        return nips

    return take
