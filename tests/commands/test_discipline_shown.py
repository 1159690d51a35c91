"""How discipline is shown: the list on a terminal of 80 columns, a year explained, word for word."""

from __future__ import annotations

from datetime import date

import click
import pytest
from discipline_acts import days, people, sign, work
from officer import Apel

from attendance.publish import discipline_tables, year_pictures

TODAY = date(2026, 3, 31)


def text(apel: Apel, *words: object, today: str | None = None) -> str:
    """What a command says on a terminal of 80 columns, without spaces at the ends of its lines."""
    result = apel.run(*words, today=today, COLUMNS="80")
    assert result.exit_code == 0, result.output
    lines = [line.rstrip() for line in result.output.splitlines()]
    assert max(map(len, lines)) <= 80
    return "\n".join(lines)


@pytest.fixture
def office(apel: Apel) -> tuple[Apel, dict[str, str]]:
    """An office of two units of which one has not reported its last week."""
    nips = people(
        apel,
        "SEPULUH @ DINAS PERPUSTAKAAN DAN KEARSIPAN",
        "SEDANG CPNS @ BAGIAN HUKUM",
        "RINGAN @ BAGIAN HUKUM",
        "KONTRAK PPPK @ BAGIAN HUKUM",
        "RAJIN @ BAGIAN HUKUM",
    )
    words = {"SEPULUH": "-*10", "SEDANG": "-*9 H -*3", "RINGAN": "H S -*2 H -", "KONTRAK": "-*6", "RAJIN": "H*18"}
    work(apel, "2026-01-02", {nips[name]: word for name, word in words.items()}, close=False)
    apel("exempt", "add", "--nip", nips["SEDANG"], "--kind", "kerja", "--from", "2026-02-10", "--reason", "dinas jaga")
    held = days("2026-01-02", 18)
    sign(apel, held[0], held[-1])
    apel("config", "set", "office.place", "Kota Contoh")
    return apel, nips


LIST = """\
RAHASIA - TERBATAS: Discipline: working days missed without a word,
2026-01-01..2026-01-31

                                                                        Salary
Name     Unit                  Status  Days  Run  Tier and article      stops
-------  --------------------  ------  ----  ---  --------------------  --------
SEPULUH  DINAS PERPUSTAKAAN    PNS       10   10  berat: PDHTAPS, Ps    Feb 2026
         DAN KEARSIPAN                            11(2)d angka 4;
                                                  provisional
SEDANG   BAGIAN HUKUM          CPNS      12    9  sedang: potong tukin
                                                  25 % 6 bln, Ps
                                                  10(2)f angka 1;
                                                  provisional
RINGAN   BAGIAN HUKUM          PNS        3    2  ringan: teguran
                                                  lisan, Ps 9(2)b
                                                  angka 1; provisional

3 people.

PPPK: ikuti peraturan daerah / perjanjian kerja

                                          Tier and        Salary
Name     Unit          Status  Days  Run  article         stops
-------  ------------  ------  ----  ---  --------------  ------
KONTRAK  BAGIAN HUKUM  PPPK       6    6  -; provisional

PROVISIONAL: not reported: BAGIAN HUKUM, DINAS PERPUSTAKAAN DAN KEARSIPAN (29,
30/1/2026)
PP 94/2021: days from 31 Agt 2021 on; duty Pasal 4 huruf f, counted within the
calendar year Pasal 15 ayat (1).
Pemotongan tunjangan kinerja sebesar 25 % selama 6 bulan: while the regulation
on pay does not exist, penundaan kenaikan gaji berkala selama 1 tahun (Pasal 42;
Peraturan BKN 6/2022 Pasal 62).
PPPK: no PP judges their days; follow the regional regulation or the contract
(PP 49/2018).
Near the next tier: SEDANG 2 more days; RINGAN 1 more days.
Ten working days in a row: the salary stops from the next month on, without
waiting for a sanction (PP 94/2021 Pasal 15 ayat (2)); the superior proposes it.
The program counts and shows the article. It does not decide: the competent
officer does."""

PICTURE = """\
RAHASIA - TERBATAS
SEDANG   NIP 19850101 201001 1 002   CPNS
BAGIAN HUKUM   working days, 2026-01-01 to 2026-03-31

       Januari                  Februari                  Maret
 Sn Sl Rb Km Jm Sb Mg     Sn Sl Rb Km Jm Sb Mg     Sn Sl Rb Km Jm Sb Mg
           * TK  .  .                        .                        .
 TK TK TK TK TK  .  .     BL BL BL BL BL  .  .     NR NR NR NR NR  .  .
 TK TK TK 15  *  .  .     BL NR NR NR NR  .  .     NR NR NR NR NR  .  .
 TK TK TK 22 23  .  .      *  * NR NR NR  .  .     NR NR  *  *  *  *  *
 26 27 28 BL BL  .        NR NR NR NR NR  .         *  * NR NR NR  .  .
                                                   NR>NR

Number: present. TK: absent without a word. BL: not reported. S I C DL TB DK:
with a reason. NR: not required. *: holiday. .: no working day. >: today. Empty:
not yet over, or not asked about.

Counted

No  Day             Regulation  How it is known
--  --------------  ----------  ---------------------------------------
 1  Jm 2 Jan 2026   PP 94/2021  not on the roll, closed by KEPALA DINAS
"""

