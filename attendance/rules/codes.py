"""The codes of attendance, their classes, and what offices write for them."""

from __future__ import annotations

from enum import StrEnum


class Standing(StrEnum):
    """The class of a code: what a day counts as."""

    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"
    UNREPORTED = "unreported"
    NOT_REQUIRED = "not-required"


class Code(StrEnum):
    """What a day is called on a roll. `BL` (the roll is not closed) and `NR` are derived, never recorded."""

    H = "H"
    T = "T"
    S = "S"
    I = "I"  # noqa: E741 - the trade's own letter for izin
    C = "C"
    DL = "DL"
    TB = "TB"
    DK = "DK"
    NR = "NR"
    TK = "TK"
    BL = "BL"

    @property
    def standing(self) -> Standing:
        """The class that the figures count this code in."""
        return STANDINGS[self]


STANDINGS = {
    Code.H: Standing.PRESENT,
    Code.T: Standing.PRESENT,
    Code.S: Standing.EXCUSED,
    Code.I: Standing.EXCUSED,
    Code.C: Standing.EXCUSED,
    Code.DL: Standing.EXCUSED,
    Code.TB: Standing.EXCUSED,
    Code.DK: Standing.EXCUSED,
    Code.NR: Standing.NOT_REQUIRED,
    Code.TK: Standing.ABSENT,
    Code.BL: Standing.UNREPORTED,
}

RECORDED = (Code.H, Code.T, Code.S, Code.I, Code.C, Code.DL, Code.TB, Code.DK, Code.TK)
"""The codes that a roll may record."""

EXCUSING = (Code.S, Code.I, Code.C, Code.DL, Code.TB, Code.DK)
"""The codes that a letter may give."""


class Leave(StrEnum):
    """Kinds of leave (cuti); each is shown as C on a roll."""

    CT = "CT"
    CB = "CB"
    CS = "CS"
    CM = "CM"
    CAP = "CAP"
    CBS = "CBS"
    CLTN = "CLTN"


PNS_ONLY_LEAVE = (Leave.CB, Leave.CAP, Leave.CLTN)
"""Leave that PPPK do not have (PP 49/2018): a letter of this kind for a PPPK is warned about."""

SYNONYMS: dict[str, Code] = {
    "HADIR": Code.H,
    "HD": Code.H,
    "V": Code.H,
    "✓": Code.H,
    "✔": Code.H,
    "☑": Code.H,
    "√": Code.H,
    "TERLAMBAT": Code.T,
    "TELAT": Code.T,
    "HT": Code.T,
    "SAKIT": Code.S,
    "SKT": Code.S,
    "IZIN": Code.I,
    "IJIN": Code.I,
    "CUTI": Code.C,
    **{kind.value: Code.C for kind in Leave if kind is not Leave.CB},
    "CUTI TAHUNAN": Code.C,
    "CUTI SAKIT": Code.C,
    "CUTI MELAHIRKAN": Code.C,
    "CUTI BESAR": Code.C,
    "CUTI ALASAN PENTING": Code.C,
    "DINAS LUAR": Code.DL,
    "TUGAS LUAR": Code.DL,
    "DINAS": Code.DL,
    "D": Code.DL,
    "DD": Code.DL,
    "DINAS DALAM": Code.DL,
    "TUGAS BELAJAR": Code.TB,
    "DIKLAT": Code.DK,
    "TANPA KETERANGAN": Code.TK,
    "TANPA ALASAN": Code.TK,
    "ALPA": Code.TK,
    "ALPHA": Code.TK,
    "A": Code.TK,
}
"""What offices write, folded to capitals, and the one code it can mean. The office's own words come on top."""

AMBIGUOUS: dict[str, tuple[str, ...]] = {
    "TL": ("DL", "T"),
    "CB": ("C",),
    "X": ("TK", "H"),
    "HP": ("H", "T"),
    "SC": ("S", "C"),
    "TR": ("T", "DL"),
    "O": ("", "DL"),
    ".": ("H", ""),
    "•": ("H", ""),
    "L": ("", "T"),
    "-": ("", "TK"),
}
"""Words without one certain meaning, and the codes they may stand for (empty: nothing is recorded): asked for, never
guessed. L and - only where they stand beside presence or absence on the same day; see `NOT_HELD`."""

NOT_HELD = ("-", "L", "LIBUR", "LIBUR NASIONAL", "HARI LIBUR", "OFF", "SABTU", "MINGGU", "AHAD")
"""What forms write on a day without a session: no mark at all."""
