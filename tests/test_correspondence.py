"""The ladder of warnings and the looks of letters in the configuration."""

from __future__ import annotations

import tomllib

import pytest
import tomli_w

from attendance import settings
from attendance.errors import Refused
from attendance.rules.ladders import Ladder, Step


def read(document: str) -> settings.Settings:
    return settings.read(tomllib.loads(document))


def test_what_is_left_out_keeps_its_default() -> None:
    assert read("").ladder == Ladder()
    assert read("[ladder]\nvalid_months = 3").ladder == Ladder(valid_months=3)
    assert read('[ladder]\ntitle = "Surat Teguran"\nsteps = [{sering = 4}]').ladder.steps == (Step(None, 4),)


WHOLE = """
[ladder]
title = "Surat Teguran"
number = "R.800.1.6.2/{n}/{bulan}/{tahun}"
valid_months = 120
basis = ["Perwal 1/2026"]
correction_days = 0
[[ladder.steps]]
beruntun = 1
[[ladder.steps]]
beruntun = 3
sering = 5
within_days = 90
[letters]
copies = ["Kepala BKPSDM"]
report_to = ["Sekretaris Daerah"]
warning_template = "D:/surat.docx"
[letters.addresses]
"DINAS SATU" = "Jalan Rekaan 1; Telepon 2"
"""


@pytest.mark.parametrize("document", ["", WHOLE])
def test_what_is_written_out_is_read_again(document: str) -> None:
    found = read(document)
    assert settings.read(settings.sections(found)) == found
    assert read(tomli_w.dumps(settings.sections(found))) == found


@pytest.mark.parametrize(
    ("document", "told"),
    [
        ("[ladder]\nmonths = 3", "there is no key months"),
        ("[ladder]\nvalid_months = 0", "ladder.valid_months: 0 is too small"),
        ("[ladder]\nvalid_months = 121", "ladder.valid_months: 121 is too large"),
        ("[ladder]\ncorrection_days = -1", "ladder.correction_days: -1 is too small"),
        ("[ladder]\ncorrection_days = 367", "ladder.correction_days: 367 is too large"),
        (
            '[ladder]\nnumber = "800/{nomor}"',
            "ladder.number: 800/{nomor}: {nomor} is not known; known are {n}, {bulan}",
        ),
        ('[ladder]\nnumber = "800/{n"', "a brace is not closed"),
        ("[ladder]\nnumber = 800", "ladder.number"),
        ("[ladder]\nsteps = []", "a ladder has 1 to 5 steps"),
        ("[ladder]\nsteps = [" + "{sering = 1}, " * 6 + "]", "a ladder has 1 to 5 steps"),
        ("[ladder]\nsteps = 3", "ladder.steps: expected a list of tables"),
        ("[ladder]\nsteps = [{within_days = 30}]", "ladder.steps[1]: a step needs a limit"),
        ("[ladder]\nsteps = [{sering = 0}]", "ladder.steps[1].sering: 0 is too small"),
        ("[ladder]\nsteps = [{sering = 1, within_days = 3661}]", "ladder.steps[1].within_days: 3661 is too large"),
        ("[letters]\naddress = 1", "there is no key address. Did you mean addresses?"),
        ("[letters]\naddresses = 1", "letters.addresses"),
    ],
)
def test_what_is_wrong_is_named(document: str, told: str) -> None:
    with pytest.raises(Refused) as refused:
        read(document)
    assert told in " ".join(fault.message for fault in refused.value.faults)
