"""Undo and looking back: for any sequence of entries, each moment can be had again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, time
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledgers import TYPED, YEAR, Ledger, day, employ, letter, mark, nip

from attendance.errors import Place
from attendance.ledger import (
    calendars,
    configuration,
    exemptions,
    letters,
    people,
    quarantine,
    rolls,
    scans,
    undoing,
    units,
    verifying,
)
from attendance.ledger.journal import Draft
from attendance.rules.days import DayKind, SpecialDay
from attendance.rules.kinds import Kind
from attendance.rules.offices import Signatory
from attendance.rules.postings import Exemption, Posting, ended, moved
from attendance.rules.rosters import Profile
from attendance.rules.scans import Quarantined, Scan
from attendance.rules.sessions import Call

UNITS = [("DINAS CONTOH",), ("DINAS CONTOH", "UMUM"), ("SETDA", "UMUM"), ("UMUM",)]
CODES = ["H", "T", "S", "TK"]
SHIFT = frozenset({Kind.APEL_PAGI, Kind.SENAM})


def do_mark(draft: Draft, a: int, b: int, c: int) -> None:
    rolls.record(draft, [(mark(a, b, CODES[c]), TYPED), (mark(a, b + 1, CODES[a]), TYPED)])


def do_close(draft: Draft, a: int, b: int, c: int) -> None:
    lines = sorted(units.established(draft.session))
    rolls.close(draft, {(line, Kind.APEL_PAGI, day(b)): f"KEPALA {c}" for line in lines[: a + 1]})


def do_reopen(draft: Draft, a: int, b: int, c: int) -> None:
    rolls.reopen(draft, Kind.APEL_PAGI, [(line, day(b + c)) for line in units.established(draft.session)])


def do_letter(draft: Draft, a: int, b: int, c: int) -> None:
    new = letter(a, CODES[2 + c % 2].replace("TK", "C"), b, b + c)
    before = [one.letter for one in letters.filed(draft.session, nips=[new.nip])]
    if not any(old.first <= new.last and new.first <= old.last for old in before):
        letters.record(draft, [(new, TYPED)])


def do_void(draft: Draft, a: int, b: int, c: int) -> None:
    letters.void(draft, [one.number for one in letters.filed(draft.session)[:a]])


def do_profile(draft: Draft, a: int, b: int, c: int) -> None:
    ids = people.meet(draft, [nip(a)])
    people.record_profiles(draft, [(ids[nip(a)], Profile(nip(a), f"NAMA {b}"), TYPED)])


def do_move(draft: Draft, a: int, b: int, c: int) -> None:
    place = units.meet(draft, [UNITS[c]])[UNITS[c]]
    person = people.meet(draft, [nip(a)])[nip(a)]
    held = people.postings(draft.session).get(person, ())
    people.replace_postings(draft, {person: moved(held, place, place, day(b))}, {}, {})


def do_end(draft: Draft, a: int, b: int, c: int) -> None:
    plans = {one: ended(held, day(b)) for one, held in people.postings(draft.session).items() if one % 4 == a}
    people.replace_postings(draft, plans, dict.fromkeys(plans, "pensiun"), {})


def do_exempt(draft: Draft, a: int, b: int, c: int) -> None:
    person = people.meet(draft, [nip(a)])[nip(a)]
    one = Exemption(SHIFT, day(b), day(b + 5) if c % 2 else None, "piket")
    unit = next(iter(units.meet(draft, [UNITS[0]]).values()))
    exemptions.grant(draft, one, None if c > 1 else person, unit if c > 1 else None)


def do_end_exemption(draft: Draft, a: int, b: int, c: int) -> None:
    for one in exemptions.granted(draft.session)[:a]:
        if one.exemption.last is None or one.exemption.last >= day(b):
            exemptions.end(draft, one, day(b))


def do_head(draft: Draft, a: int, b: int, c: int) -> None:
    unit = next(iter(units.meet(draft, [UNITS[c]]).values()))
    units.set_head(draft, unit, Signatory(f"KEPALA {a}", "Kepala"), day(b))


def do_scan(draft: Draft, a: int, b: int, c: int) -> None:
    device = scans.meet_device(draft, "Balai Kota")
    at = datetime.combine(day(b), time(7, c))
    scans.record(draft, device, [Scan(str(a), at, 1), Scan(str(a + 1), at, 2)])
    quarantine.keep(draft, device, [Quarantined(Place("x", None, c), f"{b} 2000-01-01", "clock")])


def do_link(draft: Draft, a: int, b: int, c: int) -> None:
    device = scans.meet_device(draft, "Balai Kota")
    last = None if c == 0 else day(b + c)
    scans.link(draft, device, [(str(a), nip(c)), ("1", nip(a))], scans.ALWAYS if c == 3 else day(b), last)


def do_day(draft: Draft, a: int, b: int, c: int) -> None:
    sort = list(DayKind)[a]
    kinds = (Kind.SENAM, Kind.APEL_PAGI)[: c % 3] if sort is DayKind.TANPA_APEL else ()
    calendars.record(draft, [(SpecialDay(day(b), sort, f"HARI {c}", "SK", kinds), TYPED)])


def do_void_day(draft: Draft, a: int, b: int, c: int) -> None:
    calendars.void(draft, [number for number, one in calendars.days(draft.session, YEAR) if one.day == day(b)])


def do_seed(draft: Draft, a: int, b: int, c: int) -> None:
    calendars.seed(draft, 2030 + c, "perkiraan", [SpecialDay(date(2030 + c, 1, 1), DayKind.LIBUR, "Tahun Baru", "")])


def do_call(draft: Draft, a: int, b: int, c: int) -> None:
    people_ = frozenset(people.meet(draft, [nip(a)]).values()) if c % 2 else None
    times = (time(8), time(8), time(7), time(9))
    one = Call(day(b), Kind.KEGIATAN, f"Pelatihan {c}", *times, None, people_)
    if not any((old.day, old.name) == (one.day, one.name) for old in calendars.calls(draft.session, YEAR)):
        calendars.call(draft, one)


def do_set(draft: Draft, a: int, b: int, c: int) -> None:
    configuration.record(draft, {"board": {"removal_days": b}, f"section{a}": c})


ACTS: tuple[Callable[[Draft, int, int, int], None], ...] = (
    *(do_mark, do_close, do_reopen, do_letter, do_void, do_profile, do_move, do_end, do_exempt, do_end_exemption),
    *(do_head, do_scan, do_link, do_day, do_void_day, do_seed, do_call, do_set),
)
PLACES = st.tuples(st.integers(0, 3), st.integers(2, 6), st.integers(0, 3))
STEPS = st.lists(st.tuples(st.sampled_from([*ACTS, "undo"]), PLACES), min_size=1, max_size=10)


def sound(ledger: Ledger) -> None:
    """What must hold at every moment, whatever was done and undone."""
    with ledger.ask() as session:
        for held in people.postings(session).values():
            for one, other in combinations(held, 2):
                assert not (one.covers(other.first) or other.covers(one.first)), "somebody stands in two places"
        filed = [(found.person, found.letter) for found in letters.filed(session)]
        for (one, old), (other, new) in combinations(filed, 2):
            same = old.first <= new.last and new.first <= old.last
            assert one != other or not same or old.sort == new.sort, "two letters speak of one day"


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_every_moment_can_be_had_again(template: Path, tmp_path_factory: pytest.TempPathFactory, steps: list) -> None:  # type: ignore[type-arg]
    path = tmp_path_factory.mktemp("undo", numbered=True) / "apel.db"
    ledger = Ledger(Path(shutil.copyfile(template, path)))
    with ledger.act() as draft:
        employ(draft, 0, 1, 2)
    start = ledger.last
    moments = [ledger.state()]
    for act, (a, b, c) in steps:
        before = ledger.last
        if act == "undo":
            with suppress(undoing.Overtaken, undoing.Already):
                ledger.undo(max(start + 1, ledger.last - a) if ledger.last > start else start)
        else:
            with ledger.act() as draft:
                act(draft, a, b, c)
        if ledger.last > before:
            moments.append(ledger.state())
        else:
            assert ledger.state() == moments[-1]
        sound(ledger)
    last = ledger.last
    assert len(moments) == last - start + 1
    for number, moment in enumerate(moments, start):
        assert ledger.state(as_of=number) == moment
    for number in range(last, start, -1):
        ledger.undo(number)
        assert ledger.state() == moments[number - start - 1]
    for number, moment in ((start, moments[0]), (last, moments[-1])):
        assert ledger.state(as_of=number) == moment
    with ledger.ask() as session:
        assert verifying.verify(session) == []
    ledger.close()
    shutil.rmtree(path.parent)


def test_an_undo_brings_back_what_was_and_an_undo_of_it_what_had_been_done(ledger: Ledger) -> None:
    with ledger.act() as draft:
        ids = employ(draft, 1, 2)
    with ledger.act() as draft:
        rolls.record(draft, [(mark(1, 2, "TK"), TYPED), (mark(2, 2, "H"), TYPED)])
    before = ledger.state()
    with ledger.act() as draft:
        rolls.record(draft, [(mark(1, 2, "S"), TYPED), (mark(1, 3, "H"), TYPED)])
    after, correction = ledger.state(), ledger.last
    assert [one.code for one in after["marks"][Kind.APEL_PAGI][ids[1]].values()] == ["S", "H"]
    undo = ledger.undo(correction)
    assert ledger.state() == before
    again = ledger.undo(undo)
    assert ledger.state() == after
    assert ledger.state(as_of=undo) == before
    ledger.undo(correction)
    assert ledger.state() == before
    assert ledger.state(as_of=again) == after


def test_a_late_letter_and_its_end(ledger: Ledger) -> None:
    with ledger.act() as draft:
        employ(draft, 1, 2)
        rolls.record(draft, [(mark(1, 2, "TK"), TYPED)])
    with ledger.act() as draft:
        letters.record(draft, [(letter(1, "S", 2, 3), TYPED), (letter(2, "C", 2, 3), TYPED)])
    filed, entry = ledger.state(), ledger.last
    with ledger.act() as draft:
        letters.void(draft, [one.number for one in letters.filed(draft.session, nips=[nip(1)])])
    assert [one.code for _person, one, _entry in ledger.state()["letters"]] == ["C"]
    assert ledger.state(as_of=entry) == filed
    ledger.undo(ledger.last)
    assert ledger.state() == filed


def test_an_entry_is_undone_once(ledger: Ledger) -> None:
    with ledger.act() as draft:
        employ(draft, 1)
    entry = ledger.last
    undo = ledger.undo(entry)
    with pytest.raises(undoing.Already) as already:
        ledger.undo(entry)
    assert already.value.by == undo
    with pytest.raises(undoing.Unknown):
        ledger.undo(undo + 1)
    assert ledger.last == undo


def acts(ledger: Ledger, *acted: Callable[[Draft], object]) -> list[int]:
    """Entries, one after another; answers their numbers."""
    numbers = []
    for act in acted:
        with ledger.act() as draft:
            act(draft)
        numbers.append(ledger.last)
    return numbers


def test_overtaken_names_the_entries_that_changed_what_was_recorded(ledger: Ledger) -> None:
    first, second, third, other = acts(
        ledger,
        lambda draft: rolls.record(draft, [(mark(1, 2, "H"), TYPED), (mark(1, 3, "H"), TYPED)]),
        lambda draft: rolls.record(draft, [(mark(1, 2, "TK"), TYPED)]),
        lambda draft: rolls.record(draft, [(mark(1, 3, "S"), TYPED)]),
        lambda draft: rolls.record(draft, [(mark(2, 3, "S"), TYPED)]),
    )
    before = ledger.state()
    assert ledger.overtaken(first) == [third, second]
    assert ledger.state() == before
    assert ledger.overtaken(second) == ledger.overtaken(other) == []
    ledger.undo(third)
    assert ledger.overtaken(first) == [second]
    ledger.undo(second)
    ledger.undo(first)
    assert [one[0] for one in ledger.state()["parked"]] == [nip(2)]


def test_overtaken_names_the_entries_that_set_anew_what_was_voided(ledger: Ledger) -> None:
    line = acts(ledger, lambda draft: employ(draft, 1))
    with ledger.ask() as session:
        (unit,) = units.established(session)

    def close(draft: Draft) -> object:
        return rolls.close(draft, {(unit, Kind.APEL_PAGI, day(2)): "KEPALA"})

    signed, reopened, again = acts(
        ledger, close, lambda draft: rolls.reopen(draft, Kind.APEL_PAGI, [(unit, day(2))]), close
    )
    assert (ledger.overtaken(signed), ledger.overtaken(reopened)) == ([reopened], [again])
    assert ledger.overtaken(line[0]) == []


def test_an_undo_that_would_leave_somebody_in_two_places_is_overtaken(ledger: Ledger) -> None:
    acts(ledger, lambda draft: employ(draft, 1, 2))
    with ledger.ask() as session:
        held = people.postings(session)
        person, other = sorted(held)
        (unit,) = units.established(session)

    def plan(postings: list[Posting]) -> Callable[[Draft], object]:
        return lambda draft: people.replace_postings(draft, {person: postings}, {}, {})

    left = ended(held[person], day(5))
    back = [*left, Posting(unit, unit, day(20))]
    leaving, coming = acts(ledger, plan(left), plan(back))
    assert ledger.overtaken(leaving) == [coming]
    ledger.undo(coming)
    ledger.undo(leaving)
    assert ledger.state()["postings"] == held
    leaving, _nobody = acts(
        ledger,
        plan(left),
        lambda draft: people.replace_postings(draft, {other: moved(held[other], unit, unit, day(9))}, {}, {}),
    )
    assert ledger.overtaken(leaving) == []


@pytest.mark.parametrize(("code", "first", "stands"), [("C", 4, True), ("S", 4, False), ("C", 6, False)])
def test_an_undo_that_would_leave_two_letters_on_one_day_is_overtaken(
    ledger: Ledger, code: str, first: int, stands: bool
) -> None:
    _filed, voided, later = acts(
        ledger,
        lambda draft: letters.record(draft, [(letter(1, "S", 2, 5), TYPED), (letter(2, "C", 2, 5), TYPED)]),
        lambda draft: letters.void(draft, [one.number for one in letters.filed(draft.session, nips=[nip(1)])]),
        lambda draft: letters.record(draft, [(letter(1, code, first, 8, "2"), TYPED)]),
    )
    assert ledger.overtaken(voided) == ([later] if stands else [])


def test_an_exemption_that_was_granted_anew_stands_in_the_way(ledger: Ledger) -> None:
    shift = Exemption(SHIFT, day(2), None, "piket")
    acts(ledger, lambda draft: employ(draft, 1))
    person = next(iter(ledger.state()["postings"]))

    def grant(draft: Draft) -> object:
        return exemptions.grant(draft, shift, person, None)

    granted, gone, anew = acts(
        ledger, grant, lambda draft: exemptions.end(draft, exemptions.granted(draft.session)[0], day(2)), grant
    )
    assert (ledger.overtaken(granted), ledger.overtaken(gone)) == ([gone], [anew])
    ledger.undo(anew)
    ledger.undo(gone)
    assert [one for *_who, one in ledger.state()["exemptions"]] == [shift]


def test_two_exemptions_that_differ_in_their_end_are_not_confused(ledger: Ledger) -> None:
    short, long = (Exemption(SHIFT, day(2), day(last), "piket") for last in (9, 20))
    acts(ledger, lambda draft: employ(draft, 1))
    person = next(iter(ledger.state()["postings"]))
    _short, second, gone = acts(
        ledger,
        lambda draft: exemptions.grant(draft, short, person, None),
        lambda draft: exemptions.grant(draft, long, person, None),
        lambda draft: exemptions.end(draft, exemptions.granted(draft.session)[0], day(2)),
    )
    assert ledger.overtaken(gone) == []
    before = ledger.undo(gone)
    assert {one.last for *_who, one in ledger.state()["exemptions"]} == {day(9), day(20)}
    ledger.undo(before)
    assert ledger.overtaken(second) == []


def test_what_is_undone_confuses_no_name(ledger: Ledger) -> None:
    def meet(*paths: tuple[str, ...]) -> Callable[[Draft], object]:
        return lambda draft: units.meet(draft, paths)

    (one, other) = acts(ledger, meet(("SETDA", "UMUM")), meet(("DINAS", "UMUM"), ("DINAS", "HUKUM")))
    assert sorted(label for label, _found in ledger.state()["labels"].values()) == [
        *("DINAS", "DINAS / UMUM", "HUKUM", "SETDA", "SETDA / UMUM"),
    ]
    assert sorted(label for label, _found in ledger.state(as_of=one)["labels"].values()) == ["SETDA", "UMUM"]
    ledger.undo(other)
    assert ledger.state() == ledger.state(as_of=one)
    with ledger.act() as draft:
        met = units.meet(draft, [("UMUM",), ("HUKUM",), ("DINAS", "Hukum"), ("DINAS",)])
    with ledger.ask() as session:
        tree = units.tree(session)
        assert tree.label(met[("UMUM",)]) == "UMUM"
        assert tree.path(met[("HUKUM",)]) == ("HUKUM",)
        assert tree.path(met[("DINAS", "Hukum")]) == ("DINAS", "HUKUM")
        assert met[("DINAS",)] in units.established(session)


def test_an_undo_can_be_undone_though_what_it_brought_back_was_changed_and_brought_back_again(ledger: Ledger) -> None:
    first, second = acts(
        ledger,
        lambda draft: rolls.record(draft, [(mark(1, 2, "H"), TYPED)]),
        lambda draft: rolls.record(draft, [(mark(1, 2, "TK"), TYPED)]),
    )
    moments = {number: ledger.state(as_of=number) for number in (first, second)}
    undo = ledger.undo(second)
    (third,) = acts(ledger, lambda draft: rolls.record(draft, [(mark(1, 2, "S"), TYPED)]))
    assert ledger.overtaken(undo) == [third]
    ledger.undo(third)
    assert ledger.state() == moments[first]
    ledger.undo(undo)
    assert ledger.state() == moments[second]
