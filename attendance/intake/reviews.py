"""Reviews: the list of a unit that its head sends back, with BENAR or KEBERATAN beside each name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from attendance.errors import Fault, Place, Refused
from attendance.intake import containers, files, form_ids, headings, tables, workbooks
from attendance.intake.cells import fold, row_of, shown, text
from attendance.intake.people import who
from attendance.intake.readings import Met, Reading, gather, repeats
from attendance.intake.tables import Record
from attendance.language import _
from attendance.rules import names, reviews
from attendance.rules.forms import HIDDEN, Broken, Later
from attendance.rules.reviews import OBJECTION, TRUE, Asked, ReviewId

FIELDS: headings.Synonyms = {
    **headings.PERSON,
    "verdict": ("PERNYATAAN",),
    "note": ("KETERANGAN",),
}
NEEDS = (("nip",), ("verdict",))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a head says of one of his people: TRUE or OBJECTION, with his remark."""

    nip: str
    name: str
    verdict: str
    note: str
    place: Place


@dataclass(frozen=True, slots=True)
class Returned:
    """A list that has come back: what it was given out for, who signs, what he says, of whom he says nothing."""

    identity: ReviewId
    signed_by: str
    reading: Reading[Answer]
    silent: tuple[Asked, ...]


def read(path: Path) -> Returned:
    """The answers on a list. Raises Refused for a file that is no such list, or whose hidden part was changed."""
    identity = _identity(path)
    opened = tables.need(path, FIELDS, NEEDS, None, {})
    listed = {one.nip: one for one in identity.people}
    records = [record for table in opened.tables for record in table.records(("nip", "name"))]
    met = [answer for record in records if (answer := _answer(record, listed)) is not None]
    reading = gather(_once(met), opened.warnings)
    seen = {answer.nip for answer in reading.rows} | {one.value.nip for one in met if one.value}
    silent = tuple(one for one in identity.people if one.nip not in seen)
    signed = next((name for sheet in opened.sheets for name in _signed(sheet)), "")
    return Returned(identity, signed, reading, silent)


def _identity(path: Path) -> ReviewId:
    content, sort = files.load(path)
    found = None
    if sort is not containers.Sort.TEXT and form_ids.holds(content):
        (sheet,) = workbooks.sheets(path, HIDDEN)
        try:
            found = reviews.parse([tuple(text(cell) for cell in cells) for _number, cells in sheet.rows])
        except Later:
            raise Refused(
                _("{file}: this form was made by a later version of apel; install that version").format(file=path.name)
            ) from None
        except (Broken, ValueError, KeyError):
            raise Refused(
                _(
                    "{file}: the hidden part of this list was changed or is damaged, so it cannot be known whose it is;"
                    " give it out anew with apel board confirm PERIOD -o FOLDER"
                ).format(file=path.name)
            ) from None
    if found is None:
        raise Refused(
            _(
                "{file}: this is no list of apel board confirm; give one out with apel board confirm PERIOD -o FOLDER"
                " and let the head fill in that file"
            ).format(file=path.name)
        )
    return found


def _answer(record: Record, listed: dict[str, Asked]) -> Met[Answer] | None:
    """What is said in a row; None where nothing is."""
    nip, name, fault = who(record)
    said, note = record.text("verdict"), record.text("note")
    if not said and not note:
        return None
    faults = [fault] if fault else []
    doubts: list[str] = []
    verdict = fold(said)
    if nip and nip not in listed:
        faults.append(_("{name} was not on the list; take the row away").format(name=shown(name or nip)))
    elif nip and names.bare(name) != names.bare(listed[nip].name):
        faults.append(
            _("on the list {nip} is {name}, and here {other}; put name and NIP together again").format(
                nip=nip, name=shown(listed[nip].name), other=shown(name)
            )
        )
    if not said:
        faults.append(
            _("beside an empty PERNYATAAN stands {note}; choose {true} or {objection}").format(
                note=shown(note), true=TRUE, objection=OBJECTION
            )
        )
    elif verdict not in (TRUE, OBJECTION):
        faults.append(
            _("{said} is no answer; choose {true} or {objection}").format(
                said=shown(said), true=TRUE, objection=OBJECTION
            )
        )
    elif verdict == OBJECTION and not note:
        doubts.append(_("{name}: an objection without a reason; ask the head what he objects to").format(name=name))
    if faults:
        return Met(record.place, None, tuple(faults))
    return Met(record.place, Answer(nip, name, verdict, note, record.place), (), tuple(doubts))


def _once(met: list[Met[Answer]]) -> list[Met[Answer]]:
    """Nobody is answered for twice."""

    def twice(other: Place) -> str:
        return _("the same person stands in {other} too; keep one row").format(other=row_of(other, met[0].place))

    return repeats(met, lambda one: one.nip, lambda one: (one.verdict, one.note), twice, twice)


def _signed(sheet: workbooks.Sheet) -> Iterator[str]:
    """The name in the cell after the label."""
    for _number, cells in sheet.rows:
        words = [text(cell) for cell in cells]
        for place, word in enumerate(words):
            if fold(word) == fold(reviews.SIGNED):
                yield from filter(None, words[place + 1 :])


def unsigned(path: Path) -> Fault:
    """That nobody has signed."""
    return Fault(
        Place(path.name),
        _("nobody has signed this list; let the head write his name beside {label}").format(label=reviews.SIGNED),
    )
