"""What officers do at the gate: lines that are scanned or typed, and what others do in between."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from click.testing import CliRunner
from officer import Apel

from attendance.commands.main import main

DAY = "2026-03-02"
"""A Monday with an apel, whose gate is open from 06:00 to 08:00, and late after 07:30."""

Line = str | bytes | Callable[[], object]
"""What comes next: a line, or an act at another desk, after which an empty line would be a question: so none comes."""


class Hands(io.RawIOBase):
    """A keyboard: one line after the other, and between them what else happens in the office."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.lines = list(lines)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while self.lines and callable(self.lines[0]):
            self.lines.pop(0)()
        if not self.lines:
            return 0
        line = self.lines.pop(0)
        data = (line if isinstance(line, bytes) else line.encode()) + b"\n"
        buffer[: len(data)] = data
        return len(data)


def call(
    apel: Apel, *lines: Line, at: str = f"{DAY}T07:20", words: tuple[str, ...] = ("scan", "live"), code: int = 0
) -> str:
    """Call a roll: the lines in order, then the end of the input. Answers all that was said."""
    line = ["--db", str(apel.database), "--today", at, *words]
    environment = {"APEL_LANG": "en", "APEL_ACTOR": "officer", "COLUMNS": "80"}
    result = CliRunner().invoke(main, line, input=io.BufferedReader(Hands(lines)), env=environment)
    assert result.exit_code == code, (result.exit_code, result.output)
    return result.output


def take(apel: Apel, *lines: Line, unit: str = "DINAS CONTOH", at: str = f"{DAY}T07:20", more: str = "") -> str:
    """Call the roll of a unit from the list."""
    return call(apel, *lines, at=at, words=("roll", "take", "--unit", unit, *more.split()))


def codes(apel: Apel, day: str = DAY, kind: str = "apel-pagi") -> dict[str, str]:
    """Each person's code on a day, once it is over."""
    return {row["name"]: row[day] for row in apel.json("roll", "show", day, "--kind", kind)}


def verdicts(said: str) -> list[str]:
    """What was said of each scan: the first words of its line."""
    known = ("PRESENT", "LATE", "ALREADY PRESENT", "NOT RECORDED", "UNKNOWN")
    return [line.partition(" | ")[0] for line in said.splitlines() if line.startswith(known) and " | " in line]
