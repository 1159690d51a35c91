"""A list says the same whatever hands have laid round it: titles, sections, number rows, blank lines, footers."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attendance.intake import rolls, rosters, scans
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind

Rows = list[list[str]]
MANY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)

NAMES = (
    "SITI REKAAN",
    "AHMAD MISALNYA",
    "RINA SAMARAN",
    "TOTAL SIREGAR",
    "JUMLAH BR. GINTING",
    "MEI LESTARI",
    "SENIN PURNAMA",
    "KETERANGAN ZEBUA",
)
UNITS = ("DINAS CONTOH", "BADAN MISAL", "BAGIAN UMUM", "UPT PUSKESMAS REKA")
WRITTEN = {
    **{"H": Code.H, "h": Code.H, "v": Code.H, "Hadir": Code.H, "√": Code.H},
    **{"S": Code.S, "sakit": Code.S, "I": Code.I, "Ijin": Code.I, "C": Code.C, "CT": Code.C},
    **{"DL": Code.DL, "D": Code.DL, "TB": Code.TB, "TK": Code.TK, "A": Code.TK, "Alpa": Code.TK},
}
DAYS = [date(2026, 3, 2) + timedelta(days=n) for n in range(12) if n % 7 < 5]
HEADED: tuple[Callable[[date], str], ...] = (
    lambda day: str(day.day),
    lambda day: f"{day:%d/%m/%Y}",
    lambda day: day.isoformat(),
    lambda day: f"{('SENIN', 'SELASA', 'RABU', 'KAMIS', 'JUMAT')[day.weekday()]}\n{day.day}/{day.month}/2026",
    lambda day: f"{day.day} Maret 2026",
)


@dataclass(frozen=True)
class Person:
    nip: str
    name: str
    unit: str


@st.composite
def crowds(draw: st.DrawFn) -> list[Person]:
    """One to six people of one or two units, each unit in one block."""
    size = draw(st.integers(1, 6))
    units = draw(st.lists(st.sampled_from(UNITS), min_size=1, max_size=2, unique=True))
    names = draw(st.lists(st.sampled_from(NAMES), min_size=size, max_size=size, unique=True))
    return [
        Person(f"19800101200501{1 + n % 2}{n + 1:03d}", name, units[n * len(units) // size])
        for n, name in enumerate(names)
    ]


@dataclass(frozen=True)
class Dress:
    """What stands round the rows of people."""

    indent: int
    title: bool
    numbered: bool
    sections: bool
    blanks: frozenset[int]
    repeats: frozenset[int]
    footer: int


DRESSES = st.builds(
    Dress,
    st.integers(0, 2),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.frozensets(st.integers(0, 5), max_size=2),
    st.frozensets(st.integers(1, 5), max_size=2),
    st.integers(0, 2),
)


def dressed(dress: Dress, titles: Rows, heads: Rows, body: Sequence[tuple[Person, list[str]]]) -> Rows:
    """A sheet: titles, headings, number row, people under their sections, page headings once more, footer."""
    rows: Rows = []
    width = len(heads[-1])
    if dress.title:
        rows += [["PEMERINTAH KOTA CONTOH"], *titles, []]
    else:
        rows += titles
    rows += heads
    if dress.numbered:
        rows.append([str(n + 1) for n in range(width)])
    unit = None
    for index, (person, row) in enumerate(body):
        if index in dress.blanks:
            rows.append([])
        if index in dress.repeats:
            rows += heads
        if dress.sections and person.unit != unit:
            rows.append([f"{'I' * (1 + UNITS.index(person.unit))}. {person.unit}"])
        unit = person.unit
        rows.append(row)
    if dress.footer:
        rows += [[], [*[""] * (width - 1), "Contoh, 31 Maret 2026"], [*[""] * (width - 1), "Kepala,"], []]
        rows += [
            [*[""] * (width - 1), "Drs. BAHRUL CONTOH, M.Si."],
            [*[""] * (width - 1), "NIP. 19700101 199503 1 001"],
        ]
    if dress.footer == 2:
        rows += [[], ["Keterangan :"], ["H = Hadir", "", "S = Sakit"]]
    return [[*[""] * dress.indent, *row] if row else [] for row in rows]


def saved(rows: Rows, folder: Path, form: str) -> Path:
    """The sheet as a file."""
    path = folder / f"daftar.{form}"
    if form == "csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows(rows)
        return path
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def spelled(nip: str, way: int) -> str:
    """A NIP as offices write it."""
    spaced = f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"
    return (nip, spaced, f"'{nip}", spaced.replace(" ", "\N{NO-BREAK SPACE}"))[way]


FORMS = st.sampled_from(["csv", "csv", "csv", "xlsx"])
LEADING = st.permutations(["NO", "NIP", "NAMA", "JABATAN"])


@MANY
@given(data=st.data(), people=crowds(), dress=DRESSES, order=LEADING, form=FORMS, way=st.integers(0, 3))
def test_a_matrix(
    tmp_path: Path, data: st.DataObject, people: list[Person], dress: Dress, order: list[str], form: str, way: int
) -> None:
    days = data.draw(st.lists(st.sampled_from(DAYS), min_size=1, max_size=6, unique=True).map(sorted))
    headed = data.draw(st.sampled_from(HEADED))
    grouped = data.draw(st.booleans())
    words = data.draw(
        st.lists(st.sampled_from([*WRITTEN]), min_size=len(people) * len(days), max_size=len(people) * len(days))
    )
    heads = [[*order, *map(headed, days)]]
    if grouped:
        heads = [[*order, "TANGGAL", *[""] * (len(days) - 1)], [*[""] * len(order), *map(headed, days)]]
    body = []
    for n, person in enumerate(people):
        cells = {"NO": str(n + 1), "NIP": spelled(person.nip, way), "NAMA": person.name, "JABATAN": "Analis"}
        body.append((person, [*(cells[each] for each in order), *words[n * len(days) : (n + 1) * len(days)]]))
    rows = dressed(dress, [["REKAP APEL PAGI BULAN MARET 2026"]], heads, body)
    reading = rolls.read(saved(rows, tmp_path, form))
    assert reading.refused == ()
    assert {(mark.nip, mark.day): (mark.kind, mark.code) for mark in reading.rows} == {
        (person.nip, day): (Kind.APEL_PAGI, WRITTEN[words[n * len(days) + column]])
        for n, person in enumerate(people)
        for column, day in enumerate(days)
    }


@MANY
@given(data=st.data(), people=crowds(), dress=DRESSES, form=FORMS, way=st.integers(0, 3))
def test_a_daily_list(
    tmp_path: Path, data: st.DataObject, people: list[Person], dress: Dress, form: str, way: int
) -> None:
    order = data.draw(st.permutations(["NO", "NIP", "NAMA", "JABATAN", "KODE", "JAM"]))
    words = data.draw(st.lists(st.sampled_from([*WRITTEN]), min_size=len(people), max_size=len(people)))
    times = data.draw(st.lists(st.sampled_from(["", "07.10", "7:45 AM"]), min_size=len(people), max_size=len(people)))
    body = []
    for n, person in enumerate(people):
        present = WRITTEN[words[n]] is Code.H
        cells = {"NO": str(n + 1), "NIP": spelled(person.nip, way), "NAMA": person.name, "JABATAN": "Analis"}
        cells |= {"KODE": words[n], "JAM": times[n] if present else ""}
        body.append((person, [cells[each] for each in order]))
    titles = [["DAFTAR HADIR APEL PAGI"], ["HARI/TANGGAL : Senin, 2 Maret 2026"]]
    reading = rolls.read(saved(dressed(dress, titles, [order], body), tmp_path, form))
    assert reading.refused == ()
    assert {mark.nip: (mark.day, mark.code, f"{mark.at:%H.%M}" if mark.at else "") for mark in reading.rows} == {
        person.nip: (
            DAYS[0],
            WRITTEN[words[n]],
            {"": "", "07.10": "07.10", "7:45 AM": "07.45"}[times[n] if WRITTEN[words[n]] is Code.H else ""],
        )
        for n, person in enumerate(people)
    }


@MANY
@given(data=st.data(), people=crowds(), dress=DRESSES, form=FORMS, way=st.integers(0, 3))
def test_a_roster(tmp_path: Path, data: st.DataObject, people: list[Person], dress: Dress, form: str, way: int) -> None:
    fields = ["NO", "NIP", "NAMA", "GOL", "JABATAN", *([] if dress.sections else ["UNIT KERJA"])]
    order = data.draw(st.permutations(fields))
    body = []
    for n, person in enumerate(people):
        cells = {"NO": str(n + 1), "NIP": spelled(person.nip, way), "NAMA": person.name, "GOL": "III/a"}
        cells |= {"JABATAN": "Analis", "UNIT KERJA": person.unit}
        body.append((person, [cells[each] for each in order]))
    rows = dressed(dress, [["DAFTAR PEGAWAI"]], [order], body)
    reading = rosters.read(saved(rows, tmp_path, form))
    assert reading.refused == ()
    assert {row.profile.nip: (row.profile.name, row.unit, row.profile.rank) for row in reading.rows} == {
        person.nip: (person.name, (person.unit,), "III/a") for person in people
    }


@MANY
@given(
    lines=st.lists(
        st.tuples(
            st.integers(1, 99999), st.datetimes(datetime(2026, 1, 1), datetime(2026, 3, 30)), st.integers(0, 255)
        ),
        min_size=1,
        max_size=30,
    ),
    width=st.integers(1, 9),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    blanks=st.frozensets(st.integers(0, 29), max_size=3),
    columns=st.sampled_from([5, 6]),
)
def test_a_log(
    tmp_path: Path,
    lines: list[tuple[int, datetime, int]],
    width: int,
    end: str,
    blanks: frozenset[int],
    columns: int,
) -> None:
    written, expected = [], []
    for n, (pin, at, state) in enumerate(sorted(lines, key=lambda line: line[1])):  # as a machine writes them
        if n in blanks:
            written.append("")
        fields = [str(pin).rjust(width), f"{at:%Y-%m-%d %H:%M:%S}", "1", str(state), "1", "0"]
        written.append("\t".join(fields[:columns]))
        expected.append((str(pin), at.replace(microsecond=0), len(written)))
    path = tmp_path / "1_attlog.dat"
    path.write_bytes(end.join([*written, ""]).encode())
    reading = scans.read(path, today=date(2026, 3, 31))
    assert [(scan.pin, scan.at, scan.row) for scan in reading.rows] == expected
    assert reading.read == len(lines)


def test_a_lone_word_where_the_nips_belong_is_no_section(tmp_path: Path) -> None:
    rows = [["NIP", "NAMA", "GOL", "JABATAN"], ["198001012005011001", "SITI REKAAN", "III/a", "Analis"], ["HONORER"]]
    reading = rosters.read(saved(rows, tmp_path, "csv"), unit=("DINAS CONTOH",))
    assert [row.profile.name for row in reading.rows] == ["SITI REKAAN"]
    assert [fault.place.row for fault in reading.refused] == [3]
    assert 'HONORER" is not a NIP' in reading.refused[0].message
