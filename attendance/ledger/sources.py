"""Sources: the files and sheets that facts came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from attendance.errors import Place
from attendance.ledger.journal import Draft
from attendance.ledger.models import Source


@dataclass(slots=True)
class Origins:
    """Turns places into the two columns of a fact, and names each file and sheet of an entry once."""

    draft: Draft
    sha256: Mapping[str, str] = field(default_factory=dict)  # by file name
    _known: dict[tuple[str, str | None], int] = field(default_factory=dict)

    def of(self, place: Place | None) -> tuple[int | None, int | None]:
        """The number of the source and the row; nothing for what was typed by hand."""
        if place is None or not place.file:
            return None, None
        key = place.file, place.sheet
        if key not in self._known:
            digest = self.sha256.get(place.file, "")
            self._known[key] = self.draft.name(Source, [(place.file, place.sheet, digest)])[0]
        return self._known[key], place.row


def places(session: Session, numbers: Iterable[int] | None = None) -> dict[int, Place]:
    """The file and sheet of each source, without a row."""
    query = select(Source.id, Source.file, Source.sheet)
    if numbers is not None:
        query = query.where(Source.id.in_(set(numbers)))
    return {row.id: Place(row.file, row.sheet) for row in session.execute(query)}
