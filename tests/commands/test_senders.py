"""Senders: what a unit has answered once is used for its next file, and said aloud each time."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

import click
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office_acts import journal
from officer import Apel, Roster
from test_asking import pty

from attendance.commands.main import main
from attendance.senders import AREAS

ANSWERS = ("--map", "NOMOR PEGAWAI=NIP", "--code", "TL=DL", "--code", "x=", "--blank", "hadir")
SAID = "TL = DL, X = nothing was held, empty cells = hadir, heading NOMOR PEGAWAI = NIP"


def matrix(apel: Apel, nips: list[str], *words: str, month: str = "MARET", nip: str = "NIP", name: str = "") -> Path:
    """A roll as the unit sends it: a row of codes a person from the 2nd of the month on, `.` an empty cell."""
    days = range(2, 2 + len(words[0].split()))
    cells = [";".join("" if code == "." else code for code in word.split()) for word in words]
    lines = [f"{n};{row}" for n, row in zip(nips, cells, strict=True)]
    head = f"DAFTAR HADIR APEL PAGI\nBULAN {month} 2026\n{nip};{';'.join(map(str, days))}"
    return apel.file(name or f"{month}.csv", "\n".join([head, *lines]))


def codes(apel: Apel, period: str, kind: str = "apel-pagi") -> dict[str, dict[str, int]]:
    people = apel.json("recap", period, "--by", "person", "--kind", kind)["people"]
    return {person["name"]: {code: n for code, n in person["codes"].items() if n} for person in people}


def test_answers_given_once(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI", "BUDI")
    first = matrix(apel, nips, "H TL .", "H H x", month="FEBRUARI", nip="NOMOR PEGAWAI")
    assert "--blank hadir" in apel.refuses("roll", "import", first, *ANSWERS[:6])
    said = apel("roll", "import", first, *ANSWERS, "--sender", " Dinas   Contoh", "--keep", "--reason", "surat dinas")
    assert "Kept for Dinas Contoh (entry 7): " + SAID in said
    assert "surat dinas" in apel("journal", "show", 7)

    second = matrix(apel, nips, ". . TL", "x H TL")
    said = apel("roll", "import", second, "--sender", "dinas contoh")
    assert f"Sender Dinas Contoh: {SAID}\n" in said and "Kept" not in said
    assert codes(apel, "2026-03-02..2026-03-04") == {"ANI": {"H": 2, "DL": 1}, "BUDI": {"H": 1, "DL": 1, "BL": 1}}
    assert "Dinas Contoh" in apel("journal", "show", 8)


def test_what_is_typed_wins_over_what_is_kept(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    file = matrix(apel, [ani], "TL . X", month="FEBRUARI")
    apel("roll", "import", file, *ANSWERS[2:], "--sender", "SATU", "--keep")
    said = apel("roll", "import", matrix(apel, [ani], "TL . X"), "--sender", "SATU", "--code", "tl=t", "--blank", "tk")
    assert "Sender SATU: X = nothing was held\n" in said
    assert codes(apel, "2026-03-02..2026-03-04") == {"ANI": {"T": 1, "BL": 2}}
    assert "TL = DL" in apel("config", "senders")

    said = apel("roll", "import", file, "--sender", "satu", "--code", "TL=T", "--replace", "--keep")
    assert "Kept for SATU (entry 10): TL = T, X = nothing was held, empty cells = hadir" in said
    said = apel("roll", "import", file, "--sender", "satu", "--code", "TL=T", "--keep")
    assert "Kept for SATU already: TL = T" in said
    assert journal(apel)[0] == 10


def test_the_form_itself_wins_over_what_is_kept_of_empty_cells(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    file = matrix(apel, [ani], ". H", month="FEBRUARI")
    apel("roll", "import", file, "--blank", "hadir", "--sender", "SATU", "--keep")
    file = matrix(apel, [ani], ". H")
    file.write_text(file.read_text("utf-8") + "Keterangan: kosong = tanpa keterangan\n", "utf-8")
    apel("roll", "import", file, "--sender", "SATU")
    apel("roll", "close", "2026-03-02..2026-03-03", "--all", "--signed-by", "KEPALA")
    assert codes(apel, "2026-03-02..2026-03-03") == {"ANI": {"H": 1, "TK": 1}}


def test_the_dates_of_the_file_win_over_the_order_that_is_kept(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    head = "NIP;TANGGAL;KODE;JENIS"
    file = apel.file("a.csv", f"{head}\n{ani};03/02/2026;H;apel pagi")
    apel("roll", "import", file, "--date-format", "DD/MM/YYYY", "--sender", "SATU", "--keep")
    file = apel.file("b.csv", f"{head}\n{ani};03/02/2026;S;apel pagi\n{ani};03/31/2026;TK;apel pagi")
    assert "dates = DD/MM/YYYY" in apel("roll", "import", file, "--sender", "SATU")
    assert codes(apel, "2026-03-02") == {"ANI": {"S": 1}}
    file = apel.file("c.csv", f"{head}\n{ani};04/02/2026;I;apel pagi")
    apel("roll", "import", file, "--sender", "SATU")
    assert codes(apel, "2026-02-04") == {"ANI": {"I": 1}}


def test_the_form_itself_wins_over_the_words_that_are_kept(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    apel("config", "set", "codes.TR", "S")
    words = ("--code", "TR=DL", "--sender", "SATU")
    apel("roll", "import", matrix(apel, [ani], "TR TR", month="JANUARI"), *words, "--keep")
    assert codes(apel, "2026-01-02") == {"ANI": {"DL": 1}}  # the sender's word, not the office's
    file = matrix(apel, [ani], "TR TR")
    file.write_text("TR = Terlambat\n" + file.read_text("utf-8"), "utf-8")
    apel("roll", "import", file, "--sender", "SATU")
    assert codes(apel, "2026-03-02..2026-03-03") == {"ANI": {"T": 2}}
    file.write_text(file.read_text("utf-8").replace("MARET", "FEBRUARI"), "utf-8")
    apel("roll", "import", file, *words)
    assert codes(apel, "2026-02-02..2026-02-03") == {"ANI": {"DL": 2}}  # what is typed wins over the form


def test_nothing_is_kept_of_a_file_that_is_not_taken_in(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI")
    good, bad = matrix(apel, nips, "TL H"), matrix(apel, nips, "TL QQ", month="FEBRUARI")
    keep = ("--code", "TL=DL", "--sender", "SATU", "--keep")
    before = journal(apel)
    for words in ([good, *keep, "--dry-run"], [bad, *keep], [good, *keep, "--code", "H=NR"]):
        said = apel.run("roll", "import", *words).output
        assert "--keep: the answers are not kept" in said and "Kept for" not in said
    assert journal(apel) == before
    assert "the answers are not kept" in apel.refuses("roll", "import", bad, good, *keep)
    assert "No answers are kept" in apel("config", "senders")
    assert "Kept for SATU" in apel("roll", "import", bad, *keep, "--skip-bad")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--keep"], "--keep: say for whom, with --sender NAME"),
        (["--sender", "SATU", "--keep"], "--keep: give the answers to be kept as well"),
        (["--sender", " ", "--keep", "--blank", "tk"], "--sender needs a name"),
        (["--sender", "A\x1b[2J", "--keep", "--blank", "tk"], "--sender needs a name"),
        (["--blank", "tk", "--blank", "hadir"], "given twice, as tk and as hadir"),
        (["--kind", "senam", "--kind", "upacara"], "given twice, as senam and as upacara"),
        (["--code", "TL=DL", "--code", "tl=T"], "tl is given twice, as DL and as T"),
        (["--map", "NO=NIP", "--map", "no=NAMA"], "no is given twice, as NIP and as NAMA"),
        (["--code", "=DL"], "=DL is not of the form NAME=MEANING"),
        (["--sender", "A", "--sender", "B"], "given twice, as A and as B"),
    ],
)
def test_answers_that_make_no_sense(apel: Apel, words: list[str], said: str) -> None:
    result = apel.run("roll", "import", matrix(apel, ["1"], "H"), *words)
    assert result.exit_code == 2 and said in result.output


def test_the_same_answer_twice_is_one(apel: Apel, roster: Roster) -> None:
    words = ("--code", "tl=dl", "--code", "TL=DL", "--blank", "tk", "--blank", "tk", "--code", "A=B=DL")
    apel("roll", "import", matrix(apel, roster("ANI"), "TL . A=B"), *words)
    assert codes(apel, "2026-03-02..2026-03-04") == {"ANI": {"DL": 2, "BL": 1}}


def test_numbers_and_full_stops_are_words_too(apel: Apel, roster: Roster) -> None:
    file = matrix(apel, roster("ANI"), "1 2.0 T.L. 3")
    words = (
        "--code",
        "1.0=H",
        "--code",
        "2.0=S",
        "--code",
        "T.L.=DL",
        "--code",
        ".=S",
        "--code",
        "3=I",
        "--code",
        "3.0=S",
    )
    apel("roll", "import", file, *words)
    assert codes(apel, "2026-03-02..2026-03-05") == {"ANI": {"H": 1, "S": 1, "DL": 1, "I": 1}}


def test_a_sender_that_nobody_knows(apel: Apel, roster: Roster) -> None:
    file = matrix(apel, roster("ANI"), "TL H")
    assert 'There is no sender "DINAS"' in apel.refuses("roll", "import", file, "--sender", "DINAS")
    apel("roll", "import", file, "--code", "TL=DL", "--sender", "Dinas Pertanian", "--keep")
    said = apel.refuses("roll", "import", file, "--sender", "DINAS PERTANAIN")
    assert 'Did you mean "Dinas Pertanian"?' in said
    said = apel("roll", "import", file, "--code", "TL=DL", "--sender", "Dinas Perikanan", "--keep")
    assert "Dinas Perikanan is a new sender; known already: Dinas Pertanian" in said
    said = apel("leave", "import", apel.file("s.csv", "NIP;JENIS;MULAI"), "--sender", "Dinas Perikanan")
    assert "Dinas Perikanan: no answers are kept for this sort of file yet" in said
    assert "not kept" not in apel.run("leave", "import", file, "--sender", "Dinas Perikanan").output


def workbook(apel: Apel, nips: list[str], *sheets: str) -> Path:
    """A roll of one day with a code TL on each of some sheets."""
    book = openpyxl.Workbook()
    book.remove(book["Sheet"])
    for day, name in enumerate(sheets, 2):
        sheet = book.create_sheet(name)
        for row in (["NIP", "TANGGAL", "KODE", "JENIS"], *([nip, f"2026-03-0{day}", "H", "apel pagi"] for nip in nips)):
            sheet.append(row)
    path = apel.folder / "roll.xlsx"
    book.save(path)
    return path


def test_a_sheet_that_is_kept(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI")
    apel("roll", "import", workbook(apel, nips, "Apel", "Lain"), "--sheet", "Apel", "--sender", "SATU", "--keep")
    book = workbook(apel, nips, "Baru", "Apel")
    assert apel.json("roll", "import", book, "--sender", "SATU")["taken"] == 1
    book = workbook(apel, nips, "Baru", "Lain", "Lagi")
    said = apel.refuses("roll", "import", book, "--sender", "SATU")
    assert 'has no sheet "Apel"; its sheets are "Baru", "Lain", "Lagi"' in said
    assert "The sheet is the one kept for SATU; name the right one with --sheet (--keep keeps it)" in said
    said = apel.refuses("roll", "import", book, "--sender", "SATU", "--sheet", "Nihil")
    assert "kept for SATU" not in said
    apel("roll", "import", book, "--sender", "SATU", "--sheet", "Lagi", "--keep")
    assert "sheet = Lagi" in apel("config", "senders")
    text = apel.file("r.csv", f"NIP;TANGGAL;KODE;JENIS\n{nips[0]};2026-03-05;H;apel pagi")
    assert "taken 1" in apel("roll", "import", text, "--sender", "SATU")


def test_a_heading_that_is_kept_may_be_missing_and_one_that_is_typed_may_not(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    first = matrix(apel, [ani], "H", nip="NOPEG")
    apel("roll", "import", first, "--map", "NOPEG=NIP", "--sender", "SATU", "--keep")
    other = matrix(apel, [ani], "H", nip="NOMOR PEGAWAI", month="FEBRUARI")
    said = apel("roll", "import", other, "--sender", "SATU", "--map", "NOMOR PEGAWAI=NIP")
    assert "Sender SATU" not in said  # the heading typed now is the NIP, the kept one is not used
    listed = apel.file("r.csv", f"NIP;TANGGAL;KODE;JENIS\n{ani};2026-03-03;H;apel pagi")
    assert "has no heading" in apel.refuses("roll", "import", listed, "--sender", "SATU", "--map", "NOPEG=NIP")
    assert "taken 1" in apel("roll", "import", listed, "--sender", "SATU")


def test_two_headings_for_one_field(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    file = apel.file("r.csv", f"LAMA;NOPEG;TANGGAL;KODE;JENIS\n{ani[::-1]};{ani};2026-03-02;H;apel pagi")
    said = apel.refuses("roll", "import", file, "--map", "LAMA=NIP", "--map", "NOPEG=NIP")
    assert '--map: "LAMA" and "NOPEG" are both to be NIP, and r.csv has both; name one of them' in said
    assert "taken 1" in apel("roll", "import", file, "--map", "NOPEG=NIP")


def test_a_machine_whose_name_is_kept(apel: Apel) -> None:
    log = apel.folder / "attlog.dat"
    log.write_text("1\t2026-03-02 07:10:00\t1\t0\t0\t0\n", "utf-8")
    assert "--device NAME" in apel.run("scan", "import", log).output
    apel("scan", "import", log, "--device", "Lobi", "--sender", "Dinas Contoh", "--keep")
    log.write_text("1\t2026-03-03 07:10:00\t1\t0\t0\t0\n", "utf-8")
    assert "Sender Dinas Contoh: machine = Lobi" in apel("scan", "import", log, "--sender", "Dinas Contoh")
    assert apel.json("scan", "parked")["pins"][0]["count"] == 2

    book, path = openpyxl.Workbook(), apel.folder / "scans.xlsx"
    assert book.active is not None
    for row in (["KARTU", "NAMA", "WAKTU"], ["1", "ANI", "2026-03-04 07:10:00"]):
        book.active.append(row)
    book.save(path)
    apel("scan", "import", path, "--map", "KARTU=PIN", "--sender", "Dinas Contoh", "--keep")
    assert apel.json("scan", "parked")["pins"][0]["count"] == 3
    assert "repeated 1" in apel("scan", "import", log, "--sender", "Dinas Contoh")  # a log has no headings
    wrong = apel.file("c.toml", "[senders.A.scans.map]\nKARTU = 'PIIN'")
    assert 'there is no field "PIIN"' in apel.refuses("config", "import", wrong)


def test_a_sender_sends_many_things(apel: Apel) -> None:
    roster = apel.file("r.csv", "NOPEG;NAMA;JABATAN\n198001012005012001;ANI;STAF")
    words = ("--map", "NOPEG=NIP", "--unit", "SATU", "--sender", "SATU", "--keep")
    apel("staff", "import", roster, "--from", "2026-01-01", *words)
    letters = apel.file("l.csv", "NIP;JENIS;MULAI\n198001012005012001;S;02/03/2026")
    apel("leave", "import", letters, "--date-format", "DD/MM/YYYY", "--sender", "SATU", "--keep")
    days = apel.file("d.csv", "TANGGAL;JENIS;APA;SUMBER\n2026-03-06;lokal;Hari Jadi;SE")
    apel("calendar", "import", days, "--map", "APA=NAMA", "--sender", "SATU", "--keep")
    signed = apel.file("s.csv", "UNIT;JENIS;MULAI;KEPALANYA\nSATU;apel-pagi;2026-03-02;KEPALA")
    apel("roll", "sign", signed, "--map", "KEPALANYA=PENANDATANGAN", "--sender", "SATU", "--keep")
    listed = apel.json("config", "senders")
    told = {(one["command"], one["answers"]) for one in listed if one["sender"] == "SATU"}
    assert told == {
        ("apel staff import", "unit = SATU, heading NOPEG = NIP"),
        ("apel leave import", "dates = DD/MM/YYYY"),
        ("apel calendar import", "heading APA = NAMA"),
        ("apel roll sign", "heading KEPALANYA = PENANDATANGAN"),
    }
    assert "unchanged 1" in apel("staff", "import", roster, "--from", "2026-01-01", "--sender", "SATU")
    assert "unchanged 1" in apel("leave", "import", letters, "--sender", "SATU")


def test_undo_and_as_of(apel: Apel, roster: Roster) -> None:
    file = matrix(apel, roster("ANI"), "TL H")
    apel("roll", "import", file, "--code", "TL=DL", "--sender", "SATU", "--keep")
    apel("roll", "import", file, "--code", "TL=T", "--replace", "--sender", "SATU", "--keep")
    assert "TL = T" in apel("config", "senders")
    assert "TL = DL" in apel("--as-of", 7, "config", "senders")
    assert "No answers" in apel("--as-of", 6, "config", "senders")
    apel("undo", 9)
    assert "TL = DL" in apel("config", "senders")
    assert "Sender SATU: TL = DL" in apel("roll", "import", file, "--sender", "SATU", "--replace")
    apel("undo", 7)
    assert "There is no sender" in apel.refuses("roll", "import", file, "--sender", "SATU")


def test_a_kind_is_kept_for_files_that_do_not_say_it(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    file = apel.file("a.csv", f"NIP;TANGGAL;KODE\n{ani};2026-03-02;H")
    apel("roll", "import", file, "--kind", "senam", "--sender", "SATU", "--keep")
    file = apel.file("a.csv", f"NIP;TANGGAL;KODE;JENIS\n{ani};2026-03-02;H;apel pagi\n{ani};2026-03-03;H;")
    assert "kind = senam" in apel("roll", "import", file, "--sender", "SATU")
    assert codes(apel, "2026-03-02..2026-03-03") == {"ANI": {"H": 1, "BL": 1}}


def test_the_title_is_never_overruled_by_the_kind_that_is_kept(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    plain = matrix(apel, [ani], "H")
    plain.write_text(plain.read_text("utf-8").replace("APEL PAGI", "APEL"), "utf-8")
    apel("roll", "import", plain, "--kind", "apel-sore", "--sender", "SATU", "--keep")
    plain.write_text(plain.read_text("utf-8").replace("MARET", "FEBRUARI"), "utf-8")
    apel("roll", "import", plain, "--sender", "SATU")  # a title that says no more than apel leaves it open
    assert codes(apel, "2026-02-02") == {"ANI": {"BL": 1}}
    apel("calendar", "call", "2026-02-02", "--kind", "apel-sore", "--name", "Apel sore")
    assert codes(apel, "2026-02-02", "apel-sore") == {"ANI": {"H": 1}}
    said = apel.refuses("roll", "import", matrix(apel, [ani], "H"), "--sender", "SATU")
    assert "the title says another kind than apel-sore, which is kept of the sender" in said
    assert "taken 1" in apel("roll", "import", matrix(apel, [ani], "H"), "--sender", "SATU", "--kind", "apel-pagi")
    apel("roll", "import", plain, "--kind", "senam", "--sender", "DUA", "--keep")
    assert "another kind than senam" in apel.refuses("roll", "import", plain, "--sender", "DUA")


def test_the_configuration_is_checked(apel: Apel) -> None:
    def refuses(text: str) -> str:
        return apel.refuses("config", "import", apel.file("c.toml", text))

    assert "senders.A: there is no key rols. Did you mean rolls?" in refuses("senders.A.rols.blank = 'tk'")
    assert 'there is no field "NIPP"; the fields are' in refuses("senders.A.rolls.map.X = 'NIPP'")
    apel("config", "set", "senders.Dinas Contoh.rolls.blank", "tk")
    apel("config", "set", 'senders."UPT. X = 1".rolls.code.TL', "DL")
    kept = tomllib.loads(apel("config", "show"))["senders"]
    assert kept == {"Dinas Contoh": {"rolls": {"blank": "tk"}}, "UPT. X = 1": {"rolls": {"code": {"TL": "DL"}}}}
    assert "no key 0 = 1\nboard" in apel.refuses("config", "set", "board.0 = 1\nboard.paper", "F4")


NAMES = st.text(min_size=1, max_size=12).filter(lambda text: text.isprintable() and text.strip())
ODD = st.sampled_from(['Dinas "X"', "a.b", "A = B", "Käntor 日本", "'", "\\", "#1", "[x]", "--keep", "🏛", "-"])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(ODD, NAMES), st.one_of(ODD, NAMES))
def test_any_name_and_any_word_come_back(apel: Apel, name: str, word: str) -> None:
    roll = apel.file("r.csv", "NIP;TANGGAL;KODE;JENIS\n198001012005012001;2026-03-02;H;apel pagi")
    apel("roll", "import", roll, f"--code={word}=DL", f"--sender={name}", "--keep")
    shown = tomllib.loads(apel("config", "show"))
    (kept,) = [key for key in shown["senders"] if key.casefold() == " ".join(name.split()).casefold()]
    assert "Sender" in apel("roll", "import", roll, f"--sender={name}")
    file = apel.folder / "c.toml"
    apel("config", "export", file)
    apel("config", "import", apel.file("none.toml", "[senders]"))
    assert tomllib.loads(apel("config", "show"))["senders"] == {}
    assert "Changed: senders" in apel("config", "import", file)
    assert tomllib.loads(apel("config", "show")) == shown
    assert list(shown["senders"][kept]["rolls"]["code"].values()) == ["DL"]
    apel("config", "import", apel.file("none.toml", "[senders]"))


def params(words: list[str]) -> dict[str, Any]:
    command: click.Command = main
    for word in words:
        assert isinstance(command, click.Group)
        command = command.get_command(click.Context(command), word)  # type: ignore[assignment]
    return {name: param for param in command.params for name in param.opts}


def test_every_answer_is_an_option_of_its_command() -> None:
    from attendance.commands.senders import COMMANDS

    assert set(COMMANDS) == set(AREAS)
    for area, words in COMMANDS.items():
        found = params(words.split()[1:])
        assert {"--sender", "--keep", *(f"--{one.replace('_', '-')}" for one in AREAS[area])} <= set(found)


def test_the_hint_at_a_terminal(apel: Apel, roster: Roster) -> None:
    file = matrix(apel, roster("ANI"), "TL H")
    said = terminal(apel, "roll", "import", str(file), "--code", "TL=DL")
    assert "Add --sender NAME --keep: from then on --sender NAME is enough." in said
    assert "--sender" not in terminal(apel, "roll", "import", str(file), "--replace", "--blank", "tk", "--dry-run")
    assert "--sender" not in terminal(apel, "roll", "import", str(matrix(apel, ["198501012010011001"], "H")))


def terminal(apel: Apel, *words: str) -> str:
    """What the program says in a real terminal."""
    import sys

    from test_asking import CLI

    command = [sys.executable, str(CLI), "--db", str(apel.database), "--today", apel.today, "--lang", "en", *words]
    child, screen = pty.fork()
    if child == 0:  # pragma: no cover - the other process
        os.execv(sys.executable, command)
    said = b""
    while True:
        try:
            read = os.read(screen, 4096)
        except OSError:  # the program has ended, and its terminal with it
            break
        if not read:
            break
        said += read
    os.waitpid(child, 0)
    return " ".join(said.decode().split())
