"""The press edition as a document of Word: the same words as the PDF, so that the office can still change them.

Loads python-docx: to be imported inside functions only.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from attendance.publish import papers, releases
from attendance.publish.releases import Bar, Release, Wording

FONT = "Arial"
MARGINS = {"top_margin": 20, "bottom_margin": 25, "left_margin": 30, "right_margin": 20}
"""In mm."""

DAY_COLUMNS, NUMBER, UNIT_COLUMNS = (19, 19, 25, 25, 22), 9, (16, 14, 13, 16, 16, 20, 20)
"""Widths in mm; what is left is for the names of days and units."""

DIGIT = 1.6
"""The width of a figure in bold, in mm."""

HEADING, EVEN, BAR = "E1E1E1", "F0F0F0", "6E6E6E"
"""Greys that a copying machine keeps apart."""

STEPS = 50
"""So many parts has a bar of 100 %."""

PICTURES = (".png", ".jpg", ".jpeg", ".gif")
"""What Word takes as an emblem; of others the letterhead does without."""

CENTER, LEFT, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT


def write(words: Wording, release: Release, path: Path) -> None:
    """Write the document."""
    document = _blank(words, release)
    room = papers.size(release.paper)[0] - MARGINS["left_margin"] - MARGINS["right_margin"]
    _letterhead(document, words, release.office.emblem)
    for text, size in (("SIARAN PERS", 14), (words.number, 11), (words.subject, 11), (words.period, 11)):
        _line(document, text, size=size, bold=True, align=CENTER, after=3)
    if words.stamp:
        _boxed(_line(document, words.stamp, size=12, bold=True, align=CENTER, before=4, after=6))
    for text in words.lead:
        _line(document, text, align=WD_ALIGN_PARAGRAPH.JUSTIFY, before=4, after=4)
    _said(document, words)
    if words.bars:
        _heading(document, words.chart)
        _bars(document, words.bars, room)
    if len(words.by_day.rows) > 1:
        _heading(document, words.by_day.title)
        _table(document, words.by_day, (room - sum(DAY_COLUMNS), *DAY_COLUMNS), (0,))
    _heading(document, words.by_unit.title)
    sums = releases.shown(words.by_unit)[2][2:]
    narrow = [max(least, DIGIT * len(text) + 4) for least, text in zip(UNIT_COLUMNS, sums, strict=False)]
    _table(document, words.by_unit, (NUMBER, room - NUMBER - sum(narrow), *narrow), (1,))
    for note in words.notes:
        last = _line(document, f"- {note}", size=8.5, before=3, after=0)
    last.paragraph_format.keep_with_next = True  # no page for the signature alone
    _signature(document, words, room)
    document.save(str(path))


def _blank(words: Wording, release: Release) -> Any:
    document = Document()
    section = document.sections[0]
    width, height = papers.size(release.paper)
    section.page_width, section.page_height = Mm(width), Mm(height)
    for name, size in MARGINS.items():
        setattr(section, name, Mm(size))
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(11)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    about = document.core_properties
    about.title, about.author, about.comments = words.subject, words.letterhead[0], ""
    about.created = about.modified = datetime(release.dated.year, release.dated.month, release.dated.day)
    foot = section.footer.paragraphs[0]
    _run(foot, f"{words.foot}.  Halaman ", 7)
    _field(foot, "PAGE")
    _run(foot, " dari ", 7)
    _field(foot, "NUMPAGES")
    _bordered(foot, "top")
    return document


def _letterhead(document: Any, words: Wording, emblem: str) -> None:
    if emblem and Path(emblem).suffix.lower() in PICTURES:
        picture = _line(document, "", align=CENTER, after=2)
        picture.add_run().add_picture(emblem, height=Mm(22))
    government, agency = words.letterhead
    lines = [(government, 12 if agency else 16, not agency), (agency, 16, True)]
    for text, size, bold in [*lines, *((line, 10, False) for line in words.address)]:
        if text:
            last = _line(document, text, size=size, bold=bold, align=CENTER, after=1)
    _bordered(last, "bottom", "thickThinSmallGap", 24)
    last.paragraph_format.space_after = Pt(10)


def _said(document: Any, words: Wording) -> None:
    """Who has not reported."""
    sentence, lines = words.silent
    if lines:
        _line(document, sentence, bold=True, before=4, after=2)
        for line in lines:
            _line(document, f"- {line}", after=1).paragraph_format.left_indent = Mm(4)


def _line(
    holder: Any,
    text: str,
    *,
    size: float = 11,
    bold: bool = False,
    align: Any = LEFT,
    before: float = 0,
    after: float = 2,
) -> Any:
    made = holder.add_paragraph()
    made.alignment = align
    made.paragraph_format.space_before, made.paragraph_format.space_after = Pt(before), Pt(after)
    made.paragraph_format.line_spacing = 1.1
    _run(made, text, size, bold)
    return made


def _run(paragraph: Any, text: str, size: float, bold: bool = False) -> Any:
    run = paragraph.add_run(text)
    run.font.size, run.bold = Pt(size), bold
    return run


def _heading(document: Any, text: str) -> None:
    made = _line(document, text, bold=True, before=9, after=4)
    made.paragraph_format.keep_with_next = True


def _field(paragraph: Any, name: str) -> None:
    """A number that Word counts itself."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    field.append(_run(paragraph, "1", 7)._r)
    paragraph._p.append(field)


