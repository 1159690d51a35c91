"""What officers do in the tests of cases: a person who stays away, and a case that goes its whole way."""

from __future__ import annotations

from datetime import date, timedelta

from office_acts import close
from officer import Apel

NUMBER = "PD-1/2026"


def away(apel: Apel, nip: str, *days: str, unit: str = "SATU", kind: str = "kerja", name: str = "away") -> None:
    """Somebody is absent without reason on some days of 2026, written as 03-02 or 03-02..03-06; his head signs them."""
    named = [day for span in days for day in _days(span)]
    lines = ["NIP;TANGGAL;KODE", *(f"{nip};{day};TK" for day in named)]
    apel("roll", "import", apel.file(f"{name}.csv", "\n".join(lines)), "--kind", kind, today="2026-12-31")
    for day in named:
        close(apel, day, unit, kind=kind)


def _days(span: str) -> list[str]:
    first, _dots, last = span.partition("..")
    begin, end = (date.fromisoformat(f"2026-{day}") for day in (first, last or first))
    every = (begin + timedelta(number) for number in range((end - begin).days + 1))
    return [day.isoformat() for day in every if day.weekday() < 5]


def step(apel: Apel, name: str, day: str, *words: object, today: str = "2026-12-31", number: str = NUMBER) -> str:
    """Record a step of the case on a day of 2026."""
    return apel("case", "step", number, name, "--date", f"2026-{day}", *words, today=today)


def refused(apel: Apel, name: str, day: str, *words: object, today: str = "2026-12-31", number: str = NUMBER) -> str:
    """A step of the case that is refused, in one line."""
    said = apel.refuses("case", "step", number, name, "--date", f"2026-{day}", *words, today=today)
    return " ".join(said.split())


DECISION = ("--number", "SK-1", "--by", "WALI KOTA CONTOH")
