"""apel board: what may stand on a wall, and what may not."""

from __future__ import annotations

import re

import pytest
from office_acts import WEEK, close, roll
from officer import Apel, Roster
from pypdf import PdfReader

CONFIG = """
[board]
basis = ["Peraturan Wali Kota Nomor 1 Tahun 2026"]
correction_days = 3
[signatories.board]
name = "KEPALA CONTOH"
position = "KEPALA BKPSDM"
nip = "197001011995031001"
"""


def ready(apel: Apel) -> None:
    apel("config", "import", apel.file("c.toml", CONFIG))


def test_who_is_named_and_what_is_said(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI @ SATU", "BUDI @ SATU", "CICI @ DUA")
    ready(apel)
    roll(apel, nips, "TK TK TK S", "H TK TK TK", "TK TK TK TK")
    close(apel)
    said = apel.run("board", "draft", WEEK, "--number", "800/12", "--dated", "2026-03-31")
    assert said.exit_code == 0 and said.stderr == ""
    text = said.stdout
    assert "ANI" in text and "CICI" in text and "BUDI" not in text  # beruntun is not on the board
    assert "800/12" in text and "Peraturan Wali Kota" in text and "KEPALA CONTOH" in text
    assert not re.search(r"\d{18}|\d{8} \d{6} \d \d{3}", text)
    for word in ("sakit", "cuti", "izin", "PP 94", "teguran", *nips):
        assert word.casefold() not in text.casefold()


def test_what_a_notice_still_lacks(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI @ SATU", "BUDI @ DUA")
    roll(apel, nips, "TK TK TK TK", "TK TK TK TK")
    close(apel, WEEK, "SATU")
    run = apel.run("board", "draft", WEEK)
    for words in ("No legal basis", "No signatory", "no number yet", "PROVISIONAL: DUA have not reported"):
        assert words in run.stderr
    assert "ANI" in run.stdout and "BUDI" not in run.stdout and "DUA" in run.stdout


def test_a_namesake_gets_digits_although_the_other_is_not_on_it(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI CONTOH @ SATU", "ANI CONTOH @ SATU", "BUDI @ SATU", "BUDI @ DUA")
    roll(apel, nips, "H H H H", "TK TK TK TK", "TK TK TK TK", "H H H H")
    close(apel)
    text, _foot, _hash = apel.run("board", "draft", WEEK).stdout.partition(
        "Jurnal nomor"
    )  # any digits may be in a hash
    assert _foot
    assert nips[1][-3:] in text and nips[0][-3:] not in text.replace(nips[1][-3:], "")
    (budi,) = [line for line in text.splitlines() if "BUDI" in line]
    assert nips[2][-3:] not in budi


def test_files(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI @ SATU", "BUDI @ DUA")
    ready(apel)
    roll(apel, nips, "TK TK TK TK", "H H H H")
    close(apel)
    text = apel.folder / "p.txt"
    assert "1 people of 1 units are named" in apel("board", "draft", WEEK, "-o", text)
    assert text.read_text("utf-8") == apel.run("board", "draft", WEEK).stdout
    paper = apel.folder / "p.pdf"
    apel("board", "draft", WEEK, "-o", paper)
    read = "".join(page.extract_text() for page in PdfReader(paper).pages)
    assert "ANI" in read and "BUDI" not in read and nips[0] not in read
    for suffix in ("docx", "csv"):
        assert ".pdf" in apel.refuses("board", "draft", WEEK, "-o", apel.folder / f"p.{suffix}")


@pytest.mark.parametrize("period", ["2026-03-01", "2026-12"])
def test_where_there_was_no_session(apel: Apel, roster: Roster, period: str) -> None:
    roster("ANI")
    assert "nothing to post" in apel.refuses("board", "draft", period)


def test_names_with_escape_sequences_and_markup(apel: Apel) -> None:
    evil = "ANI \x1b[2J #emph[X] $x$ \\"
    text = f"NIP;NAMA;UNIT KERJA\n198501012010011001;{evil};SATU"
    apel("staff", "import", apel.file("r.csv", text), "--from", "2026-01-01")
    close(apel)
    said = apel.run("board", "draft", WEEK).stdout
    assert "#emph[X]" in said and "\x1b" not in said
    apel("board", "draft", WEEK, "-o", apel.folder / "p.pdf")
    assert "#emph[X]" in "".join(page.extract_text() for page in PdfReader(apel.folder / "p.pdf").pages)
