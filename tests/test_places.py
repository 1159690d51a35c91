"""Where the parts of the program lie, in the checkout and in an installed package."""

from __future__ import annotations

from pathlib import Path

import pytest

from attendance import language, places


def test_the_parts_lie_at_the_top_of_the_checkout() -> None:
    top = Path(__file__).parents[1]
    assert (places.migrations(), places.samples()) == (top / "migrations", top / "samples")
    assert (places.migrations() / "env.py").is_file()
    assert (Path(language.FOLDER) / "id").is_dir()


def test_in_an_installed_package_they_lie_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "PACKAGE", tmp_path)
    (tmp_path / "migrations").mkdir()
    assert places.migrations() == tmp_path / "migrations"
