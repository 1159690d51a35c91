"""The language of the messages: one process-wide catalogue, which the command-line library reads too."""

from __future__ import annotations

import gettext
import os
from collections.abc import Sequence

from attendance import places

DOMAIN = "apel"
DEFAULT = "id"
KNOWN = ("id", "en")


def use(language: str) -> None:
    """From now on messages are in this language; English is what the source says."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, str(places.catalogues()))
    gettext.textdomain(DOMAIN)


def wanted(arguments: Sequence[str]) -> str:
    """The language that a command line asks for, else the environment, else Indonesian."""
    for index, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and index + 1 < len(arguments):
            return arguments[index + 1]
    return os.environ.get("APEL_LANG") or DEFAULT


def N_(message: str) -> str:
    """Mark a message for the catalogue where it cannot be translated yet, such as in a table or a decorator."""
    return message
