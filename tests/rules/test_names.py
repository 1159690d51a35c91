"""Names and titles, as printed in rosters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attendance.rules import names
from attendance.rules.rosters import Profile


@pytest.mark.parametrize(
    ("printed", "before", "name", "after"),
    [
        ("TONO CONTOH, S.E", "", "TONO CONTOH", "S.E"),
        ("SITI SAMPEL. S.Sos., M.Si", "", "SITI SAMPEL", "S.Sos., M.Si"),
        ("Dr. BUDI UJI, S.E., M.Si.", "Dr.", "BUDI UJI", "S.E., M.Si."),
        ("Drs.H.AHMAD FIKTIF M.Si", "Drs. H.", "AHMAD FIKTIF", "M.Si"),
        ("BUDI UJI, Drs., M.Si", "Drs.", "BUDI UJI", "M.Si"),
        ("dr. ANI REKAAN Sp.OG", "dr.", "ANI REKAAN", "Sp.OG"),
        ("RINA  FIKTIF\u00a0S.STP M.AP", "", "RINA FIKTIF", "S.STP, M.AP"),
        ("M. YUSUF", "", "M. YUSUF", ""),
        ("SUKARNI", "", "SUKARNI", ""),
        ("HADI", "", "HADI", ""),
        ("LILI MA", "", "LILI MA", ""),
        ("BUDI UJI.", "", "BUDI UJI", ""),
        ("", "", "", ""),
    ],
)
def test_a_printed_name_comes_apart(printed: str, before: str, name: str, after: str) -> None:
    assert names.split(printed) == (before, name, after)


def test_joined_as_printed() -> None:
    assert Profile("", "BUDI UJI", "Dr.", "S.E., M.Si.").printed == "Dr. BUDI UJI, S.E., M.Si."
    assert Profile("", "SUKARNI").printed == "SUKARNI"


def test_the_bare_name_is_the_same_for_all_spellings() -> None:
    assert names.bare("Drs. H. M. Yusuf Ma'ruf, M.Si") == "M YUSUF MARUF"
    assert names.bare("M.YUSUF  MARUF") == "M YUSUF MARUF"
    assert names.bare("RÉNA-UJI") == "RENA UJI"


@given(st.text())
def test_a_bare_name_is_clean(text: str) -> None:
    bare = names.bare(text)
    assert bare == " ".join(bare.split())
    assert all(c.isalnum() or c == " " for c in bare)
