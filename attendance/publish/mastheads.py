"""Mastheads: what stands over and under each sheet of the recap.

Loads openpyxl: to be imported inside functions only.
"""

from __future__ import annotations

from attendance.publish.recaps import Matrix
from attendance.publish.sheets import Sheet, letterhead_rows
from attendance.rules.kinds import NAMES, Kind

INTERNAL = "RAHASIA - TERBATAS"
PROVISIONAL = "SEMENTARA"


def title(recap: Matrix) -> str:
    """What the recap is called."""
    word = "KEHADIRAN " if recap.kind is Kind.KERJA else ""
    return f"REKAPITULASI {word}{NAMES[recap.kind].upper()}"


def provenance(recap: Matrix) -> str:
    """The place in the journal that the figures were read at, for whoever wants to check the paper."""
    return f"Jurnal nomor {recap.entry}, sidik {recap.head[:12]}"


def footer(recap: Matrix) -> str:
    """What stands at the foot of each page."""
    return f"{INTERNAL}   {provenance(recap)}".replace("&", "&&")


def write(sheet: Sheet, recap: Matrix, *subtitles: str) -> None:
    """Letterhead, title and subtitles, and the word SEMENTARA where units have not reported."""
    sheet.letterhead(recap.office)
    sheet.line(title(recap), "judul", points=16)
    for subtitle in subtitles:
        sheet.line(subtitle, "subjudul", points=14)
    if recap.provisional:
        sheet.line(PROVISIONAL, "judul", points=16)
    sheet.append([], 6)


def rows(recap: Matrix, subtitles: int) -> int:
    """How many rows the masthead takes."""
    return letterhead_rows(recap.office) + 1 + subtitles + recap.provisional + 1
