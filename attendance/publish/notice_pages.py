"""Notice pages: the notice as one HTML file for a screen in a lobby, a phone or a printer, without the net."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from string import Template

from attendance.publish import formats, notices, papers
from attendance.publish.seals import Seal
from attendance.publish.wordings import Section, Wording
from attendance.rules.notices import Notice
from attendance.rules.ralats import Ralat

SCREENS = Path(__file__).parent / "screens"


def html(notice: Notice | Ralat, *, seal: Seal | None = None) -> str:
    """The page: the same words as on paper, which a script of its own shows page by page where there is room."""
    said = notices.words(notice, lambda text: escape(formats.safe(text)))
    wide, high = papers.size(notice.paper)
    template = Template((SCREENS / "notice.html").read_text("utf-8"))
    return template.substitute(
        mark=escape(seal.mark if seal else ""),
        title=f"{said.subject}, {said.number}",
        paper="\n".join((*_head(said), *_intro(said), *_lists(said), *_tail(said, seal))),
        removal=said.remove_on,
        last=notice.remove_on.isoformat(),
        short=said.subject,
        agency=next(filter(None, reversed(said.letterhead)), ""),
        number=said.number,
        period=said.period,
        size=f"{wide}mm {high}mm",
    )


def _head(words: Wording) -> Iterator[str]:
    yield "<header>"
    yield from (f'<p class="agency">{part}</p>' for part in words.letterhead if part)
    yield from (f'<p class="address">{part}</p>' for part in words.address)
    yield "</header>"
    if words.stamp:
        yield f'<p class="stamp">{words.stamp}</p>'
    yield f'<p class="number">PENGUMUMAN<br>{words.number}</p>'
    yield f"<h1>{words.subject}</h1>"
    yield f'<p class="period">{words.period}</p>'


def _intro(words: Wording) -> Iterator[str]:
    yield '<div class="intro">'
    if words.basis:
        yield "<div><p>Dasar:</p><ol>" + "".join(f"<li>{basis}</li>" for basis in words.basis) + "</ol></div>"
    yield f"<p>{words.opening}</p>"
    yield "</div>"


def _lists(words: Wording) -> Iterator[str]:
    four = ' class="four"' if len(words.headings) > 3 else ""
    heads = "".join(f'<th scope="col">{heading}</th>' for heading in words.headings)
    for section in words.sections:
        yield '<section class="list">'
        if section.unit:
            yield f"<h2>{section.unit}</h2>"
        yield f"<table{four}><thead><tr>{heads}</tr></thead><tbody>"
        yield from _rows(section)
        yield "</tbody></table></section>"


def _rows(section: Section) -> Iterator[str]:
    for line in section.lines:
        yield "<tr>" + "".join(f"<td>{cell}</td>" for cell in line.cells) + "</tr>"


def _tail(words: Wording, seal: Seal | None) -> Iterator[str]:
    yield '<div class="tail"><ol>'
    for clause in words.clauses:
        items = "<ul>" + "".join(f"<li>{item}</li>" for item in clause.items) + "</ul>" if clause.items else ""
        after = f"<p>{clause.after}</p>" if clause.after else ""
        yield f"<li>{clause.text}{items}{after}</li>"
    yield "</ol>"
    yield f"<p>{words.closing}</p>"
    yield '<div class="signature">'
    yield from (f"<p>{part}</p>" for part in (*words.issued, *words.above))
    yield f'<p class="name">{words.name}</p>'
    yield from (f"<p>{part}</p>" for part in words.below)
    yield "</div>"
    if seal is not None:
        how = '<span class="small">Keaslian: pindai kode ini, lalu apel board verify</span>'
        yield f'<div class="code">{seal.picture()}{how}</div>'
    yield f'<p class="small">{words.foot}</p>'
    yield "</div>"
