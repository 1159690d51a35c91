"""The screen and keyboard of somebody who calls a roll: large, loud, and one line at a time."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from typing import TextIO

import click

from attendance.publish import banners
from attendance.publish.formats import safe
from attendance.publish.formats import width as columns_of
from attendance.publish.terminal import wrap

WIDEST = 80


class Tone(Enum):
    """How something is told: its colour on a screen that has colours, and how often the bell rings."""

    GOOD = ("green", 0)
    LATE = ("yellow", 0)
    NOTED = ("cyan", 1)
    AGAIN = ("blue", 1)
    BAD = ("red", 2)


@dataclass(frozen=True, slots=True)
class Told:
    """What is shown after a scan: the verdict, the words to be seen from afar, and what stands below them."""

    tone: Tone
    verdict: str
    large: str
    under: str  # the unit: in spaced letters where there is room
    lines: Sequence[str]


class Screen:
    """Where it is shown. Without a terminal each scan is a line: no letters, no colour, no bell."""

    def __init__(self) -> None:
        out = sys.stdout
        self.live = out.isatty()
        self.typed = sys.stdin.isatty()
        self.columns = min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns)
        self._colours = self.live and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        self._large = self.live and banners.drawable(out.encoding)

    def tell(self, told: Told) -> None:
        """Show what became of a scan: at once, and whole."""
        if not self.live:
            self.say(" | ".join(part for part in (told.verdict, *told.lines[:1], told.under, *told.lines[1:]) if part))
            return
        colour, rings = told.tone.value
        large = banners.letters(told.large, self.columns) if self._large else self._spaced(told.large)
        high = [*large, "", *self._spaced(told.under)] if told.under else large
        below = [line for text in told.lines for line in wrap(text, self.columns)]
        body = [self._bar(told.verdict, colour), "", *(self._styled(line, colour) for line in high), "", *below]
        click.echo("\n".join(body) + "\a" * rings, color=self._colours)

    def say(self, text: str) -> None:
        """Talk."""
        for line in text.split("\n"):
            click.echo(safe(line), color=False)
        sys.stdout.flush()

    def _bar(self, verdict: str, colour: str) -> str:
        words = f" {safe(verdict)} "
        if not self._colours:
            return f"==={words}{'=' * max(3, self.columns - 3 - columns_of(words))}"
        bar = words + " " * max(0, self.columns - columns_of(words))
        return click.style(bar, bg=colour, fg="black" if colour in ("yellow", "cyan", "green") else "white", bold=True)

    def _spaced(self, text: str) -> list[str]:
        """In capitals, spaced where they fit one line so."""
        capitals = safe(text).upper()
        spaced = " ".join(capitals)
        return [spaced] if columns_of(spaced) <= self.columns else wrap(capitals, self.columns)

    def _styled(self, line: str, colour: str) -> str:
        return click.style(line, fg=colour, bold=True) if self._colours else line

    def heard(self, prompt: str) -> Iterator[str]:
        """What is scanned or typed, a line at a time, until there is no more; the prompt only where somebody types."""
        lenient(sys.stdin)
        while True:
            if self.typed:
                click.echo(f"{safe(prompt)} ", nl=False)
                sys.stdout.flush()
            line = sys.stdin.readline()
            if not line:
                self.say("") if self.typed else None
                return
            yield line.strip()


def lenient(stream: TextIO) -> None:
    """From now on bytes that are no text come as signs that say so, and stop nobody."""
    with suppress(AttributeError):  # what stands in for a keyboard may be no file
        stream.reconfigure(errors="replace")  # type: ignore[attr-defined]
