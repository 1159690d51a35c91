"""apel roll: from the roll of a unit to the signature of its head."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from office_acts import WEEK, adds_up, answers, close, done_once, figures, journal, roll, rows
from officer import Apel, Roster
from openpyxl import Workbook

STRANGER = "198501012010011077"


def test_a_roll_is_taken_in_once(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI", "BUDI")
    file = apel.file(
        "a.csv", "\n".join(["NIP;TANGGAL;KODE;JAM", f"{nips[0]};2026-03-02;H;07.25", *rows(nips[1:], "TK S")])
    )
    said = done_once(apel, "roll", "import", file, "--kind", "apel-pagi")
    assert "read 3, taken 3" in said
    told = apel.json("roll", "import", file, "--kind", "apel-pagi")
    assert told == {"read": 3, "taken": 0, "unchanged": 3, "parked": 0, "refused": []}
    shown = apel.json("roll", "show", WEEK)
    assert [(row["name"], row["2026-03-02"], row["2026-03-03"]) for row in shown] == [
        ("ANI", "H", "BL"),
        ("BUDI", "BL", "S"),
    ]


def test_many_files_each_by_itself(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI", "BUDI")
    good = apel.file("a.csv", "\n".join(["NIP;TANGGAL;KODE", *rows(nips[:1], "H H")]))
    bad = apel.file("b.csv", "\n".join(["NIP;TANGGAL;KODE", *rows(nips[1:], "H ZZ")]))
    empty = apel.folder / "c.csv"
    empty.write_bytes(b"")
    words = ["roll", "import", good, bad, empty, "--kind", "apel-pagi"]
    run = apel.run(*words, "--format", "json")
    told = json.loads(run.stdout)
    assert run.exit_code == 1 and adds_up(told)
    assert (told["read"], told["taken"], len(told["refused"])) == (5, 2, 3)
    assert {row["file"] for row in told["refused"]} == {"b.csv", "c.csv"}
    run = apel.run(*words)
    assert "a.csv: read 2, taken 0, unchanged 2" in run.stdout
    assert "b.csv: read 2, taken 0, refused 1, held back 1" in run.stdout
    assert "c.csv: refused." in run.stderr and "0 bytes" in run.stderr


def test_several_questions_are_a_list_one_below_the_other(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI")
    file = apel.file("b.csv", "\n".join(["NIP;TANGGAL;KODE", *rows(nips, "TL CB")]))
    told = apel.refuses("roll", "import", file, "--kind", "apel-pagi").splitlines()
    assert told[0] == "Refused: b.csv: 2 questions; answer all of them in one command:"
    assert [line[:40] for line in told[1:]] == [
        "  - b.csv, row 3: CB has more than one m",
        "  - b.csv, row 2: TL has more than one m",
    ]
    told = apel.refuses("roll", "import", file, file.with_name("x.csv"), "--kind", "apel-pagi").splitlines()
    assert "b.csv: refused. 2 questions; answer all of them in one command:" in told


def test_what_contradicts_is_refused_until_it_is_meant(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI")
    roll(apel, nips, "H TK")
    file = apel.file("b.csv", "\n".join(["NIP;TANGGAL;KODE", *rows(nips, "S TK")]))
    before = journal(apel)
    said = apel.refuses("roll", "import", file, "--kind", "apel-pagi")
    assert "2026-03-02, apel-pagi: recorded already as H (roll.csv, row 2 (entry" in said and "--replace" in said
    assert journal(apel) == before
    said = done_once(apel, "roll", "import", file, "--kind", "apel-pagi", "--replace", "--reason", "surat susulan")
    assert f"corrected: {nips[0]} 2026-03-02 H → S" in said
    assert apel.json("roll", "show", WEEK)[0]["2026-03-02"] == "S"


def test_a_roll_of_somebody_unknown_waits_for_the_roster(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI")
    file = apel.file("a.csv", "\n".join(["NIP;TANGGAL;KODE", *rows([*nips, STRANGER], "H H", "TK TK")]))
    told = apel.json("roll", "import", file, "--kind", "apel-pagi")
    assert adds_up(told) and (told["taken"], told["parked"]) == (2, 2)
    assert apel.json("roll", "import", file, "--kind", "apel-pagi")["unchanged"] == 4
    parked = apel.json("roll", "parked")
    assert parked == [{"nip": STRANGER, "count": 2, "first": "2026-03-02", "last": "2026-03-03"}]
    assert "roll link" in apel("roll", "parked")
    assert [one["nip"] for one in apel.json("staff", "list")["people"]] == nips  # never created silently
    assert f"parked: {STRANGER}" in roll(apel, [STRANGER], "TK TK TK", name="b")
    assert STRANGER in apel("doctor")
    more = apel.file("r.csv", f"NIP;NAMA;UNIT KERJA\n{STRANGER};CICI;DINAS CONTOH")
    apel("staff", "import", more, "--from", "2026-01-01")
    close(apel, "2026-03-02..2026-03-04")
    assert apel.json("roll", "parked") == []
    assert [one["nip"] for one in apel.json("flag", "2026-03-02..2026-03-04")["people"]] == [STRANGER]


def test_parked_marks_are_not_overwritten_silently(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    roll(apel, [STRANGER], "H")
    other = apel.file("b.csv", "\n".join(["NIP;TANGGAL;KODE", *rows([STRANGER], "TK")]))
    assert "recorded already as H" in apel.refuses("roll", "import", other, "--kind", "apel-pagi")
    apel("roll", "import", other, "--kind", "apel-pagi", "--replace")
    assert apel.json("roll", "parked")[0]["count"] == 1


def test_marks_under_a_wrong_nip_find_their_person(apel: Apel, roster: Roster) -> None:
    ani, budi = roster("ANI", "BUDI")
    roll(apel, [STRANGER], "H TK H H")
    said = done_once(apel, "roll", "link", STRANGER, ani, "--reason", "salah ketik")
    assert f"4 marks of {STRANGER} are now of {ani}" in said
    assert apel.json("roll", "parked") == []
    assert apel.json("roll", "show", WEEK)[0]["2026-03-02"] == "H"
    assert "nothing was changed" in apel("roll", "link", "198501012010011066", ani)
    roll(apel, [STRANGER], "T", name="again")
    assert "2026-03-02" in apel.refuses("roll", "link", STRANGER, ani)
    assert "stands on the roster" in apel.refuses("roll", "link", budi, ani)
    apel("staff", "end", budi, "--from", "2026-03-01", "--reason", "pensiun")
    assert "belongs to no unit on 2026-03-02" in apel.refuses("roll", "link", STRANGER, budi)
    assert apel.json("roll", "parked")[0]["count"] == 1


def test_marking_by_hand(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    said = done_once(apel, "roll", "mark", ani, "h", "--date", "2026-03-02", "--at", "7.31", "--note", "menyusul")
    assert f"ANI ({ani}), 2026-03-02, apel-pagi: - → H 07:31 (entry" in said
    close(apel, "2026-03-02")
    assert figures(apel.json("flag", "2026-03-02", "--all")["people"][0])[:3] == (1, 1, 1)
    said = done_once(apel, "roll", "mark", ani, "S", "--day", "2026-03-02")
    assert "H → S" in said and "signed already" in said
    assert "S is recorded already" in apel("roll", "mark", ani, "S", "--date", "2026-03-02")
    assert "signed by KEPALA CONTOH" in apel("doctor")


def test_an_absence_against_a_signed_presence_needs_a_reason(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI")
    roll(apel, nips, "H H H H")
    close(apel)
    before = journal(apel)
    assert "--reason" in apel.refuses("roll", "mark", nips[0], "TK", "--date", "2026-03-02")
    assert journal(apel) == before
    done_once(apel, "roll", "mark", nips[0], "TK", "--date", "2026-03-02", "--reason", "tanda tangan palsu")
    assert "palsu" in apel("journal", "list")


def test_marks_of_days_without_a_session(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI")
    assert "no session" in apel("roll", "mark", nips[0], "H", "--date", "2026-03-01")  # a Sunday
    assert "no session" not in apel("roll", "mark", nips[0], "H")  # today
    assert "1 marks are of days without a session" in roll(apel, nips, "H H", first=6)
    close(apel, "2026-03")
    assert "rolls that are signed already" in roll(apel, nips, "H", first=9, name="late")


def test_future_marks_and_marks_outside_a_posting(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI", first="2026-03-04")
    before = journal(apel)
    assert "future" in apel.refuses("roll", "mark", nips[0], "H", "--date", "2026-04-01")
    said = apel.refuses("roll", "mark", nips[0], "H", "--date", "2026-03-03")
    assert "belongs to no unit on 2026-03-03 (postings: 2026-03-04..)" in said
    file = apel.file("a.csv", "\n".join(["NIP;TANGGAL;KODE", *rows(nips, "H H H"), f"{nips[0]};2031-01-02;H"]))
    said = apel.refuses("roll", "import", file, "--kind", "apel-pagi")
    assert "refused 3, held back 1" in said and "2031-01-02 is in the future" in said
    assert journal(apel) == before
    run = apel.run("roll", "import", file, "--kind", "apel-pagi", "--skip-bad", "--format", "json")
    told = json.loads(run.stdout)
    assert adds_up(told) and (told["taken"], len(told["refused"])) == (1, 3)


@pytest.mark.parametrize(
    ("words", "code"),
    [(["--code", "TL=DL"], "DL"), (["--code", "tl=t"], "T"), (["--code", "TL="], "BL")],
)
def test_a_code_of_two_meanings_is_asked_for(apel: Apel, roster: Roster, words: list[str], code: str) -> None:
    nips = roster("ANI", "BUDI")
    file = apel.file("a.csv", "\n".join(["NIP;TANGGAL;KODE", *rows(nips, "TL", "H")]))
    said = apel.refuses("roll", "import", file, "--kind", "apel-pagi")
    assert "--code TL=" in said
    apel("roll", "import", file, "--kind", "apel-pagi", *words)
    assert apel.json("roll", "show", "2026-03-02")[0]["2026-03-02"] == code


@pytest.mark.parametrize("words", [["--code", "TL"], ["--code", "=DL"], ["--blank", "entah"], ["--kind", "rapat"]])
def test_words_that_are_none(apel: Apel, words: list[str]) -> None:
    assert apel.run("roll", "import", apel.file("a.csv", "NIP;TANGGAL;KODE\n"), *words).exit_code == 2


def test_a_code_that_does_not_exist(apel: Apel) -> None:
    said = apel.refuses("roll", "import", apel.file("a.csv", "NIP;TANGGAL;KODE\n"), "--code", "TL=XX")
    assert "XX is not a code" in said and "BL" not in said


def matrix(apel: Apel, nips: list[str], *words: str) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["DAFTAR HADIR APEL PAGI BULAN MARET 2026"])
    sheet.append(["NO", "NAMA", "NIP", 2, 3, 4, 5])
    for number, (nip, word) in enumerate(zip(nips, words, strict=True), 1):
        sheet.append([number, f"ORANG {number}", nip, *(None if code == "." else code for code in word.split())])
    book.save(apel.folder / "matriks.xlsx")
    return apel.folder / "matriks.xlsx"


@pytest.mark.parametrize(("policy", "code"), [("hadir", "H"), ("tk", "TK"), ("lewati", "TK")])
def test_what_a_blank_cell_means_is_said(apel: Apel, roster: Roster, policy: str, code: str) -> None:
    nips = roster("ORANG 1", "ORANG 2")
    file = matrix(apel, nips, "H . H .", "H H H H")
    assert "--blank" in apel.refuses("roll", "import", file)
    apel("roll", "import", file, "--blank", policy)
    close(apel)
    assert apel.json("roll", "show", WEEK)[0]["2026-03-03"] == code


def test_the_roll_of_a_unit(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI @ SATU", "BUDI @ DUA")
    roll(apel, nips, "H H H H", "H H H H")
    close(apel, WEEK, "SATU")
    assert [row["name"] for row in apel.json("roll", "show", WEEK, "--unit", "dua")] == ["BUDI"]
    assert "Not closed yet: DUA" in apel("roll", "show", WEEK)
    assert "Not closed yet" not in apel("roll", "show", WEEK, "--unit", "SATU")
    apel("roll", "show", WEEK, "-o", apel.folder / "r.xlsx")
    assert apel.json("roll", "missing", WEEK) == [
        {"unit": "DUA", "count": 4, "dates": ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05"]}
    ]
    assert "All rolls of 2026-03-02 are closed" not in apel("roll", "missing", "2026-03-02")
    close(apel, WEEK, "DUA")
    assert "All rolls of 2026-03-02 are closed" in apel("roll", "missing", "2026-03-02")
    assert apel("roll", "missing")  # today


def test_closing(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI @ SATU", "BUDI @ DUA")
    roll(apel, nips, "H H TK TK", "H H H S")
    before = journal(apel)
    words = ["roll", "close", WEEK, "--signed-by", "KEPALA"]
    assert apel.run(*words).exit_code == 2
    assert apel.run(*words, "--all", "--unit", "SATU").exit_code == 2
    assert apel.run(*words, "--all", "--present", "-1").exit_code == 2
    assert "no unit" in apel.refuses(*words, "--unit", "TIGA")
    assert "Nobody has signed" in apel.refuses("roll", "close", WEEK, "--all", "--signed-by", " ")
    assert "nothing to close" in apel.refuses("roll", "close", "2026-03-01", "--all", "--signed-by", "K")
    assert "nothing to close" in apel.refuses("roll", "close", "2026-12", "--unit", "SATU", "--signed-by", "K")
    assert journal(apel) == before
    said = done_once(apel, *words, "--unit", "SATU", "--present", 2, "--total", 4)
    assert "SATU: 4 rolls closed, signed by KEPALA: 4 scheduled, 2 present, 0 excused, 2 TK (entry" in said
    assert "closed already" in apel(*words, "--unit", "SATU")
    told = apel.json("flag", WEEK, "--all")
    assert told["provisional"] and [row["unit"] for row in told["unreported"]] == ["DUA"]
    assert "all units: 4 rolls closed" in apel(*words, "--all")


def test_totals_of_the_paper_that_differ(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI", "BUDI")
    roll(apel, nips, "H H TK TK", "H H H S")
    before = journal(apel)
    words = ["roll", "close", WEEK, "--unit", "DINAS CONTOH", "--signed-by", "KEPALA"]
    said = apel.refuses(*words, "--present", 7, "--total", 9)
    assert "present: paper 7, recorded 5, difference 2" in said and "total: paper 9, recorded 8, difference 1" in said
    assert "DINAS CONTOH, 2026-03-04: present 1 of 2, TK 1" in said
    assert "present: paper 4, recorded 5, difference -1" in apel.refuses(*words, "--present", 4)
    assert journal(apel) == before
    apel(*words, "--present", 5, "--total", 8)


def test_totals_are_of_the_closed_lines_only(apel: Apel, roster: Roster) -> None:
    """Days that somebody stood elsewhere are not in the difference that is shown."""
    nips = roster("ANI @ SATU", "BUDI @ DUA")
    roll(apel, nips, "H H H H", "H H H H")
    apel("staff", "move", nips[0], "DUA", "--from", "2026-03-04")
    said = apel.refuses("roll", "close", WEEK, "--unit", "SATU", "--signed-by", "K", "--total", 4)
    assert "total: paper 4, recorded 2" in said and "SATU, 2026-03-03: present 1 of 1" in said
    assert "DUA" not in said and "2026-03-04" not in said


def test_a_roll_without_nips_finds_its_people_by_name(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI CONTOH", "BUDI", "BUDI")
    head = "NAMA;TANGGAL;KODE"
    apel("roll", "import", apel.file("a.csv", f"{head}\nAni Contoh, S.E.;2026-03-02;H"), "--kind", "apel-pagi")
    assert apel.json("roll", "show", "2026-03-02")[0]["2026-03-02"] == "H"
    words = ["--kind", "apel-pagi"]
    said = apel.refuses("roll", "import", apel.file("b.csv", f"{head}\nBUDI;2026-03-02;H"), *words)
    assert '2 people are called "BUDI"' in said
    before = journal(apel)
    assert apel.refuses("roll", "import", apel.file("c.csv", f"{head}\nTIADA;2026-03-02;H"), *words)
    assert journal(apel) == before and len(nips) == 3


def test_a_line_of_which_nothing_is_recorded(apel: Apel, roster: Roster) -> None:
    roster("ANI @ SATU", "BUDI @ DUA")
    said = apel("roll", "close", WEEK, "--unit", "SATU", "--signed-by", "KEPALA")
    assert "SATU, 2026-03-02, 2026-03-03, 2026-03-04, 2026-03-05: nothing is recorded; closing makes 4 absences" in said


def test_a_day_of_which_nothing_is_recorded(apel: Apel, roster: Roster) -> None:
    """One day of the week was sent in: the others are not closed without a word, exempted people or not."""
    nips = roster("ANI", "BUDI", "CICI")
    apel("exempt", "add", "--nip", nips[2], "--kind", "apel-pagi", "--from", "2026-01-01", "--reason", "piket")
    roll(apel, nips[:2], "H", "H")
    said = apel("roll", "close", WEEK, "--all", "--signed-by", "KEPALA")
    assert "DINAS CONTOH, 2026-03-03, 2026-03-04, 2026-03-05: nothing is recorded; closing makes 6 absences" in said
    assert "nothing is recorded" not in apel("roll", "close", WEEK, "--all", "--signed-by", "KEPALA")


@pytest.mark.parametrize(("answer", "code"), [("n\n", 1), ("y\n", 0)])
def test_on_a_terminal_the_officer_is_asked_first(
    apel: Apel, roster: Roster, answer: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    from attendance.commands.main import main

    roster("ANI")
    keyboard, screen = os.openpty()
    os.write(keyboard, answer.encode())
    before = journal(apel)
    monkeypatch.setenv("APEL_LANG", "en")
    line = ["--db", str(apel.database), "--today", apel.today, "roll", "close", WEEK, "--all", "--signed-by", "K"]
    with os.fdopen(screen, "r") as terminal:
        monkeypatch.setattr(sys, "stdin", terminal)
        with pytest.raises(SystemExit) as ended:
            main(line)
    os.close(keyboard)
    assert ended.value.code == code
    monkeypatch.undo()
    assert (journal(apel) == before) == (code == 1)


def test_reopening_takes_the_absences_away(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI @ SATU", "BUDI @ DUA")
    roll(apel, nips, "TK TK TK TK", "H H H H")
    before = answers(apel)
    close(apel)
    assert [one["name"] for one in apel.json("flag", WEEK)["people"]] == ["ANI"]
    assert apel.run("roll", "reopen", WEEK).exit_code == 2
    assert apel.run("roll", "reopen", WEEK, "--all", "--unit", "SATU").exit_code == 2
    said = done_once(apel, "roll", "reopen", WEEK, "--unit", "SATU", "--reason", "salah tanda tangan")
    assert "SATU: 4 rolls reopened" in said
    told = apel.json("flag", WEEK)
    assert told["people"] == [] and told["provisional"]
    assert "no closed rolls" in apel("roll", "reopen", WEEK, "--unit", "SATU")
    apel("roll", "reopen", WEEK, "--all")
    assert answers(apel) == before


SIGNED = "UNIT;JENIS;MULAI;SELESAI;PENANDATANGAN;HADIR;JUMLAH"


def test_a_list_of_signatures(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI @ SATU", "BUDI @ DUA")
    roll(apel, nips, "H H TK TK", "H H H S")
    file = apel.file(
        "ttd.csv",
        f"""{SIGNED}
        SATU;apel pagi;2026-03-02;2026-03-05;KEPALA SATU;2;4
        DUA;apel-pagi;2026-03-02;2026-03-04;KEPALA DUA;3;""",
    )
    assert "taken 2" in done_once(apel, "roll", "sign", file)
    told = apel.json("roll", "sign", file)
    assert told == {"read": 2, "taken": 0, "unchanged": 2, "parked": 0, "refused": []}
    found = apel.json("flag", WEEK)
    assert [row["dates"] for row in found["unreported"]] == [["2026-03-05"]]


def test_a_list_of_signatures_with_faults(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI @ SATU", "BUDI @ DUA")
    roll(apel, nips, "H H TK TK", "H H H S")
    file = apel.file(
        "ttd.csv",
        f"""{SIGNED}
        SATU;apel-pagi;2026-03-02;2026-03-05;KEPALA SATU;3;4
        TIGA;apel-pagi;2026-03-02;2026-03-05;KEPALA TIGA;;
        DUA;rapat;2026-03-02;2026-03-05;KEPALA DUA;;
        DUA;apel-pagi;2026-03-02;2026-03-05;KEPALA DUA;;""",
    )
    before = journal(apel)
    run = apel.run("roll", "sign", file, "--format", "json")
    told = json.loads(run.stdout)
    assert run.exit_code == 1 and adds_up(told) and told["taken"] == 0 and len(told["refused"]) == 4
    said = apel.refuses("roll", "sign", file)
    assert "paper 3, recorded 2" in said and "no unit TIGA" in said and "Rehearsal" not in said
    assert journal(apel) == before
    run = apel.run("roll", "sign", file, "--format", "json", "--skip-bad")
    told = json.loads(run.stdout)
    assert adds_up(told) and (told["taken"], len(told["refused"])) == (1, 3)
    assert [row["unit"] for row in apel.json("flag", WEEK)["unreported"]] == ["SATU"]


def test_a_signed_presence_becomes_an_absence_only_with_a_reason(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI")
    roll(apel, nips, "H H H H")
    close(apel)
    file = apel.file("lagi.csv", f"NIP;TANGGAL;KODE\n{nips[0]};2026-03-02;TK")
    words = ("roll", "import", file, "--kind", "apel-pagi", "--replace")
    assert "signed with H" in apel.refuses(*words)
    assert "H → TK" in apel(*words, "--reason", "surat kepala dinas")
    assert apel.json("flag", WEEK, "--all")["people"][0]["absent"] == 1
