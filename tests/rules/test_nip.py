"""The NIP in all the forms in which it is met."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attendance.rules import nip
from attendance.rules.nip import Doubt, Reason
from attendance.rules.rosters import Status


@pytest.mark.parametrize(
    "text",
    [
        "198001012005011001",
        "19800101 200501 1 001",
        "'198001012005011001",
        '="198001012005011001"',
        "19800101\u00a0200501\u00a01\u00a0001",
        "19800101.200501.1.001",
        "19800101-200501-1-001",
        "NIP. 19800101 200501 1 001",
        "NIP : 198001012005011001",
        "N I P. 198001012005011001",
        "\u200b198001012005011001 ",
    ],
)
def test_every_written_form_is_the_same_nip(text: str) -> None:
    assert nip.parse(text) == "198001012005011001"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Reason.EMPTY),
        ("  '", Reason.EMPTY),
        ("1.98001012005011E+17", Reason.NUMBER),
        ("1,98001E+17", Reason.NUMBER),
        ("3173010101800001", Reason.NIK),
        ("131234567", Reason.OLD),
        ("19800101200501100", Reason.LENGTH),
        ("honorer", Reason.NOT_DIGITS),
        ("19800101200501100O", Reason.NOT_DIGITS),
        ("１９８００１０１２００５０１１００１", Reason.NOT_DIGITS),
    ],
)
def test_what_is_no_nip_has_a_reason(text: str, reason: Reason) -> None:
    assert nip.parse(text) is reason


def test_a_nip_under_the_name_is_taken_out_of_the_cell() -> None:
    assert nip.inside("BUDI UJI, S.E\nNIP. 19800101 200501 1 001") == ("198001012005011001", "BUDI UJI, S.E")
    assert nip.inside("BUDI UJI / 198001012005011001") == ("198001012005011001", "BUDI UJI")
    assert nip.inside("NIP. 19800101 200501 1 001") == ("198001012005011001", "")
    assert nip.inside("SUKARNI") is None
    assert nip.inside("SANI 3173010101800001") is None


def test_digits_13_and_14_tell_pns_from_pppk() -> None:
    assert nip.status("198001012005121001") is Status.PNS
    assert nip.status("198001012024211001") is Status.PPPK


def test_birth_and_appointment_are_read_from_the_digits() -> None:
    assert nip.born("198002292005011001") == date(1980, 2, 29)
    assert nip.born("198102292005011001") is None
    assert nip.appointed("198001012005121001") == date(2005, 12, 1)
    assert nip.appointed("198001012024221001") == date(2024, 1, 1)
    assert nip.appointed("198001012005131001") is None
    assert nip.appointed("198001010000011001") is None


@pytest.mark.parametrize(
    ("number", "said", "doubts"),
    [
        ("198001012005011001", Status.PNS, ()),
        ("198001012024211001", Status.PPPK_PW, ()),
        ("198013012005011001", None, (Doubt.BIRTH,)),
        ("198001012005141001", None, (Doubt.APPOINTED,)),
        ("198001011979011001", None, (Doubt.APPOINTED,)),
        ("194001011960011001", None, (Doubt.AGE,)),
        ("201001012026011001", None, (Doubt.AGE,)),
        ("198001012005011000", None, (Doubt.SERIAL,)),
        ("198001012024211001", Status.PNS, (Doubt.STATUS,)),
        ("198001012005011001", Status.PPPK, (Doubt.STATUS,)),
    ],
)
def test_what_is_odd_about_a_nip(number: str, said: Status | None, doubts: tuple[Doubt, ...]) -> None:
    assert nip.doubts(number, said, date(2026, 1, 1)) == doubts


def test_the_age_is_seventeen_and_seventy_inclusive_and_only_at_a_given_day() -> None:
    assert nip.doubts("195506012000011001", on=date(2026, 5, 31)) == ()
    assert nip.doubts("195505312000011001", on=date(2026, 5, 31)) == (Doubt.AGE,)
    assert nip.doubts("190001011920011001") == ()


@given(
    st.from_regex(r"\A[0-9]{18}\Z").filter(str.isascii),
    st.sampled_from(["{}", "'{}", '="{}"', "NIP. {}", " {}\u00a0"]),
    st.booleans(),
)
def test_written_and_read_again_is_the_same(digits: str, form: str, spaced: bool) -> None:
    assert nip.parse(form.format(nip.written(digits) if spaced else digits)) == digits


@given(st.text())
def test_any_text_is_a_nip_or_a_reason(text: str) -> None:
    found = nip.parse(text)
    assert isinstance(found, Reason) or (len(found) == 18 and found.isdigit())
