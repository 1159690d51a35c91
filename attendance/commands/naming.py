"""Names of a roster held against those who bear its NIPs already: nobody is renamed to somebody else in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from attendance.errors import Fault
from attendance.intake.roll_people import Bearers, Known
from attendance.language import _
from attendance.rules import names
from attendance.rules.drift import likely

if TYPE_CHECKING:
    from attendance.commands.confirming import Confirmed
    from attendance.intake.rosters import Roster
    from attendance.rules.rosters import Listed, RosterRow


def checked(
    reading: Roster, known: Mapping[str, Listed], bearing: Mapping[str, tuple[str, ...]], confirmed: Confirmed
) -> Roster:
    """The roster without rows whose NIP is one person's and whose name is another's, and with a warning where a name
    is nobody's; a row whose NIP was confirmed is believed.
    """
    who = Bearers(Known(bearing, {nip: one.profile.name for nip, one in known.items()}), frozenset())
    rows: list[RosterRow] = []
    refused, doubts = list(reading.refused), list(reading.warnings)
    for row in reading.rows:
        own = known.get(row.profile.nip)
        if own is None or own.profile.name == row.profile.name or _confirmed(row, confirmed):
            rows.append(row)
            continue
        found = who.checked(row.profile.nip, row.profile.name)
        if found.fault:
            way = _("if the name known here is the wrong one, take the row with --confirm {row}={nip}")
            told = way.format(row=row.place.row, nip=row.profile.nip)
            refused.append(Fault(row.place, f"{found.fault}; {told}"))
            continue
        rows.append(row)
        if found.doubt:
            doubts.append(Fault(row.place, found.doubt))
    return replace(reading, rows=tuple(rows), refused=tuple(sorted(refused)), warnings=tuple(doubts))


def renumbered(
    new: Iterable[RosterRow], known: Mapping[str, Listed], bearing: Mapping[str, tuple[str, ...]]
) -> Iterator[Fault]:
    """A warning for each new person who may be somebody known whose NIP was mistyped, here or before."""
    for row in new if known else ():
        nip = row.profile.nip
        near = [one for one in bearing.get(names.bare(row.profile.name), ()) if one in known and likely(one, nip)]
        if near:
            message = _(
                "{name} is known under the NIP {known}, and the row says {nip}: now there are two of him; check it"
            )
            yield Fault(row.place, message.format(name=row.profile.printed, known=near[0], nip=nip))


def _confirmed(row: RosterRow, confirmed: Confirmed) -> bool:
    keys = ((row.place.sheet, row.place.row or 0), (None, row.place.row or 0))
    return any(confirmed.get(key) == row.profile.nip for key in keys)
