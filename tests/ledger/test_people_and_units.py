"""People, where they belong, units and those who sign: recorded, changed, and asked among others."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from ledgers import TYPED, YEAR, Ledger, day, employ, mark, nip

from attendance.ledger import dossiers, exemptions, numbers, people, rolls, scans, screens, units
from attendance.ledger.models import Source
from attendance.rules.kinds import Kind
from attendance.rules.offices import Signatory
from attendance.rules.periods import Period
from attendance.rules.postings import Exemption, Posting, moved
from attendance.rules.rosters import Profile, Status
from attendance.rules.screening import Bits


def test_a_nip_has_one_number_for_ever(ledger: Ledger) -> None:
    with ledger.act() as draft:
        first = people.meet(draft, [nip(2), nip(1), nip(2)])
        employ(draft, 3)
    with ledger.act() as draft:
        assert people.meet(draft, [nip(1), nip(4), nip(2)]).items() >= first.items()
        employ(draft, 4)
    with ledger.ask() as session:
        every = people.numbers(session)
        assert every == {nip(2): 1, nip(1): 2, nip(3): 3, nip(4): 4}
        assert people.numbers(session, [nip(1), "0" * 18]) == {nip(1): every[nip(1)]}
        many = [*(str(number) for number in range(10_001)), nip(2)]
        assert people.numbers(session, many) == {nip(2): every[nip(2)]}


def test_nips_that_nothing_speaks_of_are_no_entry(ledger: Ledger) -> None:
    before = ledger.last
    with ledger.act() as draft:
        people.meet(draft, [nip(1)])
        device = scans.meet_device(draft, "Balai Kota")
        scans.meet_pins(draft, device, ["1"])
        assert draft.empty
    assert ledger.last == before
    with ledger.ask() as session:
        assert (people.numbers(session), scans.devices(session)) == ({}, {})


def test_a_profile_takes_the_place_of_the_one_before(ledger: Ledger) -> None:
    with ledger.act() as draft:
        ids = employ(draft, 1, 2)
    doctor = Profile(nip(1), "ANI", "Dr.", "M.Si.", Status.PPPK_PW, "IX", "Analis")
    with ledger.act() as draft:
        people.record_profiles(draft, [(ids[1], doctor, TYPED)])
    with ledger.ask() as session:
        assert people.profiles(session) == {ids[1]: doctor, ids[2]: Profile(nip(2), "PEGAWAI 2")}
        assert people.profiles(session, [ids[1], 99]) == {ids[1]: doctor}
        assert people.profiles(session, []) == {}
        assert people.known(session) == {*ids.values()}
    with ledger.ask(ledger.last - 1) as session:
        assert people.profiles(session, [ids[1]])[ids[1]].name == "PEGAWAI 1"


def test_postings_that_touch_a_period_of_those_asked_for(ledger: Ledger) -> None:
    with ledger.act() as draft:
        ids = employ(draft, 1, 2, 3)
        place = units.meet(draft, [("SETDA",)])[("SETDA",)]
        early, late = Posting(place, place, day(1), day(9)), Posting(place, 1, day(20))
        people.replace_postings(draft, {ids[1]: [late, early]}, {}, {})
        people.replace_postings(draft, {ids[2]: []}, {}, {})
    with ledger.ask() as session:
        assert people.postings(session)[ids[1]] == (early, late)
        assert people.postings(session, Period(day(10), day(19)), ids.values()) == {
            ids[3]: (Posting(1, 1, date(2026, 1, 1)),)
        }
        assert people.postings(session, Period(day(9), day(9)))[ids[1]] == (early,)
        assert people.postings(session, Period(day(20), day(20)), [ids[1]]) == {ids[1]: (late,)}
        assert people.postings(session, people=[]) == {}


def test_a_plan_leaves_the_postings_that_are_in_it_as_they_were_recorded(ledger: Ledger) -> None:
    with ledger.act() as draft:
        person = employ(draft, 1)[1]
    first, before = ledger.last, Posting(1, 1, date(2026, 1, 1))
    with ledger.act() as draft:
        people.replace_postings(draft, {person: [before]}, {}, {})
        assert draft.empty
    with ledger.act() as draft:
        people.replace_postings(
            draft, {person: [before, Posting(1, 1, date(2027, 1, 1))]}, {person: "mutasi"}, {person: (None, 7)}
        )
    assert ledger.rows("SELECT first, entry, until, reason, source_row FROM posting ORDER BY first") == [
        (before.first.toordinal(), first, 0, "", None),
        (date(2027, 1, 1).toordinal(), first + 1, 0, "", 7),  # it has not ended, so there is no reason why
    ]


def test_a_posting_that_is_cut_short_keeps_the_place_where_it_was_read(ledger: Ledger) -> None:
    with ledger.act() as draft:
        person = people.meet(draft, ["198501012010011777"])["198501012010011777"]
        one, two = units.meet(draft, [("SATU",), ("DUA",)]).values()
        source = draft.name(Source, [("daftar.xlsx", "ASN", "")])[0]
        people.record_postings(draft, [(person, Posting(one, one, date(2026, 1, 1)), "", (source, 9))])
    with ledger.act() as draft:
        plan = moved([Posting(one, one, date(2026, 1, 1))], two, two, date(2026, 3, 1))
        people.replace_postings(draft, {person: plan}, {person: "mutasi"}, {})
    query = "SELECT unit_id, reason, source_row FROM posting WHERE until = 0 ORDER BY first"
    assert ledger.rows(query) == [(one, "mutasi", 9), (two, "", None)]


def test_batches_hold_numbers_in_order() -> None:
    assert list(people.batches([5, 1, 3, 2], 2)) == [[1, 2], [3, 5]]
    assert list(people.batches([])) == []


def test_units_are_met_by_path_or_by_a_name_that_stands_once(ledger: Ledger) -> None:
    with ledger.act() as draft:
        met = units.meet(draft, [("SETDA", "Bagian  Umum"), ("DINAS",), ("SETDA", "Bagian Umum"), ("dinas",)])
        assert met[("DINAS",)] == met[("dinas",)]
        assert met[("SETDA", "Bagian  Umum")] == met[("SETDA", "Bagian Umum")]
    with ledger.act() as draft:
        again = units.meet(draft, [("bagian umum",), ("setda",), ("DINAS", "BAGIAN UMUM")])
        assert again[("bagian umum",)] == met[("SETDA", "Bagian Umum")]
        assert again[("DINAS", "BAGIAN UMUM")] not in met.values()
    with ledger.act() as draft:
        assert units.meet(draft, [("DINAS", "Bagian Umum")]) == {
            ("DINAS", "Bagian Umum"): again[("DINAS", "BAGIAN UMUM")]
        }
        top = units.meet(draft, [("BAGIAN UMUM",)])[("BAGIAN UMUM",)]
    with ledger.ask() as session:
        tree = units.tree(session)
        assert tree.path(met[("SETDA", "Bagian  Umum")]) == ("SETDA", "Bagian Umum")
        assert tree.path(top) == ("BAGIAN UMUM",)
        assert units.established(session) == tree.units.keys()


def test_what_was_undone_can_be_met_again_with_all_above_it(ledger: Ledger) -> None:
    with ledger.act() as draft:
        met = units.meet(draft, [("SETDA", "UMUM")])
    ledger.undo(ledger.last)
    with ledger.act() as draft:
        assert units.meet(draft, [("SETDA", "UMUM")]) == met
    with ledger.ask() as session:
        tree = units.tree(session)
        assert units.established(session) == tree.units.keys()
        assert tree.gone == frozenset()


def test_who_signs_for_a_unit_on_a_day(ledger: Ledger) -> None:
    ani, budi = Signatory("ANI", "Kepala", "IV/b", nip(1), "Plt."), Signatory("BUDI", "Kepala")
    with ledger.act() as draft:
        one, other = units.meet(draft, [("DINAS",), ("SETDA",)]).values()
        units.set_head(draft, one, ani, date(1, 1, 1))
        units.set_head(draft, one, budi, day(10))
        units.set_head(draft, other, ani, day(12))
    with ledger.ask() as session:
        assert units.heads(session, day(9)) == {one: ani}
        assert units.heads(session, day(10)) == {one: budi}
        assert units.heads(session, day(12)) == {one: budi, other: ani}
    with ledger.act() as draft:
        units.set_head(draft, one, ani, day(10))
    with ledger.ask() as session:
        assert units.heads(session, day(12))[one] == ani


def test_dossiers_hold_the_facts_of_each_person_and_of_nobody_else(ledger: Ledger) -> None:
    piket = Exemption(frozenset({Kind.APEL_PAGI}), day(1), day(9), "piket")
    with ledger.act() as draft:
        ids = employ(draft, 1, 2)
        met = units.meet(draft, [("SETDA", "UMUM"), ("SETDA",)])
        told = [mark(1, 2, "TK"), mark(9, 2, "H"), mark(2, 2, "H", kind=Kind.SENAM)]
        rolls.record(draft, [(one, TYPED) for one in told])
        exemptions.grant(draft, piket, ids[1], None)
        exemptions.grant(draft, piket, None, met[("SETDA",)])
        rolls.close(draft, {(1, Kind.APEL_PAGI, day(2)): "ANI", (1, Kind.SENAM, day(3)): "ANI"})
    with ledger.ask() as session:
        held = dossiers.files(session, Kind.APEL_PAGI, YEAR, units.tree(session))
        assert held.everyone() == sorted(ids.values())
        assert set(held.line_exemptions) == {*met.values()}
        assert {line: [*days] for line, days in held.closures.items()} == {1: [day(2)]}
        one, other = dossiers.dossiers(session, held, [*ids.values(), 99], machines=[])
        assert (one.profile.name, [mark.code for mark in one.marks.values()]) == ("PEGAWAI 1", ["TK"])
        assert (list(one.exemptions), list(other.exemptions), dict(other.marks)) == ([piket], [], {})


def test_days_on_rolls_as_bits_however_long_the_period(ledger: Ledger) -> None:
    first = date(2026, 1, 1)
    with ledger.act() as draft:
        ids = employ(draft, 1, 2)
        told = {0: "H", 1: "TK", 61: "S", 62: "T", 63: "DL", 124: "H", 125: "H"}
        rolls.record(
            draft,
            [(mark(1, 1, code)._replace(day=first + timedelta(days=step)), TYPED) for step, code in told.items()]
            + [(mark(2, 3, "S"), TYPED), (mark(2, 3, "H", kind=Kind.SENAM), TYPED), (mark(2, 4, "TK"), TYPED)],
        )
    with ledger.ask() as session:
        found = screens.bits(session, Kind.APEL_PAGI, Period(first, first + timedelta(days=124)))
    assert found[ids[1]] == Bits(sum(1 << step for step in (0, 61, 62, 63, 124)), 3)
    assert found[ids[2]] == Bits(1 << (day(3) - first).days, 0)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_a_number_that_never_changes(kind: Kind) -> None:
    written = ["apel-pagi", "apel-sore", "apel-gabungan", "upacara", "senam", "kegiatan", "kerja"]
    assert (numbers.KINDS[kind], numbers.KIND_OF[numbers.KINDS[kind]]) == (written.index(kind) + 1, kind)
