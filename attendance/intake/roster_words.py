"""Words of rosters: which status a text names, and that somebody is no longer there."""

from __future__ import annotations

import re
from functools import lru_cache

from attendance.intake.tables import Table
from attendance.rules.rosters import Status

_WORDS = (
    (Status.PPPK_PW, re.compile(r"\bPARUH\W*WAKTU\b|\b(?:PPPK|P3K)\W*PW\b")),
    (Status.PPPK, re.compile(r"\b(?:PPPK|P3K|NI\W?PPPK)\b|\bPERJANJIAN KERJA\b")),
    (Status.CPNS, re.compile(r"\bCPNS\b|\bCALON (?:PNS|PEGAWAI NEGERI SIPIL)\b")),
    (Status.PNS, re.compile(r"\bPNS\b|\bPEGAWAI NEGERI SIPIL\b")),
)
_GONE = re.compile(
    r"\b(?:PENSIUN(?:AN)?|ALM|ALMARHUM|ALMARHUMAH|MENINGGAL|WAFAT|TEWAS|DIBERHENTIKAN|BERHENTI|PTDH|BUP"
    r"|MENGUNDURKAN DIRI)\b"
)
_ALREADY = re.compile(r"^(?:(?:TELAH|SUDAH|YANG|PEGAWAI|PNS|ASN|DAFTAR)\s+)+")
_AWAY = re.compile(
    r"^(?:PINDAH|KELUAR|DIPINDAHKAN|DIMUTASI(?:KAN)?)\b(?!\s*(?:MASUK|DARI)\b)"
    r"|^MUTASI (?:KE|KELUAR)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:CLTN|CUTI (?:DI ?)?LUAR TANGGUNGAN|TUGAS BELAJAR|DIPERBANTUKAN|DIPEKERJAKAN|DPK|DPB|TITIPAN"
    r"|MASA PERSIAPAN PENSIUN|MUTASI|PINDAH(?:AN)?|AKAN PENSIUN)\b"
)
_BRACKETED = re.compile(r"[(\[]([^)\]]*)[)\]]")
_MOVED = re.compile(r"\b(?:PINDAH|MUTASI|KELUAR)\b")


@lru_cache(maxsize=256)
def status_of(words: str) -> Status | None:
    """The one status that a text names; None where it names none or several."""
    plain = " ".join(words.upper().split())
    found = []
    for status, pattern in _WORDS:
        if pattern.search(plain):
            found.append(status)
            plain = pattern.sub(" ", plain)
            if status is Status.PPPK_PW:
                plain = re.sub(r"\b(?:PPPK|P3K)\b|\bPERJANJIAN KERJA\b", " ", plain)
    return found[0] if len(found) == 1 else None


def status_of_sheet(table: Table, above: list[str]) -> Status | None:
    """The status of everybody on a sheet, by its title or else its name."""
    said = status_of(" ".join(above))
    return said or status_of((table.sheet.name or "").replace("_", " "))


def gone(name: str, standing: str) -> str:
    """The words that say that somebody is no longer there: in brackets behind his name, or in a column of its own."""
    for inside in _BRACKETED.findall(name) if "(" in name or "[" in name else ():
        if _GONE.search(inside.upper()) or _MOVED.search(inside.upper()):
            return str(inside).lower()
    return _told(standing) if standing else ""


@lru_cache(maxsize=1024)
def _told(standing: str) -> str:
    plain = _ALREADY.sub("", standing.upper())
    return standing.lower() if _GONE.match(plain) or _AWAY.match(plain) else ""


def elsewhere(standing: str) -> bool:
    """Whether a remark says that somebody may stand in another place than his unit, or soon will."""
    return _ELSEWHERE.search(standing.upper()) is not None
