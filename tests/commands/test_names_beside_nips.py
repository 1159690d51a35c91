"""A name beside a NIP is held against its owner's: a letter, an invitation or a PIN never goes to somebody else."""

from __future__ import annotations

import pytest
from officer import Apel, Roster

ROWS = {
    "letter": ("NIP;NAMA;JENIS;MULAI", "{nip};{name};S;2026-03-03", ("leave", "import")),
    "link": ("PIN;NIP;NAMA", "7;{nip};{name}", ("scan", "link", "--device", "LOBI", "--file")),
    "guest": (
        "NIP;NAMA",
        "{nip};{name}",
        ("calendar", "call", "2026-03-03", "--kind", "kegiatan", "--name", "X", "--people"),
    ),
}


@pytest.mark.parametrize("what", ROWS)
@pytest.mark.parametrize("name", ["SITI REKAAN", "SITI REKAAN, S.E.", "S. REKAAN", ""])
def test_his_own_name_in_any_form(apel: Apel, roster: Roster, what: str, name: str) -> None:
    siti, _budi = roster("SITI REKAAN", "BUDI KARANGAN")
    head, row, command = ROWS[what]
    said = apel(*command, apel.file("a.csv", f"{head}\n{row.format(nip=siti, name=name)}"))
    assert "check it" not in said


@pytest.mark.parametrize("what", ROWS)
def test_the_name_of_somebody_else_is_refused(apel: Apel, roster: Roster, what: str) -> None:
    siti, _budi = roster("SITI REKAAN", "BUDI KARANGAN")
    head, row, command = ROWS[what]
    said = apel.refuses(*command, apel.file("a.csv", f"{head}\n{row.format(nip=siti, name='BUDI KARANGAN')}"))
    assert f'the NIP {siti} is that of "SITI REKAAN", and the name "BUDI KARANGAN" that of somebody else' in said


@pytest.mark.parametrize("what", ROWS)
def test_a_name_that_nobody_has_is_said(apel: Apel, roster: Roster, what: str) -> None:
    siti, _budi = roster("SITI REKAAN", "BUDI KARANGAN")
    head, row, command = ROWS[what]
    said = apel(*command, apel.file("a.csv", f"{head}\n{row.format(nip=siti, name='WAHYU PERUMPAMAAN')}"))
    assert 'the row says "WAHYU PERUMPAMAAN"; check it' in said


@pytest.mark.parametrize("left", ["1,98501E+17", "198501012010011", "19850101201001100"])
def test_whose_a_damaged_nip_may_be_is_proposed_on_a_roll(apel: Apel, roster: Roster, left: str) -> None:
    siti, _budi = roster("SITI REKAAN", "BUDI KARANGAN")
    rows = f"NIP;NAMA;TANGGAL;KODE\n{left};SITI REKAAN;2026-03-02;H"
    said = apel.refuses("roll", "import", apel.file("r.csv", rows), "--kind", "apel-pagi")
    written = f"{siti[:8]} {siti[8:14]} {siti[14]} {siti[15:]}"
    assert f"by name and digits it may be {written}" in said or f"by name and digits it may be {siti}" in said
