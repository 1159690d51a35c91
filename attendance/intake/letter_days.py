"""What a list of letters says of their days besides MULAI and SELESAI: how many, back on which, granted or not."""

from __future__ import annotations

import re
from datetime import date, timedelta

from attendance.intake import dates, headings
from attendance.intake.cells import fold, shown
from attendance.intake.headings import anothers
from attendance.intake.tables import Record
from attendance.language import _

FIELDS: headings.Synonyms = {
    "length": (
        *(
            "LAMA",
            "LAMACUTI",
            "LAMANYA",
            "LAMANYACUTI",
            "SELAMA",
            "LAMAHARI",
            "LAMAIZIN",
            "LAMATUGAS",
            "LAMAPERJALANAN",
        ),
        *("JUMLAHHARI", "JMLHARI", "JMLHHARI", "JUMLAHHARICUTI", "HARIKERJA", "LAMACUTIHARI", "LAMAPERJALANANDINAS"),
    ),
    "back": (
        *("MASUKKEMBALI", "MASUKKERJA", "KEMBALIMASUK", "KEMBALIBEKERJA", "AKTIFKEMBALI", "MASUKKERJAKEMBALI"),
        *("TANGGALMASUK", "TGLMASUK", "TANGGALMASUKKEMBALI", "TANGGALMASUKKERJA", "TGLMASUKKERJA", "MASUKKANTOR"),
    ),
    "verdict": (
        *("STATUS", "PERSETUJUAN", "KEPUTUSAN", "STATUSPERSETUJUAN", "STATUSCUTI", "STATUSPENGAJUAN", "STATUSSURAT"),
        *(
            "HASIL",
            "DISETUJUI",
            "APPROVAL",
            "STATUSPERMOHONAN",
            "KEPUTUSANPEJABAT",
            "KEPUTUSANATASAN",
            "DISETUJUITIDAK",
        ),
    ),
}

_NOT = r"(?:DITOLAK|(?:DI)?BATAL(?:KAN)?|TIDAK (?:JADI|DISETUJUI|DIKABULKAN|DIIZINKAN)|DITANGGUHKAN|DITUNDA|DICABUT)\b"
_TURNED_DOWN = re.compile(
    rf"\b{_NOT}|\bTOLAK\b|\bTIDAK$|\b(?:BELUM|DIPROSES|PROSES|PENDING|MENUNGGU|DRAFT?|DIAJUKAN|REJECTED|PERUBAHAN)\b"
)
_NOTED = re.compile(rf"^(?:SUDAH |TELAH |CUTI )?{_NOT}")
_DAYS = re.compile(r"^(\d{1,4})(?:\s*\([A-Z ]+\))?\s*(?:HARI(?:\s+(?:KERJA|KALENDER))?|HR|H)?$")
_TO = re.compile(r"\s*(?:\bS\s*[./]?\s*D\b\.?|\bSAMPAI DENGAN\b|\bSAMPAI\b|\bHINGGA\b|[-–—])\s*")
_PERIOD = ("MULAI", "SELESAI", "SAMPAI", "DARI", "SD", "TANGGALMULAI", "TANGGALSELESAI", "JENIS", "JENISCUTI")
_REPLACES = re.compile(
    r"\b(?:RALAT|REVISI|MENGGANTIKAN?|PENGGANTI|PERUBAHAN|MEMBATALKAN|PERBAIKAN)\b(?!\s+(?:HARI|LIBUR))"
)
_LONG = 100
"""Letters of more days than this are worth a second look, but for those that last months by their kind."""
_NEVER = 3660
"""No letter lasts ten years: the year was mistyped."""
_MONTHS = ("TB", "CLTN", "CM", "CB", "CS")


def turned_down(record: Record) -> list[str]:
    """A fault where the row or its sheet says that the letter was refused, taken back, or not decided yet."""
    words = record.text("verdict").upper(), record.text("note").upper(), (record.place.sheet or "").upper()
    for word, pattern in zip(words, (_TURNED_DOWN, _NOTED, _NOTED), strict=True):
        if pattern.search(word):
            message = _("the row says {words}, and such a letter excuses nobody; delete the row, or take the words out")
            return [message.format(words=shown(word.lower()))]
    return []


