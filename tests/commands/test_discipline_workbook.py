"""The workbook of discipline: the year of each person by months, the days behind it, the law, the sources."""

from __future__ import annotations

from pathlib import Path

import pytest
from discipline_acts import days, people, sign, work
from officer import Apel, saved_as
from openpyxl import Workbook, load_workbook


@pytest.fixture
def office(apel: Apel) -> tuple[Apel, dict[str, str]]:
    """An office with people of every sort."""
    nips = people(
        apel,
        "SEPULUH @ DINAS SATU",
        "LAMBAT CPNS @ DINAS SATU",
        "KONTRAK PPPK Paruh Waktu @ DINAS SATU",
        "RAJIN @ DINAS DUA",
    )
    words = {"SEPULUH": "-*10 H*15 -*2", "LAMBAT": "-*2 S .*2", "KONTRAK": "-*6", "RAJIN": "H*27"}
    work(apel, "2026-01-05", {nips[name]: word for name, word in words.items()}, close=False)
    held = days("2026-01-05", 27)
    lines = "".join(f"7\t{day} {at}:00\t1\t0\t1\t0\n" for day in held[3:5] for at in ("10:00", "16:30"))
    apel("scan", "import", apel.file("1_attlog.dat", lines), "--device", "LOBI")
    apel("scan", "link", "7", nips["LAMBAT"], "--device", "LOBI")
    sign(apel, held[0], held[-1])
    apel("config", "set", "discipline.hours", "2.5")
    apel("case", "open", nips["SEPULUH"])
    return apel, nips


def written(apel: Apel, *words: object) -> Path:
    """The workbook as it is written."""
    path = apel.folder / "disiplin.xlsx"
    apel("discipline", *words, "-o", path)
    return path


def table(book: Workbook, name: str, first: str) -> list[list[object]]:
    """The rows of a sheet from the one that begins with a word on."""
    rows = [list(row) for row in book[name].iter_rows(values_only=True)]
    start = next(place for place, row in enumerate(rows) if row[0] == first)
    return rows[start:]


def test_the_sheets_and_what_stands_on_them(office: tuple[Apel, dict[str, str]]) -> None:
    apel, nips = office
    book = load_workbook(written(apel, "2026"))
    assert book.sheetnames == ["Disiplin 2026", "PPPK 2026", "Tanggal", "Tidak dihitung", "Ketentuan", "Asal data"]
    head, months, first, second, *_rest = table(book, "Disiplin 2026", "No")
    assert head[:5] == ["No", "Nama", "NIP", "Status / Gol", "Unit kerja"]
    assert months[5:17] == ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des"]
    assert first[:5] == [1, "SEPULUH", nips["SEPULUH"], "PNS\nIII/b", "DINAS SATU"]
    assert first[5:8] == [10, 2, 0] and str(first[17]).startswith("=SUM(F")
    assert first[18:20] == [10, "berat"]
    assert "pemberhentian dengan hormat" in str(first[20])
    assert first[21:23] == ["Ps 11(2)d angka 4", "Feb 2026"]
    assert "sementara: 28 hari belum lapor" in str(first[23]) and "2026" in str(first[23]).split(";")[0]
    assert (
        second[1] == "LAMBAT"
        and str(second[17]).endswith("+2")
        and "termasuk 2 hari dari keterlambatan" in str(second[23])
    )
    (kontrak,) = [row for row in table(book, "PPPK 2026", "No") if row[1] == "KONTRAK"]
    assert kontrak[3] == "PPPK PW\nIX" and kontrak[20] == "ikuti peraturan daerah / perjanjian kerja"
    said = [cell.value for row in book["PPPK 2026"].iter_rows(max_row=8) for cell in row]
    assert "RAHASIA - TERBATAS" in said and "PPPK: ikuti peraturan daerah / perjanjian kerja" in said
    assert "SEMENTARA" in said
    assert book["Disiplin 2026"].page_setup.orientation == "landscape"
    assert "RAHASIA - TERBATAS" in str(book["Disiplin 2026"].oddFooter.left.text)


