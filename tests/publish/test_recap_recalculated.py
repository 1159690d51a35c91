"""The formulas of the recap, worked out by LibreOffice, against the figures of the rules."""

import shutil
import subprocess
from datetime import datetime, time

import openpyxl
import pytest
from publish_values import HEAD, MARCH, person, recap, workdays

from attendance.publish import recap_books, recap_tables, reports
from attendance.publish.layouts import COUNTED, plan
from attendance.publish.matrices import UnitMatrix, workbook
from attendance.publish.recaps import Folded
from attendance.rules import gathered, grades, periods, totals, tpp
from attendance.rules.codes import Code
from attendance.rules.gathered import Gathered
from attendance.rules.grades import Standings
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period
from attendance.rules.tpp import Cut, Level

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")

DAYS = workdays(MARCH)
CODES = ["H", "T", "S", "I", "C", "DL", "TB", "DK", "TK", "BL", "NR", "H", "TK", "TK", "T", "H", "H", "TK", "H", "H"]


def people(count, shift):
    return tuple(
        person(i, f"PEGAWAI {i}", " ".join(CODES[(i + shift) % 20 :] + CODES[: (i + shift) % 20]), DAYS)
        for i in range(count)
    )


def worked_out(tmp_path, matrix):
    workbook(matrix, tmp_path / "rekap.xlsx")
    return recalculated(tmp_path)


