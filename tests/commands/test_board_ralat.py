"""apel board ralat and verify: who is cleared is told so in public, and a paper tells whether it is the one posted."""

from __future__ import annotations

import sqlite3

import pytest
from board_acts import FORBIDDEN, NUMBER, absent, letter, post, read
from office_acts import done_once, journal, spoken
from officer import Apel, Roster
from openpyxl import load_workbook

RALAT = "800.1.6.2/16/2026"


def ralat(apel: Apel, *words: object, number: str = RALAT) -> str:
    return apel("board", "ralat", NUMBER, "--number", number, "--dated", "2026-04-01", *words, today="2026-04-01")


def test_a_person_who_is_cleared_gets_a_ralat(apel: Apel, roster: Roster) -> None:
    nips = absent(apel, roster, "ANI @ SATU", "BUDI @ SATU", "CICI @ DUA")
    post(apel)
    assert "nothing to correct" in apel.refuses("board", "ralat", NUMBER, "--number", RALAT)
    assert "Nothing to mend" in apel("doctor")
    letter(apel, nips[0])
    letter(apel, nips[1], last="2026-03-02")
    assert f"{NUMBER} of 2026-03-31: 2 people; apel board ralat {NUMBER} --number NEW" in apel("doctor")
    assert f"To correct on the board: {NUMBER}" in apel("status")
    out = [apel.folder / f"r.{ending}" for ending in ("pdf", "xlsx", "html", "txt")]
    said = ralat(apel, *(word for path in out for word in ("-o", path)))
    assert f"Posted: {RALAT}, the ralat of {NUMBER}, 2 names" in said
    for path in out:
        text = read(path)
        for part in ("RALAT ATAS PENGUMUMAN", "ANI", "tidak termasuk", "BUDI", "3 dari 3 apel", "permohonan maaf"):
            assert part in text, (path, part)
        assert "CICI" not in text and not FORBIDDEN.search(text.partition("Jurnal nomor")[0])
        assert "Genuine" in apel("board", "verify", path, today="2026-04-01")
    assert "Nothing to mend" in apel("doctor", today="2026-04-01")
    assert "nothing to correct" in apel.refuses("board", "ralat", NUMBER, "--number", "9")
    first, second = apel.json("board", "list", today="2026-04-01")["notices"]
    assert (first["state"], first["corrected_by"]) == ("corrected", [RALAT])
    assert (second["corrects"], second["names"], second["remove_on"]) == (NUMBER, 2, "2026-04-16")
    listed = spoken(apel, "board", "list")
    assert f"corrected by {RALAT}" in listed and f"ralat of {NUMBER}" in listed
    again = apel("board", "print", NUMBER)
    assert f"diperbaiki dengan Ralat Nomor {RALAT} tanggal 1 April 2026" in " ".join(again.split())
    assert apel("board", "print", RALAT) == (apel.folder / "r.txt").read_text("utf-8")


def test_a_ralat_is_one_entry_and_can_be_undone(apel: Apel, roster: Roster) -> None:
    (ani,) = absent(apel, roster, "ANI @ SATU")
    post(apel)
    letter(apel, ani)
    done_once(apel, "board", "ralat", NUMBER, "--number", RALAT)
    entry = journal(apel)[0]
    assert f"Undo first, in this order: {entry}" in apel.refuses("undo", entry - 2)  # the post
    apel("undo", entry)
    apel("undo", entry - 2, "--dry-run")
    assert apel.json("board", "list")["notices"][0]["corrected_by"] == []
    ralat(apel)


def test_who_was_cleared_does_not_come_back_by_himself(apel: Apel, roster: Roster) -> None:
    ani, _budi = absent(apel, roster, "ANI @ SATU", "BUDI @ SATU")
    post(apel)
    letter(apel, ani)
    filed = journal(apel)[0]
    ralat(apel)
    apel("undo", filed)
    assert "ANI" not in apel("board", "print", NUMBER)
    assert "ANI, SATU: would no longer be on it (told by a ralat)" in apel("board", "verify", NUMBER)


def test_what_a_ralat_lacks(apel: Apel, roster: Roster) -> None:
    (ani,) = absent(apel, roster, "ANI @ SATU")
    post(apel)
    letter(apel, ani)
    assert "is taken" in apel.refuses("board", "ralat", NUMBER, "--number", NUMBER)
    assert "before the notice" in apel.refuses("board", "ralat", NUMBER, "--number", RALAT, "--dated", "2026-03-30")
    ralat(apel)
    assert "name that one" in apel.refuses("board", "ralat", RALAT, "--number", "9")
    (apel.folder / "none.toml").write_text("[signatories]\n", "utf-8")
    apel("config", "import", apel.folder / "none.toml")
    apel("undo", journal(apel)[0] - 1)
    assert "No signatory" in apel.refuses("board", "ralat", NUMBER, "--number", "9")


