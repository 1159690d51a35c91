"""Papers: pages set by Typst with the fonts that we ship, the same on every machine, as PDF/A."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from attendance.errors import Refused
from attendance.language import _
from attendance.publish.glyphs import FONTS

SIZES = {"A4": (210, 297), "F4": (215, 330), "F4-210": (210, 330)}
"""Width and height in mm."""

KEPT = 11
"""After so many papers more, nothing of one is kept."""

TEMPLATES = Path(__file__).parent / "typst"
PICTURES = (".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp")


def size(paper: str) -> tuple[int, int]:
    """Width and height of a paper in mm."""
    if paper not in SIZES:
        raise Refused(
            _("Paper {paper} is not known. Choose one of {known}.").format(paper=paper, known=", ".join(SIZES))
        )
    return SIZES[paper]


def pdf(name: str, words: Mapping[str, object], *, emblem: str = "", template: Path | None = None) -> bytes:
    """The pages that a template makes of the words, which it finds as JSON in `sys.inputs.words`.

    `emblem` is a picture file, which the template finds under the name in `words.emblem` (empty: none). `template`
    stands in for ours of this `name`; it may import `office.typ`.
    """
    import typst  # takes a while to load

    with TemporaryDirectory(prefix="apel-") as folder:
        desk = Path(folder)
        for shipped in TEMPLATES.glob("*.typ"):
            shutil.copyfile(shipped, desk / shipped.name)
        if template is not None:
            _bring(template, desk / name)
        inputs = {"words": json.dumps(dict(words) | {"emblem": _picture(emblem, desk)})}
        try:
            made = typst.compile(
                desk / name,
                root=desk,
                font_paths=[FONTS],
                ignore_system_fonts=True,
                sys_inputs=inputs,
                format="pdf",
                pdf_standards="a-2b",
            )
        except typst.TypstError as error:
            guilty = template or emblem
            if not guilty:
                raise
            raise Refused(
                _("{path}: cannot be printed ({reason}). Mend it, or take it out of the configuration.").format(
                    path=guilty, reason=error.message
                )
            ) from error
    return bytes(made)


def forget() -> None:
    """Let Typst forget what it made: it keeps all of its last ten papers in memory, however large."""
    import typst

    for _number in range(KEPT):
        typst.compile(b"", ignore_system_fonts=True)


def _picture(emblem: str, desk: Path) -> str:
    """Bring the emblem to the desk; the name it has there."""
    if not emblem:
        return ""
    path = Path(emblem)
    if path.suffix.lower() not in PICTURES:
        raise Refused(
            _("{path}: an emblem is one of {known}. Save the picture as one of them.").format(
                path=path, known=", ".join(PICTURES)
            )
        )
    name = f"emblem{path.suffix.lower()}"
    _bring(path, desk / name)
    return name


def _bring(path: Path, to: Path) -> None:
    try:
        shutil.copyfile(path, to)
    except OSError as error:
        raise Refused(
            _("{path}: cannot be read ({reason}). Put the file back, or take it out of the configuration.").format(
                path=path, reason=error.strerror
            )
        ) from error
