"""Signed periods: figures are frozen, what changes them later wants a reason and is shown, what does not is free."""

from __future__ import annotations

from typing import Any

import pytest
from office_acts import WEEK, close, done_once, journal, roll
from officer import Apel, Roster


def figures(apel: Apel, *words: object) -> list[dict[str, Any]]:
    """The signatures as a program reads them."""
    return apel.json("period", "list", *words)


def signed(apel: Apel, *words: str, level: str = "operator") -> str:
    return apel("period", "sign", WEEK, "--level", level, "--by", "ANI CONTOH", *words)


@pytest.fixture
def nips(apel: Apel, roster: Roster) -> list[str]:
    """Two people of two units, whose week is over and closed."""
    found = roster("EKA @ DINAS A", "BUDI @ DINAS B")
    roll(apel, found, "H H TK TK", "H T S H")
    close(apel)
    return found


def test_the_figures_are_frozen_and_shown_beside_those_of_today(apel: Apel, nips: list[str]) -> None:
    done_once(apel, "period", "sign", WEEK, "--level", "operator", "--by", "ANI CONTOH")
    (one,) = figures(apel)
    assert (one["present"], one["absent"], one["changed"]) == (5, 2, 0)
    apel("leave", "add", nips[0], "S", "--from", "2026-03-04", "--reason", "surat menyusul")
    (one,) = figures(apel)
    assert (one["absent"], one["absent_now"], one["changed"]) == (2, 1, 1)
    assert nips[0] in apel("period", "list")
    assert figures(apel, "2026-02") == []
    assert len(figures(apel, "2026-03")) == 1


def test_one_unit_alone(apel: Apel, nips: list[str]) -> None:
    assert "1 people" in signed(apel, "--unit", "DINAS A")
    (one,) = figures(apel)
    assert (one["unit"], one["present"], one["absent"]) == ("DINAS A", 2, 2)
    apel("leave", "add", nips[1], "S", "--from", "2026-03-05")  # another unit: nothing that was signed
    assert [one["changed"] for one in figures(apel)] == [0]
    assert "Say why: --reason" in apel.refuses("leave", "add", nips[0], "S", "--from", "2026-03-05")


ACTS = {
    "a mark": ("roll", "mark", "{eka}", "H", "--date", "2026-03-04"),
    "a letter": ("leave", "add", "{eka}", "S", "--from", "2026-03-04"),
    "a holiday": ("calendar", "add", "2026-03-04", "--sort", "lokal", "--name", "HARI JADI", "--source", "SK"),
    "an exemption": ("exempt", "add", "--nip", "{eka}", "--kind", "apel-pagi", "--from", "2026-03-01"),
    "a move": ("staff", "end", "{eka}", "--from", "2026-03-04"),
    "a signature": ("roll", "reopen", WEEK, "--all"),
    "an undo": ("undo", "{roll}"),
}


@pytest.mark.parametrize("act", ACTS)
def test_what_changes_a_signed_figure_wants_a_reason(apel: Apel, nips: list[str], act: str) -> None:
    closing = next(one["entry"] for one in apel.json("journal", "list") if one["action"] == "roll close")
    signed(apel)
    before = journal(apel)
    words = [word.format(eka=nips[0], roll=closing) for word in ACTS[act]]
    usual = ["--reason", "x"] if act in ("a move", "an exemption") else []
    if usual:  # these have a reason of their own, and it is one
        apel(*words, *usual)
    else:
        said = apel.refuses(*words)
        assert "ANI CONTOH (operator) has signed the figures of 2026-03-02..2026-03-05" in said
        assert journal(apel) == before
        apel(*words, "--reason", "salah catat")
    assert figures(apel)[0]["changed"] >= 1


def test_what_changes_no_signed_figure_is_free(apel: Apel, nips: list[str]) -> None:
    signed(apel)
    apel("leave", "add", nips[0], "S", "--from", "2026-03-06")
    apel("staff", "move", nips[0], "DINAS B", "--from", "2026-03-09")  # his old posting is taken back and cut short
    apel("calendar", "add", "2026-03-07", "--sort", "lokal", "--name", "Sabtu", "--source", "SK")
    apel("leave", "add", nips[1], "C", "--from", "2026-03-02")  # he was there: presence counts
    assert figures(apel)[0]["changed"] == 0


def test_levels_sign_one_after_the_other(apel: Apel, nips: list[str]) -> None:
    assert "has not signed" not in signed(apel)
    assert "kasubbag has not signed this yet" in signed(apel, level="kepala-opd")
    assert [one["level"] for one in figures(apel)] == ["operator", "kepala-opd"]
    assert "Choose one of: operator, kasubbag" in apel.refuses(
        "period", "sign", WEEK, "--level", "bupati", "--by", "ANI"
    )
    apel("config", "set", "period.levels", '["bupati"]')
    signed(apel, level="bupati")


def test_who_signs_again_signs_the_figures_of_now(apel: Apel, nips: list[str]) -> None:
    signed(apel)
    apel("leave", "add", nips[0], "S", "--from", "2026-03-04", "--reason", "menyusul")
    assert figures(apel)[0]["changed"] == 1
    signed(apel)
    assert [(one["absent"], one["changed"]) for one in figures(apel)] == [(1, 0)]
    apel("undo", journal(apel)[0])
    assert [(one["absent"], one["changed"]) for one in figures(apel)] == [(2, 1)]


def test_provisional_figures_cannot_be_signed(apel: Apel, roster: Roster) -> None:
    found = roster("EKA @ DINAS A", "BUDI @ DINAS B")
    roll(apel, found, "H H TK TK", "H T S H")
    close(apel, WEEK, "DINAS A")
    words = ("period", "sign", WEEK, "--level", "operator", "--by", "ANI")
    said = apel.refuses(*words)
    assert "provisional" in said and "DINAS B: 2026-03-02" in said and "DINAS A" not in said
    apel(*words, "--unit", "DINAS A")
    assert "nothing to sign" in apel.refuses("period", "sign", "2026-03-07", "--level", "operator", "--by", "ANI")


def test_many_changed_people_are_counted(apel: Apel, roster: Roster) -> None:
    found = roster(*(f"{name} @ DINAS A" for name in ("EKA", "BUDI", "CITRA", "DEWI", "FITRI", "GITA")))
    roll(apel, found, *["H H H H"] * 6)
    close(apel)
    signed(apel)
    words = ("--sort", "lokal", "--name", "HARI JADI", "--source", "SK", "--reason", "baru ditetapkan")
    apel("calendar", "add", "2026-03-04", *words)
    assert figures(apel)[0]["changed"] == 6
    assert " ..." in apel("period", "list")


def test_other_signed_days_are_not_asked_about(apel: Apel, nips: list[str]) -> None:
    roll(apel, nips, "H H", "TK H", first=9, name="later")
    close(apel, "2026-03-09..2026-03-10")
    signed(apel)
    signed(apel, level="kasubbag")
    later = ("--level", "operator", "--by", "SITI CONTOH")
    apel("period", "sign", "2026-03-09..2026-03-10", *later)
    said = apel.refuses("leave", "add", nips[1], "S", "--from", "2026-03-09")
    assert "SITI CONTOH (operator)" in said
    apel("leave", "add", nips[1], "S", "--from", "2026-03-09", "--reason", "surat menyusul")
    assert [one["changed"] for one in figures(apel)] == [0, 0, 1]
    apel("leave", "add", nips[1], "S", "--from", "2026-03-02")  # he was there; both levels look, and nothing changed
