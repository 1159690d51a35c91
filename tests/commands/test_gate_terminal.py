"""The gate on a real terminal: large letters, colours, the bell, and an end that loses nothing."""

from __future__ import annotations

import os
import re
import select
import signal
import sys
import time
from pathlib import Path

import pytest
from gate_acts import DAY, codes
from officer import Apel, Roster

pty = pytest.importorskip("pty")  # a terminal of this kind is not on every system

CLI = Path(__file__).parents[2] / "cli.py"
PROMPT = b" > "
PATIENCE = 120
"""Seconds after which a terminal that says nothing is a fault, and no longer waited for."""
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def sit(apel: Apel, *lines: str | int, words: tuple[str, ...] = ("scan", "live"), **environment: str) -> str:
    """Run the gate in a terminal: a line after each prompt, or a signal. Answers all that stood on the screen."""
    command = ["--db", str(apel.database), "--today", f"{DAY}T07:20", "--lang", "en", *words]
    child, terminal = pty.fork()
    if child == 0:  # pragma: no cover - the other process
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # ignored where the tests run in the background
        os.environ |= {"COLUMNS": "80", "TERM": "xterm", **environment}
        os.execv(sys.executable, [sys.executable, str(CLI), *command])
    screen, waiting, seen = b"", list(lines), 0
    while True:
        if not select.select([terminal], [], [], PATIENCE)[0]:
            os.kill(child, signal.SIGKILL)
            raise AssertionError(screen)
        try:
            read = os.read(terminal, 4096)
        except OSError:  # the program has ended, and its terminal with it
            break
        screen += read
        if screen.count(PROMPT) > seen and waiting:
            seen = screen.count(PROMPT)
            line = waiting.pop(0)
            if isinstance(line, str):
                os.write(terminal, line.encode() if line == "\x04" else f"{line}\n".encode())
            else:
                time.sleep(0.1)  # so that the program waits for a line
                os.kill(child, line)
    os.waitpid(child, 0)
    assert not waiting, screen
    return screen.decode("utf-8", "replace").replace("\r\n", "\n")


def parts(screen: str) -> list[str]:
    """What stood on the screen after each prompt but the last."""
    return screen.split(PROMPT.decode())[1:-1]


def test_a_scan_is_seen_and_heard(apel: Apel, roster: Roster) -> None:
    ani, _budi = roster("ANI", "BUDI")
    present, again, unknown = parts(sit(apel, ani, ani, "zzz", "selesai"))
    assert [part.count("\a") for part in (present, again, unknown)] == [0, 1, 2]
    colours = ["".join(COLOUR.findall(part)[:3]) for part in (present, again, unknown)]
    assert len(set(colours)) == 3
    told = COLOUR.sub("", present)
    assert " PRESENT 07.20 " in told and "D I N A S   C O N T O H" in told
    assert "█▀▀▀█ █ ▀▄█   █" in told  # ANI
    assert "ALREADY PRESENT at 07.20" in COLOUR.sub("", again) and "NOT RECORDED" in COLOUR.sub("", unknown)
    assert "Nobody on the roster is meant by this." in unknown


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_without_colours_the_words_remain(apel: Apel, roster: Roster, environment: dict[str, str]) -> None:
    (ani,) = roster("ANI")
    (present,) = parts(sit(apel, ani, "selesai", **environment))
    assert "\x1b" not in present
    assert "=== PRESENT 07.20 ===" in present and "█▀▀▀█ █ ▀▄█   █" in present


def test_without_the_signs_the_letters_are_spaced(apel: Apel, roster: Roster) -> None:
    (ani,) = roster(f"ANI {'X' * 40}")
    (present,) = parts(sit(apel, ani, "selesai", PYTHONIOENCODING="ascii", PYTHONUTF8="0"))
    assert f"ANI {'X' * 40}" in present and "D I N A S   C O N T O H" in present
    assert "█" not in present


def test_an_interrupt_ends_with_the_sums(apel: Apel, roster: Roster) -> None:
    ani, _budi = roster("ANI", "BUDI")
    screen = sit(apel, ani, signal.SIGINT)
    assert "Recorded in this sitting: 1" in screen and f"apel roll close {DAY}" in screen
    assert codes(apel) == {"ANI": "H", "BUDI": "BL"}
    screen = sit(apel, "", signal.SIGINT, words=("roll", "take", "--unit", "DINAS CONTOH", "--again"))
    assert "Recorded in this sitting: 0" in screen and "Still open (1): BUDI" in screen


def test_the_end_of_the_input_is_an_end(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    screen = sit(apel, "zz", "\x04")
    assert screen.rpartition(PROMPT.decode())[2].startswith(("\n", "^D\x08\x08\n")) and "Not recorded (1):" in screen


def test_what_was_shown_is_kept_when_the_plug_is_pulled(apel: Apel, roster: Roster) -> None:
    ani, budi = roster("ANI", "BUDI")
    screen = sit(apel, ani, budi, signal.SIGKILL)
    assert COLOUR.sub("", screen).count(" PRESENT 07.20 ") == 2
    assert codes(apel) == {"ANI": "H", "BUDI": "H"}
    assert apel.json("journal", "verify")["faults"] == []