def again(record: Record) -> list[str]:
    """A fault where the row tells a second period, in columns that are called as those of the first."""
    read = record.heads.columns.values()
    more = (
        record.words[heading.column]
        for heading in record.heads.all
        if heading.column not in read
        and fold(heading.levels[-1]) in _PERIOD
        and heading.column < len(record.words)
        and not anothers(heading)
    )
    found = next((words for words in more if words.strip("-")), "")
    message = _("the row tells a second period ({words}); write it in a row of its own")
    return [message.format(words=shown(found))] if found else []


def replaces(record: Record) -> list[str]:
    """A doubt where the letter is said to take the place of another one, which stays until it is voided."""
    note = record.text("note")
    if not _REPLACES.search(note.upper()):
        return []
    message = _("the row says {words}; the letter before it counts on until it is taken back with apel leave void")
    return [message.format(words=shown(note))]


def span(record: Record) -> tuple[date, date] | None:
    """Both days where one cell tells them, with the month in letters: "2 s.d. 6 Maret 2026"; None where it does not."""
    if record.text("last").strip("-"):
        return None
    parts = _TO.split(record.text("first").upper())
    end = dates.read(parts[-1]) if len(parts) == 2 and dates.read(record.get("first")) is None else None
    if end is None or end.day is None:
        return None
    tail = parts[1].partition(" ")[2]
    begin = dates.read(f"{parts[0]} {tail}" if parts[0].isdigit() else parts[0], end.day.year)
    return (begin.day, end.day) if begin and begin.day and begin.day < end.day else None


def last(record: Record, first: date | None, order: str, faults: list[str]) -> date | None:
    """The last day: SELESAI, else the day before he is back, else the first day alone if nothing says more."""
    told = record.text("last").strip("-")
    back = dates.day(record.get("back"), order, faults) if record.text("back").strip("-") else None
    if told:
        said = dates.day(record.get("last"), order, faults)
        if said and back and back <= said:
            message = _("SELESAI is {last}, and back at work is {back}; SELESAI is the last day that still counts")
            faults.append(message.format(last=said, back=back))
        return said
    if back:
        return back - timedelta(days=1)
    length = record.text("length").strip("-")
    if length and _number(length) != 1:
        message = _(
            "it lasts {length}, and there is no SELESAI; write the last day, for days are not counted on from MULAI"
        )
        faults.append(message.format(length=shown(length)))
    return first


def counted(record: Record, sort: str, first: date, last: date, faults: list[str]) -> list[str]:
    """What is doubtful about the number of days; where they cannot be as many as are told, a fault is added."""
    days = (last - first).days + 1
    told = record.text("length").strip("-")
    number = _number(told)
    if number is not None and number > days:
        message = _("it lasts {length}, but from MULAI to SELESAI are only {days} days; correct one of them")
        faults.append(message.format(length=shown(told), days=days))
    elif told and number not in (days, _without(first, days, 5), _without(first, days, 6)):
        message = _("it lasts {length}, and from {first} to {last} are {days} days; check that SELESAI is the last day")
        return [message.format(length=shown(told), first=first, last=last, days=days)]
    if days > _LONG and (sort not in _MONTHS or days > _NEVER):
        message = _("it lasts {days} days, from {first} to {last}; check the year")
        told = message.format(first=first, last=last, days=days)
        if days <= _NEVER:
            return [told]
        faults.append(told)
    return []


def _number(words: str) -> int | None:
    """The number of days that a text tells; None where it tells another measure."""
    found = _DAYS.match(words.upper())
    return int(found[1]) if found else None


def _without(first: date, days: int, week: int) -> int:
    """How many of some days are among the first five or six of their week."""
    return sum((first + timedelta(days=n)).weekday() < week for n in range(days))
