"""Kept: answers that were not given for this file but for another one of the same sender."""

from __future__ import annotations


class Kept(str):
    """An answer that holds only where the file itself leaves it open; a heading that the file may lack."""

    __slots__ = ()
