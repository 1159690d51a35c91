"""apel case step: the one legal path and its clocks; every clock one day before, at and after its limit."""

from __future__ import annotations

from hashlib import sha256

import pytest
from case_acts import DECISION, LATER, LIGHT, NUMBER, complaint, decided, office, refused, step
from office_acts import done_once, journal
from officer import Apel, Roster


@pytest.fixture
def ani(apel: Apel, roster: Roster) -> str:
    """Somebody of whom a complaint can come."""
    return roster("ANI @ SATU", "BUDI @ DUA")[0]


def test_the_whole_path_of_a_case(apel: Apel, roster: Roster) -> None:
    nips = office(apel, roster, "TK TK TK TK TK . . H H")
    apel("case", "open", nips[0], "--date", "2026-03-09")
    said = step(
        apel, "panggilan-1", "03-12", "--on", "2026-03-30", "--at", "09:00", "--number", "R.1", today="2026-03-12"
    )
    assert "PD-1/2026: Panggilan I of 12 Mar 2026 is recorded" in said
    assert "Next, on 30 Mar 2026: Pemeriksaan tertutup (BAP) (pemeriksaan) or Tidak hadir pada panggilan I" in said
    said = step(apel, "tidak-hadir-1", "03-30", today="2026-03-30")
    assert (
        "Next, by 9 Apr 2026 at the latest: Panggilan II (panggilan-2); atasan langsung (PP 94/2021 Pasal 26 ayat (3))"
        in said
    )
    step(apel, "panggilan-2", "04-09", "--on", "2026-04-15")
    said = step(apel, "pemeriksaan", "04-15", "--by", "ATASAN ANI")
    assert "Laporan hasil pemeriksaan (laporan) or Keputusan (keputusan); atasan langsung (PP 94/2021 Pasal 28)" in said
    step(apel, "laporan", "04-20")
    said = step(apel, "keputusan", "04-27", *LIGHT, today="2026-04-27")
    assert "The count under this case is the same still: 5 days." in said
    assert "by 20 Mei 2026 at the latest: Keputusan diterima (terima)" in said or "Panggilan menerima keputusan" in said
    step(apel, "panggilan-keputusan", "04-28", "--on", "2026-05-05", "--place", "Ruang BKPSDM")
    step(apel, "tidak-hadir-keputusan", "05-05")
    step(apel, "kirim", "05-08", "--number", "RESI-9")
    said = step(apel, "terima", "05-18", today="2026-05-18")
    assert "In force on 11 Jun 2026, the 15th working day after it was received, if nobody objects or appeals" in said
    step(apel, "keberatan", "06-09")
    step(
        apel, "putusan-keberatan", "07-08", "--sanction", "teguran-lisan", "--level", "ringan", "--note", "diringankan"
    )
    said = step(apel, "dijalani", "07-09")
    assert "teguran lisan: it does not end by itself." in said
    said = apel("case", "close", NUMBER, "--outcome", "dijalani", "--date", "2026-07-09", today=LATER)
    assert "The case is closed: hukuman selesai dijalani." in said
    told = apel.json("case", "show", NUMBER, today=LATER)
    assert [one["step"] for one in told["steps"]][:3] == ["panggilan-1", "tidak-hadir-1", "panggilan-2"]
    assert (told["sanction"], told["decided"], told["level"]) == ("teguran-lisan", "ringan", "ringan")
    assert all(not one["missed"] for one in told["clocks"]) and len(told["clocks"]) == 5
    assert "closed; nothing follows" in refused(apel, "laporan", "07-10")


def test_a_summons_seven_working_days_before_the_examination_pasal_26_ayat_2(apel: Apel, ani: str) -> None:
    complaint(apel, ani, "01-05")
    said = refused(apel, "panggilan-1", "03-13", "--on", "2026-03-30")
    assert "7 working days lie between, so to 31 Mar 2026 or later." in said
    assert "For 30 Mar 2026 the summons must be out by 12 Mar 2026. (PP 94/2021 Pasal 26 ayat (2))" in said
    assert "too early" in refused(apel, "panggilan-1", "03-13", "--on", "2026-03-30", "--late", "ya")
    assert "For 10 Feb 2026 the summons must be out by 30 Jan" in refused(
        apel, "panggilan-1", "02-02", "--on", "2026-02-10"
    )
    said = refused(apel, "panggilan-1", "03-13")
    assert "--on DATE, 14 Mar 2026 or later. The first day to which a summons of this day may call is 31 Mar" in said
    assert "--on DATE" in refused(apel, "panggilan-1", "03-13", "--on", "2026-03-13")
    done_once(apel, "case", "step", NUMBER, "panggilan-1", "--date", "2026-03-12", "--on", "2026-03-30")
    assert "Panggilan I" in apel("case", "list")


