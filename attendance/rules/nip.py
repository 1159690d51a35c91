"""The NIP: 18 digits that hold a birth date, an appointment month, a sex and a serial; text, never a number."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from attendance.rules.rosters import Status

LENGTH = 18
YOUNGEST, OLDEST = 17, 70
"""Ages in full years outside which a birth date in a NIP is doubted."""

_PREFIX = re.compile(r"^[NIPK.:/\s]+(?=\d)", re.IGNORECASE)
_BEHIND = re.compile(r"\bN\.?\s*I\.?\s*[PK][PK. ]*[.:/\s]*$", re.IGNORECASE)
_AROUND = re.compile(r"[\s.\-'`’\"=\u00a0\u200b-\u200f\u2010-\u2015\u2060\ufeff]+")
_SCIENTIFIC = re.compile(r"^\d(?:[.,]\d+)?[eE]\+?\d{1,2}$")
_INSIDE = re.compile(r"(?<!\d)\d(?:[ .\-\u00a0\t\u2010-\u2015]*\d){17}(?!\d)")


class Reason(StrEnum):
    """Why a text is no NIP."""

    EMPTY = "empty"
    NUMBER = "number"  # scientific notation: a spreadsheet took it for a number
    NIK = "nik"  # 16 digits: a citizen's number, which is never kept nor shown
    OLD = "old"  # 9 digits: the NIP from before 2009
    LENGTH = "length"
    NOT_DIGITS = "not-digits"


class Doubt(StrEnum):
    """What makes a well-formed NIP worth a second look; never a refusal."""

    BIRTH = "birth"
    APPOINTED = "appointed"
    AGE = "age"
    SERIAL = "serial"
    STATUS = "status"


def parse(text: str) -> str | Reason:
    """The 18 digits, from any form that offices write: spaces, dots, hyphens, a leading ', ="...", a leading "NIP."."""
    if len(text) == LENGTH and text.isascii() and text.isdigit():
        return text
    bare = _AROUND.sub("", _PREFIX.sub("", text.strip().lstrip("'=\"")))
    if not bare:
        return Reason.EMPTY
    if _SCIENTIFIC.match(text.strip()):
        return Reason.NUMBER
    if not (bare.isascii() and bare.isdigit()):
        return Reason.NOT_DIGITS
    if len(bare) == LENGTH:
        return bare
    return {16: Reason.NIK, 9: Reason.OLD}.get(len(bare), Reason.LENGTH)


def inside(text: str) -> tuple[str, str] | None:
    """The NIP that stands in a text together with something else, and that rest: "NAMA\\nNIP. 1980..."."""
    found = _INSIDE.search(text)
    if found is None:
        return None
    digits = re.sub(r"\D", "", found.group())
    before = _BEHIND.sub("", text[: found.start()])
    rest = f"{before} {text[found.end() :]}"
    return digits, " ".join(rest.replace("/", " ").split())


def written(nip: str) -> str:
    """As in letters: 19800101 200501 1 001."""
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"


def status(nip: str) -> Status:
    """PPPK when digits 13-14 are 21 or above, else PNS: a CPNS has the number of a PNS."""
    return Status.PPPK if int(nip[12:14]) >= 21 else Status.PNS


def born(nip: str) -> date | None:
    """The birth date, or None where the digits are no date."""
    try:
        return date(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
    except ValueError:
        return None


def appointed(nip: str) -> date | None:
    """First day of the month of appointment; for PPPK, whose number has a block and no month, 1 January of the year.

    None where digits 9-14 hold neither a month nor a block of 21 or above.
    """
    year, month = int(nip[8:12]), int(nip[12:14])
    if year == 0 or 13 <= month <= 20 or month == 0:
        return None
    return date(year, 1 if month >= 21 else month, 1)


def doubts(nip: str, said: Status | None = None, on: date | None = None) -> tuple[Doubt, ...]:
    """What is odd about a NIP; `said` is the status column, `on` the day at which the age is counted."""
    birth, start = born(nip), appointed(nip)
    pppk = said in (Status.PPPK, Status.PPPK_PW)
    found = {
        Doubt.BIRTH: birth is None,
        Doubt.APPOINTED: start is None or (birth is not None and start <= birth),
        Doubt.AGE: birth is not None and on is not None and not YOUNGEST <= _age(birth, on) <= OLDEST,
        Doubt.SERIAL: nip[15:] == "000",
        Doubt.STATUS: said is not None and pppk != (status(nip) is Status.PPPK),
    }
    return tuple(doubt for doubt, holds in found.items() if holds)


def _age(birth: date, on: date) -> int:
    """Full years lived on a day."""
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


_LOOKALIKE = str.maketrans("OoQDIil|!SsBZ", "0000111115582")
_EXPONENT = re.compile(r"^(\d)(?:[.,](\d+))?[eE]\+?17$")


def resembles(written: str | int | float, nip: str) -> bool:
    """Whether a damaged NIP may have been this one.

    A number must agree in the 15 digits that a spreadsheet keeps. A text may be cut to these, lack a digit or have one
    too many, hold letters that look like digits, or be the scientific notation of the number.
    """
    if isinstance(written, int | float):
        return kept(written) == nip[:15]
    if found := _EXPONENT.match(written.strip()):
        decimals = (found[2] or "").rstrip("0")
        return bool(decimals) and f"{int(nip):.{len(decimals)}e}".startswith(f"{found[1]}.{decimals}e")
    digits = _AROUND.sub("", _PREFIX.sub("", written.strip().lstrip("'=\""))).translate(_LOOKALIKE)
    if digits[:15] == nip[:15] and digits[15:] in ("", "000"):
        return True
    if len(digits) == LENGTH:
        return digits == nip
    return (len(digits) == LENGTH - 1 and _without_one(nip, digits)) or (
        len(digits) == LENGTH + 1 and _without_one(digits, nip)
    )


def kept(number: float) -> str:
    """The first 15 digits of a NIP that became a number: Excel keeps just these, and stores them off by 16 at most."""
    whole = int(number)
    return str((whole + 16) // 1000)


def _without_one(longer: str, shorter: str) -> bool:
    """Whether one text is the other with one sign left out."""
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))
