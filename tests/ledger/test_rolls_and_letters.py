"""Rolls, closures and letters: recorded, corrected, parked, and asked among others."""

from __future__ import annotations

from datetime import date, time

import pytest
from ledgers import TYPED, YEAR, Ledger, day, employ, letter, mark, nip

from attendance.errors import Place
from attendance.ledger import checks, letters, numbers, parking, people, rolls, sources
from attendance.ledger.journal import Draft
from attendance.rules.codes import RECORDED, Code
from attendance.rules.histories import Held, Recorded, Signed
from attendance.rules.kinds import Kind
from attendance.rules.letters import Letter
from attendance.rules.periods import Period
from attendance.rules.rolls import Mark

ROLL = Place("roll.xlsx", "Maret", 5)


def noise(draft: Draft) -> dict[int, int]:
    """People, marks of other kinds, days and people, a closure of another line."""
    ids = employ(draft, 1, 2)
    other = [mark(2, 3, "H"), mark(1, 3, "H", kind=Kind.SENAM), mark(1, 4, "S"), mark(1, 31, "H")]
    rolls.record(draft, [(one, TYPED) for one in other])
    return ids


def test_marks_keep_their_code_time_place_and_entry(ledger: Ledger) -> None:
    with ledger.act() as draft:
        noise(draft)
    with ledger.act() as draft:
        origins = sources.Origins(draft, {"roll.xlsx": "5e"})
        place, again = origins.of(ROLL), origins.of(ROLL._replace(row=6))
        rolls.record(draft, [(mark(1, 3, "T", "07:41:05"), place), (mark(2, 4, "TK"), again)])
    with ledger.ask() as session:
        ids = people.numbers(session)
        found = dict(rolls.recorded_marks(session, Kind.APEL_PAGI, Period(day(3), day(4)), ids.values()))
        assert found[ids[nip(1)]][day(3)] == Recorded(Code.T, time(7, 41, 5), ROLL, ledger.last)
        assert found[ids[nip(2)]][day(4)].place == Place("roll.xlsx", "Maret", 6)
        assert found[ids[nip(2)]][day(3)] == Recorded(Code.H, None, Place(""), ledger.last - 1)
        assert list(found[ids[nip(1)]]) == [day(3), day(4)]
        assert sources.places(session, [1]) == {1: Place("roll.xlsx", "Maret")} == sources.places(session)
        assert sources.places(session, []) == {}


def test_a_file_and_a_sheet_are_named_once_an_entry(ledger: Ledger) -> None:
    with ledger.act() as draft:
        origins = sources.Origins(draft)
        named = [origins.of(place) for place in (Place("a.csv"), Place("a.csv", None, 2), Place("a.csv", "x"), None)]
        employ(draft, 1)
    assert named == [(1, None), (1, 2), (2, None), (None, None)]


def test_a_roll_beside_what_is_recorded(ledger: Ledger) -> None:
    with ledger.act() as draft:
        noise(draft)
    known = [mark(2, 3, "H"), mark(1, 4, "S"), mark(1, 3, "H", kind=Kind.SENAM)]
    fresh = [mark(1, 3, "H"), mark(3, 3, "H"), mark(2, 3, "H", kind=Kind.SENAM)]
    with ledger.ask() as session:
        found = rolls.compare(session, [*fresh, *known, mark(1, 31, "TK")])
        assert (found.fresh, found.same) == (tuple(fresh), tuple(known))
        ((told, before),) = found.different
        assert (told.code, before.code, before.entry) == (Code.TK, Code.H, ledger.last)
        assert rolls.compare(session, []).fresh == ()
        twice = rolls.compare(session, [*fresh, fresh[0]])
        assert (twice.fresh, twice.same) == (tuple(fresh), (fresh[0],))
        unknown = [mark(8, 3, "H"), mark(9, 3, "H")]
        assert rolls.compare(session, unknown) == rolls.Compared(tuple(unknown), (), ())
    with ledger.act() as draft:
        rolls.record(draft, [])
        assert draft.empty


@pytest.mark.parametrize(
    ("before", "now", "same"),
    [
        (None, None, True),
        ("07:40", None, True),
        ("07:40", "07:40", True),
        (None, "07:40", False),
        ("07:40", "07:50", False),
    ],
)
def test_the_same_code_is_the_same_unless_the_times_disagree(
    ledger: Ledger, before: str | None, now: str | None, same: bool
) -> None:
    with ledger.act() as draft:
        rolls.record(draft, [(mark(1, 2, "T", before), TYPED)])
    with ledger.ask() as session:
        found = rolls.compare(session, [mark(1, 2, "T", now)])
        assert (len(found.same), len(found.different)) == (int(same), int(not same))


