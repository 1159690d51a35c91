"""Word templates: makes the letters that we ship, as offices know them (tata naskah dinas), for Word to change.

`python samples/word_templates.py` writes them to attendance/publish/word/. Placeholders stand where the words of
attendance/publish/letter_words.py go; `{%p ... %}` takes its paragraph away, `{%tr ... %}` its row.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

FOLDER = Path(__file__).resolve().parent.parent / "attendance" / "publish" / "word"
WIDTH = 16.0  # cm between the margins
PLACE = ("di Tempat",)
ADDRESSEE = ("{%p for baris in kepada %}", "{% if loop.first %}Yth. {% endif %}{{ baris }}", "{%p endfor %}")
LEFT, CENTRE, RIGHT, BOTH = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)


def page() -> Document:
    """An empty A4: margins 2, 2.5, 3 and 2 cm, Arial 12."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Cm(2), Cm(2.5)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.header_distance, section.footer_distance = Cm(1), Cm(1.2)
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(12)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), "Arial")
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    about = made.core_properties
    about.author = about.comments = about.last_modified_by = ""
    about.created = about.modified = datetime(2026, 1, 1)
    return made


def line(
    where: Any,
    text: str,
    align: Any = LEFT,
    *,
    bold: bool = False,
    size: float | None = None,
    left: float = 0,
    first: float = 0,
    after: float = 0,
    underline: bool = False,
    together: bool = False,
) -> Paragraph:
    """A paragraph; lengths in cm, `after` in points; `together`: on one page with the next."""
    made: Paragraph = where.add_paragraph()
    made.alignment = align
    form = made.paragraph_format
    form.left_indent, form.first_line_indent, form.space_after = Cm(left), Cm(first), Pt(after)
    form.keep_with_next = together
    run = made.add_run(text)
    run.bold, run.underline = bold, underline
    if size:
        run.font.size = Pt(size)
    return made


def gap(where: Any, points: float, *, together: bool = False) -> None:
    """Empty room of so many points."""
    made = line(where, "", together=together)
    made.paragraph_format.line_spacing = Pt(points)


def rule(where: Any) -> None:
    """The thick and the thin rule under a letterhead."""
    made = line(where, "", after=10)
    made.paragraph_format.line_spacing = Pt(5)
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "thickThinSmallGap"), ("sz", "24"), ("space", "1"), ("color", "000000")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    properties = made._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:spacing", "w:ind", "w:jc", "w:rPr")


def table(where: Any, widths: Sequence[float], *, ruled: bool = False) -> Table:
    """A table of one row, its columns as wide as said (cm)."""
    made: Table = where.add_table(1, len(widths))
    made.autofit = False
    made.alignment = WD_TABLE_ALIGNMENT.CENTER if ruled else WD_TABLE_ALIGNMENT.LEFT
    if ruled:
        made.style = "Table Grid"
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    narrow(made, widths)
    return made


def narrow(made: Table, widths: Sequence[float]) -> None:
    """Give the cells of all rows the widths of their columns, and let no row break over a page."""
    for row in made.rows:
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, widths, strict=False):
            cell.width = Cm(width)


def fill(cell: _Cell, text: str, align: Any = LEFT, *, bold: bool = False, size: float | None = None) -> None:
    """Write one paragraph into a cell."""
    made = cell.paragraphs[0]
    made.alignment = align
    run = made.add_run(text)
    run.bold = bold
    if size:
        run.font.size = Pt(size)


def letterhead(made: Document) -> None:
    """Emblem at the left, government, unit in bold (sizes 3 to 4), address; two rules. The class above it all."""
    section = made.sections[0]
    top = section.header.paragraphs[0]
    top.alignment = CENTRE
    run = top.add_run("{{ cap }}")
    run.bold, run.font.size = True, Pt(12)
    foot = section.footer.paragraphs[0]
    foot.add_run("{{ kaki }}").font.size = Pt(8)
    line(made, "{%p if lambang %}")
    head = table(made, (2.9, WIDTH - 2.9))
    fill(head.cell(0, 0), "{{ lambang }}", CENTRE)
    names(head.cell(0, 1))
    head.cell(0, 1)._tc.remove(head.cell(0, 1).paragraphs[0]._p)
    line(made, "{%p else %}")
    names(made)
    line(made, "{%p endif %}")
    rule(made)


