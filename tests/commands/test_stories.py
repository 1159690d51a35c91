"""Stories of offices, from the first file to the answer."""

from __future__ import annotations

from office_acts import WEEK, close, figures, roll, spoken
from officer import Apel, Roster


def test_the_worked_example_with_a_letter(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI", "BUDI")
    roll(apel, nips, "H T TK TK", "H H H H")
    apel("leave", "add", nips[0], "S", "--from", "2026-03-04", "--number", "RS/1")
    close(apel)
    ani = apel.json("flag", WEEK, "--all")["people"][0]
    assert figures(ani) == (4, 2, 1, 1, 1, 0, 3, 0.6667, 1)
    assert apel.json("recap", WEEK, "--by", "person")["people"][0]["codes"] == {"H": 1, "S": 1, "T": 1, "TK": 1}


def test_the_worked_example_with_the_last_day_not_closed(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI", "BUDI")
    roll(apel, nips, "H T TK TK", "H H H H")
    apel("leave", "add", nips[0], "S", "--from", "2026-03-04", "--number", "RS/1")
    close(apel, "2026-03-02..2026-03-04")
    found = apel.json("flag", WEEK, "--all")
    assert found["provisional"] and found["unreported"] == [{"unit": "DINAS CONTOH", "dates": ["2026-03-05"]}]
    ani = found["people"][0]
    assert figures(ani) == (4, 2, 1, 1, 0, 1, 2, 1.0, 0)
    assert [(day["date"], day["code"]) for day in ani["not_counted"]] == [("2026-03-04", "S"), ("2026-03-05", "BL")]


def test_a_flag_with_its_evidence(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI", "BUDI", "CICI")
    roll(apel, nips, "TK TK TK H TK", "H TK TK . TK", "TK . TK")
    close(apel, "2026-03-02..2026-03-06")
    found = apel.json("flag", "2026-03-02..2026-03-06")
    assert set(found) == {"kind", "from", "to", "provisional", "unreported", "people"}
    flags = {one["name"]: one["flags"] for one in found["people"]}
    week = [f"2026-03-0{day}" for day in range(2, 7)]
    assert flags == {
        "ANI": [
            {"rule": "beruntun", "limit": 3, "figure": 3, "dates": week[:3]},
            {"rule": "jarang", "limit": 0.5, "figure": 0.2, "dates": [*week[:3], week[4]]},
        ],
        "BUDI": [
            {"rule": "beruntun", "limit": 3, "figure": 4, "dates": week[1:]},
            {"rule": "jarang", "limit": 0.5, "figure": 0.2, "dates": week[1:]},
        ],
        "CICI": [
            {"rule": "tidak-pernah", "limit": 3, "figure": 5, "dates": week},
            {"rule": "beruntun", "limit": 3, "figure": 5, "dates": week},
            {"rule": "jarang", "limit": 0.5, "figure": 0.0, "dates": week},
        ],
    }
    said = apel("flag", "2026-03-02..2026-03-06")
    assert "3 people." in said and "Rules: tidak-pernah" in said
    for suffix in ("xlsx", "csv", "json"):
        apel("flag", WEEK, "-o", apel.folder / f"f.{suffix}")
    assert ".xlsx" in apel.refuses("flag", WEEK, "-o", apel.folder / "f.pdf")
    apel("config", "set", "chronic.beruntun.on", "false")
    apel("config", "set", "chronic.sering.on", "true")
    rules = {one["name"]: [flag["rule"] for flag in one["flags"]] for one in apel.json("flag", WEEK)["people"]}
    assert rules == {"CICI": ["tidak-pernah"]}
    assert "sering: absent at least 5" in apel("flag", WEEK) and "beruntun" not in apel("flag", WEEK)
    for rule in ("tidak-pernah", "jarang", "sering"):
        apel("config", "set", f"chronic.{rule}.on", "false")
    assert "Nobody is flagged" in apel("flag", WEEK)


def test_one_persons_story(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI", "BUDI")
    roll(apel, nips, "H T TK S TK", "TK TK TK TK TK")
    apel("roll", "mark", nips[0], "H", "--date", "2026-03-09", "--at", "07:20")
    close(apel, "2026-03-02..2026-03-10")
    said = spoken(apel, "flag", "2026-03-02..2026-03-11", "--explain", nips[0])
    for words in (
        "ANI NIP 19850101 201001 1 001 PNS",
        "DINAS CONTOH apel-pagi, 2026-03-02..2026-03-11",
        "not counted: excused",
        "roll.csv, row",
        "typed by hand (entry 7)",
        "07.20",
        "not on the roll, closed by KEPALA CONTOH",
        "the roll of DINAS CONTOH is not closed",
        "Scheduled 8 = present 3 (late 1) + excused 1 + absent 3 + not reported 1",
        "Not tidak-pernah.",
        "Not beruntun: 2 more absences in a row",
    ):
        assert words in said, (words, said)
    said = spoken(apel, "flag", WEEK, "--explain", nips[1])
    assert "FLAGGED tidak-pernah: 4, limit 3; dates: " in said
    apel("config", "set", "chronic.jarang.min", "4")
    said = spoken(apel, "flag", WEEK, "--explain", nips[1])
    assert "FLAGGED jarang: 0,0 %, limit 50,0 %" in said
    assert "No session in this period" in apel("flag", "2026-03-01", "--explain", nips[0])
    for words in (["--format", "json"], ["-o", apel.folder / "x.xlsx"]):
        assert apel.run("flag", WEEK, "--explain", nips[0], *words).exit_code == 2


def test_hours_of_a_working_day_in_a_story(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    apel("scan", "link", 1, ani, "--device", "M")
    lines = [f"1\t2026-03-02 {at}\t1\t255\t1\t0" for at in ("07:45:00", "15:00:00")]
    apel(
        "scan",
        "import",
        apel.file("1_attlog.dat", "\n".join([*lines, lines[0].replace("03-02", "03-03")])),
        "--device",
        "M",
    )
    close(apel, "2026-03-02..2026-03-03", kind="kerja")
    said = spoken(apel, "flag", "2026-03-02..2026-03-03", "--kind", "kerja", "--explain", ani)
    assert "07.45 - 15.00 TM PC" in said and "07.45 TM PC" in said


def test_people_of_a_public_service_mall(apel: Apel, roster: Roster) -> None:
    """They belong to an agency and stand in the line of the mall: sums under the one, the missing roll at the other."""
    nips = roster("ANI @ DINAS SATU", "BUDI @ DINAS SATU", "CICI @ DINAS DUA", "KEPALA MPP @ MAL PELAYANAN")
    for nip, unit in ((nips[0], "DINAS SATU"), (nips[2], "DINAS DUA")):
        apel("staff", "move", nip, unit, "--line", "MAL PELAYANAN", "--from", "2026-01-05")
    roll(apel, nips, "TK TK TK TK", "H H H H", "TK TK TK TK", "H H H H")
    close(apel, WEEK, "DINAS SATU", "DINAS DUA")
    found = apel.json("flag", WEEK)
    assert found["people"] == [] and found["provisional"]
    assert [row["unit"] for row in found["unreported"]] == ["MAL PELAYANAN"]
    assert "ANI" not in apel.run("board", "draft", WEEK).stdout
    close(apel, WEEK, "MAL PELAYANAN")
    found = apel.json("flag", WEEK)
    assert [(one["name"], one["unit"]) for one in found["people"]] == [("CICI", "DINAS DUA"), ("ANI", "DINAS SATU")]
    units = {row["unit"]: (row["people"], row["scheduled"], row["absent"]) for row in apel.json("recap", WEEK)["units"]}
    assert units == {"DINAS SATU": (2, 8, 4), "DINAS DUA": (1, 4, 4), "MAL PELAYANAN": (1, 4, 0)}
    lines = {row["unit"]: row["people"] for row in apel.json("status", "2026-03-02")["units"]}
    assert lines == {"DINAS SATU": 1, "MAL PELAYANAN": 3}


def test_an_agency_that_signs_itself(apel: Apel, roster: Roster) -> None:
    """Closing an agency does not close the mall where its people stand."""
    nips = roster("ANI @ DINAS SATU", "X @ MAL PELAYANAN")
    apel("staff", "move", nips[0], "DINAS SATU", "--line", "MAL PELAYANAN", "--from", "2026-01-05")
    said = apel.refuses("roll", "close", WEEK, "--unit", "DINAS SATU", "--signed-by", "K")
    assert "nothing to close" in said


def test_nobody_of_an_unsigned_unit_is_flagged(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI @ SATU", "BUDI @ DUA")
    roll(apel, nips, "TK TK TK TK", "TK TK TK TK")
    close(apel, WEEK, "SATU")
    found = apel.json("flag", WEEK, "--all")
    assert found["provisional"]
    assert found["unreported"] == [{"unit": "DUA", "dates": [f"2026-03-0{day}" for day in (2, 3, 4, 5)]}]
    budi, ani = found["people"]
    assert figures(budi) == (4, 0, 0, 0, 0, 4, 0, None, 0) and budi["flags"] == []
    assert [flag["rule"] for flag in ani["flags"]] == ["tidak-pernah", "beruntun"]
    board = apel.run("board", "draft", WEEK).stdout
    assert "ANI" in board and "BUDI" not in board


def test_somebody_new_who_has_not_come_yet(apel: Apel, roster: Roster) -> None:
    """A person without any record appears; one who was appointed in the middle counts from then on."""
    nips = roster("ANI", "BUDI", first="2026-03-04")
    roll(apel, nips[1:], "H H", first=4)
    close(apel)
    found = apel.json("flag", WEEK, "--all")["people"]
    assert [(one["name"], *figures(one)[:5]) for one in found] == [("ANI", 2, 0, 0, 0, 2), ("BUDI", 2, 2, 0, 0, 0)]


def test_no_run_over_a_holiday_is_broken_or_counted(apel: Apel, roster: Roster) -> None:
    """Friday 13, Monday 16 and Tuesday 17 March; then a week of holidays, then Wednesday 25."""
    nips = roster("ANI", "BUDI")
    roll(apel, nips, "TK . . TK TK . . . . . . . TK", "H . . H H . . . . . . . H", first=13)
    close(apel, "2026-03-13..2026-03-25")
    (ani,) = apel.json("flag", "2026-03-13..2026-03-25")["people"]
    assert figures(ani) == (4, 0, 0, 0, 4, 0, 4, 0.0, 4)
