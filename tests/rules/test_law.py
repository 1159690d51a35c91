"""The law as data: every threshold of both regulations one below, at and above; the days on which they hold."""

from __future__ import annotations

from datetime import date

import pytest

from attendance.rules import law
from attendance.rules.law import PP_53, PP_94, SANCTIONS, Level, Regulation, Sanction, Tier
from attendance.rules.rosters import Status

# Written down from the regulations, not from the data: from, level, sanction, article.
OLD = [
    (5, "ringan", "teguran lisan", "Pasal 8 angka 9 huruf a"),
    (6, "ringan", "teguran tertulis", "Pasal 8 angka 9 huruf b"),
    (11, "ringan", "pernyataan tidak puas secara tertulis", "Pasal 8 angka 9 huruf c"),
    (16, "sedang", "penundaan kenaikan gaji berkala selama 1 tahun", "Pasal 9 angka 11 huruf a"),
    (21, "sedang", "penundaan kenaikan pangkat selama 1 tahun", "Pasal 9 angka 11 huruf b"),
    (26, "sedang", "penurunan pangkat setingkat lebih rendah selama 1 tahun", "Pasal 9 angka 11 huruf c"),
    (31, "berat", "penurunan pangkat setingkat lebih rendah selama 3 tahun", "Pasal 10 angka 9 huruf a"),
    (36, "berat", "pemindahan dalam rangka penurunan jabatan setingkat lebih rendah", "Pasal 10 angka 9 huruf b"),
    (41, "berat", "pembebasan dari jabatan", "Pasal 10 angka 9 huruf c"),
    (46, "berat", SANCTIONS[Sanction.PEMBERHENTIAN], "Pasal 10 angka 9 huruf d"),
]
NEW = [
    (3, "ringan", "teguran lisan", "Pasal 9 ayat (2) huruf b angka 1"),
    (4, "ringan", "teguran tertulis", "Pasal 9 ayat (2) huruf b angka 2"),
    (7, "ringan", "pernyataan tidak puas secara tertulis", "Pasal 9 ayat (2) huruf b angka 3"),
    (11, "sedang", SANCTIONS[Sanction.POTONG_6], "Pasal 10 ayat (2) huruf f angka 1"),
    (14, "sedang", SANCTIONS[Sanction.POTONG_9], "Pasal 10 ayat (2) huruf f angka 2"),
    (17, "sedang", SANCTIONS[Sanction.POTONG_12], "Pasal 10 ayat (2) huruf f angka 3"),
    (21, "berat", "penurunan jabatan setingkat lebih rendah selama 12 bulan", "Pasal 11 ayat (2) huruf d angka 1"),
    (25, "berat", SANCTIONS[Sanction.BEBAS_JABATAN], "Pasal 11 ayat (2) huruf d angka 2"),
    (28, "berat", SANCTIONS[Sanction.PDHTAPS], "Pasal 11 ayat (2) huruf d angka 3"),
]
Row = tuple[int, str, str, str]


def thresholds() -> list[object]:
    """Each tier of each regulation: one day below it, at it, one above; the article is the test's name."""
    found: list[object] = []
    for regulation, table in ((PP_53, OLD), (PP_94, NEW)):
        for least, _level, _sanction, article in table:
            for where, number in (("below", least - 1), ("at", least), ("above", least + 1)):
                reached = [row for row in table if row[0] <= number]
                expected = reached[-1] if reached else None
                name = f"{regulation.name} {article} {where}: {number}"
                found.append(pytest.param(regulation, number, expected, id=name))
    return found


@pytest.mark.parametrize(("regulation", "number", "expected"), thresholds())
def test_threshold(regulation: Regulation, number: int, expected: Row | None) -> None:
    tier = regulation.tier(number)
    assert (tier and (tier.least, tier.level.value, tier.sanction, tier.article)) == expected


@pytest.mark.parametrize(
    ("regulation", "number", "coming"),
    [(PP_94, 0, 3), (PP_94, 3, 4), (PP_94, 27, 28), (PP_94, 28, None), (PP_53, 45, 46), (PP_53, 46, None)],
)
def test_the_tier_that_comes_next(regulation: Regulation, number: int, coming: int | None) -> None:
    above = regulation.above(number)
    assert (above and above.least) == coming


