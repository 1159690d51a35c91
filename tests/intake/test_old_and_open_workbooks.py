"""The same roster as .xlsx, .xls and .ods, each written by an office suite: read alike."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from attendance.intake import rosters

SUITE = shutil.which("soffice")
ROWS = [
    ["DAFTAR PEGAWAI"],
    [],
    ["NO", "NAMA", "NIP", "GOL", "UNIT KERJA"],
    [1, 2, 3, 4, 5],
    [1, "Dr. ANI CONTOH, S.E.", "19800101 200501 2 001", "III/d", "DINAS CONTOH"],
    [2, "BUDI MISAL", "198202022006011002", "II/c", "DINAS CONTOH"],
    [3, "CITRA TIRUAN", 198503032010012003, "II/c", "DINAS CONTOH"],
]


@pytest.mark.skipif(SUITE is None, reason="wants LibreOffice to write the other forms")
@pytest.mark.parametrize("form", ["xls", "ods"])
def test_every_form_of_workbook_reads_alike(book, tmp_path: Path, form: str) -> None:
    path = book(ROWS, "daftar.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [SUITE, profile, "--headless", "--convert-to", form, "--outdir", tmp_path, path]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    first, other = rosters.read(path), rosters.read(tmp_path / f"daftar.{form}")
    assert [row.profile for row in other.rows] == [row.profile for row in first.rows]
    assert [row.place.row for row in other.rows] == [5, 6]
    assert [fault.place.row for fault in other.refused] == [7]
    assert other.read == first.read == 3
