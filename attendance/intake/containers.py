"""Zip and OLE: which workbook is inside, and that it can be opened without a password and in the memory there is."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from enum import StrEnum

from attendance.errors import Refused
from attendance.language import _

LARGEST = 300 * 1024 * 1024
"""Bytes, packed or unpacked, above which no file is opened."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD = "WordDocument".encode("utf-16-le")
_BEGIN, _FILEPASS = b"\x09\x08\x10\x00\x00\x06\x05\x00", 0x2F

_FAR = re.compile(rb'<(?:\w+:)?c [^<>]*?\br="(?:[A-Z]{3}[0-9]+|[A-Z]+[0-9]{6,})"[^>/]*>')
_REACHES = re.compile(rb'r="(?:[A-Z]{3}[0-9]|[A-Z]+[0-9]{6})')
"""What each hit of `_FAR` holds: found at once in a part, where `_FAR` begins anew at every cell."""

_FILLED = rb"<(?:\w+:)?table-cell(?=[^>]*value)[^>]*"
_MANY = re.compile(
    _FILLED + rb'number-columns-repeated="\d{4,}"'
    rb'|number-columns-repeated="\d{3,}"[^>]*/>\s*' + _FILLED + rb">"
    rb'|number-rows-repeated="\d{4,}"[^>]*(?<!/)>(?:(?!</(?:\w+:)?table-row>).)*?' + _FILLED + rb">"
    rb'|number-rows-repeated="\d{6,}"(?:(?!</(?:\w+:)?table>).)*?' + _FILLED + rb">",
    re.DOTALL,
)
_CHUNK = 1 << 20


class Sort(StrEnum):
    """What can be read, by content."""

    XLSX = "xlsx"  # also xlsm
    XLS = "xls"
    ODS = "ods"
    TEXT = "text"


def compound(file: str, content: bytes) -> Sort:
    """An OLE container: an old workbook. Raises Refused for an encrypted one, and for a document."""
    if _ENCRYPTED in content or _has_password(content):
        raise _locked(file)
    if _WORD in content:
        raise Refused(_("{file} is a text document (Word); the table must come as .xlsx or .csv").format(file=file))
    return Sort.XLS


def zipped(file: str, content: bytes) -> Sort:
    """A zip: a workbook whose parts unpack to a sane size. Raises Refused for all else."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if any(info.flag_bits & 1 for info in packed.infolist()):
                raise _locked(file)
            if sum(info.file_size for info in packed.infolist()) > LARGEST:
                raise Refused(
                    _("{file} unpacks to more than {mb} MB, which no list of people does; it is not opened").format(
                        file=file, mb=LARGEST >> 20
                    )
                )
            sort = _workbook(file, packed)
            for part in packed.namelist():
                _unpack(file, packed, part)
            return sort
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, struct.error):
        raise damaged(file) from None


def damaged(file: str) -> Refused:
    """The answer to a workbook that cannot be read."""
    return Refused(
        _("{file} is damaged and cannot be read; open it in a spreadsheet program and save it again").format(file=file)
    )


def _locked(file: str) -> Refused:
    """The answer to a workbook with a password."""
    return Refused(_("{file} is protected by a password; open it, remove the password and save").format(file=file))


def _has_password(content: bytes) -> bool:
    """Whether one of the first records of an old workbook says that the rest is encrypted."""
    at = content.find(_BEGIN)
    for _record in range(5):
        if at < 0 or at + 4 > len(content):
            return False
        number, length = struct.unpack_from("<HH", content, at)
        if number == _FILEPASS:
            return True
        at += 4 + length
    return False


def _workbook(file: str, packed: zipfile.ZipFile) -> Sort:
    """Which workbook a zip is; raises Refused for a zip that is none."""
    parts = set(packed.namelist())
    if "xl/workbook.xml" in parts:
        return Sort.XLSX
    if "mimetype" in parts and b"opendocument.spreadsheet" in packed.read("mimetype")[:100]:
        if "META-INF/manifest.xml" in parts and b"encryption-data" in packed.read("META-INF/manifest.xml"):
            raise _locked(file)
        return Sort.ODS
    what = _("a packed archive without a workbook in it")
    for folder, name in (
        ("xl/", _("a binary workbook (.xlsb)")),
        ("word/", _("a text document (Word)")),
        ("ppt/", _("a presentation")),
    ):
        if any(part.startswith(folder) for part in parts):
            what = name
    raise Refused(_("{file} is {what}; the table must come as .xlsx or .csv").format(file=file, what=what))


def _unpack(file: str, packed: zipfile.ZipFile, part: str) -> None:
    """Read one part through, so that a size that lies shows as damage; refuse cells far outside any table.

    A reader makes room for all rows and columns up to such a cell.
    """
    signs = (_REACHES, _FAR) if part.startswith("xl/worksheets/") else (_MANY,) if part == "content.xml" else ()
    tail, size = b"", -1 if _MANY in signs else _CHUNK
    with packed.open(part) as stream:
        while chunk := stream.read(size):
            if signs and all(sign.search(tail + chunk) for sign in signs):
                raise Refused(
                    _("{file} has filled cells far outside its table; delete all rows and columns around it").format(
                        file=file
                    )
                )
            tail = chunk[-1000:]
