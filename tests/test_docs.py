"""The guide is a program too: its commands run in order, on the files it shows, and say what it says they say."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click
import openpyxl
import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner

from attendance.commands.main import COMMANDS, main
from attendance.intake import calendars, invitations, letters, links, rolls, rosters, signatures
from attendance.intake.cells import fold
from attendance.intake.headings import PERSON
from attendance.language import FOLDER
from attendance.rules.codes import SYNONYMS, Code, Leave
from attendance.rules.kinds import Kind

HOUSE = Path(__file__).parent.parent
GUIDE, GLOSSARY, README = HOUSE / "docs" / "panduan.md", HOUSE / "docs" / "glossary.md", HOUSE / "README.md"

TODAY = "2026-02-02"
"""The day on which the stories of the documents are told: the first Monday after the month that they are about."""

REFUSED = "<!-- ditolak -->"
"""Stands over a block whose commands the program refuses."""

README_FILES = {
    "daftar-pegawai.xlsx": """
        NIP;NAMA;UNIT KERJA
        198003142005011901;Bayu Samudra Ilalang;BAGIAN HUKUM
        199001052015031903;Damar Angkasa;BAGIAN HUKUM
    """,
    "absensi.xlsx": """
        DAFTAR HADIR APEL PAGI
        BAGIAN HUKUM
        BULAN MARET 2026
        NO;NAMA;NIP;2;3;4
        1;Bayu Samudra Ilalang;198003142005011901;H;H;H
        2;Damar Angkasa;199001052015031903;TK;TK;TK
    """,
}
"""What the files hold that the readme names, and does not show."""


@dataclass
class Step:
    """A command as a document shows it, with the lines under it and whether it is one that is refused."""

    words: list[str]
    line: int
    shown: list[str] = field(default_factory=list)
    refused: bool = False


def fences(document: Path) -> Iterator[tuple[str, int, list[str], str]]:
    """Every fenced block: what stands on its fence, its first line, its lines, and the line above it."""
    above = ""
    opened: tuple[str, int, str] | None = None
    held: list[str] = []
    for number, line in enumerate(document.read_text("utf-8").splitlines(), 1):
        bare = line.strip()
        if opened is None and bare.startswith("```"):
            opened, held = (bare.removeprefix("```").strip(), number, above), []
        elif opened is not None and bare == "```":
            yield opened[0], opened[1], held, opened[2]
            opened = None
        elif opened is not None:
            held.append(line)
        above = bare or above


def story(document: Path) -> Iterator[Step | tuple[str, list[str]]]:
    """The commands and the files of a document, in order; a file is its name and its lines."""
    for told, number, lines, above in fences(document):
        _language, _, name = told.partition(" ")
        if name:
            yield name, lines
        elif told == "console":
            yield from steps(lines, number, above == REFUSED)


def steps(lines: list[str], number: int, refused: bool) -> list[Step]:
    """The `$ apel` lines of a block, each with what is shown under it; other commands are not the program's."""
    found: list[Step] = []
    ours = False
    for offset, line in enumerate(lines, 1):
        if line.startswith("$ "):
            words = shlex.split(line.removeprefix("$ "), comments=True)
            ours = words[0] == "apel"
            if ours:
                found.append(Step(words[1:], number + offset, [], refused))
        elif ours and line.strip():
            found[-1].shown.append(line)
    return found


def write(path: Path, lines: list[str]) -> None:
    """A file as an office has it: a workbook of text cells, a machine's log with TABs, or plain text."""
    if path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        assert book.active is not None
        for line in lines:
            book.active.append([cell or None for cell in line.split(";")])
        book.save(path)
    elif path.suffix == ".dat":
        path.write_text("".join("\t".join(re.split(r" {2,}", line)) + "\r\n" for line in lines), "utf-8")
    else:
        path.write_text("\n".join(lines) + "\n", "utf-8")


def plain(text: str) -> str:
    """A text in one line with single spaces, without what rules a table: how it is wrapped does not matter."""
    return " ".join(word for word in text.split() if word.strip("-"))


def said_in_order(shown: list[str], said: str) -> str | None:
    """The first line shown that is not said, or not after the one before it; None where all are. `...`: anything."""
    rest = f" {plain(said)} "
    for line in shown:
        head, *others = map(plain, line.split("..."))
        parts = [head and f" {head}" + (" " if not others else ""), *others]
        for part in filter(None, parts):
            if part not in rest:
                return line
            rest = rest.partition(part)[2]
        rest = f" {rest}"
    return None


def piped(words: list[str], folder: Path) -> tuple[list[str], str | None]:
    """The words of a command, and what `< FILE` behind them types for it."""
    if "<" not in words:
        return words, None
    at = words.index("<")
    return words[:at], (folder / words[at + 1]).read_text("utf-8")


def follow(document: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, today: str = TODAY) -> int:
    """Run a document from beginning to end in a folder; answers how many commands it had."""
    monkeypatch.chdir(folder)
    count = 0
    for one in story(document):
        if not isinstance(one, Step):
            write(folder / one[0], one[1])
            continue
        count += 1
        place = f"{document.name}:{one.line}: apel {shlex.join(one.words)}"
        environment = {"APEL_DB": "apel.db", "APEL_TODAY": today, "APEL_LANG": "id", "COLUMNS": "80"}
        words, typed = piped(one.words, folder)
        result = CliRunner().invoke(main, words, prog_name="apel", env=environment, input=typed)
        assert result.exit_code == (1 if one.refused else 0), f"{place}\n{result.output}"
        lacking = said_in_order(one.shown, result.output)
        assert lacking is None, f"{place}\nshows:  {lacking}\nbut it says:\n{result.output}"
    return count


