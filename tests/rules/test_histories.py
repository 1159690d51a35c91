"""What each day of a person was: the order in which facts speak, and the days that are in no figure."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from rolls_in_words import ANI, EVER, LINE, agenda, called, codes, dates, day, history, letter, mark, resolved, schedule

from attendance.rules.histories import Known, Recorded, Signed
from attendance.rules.kinds import Kind
from attendance.rules.postings import Exemption, Posting

OTHER = 20


def test_the_worked_example() -> None:
    assert codes(history("H T TK TK")) == "H T TK TK"
    assert codes(history("H T TK TK", letters=[letter("S", 4, 4)])) == "H T S TK"
    assert codes(history("H T TK .", letters=[letter("S", 4, 4)])) == "H T S BL"


@pytest.mark.parametrize("code", ["H", "T", "S", "I", "C", "DL", "TB", "DK", "TK"])
def test_a_code_on_a_closed_roll_is_that_code(code: str) -> None:
    (only,) = history(code).days
    assert (only.code, only.known, only.line, only.unit) == (code, Known.ROLL, LINE, LINE)
    assert isinstance(only.evidence, Recorded)


def test_an_empty_cell_is_tk_once_the_head_has_signed_and_bl_until_then() -> None:
    closed, open_, recorded = history("- . .TK").days
    assert (closed.code, closed.known) == ("TK", Known.CLOSED)
    assert closed.evidence == Signed("KEPALA", 3)
    assert (open_.code, open_.known, open_.evidence) == ("BL", Known.NOT_CLOSED, None)
    assert (recorded.code, recorded.known, recorded.evidence) == ("BL", Known.NOT_CLOSED, mark("TK"))


@pytest.mark.parametrize("code", ["H", "T", "S", "I", "C", "DL", "TB", "DK"])
def test_other_codes_hold_before_the_roll_is_closed(code: str) -> None:
    assert codes(history(f".{code}")) == code


@pytest.mark.parametrize("presence", ["H", "T"])
def test_presence_beats_a_letter_and_remembers_it(presence: str) -> None:
    sick = letter("S", 2, 3)
    (only,) = history(presence, letters=[sick]).days
    assert (only.code, only.known, only.beaten) == (presence, Known.ROLL, (sick,))


def test_a_scan_beats_a_letter_and_a_code_on_the_roll() -> None:
    sick, absent = letter("S", 2, 2), mark("I")
    (only,) = resolved(agenda(2, 2), scans={2: "07:20:00"}, marks={2: absent}, letters=[sick]).days
    assert (only.code, only.known, only.at, only.evidence) == ("H", Known.SCAN, time(7, 20), None)
    assert only.beaten == (sick, absent)


def test_a_letter_beats_a_recorded_code_and_remembers_one_that_says_otherwise() -> None:
    duty = letter("DL", 2, 4)
    sick, same, absent = history("S DL TK", letters=[duty]).days
    assert codes([sick, same, absent]) == "DL DL DL"
    assert [one.known for one in (sick, same, absent)] == [Known.LETTER] * 3
    assert [one.beaten for one in (sick, same, absent)] == [(mark("S"),), (), ()]
    assert sick.evidence == duty


def test_a_letter_holds_on_its_first_and_last_day_and_on_open_rolls() -> None:
    assert codes(history("- - . - -", letters=[letter("C", 3, 5)])) == "TK C C C TK"


def test_of_two_letters_the_first_speaks() -> None:
    (only,) = history("-", letters=[letter("S", 1, 2), letter("S", 2, 3, number="2")]).days
    assert only.evidence == letter("S", 1, 2)


@pytest.mark.parametrize(
    ("at", "code"),
    [("06:00:00", "H"), ("07:30:00", "H"), ("07:30:59", "H"), ("07:31:00", "T"), ("08:00:00", "T")],
)
def test_late_is_after_the_whole_minute_of_late_after(at: str, code: str) -> None:
    assert codes(resolved(agenda(2, 2), scans={2: at})) == code
    assert codes(resolved(agenda(2, 2), marks={2: mark("H", at)})) == code


@pytest.mark.parametrize("at", ["05:59:59", "08:00:01", "16:00:00"])
def test_a_scan_outside_of_the_gate_says_nothing(at: str) -> None:
    assert codes(resolved(agenda(2, 2), scans={2: at}, closed={LINE: [2]})) == "TK"


def test_the_first_of_scans_and_written_time_is_the_arrival() -> None:
    times = [
        resolved(agenda(2, 2), marks={2: mark("H", "07:10")}, scans={2: "07:40:00"}),
        resolved(agenda(2, 2), marks={2: mark("H", "07:50")}, scans={2: "07:10:00 07:45:00"}),
    ]
    assert [(one.days[0].code, one.days[0].at) for one in times] == [("H", time(7, 10))] * 2


def test_a_recorded_t_stays_t_whatever_the_clock_says() -> None:
    assert codes(resolved(agenda(2, 2), marks={2: mark("T", "07:10")})) == "T"
    assert codes(resolved(agenda(2, 2), marks={2: mark("T")}, scans={2: "07:10:00"})) == "T"


def test_nobody_is_scheduled_before_the_first_or_after_the_last_day_of_his_posting() -> None:
    posting = Posting(LINE, LINE, day(3), day(5))
    found = resolved(agenda(2, 6), postings=[posting], closed={LINE: range(2, 7)})
    assert codes(found) == "NR TK TK TK NR"
    assert (found.days[0].known, found.days[0].unit, found.days[0].line) == (Known.NO_POSTING, None, None)
    assert dates(found.scheduled()) == [3, 4, 5]


def test_one_who_still_belongs_was_not_expected_before_he_came() -> None:
    found = resolved(agenda(2, 4), postings=[Posting(LINE, LINE, day(3))], closed={LINE: range(2, 5)})
    assert codes(found) == "NR TK TK"


def test_one_who_belongs_nowhere_has_no_days() -> None:
    found = resolved(agenda(2, 4), postings=[])
    assert (found.days, found.unit) == ((), None)


def test_one_who_moves_stands_in_the_line_of_the_day() -> None:
    postings = [Posting(LINE, LINE, date(2020, 1, 1), day(3)), Posting(OTHER, 30, day(4))]
    found = resolved(agenda(2, 5), postings=postings, closed={LINE: [2, 3, 4, 5], 30: [4]})
    assert codes(found) == "TK TK TK BL"
    assert [(one.unit, one.line) for one in found.days] == [(LINE, LINE)] * 2 + [(OTHER, 30)] * 2
    assert found.unit == OTHER


def test_the_unit_is_that_of_the_last_scheduled_day() -> None:
    postings = [Posting(LINE, LINE, date(2020, 1, 1), day(3)), Posting(OTHER, OTHER, day(4))]
    shift = Exemption(frozenset({Kind.APEL_PAGI}), day(4), None, "piket")
    found = resolved(agenda(2, 5), postings=postings, exemptions=[shift], closed={LINE: [2, 3]})
    assert (codes(found), found.unit) == ("TK TK NR NR", LINE)


def test_the_schedule_of_the_new_line_counts_from_the_first_day_there() -> None:
    mondays = schedule(weekdays=frozenset({0}), units=frozenset({LINE}))
    daily = schedule(units=frozenset({OTHER}))
    postings = [Posting(LINE, LINE, date(2020, 1, 1), day(10)), Posting(OTHER, OTHER, day(11))]
    found = resolved(agenda(2, 13, mondays, daily), postings=postings, closed={LINE: range(2, 14), OTHER: [11, 12]})
    assert (dates(found.days), codes(found)) == ([2, 9, 11, 12, 13], "TK TK TK TK BL")


def test_a_gap_between_two_postings_is_in_no_figure() -> None:
    postings = [Posting(LINE, LINE, date(2020, 1, 1), day(3)), Posting(OTHER, OTHER, day(5))]
    found = resolved(agenda(2, 5), postings=postings, closed={LINE: range(2, 6), OTHER: range(2, 6)})
    assert codes(found) == "TK TK NR TK"


@pytest.mark.parametrize("whose", ["exemptions", "of_lines"])
def test_an_exemption_covers_its_kinds_from_its_first_to_its_last_day(whose: str) -> None:
    shift = Exemption(frozenset({Kind.APEL_PAGI, Kind.SENAM}), day(3), day(4), "piket", "SK 1")
    other = Exemption(frozenset({Kind.APEL_SORE}), day(2), None, "lain")
    given = (
        {"exemptions": [other, shift]} if whose == "exemptions" else {"of_lines": {LINE: [other, shift], 99: [other]}}
    )
    found = resolved(agenda(2, 5), marks={3: mark("H")}, closed={LINE: range(2, 6)}, **given)  # type: ignore[arg-type]
    assert codes(found) == "TK NR NR TK"
    assert (found.days[1].known, found.days[1].evidence, found.days[1].line) == (Known.EXEMPT, shift, LINE)


def test_an_exemption_of_another_line_covers_nobody_here() -> None:
    shift = Exemption(frozenset({Kind.APEL_PAGI}), day(1), None, "piket")
    assert codes(resolved(agenda(2, 2), of_lines={OTHER: [shift]}, closed={LINE: [2]})) == "TK"


def test_an_exemption_without_an_end_goes_on() -> None:
    shift = Exemption(frozenset({Kind.APEL_PAGI}), day(3), None, "piket")
    assert codes(resolved(agenda(2, 5), exemptions=[shift], closed={LINE: range(2, 6)})) == "TK NR NR NR"


def test_the_invited_are_scheduled_whatever_their_posting() -> None:
    training = called(4, people=frozenset({1, 7}))
    elsewhere = [Posting(OTHER, OTHER, date(2020, 1, 1), day(2))]
    invited = agenda(2, 5, schedule(Kind.KEGIATAN, weekdays=frozenset()), calls=[training])
    assert codes(resolved(invited, postings=elsewhere, marks={4: mark("H", "09:01")})) == "T"
    assert codes(resolved(invited, postings=EVER, closed={LINE: [4]})) == "TK"
    assert codes(resolved(invited, postings=EVER, closed={LINE: [4]}, person=8)) == ""
    assert sorted(invited.invited()) == [1, 7]


def test_one_who_is_invited_and_exempt_need_not_come() -> None:
    invited = agenda(2, 5, calls=[called(4, people=frozenset({1}))], kind=Kind.KEGIATAN)
    exempt = [Exemption(frozenset({Kind.KEGIATAN}), day(1), day(31), "cuti besar")]
    (only,) = resolved(invited, postings=[], exemptions=exempt).days
    assert (only.code, only.unit, only.line) == ("NR", None, None)


def test_a_session_called_for_everyone_for_lines_or_instead_of_the_usual_one() -> None:
    everyone = agenda(2, 3, calls=[called(4), called(3)], kind=Kind.KEGIATAN)
    assert dates(resolved(everyone).days) == [3]
    lines = agenda(2, 5, calls=[called(4, units=frozenset({OTHER}))], kind=Kind.KEGIATAN)
    assert dates(resolved(lines).days) == []
    usual = agenda(2, 3, calls=[called(3, kind=Kind.APEL_PAGI)])
    assert [one.session.name for one in resolved(usual).days] == ["", "Pelatihan"]
    assert codes(resolved(usual, scans={2: "07:31:00", 3: "09:00:00"})) == "T H"


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2026, 3, 4, 7, 59, 59), [2, 3]),
        (datetime(2026, 3, 4, 8, 0), [2, 3, 4]),
        (datetime(2026, 3, 1, 23, 59), []),
    ],
)
def test_a_session_whose_gate_is_open_does_not_exist_yet(now: datetime, expected: list[int]) -> None:
    found = resolved(agenda(2, 6, now=now), closed={LINE: range(2, 7)}, marks={4: mark("H"), 6: mark("H")})
    assert dates(found.days) == expected


def test_an_invitation_for_later_does_not_exist_yet() -> None:
    later = [called(4, people=frozenset({1}))]
    before, after = (
        agenda(2, 5, calls=later, kind=Kind.KEGIATAN, now=datetime(2026, 3, 4, *at)) for at in ((9, 29), (9, 30))
    )
    assert (dates(resolved(before).days), dates(resolved(after).days)) == ([], [4])


def test_what_a_history_says_of_whom() -> None:
    found = history("H")
    assert (found.person, found.profile, found.days[0].standing) == (1, ANI, "present")
