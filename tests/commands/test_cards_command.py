"""apel staff cards: for whom, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest
from gate_acts import call, verdicts
from officer import Apel, Roster
from pypdf import PdfReader

from attendance.commands import cards


def names(path: Path, *known: str) -> list[str]:
    """Whose cards they are, in order."""
    shown = " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())
    return sorted((one for one in known if one in shown), key=shown.index)


def test_cards_stand_in_order_of_units_and_names(apel: Apel, roster: Roster) -> None:
    nips = roster("DEDI @ B", "CICI @ A", "ANI @ B", "BUDI @ A", "EKA @ A")
    apel("staff", "end", nips[4], "--from", "2026-03-01", "--reason", "pensiun")
    path = apel.folder / "kartu.pdf"
    said = apel("staff", "cards", "-o", path, "--sheet", "F4")
    assert "4 cards on 1 pages." in said and f"Written: {path}" in said
    assert names(path, "ANI", "BUDI", "CICI", "DEDI", "EKA") == ["BUDI", "CICI", "ANI", "DEDI"]
    apel("staff", "cards", "-o", path, "--unit", "A")
    assert names(path, "ANI", "BUDI", "CICI", "DEDI") == ["BUDI", "CICI"]
    apel("staff", "cards", "-o", path, "--nip", nips[0], "--nip", f"{nips[1][:8]} {nips[1][8:]}")
    assert names(path, "ANI", "BUDI", "CICI", "DEDI") == ["CICI", "DEDI"]
    shown = PdfReader(path).pages[0].extract_text()
    assert "NIP 19850101 201001 1 001" in shown
    assert verdicts(call(apel, "NIP 19850101 201001 1 001")) == ["PRESENT 07.20"]  # as it stands on the card


def test_who_has_no_card_is_named(apel: Apel, roster: Roster) -> None:
    path = apel.folder / "kartu.pdf"
    assert "nobody to print a card for" in apel.refuses("staff", "cards", "-o", path)
    ani, budi = roster("ANI @ A", "BUDI @ B")
    said = apel.refuses("staff", "cards", "-o", path, "--nip", ani, "--nip", budi, "--unit", "A")
    assert "No card: 19850101 201001 1 002 belongs to no unit today (A)." in said
    apel("staff", "end", budi, "--from", "2026-03-01", "--reason", "pensiun")
    assert "1 002 belongs to no unit today. Look" in apel.refuses("staff", "cards", "-o", path, "--nip", budi)
    assert "is not a NIP" in apel.refuses("staff", "cards", "-o", path, "--nip", "123")
    assert ".pdf" in apel.refuses("staff", "cards", "-o", apel.folder / "kartu.docx")
    assert not path.exists()


def test_what_is_too_much_for_one_file_goes_into_several(
    apel: Apel, roster: Roster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cards, "MOST", 2)
    roster("ANI", "BUDI", "CICI")
    said = apel("staff", "cards", "-o", apel.folder / "kartu.pdf")
    assert "3 cards on 2 pages." in said and not (apel.folder / "kartu.pdf").exists()
    assert names(apel.folder / "kartu-1.pdf", "ANI", "BUDI", "CICI") == ["ANI", "BUDI"]
    assert names(apel.folder / "kartu-2.pdf", "ANI", "BUDI", "CICI") == ["CICI"]