def test_nothing_is_beyond_the_heaviest() -> None:
    assert PP_94.tier(300) is PP_94.tiers[-1]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2010-06-05", None),
        ("2010-06-06", "PP 53/2010"),
        ("2021-08-30", "PP 53/2010"),
        ("2021-08-31", "PP 94/2021"),
        ("2099-12-31", "PP 94/2021"),
    ],
)
@pytest.mark.parametrize("status", [Status.PNS, Status.CPNS])
def test_each_day_has_one_regulation(day: str, name: str | None, status: Status) -> None:
    found = [one.name for one in law.REGULATIONS if one.covers(date.fromisoformat(day), status)]
    assert found == ([name] if name else [])


@pytest.mark.parametrize("status", [Status.PPPK, Status.PPPK_PW])
@pytest.mark.parametrize("day", [date(2019, 3, 4), date(2026, 3, 4)])
def test_no_pp_judges_pppk(day: date, status: Status) -> None:
    assert not any(one.covers(day, status) for one in law.REGULATIONS)


def test_ten_in_a_row_pp_94_pasal_11_ayat_2_huruf_d_angka_4() -> None:
    row = PP_94.in_a_row
    assert row is not None
    assert (row.tier.least, row.tier.level, row.tier.slug) == (10, Level.BERAT, Sanction.PDHTAPS)
    assert (row.tier.article, row.salary_article) == ("Pasal 11 ayat (2) huruf d angka 4", "Pasal 15 ayat (2)")
    assert PP_53.in_a_row is None


def test_pasal_42_gives_something_in_place_of_the_25_percent_only() -> None:
    assert [(one.least, one.interim) for one in PP_94.tiers if one.interim] == [
        (11, "penundaan kenaikan gaji berkala selama 1 tahun"),
        (14, "penundaan kenaikan pangkat selama 1 tahun"),
        (17, "penurunan pangkat setingkat lebih rendah selama 1 tahun"),
    ]
    assert not any(one.interim for one in PP_53.tiers)
    assert "Pasal 42" in PP_94.interim


def test_lateness_is_a_day_by_the_words_of_pp_53_penjelasan_pasal_3_angka_11_alone() -> None:
    assert (PP_53.hours, PP_53.converts) == (7.5, "Penjelasan Pasal 3 angka 11")
    assert (PP_94.hours, PP_94.converts) == (None, "")


def test_every_sanction_has_its_words_once() -> None:
    assert list(SANCTIONS) == list(Sanction)
    assert len(set(SANCTIONS.values())) == len(Sanction)


def test_the_weight_of_each_source_is_known() -> None:
    for one in law.REGULATIONS:
        assert set(one.weight) == {"days", "articles", "yearly"}
        assert set(one.weight.values()) <= {"text", "second", "weak"}


def test_levels_from_the_lightest_on() -> None:
    assert [one.rank for one in (Level.RINGAN, Level.SEDANG, Level.BERAT)] == [0, 1, 2]


@pytest.mark.parametrize(
    ("lighter", "heavier"),
    [
        ((PP_53, 15), (PP_94, 11)),  # ringan, sedang
        ((PP_53, 16), (PP_94, 14)),  # both sedang: the first of three, the second of three
        ((PP_94, 25), (PP_53, 46)),  # both berat: only the last dismisses
    ],
)
def test_tiers_of_two_regulations_are_compared_by_level_and_place(
    lighter: tuple[Regulation, int], heavier: tuple[Regulation, int]
) -> None:
    weights = [one.heaviness(tier) for one, days in (lighter, heavier) if (tier := one.tier(days))]
    assert weights == sorted(weights) and len(set(weights)) == 2


def test_dismissals_are_as_heavy_as_each_other() -> None:
    row = PP_94.in_a_row
    assert row is not None
    assert PP_94.heaviness(row.tier) == PP_94.heaviness(PP_94.tiers[-1]) == PP_53.heaviness(PP_53.tiers[-1])


def test_a_local_table_judges_pppk_whenever_it_was_in_any_order() -> None:
    tiers = (Tier(10, Level.BERAT, "pemutusan perjanjian", "Ps 7"), Tier(4, Level.RINGAN, "teguran", "Ps 5"))
    table = law.local("Perwal 12/2024", tiers)
    assert [one.least for one in table.tiers] == [4, 10]
    assert table.covers(date(2015, 1, 1), Status.PPPK) and table.covers(date(2026, 1, 1), Status.PPPK_PW)
    assert not table.covers(date(2026, 1, 1), Status.PNS)
    assert (table.tier(3), table.tier(9), table.in_a_row) == (None, tiers[1], None)
