"""The quick look and the close look flag the same people, whatever the facts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from officer import Apel

WEEKS = "2026-03-02..2026-03-13"
DAYS = [2, 3, 4, 5, 6, 9, 10, 11, 12, 13]
CODE = st.sampled_from(["H", "H", "H", "TK", "TK", "S", "T", "."])


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(st.lists(CODE, min_size=10, max_size=10), min_size=8, max_size=8),
    closed=st.sets(st.sampled_from(DAYS)),
    letter=st.tuples(st.integers(0, 7), st.sampled_from(DAYS), st.integers(0, 9)),
    often=st.sampled_from(["false", "true"]),
)
def test_flag_finds_whom_the_whole_list_flags(
    template: Path,
    tmp_path_factory: pytest.TempPathFactory,
    words: list[list[str]],
    closed: set[int],
    letter: tuple[int, int, int],
    often: str,
) -> None:
    folder = tmp_path_factory.mktemp("screen")
    apel = Apel(Path(shutil.copyfile(template, folder / "apel.db")), folder)
    nips = [f"19850101201001{1}{number:03d}" for number in range(1, 9)]
    lines = [f"{nip};ORANG {number};{'BARAT' if number % 2 else 'TIMUR'}" for number, nip in enumerate(nips)]
    apel("staff", "import", apel.file("r.csv", "\n".join(["NIP;NAMA;UNIT", *lines])), "--from", "2026-01-01")
    marks = [
        f"{nip};2026-03-{day:02d};{code}"
        for nip, word in zip(nips, words, strict=True)
        for day, code in zip(DAYS, word, strict=True)
        if code != "."
    ]
    apel("roll", "import", apel.file("m.csv", "\n".join(["NIP;TANGGAL;KODE", *marks])), "--kind", "apel-pagi")
    for day in sorted(closed):
        apel("roll", "close", f"2026-03-{day:02d}", "--unit", "BARAT", "--signed-by", "KEPALA")
        apel("roll", "close", f"2026-03-{day:02d}", "--unit", "TIMUR", "--signed-by", "KEPALA")
    person, first, length = letter
    last = min(13, first + length)
    apel("leave", "add", nips[person], "CT", "--from", f"2026-03-{first:02d}", "--to", f"2026-03-{last:02d}")
    apel("staff", "move", nips[0], "BARAT", "--from", "2026-03-05")
    apel("exempt", "add", "--nip", nips[1], "--kind", "apel-pagi", "--from", "2026-03-04", "--reason", "piket")
    apel("config", "set", "chronic.sering.on", often)
    quick = apel.json("flag", WEEKS)["people"]
    whole = [one for one in apel.json("flag", WEEKS, "--all")["people"] if one["flags"]]
    assert quick == whole
