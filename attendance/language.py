"""The language of the messages: one process-wide catalogue, which the command-line library reads too."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

DOMAIN = "apel"
DEFAULT = "id"
KNOWN = ("id", "en")
FOLDER = os.path.join(os.path.dirname(__file__), "locale")  # noqa: PTH118, PTH120 - pathlib is slow to load

_catalogue = gettext.NullTranslations()


def use(language: str) -> None:
    """From now on messages are in this language; English is what the source says."""
    global _catalogue
    os.environ["LANGUAGE"] = language  # for the command-line library, which asks the standard library anew each time
    gettext.bindtextdomain(DOMAIN, FOLDER)
    gettext.textdomain(DOMAIN)
    _catalogue = gettext.translation(DOMAIN, FOLDER, [language], fallback=True)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """For a while messages are in this language: what is printed for the office is Indonesian, whoever prints it."""
    global _catalogue
    before = _catalogue
    _catalogue = gettext.translation(DOMAIN, FOLDER, [language], fallback=True)
    try:
        yield
    finally:
        _catalogue = before


def wanted(arguments: Sequence[str]) -> str:
    """The language that a command line asks for, else the environment, else Indonesian."""
    for index, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and index + 1 < len(arguments):
            return arguments[index + 1]
    return os.environ.get("APEL_LANG") or DEFAULT


def _(message: str) -> str:
    """A message in the language of the moment. The standard library's twin looks for files at every call."""
    return _catalogue.gettext(message) if message else ""


def N_(message: str) -> str:
    """Mark a message for the catalogue where it cannot be translated yet, such as in a table or a decorator."""
    return message
