"""SUB - INDUK: which part of a text is a unit, where names hold a hyphen themselves."""

from __future__ import annotations

import pytest

from attendance.rules import unors


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("DINAS X", "DINAS X"),
        ("SUBBAGIAN UMUM - SEKRETARIAT - DINAS X", "DINAS X / SEKRETARIAT / SUBBAGIAN UMUM"),
        ("Keuangan - Bappeda", "Bappeda / Keuangan"),
        ("SD NEGERI 1 - 2 CONTOH - DINAS X", "DINAS X / SD NEGERI 1 - 2 CONTOH"),
        ("SEKSI PENCEGAHAN - KEBAKARAN - DINAS X", "DINAS X / SEKSI PENCEGAHAN - KEBAKARAN"),
        ("DINAS PERUMAHAN - PERMUKIMAN", "DINAS PERUMAHAN - PERMUKIMAN"),
        ("BIDANG PELAYANAN - RSUD X - DINAS KESEHATAN", "DINAS KESEHATAN / RSUD X / BIDANG PELAYANAN"),
        ("BAGIAN UMUM - SEKRETARIAT DAERAH - PEMERINTAH KOTA Y", "SEKRETARIAT DAERAH / BAGIAN UMUM"),
        ("PEMERINTAH KOTA Y", "PEMERINTAH KOTA Y"),
        ("SD-SMP SATU ATAP - DINAS X", "DINAS X / SD-SMP SATU ATAP"),
        ("-", ""),
        ("", ""),
        ("A - B - C - D - E - F - G - H", "H / G / F / E / D / C / B / A"),
    ],
)
def test_a_text_becomes_a_path(text: str, path: str) -> None:
    assert " / ".join(unors.split(text)) == path


def test_a_unit_that_is_known_wins() -> None:
    assert unors.split("BIDANG A - BIDANG B - DINAS X") == ("DINAS X", "BIDANG B", "BIDANG A")
    assert unors.split("BIDANG A - BIDANG B - DINAS X", {"bidang a - bidang b"}) != ("DINAS X", "BIDANG B", "BIDANG A")
    assert unors.split("URUSAN A - RUMPUN B - DINAS X", {"rumpun b"}) == ("DINAS X", "RUMPUN B", "URUSAN A")


def test_without_a_thought_every_hyphen_parts() -> None:
    assert unors.plain("SD 1 - 2 X - DINAS Y - PEMKOT Z") == ("DINAS Y", "2 X", "SD 1")
