"""Pangkat and golongan in the forms that offices write."""

from __future__ import annotations

import pytest

from attendance.rules import ranks


@pytest.mark.parametrize(
    ("written", "room"),
    [
        ("Pembina / IV.a", "IV/a"),
        ("Penata Muda Tingkat I, III/b", "III/b"),
        ("(III/d)", "III/d"),
        ("Golongan III/d", "III/d"),
        ("Penata TK. I\u00a0 III/d", "III/d"),
        ("Juru Tk. I / I/d", "I/d"),
        ("III b", "III/b"),
        ("3/b", "III/b"),
        ("Penata Muda Tkt. 1", "III/b"),
        ("Pembina Utama Muda", "IV/c"),
        ("IX", "IX"),
        ("Gol. VII", "VII"),
        ("9", "IX"),
        ("PPPK XVII", "XVII"),
    ],
)
def test_every_written_form(written: str, room: str) -> None:
    assert ranks.parse(written) == (room, True)


@pytest.mark.parametrize("written", ["", "-", "18", "0", "Lektor", "III/e"])
def test_what_is_no_rank(written: str) -> None:
    assert ranks.parse(written) is None


def test_a_pangkat_that_is_not_of_its_golongan() -> None:
    assert ranks.parse("Pembina, III/a") == ("III/a", False)


def test_order_from_the_lowest() -> None:
    assert sorted(["IV/a", "II/c", "III/d"], key=ranks.order) == ["II/c", "III/d", "IV/a"]
    assert ranks.order("IX") == 8
    assert ranks.order("?") == -1
