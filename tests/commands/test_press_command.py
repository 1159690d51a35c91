"""apel press: figures and nobody; what was given to the press is known again."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from office_acts import WEEK, close, journal, roll
from officer import Apel, Roster
from pypdf import PdfReader

CONFIG = """
[press]
contact = ["Bidang Informasi Kepegawaian", "Telepon (061) 555012"]
[signatories.press]
name = "JURU BICARA"
position = "KEPALA DINAS KOMINFO"
nip = "197001011995031001"
"""
SIX = [f"{name} CONTOH @ DINAS" for name in ("ANI", "BUDI", "CICI", "DODI", "EKA", "FITRI")]
FEW = ["GITA SEORANG @ UPT KECIL"]
OTHERS = [f"{name} LAIN @ BAGIAN" for name in ("HANI", "IMAN", "JOKO", "KIKI", "LINA")]
FORBIDDEN = ("sakit", "cuti", "izin", "teguran", "dinas luar")


def text_of(path: Path) -> str:
    """All text of a PDF or a docx, its tables and its foot too, with single spaces."""
    if path.suffix == ".pdf":
        return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())
    document = docx.Document(str(path))
    parts = [section.footer.paragraphs for section in document.sections]
    return " ".join("".join(part.itertext()) for part in document.element.body.iter("{*}p", "{*}tc")) + " ".join(
        one.text for part in parts for one in part
    )


def office(apel: Apel, roster: Roster) -> list[str]:
    """Two weeks of three units, all closed."""
    nips = roster(*SIX, *FEW, *OTHERS)
    apel("leave", "add", nips[0], "S", "--from", "2026-03-03", "--number", "RS/1")
    apel("leave", "add", nips[1], "CT", "--from", "2026-03-04", "--number", "C/2")
    roll(apel, nips, *["H H H TK"] * 6, "TK TK TK TK", *["H TK H H"] * 5)
    close(apel)
    return nips


def given(apel: Apel, *words: object, name: str = "pers.pdf") -> str:
    path = apel.folder / name
    apel("press", WEEK, "-o", path, *words)
    return text_of(path)


@pytest.mark.parametrize("name", ["pers.pdf", "pers.docx"])
def test_it_names_nobody_and_tells_no_reason(apel: Apel, roster: Roster, name: str) -> None:
    nips = office(apel, roster)
    apel("config", "import", apel.file("c.toml", CONFIG))
    shown = given(apel, "--number", "480/7", name=name)
    for part in ("SIARAN PERS", "480/7", "JURU BICARA", "Bidang Informasi Kepegawaian", "DINAS", "Jurnal nomor"):
        assert part in shown
    bare = re.sub(r"Sidik.*", "", shown.split("Jurnal nomor")[0])
    people = [one.partition(" @ ")[0] for one in (*SIX, *FEW, *OTHERS)]
    for word in (*FORBIDDEN, *people, *(one.split()[0] for one in people), *nips):
        assert word.casefold() not in bare.casefold(), word
    assert not re.search(r"\d{16}|\d{8} \d{6} \d \d{3}", shown)


@pytest.mark.parametrize("name", ["pers.pdf", "pers.docx"])
def test_a_small_unit_cannot_be_found_by_subtraction(apel: Apel, roster: Roster, name: str) -> None:
    office(apel, roster)
    shown = given(apel, name=name)
    assert "UPT KECIL" not in shown and "BAGIAN" not in shown
    assert "Unit kerja kecil lainnya (2 unit)" in shown and "kurang dari 5 pegawai" in shown


def test_the_figures_are_those_of_the_recap(apel: Apel, roster: Roster) -> None:
    office(apel, roster)
    shown = given(apel)
    sums = apel.json("recap", WEEK, "--by", "unit")["units"]
    dinas = next(one for one in sums if one["unit"] == "DINAS")
    row = f"DINAS 6 {dinas['scheduled']} {dinas['present']} {dinas['excused']} {dinas['absent']}"
    assert (dinas["scheduled"], dinas["present"], dinas["excused"], dinas["absent"]) == (24, 18, 0, 6)
    assert row in shown
    days = apel.json("recap", WEEK, "--by", "day")["days"]
    for day, name in zip(days, ("Senin, 2", "Selasa, 3", "Rabu, 4", "Kamis, 5"), strict=True):
        words = f"{name} Maret 2026 {day['scheduled']} {day['present']} {day['excused']} {day['absent']}"
        assert words in shown


def test_units_that_have_not_reported_are_named_and_in_no_figure(apel: Apel, roster: Roster) -> None:
    nips = roster(*SIX, *OTHERS)
    roll(apel, nips, *["H H H H"] * 6, *["TK TK TK TK"] * 5)
    close(apel, WEEK, "DINAS")
    close(apel, "2026-03-02", "BAGIAN")  # one day is not all
    run = apel.run("press", WEEK, "-o", apel.folder / "p.pdf")
    assert run.exit_code == 0 and "PROVISIONAL: BAGIAN have not reported" in run.stderr
    shown = text_of(apel.folder / "p.pdf")
    assert "SEMENTARA" in shown and "BAGIAN (3, 4 dan 5 Maret 2026)" in shown
    assert "adalah 100,0 %" in shown and "Jumlah 6 24 24 0 0" in shown
    apel("press", WEEK, "-o", apel.folder / "p.docx", "--draft")
    assert "BAGIAN (3, 4 dan 5 Maret 2026)" in text_of(apel.folder / "p.docx")


def test_one_day_is_told_in_people_and_compared_with_the_same_weekday(apel: Apel, roster: Roster) -> None:
    nips = roster(*SIX)
    roll(apel, nips, *["H H"] * 3, *["TK H"] * 3)
    roll(apel, nips, *["H"] * 6, first=9, name="b")
    for day in ("2026-03-02", "2026-03-03", "2026-03-09", "2026-03-10"):
        close(apel, day)
    apel("press", "2026-03-09", "-o", apel.folder / "a.pdf")
    shown = text_of(apel.folder / "a.pdf")
    assert "naik 50,0 poin persentase dibandingkan Senin, 2 Maret 2026" in shown and "+50,0" in shown
    assert "Dari 6 orang yang wajib hadir, 6 orang hadir" in shown
    apel("press", "2026-03-10", "-o", apel.folder / "b.docx")
    assert "turun 100,0 poin" in text_of(apel.folder / "b.docx") and "-100,0" in text_of(apel.folder / "b.docx")


def test_the_same_rate_as_before(apel: Apel, roster: Roster) -> None:
    nips = roster(*SIX)
    roll(apel, nips, *["H H H H . . . H H H H"] * 6)
    close(apel)
    close(apel, "2026-03-09..2026-03-12")
    apel("press", "2026-03-09..2026-03-12", "-o", apel.folder / "a.pdf")
    shown = text_of(apel.folder / "a.pdf")
    assert "sama dengan periode 2 s.d. 5 Maret 2026" in shown and "Kehadiran tertinggi" not in shown


def test_where_all_were_excused_there_is_no_rate(apel: Apel, roster: Roster) -> None:
    nips = roster(*SIX)
    roll(apel, nips, *["DL"] * 6)
    close(apel, "2026-03-02")
    apel("press", "2026-03-02", "-o", apel.folder / "a.pdf")
    assert "adalah -." in text_of(apel.folder / "a.pdf")


def test_days_of_few_people_months_and_the_working_day(apel: Apel, roster: Roster) -> None:
    nips = roster(*SIX, first="2026-01-01")
    for nip in nips[:4]:
        apel("exempt", "add", "--nip", nip, "--kind", "apel-pagi", "--from", "2026-03-05", "--reason", "protokol")
    roll(apel, nips, *["H H H ."] * 4, *["H H H H"] * 2)
    close(apel)
    assert "Hari lainnya" in given(apel)
    close(apel, "2026-01..2026-03")
    apel("press", "2026-01..2026-03", "-o", apel.folder / "q.pdf")
    assert "Kehadiran per bulan" in text_of(apel.folder / "q.pdf") and "Feb 2026" in text_of(apel.folder / "q.pdf")
    roll(apel, nips, *["H TK"] * 6, kind="kerja", name="k")
    close(apel, "2026-03-02..2026-03-03", kind="kerja")
    apel("press", "2026-03-02..2026-03-03", "--kind", "kerja", "-o", apel.folder / "k.pdf")
    assert "masuk kerja" in text_of(apel.folder / "k.pdf") and "2 hari kerja" in text_of(apel.folder / "k.pdf")


def test_a_month_of_days_has_narrow_bars(apel: Apel, roster: Roster) -> None:
    nips = roster(*SIX)
    roll(apel, nips, *["H H"] * 6)
    close(apel, "2026-03")
    apel("press", "2026-03", "-o", apel.folder / "m.pdf")
    assert "Kamis, 26 Maret 2026" in text_of(apel.folder / "m.pdf")


def test_what_is_given_is_an_entry_and_is_known_again(apel: Apel, roster: Roster) -> None:
    office(apel, roster)
    path = apel.folder / "a.pdf"
    before = journal(apel)
    apel("press", WEEK, "-o", path, "--draft")
    assert "KONSEP" in text_of(path) and journal(apel) == before
    path.unlink()
    assert "Rehearsal only" in apel("press", WEEK, "-o", path, "--number", "1", "--dry-run")
    assert not path.exists() and journal(apel) == before
    said = apel("press", WEEK, "-o", path, "--number", "1")
    entry = before[0] + 1
    assert f"Given to the press: entry {entry}" in said and journal(apel)[0] == entry
    shown = apel("journal", "show", entry)
    assert "press" in shown and "digest" in shown
    first = text_of(path)
    assert f"Given to the press: entry {entry}" in apel("press", WEEK, "-o", path, "--number", "1")
    assert journal(apel)[0] == entry and text_of(path) == first
    apel("leave", "add", "198501012010011003", "DL", "--from", "2026-03-05", "--number", "ST/1")
    refused = apel.refuses("press", WEEK, "-o", path, "--number", "1")
    assert f"with other figures (entry {entry})" in refused and f"--as-of {entry}" in refused
    apel("press", WEEK, "-o", apel.folder / "b.pdf", "--number", "2")
    assert text_of(apel.folder / "b.pdf") != first
    old = apel.run("--as-of", entry, "press", WEEK, "-o", path, "--number", "1")
    assert old.exit_code == 0 and text_of(path) == first
    assert "not given to the press by then" in apel.refuses("--as-of", entry - 1, "press", WEEK, "-o", path)
    apel("undo", entry)
    assert "Given to the press" in apel("press", WEEK, "-o", path, "--number", "1")
    assert apel.json("journal", "verify")["faults"] == []


def test_what_cannot_be_said(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI @ SATU", "BUDI @ DUA")
    out = apel.folder / "p.pdf"
    assert "No unit has reported all its rolls" in apel.refuses("press", WEEK, "-o", out)
    roll(apel, nips, "H H H H", "H H H H")
    close(apel)
    assert "Fewer than 5 people were counted" in apel.refuses("press", WEEK, "-o", out)
    assert "no session apel-pagi" in apel.refuses("press", "2026-03-07", "-o", out)
    assert "Choose one of these endings" in apel.refuses("press", WEEK, "-o", apel.folder / "p.xlsx")
    assert apel.run("press", WEEK, "-o", out, "--small", "4").exit_code == 2
    low = apel.file("c.toml", "[press]\nsmall = 4")
    assert "press.small: 4 is too small; the least is 5" in apel.refuses("config", "import", low)


def test_what_a_release_lacks_is_said(apel: Apel, roster: Roster) -> None:
    office(apel, roster)
    run = apel.run("press", WEEK, "-o", apel.folder / "p.pdf", "--small", "7", "--paper", "F4")
    assert "No signatory is configured" in run.stderr and "no number yet" in run.stderr
    box = PdfReader(apel.folder / "p.pdf").pages[0].mediabox
    assert [round(float(side) / 72 * 25.4) for side in box[2:]] == [215, 330]


def test_the_emblem_stands_in_the_document_of_word(apel: Apel, roster: Roster) -> None:
    office(apel, roster)
    emblem = apel.folder / "lambang.png"
    emblem.write_bytes(
        bytes.fromhex(
            "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02"
            "0000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
        )
    )
    apel(
        "config",
        "import",
        apel.file("e.toml", f'[office]\nname = "PEMERINTAH PROVINSI DKI CONTOH"\nemblem = "{emblem}"'),
    )
    given(apel, name="p.docx")
    assert len(docx.Document(str(apel.folder / "p.docx")).inline_shapes) == 1
    assert "Pemerintah Provinsi DKI Contoh" in text_of(apel.folder / "p.docx")


@pytest.mark.parametrize(("late", "told"), [(4, True), (5, False)])
def test_two_editions_do_not_give_away_a_few_people(apel: Apel, roster: Roster, late: int, told: bool) -> None:
    nips = roster(*SIX, *(one.replace("BAGIAN", "KECIL") for one in OTHERS[:late]))
    roll(apel, nips, *["H H H H"] * 6, *["TK H H H"] * late)
    close(apel, WEEK, "DINAS")
    first = apel.run("press", WEEK, "-o", apel.folder / "a.pdf", "--number", "1")
    assert "can reckon" not in first.stderr
    close(apel, WEEK, "KECIL")
    second = apel.run("press", WEEK, "-o", apel.folder / "b.pdf", "--number", "2", "--draft")
    assert ("Edition 1" in second.stderr and f"counted {late} people more or fewer" in second.stderr) is told
    apel("undo", journal(apel)[0] - 1)  # the edition; the closing came after it
    assert "can reckon" not in apel.run("press", WEEK, "-o", apel.folder / "b.pdf", "--draft").stderr
