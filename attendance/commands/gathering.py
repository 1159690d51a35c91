"""Gathering: the files that an officer means by names, patterns and folders; what is passed over is said."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from attendance.errors import Refused
from attendance.language import _

LISTS = frozenset(
    {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt", ".dat", ".log", ".htm", ".html", ".xml"}
)
"""Endings of files that may hold a list; in a folder all others are passed over."""

_UNSEEN = frozenset({"thumbs.db", "desktop.ini"})


@dataclass(slots=True)
class Gathered:
    """The files that are meant, in order and each once; what led to no file; what of a folder was passed over."""

    files: list[Path] = field(default_factory=list)
    missing: list[tuple[str, str]] = field(default_factory=list)  # what was named, and why there is nothing
    passed: list[Path] = field(default_factory=list)


def gather(named: Iterable[Path]) -> Gathered:
    """The files that names, patterns such as *.xlsx and folders mean: shells of Windows leave that to the program."""
    found = Gathered()
    for one in named:
        try:
            for path in _meant(one, found.passed):
                if path.resolve() not in {other.resolve() for other in found.files}:
                    found.files.append(path)
        except Refused as refused:
            found.missing.append((one.name or str(one), refused.message))
    return found


def _meant(named: Path, passed: list[Path]) -> Iterator[Path]:
    """What one name means; a plain file is itself, whether it is there or not."""
    if named.is_dir():
        yield from _folder(named, passed)
    elif glob.has_magic(str(named)) and not named.exists():
        hits = sorted(Path(hit) for hit in glob.glob(str(named)))  # noqa: PTH207 - the pattern may begin at any folder
        if not hits:
            raise Refused(_("no file is called {pattern}; check the name and the folder").format(pattern=named))
        for hit in (hit for hit in hits if not _lock(hit)):
            yield from _lists(hit, passed) if hit.is_dir() else [hit]
    else:
        yield named


def _folder(folder: Path, passed: list[Path]) -> Iterator[Path]:
    """The lists in a folder that was named; there must be one."""
    lists = _lists(folder, passed)
    if not lists:
        raise Refused(_("{folder}: there is no list in this folder").format(folder=folder))
    yield from lists


def _lists(folder: Path, passed: list[Path]) -> list[Path]:
    """The lists in a folder, by name; folders in it are not gone into."""
    inside = sorted(path for path in folder.iterdir() if not _lock(path))
    lists = [path for path in inside if path.is_file() and path.suffix.lower() in LISTS]
    passed += [path for path in inside if path not in lists]
    return lists


def folder(path: Path) -> Path:
    """A folder to write to, made where it is not there yet."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(
            _("{path}: this folder cannot be made ({reason}). Name another.").format(path=path, reason=error.strerror)
        ) from None
    return path


def _lock(path: Path) -> bool:
    """What a spreadsheet program or the system keeps beside the files."""
    return path.name.startswith((".", "~$")) or path.name.lower() in _UNSEEN
