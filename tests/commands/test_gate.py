"""apel scan live: the roll call at the gate."""

from __future__ import annotations

import sqlite3

import pytest
from gate_acts import DAY, call, codes, verdicts
from office_acts import close, journal, spoken
from officer import Apel, Roster

STRANGER = "199001012015011077"


def spaced(nip: str) -> str:
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"


def test_who_comes_is_recorded_at_once_however_the_number_is_given(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI", "BUDI", "CICI", "DEDI", "EKA", "FAJAR @ DINAS LAIN")
    ani, budi, cici, dedi, eka, _fajar = nips
    before = journal(apel)[0]
    said = call(apel, ani, spaced(budi), f"]Q3{cici}", f"NIP. {dedi}", f"EKA / {eka}\r", "006")
    assert verdicts(said) == ["PRESENT 07.20"] * 6
    assert "PRESENT 07.20 | ANI | DINAS CONTOH | DINAS CONTOH 1 / 5   in all 1 of 6" in said
    assert "PRESENT 07.20 | FAJAR | DINAS LAIN | DINAS LAIN 1 / 1   in all 6 of 6" in said
    assert set(codes(apel).values()) == {"H"}
    assert journal(apel)[0] == before + 6  # one entry a person


@pytest.mark.parametrize(
    ("at", "code", "said"),
    [
        ("07:30:59", "H", ["PRESENT 07.30"]),
        ("07:31:00", "T", ["LATE 07.31"]),
    ],
)
def test_the_time_of_the_scan_says_who_is_late(apel: Apel, roster: Roster, at: str, code: str, said: list[str]) -> None:
    (ani,) = roster("ANI")
    assert verdicts(call(apel, ani, at=f"{DAY}T{at}")) == said
    assert codes(apel) == {"ANI": code}


def test_whoever_came_before_stays_at_his_time(apel: Apel, roster: Roster) -> None:
    ani, budi = roster("ANI", "BUDI")
    apel("roll", "mark", budi, "H", "--date", DAY)
    call(apel, ani)
    before = journal(apel)
    said = call(apel, ani, budi, at=f"{DAY}T07:45")
    assert verdicts(said) == ["ALREADY PRESENT at 07.20", "ALREADY PRESENT"]
    assert "Recorded in this sitting: 0" in said
    assert journal(apel) == before
    assert codes(apel) == {"ANI": "H", "BUDI": "H"}


def test_of_several_one_is_chosen(apel: Apel, roster: Roster) -> None:
    ani, budi = roster("ANI LESTARI", "BUDI ANIS", "HARYANI @ DINAS LAIN")[:2]
    said = call(apel, "ani", "3", "2")
    assert "1. ANI LESTARI   ...011001   DINAS CONTOH" in said and "HARYANI" not in said
    assert said.count("Which one?") == 2 and verdicts(said) == ["PRESENT 07.20"]
    assert "PRESENT 07.20 | BUDI ANIS" in said
    said = call(apel, "ani", "", "yani", "ani", ani, "1")
    assert "Nobody was chosen." in said
    assert "PRESENT 07.20 | HARYANI" in said and "PRESENT 07.20 | ANI LESTARI" in said
    assert 'NOT RECORDED | "1" | Too short.' in said
    assert verdicts(call(apel, budi[-3:])) == ["ALREADY PRESENT at 07.20"]


def test_a_question_without_an_answer_is_listed(apel: Apel, roster: Roster) -> None:
    roster("ANI LESTARI", "BUDI ANIS", "ANI @ DINAS LAIN")
    said = call(apel, "ani", "budi", "an", "batal", "a ni", "", "ni", words=("scan", "live", "--unit", "DINAS LAIN"))
    assert "1. ANI   ...011003   DINAS LAIN" in said  # those of this gate come first
    assert "Taken back: BUDI ANIS" in said
    lost = said.partition("Not recorded (4):")[2]
    assert lost.split()[:5] == ['"ani"', '"an"', '"a', 'ni"', '"ni"']


def test_more_than_nine_are_not_all_listed(apel: Apel, roster: Roster) -> None:
    roster(*(f"ANI {letter}{letter}" for letter in "ABCDEFGHIJK"))
    said = call(apel, "ani", "9")
    assert "  9. ANI II" in said and "10." not in said
    assert "and 2 more: type more of the name" in said
    assert "PRESENT 07.20 | ANI II" in said


def test_what_names_nobody_is_said_and_listed(apel: Apel, roster: Roster) -> None:
    roster("ANI", "BUDI")
    lines = (
        "3273010101900001",
        "1985010120100",
        "01",
        "x",
        f"{STRANGER} 07:20",
        "zulkifli",
        "999",
        "198513012010011001",
    )
    before = journal(apel)
    said = call(apel, *lines, b"\xff\xfe\x00")
    assert verdicts(said) == ["NOT RECORDED"] * len(lines)
    for words in (
        "16 digits are those of a NIK",
        "no whole NIP",
        "Too short",
        "more than one NIP",
        "18 digits, but no NIP",
    ):
        assert words in said
    assert "3273010101900001" not in said
    assert "Not recorded (8):" in said and '  "zulkifli"' in said.partition("Not recorded (8):")[2]
    assert journal(apel) == before
    said = call(apel, *["zulkifli"] * 22)
    assert "  and 2 more, named above" in said


def test_a_nip_of_no_roster_is_parked_as_on_a_roll(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    said = call(apel, STRANGER, STRANGER)
    assert verdicts(said) == ["UNKNOWN: PARKED"] * 2 and "apel roll parked" in said
    assert apel.json("roll", "parked") == [{"nip": STRANGER, "count": 1, "first": DAY, "last": DAY}]
    apel("staff", "import", apel.file("r.csv", f"NIP;NAMA;UNIT KERJA\n{STRANGER};CICI;DINAS CONTOH"), "--from", DAY)
    assert codes(apel)["CICI"] == "H"
    assert "Taken back" in call(apel, "199001012015011078", "batal")
    assert apel.json("roll", "parked") == []


def test_who_belongs_nowhere_on_the_day_is_not_recorded(apel: Apel, roster: Roster) -> None:
    ani, _budi = roster("ANI", "BUDI")
    apel("staff", "end", ani, "--from", DAY, "--reason", "pensiun")
    said = call(apel, ani, "ani", f"{ani[-3:]}")
    assert verdicts(said) == ["NOT RECORDED"] * 3
    assert f"NOT RECORDED | ANI | He belongs to no unit on this day. Look: apel staff show {ani}" in said
    roster("ANI", "BUDI", "ANI BARU", "ANI LAMA")
    said = call(apel, "ani")
    assert "1. ANI BARU" in said and "2. ANI LAMA" in said and "3." not in said  # those who are here go first


def test_what_the_rules_say_besides_is_said_and_presence_recorded(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI", "BUDI", "CICI", "DEDI", "EKA")
    ani, budi, cici, dedi, _eka = nips
    apel("exempt", "add", "--nip", ani, "--kind", "apel-pagi", "--from", DAY, "--reason", "protokol")
    apel("leave", "add", budi, "S", "--from", DAY, "--number", "RS/7")
    apel("roll", "mark", cici, "DL", "--date", DAY)
    apel("roll", "mark", dedi, "TK", "--date", DAY)
    said = call(apel, *nips)
    assert verdicts(said) == ["PRESENT 07.20"] * 5
    assert "| ANI | DINAS CONTOH | ! exempt: protokol: recorded, and stands in no figure | DINAS CONTOH 0 / 4" in said
    assert f"! has a letter S RS/7, {DAY} to {DAY}: presence goes before it" in said
    assert "! was recorded as DL (typed by hand (entry" in said
    assert "! was recorded as TK (typed by hand (entry" in said
    assert "| EKA | DINAS CONTOH | DINAS CONTOH 4 / 4" in said
    close(apel, DAY)
    assert codes(apel) == {"BUDI": "H", "CICI": "H", "DEDI": "H", "EKA": "H"}


def test_a_signed_roll_is_named(apel: Apel, roster: Roster) -> None:
    ani, budi = roster("ANI", "BUDI")
    apel("roll", "mark", budi, "H", "--date", DAY)
    close(apel, DAY)
    said = call(apel, ani)
    assert "! the roll of DINAS CONTOH is signed already; tell the head" in said
    assert codes(apel)["ANI"] == "H"


def test_the_gate_of_a_unit(apel: Apel, roster: Roster) -> None:
    ani, budi, cici = roster("ANI", "BUDI @ DINAS LAIN", "CICI")
    apel("staff", "move", cici, "DINAS CONTOH", "--from", DAY, "--line", "DINAS LAIN")
    said = call(apel, ani, budi, cici, "", words=("scan", "live", "--unit", "dinas contoh"))
    assert "| ANI | DINAS CONTOH | DINAS CONTOH 1 / 1   in all 1 of 1" in said
    assert "| BUDI | DINAS LAIN | ! ANOTHER LINE: DINAS LAIN | DINAS LAIN 1 / 2   in all 1 of 1" in said
    assert "| CICI | DINAS CONTOH (stands in DINAS LAIN) | ! ANOTHER LINE: DINAS LAIN" in said
    assert "Total                1        1        0   0    0" in said
    assert '--unit "dinas contoh" --signed-by' in said


def test_a_line_without_a_session_is_recorded_and_counts_nowhere(apel: Apel, roster: Roster) -> None:
    ani, budi = roster("ANI", "BUDI @ DINAS LAIN")
    file = apel.file("c.toml", '[[schedules]]\nkind = "apel-pagi"\nweekdays = ["senin"]\nunits = ["DINAS CONTOH"]')
    apel("config", "import", file)
    said = call(apel, budi, ani)
    assert "| BUDI | DINAS LAIN | ! not expected today: recorded, and stands in no figure" in said
    assert "in all 1 of 1" in said


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("05:59:59", "! the gate opens at 06.00"),
        ("06:00", ""),
        ("08:00:00", ""),
        ("08:00:01", "! the gate closed at 08.00"),
    ],
)
def test_outside_the_gate_it_is_said(apel: Apel, roster: Roster, at: str, words: str) -> None:
    (ani,) = roster("ANI")
    said = call(apel, ani, at=f"{DAY}T{at}")
    assert "Gate 06.00 to 08.00; later than 07.30 is late." in said
    assert (words or "the gate") in said if words else "the gate" not in said


def test_the_queue_of_the_late_and_a_roll_without_times(apel: Apel, roster: Roster) -> None:
    ani, budi, cici, dedi = roster("ANI", "BUDI", "CICI", "DEDI")
    assert verdicts(call(apel, ani, words=("scan", "live", "--code", "t"))) == ["LATE 07.20"]
    said = call(apel, budi, at=f"{DAY}T07:40", words=("scan", "live", "--no-time"))
    assert verdicts(said) == ["PRESENT"] and "No time is recorded" in said
    said = call(apel, cici, at="2026-03-03T07:40", words=("scan", "live", "--date", DAY))  # the day after
    assert verdicts(said) == ["PRESENT"] and "No time is recorded" in said
    assert verdicts(call(apel, dedi, at=DAY)) == ["PRESENT"]  # --today without a time is no clock
    assert codes(apel) == {"ANI": "T", "BUDI": "H", "CICI": "H", "DEDI": "H"}


def test_nobody_is_called_where_nobody_is_expected(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    apel("unit", "add", "KOSONG")
    said = call(apel, at="2026-03-01T07:20", code=1)
    assert 'apel calendar call 2026-03-01 --kind apel-pagi --name "NAME"' in said
    assert "Hari Suci Nyepi" in call(apel, at="2026-03-19T07:20", code=1)
    assert "(KOSONG)" in call(apel, words=("scan", "live", "--unit", "KOSONG"), code=1)
    assert "is still to come" in call(apel, words=("scan", "live", "--date", "2026-03-03"), code=1)
    assert "--as-of looks back" in apel.refuses("--as-of", "1", "scan", "live")
    apel("calendar", "call", "2026-03-01", "--kind", "senam", "--name", "Senam", "--start", "07:00")
    said = call(apel, "ani", at="2026-03-01T07:00", words=("scan", "live", "--kind", "senam"))
    assert said.startswith("Senam   Minggu, 1 Maret 2026\nGate 05.30 to 07.15; later than 07.00 is late.")
    assert verdicts(said) == ["PRESENT 07.00"]


def test_two_schedules_have_no_one_gate(apel: Apel, roster: Roster) -> None:
    roster("ANI", "BUDI @ DINAS LAIN")
    one = '[[schedules]]\nkind = "apel-pagi"\nweekdays = ["senin"]\n'
    apel("config", "import", apel.file("c.toml", f'{one}\n{one}units = ["DINAS LAIN"]\ngate_closes = "09:00"'))
    assert "Gate" not in call(apel)


def test_guests_without_a_unit_are_counted(apel: Apel, roster: Roster) -> None:
    ani, budi = roster("ANI", "BUDI")
    guests = apel.file("g.csv", f"NIP\n{ani}")
    apel("calendar", "call", DAY, "--kind", "kegiatan", "--name", "Pelatihan", "--people", guests)
    apel("staff", "end", ani, "--from", "2026-02-01", "--reason", "pindah")
    said = call(apel, ani, budi, words=("scan", "live", "--kind", "kegiatan"))
    assert "| ANI | (belongs to no unit on this day) | in all 1 of 1" in said
    assert "! not expected today" in said


def test_the_machine_had_him_already(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    devices = '[[devices]]\nname = "Gerbang"\nkinds = ["apel-pagi"]'
    apel("config", "import", apel.file("c.toml", devices))
    apel("scan", "link", 1, ani, "--device", "Gerbang")
    log = apel.folder / "1_attlog.dat"
    log.write_bytes(f"{1:>9}\t{DAY} 07:05:00\t1\t255\t1\t0\r\n".encode())
    apel("scan", "import", log, "--device", "Gerbang")
    assert verdicts(call(apel, ani)) == ["ALREADY PRESENT at 07.05"]


def test_the_last_is_taken_back_one_after_the_other(apel: Apel, roster: Roster) -> None:
    ani, budi = roster("ANI", "BUDI")
    apel("roll", "mark", budi, "S", "--date", DAY)
    said = call(apel, ani, budi, "batal", "UNDO", "batal", ani, "selesai", budi)
    assert "Taken back: BUDI\nDINAS CONTOH 1 / 2" in said and "Taken back: ANI\nDINAS CONTOH 0 / 2" in said
    assert "There is nothing to take back." in said
    assert "Recorded in this sitting: 1" in said
    assert codes(apel) == {"ANI": "H", "BUDI": "S"}
    assert journal(apel)


def test_an_empty_line_counts_and_a_question_helps(apel: Apel, roster: Roster) -> None:
    roster("ANI", "BUDI @ DINAS LAIN")
    said = call(apel, "ani", "", "?")
    table = " ".join(said.split())
    assert "DINAS CONTOH 1 1 0 0 0 DINAS LAIN 1 0 0 0 1" in table
    assert "batal            take the last one back" in said
    assert f"apel roll close {DAY} --kind apel-pagi --unit UNIT --signed-by NAME" in said


def test_another_desk_is_followed(apel: Apel, roster: Roster) -> None:
    ani, budi, cici = roster("ANI", "BUDI", "CICI")
    at = f"{DAY}T07:10"
    more = apel.file("r.csv", f"NIP;NAMA;UNIT KERJA\n{STRANGER};DEDI;DINAS CONTOH")
    said = call(
        apel,
        ani,
        lambda: call(apel, budi, at=at),
        budi,
        lambda: apel("roll", "mark", cici, "S", "--date", DAY),
        cici,
        lambda: apel("staff", "import", more, "--from", "2026-01-01"),
        STRANGER,
    )
    assert verdicts(said)[:2] == ["PRESENT 07.20", "ALREADY PRESENT at 07.10"]
    assert "| CICI | DINAS CONTOH | ! was recorded as S" in said
    assert "| DEDI | DINAS CONTOH | DINAS CONTOH 4 / 4   in all 4 of 4" in said


def test_another_desk_brings_somebody_back(apel: Apel, roster: Roster) -> None:
    ani, budi = roster("ANI", "BUDI")
    apel("staff", "end", ani, "--from", DAY, "--reason", "pindah")
    number = journal(apel)[0]
    said = call(apel, budi, lambda: apel("undo", number), ani)
    assert "| ANI | DINAS CONTOH | DINAS CONTOH 2 / 2" in said


def test_what_another_desk_has_undone_cannot_be_taken_back_again(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    said = call(apel, ani, lambda: apel("undo", journal(apel)[0]), "batal", "")
    assert 'NOT RECORDED | "batal" | Entry' in said and "is undone already" in said
    assert "Total                1        0" in said


def test_a_disk_that_is_full_stops_nobody(apel: Apel, roster: Roster) -> None:
    ani, budi = roster("ANI", "BUDI")

    def full(words: str) -> None:
        with sqlite3.connect(apel.database) as database:
            database.execute(f"CREATE TRIGGER full BEFORE INSERT ON mark BEGIN SELECT RAISE(ABORT, '{words}'); END")
        database.close()

    def free() -> None:
        with sqlite3.connect(apel.database) as database:
            database.execute("DROP TRIGGER full")
        database.close()

    said = call(apel, lambda: full("database or disk is full"), ani, free, budi)
    assert verdicts(said) == ["NOT RECORDED", "PRESENT 07.20"] and "The disk is full" in said
    assert codes(apel) == {"ANI": "BL", "BUDI": "H"}
    call(apel, lambda: full("a bug"), ani, code=3)
    free()
    assert codes(apel) == {"ANI": "BL", "BUDI": "H"}


def test_a_roll_call_is_one_line_of_the_journal_and_each_mark_an_entry(apel: Apel, roster: Roster) -> None:
    ani, budi, cici = roster("ANI", "BUDI", "CICI")
    call(apel, ani, budi)
    call(apel, cici, at="2026-03-03T07:20")
    last = journal(apel)[0]
    listed = spoken(apel, "journal", "list")
    assert f"2 marks of {DAY}, apel-pagi: entries {last - 2} to {last - 1}" in listed
    assert f"nip: {cici}" in listed
    assert len(apel.json("journal", "list")) == last
    apel("undo", last - 2)
    assert codes(apel) == {"ANI": "BL", "BUDI": "H", "CICI": "BL"}
    assert "marks of" not in apel("journal", "list")


def test_a_whole_roll_call_is_taken_back(apel: Apel, roster: Roster) -> None:
    ani, budi, cici, dedi = roster("ANI", "BUDI", "CICI", "DEDI")
    first = journal(apel)[0] + 1
    call(apel, ani, lambda: apel("roll", "mark", dedi, "H", "--date", DAY), budi, "batal", budi, cici)
    call(apel, ani, at="2026-03-03T07:20")
    last = journal(apel)[0]
    before = codes(apel)
    words = ("undo", f"{first}..{last}")
    assert "Rehearsal only" in apel(*words, "--dry-run") and codes(apel) == before
    assert f"3 entries (scan live) from {first} to {last} are undone." in apel(*words)
    assert codes(apel) == {"ANI": "BL", "BUDI": "BL", "CICI": "BL", "DEDI": "H"}
    assert codes(apel, "2026-03-03")["ANI"] == "H"
    listed = spoken(apel, "journal", "list")
    assert f"3 marks of {DAY}, apel-pagi: entries {first + 2} to {last - 1}" in listed
    assert f"4 marks taken back: entries {first + 3} to {last + 3}" in listed  # batal too
    assert "0 entries" in apel(*words)
    assert "is no mark of a roll call" in apel.refuses("undo", f"{first + 1}..{last}")
    apel("roll", "mark", ani, "S", "--date", "2026-03-03")
    assert "later entries stand on it" in apel.refuses("undo", f"{last}..{last + 3}")
    assert "There is no entry 0." in apel.refuses("undo", "0..3")
    assert apel.run("undo", "3..x").exit_code == 2


def test_a_rehearsal_writes_nothing_and_knows_who_came(apel: Apel, roster: Roster) -> None:
    ani, budi = roster("ANI", "BUDI")
    apel("roll", "mark", budi, "S", "--date", DAY)
    before = journal(apel)
    lines = (ani, ani, budi, STRANGER, STRANGER, "batal", "batal", budi, "batal", "batal", "batal", ani)
    said = call(apel, *lines, words=("scan", "live", "--dry-run"))
    assert verdicts(said)[:4] == ["PRESENT 07.20", "ALREADY PRESENT at 07.20", "PRESENT 07.20", "UNKNOWN: PARKED"]
    assert said.count("was recorded as S") == 2 and "There is nothing to take back." in said
    assert "in all 1 of 2" in said and "Recorded in this sitting: 1" in said
    assert said.count("Rehearsal only (--dry-run): nothing was written.") == 2  # first, and last
    assert journal(apel) == before and apel.json("roll", "parked") == []
