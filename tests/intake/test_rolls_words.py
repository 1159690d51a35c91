"""What the cells of a roll say: office codes, legends, crosses and dots, remarks beside codes."""

from __future__ import annotations

import re
import shlex

import pytest

from attendance.errors import Refused
from attendance.intake import rolls
from attendance.rules.codes import Code

A, B, C, D = (f"19800101200501100{n}" for n in range(1, 5))
HEAD = "APEL PAGI MARET 2019\nNO;NAMA;NIP;4;5\n"


def codes(reading) -> list[Code]:
    return [mark.code for mark in reading.rows]


def matrix(*rows: str, head: str = HEAD, below: str = "") -> str:
    lines = (f"{n};ORANG {n};19800101200501100{n};{row}" for n, row in enumerate(rows, 1))
    return head + "\n".join(lines) + "\n" + below


@pytest.mark.parametrize("word", ["H", "h", "Hadir", "V", "v", "√", "✓", "✔", "☑", "HADIR."])
def test_words_for_presence(text, word: str) -> None:
    assert codes(rolls.read(text(matrix(f"{word};TK")))) == [Code.H, Code.TK]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("A;TK", [Code.TK, Code.TK]),
        ("D;DD", [Code.DL, Code.DL]),
        ("DL;DIKLAT", [Code.DL, Code.DK]),
        ("CT;CAP", [Code.C, Code.C]),
        ("HT;T", [Code.T, Code.T]),
        ("Cuti Melahirkan;C.", [Code.C, Code.C]),
        ("L;L", []),
        ("-;OFF", []),
        ("SABTU;Minggu", []),
    ],
)
def test_office_codes(text, words: str, expected: list[Code]) -> None:
    assert codes(rolls.read(text(matrix(words)))) == expected


@pytest.mark.parametrize("word", ["TL", "CB", "HP", "SC", "TR", "O", "X", "x", "×", "✗", ".", "•", "·"])
def test_words_without_one_meaning_are_asked_for_and_the_question_answers_itself(text, word: str) -> None:
    path = text(matrix(f"{word};H"))
    with pytest.raises(Refused, match="has more than one meaning") as asked:
        rolls.read(path)
    hint = re.search(r'--code "?(\S+)=(\w*)', asked.value.message)
    assert hint
    answer = {hint[1]: Code(hint[2]) if hint[2] else None}
    assert codes(rolls.read(path, codes=answer)) == [code for code in (*answer.values(), Code.H) if code]


@pytest.mark.parametrize(("word", "code"), [("L", "T"), ("-", "TK"), ("–", "TK")])
def test_a_stroke_beside_marks_of_the_same_day_is_asked_for(text, word: str, code: str) -> None:
    assert codes(rolls.read(text(matrix(f"{word};H", f"{word};H", "C;H")))) == [Code.H, Code.H, Code.C, Code.H]
    path = text(matrix(f"{word};H", "H;H"))
    with pytest.raises(Refused, match="beside other marks of the day it is not certain"):
        rolls.read(path)
    key = "-" if word == "–" else word  # as it is asked for
    assert codes(rolls.read(path, codes={key: None})) == [Code.H, Code.H, Code.H]
    assert codes(rolls.read(path, codes={key: Code(code)})) == [Code(code), Code.H, Code.H, Code.H]


@pytest.mark.parametrize("cell", ["1", "PIKET", "1.0", "LEPAS PIKET"])
def test_the_hint_for_an_unknown_word_works_when_pasted(book, cell: str) -> None:
    value = float(cell) if cell[0] == "1" else cell
    path = book([["APEL PAGI MARET 2019"], ["NIP", 4, 5], [A, value, "H"]])
    (fault,) = rolls.read(path).refused
    hint = fault.message.partition("such as --code ")[2]
    ((word, code),) = [pair.split("=") for pair in shlex.split(hint)]
    assert codes(rolls.read(path, codes={word: Code(code)})) == [Code.H, Code.H]


def test_the_form_s_own_legend_is_used_and_said(text) -> None:
    below = "\nKeterangan : H = Hadir, TR = Terlambat; O : Off/Libur\nDD = Dinas Dalam;TL;=;Tugas Luar\n"
    reading = rolls.read(text(matrix("TR;H", "O;DD", "TL;H", below=below)))
    assert codes(reading) == [Code.T, Code.H, Code.DL, Code.DL, Code.H]
    assert [w.message for w in reading.warnings] == [
        'O is read as nothing, not held, as the form says itself: "OFF/LIBUR"',
        'TL is read as DL, as the form says itself: "TUGAS LUAR"',
        'TR is read as T, as the form says itself: "TERLAMBAT"',
    ]
    assert codes(rolls.read(text(matrix("TR;H", below=below)), codes={"TR": Code.DL})) == [Code.DL, Code.H]


