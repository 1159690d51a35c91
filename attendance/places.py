"""Where the parts of the program lie: in the installed package, or at the top of the checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent


def _part(name: str) -> Path:
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def migrations() -> Path:
    """The scripts that make the schema."""
    return _part("migrations")


def samples() -> Path:
    """What an office sends: the input of the demonstration."""
    return _part("samples")
