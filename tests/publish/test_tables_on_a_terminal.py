"""Lists on a terminal: they fit, they cut nothing, they cannot steer."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attendance.publish.formats import safe, width
from attendance.publish.tables import Column, Table
from attendance.publish.terminal import folded, render, wrap

NAMES = (
    Column("nip", "NIP", sort="nip"),
    Column("name", "Nama", wide=True),
    Column("absent", "Tanpa keterangan", "right", "int"),
    Column("rate", "%", "right", "rate"),
)


def table(*rows, **parts):
    return Table("Tidak pernah apel", NAMES, rows, **parts)


def test_columns_stand_under_their_headings_and_totals_under_a_rule():
    shown = render(
        table(
            ("198001012005011001", "BUDI", 4, 0.0),
            ("198001012005012002", "ANI", 20548, None),
            totals=(None, "Jumlah", 20552, 0.2857),
            notes=("Bagian Umum belum lapor.",),
        ),
        80,
    )
    assert shown == (
        "Tidak pernah apel\n"
        "\n"
        "                                 Tanpa\n"
        "NIP                 Nama    keterangan       %\n"
        "------------------  ------  ----------  ------\n"
        "198001012005011001  BUDI             4   0,0 %\n"
        "198001012005012002  ANI         20.548       -\n"
        "------------------  ------  ----------  ------\n"
        "                    Jumlah      20.552  28,6 %\n"
        "\n"
        "Bagian Umum belum lapor.\n"
    )


def test_a_wide_column_gives_way_and_its_text_is_wrapped():
    shown = render(table(("198001012005011001", "Dr. BUDI SANTOSO, S.E., M.Si.", 4, 0.5)), 58)
    assert shown.splitlines()[-2:] == [
        "198001012005011001  Dr. BUDI SANTOSO,            4  50,0 %",
        "                    S.E., M.Si.",
    ]
    assert max(map(len, shown.splitlines())) <= 58


def test_where_wrapping_does_not_help_each_row_is_a_record():
    shown = render(table(("198001012005011001", "BUDI", 4, 0.5), ("198001012005012002", "ANI", 3, 1.0)), 30)
    assert shown.splitlines()[2:8] == [
        "NIP: 198001012005011001",
        "Nama: BUDI",
        "Tanpa keterangan: 4",
        "%: 50,0 %",
        "",
        "NIP: 198001012005012002",
    ]


def test_an_empty_table_is_its_title_and_notes():
    assert render(table(notes=("Tidak ada.",)), 80) == "Tidak pernah apel\n\nTidak ada.\n"


def test_each_kind_of_cell():
    columns = (*(Column(key, key) for key in "abcdef"), Column("g", "g", "center", "int"))
    row = (date(2019, 3, 4), True, ("H", date(2019, 3, 5)), None, 2019, 0.5, None)
    shown = render(Table("", columns, (row, (False, False, (), "", 1, 2.0, 3))), 80)
    assert shown.splitlines()[-2:] == [
        "4 Mar 2019  ya     H, 5 Mar 2019     2019  0,5  -",
        "tidak       tidak                    1     2,0  3",
    ]


def test_a_short_cell_is_centred():
    shown = render(Table("", (Column("a", "Tanggal", "center"),), (("abc",),)), 80)
    assert shown.splitlines()[-1] == "  abc"


def test_a_heading_may_be_empty():
    assert render(Table("Judul", (Column("a", ""),), (("x",),)), 80) == "Judul\n\n\n-\nx\n"


def test_escape_sequences_are_shown():
    assert r"\x1b]0;judul\x07" in render(table(("1", "\x1b]0;judul\x07", 1, None)), 80)


@settings(deadline=None)
@given(st.text(max_size=200), st.integers(12, 100))
def test_wrapping_loses_nothing_but_spaces(text, room):
    lines = wrap(text, room)
    assert "".join("".join(lines).split()) == "".join(safe(text).split())
    assert all(width(line) <= room for line in lines)


@settings(deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=4), st.integers(40, 120))
def test_every_table_fits(names, room):
    rows = [("198001012005011001", name, 3, 0.25) for name in names]
    shown = render(table(*rows), room)
    assert all(width(line) <= room for line in shown.splitlines())


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ('  - a.csv, row 3: "Q" is no code', ["  - a.csv, row 3:", '    "Q" is no code']),
        ("! the clock of the machine is wrong", ["! the clock of the", "  machine is wrong"]),
        ("Refused: nothing was taken in", ["Refused: nothing", "  was taken in"]),
        ("as long as it may be", ["as long as it may be"]),
        ("", [""]),
    ],
)
def test_a_long_message_goes_on_below_its_own_words(line: str, lines: list[str]) -> None:
    assert folded(line, 20) == lines