@pytest.mark.parametrize("cross", ["x", "X", "×"])
def test_a_cross_that_the_form_explains(text, cross: str) -> None:
    below = f"\nKet: {cross} = tidak hadir, kosong = hadir\n"
    reading = rolls.read(text(matrix(f"{cross};", below=below)))
    assert codes(reading) == [Code.TK, Code.H]


@pytest.mark.parametrize(
    ("legend", "word"),
    [
        ("T = Tugas di lapangan", "T"),
        ("IS = Izin/Sakit", "IS"),
        ("C = Cuti, C = Cacar Air", "C"),
        ("Q = apa saja", "Q"),
    ],
)
def test_a_legend_that_is_no_code_is_asked_about(text, legend: str, word: str) -> None:
    with pytest.raises(Refused, match=rf"the form says {word} = .* which is no code; .* --code {word}=H"):
        rolls.read(text(matrix(f"{word};H", below=f"\n{legend}\n")))


def test_a_legend_of_words_that_nobody_used_is_no_question(text) -> None:
    below = "\nT = Tugas di lapangan   HARI : SENIN\nL = Libur, H : 20\n"
    reading = rolls.read(text(matrix("H;L", "H;H", below=below)))
    assert codes(reading) == [Code.H, Code.H, Code.H]
    assert reading.warnings == ()


LIST = "APEL PAGI;;;\nNIP;TANGGAL;KODE;JAM;KET\n"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (";;Sakit", Code.S),
        ("-;;TK", Code.TK),
        ("H;;tepat waktu", Code.H),
        ("H;;Terlambat", Code.T),
        ("S;;Sakit", Code.S),
        (";07.40;T", Code.T),
        ("H;;Sakit", 'the code says "H", and the remark beside it "Sakit"; one of both is wrong'),
        ("TK;;Cuti", 'the code says "TK", and the remark beside it "Cuti"; one of both is wrong'),
        (";07.10;Sakit", 'the code says "07.10", and the remark beside it "Sakit"; one of both is wrong'),
        ("S;07.10;", 'the code says "S", and yet a time of arrival stands beside it: "07.10"; one of both is wrong'),
        (";00.00;", '"00.00" is no time of day; write it as 07.45'),
    ],
)
def test_the_remark_beside_the_code(text, row: str, expected: Code | str) -> None:
    reading = rolls.read(text(LIST + f"{A};2019-03-04;{row}\n"))
    assert (codes(reading) or [f.message for f in reading.refused]) == [expected]


def test_a_word_among_many_of_its_row_is_named_with_its_day(text) -> None:
    path = text(f"APEL PAGI MARET 2019\nNIP;4;5;6\n{A};H;QQ;QQ\n{B};H;H;H\n")
    assert [fault.message.split(" is ")[0] for fault in rolls.read(path).refused] == [
        '2019-03-05, apel-pagi: "QQ"',
        '2019-03-06, apel-pagi: "QQ"',
    ]


def test_a_blank_code_with_a_free_remark_is_asked_about(text) -> None:
    path = text(LIST + f"{A};2019-03-04;;;macet\n{B};2019-03-04;;;TL\n")
    with pytest.raises(Refused, match=r"TL has more than one meaning .*\"macet\" is no known code"):
        rolls.read(path)
    reading = rolls.read(path, blank="tk", codes={"TL": Code.DL})
    assert codes(reading) == [Code.DL]
    assert '"macet" is no known code' in reading.refused[0].message


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("S (surat dokter)", [Code.S]), ("Dinas Luar (DL)", [Code.DL]), ("S (Izin)", []), ("Lain (S)", [])],
)
def test_a_code_with_its_reason_in_brackets(text, cell: str, expected: list[Code]) -> None:
    reading = rolls.read(text(LIST + f"{A};2019-03-04;;;{cell}\n"), blank="tk")
    assert codes(reading) == expected and len(reading.refused) == 1 - len(expected)


@pytest.mark.parametrize("time", ["7:45 AM", "07.45", "07:45:00", "07.45 WIB", "7.45"])
def test_times_of_a_daily_list(text, time: str) -> None:
    title = "DAFTAR HADIR APEL PAGI\nHari/Tanggal;: Senin, 4 Maret 2019\n"
    (mark,) = rolls.read(text(title + f"NO;NAMA;NIP;JAM DATANG;KET\n1;SATU;{A};{time};\n")).rows
    assert (f"{mark.at:%H.%M}", mark.code) == ("07.45", Code.H)