REST = """\
12  Rb 21 Jan 2026  PP 94/2021  not on the roll, closed by KEPALA DINAS

Not counted

Days                       Code  Total  Why it is not counted
-------------------------  ----  -----  --------------------------------------
29 Jan 2026 - 9 Feb 2026    BL       8  the roll of BAGIAN HUKUM is not closed
10 Feb 2026 - 31 Mar 2026   NR      29  exempt: dinas jaga

PP 94/2021: 12 days, 9 in a row: sedang: potong tukin 25 % 6 bln, Ps 10(2)f
angka 1, reached on 20 Jan 2026.
Longest run: 9 working days in a row (2, 5, 6, 7, 8, 9, 12, 13, 14/1/2026).
MET: sedang, pemotongan tunjangan kinerja sebesar 25 % selama 6 bulan (selama PP
tentang gaji belum ada: penundaan kenaikan gaji berkala selama 1 tahun) (Pasal
10 ayat (2) huruf f angka 1).
2 more days reach the next tier: sedang: potong tukin 25 % 9 bln, Ps 10(2)f
angka 2.
PROVISIONAL: 8 days are not reported yet (29, 30/1/2026; 2, 3, 4, 5, 6,
9/2/2026).
"""


def test_the_list_on_a_terminal(office: tuple[Apel, dict[str, str]]) -> None:
    apel, _nips = office
    assert text(apel, "discipline", "2026-01") == LIST


def test_a_year_explained(office: tuple[Apel, dict[str, str]]) -> None:
    apel, nips = office
    said = text(apel, "discipline", "2026-03", "--explain", nips["SEDANG"])
    assert said.startswith(PICTURE)
    assert REST in said


def test_a_year_without_an_absence_explained(office: tuple[Apel, dict[str, str]]) -> None:
    apel, nips = office
    said = text(apel, "discipline", "2026-01", "--explain", nips["RAJIN"], today="2026-01-28")
    assert "No absence in this year." in said and "Every day of the year was counted or attended." in said
    assert " 19 20 21 22 23  .  .\n 26 27>28        .\n" in said
    said = text(apel, "discipline", "2025", "--explain", nips["RAJIN"])
    assert "       Oktober                  November                 Desember" in said
    assert text(apel, "discipline", "2027", "--explain", nips["RAJIN"]).count("Januari") == 0


def test_years_beside_each_other(office: tuple[Apel, dict[str, str]]) -> None:
    apel, nips = office
    said = text(apel, "discipline", "2025..2026-01", "--nip", nips["RINGAN"])
    assert "\n2026  RINGAN" in said and "\n2025  RINGAN" in said
    both = text(apel, "discipline", "2025..2026-01", "--explain", nips["RINGAN"])
    assert both.index("2025-01-01 to 2025-12-31") < both.index("2026-01-01 to 2026-01-31")


def test_an_open_row_and_a_letter_explained(office: tuple[Apel, dict[str, str]]) -> None:
    apel, nips = office
    said = text(apel, "discipline", "2026-01", "--explain", nips["SEPULUH"], today="2026-01-14")
    assert "The row is still open: 1 more days without a break make ten in a row." in said
    said = text(apel, "discipline", "2026-01", "--explain", nips["RINGAN"])
    assert "\n        5 " not in said and "  S  6" not in said
    assert " S TK TK  8 TK  .  ." in said
    assert "\n5 Jan 2026                  S        1  hari-kerja.csv, row 17 (entry 6)\n" in said


def test_somebody_who_belongs_nowhere_explained(office: tuple[Apel, dict[str, str]]) -> None:
    apel, nips = office
    assert "no unit   working days" in text(apel, "discipline", "2019", "--explain", nips["RAJIN"])


def test_colours_only_where_they_are_wanted(
    office: tuple[Apel, dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The signs can be told without their colours, and are the same with them."""
    apel, nips = office
    words = ("discipline", "2026-03", "--explain", nips["SEDANG"])
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    plain = text(apel, *words)
    picture = list(year_pictures.picture(2026, {date(2026, 1, 2): "TK", date(2026, 1, 3): "."}, TODAY, True))
    assert "\x1b[31m\x1b[1mTK\x1b[0m" in "".join(picture) and "\x1b[2m .\x1b[0m" in "".join(picture)
    bare = list(year_pictures.picture(2026, {date(2026, 1, 2): "TK", date(2026, 1, 3): "."}, TODAY, False))
    assert [click.unstyle(line) for line in picture] == bare
    assert "\x1b" not in plain


@pytest.mark.parametrize(
    ("silent", "said"),
    [
        ({1: 2}, "U01 (1, 2/1/2026)"),
        ({2: 1, 1: 1, 3: 2}, "U01, U02 (1/1/2026); U03 (1, 2/1/2026)"),
        (dict.fromkeys(range(1, 7), 1), "U01, U02, U03, U04, U05, U06 (1/1/2026)"),
        ({8: 2} | dict.fromkeys(range(1, 8), 11), "7 units (11 days, 1 Jan 2026 to 11 Jan 2026); U08 (1, 2/1/2026)"),
    ],
)
def test_units_that_lack_the_same_days_are_told_together(silent: dict[int, int], said: str) -> None:
    assert provisional(silent) == f"PROVISIONAL: not reported: {said}"


def test_units_that_each_lack_other_days_are_told_up_to_ten() -> None:
    said = provisional({number: number for number in range(1, 13)})
    assert said.startswith("PROVISIONAL: not reported: U01 (1/1/2026); U02 (1, 2/1/2026); ")
    assert "; U10 (1, 2, 3, 4, 5, 6, 7, 8, 9, 10/1/2026) and 2 more" in said and "U11" not in said


def provisional(silent: dict[int, int]) -> str:
    """What is said where each unit, by its number, lacks so many days from 1 January on."""
    lacking = {unit: [date(2026, 1, day) for day in range(1, count + 1)] for unit, count in silent.items()}
    (said,) = discipline_tables.provisional(lacking, {unit: f"U{unit:02d}" for unit in silent})
    return said
