"""apel staff: who belongs where, from rosters and by hand."""

from __future__ import annotations

import csv
import json

import pytest
from office_acts import WEEK, adds_up, close, done_once, figures, journal, roll, spoken
from officer import Apel, Roster
from openpyxl import load_workbook

ROSTER = """NIP;NAMA;GELAR DEPAN;GELAR BELAKANG;STATUS;GOLONGAN;JABATAN;UNIT KERJA
198501012010011001;ANI CONTOH;Dr.;S.E., M.Si.;PNS;III/d;Analis;DINAS SATU
199001012015012002;BUDI CONTOH;;;PNS;III/a;Pengelola;DINAS SATU
199501012022211003;CICI CONTOH;;;PPPK;IX;Pranata;DINAS DUA
"""
ANI, BUDI, CICI = "198501012010011001", "199001012015012002", "199501012022211003"


def take(apel: Apel, text: str = ROSTER, *words: str, first: str = "2026-01-01") -> str:
    return apel("staff", "import", apel.file("daftar.csv", text), "--from", first, *words)


def people(apel: Apel) -> dict[str, dict[str, object]]:
    return {one["nip"]: one for one in apel.json("staff", "list")["people"]}


def test_a_roster_becomes_people(apel: Apel) -> None:
    file = apel.file("daftar.csv", ROSTER)
    said = done_once(apel, "staff", "import", file, "--from", "2026-01-01")
    assert "read 3, taken 3" in said and "new: 3, from 2026-01-01 on: ANI CONTOH; BUDI CONTOH; CICI CONTOH" in said
    assert people(apel)[ANI] == {
        "nip": ANI,
        "name": "ANI CONTOH",
        "title_before": "Dr.",
        "title_after": "S.E., M.Si.",
        "status": "PNS",
        "rank": "III/d",
        "position": "Analis",
        "unit": "DINAS SATU",
        "line": "DINAS SATU",
        "from": "2026-01-01",
        "to": None,
    }
    assert people(apel)[CICI]["status"] == "PPPK"


def test_the_import_told_to_a_program(apel: Apel) -> None:
    file = apel.file("daftar.csv", ROSTER)
    told = apel.json("staff", "import", file, "--from", "2026-01-01")
    assert told == {"read": 3, "taken": 3, "unchanged": 0, "parked": 0, "refused": []}
    told = apel.json("staff", "import", file, "--from", "2026-01-01")
    assert told == {"read": 3, "taken": 0, "unchanged": 3, "parked": 0, "refused": []}


def test_what_is_new_changed_moved_and_missing(apel: Apel) -> None:
    take(apel)
    later = (
        ROSTER.replace("Pengelola;DINAS SATU", "Pengelola;DINAS DUA")
        .replace("PPPK;IX;Pranata", "PPPK;X;Pranata")
        .replace(f"{ANI};ANI CONTOH", "197001011995031004;DODI CONTOH")
    )
    file = apel.file("april.csv", later)
    said = done_once(apel, "staff", "import", file, "--from", "2026-03-10")
    for words in (
        "new: 1, from 2026-03-10 on: DODI CONTOH",
        "changed: 1: CICI CONTOH (rank)",
        "moved: 1, from 2026-03-10 on: BUDI CONTOH (DINAS SATU → DINAS DUA)",
    ):
        assert words in said
    assert people(apel)[ANI]["to"] is None  # never ended unasked
    assert people(apel)[BUDI]["unit"] == "DINAS DUA" and people(apel)[BUDI]["from"] == "2026-03-10"
    assert {one["nip"]: one for one in apel.json("--as-of", 5, "staff", "list")["people"]}[BUDI]["unit"] == "DINAS SATU"


def test_missing_people_are_ended_only_when_asked(apel: Apel) -> None:
    take(apel)
    shorter = apel.file("pendek.csv", "\n".join(ROSTER.splitlines()[:2]))
    assert "not on this roster, left as they are: 1" in apel("staff", "import", shorter, "--from", "2026-03-10")
    said = done_once(apel, "staff", "import", shorter, "--from", "2026-03-10", "--end-missing")
    assert "missing, ended from 2026-03-10 on: 1: BUDI CONTOH" in said
    assert people(apel)[BUDI]["to"] == "2026-03-09"
    assert people(apel)[CICI]["to"] is None  # of a unit that this roster does not speak of


