"""apel board confirm: each head gets the list of his people, and what he says of them counts."""

from __future__ import annotations

import pytest
from board_acts import NUMBER, absent, filled, letter, lists, post, ready
from office_acts import WEEK, adds_up, close, done_once, journal, roll
from officer import Apel, Roster, saved_as
from openpyxl import load_workbook

from attendance.intake import reviews


def text(path: object) -> str:
    sheet = load_workbook(path)["Konfirmasi"]  # type: ignore[arg-type]
    return " ".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)


def test_each_head_gets_his_own_people_with_their_days(apel: Apel, roster: Roster) -> None:
    nips = absent(apel, roster, "ANI @ SATU", "BUDI @ DUA", "CICI @ DUA")
    apel("unit", "head", "DUA", "--name", "KEPALA DUA", "--position", "Kepala Dinas")
    dua, satu = lists(apel)
    assert dua.name.startswith("DUA konfirmasi apel-pagi")
    said = text(dua)
    for part in (
        "RAHASIA - TERBATAS",
        "KEPALA DUA",
        "BUDI",
        "CICI",
        nips[1],
        "4 dari 4 apel",
        "2 Mar 2026, 3 Mar 2026",
    ):
        assert part in said
    assert nips[0] not in said and nips[0] in text(satu) and nips[1] not in text(satu)
    (rule,) = load_workbook(dua)["Konfirmasi"].data_validations.dataValidation
    assert rule.formula1 == '"BENAR,KEBERATAN"'


