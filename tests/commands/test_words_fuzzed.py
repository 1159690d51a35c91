"""Whatever an officer types: an answer, a refusal or a hint about usage; never a fault of the program."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from case_acts import complaint
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office_acts import close, journal, roll
from officer import Apel

ANI = "198501012010011001"


@pytest.fixture(scope="module")
def furnished(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Apel:
    """An office with some of everything, so that words can hit something."""
    folder = tmp_path_factory.mktemp("furnished")
    apel = Apel(Path(shutil.copyfile(template, folder / "apel.db")), folder)
    lines = [f"NIP;NAMA;UNIT KERJA\n{ANI};ANI;SATU", "198501012010011002;BUDI;DUA"]
    apel("staff", "import", apel.file("r.csv", "\n".join(lines)), "--from", "2026-01-01")
    roll(apel, [ANI], "H TK TK TK")
    roll(apel, ["198501012010011077"], "H", name="unknown")
    close(apel, "2026-03-02..2026-03-03")
    apel("leave", "add", ANI, "S", "--from", "2026-03-10")
    apel("exempt", "add", "--unit", "DUA", "--kind", "senam", "--from", "2026-01-01", "--reason", "x")
    apel("calendar", "call", "2026-03-04", "--kind", "upacara", "--name", "HKN")
    complaint(apel, ANI, "01-05", "--number", "P")
    return apel


GARBAGE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
NIP = st.one_of(
    st.sampled_from([ANI, "19850101 201001 1 002", "198501012010011077", "1.9850101201001E+17", "0" * 18, "9" * 18]),
    st.text("0123456789 .'", max_size=24),
    GARBAGE,
)
DAY = st.one_of(
    st.dates().map(str),
    st.sampled_from(
        ["today", "kemarin", "2026-03-02", "2026-02-29", "9999-12-31", "0001-01-01", "2026-W01", "2026-13-01"]
    ),
    GARBAGE,
)
PERIOD = st.one_of(
    DAY,
    st.tuples(DAY, DAY).map("..".join),
    st.sampled_from(["2026", "2026-03", "2026-W10", "2026-Q1", "bulan-lalu", "9999-W52", "0001", "..", "2026..2025"]),
)
UNIT = st.one_of(st.sampled_from(["SATU", "dua", "SATU / X", " / ", ""]), GARBAGE)
KIND = st.one_of(st.sampled_from(["apel-pagi", "kerja", "upacara", "kegiatan"]), GARBAGE)
NUMBER = st.one_of(st.integers(-3, 30).map(str), st.integers().map(str), GARBAGE)
TIME = st.one_of(st.times().map(str), st.sampled_from(["07:30", "7.30", "24:00", "07:30Z"]), GARBAGE)
CODE = st.one_of(st.sampled_from(["H", "tk", "S", "CT", "BL", "TL", "NR"]), GARBAGE)
KEY = st.one_of(
    st.sampled_from(
        [
            "board.paper",
            "chronic.beruntun.limit",
            "chronic.jarang.below",
            "office",
            "office.name",
            "schedules",
            "codes.X",
            "hours.x",
            "signatories.board",
            "devices.x",
            "board.removal_days",
            "office.zone",
            "chronic.sering.on",
        ]
    ),
    GARBAGE,
)
VALUE = st.one_of(
    st.sampled_from(["1", "-1", "0.5", "[]", "{}", "true", '"x"', "[[1]]", "1979-05-27", "07:30:00"]), GARBAGE
)
CASE = st.one_of(st.sampled_from(["P", "p ", "PD-1/2026"]), GARBAGE)
ORIGIN = st.sampled_from(["kehadiran", "apel", "pengaduan", "pemeriksaan"])
STEP = st.sampled_from(["panggilan-1", "tim", "pemeriksaan", "keputusan", "selesai", "dijalani"])
OUTCOME = st.sampled_from(["dijalani", "dihentikan", "dibatalkan", "x"])
PLAINT = ["--allegation", GARBAGE, "--channel", GARBAGE, "--reference", GARBAGE]

COMMANDS: dict[str, list[object]] = {
    "status": [DAY, "--kind", KIND],
    "staff list": ["--unit", UNIT],
    "staff show": [NIP],
    "staff move": [NIP, UNIT, "--from", DAY, "--line", UNIT],
    "staff end": [NIP, "--from", DAY, "--reason", GARBAGE],
    "unit add": [UNIT, "--parent", UNIT],
    "unit head": [UNIT, "--name", GARBAGE, "--nip", NIP, "--from", DAY],
    "exempt add": ["--nip", NIP, "--kind", KIND, "--from", DAY, "--to", DAY, "--reason", GARBAGE],
    "exempt end": [NUMBER, "--from", DAY],
    "calendar show": [PERIOD],
    "calendar seed": [NUMBER],
    "calendar add": [DAY, "--name", GARBAGE, "--source", GARBAGE],
    "calendar cancel": [DAY, "--kind", KIND],
    "calendar call": [DAY, "--kind", KIND, "--name", GARBAGE, "--start", TIME, "--closes", TIME, "--unit", UNIT],
    "roll mark": [NIP, CODE, "--date", DAY, "--kind", KIND, "--at", TIME],
    "roll show": [PERIOD, "--unit", UNIT],
    "roll missing": [PERIOD, "--kind", KIND],
    "roll close": [PERIOD, "--unit", UNIT, "--signed-by", GARBAGE, "--present", NUMBER],
    "roll reopen": [PERIOD, "--unit", UNIT],
    "roll link": [NIP, NIP],
    "roll import": [GARBAGE, "--code", GARBAGE, "--period", PERIOD],
    "scan link": [NUMBER, NIP, "--device", GARBAGE, "--from", DAY, "--to", DAY],
    "scan import": [GARBAGE, "--device", GARBAGE, "--date-format", GARBAGE],
    "leave add": [NIP, CODE, "--from", DAY, "--to", DAY, "--dated", DAY, "--number", GARBAGE],
    "leave void": [NUMBER],
    "leave list": ["--nip", NIP, "--period", PERIOD],
    "flag": [PERIOD, "--kind", KIND],
    "flag --explain": [NIP, PERIOD],
    "recap": [PERIOD, "--unit", UNIT, "--by", "person"],
    "board draft": [PERIOD, "--dated", DAY],
    "case open": [NIP, "--origin", ORIGIN, "--date", DAY, "--period", PERIOD, "--number", GARBAGE, *PLAINT],
    "case open --origin pengaduan": [NIP, "--date", DAY, "--number", NUMBER, *PLAINT],
    "case step": [CASE, STEP, "--date", DAY, "--on", DAY, "--at", TIME, "--place", GARBAGE, "--late", GARBAGE],
    "case step P": [STEP, "--date", DAY, "--sanction", GARBAGE, "--level", "berat", "--number", GARBAGE],
    "case step P panggilan-1": ["--date", DAY, "--on", DAY, "--file", GARBAGE],
    "case close": [CASE, "--outcome", OUTCOME, "--date", DAY, "--reason", GARBAGE],
    "case list --all": ["--unit", UNIT, "--nip", NIP],
    "case show": [CASE],
    "case due": ["--days", NUMBER],
    "undo": [NUMBER],
    "journal show": [NUMBER],
    "config set": [KEY, VALUE],
    "--as-of": [NUMBER, "journal", "list"],
    "--today": [DAY, "status"],
}


@pytest.mark.parametrize("command", COMMANDS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_never_a_fault_of_the_program(furnished: Apel, command: str, data: st.DataObject) -> None:
    words = [str(data.draw(word)) if isinstance(word, st.SearchStrategy) else word for word in COMMANDS[command]]
    result = furnished.run(*command.split(), *words)
    assert result.exit_code in (0, 1, 2), result.output


def test_what_the_fuzz_has_done_is_still_whole(furnished: Apel) -> None:
    assert journal(furnished)[0] > 0
