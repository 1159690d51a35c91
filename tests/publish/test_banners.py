"""Letters that are read from two metres."""

from __future__ import annotations

import string

import pytest

from attendance.publish.banners import GAP, WIDE, drawable, letters


def test_a_name_in_large_letters():
    assert letters("Ani T.", 80) == [
        "▄▀▀▀▄ █▄  █  ▀█▀        ▀▀█▀▀",
        "█▀▀▀█ █ ▀▄█   █           █",
        "▀   ▀ ▀   ▀  ▀▀▀          ▀     ▀",
    ]


def test_every_letter_and_digit_has_its_own():
    drawn = {"\n".join(letters(sign, 80)) for sign in string.ascii_uppercase + string.digits + ".-'"}
    assert len(drawn) == 26 + 10 + 3
    assert all(len(line) <= WIDE for sign in string.ascii_uppercase for line in letters(sign, 80))


@pytest.mark.parametrize(
    ("text", "rows"), [("A" * 13, 1), ("A" * 14, 2), ("AB " * 4, 1), ("AB " * 5, 2), ("A " * 99, 3)]
)
def test_rows_are_broken_where_the_screen_ends(text, rows):
    drawn = letters(text, 13 * (WIDE + GAP) - GAP)
    assert len(drawn) == 3 * rows
    assert all(len(line) <= 77 for line in drawn)


def test_signs_without_a_letter_are_left_out():
    assert letters("Élok 日\x1b", 80) == letters("ELOK", 80)
    assert letters("日本", 80) == letters("", 80) == []
    assert letters("AB", 1) == [*letters("A", 80), *letters("B", 80)]


@pytest.mark.parametrize(
    ("encoding", "answer"), [("utf-8", True), ("cp437", True), ("ascii", False), (None, False), ("?", False)]
)
def test_a_screen_may_lack_them(encoding, answer):
    assert drawable(encoding) is answer
