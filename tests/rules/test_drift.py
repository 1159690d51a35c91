"""The roster beside another list: each difference once, in its sort, with the reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from attendance.errors import Place
from attendance.rules import drift
from attendance.rules.drift import Drift
from attendance.rules.rosters import Listed, Profile, RosterRow, Status

ANI, BUDI, CICI = "198501012010011001", "199001012015012002", "199501012022211003"


def row(nip: str, name: str, unit: str, line: str = "", **words: str) -> RosterRow:
    profile = Profile(nip, name, **{"status": Status.PPPK if nip[12] == "2" else Status.PNS, **words})  # type: ignore[arg-type]
    return RosterRow(profile, tuple(unit.split("/")), tuple(line.split("/")) if line else None, Place("r", None, 2))


def known(*rows: RosterRow) -> dict[str, Listed]:
    return {one.profile.nip: Listed(one.profile, one.unit, one.line or one.unit) for one in rows}


def told(found: Drift) -> list[tuple[str, ...]]:
    return [(one.sort.value, one.nip, one.field, one.before, one.after) for one in found.differences]


def test_new_missing_moved_and_changed_field_by_field() -> None:
    here = known(row(ANI, "ANI", "DINAS A", rank="III/a", position="Analis"), row(BUDI, "BUDI", "DINAS A"))
    there = [row(ANI, "Ani", "DINAS B", "MPP", rank="III/b", position="ANALIS."), row(CICI, "CICI", "DINAS A")]
    found = drift.between(there, here)
    assert told(found) == [
        ("new", CICI, "", "", "DINAS A"),
        ("missing", BUDI, "", "DINAS A", ""),
        ("moved", ANI, "unit", "DINAS A", "DINAS B"),
        ("moved", ANI, "line", "DINAS A", "MPP"),
        ("changed", ANI, "rank", "III/a", "III/b"),
    ]
    assert (found.same, found.outside) == (0, ())


def test_who_is_alike_is_counted() -> None:
    one = row(ANI, "ANI", "SETDA/UMUM", rank="III/a")
    found = drift.between([replace(one, unit=("UMUM",), profile=replace(one.profile, rank=""))], known(one))
    assert (found.differences, found.same) == ((), 1)


def test_units_of_which_the_list_names_nobody_are_outside() -> None:
    here = known(row(ANI, "ANI", "DINAS A"), row(BUDI, "BUDI", "DINAS B"))
    found = drift.between([row(ANI, "ANI", "DINAS A")], here)
    assert (told(found), [one.profile.nip for one in found.outside]) == ([], [BUDI])
    whole = drift.between([row(ANI, "ANI", "DINAS A")], here, whole=True)
    assert told(whole) == [("missing", BUDI, "", "DINAS B", "")]
    assert drift.between([row(ANI, "ANI", "DINAS A")], here, whole=True, perhaps={BUDI}).differences == ()


@pytest.mark.parametrize(
    ("other", "likely"),
    [("198501012010011002", True), ("198501012011031009", True), ("197001011995031001", False)],
)
def test_the_same_name_with_another_nip_is_neither_new_nor_missing(other: str, likely: bool) -> None:
    found = drift.between([row(other, "Dr. ANI, S.E.", "DINAS A")], known(row(ANI, "ANI", "DINAS A")))
    assert told(found) == [("nip", other, "nip", ANI, other)]
    assert found.differences[0].likely is likely


def test_of_several_of_a_name_only_the_one_whose_digits_are_near() -> None:
    far = row("197001011995031001", "ANI", "DINAS A")
    here = known(row(ANI, "ANI", "DINAS A"), far)
    near = drift.between([row("198501012010011002", "ANI", "DINAS A")], here)
    assert told(near) == [
        ("nip", "198501012010011002", "nip", ANI, "198501012010011002"),
        ("missing", far.profile.nip, "", "DINAS A", ""),
    ]
    neither = drift.between([row("196502021988121007", "ANI", "DINAS A")], here)
    assert [one.sort.value for one in neither.differences] == ["new", "missing", "missing"]


def test_one_name_and_birth_date_under_two_nips_may_be_one_person() -> None:
    again = "198501012010011009"
    found = drift.between([row(ANI, "ANI", "DINAS A"), row(again, "ANI", "DINAS A")], {})
    assert ("duplicate", again, "nip", ANI, again) in told(found)
    both = known(row(ANI, "ANI", "DINAS A"), row(again, "ANI", "DINAS A"))
    outside = drift.between([], both)
    assert told(outside) == [("duplicate", again, "nip", ANI, again)]
    assert outside.differences[0].place is None


def test_a_status_against_the_nip_is_told_once() -> None:
    here = known(row(ANI, "ANI", "DINAS A"))
    found = drift.between([row(ANI, "ANI", "DINAS A", status=Status.PPPK)], here)
    assert told(found) == [("status", ANI, "status", "PNS", "PPPK")]
    supposed = replace(row(CICI, "CICI", "DINAS A", status=Status.PPPK), supposed=("status",))
    assert drift.between([supposed], known(row(CICI, "CICI", "DINAS A", status=Status.PPPK_PW))).same == 1