def test_many_people_are_counted_not_named(apel: Apel) -> None:
    lines = [f"19850101201001{1}{n:03d};ORANG {n};DINAS" for n in range(1, 13)]
    said = take(apel, "\n".join(["NIP;NAMA;UNIT KERJA", *lines]))
    assert "new: 12" in said and "ORANG 3" not in said


def test_rows_without_a_unit_belong_to_the_unit_that_is_named(apel: Apel) -> None:
    apel("unit", "add", "DINAS SATU")
    file = apel.file("d.csv", f"NIP;NAMA\n{ANI};ANI")
    assert "unit" in apel.refuses("staff", "import", file, "--from", "2026-01-01").lower()
    apel("staff", "import", file, "--from", "2026-01-01", "--unit", "dinas  satu")
    assert people(apel)[ANI]["unit"] == "DINAS SATU"
    other = apel.file("e.csv", f"NIP;NAMA\n{BUDI};BUDI")
    apel("staff", "import", other, "--from", "2026-01-01", "--unit", "SEKRETARIAT / BAGIAN BARU")
    assert people(apel)[BUDI]["unit"] == "BAGIAN BARU"


def test_nobody_belongs_anywhere_before_his_appointment(apel: Apel) -> None:
    text = "NIP;NAMA;UNIT KERJA\n200001012026031001;EKA CONTOH;DINAS\n198501012010011001;ANI;DINAS"
    take(apel, text)
    found = people(apel)
    assert found["200001012026031001"]["from"] == "2026-03-01"
    assert found[ANI]["from"] == "2026-01-01"


def test_the_first_roster_holds_from_the_new_year_a_later_one_from_today(apel: Apel) -> None:
    apel("staff", "import", apel.file("a.csv", "NIP;NAMA;UNIT KERJA\n" + f"{ANI};ANI;DINAS"))
    apel("staff", "import", apel.file("b.csv", "NIP;NAMA;UNIT KERJA\n" + f"{BUDI};BUDI;DINAS"))
    found = people(apel)
    assert (found[ANI]["from"], found[BUDI]["from"]) == ("2026-01-01", "2026-03-31")


def test_a_roster_of_then_is_held_against_then(apel: Apel) -> None:
    """Whoever moved or retired since is not called back by the roster that knew him first."""
    take(apel)
    apel("staff", "move", BUDI, "DINAS DUA", "--from", "2026-03-10")
    apel("staff", "end", ANI, "--from", "2026-03-20", "--reason", "pensiun")
    before = journal(apel)
    told = apel.json("staff", "import", apel.file("daftar.csv", ROSTER), "--from", "2026-01-01")
    assert (told["taken"], told["unchanged"]) == (0, 3)
    assert journal(apel) == before
    assert people(apel)[BUDI]["unit"] == "DINAS DUA"


def test_a_faulty_roster_is_taken_whole_or_not_at_all(apel: Apel) -> None:
    file = apel.file("d.csv", ROSTER.replace(BUDI, "12345"))
    before = journal(apel)
    said = apel.refuses("staff", "import", file)
    assert "row 3" in said and "--skip-bad" in said and "held back 2" in said
    told = json.loads(apel.run("staff", "import", file, "--format", "json").stdout)
    assert adds_up(told) and told["taken"] == 0 and len(told["refused"]) == 3
    assert {row["row"] for row in told["refused"]} == {2, 3, 4}
    assert journal(apel) == before
    result = apel.run("staff", "import", file, "--skip-bad", "--format", "json")
    told = json.loads(result.stdout)
    assert result.exit_code == 0 and adds_up(told)  # done, as it was asked
    assert (told["taken"], len(told["refused"])) == (2, 1)
    assert set(people(apel)) == {ANI, CICI}


def test_more_faults_than_fit_a_screen(apel: Apel) -> None:
    lines = "\n".join(f"{n};ORANG {n};DINAS" for n in range(1, 231))
    said = apel.refuses("staff", "import", apel.file("d.csv", f"NIP;NAMA;UNIT KERJA\n{lines}"))
    assert "refused 230" in said and "and 30 more" in said


@pytest.mark.parametrize(
    ("words", "heading"), [(["--map", "KODE PEGAWAI=nip"], "KODE PEGAWAI"), (["--sheet", "Sheet"], "NIP")]
)
def test_headings_and_sheets_can_be_named(apel: Apel, words: list[str], heading: str) -> None:
    if words[0] == "--map":
        file = apel.file("d.csv", ROSTER.replace("NIP;", f"{heading};"))
        apel("staff", "import", file, *words)
        assert len(people(apel)) == 3
    else:
        assert "sheet" in apel.refuses("staff", "import", apel.file("d.csv", ROSTER), *words).lower()


