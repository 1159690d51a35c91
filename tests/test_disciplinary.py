"""What an office sets for itself in matters of discipline: what it may say, and every fault by its key."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest
import tomli_w
from officer import Apel

from attendance import settings
from attendance.errors import Refused
from attendance.rules.law import Level, Tier
from attendance.rules.rosters import Status
from attendance.settings import Settings

WHOLE = """
[discipline]
hours = 7.5
pppk_name = "Perwali 7/2025"
number = "PD-{n}/{tahun}"
due_days = 5
copies = ["Inspektorat"]

[discipline.authority]
ringan = "Kepala Dinas"
berat = "Wali Kota"

[[discipline.pppk]]
days = 10
level = "berat"
sanction = "pemutusan hubungan perjanjian kerja"

[[discipline.pppk]]
days = 3
level = "ringan"
sanction = "teguran lisan"
article = "Pasal 12"
"""


def test_the_section_is_read_and_written_back() -> None:
    made = settings.read(tomllib.loads(WHOLE))
    law = made.discipline.law
    assert law.hours == 7.5
    assert law.local is not None and law.local.name == "Perwali 7/2025"
    assert law.local.tiers == (
        Tier(3, Level.RINGAN, "teguran lisan", "Pasal 12"),
        Tier(10, Level.BERAT, "pemutusan hubungan perjanjian kerja", ""),
    )
    for status in Status:
        assert law.local.covers(date(2026, 1, 2), status) is (status in (Status.PPPK, Status.PPPK_PW))
    assert settings.read(tomllib.loads(tomli_w.dumps(settings.sections(made)))) == made


def test_nothing_is_made_into_days_and_pppk_have_no_table_until_the_office_says_so() -> None:
    law = Settings().discipline.law
    assert (law.local, law.hours) == (None, None)


def test_a_table_without_a_name_is_called_the_offices_own() -> None:
    made = settings.read(tomllib.loads('[[discipline.pppk]]\ndays = 3\nlevel = "ringan"\nsanction = "teguran"\n'))
    assert made.discipline.law.local is not None
    assert made.discipline.law.local.name == "Ketentuan PPPK setempat"


def tier(days: object = 3, level: str = "ringan", sanction: str = "teguran") -> str:
    return f'[[discipline.pppk]]\ndays = {days}\nlevel = "{level}"\nsanction = "{sanction}"\n'


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        ("discipline = 5", "discipline: expected a table of keys."),
        ("[discipline]\nhour = 7.5", "discipline: there is no key hour. Did you mean hours?"),
        ("[discipline]\nhours = -0.5", "discipline.hours: -0.5 is no number of hours from 0 (off) to 24."),
        ("[discipline]\nhours = 24.5", "discipline.hours: 24.5 is no number of hours from 0 (off) to 24."),
        ('[discipline]\nhours = "7,5"', "discipline.hours: '7,5' is not a number."),
        ("[discipline]\ndue_days = -1", "discipline.due_days: -1 is too small; the least is 0."),
        ("[discipline]\ndue_days = 367", "discipline.due_days: 367 is too large; the most is 366."),
        ("[discipline.authority]\nBerat = 'X'", "discipline.authority: Berat is not one of: ringan, sedang, berat."),
        ("[discipline]\npppk = 5", "discipline.pppk: expected a list of tables."),
        (tier(0), "discipline.pppk[1].days: 0 is too small; the least is 1."),
        (tier('"3"'), "discipline.pppk[1].days: '3' is not a whole number."),
        (tier(3, "Ringan"), "discipline.pppk[1].level: Ringan is not one of: ringan, sedang, berat."),
        (
            tier(3, sanction=" "),
            "discipline.pppk[1]: the sanction is empty; write it as it stands in the regulation.",
        ),
        ("[[discipline.pppk]]\ndays = 3\nlevel = 'ringan'", "discipline.pppk[1]: sanction is missing."),
        (tier() + tier(), "discipline.pppk: two tiers begin at the same number of days."),
        (
            tier(5, "sedang") + tier(9, "ringan"),
            "discipline.pppk[2]: ringan from 9 days on is lighter than sedang from 5 on.",
        ),
    ],
)
def test_every_fault_by_its_key(document: str, fault: str) -> None:
    with pytest.raises(Refused) as refused:
        settings.read(tomllib.loads(document))
    assert [one.message for one in refused.value.faults] == [fault]


@pytest.mark.parametrize(
    "document", ["[discipline]\nhours = 24", "[discipline]\ndue_days = 366", tier(1), tier(3, "berat")]
)
def test_what_is_just_possible(document: str) -> None:
    settings.read(tomllib.loads(document))


@pytest.mark.parametrize(
    ("number", "wrong"),
    [
        ("PD/{tahun}", "PD/{tahun} has no running number {n}; every case needs a number of its own."),
        ("PD-{nomor}/{tahun}", "PD-{nomor}/{tahun}: {nomor} is not known"),
        ("PD-{n", "PD-{n: a brace is not closed."),
    ],
)
def test_numbers_of_cases_need_a_serial_number(number: str, wrong: str) -> None:
    with pytest.raises(Refused) as refused:
        settings.read({"discipline": {"number": number}})
    (fault,) = refused.value.faults
    assert fault.message.startswith(f"discipline.number: {wrong}")


def test_the_section_goes_out_and_comes_in_again(apel: Apel) -> None:
    apel("config", "import", apel.file("masuk.toml", WHOLE))
    apel("config", "export", apel.folder / "keluar.toml")
    kept = tomllib.loads((apel.folder / "keluar.toml").read_text("utf-8"))["discipline"]
    assert (kept["hours"], kept["pppk_name"], len(kept["pppk"])) == (7.5, "Perwali 7/2025", 2)
    apel("config", "set", "discipline.hours", "0")
    apel("config", "import", apel.folder / "keluar.toml")
    assert "hours = 7.5" in apel("config", "show")
