"""What is frozen comes back as it was, and what is taken off a notice is gone from it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from attendance.rules import frozen, ralats, reviews
from attendance.rules.forms import Broken, Later, checksum
from attendance.rules.kinds import Kind
from attendance.rules.notices import Group, Named, Notice, Reprint, Silent, amended, never, parted
from attendance.rules.offices import Office, Signatory
from attendance.rules.periods import Period
from attendance.rules.ralats import Change, Ralat

ANI, BUDI, CICI = Named("ANI", "", 4, 4), Named("BUDI", "011", 3, 4), Named("CICI", "", 4, 4)
WEEK = Period(date(2026, 3, 2), date(2026, 3, 6))
HEAD = Signatory("KEPALA CONTOH", "Kepala", "Pembina", "197001011995031001", "Plt.")
NOTICE = Notice(
    office=Office("PEMERINTAH KOTA CONTOH", "BKPSDM", ("Jalan Satu", "Jalan Dua"), "Contoh", "WITA"),
    kind=Kind.APEL_PAGI,
    period=WEEK,
    days=(date(2026, 3, 2), date(2026, 3, 3)),
    groups=(Group("SATU", (ANI, BUDI)), Group("DUA", (CICI,))),
    silent=(Silent("TIGA", (date(2026, 3, 2),)),),
    provisional=True,
    basis=("Peraturan",),
    signatory=HEAD,
    number="1",
    dated=date(2026, 3, 9),
    correct_by=date(2026, 3, 12),
    remove_on=date(2026, 3, 23),
    entry=7,
    head="ab" * 32,
    rules=("tidak-pernah",),
)
RALAT = Ralat(
    office=NOTICE.office,
    kind=NOTICE.kind,
    period=WEEK,
    corrects="1",
    posted=NOTICE.dated,
    never=True,
    changes=(Change("SATU", ANI, None), Change("DUA", CICI, replace(CICI, absent=3))),
    signatory=None,
    number="2",
    dated=date(2026, 3, 10),
    remove_on=date(2026, 3, 23),
    entry=9,
    head="cd" * 32,
)


@pytest.mark.parametrize(
    "notice",
    [
        NOTICE,
        replace(NOTICE, signatory=None, together=True, silent=(), reprint=Reprint(9, 1, 0, True, (("2", WEEK.last),))),
        RALAT,
    ],
)
def test_a_paper_comes_back_as_it_was_frozen(notice: Notice | Ralat) -> None:
    back = frozen.thaw(frozen.freeze(notice))
    assert back == replace(notice, signatory=notice.signatory and replace(notice.signatory, nip=""))
    assert frozen.freeze(back) == frozen.freeze(notice)


def test_what_is_frozen_holds_no_nip_and_no_file() -> None:
    content = frozen.freeze(replace(NOTICE, office=replace(NOTICE.office, emblem="/rumah/lambang.png")))
    assert "197001011995031001" not in content and "lambang" not in content
    assert content == json.dumps(json.loads(content), sort_keys=True, separators=(",", ":"))


def test_another_content_has_another_digest() -> None:
    digest = frozen.digest(frozen.freeze(NOTICE))
    assert len(digest) == 64 and digest == frozen.digest(frozen.freeze(replace(NOTICE)))
    assert digest != frozen.digest(frozen.freeze(replace(NOTICE, number="2")))


def test_people_are_told_by_their_place_through_all_groups() -> None:
    changed = amended(NOTICE, {0: None, 2: replace(CICI, absent=3)})
    assert [(one.unit, [(who.name, who.absent) for who in one.people]) for one in changed.groups] == [
        ("SATU", [("BUDI", 3)]),
        ("DUA", [("CICI", 3)]),
    ]
    assert [one.unit for one in amended(NOTICE, {2: None}).groups] == ["SATU"]
    assert amended(NOTICE, {}) == NOTICE


def test_a_reprint_says_of_its_people_what_the_notice_said() -> None:
    assert not never(NOTICE) and never(amended(NOTICE, {1: None}))
    assert not never(replace(amended(NOTICE, {1: None}), reprint=Reprint(9, 1, 0, False)))


def test_a_notice_in_parts() -> None:
    assert [[group.unit for group in part.groups] for part in parted(NOTICE)] == [["SATU"], ["DUA"]]


def test_a_ralat_counts_its_people() -> None:
    assert (RALAT.people, ralats.cleared(RALAT.changes)) == (2, 1)


ASKED = reviews.ReviewId("office", 7, "head", "INDUK / ANAK", Kind.KERJA, WEEK, (reviews.Asked("1" * 18, "ANI", 3, 4),))


def test_a_list_is_known_again() -> None:
    assert reviews.parse(ASKED.rows()) == ASKED
    assert reviews.parse([]) is None and reviews.parse([("apel-formulir", "1", "x", "")]) is None


def test_a_list_that_was_changed_or_is_newer() -> None:
    rows = ASKED.rows()
    with pytest.raises(Broken):
        reviews.parse([*rows[:-1], ("pegawai", "1" * 18, "BUDI", "3/4")])
    with pytest.raises(Later):
        reviews.parse([("apel-formulir", "konfirmasi-2", checksum(rows[1:]), ""), *rows[1:]])
