"""Whom a scanned or typed text means."""

from __future__ import annotations

import pytest

from attendance.rules.meant import How, Meant, Register
from attendance.rules.rosters import Profile

PEOPLE = {
    1: Profile("198501012010011001", "Drs. ANI SUSANTI"),
    2: Profile("198501012010012021", "BUDI HARYANI"),
    3: Profile("199001012015031021", "Ándi O'hara"),
    4: Profile("199001012015031022", "ANI LAMA"),
}
REGISTER = Register(PEOPLE, {1, 2, 3})


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("198501012010011001", (1,)),
        ("19850101 201001 1 001", (1,)),
        ("\ufeff198501012010011001\x00\r", (1,)),
        ("]Q3198501012010011001", (1,)),
        ("NIP: 198501012010011001", (1,)),
        ("ANI SUSANTI 198501012010011001", (1,)),
        ("199001012015031022", (4,)),
        ("001", (1,)),
        ("021", (3, 2)),
        ("2 021", (2,)),
        ("022", (4,)),
        ("010011001", (1,)),
        ("ani", (1,)),
        ("yani", (2,)),
        ("an", (3, 1)),
        ("susa ani", (1,)),
        ("dr. ani s", (1,)),
        ("andi ohara", (3,)),
        ("lama", (4,)),
        ("xyz", ()),
        ("777", ()),
    ],
)
def test_who_is_meant(text: str, people: tuple[int, ...]) -> None:
    assert sorted(REGISTER.find(text).people) == sorted(people)


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("3273010101900001", How.NIK),
        ("12", How.SHORT),
        ("a", How.SHORT),
        ("***", How.SHORT),
        ("1234567890", How.CUT),
        ("19850101201001100", How.CUT),
        ("1985010120100110011", How.CUT),
        ("198501012010011001 07:21", How.MORE),
        ("198501012010011001;198501012010012021", How.MORE),
    ],
)
def test_what_means_nobody(text: str, how: How) -> None:
    assert REGISTER.find(text) == Meant(how)


def test_a_nip_of_nobody_is_kept() -> None:
    assert REGISTER.find("19850101 201001 1 999") == Meant(How.NIP, (), "198501012010011999")
