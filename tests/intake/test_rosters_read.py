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


HEAD = ("NO", "NAMA", "NIP", "GOL", "JABATAN")
NIPS = ("198001012005011001", "198102022006042002", "199003032015031003")


def person(number: int, name: str, nip: str, *more: object) -> tuple[object, ...]:
    return (number, name, nip, "III/c", "Analis", *more)


A, B, C = (person(1, name, nip) for name, nip in zip(("SITI", "AHMAD", "RINA"), NIPS, strict=True))


def units(reading: rosters.Roster) -> list[str]:
    return [" / ".join(row.unit) for row in reading.rows]


def test_a_unit_that_is_called_one_may_stand_in_several_cells(book) -> None:
    rows = [("UNIT KERJA", ":", "DINAS A"), HEAD, A, ("OPD", ":", "DINAS B"), B, ("I", "DINAS C (1 orang)"), C]
    assert units(rosters.read(book(rows))) == ["DINAS A", "DINAS B", "DINAS C"]
    rows = [HEAD, ("UNIT KERJA : 198001012005011001",), A]
    reading = rosters.read(book(rows), unit=UNIT)
    assert units(reading) == ["Dinas Contoh"]


def test_two_lines_of_units_without_anybody_between(book) -> None:
    rows = [HEAD, ("I. DINAS A",), ("A. SEKRETARIAT",), A, ("II. DINAS B",), ("A. SEKRETARIAT",), B]
    assert units(rosters.read(book(rows))) == ["DINAS A / SEKRETARIAT", "DINAS B / SEKRETARIAT"]


def test_lines_that_are_no_unit(book) -> None:
    rows = [HEAD, ("I. DINAS A",), ("GOLONGAN III",), A, ("*) per 31 Desember",), B, ("B. PPPK",), C]
    reading = rosters.read(book(rows))
    assert units(reading) == ["DINAS A"] * 3
    assert [warning.message.split(",")[0] for warning in reading.warnings] == ["the status is PPPK"]
    assert reading.rows[2].profile.status is Status.PNS  # the digits of the NIP say so


def test_a_line_that_may_be_a_unit_is_said_once_and_a_name_alone_is_somebody(book) -> None:
    rows = [
        HEAD,
        ("RUMPUN KHUSUS",),
        A,
        B,
        (None, "UDIN HONORER"),
        C,
        ("DINAS A",),
        person(4, "EKO", "197806062003121006"),
    ]
    reading = rosters.read(book(rows), unit=UNIT)
    assert units(reading) == [*["RUMPUN KHUSUS"] * 3, "DINAS A"]
    assert [(w.place.row, "RUMPUN KHUSUS" in w.message) for w in reading.warnings] == [(2, True)]
    assert [(fault.place.row, fault.message) for fault in reading.refused] == [
        (5, "there is no NIP; write its 18 digits as text")
    ]
    assert rosters.read(book(rows), unit=UNIT, known={"rumpun khusus"}).warnings == ()


def test_a_part_of_a_unit_that_is_not_named_is_refused(book) -> None:
    rows = [HEAD, ("SEKRETARIAT",), A]
    (fault,) = rosters.read(book(rows)).refused
    assert 'the line "SEKRETARIAT" above names a part of a unit' in fault.message
    assert units(rosters.read(book(rows), unit=("DINAS A",))) == ["DINAS A / SEKRETARIAT"]
    assert units(rosters.read(book(rows), unit=("SEKRETARIAT",))) == ["SEKRETARIAT"]


