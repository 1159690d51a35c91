"""apel scan quarantined, shift: lines with a wrong clock, and their way to the day on which they happened."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from office_acts import adds_up, answers, close, done_once, journal
from officer import Apel, Roster

GOOD = ["2026-03-02 07:20:00", "2026-03-02 16:05:00", "2026-03-05 07:10:00", "2026-03-05 16:05:00"]
RESET = ["2015-01-01 00:10:00", "2015-01-01 08:55:00"]
"""Tuesday the 3rd, on which the clock began anew: 07:20 and 16:05 were ten past midnight and five to nine."""
BY = "+4079d 07:10:00"


def log(apel: Apel, *times: str, name: str = "1_attlog.dat", pin: object = 1) -> Path:
    path = apel.folder / name
    path.write_text("".join(f"{pin:>9}\t{at}\t1\t255\t1\t0\n" for at in times))
    return path


def take(apel: Apel, roster: Roster) -> tuple[Path, str]:
    """ANI at a machine whose clock was wrong on the 3rd of March."""
    (ani,) = roster("ANI")
    apel("scan", "link", 1, ani, "--device", "Lobi")
    path = log(apel, *GOOD[:2], *RESET, *GOOD[2:])
    assert "quarantined 2" in apel("scan", "import", path, "--device", "Lobi")
    return path, ani


SHIFT = ("scan", "shift", "--device", "Lobi", "--from", "2015-01-01")


def present(apel: Apel) -> int:
    """On how many days of the week somebody was there."""
    people = apel.json("recap", "2026-03-02..2026-03-05", "--kind", "kerja", "--by", "person")["people"]
    return sum(one["present"] for one in people)


def test_what_is_in_quarantine_is_listed(apel: Apel, roster: Roster) -> None:
    take(apel, roster)
    apel("scan", "import", log(apel, "2000-01-01 00:00:00", "2026-02-31 07:00:00", name="b.dat"), "--device", "Lain")
    told = apel.json("scan", "quarantined")["lines"]
    assert [(one["device"], one["file"], one["row"], one["pin"], one["at"]) for one in told] == [
        ("Lobi", "1_attlog.dat", 3, "1", "2015-01-01T00:10:00"),
        ("Lobi", "1_attlog.dat", 4, "1", "2015-01-01T08:55:00"),
        ("Lain", "b.dat", 1, "1", "2000-01-01T00:00:00"),
        ("Lain", "b.dat", 2, "", None),
    ]
    assert told[0]["text"] == "        1\t2015-01-01 00:10:00\t1\t255\t1\t0" and "2026-03-02" in told[0]["reason"]
    assert [one["device"] for one in apel.json("scan", "quarantined", "--device", "Lain")["lines"]] == ["Lain"] * 2
    assert "apel scan shift" in apel("scan", "quarantined")
    assert apel.json("scan", "quarantined", "--device", "Entah") == {"lines": []}
    apel("scan", "quarantined", "-o", apel.folder / "q.csv")
    assert "2015-01-01 00:10:00" in (apel.folder / "q.csv").read_text("utf-8-sig")


def test_lines_that_belong_together_are_one_line_on_the_screen(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    wrong = [f"2031-05-05 07:{minute:02}:00" for minute in range(30)]
    apel("scan", "import", log(apel, "2026-03-02 07:00:00", *wrong, "2032-01-01 07:00:00"), "--device", "Lobi")
    said = " ".join(apel("scan", "quarantined").split())
    assert "Lobi 1_attlog.dat 2-31 1 2031-05-05 07:00:00 -" in said and "Lobi 1_attlog.dat 32 1 2032-01-01" in said
    assert len(apel.json("scan", "quarantined")["lines"]) == 31
    apel("scan", "quarantined", "-o", apel.folder / "q.csv")
    assert "2031-05-05 07:17:00" in (apel.folder / "q.csv").read_text("utf-8-sig")


def test_a_block_is_moved_to_where_it_happened(apel: Apel, roster: Roster) -> None:
    path, _ani = take(apel, roster)
    close(apel, "2026-03-02..2026-03-05", kind="kerja")
    assert present(apel) == 2
    said = apel(*SHIFT, "--by", BY, "--dry-run")
    assert "2 lines of Lobi would be moved by +4079d 07:10:00." in said and "undo" not in said
    assert "PIN 1: 2015-01-01 00:10:00 -> 2026-03-03 07:20:00" in said and present(apel) == 2
    before = answers(apel)
    said = done_once(apel, *SHIFT, "--by", BY, "--reason", "jam mesin mati")
    assert "2 lines of Lobi moved by +4079d 07:10:00" in said
    assert present(apel) == 3 and apel.json("scan", "quarantined") == {"lines": []}
    after = answers(apel)
    told = apel.json("scan", "import", path, "--device", "Lobi")
    assert adds_up(told) and (told["taken"], told["repeated"], told["quarantined"]) == (0, 6, [])
    assert answers(apel) == after
    apel("undo", journal(apel)[0])
    assert answers(apel) == before and present(apel) == 2
    assert len(apel.json("scan", "quarantined")["lines"]) == 2
    told = apel.json("scan", "import", path, "--device", "Lobi")
    assert adds_up(told) and (told["taken"], told["repeated"], len(told["quarantined"])) == (0, 4, 2)
    apel("undo", journal(apel)[0])
    assert answers(apel) == after and present(apel) == 3
    assert apel.json("scan", "import", path, "--device", "Lobi")["repeated"] == 6


def test_where_the_scans_came_from_is_kept(apel: Apel, roster: Roster) -> None:
    _path, ani = take(apel, roster)
    apel(*SHIFT, "--by", BY)
    close(apel, "2026-03-02..2026-03-05", kind="kerja")
    told = apel("flag", "2026-03-03", "--kind", "kerja", "--explain", ani)
    assert "07.20" in told


def test_the_moment_of_the_first_line_is_enough(apel: Apel, roster: Roster) -> None:
    take(apel, roster)
    apel(*SHIFT, "--to", "2015-01-02", "--to-time", "2026-03-03T07:20")
    close(apel, "2026-03-02..2026-03-05", kind="kerja")
    assert present(apel) == 3


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--by", "+4200d"], "in the future"),
        (["--by", "-6000d"], "before there were such machines"),
        (["--by", "-999999d"], "before there were such machines"),
        (["--by", "+999999999:00"], "is no offset"),
        (["--by", "+4090d"], "would not lie between the lines around them"),
        (["--by", "+4070d"], "would not lie between the lines around them"),
        (["--by", "besok"], "is no offset"),
        (["--by", "+999999d"], "in the future"),
        (["--by", "+4078d 07:10:00"], "2 of these lines would fall on scans that are there already"),
        (["--to-time", "besok"], "is no moment"),
        (["--to-time", "2026-03-03"], "is no moment"),
        (["--to-time", "2026-03-03T07:20+07:00"], "is no moment"),
        (["--by", BY, "--to", "2014-12-31"], "Nothing of Lobi is in quarantine"),
        (["--by", BY, "--file", "lain.dat"], "Nothing of Lobi is in quarantine"),
        (["--by", BY, "--rows", "5-9"], "Nothing of Lobi is in quarantine"),
        (["--by", BY, "--rows", "lima"], "are no rows"),
        (["--by", BY, "--to-time", "2026-03-03T07:20"], "Say by how much"),
        ([], "Say by how much"),
        (["--by", BY, "--device", "Lain"], 'There is no machine "Lain"; the machines are "Lobi"'),
    ],
)
def test_what_cannot_have_been_is_refused(apel: Apel, roster: Roster, words: list[str], why: str) -> None:
    take(apel, roster)
    before = journal(apel)
    run = apel.run(*SHIFT, *words)
    assert run.exit_code in (1, 2) and why in run.output, run.output
    assert journal(apel) == before


def test_a_machine_that_nobody_knows(apel: Apel) -> None:
    assert "the machines are none" in apel.refuses(*SHIFT, "--by", BY)


def test_a_clock_that_was_reset_twice_is_moved_in_parts(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    apel("scan", "link", 1, ani, "--device", "Lobi")
    later = ["2015-01-01 00:05:00", "2015-01-01 08:50:00"]
    path = log(apel, *GOOD[:2], *RESET, *later, *GOOD[2:])
    apel("scan", "import", path, "--device", "Lobi")
    assert "the clock goes back" in apel.refuses(*SHIFT, "--by", BY)
    apel(*SHIFT, "--by", BY, "--file", path, "--rows", "3-4")
    apel(*SHIFT, "--to-time", "2026-03-04T07:21", "--rows", "5..6")
    close(apel, "2026-03-02..2026-03-05", kind="kerja")
    assert present(apel) == 4
    assert apel.json("scan", "import", path, "--device", "Lobi")["repeated"] == 8


def test_a_long_block_is_shown_in_part(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    many = [f"2000-01-01 00:{minute:02}:00" for minute in range(21)]
    apel("scan", "import", log(apel, *many), "--device", "Lobi")
    said = apel("scan", "shift", "--device", "Lobi", "--from", "2000-01-01", "--to-time", "2026-03-02T07:00")
    assert "... and 1 more" in said and "parked" in apel("status", "2026-03-02", "--kind", "kerja").lower()


def test_what_was_set_apart_once_stays_so_though_another_day_would_believe_it(apel: Apel, roster: Roster) -> None:
    """A clock that is a day ahead: tomorrow its lines of today look like true ones."""
    roster("ANI")
    path = log(apel, *GOOD[:2], "2026-03-03 07:00:00")
    apel("scan", "import", path, "--device", "Lobi", today="2026-03-02")
    run = apel.run("scan", "import", path, "--device", "Lobi", "--format", "json")
    told = json.loads(run.stdout)
    assert adds_up(told) and (told["taken"], told["repeated"]) == (0, 2)
    assert [(one["row"], "after today" in one["message"]) for one in told["quarantined"]] == [(3, True)]
    words = ("scan", "shift", "--device", "Lobi", "--from", "2026-03-03")
    apel(*words, "--by", "-1d")
    told = apel.json("scan", "import", path, "--device", "Lobi")
    assert (told["taken"], told["repeated"], told["quarantined"]) == (0, 3, [])


def test_a_line_that_was_right_all_along_is_let_in_as_it_is(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    apel("scan", "link", 1, ani, "--device", "Lobi")
    apel("scan", "import", log(apel, "2026-03-03 07:00:00"), "--device", "Lobi", today="2026-03-02")
    assert "moved by +0d 00:00:00" in apel("scan", "shift", "--device", "Lobi", "--from", "2026-03-03", "--by", "0")
    close(apel, "2026-03-02..2026-03-05", kind="kerja")
    assert present(apel) == 1


def test_a_row_of_a_sheet_is_moved_too(apel: Apel, roster: Roster) -> None:
    """Whoever leaves in the morning left on the day after."""
    (ani,) = roster("ANI")
    apel("scan", "link", 7, ani, "--device", "Lobi")
    sheet = apel.file("a.csv", "PIN;TANGGAL;SCAN MASUK;SCAN PULANG\n0007;2026-03-02;21:58;06:01")
    assert "quarantined 1" in apel("scan", "import", sheet, "--device", "Lobi")
    told = apel.json("scan", "quarantined")["lines"]
    assert (told[0]["pin"], told[0]["at"]) == ("0007", "2026-03-02T06:01:00")
    apel("scan", "shift", "--device", "Lobi", "--from", "2026-03-02", "--by", "+1d")
    told = apel.json("scan", "import", sheet, "--device", "Lobi")
    assert (told["taken"], told["repeated"], told["quarantined"]) == (0, 2, [])
    close(apel, "2026-03-02..2026-03-03", kind="kerja")
    assert present(apel) == 2


def test_one_machine_exported_in_two_ways_has_one_pin_for_each(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    apel("scan", "link", 12, ani, "--device", "Lobi")
    wide = apel.file("AGL.TXT", "No\tTMNo\tEnNo\tName\tDateTime\n1\t1\t000000012\tA\t2026/03/02 07:20:00")
    apel("scan", "import", wide, "--device", "Lobi")
    told = apel.json("scan", "import", log(apel, *GOOD[:2], pin="12"), "--device", "Lobi")
    assert (told["taken"], told["repeated"], told["parked"]) == (1, 1, 0)
    assert "is" in apel("scan", "link", "0012", ani, "--device", "Lobi")
    assert apel.json("scan", "parked") == {"pins": []}
    twice = apel.file("pin.csv", f"PIN;NIP\n12;{ani}\n012;{ani}")
    assert "the same PIN stands in" in apel.refuses("scan", "link", "--file", twice, "--device", "Lobi")
    again = apel.file("pin2.csv", f"PIN;NIP\n00012;{ani}")
    assert apel.json("scan", "link", "--file", again, "--device", "Lobi")["unchanged"] == 1


def test_linking_a_parked_pin_settles_its_past(apel: Apel, roster: Roster) -> None:
    ani, _budi = roster("ANI", "BUDI")
    apel("scan", "import", log(apel, *GOOD, pin=9), "--device", "Lobi")
    close(apel, "2026-03-02..2026-03-05", kind="kerja")
    assert present(apel) == 0
    assert apel.json("scan", "parked")["pins"] == [
        {"device": "Lobi", "pin": "9", "count": 4, "first": "2026-03-02", "last": "2026-03-05", "days": 2}
    ]
    flagged = {one["nip"] for one in apel.json("flag", "2026-03-02..2026-03-05", "--kind", "kerja")["people"]}
    assert ani in flagged
    apel("scan", "link", 9, ani, "--device", "Lobi")
    assert present(apel) == 2 and apel.json("scan", "parked") == {"pins": []}
    flagged = {one["nip"] for one in apel.json("flag", "2026-03-02..2026-03-05", "--kind", "kerja")["people"]}
    assert ani not in flagged and len(flagged) == 1


def test_lines_of_two_files_are_moved_at_once(apel: Apel, roster: Roster) -> None:
    """The same line may have been set apart from two files, in two forms: it is one scan."""
    (ani,) = roster("ANI")
    apel("scan", "link", 1, ani, "--device", "Lobi")
    first = log(apel, "2000-01-01 00:10:00")
    second = apel.file(
        "b.txt", "1\tA\t2000-01-01 00:10:00\t1\n1\tB\t2000-01-01 00:10:00\t1\n1\tB\t2000-01-01 08:55:00\t1"
    )
    apel("scan", "import", second, "--device", "Lobi")
    apel("scan", "import", first, "--device", "Lobi")
    assert len(apel.json("scan", "quarantined")["lines"]) == 3
    third = log(apel, "2000-01-01 09:10:00", name="c.dat")
    apel("scan", "import", third, "--device", "Lobi")
    apel("scan", "shift", "--device", "Lobi", "--from", "2000-01-01", "--to-time", "2026-03-02T07:20")
    assert apel.json("scan", "quarantined") == {"lines": []}
    told = apel.json("scan", "import", first, second, third, "--device", "Lobi")
    assert adds_up(told) and (told["read"], told["repeated"]) == (5, 5)
    close(apel, "2026-03-02..2026-03-02", kind="kerja")
    assert present(apel) == 1
