"""The numbers that stand for kinds and codes in the large tables. They are written in databases: never change one."""

from __future__ import annotations

from datetime import time

from attendance.rules.codes import Code
from attendance.rules.kinds import Kind

KINDS = {
    Kind.APEL_PAGI: 1,
    Kind.APEL_SORE: 2,
    Kind.APEL_GABUNGAN: 3,
    Kind.UPACARA: 4,
    Kind.SENAM: 5,
    Kind.KEGIATAN: 6,
    Kind.KERJA: 7,
}
CODES = {
    Code.H: 0,
    Code.T: 1,
    Code.S: 2,
    Code.I: 3,
    Code.C: 4,
    Code.DL: 5,
    Code.TB: 6,
    Code.DK: 7,
    Code.TK: 8,
}
PRESENT_UP_TO = CODES[Code.T]
"""Codes up to this number are presence: one comparison in SQL."""

KIND_OF = {number: kind for kind, number in KINDS.items()}
CODE_OF = {number: code for code, number in CODES.items()}


def second(at: time) -> int:
    """A time of day as its second, 0 to 86399."""
    return at.hour * 3600 + at.minute * 60 + at.second


def clock(second_of_day: int) -> time:
    """The time of day of a second."""
    return time(second_of_day // 3600, second_of_day // 60 % 60, second_of_day % 60)
