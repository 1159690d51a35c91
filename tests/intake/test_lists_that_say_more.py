"""Lists that say more than what is read of them: another person's columns, half a period, a remark that changes all."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest

from attendance.intake import calendars, invitations, letters, links, rosters, signatures

A, B, C = "198001012005011001", "199001012014022002", "198505052010011003"
LETTER = "NIP;NAMA;JENIS;MULAI;SELESAI"
UNIT = ("DINAS CONTOH",)


def days(reading) -> list[tuple[date, date]]:
    return [(letter.first, letter.last) for letter in reading.rows]


def said(reading) -> list[tuple[int, str]]:
    return [(fault.place.row, fault.message) for fault in reading.refused]


def doubted(reading) -> list[tuple[int, str]]:
    return [(fault.place.row, fault.message) for fault in reading.warnings]


@pytest.mark.parametrize(
    "head",
    [
        "NOMOR SURAT;TANGGAL;NIP;NAMA;JENIS;MULAI CUTI;SELESAI CUTI",
        "NOMOR SURAT;TANGGAL;NIP;NAMA;JENIS;DARI;S/D",
        "NOMOR SURAT;TGL;NIP;NAMA;JENIS;TMT;SAMPAI DENGAN",
    ],
)
def test_tanggal_beside_a_column_of_beginnings_is_the_date_of_the_letter(text, head: str) -> None:
    reading = letters.read(text(f"{head}\n850/1;2026-02-20;{A};BUDI;CT;2026-03-02;2026-03-04\n"))
    assert days(reading) == [(date(2026, 3, 2), date(2026, 3, 4))]
    assert [letter.dated for letter in reading.rows] == [date(2026, 2, 20)]
    assert reading.warnings == ()


def test_tanggal_alone_beside_the_number_of_the_letter_is_doubted(text) -> None:
    reading = letters.read(text(f"NOMOR SURAT;TANGGAL;NIP;NAMA;JENIS\n850/1;2026-02-20;{A};BUDI;I\n"))
    assert days(reading) == [(date(2026, 2, 20), date(2026, 2, 20))]
    assert [(row, "call it TANGGAL SURAT" in message) for row, message in doubted(reading)] == [(1, True)]
    assert letters.read(text(f"NIP;NAMA;JENIS;TANGGAL\n{A};BUDI;I;2026-02-20\n")).warnings == ()


def test_a_period_in_one_cell(text) -> None:
    head = "NIP;NAMA;JENIS;TANGGAL CUTI;SELESAI\n"
    reading = letters.read(
        text(
            head
            + f"{A};BUDI;CT;2 s.d. 6 Maret 2026;\n{B};ANI;CT;28 Februari sampai dengan 3 Maret 2026;-\n"
            + f"{C};CICI;CT;2 Maret 2026 - 6 Maret 2026;\n"
        )
    )
    assert days(reading) == [
        (date(2026, 3, 2), date(2026, 3, 6)),
        (date(2026, 2, 28), date(2026, 3, 3)),
        (date(2026, 3, 2), date(2026, 3, 6)),
    ]


@pytest.mark.parametrize(
    "words", ["6 s.d. 2 Maret 2026", "2-6/3/2026", "2, 4 dan 6 Maret 2026", "31 - 2 Februari 2026"]
)
def test_a_period_that_is_none_is_refused(text, words: str) -> None:
    assert "is no date" in said(letters.read(text(f"{LETTER}\n{A};BUDI;CT;{words};\n")))[0][1]


def test_a_period_in_one_cell_and_a_last_day_are_one_too_many(text) -> None:
    row = f"{A};BUDI;CT;2 s.d. 6 Maret 2026;2026-03-06"
    assert "is no date" in said(letters.read(text(f"{LETTER}\n{row}\n")))[0][1]


@pytest.mark.parametrize(
    ("length", "last", "says"),
    [
        ("7", "", 'it lasts "7", and there is no SELESAI'),
        ("5 hari kerja", "", "there is no SELESAI"),
        ("dua hari", "", "there is no SELESAI"),
        ("9 (sembilan) hari", "2026-03-09", "but from MULAI to SELESAI are only 8 days"),
    ],
)
def test_how_long_it_lasts_is_never_counted_on(text, length: str, last: str, says: str) -> None:
    reading = letters.read(text(f"{LETTER};LAMA (HARI)\n{A};BUDI;CT;2026-03-02;{last};{length}\n"))
    assert reading.rows == () and says in said(reading)[0][1]


@pytest.mark.parametrize(
    ("length", "last", "doubt"),
    [
        ("1", "", ""),
        ("1 hari", "", ""),
        ("8 hari", "2026-03-09", ""),
        ("6 hari kerja", "2026-03-09", ""),
        ("7", "2026-03-09", ""),
        ("5 hari", "2026-03-09", "check that SELESAI is the last day"),
        ("seminggu", "2026-03-09", "check that SELESAI is the last day"),
        ("", "2026-07-09", "check the year"),
    ],
)
def test_how_long_it_lasts_is_held_against_its_days(text, length: str, last: str, doubt: str) -> None:
    reading = letters.read(text(f"{LETTER};LAMA\n{A};BUDI;CT;2026-03-02;{last};{length}\n"))
    assert len(reading.rows) == 1
    assert [message for _row, message in doubted(reading) if doubt not in message] == []
    assert bool(reading.warnings) == bool(doubt)


def test_a_letter_of_more_than_ten_years_is_a_slip(text) -> None:
    reading = letters.read(text(f"{LETTER}\n{A};BUDI;TB;2026-03-02;2062-03-01\n{B};ANI;TB;2026-03-02;2030-03-01\n"))
    assert [(row, "check the year" in message) for row, message in said(reading)] == [(2, True)]
    assert (len(reading.rows), reading.warnings) == (1, ())


def test_the_day_on_which_he_is_back(text) -> None:
    head = "NIP;NAMA;JENIS;MULAI;SELESAI;MASUK KEMBALI\n"
    reading = letters.read(
        text(
            head
            + f"{A};BUDI;CT;2026-03-02;2026-03-06;2026-03-09\n{B};ANI;CT;2026-03-02;;2026-03-09\n"
            + f"{C};CICI;CT;2026-03-02;2026-03-09;2026-03-09\n"
        )
    )
    assert days(reading) == [(date(2026, 3, 2), date(2026, 3, 6)), (date(2026, 3, 2), date(2026, 3, 8))]
    assert [(row, "is the last day that still counts" in message) for row, message in said(reading)] == [(4, True)]


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("STATUS", "Ditolak"),
        ("PERSETUJUAN", "tidak disetujui"),
        ("STATUS PENGAJUAN", "Diproses"),
        ("DISETUJUI", "Tidak"),
        ("KETERANGAN", "DIBATALKAN"),
        ("KET", "cuti ditangguhkan"),
    ],
)
def test_a_letter_that_was_turned_down_excuses_nobody(text, head: str, words: str) -> None:
    reading = letters.read(text(f"{LETTER};{head}\n{A};BUDI;CT;2026-03-02;2026-03-03;{words}\n"))
    assert reading.rows == () and f'the row says "{words.lower()}"' in said(reading)[0][1]


def test_a_letter_that_was_granted(text) -> None:
    row = f"{A};BUDI;CT;2026-03-02;2026-03-03;Disetujui;menengok ibu, batal berangkat"
    assert len(letters.read(text(f"{LETTER};STATUS;KETERANGAN\n{row}\n")).rows) == 1


def test_columns_that_were_not_read_are_named(text) -> None:
    reading = letters.read(
        text(f"{LETTER};DARI JAM;JABATAN;NAMA ATASAN;PAGU\n{A};BUDI;I;2026-03-02;;13.00;Staf;ANI;-\n")
    )
    assert doubted(reading) == [
        (1, 'these columns were not read: "DARI JAM"; see whether one of them says something that counts')
    ]


def test_rows_that_a_filter_hides_are_said(book) -> None:
    path = book([LETTER.split(";"), (A, "BUDI", "CT", "2026-03-02", ""), (B, "ANI", "CT", "2026-03-02", "")])
    workbook = openpyxl.load_workbook(path)
    workbook.active.row_dimensions[3].hidden = True
    workbook.save(path)
    assert doubted(letters.read(path)) == [(3, "1 rows are hidden in the file, and were read all the same")]
    assert doubted(invitations.read(path)) == [(3, "1 rows are hidden in the file, and were read all the same")]


def test_people_of_a_roster_whom_a_filter_hides_are_said(book) -> None:
    path = book([("NIP", "NAMA", "GOL"), (A, "BUDI", "III/a"), (B, "ANI", "III/a")])
    workbook = openpyxl.load_workbook(path)
    workbook.active.row_dimensions[2].hidden = True
    workbook.save(path)
    assert doubted(rosters.read(path, unit=UNIT)) == [(2, "1 rows are hidden in the file, and were read all the same")]


def test_a_day_of_the_calendar_is_one_day_of_the_whole_office(text) -> None:
    reading = calendars.read(
        text("""
            TANGGAL;SAMPAI;HARI;JENIS;NAMA;BERLAKU UNTUK
            2026-04-06;2026-04-10;;tanpa-apel;Ramadan;
            2026-04-07;2026-04-07;Rabu;lokal;Hari jadi;
            2026-04-08;;Rabu;lokal;Hari jadi;Seluruh OPD
            2026-04-09;-;?;lokal;Hari jadi;Puskesmas Mawar
            21-22 Maret 2026;;;libur;Idul Fitri;
            18, 20 dan 23 Maret 2026;;;cuti-bersama;Idul Fitri;-
        """)
    )
    assert [day.day for day in reading.rows] == [date(2026, 4, 8)]
    assert [(row, message.split(";")[0]) for row, message in said(reading)] == [
        (2, "these are several days"),
        (3, '2026-04-07 is no "Rabu"'),
        (5, 'the day is for "Puskesmas Mawar" only, and a day of the calendar is for the whole office'),
        (6, "these are several days"),
        (7, "these are several days"),
    ]


def test_a_roll_that_is_not_signed_yet_stays_open(text) -> None:
    reading = signatures.read(
        text("""
            UNIT KERJA;JENIS;TANGGAL;SAMPAI TGL;PENANDATANGAN;SUDAH LAPOR
            DINAS SATU;apel pagi;2026-03-02;2026-03-06;BUDI;Sudah
            DINAS DUA;apel pagi;2026-03-02;;ANI;Belum
        """)
    )
    assert [(one.first, one.last) for one in reading.rows] == [(date(2026, 3, 2), date(2026, 3, 6))]
    assert [(row, 'the row says "belum"' in message) for row, message in said(reading)] == [(3, True)]


def test_pins_of_one_machine_for_good(text) -> None:
    reading = links.read(text(f"PIN;NIP;NAMA;MESIN\n1;{A};BUDI;Lobi\n2;{B};ANI;Gudang\n"))
    assert [row for row, message in said(reading) if "about several machines" in message] == [2, 3]
    one = links.read(text(f"PIN;NIP;NAMA;MESIN;SAMPAI;KET\n1;{A};BUDI;Lobi;;\n2;{B};ANI;lobi;2026-01-31;\n"))
    assert ([link.pin for link in one.rows], [row for row, _message in said(one)]) == (["1"], [3])
    assert "holds for some days only" in said(one)[0][1]
    gone = links.read(text(f"PIN;NIP;NAMA;KETERANGAN\n1;{A};BUDI;tidak aktif\n2;{B};ANI;baru\n"))
    assert [(row, 'the row says "tidak aktif"' in message) for row, message in said(gone)] == [(2, True)]


def test_columns_about_what_was_before_or_about_somebody_else(book) -> None:
    rows = [
        ("NO", "NAMA", "NIP", "JABATAN LAMA", "", "JABATAN BARU", "", "ATASAN", ""),
        ("", "", "", "JABATAN", "UNIT KERJA", "JABATAN", "UNIT KERJA", "NAMA", "NIP"),
        (1, "BUDI", A, "Staf", "DINAS SATU", "Kasi", "DINAS DUA", "ANI", B),
    ]
    (row,) = rosters.read(book(rows, merge=["D1:E1", "F1:G1", "H1:I1"])).rows
    assert (row.profile.nip, row.profile.name, row.profile.position, row.unit) == (A, "BUDI", "Kasi", ("DINAS DUA",))


def test_nip_and_name_as_groups_of_columns(book) -> None:
    rows = [
        ("NO", "NAMA", "", "", "NIP", "", "UNIT KERJA"),
        ("", "GELAR DEPAN", "NAMA", "GELAR BELAKANG", "LAMA", "BARU", ""),
        (1, "Drs.", "BUDI", "M.Si", "140 234 567", A, "DINAS SATU"),
        (2, "", "ANI", "", "", B, "DINAS SATU"),
    ]
    reading = rosters.read(book(rows, merge=["B1:D1", "E1:F1"]))
    assert [(row.profile.nip, row.profile.printed) for row in reading.rows] == [(A, "Drs. BUDI, M.Si"), (B, "ANI")]


def test_a_title_is_no_name_and_an_acting_post_no_part_of_it(text) -> None:
    reading = rosters.read(text(f"NIP;NAMA;JABATAN\n{A};Drs.;Staf\n{B};Plt. ANI;Camat\n"), unit=UNIT)
    assert said(reading) == [(2, "there is no name; write it")]
    assert [row.profile.printed for row in reading.rows] == ["ANI"]


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("KETERANGAN", "Telah meninggal dunia"),
        ("KET", "pindah ke Dinas Dua per 1 Maret 2026"),
        ("CATATAN", "Mutasi keluar"),
        ("STATUS", "Pensiun"),
        ("UNIT KERJA", "Pensiun"),
    ],
)
def test_who_is_no_longer_there(text, head: str, words: str) -> None:
    reading = rosters.read(text(f"NIP;NAMA;GOL;{head}\n{A};BUDI;III/a;{words}\n"), unit=UNIT)
    assert reading.rows == () and f'the row says "{words.lower()}"' in said(reading)[0][1]


def test_who_may_stand_elsewhere_is_doubted(text) -> None:
    rows = f"{A};BUDI;III/a;diperbantukan di KPU\n{B};ANI;III/a;Pindahan dari Dinas Dua\n{C};CICI;III/a;ketua tim\n"
    reading = rosters.read(text(f"NIP;NAMA;GOL;KET\n{rows}"), unit=UNIT)
    assert len(reading.rows) == 3
    assert [(row, "it was taken as one of DINAS CONTOH" in message) for row, message in doubted(reading)] == [
        (2, True),
        (3, True),
    ]


def test_a_sheet_of_those_who_left(book) -> None:
    reading = rosters.read(book([("NIP", "NAMA", "GOL"), (A, "BUDI", "III/a")], sheet="Pensiun_2025"), unit=UNIT)
    assert [(row, 'the sheet is called "Pensiun_2025"' in message) for row, message in said(reading)] == [(2, True)]


def test_a_line_of_those_who_left_holds_until_the_next(book) -> None:
    rows = [("NO", "NIP", "NAMA", "GOL"), ("PENSIUN TMT 1 MARET 2026",), (1, A, "BUDI", "III/a"), ("CLTN",)]
    reading = rosters.read(book([*rows, (2, B, "ANI", "III/a"), ("DINAS DUA",), (3, C, "CICI", "III/a")]), unit=UNIT)
    assert [(row, 'the line above says "pensiun tmt' in message) for row, message in said(reading)] == [(3, True)]
    assert [row.unit for row in reading.rows] == [UNIT, ("DINAS DUA",)]


def test_ditto_is_no_unit(text) -> None:
    reading = rosters.read(text(f"NIP;NAMA;UNIT KERJA\n{A};BUDI;DINAS SATU\n{B};ANI;idem\n{C};CICI;s.d.a\n"))
    assert [(row, "is no name of a unit" in message) for row, message in said(reading)] == [(3, True), (4, True)]


def test_parts_of_a_unit_that_were_not_read_are_named(text) -> None:
    reading = rosters.read(text(f"NIP;NAMA;UNIT KERJA;SUB UNIT KERJA\n{A};BUDI;DINAS SATU;Bidang P2P\n"))
    assert [(row, '"SUB UNIT KERJA"' in message) for row, message in doubted(reading)] == [(1, True)]


def test_a_group_numbered_as_the_units_ends_the_unit_above_it(book) -> None:
    head = [("UNIT KERJA : DINAS CONTOH",), ("NO", "NAMA", "NIP", "GOL")]
    rows = [("I", "UPTD PUSKESMAS MAWAR"), (1, "BUDI", A, "III/a")]
    apart = rosters.read(book([*head, *rows, ("II", "KELOMPOK JABATAN FUNGSIONAL"), (2, "ANI", B, "III/a")]))
    assert [row.unit for row in apart.rows] == [(*UNIT, "UPTD PUSKESMAS MAWAR"), UNIT]
    inside = [("I", "PEJABAT STRUKTURAL"), (2, "ANI", B, "III/a"), ("II", "STAF"), (3, "CICI", C, "III/a")]
    within = rosters.read(book([*head, *rows, *inside]))
    assert [row.unit for row in within.rows] == [(*UNIT, "UPTD PUSKESMAS MAWAR")] * 3


def test_a_second_period_in_the_row_is_refused(book) -> None:
    rows = [
        ("NIP", "NAMA", "JENIS", "PERIODE I", "", "PERIODE II", "", "ATASAN"),
        ("", "", "", "MULAI", "SELESAI", "MULAI", "SELESAI", "JENIS"),
        (A, "BUDI", "CT", "2026-03-02", "2026-03-03", "2026-03-09", "2026-03-10", "x"),
        (B, "ANI", "CT", "2026-03-02", "2026-03-03", "-"),
        (C, "CICI", "CT", "2026-03-02", "2026-03-03"),
    ]
    reading = letters.read(book(rows, merge=["D1:E1", "F1:G1"]))
    assert said(reading) == [(3, 'the row tells a second period ("2026-03-09"); write it in a row of its own')]
    assert [letter.nip for letter in reading.rows] == [B, C]


def test_a_sheet_of_letters_that_were_turned_down(book) -> None:
    reading = letters.read(book([LETTER.split(";"), (A, "BUDI", "CT", "2026-03-02", "")], sheet="Batal"))
    assert [(row, 'the row says "batal"' in message) for row, message in said(reading)] == [(2, True)]


def test_a_letter_that_takes_the_place_of_another(text) -> None:
    rows = f"{A};BUDI;CT;2026-03-02;2026-03-04;Ralat, menggantikan 850/1\n{B};ANI;CT;2026-03-02;;perubahan hari libur\n"
    reading = letters.read(text(f"{LETTER};KET\n{rows}"))
    assert len(reading.rows) == 2
    assert [(row, "counts on until it is taken back" in message) for row, message in doubted(reading)] == [(2, True)]


@pytest.mark.parametrize(
    ("name", "odd"),
    [
        ("KARTIKA - Plt Kabid", True),
        ("DEDI *", True),
        ("Sdr. BUDI", True),
        ("SIREGAR, AHMAD, S.E.", True),
        ("JOKO (Tugas Belajar)", True),
        ("BUDI, S.E., M.M (Camat)", True),
        ("IBUNDA SARI", False),
        ("Drs. H. BUDI", False),
        ("BUDI, SKM", False),
        ("SITI AISYAH BR. GINTING, NERS", False),
        ("MHD. BUDI NUR'AINI", False),
        ("ANI-ANI", False),
    ],
)
def test_names_with_what_is_no_part_of_them(text, name: str, odd: bool) -> None:
    reading = rosters.read(text(f"NIP;NAMA;GOL\n{A};{name};III/a\n"), unit=UNIT)
    assert [(row, "take out what is no part of it" in message) for row, message in doubted(reading)] == [
        (2, True)
    ] * odd


def test_a_title_of_another_government(book) -> None:
    rows = [
        ("PEMERINTAH KAB. SEBELAH",),
        ("PEMERINTAH KOTA LAIN",),
        ("NO", "NIP", "NAMA", "GOL"),
        (1, A, "BUDI", "III/a"),
    ]
    office = "Pemerintah Kota Contoh"
    (doubt,) = rosters.read(book(rows), unit=UNIT, office=office).warnings
    assert (doubt.place.row, "and this office is" in doubt.message) == (1, True)
    assert rosters.read(book([("Pemerintah Kota  CONTOH",), *rows[2:]]), unit=UNIT, office=office).warnings == ()
    assert rosters.read(book(rows), unit=UNIT).warnings == ()
