"""apel case list, show, due: a case as it is told, and loudly what has changed under it."""

from __future__ import annotations

import json

import openpyxl
from case_acts import DECISION, LATER, NUMBER, complaint, decided, office, refused, step
from office_acts import close, roll
from officer import Apel, Roster

SHOWN = """\
RAHASIA - TERBATAS
PD-1/2026   open
ANI   NIP 19850101 201001 1 001   PNS
SATU
Opened on 9 Mar 2026 (entry 8), from: Kehadiran: tidak masuk kerja tanpa alasan yang sah
Alleged: Tidak masuk kerja tanpa alasan yang sah selama 5 (lima) hari kerja dalam tahun 2026
May lead to: ringan; PP 94/2021 Pasal 4 huruf f jo. Pasal 9 ayat (2) huruf b angka 2
Rests on 5 days without reason in 2026 (PP 94/2021): 2, 3, 4, 5, 6/3/2026; in a row 5
Tier when it was opened: ringan: teguran tertulis

Steps

Day          Stage                         Number  By                Further                                      Entry
-----------  ----------------------------  ------  ----------------  -------------------------------------------  -----
12 Mar 2026  Panggilan I                   R.1     KEPALA SATU       calls to 30 Mar 2026, 09.00, Ruang Rapat         9
30 Mar 2026  Tidak hadir pada panggilan I                                                                            10
10 Apr 2026  Panggilan II                                            calls to 15 Apr 2026; LATE: libur panjang       11
15 Apr 2026  Pemeriksaan tertutup (BAP)            KEPALA SATU                                                       12
20 Apr 2026  Keputusan                     SK-1    WALI KOTA CONTOH  ringan: teguran tertulis; didengar langsung     13
14 Jul 2026  Keputusan diterima                                      LATE: alamat pindah                             14

Clocks and what comes next
  !! MISSED: Panggilan II by 9 Apr 2026, done on 10 Apr 2026; atasan langsung (PP 94/2021 Pasal 26 ayat (3))
  !! MISSED: Keputusan diterima / Tidak hadir menerima keputusan by 11 Mei 2026, done on 14 Jul 2026; pejabat yang berwenang (PP 94/2021 Pasal 37 ayat (3))
  In force on 4 Agt 2026, the 15th working day after it was received, if nobody objects or appeals (Peraturan BKN 6/2022 Pasal 50 ayat (1))
  Next, from 4 Agt 2026 on: Hukuman mulai dijalani (dijalani); pejabat yang berwenang (Peraturan BKN 6/2022 Pasal 50 ayat (1))
  Next, by 3 Agt 2026 at the latest: Keberatan diajukan (keberatan); pegawai (PP 79/2021 (keberatan), to be checked with the legal section)
"""  # noqa: E501 - as it is printed


def carried(apel: Apel, roster: Roster) -> list[str]:
    """A case from five days, up to the day on which the decision was received."""
    nips = office(apel, roster, "TK TK TK TK TK")
    apel("case", "open", nips[0], "--date", "2026-03-09")
    called = ("--at", "9:00", "--place", "Ruang Rapat", "--number", "R.1", "--by", "KEPALA SATU")
    step(apel, "panggilan-1", "03-12", "--on", "2026-03-30", *called)
    step(apel, "tidak-hadir-1", "03-30")
    step(apel, "panggilan-2", "04-10", "--on", "2026-04-15", "--late", "libur panjang")
    step(apel, "pemeriksaan", "04-15", "--by", "KEPALA SATU")
    words = ("--sanction", "teguran-tertulis", "--level", "ringan", "--note", "didengar langsung")
    step(apel, "keputusan", "04-20", *DECISION, *words)
    step(apel, "terima", "07-14", "--late", "alamat pindah")
    return nips


def test_the_file_of_a_case(apel: Apel, roster: Roster) -> None:
    carried(apel, roster)
    result = apel.run("case", "show", "pd-1/2026", today="2026-07-14", COLUMNS="140")
    assert result.output == SHOWN
    assert "discipline cases" not in apel("doctor", today="2026-07-14").lower()  # what was late says why
    narrow = apel.run("case", "show", NUMBER, today="2026-07-14", COLUMNS="80")
    assert "alamat" in narrow.output and max(map(len, narrow.output.split("Clocks")[0].splitlines())) <= 120


