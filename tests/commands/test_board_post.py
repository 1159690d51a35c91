"""apel board post, print, list, retract: what goes up is frozen, and says nothing that may not be posted."""

from __future__ import annotations

from pathlib import Path

import pytest
from board_acts import FORBIDDEN, NUMBER, absent, letter, post, read, ready
from office_acts import WEEK, close, done_once, journal, roll
from officer import Apel, Roster

from attendance.commands import notice_files

ENDINGS = ("pdf", "xlsx", "html", "txt")


def files(apel: Apel, name: str = "p") -> list[Path]:
    return [apel.folder / f"{name}.{ending}" for ending in ENDINGS]


def into(paths: list[Path]) -> list[object]:
    return [word for path in paths for word in ("-o", path)]


@pytest.mark.parametrize("group", ["unit", "none"])
def test_a_notice_in_all_its_forms(apel: Apel, roster: Roster, group: str) -> None:
    nips = absent(apel, roster, "ANI @ SATU", "BUDI @ DUA", "CICI @ DUA", "CICI @ DUA")
    letter(apel, nips[1])
    said = post(apel, "--group", group, *into(files(apel)))
    assert f"Posted: {NUMBER}, 3 names, until 2026-04-15" in said
    for path in files(apel):
        text = read(path)
        for part in ("ANI", "4 dari 4 apel", "Kota Contoh", f"NOMOR {NUMBER}", "SATU", "DUA", "Peraturan Wali Kota"):
            assert part in text, (path, part)
        assert "BUDI" not in text and f"CICI (NIP berakhiran {nips[2][-3:]})" in text
        assert not FORBIDDEN.search(text.partition("Jurnal nomor")[0])
        assert not any(nip in path.read_bytes().decode("latin-1") for nip in (*nips, "197001011995031001"))


def test_posting_is_one_entry_and_can_be_undone(apel: Apel, roster: Roster) -> None:
    absent(apel, roster, "ANI @ SATU")
    done_once(apel, "board", "post", WEEK, "--number", NUMBER, "--dated", "2026-03-31")
    entry = journal(apel)[0]
    before = apel("board", "print", NUMBER)
    assert journal(apel)[0] == entry  # reading and printing are none
    apel("undo", entry)
    assert apel.json("board", "list") == {"notices": []}
    assert "no notice" in apel.refuses("board", "print", NUMBER)
    post(apel)
    assert apel("board", "print", NUMBER) != before  # it names a later entry of the journal
    assert [one["number"] for one in apel.json("board", "list")["notices"]] == [NUMBER]


def test_a_rehearsal_writes_no_file(apel: Apel, roster: Roster) -> None:
    absent(apel, roster, "ANI @ SATU")
    post(apel, "--dry-run", *into(files(apel)))
    assert not any(path.exists() for path in files(apel)) and apel.json("board", "list")["notices"] == []


