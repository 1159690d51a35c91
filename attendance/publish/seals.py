"""Seals: by what a paper on the wall is known again: the number of the notice and the digest of what was posted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO

_TEXT = re.compile(r"apel:(?P<number>.{1,300}?):(?P<digest>(?:[0-9a-f]\s*){64})", re.DOTALL | re.IGNORECASE)
_PRINTED = re.compile(r"(?:cetak:(?P<entry>\d{1,9}))?\s*(?:bagian:(?P<part>\d{1,9}))?")


@dataclass(frozen=True, slots=True)
class Seal:
    """The number of a notice and the digest of what was posted.

    `entry`: that of the journal for a later print, else None. `part`: which file it is of several, from 1; else 0.
    """

    number: str
    digest: str
    entry: int | None = None
    part: int = 0

    @property
    def text(self) -> str:
        """What the QR code holds: apel:NUMBER:DIGEST."""
        return f"apel:{self.number}:{self.digest}"

    @property
    def _more(self) -> str:
        entry = "" if self.entry is None else f" cetak:{self.entry}"
        return f"{entry} bagian:{self.part}" if self.part else entry

    @property
    def mark(self) -> str:
        """The same for the properties of a file, with the entry of a later print."""
        return self.text + self._more

    @property
    def line(self) -> str:
        """The same for a plain text: the digest in groups, which no NIP can be mistaken for."""
        digits = " ".join(self.digest[i : i + 8] for i in range(0, len(self.digest), 8))
        return f"apel:{self.number}:{digits}{self._more}"

    def picture(self) -> str:
        """The QR code as SVG, with the quiet zone that scanners want."""
        import segno

        made = BytesIO()
        code = segno.make_qr(self.text, error="m")
        code.save(made, kind="svg", xmldecl=False, svgns=True, border=4, omitsize=True)
        return made.getvalue().decode()


def read(text: str) -> Seal | None:
    """The seal in a text, wherever it stands and however its lines are broken; None where there is none."""
    found = _TEXT.search(text)
    if found is None:
        return None
    later = _PRINTED.match(text[found.end() :].lstrip())
    assert later is not None  # it may be empty
    digest = re.sub(r"\s", "", found["digest"]).lower()
    entry = int(later["entry"]) if later["entry"] else None
    return Seal(" ".join(found["number"].split()), digest, entry, int(later["part"] or 0))