def test_the_file_of_a_case_for_programs(apel: Apel, roster: Roster) -> None:
    (ani, _budi) = carried(apel, roster)
    told = apel.json("case", "show", NUMBER, today="2026-07-14")
    assert (told["nip"], told["name"], told["unit"], told["status"]) == (ani, "ANI", "SATU", "PNS")
    assert (told["state"], told["step"], told["day"], told["in_force"]) == (
        "open",
        "terima",
        "2026-07-14",
        "2026-08-04",
    )
    assert told["steps"][0]["meets"] == "2026-03-30" and told["steps"][0]["details"]["at"] == "09.00"
    assert told["clocks"][0] == {
        "steps": ["panggilan-2"],
        "by": "2026-04-09",
        "met": "2026-04-10",
        "missed": True,
        "article": "PP 94/2021 Pasal 26 ayat (3)",
        "whose": "atasan langsung",
    }
    assert told["next"][0] == {
        "steps": ["dijalani"],
        "by": "2026-08-04",
        "earliest": True,
        "article": "Peraturan BKN 6/2022 Pasal 50 ayat (1)",
        "whose": "pejabat yang berwenang",
    }
    assert told["sanction"] == "teguran-tertulis" and told["ends"] is None and told["channel"] is None


def test_the_cases_of_units_and_people(apel: Apel, roster: Roster) -> None:
    ani, budi = office(apel, roster)
    assert "No case. See also" in apel("case", "list")
    apel("case", "open", ani)
    complaint(apel, budi, "03-31")
    step(apel, "panggilan-1", "04-01", "--on", "2026-04-15", today="2026-04-01")
    apel("case", "close", "PD-2/2026", "--outcome", "dihentikan", "--reason", "damai")
    for day, state in (("04-07", "open"), ("04-08", "due"), ("04-15", "due"), ("04-16", "overdue")):
        (one,) = apel.json("case", "list", today=f"2026-{day}")["cases"]
        assert (one["number"], one["state"], one["step"]) == (NUMBER, state, "panggilan-1"), day
    both = apel.json("case", "list", "--all")["cases"]
    assert [(one["number"], one["state"]) for one in both] == [(NUMBER, "open"), ("PD-2/2026", "closed")]
    assert [one["name"] for one in apel.json("case", "list", "--all", "--unit", "DUA")["cases"]] == ["BUDI"]
    assert [one["name"] for one in apel.json("case", "list", "--all", "--nip", ani)["cases"]] == ["ANI"]
    said = " ".join(apel.run("case", "list", "--all", today="2026-04-16", COLUMNS="250").output.split())
    assert "RAHASIA - TERBATAS: Discipline cases" in said and ani not in said
    assert "2 cases: 1 overdue, 0 due by 23 Apr 2026, 1 closed." in said
    assert f"{NUMBER} ANI Panggilan I" in said and "15 Apr 2026 OVERDUE" in said
    assert "PD-2/2026 BUDI Perkara ditutup closed" in said


def test_lists_of_cases_in_files(apel: Apel, roster: Roster) -> None:
    ani, _budi = office(apel, roster)
    apel("case", "open", ani)
    for name in ("perkara.xlsx", "perkara.csv", "perkara.json"):
        apel("case", "list", "-o", apel.folder / name)
    sheet = str([*openpyxl.load_workbook(apel.folder / "perkara.xlsx").worksheets[0].values])
    assert "RAHASIA - TERBATAS" in sheet and "ANI" in sheet and ani in sheet
    assert ani in (apel.folder / "perkara.csv").read_text("utf-8")
    assert json.loads((apel.folder / "perkara.json").read_text("utf-8"))["cases"][0]["nip"] == ani
    assert "pdf" in apel.refuses("case", "list", "-o", apel.folder / "perkara.pdf")
    assert "pdf" in apel.refuses("case", "due", "-o", apel.folder / "perkara.pdf")


