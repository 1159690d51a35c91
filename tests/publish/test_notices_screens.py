"""The notice as a screen and as a workbook, and the code by which a paper is known again."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from openpyxl import load_workbook
from publish_values import HASH, HEAD, OFFICE, SILENT, named, notice
from pypdf import PdfReader

from attendance.publish import notice_pages, notice_sheets, notices, seals
from attendance.publish.seals import Seal
from attendance.rules.kinds import Kind
from attendance.rules.notices import Group, Named, Notice, Reprint
from attendance.rules.ralats import Change, Ralat

LONG = "Dr. Ir. H. " + "ABDURRAHMAN SITUMORANG " * 3 + "S.Sos., M.Si."
PEOPLE = (Group("Inspektorat", named("ANI", LONG)), Group("Bagian Agama", named("BUDI <b>&amp;</b>", absent=3)))
SEAL = Seal("800.1.6.2/417/2019", "0123456789abcdef" * 4)
NOTICE = notice(*PEOPLE, silent=SILENT)
WEEK = NOTICE.period
RALAT = Ralat(
    OFFICE, Kind.KERJA, WEEK, "1/2019", date(2019, 3, 12), False, (Change("Satu", Named("ANI", "011", 4, 4), None),),
    HEAD, "2/2019", date(2019, 3, 14), date(2019, 3, 28), 1300, HASH,
)  # fmt: skip


class Outside(HTMLParser):
    """Gathers whatever a page would fetch from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [f"{tag} {name}" for name, value in attrs if name in ("src", "href", "srcset", "data", "action")]


@pytest.mark.parametrize("paper", [NOTICE, replace(NOTICE, together=True, provisional=True), RALAT])
def test_a_page_asks_nothing_of_the_net(paper: Notice | Ralat) -> None:
    page = notice_pages.html(paper, seal=SEAL)
    outside = Outside()
    outside.feed(page)
    assert outside.found == [] and "url(" not in page and "@import" not in page
    assert set(re.findall(r"https?://[^\"' )]+", page)) <= {"http://www.w3.org/2000/svg"}
    assert "default-src 'none'" in page and "<svg" in page and seals.read(page) == SEAL


def test_names_with_markup_stand_on_it_as_they_are() -> None:
    page = notice_pages.html(NOTICE)
    assert "BUDI &lt;b&gt;&amp;amp;&lt;/b&gt;" in page and "BUDI <b>" not in page
    assert "<svg" not in page and seals.read(page) is None


def test_one_list_names_the_unit_of_each() -> None:
    page = notice_pages.html(replace(NOTICE, together=True))
    assert "<td>1.</td><td>ANI</td><td>Inspektorat</td><td>4 dari 4 apel</td>" in page
    assert 'class="four"' in page and "<h2>" not in page
    assert "<h2>Inspektorat</h2>" in notice_pages.html(NOTICE)


def test_what_is_provisional_and_who_is_silent() -> None:
    page = notice_pages.html(replace(NOTICE, provisional=True))
    assert '<p class="stamp">SEMENTARA</p>' in page and "<li>Bagian Umum (4 dan 5 Maret 2019)</li>" in page


def test_a_workbook_of_a_notice(tmp_path: Path) -> None:
    path = tmp_path / "p.xlsx"
    notice_sheets.workbook(replace(NOTICE, provisional=True, paper="F4"), path, seal=SEAL)
    book = load_workbook(path)
    sheet = book.active
    assert sheet is not None and book.properties.keywords == SEAL.text
    rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    assert ["1.", "ANI", "4 dari 4 apel"] in rows and ["Inspektorat"] in rows and ["SEMENTARA"] in rows
    top = next(row for row in range(1, sheet.max_row) if sheet.cell(row, 1).value == "No.")
    assert sheet.print_title_rows == f"${top}:${top}" and sheet.freeze_panes == f"A{top + 1}"
    assert {sheet.cell(row, 2).number_format for row in range(top + 2, top + 4)} == {"@"}
    assert sheet.page_setup.paperSize == 14 and sheet.page_setup.orientation == "portrait"
    assert [f"Kode: {SEAL.line}"] in rows


def test_a_formula_in_a_name_stays_a_text(tmp_path: Path) -> None:
    notice_sheets.workbook(notice(Group("=1+1", named("=CMD()"))), tmp_path / "p.xlsx")
    sheet = load_workbook(tmp_path / "p.xlsx").active
    assert sheet is not None
    cells = {cell.value: cell for row in sheet.iter_rows() for cell in row}
    assert cells["=CMD()"].data_type == "s" and cells["=1+1"].data_type == "s"


def test_a_workbook_of_nobody_and_of_a_ralat(tmp_path: Path) -> None:
    notice_sheets.workbook(notice(), tmp_path / "p.xlsx")
    notice_sheets.workbook(RALAT, tmp_path / "r.xlsx")
    assert load_workbook(tmp_path / "p.xlsx").sheetnames == ["Pengumuman"]
    sheet = load_workbook(tmp_path / "r.xlsx")["Ralat"]
    rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    assert ["1.", "ANI (NIP berakhiran 011)", "4 dari 4 hari kerja", "tidak termasuk dalam daftar"] in rows


