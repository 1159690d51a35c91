"""The office's own tables of grades and cuts: what they may say, and every fault by its key."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date

import pytest
import tomli_w

from attendance import language, settings
from attendance.errors import Refused
from attendance.rules.kinds import Kind
from attendance.rules.tpp import Cut, Level
from attendance.settings import Settings

WHOLE = """
[grades]
A = 0.95
B = 0.6
E = 0

[recap]
paper = "F4"

[tpp]
most = 60
basis = ["Peraturan Wali Kota (rekaan)"]

[[tpp.cuts]]
kind = "apel-pagi"
codes = ["TK"]
percent = 1

[[tpp.cuts]]
kind = "kerja"
codes = ["TM", "T"]
percent = 0.5
name = "Telat masuk"
most = 10
on = ["2026-03-25"]

[[tpp.levels]]
kind = "kerja"
codes = ["TK"]
least = 7
percent = 100
"""


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Messages as the source says them."""
    language.use("en")
    yield
    language.use("id")


def test_the_tables_are_read_and_written_back() -> None:
    made = settings.read(tomllib.loads(WHOLE))
    assert made.grades == {"A": 0.95, "B": 0.6, "E": 0.0}
    assert made.recap.paper == "F4"
    table = made.tpp.table
    assert table.most == 60
    assert table.cuts == (
        Cut("TK apel pagi", Kind.APEL_PAGI, ("TK",), 1.0),
        Cut("Telat masuk", Kind.KERJA, ("TM", "T"), 0.5, 10.0, frozenset({date(2026, 3, 25)})),
    )
    assert table.levels == (Level(Kind.KERJA, ("TK",), 7, 100.0),)
    again = settings.read(tomllib.loads(tomli_w.dumps(settings.sections(made))))
    assert again == made


def test_nothing_is_cut_or_graded_until_the_office_says_so() -> None:
    assert (Settings().grades, Settings().tpp.table.cuts, Settings().tpp.table.levels) == ({}, (), ())


CUT = 'kind = "kerja"\ncodes = ["TK"]\npercent = 3\n'


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        ("grades = 5", "grades: expected a table of keys."),
        ("[grades]\nA = 95\nE = 0", "grades.A: 95 is no share from 0 to 1, such as 0.95."),
        ("[grades]\nA = true\nE = 0", "grades.A: True is no share from 0 to 1, such as 0.95."),
        ("[grades]\nA = -0.1\nE = 0", "grades.A: -0.1 is no share from 0 to 1, such as 0.95."),
        ("[grades]\nA = 0.5\nB = 0.5\nE = 0", "grades.B: another grade begins at 0.5 too."),
        (
            "[grades]\nA = 0.5",
            "grades: the lowest grade must begin at 0, so that every unit has one; write for instance E = 0.",
        ),
        ('recap.paper = "A5"', "recap.paper: A5 is not one of: A4, F4, F4-210."),
        ("tpp = 5", "tpp: expected a table of keys."),
        ("[tpp]\nmosts = 5", "tpp: there is no key mosts. Did you mean most?"),
        ("[tpp]\nmost = 0", "tpp.most: 0.0 is no percentage above 0 and at most 100."),
        ("[tpp]\nmost = 100.1", "tpp.most: 100.1 is no percentage above 0 and at most 100."),
        ("[tpp]\ncuts = 5", "tpp.cuts: expected a list of tables."),
        (
            "[[tpp.cuts]]\n" + CUT.replace("3", "0"),
            "tpp.cuts[1].percent: 0.0 is no percentage above 0 and at most 100.",
        ),
        ("[[tpp.cuts]]\n" + CUT.replace("percent = 3", ""), "tpp.cuts[1]: percent is missing."),
        ("[[tpp.cuts]]\n" + CUT.replace('"TK"', ""), "tpp.cuts[1]: codes names nothing that is counted."),
        (
            "[[tpp.cuts]]\n" + CUT.replace("TK", "H"),
            "tpp.cuts[1].codes: H is not one of: T, S, I, C, DL, TB, DK, TK, TM, PC.",
        ),
        (
            "[[tpp.cuts]]\n" + CUT.replace("kerja", "apel"),
            "tpp.cuts[1].kind: apel is not one of: "
            "apel-pagi, apel-sore, apel-gabungan, upacara, senam, kegiatan, kerja.",
        ),
        ("[[tpp.cuts]]\n" + CUT + "most = 101", "tpp.cuts[1].most: 101.0 is no percentage above 0 and at most 100."),
        ("[[tpp.cuts]]\n" + CUT + 'on = ["25/3"]', "tpp.cuts[1].on: 25/3 is not a date such as 2026-03-25."),
        ("[[tpp.levels]]\n" + CUT + "least = 0", "tpp.levels[1].least: 0 is too small; the least is 1."),
    ],
)
def test_a_fault_is_told_with_its_key(document: str, fault: str) -> None:
    with pytest.raises(Refused) as refused:
        settings.read(tomllib.loads(document))
    assert [one.message for one in refused.value.faults] == [fault]
