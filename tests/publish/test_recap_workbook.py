"""The Excel recap: sheets, headings, codes, remarks, signature, print set-up."""

import re
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from publish_values import HASH, HEAD, MARCH, NYEPI, OFFICE, WEEK, person, recap, workdays

from attendance.errors import Refused
from attendance.publish import layouts
from attendance.publish.matrices import UnitMatrix, workbook
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period

DAYS = workdays(WEEK)
BUDI = person(1, "BUDI SANTOSO", "H T S TK", DAYS, title_before="Dr.", title_after="S.E.", rank="III/b")
ANI = person(2, "=ANI", "TK TK TK TK", DAYS)
UMUM = UnitMatrix("Bagian Umum", (BUDI, ANI), HEAD)


def written(tmp_path, matrix):
    workbook(matrix, tmp_path / "rekap.xlsx")
    return openpyxl.load_workbook(tmp_path / "rekap.xlsx")


def text(sheet):
    return "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)


def at(sheet, start):
    """The cell whose text starts so."""
    return next(
        cell
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith(start)
    )


def row(sheet, start):
    return [cell.value for cell in sheet[at(sheet, start).row]]


def test_a_row_a_person_and_a_column_a_day(tmp_path):
    sheet = written(tmp_path, recap(UMUM))["Bagian Umum"]
    assert row(sheet, "Dr. BUDI")[:8] == [
        1,
        f"Dr. BUDI SANTOSO, S.E.\n{BUDI.history.profile.nip}",
        "III/b",
        "H",
        "T",
        "S",
        None,
        "TK",
    ]
    top = at(sheet, "No").row
    assert [cell.value for cell in sheet[top]][3:8] == ["MARET 2019", None, None, None, None]
    assert [cell.value for cell in sheet[top + 1]][3:8] == ["4", "5", "6", "7", "8"]
    assert [cell.value for cell in sheet[top + 2]][3:8] == ["Sn", "Sl", "Rb", "Km", "Jm"]
    assert [cell.value for cell in sheet[top]][8:] == [*"HTSIC", "DL", "TB", "DK", "TK", "BL", "%", "Ket."]


def test_counts_are_formulas_over_the_days(tmp_path):
    sheet = written(tmp_path, recap(UMUM))["Bagian Umum"]
    number = at(sheet, "Dr. BUDI").row
    assert sheet.cell(number, 9).value == f'=COUNTIF($D{number}:$H{number},"H")'
    assert sheet.cell(number, 19).value == (
        f'=IF(I{number}+J{number}+Q{number}=0,"",(I{number}+J{number})/(I{number}+J{number}+Q{number}))'
    )


def test_a_name_that_looks_like_a_formula_is_text(tmp_path):
    cell = at(written(tmp_path, recap(UMUM))["Bagian Umum"], "=ANI")
    assert (cell.data_type, cell.number_format, cell.quotePrefix) == ("s", "@", True)


def test_days_off_are_shaded_and_named(tmp_path):
    sheet = written(tmp_path, recap(UMUM, period=Period(date(2019, 3, 4), date(2019, 3, 10))))["Bagian Umum"]
    number = at(sheet, "Dr. BUDI").row
    shaded = [sheet.cell(number, column).fill.fill_type for column in range(4, 11)]
    assert shaded == [None, None, None, "solid", None, "solid", "solid"]
    assert "Kolom abu-abu: akhir pekan dan hari libur (7 Mar 2019 Hari Suci Nyepi)." in text(sheet)


def test_a_session_on_a_holiday_is_not_shaded(tmp_path):
    matrix = recap(UMUM)
    sheet = written(tmp_path, replace(matrix, session_days=matrix.session_days | {NYEPI}))["Bagian Umum"]
    assert sheet.cell(at(sheet, "Dr. BUDI").row, 7).fill.fill_type is None


def test_a_weekday_without_session_stays_white_and_has_no_sum(tmp_path):
    matrix = recap(UMUM)
    sheet = written(tmp_path, replace(matrix, session_days=frozenset(DAYS[1:])))["Bagian Umum"]
    top = at(sheet, "No").row
    assert sheet.cell(top + 1, 4).fill.fill_type is None
    assert row(sheet, "JUMLAH HADIR")[3] is None


def test_remarks_say_which_rule_and_since_when(tmp_path):
    moved = person(3, "CICI", "H H TK TK", DAYS, units={DAYS[0]: 7, DAYS[1]: 7})
    often = person(4, "DEDI", "TK TK TK H", DAYS)
    sheet = written(tmp_path, recap(UnitMatrix("Bagian Umum", (ANI, moved, often), HEAD)))["Bagian Umum"]
    assert [row(sheet, name)[-1] for name in ("=ANI", "CICI", "DEDI")] == [
        "Tidak pernah hadir",
        "Pindahan, sejak 6 Mar 2019",
        "TK beruntun 3 kali",
    ]


