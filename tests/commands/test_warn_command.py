"""apel warn: letters of warning, each absence answered once."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
import pytest
from office_acts import WEEK, close, done_once, journal, roll, spoken
from officer import Apel, Roster

CONFIG = """
    [office]
    name = "PEMERINTAH KOTA CONTOH"
    place = "Kota Contoh"
    [ladder]
    basis = ["Peraturan Wali Kota Contoh Nomor 1 Tahun 2026 (rekaan)"]
    valid_months = 6
    [[ladder.steps]]
    beruntun = 3
    [[ladder.steps]]
    sering = 2
    within_days = 30
    [letters]
    copies = ["Kepala BKPSDM"]
    addresses = { satu = "Jalan Rekaan Nomor 5; Telepon 555012" }
"""


@pytest.fixture
def office(apel: Apel, roster: Roster) -> tuple[Apel, list[str]]:
    """Two units with their heads; Ani is absent four times, Budi three, Cici twice, all rolls of the week closed."""
    nips = roster("ANI & <b>ANA</b> @ SATU", "BUDI {{ nama }} @ SATU", "CICI @ DUA", "DEDI @ DUA")
    apel("config", "import", apel.file("c.toml", CONFIG))
    for unit in ("SATU", "DUA"):
        apel("unit", "head", unit, "--name", f"KEPALA {unit}", "--position", f"Kepala {unit}", "--nip", HEAD[unit])
    roll(apel, nips, "TK TK TK TK", "H TK TK TK", "H H TK TK", "H H S TK")
    close(apel)
    return apel, nips


HEAD = {"SATU": "197001011995031001", "DUA": "197001011995031002"}


def states(apel: Apel, period: str = WEEK, **words: str) -> dict[str, tuple[str, int]]:
    told = apel.json("warn", "propose", period, today=words.get("today"))
    return {one["name"].split()[0]: (one["state"], one["step"]) for one in told["people"]}


def words(path: Path) -> str:
    """All that stands in a document: paragraphs and cells in order."""
    body = docx.Document(str(path)).element.body
    return "\n".join("".join(text.text or "" for text in one.iter(f"{W}t")) for one in body.iter(f"{W}p"))


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_who_is_due_and_who_is_near(office: tuple[Apel, list[str]]) -> None:
    apel, nips = office
    assert states(apel) == {"ANI": ("due", 1), "BUDI": ("due", 1), "CICI": ("near", 1)}
    told = apel.json("warn", "propose", WEEK)
    assert (told["kind"], told["provisional"], told["unreported"]) == ("apel-pagi", False, [])
    assert told["people"][0] == {
        "nip": nips[0],
        "name": "ANI & <b>ANA</b>",
        "unit": "SATU",
        "state": "due",
        "step": 1,
        "rule": "beruntun",
        "limit": 3,
        "figure": 4,
        "dates": ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05"],
        "before": [],
        "unreported": [],
    }
    said = spoken(apel, "warn", "propose", WEEK)
    assert "2 due: apel warn issue 2026-03-02..2026-03-05" in said and "1 one short of the limit" in said
    assert "4/3" in said and nips[0] not in said
    assert "CICI" in spoken(apel, "warn", "propose", WEEK, "--unit", "DUA")
    assert "ANI" not in spoken(apel, "warn", "propose", WEEK, "--unit", "DUA", "--unit", "DUA")
    assert "Nobody is due" in apel("warn", "propose", WEEK, "--nip", nips[3])
    list_ = apel.folder / "usul.xlsx"
    apel("warn", "propose", WEEK, "-o", list_)
    assert "ANI & <b>ANA</b>" in str([*openpyxl.load_workbook(list_).worksheets[0].values])
    assert ".xlsx" in apel.refuses("warn", "propose", WEEK, "-o", apel.folder / "usul.pdf")


def test_a_line_that_has_not_reported_is_not_proposed(office: tuple[Apel, list[str]]) -> None:
    apel, _nips = office
    apel("roll", "reopen", "2026-03-04", "--unit", "SATU", "--reason", "diperiksa")
    assert states(apel) == {"CICI": ("near", 1), "ANI": ("held", 1), "BUDI": ("near", 1)}
    assert "PROVISIONAL" in apel("warn", "propose", WEEK) and "1 not proposed" in spoken(apel, "warn", "propose", WEEK)
    said = apel("warn", "issue", WEEK, "-o", apel.folder / "surat")
    assert "No letter is due" in said and "1 reach the limit" in said and not (apel.folder / "surat").exists()


def test_the_letters_of_a_folder(office: tuple[Apel, list[str]]) -> None:
    apel, nips = office
    folder = apel.folder / "surat"
    said = done_once(apel, "warn", "issue", WEEK, "-o", folder, "--dated", "2026-04-01")
    assert "2 letters were issued" in said and "ladder.basis" not in said
    files = sorted(folder.iterdir())
    assert [one.name for one in files] == [
        "Peringatan I - ANI & -b-ANA-b- - R.800.1.6.2-1-2026.docx",
        "Peringatan I - BUDI {{ nama }} - R.800.1.6.2-2-2026.docx",
    ]
    ani = words(files[0])
    for part in (
        *("PEMERINTAH KOTA CONTOH", "SATU", "Jalan Rekaan Nomor 5", "Telepon 555012", "R.800.1.6.2/1/2026"),
        *("Kota Contoh, 1 April 2026", "Surat Peringatan I", "ANI & <b>ANA</b>", "Peraturan Wali Kota"),
        *("4 (empat) kali berturut-turut", "Senin, 2 Maret 2026", "Kamis, 5 Maret 2026", "tercatat TK"),
        *("KEPALA SATU,", "NIP. 19700101 199503 1 001", "Kepala BKPSDM", "Surat Peringatan II"),
        "paling lambat hari Selasa, 7 April 2026",  # 3 April is a holiday
    ):
        assert part in ani, part
    assert "BUDI {{ nama }}" in words(files[1]) and "3 (tiga) kali berturut-turut" in words(files[1])
    assert f"{nips[0][:8]} {nips[0][8:14]} {nips[0][14]} {nips[0][15:]}" in ani
    assert states(apel) == {"ANI": ("had", 1), "BUDI": ("had", 1), "CICI": ("near", 1)}
    assert "answered" in apel("warn", "propose", WEEK)


def test_nothing_but_what_counts_stands_in_a_letter(office: tuple[Apel, list[str]]) -> None:
    apel, nips = office
    roll(apel, nips, "TK TK TK", "H H H", "S I C", "H H H", first=9, name="later")
    close(apel, "2026-03-06..2026-03-13")
    apel("leave", "add", nips[0], "S", "--from", "2026-03-12", "--to", "2026-03-13", "--number", "440/1")
    apel("warn", "issue", "2026-03-02..2026-03-13", "-o", apel.folder / "a.docx", "--nip", nips[0])
    text = words(apel.folder / "a.docx").casefold()
    assert "8 (delapan) kali" in text and "440/1" not in text and "sakit" not in text and "jumat, 13" not in text


def test_all_letters_in_one_file_and_a_file_a_unit(office: tuple[Apel, list[str]]) -> None:
    apel, nips = office
    roll(apel, nips, "H", "H", "TK", "H", first=6, name="friday")
    close(apel, "2026-03-06")
    one = apel.folder / "semua.docx"
    apel("warn", "issue", "2026-03-02..2026-03-06", "-o", one)
    made = docx.Document(str(one))
    assert len(made.sections) == 3
    assert words(one).count("Demikian") == 3
    apel("undo", journal(apel)[0])
    apel("warn", "issue", "2026-03-02..2026-03-06", "-o", apel.folder / "unit", "--per-unit")
    assert sorted(one.name for one in (apel.folder / "unit").iterdir()) == [
        "Peringatan - DUA.docx",
        "Peringatan - SATU.docx",
    ]


def test_the_next_step(office: tuple[Apel, list[str]]) -> None:
    apel, nips = office
    apel("warn", "issue", WEEK, "-o", apel.folder / "a", "--dated", "2026-03-06", "--nip", nips[0])
    roll(apel, nips, "TK H TK", "H H H", "H H H", "H H H", first=9, name="later")
    close(apel, "2026-03-09..2026-03-11")
    assert states(apel, "2026-03-11")["ANI"] == ("due", 2)  # 9 March counts too, though the period begins later
    apel("warn", "issue", "2026-03-11", "-o", apel.folder / "b.docx", "--nip", nips[0])
    text = words(apel.folder / "b.docx")
    assert "Surat Peringatan II (kedua)" in text
    assert "Surat Peringatan I Nomor R.800.1.6.2/1/2026 tanggal 6 Maret 2026" in text
    assert "dilaporkan kepada pejabat yang berwenang" in text
    assert "Senin, 9 Maret 2026" in text and "5 Maret" not in text


def test_undo_void_and_the_numbers(office: tuple[Apel, list[str]]) -> None:
    apel, nips = office
    first = ("warn", "issue", WEEK, "-o", apel.folder / "a.docx")
    apel(*first)
    apel("undo", journal(apel)[0])
    assert "No warning was issued" in apel("warn", "list")
    apel(*first)  # the letters were never sent: their numbers come again
    said = spoken(apel, "warn", "list")
    assert "R.800.1.6.2/1/2026" in said and "R.800.1.6.2/2/2026" in said
    assert "There is no letter" in apel.refuses("warn", "void", "R.800.1.6.2/9/2026", "--reason", "x")
    void = ("warn", "void", "R.800.1.6.2/1/2026", "--reason", "keberatan diterima")
    assert "Taken back: R.800.1.6.2/1/2026 to ANI" in done_once(apel, *void)
    assert states(apel)["ANI"] == ("due", 1)
    apel(*first)  # a number that stood on paper does not come again
    assert "R.800.1.6.2/3/2026" in spoken(apel, "warn", "list", "--nip", nips[0])
    assert "BUDI" not in apel("warn", "list", "--nip", nips[0])
    assert len(apel.json("warn", "list")) == 2


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        (["--number", "800/{n}/{bulan}/{tahun}", "--start", "7"], ["800/7/III/2026", "800/8/III/2026"]),
        (["--number", "A.{n}"], ["A.1", "A.2"]),
    ],
)
def test_numbers_that_are_given(office: tuple[Apel, list[str]], options: list[str], numbers: list[str]) -> None:
    apel, _nips = office
    apel("warn", "issue", WEEK, "-o", apel.folder / "a.docx", *options)
    assert [one["number"] for one in apel.json("warn", "list")] == numbers


def test_numbers_run_on_through_the_months(office: tuple[Apel, list[str]]) -> None:
    apel, nips = office
    pattern = ("--number", "800/{n}/{bulan}/{tahun}", "-o", apel.folder / "a.docx")
    apel("warn", "issue", WEEK, *pattern, "--nip", nips[0], "--dated", "2026-03-31")
    apel("warn", "issue", WEEK, *pattern, "--nip", nips[1], "--dated", "2026-04-01")
    assert [one["number"] for one in apel.json("warn", "list")] == ["800/1/III/2026", "800/2/IV/2026"]
    apel("warn", "void", "800/2/IV/2026", "--reason", "salah")
    again = apel.refuses("warn", "issue", WEEK, "-o", apel.folder / "b.docx", "--number", "800/2/IV/2026")
    assert "stands on another letter" in again and not (apel.folder / "b.docx").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--number", "800/1"], "2 letters need 2 numbers"),
        (["--number", "800/{x}"], "{x} is not known"),
        (["--number", "800/{n"], "a brace is not closed"),
        (["--dated", "2026-03-04"], "absences up to 2026-03-05"),
        (["--dated", "2026-05-02"], "too far ahead"),
        (["--kind", "kerja"], "discipline law"),
        (["-o", "surat.pdf"], ".docx"),
        (["--template", "tidak-ada.docx"], "cannot be read"),
    ],
)
def test_what_is_refused(office: tuple[Apel, list[str]], words: list[str], told: str) -> None:
    apel, _nips = office
    before = journal(apel)
    said = apel.refuses("warn", "issue", WEEK, "-o", apel.folder / "surat", *words)
    assert told in " ".join(said.split())
    assert journal(apel) == before and not (apel.folder / "surat").exists()


def test_the_last_day_that_a_letter_may_be_dated_ahead(office: tuple[Apel, list[str]]) -> None:
    apel, _nips = office
    apel("warn", "issue", WEEK, "-o", apel.folder / "a.docx", "--dated", "2026-05-01")


def test_nobody_warns_himself(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI @ SATU", "BUDI @ SATU")
    roll(apel, nips, "TK TK TK TK", "TK TK TK TK")
    close(apel)
    lacking = apel.refuses("warn", "issue", WEEK, "-o", apel.folder / "a.docx")
    assert lacking.count("nobody is known who signs") == 1 and 'apel unit head "SATU"' in lacking
    apel("unit", "head", "SATU", "--name", "BUDI", "--position", "Kepala", "--capacity", "Plt.")
    himself = apel.refuses("warn", "issue", WEEK, "-o", apel.folder / "a.docx")
    assert "BUDI is head of SATU himself" in himself
    said = apel("warn", "issue", WEEK, "-o", apel.folder / "a.docx", "--nip", nips[0])
    assert "No legal basis is configured" in said
    assert "Plt. KEPALA," in words(apel.folder / "a.docx")


def test_the_head_above_signs_where_there_is_none(apel: Apel) -> None:
    text = "NIP;NAMA;UNIT KERJA;OPD\n198501012010011001;ANI;SUBBAGIAN UMUM;DINAS SATU"
    apel("staff", "import", apel.file("r.csv", text), "--from", "2026-01-01")
    apel("unit", "head", "DINAS SATU", "--name", "KEPALA", "--position", "Kepala Dinas", "--nip", HEAD["SATU"])
    roll(apel, ["198501012010011001"], "TK TK TK TK")
    close(apel)
    apel("warn", "issue", WEEK, "-o", apel.folder / "a.docx")
    text = words(apel.folder / "a.docx")
    assert "DINAS SATU" in text and "KEPALA DINAS," in text


def test_a_letter_is_printed_again_as_it_was(office: tuple[Apel, list[str]]) -> None:
    apel, nips = office
    folder = apel.folder / "surat"
    apel("warn", "issue", WEEK, "-o", folder)
    apel("unit", "head", "SATU", "--name", "KEPALA BARU", "--position", "Kepala")
    apel("leave", "add", nips[0], "S", "--from", "2026-03-02", "--number", "440/1")
    again = apel.folder / "lagi.docx"
    apel("warn", "print", "R.800.1.6.2/1/2026", "-o", again)
    assert words(again) == words(sorted(folder.iterdir())[0])
    assert ".docx" in apel.refuses("warn", "print", "R.800.1.6.2/1/2026", "-o", apel.folder / "lagi.pdf")


def test_the_doctor_says_what_fell_away(office: tuple[Apel, list[str]]) -> None:
    apel, nips = office
    apel("warn", "issue", WEEK, "-o", apel.folder / "surat")
    assert "LOST THEIR GROUND" not in apel("doctor")
    apel("leave", "add", nips[0], "S", "--from", "2026-03-02", "--number", "440/1")
    apel("leave", "add", nips[1], "DL", "--from", "2026-03-03", "--number", "090/1")
    said = spoken(apel, "doctor")
    assert "LOST THEIR GROUND: absences fell away after they were issued (2)" in said
    assert "1 of 4 absences fell away (2 Mar 2026 S); the limit is reached still" in said
    assert "1 of 3 absences fell away (3 Mar 2026 DL); THE LIMIT IS NOT REACHED ANY MORE" in said
    apel("calendar", "add", "2026-03-04", "--name", "Libur setempat", "--source", "SE 1")
    assert "2 of 3 absences fell away (3 Mar 2026 DL, 4 Mar 2026 -)" in spoken(apel, "doctor")
    apel("warn", "void", "R.800.1.6.2/2/2026", "--reason", "surat tugas menyusul")
    assert "R.800.1.6.2/2/2026" not in apel("doctor")


def test_a_warned_person_who_is_known_no_more_is_passed_over(office: tuple[Apel, list[str]]) -> None:
    apel, _nips = office
    apel("warn", "issue", WEEK, "-o", apel.folder / "surat")
    before = journal(apel)[0]
    assert "R.800.1.6.2/1/2026" in spoken(apel, "--as-of", before, "warn", "list")
    assert "No warning was issued" in apel("--as-of", before - 1, "warn", "list")


def test_the_story_of_a_person(office: tuple[Apel, list[str]]) -> None:
    apel, nips = office
    apel("warn", "issue", WEEK, "-o", apel.folder / "surat", "--dated", "2026-03-31")
    said = apel("staff", "show", nips[0])
    assert "31 Mar 2026: warning I, number R.800.1.6.2/1/2026, apel-pagi: absent on 2, 3, 4, 5/3/2026" in said
    assert "warning" not in apel("staff", "show", nips[2])


def test_kinds_have_their_own_ladder(office: tuple[Apel, list[str]]) -> None:
    apel, _nips = office
    apel("warn", "issue", WEEK, "-o", apel.folder / "surat")
    told = apel.json("warn", "propose", WEEK, "--kind", "apel-sore")
    assert told["people"] == []


def test_past_the_last_step(office: tuple[Apel, list[str]]) -> None:
    apel, nips = office
    apel("config", "set", "ladder.valid_months", "12")
    close(apel, "2026-03-06..2026-03-31")  # all of them are absent on every other day
    for period, dated in ((WEEK, "2026-03-06"), ("2026-03-09..2026-03-10", "2026-03-11")):
        apel("warn", "issue", period, "-o", apel.folder / "a.docx", "--dated", dated, "--nip", nips[0])
    assert states(apel, "2026-03")["ANI"] == ("beyond", 3)
    assert "1 past the last step" in spoken(apel, "warn", "propose", "2026-03", "--nip", nips[0])


def test_a_file_that_cannot_be_written_leaves_nothing(
    office: tuple[Apel, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    apel, _nips = office
    folder = apel.folder / "surat"
    (folder / "Peringatan I - BUDI {{ nama }} - R.800.1.6.2-2-2026.docx").mkdir(parents=True)
    before = journal(apel)
    assert "not a file" in apel.refuses("warn", "issue", WEEK, "-o", folder)
    assert journal(apel) == before and len([*folder.iterdir()]) == 1
    rehearsed = apel("warn", "issue", WEEK, "-o", apel.folder / "x", "--dry-run")
    assert "Rehearsal" in rehearsed and not (apel.folder / "x").exists()