def test_a_roll_that_is_opened_again_names_nobody(apel: Apel, roster: Roster) -> None:
    absent(apel, roster, "ANI @ SATU", "BUDI @ DUA")
    post(apel)
    apel("roll", "reopen", "2026-03-04", "--unit", "SATU", "--reason", "diperiksa")
    assert "ANI" not in apel("board", "print", NUMBER)
    assert "ANI, SATU: a roll was opened again" in apel("board", "verify", NUMBER)
    assert "nothing to correct" in apel.refuses("board", "ralat", NUMBER, "--number", RALAT)


def test_what_has_changed_since(apel: Apel, roster: Roster) -> None:
    nips = absent(apel, roster, "ANI @ SATU", "BUDI @ SATU", "CICI @ DUA")
    post(apel)
    assert "Nothing on it has changed" in apel("board", "verify", NUMBER)
    letter(apel, nips[0])
    letter(apel, nips[1], last="2026-03-02")
    said = apel("board", "verify", NUMBER, today="2026-05-01")
    for words in (
        "Genuine",
        "Journal: all as it was written",
        "ANI, SATU: would no longer be on it",
        "BUDI, SATU: 4/4 then, 3/3 now",
        "to come down on 2026-04-15",
    ):
        assert words in said
    ralat(apel)
    apel("board", "retract", NUMBER, "--reason", "selesai")
    said = apel("board", "verify", NUMBER)
    assert f"corrected by {RALAT} of 2026-04-01" in said and "taken down on 2026-03-31: selesai" in said


@pytest.mark.parametrize("ending", ["pdf", "xlsx", "html", "txt"])
def test_a_paper_is_the_one_that_was_posted(apel: Apel, roster: Roster, ending: str) -> None:
    ani, _budi = absent(apel, roster, "ANI @ SATU", "BUDI & <b> @ SATU")
    path, late = apel.folder / f"p.{ending}", apel.folder / f"late.{ending}"
    number = "800/<1> & 'a'"
    post(apel, "-o", path, number=number)
    assert "sign by sign, what was printed" in apel("board", "verify", path)
    letter(apel, ani)
    apel("board", "print", number, "-o", late)
    apel("staff", "end", ani, "--from", "2026-03-31", "--reason", "pindah")
    said = apel("board", "verify", late)
    assert "It is a later print, made after entry" in said and "sign by sign" in said
    if ending == "xlsx":
        book = load_workbook(path)
        row = next(cell.row for cell in book.active["B"] if cell.value == "ANI")
        book.active.cell(row, 2).value = "JOKO"
        book.save(path)
    else:
        path.write_bytes(path.read_bytes().replace(b"ANI", b"JOK") + b" ")
    run = apel.run("board", "verify", path, "--format", "json")
    assert run.exit_code == 1 and '"genuine": false' in run.stdout and "somebody changed the file" in run.stdout
    assert "somebody changed the file" in apel.refuses("board", "verify", path)


def test_what_the_qr_code_says(apel: Apel, roster: Roster) -> None:
    absent(apel, roster, "ANI @ SATU")
    post(apel)
    (one,) = apel.json("board", "list")["notices"]
    code = f"apel:{NUMBER}:{one['digest']}"
    assert apel.json("board", "verify", "--qr", code)["genuine"] is True
    assert "digests differ" in apel.refuses("board", "verify", "--qr", f"apel:{NUMBER}:{'0' * 64}")
    assert "was ever posted" in apel.refuses("board", "verify", "--qr", f"apel:9:{one['digest']}")
    assert "holds no code" in apel.refuses("board", "verify", "--qr", "halo")
    assert apel.run("board", "verify").exit_code == 2 and apel.run("board", "verify", "1", "--qr", "2").exit_code == 2


def test_files_that_are_no_notice(apel: Apel, roster: Roster) -> None:
    absent(apel, roster, "ANI @ SATU")
    assert "there is no such file" in apel.refuses("board", "verify", "p.pdf")
    assert "There is no notice 77" in apel.refuses("board", "verify", "77")
    for name in ("a.xlsx", "a.pdf"):
        (apel.folder / name).write_bytes(b"halo")
        assert f"{name}: this holds no code" in apel.refuses("board", "verify", apel.folder / name)
    post(apel, "-o", apel.folder / "p.txt")
    (apel.folder / "p.txt").rename(apel.folder / "p.doc")
    assert "somebody changed the file" in apel.refuses("board", "verify", apel.folder / "p.doc")
    apel("undo", journal(apel)[0])
    assert "was ever posted" in apel.refuses("board", "verify", apel.folder / "p.doc")


def test_a_database_that_was_changed(apel: Apel, roster: Roster) -> None:
    absent(apel, roster, "ANI @ SATU")
    post(apel)
    with sqlite3.connect(apel.database) as base:
        base.execute("update notice set content = replace(content, 'ANI', 'JOKO')")
    base.close()
    said = apel.refuses("board", "verify", NUMBER)
    assert "not as it was posted" in said and "The journal has 1 faults" in said


def test_a_part_that_was_never_printed(apel: Apel, roster: Roster) -> None:
    absent(apel, roster, "ANI @ SATU")
    path = apel.folder / "p.txt"
    post(apel, "-o", path)
    path.write_text(path.read_text("utf-8").rstrip() + " bagian:7\n", "utf-8")
    assert "somebody changed the file" in apel.refuses("board", "verify", path)