def test_a_correction_is_a_new_fact(ledger: Ledger) -> None:
    with ledger.act() as draft:
        noise(draft)
    before = ledger.last
    with ledger.act() as draft:
        rolls.record(draft, [(mark(1, 4, "TK"), TYPED)])
    query = f"SELECT code, since, until FROM mark WHERE day = {day(4).toordinal()} ORDER BY since"
    assert ledger.rows(query) == [(2, before, before + 1), (8, before + 1, 0)]


def test_the_same_roll_twice_writes_nothing(ledger: Ledger) -> None:
    told = [mark(1, 2, "H"), mark(2, 2, "TK")]
    for _time in range(2):
        with ledger.act() as draft:
            rolls.record(draft, [(one, TYPED) for one in rolls.compare(draft.session, told).fresh])
            assert draft.empty is bool(_time)
    assert ledger.rows("SELECT count(*) FROM mark") == [(2,)]


def test_a_roll_is_closed_once_and_can_be_reopened(ledger: Ledger) -> None:
    with ledger.act() as draft:
        employ(draft, 1, unit="DINAS")
        employ(draft, 2, unit="SETDA")
    pagi, senam, other = (1, Kind.APEL_PAGI, day(2)), (1, Kind.SENAM, day(2)), (2, Kind.APEL_PAGI, day(2))
    with ledger.act() as draft:
        assert rolls.close(draft, {pagi: "ANI", senam: "BUDI", other: "CICI"}) == {pagi, senam, other}
    signed = ledger.last
    with ledger.act() as draft:
        later = (1, Kind.APEL_PAGI, day(3))
        assert rolls.close(draft, {pagi: "LAIN", later: "LAIN"}) == {later}
    with ledger.act() as draft:
        assert rolls.close(draft, {pagi: "LAIN"}) == frozenset()
        assert draft.empty
    with ledger.ask() as session:
        assert rolls.closures(session, Kind.APEL_PAGI, Period(day(2), day(2))) == {
            1: {day(2): Signed("ANI", signed)},
            2: {day(2): Signed("CICI", signed)},
        }
    with ledger.act() as draft:
        assert rolls.reopen(draft, Kind.APEL_PAGI, [(1, day(2)), (1, day(2)), (1, day(9)), (9, day(2))]) == 1
    with ledger.ask() as session:
        assert {line: [*days] for line, days in rolls.closures(session, Kind.APEL_PAGI, YEAR).items()} == {
            1: [day(3)],
            2: [day(2)],
        }
        assert rolls.closures(session, Kind.SENAM, YEAR) == {1: {day(2): Signed("BUDI", signed)}}


def test_marks_of_unknown_nips_are_parked_until_a_roster_or_an_officer_knows_them(ledger: Ledger) -> None:
    with ledger.act() as draft:
        noise(draft)
        rolls_ = [mark(7, 3, "H"), mark(7, 5, "TK"), mark(7, 4, "H", kind=Kind.SENAM), mark(8, 3, "S")]
    with ledger.act() as draft:
        rolls.record(draft, [(one, TYPED) for one in rolls_])
    with ledger.ask() as session:
        assert rolls.parked(session) == [(nip(7), 3, day(3), day(5)), (nip(8), 1, day(3), day(3))]
    with ledger.act() as draft:
        employ(draft, 8)
    with ledger.ask() as session:
        assert [found[0] for found in rolls.parked(session)] == [nip(7)]


def test_parked_marks_are_given_to_a_person_with_all_that_is_known_of_them(ledger: Ledger) -> None:
    with ledger.act() as draft:
        ids = noise(draft)
    with ledger.act() as draft:
        note = Mark(nip(7), Kind.APEL_PAGI, day(9), Code.T, time(7, 45), "hujan", ROLL)
        origins = sources.Origins(draft)
        rolls.record(draft, [(note, origins.of(ROLL)), (mark(7, 8, "TK"), TYPED)])
    with ledger.act() as draft:
        assert parking.give(draft, nip(7), nip(2)) == (2, [])
    with ledger.ask() as session:
        given = dict(rolls.recorded_marks(session, Kind.APEL_PAGI, YEAR, [ids[2]]))[ids[2]]
        assert given[day(9)] == Recorded(Code.T, time(7, 45), ROLL, ledger.last)
        assert [*given] == [day(3), day(8), day(9)]
        assert rolls.parked(session) == []
    assert ledger.rows("SELECT note FROM mark WHERE until = 0 AND note IS NOT NULL") == [("hujan",)]


