"""The language: the Indonesian catalogue is whole and true to the source, and the program speaks it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from string import Formatter

import catalogue
import click
import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from click.testing import CliRunner, Result

from attendance import language
from attendance.commands import nouns
from attendance.commands.main import main

UPDATE = "run: python tests/catalogue.py update"
"""What to do when the catalogue has fallen behind."""

AS_THEY_ARE = {"NIP", "PIN", "TL=DL", "DD/MM/YYYY"}
"""Placeholders that are the same in every language."""

TERMS = {
    "roster": "daftar pegawai|DAFTAR-PEGAWAI|tidak ada di daftar|di daftar|belum ada pegawai",
    "parked": "ditangguhkan",
    "quarantined": "disisihkan",
    "refused": "ditolak",
    "held back": "ditahan",
    "provisional": "sementara",
    "rehearsal": "uji coba",
    "letters?": "surat",
    "entry": "entri",
    "journal": "jurnal",
    "configuration": "pengaturan",
    "database": "basis data",
    "notice": "pengumuman",
    "machine": "mesin",
    "marks": "tanda|hadir",
    "rolls?": "daftar hadir|belum ada",
    "exempt(ion)?s?": "tidak wajib|pembebasan",
}
"""Words that always have the same Indonesian word, whatever the sentence."""


@pytest.fixture(autouse=True)
def other_tests_speak_english() -> Iterator[None]:
    """The language is one for the whole process."""
    yield
    language.use("en")


def messages() -> list[Message]:
    """The messages of the committed catalogue, without its header."""
    with catalogue.INDONESIAN.open("rb") as file:
        return [one for one in read_po(file, locale="id") if one.id]


def english(one: Message) -> str:
    """A message as the source says it; of a plural the general form."""
    return one.id if isinstance(one.id, str) else list(one.id)[-1]


def indonesian(one: Message) -> str:
    """Its translation; Indonesian has one form."""
    return one.string if isinstance(one.string, str) else next(iter(one.string or ()))


def run(*words: str, wanted: str | None = None) -> Result:
    """The program in an environment that asks for a language, or for none."""
    return CliRunner().invoke(main, list(words), prog_name="apel", env={"APEL_LANG": wanted, "COLUMNS": "80"})


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command, with the words that call it."""
    yield path, group
    context = click.Context(group)
    for name in group.list_commands(context):
        one = group.get_command(context, name)
        assert one is not None
        if isinstance(one, click.Group):
            yield from commands(one, (*path, name))
        else:
            yield (*path, name), one


def test_the_template_is_what_the_source_says() -> None:
    assert catalogue.TEMPLATE.read_bytes() == catalogue.as_text(catalogue.template()), UPDATE


def test_the_catalogue_holds_these_messages_and_no_others() -> None:
    assert catalogue.INDONESIAN.read_bytes() == catalogue.as_text(catalogue.translated()), UPDATE
    with catalogue.INDONESIAN.open("rb") as file:
        assert not read_po(file, locale="id").obsolete


def test_the_compiled_catalogue_is_the_catalogue() -> None:
    assert catalogue.COMPILED.read_bytes() == catalogue.compiled(catalogue.translated()), UPDATE


def test_every_message_is_translated() -> None:
    assert catalogue.untranslated(catalogue.translated()) == []
    assert not [one.id for one in messages() if one.fuzzy]


def test_nothing_in_the_files_changes_by_itself() -> None:
    text = catalogue.INDONESIAN.read_text("utf-8") + catalogue.TEMPLATE.read_text("utf-8")
    assert "Date:" not in text
    assert "Generated-By" not in text
    assert str(catalogue.HOUSE) not in text
    assert not re.search(r"^#: .*\.py:\d", text, re.MULTILINE)


def fields(text: str) -> set[tuple[str, str | None]]:
    """The {names} of a text with their conversions; how a figure is rounded may differ between languages."""
    return {(name, conversion) for _text, name, _spec, conversion in Formatter().parse(text) if name is not None}


def percents(text: str) -> list[str]:
    return sorted(re.findall(r"%\(\w+\)[a-z]", text))


def test_translations_have_the_placeholders_of_the_source() -> None:
    for one in messages():
        said, source = indonesian(one), english(one)
        if "%(" in source:
            assert percents(said) == percents(source), source
        else:
            assert fields(said) == fields(source), source


def test_translations_begin_and_end_as_the_source() -> None:
    for one in messages():
        said, source = indonesian(one), english(one)
        assert len(said) - len(said.lstrip()) == len(source) - len(source.lstrip()), source
        assert said.endswith("\n") == source.endswith("\n"), source
        if any(name.startswith("attendance/") for name, _line in one.locations) and " " in source:
            assert said.endswith(".") == source.endswith("."), source


def test_commands_and_options_are_typed_the_same_in_both_languages() -> None:
    group = main.list_commands(click.Context(main))
    typed = re.compile(
        rf"--[a-z][a-z-]*|apel (?:{'|'.join(group)})\b(?: (?:import|list|parked|link|show|edit|close)\b)?"
    )
    for one in messages():
        assert sorted(set(typed.findall(indonesian(one)))) == sorted(set(typed.findall(english(one)))), one.id


