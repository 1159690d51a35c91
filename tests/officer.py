"""The program as an officer runs it: words in, sentences and files out."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
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


def saved_as(path: Path, suffix: str, folder: Path) -> Path:
    """A workbook as another spreadsheet program saves it; without one the test is left out."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("there is no LibreOffice here")
    home = f"-env:UserInstallation=file://{path.parent}/lo"
    words = [program, home, "--headless", "--convert-to", suffix, "--outdir", str(folder), str(path)]
    subprocess.run(words, check=True, capture_output=True)
    return folder / f"{path.stem}.{suffix}"


Roster = Callable[..., list[str]]
"""Takes in a roster of invented people, typed as NAME or NAME @ UNIT; answers their NIPs in order."""