def names(where: Any) -> None:
    """The words of the letterhead."""
    line(where, "{{ pemerintah }}", CENTRE, size=12)
    line(where, "{{ instansi }}", CENTRE, bold=True, size=16)
    line(where, "{%p for baris in alamat %}")
    line(where, "{{ baris }}", CENTRE, size=10)
    line(where, "{%p endfor %}")


def opening(made: Document, *, to: Sequence[str]) -> None:
    """Number, class, enclosures and subject at the left, place and date at the right; then to whom."""
    widths = (2.4, 0.5, 7.0, 6.1)
    head = table(made, widths)
    rows = ("Nomor", "{{ nomor }}"), ("Sifat", "{{ sifat }}"), ("Lampiran", "{{ lampiran }}"), ("Hal", "{{ hal }}")
    for number, (name, value) in enumerate(rows):
        cells = head.rows[0].cells if number == 0 else head.add_row().cells
        fill(cells[0], name)
        fill(cells[1], ":")
        fill(cells[2], value, bold=name == "Hal")
        if number == 0:
            fill(cells[3], "{{ tempat }}, {{ tanggal }}", RIGHT)
    narrow(head, widths)
    gap(made, 8)
    for text in to:
        line(made, text)
    gap(made, 8)


def clause(made: Any, text: str, after: float = 6, together: bool = False) -> None:
    """A paragraph of the letter."""
    line(made, text, BOTH, first=1.25, after=after, together=together)


def signature(made: Any) -> None:
    """Who signs, at the right, in one piece; then the copies."""
    gap(made, 10, together=True)
    left = 7.6
    line(made, "{%p for baris in ttd.atas %}", left=left, together=True)
    line(made, "{{ baris }}", left=left, together=True)
    line(made, "{%p endfor %}", left=left, together=True)
    gap(made, 48, together=True)
    line(made, "{{ ttd.nama }}", left=left, bold=True, underline=True, together=True)
    line(made, "{%p for baris in ttd.bawah %}", left=left)
    line(made, "{{ baris }}", left=left, together=True)
    line(made, "{%p endfor %}", left=left)
    gap(made, 8)
    line(made, "{%p if tembusan %}")
    line(made, "Tembusan:", size=10, together=True)
    line(made, "{%p for baris in tembusan %}")
    line(made, "{{ loop.index }}.\t{{ baris }}", size=10, left=0.75, first=-0.75)
    line(made, "{%p endfor %}")
    line(made, "{%p endif %}")


def rows(
    made: Document,
    headings: Sequence[tuple[str, str, float, Any]],
    last: Sequence[str] = (),
    size: float = 11,
    of: str = "daftar",
) -> None:
    """A ruled list: heading, placeholder, width and side of each column; its heading on each page; perhaps its sums."""
    widths = [width for _heading, _value, width, _align in headings]
    held = table(made, widths, ruled=True)
    for cell, (heading, _value, _width, _align) in zip(held.rows[0].cells, headings, strict=True):
        fill(cell, heading, CENTRE, bold=True, size=size)
    repeated = OxmlElement("w:tblHeader")
    held.rows[0]._tr.get_or_add_trPr().append(repeated)
    fill(held.add_row().cells[0], f"{{%tr for baris in {of} %}}")
    for cell, (_heading, value, _width, align) in zip(held.add_row().cells, headings, strict=True):
        fill(cell, value, align, size=size)
    fill(held.add_row().cells[0], "{%tr endfor %}")
    if last:
        for cell, text, (_heading, _value, _width, align) in zip(held.add_row().cells, last, headings, strict=True):
            fill(cell, text, align, bold=True, size=size)
    for paragraph in [one for row in held.rows for cell in row.cells for one in cell.paragraphs]:
        paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(1.5), Pt(1)
    narrow(held, widths)
    gap(made, 7)


