"""Notices: the list on the notice board and its ralat, as a page to sign and as plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from attendance.publish import atomic, formats, papers, ralat_wordings, wordings
from attendance.publish.formats import width
from attendance.publish.glyphs import printable
from attendance.publish.seals import Seal
from attendance.publish.terminal import wrap
from attendance.publish.wordings import Wording
from attendance.rules.notices import Notice
from attendance.rules.ralats import Ralat

WIDTH = 76
FIGURE = 20
"""So wide is a figure at most in a plain text."""


def words(paper: Notice | Ralat, show: Callable[[str], str] = formats.safe, *, signatory_nip: bool = False) -> Wording:
    """What a notice or a ralat says."""
    if isinstance(paper, Ralat):
        return ralat_wordings.worded(paper, show, signatory_nip=signatory_nip)
    return wordings.worded(paper, show, signatory_nip=signatory_nip)


def pdf(
    notice: Notice | Ralat,
    path: Path,
    *,
    template: Path | None = None,
    signatory_nip: bool = False,
    seal: Seal | None = None,
) -> None:
    """Write the notice as PDF/A. `template` is the office's own in place of typst/notice.typ; it gets the same data.

    No NIP stands on it, not even that of the one who signs unless `signatory_nip`. Refused where the paper, the
    emblem or the template is not what it should be, or the file cannot be written.
    """
    content = page(notice, template=template, signatory_nip=signatory_nip, seal=seal)
    atomic.write(path, content)


def page(
    notice: Notice | Ralat, *, template: Path | None = None, signatory_nip: bool = False, seal: Seal | None = None
) -> bytes:
    """The pages themselves: the same notice gives the same bytes."""
    said = asdict(words(notice, printable, signatory_nip=signatory_nip))
    dated = [notice.dated.year, notice.dated.month, notice.dated.day]
    sheet = papers.size(notice.paper)
    said |= {"dated": dated, "width": sheet[0], "height": sheet[1]}
    said |= {"mark": seal.mark if seal else "", "code": seal.picture() if seal else ""}
    return papers.pdf("notice.typ", said, emblem=notice.office.emblem, template=template)


def text(notice: Notice | Ralat, *, signatory_nip: bool = False, seal: Seal | None = None) -> str:
    """The notice as plain text: the same words, in lines of 76 columns."""
    said = words(notice, signatory_nip=signatory_nip)
    lines = [*_head(said), "", *_list(said), "", *_end(said)]
    if seal is not None:
        lines += wrap(f"Kode: {seal.line}", WIDTH)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _head(words: Wording) -> Iterator[str]:
    for part in (*filter(None, words.letterhead), *words.address):
        yield from _centred(part)
    yield "=" * WIDTH
    yield ""
    for part in (*filter(None, [words.stamp]), "PENGUMUMAN", words.number, "", "TENTANG", "", words.subject):
        yield from _centred(part)
    yield from _centred(words.period)
    yield ""
    if words.basis:
        yield "Dasar:"
        for number, basis in enumerate(words.basis, 1):
            yield from _hung(f"{number}.", basis)
        yield ""
    yield from wrap(words.opening, WIDTH)


def _list(words: Wording) -> Iterator[str]:
    if not words.sections:
        return
    rows = [line.cells for section in words.sections for line in section.lines]
    whole = list(zip(words.headings, *rows, strict=True))
    numbers = max(map(width, whole[0])) + 2
    others = [max(min(max(map(width, column)), FIGURE), 8) + 2 for column in whole[2:]]
    rooms = [numbers, WIDTH - numbers - sum(others), *others]
    yield from _row(words.headings, rooms)
    yield "-" * WIDTH
    for section in words.sections:
        yield from wrap(section.unit, WIDTH) if section.unit else ()
        for line in section.lines:
            yield from _row(line.cells, rooms)
    yield "-" * WIDTH


def _row(cells: tuple[str, ...], rooms: list[int]) -> Iterator[str]:
    """Cells beside each other in as many lines as they need; the last column stands at the right."""
    broken = [
        wrap(cell, room - 2 if place else room) for place, (cell, room) in enumerate(zip(cells, rooms, strict=True))
    ]
    for number in range(max(map(len, broken))):
        row = ""
        for place, (lines, room) in enumerate(zip(broken, rooms, strict=True)):
            part = lines[number] if number < len(lines) else ""
            gap = " " * (room - width(part))
            row += gap + part if place == len(rooms) - 1 else part + gap
        yield row


def _end(words: Wording) -> Iterator[str]:
    for number, clause in enumerate(words.clauses, 1):
        yield from _hung(f"{number}.", clause.text)
        for item in clause.items:
            yield from (f"   {line}" for line in _hung("-", item, WIDTH - 3))
        if clause.after:
            yield from _hung("", clause.after)
    yield ""
    yield from wrap(words.closing, WIDTH)
    yield ""
    for part in (*words.issued, *words.above, "", "", "", words.name, *words.below):
        yield from (" " * (WIDTH // 2) + line for line in wrap(part, WIDTH // 2))
    yield ""
    yield from wrap(words.foot, WIDTH)


def _centred(text: str) -> Iterator[str]:
    for line in wrap(text, WIDTH):
        yield " " * ((WIDTH - width(line)) // 2) + line


def _hung(mark: str, text: str, room: int = WIDTH) -> Iterator[str]:
    """A text beside its mark, the lines that follow under the first."""
    indent = 3
    for number, line in enumerate(wrap(text, room - indent)):
        yield f"{mark if number == 0 else '':<{indent}}{line}"
