"""A roster never gives somebody's NIP to somebody else in silence."""

from __future__ import annotations

import pytest
from officer import Apel

ANI, BUDI, CICI = "198501012010012001", "197904052006041003", "198803032012012005"
HEAD = "NIP;NAMA;UNIT KERJA\n"
ROSTER = HEAD + f"{ANI};ANI SAMPEL;DINAS SATU\n{BUDI};BUDI CONTOH;DINAS SATU\n{CICI};CICI REKAAN;DINAS SATU\n"


@pytest.fixture
def office(apel: Apel) -> Apel:
    apel("staff", "import", apel.file("daftar.csv", ROSTER), "--from", "2026-01-01")
    return apel


def named(apel: Apel) -> dict[str, str]:
    return {one["nip"]: one["name"] for one in apel.json("staff", "list")["people"]}


def test_names_that_slid_against_their_nips(office: Apel) -> None:
    file = office.file("geser.csv", HEAD + f"{ANI};BUDI CONTOH;DINAS SATU\n{BUDI};CICI REKAAN;DINAS SATU\n")
    said = office.refuses("staff", "import", file)
    assert f'row 2: the NIP {ANI} is that of "ANI SAMPEL", and the name "BUDI CONTOH" that of somebody else' in said
    assert "row 3:" in said and f"--confirm 3={BUDI}" in said
    assert named(office)[ANI] == "ANI SAMPEL"


def test_where_the_name_known_is_the_wrong_one_the_row_is_confirmed(office: Apel) -> None:
    file = office.file("benar.csv", HEAD + f"{ANI};BUDI CONTOH;DINAS SATU\n")
    assert "changed: 1: BUDI CONTOH (name)" in office("staff", "import", file, "--confirm", f"2={ANI}")
    assert named(office)[ANI] == "BUDI CONTOH"


def test_a_name_that_is_nobodys_is_taken_with_a_warning(office: Apel) -> None:
    said = office("staff", "import", office.file("lain.csv", HEAD + f"{ANI};DEWI UMPAMA;DINAS SATU\n"))
    assert f'! lain.csv, row 2: the NIP {ANI} is that of "ANI SAMPEL", and the row says "DEWI UMPAMA"' in said
    assert "!" not in office("staff", "import", office.file("gelar.csv", HEAD + f"{BUDI};BUDI CONTO;DINAS SATU\n"))


def test_one_name_under_two_nips_that_are_nearly_alike(office: Apel) -> None:
    slip = ANI[:-1] + "7"
    said = office("staff", "import", office.file("dua.csv", HEAD + f"{slip};ANI SAMPEL;DINAS SATU\n"))
    assert f"ANI SAMPEL is known under the NIP {ANI}, and the row says {slip}" in said
    other = "199209092019032011"
    assert "is known under" not in office(
        "staff", "import", office.file("b.csv", HEAD + f"{other};BUDI CONTOH;DINAS SATU\n")
    )


def test_nobody_is_ended_while_rows_are_refused(office: Apel) -> None:
    file = office.file("cacat.csv", HEAD + f"{ANI};ANI SAMPEL;DINAS SATU\n{BUDI[:-1]};BUDI CONTOH;DINAS SATU\n")
    said = office.refuses("staff", "import", file, "--skip-bad", "--end-missing")
    assert "while rows are refused nobody is ended" in said
    assert all(one["to"] is None for one in office.json("staff", "list")["people"])
