"""The quick look and the close look find the same people whom a tier reaches, whatever the facts."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from discipline_acts import days
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from officer import Apel

from attendance.rules import law, reaching
from attendance.rules.discipline import Law
from attendance.rules.law import Level, Tier
from attendance.rules.periods import Period
from attendance.rules.screening import Sessions

HELD = days("2025-12-16", 16)  # ten of them in the year before
WHO = 8
CODE = st.sampled_from(["TK", "TK", "TK", "TK", ".", "H", "S", "scan", "scan", "early"])
ROW = st.integers(8, 16).map(lambda count: ["TK"] * count + ["scan"] * (16 - count))  # may go on into the year
WORD = st.one_of(st.lists(CODE, min_size=16, max_size=16), ROW)


def put(apel: Apel, words: list[list[str]], nips: list[str]) -> None:
    """The marks and the scans of everybody; the early ones are before the day begins."""
    marks, scans = ["NIP;TANGGAL;KODE"], []
    for number, (nip, word) in enumerate(zip(nips, words, strict=True), 1):
        for day, code in zip(HELD, word, strict=True):
            if code in ("scan", "early"):
                scans.append(f"{number}\t{day} {'04:10' if code == 'early' else '08:00'}:00\t1\t0\t1\t0")
            elif code != ".":
                marks.append(f"{nip};{day};{code}")
    if marks[1:]:
        apel("roll", "import", apel.file("m.csv", "\n".join(marks)), "--kind", "kerja")
    if scans:
        apel("scan", "import", apel.file("1_attlog.dat", "\n".join(scans)), "--device", "LOBI")
        for number, nip in enumerate(nips[:-1], 1):  # the last one's number is nobody's
            apel("scan", "link", number, nip, "--device", "LOBI")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(WORD, min_size=WHO, max_size=WHO),
    open_days=st.sets(st.sampled_from(HELD), max_size=4),
    letter=st.tuples(st.integers(0, WHO - 1), st.integers(0, 15), st.integers(0, 4)),
    own=st.sampled_from([None, 1, 5]),
    hours=st.sampled_from(["0", "0", "2.5"]),
)
def test_discipline_finds_whom_the_whole_list_finds(
    template: Path,
    tmp_path_factory: pytest.TempPathFactory,
    words: list[list[str]],
    open_days: set[date],
    letter: tuple[int, int, int],
    own: int | None,
    hours: str,
) -> None:
    folder = tmp_path_factory.mktemp("reach")
    apel = Apel(Path(shutil.copyfile(template, folder / "apel.db")), folder, "2026-01-20")
    nips = [f"198501012010{'21' if number > 5 else '01'}1{number:03d}" for number in range(1, WHO + 1)]
    lines = [
        f"{nip};ORANG {number};{'PPPK' if number > 4 else 'PNS'};{'BARAT' if number % 2 else 'TIMUR'}"
        for number, nip in enumerate(nips)
    ]
    apel("staff", "import", apel.file("r.csv", "\n".join(["NIP;NAMA;STATUS;UNIT", *lines])), "--from", "2025-01-01")
    put(apel, words, nips)
    for day in [day for day in HELD if day not in open_days]:
        apel("roll", "close", day, "--all", "--kind", "kerja", "--signed-by", "KEPALA")
    person, first, length = letter
    apel("leave", "add", nips[person], "CT", "--from", HELD[first], "--to", HELD[min(15, first + length)])
    apel("staff", "move", nips[0], "BARAT", "--from", HELD[11])
    apel(
        "exempt", "add", "--nip", nips[1], "--kind", "kerja", "--from", HELD[12], "--to", HELD[13], "--reason", "piket"
    )
    apel("config", "set", "discipline.hours", hours)
    if own is not None:
        table = f'[[discipline.pppk]]\ndays = {own}\nlevel = "ringan"\nsanction = "teguran"\n'
        apel("config", "import", apel.file("c.toml", table))
    for asked in ("2026", "2025..2026-01"):
        quick = apel.json("discipline", asked)["people"]
        whole = [one for one in apel.json("discipline", asked, "--all")["people"] if one["tier"]]
        assert quick == whole


def test_one_absence_on_the_first_day_may_belong_to_a_row_of_last_year() -> None:
    held = Sessions(held=0b1111, reported=0b1101)
    assert reaching.reachable(held, known=0b1110, limit=3)
    assert reaching.reachable(held, known=0b0000, limit=5)
    assert not reaching.reachable(held, known=0b0001, limit=3)
    assert not reaching.reachable(held, known=0b1111, limit=3)
    assert reaching.reachable(held, known=0b0010, limit=3)  # three days, of which the second is not reported


@pytest.mark.parametrize(
    ("first", "last", "own", "least"),
    [
        ("2026-01-01", "2026-12-31", None, 3),
        ("2019-01-01", "2019-12-31", None, 3),  # PPPK are told from the third day on
        ("2026-01-01", "2026-12-31", 1, 1),
        ("2026-01-01", "2026-12-31", 8, 3),
        ("2009-01-01", "2009-12-31", None, 3),
    ],
)
def test_the_fewest_days_that_matter(first: str, last: str, own: int | None, least: int) -> None:
    table = law.local("Perwali", (Tier(own, Level.RINGAN, "teguran", ""),)) if own else None
    year = Period(date.fromisoformat(first), date.fromisoformat(last))
    assert reaching.least(year, Law(table)) == least
