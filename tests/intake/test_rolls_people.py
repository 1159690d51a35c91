"""Whom a row of a roll means: the name beside a NIP, and names alone."""

from __future__ import annotations

import pytest

from attendance.intake import rolls
from attendance.intake.roll_people import Known
from attendance.rules import likeness
from attendance.rules.codes import Code

A, B, C, D = (f"19800101200501100{n}" for n in range(1, 5))
NAMES = {A: "BUDI SANTOSO", B: "SITI AISYAH LUBIS", C: "MUHAMMAD YUSUF", D: "BUDI SANTOSO"}
NIPS = {"BUDI SANTOSO": (A, D), "SITI AISYAH LUBIS": (B,), "MUHAMMAD YUSUF": (C,)}
UNITS = {
    "": frozenset({"DINASKESEHATAN", "BIDANGGIZI", "DINASSOSIAL"}),
    A: frozenset({"DINASKESEHATAN", "BIDANGGIZI"}),
    B: frozenset({"DINASKESEHATAN"}),
    C: frozenset({"DINASSOSIAL"}),
    D: frozenset({"DINASSOSIAL"}),
}
KNOWN = Known(NIPS, NAMES, UNITS)
HEAD = "APEL PAGI MARET 2019\nNO;NIP;NAMA;4;5\n"


@pytest.mark.parametrize(
    "name",
    [
        "Budi Santoso",
        "Drs. H. BUDI SANTOSO, M.Si.",
        "Budi S.",
        "B. Santoso",
        "Budi Santosa",
        "BUDI  SANTOSO.",
        "",
        "Budi",
    ],
)
def test_a_name_that_may_be_the_owner_s_is_no_question(text, name: str) -> None:
    reading = rolls.read(text(HEAD + f"1;{A};{name};H;H\n"), people=KNOWN)
    assert (len(reading.rows), reading.warnings) == (2, ())


def test_a_nip_beside_the_name_of_somebody_else_is_refused(text) -> None:
    reading = rolls.read(text(HEAD + f"1;{A};SITI AISYAH LUBIS, S.E.;H;H\n2;{B};Siti Aisyah L;H;H\n"), people=KNOWN)
    assert [m.nip for m in reading.rows] == [B, B]
    assert [(f.place.row, f.message) for f in reading.refused] == [
        (
            3,
            f'the NIP {A} is that of "BUDI SANTOSO", and the name "SITI AISYAH LUBIS, S.E." that of somebody else;'
            " correct one of them",
        )
    ]
    assert reading.warnings == ()


def test_a_name_like_nobody_s_is_a_warning_once(text) -> None:
    rows = "".join(f"{A};HENDRA GUNAWAN;2019-03-0{day};H\n" for day in (4, 5, 6))
    reading = rolls.read(text("APEL PAGI;;;\nNIP;NAMA;TANGGAL;KODE\n" + rows), people=KNOWN)
    assert len(reading.rows) == 3
    assert [w.message for w in reading.warnings] == [
        f'the NIP {A} is that of "BUDI SANTOSO", and the row says "HENDRA GUNAWAN"; check it'
    ]


def test_a_name_like_the_owner_s_that_another_bears_is_a_warning(text) -> None:
    known = Known({"ANDI": (A,), "ANDI LALA": (B,)}, {A: "ANDI", B: "ANDI LALA"})
    reading = rolls.read(text(HEAD + f"1;{B};ANDI;H;H\n2;{A};ANDI;H;H\n"), people=known)
    assert (len(reading.rows), len(reading.warnings), reading.refused) == (4, 1, ())


@pytest.mark.parametrize(
    ("title", "section", "nips", "says"),
    [
        ("", "", [], '2 people are called "BUDI SANTOSO"'),
        ("UNIT KERJA : DINAS SOSIAL", "", [D, D], ""),
        ("Unit Kerja;: Dinas Kesehatan", "", [A, A], ""),
        ("BIDANG GIZI", "", [A, A], ""),
        ("DINAS SOSIAL", "I. DINAS KESEHATAN", [A, A], ""),
        ("KECAMATAN X", "", [], '2 people are called "BUDI SANTOSO"'),
        ("DINAS KESEHATAN DAN DINAS SOSIAL", "", [], '2 people are called "BUDI SANTOSO"'),
    ],
)
def test_of_several_of_a_name_the_one_of_the_unit_is_meant(text, title, section, nips, says) -> None:
    body = f"{title}\nAPEL PAGI MARET 2019\nNO;NAMA;JABATAN;4;5\n{section}\n1;BUDI SANTOSO;Staf;H;H\n"
    reading = rolls.read(text(body), people=KNOWN)
    assert [m.nip for m in reading.rows] == nips
    assert [f.message.partition(";")[0] for f in reading.refused] == ([says] if says else [])


def test_the_only_one_of_a_name_must_not_belong_to_another_unit(text) -> None:
    body = "DINAS SOSIAL\nAPEL PAGI MARET 2019\nNO;NAMA;4;5\n1;Siti Aisyah Lubis;H;H\n2;Muhammad Yusuf;H;TK\n"
    reading = rolls.read(text(body), people=KNOWN)
    assert [(m.nip, m.code) for m in reading.rows] == [(C, Code.H), (C, Code.TK)]
    assert [f.message for f in reading.refused] == [
        'the only person called "Siti Aisyah Lubis" belongs to another unit than the form; add a column NIP'
    ]


def test_somebody_without_a_nip_on_a_form_that_has_them(text) -> None:
    reading = rolls.read(text(HEAD + "1;-;BUDI HONORER;H;H\n2;;MUHAMMAD YUSUF;H;H\n"), people=KNOWN)
    assert [f.message.partition(";")[0] for f in reading.refused] == [
        "somebody without a NIP stands on no roster here",
        "there is no NIP",
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("MUHAMMAD YUSUF", "MOH YUSUF", True),
        ("MUHAMMAD YUSUF", "M YUSUF", True),
        ("MUHAMMAD YUSUF", "MUHD JUSUF", True),
        ("NUR AINI", "NURAINI", True),
        ("SRI WAHYUNI", "WAHYUNI", True),
        ("ABDUL RAHMAN", "ABD RAHMAN", True),
        ("SITI AMINAH", "SITI FATIMAH", False),
        ("BUDI UJI", "SITI UJI", False),
        ("AGUS", "A", False),
        ("M A", "MUHAMMAD ALI", False),
    ],
)
def test_names_that_may_be_of_one_person(one: str, other: str, expected: bool) -> None:
    assert likeness.alike(one, other) is expected
    assert likeness.alike(other, one) is expected


def test_a_name_stands_in_a_text_as_a_whole() -> None:
    assert likeness.contains("Drs. H. Ani Uji, S.E.", "ANI UJI")
    assert not likeness.contains("HANDAYANI", "ANI")
