"""Merged cells of an ods workbook, which its reader does not tell."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TypeAlias

from attendance.intake.looks import attribute

Area: TypeAlias = tuple[tuple[int, int], tuple[int, int]]
"""First and last cell: row and column from 0."""

_TAG = re.compile(rb"<table:(table-row|table-cell|covered-table-cell|table)(?=[\s/>])([^>]*)>")


def merged(content: bytes) -> dict[str, list[Area]]:
    """The merged areas of each sheet by its name."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        body = packed.read("content.xml") if "content.xml" in packed.NameToInfo else b""
    found: dict[str, list[Area]] = {}
    if b"-spanned=" not in body:
        return found
    areas: list[Area] = []
    row = below = column = 0
    for tag in _TAG.finditer(body):
        sort, words = tag[1], tag[2]
        if sort == b"table":
            areas = found.setdefault(attribute(words, b"table:name"), [])
            row = below = 0
        elif sort == b"table-row":
            row, column = below, 0
            below += _number(words, b"table:number-rows-repeated")
        else:
            wide, high = (_number(words, b"table:number-%s-spanned" % way) for way in (b"columns", b"rows"))
            if wide > 1 or high > 1:
                areas.append(((row, column), (row + high - 1, column + wide - 1)))
            column += _number(words, b"table:number-columns-repeated")
    return found


def _number(words: bytes, name: bytes) -> int:
    return int(attribute(words, name) or 1)
