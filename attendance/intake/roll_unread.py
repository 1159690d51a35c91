"""Columns that no form reads though marks stand in them: none is passed over in silence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from operator import itemgetter

from attendance.errors import Fault, Refused
from attendance.intake.cells import fold, shown
from attendance.intake.entries import Question
from attendance.intake.roll_bodies import Body
from attendance.intake.roll_doubts import letter
from attendance.intake.words import Said
from attendance.language import _

_OTHERS = re.compile(
    r"GOL|PANGKAT|KELAMIN|^JK$|^LP$|SHIFT|REGU|STATUS|ESELON|KELAS|AGAMA|JABATAN|PENDIDIKAN|UNIT|TTD|PARAF|TANDATANGAN"
)
_DAYS = re.compile(r"\d|TIDAK|HADIR|PAGI|SORE|APEL|^YA$")
_ANSWERED = re.compile(r"HADIR|TIDAK|^YA$")
_ANSWERS = ("YA", "TIDAK", "ADA")


def warnings(body: Body, read: Collection[int], question: Question) -> Iterator[Fault]:
    """The columns with marks that are not among those `read`. Raises Refused where a heading is like a day."""
    heads = body.table.heads
    place = body.table.sheet.place(heads.last)
    refused: list[Fault] = []
    headed = {heading.column: heading.whole for heading in heads.all}
    for column, mark in _marked(body, {*read, *heads.columns.values()}, question):
        heading = headed.get(column, "")
        if _OTHERS.search(fold(heading)):
            continue
        words = {"heading": shown(heading) if heading else letter(column), "mark": shown(mark)}
        if (_ANSWERED if mark.upper() in _ANSWERS else _DAYS).search(fold(heading)):
            message = _(
                "under {heading} stand marks such as {mark}, but the heading is no day, no code, nor PAGI or SORE;"
                " correct the heading, or empty the column"
            )
            refused.append(Fault(place, message.format(**words)))
        else:
            message = _("under {heading} stand marks such as {mark}; the column was not read")
            yield Fault(place, message.format(**words))
    if refused:
        raise Refused(f"{place.file}: {refused[0].message}", tuple(refused))


def _marked(body: Body, known: Collection[int], question: Question) -> Iterator[tuple[int, str]]:
    """Each column, none of the `known`, of which more than half of what stands in it are marks, with one of them."""
    rows = [record.words for record in body.records]
    width = max(map(len, rows), default=0)
    full = [row if len(row) == width else (*row, *[""] * (width - len(row))) for row in rows]
    for column in range(width):
        if column in known:
            continue
        cells = sorted(set(map(itemgetter(column), full)) - {""})
        marks = [cell for cell in cells if _mark(cell, question)]
        if marks and len(marks) * 2 > len(cells):
            yield column, marks[0]


def _mark(cell: str, question: Question) -> bool:
    """A code, a tick or an answer; no number and no time."""
    word = question.word(cell)
    told = word.said in (Said.MARK, Said.OPEN) and word.at is None
    return (told and not cell.isdigit()) or cell.upper() in _ANSWERS
