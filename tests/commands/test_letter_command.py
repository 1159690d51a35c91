"""apel letter: the report of a unit's attendance, the covering letter, and the office's own templates."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from office_acts import WEEK, close, journal, roll
from officer import Apel, Roster
from test_warn_command import words

UNIT = ("--unit", "SATU")


@pytest.fixture
def office(apel: Apel, roster: Roster) -> Apel:
    """A unit with a head, two people and a closed week; another that has not reported."""
    nips = roster("ANI @ SATU", "BUDI @ SATU", "CICI @ DUA")
    apel("unit", "head", "SATU", "--name", "KEPALA SATU", "--position", "Kepala Satu")
    roll(apel, nips, "TK TK TK S", "H T H H", "H H H H")
    close(apel, WEEK, "SATU")
    return apel


def test_a_report(office: Apel) -> None:
    before = journal(office)
    path = office.folder / "l.docx"
    said = office("letter", "report", WEEK, *UNIT, "-o", path, "--number", "800/5", "--dated", "2026-03-31")
    assert f"Written: {path}" in said and "!" not in said
    text = words(path)
    for part in ("Laporan Kehadiran Apel Pagi Periode 2 s.d. 5 Maret 2026", "800/5", "Kepala BKPSDM", "ANI", "BUDI"):
        assert part in text, part
    assert "CICI" not in text and "KEPALA SATU" in text and "SEMENTARA" not in text
    assert journal(office) == before


def test_a_report_of_a_unit_that_has_not_reported(office: Apel) -> None:
    path = office.folder / "l.docx"
    said = office("letter", "report", WEEK, "--unit", "DUA", "-o", path, "--to", "Sekretaris Daerah", "--to", "Kota")
    for part in ("DUA has not reported 4 days", "Nobody is known who signs for DUA", "has no number yet"):
        assert part in " ".join(said.split())
    assert "SEMENTARA" in words(path) and "Sekretaris Daerah" in words(path) and "Kepala BKPSDM" not in words(path)


def test_what_is_refused(office: Apel) -> None:
    path = office.folder / "l.docx"
    assert "nothing to report" in office.refuses("letter", "report", "2026-03-01", *UNIT, "-o", path)
    assert ".docx" in office.refuses("letter", "report", WEEK, *UNIT, "-o", office.folder / "l.pdf")
    assert "There is no unit" in office.refuses("letter", "cover", "--unit", "TIGA", "--item", "x", "-o", path)
    assert not path.exists()


def test_a_covering_letter(office: Apel) -> None:
    path = office.folder / "p.docx"
    items = ("--item", "Laporan kehadiran; 2 berkas; segera", "--item", "Daftar hadir")
    office("letter", "cover", *UNIT, *items, "-o", path, "--number", "800/6")
    text = words(path)
    for part in (
        "SURAT PENGANTAR",
        "NOMOR 800/6",
        "Laporan kehadiran",
        "2 berkas",
        "segera",
        "Daftar hadir",
        "1 berkas",
    ):
        assert part in text, part


@pytest.mark.parametrize("kind", ["surat-peringatan", "laporan-kehadiran", "surat-pengantar"])
def test_a_template_to_be_changed(office: Apel, kind: str) -> None:
    path = office.folder / "t.docx"
    office("template", kind, "-o", path, "--paper", "F4-210")
    section = docx.Document(str(path)).sections[0]
    assert section.page_height is not None and round(section.page_height.mm) == 330
    assert ".docx" in office.refuses("template", kind, "-o", office.folder / "t.xlsx")


def changed(office: Apel, kind: str, text: str) -> Path:
    """Our template as the office has changed it."""
    path = office.folder / f"{kind}.docx"
    office("template", kind, "-o", path)
    made = docx.Document(str(path))
    made.add_paragraph(text)
    made.save(str(path))
    return path


def test_an_own_template(office: Apel) -> None:
    path, out = changed(office, "laporan-kehadiran", "Kami: {{ unit }}"), office.folder / "l.docx"
    office("letter", "report", WEEK, *UNIT, "-o", out, "--template", path)
    assert "Kami: SATU" in words(out)
    cover = changed(office, "surat-pengantar", "Dari: {{ unit }}")
    office("config", "set", "letters.cover_template", str(cover))
    office("letter", "cover", *UNIT, "--item", "x", "-o", out)
    assert "Dari: SATU" in words(out)


def test_a_wrong_placeholder_leaves_the_file_as_it_was(office: Apel) -> None:
    out = office.folder / "l.docx"
    out.write_text("lama", "utf-8")
    path = changed(office, "surat-peringatan", "Sdr. {{ nama }} yang terhormat")
    before = journal(office)
    said = office.refuses("warn", "issue", WEEK, "-o", out, "--template", path)
    told = " ".join(said.split())
    assert '{{ nama }} near "Sdr. {{ nama }} yang terhormat": there is no placeholder nama' in told
    assert "orang.nama" in told and "surat-peringatan.docx" in told
    assert out.read_text("utf-8") == "lama" and journal(office) == before
