"""Glyphs: which signs the fonts that we ship can show; PDF/A refuses a page with a sign that no font has."""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path

from attendance.publish.formats import escaped, safe

FONTS = Path(__file__).parent / "fonts"
UNICODE = (3, 1)  # platform and encoding of the table that maps the basic plane


def printable(text: str) -> str:
    r"""A text with every sign that the fonts lack, or that is not seen, shown literally: `\u65e5`."""
    text = safe(text)
    if text.isascii():
        return text
    known = _known()
    return "".join(sign if ord(sign) in known else escaped(sign) for sign in text)


@cache
def _known() -> frozenset[int]:
    """The signs of the regular font; the other three have the same."""
    data = (FONTS / "LiberationSans-Regular.ttf").read_bytes()
    tables = (struct.unpack_from(">4sLLL", data, 12 + 16 * i) for i in range(struct.unpack_from(">H", data, 4)[0]))
    start = next(offset for tag, _, offset, _ in tables if tag == b"cmap")
    records = (struct.unpack_from(">HHL", data, start + 4 + 8 * i) for i in range(_short(data, start + 2)))
    return frozenset(_mapped(data, next(start + at for *sort, at in records if tuple(sort) == UNICODE)))


def _mapped(data: bytes, start: int) -> set[int]:
    """The signs of a table of format 4: segments, each from a first to a last sign."""
    count = _short(data, start + 6) // 2
    lasts = struct.unpack_from(f">{count}H", data, start + 14)
    firsts = struct.unpack_from(f">{count}H", data, start + 16 + 2 * count)
    return {sign for first, last in zip(firsts, lasts, strict=True) for sign in range(first, last + 1)} - {0xFFFF}


def _short(data: bytes, at: int) -> int:
    return int(struct.unpack_from(">H", data, at)[0])
