"""Rolls: who was there, as units write it down: lists, matrices and signature forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from attendance.errors import Fault, Place, Refused
from attendance.intake import dates, headings, roll_days, roll_forms, roll_lists, roll_matrices, tables, titles
from attendance.intake.cells import row_of, shown
from attendance.intake.dates import Written
from attendance.intake.entries import Entry, Question, Told
from attendance.intake.readings import Met, Reading, gather, repeats
from attendance.intake.tables import Opened, Table
from attendance.intake.titles import Blank, Span
from attendance.intake.words import Said, Word
from attendance.language import _
from attendance.rules.codes import AMBIGUOUS, Code
from attendance.rules.kinds import Kind
from attendance.rules.rolls import Mark

FIELDS: headings.Synonyms = {
    **headings.PERSON,
    "day": ("TANGGAL", "TGL", "HARITANGGAL", "TANGGALAPEL", "HARITGL", "DATE"),
    "code": ("KODE", "KODEKEHADIRAN", "STATUSKEHADIRAN", "KEHADIRAN", "STATUSAPEL", "HADIR", "CODE"),
    "time": ("JAM", "WAKTU", "JAMHADIR", "JAMDATANG", "PUKUL", "JAMMASUK"),
    "kind": ("JENIS", "JENISAPEL", "JENISKEGIATAN", "KEGIATAN"),
    "note": ("KET", "KETERANGAN", "CATATAN"),
}
NEEDS = (("nip", "name"),)
_POLICIES = {"hadir": Code.H, "tk": Code.TK, "lewati": None}


class Form(NamedTuple):
    """One way in which rolls are written: is this table one, which dates are on it, what does it say."""

    mine: Callable[[Table], bool]
    written: Callable[[Table, Question], Iterable[Written]]
    entries: Callable[[Table, Question, str], Told]


FORMS = tuple(
    Form(form.mine, form.written, form.entries) for form in (roll_forms, roll_lists, roll_matrices, roll_days)
)
"""In this order: the first that says yes reads the table."""


def read(
    path: Path,
    *,
    kind: Kind | None = None,
    codes: Mapping[str, Code | None] = {},
    blank: Blank | None = None,
    kept_blank: Blank | None = None,
    date_format: str | None = None,
    period: Span | None = None,
    people: Mapping[str, tuple[str, ...]] = {},
    sheet: str | None = None,
    mapping: Mapping[str, str] = {},
) -> Reading[Mark]:
    """Every mark of a file, counted in marks; a row about nobody known counts as one.

    `codes`: the office's words, in capitals, over the general ones; None: not held. `people`: bare name -> NIPs, for
    forms without a NIP. `period`: first and last day, for headings without a month. `kept_blank`: what a blank cell
    means where neither `blank` nor the form says it. Raises Refused, with all questions at once, where the file as a
    whole cannot be understood without an answer.
    """
    opened = tables.need(path, FIELDS, NEEDS, sheet, mapping)
    question = Question(codes, people, period, kind)
    rolls, others = _forms(opened, path.name)
    every = [written for form, table in rolls for written in form.written(table, question)]
    near = next(filter(None, (titles.span(table) for _form, table in rolls)), period)
    order = dates.order(every, path.name, date_format, near)
    told = [form.entries(table, question, order) for form, table in rolls]
    entries = [entry for each in told for entry in each.entries]
    policy = blank or next(filter(None, map(titles.legend, opened.sheets)), kept_blank)
    _ask(path.name, entries, policy)
    unknown = {entry.word for entry in entries if entry.word.said is Said.UNKNOWN}
    reasons = {word: _unknown(word) for word in unknown}
    met = [m for entry in entries if (m := _mark(entry, policy, reasons)) is not None]
    return gather(_once(met), (*opened.warnings, *others, *(w for each in told for w in each.warnings)))


def _forms(opened: Opened, file: str) -> tuple[list[tuple[Form, Table]], list[Fault]]:
    """Each table with the form that reads it, and a warning for those that are no roll."""
    rolls = [(form, table) for table in opened.tables for form in FORMS if form.mine(table)]
    first = {id(table): form for form, table in reversed(rolls)}
    if not first:
        raise Refused(
            _(
                "{file}: this is no roll: there is no column of a day, none to sign in, and no TANGGAL with KODE;"
                " name its headings with --map HEADING=KODE"
            ).format(file=file)
        )
    others = [
        Fault(table.sheet.place(), _("this sheet was not read: it is no roll"))
        for table in opened.tables
        if id(table) not in first
    ]
    return [(first[id(table)], table) for table in opened.tables if id(table) in first], others


def _ask(file: str, entries: Sequence[Entry], policy: Blank | None) -> None:
    """Raise Refused with every question that the file leaves open: the kind, words of two meanings, blank cells."""
    sound = [entry for entry in entries if not entry.faults]
    faults: list[Fault] = []
    if unkind := next((entry for entry in sound if entry.kind is None), None):
        message = _("the roll does not say which kind it is; say it with --kind, such as --kind apel-pagi")
        faults.append(Fault(unkind.place, message))
    unclear = {str(entry.word.cell): entry for entry in reversed(sound) if entry.word.said is Said.OPEN}
    for word, entry in sorted(unclear.items()):
        meanings = _("{word} has more than one meaning ({meanings}); say which with --code {word}={one}")
        possible = AMBIGUOUS[word]
        faults.append(Fault(entry.place, meanings.format(word=word, meanings=_meanings(word), one=possible[0])))
    blanks = [entry for entry in sound if entry.word.said is Said.BLANK]
    if blanks and policy is None:
        message = _(
            "blank cells: {count}, and forms differ in what they mean;"
            " say it with --blank hadir, --blank tk or --blank lewati (no record)"
        )
        faults.append(Fault(blanks[0].place, message.format(count=len(blanks))))
    if faults:
        where = _("{message} (first in {place})")
        asked = (where.format(message=f.message, place=_place(f.place)) for f in faults)
        raise Refused(f"{file}: " + "; ".join(asked), tuple(faults))


def _meanings(word: str) -> str:
    """What an ambiguous word may mean, code by code."""
    texts = {
        "TL": _("DL: tugas luar, T: terlambat"),
        "CB": _("C: cuti besar, or C: cuti bersama"),
    }
    return texts.get(word) or ", ".join(AMBIGUOUS[word])


def _place(place: Place) -> str:
    return row_of(place, Place(place.file))


def _unknown(word: Word) -> str:
    """What to do about a word that is no code."""
    unknown = _("{code} is no known code; say what it means with --code, such as --code {word}=H")
    return unknown.format(code=shown(word.cell), word=shown(str(word.cell).upper()).strip('"'))


def _mark(entry: Entry, policy: Blank | None, unknown: Mapping[Word, str]) -> Met[Mark] | None:
    """A mark, or why it is refused; None where there is nothing to record."""
    word = entry.word
    code = word.code
    if entry.faults or entry.kind is None:
        return Met(entry.place, None, entry.faults)
    if word.said is Said.UNKNOWN:
        return Met(entry.place, None, (unknown[word],))
    if word.said is Said.BLANK and policy is not None:
        code = _POLICIES[policy]
    if code is None:
        return None
    return Met(entry.place, Mark(entry.nip, entry.kind, entry.day, code, word.at, entry.note, entry.place))


def _once(met: list[Met[Mark]]) -> list[Met[Mark]]:
    """Nobody with two codes or times at one session: both are refused. The same again is no fault."""

    def differs(other: Place) -> str:
        return _("the same person has another code or time on this day in {other}; keep the right one").format(
            other=row_of(other, here)
        )

    here = met[0].place if met else Place("")
    return repeats(met, _session, lambda mark: (mark.code, mark.at), None, differs)


def _session(mark: Mark) -> tuple[str, Kind, date]:
    return mark.nip, mark.kind, mark.day
