"""Cards: who somebody is, with his NIP as a QR code that the roll call at the gate reads; to be cut out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

from attendance.publish import atomic, formats, papers
from attendance.publish.glyphs import printable
from attendance.rules.offices import Office

PER_PAGE = 10
WIDTH, HEIGHT = 85.6, 54
"""Of a card in mm: the size of ISO/IEC 7810 ID-1, which holders and wallets are made for."""


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on one card; empty text where the office gave none."""

    nip: str
    name: str
    unit: str
    status: str
    position: str = ""


def pdf(cards: Sequence[Card], path: Path, *, office: Office, dated: date, paper: str = "A4") -> None:
    """Write the cards in their order, ten a page, as PDF/A. Refused where paper or emblem is not what it should be."""
    width, height = papers.size(paper)
    words = {
        "width": width,
        "height": height,
        "dated": [dated.year, dated.month, dated.day],
        "card": [WIDTH, HEIGHT],
        "letterhead": [printable(office.name), printable(office.agency)],
        "cards": [_worded(card) for card in cards],
    }
    atomic.write(path, papers.pdf("cards.typ", words, emblem=office.emblem))


def _worded(card: Card) -> dict[str, str]:
    shown = {name: printable(text) for name, text in asdict(card).items()}
    return shown | {"nip": formats.nip(card.nip), "code": code(card.nip)}


def code(nip: str) -> str:
    """The 18 digits of a NIP as a QR code: a picture in SVG, with the quiet zone that scanners want."""
    import segno

    made = BytesIO()
    segno.make_qr(nip, error="q").save(made, kind="svg", xmldecl=False, svgns=True, border=4, omitsize=True)
    return made.getvalue().decode()
