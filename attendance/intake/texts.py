"""Bytes that are text: which encoding, which separator."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SEPARATORS = "\t;|,"
_SAMPLE = 4096


def decode(content: bytes) -> str:
    """Text of a file: by its byte order mark, else UTF-16 by its zero bytes, else UTF-8, else Windows-1252."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    head = content[:_SAMPLE]
    if head.count(0) * 3 > len(head):
        encoding = "utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be"
        return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def is_text(written: str) -> bool:
    """Whether decoded bytes are text at all: hardly any control characters."""
    head = written[:_SAMPLE]
    odd = sum(1 for c in head if (c < " " and c not in "\t\r\n\x0c\x1b\x1a") or c == "\ufffd")
    return "\x00" not in head and odd * 20 <= len(head)


def rows(written: str) -> Iterator[list[str]]:
    """Records of separated text; a quoted cell may hold line breaks, so a record is a spreadsheet's row."""
    if written[:4].lower() == "sep=":
        first, _, rest = written.partition("\n")
        yield []
        yield from _records(rest, first[4:5] or ";")
        return
    yield from _records(written, separator(written))


def separator(written: str) -> str:
    """The separator that stands equally often, outside quotes, in the most lines; a comma when there is none."""
    lines = "".join(written[:_SAMPLE].split('"')[::2]).splitlines()

    def steady(sign: str) -> int:
        counts = Counter(line.count(sign) for line in lines if sign in line)
        return max(counts.values(), default=0)

    best = max(_SEPARATORS, key=steady)  # of equals the first: names hold commas, seldom the others
    return best if steady(best) else ","


def _records(written: str, sign: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(written.replace("\x00", ""), newline=""), delimiter=sign)
