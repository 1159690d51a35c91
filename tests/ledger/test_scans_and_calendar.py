"""Machines and their numbers, the calendar, exemptions, the configuration: asked among others."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from ledgers import TYPED, YEAR, Ledger, day, employ, letter, nip

from attendance.errors import Place
from attendance.ledger import calendars, checks, configuration, exemptions, letters, quarantine, scans, screens
from attendance.ledger.journal import Draft
from attendance.rules.days import DayKind, SpecialDay
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period
from attendance.rules.postings import Exemption
from attendance.rules.scans import Quarantined, Scan
from attendance.rules.sessions import Call


def scan(pin: str, number: int, at: str) -> Scan:
    return Scan(pin, datetime.combine(day(number), time.fromisoformat(at)), number)


DUMP = [scan("7", 2, "07:20:00"), scan("7", 2, "16:01:00"), scan("8", 2, "07:21:00"), scan("7", 3, "07:25:00")]


def load(draft: Draft, lines: list[Scan], machine: str = "Balai Kota") -> list[scans.Key]:
    return scans.record(draft, scans.meet_device(draft, machine), lines)


def test_an_overlapping_dump_is_taken_in_once(ledger: Ledger) -> None:
    with ledger.act() as draft:
        assert len(load(draft, [*DUMP[:3], DUMP[0]])) == 3
    with ledger.act() as draft:
        assert [key[1:] for key in load(draft, DUMP)] == [(day(3).toordinal(), 26700)]
    with ledger.act() as draft:
        assert load(draft, DUMP) == load(draft, []) == []
        assert draft.empty
    with ledger.act() as draft:
        assert len(load(draft, DUMP, "Lain")) == 4
    with ledger.ask() as session:
        assert [(pin.device, pin.pin, pin.count, pin.first, pin.last) for pin in scans.parked(session)] == [
            ("Balai Kota", "7", 3, day(2), day(3)),
            ("Balai Kota", "8", 1, day(2), day(2)),
            ("Lain", "7", 3, day(2), day(3)),
            ("Lain", "8", 1, day(2), day(2)),
        ]


def test_a_number_is_a_person_from_a_day_to_a_day(ledger: Ledger) -> None:
    with ledger.act() as draft:
        ids = employ(draft, 1, 2)
        load(draft, DUMP)
    with ledger.act() as draft:
        load(draft, [scan("7", 2, "09:00:00")], "Lain")
        device, other = scans.devices(draft.session).values()
    with ledger.act() as draft:
        assert scans.link(draft, device, [("7", nip(1))], scans.ALWAYS, day(2)) == 1
        assert scans.link(draft, device, [("8", nip(2))], day(3), None) == 1
        scans.link(draft, other, [("7", nip(2))], day(1), None)
    with ledger.ask() as session:
        assert scans.of_people(session, YEAR, ids.values()) == {
            ids[1]: {day(2): [time(7, 20), time(16, 1)]},
            ids[2]: {day(2): [time(9)]},
        }
        assert scans.of_people(session, YEAR, ids.values(), [device]) == {
            ids[1]: {day(2): [time(7, 20), time(16, 1)]},
        }
        assert scans.of_people(session, YEAR, [ids[2]], []) == {}
        assert scans.of_people(session, Period(day(3), day(9)), ids.values()) == {}
        assert [(pin.pin, pin.count) for pin in scans.parked(session)] == [("7", 1), ("8", 1)]
        assert scans.pairs(session, "Balai Kota", scans.ALWAYS, day(2)) == {("7", nip(1))}
        assert scans.pairs(session, "Balai Kota", day(3), None) == {("8", nip(2))}
        assert scans.pairs(session, "Entah", day(3), None) == set()


def test_whether_a_machine_has_a_scan_in_a_period(ledger: Ledger) -> None:
    with ledger.act() as draft:
        load(draft, DUMP)
    with ledger.ask() as session:
        (device,) = scans.devices(session).values()
        assert screens.scanned(session, Period(day(3), day(9)), [device, 99])
        assert not screens.scanned(session, Period(day(4), day(9)), [device])
        assert not screens.scanned(session, Period(day(3), day(9)), [99])
        assert not screens.scanned(session, YEAR, [])


@pytest.mark.parametrize(
    ("first", "last", "spans"),
    [
        (10, 20, ["1:10-20"]),  # the same again
        (1, 9, ["2:1-9", "1:10-20"]),
        (21, None, ["1:10-20", "2:21-"]),
        (1, None, ["2:1-"]),
        (10, 10, ["2:10-10", "1:11-20"]),
        (20, 20, ["1:10-19", "2:20-20"]),
        (12, 14, ["1:10-11", "2:12-14", "1:15-20"]),
        (15, None, ["1:10-14", "2:15-"]),
        (1, 10, ["2:1-10", "1:11-20"]),
    ],
)
def test_a_new_link_takes_the_place_of_what_held_on_its_days(
    ledger: Ledger, first: int, last: int | None, spans: list[str]
) -> None:
    who = 1 if (first, last) == (10, 20) else 2
    with ledger.act() as draft:
        employ(draft, 1, 2)
        device = scans.meet_device(draft, "Balai Kota")
        scans.link(draft, device, [("7", nip(1)), ("9", nip(1))], day(10), day(20))
    with ledger.act() as draft:
        new = scans.link(draft, device, [("7", nip(who))], day(first), day(last) if last else None)
        assert (new, draft.empty) == ((0, True) if who == 1 else (1, False))
    found = ledger.rows(
        "SELECT person.nip, first, last FROM link JOIN person ON person.id = person_id JOIN pin ON pin.id = pin_id "
        "WHERE until = 0 AND pin = '7' ORDER BY first"
    )
    start = day(1).toordinal() - 1
    assert [f"{who_[-1]}:{a - start}-{b - start if b else ''}" for who_, a, b in found] == spans
    with ledger.ask() as session:
        assert sum(map(len, scans.linked(session).values())) == len(spans) + 1


def test_a_link_without_an_end_gives_way_where_a_new_one_holds(ledger: Ledger) -> None:
    with ledger.act() as draft:
        employ(draft, 1, 2)
        device = scans.meet_device(draft, "Balai Kota")
        scans.link(draft, device, [("7", nip(1))], scans.ALWAYS, None)
    with ledger.act() as draft:
        scans.link(draft, device, [("7", nip(2))], day(10), day(12))
    with ledger.ask() as session:
        (spans,) = scans.linked(session).values()
    assert sorted(spans, key=lambda span: span[0]) == [
        (scans.ALWAYS, day(9)),
        (day(10), day(12)),
        (day(13), None),
    ]


def test_lines_with_an_impossible_clock_are_kept_word_for_word_and_once(ledger: Ledger) -> None:
    lines = [Quarantined(Place("a.dat", None, row), text, "clock") for row, text in ((2, "b 2000"), (1, "a 1990"))]
    for new in (2, 0):
        with ledger.act() as draft:
            device = scans.meet_device(draft, "Balai Kota")
            assert quarantine.keep(draft, device, lines) == new
    with ledger.act() as draft:
        other = scans.meet_device(draft, "Lain")
        assert quarantine.keep(draft, other, lines[:1]) == 1
    with ledger.ask() as session:
        assert [(one.device, one.line, one.message) for one in checks.quarantined(session)] == [
            ("Balai Kota", "a 1990", "clock"),
            ("Balai Kota", "b 2000", "clock"),
            ("Lain", "b 2000", "clock"),
        ]


def test_scans_against_letters(ledger: Ledger) -> None:
    with ledger.act() as draft:
        employ(draft, 1, 2)
        load(draft, DUMP)
        device = scans.meet_device(draft, "Balai Kota")
        scans.link(draft, device, [("7", nip(1)), ("8", nip(2))], day(1), day(2))
        letters.record(draft, [(letter(1, "DL", 2, 3), TYPED)])
    with ledger.ask() as session:
        found = [(one.nip, one.day, one.kind, one.code) for one in checks.collisions(session)]
    assert found == [(nip(1), day(2), Kind.KERJA, "H")]


def special(number: int, sort: DayKind = DayKind.LOKAL, name: str = "HUT", kinds: tuple[Kind, ...] = ()) -> SpecialDay:
    return SpecialDay(day(number), sort, name, "SK", kinds)


def record(draft: Draft, *days: SpecialDay) -> int:
    return calendars.record(draft, [(one, TYPED) for one in days])


def test_special_days_come_in_order_and_once(ledger: Ledger) -> None:
    rain = special(3, DayKind.TANPA_APEL, "Hujan", (Kind.SENAM, Kind.APEL_PAGI))
    again = special(3, DayKind.TANPA_APEL, "Hujan", (Kind.APEL_PAGI, Kind.SENAM, Kind.APEL_PAGI))
    with ledger.act() as draft:
        assert record(draft, special(4), rain, again, special(2)) == 3
    with ledger.act() as draft:
        assert record(draft, again, rain, special(4)) == 0
        assert draft.empty
    with ledger.ask() as session:
        week = Period(day(2), day(4))
        assert [one.day for _number, one in calendars.days(session, week)] == [day(2), day(3), day(4)]
        assert calendars.days(session, week)[1][1].kinds == (Kind.APEL_PAGI, Kind.SENAM)
        assert calendars.calendar(session, week).off(Kind.SENAM, day(3)) == calendars.days(session, week)[1][1]
        assert len(calendars.days(session)) > len(calendars.days(session, YEAR)) > 3


def test_a_day_that_is_taken_back_is_an_ordinary_day(ledger: Ledger) -> None:
    with ledger.act() as draft:
        record(draft, special(2), special(3))
    with ledger.act() as draft:
        calendars.void(draft, [calendars.days(draft.session, Period(day(2), day(2)))[0][0]])
    with ledger.ask() as session:
        found = calendars.calendar(session)
        assert (found.holiday(day(2)), found.holiday(day(3))) == (None, special(3))


def test_the_rows_of_a_day_keep_their_order_through_an_undo(ledger: Ledger) -> None:
    with ledger.act() as draft:
        record(draft, special(2, name="PERTAMA"))
    with ledger.act() as draft:
        record(draft, special(2, name="KEDUA"))
    with ledger.act() as draft:
        calendars.void(draft, [calendars.days(draft.session, Period(day(2), day(2)))[0][0]])
    ledger.undo(ledger.last)
    with ledger.ask() as session:
        assert [one.name for one in calendars.calendar(session).on(day(2))] == ["PERTAMA", "KEDUA"]


def test_a_national_list_is_taken_in_once_and_doubles_no_day(ledger: Ledger) -> None:
    own = SpecialDay(date(2030, 1, 1), DayKind.LIBUR, "Tahun baru (SE)", "SE")
    listed = [SpecialDay(date(2030, 1, number), DayKind.LIBUR, f"Hari {number}", "SKB") for number in (1, 2)]
    with ledger.act() as draft:
        record(draft, own)
    for new in (1, 0):
        with ledger.act() as draft:
            assert calendars.seed(draft, 2030, "SKB", listed) == new
            assert draft.empty is (new == 0)
    with ledger.ask() as session:
        assert 2030 in calendars.years(session)
        found = calendars.days(session, Period(date(2030, 1, 1), date(2030, 12, 31)))
        assert [one.name for _number, one in found] == ["Tahun baru (SE)", "Hari 2"]


def test_called_sessions_come_back_as_they_were_called(ledger: Ledger) -> None:
    times = (time(8), time(8, 5), time(7), time(8, 30))
    called = [
        Call(day(17), Kind.UPACARA, "HKN", *times),
        Call(day(4), Kind.KEGIATAN, "Diklat", *times, people=frozenset({2, 1})),
        Call(day(4), Kind.SENAM, "Senam", *times, units=frozenset({3})),
    ]
    with ledger.act() as draft:
        for one in called:
            calendars.call(draft, one)
    with ledger.ask() as session:
        assert calendars.calls(session, YEAR) == [called[1], called[2], called[0]]
        assert calendars.calls(session, Period(day(17), day(17))) == called[:1]


def exempt(first: int, last: int | None, reason: str = "piket") -> Exemption:
    kinds = frozenset({Kind.APEL_PAGI, Kind.SENAM})
    return Exemption(kinds, day(first), day(last) if last else None, reason, "SK 1")


def test_exemptions_of_people_and_of_lines(ledger: Ledger) -> None:
    with ledger.act() as draft:
        ids = employ(draft, 1, 2)
        assert exemptions.grant(draft, exempt(3, 5), ids[1], None)
        assert exemptions.grant(draft, exempt(1, None), None, 1)
        assert exemptions.grant(draft, exempt(20, 21), ids[2], None)
    with ledger.act() as draft:
        assert not exemptions.grant(draft, exempt(3, 5), ids[1], None)
        assert not exemptions.grant(draft, exempt(1, None), None, 1)
        assert draft.empty
    with ledger.ask() as session:
        found = exemptions.granted(session, Period(day(5), day(19)))
        assert exemptions.of_people(found) == {ids[1]: [exempt(3, 5)]}
        assert exemptions.of_lines(found, {1: frozenset({1, 4})}) == {1: [exempt(1, None)], 4: [exempt(1, None)]}
        assert len(exemptions.granted(session)) == 3
        assert exemptions.granted(session, Period(day(19), day(20)))[-1].person == ids[2]


@pytest.mark.parametrize(("first", "last"), [(3, None), (2, None), (4, 3), (9, 8)])
def test_an_exemption_ends_the_day_before_or_was_never(ledger: Ledger, first: int, last: int | None) -> None:
    with ledger.act() as draft:
        person = employ(draft, 1)[1]
        exemptions.grant(draft, exempt(3, 20), person, None)
        exemptions.grant(draft, exempt(3, None, "lain"), person, None)
    with ledger.act() as draft:
        exemptions.end(draft, exemptions.granted(draft.session)[1], day(first))
    with ledger.ask() as session:
        found = [one.exemption for one in exemptions.granted(session)]
    assert exempt(3, None, "lain") in found
    assert [one for one in found if one.reason == "piket"] == ([exempt(3, last)] if last else [])


def test_the_sections_of_the_configuration(ledger: Ledger) -> None:
    with ledger.act() as draft:
        assert configuration.record(draft, {"board": {"paper": "F4"}, "codes": {"X": ""}}) == ["board", "codes"]
    with ledger.act() as draft:
        assert configuration.record(draft, {"board": {"paper": "F4"}, "codes": {}}) == ["codes"]
    with ledger.act() as draft:
        assert configuration.record(draft, {"board": {"paper": "F4"}}) == []
        assert draft.empty
    with ledger.ask(ledger.last - 1) as session:
        assert configuration.sections(session)["codes"] == {"X": ""}
    with ledger.ask() as session:
        found = configuration.sections(session)
        assert (found["codes"], found["office"]["name"]) == ({}, "PEMERINTAH KOTA CONTOH")
