"""A ledger of its own for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from ledgers import Ledger


@pytest.fixture
def ledger(template: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A new office with its holidays, made by the migrations."""
    made = Ledger(Path(shutil.copyfile(template, tmp_path / "apel.db")))
    yield made
    made.close()
