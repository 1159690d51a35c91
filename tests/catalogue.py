"""The catalogue of messages: `python tests/catalogue.py update` brings it up to date, `check` says what is missing.

It holds every message of attendance/ and those of click, which reads the process-wide catalogue too. The files carry
no date, no version and no line numbers, so that a difference is always a difference of words.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HOUSE = Path(__file__).resolve().parent.parent
LOCALE = HOUSE / "attendance" / "locale"
TEMPLATE = LOCALE / "apel.pot"
INDONESIAN = LOCALE / "id" / "LC_MESSAGES" / "apel.po"
COMPILED = INDONESIAN.with_suffix(".mo")

KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}
UNMARKED = {"click/core.py": ("required", "[OPTIONS]", "COMMAND [ARGS]...")}
"""Words of click that it looks up, or that this program makes it look up, without a mark in its source."""


class Plain(Catalog):
    """A catalogue whose header says what a reader needs, and nothing that changes by itself."""

    num_plurals = 1
    plural_expr = "0"

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Language, encoding and plural forms."""
        language = [("Language", str(self.locale))] if self.locale else []
        return [
            ("Project-Id-Version", "apel"),
            *language,
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            *([("Plural-Forms", self.plural_forms)] if self.locale else []),
        ]

    @mime_headers.setter
    def mime_headers(self, _found: object) -> None:
        """What a file says of itself is not kept."""


class Found(NamedTuple):
    """A message and the file it stands in."""

    file: str
    message: str | tuple[str, ...]


def messages() -> Iterator[Found]:
    """Every message of the program, then every message of click: by file, then by line."""
    yield from _messages(HOUSE / "attendance", HOUSE)
    inside = Path(click.__file__).parent
    yield from _messages(inside, inside.parent)
    for file, words in UNMARKED.items():
        yield from (Found(file, word) for word in words)


def _messages(folder: Path, above: Path) -> Iterator[Found]:
    for path in sorted(folder.rglob("*.py")):
        name = path.relative_to(above).as_posix()
        for _line, message, _comments, _context in sorted(extract_from_file("python", path, KEYWORDS), key=_line_of):
            yield Found(name, message)


def _line_of(extracted: tuple[int, object, object, object]) -> int:
    return extracted[0]


def template() -> Catalog:
    """All messages, none of them translated."""
    return _catalog(None, messages(), {})


def translated() -> Catalog:
    """All messages with the translations there are; those of messages that are no more are left out."""
    with INDONESIAN.open("rb") as file:
        known = read_po(file, locale="id")
    return _catalog("id", messages(), {_key(one.id): one for one in known if one.id})


def _catalog(locale: str | None, found: Iterable[Found], known: dict[str, Message]) -> Catalog:
    made = Plain(locale=locale, domain="apel", header_comment="# Messages of apel, and of click.", fuzzy=False)
    for file, message in found:
        old = known.get(_key(message))
        string = _string(message, old) if old else None
        made.add(message, string, locations=[(file, 0)], user_comments=old.user_comments if old else ())
    return made


def _string(message: str | tuple[str, ...], old: Message) -> str | tuple[str, ...]:
    """The old translation in the form that the message wants: Indonesian has one plural form."""
    string = old.string if isinstance(old.string, str) else next(iter(old.string or ("",)))
    return string if isinstance(message, str) else (string,)


def _key(message: str | Iterable[str]) -> str:
    return message if isinstance(message, str) else next(iter(message))


def as_text(catalog: Catalog) -> bytes:
    """A catalogue as a .po or .pot file."""
    made = BytesIO()
    write_po(made, catalog, width=120, no_location=False, include_lineno=False, ignore_obsolete=True)
    return made.getvalue()


def compiled(catalog: Catalog) -> bytes:
    """A catalogue as a .mo file."""
    made = BytesIO()
    write_mo(made, catalog)
    return made.getvalue()


def untranslated(catalog: Catalog) -> list[str]:
    """The messages that have no translation yet."""
    return [_key(one.id) for one in catalog if one.id and (one.fuzzy or not one.string or not all(one.string))]


def update() -> None:
    """Extract, keep the translations there are, compile."""
    INDONESIAN.parent.mkdir(parents=True, exist_ok=True)
    if not INDONESIAN.exists():
        INDONESIAN.write_bytes(as_text(Plain(locale="id")))
    TEMPLATE.write_bytes(as_text(template()))
    catalog = translated()
    INDONESIAN.write_bytes(as_text(catalog))
    COMPILED.write_bytes(compiled(catalog))


def main(words: list[str]) -> int:
    """Run `update` or `check`; answers 1 while something is untranslated, 2 for anything else."""
    if words not in (["update"], ["check"]):
        print("Usage: python tests/catalogue.py update|check", file=sys.stderr)
        return 2
    if words == ["update"]:
        update()
    missing = untranslated(translated())
    for message in missing:
        print(f"untranslated: {message}")
    print(f"{len(translated())} messages, {len(missing)} untranslated")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
