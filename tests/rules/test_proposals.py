"""Whose NIP a damaged one may be: by the name and by what is left of the digits."""

from __future__ import annotations

import pytest

from attendance.rules import nip, proposals

SITI, OTHER = "198001012005011001", "198001012005011002"


@pytest.mark.parametrize(
    ("written", "fits"),
    [
        (198001012005011001, True),
        (1.98001012005011e17, True),
        (1.98001012005012e17, False),
        ("198001012005011000", True),
        ("198001012005011", True),
        ("19800101200501", False),
        ("198001012005011002", False),
        ("19800101200501101", True),
        ("19800101200501102", False),
        ("1980010120050111001", True),
        ("1980010120050112002", False),
        ("l98OO1O12OO5O11OO1", True),
        ("NIP. 19800101 200501 1 00l", True),
        ("1,98001E+17", True),
        ("1.98001012005011E+17", True),
        ("1,98002E+17", False),
        ("2E+17", False),
        ("1,98001E+16", False),
        ("belum ada", False),
        ("", False),
    ],
)
def test_what_is_left_of_a_nip(written: str | float, fits: bool) -> None:
    assert nip.resembles(written, SITI) is fits


def test_only_who_bears_this_very_name_is_proposed() -> None:
    known = proposals.bearers([(SITI, "Dr. Siti Rekaan, S.E."), (OTHER, "SITI REKAAN"), (OTHER, "SITI REKAAN")])
    assert known == {"SITI REKAAN": (SITI, OTHER)}
    assert proposals.near(198001012005011001, "SITI REKAAN, M.M.", known) == (SITI, OTHER)
    assert proposals.near("19800101200501101", "Siti Rekaan", known) == (SITI,)
    assert proposals.near("19800101200501101", "Siti Rekayasa", known) == ()
    assert proposals.near("19800101200501101", "", {"": (SITI,)}) == ()
    assert proposals.near("19800101200501101", "Siti Rekaan", {}, known) == (SITI,)
