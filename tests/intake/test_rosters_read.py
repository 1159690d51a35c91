"""Rosters as offices send them."""

from __future__ import annotations

from datetime import date

import pytest

from attendance.errors import Refused
from attendance.intake import rosters
from attendance.rules.rosters import Status

UNIT = ("Dinas Contoh",)


def test_a_plain_list(text) -> None:
    reading = rosters.read(
        text("""
            NIP;NAMA;GELAR DEPAN;GELAR BELAKANG;STATUS;PANGKAT;GOL/RUANG;JABATAN;UNIT KERJA;APEL DI
            198001012005011001;BUDI UJI;Dr.;S.E.;CPNS;Penata;III/c;Analis;Bagian Umum;Balai Kota
            199001012024211002;SITI SAMPEL;;;P3K Paruh Waktu;;IX;-;Bagian Umum;Bagian Umum
        """)
    )
    first, second = reading.rows
    assert (first.profile.name, first.profile.title_before, first.profile.title_after) == ("BUDI UJI", "Dr.", "S.E.")
    assert (first.profile.status, first.profile.rank, first.profile.position) == (Status.CPNS, "III/c", "Analis")
    assert (first.unit, first.line) == (("Bagian Umum",), ("Balai Kota",))
    assert (second.profile.status, second.profile.rank, second.profile.position) == (Status.PPPK_PW, "IX", "")
    assert second.line is None
    assert (second.place.file, second.place.sheet, second.place.row) == ("berkas.csv", None, 3)
    assert (reading.read, reading.refused, reading.warnings) == (2, (), ())


def test_a_status_that_nobody_wrote_is_only_supposed(text) -> None:
    reading = rosters.read(
        text("""
            NIP;NAMA;STATUS;UNIT KERJA
            198001012005011001;BUDI UJI;CPNS;Bagian Umum
            198001012005011002;SITI SAMPEL;-;Bagian Umum
            199001012024211003;CICI CONTOH;?;Bagian Umum
        """)
    )
    assert [(row.profile.status, row.supposed) for row in reading.rows] == [
        (Status.CPNS, ()),
        (Status.PNS, ("status",)),
        (Status.PPPK, ("status",)),
    ]
    assert reading.warnings == ()


def test_the_printed_duk_with_sections_and_signature(example) -> None:
    reading = rosters.read(example("rosters/R4_DUK_header_bertingkat_seksi_unit_ttd.xlsx"))
    assert (reading.read, len(reading.rows), reading.refused, reading.warnings) == (30, 30, (), ())
    first, last = reading.rows[0], reading.rows[-1]
    assert first.profile.nip == "199808212022032023"
    assert (first.profile.rank, first.profile.position, first.unit) == ("II/c", "Pelaksana", ("SEKRETARIAT DAERAH",))
    assert (last.unit, last.place.row) == (("SATUAN POLISI PAMONG PRAJA",), 46)
    assert {row.unit[0] for row in reading.rows} >= {"DINAS PENDIDIKAN", "KECAMATAN CONTOH UTARA"}


def test_pangkat_and_golongan_in_one_cell(example) -> None:
    reading = rosters.read(example("rosters/R6_pangkat_golongan_satu_sel_nbsp.xlsx"), unit=UNIT)
    assert [row.profile.rank for row in reading.rows[:4]] == ["II/c", "II/d", "III/a", "IX"]
    assert [row.profile.status for row in reading.rows[:4]][2:] == [Status.PNS, Status.PPPK]
    assert reading.read == len(reading.rows) == 15


def test_numbers_that_lost_their_serial_are_all_refused_with_the_way_out(example) -> None:
    reading = rosters.read(example("rosters/R1_tanpa_header_NIP_angka_15digit.xlsx"), unit=UNIT)
    assert (reading.read, reading.rows, len(reading.refused)) == (40, (), 40)
    fault = reading.refused[0]
    assert fault.place.row == 1
    assert "first 15 digits: 199808212022032" in fault.message
    assert '"Tono Contoh, S.E"' in fault.message
    assert "write them as text" in fault.message