@pytest.mark.parametrize("word", TERMS)
def test_a_term_is_translated_in_one_way(word: str) -> None:
    apart = re.compile(r"apel [a-z]+( [a-z]+)?|--[a-z-]+|\{[^}]*\}|\S+\.(xlsx|dat)|apel_\w+")
    found = [one for one in messages() if any(name.startswith("attendance/") for name, _line in one.locations)]
    meant = [one for one in found if re.search(rf"\b{word}\b", apart.sub("", english(one)), re.IGNORECASE)]
    assert meant
    wrong = [
        (english(one), indonesian(one)) for one in meant if not re.search(TERMS[word], indonesian(one), re.IGNORECASE)
    ]
    assert not wrong


def marked(texts: Iterable[str | None]) -> set[str]:
    """The texts that the catalogue does not hold."""
    known = {english(one) for one in messages()}
    return {text for text in texts if text} - known - AS_THEY_ARE


def test_all_help_and_every_placeholder_can_be_translated() -> None:
    language.use("en")
    for words, command in commands(main):
        texts = [command.help, *(getattr(one, "help", None) for one in command.params)]
        assert not marked([*texts, *(one.metavar for one in command.params)]), words


def test_every_noun_can_be_translated() -> None:
    assert not marked((*nouns.KEYS, *nouns.TABLES, *nouns.FIELDS))


@pytest.mark.parametrize("words", [words for words, _command in commands(main)], ids=" ".join)
def test_help_is_indonesian_unless_english_is_asked_for(words: tuple[str, ...]) -> None:
    said = run(*words, "--help").output
    assert said.startswith(" ".join(("Penggunaan: apel", *words, "[OPSI]")))
    assert "Opsi:" in said
    assert "Tampilkan bantuan ini." in said
    assert "..." not in said.replace("[ARGUMEN]...", "").replace("BERKAS...", "").replace(", ...", "")
    assert run(*words, "--help", wanted="en").output.startswith(" ".join(("Usage: apel", *words, "[OPTIONS]")))
    assert run("--lang", "en", *words, "--help", wanted="id").output.startswith("Usage: apel")
    assert run("--lang=id", *words, "--help", wanted="en").output == said


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("nonsense", "Kesalahan: Tidak ada perintah 'nonsense'."),
        ("statuss", "Tidak ada perintah 'statuss'. Mungkin maksud Anda: 'status'?"),
        ("roll clos", "Tidak ada perintah 'clos'. Mungkin maksud Anda: 'close'?"),
        ("status --kin apel-pagi", "Tidak ada opsi '--kin'. Mungkin maksud Anda: '--kind'?"),
        ("init", "Ketik 'apel init --help' untuk bantuan."),
        ("init", "Opsi belum diisi: '--office'."),
        ("flag", "Argumen belum diisi: 'PERIODE'."),
        ("flag 2026-03 2026-04", "Ada argumen berlebih (2026-04)"),
        ("flag 2026-13", "Nilai tidak sah untuk 'PERIODE': 2026-13 bukan periode."),
        ("flag 2026-03 --format pdf", "'pdf' bukan salah satu dari 'table', 'json', 'csv'."),
        ("flag 2026-03 --kind", "Opsi '--kind' membutuhkan 1 nilai."),
        ("flag 2026-03 --all=1", "Opsi '--all' tidak menerima nilai."),
        ("undo satu", "'satu' bukan bilangan bulat."),
        ("calendar seed 3000", "3000 di luar rentang 1950<=x<=2100."),
        ("--quiet", "Perintah belum disebut."),
        ("--lang fr status", "Nilai tidak sah untuk '--lang': 'fr' bukan salah satu dari 'id', 'en'."),
    ],
)
def test_wrong_usage_is_told_in_indonesian(line: str, told: str) -> None:
    result = run(*line.split())
    assert result.exit_code == 2
    assert told in " ".join(result.output.split())
    assert not re.search("Usage|Error|Invalid|Missing|No such|not ", result.output)


def test_an_unknown_language_in_the_environment_is_wrong_usage() -> None:
    result = run("status", wanted="fr")
    assert result.exit_code == 2
    assert "'fr' bukan salah satu dari 'id', 'en'." in result.output


def test_an_empty_environment_is_none() -> None:
    assert run("--version", wanted="").output == run("--version").output
    assert ", versi " in run("--version").output
    assert ", version " in run("--version", wanted="en").output


def test_a_file_is_called_so_in_the_language_of_the_moment() -> None:
    (file,) = (one for one in main.get_command(click.Context(main), "backup").params if one.name == "file")  # type: ignore[union-attr]
    language.use("id")
    assert file.type.name == "lokasi"
    language.use("en")
    assert file.type.name == "path"


def test_nothing_translates_to_nothing() -> None:
    language.use("id")
    assert language._("") == ""
    assert language._("Written: {path}") == "Ditulis: {path}"
    language.use("en")
    assert language._("Written: {path}") == "Written: {path}"
