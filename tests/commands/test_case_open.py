"""apel case open: on what a case rests, what it proposes, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from case_acts import MARCH, NUMBER, TWELVE, complaint, month, office, step
from office_acts import close, done_once, journal, roll
from officer import Apel, Roster


def opened(apel: Apel, number: str = NUMBER) -> dict[str, Any]:
    told: dict[str, Any] = apel.json("case", "show", number)
    return told


def line(said: str) -> str:
    return " ".join(said.split())


def test_a_case_freezes_the_count_it_rests_on(apel: Apel, roster: Roster) -> None:
    ani, _budi = office(apel, roster)
    said = line(done_once(apel, "case", "open", ani))
    assert "PD-1/2026: a case of ANI was opened" in said
    assert "Rests on 12 days without reason in 2026 (PP 94/2021): 2, 3, 4, 5, 9, 10, 11, 12, 16, 17, 25, 26/3" in said
    assert "in a row 4" in said and "PROVISIONAL" not in said
    assert "The tier of this count: sedang: pemotongan tunjangan kinerja sebesar 25 % selama 6 bulan" in said
    assert "the officer in charge decides" in said
    assert "in its place: penundaan kenaikan gaji berkala selama 1 tahun" in said
    assert "Next, without delay: Panggilan I (panggilan-1); atasan langsung (PP 94/2021 Pasal 28)" in said
    assert "A summons of today may call to 10 Apr 2026 at the earliest." in said  # 3 April is a holiday
    told = opened(apel)
    assert told["allegation"] == (
        "Tidak masuk kerja tanpa alasan yang sah selama 12 (dua belas) hari kerja dalam tahun 2026"
    )
    assert told["article"] == "PP 94/2021 Pasal 4 huruf f jo. Pasal 10 ayat (2) huruf f angka 1"
    assert (told["level"], told["binding"], told["opened"], told["step"]) == ("sedang", True, "2026-03-31", None)
    rests = told["rests_on"]
    assert (rests["kind"], rests["year"], rests["days"], len(rests["run"])) == ("kerja", 2026, 12, 4)
    assert (rests["tier"]["level"], rests["tier"]["law"], rests["provisional"]) == ("sedang", "PP 94/2021", False)
    assert told["changed"]["loud"] is False and told["changed"]["days"] == 12


def test_the_officer_may_say_otherwise_and_is_told(apel: Apel, roster: Roster) -> None:
    ani, _budi = office(apel, roster)
    words = ("--level", "ringan", "--article", "Pasal lain", "--allegation", "Sering\n tidak masuk")
    said = apel("case", "open", ani, *words, "--number", "X/{n}/{bulan}/{tahun}", "--reason", "rapat")
    assert "! The level ringan is not that of the count, sedang." in said
    told = opened(apel, "x/1/iii/2026")
    assert (told["level"], told["article"], told["allegation"]) == ("ringan", "Pasal lain", "Sering tidak masuk")


@pytest.mark.parametrize(
    ("word", "level", "lacking"),
    [("TK TK H", None, "1 more would reach the first"), ("TK TK TK", "ringan", None), ("H H H", None, "0 days")],
)
def test_no_case_below_the_first_tier(
    apel: Apel, roster: Roster, word: str, level: str | None, lacking: str | None
) -> None:
    ani, _budi = office(apel, roster, word)
    if lacking is not None:
        before = journal(apel)
        said = line(apel.refuses("case", "open", ani))
        assert lacking in said and "no tier is reached" in said and "--origin apel, pengaduan" in said
        assert journal(apel) == before
    else:
        apel("case", "open", ani)
        assert opened(apel)["level"] == level


def test_ten_days_in_a_row_stop_the_salary(apel: Apel, roster: Roster) -> None:
    ani, _budi = office(apel, roster, "TK TK TK TK TK . . TK TK TK TK TK . . H H . . . . . . . H H H . . H H")
    said = line(apel("case", "open", ani))
    assert "! Ten working days in a row: the salary stops from 1 Apr 2026 on" in said
    assert "10 (sepuluh) hari kerja berturut-turut" in said
    assert "Next, without delay: Tim pemeriksa dibentuk (tim)" in said
    told = opened(apel)
    assert told["level"] == "berat" and told["article"].endswith("Pasal 11 ayat (2) huruf d angka 4")


def test_rolls_that_are_not_signed_make_it_provisional(apel: Apel, roster: Roster) -> None:
    ani, _budi = office(apel, roster)
    apel("roll", "reopen", "2026-03-26", "--kind", "kerja", "--unit", "SATU", "--reason", "diperiksa")
    said = apel("case", "open", ani)
    assert "! PROVISIONAL, not signed yet: SATU: 26/3/2026" in said
    assert opened(apel)["rests_on"]["provisional"] is True
    assert "PROVISIONAL" in apel("case", "show", NUMBER)


def test_the_count_ends_with_the_period_or_the_day(apel: Apel, roster: Roster) -> None:
    ani, _budi = office(apel, roster)
    assert "entry" not in apel("case", "open", ani, "--period", "2026-03-09..2026-03-12", "--dry-run")
    apel("case", "open", ani, "--date", "2026-03-09")
    assert opened(apel)["rests_on"]["days"] == 5  # the law counts from 1 January on
    said = line(apel("case", "show", NUMBER))
    assert "! Since then 7 more: 10 Mar 2026" in said and "!!" not in said
    assert "! Tier then: ringan: teguran tertulis. Tier now: sedang: pemotongan" in said


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--date", "2026-04-01"), "has not come yet"),
        (("--period", "2025-12-30..2026-01-02"), "of two years"),
        (("--date", "2026-03-30", "--period", "2026-03-31"), "begins after the day of the case"),
        (("--kind", "apel-pagi"), "--kind goes with --origin apel only"),
        (("--origin", "apel", "--kind", "kerja"), "is no assembly"),
        (("--origin", "apel"), "--level"),
        (("--origin", "apel"), "--article"),
        (("--origin", "pengaduan"), "--allegation"),
        (("--origin", "pengaduan"), "--channel"),
        (("--origin", "pengaduan"), "--reference"),
        (("--origin", "pemeriksaan"), "--reference"),
        (("--origin", "pemeriksaan", "--period", "2026"), "--period goes with a count"),
        (("--number", " "), "a case needs a number"),
        (("--number", "{x}"), "{x} is not known"),
    ],
)
def test_what_is_wrong_is_said_before_anything_is_counted(
    apel: Apel, roster: Roster, words: tuple[str, ...], told: str
) -> None:
    ani, _budi = office(apel, roster)
    result = apel.run("case", "open", ani, *words)
    assert result.exit_code in (1, 2) and told in line(result.output)


def test_nobody_unknown_has_a_case(apel: Apel, roster: Roster) -> None:
    office(apel, roster)
    assert "Nobody on the roster" in apel.refuses("case", "open", "198501012010011999")
    assert "18 digits" in apel.refuses("case", "open", "12")


def test_the_same_grounds_twice(apel: Apel, roster: Roster) -> None:
    ani, budi = office(apel, roster)
    apel("case", "open", ani)
    before = journal(apel)
    said = line(apel.refuses("case", "open", ani, "--number", "LAIN"))
    assert "PD-1/2026 of 31 Mar 2026 is open already" in said and 'apel case step "PD-1/2026"' in said
    assert journal(apel) == before
    complaint(apel, ani, "03-31")
    assert "PD-2/2026" in line(apel.refuses("case", "open", ani, *COMPLAINT, "--reference", " lp-7 "))
    complaint(apel, ani, "03-31", reference="LP-8")
    complaint(apel, budi, "03-31")
    assert [one["number"] for one in apel.json("case", "list")["cases"]] == [f"PD-{n}/2026" for n in (1, 2, 3, 4)]
    apel("case", "close", NUMBER, "--outcome", "dihentikan", "--reason", "salah orang")
    said = line(apel("case", "open", ani))
    assert "There was PD-1/2026 on the same grounds: pemeriksaan dihentikan. The count goes on" in said


COMPLAINT = ("--origin", "pengaduan", "--allegation", "X", "--channel", "surat")


def test_numbers_are_never_given_twice(apel: Apel, roster: Roster) -> None:
    ani, budi = office(apel, roster)
    complaint(apel, ani, "03-31", "--number", "Perkara 5")
    said = apel.refuses("case", "open", budi, *COMPLAINT, "--reference", "1", "--number", "PERKARA  5")
    assert "stands on another case" in said
    complaint(apel, budi, "03-31")
    apel("undo", journal(apel)[0])
    complaint(apel, ani, "03-31", reference="2")
    assert [one["number"] for one in apel.json("case", "list")["cases"]] == ["Perkara 5", "PD-1/2026"]
    said = line(apel.refuses("case", "show", "Perkara 6"))
    assert "There is no case Perkara 6. Did you mean: Perkara 5?" in said
    assert "Did you mean" not in apel.refuses("case", "show", "qqq")


def test_from_missed_assemblies_by_the_rule_of_the_office(apel: Apel, roster: Roster) -> None:
    ani, budi = office(apel, roster)
    roll(apel, [ani, budi], "TK TK H TK", "H H H H", name="apel")
    close(apel, "2026-03-02..2026-03-05")
    own = ("--origin", "apel", "--level", "ringan", "--article", "Perwal Rekaan 1/2026 Pasal 3")
    assert "no apel-pagi was missed" in line(apel.refuses("case", "open", budi, *own))
    said = line(apel("case", "open", ani, *own))
    assert "Rests on 3 days without reason in 2026 (Apel pagi): 2, 3, 5/3/2026; PROVISIONAL" in said
    assert "The tier" not in said and "PP 94/2021 Pasal 1" not in said
    told = opened(apel)
    assert told["allegation"] == "Tidak mengikuti apel pagi tanpa keterangan sebanyak 3 (tiga) kali dalam tahun 2026"
    assert (told["level"], told["article"]) == ("ringan", "Perwal Rekaan 1/2026 Pasal 3")
    assert told["changed"] == {
        "loud": False, "days": 3, "run": 0, "tier": None, "gone": [], "late": [], "since": [],
    }  # fmt: skip
    assert "is open already" in apel.refuses("case", "open", ani, *own)
    apel("case", "open", ani)  # absence from work is another matter


def test_of_assemblies_only_the_period_counts(apel: Apel, roster: Roster) -> None:
    ani, budi = office(apel, roster)
    roll(apel, [ani, budi], "TK TK H TK", "H H H H", name="apel")
    close(apel, "2026-03-02..2026-03-05")
    own = ("--origin", "apel", "--kind", "apel-pagi", "--level", "ringan", "--article", "Perwal 1")
    apel("case", "open", ani, *own, "--period", "2026-03-03..2026-03-04")
    told = opened(apel)
    assert told["rests_on"]["dates"] == ["2026-03-03"]
    assert (told["changed"]["since"], told["changed"]["late"], told["changed"]["days"]) == (["2026-03-05"], [], 2)
    assert "Since then 1 more" in apel("case", "show", NUMBER) and "Tier" not in apel("case", "show", NUMBER)


PPPK = "198501012024211001"


def of_pppk(apel: Apel, word: str = TWELVE) -> None:
    rows = f"NIP;NAMA;UNIT KERJA;STATUS\n{PPPK};DEDE;TIGA;PPPK"
    apel("staff", "import", apel.file("pppk.csv", rows), "--from", "2026-03-01")
    roll(apel, [PPPK], month(word), kind="kerja")
    close(apel, MARCH, kind="kerja")


def test_of_pppk_no_article_of_a_pp_is_ever_named(apel: Apel) -> None:
    of_pppk(apel)
    said = line(apel("case", "open", PPPK))
    assert "Rests on 12 days without reason in 2026 (Hari kerja)" in said
    assert "! PPPK: the clocks of PNS are shown only; ikuti peraturan daerah / perjanjian kerja." in said
    told = opened(apel)
    assert (told["binding"], told["level"], told["article"]) == (False, None, None)
    assert told["rests_on"]["tier"] is None and told["changed"]["days"] == 12
    said += line(apel("case", "show", NUMBER))
    assert "May lead to: not known yet; article not known yet" in said
    said += step(apel, "panggilan-1", "03-31", "--on", "2026-04-02")
    assert "! Panggilan I (panggilan-1) of 31 Mar 2026 calls too early: 7 working days" in said
    said += step(apel, "tidak-hadir-1", "04-02") + step(apel, "panggilan-2", "05-04", "--on", "2026-05-05")
    assert "! Panggilan II (panggilan-2) on 4 Mei 2026 is later than 14 Apr 2026 (7 working days). (as for PNS" in said
    said += line(apel("case", "show", NUMBER)) + line(apel("case", "due", "--days", "300"))
    assert "!! MISSED: Panggilan II by 14 Apr 2026" in said
    assert "Pasal" not in said and "Peraturan BKN" not in said


def test_of_pppk_the_table_of_the_office(apel: Apel) -> None:
    apel("config", "import", apel.file("c.toml", LOCAL))
    of_pppk(apel)
    said = line(apel("case", "open", PPPK))
    assert "The tier of this count: sedang: pemotongan gaji." in said
    told = opened(apel)
    assert (told["binding"], told["level"], told["article"]) == (False, "sedang", "Perbup Rekaan 1/2026 Pasal 9")
    assert told["rests_on"]["tier"]["law"] == "Perbup Rekaan 1/2026"


def test_of_pppk_the_table_of_the_office_may_not_be_reached(apel: Apel) -> None:
    apel("config", "import", apel.file("c.toml", LOCAL))
    of_pppk(apel, "TK TK TK H")
    assert "2 more would reach the first" in line(apel.refuses("case", "open", PPPK))


LOCAL = """
    [office]
    name = "PEMERINTAH KOTA CONTOH"
    [discipline]
    pppk_name = "Perbup Rekaan 1/2026"
    [[discipline.pppk]]
    days = 5
    level = "ringan"
    sanction = "teguran"
    [[discipline.pppk]]
    days = 12
    level = "sedang"
    sanction = "pemotongan gaji"
    article = "Pasal 9"
"""


def test_hours_of_lateness_are_days_where_the_office_says_so(apel: Apel, roster: Roster) -> None:
    ani, _budi = office(apel, roster, "TK TK")
    apel("config", "import", apel.file("c.toml", LOCAL.replace("pppk_name", "hours = 7.5\npppk_name")))
    lines = [f"{ani};2026-03-{day};T;10:01" for day in ("04", "05", "06")]
    text = "\n".join(["NIP;TANGGAL;KODE;JAM", *lines])
    apel("roll", "import", apel.file("late.csv", text), "--kind", "kerja", "--replace")
    said = line(apel("case", "open", ani))
    assert "Rests on 3 days" in said and "; 1 of them made of hours of lateness" in said
    told = opened(apel)
    assert (told["rests_on"]["days"], told["rests_on"]["dates"]) == (3, ["2026-03-02", "2026-03-03"])
    assert told["changed"]["days"] == 3
    apel("config", "set", "discipline.hours", "0")
    said = line(apel("case", "show", NUMBER))
    assert "!! THE COUNT HAS CHANGED since the case was opened: 3 days then, 2 now." in said
    assert "!! 1 of the days were made of hours of lateness then, 0 are now" in said
