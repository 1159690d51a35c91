"""Endings: what is said when a command cannot do what it was asked, and what is kept of a bug."""

from __future__ import annotations

import sys
import tempfile
import traceback
from datetime import datetime
from pathlib import Path

import click

from attendance import __version__
from attendance.commands.desk import echo, located
from attendance.errors import Refused
from attendance.language import _


def tell(refused: Refused) -> None:
    """Say why something was refused, with every fault of the input."""
    echo(_("Refused: {message}").format(message=refused.message), err=True)
    for fault in refused.faults:
        echo(f"  - {located(fault)}", err=True)


def refusal_of(error: Exception) -> str | None:
    """The sentence for a fault of the database or the disk that an officer can put right; None for a bug."""
    if isinstance(error, UnicodeEncodeError):
        return _("A word or a file's name holds bytes that are no text. Write it anew, or rename the file.")
    if isinstance(error, OSError) and error.filename is not None:
        return _("{path}: {reason}. Look at the name, the folder and its permissions.").format(
            path=error.filename, reason=error.strerror
        )
    text = str(getattr(error, "orig", error))
    known = {
        "database is locked": _("The database is in use by another program. Wait until it has finished and try again."),
        "unable to open database file": _(
            "The database file cannot be opened. Look at the folder and its permissions."
        ),
        "attempt to write a readonly database": _("The database file may not be written. Look at its permissions."),
        "file is not a database": _("This file is not an apel database. Look at --db."),
        "database or disk is full": _("The disk is full. Nothing was written. Make room and try again."),
    }
    return next((sentence for words, sentence in known.items() if words in text), None)


def bug(error: Exception, sentence: str | None, folder: Path) -> None:
    """End on an error that is not the officer's: a sentence if there is one, else the log and exit code 3."""
    if sentence is not None:
        tell(Refused(sentence))
        return
    said = f"{datetime.now().isoformat(timespec='seconds')} apel {__version__} {sys.argv[1:]}\n"
    said += "".join(traceback.format_exception(error)) + "\n"
    try:
        log = _logged(folder / "apel.log", said)
    except OSError:
        log = _logged(Path(tempfile.gettempdir()) / "apel.log", said)
    echo(
        _("This is a fault of the program, not yours: nothing was written. Details for the developers: {log}").format(
            log=log
        ),
        err=True,
    )
    raise click.exceptions.Exit(3)


def _logged(log: Path, said: str) -> Path:
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
        file.write(said)
    return log
