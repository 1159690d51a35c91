"""Charts: native charts of a recap on a sheet of their own, in grey and black so that any printer can print them.

Loads openpyxl: to be imported inside functions only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.chart import BarChart, LineChart, Reference, Series
from openpyxl.chart.data_source import AxDataSource, NumRef, StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties
from openpyxl.worksheet.pagebreak import Break

from attendance.publish.paperwork import Paperwork
from attendance.publish.sheets import Book

__all__ = ["Chart", "Reference", "write"]

NAME = "Grafik"
WIDE, TALL = 25.0, 15.5  # cm, the room between the margins of landscape paper
ROW = 15  # points


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars or a line: the cells of the names and of the rates, and how many there are."""

    title: str
    names: str
    rates: str
    count: int
    line: bool = False

    @property
    def height(self) -> float:
        """In cm: bars need room for their names."""
        return 8.0 if self.line else min(max(6.0, 2.5 + 0.55 * self.count), TALL)


def write(book: Book, work: Paperwork, charts: Sequence[Chart]) -> None:
    """The sheet of charts, one below the other."""
    shown = [one for one in charts if one.count]
    if not shown:
        return
    sheet = book.sheet(NAME, [9.0] * 14)
    sheet.print_on(work.paper, landscape=True, headings=(1, 1), columns=0, footer=work.foot)
    sheet.line("GRAFIK", "judul", points=16)
    for one in shown:
        sheet.append([], ROW)
        sheet.raw.add_chart(_made(one), f"A{sheet.row + 1}")
        for _ in range(int(one.height / 2.54 * 72 / ROW) + 2):
            sheet.append([], ROW)
        if one is not shown[-1]:  # a page each
            sheet.raw.row_breaks.append(Break(id=sheet.row))
    sheet.finish()


def _sized(size: int) -> RichText:
    """Letters of a size, in hundredths of a point."""
    letters = ParagraphProperties(defRPr=CharacterProperties(sz=size))
    return RichText(p=[Paragraph(pPr=letters, endParaRPr=CharacterProperties(sz=size))])


def _made(one: Chart) -> BarChart | LineChart:
    made = LineChart() if one.line else BarChart()
    series = Series(Reference(range_string=one.rates), title=None)
    series.cat = AxDataSource(strRef=StrRef(f=one.names)) if not one.line else AxDataSource(numRef=NumRef(f=one.names))
    made.series.append(series)
    made.title, made.legend = one.title, None
    made.width, made.height = WIDE, one.height  # type: ignore[assignment]
    made.y_axis.scaling.min, made.y_axis.scaling.max = 0, 1
    made.y_axis.number_format, made.y_axis.majorUnit = "0%", 0.2
    made.x_axis.delete = made.y_axis.delete = False
    series.dLbls = DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False)
    series.dLbls.numFmt = '[$-421]0.0" "%'
    series.dLbls.txPr = made.x_axis.txPr = made.y_axis.txPr = _sized(1000 if one.count < 20 else 700)
    if isinstance(made, BarChart):
        made.type, made.gapWidth, made.x_axis.scaling.orientation = "bar", 40, "maxMin"
        series.graphicalProperties = GraphicalProperties(solidFill="7F7F7F")
        series.graphicalProperties.line.solidFill = "000000"
    else:
        series.graphicalProperties = GraphicalProperties()
        series.graphicalProperties.line.solidFill = "000000"
        series.graphicalProperties.line.width = 19050  # of 12700 to the point
        series.marker.symbol, series.marker.size, series.smooth = "circle", 6, False
        series.marker.graphicalProperties = GraphicalProperties(solidFill="000000")
        made.x_axis.number_format = "[$-421]d mmm"
    return made
