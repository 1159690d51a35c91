"""Calendars, invitations, links and signatures."""

from __future__ import annotations

from datetime import date

from attendance.intake import calendars, invitations, links, signatures
from attendance.rules.days import DayKind
from attendance.rules.kinds import Kind

A, B = "198001012005011001", "199001012024211002"


def test_a_calendar(text) -> None:
    reading = calendars.read(
        text("""
            TANGGAL;JENIS;NAMA;SUMBER
            2019-03-07;libur;Nyepi;SKB 3 Menteri
            24 Desember 2019;Cuti Bersama;Natal;SKB 3 Menteri
            2019-03-12;tanpa apel;Hujan;Nota Sekda
            2019-03-13;pesta;;
            ;lokal;;
            2019-03-07;libur;Nyepi;SKB 3 Menteri
        """)
    )
    assert [(day.day, day.sort, day.name, day.source) for day in reading.rows] == [
        (date(2019, 3, 7), DayKind.LIBUR, "Nyepi", "SKB 3 Menteri"),
        (date(2019, 12, 24), DayKind.CUTI_BERSAMA, "Natal", "SKB 3 Menteri"),
        (date(2019, 3, 12), DayKind.TANPA_APEL, "Hujan", "Nota Sekda"),
    ]
    assert [fault.message.split(";")[0] for fault in reading.refused] == [
        '"pesta" is no kind of day',
        "there is no date",
        "the same day stands in row 2 too",
    ]
    assert reading.read == 6


def test_invitations(text) -> None:
    reading = invitations.read(text(f"NIP;NAMA\n{A};BUDI\n{B};\n{A};BUDI\nx;ANI\n"))
    assert [(each.nip, each.name, each.place.row) for each in reading.rows] == [(A, "BUDI", 2), (B, "", 3)]
    assert [(fault.place.row, fault.message.split(";")[0]) for fault in reading.refused] == [
        (4, "the same person stands in row 2 already"),
        (5, '"x" is not a NIP'),
    ]
    assert reading.read == 4


def test_links(book) -> None:
    rows = [["No", "No. ID", "Nama", "NIP"], [1, 12.0, "BUDI", A], [2, "0034", "BUDI", A], [3, "12", "SITI", B]]
    rows += [[4, None, "SITI", B], [5, "7-8", "ANI", "x"], [6, "0034", "BUDI", A], [7, "12", "BUDI", A]]
    reading = links.read(book(rows))
    assert [(link.pin, link.nip, link.place.row) for link in reading.rows] == [("0034", A, 3)]
    assert [(fault.place.row, fault.message.split(";")[0]) for fault in reading.refused] == [
        (2, "the same PIN belongs to somebody else in row 4"),
        (4, "the same PIN belongs to somebody else in row 2"),
        (5, "there is no PIN"),
        (6, '"x" is not a NIP'),
        (7, "the same PIN stands in row 3 already"),
        (8, "the same PIN belongs to somebody else in row 2"),
    ]
    assert '"7-8" is no PIN' in reading.refused[3].message


def test_signatures(text) -> None:
    reading = signatures.read(
        text("""
            UNIT;JENIS;MULAI;SELESAI;PENANDATANGAN;HADIR;JUMLAH
            Bagian Umum;Apel Pagi;2019-03-04;2019-03-08;KEPALA CONTOH, S.H;30;40
            Bagian Agama;kerja;2019-03-04;;KEPALA UJI;-;
            ;arisan;2019-03-08;2019-03-04;;banyak;
            Bagian Hukum;apel-pagi;;;KEPALA UJI;;
        """)
    )
    first, second = reading.rows
    assert (first.unit, first.kind, first.first, first.last) == (
        ("Bagian Umum",),
        Kind.APEL_PAGI,
        date(2019, 3, 4),
        date(2019, 3, 8),
    )
    assert (first.signed_by, first.present, first.total) == ("KEPALA CONTOH, S.H", 30, 40)
    assert (second.kind, second.last, second.present, second.total) == (Kind.KERJA, date(2019, 3, 4), None, None)
    third, fourth = reading.refused
    for part in ("no unit is named", '"arisan" is no kind', "ends before", "nobody signed it", '"banyak" is no number'):
        assert part in third.message
    assert fourth.message.startswith("there is no date")
    assert reading.read == 4
