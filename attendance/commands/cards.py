"""Cards: for whom they are printed, and in which order."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from attendance.commands.desk import Desk, echo, settings
from attendance.commands.showing import must_end, written
from attendance.commands.staff import known, number_of
from attendance.errors import Refused
from attendance.language import _
from attendance.rules import nip as nips

if TYPE_CHECKING:
    from attendance.publish.cards import Card

MOST = 500
"""So many cards go into one file, fifty pages: what is more goes into files that are numbered."""


def run(desk: Desk, output: Path, unit: str | None, only: tuple[str, ...], paper: str) -> None:
    """Print the cards of everybody who belongs somewhere today, or of those who are named."""
    from attendance.ledger import units
    from attendance.publish import cards

    must_end(output, ".pdf")
    wanted = [number_of(text) for text in only]
    with desk.read() as session:
        office = settings(session).office
        tree, day = units.tree(session), desk.day()
        found = [
            cards.Card(one.nip, one.printed, tree.label(posting.unit), one.status.value, one.position)
            for _person, one, posting in known(session, tree, day, unit)
            if posting is not None and posting.covers(day)
        ]
    if wanted:
        missing = sorted(set(wanted) - {card.nip for card in found})
        if missing:
            raise Refused(
                _("No card: {nips} belongs to no unit today{where}. Look: apel staff list").format(
                    nips=", ".join(map(nips.written, missing)), where=f" ({unit})" if unit else ""
                )
            )
        found = [card for card in found if card.nip in wanted]
    if not found:
        raise Refused(_("There is nobody to print a card for. Look: apel staff list"))
    found.sort(key=lambda card: card.unit.casefold())  # within a unit they are in order of their names
    for path, part in parts(output, found):
        written(desk, path, lambda path, part=part: cards.pdf(part, path, office=office, dated=day, paper=paper))
    pages = sum(-(-len(part) // cards.PER_PAGE) for _path, part in parts(output, found))
    echo(_("{count} cards on {pages} pages.").format(count=len(found), pages=pages))


def parts(output: Path, found: list[Card]) -> list[tuple[Path, list[Card]]]:
    """The files that hold the cards, in order: one, or several with their numbers behind the name."""
    if len(found) <= MOST:
        return [(output, found)]
    chunks = [found[start : start + MOST] for start in range(0, len(found), MOST)]
    return [(output.with_stem(f"{output.stem}-{number}"), chunk) for number, chunk in enumerate(chunks, 1)]