def test_a_list_without_headings_is_told_by_its_cells(text) -> None:
    reading = rosters.read(
        text("""
            1;198001012005011001;BUDI UJI, S.E;PNS;III/c
            2;199001012024211002;SITI SAMPEL;PPPK;IX
        """),
        unit=UNIT,
    )
    assert [(row.profile.name, row.profile.rank) for row in reading.rows] == [
        ("BUDI UJI", "III/c"),
        ("SITI SAMPEL", "IX"),
    ]


@pytest.mark.parametrize("lines", ["apa saja\n", "198001012005011001\n", "a;b\n1;2\n", ";;\n"])
def test_a_file_that_is_no_roster(text, lines: str) -> None:
    with pytest.raises(Refused, match=r"no row of headings was found; needed are the columns NIP/NAMA"):
        rosters.read(text(lines))


def test_the_nip_may_stand_with_the_name(text) -> None:
    reading = rosters.read(
        text("""
            NO;NAMA / NIP;JABATAN
            1;"BUDI UJI, S.E
            NIP. 19800101 200501 1 001";Analis
            2;"SITI SAMPEL
            19900101 202421 1 002";Guru
            3;RINA FIKTIF;Guru
        """),
        unit=UNIT,
    )
    assert [(row.profile.nip, row.profile.name) for row in reading.rows] == [
        ("198001012005011001", "BUDI UJI"),
        ("199001012024211002", "SITI SAMPEL"),
    ]
    (fault,) = reading.refused
    assert fault.place.row == 4
    assert "there is no NIP" in fault.message and "or delete the row if this is nobody of the ASN" in fault.message


def test_the_name_may_stand_in_the_nip_column_and_the_nip_twice(text) -> None:
    reading = rosters.read(
        text("""
            NIP;UNIT KERJA
            BUDI UJI 198001012005011001;A
        """)
    )
    assert reading.rows[0].profile.name == "BUDI UJI"
    reading = rosters.read(
        text("""
            NIP;NAMA;UNIT KERJA
            198001012005011001;BUDI UJI 198001012005011001;A
        """)
    )
    assert reading.rows[0].profile.name == "BUDI UJI"


@pytest.mark.parametrize(
    ("nip", "says"),
    [
        ("3173010101800001", "16 digits, which looks like a NIK"),
        ("131234567", '"131234567" is an old NIP of 9 digits'),
        ("1980010120050110", "16 digits"),
        ("1,98001E+17", '"1,98001E+17" was turned into a number'),
        ("19800101200501100", "has 17 digits, not 18"),
        ("belum ada", '"belum ada" is not a NIP'),
    ],
)
def test_a_nip_that_is_none_says_why(text, nip: str, says: str) -> None:
    reading = rosters.read(text(f"NIP;NAMA;UNIT\n{nip};BUDI UJI;A\n"))
    (fault,) = reading.refused
    assert says in fault.message
    assert (reading.read, reading.rows) == (1, ())


def test_a_nik_is_never_shown(text, book) -> None:
    reading = rosters.read(text('NIP;NAMA;UNIT\n3173010101800001;BUDI UJI;A\n"NIK 3173010101800001 x";SITI;A\n'))
    reading2 = rosters.read(book([["NIP", "NAMA", "UNIT"], [3173010101800001, "BUDI UJI", "A"]]))
    messages = [fault.message for fault in (*reading.refused, *reading2.refused)]
    assert len(messages) == 3
    assert not any("3173" in message for message in messages)


def test_numeric_and_other_cells_in_the_nip_column(book) -> None:
    rows = [
        ["NIP", "NAMA", "UNIT"],
        [198001012005011001, "BUDI UJI", "A"],
        [True, "X", "A"],
        [date(1980, 1, 1), "", "A"],
    ]
    reading = rosters.read(book(rows))
    assert [fault.place.row for fault in reading.refused] == [2, 3, 4]
    assert 'first 15 digits: 198001012005011... ("BUDI UJI")' in reading.refused[0].message
    assert '"True" is not a NIP' in reading.refused[1].message
    assert reading.refused[2].message.endswith("; there is no name; write it")
    (fault,) = rosters.read(book([["NIP", "UNIT"], [198001012005011001, "A"]])).refused
    assert "198001012005011...; look up" in fault.message


