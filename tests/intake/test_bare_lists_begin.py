"""A list without headings begins with its first person, though his NIP be damaged; a title above is no person."""

from __future__ import annotations

from pathlib import Path

import pytest

from attendance.intake import rosters

PEOPLE = ["198501012010011002;BUDI CONTOH;III/b", "198501012010011003;CICI CONTOH;III/b"]


@pytest.mark.parametrize(
    ("above", "refused"),
    [
        (["19850101201001100;ANI CONTOH;III/a"], [1]),
        (["19850101201001100;ANI CONTOH;III/a", "1985010120100110;DODI CONTOH;III/a"], [1, 2]),
        (["DATA PEGAWAI"], []),
        (["19850101;;"], []),
    ],
)
def test_a_person_with_a_damaged_nip_at_the_top_is_not_left_out(
    tmp_path: Path, above: list[str], refused: list[int]
) -> None:
    path = tmp_path / "daftar.csv"
    path.write_text("\n".join([*above, *PEOPLE]) + "\n", "utf-8")
    reading = rosters.read(path, unit=("DINAS CONTOH",))
    assert [fault.place.row for fault in reading.refused] == refused
    assert [row.profile.name for row in reading.rows] == ["BUDI CONTOH", "CICI CONTOH"]
