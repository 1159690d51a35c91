"""What a notice says, word for word, and what it never says."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from publish_values import OFFICE, SILENT, named, notice

from attendance.publish.notices import text
from attendance.rules.kinds import Kind
from attendance.rules.notices import Group, Named, Silent
from attendance.rules.periods import month

BUDI = Group("Inspektorat", named("BUDI SANTOSO, S.E.", "ANI"))


def flowing(value):
    """The words without the lines."""
    return " ".join(value.split())


def test_a_whole_notice():
    groups = (BUDI, Group("Bagian Agama", (Named("CICI", "011", 3, 4), Named("CICI", "012", 4, 4))))
    assert text(notice(*groups, silent=SILENT, signatory=None)) == (
        """\
                           PEMERINTAH KOTA CONTOH
           BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA
              Jalan Kapten Rekaan Nomor 12, Kota Contoh 20112
              Telepon (061) 555012, Laman bkpsdm.contoh.go.id
============================================================================

                                 PENGUMUMAN
                          NOMOR 800.1.6.2/417/2019

                                  TENTANG

DAFTAR APARATUR SIPIL NEGARA YANG TIDAK MENGIKUTI APEL PAGI TANPA KETERANGAN
                        PERIODE 4 S.D. 8 MARET 2019

Dasar:
1. Peraturan Pemerintah Nomor 53 Tahun 2010 tentang Disiplin Pegawai Negeri
   Sipil;
2. Peraturan Wali Kota Contoh Nomor 7 Tahun 2018 tentang Apel Pagi.

Berdasarkan rekapitulasi daftar hadir apel pagi periode 4 s.d. 8 Maret 2019
(4 kali apel, yaitu tanggal 4, 5, 6 dan 8 Maret 2019), dengan ini diumumkan
4 orang Aparatur Sipil Negara yang tidak mengikuti apel pagi tanpa
keterangan pada periode tersebut, sebagai berikut:

No.  Nama                                                 Jumlah tidak hadir
----------------------------------------------------------------------------
Inspektorat
1.   BUDI SANTOSO, S.E.                                        4 dari 4 apel
2.   ANI                                                       4 dari 4 apel
Bagian Agama
3.   CICI (NIP berakhiran 011)                                 3 dari 4 apel
4.   CICI (NIP berakhiran 012)                                 4 dari 4 apel
----------------------------------------------------------------------------

1. Unit kerja berikut belum menyampaikan daftar hadir yang disahkan oleh
   kepala unit:
   -  Bagian Umum (4 dan 5 Maret 2019)
   -  Bagian Tata Pemerintahan (4, 5, 6 dan 8 Maret 2019)
   Karena itu, tidak seorang pun pegawai unit tersebut dicantumkan dalam
   daftar ini.
2. Pegawai yang berkeberatan atas data dalam pengumuman ini dapat mengajukan
   koreksi secara tertulis, disertai bukti, kepada pengelola kepegawaian
   pada unit kerja masing-masing paling lambat hari Senin, 18 Maret 2019.
3. Pengumuman ini dilepas dari papan pada hari Selasa, 26 Maret 2019.

Demikian pengumuman ini disampaikan untuk diketahui.

                                      Dikeluarkan di Kota Contoh
                                      pada tanggal 12 Maret 2019
                                      ..................................



                                      ..................................

Jurnal nomor 1207, sidik 3f9a0c17 b2d84e65 a1c0ffee 90d1e2f3 a4b5c6d7
e8f90123 456789ab cdef0042
"""
    )


def test_never_is_said_only_where_it_is_true_of_everyone():
    assert "YANG TIDAK PERNAH MENGIKUTI APEL PAGI PERIODE" in flowing(text(notice(BUDI)))
    assert "yang tidak pernah mengikuti apel pagi dan tidak menyampaikan keterangan" in flowing(text(notice(BUDI)))
    some = Group("Bagian Agama", named("CICI", absent=3))
    assert "TIDAK PERNAH" not in text(notice(BUDI, some))


@pytest.mark.parametrize(
    ("kind", "title", "figure"),
    [
        (Kind.APEL_GABUNGAN, "TIDAK PERNAH MENGIKUTI APEL GABUNGAN", "4 dari 4 apel"),
        (Kind.UPACARA, "TIDAK PERNAH MENGIKUTI UPACARA", "4 dari 4 upacara"),
        (Kind.KERJA, "TIDAK PERNAH MASUK KERJA", "4 dari 4 hari kerja"),
    ],
)
def test_each_kind_has_its_words(kind, title, figure):
    shown = text(notice(BUDI, kind=kind))
    assert title in flowing(shown)
    assert figure in shown


def test_the_working_day_is_counted_in_days():
    assert "daftar hadir kerja periode 4 s.d. 8 Maret 2019 (4 hari kerja, yaitu tanggal" in flowing(
        text(notice(BUDI, kind=Kind.KERJA))
    )


def test_nobody_on_the_list_is_nihil():
    shown = flowing(text(notice()))
    assert "diumumkan bahwa tidak ada Aparatur Sipil Negara yang tidak pernah mengikuti apel pagi (NIHIL)." in shown
    assert "Jumlah tidak hadir" not in shown


def test_nobody_can_be_named_while_units_have_not_reported():
    shown = flowing(text(notice(silent=SILENT, provisional=True)))
    assert "diumumkan bahwa belum ada nama yang dapat dicantumkan; unit kerja yang disebut di bawah ini" in shown
    assert "NIHIL" not in shown


def test_many_days_are_counted_and_not_named():
    march = month(2019, 3)
    days = tuple(march.first + timedelta(days=i) for i in range(20))
    shown = flowing(text(notice(BUDI, period=march, days=days, silent=(Silent("Bagian Umum", days),))))
    assert "periode Maret 2019 (20 kali apel), dengan" in shown
    assert "- Bagian Umum (20 hari)" in shown


def test_a_provisional_notice_says_so_in_title_and_stamp():
    shown = text(notice(BUDI, silent=SILENT, provisional=True))
    assert "SEMENTARA" in [line.strip() for line in shown.splitlines()]
    assert "DAFTAR SEMENTARA APARATUR SIPIL NEGARA" in flowing(shown)


def test_what_is_not_configured_is_left_open():
    shown = text(notice(BUDI, number="", basis=(), office=replace(OFFICE, place="", agency="")))
    assert "NOMOR ......" in shown
    assert "Dasar:" not in shown
    assert "Dikeluarkan di ......" in shown


def test_the_signatory_has_no_nip_unless_the_office_wants_it():
    assert "NIP" not in text(notice(BUDI))
    assert "NIP. 19681112 199403 2 002" in text(notice(BUDI), signatory_nip=True)


def test_names_cannot_steer_a_terminal_and_long_ones_are_wrapped():
    shown = text(notice(Group("Inspektorat\x1b[2J", named("BUDI\x1b]0;x", "NAMA " * 16))))
    assert "\x1b" not in shown
    assert r"BUDI\x1b]0;x" in shown
    assert shown.count("NAMA") == 16
    assert max(map(len, shown.splitlines())) <= 76


def test_the_dates_of_correction_and_removal():
    shown = flowing(text(notice(BUDI, correct_by=date(2019, 3, 29), remove_on=date(2019, 4, 1))))
    assert "paling lambat hari Jumat, 29 Maret 2019." in shown
    assert "dilepas dari papan pada hari Senin, 1 April 2019." in shown