def test_a_list_that_begins_anew_behind_a_signature(book) -> None:
    end = [(), ("Kota Contoh, 2 Januari 2026",), ("KEPALA DINAS A",), ("NIP. 196901011990031001",), ()]
    named = [("UNIT KERJA : DINAS A",), HEAD, A, *end, ("BPKAD",), HEAD, B]
    reading = rosters.read(book(named))
    assert (units(reading), reading.warnings) == (["DINAS A", "BPKAD"], ())
    unnamed = [("UNIT KERJA : DINAS A",), HEAD, A, *end, ("DAFTAR PEGAWAI",), HEAD, B, *end, HEAD, C]
    reading = rosters.read(book(unnamed))
    assert units(reading) == ["DINAS A"] * 3
    assert [w.message.split(";")[0] for w in reading.warnings] == [
        "a list begins anew here, and no unit is named above it"
    ] * 2
    unknown = [HEAD, A, *end, HEAD, B]
    assert "no unit is named" in rosters.read(book(unknown)).refused[0].message


def test_the_letterhead_is_proposed_and_the_name_of_a_sheet_is_believed(book) -> None:
    rows = [("PEMERINTAH KOTA CONTOH",), ("DINAS A",), HEAD, A]
    assert '--unit "DINAS A"' in rosters.read(book(rows)).refused[0].message
    assert units(rosters.read(book([HEAD, A], sheet="DINAS B"))) == ["DINAS B"]
    assert rosters.read(book([HEAD, A], sheet="DINAS YANG NAMANYA PANJANG SEKA")).rows == ()
    assert rosters.read(book([HEAD, A], sheet="BIDANG A")).rows == ()


def test_an_empty_cell_under_the_unit_is_doubtful_where_others_are_filled(book) -> None:
    rows = [("UNIT KERJA : DINAS X",), (*HEAD, "UNIT KERJA"), (*A, "Bidang A"), B, (*C, "-")]
    reading = rosters.read(book(rows))
    assert units(reading) == ["DINAS X / Bidang A", "DINAS X", "DINAS X"]
    assert [w.place.row for w in reading.warnings] == [4, 5]


@pytest.mark.parametrize(
    ("unit", "parent", "path"),
    [
        ("SUBBAG C", "SETDA / BAGIAN B", "SETDA / BAGIAN B / SUBBAG C"),
        ("BAGIAN B / SUBBAG C", "SETDA / BAGIAN B", "SETDA / BAGIAN B / SUBBAG C"),
        ("DINAS A", "DINAS A", "DINAS A"),
        ("SETDA", "SETDA / BAGIAN B", "SETDA"),
        ("-", "DINAS A", "DINAS A"),
    ],
)
def test_a_parent_of_its_own_column(text, unit: str, parent: str, path: str) -> None:
    reading = rosters.read(text(f"NIP;NAMA;UNIT KERJA;UNIT INDUK\n{NIPS[0]};SITI;{unit};{parent}\n"))
    assert units(reading) == [path]


def test_units_that_contradict_each_other_or_are_none(text) -> None:
    lines = f"""
        NIP;NAMA;UNOR NAMA;UNOR INDUK
        {NIPS[0]};SITI;SEKRETARIAT - DINAS A;DINAS B
        {NIPS[1]};AHMAD;1.03.01;
        {NIPS[2]};RINA;III/c;
    """
    reading = rosters.read(text(lines))
    assert [fault.message.split(";")[0] for fault in reading.refused] == [
        'the unit says "DINAS A" and its parent says "DINAS B"',
        'the unit reads "1.03.01", which is no name of a unit',
        'the unit reads "III/c", which is no name of a unit',
    ]


def test_the_status_by_the_sheet_and_by_its_title(book) -> None:
    pppk = person(1, "DEWI", "198505052023211005")
    for sheet, title, status in (
        ("PPPK Paruh Waktu", "", Status.PPPK_PW),
        ("Sheet1", "DAFTAR PPPK PARUH WAKTU", Status.PPPK_PW),
        ("PPPK_PW", "", Status.PPPK_PW),
        ("PNS dan PPPK", "", Status.PPPK),
        ("PPPK", "", Status.PPPK),
    ):
        (row,) = rosters.read(book([(title,), HEAD, pppk], sheet=sheet), unit=UNIT).rows
        assert (row.profile.status, row.supposed) == (status, () if status is Status.PPPK_PW else ("status",))
    (row,) = rosters.read(book([HEAD, A], sheet="CPNS"), unit=UNIT).rows
    assert (row.profile.status, row.supposed) == (Status.CPNS, ())


