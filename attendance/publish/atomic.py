"""Atomic writing: a document is on the disk whole, or the old one is still there."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from attendance.errors import Refused
from attendance.language import _


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path beside `path` to write to: it takes the place of `path` when the block ends well, else it vanishes.

    What the system refuses (no such folder, no permission, the file is open elsewhere, disk full) is a Refused.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{secrets.token_hex(8)}{target.suffix}")
    try:
        if target.exists() and not target.is_file():
            raise Refused(_("{path}: this is not a file. Name a file to write to.").format(path=path))
        beside.touch()  # what cannot be written is said before any work is done
        yield beside
        beside.replace(target)
    except FileNotFoundError as error:
        raise Refused(
            _("{path}: the folder does not exist. Make it first, or name another.").format(path=path)
        ) from error
    except PermissionError as error:
        raise Refused(
            _("{path}: cannot be written. Close it where it is open, or name a folder that you may write to.").format(
                path=path
            )
        ) from error
    except OSError as error:
        raise Refused(
            _("{path}: cannot be written ({reason}). Name another file or disk.").format(
                path=path, reason=error.strerror or error
            )
        ) from error
    finally:
        beside.unlink(missing_ok=True)


def write(path: Path, content: bytes) -> None:
    """Put these bytes at a path."""
    with replacing(path) as beside:
        beside.write_bytes(content)
