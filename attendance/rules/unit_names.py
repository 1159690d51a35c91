"""Names of units: what stands high or low in an office, what is no unit at all, and which unit a line between means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from attendance.rules import ranks
from attendance.rules.units import fold

Path = tuple[str, ...]


class Height(IntEnum):
    """How high a unit stands, told by the first words of its name; UNKNOWN: they do not tell."""

    TOP = 0
    PART = 1
    SMALL = 2
    UNKNOWN = 9


_TOP = re.compile(
    r"(?:(?:DINAS|BADAN|INSPEKTORAT|KECAMATAN|KANTOR"
    r"|RUMAH SAKIT|RSU|RSUD|RSD|SATUAN POLISI|SATPOL|SETDA|SETWAN|STAF AHLI"
    r"|SEKRETARIAT (?:DAERAH|DPRD|DEWAN|KORPRI|KPU)|MAL PELAYANAN|MPP|BAPPEDA|BAPPELITBANGDA|BAPELITBANG"
    r"|BALITBANG|BALITBANGDA|KESBANGPOL|BAKESBANGPOL|BAPENDA|BPKA?D|BPBD|BKD|BKPSDM|BKPP|DINKES|DPM|DPMPTSP)\b"
    r"|KEC\.|DIS[A-Z]{3,}$|DP[A-Z0-9]{2,}$)"
)
_PART = re.compile(
    r"(?:(?:BAGIAN|BIDANG|SEKRETARIAT|UPTD?|KELURAHAN|DESA|PUSKESMAS|PKM|BALAI|UNIT|CABANG|KORWIL|LABORATORIUM|SDN?|SMPN?"
    r"|SMAN?|SMKN?|TKN?|PAUD|SEKOLAH|SLB|MTS|SPNF|SKB|GUDANG|RUAS|GERAI|POS)\b|(?:BAG|BID|UPT|KEL)\.)"
)
_SMALL = re.compile(
    r"(?:SUB[ -]?(?:BAGIAN|BAG|BIDANG|BID|SEKSI|UNIT|DINAS|DIT)|SEKSI|TATA USAHA|RUANG|INSTALASI|POLI)\b"
)
_GROUP = re.compile(
    r"(?:KELOMPOK )?(?:JABATAN|FUNGSIONAL|STRUKTURAL)|(?:ESELON|ESL|GOLONGAN|GOL|PANGKAT|PEJABAT|PELAKSANA|GURU|TENAGA"
    r"|PENGAWAS|KEPALA|SEKRETARIS|NON[ -]?ASN|HONORER|PEGAWAI|LAKI|PEREMPUAN|PRIA|WANITA|DAFTAR|KEADAAN|LANJUTAN"
    r"|CUTI|CLTN|TUGAS BELAJAR|DIPERBANTUKAN|DIPEKERJAKAN|TITIPAN"
    r"|HALAMAN|DATA|PEMERINTAH|PEMKOT|PEMKAB|PEMPROV"
    r"|JL|JALAN|TELP|TELEPON|ALAMAT|SUMBER|EMAIL|WEBSITE|LAMAN|NB)\b|STAF\b(?! AHLI)"
)
_HOMELESS = re.compile(r"(?:SEKRETARIAT$|BIDANG\b|BID\.|SUB|SEKSI\b|TATA USAHA)")
_COUNTED = re.compile(r"\s*(?:[(:=]\s*\d{1,5}\s*(?:ORANG|PEGAWAI|ASN|PNS)?\s*\)?|\d+\s*ORANG)\s*$", re.IGNORECASE)
_MARKER = re.compile(r"^([IVXLC]+|\d{1,3}|[A-Za-z])\s*[.)]\s*(?=\D)")


def height(name: str) -> Height:
    """How high a unit of this name stands."""
    folded = " ".join(name.upper().split())
    for found, words in ((Height.TOP, _TOP), (Height.SMALL, _SMALL), (Height.PART, _PART)):
        if words.match(folded):
            return found
    return Height.UNKNOWN


def is_group(name: str) -> bool:
    """A line that groups people without being a unit: a rank, an echelon, a kind of position."""
    folded = " ".join(name.upper().split())
    unnamed = not folded[:1].isalnum()  # a footnote, a line of dots
    return height(name) is Height.UNKNOWN and (unnamed or bool(_GROUP.match(folded)) or ranks.alone(folded))


def homeless(name: str) -> bool:
    """A name that many units have, and that says nothing without the unit above it: SEKRETARIAT, SEKSI X."""
    return bool(_HOMELESS.match(" ".join(name.upper().split())))


class Line(NamedTuple):
    """A unit as a line between people names it; `called`: the line says itself that it is a unit.

    `group`: it names none, but numbered as the units are it ends the one above it.
    """

    text: str
    called: bool = False
    group: bool = False


class _Step(NamedTuple):
    height: int
    style: str
    mark: str
    name: str


def unmarked(text: str) -> str:
    """A line without the I., A. or 1. before it, and without the (12 orang) behind it."""
    return _COUNTED.sub("", _MARKER.sub("", text)).strip()


def marked(text: str) -> bool:
    """Whether a line is numbered."""
    return bool(_MARKER.match(text))


def path(lines: Iterable[Line], title: Path = (), otherwise: Path = ()) -> Path:
    """The unit that holds after some lines, outermost first.

    A part of a unit stands under the last line that names something higher, else under the unit of the sheet's
    `title`, else under `otherwise`. Lines numbered alike (I. II.) are of one height. No lines: empty.
    """
    steps: list[_Step] = []
    called = False
    inner = ""  # how the groups inside the last unit are numbered
    for line in lines:
        found = _MARKER.match(line.text)
        mark, name = found[1] if found else "", unmarked(line.text)
        style = _style(mark, steps)
        high: int = height(name)
        alike = next((at for at, step in enumerate(steps) if style and step.style == style), None)
        if line.group:
            if alike is not None and style != inner and _follows(mark, steps[alike].mark):
                del steps[alike:]
            else:
                inner = style
            continue
        inner = ""
        if alike is not None:
            del steps[alike:]
        if high == Height.UNKNOWN:
            high = steps[-1].height + 1 if style and steps else Height.TOP
        while steps and steps[-1].height >= high:
            steps.pop()
        steps.append(_Step(high, style, mark, name))
        called = line.called
    if not steps:
        return ()
    names = tuple(step.name for step in steps)
    return (*_above(names, title, called), *names) if title else (*_above(names, otherwise, True), *names)


def _follows(mark: str, before: str) -> bool:
    """Whether a number comes after another one: II after I, B after A; not A after A."""
    return mark != before and mark.upper() not in ("I", "A", "1")


def _above(names: Path, base: Path, called: bool) -> Path:
    """The unit of the whole sheet, where the first name is of something below it."""
    own = height(names[0])
    if not base or fold(names[0]) == fold(base[-1]):
        return base[:-1]
    if own is Height.UNKNOWN:
        return () if called else base
    above = height(base[-1])
    return base if own > (Height.TOP if above is Height.UNKNOWN else above) else ()


def _style(mark: str, steps: list[_Step]) -> str:
    """How a line is numbered: I, A, a or 1; an I after an H is a letter."""
    if not mark:
        return ""
    if mark.isdigit():
        return "1"
    if mark.islower():
        return "a"
    letters = next((step.mark for step in steps if step.style == "A"), "")
    if len(mark) == 1 and (mark not in "IVX" or (letters and ord(letters) + 1 == ord(mark))):
        return "A"
    return "I"
