"""The page of the law: equal to the data from which the program counts, and whole."""

from __future__ import annotations

from dataclasses import fields

import law_page
import pytest

from attendance.disciplinary import Discipline
from attendance.rules.cases import Outcome, Step
from attendance.rules.clocks import CLOCKS
from attendance.rules.law import REGULATIONS, Regulation
from attendance.rules.paths import AFTER


def test_the_page_is_what_the_data_say() -> None:
    assert law_page.PAGE.read_text("utf-8") == law_page.page(), "run: python tests/samples/law_page.py update"


@pytest.mark.parametrize("regulation", REGULATIONS, ids=lambda one: one.name)
def test_every_tier_is_on_the_page_with_its_article(regulation: Regulation) -> None:
    page = law_page.page()
    for tier in regulation.tiers:
        (line,) = [line for line in page.splitlines() if f"| {tier.article} |" in line]
        assert line.startswith(f"| {tier.least}") and f"| {tier.level} | {tier.sanction} |" in line


def test_every_clock_step_and_outcome_is_on_the_page() -> None:
    page = law_page.page()
    assert all(clock.article in page for clock in CLOCKS)
    assert all(f"`{word}`" in page for word in (*Step, *Outcome))


def test_every_setting_of_discipline_is_told() -> None:
    assert list(law_page.SETTINGS) == [one.name for one in fields(Discipline)]


def test_every_step_of_the_path_has_its_condition() -> None:
    assert set(law_page.CONDITIONS) == set(AFTER) - {None}
