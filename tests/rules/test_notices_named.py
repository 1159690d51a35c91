"""Who may stand on a wall, and what is said of him there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from rolls_in_words import ANI, day, history

from attendance.rules import chronic, notices
from attendance.rules.chronic import Flagged, Limits
from attendance.rules.kinds import Kind
from attendance.rules.notices import Group, Named, Notice
from attendance.rules.offices import Office
from attendance.rules.periods import Period

LABELS = {10: "DINAS CONTOH", 20: "BAGIAN UMUM"}
NEVER = ("tidak-pernah",)


def flagged(name: str, roll: str = "TK TK TK", *, unit: int = 10, nip: str = ANI.nip) -> Flagged:
    one = history(roll)
    days = tuple(day._replace(unit=unit, line=unit) for day in one.days)
    return chronic.judge(replace(one, profile=replace(ANI, name=name, nip=nip), days=days), Limits())


def posted(
    *people: Flagged, silent: tuple[int, ...] = (), rules: tuple[str, ...] = ("tidak-pernah",)
) -> dict[str, list[str]]:
    bearers: dict[int, dict[str, list[str]]] = {}
    for one in people:
        unit = one.history.unit or 0
        profile = one.history.profile
        bearers.setdefault(unit, {}).setdefault(profile.name.casefold(), []).append(profile.nip)
    found = notices.groups(people, LABELS, rules, silent, bearers)
    return {
        group.unit: [f"{one.name}{one.digits} {one.absent}/{one.required}" for one in group.people] for group in found
    }


def test_units_and_names_stand_in_order() -> None:
    people = [flagged("budi"), flagged("ANI"), flagged("CICI", unit=20)]
    assert posted(*people) == {"BAGIAN UMUM": ["CICI 3/3"], "DINAS CONTOH": ["ANI 3/3", "budi 3/3"]}


def test_only_those_whom_a_posted_rule_flags() -> None:
    people = [flagged("ANI", "H TK TK TK"), flagged("BUDI", "H H H")]
    assert posted(*people) == {}
    assert posted(*people, rules=("beruntun",)) == {"DINAS CONTOH": ["ANI 3/4"]}


def test_nobody_with_a_day_in_a_line_that_has_not_reported() -> None:
    people = [flagged("ANI"), flagged("BUDI", unit=20), flagged("CICI", "TK TK TK NR", unit=20)]
    assert posted(*people, silent=(20,)) == {"DINAS CONTOH": ["ANI 3/3"]}


def test_three_digits_tell_namesakes_of_one_unit_apart_and_nobody_else() -> None:
    twins = [flagged("ANI"), flagged("Ani", nip="198501012010012777")]
    other = flagged("ANI", unit=20, nip="198501012010012888")
    assert posted(*twins, other) == {"BAGIAN UMUM": ["ANI 3/3"], "DINAS CONTOH": ["ANI001 3/3", "Ani777 3/3"]}


def test_a_namesake_who_is_not_posted_counts_too() -> None:
    found = notices.groups([flagged("ANI")], LABELS, NEVER, (), {10: {"ani": [ANI.nip, "198501012010012777"]}})
    assert found[0].people[0].digits == "001"
    assert notices.groups([flagged("ANI")], LABELS, NEVER, (), {})[0].people[0].digits == ""


def test_namesakes_with_the_same_last_digits_are_told_apart_all_the_same() -> None:
    other = f"{ANI.nip[:13]}7{ANI.nip[14:]}"  # the same but for the fifth digit from the end
    bearers = {10: {"ani": [ANI.nip, other]}}
    (group,) = notices.groups([flagged("ANI")], LABELS, NEVER, (), bearers)
    assert (group.people[0].digits, group.people[0].name) == (ANI.nip[-3:], "ANI")  # nothing else is known
    one = flagged("ANI")
    profile = replace(one.history.profile, position="Analis Kepegawaian")
    ani = replace(one, history=replace(one.history, profile=profile))
    (group,) = notices.groups([ani], LABELS, NEVER, (), bearers)
    assert (group.people[0].digits, group.people[0].name) == (ANI.nip[-3:], "ANI (Analis Kepegawaian)")


def test_a_notice_cannot_hold_more_of_a_nip() -> None:
    with pytest.raises(AssertionError, match="too much of a NIP"):
        Named("ANI", "2001", 3, 3)


def test_nobody_of_a_unit_that_has_not_reported_wherever_he_stands() -> None:
    """She belongs to 10 and stands in the line of 20, which has reported; her own unit has not."""
    one = flagged("ANI")
    days = tuple(day._replace(line=20) for day in one.history.days)
    ani = replace(one, history=replace(one.history, days=days))
    assert posted(ani) == {"DINAS CONTOH": ["ANI 3/3"]}
    assert posted(ani, silent=(10,)) == {} and posted(ani, silent=(20,)) == {}


def test_one_without_a_scheduled_day_stands_in_no_unit() -> None:
    nobody = flagged("ANI", "NR")
    assert notices.groups([nobody], LABELS, NEVER, (), {}) == ()


def test_a_notice_counts_its_people() -> None:
    people = (Named("ANI", "", 3, 3), Named("BUDI", "", 4, 4))
    one = Notice(
        office=Office("PEMERINTAH KOTA CONTOH"),
        kind=Kind.APEL_PAGI,
        period=Period(day(2), day(6)),
        days=(day(2),),
        groups=(Group("A", people), Group("B", people[:1])),
        silent=(),
        provisional=False,
        basis=(),
        signatory=None,
        number="",
        dated=date(2026, 3, 9),
        correct_by=date(2026, 3, 12),
        remove_on=date(2026, 3, 23),
        entry=1,
        head="0",
    )
    assert one.people == 3