def test_a_mapping_has_two_sides(apel: Apel) -> None:
    result = apel.run("staff", "import", apel.file("d.csv", ROSTER), "--map", "NIP")
    assert result.exit_code == 2 and "NAME=MEANING" in result.output


def test_lists_in_all_forms(apel: Apel) -> None:
    take(apel)
    assert "ANI CONTOH" in apel("staff", "list")
    only = apel("staff", "list", "--unit", "dinas dua")
    assert ANI not in only and CICI in only
    lines = list(csv.reader(apel("staff", "list", "--format", "csv").splitlines(), delimiter=";"))
    assert len(lines) == 4 and lines[1][0] == ANI
    for name in ("p.csv", "p.json", "p.xlsx"):
        assert "Written" in apel("staff", "list", "-o", apel.folder / name)
    assert json.loads((apel.folder / "p.json").read_text("utf-8"))["people"][0]["nip"] == ANI
    cells = {cell.value for row in load_workbook(apel.folder / "p.xlsx").active.iter_rows() for cell in row}  # type: ignore[union-attr]
    assert ANI in cells
    for name in ("p.pdf", "p"):
        assert ".xlsx" in apel.refuses("staff", "list", "-o", apel.folder / name)
    assert "folder" in apel.refuses("staff", "list", "-o", apel.folder / "nowhere" / "p.csv")


def test_an_unknown_unit_with_what_is_near(apel: Apel) -> None:
    take(apel)
    assert "Did you mean DINAS SATU" in apel.refuses("staff", "list", "--unit", "DINAS STAU")
    assert "Did you mean" not in apel.refuses("staff", "list", "--unit", "QWERTY")


def test_what_is_exported_can_be_imported_again(apel: Apel, tmp_path_factory: pytest.TempPathFactory) -> None:
    take(apel)
    apel("unit", "add", "BAGIAN UMUM", "--parent", "DINAS SATU")
    apel("unit", "add", "MAL PELAYANAN")
    apel("staff", "move", ANI, "DINAS SATU / BAGIAN UMUM", "--line", "MAL PELAYANAN", "--from", "2026-02-01")
    apel("staff", "end", BUDI, "--from", "2026-03-01", "--reason", "pindah")
    for name in ("semua.xlsx", "semua.csv"):
        apel("staff", "export", apel.folder / name)
        told = apel.json("staff", "import", apel.folder / name)
        assert told == {"read": 2, "taken": 0, "unchanged": 2, "parked": 0, "refused": []}
    other = Apel(tmp_path_factory.mktemp("other") / "apel.db", apel.folder)
    other("init", "--office", "LAIN")
    other("staff", "import", apel.folder / "semua.xlsx", "--from", "2026-02-01")
    mine = {nip: one for nip, one in people(apel).items() if nip != BUDI}
    theirs = people(other)
    assert {nip: (one["name"], one["unit"], one["line"]) for nip, one in mine.items()} == {
        nip: (one["name"], one["unit"], one["line"]) for nip, one in theirs.items()
    }
    assert ".xlsx" in apel.refuses("staff", "export", apel.folder / "semua.pdf")
    assert ".xlsx" in apel.refuses("staff", "export", apel.folder / "semua.json")


def test_one_person_shown(apel: Apel) -> None:
    take(apel)
    apel("unit", "add", "MAL PELAYANAN")
    apel("staff", "move", ANI, "DINAS SATU", "--line", "MAL PELAYANAN", "--from", "2026-02-01")
    apel("exempt", "add", "--nip", ANI, "--kind", "apel-pagi", "--from", "2026-03-01", "--reason", "protokol")
    apel("leave", "add", ANI, "S", "--from", "2026-03-02", "--number", "800/1")
    said = apel("staff", "show", "19850101 201001 1 001")
    for words in (
        "Dr. ANI CONTOH, S.E., M.Si.",
        "19850101 201001 1 001   PNS   III/d",
        "Analis",
        "to now: DINAS SATU, stands in the line of MAL PELAYANAN",
        "exempt from apel-pagi (protokol)",
        "letter S 800/1",
    ):
        assert words in said
    assert "BUDI" not in said
    apel("staff", "import", apel.file("x.csv", "NIP;NAMA;UNIT KERJA\n197001011995031009;XENA;DINAS"))
    assert "XENA" in apel("staff", "show", "197001011995031009")


