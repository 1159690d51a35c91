"""What the tests of the notice board share: an office that may post, and a list that a head fills in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from office_acts import WEEK, close, roll
from officer import Apel, Roster
from openpyxl import load_workbook
from pypdf import PdfReader

CONFIG = """
[office]
name = "PEMERINTAH KOTA CONTOH"
place = "Kota Contoh"
[board]
basis = ["Peraturan Wali Kota Nomor 1 Tahun 2026"]
[signatories.board]
name = "KEPALA CONTOH"
position = "KEPALA BKPSDM"
nip = "197001011995031001"
"""
NUMBER = "800.1.6.2/15/2026"
FORBIDDEN = re.compile(
    r"sakit|cuti|izin|dinas luar|teguran|hukuman|sanksi|TPP|\d{18}|\d{8} \d{6} \d \d{3}", re.IGNORECASE
)


def ready(apel: Apel, more: str = "") -> None:
    """The office has what a notice needs."""
    apel("config", "import", apel.file("c.toml", CONFIG + more))


def absent(apel: Apel, roster: Roster, *people: str) -> list[str]:
    """Everybody was absent on four days, and all rolls are signed; the first one was there once."""
    nips = roster("HADIR @ SATU", *people)
    ready(apel)
    roll(apel, nips, "H TK TK TK", *["TK TK TK TK"] * len(people))
    close(apel)
    return nips[1:]


def post(apel: Apel, *words: object, number: str = NUMBER, today: str | None = None) -> str:
    """Post the notice of the week."""
    return apel("board", "post", WEEK, "--number", number, "--dated", "2026-03-31", *words, today=today)


def letter(apel: Apel, nip: str, first: str = "2026-03-02", last: str = "2026-03-05") -> None:
    """A sick letter comes in late."""
    apel("leave", "add", nip, "S", "--from", first, "--to", last, "--number", "S/1")


def filled(
    path: Path, *answers: tuple[str, str], signed: str = "KEPALA SATU", rows: dict[int, Any] | None = None
) -> Path:
    """A head fills in his list: an answer and a remark for each of his people, and his name."""
    book = load_workbook(path)
    sheet = book["Konfirmasi"]
    heads = next(cell.row for cell in sheet["C"] if cell.value == "NIP")
    for row, (verdict, note) in enumerate(answers, heads + 1):
        sheet.cell(row, 7).value, sheet.cell(row, 8).value = verdict or None, note or None
    for (row, column), value in (rows or {}).items():
        sheet.cell(heads + row, column).value = value
    label = next(cell for cell in sheet["A"] if cell.value == "Nama yang menandatangani")
    sheet.cell(label.row, 3).value = signed or None
    book.save(path)
    return path


def lists(apel: Apel) -> list[Path]:
    """The lists of the heads, given out."""
    folder = apel.folder / "lists"
    apel("board", "confirm", WEEK, "-o", folder)
    return sorted(folder.iterdir())


def read(path: Path) -> str:
    """The text of a file that was printed, in one line."""
    if path.suffix == ".pdf":
        found = " ".join(page.extract_text() for page in PdfReader(path).pages)
    elif path.suffix == ".xlsx":
        cells = (cell for sheet in load_workbook(path) for row in sheet.iter_rows(values_only=True) for cell in row)
        found = " ".join(str(cell) for cell in cells if cell is not None)
    else:
        found = path.read_text("utf-8")
        found = re.sub(
            r"<style>.*?</style>|<script>.*?</script>|<svg.*?</svg>|<meta[^>]*>|<[^>]+>", " ", found, flags=re.S
        )
    return " ".join(found.split())