def test_what_siasn_writes_as_a_status(text) -> None:
    lines = f"""
        NIP BARU;NAMA;STATUS CPNS PNS;KEDUDUKAN HUKUM NAMA;UNOR NAMA
        {NIPS[0]};SITI;P;Aktif;DINAS A
        {NIPS[1]};AHMAD;C;Aktif;DINAS A
        198505052023211005;DEWI;P;PPPK Paruh Waktu Aktif;DINAS A
        {NIPS[2]};RINA;P;Pensiun;DINAS A
    """
    reading = rosters.read(text(lines))
    assert [row.profile.status for row in reading.rows] == [Status.PNS, Status.CPNS, Status.PPPK_PW]
    assert 'the row says "pensiun"' in reading.refused[0].message
    assert reading.warnings == ()


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (f"{NIPS[0]};SITI (pensiun);Analis;;A", 'the row says "pensiun"'),
        (f"{NIPS[0]};SITI [pindah ke provinsi];Analis;;A", 'the row says "pindah ke provinsi"'),
        (f"{NIPS[0]};SITI;Analis;BUP 2026;A", 'the row says "bup 2026"'),
        (f"{NIPS[0]};SITI 08123456;Analis;;A", 'the name "SITI 08123456" holds a number'),
        (f"{NIPS[0]};SITI, S.E. Medan 1980;Analis;;A", "holds a number"),
        (f"{NIPS[0]};SITI NIK 1271010101800001;Analis;;A", "look like a NIK"),
        (f"{NIPS[0]};SITI;NIK 1271010101800001;;A", "look like a NIK"),
        (f"{NIPS[0]};SITI;III/c;;A", 'the position reads "III/c", which is none'),
        (f"{NIPS[0]};SITI;{NIPS[1]};;A", "which is none; see whether the columns have shifted"),
        ("198001012005011000;SITI;Analis;;A", "ends in 000"),
        ("-;SITI;Analis;;A", "or delete the row if this is nobody of the ASN"),
    ],
)
def test_rows_that_are_refused(text, row: str, says: str) -> None:
    reading = rosters.read(text(f"NIP;NAMA;JABATAN;KET;UNIT KERJA\n{row}\n"))
    assert says in reading.refused[0].message
    assert "1271" not in reading.refused[0].message
    assert reading.rows == ()


def test_names_in_brackets_that_are_still_there(text) -> None:
    reading = rosters.read(text(f"NIP;NAMA;KET;UNIT KERJA\n{NIPS[0]};1. SITI (LILI);pindahan 2020;A\n"))
    assert reading.rows[0].profile.name == "SITI (LILI)"


def test_an_old_nip_beside_a_new_one(text) -> None:
    lines = f"""
        NIP;NIP BARU;NAMA;UNIT KERJA
        131234567;{NIPS[0]};SITI;A
        {NIPS[1]};{NIPS[1]};AHMAD;A
        {NIPS[2]};{NIPS[0]};RINA;A
        131234567;-;BUDI;A
    """
    reading = rosters.read(text(lines))
    assert [row.profile.nip for row in reading.rows] == list(NIPS[:2])
    assert [fault.message.split(";")[0] for fault in reading.refused] == [
        "two columns hold different NIPs",
        '"131234567" is an old NIP of 9 digits',
    ]
    both = rosters.read(text(f"NIP/KARPEG;NAMA;UNIT KERJA\n{NIPS[0]} / N.123456;SITI;A\n{NIPS[1]}/{NIPS[2]};X;A\n"))
    assert [row.profile.nip for row in both.rows] == [NIPS[0]]
    assert len(both.refused) == 1


