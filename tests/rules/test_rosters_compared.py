"""A roster beside what is known: nobody is in two of the lists, and an empty cell says nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from attendance.errors import Place
from attendance.rules import rosters
from attendance.rules.rosters import Comparison, Listed, Profile, RosterRow, Status


def person(name: str, **words: str) -> Profile:
    numbers = {"ANI": 1, "BUDI": 2, "CICI": 3}
    return Profile(f"19850101201001100{numbers[name.split()[0]]}", name, **words)  # type: ignore[arg-type]


def row(profile: Profile, unit: str, line: str | None = None) -> RosterRow:
    return RosterRow(profile, tuple(unit.split("/")), tuple(line.split("/")) if line else None, Place("r.csv"))


def known(profile: Profile, unit: str, line: str | None = None) -> dict[str, Listed]:
    return {profile.nip: Listed(profile, tuple(unit.split("/")), tuple((line or unit).split("/")))}


def lists(found: Comparison) -> dict[str, list[str]]:
    """Who is in which list."""
    return {
        name: [one.profile.name if hasattr(one, "profile") else one.row.profile.name for one in getattr(found, name)]
        for name in Comparison.__slots__
        if getattr(found, name)
    }


def test_new_changed_moved_unchanged_and_missing() -> None:
    ani, budi, cici = person("ANI"), person("BUDI"), person("CICI")
    held = known(ani, "SETDA/UMUM") | known(budi, "SETDA/UMUM") | known(cici, "DINAS")
    found = rosters.compare([row(ani, "SETDA/UMUM")], held)
    assert lists(found) == {"unchanged": ["ANI"], "missing": ["BUDI"]}
    found = rosters.compare([row(ani, "DINAS"), row(person("BUDI", rank="III/a"), "SETDA/UMUM")], held)
    assert lists(found) == {"changed": ["BUDI"], "moved": ["ANI"], "missing": ["CICI"]}
    assert (found.changed[0].fields, found.moved[0].fields) == (("rank",), ("unit",))
    assert lists(rosters.compare([row(ani, "DINAS")], {})) == {"new": ["ANI"]}


def test_a_move_names_what_else_is_new() -> None:
    held = known(person("ANI", rank="III/a"), "DINAS")
    (change,) = rosters.compare([row(person("ANI", rank="III/b"), "SETDA")], held).moved
    assert change.fields == ("unit", "rank")
    assert change.before == held[change.row.profile.nip]


@pytest.mark.parametrize(
    ("unit", "line", "sort"),
    [
        ("UMUM", None, "unchanged"),
        ("umum", None, "unchanged"),
        ("SETDA/UMUM", None, "unchanged"),
        ("KOTA/SETDA/UMUM", None, "unchanged"),
        ("SETDA", None, "moved"),
        ("DINAS/UMUM", None, "moved"),
        ("UMUM", "MPP", "unchanged"),
        ("UMUM", "UMUM", "moved"),
    ],
)
def test_a_path_may_leave_out_what_is_above_and_an_empty_line_says_nothing(unit: str, line: str, sort: str) -> None:
    found = rosters.compare([row(person("ANI"), unit, line)], known(person("ANI"), "SETDA/UMUM", "MPP"))
    assert list(lists(found)) == [sort]


def test_the_missing_of_a_unit_are_found_though_the_roster_leaves_out_what_is_above() -> None:
    ani, budi, cici = person("ANI"), person("BUDI"), person("CICI")
    held = known(ani, "SETDA/UMUM") | known(budi, "SETDA/UMUM") | known(cici, "DINAS/UMUM")
    assert lists(rosters.compare([row(ani, "UMUM")], held)) == {"unchanged": ["ANI"], "missing": ["BUDI"]}


def test_an_empty_cell_keeps_what_is_known() -> None:
    before = Listed(person("ANI", rank="III/a", title_after="S.E."), ("DINAS",), ("DINAS",))
    told = row(person("ANI", position="Analis"), "DINAS")
    assert rosters.compare([told], {before.profile.nip: before}).changed[0].fields == ("position",)
    merged = rosters.merged(told, before)
    assert merged == replace(before.profile, position="Analis")
    assert rosters.merged(told, None) == told.profile


def test_what_a_roster_only_supposes_changes_nobody_who_is_known() -> None:
    before = Listed(person("ANI", status=Status.CPNS), ("DINAS",), ("DINAS",))
    told = row(person("ANI", rank="III/a"), "DINAS")
    supposed = replace(told, supposed=("status",))
    known_ = {before.profile.nip: before}
    assert rosters.compare([told], known_).changed[0].fields == ("status", "rank")
    assert rosters.compare([supposed], known_).changed[0].fields == ("rank",)
    assert rosters.merged(supposed, before).status is Status.CPNS
    assert rosters.merged(told, before).status is Status.PNS
    assert rosters.merged(supposed, None).status is Status.PNS


def test_the_status_is_printed_as_offices_write_it() -> None:
    assert [str(status) for status in Status] == ["PNS", "CPNS", "PPPK", "PPPK Paruh Waktu"]