def test_what_may_not_be_posted(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI @ SATU")
    roll(apel, nips, "TK TK TK TK")
    close(apel)
    said = apel.refuses("board", "post", WEEK, "--dated", "2026-03-04")
    for words in ("No legal basis", "No signatory", "no number yet", "dated 2026-03-04, before the last session"):
        assert words in said
    ready(apel)
    assert "written as .pdf" in apel.refuses("board", "post", WEEK, "--number", "1", "-o", apel.folder / "p.docx")
    post(apel)
    assert f"The number {NUMBER} is taken" in apel.refuses("board", "post", WEEK, "--number", f" {NUMBER} ")
    said = post(apel, number="2")
    assert f"! {NUMBER} of 2026-03-31 is a notice of this period already" in said
    apel("board", "retract", NUMBER, "--reason", "keliru")
    apel("board", "retract", "2", "--reason", "keliru")
    assert "already" not in post(apel, number="3")


def test_a_file_that_cannot_be_written_posts_nothing(apel: Apel, roster: Roster) -> None:
    absent(apel, roster, "ANI @ SATU")
    words = ("board", "post", WEEK, "--number", NUMBER, "-o", apel.folder / "nowhere" / "p.txt")
    assert "folder does not exist" in apel.refuses(*words)
    assert apel.json("board", "list") == {"notices": []}


def test_nobody_of_a_unit_that_has_not_reported_is_posted(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI @ SATU", "BUDI @ DUA")
    ready(apel)
    roll(apel, nips, "TK TK TK TK", "TK TK TK TK")
    assert "names nobody, and these units have not reported: DUA; SATU" in apel.refuses(
        "board", "post", WEEK, "--number", NUMBER
    )
    close(apel, WEEK, "SATU")
    out = apel.folder / "p.txt"
    assert "PROVISIONAL: DUA have not reported" in post(apel, "-o", out)
    assert "BUDI" not in read(out) and "ANI" in read(out) and "DAFTAR SEMENTARA" in read(out)


def test_what_hangs_there_and_in_which_state(apel: Apel, roster: Roster) -> None:
    absent(apel, roster, "ANI @ SATU")
    post(apel)
    (one,) = apel.json("board", "list")["notices"]
    assert (one["names"], one["remove_on"], one["correct_by"], one["state"]) == (
        1,
        "2026-04-15",
        "2026-04-06",
        "posted",
    )
    assert (one["kind"], one["from"], one["to"], one["corrects"]) == ("apel-pagi", "2026-03-02", "2026-03-05", None)
    assert "posted" in apel("board", "list") and NUMBER in apel("board", "list", "--format", "csv")
    assert apel.json("board", "list", today="2026-04-15")["notices"][0]["state"] == "posted"
    assert apel.json("board", "list", today="2026-04-16")["notices"][0]["state"] == "past"
    assert "past its removal day" in apel("board", "list", today="2026-04-16")
    assert "Say why" in apel.refuses("board", "retract", NUMBER)
    assert f"Taken down: {NUMBER}" in done_once(apel, "board", "retract", NUMBER, "--reason", "salah periode")
    assert "taken down on 2026-03-31: salah periode" in " ".join(apel("board", "list").split())
    (one,) = apel.json("board", "list")["notices"]
    assert one["state"] == "retracted" and one["retracted"]["reason"] == "salah periode"
    assert "! 800.1.6.2/15/2026 was taken down" in apel.run("board", "print", NUMBER).stderr
    assert "already: salah periode" in apel.refuses("board", "retract", NUMBER, "--reason", "lagi")
    assert "no notice 99" in apel.refuses("board", "retract", "99", "--reason", "x")


def test_a_retraction_speaks_of_its_own_notice_only(apel: Apel, roster: Roster) -> None:
    """The post is undone and its number used again: what was said of the first does not hold for the second."""
    absent(apel, roster, "ANI @ SATU")
    post(apel)
    posted = journal(apel)[0]
    apel("board", "retract", NUMBER, "--reason", "keliru")
    apel("undo", posted)
    post(apel)
    assert apel.json("board", "list")["notices"][0]["state"] == "posted"
    apel("board", "retract", NUMBER, "--reason", "sekali lagi")
    assert apel.json("board", "list")["notices"][0]["retracted"]["reason"] == "sekali lagi"


def test_a_reprint_without_those_who_are_cleared_and_the_old_print_as_it_was(apel: Apel, roster: Roster) -> None:
    nips = absent(apel, roster, "ANI @ SATU", "BUDI @ SATU", "CICI @ DUA")
    first = files(apel)
    post(apel, *into(first))
    entry = journal(apel)[0]
    same = files(apel, "same")
    apel("board", "print", NUMBER, *into(same))
    assert [one.read_bytes() for one in same if one.suffix != ".xlsx"] == [
        one.read_bytes() for one in first if one.suffix != ".xlsx"
    ]
    letter(apel, nips[0])
    letter(apel, nips[1], last="2026-03-02")  # three absences are left: still on it, with another figure
    late = files(apel, "late")
    said = apel("board", "print", NUMBER, *into(late))
    assert "1 names are gone, 1 figures are mended" in said
    for path in late:
        text = read(path)
        assert "ANI" not in text and "BUDI" in text and "CICI" in text and "3 dari 3 apel" in text
        assert "1 nama tidak lagi dicantumkan" in text and "1 angka telah diperbaiki" in text
        assert "TIDAK PERNAH MENGIKUTI APEL PAGI" in text
        assert not FORBIDDEN.search(text.partition("Jurnal nomor")[0])
    old = files(apel, "old")
    apel("--as-of", entry, "board", "print", NUMBER, *into(old))
    assert [one.read_bytes() for one in old if one.suffix != ".xlsx"] == [
        one.read_bytes() for one in first if one.suffix != ".xlsx"
    ]
    assert read(old[1]) == read(first[1])


def test_the_rules_of_the_day_of_posting_hold(apel: Apel, roster: Roster) -> None:
    """A limit that is raised afterwards clears nobody, nor does a session that came later."""
    absent(apel, roster, "ANI @ SATU")
    post(apel)
    before = apel("board", "print", NUMBER)
    apel("config", "set", "chronic.tidak-pernah.min", "9")
    assert apel("board", "print", NUMBER) == before


def test_a_post_that_was_undone_and_brought_back_names_the_same_people(apel: Apel, roster: Roster) -> None:
    nips = absent(apel, roster, "ANI @ DUA", "BUDI @ SATU", "CICI @ SATU", "DEDI @ DUA")
    post(apel)
    before = apel("board", "print", NUMBER)
    posted = journal(apel)[0]
    apel("undo", posted)
    apel("undo", posted + 1)
    assert apel("board", "print", NUMBER) == before
    letter(apel, nips[2])
    again = apel("board", "print", NUMBER)
    assert "CICI" not in again and all(name in again for name in ("ANI", "BUDI", "DEDI"))


def test_a_great_notice_is_a_file_for_each_unit(apel: Apel, roster: Roster, monkeypatch: pytest.MonkeyPatch) -> None:
    absent(apel, roster, "ANI @ SATU", "BUDI @ DUA", "CICI @ DUA")
    monkeypatch.setattr(notice_files, "MOST", 2)
    said = post(apel, *into(files(apel)))
    assert "3 names are too many for one file: 2 files" in said
    for ending in ENDINGS:
        one, two = apel.folder / f"p 001 DUA.{ending}", apel.folder / f"p 002 SATU.{ending}"
        assert "BUDI" in read(one) and "ANI" not in read(one) and "ANI" in read(two)
        assert "Genuine" in apel("board", "verify", one) and "Genuine" in apel("board", "verify", two)
    apel("board", "draft", WEEK, "-o", apel.folder / "d.txt")
    assert "BUDI" in read(apel.folder / "d 001 DUA.txt")


def test_a_notice_of_nobody(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI @ SATU")
    ready(apel)
    roll(apel, nips, "H H H H")
    close(apel)
    post(apel, *into(files(apel)))
    assert all("NIHIL" in read(path) for path in files(apel))
    assert "NIHIL" in apel("board", "print", NUMBER)
