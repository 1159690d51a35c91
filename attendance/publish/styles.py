"""Styles: how the cells of a workbook look on screen and on a black-and-white printer.

Loads openpyxl: to be imported inside functions only.
"""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle

FACE = "Arial"
GREY = "D4D4D4"  # days off: still grey on a copier, still readable under black text
PALE = "EFEFEF"  # headings and totals
THIN = Side(style="thin", color="808080")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
RIGHT = Alignment(horizontal="right", vertical="center", indent=1)
TEXT, WHOLE, PERCENT, DAY = "@", "[$-421]#,##0", '[$-421]0.0" "%', "[$-421]d mmm yyyy"
"""421 is Indonesian: a comma before decimals and a dot between thousands, whatever the computer is set to."""

COUNT = '0;-0;"-"'  # a dash for none, so that what there is can be seen
POINTS, STEPS = (f'[$-421]"▲" {digits};[$-421]"▼" {digits};"="' for digits in ("0.0", "0"))
OF_HUNDRED = '[$-421]#,##0.##" %"'


def named() -> Iterator[NamedStyle]:
    """Every style by the name that `Sheet` asks for it."""
    yield from _paper()
    yield from _grid()


def _paper() -> Iterator[NamedStyle]:
    """Letterhead, titles, notes and signature: no lines around them."""
    yield style("kop", CENTRE, size=11)
    yield style("kop-besar", CENTRE, size=14, bold=True)
    yield style("kop-alamat", CENTRE, size=9)
    yield style("kop-garis", CENTRE, size=9, border=Border(bottom=Side(style="double")))
    yield style("judul", CENTRE, size=12, bold=True)
    yield style("subjudul", CENTRE, size=11)
    yield style("catatan", Alignment(vertical="top", wrap_text=True), size=10)
    yield style("peringatan", Alignment(vertical="top", wrap_text=True), size=11, bold=True)
    yield style("ttd", CENTRE, size=11)
    yield style("ttd-nama", CENTRE, size=11, bold=True, underline=True)


def _grid() -> Iterator[NamedStyle]:
    """Headings, cells and totals of a table."""
    heading = PatternFill("solid", start_color=PALE)
    for name, size in (("kepala", 10), ("kepala-hari", 9)):
        yield style(name, CENTRE, size=size, bold=True, border=BOX, fill=heading)
    yield style("kepala-libur", CENTRE, size=9, bold=True, border=BOX, fill=PatternFill("solid", start_color=GREY))
    yield style("kepala-sepi", CENTRE, size=9, border=BOX, colour="808080")
    for name, align, form in (
        ("teks", LEFT, TEXT),
        ("teks-tengah", CENTRE, TEXT),
        ("teks-kanan", RIGHT, TEXT),
        ("bulat", CENTRE, WHOLE),
        ("hitungan", CENTRE, COUNT),
        ("angka", RIGHT, "General"),
        ("persen", CENTRE, PERCENT),
        ("persen-tengah", CENTRE, PERCENT),
        ("hari", CENTRE, DAY),
        ("poin", CENTRE, POINTS),
        ("langkah", CENTRE, STEPS),
        ("potongan", CENTRE, OF_HUNDRED),
    ):
        yield style(name, align, form=form, border=BOX)
        yield style(f"{name}-jumlah", align, form=form, border=BOX, bold=True, fill=heading)
    yield style("kode", CENTRE, form=TEXT, border=BOX)
    yield style("libur", CENTRE, border=BOX, fill=PatternFill("solid", start_color=GREY))
    yield style("libur-jumlah", CENTRE, border=BOX, fill=PatternFill("solid", start_color=GREY))


def style(
    name: str,
    align: Alignment,
    *,
    size: int = 10,
    bold: bool = False,
    underline: bool = False,
    colour: str = "000000",
    form: str = "General",
    border: Border | None = None,
    fill: PatternFill | None = None,
) -> NamedStyle:
    """One style: its name without the `apel` that stands before all of ours."""
    font = Font(name=FACE, size=size, bold=bold, underline="single" if underline else None, color=colour)
    return NamedStyle(
        f"apel {name}",
        font=font,
        alignment=align,
        number_format=form,
        border=border or Border(),
        fill=fill or PatternFill(),
    )


def standing(bold: bool, italic: bool, tone: str) -> DifferentialStyle:
    """How a code stands out: weight and slope beside the tone, so that it can be told without colour."""
    return DifferentialStyle(font=Font(b=bold, i=italic), fill=PatternFill(bgColor=tone))
