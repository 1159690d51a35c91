"""Notices: the list on the notice board, as a page to sign and as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from attendance.publish import atomic, papers, wordings
from attendance.publish.formats import width
from attendance.publish.glyphs import printable
from attendance.publish.terminal import wrap
from attendance.publish.wordings import Wording
from attendance.rules.notices import Notice

WIDTH = 76


def pdf(notice: Notice, path: Path, *, template: Path | None = None, signatory_nip: bool = False) -> None:
    """Write the notice as PDF/A. `template` is the office's own in place of typst/notice.typ; it gets the same data.

    No NIP stands on it, not even that of the one who signs unless `signatory_nip`. Refused where the paper, the
    emblem or the template is not what it should be, or the file cannot be written.
    """
    words = asdict(wordings.worded(notice, printable, signatory_nip=signatory_nip))
    dated = [notice.dated.year, notice.dated.month, notice.dated.day]
    sheet = papers.size(notice.paper)
    words |= {"dated": dated, "width": sheet[0], "height": sheet[1]}
    atomic.write(path, papers.pdf("notice.typ", words, emblem=notice.office.emblem, template=template))


def text(notice: Notice, *, signatory_nip: bool = False) -> str:
    """The notice as plain text: the same words, in lines of 76 columns."""
    words = wordings.worded(notice, signatory_nip=signatory_nip)
    lines = [*_head(words), "", *_list(words), "", *_end(words)]
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
    lines = [line for section in words.sections for line in section.lines]
    numbers = max(len(words.headings[0]), *(len(line.number) for line in lines)) + 2
    figures = max(len(words.headings[2]), *(len(line.figure) for line in lines)) + 2
    names = WIDTH - numbers - figures
    yield f"{words.headings[0]:<{numbers}}{words.headings[1]:<{names}}{words.headings[2]:>{figures}}"
    yield "-" * WIDTH
    for section in words.sections:
        yield from wrap(section.unit, WIDTH)
        for line in section.lines:
            first, *rest = wrap(line.name, names)
            yield f"{line.number:<{numbers}}{first}{' ' * (names - width(first))}{line.figure:>{figures}}"
            yield from (" " * numbers + more for more in rest)
    yield "-" * WIDTH


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