def test_what_is_due(apel: Apel, roster: Roster) -> None:
    ani, budi = office(apel, roster)
    assert "Nothing is due." in apel("case", "due")
    apel("case", "open", ani)  # waits for its first summons, without a day
    complaint(apel, budi, "01-05", today="2026-03-31")
    two = {"number": "PD-2/2026"}
    step(apel, "panggilan-1", "01-06", "--on", "2026-01-19", **two)
    step(apel, "pemeriksaan", "01-19", **two)
    step(apel, "keputusan", "03-16", *DECISION, "--sanction", "potong-tukin-6", "--level", "sedang", **two)

    def due(day: str, *words: str) -> list[tuple[str, str, list[str]]]:
        told = apel.json("case", "due", *words, today=f"2026-{day}")["due"]
        return [(one["number"], one["state"], one["steps"]) for one in told]

    now = (NUMBER, "now", ["panggilan-1"])
    assert due("04-05") == [now]
    assert due("04-06") == [("PD-2/2026", "due", ["terima"]), now]
    assert due("04-05", "--days", "8") == [("PD-2/2026", "due", ["terima"]), now]
    assert due("04-13", "--days", "0") == [("PD-2/2026", "due", ["terima"]), now]
    assert due("04-14")[0] == ("PD-2/2026", "overdue", ["terima"])
    step(apel, "terima", "04-10", **two)
    assert due("04-28") == [now, ("PD-2/2026", "may", ["keberatan"]), ("PD-2/2026", "may", ["dijalani"])]
    assert due("05-20") == [now, ("PD-2/2026", "may", ["dijalani"])]
    said = " ".join(apel.run("case", "due", today="2026-04-14", COLUMNS="200").output.split())
    assert (
        "RAHASIA - TERBATAS: Due in discipline cases, up to 21 Apr 2026" in said
        and "without delay PD-1/2026 ANI" in said
    )
    apel("case", "due", "-o", apel.folder / "tempo.xlsx", today="2026-05-20")
    sheet = str([*openpyxl.load_workbook(apel.folder / "tempo.xlsx").worksheets[0].values])
    assert "Hukuman mulai dijalani" in sheet and budi in sheet


UPSET = "!! THE COUNT HAS CHANGED under PD-1/2026: apel case show NUMBER"


def letter(apel: Apel, nip: str, first: str, last: str) -> str:
    rows = f"NIP;JENIS;MULAI;SELESAI;NOMOR\n{nip};S;2026-{first};2026-{last};800/1"
    return apel("leave", "import", apel.file("surat.csv", rows))


def test_a_letter_that_changes_the_count_is_told_loudly(apel: Apel, roster: Roster) -> None:
    ani, _budi = office(apel, roster)
    apel("case", "open", ani)
    assert UPSET in letter(apel, ani, "03-16", "03-17")
    assert UPSET in apel("leave", "add", ani, "S", "--from", "2026-03-25")
    assert UPSET in apel("leave", "void", 2)  # the first is there still
    said = " ".join(apel("case", "show", NUMBER).split())
    assert "!! THE COUNT HAS CHANGED since the case was opened: 12 days then, 10 now." in said
    assert "!! 16 Mar 2026 counted then; now it is S: letter 800/1, 2026-03-16 to 2026-03-17" in said
    assert "!! Tier then: sedang: pemotongan tunjangan kinerja sebesar 25 % selama 6 bulan. Tier now: ringan:" in said
    changed = apel.json("case", "show", NUMBER)["changed"]
    assert (changed["loud"], changed["days"], changed["tier"]["level"]) == (True, 10, "ringan")
    assert [one["date"] for one in changed["gone"]] == ["2026-03-16", "2026-03-17"]
    step(apel, "panggilan-1", "04-01", "--on", "2026-04-15")
    step(apel, "pemeriksaan", "04-15")
    said = step(apel, "keputusan", "04-16", *DECISION, "--sanction", "potong-tukin-6", "--level", "sedang")
    assert "!! THE COUNT HAS CHANGED" in said and "Tier now: ringan: pernyataan tidak puas secara tertulis." in said
    (one,) = apel.json("case", "list")["cases"]
    assert one["changed"] is True
    assert "!! THE COUNT HAS CHANGED under PD-1/2026: apel case show NUMBER" in " ".join(apel("case", "list").split())
    said = apel("doctor")
    assert "DISCIPLINE CASES WHOSE COUNT HAS CHANGED since they were opened (1)" in said
    assert "PD-1/2026: 12 days then, 10 now; sedang then, ringan now. See: apel case show PD-1/2026" in said