def test_each_date_and_how_it_is_known(office: tuple[Apel, dict[str, str]]) -> None:
    apel, nips = office
    book = load_workbook(written(apel, "2026"))
    _head, *rows = [row for row in table(book, "Tanggal", "NIP") if row[0]]
    own = [row for row in rows if row[0] == nips["SEPULUH"]]
    assert len(own) == 12
    assert own[0][4:7] == ["Senin", "PP 94/2021", "tidak tercatat di daftar hadir yang disahkan oleh KEPALA DINAS"]
    assert {row[5] for row in rows if row[0] == nips["KONTRAK"]} == {"ikuti peraturan daerah / perjanjian kerja"}
    left = [row for row in table(book, "Tidak dihitung", "NIP") if row[0] == nips["LAMBAT"]]
    assert [row[5:7] for row in left if row[6] != "BL"] == [[1, "S"]]
    law = table(book, "Ketentuan", "Ketentuan")
    assert law[1][:4] == ["PP 94/2021", "3", "ringan", "teguran lisan"]
    steps = ["3", "4-6", "7-10", "11-13", "14-16", "17-20", "21-24", "25-27", "28 atau lebih", "10 berturut-turut"]
    assert [row[1] for row in law[1:11]] == steps
    sources = {row[0]: row[1] for row in book["Asal data"].iter_rows(values_only=True)}
    assert sources["Keterlambatan"] == "2,5 jam dijadikan satu hari"
    assert "PP 94/2021" in sources and sources["PPPK"] == "PP 49/2018: ikuti peraturan daerah / perjanjian kerja"
    assert len(str(sources["Sidik jurnal"])) == 64


def test_several_years_and_nobody(office: tuple[Apel, dict[str, str]]) -> None:
    apel, nips = office
    book = load_workbook(written(apel, "2025..2026", "--nip", nips["RAJIN"]))
    assert book.sheetnames[:2] == ["Disiplin 2025", "Disiplin 2026"]
    apel("config", "set", "discipline.hours", "0")
    book = load_workbook(written(apel, "2026", "--unit", "DINAS DUA"))
    assert book.sheetnames == ["Disiplin 2026", "Tanggal", "Tidak dihitung", "Ketentuan", "Asal data"]
    assert "NIHIL" in [row[0] for row in book["Disiplin 2026"].iter_rows(values_only=True)]
    sources = {row[0]: row[1] for row in book["Asal data"].iter_rows(values_only=True)}
    assert sources["Keterlambatan"] == "tidak dijadikan hari (mati)"


def test_a_row_of_last_year_and_the_offices_own_table(apel: Apel) -> None:
    toml = '[[discipline.pppk]]\ndays = 3\nlevel = "ringan"\nsanction = "teguran"\narticle = "Pasal 3"\n'
    apel("config", "import", apel.file("c.toml", toml))
    nips = people(apel, "ANI", "KONTRAK PPPK")
    work(apel, "2025-12-22", {nips["ANI"]: "H -*12 H", nips["KONTRAK"]: "H*8 -*3"})
    book = load_workbook(written(apel, "2026-01"))
    _no, _months, ani, *_rest = table(book, "Disiplin 2026", "No")
    assert "berturut-turut melewati 31 Desember: keputusan pada pejabat" in str(ani[23])
    rows = [row for row in table(book, "Tanggal", "NIP") if row[0] == nips["ANI"]]
    assert [row[5] for row in rows[:5]] == ["berturut-turut dari tahun lalu; tidak dihitung"] * 5
    assert rows[5][5] == "PP 94/2021"
    said = [cell.value for row in book["PPPK 2026"].iter_rows(max_row=8) for cell in row]
    assert "PPPK: menurut Ketentuan PPPK setempat" in said
    sources = {row[0]: row[1] for row in book["Asal data"].iter_rows(values_only=True)}
    assert sources["Ketentuan PPPK setempat"] == "Tabel instansi untuk PPPK"


def test_the_formulas_say_what_the_program_says(office: tuple[Apel, dict[str, str]], tmp_path: Path) -> None:
    apel, _nips = office
    path = written(apel, "2026", "--all")
    (tmp_path / "hasil").mkdir()
    book = load_workbook(saved_as(path, "xlsx", tmp_path / "hasil"), data_only=True)
    told = {one["name"]: one["days"] + one["converted"] for one in apel.json("discipline", "2026", "--all")["people"]}
    for sheet in ("Disiplin 2026", "PPPK 2026"):
        rows = table(book, sheet, "No")[2:]
        people = [row for row in rows if isinstance(row[0], int)]
        assert people and all(row[17] == told[str(row[1])] for row in people)
        (sums,) = [row for row in rows if row[1] == "JUMLAH"]
        assert sums[17] == sum(int(str(row[17])) for row in people)
        assert sums[5] == sum(int(str(row[5])) for row in people)