def warning() -> Document:
    """Surat peringatan."""
    made = page()
    letterhead(made)
    opening(made, to=("Yth. Sdr. {{ orang.nama }}", "NIP. {{ orang.nip }}", *PLACE))
    line(made, "{%p if dasar %}")
    line(made, "Dasar:", together=True)
    line(made, "{%p for baris in dasar %}")
    line(made, "{{ loop.index }}.\t{{ baris }}", BOTH, left=0.75, first=-0.75)
    line(made, "{%p endfor %}")
    gap(made, 7)
    line(made, "{%p endif %}")
    clause(made, "{{ pembuka }}")
    rows(
        made,
        (
            ("No.", "{{ baris.no }}", 1.0, CENTRE),
            ("Hari, tanggal", "{{ baris.tanggal }}", 4.9, LEFT),
            ("Kode", "{{ baris.kode }}", 1.4, CENTRE),
            ("Pada daftar hadir", "{{ baris.keterangan }}", 3.8, LEFT),
            ("Disahkan oleh", "{{ baris.oleh }}", 4.9, LEFT),
        ),
        size=10,
    )
    line(made, "{%p if sebelumnya %}")
    clause(made, "Kepada Saudara telah diberikan:", 0)
    line(made, "{%p for baris in sebelumnya %}")
    line(made, "{{ loop.index }}. {{ baris.judul }} Nomor {{ baris.nomor }} tanggal {{ baris.tanggal }}", left=1.25)
    line(made, "{%p endfor %}")
    gap(made, 7)
    line(made, "{%p endif %}")
    for text in ("{{ peringatan }}", "{{ lanjutan }}", "{{ sanggahan }}"):
        clause(made, text)
    clause(made, "Demikian untuk menjadi perhatian dan dilaksanakan.", 0, together=True)
    signature(made)
    return made


def report() -> Document:
    """Laporan kehadiran."""
    made = page()
    letterhead(made)
    opening(made, to=(*ADDRESSEE, *PLACE))
    clause(made, "{{ pembuka }}")
    line(made, "{%p if sementara %}")
    line(made, "{{ sementara }}", BOTH, bold=True, after=6)
    line(made, "{%p endif %}")
    figures = (
        ("Jad-\nwal", "jadwal"),
        ("Hadir", "hadir"),
        ("Telat", "telat"),
        ("Ada ket.", "alasan"),
        ("TK", "tk"),
        ("BL", "bl"),
    )
    rows(
        made,
        (
            ("No.", "{{ baris.no }}", 1.0, CENTRE),
            ("Nama / NIP", "{{ baris.nama }}\n{{ baris.nip }}", 5.3, LEFT),
            *((heading, f"{{{{ baris.{key} }}}}", 1.35, CENTRE) for heading, key in figures),
            ("%", "{{ baris.persen }}", 1.6, RIGHT),
        ),
        ("", "Jumlah", *(f"{{{{ jumlah.{key} }}}}" for _heading, key in figures), "{{ jumlah.persen }}"),
        size=9,
    )
    line(
        made,
        "Telat sudah termasuk hadir. Ada ket.: sakit, izin, cuti, dinas luar, tugas belajar, diklat. TK: tanpa "
        "keterangan. BL: belum lapor. % = hadir / (hadir + TK).",
        BOTH,
        size=9,
        after=6,
    )
    clause(made, "Demikian disampaikan, atas perhatiannya diucapkan terima kasih.", 0, together=True)
    signature(made)
    return made


def cover() -> Document:
    """Surat pengantar."""
    made = page()
    letterhead(made)
    line(made, "{{ tempat }}, {{ tanggal }}", RIGHT, after=6)
    for text in (*ADDRESSEE, *PLACE):
        line(made, text)
    line(made, "", after=4)
    line(made, "SURAT PENGANTAR", CENTRE, bold=True)
    line(made, "NOMOR {{ nomor }}", CENTRE, after=10)
    rows(
        made,
        (
            ("No.", "{{ baris.no }}", 1.2, CENTRE),
            ("Naskah dinas yang dikirimkan", "{{ baris.naskah }}", 7.6, LEFT),
            ("Banyaknya", "{{ baris.banyak }}", 2.8, CENTRE),
            ("Keterangan", "{{ baris.keterangan }}", 4.4, LEFT),
        ),
    )
    signature(made)
    line(made, "")
    line(made, "Diterima tanggal ........................................", together=True)
    line(made, "Penerima,", together=True)
    gap(made, 40, together=True)
    line(made, "(................................................)", together=True)
    line(made, "Nama, jabatan, nomor telepon", size=9)
    return made


TEMPLATES = {"surat-peringatan": warning, "laporan-kehadiran": report, "surat-pengantar": cover}


def main(folder: Path = FOLDER) -> None:
    """Write the templates."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in TEMPLATES.items():
        make().save(str(folder / f"{name}.docx"))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
