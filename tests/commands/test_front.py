"""The front of the program: global words, help in two languages, and where errors end."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from office_acts import close, journal, roll
from officer import Apel, Roster

from attendance import __version__
from attendance.commands import main as front
from attendance.commands import showing
from attendance.commands.desk import Desk
from attendance.commands.main import main
from attendance.commands.words import Command


def commands() -> Iterator[list[str]]:
    """The words of every command and group."""
    context = click.Context(main)
    yield []
    for name in main.list_commands(context):
        yield [name]
        command = main.get_command(context, name)
        if isinstance(command, click.Group):
            yield from ([name, inner] for inner in command.list_commands(context))


@pytest.mark.parametrize("words", list(commands()), ids=" ".join)
def test_every_command_has_help_in_both_languages(words: list[str]) -> None:
    said = {}
    for language in ("id", "en"):
        result = CliRunner().invoke(main, ["--lang", language, *words, "--help"])
        assert result.exit_code == 0, result.output
        said[language] = result.output
    assert "Show this message" in said["en"]
    assert said["id"] != said["en"]
    help_line = said["en"].split("\n\n")[1].strip()
    assert help_line and help_line not in said["id"]


def test_the_words_that_a_placeholder_hides_stand_below_the_options(apel: Apel) -> None:
    said = apel("case", "step", "--help")
    assert "\nSTEP: panggilan-1, tidak-hadir-1, panggilan-2," in said
    assert "-\n" not in said.partition("STEP: ")[2]  # a word that is typed is never broken
    assert "KIND: S, I, C, DL, TB, DK," in apel("leave", "add", "--help")
    assert "PERIOD: " not in apel("discipline", "--help")


def test_indonesian_is_the_language_unless_another_is_asked_for(apel: Apel) -> None:
    id_ = apel.run("status", APEL_LANG="").output
    assert "Belum ada" in id_ or "daftar" in id_
    assert apel.run("status", APEL_LANG="id").output == id_
    assert apel.run("--lang=id", "status").output == id_
    assert apel.run("--lang", "en", "status", APEL_LANG="id").output == apel("status") != id_
    assert apel.run("--lang", "xx", "status").exit_code == 2


def test_version_and_unknown_words(apel: Apel) -> None:
    assert __version__ in apel("--version")
    for words in (["nonsense"], ["roll", "nonsense"], ["--nonsense"], ["flag"], ["roll", "close", "2026-03"]):
        assert apel.run(*words).exit_code == 2


def test_a_general_option_behind_its_command(apel: Apel) -> None:
    run = apel.run("status", "--quiet")
    assert run.exit_code == 2 and "--quiet stands before the command" in run.output
    run = apel.run("status", "--nonsense")
    assert run.exit_code == 2 and "--nonsense" in run.output and "before the command" not in run.output


def test_the_module_runs_under_its_own_name() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "attendance", "--lang", "en", "--help"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("Usage: apel ")


def written() -> Iterator[int]:
    """What cannot be ended well once it has begun."""
    try:
        yield 1
    finally:
        raise ValueError


def test_running_main_as_a_function(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from attendance.__main__ import main as run

    monkeypatch.setattr(sys, "unraisablehook", print)  # put back afterwards
    monkeypatch.setattr(sys, "argv", ["whatever.py", "--version"])
    with pytest.raises(SystemExit) as ended:
        run()
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("apel")
    half = written()
    next(half)
    del half  # as a workbook that Ctrl-C left half written: nothing of it is told
    heard = capsys.readouterr()
    assert heard.out + heard.err == ""


def test_the_programs_own_folder_is_the_users() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from attendance.commands.main import folder; print(folder())"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "XDG_DATA_HOME": "/somewhere", "HOME": "/someone"},
    )
    assert done.stdout.rstrip().endswith("apel")


def test_the_default_database_lies_in_the_users_folder(no_real_data: None) -> None:
    result = CliRunner().invoke(main, ["--lang", "en", "status"])
    assert result.exit_code == 1
    assert str(front.folder() / "apel.db") in result.output.replace("\n", "")


def test_the_database_and_the_day_come_from_the_environment_too(apel: Apel) -> None:
    result = CliRunner().invoke(
        main,
        ["status", "--format", "json"],
        env={"APEL_DB": str(apel.database), "APEL_TODAY": "2026-03-05", "APEL_LANG": "en"},
    )
    assert json.loads(result.stdout)["date"] == "2026-03-05"


@pytest.mark.parametrize("today", ["soon", "2026-02-30", "0001-01-01", "9999-12-31", "2026-03-31T10:00+07:00", ""])
def test_a_today_that_no_office_means_is_refused(apel: Apel, today: str) -> None:
    result = apel.run("status", today=today or "x")
    assert result.exit_code == 2
    assert "not a date" in result.output


def test_today_is_seen_from_its_end_and_a_moment_from_itself(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    day = "2026-03-31"
    assert apel.json("recap", day, today=day)["units"] != []
    assert apel.json("recap", day, today=f"{day}T07:59")["units"] == []  # the gate is open until 08:00
    assert apel.json("recap", day, today=f"{day}T08:00")["units"] != []


def test_status_shows_today_while_the_gate_is_open(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    early = "2026-03-31T07:45"
    assert "DINAS CONTOH" in apel("status", today=early)
    assert "open until 08.00" in apel("status", today=early)
    apel("roll", "mark", ani, "H", "--at", "07:20", today=early)
    assert apel.json("status", today=early)["units"][0]["present"] == 1
    assert apel.json("recap", "2026-03-31", today=early)["units"] == []
    assert "open until" not in apel("status", today="2026-03-31T08:00")


def test_without_today_the_clock_of_the_office_is_asked(apel: Apel) -> None:
    result = CliRunner().invoke(main, ["--db", str(apel.database), "--lang", "en", "status"])
    assert result.exit_code == 0


def test_quiet_says_only_results(apel: Apel) -> None:
    file = apel.file("r.csv", "NIP;NAMA;UNIT KERJA\n198501012010011001;ANI;DINAS")
    loud = apel("staff", "import", file, "--dry-run")
    quiet = apel("--quiet", "staff", "import", file, "--dry-run")
    assert "Rehearsal" in loud and "new: 1" in loud
    assert quiet.strip() == "r.csv: read 1, taken 1"


def test_as_of_answers_from_then(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI", "BUDI")
    roll(apel, nips, "TK TK TK TK", "H H H H")
    before = journal(apel)[0]
    close(apel)
    closed = journal(apel)[0]
    now = apel.json("flag", "2026-03-02..2026-03-05")
    assert [one["name"] for one in now["people"]] == ["ANI"]
    then = apel.json("--as-of", before, "flag", "2026-03-02..2026-03-05")
    assert then["people"] == [] and then["provisional"]
    assert apel.json("--as-of", closed, "flag", "2026-03-02..2026-03-05") == now
    assert apel.json("--as-of", "2100-01-01", "flag", "2026-03-02..2026-03-05") == now
    assert apel.json("--as-of", "2100-01-01T12:00:00+07:00", "flag", "2026-03-02..2026-03-05") == now
    assert apel.json("--as-of", "2000-01-01", "staff", "list") == {"people": []}
    assert apel.json("--as-of", 0, "staff", "list") == {"people": []}


@pytest.mark.parametrize("word", ["999", "yesterday-ish", "2026-13-01", "99999999999999999999"])
def test_as_of_what_is_not_there(apel: Apel, word: str) -> None:
    assert word in apel.refuses("--as-of", word, "status")


def test_nothing_is_written_into_the_past(apel: Apel) -> None:
    before = journal(apel)
    assert "looks back" in apel.refuses("--as-of", 1, "unit", "add", "DINAS")
    assert journal(apel) == before


def test_no_database(tmp_path: Path) -> None:
    nothing = Apel(tmp_path / "none.db", tmp_path)
    for words in (["status"], ["db", "current"], ["db", "upgrade"], ["flag", "2026-03"], ["undo", 1], ["doctor"]):
        assert "apel init" in nothing.refuses(*words)
    assert not nothing.database.exists()


def test_a_database_of_something_else(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE notes (text TEXT)")
    connection.close()
    for words in (["status"], ["db", "current"]):
        assert "no apel database" in Apel(other, tmp_path).refuses(*words)


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    file = tmp_path / "roll.xlsx"
    file.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 20)
    assert "not an apel database" in Apel(file, tmp_path).refuses("status")


@pytest.mark.parametrize(
    "address", ["foo://bar", "sqlite:///nowhere/at/all.db", "postgresql+nodriver://x/y", "postgresql://h:port:5/x"]
)
def test_an_address_that_cannot_be_used(apel: Apel, address: str) -> None:
    assert apel.refuses("--db", address, "status").startswith("Refused")


def test_a_database_by_its_address(apel: Apel) -> None:
    assert "CONTOH" in apel("--db", f"sqlite:///{apel.database}", "config", "show")


def test_a_database_that_another_program_holds(apel: Apel, monkeypatch: pytest.MonkeyPatch) -> None:
    holder = sqlite3.connect(apel.database, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr(sqlite3.dbapi2, "connect", impatient(sqlite3.connect))
    try:
        assert "in use by another program" in apel.refuses("unit", "add", "DINAS")
        assert "CONTOH" in apel("config", "show")  # readers go on
    finally:
        holder.close()
    assert journal(apel)[0] == 4


def impatient(connect: object) -> object:
    """Connections that do not wait for a lock, so that the test need not either."""

    class Hasty(sqlite3.Connection):
        def execute(self, sql: str, *rest: object) -> sqlite3.Cursor:
            return super().execute("PRAGMA busy_timeout = 0" if "busy_timeout" in sql else sql, *rest)  # type: ignore[arg-type]

    return lambda *args, **words: connect(*args, **{**words, "factory": Hasty})  # type: ignore[operator]


def test_a_database_that_may_only_be_read(apel: Apel) -> None:
    with apel.database.open("r+b") as file:
        file.seek(18)
        file.write(b"\x03")  # written by a version of SQLite that this one may read, and not write
    assert "may not be written" in apel.refuses("unit", "add", "DINAS")


@pytest.mark.parametrize(("version", "words"), [("0000", "apel db upgrade"), ("9999", "later version")])
def test_a_database_of_another_version(apel: Apel, version: str, words: str) -> None:
    with sqlite3.connect(apel.database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
    connection.close()
    assert words in apel.refuses("status")
    assert version in apel("db", "current")


def test_a_bug_is_logged_and_ends_with_three(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI")
    roll(apel, nips, "H H H H")
    with sqlite3.connect(apel.database) as connection:  # a code that no program ever wrote
        connection.execute("UPDATE mark SET code = 77")
    connection.close()
    log = front.folder() / "apel.log"
    log.unlink(missing_ok=True)
    result = CliRunner().invoke(
        main, ["--db", str(apel.database), "--today", "2026-03-31", "roll", "show", "2026-03"], env={"APEL_LANG": "en"}
    )
    assert result.exit_code == 3
    assert "fault of the program" in result.output and str(log) in result.output.replace("\n", "")
    assert "Traceback" in log.read_text("utf-8")


def test_the_log_goes_elsewhere_where_the_folder_cannot_be_written(
    apel: Apel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sqlite3.connect(apel.database) as connection:
        connection.execute("UPDATE setting SET value = '[1'")
    connection.close()
    blocker = tmp_path / "file"
    blocker.write_text("")
    monkeypatch.setattr(front, "folder", lambda: blocker)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    result = CliRunner().invoke(main, ["--db", str(apel.database), "config", "show"], env={"APEL_LANG": "en"})
    assert result.exit_code == 3
    assert "Traceback" in (tmp_path / "apel.log").read_text("utf-8")


def test_words_that_are_no_text(apel: Apel) -> None:
    assert "bytes that are no text" in apel.refuses("unit", "add", "DINAS \udcff")


def test_a_reader_that_stops_listening_is_no_bug(apel: Apel, roster: Roster) -> None:
    roster(*(f"ORANG {number}" for number in range(300)))
    (apel.folder / "home").mkdir()
    done = subprocess.run(
        f"{sys.executable} -m attendance --db {apel.database} staff list --format json | head -c 1",
        shell=True,
        capture_output=True,
        text=True,
        env={**os.environ, "XDG_DATA_HOME": str(apel.folder / "home"), "HOME": str(apel.folder / "home")},
    )
    assert done.stdout == "{"
    assert "Traceback" not in done.stderr
    assert not list((apel.folder / "home").rglob("apel.log"))


@pytest.mark.parametrize("name", ["flag", "board"])
def test_help_loads_nothing_that_is_heavy(name: str) -> None:
    code = (
        "import sys\nfrom attendance.commands.main import main\n"
        f"main(['{name}', '--help'], standalone_mode=False)\n"
        "assert not {'sqlalchemy', 'openpyxl', 'alembic', 'typst'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_a_word_of_escape_sequences_is_shown_literally(apel: Apel, tmp_path: Path) -> None:
    evil = "DINAS \x1b[31mMERAH\x9b1m \u202etxt"
    result = CliRunner().invoke(
        main,
        ["--db", str(apel.database), "unit", "add", evil],
        color=True,
        env={"APEL_LANG": "en"},
    )
    assert result.exit_code == 0
    assert "\x1b" not in result.output and "\x9b" not in result.output and "\u202e" not in result.output
    assert "\\x1b[31m" in result.output
    as_json = ["unit", "list", "--format", "json"]
    for words in (["unit", "list"], ["journal", "list"], ["journal", "show", "5"], as_json):
        shown = CliRunner().invoke(main, ["--db", str(apel.database), *words], color=True, env={"APEL_LANG": "en"})
        assert shown.exit_code == 0, shown.output
        assert not {"\x1b", "\x9b", "\u202e"} & set(shown.output)


def test_the_tests_never_touch_real_data(tmp_path: Path) -> None:
    assert "home" in front.folder().parts
    assert shutil.which("apel") is None or os.environ.get("APEL_DB") is None


def test_the_program_describes_itself_to_other_programs(apel: Apel) -> None:
    """Such as those that make manual pages: every parameter has a kind with a name."""
    apel("--version")  # settles the language
    told = click.Context(main, info_name="apel").to_info_dict()["command"]
    roll = {one["name"]: one["type"] for one in told["commands"]["roll"]["commands"]["import"]["params"]}
    assert roll["files"]["name"] == "path" and roll["kind"]["name"] == "kind"
    assert set(told["commands"]) == set(main.list_commands(click.Context(main)))


def test_a_command_may_do_without_the_option_help() -> None:
    quiet = Command("quiet", add_help_option=False)
    assert quiet.get_help_option(click.Context(quiet)) is None


def test_the_day_is_that_of_the_office(apel: Apel) -> None:
    """In Jayapura it is two hours later than in Jakarta."""
    apel("config", "set", "office.zone", "WIT")
    desk = Desk(str(apel.database))
    for _asked_twice in range(2):
        ahead = desk.now() - desk.now("WIB")
        assert timedelta(hours=1, minutes=59) < ahead < timedelta(hours=2, minutes=1)
    desk.close()


def test_an_answer_of_a_city_is_written_piece_by_piece_and_whole(tmp_path: Path) -> None:
    found = {"people": [{"name": f"ORANG \u202e{number}", "days": [number]} for number in range(20_000)]}
    showing.write_json(found, tmp_path / "kota.json")
    text = (tmp_path / "kota.json").read_text("utf-8")
    assert json.loads(text) == found
    assert "\u202e" not in text and text == showing.to_json(found) + "\n"
