"""Many files at once: folders and patterns, how far they are, and a table of what became of each."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from officer import Apel, Roster

from attendance.commands.desk import Desk

DAYS = ("2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06", "2026-03-09")


@pytest.fixture
def folder(apel: Apel, roster: Roster) -> Path:
    """A folder as a unit keeps it: rolls, a letter scanned, the lock of an open workbook, and a folder."""
    (nip,) = roster("ANI CONTOH")
    made = apel.folder / "masuk"
    made.mkdir()
    for number, day in enumerate(DAYS):
        apel.file(f"masuk/{number}.csv", f"NIP;TANGGAL;JENIS;KODE\n{nip};{day};apel pagi;H")
    (made / "~$0.xlsx").write_bytes(b"lock")
    (made / ".tersembunyi.csv").write_bytes(b"x")
    (made / "Thumbs.db").write_bytes(b"x")
    (made / "surat.pdf").write_bytes(b"%PDF")
    (made / "lama").mkdir()
    return made


def test_a_folder_means_the_lists_in_it(apel: Apel, folder: Path) -> None:
    run = apel.run("roll", "import", folder)
    assert run.exit_code == 0
    assert run.stderr.splitlines() == [
        f"passed over: {folder / 'lama'} (no list)",
        f"passed over: {folder / 'surat.pdf'} (no list)",
    ]
    table = [line.split() for line in run.stdout.splitlines() if line]
    assert table[0] == ["File", "Read", "Taken", "Result"]
    assert table[2] == ["0.csv", "1", "1", "entry", "6"]
    assert table[-1] == ["Total", "6", "6"]
    assert "csv: read" not in run.stdout  # six files of which there is nothing else to say


def test_a_pattern_is_understood_where_the_shell_leaves_it(apel: Apel, folder: Path) -> None:
    said = apel("roll", "import", folder / "[01].csv", folder / "0.csv")
    assert said.count("read 1, taken 1") == 2  # each file once
    assert f"passed over: {folder / 'surat.pdf'}" in apel("roll", "import", folder.parent / "mas*")
    (folder / "surat.pdf").unlink()
    said = apel("roll", "import", folder / "*")  # the lock of a workbook and an empty folder are no files
    assert "Unchanged" in said and said.count("nothing new") == 6
    assert "no file is called" in apel.refuses("roll", "import", folder / "x*.csv")


def test_an_empty_folder_and_a_missing_file_do_not_keep_the_others_out(apel: Apel, folder: Path) -> None:
    said = apel.refuses("roll", "import", folder / "lama", folder / "tidak-ada.csv", folder / "0.csv")
    assert "there is no list in this folder" in said and "does not exist" in said
    assert "0.csv: read 1, taken 1" in said
    told = said[said.index("File") :].split()
    assert told[:5] == ["File", "Read", "Taken", "Refused", "Result"]
    assert told[-4:] == ["Total", "3", "1", "2"]


def test_a_rehearsal_is_called_one_once(apel: Apel, folder: Path) -> None:
    said = apel("roll", "import", folder, "--dry-run")
    assert said.count("Rehearsal only") == 1 and said.count("can be taken in") == 6
    said = apel("roll", "import", folder / "0.csv", "--dry-run")
    assert "read 1, taken 1" in said and "entry" not in said  # there is none to be undone


def test_for_a_program_the_answer_stays_as_it_was(apel: Apel, folder: Path) -> None:
    run = apel.run("roll", "import", folder, "--format", "json")
    assert json.loads(run.stdout) == {"read": 6, "taken": 6, "unchanged": 0, "parked": 0, "refused": []}


def test_the_table_says_why_a_file_was_refused(apel: Apel, folder: Path) -> None:
    apel.file("masuk/7.csv", "NIP;TANGGAL;JENIS;KODE\n19850101201001;2026-03-02;apel pagi;H")
    apel.file("masuk/8.csv", "NIP;TANGGAL;KODE\n198501012010011001;2026-03-02;H")
    apel.file("masuk/9.csv", "NIP;TANGGAL;JENIS;KODE\n198501012010011777;2026-03-02;apel pagi;H")
    said = " ".join(apel.refuses("roll", "import", folder).split())
    assert "7.csv 1 0 0 1 nothing was taken" in said
    assert "8.csv 1 0 0 1 the roll does not say which kind it is" in said
    assert "9.csv 1 0 1 0 entry 12" in said
    assert "8.csv: refused. the roll does not say" in said


def test_the_sums_of_the_table_add_up(apel: Apel, folder: Path) -> None:
    apel.file("masuk/7.csv", "NIP;TANGGAL;JENIS;KODE\n198501012010011001;2026-03-02;apel pagi;H\n1;2026-03-02;senam;H")
    (folder / "8.xlsx").write_bytes(b"PK rusak")
    table = [line.split() for line in apel.run("roll", "import", folder).stdout.splitlines()]
    assert {"Refused", "Held"} <= {word for line in table for word in line}
    assert table[-1] == ["Total", "9", "6", "2", "1"]
    assert next(line[:5] for line in table if line[:1] == ["8.xlsx"]) == ["8.xlsx", "1", "0", "1", "0"]


class Terminal(io.StringIO):
    """Standard error of somebody who sits there."""

    def isatty(self) -> bool:
        return True


def test_on_a_terminal_a_bar_shows_how_far_it_is(apel: Apel, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from attendance.commands.main import main

    for quiet in (False, True):
        terminal = Terminal()
        with monkeypatch.context() as patched:
            patched.setattr(sys, "stderr", terminal)
            patched.setattr(sys, "stdout", io.StringIO())
            words = ["--db", str(apel.database), "--today", apel.today, *(["--quiet"] if quiet else [])]
            main([*words, "--lang", "en", "roll", "import", str(folder)], standalone_mode=False)
        assert ("Files" in terminal.getvalue() and "6/6" in terminal.getvalue()) is not quiet


def test_on_a_terminal_no_word_is_broken_at_its_edge(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("COLUMNS", "20")
    Desk("x.db").say("! the clock of the machine is wrong")
    assert terminal.getvalue().splitlines() == ["! the clock of the", "  machine is wrong"]


def test_a_message_takes_the_line_of_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    desk = Desk("x.db", no_input=True, bar=object())
    desk.say("ada")
    assert desk.confirm("Terus?")
    assert terminal.getvalue() == "\r\x1b[2Kada\n\r\x1b[2K"
