"""Signatures under figures: the levels at which an office signs a period."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signing:
    """The levels of signing, from the desk upwards."""

    levels: tuple[str, ...] = ("operator", "kasubbag", "kepala-opd", "bkpsdm")