def test_the_same_nip_twice(text) -> None:
    reading = rosters.read(
        text("""
            NIP;NAMA;UNIT
            198001012005011001;BUDI UJI;A
            198001012005011001;BUDI UJI;A
            198001012005011001;BUDI UJI;A
            199001012024211002;SITI SAMPEL;A
            199001012024211002;SITI SAMPEL;B
            199001012024211002;SITI SAMPEL;A
            ;X;A
        """)
    )
    assert [row.place.row for row in reading.rows] == [2]
    assert [(fault.place.row, fault.message.split(";")[0]) for fault in reading.refused] == [
        (3, "the same person with the same data stands in row 2 already"),
        (4, "the same person with the same data stands in row 2 already"),
        (5, "the same NIP stands in row 6 with other data"),
        (6, "the same NIP stands in row 5 with other data"),
        (7, "the same NIP stands in row 5 with other data"),
        (8, "there is no NIP"),
    ]
    assert reading.read == 7


def test_all_faults_of_a_row_come_in_one_message(text) -> None:
    (fault,) = rosters.read(text("NIP;NAMA;JABATAN\nx;;Analis\n")).refused
    assert fault.message.count("; ") >= 4
    assert "--unit" in fault.message


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("198013012005011001;BUDI;PNS;", "impossible birth date"),
        ("198001012005131001;BUDI;PNS;", "impossible month of appointment"),
        ("194001011960011001;BUDI;PNS;", "younger than 17 or older than 70"),
        ("199001012024211002;BUDI;PNS;", "is PNS, but the NIP 19900101 202421 1 002 is of the other kind"),
        ("198001012005011001;BUDI;Menikah;", "says none of PNS, CPNS, PPPK; by the NIP it is PNS"),
        ("198001012005011001;BUDI;PNS;Lektor", 'the rank "Lektor" is not known'),
        ("198001012005011001;BUDI;PNS;Pembina III/a", "do not belong together"),
    ],
)
def test_doubts_are_warnings_and_refuse_nothing(text, row: str, says: str) -> None:
    reading = rosters.read(text(f"NIP;NAMA;STATUS;PANGKAT\n{row}\n"), unit=UNIT, on=date(2026, 1, 1))
    (warning,) = reading.warnings
    assert says in warning.message
    assert "Menikah" not in warning.message
    assert len(reading.rows) == 1


def test_units_by_path(text) -> None:
    reading = rosters.read(
        text("""
            NIP BARU;NAMA;UNOR NAMA;UNOR INDUK NAMA
            198001012005011001;A SATU;Subbag Umum - Bagian Umum;Bagian Umum
            198001012005011002;A DUA;Subbag Umum - Bagian Umum;Sekretariat Daerah
            198001012005011003;A TIGA;-;Sekretariat Daerah
        """)
    )
    assert [row.unit for row in reading.rows] == [
        ("Bagian Umum", "Subbag Umum"),
        ("Sekretariat Daerah", "Bagian Umum", "Subbag Umum"),
        ("Sekretariat Daerah",),
    ]


def test_sections_titles_and_the_unit_of_the_officer(text) -> None:
    lines = """
        DAFTAR PEGAWAI;;
        UNIT KERJA : Dinas Judul;;
        NO;NIP;NAMA
        (1);(2);(3)
        1;198001012005011001;A SATU
        A. BIDANG MUTASI;;
        NO;NIP;NAMA
        2;198001012005011002;A DUA
        ;;
        4;;

        3;198001012005011003;A TIGA
        JUMLAH;3;
        ;;Medan, 4 Maret 2019
        ;;KEPALA DINAS
        ;;NAMA KEPALA
        ;;NIP. 19690101 199003 1 001
    """
    reading = rosters.read(text(lines), unit=UNIT)
    assert [row.unit for row in reading.rows] == [("Dinas Judul",), *[("Dinas Judul", "BIDANG MUTASI")] * 2]
    assert reading.read == 3
    reading = rosters.read(text("NIP;NAMA\n198001012005011001;A SATU\n"), unit=("Induk", "Anak"))
    assert reading.rows[0].unit == ("Induk", "Anak")


