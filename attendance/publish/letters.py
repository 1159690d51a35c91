"""Letters: documents for Word, made from a template that the office may change.

Loads python-docx and lxml when a letter is made, for they take a while.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from attendance.errors import Fault, Place, Refused
from attendance.language import _
from attendance.publish import case_words, letter_words, papers

FOLDER = Path(__file__).parent / "word"
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff")
EMBLEM = 22  # mm high


def shipped(kind: str) -> Path:
    """Our own template of a kind of letter."""
    return FOLDER / f"{kind}.docx"


def template(kind: str, paper: str) -> bytes:
    """Our template on a paper, for the office to change in Word and use in place of ours."""
    import docx
    from docx.shared import Mm

    made = docx.Document(str(shipped(kind)))
    width, height = papers.size(paper)
    for section in made.sections:
        section.page_width, section.page_height = Mm(width), Mm(height)
    return _bytes(made)


def document(kind: str, letters: Sequence[Mapping[str, Any]], emblem: str = "", own: str = "") -> bytes:
    """One document with a letter for each words of `letters`, each from a new page on, numbered from 1.

    `own` is the office's template in place of ours. Refused, with every fault of it, where it holds what is no
    placeholder; where it or the emblem cannot be read.
    """
    from docxtpl import DocxTemplate

    path = Path(own) if own else shipped(kind)
    template = DocxTemplate(io.BytesIO(_opened(path)))
    template.render_init()
    _examined(template, kind, path)
    picture = _picture(emblem)
    try:
        return _rendered(template, letters, picture, path)
    except Refused:
        raise
    except Exception as error:  # whatever comes up while the office's template is filled in is a matter of it
        if not own:
            raise
        raise Refused(
            _(
                "{file}: this template cannot be filled in ({reason}). Take ours again: apel template {kind} -o FILE"
            ).format(file=path.name, reason=error, kind=kind)
        ) from error


def _opened(path: Path) -> bytes:
    """A template as it lies on the disk, once it is known to be a document of Word."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        content = path.read_bytes()
        docx.Document(io.BytesIO(content))
    except OSError as error:
        raise Refused(
            _("{path}: the template cannot be read ({reason}). Put it back, or name another.").format(
                path=path, reason=error.strerror or error
            )
        ) from error
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        raise Refused(
            _("{path}: this is no document of Word. Open it in Word and save it as .docx.").format(path=path)
        ) from error
    return content


def _examined(template: Any, kind: str, path: Path) -> None:
    from attendance.publish import placeholders

    shapes = {**letter_words.SHAPES, **case_words.SHAPES}[kind]
    found = placeholders.faults(_parts(template), shapes)
    if found:
        raise Refused(
            _("{file}: the template was not filled in; nothing was written. Placeholders that exist: {names}.").format(
                file=path.name, names=", ".join(placeholders.names(shapes))
            ),
            tuple(Fault(Place(path.name), one) for one in found),
        )


def _parts(template: Any) -> Iterator[list[str]]:
    """The paragraphs of the body, and of each header and footer."""
    from docx.oxml import parse_xml

    yield _paragraphs(template.docx._element.body)
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        for _key, part in template.get_headers_footers(uri):
            yield _paragraphs(parse_xml(part.blob))


def _paragraphs(root: Any) -> list[str]:
    from docx.oxml.ns import qn

    return ["".join(text.text or "" for text in one.iter(qn("w:t"))) for one in root.iter(qn("w:p"))]


def _rendered(template: Any, letters: Sequence[Mapping[str, Any]], picture: bytes | None, path: Path) -> bytes:
    from jinja2 import UndefinedError
    from lxml import etree

    from attendance.publish import placeholders

    env = placeholders.environment()
    source = template.patch_xml(template.get_xml())
    bodies = []
    for words in letters:
        xml = _filled(template, source, template.docx._part, _words(template, words, picture), env)
        etree.fromstring(xml.encode())  # docxtpl would mend in silence what is broken
        bodies.append(template.fix_tables(xml))
    tree = _joined(bodies)
    template.fix_docpr_ids(tree)
    template.map_tree(tree)
    same = {key: value for key, value in letters[0].items() if all(words[key] == value for words in letters)}
    try:
        for uri in (template.HEADER_URI, template.FOOTER_URI):
            for key, part in list(template.get_headers_footers(uri)):
                xml = template.patch_xml(template.get_part_xml(part))
                made = _filled(template, xml, part, _words(template, same, picture), env)
                template.map_headers_footers_xml(key, made.encode())
    except UndefinedError as error:
        raise Refused(
            _(
                "{file}: a header or footer can say only what is the same in all letters ({reason}). Move it into the "
                "body, or have a file written for each person: -o FOLDER"
            ).format(file=path.name, reason=error)
        ) from error
    return _bytes(template.docx)


def _filled(template: Any, source: str, part: Any, words: Mapping[str, Any], env: Any) -> str:
    """A part with its values, which stand there as they are: docxtpl itself would give some signs a meaning."""
    template.current_rendering_part = part  # where a picture belongs
    return str(env.from_string(source).render(words))


def _words(template: Any, words: Mapping[str, Any], picture: bytes | None) -> dict[str, Any]:
    """The words of a letter with the emblem: a picture of its own for each place that shows it."""
    from docx.shared import Mm
    from docxtpl import InlineImage

    emblem = InlineImage(template, io.BytesIO(picture), height=Mm(EMBLEM)) if picture else ""
    return {**words, "lambang": emblem}


def _joined(bodies: list[Any]) -> Any:
    """The bodies as one: each letter is a section of its own, which begins a page and counts its pages from 1."""
    from docx.oxml.ns import qn
    from lxml import etree

    whole = bodies[0]
    for body in bodies:
        _from_one(body.find(qn("w:sectPr")))
    for body in bodies[1:]:
        last = whole.find(qn("w:sectPr"))
        whole.remove(last)
        break_ = etree.SubElement(whole, qn("w:p"))
        properties = etree.SubElement(break_, qn("w:pPr"))
        spacing = {"w:before": "0", "w:after": "0", "w:line": "20", "w:lineRule": "exact"}
        etree.SubElement(properties, qn("w:spacing"), {qn(name): value for name, value in spacing.items()})
        properties.append(deepcopy(last))
        whole.extend(list(body))
    return whole


def _from_one(section: Any) -> None:
    """Let a section begin a page, and count its pages from 1."""
    from docx.oxml.ns import qn
    from lxml import etree

    for flowing in section.findall(qn("w:type")):
        section.remove(flowing)
    numbering = section.find(qn("w:pgNumType"))
    if numbering is None:
        numbering = etree.Element(qn("w:pgNumType"))
        section.find(qn("w:pgMar")).addnext(numbering)
    numbering.set(qn("w:start"), "1")


def _picture(emblem: str) -> bytes | None:
    if not emblem:
        return None
    path = Path(emblem)
    if path.suffix.lower() not in PICTURES:
        raise Refused(_not_shown(path))
    from docx.image.exceptions import UnrecognizedImageError
    from docx.image.image import Image

    try:
        content = path.read_bytes()
        Image.from_blob(content)
        return content
    except UnrecognizedImageError as error:
        raise Refused(_not_shown(path)) from error
    except OSError as error:
        raise Refused(
            _("{path}: cannot be read ({reason}). Put the file back, or take it out of the configuration.").format(
                path=path, reason=error.strerror
            )
        ) from error


def _not_shown(path: Path) -> str:
    return _("{path}: this is no picture that Word can show. Save it as PNG or JPG (office.emblem).").format(path=path)


def _bytes(made: Any) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
