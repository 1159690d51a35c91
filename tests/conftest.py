"""What every test stands on: a migrated database of its own, and the program run as an officer runs it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from attendance.commands import main as main_module
from attendance.commands.main import main

TODAY = "2026-03-31"
"""The day on which the tests stand unless they say otherwise: a Tuesday, all of March 2026 is over."""


@dataclass
class Apel:
    """The program on one database: called with the words that an officer types."""

    database: Path
    folder: Path
    today: str = TODAY

    def run(self, *words: object, today: str | None = None, **environment: str) -> Result:
        """Run a command, whatever comes of it; a traceback fails the test."""
        line = ["--db", str(self.database), "--today", today or self.today, *map(str, words)]
        result = CliRunner().invoke(main, line, env={"APEL_LANG": "en", "APEL_ACTOR": "officer", **environment})
        if result.exit_code == 3 or not isinstance(result.exception, SystemExit | None):
            log = main_module.folder() / "apel.log"
            raise AssertionError(log.read_text("utf-8") if log.exists() else result.output) from result.exception
        return result

    def __call__(self, *words: object, today: str | None = None) -> str:
        """Run a command that must succeed; answers all that it said."""
        result = self.run(*words, today=today)
        assert result.exit_code == 0, result.output
        return result.output

    def refuses(self, *words: object, today: str | None = None) -> str:
        """Run a command that must be refused; answers all that it said."""
        result = self.run(*words, today=today)
        assert result.exit_code == 1, (result.exit_code, result.output)
        return result.output

    def json(self, *words: object, today: str | None = None) -> Any:
        """Run a command with --format json; answers the document."""
        result = self.run(*words, "--format", "json", today=today)
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    def file(self, name: str, text: str) -> Path:
        """A file as an officer writes it, its lines without their indent."""
        path = self.folder / name
        path.write_text("\n".join(line.strip() for line in text.strip().splitlines()) + "\n", encoding="utf-8")
        return path


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


Roster = Callable[..., list[str]]


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