def test_a_ralat_of_figures_alone_clears_nobody() -> None:
    mended = replace(RALAT, changes=(Change("Satu", Named("ANI", "", 4, 4), Named("ANI", "", 3, 4)),))
    said = " ".join(notices.text(mended).split())
    assert "4 dari 4 hari kerja" in said and "3 dari 4 hari kerja" in said
    assert "dinyatakan tidak termasuk" not in said and "permohonan maaf" in said


def test_a_reprint_tells_what_is_gone_from_it() -> None:
    def told(reprint: Reprint) -> str:
        return " ".join(notices.text(replace(NOTICE, reprint=reprint)).split())

    assert "3 nama tidak lagi dicantumkan dalam cetakan ini." in told(Reprint(9, 3, 0, True))
    assert "2 angka telah diperbaiki dalam cetakan ini." in told(Reprint(9, 0, 2, True))
    later = told(Reprint(9, 0, 0, False, (("2", WEEK.last), ("3", WEEK.last))))
    assert "diperbaiki dengan Ralat Nomor 2 tanggal 8 Maret 2019 dan Ralat Nomor 3" in later
    assert "dicetak ulang menurut jurnal nomor 9" in later


@pytest.mark.parametrize("seal", [SEAL, replace(SEAL, entry=57), replace(SEAL, part=3), replace(SEAL, entry=5, part=1)])
def test_a_seal_is_read_as_it_was_written(seal: Seal) -> None:
    assert seals.read(seal.mark) == seal
    assert seals.read("Kode: " + seal.line.replace(" ", "\n  ") + "\n\nlain") == seal
    assert seals.read(seal.text) == replace(seal, entry=None, part=0)
    assert not re.search(r"\d{18}", replace(seal, digest="1" * 64).line)


def test_what_is_no_seal() -> None:
    assert seals.read("") is None and seals.read("apel:1:abc") is None and seals.read(f"apel:{'f' * 64}") is None


def test_the_same_notice_is_the_same_file() -> None:
    assert notices.page(NOTICE, seal=SEAL) == notices.page(NOTICE, seal=SEAL)


def test_a_page_is_pdf_a_with_its_fonts(tmp_path: Path) -> None:
    for number, paper in enumerate((replace(NOTICE, together=True), RALAT)):
        path = tmp_path / f"{number}.pdf"
        notices.pdf(paper, path, seal=SEAL)
        assert b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>" in path.read_bytes()
        reader = PdfReader(path)
        assert reader.metadata is not None and reader.metadata["/Keywords"] == SEAL.text
        for page in reader.pages:
            for font in page["/Resources"].get("/Font", {}).values():  # type: ignore[index,union-attr]
                (inner,) = font.get_object()["/DescendantFonts"]
                descriptor = inner.get_object()["/FontDescriptor"].get_object()
                assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def shown(path: Path, size: str, budget: int = 2000) -> str:
    """The page as a browser has it after some time."""
    words = ["--headless", "--no-sandbox", "--disable-gpu", f"--window-size={size}", f"--virtual-time-budget={budget}"]
    home = f"--user-data-dir={path.parent / 'chromium'}"
    run = subprocess.run(
        [str(CHROMIUM), *words, home, "--dump-dom", path.as_uri()],
        capture_output=True,
        text=True,
        check=True,
        timeout=90,
    )
    return run.stdout


@pytest.mark.skipif(CHROMIUM is None, reason="there is no browser here")
def test_a_screen_in_a_lobby_turns_its_pages(tmp_path: Path) -> None:
    """Forty people at 1080 lines; nobody touches it. On a phone all stands below each other; after its day nothing."""
    path = tmp_path / "layar.html"
    names = named(*(f"ORANG KE-{number}" for number in range(40)))
    up = replace(notice(Group("Inspektorat", names)), remove_on=date.today() + timedelta(days=30))
    path.write_text(notice_pages.html(up, seal=SEAL), "utf-8")

    def stage(page: str) -> str:
        return page[page.index('id="show"') : page.index("<script>")]

    first = shown(path, "1920,1080")
    assert '<html lang="id" class="lobby">' in first and re.search(r"Halaman 1 dari [5-9]<", first)
    later = shown(path, "1920,1080", 15_000)
    assert (
        re.search(r"Halaman 2 dari [5-9]<", later)
        and "ORANG KE-0" in stage(later)
        and "ORANG KE-39" not in stage(later)
    )
    assert 'class="lobby"' not in shown(path, "390,844")
    path.write_text(notice_pages.html(replace(up, remove_on=date.today() - timedelta(days=1))), "utf-8")
    assert 'class="lobby over"' in shown(path, "1920,1080")