@pytest.mark.parametrize("day", ["03-11", "03-12"])
def test_a_summons_in_time(apel: Apel, ani: str, day: str) -> None:
    complaint(apel, ani, "01-05")
    step(apel, "panggilan-1", day, "--on", "2026-03-30")
    assert "too early" in refused(apel, "pemeriksaan", "03-29") and "Pasal 26 ayat (2)" in refused(
        apel, "pemeriksaan", "03-27"
    )
    assert "too early" in refused(apel, "tidak-hadir-1", "03-29")
    step(apel, "pemeriksaan", "03-30")


CLOCKS = [
    # step, its day at the limit, one working day before, one after, the article, the words that go with it
    ("panggilan-2", "04-09", "04-08", "04-10", "PP 94/2021 Pasal 26 ayat (3)", ("--on", "2026-04-20")),
    ("terima", "04-13", "04-10", "04-14", "PP 94/2021 Pasal 37 ayat (3)", ()),
    ("kirim", "04-16", "04-15", "04-17", "Peraturan BKN 6/2022 Pasal 49 ayat (8)", ()),
    ("keberatan", "08-03", "07-31", "08-04", "PP 79/2021 (keberatan), to be checked with the legal section", ()),
    ("putusan-keberatan", "08-28", "08-27", "08-31", "PP 79/2021 (keberatan)", ()),
    ("banding", "08-03", "07-31", "08-04", "PP 79/2021 (banding administratif)", ()),
    ("tanggapan-banding", "08-28", "08-27", "08-31", "PP 79/2021 (banding administratif)", ()),
    ("putusan-banding", "10-29", "10-28", "10-30", "PP 79/2021 (banding administratif)", ()),
]


def ready(apel: Apel, ani: str, name: str) -> None:
    """A case that stands just before a step."""
    if name == "panggilan-2":
        complaint(apel, ani, "01-05")
        step(apel, "panggilan-1", "03-12", "--on", "2026-03-30")
        step(apel, "tidak-hadir-1", "03-30")
        return
    heavy = ("--sanction", "pemberhentian", "--level", "berat") if "banding" in name else None
    complaint(apel, ani, "01-05")
    step(apel, "tim", "01-05")
    step(apel, "panggilan-1", "01-06", "--on", "2026-01-19")
    step(apel, "pemeriksaan", "01-19")
    ruling = "03-16" if name == "terima" else "04-01" if name == "kirim" else "07-01"
    step(apel, "keputusan", ruling, *((*DECISION, *heavy) if heavy else LIGHT))
    if name == "kirim":
        step(apel, "panggilan-keputusan", "04-07", "--on", "2026-04-13")
        step(apel, "tidak-hadir-keputusan", "04-13")
    elif name != "terima":
        step(apel, "terima", "07-14")
    if name == "putusan-keberatan":
        step(apel, "keberatan", "07-28")
    elif name in ("tanggapan-banding", "putusan-banding"):
        step(apel, "banding", "07-28")


@pytest.mark.parametrize(
    ("name", "limit", "before", "after", "article", "words"), CLOCKS, ids=[row[0] for row in CLOCKS]
)
def test_a_clock_at_its_last_day(
    apel: Apel, ani: str, name: str, limit: str, before: str, after: str, article: str, words: tuple[str, ...]
) -> None:
    ready(apel, ani, name)
    last = int(limit[3:])
    said = refused(apel, name, after, *words)
    assert f"is too late: {last} " in said and article in said and "--late REASON" in said
    count = journal(apel)[0]
    for day in (before, limit):
        assert "this step is not late; leave it out" in refused(apel, name, day, *words, "--late", "mengapa")
        step(apel, name, day, *words)
        apel("undo", journal(apel)[0])
    assert journal(apel)[0] == count + 4
    said = step(apel, name, after, *words, "--late", "surat tertahan di loket")
    assert f"!! Recorded as late: the last day was {last} " in said
    told = apel.json("case", "show", NUMBER, today=LATER)
    assert told["steps"][-1]["details"]["late"] == "surat tertahan di loket"
    assert [one["missed"] for one in told["clocks"]][-1] is True or name == "tanggapan-banding"
    assert "LATE: surat tertahan" in " ".join(apel.run("case", "show", NUMBER, COLUMNS="200").output.split())
    assert "!! MISSED: " in apel("case", "show", NUMBER, today=LATER)


