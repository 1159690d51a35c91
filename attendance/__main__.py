"""The program: `apel`, or `python -m attendance`."""

import gc
import sys
from io import TextIOWrapper
from typing import cast

from attendance.commands.main import main as group


def collect_seldom() -> None:
    """Look for rings of dead values seldom: a command makes many small values, and they die without being looked for.

    With the default, most of the time of reading a large roll goes into looking.
    """
    gc.set_threshold(200_000, 20, 100)


def main() -> None:
    """Run the program under its own name, however it was started."""
    collect_seldom()
    for stream in (sys.stdout, sys.stderr):  # a file or a pipe gets UTF-8 on every system, and no sign stops a command
        encoding = None if stream.isatty() else "utf-8"
        cast(TextIOWrapper, stream).reconfigure(encoding=encoding, errors="backslashreplace")
    try:
        group(prog_name="apel")
    except SystemExit:
        sys.unraisablehook = _unheard
        raise


def _unheard(_left: object) -> None:
    """What is half written when the program is stopped has nothing more to say; the file itself is not there."""


if __name__ == "__main__":
    main()