NOT_RUN = {("config", "edit"), ("config", "show"), ("scan", "pull")}
"""Commands that the guide tells of and does not run: an editor opens, the screen fills, a machine is asked."""


def test_the_guide_is_one_story_that_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert follow(GUIDE, tmp_path, monkeypatch) > 60
    run = {command_of(step.words) for step in story(GUIDE) if isinstance(step, Step)}
    assert set(EVERY) - run == NOT_RUN
    assert (tmp_path / "rekap-januari.xlsx").stat().st_size
    assert (tmp_path / "pengumuman.pdf").read_bytes().startswith(b"%PDF")


def test_the_readme_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in README_FILES.items():
        write(tmp_path / name, [line.strip() for line in text.strip().splitlines()])
    follow(README, tmp_path, monkeypatch, today="2026-03-31")


def test_what_a_document_shows_must_be_said_in_its_order() -> None:
    said = "satu: 1\n\ndua   2\n--- ---\ntiga: 3\n"
    assert said_in_order(["satu: 1", "", "--- ---", "tiga: 3"], said) is None
    assert said_in_order(["...", "dua 2", "ti..."], said) is None
    assert said_in_order(["sa...u: 1", "... 3"], said) is None
    assert said_in_order(["satu: 1...satu"], said) == "satu: 1...satu"
    assert said_in_order(["dua 2", "satu: 1"], said) == "satu: 1"
    assert said_in_order(["empat"], said) == "empat"


def leaves(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command that an officer can give, with its words."""
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        assert found is not None
        if isinstance(found, click.Group):
            yield from leaves(found, (*path, name))
        else:
            yield (*path, name), found


EVERY = dict(leaves(main))
GLOBAL = {word for param in main.params for word in param.opts} | {"-h", "--help"}


def mentioned(document: Path) -> list[tuple[str, list[str]]]:
    """Every line of code in a document, in the text and in blocks, with its words."""
    text = document.read_text("utf-8")
    blocks = [line.removeprefix("$ ") for _told, _n, lines, _a in fences(document) for line in lines]
    inline = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))
    found = []
    for code in (*(line for line in blocks if line.startswith("apel ")), *inline):
        if code.startswith(("apel ", "-")):
            found.append((code, shlex.split(code)))
    return found


def command_of(words: list[str]) -> tuple[str, ...] | None:
    """The command that words begin with, its global options left out; None where there is none."""
    rest = list(words)
    while rest and rest[0].startswith("-"):
        option = rest.pop(0)
        flag = any(param.is_flag for param in main.params if isinstance(param, click.Option) and option in param.opts)
        if not flag and option not in ("-h", "--help") and rest:
            rest.pop(0)
    return next((tuple(rest[:length]) for length in (2, 1) if tuple(rest[:length]) in EVERY), None)


def test_every_command_is_in_the_guide() -> None:
    told = {command_of(words[1:]) for code, words in mentioned(GUIDE) if code.startswith("apel ")}
    assert {path[0] for path in told if path} == set(COMMANDS)
    assert [path for path in EVERY if path not in told] == []


@pytest.mark.parametrize("document", [GUIDE, GLOSSARY, README], ids=lambda path: path.name)
def test_no_document_tells_of_a_command_that_is_not_there(document: Path) -> None:
    for code, words in mentioned(document):
        if code.startswith("apel ") and not words[1].startswith(("-", "…")):
            assert command_of(words[1:]) or words[1] in COMMANDS or words[1].isupper(), code


@pytest.mark.parametrize("document", [GUIDE, GLOSSARY, README], ids=lambda path: path.name)
def test_no_document_tells_of_an_option_that_is_not_there(document: Path) -> None:
    anywhere = GLOBAL | {word for one in EVERY.values() for param in one.params for word in param.opts}
    for code, words in mentioned(document):
        path = command_of(words[1:]) if code.startswith("apel ") else None
        known = anywhere if path is None else GLOBAL | {word for param in EVERY[path].params for word in param.opts}
        options = {word.partition("=")[0] for word in words if re.fullmatch(r"--?[a-z][a-z-]*(=.*)?", word)}
        assert options <= known, code


def test_the_guide_explains_messages_as_the_program_words_them() -> None:
    with (Path(FOLDER) / "id" / "LC_MESSAGES" / "apel.po").open("rb") as file:
        said = [str(message.string) for message in read_po(file) if message.string]
    table = GUIDE.read_text("utf-8").partition("## 15.")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE)[1:]
    parts = [part.strip() for row in rows for part in re.split(r"\.\.\.|;", row)]
    assert len(rows) > 20
    assert [part for part in parts if part and not any(part in one for one in said)] == []


def test_the_guide_has_every_code_kind_and_word() -> None:
    text = GUIDE.read_text("utf-8")
    codes = text.partition("### Kode")[2].partition("### Periode")[0]
    cells = {cell.strip() for cell in re.split(r"[|,]", codes)}
    assert {*Code, *SYNONYMS} - cells == set()
    assert [leave for leave in Leave if f" {leave} " not in codes] == []
    assert all(f"`{kind.value}`" in text for kind in Kind)


def test_the_guide_has_every_column() -> None:
    folded = fold(GUIDE.read_text("utf-8").partition("### Kolom yang dibaca")[2])
    readers = (rosters, rolls, letters, links, calendars, signatures)
    assert {invitations.NEEDS[0][0]} <= set(PERSON)
    for reader in readers:
        for name, words in reader.FIELDS.items():
            if name not in ("number", "position"):
                assert words[0] in folded, (reader.__name__, words[0])


def test_the_glossary_has_every_code_and_kind() -> None:
    text = GLOSSARY.read_text("utf-8")
    for code in (*Code, *Leave):
        assert f"| {code.value} |" in text, code
    assert all(f"`{kind.value}`" in text for kind in Kind)
