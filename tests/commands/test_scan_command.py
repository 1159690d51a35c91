"""apel scan: the fingerprint machines."""

from __future__ import annotations

import json
from pathlib import Path

from office_acts import adds_up, answers, close, done_once, figures, journal
from officer import Apel, Roster

DAY = "2026-03-02"


def line(pin: object, at: str) -> str:
    return f"{pin!s:>9}\t{at}\t1\t255\t1\t0"


def log(apel: Apel, *scans: tuple[object, str], name: str = "1_attlog.dat") -> Path:
    path = apel.folder / name
    path.write_bytes(("\r\n".join(line(*scan) for scan in scans) + "\r\n").encode())
    return path


TWO = ((1, f"{DAY} 07:20:00"), (1, f"{DAY} 16:05:00"), (2, f"{DAY} 07:31:00"), (2, f"{DAY} 15:00:00"))


def test_a_log_is_taken_in_once(apel: Apel, roster: Roster) -> None:
    ani, budi = roster("ANI", "BUDI")
    apel("scan", "link", 1, ani, "--device", "Mesin")
    file = log(apel, *TWO, (1, f"{DAY} 07:20:00"), (1, "2000-01-01 07:00:00"), (9, f"{DAY} 07:00:00"))
    said = done_once(apel, "scan", "import", file, "--device", "Mesin")
    assert "read 7, taken 2, repeated 1, parked 3, quarantined 1" in said and "clock was reset" in said
    told = apel.json("scan", "import", file, "--device", "Mesin")
    assert adds_up(told) and (told["taken"], told["repeated"], told["parked"], told["unchanged"]) == (0, 6, 0, 0)
    assert told["quarantined"] == [
        {
            "file": "1_attlog.dat",
            "row": 6,
            "text": line(1, "2000-01-01 07:00:00"),
            "message": told["quarantined"][0]["message"],
        }
    ]
    assert apel.json("scan", "parked") == {
        "pins": [
            {"device": "Mesin", "pin": "2", "count": 2, "first": DAY, "last": DAY, "days": 1},
            {"device": "Mesin", "pin": "9", "count": 1, "first": DAY, "last": DAY, "days": 1},
        ]
    }
    assert "Mesin, PIN 9: 1 scans" in apel("doctor") and "2000-01-01" in apel("doctor")
    apel("scan", "link", 2, budi, "--device", "Mesin")
    close(apel, DAY, kind="kerja")
    people = apel.json("recap", DAY, "--kind", "kerja", "--by", "person")["people"]
    assert [(one["name"], one["present"], one["late_arrivals"], one["early_leaves"]) for one in people] == [
        ("ANI", 1, 0, 0),
        ("BUDI", 1, 1, 1),
    ]
    assert "apel scan link" in apel("scan", "parked")
    apel("scan", "parked", "-o", apel.folder / "p.json")
    assert json.loads((apel.folder / "p.json").read_text())["pins"][0]["pin"] == "9"


