"""apel unit: the tree of the office, and who signs."""

from __future__ import annotations

from office_acts import done_once, journal
from officer import Apel, Roster


def test_units_are_added_once(apel: Apel) -> None:
    assert "Added: DINAS SATU" in done_once(apel, "unit", "add", "DINAS SATU")
    assert "Added: DINAS SATU / BIDANG A" in done_once(apel, "unit", "add", "BIDANG A", "--parent", "dinas satu")
    assert "known already" in apel("unit", "add", "dinas  satu / bidang a")
    assert [row["unit"] for row in apel.json("unit", "list")] == ["DINAS SATU", "DINAS SATU / BIDANG A"]


def test_a_unit_needs_a_name_and_a_known_parent(apel: Apel) -> None:
    before = journal(apel)
    for name in ("", "   ", "A /  / B"):
        assert "needs a name" in apel.refuses("unit", "add", name)
    assert "no unit" in apel.refuses("unit", "add", "BIDANG", "--parent", "TIADA")
    assert journal(apel) == before


def test_people_and_lines_are_counted(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI @ SATU", "BUDI @ SATU", "CICI @ DUA")
    apel("staff", "move", nips[0], "SATU", "--line", "DUA", "--from", "2026-02-01")
    apel("staff", "end", nips[2], "--from", "2026-02-01", "--reason", "pensiun")
    rows = {row["unit"]: (row["people"], row["line"]) for row in apel.json("unit", "list")}
    assert rows == {"DUA": (0, 1), "SATU": (2, 1)}
    assert "Total" in apel("unit", "list")


def test_a_name_that_two_units_have(apel: Apel) -> None:
    for parent in ("SATU", "DUA"):
        apel("unit", "add", parent)
        apel("unit", "add", "UMUM", "--parent", parent)
    said = apel.refuses("unit", "head", "umum", "--name", "KEPALA")
    assert "SATU / UMUM" in said and "DUA / UMUM" in said
    apel("unit", "head", "satu / umum", "--name", "KEPALA")


def test_heads(apel: Apel) -> None:
    apel("unit", "add", "DINAS")
    words = ["--position", "KEPALA DINAS", "--rank", "Pembina", "--nip", "19700101 199503 1 001", "--capacity", "Plt."]
    assert "KEPALA LAMA signs for DINAS" in done_once(apel, "unit", "head", "DINAS", "--name", " KEPALA LAMA ", *words)
    done_once(apel, "unit", "head", "DINAS", "--name", "KEPALA BARU", "--from", "2026-03-15")
    assert apel.json("unit", "list")[0]["head"] == "KEPALA BARU"
    assert apel.json("unit", "list", today="2026-03-14")  # the list of another day
    run = apel.run("unit", "list", "--format", "csv", today="2026-03-14")
    assert "KEPALA LAMA" in run.stdout
    assert "needs a name" in apel.refuses("unit", "head", "DINAS", "--name", " ")
    assert "NIP" in apel.refuses("unit", "head", "DINAS", "--name", "X", "--nip", "123")
    assert "no unit" in apel.refuses("unit", "head", "TIADA", "--name", "X")
