"""Questions are asked where somebody is there to answer: a real terminal, a real keyboard."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from officer import Apel

pty = pytest.importorskip("pty")  # a terminal of this kind is not on every system; the questions are

CLI = Path(__file__).parents[2] / "cli.py"
ROSTER = "NIP;NAMA;UNIT\n198001012005012001;ANI;DINAS CONTOH"


def answer(apel: Apel, words: list[str], keys: str) -> str:
    """Run the program in a terminal and type an answer; all that stood on the screen."""
    command = [sys.executable, str(CLI), "--db", str(apel.database), "--today", apel.today, "--lang", "en", *words]
    child, terminal = pty.fork()
    if child == 0:  # pragma: no cover - the other process
        os.execv(sys.executable, command)
    screen, typed = b"", False
    while True:
        try:
            read = os.read(terminal, 4096)
        except OSError:  # the program has ended, and its terminal with it
            break
        if not read:
            break
        screen += read
        if b"[y/N]" in screen and not typed:
            os.write(terminal, keys.encode())
            typed = True
    os.waitpid(child, 0)
    assert typed, screen
    return screen.decode()


def test_a_roster_is_shown_before_it_is_taken_over(apel: Apel) -> None:
    path = str(apel.file("roster.csv", ROSTER))
    said = answer(apel, ["staff", "import", path], "n\n")
    assert said.index("new: 1") < said.index("Take this over?") < said.index("Nothing was taken over")
    assert apel.json("staff", "list")["people"] == []
    assert "taken 1" in answer(apel, ["staff", "import", path], "y\n")
    assert len(apel.json("staff", "list")["people"]) == 1


def test_an_empty_roll_is_not_closed_by_mistake(apel: Apel) -> None:
    apel("staff", "import", apel.file("roster.csv", ROSTER), "--from", "2026-01-01")
    words = ["roll", "close", "2026-03-02", "--all", "--signed-by", "KEPALA"]
    assert "Nothing was closed" in answer(apel, words, "n\n")
    assert apel.json("flag", "2026-03-02", "--all")["people"][0]["unreported"] == 1
    assert "1 TK" in answer(apel, words, "y\n")
    assert apel.json("flag", "2026-03-02", "--all")["people"][0]["absent"] == 1


def test_whose_a_damaged_nip_is_is_asked_row_by_row_and_no_is_the_default(apel: Apel) -> None:
    apel("staff", "import", apel.file("roster.csv", ROSTER), "--from", "2026-01-01")
    path = str(apel.file("damaged.csv", "NIP;NAMA;UNIT\n1,98001E+17;ANI;DINAS CONTOH"))
    said = answer(apel, ["staff", "import", path], "\n")
    assert "row 2: ANI: is the NIP 19800101 200501 2 001? [y/N]" in said and "refused 1" in said
    assert "unchanged 1" in answer(apel, ["staff", "import", path], "y\n")
