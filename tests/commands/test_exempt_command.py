"""apel exempt: people and units who need not stand."""

from __future__ import annotations

from office_acts import WEEK, close, done_once, figures, journal, roll
from officer import Apel, Roster


def test_a_person_is_exempt_from_a_kind(apel: Apel, roster: Roster) -> None:
    ani, budi = roster("ANI", "BUDI")
    roll(apel, [budi], "H H H H")
    close(apel)
    words = ["--kind", "apel-pagi", "--from", "2026-03-03", "--to", "2026-03-04", "--reason", "protokol"]
    said = done_once(apel, "exempt", "add", "--nip", ani, *words, "--document", "800/9")
    assert "from 2026-03-03 on (entry" in said
    one = apel.json("flag", WEEK, "--all")["people"][0]
    assert figures(one) == (2, 0, 0, 0, 2, 0, 2, 0.0, 2)
    assert [(day["date"], day["code"], day["reason"]) for day in one["not_counted"]] == [
        ("2026-03-03", "NR", "exempt: protokol"),
        ("2026-03-04", "NR", "exempt: protokol"),
    ]
    assert apel.json("recap", WEEK, "--kind", "kerja", "--by", "unit")["units"][0]["scheduled"] == 8


def test_a_unit_is_exempt_with_all_below_it(apel: Apel, roster: Roster) -> None:
    roster("ANI @ RUMAH SAKIT", "BUDI @ DINAS")
    apel("unit", "add", "BANGSAL", "--parent", "RUMAH SAKIT")
    cici = "198501012010011009"
    apel("staff", "import", apel.file("c.csv", f"NIP;NAMA;UNIT KERJA\n{cici};CICI;BANGSAL"), "--from", "2026-01-01")
    close(apel)
    assert len(apel.json("flag", WEEK)["people"]) == 3
    words = ["--kind", "apel-pagi", "--kind", "apel-sore", "--from", "2026-01-01", "--reason", "jaga malam"]
    done_once(apel, "exempt", "add", "--unit", "RUMAH SAKIT", *words)
    assert [one["name"] for one in apel.json("flag", WEEK)["people"]] == ["BUDI"]
    assert "scheduled" in apel("flag", WEEK, "--explain", cici).lower()


def test_an_exemption_ends(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    close(apel)
    apel("exempt", "add", "--nip", ani, "--kind", "apel-pagi", "--from", "2026-03-02", "--reason", "x")
    assert apel.json("flag", WEEK, "--all")["people"] == []
    number = apel.json("exempt", "list")[0]["number"]
    said = done_once(apel, "exempt", "end", number, "--from", "2026-03-04", "--reason", "selesai")
    assert "no longer holds from 2026-03-04" in said
    assert apel.json("flag", WEEK, "--all")["people"][0]["scheduled"] == 2
    (row,) = apel.json("exempt", "list")
    assert row["who"].startswith("ANI")
    assert (row["kinds"], row["from"], row["to"]) == (["apel-pagi"], "2026-03-02", "2026-03-03")
    assert "ended on 2026-03-03" in apel.refuses("exempt", "end", row["number"], "--from", "2026-03-10")
    apel("exempt", "end", row["number"], "--from", "2026-03-01")
    assert apel.json("exempt", "list") == []
    assert "no exemption 99" in apel.refuses("exempt", "end", 99, "--from", "2026-03-01")


def test_an_exemption_is_for_somebody_and_for_some_days(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    rest = ["--kind", "kerja", "--from", "2026-03-05", "--reason", "x"]
    before = journal(apel)
    assert apel.run("exempt", "add", *rest).exit_code == 2
    assert apel.run("exempt", "add", "--nip", ani, "--unit", "DINAS CONTOH", *rest).exit_code == 2
    assert apel.run("exempt", "add", "--nip", ani, "--kind", "rapat", *rest[2:]).exit_code == 2
    assert "before the first" in apel.refuses("exempt", "add", "--nip", ani, *rest, "--to", "2026-03-04")
    assert "no unit" in apel.refuses("exempt", "add", "--unit", "X", *rest)
    assert journal(apel) == before
    apel("exempt", "add", "--unit", "DINAS CONTOH", *rest)
    assert apel.json("exempt", "list")[0]["who"] == "DINAS CONTOH"


def test_the_exemption_of_somebody_whose_roster_was_taken_back(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    entry = journal(apel)[0]
    apel("exempt", "add", "--nip", ani, "--kind", "kerja", "--from", "2026-03-05", "--reason", "x")
    apel("undo", entry)
    assert apel.json("exempt", "list")[0]["who"] == "?"
