"""apel case letter: which letter fits which state of a case, what it is filled with, and what the officer is told."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from case_acts import NUMBER, TWELVE, complaint, month, office, step
from discipline_acts import people, work
from office_acts import close, journal, roll
from officer import Apel, Roster

from attendance.commands.case_around import Around
from attendance.correspondence import Letters
from attendance.rules.case_documents import DOCUMENTS
from attendance.rules.dockets import Who
from attendance.rules.offices import Office
from attendance.rules.rosters import Profile
from attendance.rules.sessions import Calendar
from attendance.rules.units import Tree, Unit
from attendance.settings import Settings

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARCH = "2026-03-31"
HEAD = ("--name", "SITI AMINAH, S.E.", "--position", "Kepala Bidang Satu", "--nip", "197501012000032001")
MEETING = ("--at", "09:00", "--place", "Ruang Rapat")


def words(path: Path) -> str:
    """What a document says, a line a paragraph."""
    body = docx.Document(str(path)).element.body
    return "\n".join("".join(one.text or "" for one in line.iter(f"{W}t")) for line in body.iter(f"{W}p"))


def letter(apel: Apel, kind: str, *more: object, today: str = MARCH) -> tuple[str, str]:
    """A letter of the case: what it says, and what was said about it in one line."""
    path = apel.folder / "surat.docx"
    said = apel("case", "letter", NUMBER, kind, "-o", path, *more, today=today)
    return words(path), " ".join(said.split())


def refused(apel: Apel, kind: str, *more: object, today: str = MARCH) -> str:
    """A letter that is refused, and leaves no file."""
    path = apel.folder / "ditolak.docx"
    said = apel.refuses("case", "letter", NUMBER, kind, "-o", path, *more, today=today)
    assert not path.exists()
    return " ".join(said.split())


@pytest.fixture
def ani(apel: Apel, roster: Roster) -> str:
    """Somebody with twelve days, whose case was opened on 31 March; her head is known."""
    nips = office(apel, roster)
    apel("unit", "head", "SATU", *HEAD)
    apel("case", "open", nips[0])
    return nips[0]


def test_a_summons_before_its_step_is_recorded(apel: Apel, ani: str) -> None:
    before = journal(apel)
    text, said = letter(apel, "surat-panggilan-1", "--on", "2026-04-10", *MEETING, "--number", "R.800.1.6.2/7/2026")
    for part in (
        *("SURAT PANGGILAN I", "NOMOR R.800.1.6.2/7/2026", "ANI", "SATU", "Jumat, 10 April 2026", "09.00 WIB"),
        *("Ruang Rapat", "SITI AMINAH, S.E.", "19750101 200003 2 001", "KEPALA BIDANG SATU,", "31 Maret 2026"),
        "dugaan pelanggaran disiplin berupa tidak masuk kerja tanpa alasan yang sah selama 12 (dua belas) hari kerja",
        "Pasal 4 huruf f Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin Pegawai Negeri Sipil",
        "tanggal 2, 3, 4, 5, 9, 10, 11, 12, 16, 17, 25 dan 26 Maret 2026.",
    ):
        assert part in text, part
    assert said.startswith("Written:")
    assert journal(apel) == before


def test_a_clock_that_would_be_broken_is_told(apel: Apel, ani: str) -> None:
    _text, said = letter(apel, "surat-panggilan-1", "--on", "2026-04-09", "--number", "R.1")
    assert "calls too early: 7 working days lie between, so to 10 Apr 2026 or later." in said
    assert "For 9 Apr 2026 the summons must be out by 30 Mar 2026. (PP 94/2021 Pasal 26 ayat (2))" in said
    _text, said = letter(apel, "surat-panggilan-1", "--on", "2026-04-12", "--number", "R.1")
    assert "12 Apr 2026 is no working day of the office" in said


def test_what_is_not_known_is_left_to_the_hand(apel: Apel, ani: str) -> None:
    text, said = letter(apel, "surat-panggilan-1")
    assert "NOMOR R.800.1.6.2/............../2026" in text and "......" in text
    assert "! A summons of 31 Mar 2026 may call to 10 Apr 2026 at the earliest." in said
    assert "! The letter has no number yet (--number)." in said and "left to be written by hand (--on)" in said


def test_the_duty_of_the_superior_is_told_where_the_summons_is_late(apel: Apel, ani: str) -> None:
    _text, said = letter(apel, "surat-panggilan-1", "--on", "2026-04-30", today="2026-04-07")
    assert "! 4 working days have gone by since 31 Mar 2026." in said and "(PP 94/2021 Pasal 28)" in said
    _text, said = letter(apel, "surat-panggilan-1", "--on", "2026-04-30", today=MARCH)
    assert "Pasal 28" not in said


def test_a_weekend_is_no_delay_and_a_complaint_meets_no_tier(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI @ SATU", first="2026-01-01")
    complaint(apel, nips[0], "01-09")
    text, said = letter(apel, "surat-panggilan-1", today="2026-01-11")
    assert "Pasal 28" not in said and "berupa menyalahgunakan wewenang." in text
    step(apel, "panggilan-1", "01-12", "--on", "2026-01-26")
    step(apel, "pemeriksaan", "01-26")
    _text, said = letter(apel, "keputusan")
    assert "No sanction was named" in said and "meets" not in said


def test_nobody_signs_to_himself(apel: Apel, roster: Roster) -> None:
    nips = office(apel, roster)
    apel("unit", "head", "SATU", "--name", "ANI", "--position", "Kepala Bidang Satu")
    apel("case", "open", nips[0])
    text, said = letter(apel, "surat-panggilan-1")
    assert 'Nobody is known who signs for SATU: apel unit head "SATU"' in said
    assert "KEPALA BIDANG SATU" not in text
    apel("unit", "head", "SATU", "--name", "ANI, S.E.", "--nip", nips[0], "--position", "Kepala Bidang Satu")
    assert "Nobody is known who signs" in letter(apel, "surat-panggilan-1")[1]


def test_the_head_of_the_unit_above_signs_where_the_own_has_none(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI @ DINAS / SATU", "BUDI @ DINAS / DUA", first="2026-03-01")
    roll(apel, nips, month(TWELVE), month(""), kind="kerja")
    close(apel, "2026-03-02..2026-03-31", kind="kerja")
    apel("unit", "head", "DINAS", "--name", "SITI", "--position", "Kepala Dinas", "--capacity", "Plt.")
    apel("config", "set", "letters.addresses", '{"dinas" = "Jalan Rekaan 5; Telepon 1"}')
    apel("case", "open", nips[0])
    text, _said = letter(apel, "surat-panggilan-1")
    assert "Plt. KEPALA DINAS," in text and "\nDINAS\nJalan Rekaan 5\nTelepon 1\n" in text


def test_over_whose_name_a_letter_goes_out() -> None:
    office = Office("PEMERINTAH KOTA", "BKPSDM", ("Jalan Kantor",))
    tree = Tree([Unit(1, "Pemerintah Kota", None), Unit(2, "Dinas", 1), Unit(3, "Bidang", 2), Unit(4, "BKPSDM", 1)])
    nobody = Who(Profile("198501012010011001", "ANI"), None, "")

    def made(**addresses: str) -> Around:
        return Around(Settings(office=office, letters=Letters(addresses)), tree, nobody, None, None, Calendar([]))

    named = [made().unit_name(unit) for unit in (1, 2, 3, None)]
    assert named == ["Pemerintah Kota", "Dinas", "Bidang, Dinas", "BKPSDM"]
    assert made().letterhead(3) == ("Dinas", ()) and made().letterhead(4) == ("BKPSDM", ("Jalan Kantor",))
    assert made(Dinas="Jalan A; Telepon").letterhead(3) == ("Dinas", ("Jalan A", "Telepon"))
    assert made(Dinas="Jalan A", BIDANG="Jalan B").letterhead(3) == ("Bidang", ("Jalan B",))


def called(apel: Apel) -> None:
    step(apel, "panggilan-1", "03-31", "--on", "2026-04-10", *MEETING, "--number", "R.7")


def test_the_whole_path_in_letters(apel: Apel, ani: str) -> None:
    called(apel)
    text, _said = letter(apel, "surat-panggilan-1", today="2026-05-01")  # once more, as it was recorded
    assert "NOMOR R.7" in text and "Jumat, 10 April 2026" in text and "09.00 WIB" in text and "31 Maret 2026" in text
    text, said = letter(apel, "bap")
    assert "Pada hari ini Jumat tanggal sepuluh bulan April tahun dua ribu dua puluh enam" in text
    assert "Ruang Rapat" in text and "Jawaban" in text and "R.800.1.6.2/....." in text
    text, _said = letter(apel, "bap-tidak-hadir")
    assert "telah dipanggil dengan Surat Panggilan I Nomor R.7 tanggal 31 Maret 2026" in text
    assert "dipanggil untuk kedua kalinya paling lambat hari Selasa, 21 April 2026." in text
    step(apel, "tidak-hadir-1", "04-10")
    text, said = letter(apel, "surat-panggilan-2", "--on", "2026-04-30", "--dated", "2026-04-22", today="2026-04-22")
    assert "SURAT PANGGILAN II" in text and "Surat Panggilan I Nomor R.7 tanggal 31 Maret 2026" in text
    assert "is too late: 21 Apr 2026 was the last day" in said and "! 8 working days have gone by" in said
    step(apel, "panggilan-2", "04-20", "--on", "2026-04-29")
    text, _said = letter(apel, "bap-tidak-hadir", today="2026-05-01")
    assert "Surat Panggilan II" in text and "Pasal 26 ayat (4)" in text
    step(apel, "pemeriksaan", "04-29", "--by", "SITI AMINAH, S.E.", "--number", "BAP.1")
    text, _said = letter(apel, "bap", today="2026-05-01")
    assert "Rabu tanggal dua puluh sembilan bulan April" in text and "19750101 200003 2 001" in text
    text, _said = letter(apel, "bap", "--on", "2026-05-04", "--by", "CITRA; Inspektur", today="2026-05-01")
    assert "Senin tanggal empat bulan Mei" in text and "CITRA" in text and "Inspektur" in text
    text, _said = letter(apel, "laporan-hasil-pemeriksaan", "--to", "Wali Kota", "--to", "u.p. Kepala BKPSDM")
    assert "Yth. Wali Kota\nu.p. Kepala BKPSDM" in text and "(Berita Acara Pemeriksaan Nomor BAP.1)" in text
    assert "Hitungan 12 (dua belas) hari tersebut memenuhi Pasal 10 ayat (2) huruf f angka 1" in text
    assert "Hal\n:\nLaporan Hasil Pemeriksaan" in text
    decided(apel)
    delivered(apel)


def decided(apel: Apel) -> None:
    """The decision, before and after it is recorded."""
    text, said = letter(apel, "keputusan", today="2026-05-04")
    assert "berupa ...." in text and "pada tanggal ...." in text
    assert "! No sanction was named (--sanction)" in said and "The program chooses none." in said
    assert "meets: sedang: pemotongan tunjangan kinerja sebesar 25 % selama 6 bulan." in said
    assert "[signatories.ringan / sedang / berat]" in said
    text, said = letter(apel, "keputusan", "--sanction", "potong-tukin-6", today="2026-05-04")
    assert "penundaan kenaikan gaji berkala selama 1 tahun (Pasal 42" in text and "TINGKAT" not in text
    assert "[signatories.sedang]" in said
    configure(apel)
    more = ("--sanction", "pemotongan tunjangan kinerja sebesar 25 % selama 6 bulan", "--dated", "2026-05-04")
    text, said = letter(apel, "keputusan", *more, "--number", "SK.1", today="2026-05-04")
    assert "KEPUTUSAN WALI KOTA CONTOH\nNOMOR SK.1" in text and "WALI KOTA CONTOH,\n" in text
    assert "dikenai ketentuan Pasal 10 ayat (2) huruf f angka 1 Peraturan Pemerintah Nomor 94 Tahun 2021." in text
    assert "pada tanggal 4 Mei 2026" in text and "Tembusan:" in text and "Inspektur" in text
    assert said.startswith("Written:")
    step(
        apel, "keputusan", "05-04", "--sanction", "potong-tukin-6", "--level", "sedang", "--number", "SK.1", "--by", "W"
    )
    text, _said = letter(apel, "keputusan", today="2026-06-01")
    assert "NOMOR SK.1" in text and "pada tanggal 4 Mei 2026" in text and "KESATU" in text


def configure(apel: Apel) -> None:
    """Who decides what is heavier, and who gets copies."""
    text = """
        [office]
        name = "PEMERINTAH KOTA CONTOH"
        place = "Kota Contoh"
        [discipline]
        copies = ["Inspektur"]
        authority = {sedang = "Wali Kota Contoh"}
        [signatories.sedang]
        name = "H. WALI"
        position = "Wali Kota Contoh"
    """
    apel("config", "import", apel.file("c.toml", text))


def delivered(apel: Apel) -> None:
    """How the decision reaches the person."""
    text, _said = letter(apel, "panggilan-menerima-keputusan", "--on", "2026-05-11", "--dated", "2026-05-05")
    assert "penjatuhan hukuman disiplin sedang" in text and "Wali Kota Contoh" in text and "SK.1" in text
    _text, said = letter(apel, "panggilan-menerima-keputusan", "--on", "2026-06-30", "--dated", "2026-05-05")
    assert "It calls to a day after" in said
    _text, said = letter(apel, "panggilan-menerima-keputusan", "--dated", "2026-05-05")
    assert "left to be written by hand (--on)" in said and "at the earliest" not in said
    text, _said = letter(apel, "berita-acara-penyampaian", "--on", "2026-05-11", "--at", "10:00")
    assert "10.00 WIB" in text and "hari kerja ke-15 (lima belas) terhitung sejak tanggal diterima, yaitu" in text
    text, _said = letter(apel, "berita-acara-penyampaian")
    assert "yaitu" not in text.partition("Keputusan berlaku")[2]
    step(apel, "panggilan-keputusan", "05-05", "--on", "2026-05-11")
    text, _said = letter(apel, "bap-tidak-hadir", today="2026-05-11")
    assert "untuk menerima keputusan hukuman disiplin" in text
    step(apel, "tidak-hadir-keputusan", "05-11")
    text, said = letter(apel, "pengantar-kirim-keputusan", "--dated", "2026-05-22", today="2026-05-22")
    assert "Karena Saudara tidak hadir pada hari Senin, 11 Mei 2026" in text and "too late" in said
    step(apel, "kirim", "05-13", "--number", "R.20")
    step(apel, "terima", "05-18", "--by", "KURIR")
    text, _said = letter(apel, "berita-acara-penyampaian", today="2026-06-01")
    assert "Senin tanggal delapan belas bulan Mei" in text and "KURIR" in text
    text, _said = letter(apel, "pengantar-kirim-keputusan", today="2026-06-01")
    assert "R.20" in text and "13 Mei 2026" in text


def test_a_kind_that_does_not_fit_is_refused_and_those_that_fit_are_named(apel: Apel, ani: str) -> None:
    said = refused(apel, "keputusan")
    assert "keputusan does not fit yet; there is no step so far." in said
    assert "Letters that fit now: surat-panggilan-1, sk-tim-pemeriksa." in said
    called(apel)
    said = refused(apel, "surat-panggilan-2")
    assert "the last step is Panggilan I (panggilan-1)" in said and "bap, bap-tidak-hadir" in said
    assert "no ten working days in a row" in refused(apel, "usulan-penghentian-gaji")
    assert "There is no case" in " ".join(
        apel.refuses("case", "letter", "XX-9", "bap", "-o", apel.folder / "x.docx").split()
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("surat-panggilan-1", "--sanction", "pdhtaps"), "--sanction has no place on surat-panggilan-1"),
        (("sk-tim-pemeriksa", "--on", "2026-04-01"), "--on has no place on sk-tim-pemeriksa; it goes with: surat-"),
        (("surat-panggilan-1", "--level", "berat"), "it goes with: keputusan, sk-tim-pemeriksa."),
        (("surat-panggilan-1", "--to", "X"), "--to has no place"),
        (("surat-panggilan-1", "--by", "198501012010011999"), "Nobody on the roster has the NIP"),
        (("surat-panggilan-1", "--by", "1271000000000001"), "is not a NIP"),
    ],
)
def test_words_without_a_place_on_the_letter(apel: Apel, ani: str, words: tuple[str, ...], told: str) -> None:
    assert told in refused(apel, *words)


def test_a_level_that_is_not_that_of_the_sanction(apel: Apel, ani: str) -> None:
    called(apel)
    step(apel, "pemeriksaan", "04-10")
    said = refused(apel, "keputusan", "--sanction", "pdhtaps", "--level", "ringan")
    assert "the sanction pdhtaps is one of the level berat" in said
    text, said = letter(apel, "keputusan", "--sanction", "teguran-lisan")
    assert "KEPUTUSAN KEPALA BIDANG SATU" in text and "secara lisan dan tertutup oleh atasan langsung" in text
    assert "signatories" not in said
    text, _said = letter(apel, "keputusan", "--sanction", "kerja bakti", "--level", "ringan", "--article", "Pasal 9")
    assert "berupa kerja bakti kepada:" in text and "dikenai ketentuan Pasal 9." in text


def test_a_team(apel: Apel, ani: str) -> None:
    text, _said = letter(apel, "sk-tim-pemeriksa", "--by", ani, "--by", "CITRA; Inspektur Pembantu", "--by", "")
    assert "KEPUTUSAN ......" in text and "TIM PEMERIKSA" in text and "Anggota (unsur kepegawaian)" in text
    assert "ANI19850101 201001 1 001" in text and "Inspektur Pembantu" in text
    configure(apel)
    text, _said = letter(apel, "sk-tim-pemeriksa", "--level", "sedang")
    assert "KEPUTUSAN WALI KOTA CONTOH" in text and "H. WALI" in text
    step(apel, "tim", "03-31", "--number", "SK.T", "--by", "WALI KOTA")
    text, _said = letter(apel, "sk-tim-pemeriksa")
    assert "NOMOR SK.T" in text and "pada tanggal 31 Maret 2026" in text and "WALI KOTA\n19" not in text
    called(apel)
    text, _said = letter(apel, "bap")
    assert "SITI AMINAH" not in text  # the team examines; nobody knows yet who of it


def test_the_parts_of_a_team_are_told_and_nobody_is_the_superior_who_is_not(
    apel: Apel, ani: str, roster: Roster
) -> None:
    other = ("--by", "CITRA; Inspektur Pembantu; Sekretaris", "--by", "DEDI; Analis", "--by", "EKA", "--by", "FAJAR")
    text, said = letter(apel, "sk-tim-pemeriksa", *other)
    assert "Sekretaris" in text and "Ketua" not in text
    assert "! Of the team, DEDI: Anggota (unsur pengawasan)." in said and "! Of the team, FAJAR: -." in said
    text, said = letter(apel, "sk-tim-pemeriksa", "--by", "CITRA", "--by", f"{ani};;Anggota")
    assert "Ketua" in text and "atasan langsung" not in text and "! Of the team, CITRA: Ketua." in said
    assert "!! ANI is the one who is examined, and cannot be of the team." in said
    text, said = letter(apel, "sk-tim-pemeriksa", "--by", "SITI AMINAH, S.E.; Kepala Bidang")
    assert "Ketua (atasan langsung)" in text and "SITI AMINAH, S.E.: Ketua (atasan langsung)." in said


def test_who_acts_for_a_head_is_called_so(apel: Apel, ani: str) -> None:
    apel("unit", "head", "SATU", *HEAD, "--capacity", "Plt.", "--from", "2026-03-30")
    text, _said = letter(apel, "surat-panggilan-1", "--on", "2026-04-10")
    assert "Plt. Kepala Bidang Satu" in text and "Plt. KEPALA BIDANG SATU," in text


def test_a_decision_of_somebody_else_than_the_letter_names_is_asked_about(apel: Apel, ani: str) -> None:
    configure(apel)
    called(apel)
    step(apel, "pemeriksaan", "04-10")
    more = ("--sanction", "potong-tukin-6", "--level", "sedang", "--number", "SK.1")
    for by, asked in (("BUPATI LAIN", True), ("H. WALI", False), ("Wali Kota Contoh", False)):
        step(apel, "keputusan", "04-13", *more, "--by", by)
        _text, said = letter(apel, "panggilan-menerima-keputusan", "--on", "2026-04-20")
        told = f"recorded as of {by}, but the letter calls it one of Wali Kota Contoh. Which is right?"
        assert (told in said) is asked, said
        apel("undo", journal(apel)[0])


def test_a_letter_printed_once_more_is_of_the_unit_and_the_head_of_its_day(apel: Apel, ani: str) -> None:
    apel("unit", "head", "DUA", "--name", "TONO", "--position", "Kepala Bidang Dua")
    called(apel)
    step(apel, "pemeriksaan", "04-10")
    light = ("--sanction", "teguran-tertulis", "--level", "ringan", "--number", "SK.1", "--by", "Kepala Bidang Satu")
    step(apel, "keputusan", "04-13", *light)
    apel("staff", "move", ani, "DUA", "--from", "2026-04-20", today="2026-04-30")
    for kind in ("surat-panggilan-1", "keputusan"):
        text, said = letter(apel, kind, today="2026-04-30")
        assert "SITI AMINAH" in text and "TONO" not in text and "\nDUA\n" not in text
        assert said.startswith("Written:")
    text, _said = letter(apel, "berita-acara-penyampaian", today="2026-04-30")
    assert "TONO" in text and "\nDUA\n" in text


def test_the_duty_of_the_superior_is_held_against_the_day_of_the_letter(apel: Apel, ani: str) -> None:
    words = ("--on", "2026-04-15", "--dated", "2026-04-02", "--number", "R.1")
    _text, said = letter(apel, "surat-panggilan-1", *words, today="2026-12-31")
    assert "! 2 working days have gone by since 31 Mar 2026." in said


def test_ten_days_in_a_row_stop_the_salary(apel: Apel, roster: Roster) -> None:
    nips = office(apel, roster, "TK TK TK TK TK . . TK TK TK TK TK . . TK")
    apel("case", "open", nips[0])
    text, _said = letter(apel, "usulan-penghentian-gaji", "--to", "Kepala BPKAD")
    assert "Pasal 15 ayat (2)" in text and "terhitung mulai bulan April 2026" in text and "Yth. Kepala BPKAD" in text
    assert "11 (sebelas) hari kerja, yaitu tanggal 2, 3, 4, 5, 6, 9, 10, 11, 12, 13 dan 16 Maret 2026." in text


def test_the_salary_stops_after_the_first_of_two_rows_though_the_second_is_longer(apel: Apel) -> None:
    (nip,) = people(apel, "ANI").values()
    work(apel, "2026-02-02", {nip: "-*10 H -*12"})
    (told,) = apel.json("discipline", "2026")["people"]
    assert (told["salary_stop"], told["run"]) == ("2026-03", 12)
    assert "stops from 1 Mar 2026 on" in " ".join(apel("case", "open", nip).split())
    text, _said = letter(apel, "usulan-penghentian-gaji")
    assert "terhitung mulai bulan Maret 2026" in text and "10 (sepuluh) hari kerja, yaitu tanggal 2, 3," in text


def test_a_pppk_has_no_article_of_a_pp(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI @ SATU", first="2026-03-01")
    rows = f"NIP;NAMA;UNIT KERJA;STATUS\n{nips[0]};ANI;SATU;PPPK"
    apel("staff", "import", apel.file("pppk.csv", rows), "--from", "2026-03-01")
    complaint(apel, nips[0], "03-30", "--level", "ringan")
    text, said = letter(apel, "surat-panggilan-1", "--on", "2026-04-01", today="2026-04-20")
    assert "peraturan daerah dan/atau perjanjian kerja yang berlaku bagi PPPK" in text and "Pasal" not in text
    assert "! No article of a PP is named in this letter; ikuti peraturan daerah / perjanjian kerja." in said
    assert "PP 94" not in said and "Pasal 28" not in said
    assert "no ten working days" in refused(apel, "usulan-penghentian-gaji")


def test_a_count_that_has_changed_is_told_loudly(apel: Apel, ani: str) -> None:
    sick = f"NIP;JENIS;MULAI;SELESAI;NOMOR;TANGGAL SURAT\n{ani};S;2026-03-02;2026-03-03;S/1;2026-03-04"
    apel("leave", "import", apel.file("sakit.csv", sick))
    _text, said = letter(apel, "surat-panggilan-1", "--number", "R.1", "--on", "2026-04-10")
    assert "!! THE COUNT HAS CHANGED since the case was opened: 12 days then, 10 now." in said


def test_a_count_that_was_provisional_is_told(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI @ SATU", first="2026-03-01")
    roll(apel, nips, "TK TK TK TK TK . . H", kind="kerja")
    close(apel, "2026-03-02..2026-03-06", kind="kerja")
    apel("case", "open", nips[0])
    assert "! The count was provisional when the case was opened" in letter(apel, "surat-panggilan-1")[1]


def test_the_file_is_named_by_number_and_kind(apel: Apel, ani: str) -> None:
    folder = apel.folder / "surat"
    apel("case", "letter", NUMBER, "surat-panggilan-1", "-o", folder)
    assert [one.name for one in folder.iterdir()] == ["PD-1-2026 surat-panggilan-1.docx"]
    assert ".docx" in refused(apel, "surat-panggilan-1", "-o", apel.folder / "x.pdf")


def test_an_own_template(apel: Apel, ani: str) -> None:
    own = apel.folder / "kami.docx"
    apel("template", "surat-panggilan-1", "-o", own, "--paper", "F4")
    made = docx.Document(str(own))
    assert made.sections[0].page_height is not None and round(made.sections[0].page_height.mm) == 330
    made.add_paragraph("Kami: {{ perkara }}")
    made.save(str(own))
    assert "Kami: PD-1/2026" in letter(apel, "surat-panggilan-1", "--template", own)[0]
    apel("config", "set", "discipline.templates", f'{{"surat-panggilan-1" = "{own}"}}')
    assert "Kami: PD-1/2026" in letter(apel, "surat-panggilan-1")[0]
    made.add_paragraph("Sdr. {{ nama }}")
    made.save(str(own))
    said = refused(apel, "surat-panggilan-1")
    assert '{{ nama }} near "Sdr. {{ nama }}": there is no placeholder nama' in said and "orang.nama" in said
    assert "surat-panggilan-9" in " ".join(
        apel.refuses("config", "set", "discipline.templates", '{"surat-panggilan-9" = "x"}').split()
    )


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_every_kind_has_a_template_to_be_changed(apel: Apel, kind: str) -> None:
    apel("template", kind, "-o", apel.folder / "t.docx")
    assert "{{ orang" in words(apel.folder / "t.docx") or kind == "sk-tim-pemeriksa"