def test_the_working_day_has_late_and_early_as_numbers(tmp_path):
    budi = person(1, "BUDI", "H H H TK", DAYS, kind=Kind.KERJA, late=DAYS[:2], early=DAYS[:1])
    sheet = written(tmp_path, recap(UnitMatrix("Bagian Umum", (budi,), HEAD), kind=Kind.KERJA))["Bagian Umum"]
    assert [cell.value for cell in sheet[at(sheet, "No").row]][-4:] == ["TM", "PC", "%", "Ket."]
    assert row(sheet, "BUDI")[-4:-2] == [2, 1]
    assert "REKAPITULASI KEHADIRAN HARI KERJA" in text(sheet)
    assert "TM telat masuk; PC pulang cepat" in text(sheet)


def test_a_long_period_has_a_sheet_a_month(tmp_path):
    quarter = Period(date(2018, 12, 24), date(2019, 2, 5))
    days = [date(2018, 12, 28), date(2019, 1, 2), date(2019, 2, 4)]
    unit = UnitMatrix("Bagian Umum", (person(1, "BUDI", "H T TK", days),), HEAD)
    book = written(tmp_path, recap(unit, period=quarter))
    assert book.sheetnames[:4] == ["Ringkasan", "Bagian Umum Des 2018", "Bagian Umum Jan 2019", "Bagian Umum Feb 2019"]
    january = book["Bagian Umum Jan 2019"]
    assert "Periode Januari 2019" in text(january)
    assert row(january, "BUDI")[3:6] == [None, "T", None]
    assert [cell.value for cell in january[at(january, "No").row + 1]][33] == "31"
    total = at(book["Bagian Umum Des 2018"], "JUMLAH HADIR").row
    assert row(book["Ringkasan"], "Bagian Umum")[4] == (
        f"=SUM('Bagian Umum Des 2018'!L{total}:M{total},'Bagian Umum Jan 2019'!AI{total}:AJ{total},"
        f"'Bagian Umum Feb 2019'!I{total}:J{total})"
    )


def test_a_few_days_of_a_month_have_its_short_name(tmp_path):
    sheet = written(tmp_path, recap(UMUM, period=Period(date(2019, 2, 28), date(2019, 3, 8))))["Bagian Umum"]
    assert [cell.value for cell in sheet[at(sheet, "No").row]][3:5] == ["FEB", "MARET 2019"]


def test_the_summary_adds_the_sheets_of_the_units(tmp_path):
    book = written(tmp_path, recap(UMUM, UnitMatrix("Bagian Kosong", ())))
    summary = book["Ringkasan"]
    assert book.sheetnames[0] == "Ringkasan"
    unit = at(book["Bagian Umum"], "JUMLAH HADIR").row
    first = at(summary, "Bagian Umum")
    assert first.hyperlink.location == "'Bagian Umum'!A1"
    assert row(summary, "Bagian Umum")[3] == f"=SUM('Bagian Umum'!I{unit}:R{unit})"
    assert row(summary, "JUMLAH")[3] == f"=SUM(D{first.row}:D{first.row + 1})"
    assert "NIHIL" in text(book["Bagian Kosong"])


def test_a_recap_without_units_is_a_summary_of_nothing(tmp_path):
    book = written(tmp_path, recap())
    assert book.sheetnames == ["Ringkasan", "Per hari", "Grafik", "Asal data"]
    assert row(book["Ringkasan"], "JUMLAH")[2] == "=0"


def test_a_provisional_recap_says_so_and_names_what_is_missing(tmp_path):
    silent = replace(UMUM, silent_days=(DAYS[1], DAYS[2]))
    book = written(tmp_path, recap(silent, UnitMatrix("Inspektorat", (BUDI,), HEAD), provisional=True))
    for sheet in book.worksheets[:-2]:
        assert "SEMENTARA" in [cell.value for (cell,) in sheet["A1:A12"]]
    assert "SEMENTARA: belum lapor lengkap Bagian Umum." in text(book["Ringkasan"])
    assert row(book["Ringkasan"], "Bagian Umum")[-1] == "Belum lapor: 5 dan 6 Maret 2019"
    assert "daftar hadir belum disahkan untuk 5 dan 6 Maret 2019." in text(book["Bagian Umum"])
    assert "ada daftar hadir yang belum disahkan; lihat lembar Ringkasan." in text(book["Inspektorat"])
    assert "SEMENTARA" not in text(written(tmp_path, recap(UMUM))["Bagian Umum"])


