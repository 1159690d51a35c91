"""The formulas of the recap, worked out by LibreOffice, against the figures of the rules."""

import shutil
import subprocess

import openpyxl
import pytest
from publish_values import HEAD, MARCH, person, recap, workdays

from attendance.publish.layouts import COUNTED, plan
from attendance.publish.matrices import UnitMatrix, workbook
from attendance.rules import totals
from attendance.rules.periods import Period

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
