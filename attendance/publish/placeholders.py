"""Placeholders: what the office has changed in a template, held against what can be filled in, place by place.

Loads jinja2: to be imported inside functions only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from jinja2 import Environment, StrictUndefined, TemplateError, nodes
from jinja2.sandbox import SandboxedEnvironment

from attendance.language import _
from attendance.publish.formats import safe

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
LOOSE = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
INNER = re.compile(r"^\{[{%](?:p|tr|tc|r)?(?=\s)[-+]?|^\{[{%][-+]?|[-+]?[}%]\}$")
OURS = ("colspan", "cellbg", "vm", "hm")
"""Words of docxtpl that are no Jinja."""

NEAR = 60
CURLED = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def environment() -> Environment:
    """Where templates are filled: every value literally, nothing unknown in silence, nothing of the program reached."""
    return SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


def faults(parts: Iterable[Iterable[str]], shapes: Mapping[str, Any]) -> list[str]:
    """What is wrong in the paragraphs of each part of a document, each with the words around it."""
    return [fault for part in parts for fault in Examiner(shapes).part(part)]


def names(shapes: Mapping[str, Any]) -> list[str]:
    """All placeholders: nomor, ttd.nama, and for what a template goes through `daftar (no, tanggal)`."""
    found = []
    for name, shape in shapes.items():
        if isinstance(shape, dict):
            found += [f"{name}.{key}" + _listed(inner) for key, inner in shape.items()]
        else:
            found.append(name + _listed(shape))
    return found


def _listed(shape: Any) -> str:
    if not isinstance(shape, list):
        return ""
    return f" ({', '.join(shape[0])})" if isinstance(shape[0], dict) else " (...)"


class Examiner:
    """Reads the tags of one part in order; knows what loops have named so far, and which blocks are open."""

    def __init__(self, shapes: Mapping[str, Any]) -> None:
        self.shapes = dict(shapes)
        self.open: list[tuple[str, str]] = []
        self.env = environment()

    def part(self, paragraphs: Iterable[str]) -> Iterator[str]:
        """Every fault of a part."""
        for text in paragraphs:
            for found in TAG.finditer(text):
                yield from self._tag(found[0].translate(CURLED), near(text, found.start(), found.end()))
            rest = TAG.sub(lambda found: " " * len(found[0]), text)
            for loose in LOOSE.finditer(rest):
                told = _(
                    '{tag} near "{near}": the bracket has no partner in its paragraph. Write {{{{ name }}}} whole.'
                )
                yield told.format(tag=loose[0], near=near(text, loose.start(), loose.end()))
        for _word, place in self.open:
            yield _('near "{near}": this block is opened and never closed (endfor, endif).').format(near=place)

    def _tag(self, tag: str, place: str) -> Iterator[str]:
        inner = INNER.sub("", tag).strip()
        word = inner.partition(" ")[0]
        if tag.startswith("{#") or (tag.startswith("{%") and word in OURS):
            return
        if tag.startswith("{%") and word in ("endfor", "endif", "else", "elif"):
            yield from self._within(word, tag, place)
        source = _whole(tag, inner, word)
        try:
            tree = self.env.parse(source)
            self.env.compile(source)
        except TemplateError as error:
            told = _('{tag} near "{near}": it cannot be read ({reason}).')
            yield told.format(tag=safe(tag), near=place, reason=error.message)
            return
        if tag.startswith("{%") and word in ("for", "if"):
            self.open.append((word, place))
        yield from self._unknown(tree, tag, place)

    def _within(self, word: str, tag: str, place: str) -> Iterator[str]:
        """A word that belongs to a block must stand in one of its own sort."""
        opened = {"endfor": ("for",), "endif": ("if",), "elif": ("if",), "else": ("if", "for")}[word]
        if not self.open or self.open[-1][0] not in opened:
            yield _('{tag} near "{near}": it closes no block that is open here.').format(tag=safe(tag), near=place)
        elif word.startswith("end"):
            self.open.pop()

    def _unknown(self, tree: nodes.Template, tag: str, place: str) -> Iterator[str]:
        for loop in tree.find_all(nodes.For):
            shape = self._shape(loop.iter)
            if isinstance(loop.target, nodes.Name):
                self.shapes[loop.target.name] = shape[0] if isinstance(shape, list) else None
        for made in tree.find_all(nodes.Assign):
            if isinstance(made.target, nodes.Name):
                self.shapes[made.target.name] = None
        for name in tree.find_all(nodes.Name):
            if name.ctx == "load" and name.name not in (*self.shapes, "loop"):
                yield _unknown(name.name, list(self.shapes), tag, place)
        for got in tree.find_all(nodes.Getattr):
            shape = self._shape(got.node)
            if isinstance(shape, dict) and got.attr not in shape:
                yield _unknown(got.attr, list(shape), tag, place)
            elif isinstance(shape, str | list):
                told = _('{tag} near "{near}": {name} has no parts; leave out what stands after the dot.')
                yield told.format(tag=safe(tag), near=place, name=_written(got.node))

    def _shape(self, node: nodes.Node) -> Any:
        """What an expression is; None where nothing can be said of it."""
        if isinstance(node, nodes.Name):
            return self.shapes.get(node.name)
        if isinstance(node, nodes.Getattr):
            above = self._shape(node.node)
            return above.get(node.attr) if isinstance(above, dict) else None
        return None


def _written(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    return str(getattr(node, "name", ""))


def _whole(tag: str, inner: str, word: str) -> str:
    """A tag that can be read by itself: a block that it opens is closed again."""
    if tag.startswith("{{"):
        return f"{{{{ {inner} }}}}"
    if word in ("endfor", "endif", "else"):
        return ""
    if word == "elif":
        return f"{{% {inner[2:]} %}}{{% endif %}}"
    return f"{{% {inner} %}}" + (f"{{% end{word} %}}" if word in ("for", "if") else "")


def _unknown(name: str, known: list[str], tag: str, place: str) -> str:
    close = get_close_matches(name, known, 1)
    hint = _(" Did you mean {near}?").format(near=close[0]) if close else ""
    told = _('{tag} near "{near}": there is no placeholder {name}.').format(tag=safe(tag), near=place, name=safe(name))
    return told + hint


def near(text: str, start: int, end: int) -> str:
    """The words around a place, as they stand in the document."""
    before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    return safe(" ".join(f"{before}{text[start:end]}{after}".split()))
