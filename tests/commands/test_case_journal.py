"""Cases in the journal: undone in order only, told well, seen as they were, kept in a backup; and in apel status."""

from __future__ import annotations

from typing import Any

import pytest
from case_acts import LATER, LIGHT, NUMBER, complaint, decided, office, step
from office_acts import journal
from officer import Apel, Roster


@pytest.fixture
def ani(apel: Apel, roster: Roster) -> str:
    """Somebody of whom a complaint can come."""
    return roster("ANI @ SATU", "BUDI @ DUA")[0]


def entries(apel: Apel) -> list[int]:
    """The entries that opened a case or recorded a step, in order."""
    return [one["entry"] for one in apel.json("journal", "list") if one["action"].startswith("case ")]


def taken(apel: Apel) -> list[str]:
    return [one["step"] for one in apel.json("case", "show", NUMBER)["steps"]]


def test_what_later_steps_stand_on_is_not_undone(apel: Apel, ani: str) -> None:
    decided(apel, ani, "03-16")
    opened, called, examined, ruled = entries(apel)
    before = journal(apel)
    said = apel.refuses("undo", opened)
    assert f"Undo first, in this order: {ruled}, {examined}, {called}" in said
    assert f"Undo first, in this order: {ruled}, {examined}\n" in apel.refuses("undo", called)
    assert f"Undo first, in this order: {ruled}\n" in apel.refuses("undo", examined)
    assert journal(apel) == before
    apel("undo", ruled)
    apel("undo", examined)
    assert taken(apel) == ["panggilan-1"]
    step(apel, "tidak-hadir-1", "01-19")
    assert taken(apel) == ["panggilan-1", "tidak-hadir-1"]


def test_what_comes_back_needs_what_it_stood_on(apel: Apel, ani: str) -> None:
    complaint(apel, ani, "01-05")
    step(apel, "panggilan-1", "01-06", "--on", "2026-01-19")
    step(apel, "pemeriksaan", "01-19")
    opened, called, examined = entries(apel)
    undone = []
    for entry in (examined, called, opened):
        apel("undo", entry)
        undone.append(journal(apel)[0])
    assert f"in this order: {undone[2]}, {undone[1]}" in apel.refuses("undo", undone[0])
    assert f"in this order: {undone[2]}\n" in apel.refuses("undo", undone[1])
    for entry in reversed(undone):
        apel("undo", entry)
    assert taken(apel) == ["panggilan-1", "pemeriksaan"]


def test_another_step_in_its_place_stands_in_the_way(apel: Apel, ani: str) -> None:
    complaint(apel, ani, "01-05")
    step(apel, "panggilan-1", "01-06", "--on", "2026-01-19")
    apel("undo", entries(apel)[-1])
    undo = journal(apel)[0]
    step(apel, "panggilan-1", "01-07", "--on", "2026-01-20")
    other = journal(apel)[0]
    assert f"in this order: {other}\n" in apel.refuses("undo", undo)


def test_a_case_that_was_undone_leaves_its_number(apel: Apel, ani: str) -> None:
    complaint(apel, ani, "01-05")
    undo = entries(apel)[-1]
    apel("undo", undo)
    assert "There is no case" in apel.refuses("case", "show", NUMBER)
    complaint(apel, ani, "01-12")
    assert apel.json("case", "show", NUMBER)["opened"] == "2026-01-12"
    assert "Undo first" in apel.refuses("undo", undo + 1)


def as_of(apel: Apel, entry: int, *words: str) -> Any:
    """What a listing of cases answers as of an entry."""
    return apel.json("--as-of", entry, "case", *words)


def test_cases_as_they_were(apel: Apel, ani: str) -> None:
    decided(apel, ani, "03-16")
    opened, called, *_rest = entries(apel)
    assert as_of(apel, opened, "show", NUMBER)["steps"] == []
    (one,) = as_of(apel, called, "list")["cases"]
    assert one["step"] == "panggilan-1"
    assert as_of(apel, opened - 1, "list")["cases"] == []
    assert "--as-of looks back" in apel.refuses("--as-of", called, "case", "close", NUMBER, "--outcome", "dihentikan")