def test_the_day_on_which_a_decision_is_in_force(apel: Apel, ani: str) -> None:
    decided(apel, ani, "07-01")
    said = step(apel, "terima", "07-14", today="2026-07-14")
    assert "In force on 4 Agt 2026, the 15th working day after it was received" in said
    assert "Next, from 4 Agt 2026 on: Hukuman mulai dijalani (dijalani)" in said
    assert "Next, by 3 Agt 2026 at the latest: Keberatan diajukan (keberatan); pegawai" in said
    said = refused(apel, "dijalani", "08-03")
    assert "at least 15 working days, so on 4 Agt 2026 or later. (Peraturan BKN 6/2022 Pasal 50 ayat (1))" in said
    step(apel, "dijalani", "08-04")


def test_a_decision_needs_all_that_is_in_it(apel: Apel, ani: str) -> None:
    complaint(apel, ani, "01-05", "--level", "sedang")
    step(apel, "panggilan-1", "01-06", "--on", "2026-01-19")
    step(apel, "pemeriksaan", "01-19")
    said = refused(apel, "keputusan", "01-18")
    for part in (
        "before the last step, Pemeriksaan tertutup (BAP) of 19 Jan",
        "take that one back first (apel undo 8)",
        "--sanction: say what",
        "--level: say",
    ):
        assert part in said
    assert "--number: a decision" in said and "--by: say who" in said and "teguran-lisan, teguran-tertulis" in said
    said = refused(apel, "keputusan", "01-20", *DECISION, "--sanction", "teguran-lisan", "--level", "berat")
    assert "the sanction teguran-lisan is one of the level ringan" in said
    assert "needs a team of examiners first: step tim. (PP 94/2021 Pasal 29" in said
    said = refused(apel, "laporan", "01-20", "--sanction", "teguran-lisan", "--level", "ringan", "--on", "2026-02-02")
    assert "--sanction goes with a decision only" in said and "--level goes with" in said and "--on goes with" in said
    assert "--at goes with a summons only" in refused(apel, "laporan", "01-20", "--at", "09.00", "--place", "X")
    said = step(apel, "keputusan", "01-20", *DECISION, "--sanction", "dibina saja", "--level", "sedang")
    assert "! dibina saja is none of the sanctions of the law; it is kept as it was typed." in said
    step(apel, "terima", "01-21")
    assert "dibina saja: it does not end by itself." in step(apel, "dijalani", "02-11")


def test_what_was_found_may_be_heavier_than_what_was_alleged(apel: Apel, ani: str) -> None:
    complaint(apel, ani, "01-05", "--level", "ringan")
    assert "cannot be the first step" in refused(apel, "tim", "01-05")
    step(apel, "panggilan-1", "01-06", "--on", "2026-01-19")
    step(apel, "pemeriksaan", "01-19")
    step(apel, "tim", "01-20")
    heavy = (*DECISION, "--sanction", "pemberhentian", "--level", "berat")
    assert "The team was formed after the examination, and examines anew" in refused(apel, "keputusan", "01-21", *heavy)
    step(apel, "pemeriksaan", "01-21")
    said = step(apel, "keputusan", "01-21", *heavy)
    assert "! berat is heavier than what the case was opened for, ringan." in said


def test_the_sanction_of_the_count_and_another(apel: Apel, roster: Roster) -> None:
    ani, _budi = office(apel, roster)
    apel("case", "open", ani)
    step(apel, "panggilan-1", "04-01", "--on", "2026-04-15")
    step(apel, "pemeriksaan", "04-15")
    words = ("keputusan", "04-16", *DECISION, "--level", "sedang", "--sanction")
    for same in ("potong-tukin-6", "tunda-kgb", "Penundaan  kenaikan gaji berkala selama 1 tahun"):
        assert "another sanction" not in step(apel, *words, same)
        apel("undo", journal(apel)[0])
    said = step(apel, *words, "potong-tukin-12")
    assert "! The tier of the count was sedang: pemotongan tunjangan kinerja sebesar 25 % selama 6 bulan" in said
    step(apel, "terima", "04-20")
    said = step(apel, "dijalani", "05-13")
    assert (
        "selama 12 bulan: it ends on 12 Mei 2027. Next, from 12 Mei 2027 on: Perkara ditutup (apel case close)" in said
    )
    early = ("case", "close", NUMBER, "--outcome", "dijalani")
    assert "too early: the sanction lasts up to 12 Mei 2027" in apel.refuses(*early, today="2027-05-11")
    apel(*early, today="2027-05-12")