def test_what_is_taken_back_under_a_case_is_told_at_once(apel: Apel, roster: Roster) -> None:
    ani, _budi = office(apel, roster)
    closing = apel.json("journal", "list")[-1]["entry"]
    apel("case", "open", ani)
    assert UPSET in apel("undo", closing)
    assert "HAS CHANGED" not in apel("undo", closing + 2)
    apel("undo", closing)
    apel("undo", closing + 1)
    said = " ".join(apel.refuses("case", "open", ani).split())
    assert "0 days of work missed without reason" in said
    assert "days the roll is not signed, and none of them counts: apel roll missing 2026-01-01..2026-03-31" in said


def test_whatever_takes_days_away_under_a_case_says_so(apel: Apel, roster: Roster) -> None:
    ani, _budi = office(apel, roster)
    apel("case", "open", ani)
    for words in (
        ("calendar", "add", "2026-03-02", "--name", "Libur", "--source", "SE 1"),
        ("exempt", "add", "--nip", ani, "--kind", "kerja", "--from", "2026-03-03", "--to", "2026-03-03"),
        ("roll", "reopen", "2026-03-04", "--kind", "kerja", "--all"),
        ("staff", "end", ani, "--from", "2026-03-26"),
    ):
        more = () if words[0] == "calendar" else ("--reason", "SK 1")
        assert UPSET in apel(*words, *more), words
        apel("undo", apel.json("journal", "list")[-1]["entry"])
    assert "CHANGED" not in apel("case", "show", NUMBER)


def test_a_letter_that_leaves_no_tier(apel: Apel, roster: Roster) -> None:
    ani, _budi = office(apel, roster, "TK TK TK")
    apel("case", "open", ani)
    letter(apel, ani, "03-02", "03-02")
    said = " ".join(apel("case", "show", NUMBER).split())
    assert "!! Tier then: ringan: teguran lisan. Tier now: no tier." in said
    assert "3 days then, 2 now; ringan then, no tier now" in apel("doctor")
    letter(apel, ani, "03-03", "03-04")
    assert "3 days then, 0 now" in apel("doctor")


def test_the_same_tier_upon_another_count(apel: Apel, roster: Roster) -> None:
    ani, _budi = office(apel, roster)
    apel("case", "open", ani)
    letter(apel, ani, "03-16", "03-16")
    said = " ".join(apel("case", "show", NUMBER).split())
    assert "!! The tier is the same still: sedang: pemotongan" in said
    later = apel.file("later.csv", f"NIP;TANGGAL;KODE\n{ani};2026-03-13;TK")
    apel("roll", "import", later, "--kind", "kerja", "--replace", "--reason", "salah catat")
    said = " ".join(apel("case", "show", NUMBER).split())
    assert "12 days then, 12 now" in said and "!! Known only afterwards: 13 Mar 2026" in said


def test_a_holiday_that_is_added_afterwards(apel: Apel, roster: Roster) -> None:
    ani, _budi = office(apel, roster, "TK TK TK")
    apel("case", "open", ani, "--date", "2026-03-06")
    step(apel, "panggilan-1", "03-12", "--on", "2026-03-30")
    assert "discipline cases" not in apel("doctor").lower()
    for day in ("2026-03-04", "2026-03-26"):
        apel("calendar", "add", day, "--sort", "lokal", "--name", "Hari jadi kota", "--source", "SK rekaan")
    said = " ".join(apel("case", "show", NUMBER).split())
    assert "!! 4 Mar 2026 counted then; now it is no day that counts" in said
    said = " ".join(apel("doctor").split())
    assert "Steps of discipline cases that the calendar of today would not allow (1)" in said
    assert "PD-1/2026, Panggilan I: Panggilan I (panggilan-1) of 12 Mar 2026 calls too early" in said


