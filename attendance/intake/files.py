"""What a file really is, whatever its name says; what cannot be read is refused in one sentence."""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum
from gettext import gettext as _
from pathlib import Path

from attendance.errors import Refused
from attendance.intake import texts
from attendance.intake.cells import shown

LARGEST = 300 * 1024 * 1024
"""Bytes, packed or unpacked, above which no file is opened."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD = "WordDocument".encode("utf-16-le")
_FAR = re.compile(rb'<(?:\w+:)?c [^<>]*?\br="([A-Z]{3}[0-9]+|[A-Z]+[0-9]{6,})"[^>/]*>')
_CHUNK = 1 << 20


class Sort(StrEnum):
    """What can be read, by content."""

    XLSX = "xlsx"  # also xlsm
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    TEXT = "text"


_SUFFIXES = {
    ".xlsx": Sort.XLSX,
    ".xlsm": Sort.XLSX,
    ".xlsb": Sort.XLSB,
    ".xls": Sort.XLS,
    ".ods": Sort.ODS,
    ".csv": Sort.TEXT,
    ".tsv": Sort.TEXT,
    ".txt": Sort.TEXT,
    ".dat": Sort.TEXT,
}
_OWN = {Sort.XLSX: ".xlsx", Sort.XLSB: ".xlsb", Sort.XLS: ".xls", Sort.ODS: ".ods", Sort.TEXT: ".csv"}
_PARTS = {
    "xl/workbook.xml": Sort.XLSX,
    "xl/workbook.bin": Sort.XLSB,
}


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


def load_text(path: Path) -> str:
    """The text of a text file. Raises Refused for anything else."""
    content, sort = load(path)
    if sort is not Sort.TEXT:
        raise Refused(_("{file} is a workbook, not a text file").format(file=path.name))
    return texts.decode(content)


def _content(path: Path) -> bytes:
    """All bytes of a file that exists, is a file, is not empty and not huge."""
    try:
        if path.is_dir():
            raise Refused(_("{file} is a folder; name the file in it").format(file=shown(str(path))))
        size = path.stat().st_size
        content = path.read_bytes() if size <= LARGEST else b""
    except (FileNotFoundError, NotADirectoryError):
        raise Refused(_("{file} does not exist; check the name and the folder").format(file=shown(str(path)))) from None
    except (OSError, ValueError) as error:
        raise Refused(_("{file} cannot be opened: {reason}").format(file=shown(str(path)), reason=error)) from None
    if size > LARGEST:
        raise Refused(_("{file} is larger than {mb} MB; split it").format(file=path.name, mb=LARGEST >> 20))
    if not content:
        raise Refused(_("{file} is empty (0 bytes); ask for it again").format(file=path.name))
    return content


def _sort(file: str, content: bytes) -> Sort:
    """What a content is; raises Refused for what is no table."""
    if content.startswith(b"PK"):
        return _zipped(file, content)
    if content.startswith(_OLE):
        return _compound(file, content)
    what = _foreign(content)
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


def _compound(file: str, content: bytes) -> Sort:
    """An OLE container: an old workbook, or an encrypted one, or a document."""
    if _ENCRYPTED in content:
        raise locked(file)
    if _WORD in content:
        raise Refused(_("{file} is a text document (Word); the table must come as .xlsx or .csv").format(file=file))
    return Sort.XLS


def _zipped(file: str, content: bytes) -> Sort:
    """A zip: a workbook if its parts say so and they unpack to a sane size."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = {info.filename: info for info in packed.infolist()}
            if any(info.flag_bits & 1 for info in parts.values()):
                raise locked(file)
            if sum(info.file_size for info in parts.values()) > LARGEST:
                raise Refused(
                    _("{file} unpacks to more than {mb} MB, which no list of people does; it is not opened").format(
                        file=file, mb=LARGEST >> 20
                    )
                )
            sort = _workbook(file, packed, set(parts))
            for part in parts:
                _unpack(file, packed, part)
            return sort
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError):
        raise damaged(file) from None
    except Exception as error:
        if type(error).__module__ == "zlib":  # zlib.error, which zipfile lets through
            raise damaged(file) from None
        raise


def _workbook(file: str, packed: zipfile.ZipFile, parts: set[str]) -> Sort:
    """Which workbook a zip is; raises Refused for a zip that is none."""
    for part, sort in _PARTS.items():
        if part in parts:
            return sort
    if "mimetype" in parts and b"opendocument.spreadsheet" in packed.read("mimetype")[:100]:
        return Sort.ODS
    what = _("a packed archive without a workbook in it")
    if any(part.startswith("word/") for part in parts):
        what = _("a text document (Word)")
    elif any(part.startswith("ppt/") for part in parts):
        what = _("a presentation")
    raise Refused(_("{file} is {what}; the table must come as .xlsx or .csv").format(file=file, what=what))


def _unpack(file: str, packed: zipfile.ZipFile, part: str) -> None:
    """Read one part through, so that a size that lies shows as damage; refuse a filled cell far outside any table.

    A reader makes room for all rows and columns up to such a cell.
    """
    sheet, tail = part.startswith("xl/worksheets/"), b""
    with packed.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            if sheet and (far := _FAR.search(tail + chunk)):
                raise Refused(
                    _("{file} has a filled cell far outside the table, at {cell}; clear it and save").format(
                        file=file, cell=far[1].decode("ascii")
                    )
                )
            tail = chunk[-200:]


def locked(file: str) -> Refused:
    """The answer to a workbook with a password."""
    return Refused(_("{file} is protected by a password; open it, remove the password and save").format(file=file))


def damaged(file: str) -> Refused:
    """The answer to a workbook that cannot be read."""
    return Refused(
        _("{file} is damaged and cannot be read; open it in a spreadsheet program and save it again").format(file=file)
    )