def test_a_block_of_wrong_lines_is_one_sentence(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    wrong = [(pin, f"2031-05-05 07:{pin:02}:00") for pin in range(1, 31)]
    said = apel("scan", "import", log(apel, TWO[0], *wrong, TWO[1]), "--device", "Mesin")
    assert "  ? rows 2 to 31, 30 lines: the day 2031-05-05 is after today" in said
    many = [(7, f"{2027 + day // 28}-01-{day % 28 + 1:02} 07:00:00") for day in range(205)]
    said = apel("scan", "import", log(apel, *many, name="2_attlog.dat"), "--device", "Mesin")
    assert said.count("  ? row ") == 200 and "  ... and 5 more" in said


def test_a_row_that_is_wrong_twice_is_named_once(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    file = apel.file("scan.csv", "PIN;TANGGAL;SCAN MASUK;SCAN PULANG\n;2026-03-02;07:10;16:00")
    said = apel.refuses("scan", "import", file, "--device", "Mesin")
    assert "refused 2" in said and said.count("there is no PIN in this row") == 1


def test_a_new_machine_beside_others_may_be_a_slip(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    assert "new machine" not in apel("scan", "link", 1, ani, "--device", "Lobi")
    assert "new machine" not in apel("scan", "link", 2, ani, "--device", " Lobi")
    assert '! "Loby" is a new machine; known are "Lobi".' in apel("scan", "link", 3, ani, "--device", "Loby")
    assert 'known are "Lobi", "Loby".' in apel("scan", "import", log(apel, *TWO), "--device", "Gerbang")


def test_scans_alone_are_waiting_for_a_signature_not_missing(apel: Apel, roster: Roster) -> None:
    ani, _budi = roster("ANI @ SATU", "BUDI @ DUA")
    apel("scan", "link", 1, ani, "--device", "Mesin")
    apel("scan", "import", log(apel, *TWO), "--device", "Mesin")
    told = {row["unit"]: row["report"] for row in apel.json("status", DAY, "--kind", "kerja")["units"]}
    assert told == {"SATU": "NOT SIGNED", "DUA": "NO ROLL"}
    assert "apel scan parked" in apel("status", DAY, "--kind", "kerja")


def test_overlapping_dumps_in_any_order(apel: Apel, roster: Roster) -> None:
    ani, budi = roster("ANI", "BUDI")
    for pin, nip in ((1, ani), (2, budi)):
        apel("scan", "link", pin, nip, "--device", "Mesin")
    first, second = log(apel, *TWO[:3]), log(apel, *TWO[1:], name="2_attlog.dat")
    told = apel.json("scan", "import", first, second, "--device", " Mesin ")
    assert adds_up(told) and (told["read"], told["taken"], told["repeated"]) == (6, 4, 2)
    told = apel.json("scan", "import", second, first, "--device", "Mesin")
    assert (told["taken"], told["repeated"]) == (0, 6)


def test_a_pin_that_changes_hands(apel: Apel, roster: Roster) -> None:
    ani, budi = roster("ANI", "BUDI")
    apel("scan", "import", log(apel, (7, f"{DAY} 07:00:00"), (7, "2026-03-03 07:00:00")), "--device", "M")
    said = done_once(apel, "scan", "link", 7, ani, "--device", "M")
    assert f"PIN 7 of M is {ani}" in said
    done_once(apel, "scan", "link", 7, budi, "--device", "M", "--from", "2026-03-03", "--reason", "ganti orang")
    close(apel, f"{DAY}..2026-03-03", kind="kerja")
    people = apel.json("recap", f"{DAY}..2026-03-03", "--kind", "kerja", "--by", "person")["people"]
    assert [(one["name"], one["present"], one["absent"]) for one in people] == [("ANI", 1, 1), ("BUDI", 1, 1)]
    assert "before the first" in apel.refuses(
        "scan", "link", 7, ani, "--device", "M", "--from", "2026-03-05", "--to", "2026-03-04"
    )


def test_a_list_of_numbers(apel: Apel, roster: Roster) -> None:
    ani, budi = roster("ANI", "BUDI")
    file = apel.file("pin.csv", f"PIN;NIP\n1;{ani}\n2;{budi}")
    assert "taken 2" in done_once(apel, "scan", "link", "--file", file, "--device", "M")
    told = apel.json("scan", "link", "--file", file, "--device", "M")
    assert told == {"read": 2, "taken": 0, "unchanged": 2, "parked": 0, "refused": []}
    more = apel.file("pin2.csv", f"PIN;NIP\n3;{ani}\n4;198501012010011077\n!;{budi}")
    before = journal(apel)
    run = apel.run("scan", "link", "--file", more, "--device", "M", "--format", "json")
    told = json.loads(run.stdout)
    assert run.exit_code == 1 and adds_up(told) and told["taken"] == 0 and len(told["refused"]) == 3
    assert journal(apel) == before
    run = apel.run("scan", "link", "--file", more, "--device", "M", "--format", "json", "--skip-bad")
    told = json.loads(run.stdout)
    assert adds_up(told) and (told["taken"], len(told["refused"])) == (1, 2)


def test_a_pin_and_a_nip_or_a_list(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    file = apel.file("pin.csv", f"PIN;NIP\n1;{ani}")
    for words in ([], [1], [1, ani, "--file", file]):
        assert apel.run("scan", "link", *words, "--device", "M").exit_code == 2
    assert apel.run("scan", "link", 1, ani).exit_code == 2
    assert apel.run("scan", "import", file).exit_code == 2


def test_a_machine_needs_a_name(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    before = journal(apel)
    assert "needs a name" in apel.refuses("scan", "import", log(apel, *TWO), "--device", " ")
    assert "needs a name" in apel.refuses("scan", "link", 1, ani, "--device", " ")
    assert "needs a number" in apel.refuses("scan", "link", " ", ani, "--device", "M")
    assert journal(apel) == before


def test_lines_that_are_none(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    file = log(apel, *TWO)
    file.write_bytes(file.read_bytes() + b"bukan baris mesin\r\n" + line(3, "2000-01-01 00:00:00").encode() + b"\r\n")
    before = journal(apel)
    run = apel.run("scan", "import", file, "--device", "M", "--format", "json")
    told = json.loads(run.stdout)
    assert run.exit_code == 1 and adds_up(told) and told["taken"] == 0 and told["quarantined"] == []
    assert journal(apel) == before
    run = apel.run("scan", "import", file, "--device", "M", "--format", "json", "--skip-bad")
    told = json.loads(run.stdout)
    assert adds_up(told) and (told["parked"], len(told["quarantined"]), len(told["refused"])) == (4, 1, 1)


def test_a_machine_that_counts_for_apel(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    apel("config", "import", apel.file("c.toml", '[[devices]]\nname = "Gerbang"\nkinds = ["apel-pagi"]'))
    apel("scan", "link", 1, ani, "--device", "Gerbang")
    apel("scan", "import", log(apel, (1, f"{DAY} 07:30:59"), (1, "2026-03-03 07:31:00")), "--device", "Gerbang")
    close(apel, f"{DAY}..2026-03-03")
    assert figures(apel.json("flag", f"{DAY}..2026-03-03", "--all")["people"][0])[:3] == (2, 2, 1)
    assert "scanned by the machine" in " ".join(apel("flag", DAY, "--explain", ani).split())
    assert apel.json("flag", DAY, "--all", "--kind", "kerja")["people"][0]["present"] == 0


def test_flags_of_a_working_day_with_scans(apel: Apel, roster: Roster) -> None:
    """Whoever was at the machine is not absent, whether he stands on a roll or not."""
    ani, _budi = roster("ANI", "BUDI")
    apel("scan", "link", 1, ani, "--device", "M")
    apel("scan", "import", log(apel, (1, "2026-03-03 07:20:00")), "--device", "M")
    close(apel, f"{DAY}..2026-03-05", kind="kerja")
    found = apel.json("flag", f"{DAY}..2026-03-05", "--kind", "kerja")["people"]
    assert [(one["name"], [flag["rule"] for flag in one["flags"]]) for one in found] == [
        ("BUDI", ["tidak-pernah", "beruntun"])
    ]
    every = apel.json("flag", f"{DAY}..2026-03-05", "--kind", "kerja", "--all")["people"]
    assert [one for one in every if one["flags"]] == found and len(every) == 2


def test_undoing_a_log(apel: Apel, roster: Roster) -> None:
    ani, _budi = roster("ANI", "BUDI")
    apel("scan", "link", 1, ani, "--device", "M")
    before = answers(apel)
    apel("scan", "import", log(apel, *TWO, (1, "2000-01-01 00:00:00")), "--device", "M")
    assert answers(apel) != before
    apel("undo", journal(apel)[0])
    assert answers(apel) == before
    assert "2000-01-01" not in apel("doctor")


def test_what_the_columns_of_a_sheet_mean_may_be_said(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    apel("scan", "link", 7, ani, "--device", "M")
    sheet = apel.file("a.csv", f"PIN;NAMA;TANGGAL;JAM MASUK;JAM PULANG\n7;ANI;{DAY};07:20;16:05\n7;ANI;2026-03-03;;")
    words = ("scan", "import", sheet, "--device", "M")
    assert '--map "JAM MASUK=SCAN MASUK"' in apel.refuses(*words)
    said = done_once(apel, *words, "--map", "JAM MASUK=SCAN MASUK", "--map", "JAM PULANG=SCAN PULANG")
    assert "read 2, taken 2" in said and "1 rows have no time" in said