def test_the_nip_on_the_row_below(book) -> None:
    one = [("NO", "NAMA / NIP", "JABATAN"), (1, "SITI", "Analis"), (None, f"NIP. {NIPS[0]}"), (2, "AHMAD", "Analis")]
    two = [("NO", "NAMA", "NIP", "JABATAN"), (1, "SITI", None, "Analis"), (None, NIPS[0]), (2, "AHMAD", NIPS[1], "x")]
    for rows, refused in ((one, 1), (two, 1)):
        reading = rosters.read(book(rows), unit=UNIT)
        assert (reading.rows[0].profile.nip, reading.rows[0].profile.name) == (NIPS[0], "SITI")
        assert len(reading.refused) == refused or len(reading.rows) == 2
    other = [("NO", "NAMA / NIP", "JABATAN"), (1, "SITI", "Analis"), (), (None, NIPS[0], "x")]
    assert rosters.read(book(other), unit=UNIT).rows == ()
    twice = [("NO", "NAMA / NIP", "JABATAN"), (1, f"SITI {NIPS[1]}", "Analis"), (None, NIPS[0])]
    assert [row.profile.nip for row in rosters.read(book(twice), unit=UNIT).rows] == [NIPS[1]]


def test_lists_without_headings_say_what_was_taken_for_what(text) -> None:
    lines = "DAFTAR\nPria;Medan;{};SITI REKAAN, S.E.;Dinas A\nWanita;Binjai;{};AHMAD CONTOH;Dinas A\n"
    reading = rosters.read(text(lines.format(*NIPS)))
    assert [(row.profile.name, row.unit) for row in reading.rows] == [
        ("SITI REKAAN", ("Dinas A",)),
        ("AHMAD CONTOH", ("Dinas A",)),
    ]
    assert 'C = NIP, D = NAMA ("SITI REKAAN, S.E."), E = UNIT KERJA' in reading.warnings[0].message
    wide = ";" * 27 + "{};SITI REKAAN\n" + ";" * 27 + "{};AHMAD CONTOH\n"
    assert "AB = NIP, AC = NAMA" in rosters.read(text(wide.format(*NIPS)), unit=UNIT).warnings[0].message
    for unclear in ("ANI BUDI;{};SITI CONTOH\nEKO DEDI;{};RINA CONTOH\n", "Pria;{}\nWanita;{}\n"):
        with pytest.raises(Refused, match="no row of headings"):
            rosters.read(text(unclear.format(*NIPS)), unit=UNIT)


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        ("NIP;NAMA;TANGGAL;KODE;JABATAN\n1;A;2026-01-05;H;x\n", "a roll; it goes in with apel roll import"),
        ("NO;NAMA;NIP;1;2;3\n1;A;B;H;H;TK\n", "a roll"),
        ("NO;NAMA;NIP;Sen 5;Sel 6;Rab 7\n1;A;B;H;H;TK\n", "a roll"),
        ("NO;NAMA;JABATAN;TANDA TANGAN APEL PAGI\n1;A;B;\n", "a roll"),
        ("DAFTAR HADIR APEL;;\nNO;NAMA;NIP\n1;A;B\n", "a roll"),
        ("NAMA;TANGGAL;KODE\nA;2026-01-05;H\n", "a roll"),
        ("NIP;NAMA;JENIS;MULAI;SELESAI\n1;A;S;2026-01-05;2026-01-06\n", "a list of letters"),
        ("PIN;NIP;NAMA\n7;1;A\n", "a list of PINs"),
        ("NO;NIP;NAMA;SCAN MASUK\n1;1;A;07:00\n", "a log of a fingerprint machine"),
        ("No;TMNo;EnNo;Name\n1;1;1;A\n", "a log of a fingerprint machine"),
        ("7\t2026-01-05 07:00:00\t1\t0\t1\t0\n", "a log of a fingerprint machine"),
        ("UNIT;MULAI;PENANDATANGAN\nA;2026-01-05;B\n", "a list of signatures"),
        ("TANGGAL;JENIS;NAMA\n2026-01-01;libur;Tahun Baru\n", "a calendar"),
    ],
)
def test_another_file_is_sent_to_its_own_command(text, lines: str, what: str) -> None:
    with pytest.raises(Refused, match=f"no roster but {what}"):
        rosters.read(text(lines))


