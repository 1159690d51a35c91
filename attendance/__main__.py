"""The program: `apel`, or `python -m attendance`."""

import sys
from io import TextIOWrapper
from typing import cast

from attendance.commands.main import main as group


def main() -> None:
    """Run the program under its own name, however it was started."""
    for stream in (sys.stdout, sys.stderr):  # a file or a pipe gets UTF-8 on every system, and no sign stops a command
        encoding = None if stream.isatty() else "utf-8"
        cast(TextIOWrapper, stream).reconfigure(encoding=encoding, errors="backslashreplace")
    group(prog_name="apel")


if __name__ == "__main__":
    main()