def test_the_head_above_signs_where_a_unit_has_none(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI @ INDUK / ANAK")
    ready(apel)
    roll(apel, nips, "TK TK TK TK")
    close(apel)
    apel("unit", "head", "INDUK", "--name", "KEPALA INDUK", "--position", "Kepala")
    (path,) = lists(apel)
    assert "KEPALA INDUK" in text(path)


def test_answers_are_taken_in_and_listed(apel: Apel, roster: Roster) -> None:
    nips = absent(apel, roster, "ANI @ SATU", "BUDI @ DUA", "CICI @ DUA")
    dua, _satu = lists(apel)
    filled(dua, ("BENAR", ""), ("", ""), signed="KEPALA DUA")
    said = done_once(apel, "board", "confirm", dua)
    assert "read 1, taken 1" in said and "not answered yet: CICI" in said
    told = apel.json("board", "list", WEEK)
    assert [(one["name"], one["verdict"], one["signed_by"]) for one in told["people"]] == [
        ("BUDI", "benar", "KEPALA DUA"),
        ("CICI", None, ""),
        ("ANI", None, ""),
    ]
    assert "3 people: 1 confirmed, 0 objected, 2 not answered." in apel("board", "list", WEEK)
    apel("undo", journal(apel)[0])
    assert all(one["verdict"] is None for one in apel.json("board", "list", WEEK)["people"])
    assert nips[1] == apel.json("board", "list", WEEK)["people"][0]["nip"]


def test_an_objection_removes_nobody_and_holds_the_post_up(apel: Apel, roster: Roster) -> None:
    ani, _budi = absent(apel, roster, "ANI @ SATU", "BUDI @ DUA")
    _dua, satu = lists(apel)
    filled(satu, ("KEBERATAN", "sedang tugas"))
    assert "objection: ANI: sedang tugas" in apel("board", "confirm", satu)
    assert "OBJECTION" in apel("board", "list", WEEK)
    said = apel.refuses("board", "post", WEEK, "--number", NUMBER)
    assert "1 objections are open: ANI, SATU: sedang tugas (KEPALA SATU)" in said
    assert "2 names" in post(apel, "--despite-objections", "bukti tidak ada", "--dry-run")
    letter(apel, ani)
    assert "1 names" in post(apel)
    (one,) = apel.json("board", "list")["notices"]
    assert (one["benar"], one["keberatan"], one["unanswered"]) == (0, 0, 1)


def test_a_reason_to_post_all_the_same_is_kept(apel: Apel, roster: Roster) -> None:
    absent(apel, roster, "ANI @ SATU")
    (satu,) = lists(apel)
    apel("board", "confirm", filled(satu, ("KEBERATAN", "")))
    assert "an objection without a reason" in apel("board", "confirm", satu)
    post(apel, "--despite-objections", "bukti tidak ada")
    assert "bukti tidak ada" in apel("journal", "show", journal(apel)[0])
    assert apel.json("board", "list")["notices"][0]["keberatan"] == 1


def test_another_answer_is_asked_for(apel: Apel, roster: Roster) -> None:
    absent(apel, roster, "ANI @ SATU", "BUDI @ SATU")
    (satu,) = lists(apel)
    apel("board", "confirm", filled(satu, ("BENAR", ""), ("BENAR", "")))
    filled(satu, ("KEBERATAN", "sakit"), ("BENAR", ""))
    assert "KEPALA SATU answered BENAR before; take the new answer with --replace" in apel.refuses(
        "board", "confirm", satu
    )
    told = apel.json("board", "confirm", satu, "--replace")
    assert (told["taken"], told["unchanged"]) == (1, 1) and adds_up(told)
    assert [one["verdict"] for one in apel.json("board", "list", WEEK)["people"]] == ["keberatan", "benar"]


def test_what_does_not_fit_is_said_at_once(apel: Apel, roster: Roster) -> None:
    nips = absent(apel, roster, "ANI @ SATU", "BUDI @ SATU", "CICI @ SATU", "DEDI @ SATU", "EKO @ SATU")
    (satu,) = lists(apel)
    rows = {(2, 2): "ORANG LAIN", (3, 3): nips[3], (3, 2): "DEDI", (5, 3): "197001011995031001"}
    filled(satu, ("MUNGKIN", ""), ("BENAR", ""), ("BENAR", ""), ("BENAR", ""), ("BENAR", ""), rows=rows)
    said = apel.refuses("board", "confirm", satu)
    for words in (
        '"MUNGKIN" is no answer; choose BENAR or KEBERATAN',
        f'on the list {nips[1]} is "BUDI", and here "ORANG LAIN"',
        "the same person stands in row",
        '"EKO" was not on the list',
    ):
        assert words in said, words
    assert "not answered yet" in said
    filled(satu, ("", "hanya catatan"), ("BENAR", ""), rows={(2, 2): "BUDI", (3, 3): nips[2], (3, 2): "CICI"})
    said = apel.refuses("board", "confirm", satu)
    assert 'beside an empty PERNYATAAN stands "hanya catatan"' in said and "held back" in said
    assert "taken 3" in apel("board", "confirm", satu, "--skip-bad")


def test_a_list_that_nobody_has_signed(apel: Apel, roster: Roster) -> None:
    absent(apel, roster, "ANI @ SATU")
    (satu,) = lists(apel)
    assert "nobody has signed this list" in apel.refuses("board", "confirm", filled(satu, ("BENAR", ""), signed=""))


def test_files_that_are_no_list(apel: Apel, roster: Roster, medan: Apel) -> None:
    nips = absent(apel, roster, "ANI @ SATU")
    (satu,) = lists(apel)
    filled(satu, ("BENAR", ""))
    assert "take it in with apel board confirm" in apel.refuses("roll", "import", satu)
    assert "this is no list of apel board confirm" in apel.refuses("board", "confirm", apel.file("r.csv", nips[0]))
    form = apel.folder / "form.xlsx"
    apel("roll", "sheet", WEEK, "--unit", "SATU", "-o", form)
    assert "this is no list of apel board confirm" in apel.refuses("board", "confirm", form)
    assert "another database" in medan.refuses("board", "confirm", satu)


@pytest.mark.parametrize(
    ("cell", "value", "words"),
    [("A3", "jurnal?", "changed or is damaged"), ("B1", "konfirmasi-9", "later version"), ("B1", "1", "no list of")],
)
def test_a_hidden_part_that_was_changed(apel: Apel, roster: Roster, cell: str, value: str, words: str) -> None:
    absent(apel, roster, "ANI @ SATU")
    (satu,) = lists(apel)
    book = load_workbook(satu)
    book["apel-formulir"][cell] = value
    book.save(satu)
    assert words in apel.refuses("board", "confirm", satu)


@pytest.mark.parametrize("suffix", ["ods", "xls"])
def test_a_list_saved_by_another_program(apel: Apel, roster: Roster, suffix: str) -> None:
    absent(apel, roster, "ANI @ SATU")
    (satu,) = lists(apel)
    other = saved_as(filled(satu, ("KEBERATAN", "surat menyusul")), suffix, apel.folder)
    assert "taken 1" in apel("board", "confirm", other)
    assert reviews.read(other).signed_by == "KEPALA SATU"


def test_nobody_to_confirm_and_words_that_do_not_fit(apel: Apel, roster: Roster) -> None:
    roster("ANI @ SATU")
    assert "nothing to confirm" in apel.refuses("board", "confirm", WEEK, "-o", apel.folder / "x")
    assert "is no folder" in apel.refuses("board", "confirm", WEEK, "-o", apel.folder / "x.xlsx")
    assert apel.run("board", "confirm", WEEK, WEEK, "-o", apel.folder).exit_code == 2
    assert apel.run("board", "confirm", "berkas", "-o", apel.folder).exit_code == 2


def test_a_list_of_a_unit_that_is_gone(apel: Apel, roster: Roster) -> None:
    absent(apel, roster, "ANI @ SATU")
    (satu,) = lists(apel)
    filled(satu, ("BENAR", ""))
    book = load_workbook(satu)
    sheet = book["apel-formulir"]
    from attendance.rules.forms import checksum

    sheet["B4"] = "TIDAK ADA"
    body = [[str(cell or "") for cell in row] for row in sheet.iter_rows(min_row=2, max_col=4, values_only=True)]
    sheet["C1"] = checksum(body)
    book.save(satu)
    assert "there is no unit TIDAK ADA any more" in apel.refuses("board", "confirm", satu)