def test_rosters_are_not_taken_for_rolls(text) -> None:
    lines = f"DAFTAR HADIR;;;\nNIP;NAMA;UNIT KERJA;TTD\n{NIPS[0]};SITI;A;\n"
    assert len(rosters.read(text(lines)).rows) == 1


def test_damaged_nips_are_proposed_and_confirmed_one_by_one(book, text) -> None:
    known = {"SITI": (NIPS[0],), "AHMAD": (NIPS[1],)}
    rows = [
        HEAD,
        person(1, "SITI", 198001012005011001),
        person(2, "Ahmad", "1,98102E+17"),
        C,
        person(4, "RINA", NIPS[2][:17]),
    ]  # type: ignore[arg-type]
    path = book(rows)
    reading = rosters.read(path, unit=UNIT, people=known)
    assert [(one.place.row, one.name, one.nips) for one in reading.proposals] == [
        (2, "SITI", (NIPS[0],)),
        (3, "Ahmad", (NIPS[1],)),
        (5, "RINA", (NIPS[2],)),  # known by the row above
    ]
    assert reading.refused[0].message.endswith(f"take it with --confirm 2={NIPS[0]}")
    taken = rosters.read(path, unit=UNIT, people=known, confirmed={(None, 2): NIPS[0], ("Sheet1", 4): NIPS[2]})
    assert [row.profile.nip for row in taken.rows] == [NIPS[0], NIPS[2]]
    wrong = rosters.read(path, unit=UNIT, people=known, confirmed={(None, 3): NIPS[0], (None, 4): NIPS[0]})
    assert [fault.message.split(";")[0] for fault in wrong.refused][1:3] == [
        "the NIP of --confirm does not fit what stands in this row",
        "--confirm names another NIP than the one that stands in this row",
    ]
    with pytest.raises(Refused, match=r"--confirm 9: berkas\.xlsx has nobody in this row"):
        rosters.read(path, unit=UNIT, confirmed={(None, 9): NIPS[0]})
    with pytest.raises(Refused, match="--confirm PNS:2"):
        rosters.read(path, unit=UNIT, confirmed={("PNS", 2): NIPS[0]})
    nik = rosters.read(text("NIP;NAMA;UNIT\n1271010101800001;SITI;A\n;AHMAD;A\n"), people=known)
    assert nik.proposals == ()


def test_with_several_sheets_a_row_is_named_with_its_sheet(tmp_path) -> None:
    import openpyxl

    workbook = openpyxl.Workbook()
    for name in ("PNS", "PPPK Penuh"):
        page = workbook.create_sheet(name)
        page.append(["NIP", "NAMA", "UNIT"])
        page.append(
            [198001012005011001 if name == "PNS" else 198102022006042002, "SITI" if name == "PNS" else "AHMAD", "A"]
        )
    workbook.remove(workbook.worksheets[0])
    workbook.save(tmp_path / "a.xlsx")
    known = {"SITI": (NIPS[0],), "AHMAD": (NIPS[1],)}
    reading = rosters.read(tmp_path / "a.xlsx", people=known)
    assert [fault.message.rpartition("with ")[2] for fault in reading.refused] == [
        f"--confirm PNS:2={NIPS[0]}",
        f'--confirm "PPPK Penuh:2={NIPS[1]}"',
    ]
    confirmed = {("PNS", 2): NIPS[0], ("PPPK Penuh", 2): NIPS[1]}
    assert len(rosters.read(tmp_path / "a.xlsx", people=known, confirmed=confirmed).rows) == 2
    with pytest.raises(Refused, match="has several sheets; write SHEET:ROW=NIP"):
        rosters.read(tmp_path / "a.xlsx", people=known, confirmed={(None, 2): NIPS[0]})
