"""Files as an office would send them, written from a few lines in the test."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from textwrap import dedent
from typing import Any

import openpyxl
import pytest

Write = Callable[..., Path]


@pytest.fixture
def text(tmp_path: Path) -> Write:
    """A text file from lines as they stand in the test."""

    def write(lines: str, name: str = "berkas.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        plain = dedent(lines).lstrip("\n") if lines.startswith("\n") else lines
        path.write_bytes(plain.encode(encoding))
        return path

    return write


@pytest.fixture
def book(tmp_path: Path) -> Write:
    """A workbook of one sheet from rows of cells; `merge` names merged ranges, such as "B1:D1"."""

    def write(
        rows: Sequence[Sequence[Any]], name: str = "berkas.xlsx", sheet: str = "Sheet1", merge: Sequence[str] = ()
    ) -> Path:
        workbook = openpyxl.Workbook()
        page = workbook.active
        assert page is not None
        page.title = sheet
        for row in rows:
            page.append(list(row))
        for area in merge:
            page.merge_cells(area)
        workbook.save(tmp_path / name)
        return tmp_path / name

    return write


@pytest.fixture
def example() -> Callable[[str], Path]:
    """A file of the collection of real forms, where it stands beside the checkout."""

    def find(name: str) -> Path:
        path = Path(__file__).parents[2].parent / "shared" / "examples" / name
        if not path.exists():
            pytest.skip("the collection of real forms is not here")
        return path

    return find