def test_the_journal_tells_of_cases(apel: Apel, ani: str) -> None:
    complaint(apel, ani, "01-05", "--reason", "perintah Sekda")
    step(apel, "panggilan-1", "01-06", "--on", "2026-01-19")
    step(apel, "tidak-hadir-1", "01-19")
    step(apel, "panggilan-2", "02-02", "--on", "2026-02-09", "--late", "banjir")
    said = {one["entry"]: one["said"] for one in apel.json("journal", "list")}
    opened, called, _absent, again = entries(apel)
    assert said[opened] == f"nip: {ani}; number: PD-1/2026; origin: pengaduan; perintah Sekda"
    assert said[called] == f"day: 2026-01-06; nip: {ani}; number: PD-1/2026; step: panggilan-1"
    assert said[again].endswith("step: panggilan-2; banjir")
    shown = apel("journal", "show", again)
    assert "case_step: recorded 1, voided 0" in shown and "Reason: banjir" in shown
    told = apel.run("journal", "show", opened, APEL_LANG="id").output
    assert "perkara: dicatat 1" in told and "asal: pengaduan" in told


def test_cases_go_with_the_backup(apel: Apel, ani: str) -> None:
    decided(apel, ani, "03-16")
    told = apel.json("case", "show", NUMBER)
    apel("backup", apel.folder / "cadangan.db")
    step(apel, "terima", "03-20")
    apel("restore", apel.folder / "cadangan.db")
    assert apel.json("case", "show", NUMBER) == told
    assert journal(apel)[0] == told["steps"][-1]["entry"]


def test_status_says_what_presses_and_no_name(apel: Apel, roster: Roster) -> None:
    nips = office(apel, roster)
    assert "discipline cases" not in apel("status", today="2026-04-13")
    for number, nip in enumerate((*nips, *nips, *nips, *nips, nips[0]), 1):
        complaint(apel, nip, "03-02", reference=f"LP-{number}")
        step(apel, "panggilan-1", "03-02", "--on", "2026-04-15", number=f"PD-{number}/2026")
    many = ", ".join(f"PD-{number}/2026" for number in range(1, 9))
    assert "discipline cases" not in apel("status", today="2026-04-07")
    said = apel("status", today="2026-04-08")
    assert f"Due by 15 Apr 2026 in 9 discipline cases ({many}, ...): apel case due" in said
    close = ("case", "close", "PD-9/2026", "--outcome", "dihentikan")
    assert "--reason: say why the case is stopped" in apel.refuses(*close, today=LATER)
    apel(*close, "--reason", "salah orang", today=LATER)
    step(apel, "pemeriksaan", "04-15")
    step(apel, "keputusan", "04-15", *LIGHT)
    said = apel("status", today="2026-04-30")
    assert "OVERDUE in 7 discipline cases (PD-2/2026, PD-3/2026" in said
    assert "Due by 7 Mei 2026 in 1 discipline cases (PD-1/2026): apel case due" in said
    assert "ANI" not in said.partition("OVERDUE")[2] and nips[0] not in said
    assert "OVERDUE" not in apel("status", "2026-03-31", "-o", apel.folder / "status.csv", today="2026-04-30")


def test_a_case_changes_no_figure_that_was_signed(apel: Apel, roster: Roster) -> None:
    ani, _budi = office(apel, roster)
    apel("period", "sign", "2026-03", "--kind", "kerja", "--level", "operator", "--by", "KEPALA CONTOH")
    apel("case", "open", ani)
    step(apel, "panggilan-1", "03-31", "--on", "2026-04-15")
    apel("undo", entries(apel)[-1])
    assert taken(apel) == []


@pytest.mark.parametrize(("day", "told"), [("2026-03-09", False), ("2026-03-10", True)])
def test_status_says_which_cases_were_opened_and_left(apel: Apel, ani: str, day: str, told: bool) -> None:
    complaint(apel, ani, "03-02")
    left = f"1 discipline cases were opened before 3 Mar 2026 and have no step yet ({NUMBER})"
    assert (left in apel("status", today=day)) is told
    step(apel, "panggilan-1", "03-02", "--on", "2026-04-15")
    assert "no step yet" not in apel("status", today=day)
