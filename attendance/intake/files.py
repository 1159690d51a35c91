"""What a file really is, whatever its name says; what cannot be read is refused in one sentence."""

from __future__ import annotations

from pathlib import Path

from attendance.errors import Refused
from attendance.intake import containers, texts
from attendance.intake.cells import shown
from attendance.intake.containers import Sort
from attendance.language import _

_SUFFIXES = {
    ".xlsx": Sort.XLSX,
    ".xlsm": Sort.XLSX,
    ".xls": Sort.XLS,
    ".ods": Sort.ODS,
    ".csv": Sort.TEXT,
    ".tsv": Sort.TEXT,
    ".txt": Sort.TEXT,
    ".dat": Sort.TEXT,
}
_OWN = {Sort.XLSX: ".xlsx", Sort.XLS: ".xls", Sort.ODS: ".ods", Sort.TEXT: ".csv"}


def load(path: Path) -> tuple[bytes, Sort]:
    """The content of a file and what it is. Raises Refused, one sentence, when it cannot be read."""
    content = _content(path)
    sort = _sort(path.name, content)
    named = _SUFFIXES.get(path.suffix.lower())
    if named is not None and named is not sort:
        what = _("separated text (CSV)") if sort is Sort.TEXT else _("a workbook of type {type}").format(type=sort)
        raise Refused(
            _("{file} is really {what}; save it again as a workbook, or rename it to end in {suffix}").format(
                file=path.name, what=what, suffix=_OWN[sort]
            )
        )
    return content, sort


def _content(path: Path) -> bytes:
    """All bytes of a file that exists, is a file, is not empty and not huge."""
    try:
        if path.is_dir():
            raise Refused(_("{file} is a folder; name the file in it").format(file=shown(str(path))))
        size = path.stat().st_size
        content = path.read_bytes() if size <= containers.LARGEST else b""
    except (FileNotFoundError, NotADirectoryError):
        raise Refused(_("{file} does not exist; check the name and the folder").format(file=shown(str(path)))) from None
    except (OSError, ValueError) as error:
        raise Refused(_("{file} cannot be opened: {reason}").format(file=shown(str(path)), reason=error)) from None
    if size > containers.LARGEST:
        raise Refused(_("{file} is larger than {mb} MB; split it").format(file=path.name, mb=containers.LARGEST >> 20))
    if not content:
        raise Refused(_("{file} is empty (0 bytes); ask for it again").format(file=path.name))
    return content


def _sort(file: str, content: bytes) -> Sort:
    """What a content is; raises Refused for what is no table."""
    if content.startswith(b"PK"):
        return containers.zipped(file, content)
    if content.startswith(containers.OLE):
        return containers.compound(file, content)
    what = _foreign(content)
    if what is None and file.lower().endswith(".dat") and not texts.is_text(texts.decode(content)):
        raise Refused(_("{file} is damaged; export it from the machine again").format(file=file))
    if what is None and not texts.is_text(texts.decode(content)):
        what = _("no table, or damaged")
    if what is not None:
        raise Refused(_("{file} is {what}; save it as .xlsx or .csv and import that").format(file=file, what=what))
    return Sort.TEXT


def _foreign(content: bytes) -> str | None:
    """The name of a known kind of file that is no table; None for all else."""
    start = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    marks = {
        b"%PDF": _("a PDF"),
        b"\x89PNG": _("a picture"),
        b"\xff\xd8\xff": _("a picture"),
        b"GIF8": _("a picture"),
        b"{\\rtf": _("a text document (RTF)"),
        b"7z\xbc\xaf": _("a packed archive; unpack it first"),
        b"Rar!": _("a packed archive; unpack it first"),
        b"\x1f\x8b": _("a packed archive; unpack it first"),
        b"SQLite format 3": _("a database"),
    }
    for mark, what in marks.items():
        if start.startswith(mark):
            return what
    low = start.lower()
    if low.startswith(b"<?xml") and b"urn:schemas-microsoft-com:office:spreadsheet" in low:
        return _("an XML spreadsheet of 2003")
    if low.startswith(b"<") and (b"<html" in low or b"<table" in low or b"<!doctype html" in low):
        return _("a web page (HTML)")
    return None