@pytest.mark.parametrize("nip", ["12", "abc", "1985010120100110011", "198501012010011099", "1.98501E+17"])
def test_a_nip_that_nobody_has(apel: Apel, nip: str) -> None:
    take(apel)
    before = journal(apel)
    for words in (
        ["staff", "show", nip],
        ["staff", "move", nip, "DINAS DUA", "--from", "2026-03-01"],
        ["staff", "end", nip, "--from", "2026-03-01", "--reason", "x"],
        ["exempt", "add", "--nip", nip, "--kind", "kerja", "--from", "2026-03-01", "--reason", "x"],
        ["roll", "mark", nip, "H"],
        ["leave", "add", nip, "S", "--from", "2026-03-01"],
        ["scan", "link", "7", nip, "--device", "M"],
        ["flag", "2026-03", "--explain", nip],
    ):
        assert "NIP" in apel.refuses(*words)
    assert journal(apel) == before


def test_moving(apel: Apel) -> None:
    take(apel)
    said = done_once(apel, "staff", "move", BUDI, "DINAS DUA", "--from", "2026-03-10", "--reason", "SK 1")
    assert "belongs to DINAS DUA from 2026-03-10 on" in said
    before = journal(apel)
    assert "there already" in apel("staff", "move", BUDI, "DINAS DUA", "--from", "2026-03-20")
    assert journal(apel) == before
    assert "DINAS DUA" in apel.refuses("staff", "move", BUDI, "DINAS DU", "--from", "2026-03-10")
    slip = ["--line", "DINAS SAT", "--from", "2026-03-10"]
    assert "Did you mean" in apel.refuses("staff", "move", BUDI, "DINAS DUA", *slip)
    assert "appointed in 2015-01" in apel.refuses("staff", "move", BUDI, "DINAS SATU", "--from", "2014-12-31")
    assert apel.run("staff", "move", BUDI, "DINAS SATU", "--from", "2026-02-30").exit_code == 2
    assert apel.run("staff", "move", BUDI, "DINAS SATU").exit_code == 2


def test_whoever_stands_elsewhere_is_listed_so(apel: Apel) -> None:
    take(apel)
    apel("staff", "move", BUDI, "DINAS SATU", "--line", "DINAS DUA", "--from", "2026-03-10")
    assert "DINAS SATU (stands in DINAS DUA)" in spoken(apel, "staff", "list")
    one = people(apel)[BUDI]
    assert (one["unit"], one["line"]) == ("DINAS SATU", "DINAS DUA")


def test_ending(apel: Apel) -> None:
    take(apel)
    said = done_once(apel, "staff", "end", BUDI, "--from", "2026-03-10", "--reason", "pensiun")
    assert "belongs to no unit from 2026-03-10 on" in said
    assert people(apel)[BUDI]["to"] == "2026-03-09"
    apel("staff", "export", apel.folder / "s.csv")
    assert BUDI not in (apel.folder / "s.csv").read_text("utf-8-sig")
    assert apel.run("staff", "end", BUDI, "--from", "2026-03-10").exit_code == 2


def test_who_never_belonged_anywhere_is_listed_without_a_unit(apel: Apel) -> None:
    take(apel)
    apel("staff", "end", BUDI, "--from", "2025-12-01", "--reason", "tak pernah ada")
    one = people(apel)[BUDI]
    assert (one["unit"], one["from"]) == ("", None)
    assert BUDI in apel("staff", "list") and BUDI not in apel("staff", "list", "--unit", "DINAS SATU")
    assert BUDI in apel("staff", "show", BUDI).replace(" ", "")


def test_figures_of_the_last_day_before_the_end(apel: Apel, roster: Roster) -> None:
    """The first day that no longer counts is the day of --from: the day before still does."""
    nips = roster("ANI", "BUDI")
    roll(apel, nips, "H TK . .", "H H H H")
    apel("staff", "end", nips[0], "--from", "2026-03-04", "--reason", "pensiun")
    close(apel)
    ani, budi = apel.json("flag", WEEK, "--all")["people"]
    assert figures(ani) == (2, 1, 0, 0, 1, 0, 2, 0.5, 1)
    assert figures(budi)[0] == 4
    assert [(day["date"], day["code"]) for day in ani["not_counted"]] == [("2026-03-04", "NR"), ("2026-03-05", "NR")]


DAMAGED = ROSTER.replace(ANI, "1,98501E+17").replace(BUDI, BUDI[:-1])


