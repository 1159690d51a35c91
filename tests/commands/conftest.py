"""What the tests of commands stand on besides: the demonstration, run once and copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from officer import Apel

from attendance.places import samples

TODAY_OF_MEDAN = "2019-03-12"


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder that `apel demo` made, and what it said."""
    folder = tmp_path_factory.mktemp("demo") / "apel-demo"
    said = Apel(folder / "unused.db", folder.parent)("demo", folder)
    return folder, said


@pytest.fixture
def medan(demonstration: tuple[Path, str], tmp_path: Path) -> Apel:
    """The program on the office of the demonstration, on the day on which the list went up."""
    made = Path(shutil.copyfile(demonstration[0] / "apel.db", tmp_path / "medan.db"))
    return Apel(made, tmp_path, TODAY_OF_MEDAN)


@pytest.fixture
def medan_input(tmp_path: Path) -> Path:
    """A copy of what the offices of Medan sent, to be changed."""
    return Path(shutil.copytree(samples() / "medan-2019", tmp_path / "input"))
