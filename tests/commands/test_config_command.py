"""apel config: the office's own configuration."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from office_acts import done_once, journal
from officer import Apel, Roster


def test_one_key(apel: Apel) -> None:
    assert "Changed: board" in done_once(apel, "config", "set", "board.paper", "F4", "--reason", "surat edaran")
    assert "Changed: chronic" in done_once(apel, "config", "set", "chronic.beruntun.limit", "4")
    shown = tomllib.loads(apel("config", "show"))
    assert shown["board"]["paper"] == "F4" and shown["chronic"]["beruntun"]["limit"] == 4
    assert shown["chronic"]["jarang"]["below"] == 0.5
    assert "surat edaran" in apel("journal", "show", 5)
    assert tomllib.loads(apel("--as-of", 4, "config", "show"))["board"]["paper"] == "A4"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["board", "F4"], "name a section and a key"),
        (["board.papr", "F4"], "Did you mean paper"),
        (["bord.paper", "F4"], "Did you mean board"),
        (["board.paper", "A3"], "A4, F4"),
        (["schedules.kind", "x"], "config edit"),
        (["schedules.0.kind", "x"], "config edit"),
        (["office.name", "5"], "text in quotes"),
        (["office.zone", "GMT"], "WIB"),
    ],
)
def test_what_is_refused(apel: Apel, words: list[str], said: str) -> None:
    before = journal(apel)
    assert said in apel.refuses("config", "set", *words)
    assert journal(apel) == before


def test_export_and_import(apel: Apel) -> None:
    file = apel.folder / "c.toml"
    assert "Written" in apel("config", "export", file)
    assert tomllib.loads(file.read_text("utf-8")) == tomllib.loads(apel("config", "show"))
    file.write_text(file.read_text("utf-8").replace("KOTA CONTOH", "KOTA LAIN"), encoding="utf-8-sig")
    assert "Changed: " in done_once(apel, "config", "import", file)
    assert "KOTA LAIN" in apel("config", "show")
    assert "Nothing was changed" in apel("config", "import", file)


def test_files_that_are_no_configuration(apel: Apel, roster: Roster) -> None:
    roster("ANI @ SATU")
    before = journal(apel)
    assert "no such file" in apel.refuses("config", "import", apel.folder / "none.toml")
    assert "not a text file" in apel.refuses("config", "import", apel.folder)
    binary = apel.folder / "b.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    assert "not a text file" in apel.refuses("config", "import", binary)
    assert "not TOML" in apel.refuses("config", "import", apel.file("c.toml", "name = "))
    schedule = '[[schedules]]\nkind = "apel-sore"\nweekdays = ["senin"]\nunits = ["TIADA"]'
    assert "unit TIADA" in apel.refuses("config", "import", apel.file("d.toml", schedule))
    hours = schedule.replace("schedules", "hours").replace('kind = "apel-sore"\n', "")
    assert "unit TIADA" in apel.refuses("config", "import", apel.file("e.toml", hours))
    assert journal(apel) == before
    apel("config", "import", apel.file("f.toml", schedule.replace("TIADA", "satu")))


def editor(apel: Apel, monkeypatch: pytest.MonkeyPatch, script: str) -> Path:
    path = apel.folder / "editor.sh"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(path))
    monkeypatch.delenv("VISUAL", raising=False)
    return path


def test_editing(apel: Apel, monkeypatch: pytest.MonkeyPatch) -> None:
    before = journal(apel)
    editor(apel, monkeypatch, "exit 0")
    assert "Nothing was changed" in apel("config", "edit")
    assert journal(apel) == before
    editor(apel, monkeypatch, "sed -i 's/correction_days = .*/correction_days = 7/' \"$1\"; touch -d '+1 hour' \"$1\"")
    assert "Changed: board" in apel("config", "edit", "--reason", "perwal")
    assert tomllib.loads(apel("config", "show"))["board"]["correction_days"] == 7


def test_an_edit_that_is_refused_is_not_lost(apel: Apel, monkeypatch: pytest.MonkeyPatch) -> None:
    before = journal(apel)
    editor(
        apel,
        monkeypatch,
        'sed -i \'s/correction_days = .*/correction_days = "tujuh"/\' "$1"; touch -d \'+1 hour\' "$1"',
    )
    said = apel.refuses("config", "edit")
    assert "correction_days" in said
    (kept,) = [word.rstrip(".") for word in said.split() if word.rstrip(".").endswith(".toml") and "/" in word]
    assert 'correction_days = "tujuh"' in Path(kept).read_text("utf-8")
    assert journal(apel) == before