def recalculated(tmp_path):
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={(tmp_path / 'soffice').as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            tmp_path / "hasil",
            tmp_path / "rekap.xlsx",
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return openpyxl.load_workbook(tmp_path / "hasil" / "rekap.xlsx", data_only=True)


def figures(sums):
    return [sums.scheduled, sums.present, sums.late, sums.excused, sums.absent, sums.unreported, rate(sums)]


def rate(sums):
    return None if sums.rate is None else pytest.approx(sums.rate)


def sums_of(flagged, period):
    return totals.of(day for one in flagged for day in one.history.days if day.day in period)


@pytest.mark.parametrize("period", [MARCH, Period(MARCH.first.replace(month=2), MARCH.last)], ids=["month", "two"])
def test_the_formulas_say_what_the_rules_say(tmp_path, period):
    idle = person(99, "PEGAWAI TIDAK WAJIB", " ".join(["NR"] * len(DAYS)), DAYS)
    units = (
        UnitMatrix("Inspektorat", (*people(13, 0), idle), HEAD),
        UnitMatrix("Bagian 'Umum' & Rumah Tangga", people(7, 5), HEAD),
        UnitMatrix("Kosong", ()),
    )
    matrix = recap(*units, period=period)
    book = worked_out(tmp_path, matrix)
    for layouts in plan(matrix):
        for layout in layouts:
            sheet = book[layout.name]
            for row, one in enumerate(layout.unit.people, layout.first):
                sums = sums_of([one], layout.period)
                assert [sheet.cell(row, layout.count(code)).value for code in COUNTED] == [
                    sums.codes[code] for code in COUNTED
                ]
                assert (sheet.cell(row, layout.rate).value or None) == (rate(sums) if sums.present else None)
            sums = sums_of(layout.unit.people, layout.period)
            assert [sheet.cell(layout.total, layout.count(code)).value for code in COUNTED] == [
                sums.codes[code] for code in COUNTED
            ]
            present = [sheet.cell(layout.total, 4 + i).value or 0 for i in range(len(layout.days))]
            assert sum(present) == sums.present
    summary = {row[1]: row for row in book["Ringkasan"].iter_rows(values_only=True)}
    for unit in units:
        row = summary[unit.label]
        assert [row[2], *(value if value != "" else None for value in row[3:10])] == [
            len(unit.people),
            *figures(sums_of(unit.people, period)),
        ]
    everyone = [one for unit in units for one in unit.people]
    assert list(summary["JUMLAH"][2:10]) == [len(everyone), *figures(sums_of(everyone, period))]


def test_the_days_of_the_recap_follow_the_sheets_of_the_units(tmp_path):
    units = (UnitMatrix("Inspektorat", people(13, 0), HEAD), UnitMatrix("Bagian 'Umum'", people(7, 5), HEAD))
    book = worked_out(tmp_path, recap(*units))
    rows = {row[0].date(): row[1:4] for row in book["Per hari"].iter_rows(values_only=True) if hasattr(row[0], "date")}
    everyone = [one for unit in units for one in unit.people]
    for day in workdays(recap(*units).period):
        sums = totals.of(held for one in everyone for held in one.history.days if held.day == day)
        assert rows[day] == (sums.present, sums.absent, rate(sums))


def test_a_recap_by_months_says_what_the_rules_say(tmp_path):
    period = Period(MARCH.first.replace(month=1), MARCH.last.replace(month=6, day=30))
    months = tuple(periods.months(period))
    everyone = people(9, 3)
    folds = tuple(Folded(gathered.monthly(one.history, months)) for one in everyone)
    unit = UnitMatrix("Inspektorat", tuple(map(gathered.bare, everyone)), HEAD, (), folds)
    book = worked_out(tmp_path, recap(unit, period=period))
    ((layout,),) = plan(recap(unit, period=period))
    sheet = book["Inspektorat"]
    for row, one in enumerate(everyone, layout.first):
        assert [sheet.cell(row, layout.count(code)).value for code in COUNTED] == [
            one.totals.codes[code] for code in COUNTED
        ]
        assert sheet.cell(row, layout.rate).value == rate(one.totals)
        assert [sheet.cell(row, 4 + place).value for place in (4, 5)] == [one.totals.present, one.totals.absent]
    summary = {row[1]: row for row in book["Ringkasan"].iter_rows(values_only=True)}
    assert list(summary["JUMLAH"][2:10]) == [len(everyone), *figures(sums_of(everyone, period))]


LABELS = {1: "Inspektorat", 2: "=Bagian 'Umum'", 3: "Kosong"}


def lists():
    """Each list of a recap, of people in three units of which one has nobody who had to come."""
    everyone = [
        *people(13, 0),
        *moved(7, 5, 2),
        person(99, "TIDAK WAJIB", " ".join(["S"] * len(DAYS)), DAYS, units=in_unit(3)),
    ]
    now, before = (Gathered().all(one.history for one in found) for found in (everyone, everyone[3:]))
    ranked = grades.ranked(Standings(now.by_unit, {2}), Standings(before.by_unit), {"A": 0.5, "E": 0}, LABELS)
    by_label = {LABELS[unit]: sums for unit, (_people, sums) in now.by_unit.items()}
    cuts = tpp.Table(
        (Cut("apel", Kind.APEL_PAGI, ("TK",), 1.1), Cut("telat", Kind.APEL_PAGI, ("T",), 0.35, 1.0)),
        (Level(Kind.APEL_PAGI, ("TK",), 5, 100.0),),
        60.0,
    )
    cut = [
        (one.history.profile, "Unit", tpp.reckon({Kind.APEL_PAGI: one.history.days}, cuts), one.totals.codes[Code.BL])
        for one in everyone
    ]
    return {
        "person": reports.by_person(everyone, "P", Kind.KERJA, LABELS, ()),
        "unit": reports.by_unit(now.by_unit, "U", LABELS, now.people, ()),
        "day": reports.by_day(now.by_day, "D", ()),
        "rank": recap_tables.by_rank(ranked, "R", LABELS, ()),
        "city": recap_tables.by_city(by_label, {LABELS[2]}, "C", ()),
        "tpp": recap_tables.by_tpp(cut, "T", cuts, ()),
        "empty": recap_tables.by_rank((), "R", LABELS, ()),
    }


def in_unit(unit):
    return dict.fromkeys(DAYS, unit)


def moved(count, shift, unit):
    codes = [" ".join(CODES[(i + shift) % 20 :] + CODES[: (i + shift) % 20]) for i in range(count)]
    return [person(50 + i, f"PINDAHAN {i}", one, DAYS, units=in_unit(unit)) for i, one in enumerate(codes)]


def test_the_formulas_of_every_list_say_what_its_cells_say(tmp_path):
    tables = lists()
    recap_books.workbook(tables, recap().work, tmp_path / "rekap.xlsx")
    book = recalculated(tmp_path)
    for name, table in tables.items():
        rows = [list(row) for row in book[name].iter_rows(values_only=True, max_col=len(table.columns))]
        top = next(n for n, row in enumerate(rows) if row[0] == table.columns[0].heading) + 1 + table.numbered
        for row, cells in zip(rows[top:], table.lines(), strict=False):
            for found, cell, column in zip(row, cells, table.columns, strict=True):
                assert (found or None) == expected(cell or None), (name, column.key, row)


def expected(cell):
    if hasattr(cell, "year"):
        return datetime.combine(cell, time())
    return pytest.approx(cell) if isinstance(cell, float) else cell
