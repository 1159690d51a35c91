"""Flagging, as an officer sees it: a roll of a few lines goes in, the list comes out."""

from __future__ import annotations

from officer import Apel, Roster

WEEK = "2026-03-02..2026-03-05"


def roll(apel: Apel, nips: list[str], *codes: str) -> None:
    """A roll of four apel days, 2-5 March 2026, a word of codes a person; `.` is no mark."""
    lines = ["NIP;TANGGAL;KODE"]
    for nip, word in zip(nips, codes, strict=True):
        lines += [f"{nip};2026-03-0{day};{code}" for day, code in enumerate(word.split(), 2) if code != "."]
    apel("roll", "import", apel.file("roll.csv", "\n".join(lines)), "--kind", "apel-pagi")


def close(apel: Apel, period: str = WEEK) -> None:
    apel("roll", "close", period, "--all", "--signed-by", "KEPALA DINAS")


def test_the_worked_example(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI CONTOH", "BUDI CONTOH")
    roll(apel, nips, "H T TK TK", "H H H H")
    close(apel)
    (ani, _budi) = apel.json("flag", WEEK, "--all")["people"]
    assert (ani["scheduled"], ani["present"], ani["late"], ani["absent"]) == (4, 2, 1, 2)
    assert (ani["required"], ani["rate"], ani["run"]) == (4, 0.5, 2)


def test_somebody_who_came_in_the_middle(apel: Apel, roster: Roster) -> None:
    """Only the days since he belongs there count, for the quick look as for the close one."""
    nips = roster("ANI", first="2026-03-04")
    close(apel)
    apel("config", "set", "chronic.tidak-pernah.min", "2")
    (ani,) = apel.json("flag", WEEK)["people"]
    assert (ani["nip"], ani["scheduled"], ani["absent"]) == (nips[0], 2, 2)
    apel("config", "set", "chronic.tidak-pernah.min", "3")
    assert apel.json("flag", WEEK)["people"] == []
