"""Rolls: who was there, as units write it down: lists, matrices and signature forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeAlias

from attendance.errors import Fault, Place, Refused
from attendance.intake import (
    dates,
    headings,
    roll_days,
    roll_doubts,
    roll_forms,
    roll_legends,
    roll_lists,
    roll_matrices,
    roll_others,
    roll_pages,
    roll_questions,
    roll_ticks,
    roll_titles,
    roll_totals,
    roll_unread,
    tables,
    titles,
)
from attendance.intake.cells import row_of, shown
from attendance.intake.entries import Entry, Form, Question, Told, nowhere
from attendance.intake.readings import Met, Reading, repeats
from attendance.intake.roll_bodies import Body
from attendance.intake.roll_people import NOBODY, Known
from attendance.intake.tables import Opened
from attendance.intake.titles import Blank, Span
from attendance.intake.words import Said, Word
from attendance.language import _
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind
from attendance.rules.rolls import Mark

FIELDS: headings.Synonyms = {
    **headings.PERSON,
    "day": ("TANGGAL", "TGL", "HARITANGGAL", "TANGGALAPEL", "HARITGL", "DATE"),
    "code": ("KODE", "KODEKEHADIRAN", "STATUSKEHADIRAN", "KEHADIRAN", "STATUSAPEL", "HADIR", "CODE", "HADIRTIDAK"),
    "time": ("JAM", "WAKTU", "JAMHADIR", "JAMDATANG", "PUKUL", "JAMMASUK"),
    "kind": ("JENIS", "JENISAPEL", "JENISKEGIATAN", "KEGIATAN"),
    "note": ("KET", "KETERANGAN", "CATATAN", "ALASAN", "ALASANTIDAKHADIR", "KETERANGANTIDAKHADIR", "SEBAB"),
}
NEEDS = (("nip", "name"),)
_POLICIES = {"hadir": Code.H, "tk": Code.TK, "lewati": None}


FORMS = tuple(
    Form(form.mine, form.written, form.entries, form.columns)
    for form in (roll_forms, roll_ticks, roll_matrices, roll_lists, roll_days)
)
"""In this order: the first that says yes reads the table."""


Weak: TypeAlias = tuple[Mapping[str, Code | None], Blank | None]
"""What was kept of a sender gives way to the form: the codes that do not, and what a blank cell means by habit."""


class Page(NamedTuple):
    """A table with the form that reads it, and what the officer and the page itself have said about it."""

    form: Form
    body: Body
    question: Question


def read(
    path: Path,
    *,
    kind: Kind | None = None,
    codes: Mapping[str, Code | None] = {},
    blank: Blank | None = None,
    kept_kind: Kind | None = None,
    kept_blank: Blank | None = None,
    kept_codes: Collection[str] = (),
    date_format: str | None = None,
    period: Span | None = None,
    people: Mapping[str, tuple[str, ...]] | Known = NOBODY,
    held: Callable[[Kind, date], bool] = nowhere,
    sheet: str | None = None,
    mapping: Mapping[str, str] = {},
) -> Reading[Mark]:
    """Every mark of a file, counted in marks; a row about nobody known counts as one.

    `codes`: the office's words, in capitals, over the general ones; None: not held. `people`: bare name -> NIPs, for
    forms without a NIP, or all that is `Known` of people. `held`: whether anybody has a session of a kind on a day.
    `period`: first and last day, for headings without a month. `kept_kind`, `kept_blank`: the kind and what a blank
    cell means where neither `kind`, `blank` nor the form says it; `kept_codes`: those of `codes` that give way to what
    the form says itself. Raises Refused, with all questions at once, where the file as a whole cannot be
    understood without an answer.
    """
    opened = tables.open_(path, FIELDS, NEEDS, sheet, mapping)
    roll_others.refuse(opened, path)
    if not opened.tables:
        raise headings.missing(opened.sheets, FIELDS, NEEDS, path.name)
    known = people if isinstance(people, Known) else Known(people)
    question = Question(codes, known, period, kind, blank, held, kept_kind=kept_kind)
    firm = {word: code for word, code in codes.items() if word not in kept_codes}
    pages, others = _pages(opened, path.name, question, (firm, kept_blank), mapping)
    every = [written for page in pages for written in page.form.written(page.body, page.question)]
    near = next(filter(None, (titles.span(page.body.table) for page in pages)), period)
    order = dates.order(every, path.name, date_format, near)
    told = [page.form.entries(page.body, page.question, order) for page in pages]
    told = [Told(_sorted(page, each.entries), each.warnings) for page, each in zip(pages, told, strict=True)]
    unread = [w for page in pages for w in roll_unread.warnings(page.body, _read(page), page.question)]
    _ask(path.name, pages, told)
    marks = [mark for page, each in zip(pages, told, strict=True) for mark in _marks(page, each)]
    met = [m for page, each in zip(pages, told, strict=True) for m in _refused(page, each)]
    own = [w for page, each in zip(pages, told, strict=True) for w in _doubts(page, each)]
    own += roll_doubts.twice(entry for each in told for entry in each.entries)
    warnings = (*opened.warnings, *others, *unread, *(w for each in told for w in each.warnings), *own)
    return _joined(marks, met, warnings)


def _pages(
    opened: Opened, file: str, question: Question, weak: Weak, mapping: Mapping[str, str]
) -> tuple[list[Page], list[Fault]]:
    """Each table with the form that reads it, and a warning for those that are no roll."""
    firm, kept = weak
    bodies = [Body(page) for table in opened.tables for page in roll_pages.split(table, FIELDS, NEEDS, mapping)]
    found = [(body, _reader(body, question)) for body in bodies]
    rolls = [(body, form) for body, form in found if form is not None]
    for body, _form in rolls:
        roll_others.one_list(body.table)
        roll_titles.named_alike(body.table)
    if not rolls:
        if title := next(filter(None, (roll_titles.plan(body.table) for body in bodies)), ""):
            message = _("{file}: the title says {title}: a plan, no roll; call it DAFTAR HADIR if it is one")
            raise Refused(message.format(file=file, title=shown(title)))
        if any(len(roll_ticks.columns_of(body, question)) > 1 for body in bodies):
            raise Refused(
                _(
                    "{file}: the columns of codes hold sums, no marks; a roll has a column for each day, or ticks"
                ).format(file=file)
            )
        raise roll_others.roster(opened, file) or Refused(
            _(
                "{file}: this is no roll: there is no column of a day, none to sign in, and no TANGGAL with KODE;"
                " name its headings with --map HEADING=KODE"
            ).format(file=file)
        )
    said = {body.blank for body, _form in rolls} - {None}
    common = said.pop() if len(said) == 1 else kept if not said else None
    pages, warnings = [], []
    for body, form in rolls:
        policy = question.policy or body.blank or common
        legend = roll_legends.legend(body, form.columns(body, question), replace(question, codes=firm))
        asked = replace(question, policy=policy, codes={**question.codes, **legend.codes}, known={})
        pages.append(Page(form, body, replace(asked, unsure=legend.unsure)))
        warnings += legend.warnings
    left = [
        Fault(body.table.sheet.place(), _("this sheet was not read: it is no roll"))
        for body, form in found
        if form is None
    ]
    return pages, [*left, *warnings]


def _reader(body: Body, question: Question) -> Form | None:
    """The form that reads a table; None where none does, or where it is a plan of duty."""
    if roll_titles.plan(body.table):
        return None
    return next((form for form in FORMS if form.mine(body, question)), None)


def _read(page: Page) -> list[int]:
    """The columns that are read of a page, with the ticks beside signatures."""
    ticks = roll_ticks.columns(page.body, page.question) if page.form.mine is roll_forms.mine else []
    return [*page.form.columns(page.body, page.question), *ticks]


def _sorted(page: Page, entries: list[Entry]) -> list[Entry]:
    """The entries, with words that are open beside others, and those that the looks or the title contradict."""
    entries = roll_doubts.struck(page.body, roll_doubts.mixed(entries))
    entries = roll_doubts.gone(page.body, entries, page.question)
    columns = page.form.columns(page.body, page.question)
    return roll_titles.checked(page.body.table, entries, page.question.policy, columns)


def _marks(page: Page, told: Told) -> Iterator[Mark]:
    """The marks of one page, without those of rows that have faults."""
    blank = _POLICIES[page.question.policy] if page.question.policy else None
    for place, nip, kind, day, word, note, faults, _column in told.entries:
        code = blank if word.said is Said.BLANK else word.code
        if code is not None and kind is not None and not faults:
            yield Mark(nip, kind, day, code, word.at, note, place)


def _refused(page: Page, told: Told) -> Iterator[Met[Mark]]:
    """The faults of one page: rows that have one, words that are unknown, and the rows that were lost on it."""
    reasons: dict[Word, str] = {}
    strange = any(entry.word.said is Said.UNKNOWN for entry in told.entries)
    often = Counter(entry.place for entry in told.entries) if strange else Counter[Place]()
    for entry in told.entries:
        if entry.faults or entry.kind is None:
            yield Met(entry.place, None, entry.faults)
        elif entry.word.said is Said.UNKNOWN:
            if entry.word not in reasons:
                reasons[entry.word] = roll_questions.unknown(entry.word.cell)
            which = f"{entry.day}, {entry.kind.value}: " if often[entry.place] > 1 else ""  # one of many in its row
            yield Met(entry.place, None, (which + reasons[entry.word],))
    columns = page.form.columns(page.body, page.question)
    yield from (Met(place, None, (message,)) for place, message in roll_doubts.lost(page.body, columns, page.question))


def _doubts(page: Page, told: Told) -> Iterator[Fault]:
    """What the officer should look at, though the page was read."""
    columns = page.form.columns(page.body, page.question)
    yield from roll_doubts.hidden(page.body, columns)
    yield from roll_doubts.hinted(page.body, told.entries, page.question)
    yield from roll_totals.differences(page.body, told.entries, columns, page.question.policy)


def _ask(file: str, pages: Sequence[Page], told: Sequence[Told]) -> None:
    """Raise Refused with every question that the file leaves open: the kind, words of two meanings, blank cells."""
    sound = [entry for each in told for entry in each.entries if not entry.faults]
    faults: list[Fault] = []
    if unkind := next((entry for entry in sound if entry.kind is None), None):
        faults.append(Fault(unkind.place, roll_questions.kind(pages[0].question.kept_kind)))
    unclear = {str(entry.word.cell): entry for entry in reversed(sound) if entry.word.said is Said.OPEN}
    unsure = {word: meaning for page in pages for word, meaning in page.question.unsure.items()}
    for word, entry in sorted(unclear.items()):
        faults.append(Fault(entry.place, roll_questions.meanings(word, unsure.get(word))))
    blanks = [
        entry
        for page, each in zip(pages, told, strict=True)
        for entry in each.entries
        if page.question.policy is None and entry.word.said is Said.BLANK and not entry.faults
    ]
    if blanks:
        message = _(
            "blank cells: {count}, and forms differ in what they mean;"
            " say it with --blank hadir, --blank tk or --blank lewati (no record)"
        )
        faults.append(Fault(blanks[0].place, message.format(count=len(blanks))))
    for page, each in zip(pages, told, strict=True):
        faults += roll_doubts.coloured(page.body, each.entries, page.question)
    if faults:
        strange = {e.word.cell: e for each in told for e in reversed(each.entries) if e.word.said is Said.UNKNOWN}
        faults += (Fault(entry.place, roll_questions.unknown(cell)) for cell, entry in strange.items())
        where = _("{message} (first in {place})")
        asked = (where.format(message=f.message, place=_place(f.place)) for f in faults)
        raise Refused(f"{file}: " + "; ".join(asked), tuple(faults))


def _place(place: Place) -> str:
    return row_of(place, Place(place.file))


def _joined(marks: list[Mark], refused: list[Met[Mark]], warnings: Sequence[Fault]) -> Reading[Mark]:
    """All in one answer, what is refused in the order of the file.

    Nobody has two codes or times at one session: both are refused. The same again is no fault.
    """
    if len({mark[:3] for mark in marks}) < len(marks):
        sheets = [mark.place.sheet for mark in marks]
        order = {sheet: n for n, sheet in enumerate(dict.fromkeys(sheets))}
        once = _once([Met(mark.place, mark) for mark in marks])
        refused = [*refused, *(m for m in once if m.faults)]
        refused.sort(key=lambda m: (order.get(m.place.sheet, len(order)), m.place.row or 0))
        marks = [m.value for m in once if m.value is not None and not m.faults]
    faults = tuple(Fault(m.place, "; ".join(m.faults)) for m in refused)
    return Reading(tuple(marks), faults, tuple(warnings), len(marks) + len(refused))


def _once(met: list[Met[Mark]]) -> list[Met[Mark]]:
    """The marks, with a fault for those that contradict each other."""

    def differs(other: Place) -> str:
        return _("the same person has another code or time on this day in {other}; keep the right one").format(
            other=row_of(other, met[0].place)
        )

    return repeats(met, _session, lambda mark: (mark.code, mark.at), None, differs)


def _session(mark: Mark) -> tuple[str, Kind, date]:
    return mark.nip, mark.kind, mark.day