def test_the_head_signs_with_rank_and_grouped_nip(tmp_path):
    sheet = written(tmp_path, recap(UMUM))["Bagian Umum"]
    lines = text(sheet).splitlines()
    assert lines[-5:] == [
        "Kota Contoh, 12 Maret 2019",
        "KEPALA BADAN KEPEGAWAIAN DAN PSDM",
        "Dra. RATNA SAMPEL, M.Si.",
        "Pembina Utama Muda",
        "NIP. 19681112 199403 2 002",
    ]


def test_where_nobody_signs_there_are_dots(tmp_path):
    matrix = recap(replace(UMUM, signatory=None))
    sheet = written(tmp_path, replace(matrix, office=replace(OFFICE, place="")))["Bagian Umum"]
    lines = text(sheet).splitlines()
    assert lines[-4] == "............, 12 Maret 2019"
    assert set(lines[-3]) == set(lines[-2]) == {"."}
    assert lines[-1] == "NIP."


def test_the_paper_says_what_it_is_and_where_it_came_from(tmp_path):
    book = written(tmp_path, recap(UMUM))
    for sheet in book:
        assert sheet.oddFooter.left.text == f"RAHASIA - TERBATAS   Jurnal nomor 1207, sidik {HASH[:12]}"
        assert sheet.oddFooter.right.text == "Halaman &P dari &N"
    for sheet in book.worksheets[:2]:
        assert f"Dibuat 12 Maret 2019. Jurnal nomor 1207, sidik {HASH[:12]}." in text(sheet)
    source = text(book["Asal data"])
    assert HASH in source and "1207" in source and "TK beruntun sekurangnya 3 kali" in source


def test_it_prints_one_page_wide_with_headings_on_each(tmp_path):
    sheet = written(tmp_path, recap(UMUM))["Bagian Umum"]
    top = at(sheet, "No").row
    assert sheet.freeze_panes == f"D{top + 3}"
    assert sheet.print_title_rows == f"${top}:${top + 2}"
    assert sheet.print_title_cols == "$A:$C"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.print_area == f"'Bagian Umum'!$A$1:$T${sheet.max_row}"


def test_codes_stand_out_without_colour(tmp_path):
    sheet = written(tmp_path, recap(UMUM))["Bagian Umum"]
    top = at(sheet, "No").row + 3
    rules = {
        re.findall('"(.+?)"', rule.formula[0])[0]: (rule.dxf.font.b, rule.dxf.font.i)
        for span in sheet.conditional_formatting
        for rule in span.rules
        if str(span.sqref) == f"D{top}:H{top + 1}"
    }
    assert rules == {"TK": (True, False), "BL": (True, True), "T": (True, False), "S": (False, True)}


@pytest.mark.parametrize(("paper", "number"), [("A4", 9), ("F4", 14), ("F4-210", 14)])
def test_papers(tmp_path, paper, number):
    book = written(tmp_path, replace(recap(UMUM), paper=paper))
    assert {sheet.page_setup.paperSize for sheet in book} == {number}


def test_an_unknown_paper_is_refused(tmp_path):
    with pytest.raises(Refused, match=r"Paper A5 is not known\. Choose one of A4, F4, F4-210"):
        workbook(replace(recap(UMUM), paper="A5"), tmp_path / "rekap.xlsx")


def test_an_office_without_agency_and_address(tmp_path):
    matrix = replace(recap(UMUM), office=replace(OFFICE, agency="", address=()))
    sheet = written(tmp_path, matrix)["Bagian Umum"]
    assert sheet["A1"].value == OFFICE.name
    assert sheet.freeze_panes == f"D{at(sheet, 'No').row + 3}"


def test_a_missing_folder_is_refused_before_any_work(tmp_path):
    with pytest.raises(Refused, match="folder does not exist"):
        workbook(recap(UMUM), tmp_path / "tidak-ada" / "rekap.xlsx")


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        (["Sekretariat Daerah / Bagian [Umum]"], ["Sekretariat Daerah Bagian Umum"]),
        (["Badan Pengelola Keuangan dan Aset Daerah"], ["Badan Pengelola Keuangan dan As"]),
        (["Ringkasan", "ringkasan"], ["Ringkasan (2)", "ringkasan (3)"]),
        (["History", "''", "?*"], ["History (2)", "Unit", "Unit (2)"]),
        (["A" * 40, "a" * 40], ["A" * 31, "a" * 27 + " (2)"]),
        (["UPT\x1b\\1 'Jaya'"], ["UPT x1b 1 'Jaya"]),
    ],
)
def test_sheet_names_are_legal_and_unique(labels, names):
    assert list(layouts.sheet_names((label, "") for label in labels)) == names


def test_march_is_one_sheet(tmp_path):
    assert [[layout.name for layout in unit] for unit in layouts.plan(recap(UMUM, period=MARCH))] == [["Bagian Umum"]]
