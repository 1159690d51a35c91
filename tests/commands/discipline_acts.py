"""What the tests of discipline do to an office: working days as words of codes, closed by the head."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import islice, zip_longest

from officer import Apel

from attendance.intake import national
from attendance.rules.days import DayKind


def working(first: str) -> Iterator[date]:
    """The working days of an office with five days a week, from a day on."""
    day = date.fromisoformat(first)
    off: dict[int, set[date]] = {}
    while True:
        if day.year not in off:
            off[day.year] = {one.day for one in national.days(day.year) if one.sort is not DayKind.TANPA_APEL}
        if day.weekday() < 5 and day not in off[day.year]:
            yield day
        day += timedelta(1)


def days(first: str, count: int) -> list[date]:
    """So many working days from a day on."""
    return list(islice(working(first), count))


def people(apel: Apel, *lines: str, first: str = "2020-01-01") -> dict[str, str]:
    """A roster typed as NAME STATUS @ UNIT (STATUS and UNIT may be left out); answers the NIPs by their names."""
    rows, nips = ["NIP;NAMA;STATUS;GOLONGAN;UNIT KERJA"], {}
    for number, line in enumerate(lines, 1):
        words, _at, unit = line.partition(" @ ")
        name, _space, status = words.partition(" ")
        month = "21" if status.startswith("PPPK") else "01"
        nips[name] = f"198501012010{month}1{number:03d}"
        rank = "IX" if status.startswith("PPPK") else "III/b"
        rows.append(f"{nips[name]};{name};{status or 'PNS'};{rank};{unit or 'DINAS CONTOH'}")
    apel("staff", "import", apel.file("pegawai.csv", "\n".join(rows)), "--from", first)
    return nips


def work(apel: Apel, first: str, words: Mapping[str, str], close: bool = True) -> date:
    """The working days from a day on, a word of codes for each NIP: `-` is TK, `.` no mark at all, `H*9` nine times H.

    Whoever's word is shorter than the longest is present after it. The rolls of those days are closed. Answers the
    last of the days.
    """
    told = {nip: list(_codes(word)) for nip, word in words.items()}
    held = days(first, max(map(len, told.values())))
    rows = [
        f"{nip};{day};{code}"
        for nip, codes in told.items()
        for day, code in zip_longest(held, codes, fillvalue="H")
        if code not in ("-", ".")
    ]
    if rows:
        lines = "\n".join(["NIP;TANGGAL;KODE", *rows])
        apel("roll", "import", apel.file("hari-kerja.csv", lines), "--kind", "kerja")
    if close:
        sign(apel, held[0], held[-1])
    return held[-1]


def sign(apel: Apel, first: date, last: date, *units: str) -> None:
    """The heads sign the rolls of the working day, of all units or of some."""
    of = [word for unit in units for word in ("--unit", unit)] or ["--all"]
    apel("roll", "close", f"{first}..{last}", *of, "--kind", "kerja", "--signed-by", "KEPALA DINAS")


def _codes(word: str) -> Iterator[str]:
    for one in word.split():
        code, _times, count = one.partition("*")
        yield from [code] * int(count or 1)


def scattered(count: int) -> str:
    """So many absences of which never ten follow one another."""
    nines, rest = divmod(count, 9)
    return " ".join(["-*9 H"] * nines + ([f"-*{rest}"] if rest else []))
