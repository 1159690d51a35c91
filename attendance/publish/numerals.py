"""Numerals: numbers as letters spell them out beside the figures."""

from __future__ import annotations

UNITS = (
    *("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"),
)


def words(count: int) -> str:
    """A number below a thousand in words: dua puluh tiga."""
    if count < 12:
        return UNITS[count]
    if count < 20:
        return f"{UNITS[count - 10]} belas"
    if count < 100:
        return _joined(f"{UNITS[count // 10]} puluh", count % 10)
    if count < 200:
        return _joined("seratus", count - 100)
    return _joined(f"{UNITS[count // 100]} ratus", count % 100)


def _joined(head: str, rest: int) -> str:
    return f"{head} {words(rest)}" if rest else head


def ordinal(number: int) -> str:
    """Pertama, kedua, ketiga."""
    return "pertama" if number == 1 else f"ke{words(number)}"
