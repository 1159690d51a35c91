"""What officers do in the tests of cases: somebody who stays away, a complaint, and the steps of a case."""

from __future__ import annotations

from office_acts import close, roll
from officer import Apel, Roster

NUMBER = "PD-1/2026"
MARCH = "2026-03-02..2026-03-31"
TWELVE = "TK TK TK TK H . . TK TK TK TK H . . TK TK . . . . . . . TK TK H . . H H"
"""Twelve days of work missed in March 2026, never more than four in a row: PP 94/2021 has 11-13 as sedang."""

LATER = "2026-12-31"
DECISION = ("--number", "SK-1", "--by", "WALI KOTA CONTOH")
LIGHT = (*DECISION, "--sanction", "teguran-tertulis", "--level", "ringan")


def office(apel: Apel, roster: Roster, word: str = TWELVE) -> list[str]:
    """Ani stays away on some days of March, Budi never; both have belonged somewhere since 1 March only."""
    nips = roster("ANI @ SATU", "BUDI @ DUA", first="2026-03-01")
    roll(apel, nips, month(word), month(""), kind="kerja")
    close(apel, MARCH, kind="kerja")
    return nips


def month(word: str) -> str:
    """The codes of a whole March that begins so, and goes on with presence."""
    said = word.split()
    days = TWELVE.split()
    return " ".join([*said, *("." if day == "." else "H" for day in days[len(said) :])])


def complaint(apel: Apel, nip: str, day: str, *words: object, reference: str = "LP-7", today: str = LATER) -> str:
    """A case from a complaint, which rests on no count; opened on a day of 2026."""
    about = ("--allegation", "Menyalahgunakan wewenang", "--channel", "SP4N-LAPOR!", "--reference", reference)
    return apel("case", "open", nip, "--origin", "pengaduan", "--date", f"2026-{day}", *about, *words, today=today)


def step(apel: Apel, name: str, day: str, *words: object, today: str = LATER, number: str = NUMBER) -> str:
    """Record a step of a case, done on a day of 2026."""
    said = apel("case", "step", number, name, "--date", f"2026-{day}", *words, today=today)
    return " ".join(said.split())


def refused(apel: Apel, name: str, day: str, *words: object, today: str = LATER, number: str = NUMBER) -> str:
    """A step of a case that is refused, in one line."""
    said = apel.refuses("case", "step", number, name, "--date", f"2026-{day}", *words, today=today)
    return " ".join(said.split())


def decided(apel: Apel, nip: str, day: str, *sanction: str) -> None:
    """A case from a complaint, examined in January and decided on a day of 2026: a written reproof, or as is said."""
    complaint(apel, nip, "01-05")
    step(apel, "panggilan-1", "01-06", "--on", "2026-01-19")
    step(apel, "pemeriksaan", "01-19")
    step(apel, "keputusan", day, *(sanction or LIGHT))