def test_marks_are_not_given_to_one_who_has_his_own_on_these_days(ledger: Ledger) -> None:
    with ledger.act() as draft:
        noise(draft)
    with ledger.act() as draft:
        rolls.record(draft, [(mark(7, 3, "H"), TYPED), (mark(7, 9, "H"), TYPED)])
    before = ledger.last
    with ledger.act() as draft:
        assert parking.give(draft, nip(7), nip(2)) == (0, [day(3)])
        assert parking.give(draft, nip(99), nip(2)) == (0, [])
    assert ledger.last == before


def test_letters_that_touch_a_period_of_those_asked_for(ledger: Ledger) -> None:
    sick = Letter(nip(1), Code.S, "S", day(3), day(5), "445/1", day(2), "demam", Place("s.csv", None, 2))
    with ledger.act() as draft:
        employ(draft, 1, 2)
        place = sources.Origins(draft).of(sick.place)
        letters.record(draft, [(letter(1, "C", 9, 9), TYPED), (sick, place), (letter(2, "DL", 4, 6), TYPED)])
    with ledger.ask() as session:
        found = letters.filed(session, Period(day(5), day(8)))
        assert [one.letter.code for one in found] == [Code.S, Code.DL]
        assert found[0].letter == Letter(nip(1), Code.S, "S", day(3), day(5), "445/1", day(2), "demam", Place(""))
        assert [one.letter.code for one in letters.filed(session, nips=[nip(1)])] == [Code.S, Code.C]
        assert letters.filed(session, Period(day(7), day(8))) == letters.filed(session, nips=[]) == []
        assert letters.held(found)[found[0].person] == [Held(Code.S, "S", day(3), day(5), "445/1", ledger.last)]
    assert ledger.rows("SELECT count(*) FROM letter WHERE source_row = 2") == [(1,)]


def test_presence_against_letters(ledger: Ledger) -> None:
    with ledger.act() as draft:
        employ(draft, 1, 2)
        told = [mark(1, 3, "H"), mark(1, 4, "TK"), mark(1, 5, "T", kind=Kind.SENAM), mark(1, 6, "H"), mark(2, 3, "H")]
        rolls.record(draft, [(one, TYPED) for one in told])
        letters.record(draft, [(letter(1, "S", 3, 5, "445"), TYPED)])
    with ledger.ask() as session:
        found = list(checks.collisions(session))
    assert [(one.nip, one.name, one.day, one.kind, one.code) for one in found] == [
        (nip(1), "PEGAWAI 1", day(3), Kind.APEL_PAGI, Code.H),
        (nip(1), "PEGAWAI 1", day(5), Kind.SENAM, Code.T),
    ]
    assert {(one.sort, one.number) for one in found} == {("S", "445")}


def test_marks_after_the_head_had_signed(ledger: Ledger) -> None:
    with ledger.act() as draft:
        employ(draft, 1, unit="DINAS")
        employ(draft, 2, unit="SETDA")
        rolls.record(draft, [(mark(1, 2, "TK"), TYPED), (mark(1, 3, "TK"), TYPED)])
    with ledger.act() as draft:
        rolls.close(draft, {(1, Kind.APEL_PAGI, day(number)): "ANI" for number in (2, 3)})
    signed = ledger.last
    with ledger.act() as draft:
        later = [mark(1, 2, "H"), mark(1, 4, "H"), mark(1, 3, "H", kind=Kind.SENAM), mark(2, 2, "H")]
        rolls.record(draft, [(one, TYPED) for one in later])
    late = ledger.last
    with ledger.ask() as session:
        (found,) = checks.after_signing(session)
    assert found == checks.Late(nip(1), "PEGAWAI 1", day(2), Kind.APEL_PAGI, Code.H, late, "ANI", signed)
    for _time in range(2):  # bringing back what the head had signed is no later mark
        late = ledger.undo(late)
        with ledger.ask() as session:
            assert len(list(checks.after_signing(session))) == _time
    reopened = ledger.undo(signed)
    ledger.undo(reopened)
    with ledger.ask() as session:
        assert [one.signed for one in checks.after_signing(session)] == [signed]


def test_codes_and_times_have_numbers_that_never_change() -> None:
    assert [numbers.CODES[code] for code in RECORDED] == list(range(9))
    assert all(numbers.CODE_OF[number] is code for code, number in numbers.CODES.items())
    assert [numbers.second(at) for at in (time(0), time(7, 30, 59), time(23, 59, 59))] == [0, 27059, 86399]
    assert numbers.clock(27059) == time(7, 30, 59)
    assert date.fromordinal(1) == date.min