def test_a_damaged_nip_is_taken_when_it_is_typed_for_its_row(apel: Apel) -> None:
    take(apel)
    file = apel.file("rusak.csv", DAMAGED.replace(";III/a;", ";III/b;"))
    said = apel.refuses("staff", "import", file)
    assert f"--confirm 2={ANI}" in said and f"--confirm 3={BUDI}" in said
    said = apel.refuses("staff", "import", file, "--confirm", f"2={ANI}")
    assert f"--confirm 2={ANI}" not in said and f"--confirm 3={BUDI}" in said
    words = ["--confirm", f"2={ANI}", "--confirm", f"3={BUDI[:8]} {BUDI[8:14]} {BUDI[14]} {BUDI[15:]}"]
    said = done_once(apel, "staff", "import", file, *words)
    assert "changed: 1: BUDI CONTOH (rank)" in said
    assert f"confirmed: {ANI}, {BUDI}" in apel("journal", "show", 6).replace("  ", " ") or ANI in apel(
        "journal", "show", 6
    )
    assert people(apel)[BUDI]["rank"] == "III/b"


def test_a_confirmation_that_says_nothing_is_wrong_usage(apel: Apel) -> None:
    take(apel)
    file = apel.file("rusak.csv", DAMAGED)
    result = apel.run("staff", "import", file, "--confirm", "baris dua")
    assert result.exit_code == 2 and "ROW=NIP" in result.output
    assert "is not a NIP" in apel.refuses("staff", "import", file, "--confirm", "2=1,98501E+17")
    assert "has nobody in this row" in apel.refuses("staff", "import", file, "--confirm", f"Lembar 1:2={ANI}")


def test_units_that_are_known_are_not_opened_again(apel: Apel) -> None:
    apel("unit", "add", "SETDA / BAGIAN UMUM")
    said = take(apel, f"NIP;NAMA;UNOR NAMA\n{ANI};ANI;SUBBAG RT - BAGIAN UMUM\n{BUDI};BUDI;BAGIAN UMUM\n")
    assert "units that are new: 1: SETDA / BAGIAN UMUM / SUBBAG RT" in said
    assert people(apel)[ANI]["unit"] == "SUBBAG RT"
    rows = apel.json("unit", "list")
    assert [row["unit"] for row in rows] == ["SETDA", "SETDA / BAGIAN UMUM", "SETDA / BAGIAN UMUM / SUBBAG RT"]


def test_a_unit_that_may_be_several_is_asked_for(apel: Apel) -> None:
    apel("unit", "add", "DINAS SATU / SEKRETARIAT")
    apel("unit", "add", "DINAS DUA / SEKRETARIAT")
    apel("unit", "add", "DINAS DUA / LOKET")
    apel("unit", "add", "DINAS SATU / LOKET")
    two = f"NIP;NAMA;UNIT INDUK;UNIT KERJA;APEL DI\n{ANI};ANI;DINAS SATU;SEKRETARIAT;\n"
    take(apel, two)
    file = apel.file("d.csv", f"NIP;NAMA;UNIT KERJA\n{ANI};ANI;SEKRETARIAT\n{BUDI};BUDI;SEKRETARIAT\n")
    said = apel.refuses("staff", "import", file)
    assert "row 3: SEKRETARIAT is the name of several units (DINAS SATU / SEKRETARIAT; DINAS DUA / SEKRETARIAT)" in said
    assert "row 2" not in said.split("refused")[1] or "held back" in said  # ANI is in one of them already
    told = json.loads(apel.run("staff", "import", file, "--skip-bad", "--format", "json").stdout)
    assert (told["unchanged"], told["taken"], len(told["refused"])) == (1, 0, 1)
    line = apel.file("e.csv", f"NIP;NAMA;UNIT KERJA;APEL DI\n{BUDI};BUDI;DINAS SATU;LOKET\n")
    assert "row 2: LOKET is the name of several units" in apel.refuses("staff", "import", line)
    full = apel.file("f.csv", f"NIP;NAMA;UNIT KERJA;APEL DI\n{BUDI};BUDI;DINAS SATU;DINAS DUA / LOKET\n")
    apel("staff", "import", full)
    assert people(apel)[BUDI]["line"] == "DINAS DUA / LOKET"


def test_three_levels_are_exported_and_imported_again(apel: Apel) -> None:
    take(apel, f"NIP;NAMA;UNIT KERJA\n{ANI};ANI;SETDA / BAGIAN UMUM / SUBBAG RT\n")
    apel("staff", "export", apel.folder / "semua.csv")
    told = apel.json("staff", "import", apel.folder / "semua.csv")
    assert (told["taken"], told["unchanged"]) == (0, 1)