def test_sums_and_signatures_between_sections_end_nothing(text) -> None:
    reading = rosters.read(
        text("""
            NO;NIP;NAMA
            I. DINAS A;;
            1;198001012005011001;A SATU
            ;JUMLAH;1 orang
            II. DINAS B;;
            1;198001012005011002;A DUA
            Mengetahui,;;
            KEPALA DINAS B;;
            ;NIP. 19690101 199003 1 001;
            ;a;b
            III. DINAS C;;
            1;198001012005011003;A TIGA
            Catatan: selesai;;
            2;198001012005011004;A EMPAT
        """)
    )
    assert [row.unit for row in reading.rows] == [("DINAS A",), ("DINAS B",), ("DINAS C",), ("DINAS C",)]
    assert reading.read == 4


def test_without_numbers_a_section_is_known_by_its_words(text) -> None:
    reading = rosters.read(
        text("""
            NAMA;NIP;JABATAN
            DINAS PENDIDIKAN;;
            A SATU;198001012005011001;Guru
            BUDI UJI;;
            A DUA;198001012005011002;Guru
            ;198001012005011003;
            ;;

            NAMA KEPALA;;
            NIP. 19690101 199003 1 001;;
        """)
    )
    assert [(row.profile.name, row.unit) for row in reading.rows] == [
        ("A SATU", ("DINAS PENDIDIKAN",)),
        ("A DUA", ("DINAS PENDIDIKAN",)),
    ]
    assert [fault.place.row for fault in reading.refused] == [4, 6]


def test_cells_merged_downwards(book) -> None:
    rows = [
        ["NAMA", "NIP", "UNIT"],
        ["A SATU", "198001012005011001", "DINAS A"],
        ["", "", ""],
        ["A DUA", "198001012005011002", ""],
    ]
    reading = rosters.read(book(rows, merge=["A2:A3", "B2:B3", "C2:C4"]))
    assert [(row.profile.name, row.unit) for row in reading.rows] == [("A SATU", ("DINAS A",)), ("A DUA", ("DINAS A",))]
    assert reading.read == 2


def test_the_user_says_which_column_is_which(text) -> None:
    path = text("Kode;Nama;Tempat\n198001012005011001;A SATU;Dinas A\n")
    reading = rosters.read(path, mapping={"kode": "NIP", "TEMPAT": "unit kerja"})
    assert (reading.rows[0].profile.nip, reading.rows[0].unit) == ("198001012005011001", ("Dinas A",))
    with pytest.raises(Refused, match='--map: there is no field "alamat"; the fields are NO, NIP, NAMA'):
        rosters.read(path, mapping={"Kode": "alamat"})
    with pytest.raises(Refused, match=r'--map: berkas\.csv has no heading "Nomor"; its headings are "Kode", "Nama"'):
        rosters.read(path, mapping={"Kode": "NIP", "Nomor": "NIP"})


def test_other_sheets_are_named(tmp_path) -> None:
    import openpyxl

    workbook = openpyxl.Workbook()
    page, notes, empty = workbook.active, workbook.create_sheet("Catatan"), workbook.create_sheet("Kosong")
    assert page is not None
    page.append(["NIP", "NAMA", "UNIT"])
    page.append(["198001012005011001", "A SATU", "A"])
    notes.append(["hubungi operator"])
    empty.append([None])
    more = workbook.create_sheet("Lain")
    more.append(["NIP", "NAMA", "UNIT"])
    more.append(["198001012005011001", "A SATU", "A"])
    workbook.save(tmp_path / "a.xlsx")
    reading = rosters.read(tmp_path / "a.xlsx")
    (warning,) = reading.warnings
    assert (warning.place.sheet, warning.message) == (
        "Catatan",
        "this sheet was not read: no headings were found on it",
    )
    (fault,) = reading.refused
    assert fault.place.sheet == "Lain"
    assert "row 2" in fault.message