def _bordered(paragraph: Any, side: str, sort: str = "single", size: int = 4) -> None:
    line = f'<w:{side} w:val="{sort}" w:sz="{size}" w:space="3" w:color="000000"/>'
    paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:pBdr {nsdecls('w')}>{line}</w:pBdr>"))


def _boxed(paragraph: Any) -> None:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="12" w:space="3" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right")
    )
    paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:pBdr {nsdecls('w')}>{sides}</w:pBdr>"))


def _table(document: Any, table: Any, widths: Sequence[float], texts: Sequence[int]) -> None:
    """A table with its heading on each page and its sums in bold."""
    heads, rows, totals = releases.shown(table)
    made = document.add_table(rows=0, cols=len(heads))
    made.style, made.alignment, made.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
    _columns(made, widths)
    last = len(rows) + 1
    for number, cells in enumerate((heads, *rows, totals)):
        row = made.add_row()
        _flag(row, "w:cantSplit")
        if number == 0:
            _flag(row, "w:tblHeader")
        for place, (cell, text, width) in enumerate(zip(row.cells, cells, widths, strict=True)):
            cell.width = Mm(width)
            align = CENTER if number == 0 else LEFT if place in texts else RIGHT
            _fill(cell, text, align, bold=number in (0, last))
            if number in (0, last):
                _shade(cell._tc, HEADING if number == 0 else EVEN)


def _columns(table: Any, widths: Sequence[float]) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)


def _flag(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _fill(cell: Any, text: str, align: Any, *, bold: bool = False, size: float = 8.5, around: float = 1.5) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.alignment = align
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(around)
    _run(paragraph, text, size, bold)


def _shade(cell: Any, colour: str) -> None:
    shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colour}"/>'
    cell.get_or_add_tcPr().append(parse_xml(shade))


def _bars(document: Any, bars: Sequence[Bar], room: float) -> None:
    """A chart that Word can change as a table: a row a bar, as many shaded parts as it has of a hundred percent."""
    label, figure = 28.0, 14.0
    high, size = (5.2, 8.0) if len(bars) <= releases.ROOMY else (3.6, 7.0)
    part = (room - label - figure) / STEPS
    made = document.add_table(rows=0, cols=STEPS + 2)
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    _columns(made, (label, *[part] * STEPS, figure))
    for bar in bars:
        row = made.add_row()
        row.height, row.height_rule = Mm(high), WD_ROW_HEIGHT_RULE.EXACTLY
        name, *parts, value = row.cells
        full = round(bar.share * STEPS)
        name.width, value.width = Mm(label), Mm(figure)
        _fill(name, f"{bar.label} {bar.below}", LEFT, size=size, around=0.3)
        _fill(value, bar.figure, RIGHT, size=size, around=0.3)
        for cells, colour in ((parts[:full], BAR), (parts[full:], "FFFFFF")):
            if cells:
                whole = cells[0].merge(cells[-1])
                whole.width = Mm(part * len(cells))
                _shade(whole._tc, colour)
                _framed(whole._tc)


def _framed(cell: Any) -> None:
    """White lines above and below, so that bars do not run together."""
    lines = "".join(f'<w:{side} w:val="single" w:sz="24" w:color="FFFFFF"/>' for side in ("top", "bottom"))
    borders = parse_xml(f"<w:tcBorders {nsdecls('w')}>{lines}</w:tcBorders>")
    properties = cell.get_or_add_tcPr()
    properties.insert_element_before(borders, "w:shd", "w:vAlign")


def _signature(document: Any, words: Wording, room: float) -> None:
    """Whom to ask at the left, who signs at the right; both stay together."""
    made = document.add_table(rows=1, cols=2)
    made.autofit = False
    _flag(made.rows[0], "w:cantSplit")
    left, right = made.rows[0].cells
    left.width, right.width = Mm(room - 78), Mm(78)
    ask = [("Narahubung", True), *((line, False) for line in words.contact)] if words.contact else []
    signs = [*((line, False) for line in (*words.issued, *words.above)), *[("", False)] * 3]
    signs += [(words.name, True), *((line, False) for line in words.below)]
    for cell, lines in ((left, ask), (right, signs)):
        for text, bold in lines:
            _line(cell, text, size=10, bold=bold, after=1)