def test_assemblies_that_change(apel: Apel, roster: Roster) -> None:
    ani, budi = office(apel, roster)
    roll(apel, [ani, budi], "TK TK H TK", "H H H H", name="apel")
    close(apel, "2026-03-02..2026-03-05")
    own = ("--origin", "apel", "--level", "ringan", "--article", "Perwal 1")
    apel("case", "open", ani, *own)
    letter(apel, ani, "03-02", "03-02")
    said = " ".join(apel("case", "show", NUMBER).split())
    assert "3 days then, 2 now." in said and "Tier" not in said
    assert "PD-1/2026: 3 days then, 2 now; ringan then, no tier now" in apel("doctor")


def test_another_status_takes_the_count_away(apel: Apel, roster: Roster) -> None:
    ani, _budi = office(apel, roster)
    apel("case", "open", ani)
    apel("staff", "status", ani, "PPPK", "--from", "2026-03-16", "--before", "PNS")
    said = " ".join(apel("case", "show", NUMBER).split())
    assert "12 days then, 8 now." in said
    assert "!! 16 Mar 2026 counted then; now it is TK: another regulation counts it, by the status of the day" in said


def test_somebody_who_left_the_roster_keeps_his_case(apel: Apel, roster: Roster) -> None:
    (nip,) = roster("ANI @ SATU")
    complaint(apel, nip, "01-05")
    entry = next(one["entry"] for one in apel.json("journal", "list") if one["action"] == "staff import")
    apel("undo", entry)
    (one,) = apel.json("case", "list", today=LATER)["cases"]
    assert (one["nip"], one["name"], one["unit"]) == (nip, "?", None)
    assert "cannot come after" not in refused(apel, "terima", "01-06")


def test_the_file_of_a_closed_case(apel: Apel, roster: Roster) -> None:
    (nip,) = roster("ANI @ SATU")
    decided(apel, nip, "01-20", *DECISION, "--sanction", "potong-tukin-6", "--level", "sedang")
    step(apel, "terima", "01-21")
    step(apel, "dijalani", "02-11")
    said = apel("case", "show", NUMBER, today="2026-03-31")
    assert "pemotongan tunjangan kinerja sebesar 25 % selama 6 bulan: it ends on 10 Agt 2026." in said
    apel("case", "close", NUMBER, "--outcome", "dijalani", "--reason", "gaji dibayar penuh", today="2026-08-11")
    shown = apel.run("case", "show", NUMBER, today="2026-08-11", COLUMNS="150").output
    assert "PD-1/2026   closed" in shown and "hukuman selesai dijalani; gaji dibayar penuh" in shown
    assert "  The case is closed: hukuman selesai dijalani.\n" in shown and "Next" not in shown
    assert apel.json("case", "show", NUMBER)["ends"] == "2026-08-10"


def test_before_pp_94_its_clocks_bind_nobody(apel: Apel, roster: Roster) -> None:
    (nip,) = roster("ANI @ SATU")
    about = ("--allegation", "Rekaan", "--channel", "surat", "--reference", "1", "--number", "53")
    said = apel("case", "open", nip, "--origin", "pengaduan", "--date", "2021-08-30", *about)
    said += apel("case", "step", "53", "panggilan-1", "--date", "2021-08-30", "--on", "2021-08-31")
    assert "! Panggilan I (panggilan-1) of 30 Agt 2021 calls too early" in said
    assert "Pasal" not in said and "PPPK" not in said


def test_there_are_no_other_commands_of_cases(apel: Apel) -> None:
    assert apel.run("case", "shwo").exit_code == 2
    assert "letter" in apel("case", "--help")