def test_steps_out_of_order_and_out_of_time(apel: Apel, ani: str) -> None:
    complaint(apel, ani, "02-02")
    said = refused(apel, "keputusan", "02-03", *LIGHT)
    assert "Keputusan (keputusan) cannot be the first step. What may come now: Panggilan I (panggilan-1) or" in said
    assert "Perkara ditutup (apel case close)" in said
    said = refused(apel, "panggilan-1", "01-30", "--on", "2026-02-16")
    assert "is before the day on which the case was opened, 2 Feb 2026" in said
    said = refused(apel, "panggilan-1", "04-01", "--on", "2026-05-04", today="2026-03-31")
    assert "1 Apr 2026 has not come yet" in said
    step(apel, "panggilan-1", "02-02", "--on", "2026-02-23")
    said = refused(apel, "panggilan-2", "02-03", "--on", "2026-03-02")
    assert "Panggilan II (panggilan-2) cannot come after Panggilan I. What may come now: Pemeriksaan" in said
    said = step(apel, "tidak-hadir-1", "02-23", "--note", "tanpa kabar")
    step(apel, "panggilan-2", "02-24", "--on", "2026-03-02")
    step(apel, "tidak-hadir-2", "03-02")
    said = step(apel, "keputusan", "03-03", *LIGHT)
    assert "apel case close" in apel.run("case", "step", NUMBER, "selesai", "--date", "2026-03-04").output
    for outcome in ("dijalani", "tidak-terbukti", "dibatalkan"):
        said = apel.refuses("case", "close", NUMBER, "--outcome", outcome)
        assert "This outcome comes after" in said and "dihentikan" in said
    apel("case", "close", NUMBER, "--outcome", "dihentikan", "--reason", "meninggal dunia")
    again = apel("case", "close", NUMBER, "--outcome", "dihentikan", "--reason", "meninggal dunia")
    assert "recorded already; nothing was changed" in again


def test_a_holiday_and_a_late_handing_over_are_doubted(apel: Apel, ani: str) -> None:
    complaint(apel, ani, "01-05")
    said = step(apel, "panggilan-1", "02-02", "--on", "2026-02-15")
    assert "! 15 Feb 2026 is no working day of the office." in said
    said = step(apel, "pemeriksaan", "02-15")
    assert "no working day" in said
    step(apel, "keputusan", "03-16", *LIGHT)
    said = step(apel, "panggilan-keputusan", "04-01", "--on", "2026-04-14")
    assert "! It calls to a day after 13 Apr 2026, the last on which the decision is handed over in time." in said
    assert "Pasal 37 ayat (3)" in refused(apel, "tidak-hadir-keputusan", "04-13")


def test_dates_that_may_be_a_slip_of_the_finger_are_doubted(apel: Apel, ani: str) -> None:
    assert "Is the date right" not in complaint(apel, ani, "01-05", today="2027-01-06")
    assert "! It is opened 367 days ago, on 5 Jan 2026." in complaint(
        apel, ani, "01-05", reference="2", today="2027-01-07"
    )
    assert "Are the dates right" not in step(apel, "panggilan-1", "01-06", "--on", "2026-03-09")
    apel("undo", journal(apel)[0])
    said = step(apel, "panggilan-1", "01-06", "--on", "2026-03-10")
    assert "! From 6 Jan 2026 to 10 Mar 2026 are 63 days. Are the dates right?" in said


def test_of_a_document_name_and_digest_are_kept(apel: Apel, ani: str) -> None:
    complaint(apel, ani, "01-05")
    paper = apel.file("Panggilan I.txt", "panggilan")
    words = ("--on", "2026-01-19", "--file", paper, "--by", "KEPALA  SATU")
    step(apel, "panggilan-1", "01-06", *words)
    (told,) = apel.json("case", "show", NUMBER)["steps"]
    assert (told["document"], told["by"]) == ("Panggilan I.txt", "KEPALA SATU")
    assert told["sha256"] == sha256(paper.read_bytes()).hexdigest()
    shown = " ".join(apel.run("case", "show", NUMBER, COLUMNS="200").output.split())
    assert f"file Panggilan I.txt, SHA-256 {told['sha256'][:16]}" in shown
    assert "recorded already" in step(apel, "panggilan-1", "01-06", *words)
    for wrong in (apel.folder, apel.folder / "tidak-ada.pdf"):
        assert "cannot be read as a file" in refused(apel, "pemeriksaan", "01-19", "--file", wrong)
