"""Damaged NIPs of a roster: whose they are is said row by row, by the one who typed the whole NIP or said yes to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click

from attendance.commands.desk import Desk, located
from attendance.commands.staff import number_of
from attendance.errors import Fault
from attendance.language import _
from attendance.rules import nip as nips

if TYPE_CHECKING:
    from attendance.intake.rosters import Proposed, Roster

Confirmed = dict[tuple[str | None, int], str]


def typed(words: Iterable[str]) -> Confirmed:
    """What `--confirm` says: ROW=NIP or SHEET:ROW=NIP. Errors: wrong usage, Refused for what is no NIP."""
    found: Confirmed = {}
    for word in words:
        parts = re.fullmatch(r"(?:(.+)[:!])?(\d+)=(.+)", word.strip())
        if parts is None:
            raise click.UsageError(_("--confirm {word}: write ROW=NIP or SHEET:ROW=NIP.").format(word=word))
        found[parts[1], int(parts[2])] = number_of(parts[3])
    return found


def read(desk: Desk, words: Iterable[str], reading: Callable[[Confirmed], Roster]) -> tuple[Roster, Confirmed]:
    """Read a roster with what was confirmed; where somebody is there, each proposal is asked, and no is the default."""
    confirmed = typed(words)
    found = reading(confirmed)
    if not desk.asks:
        return found, confirmed
    more = {
        (one.place.sheet, one.place.row or 0): nip
        for one in found.proposals
        if (nip := next((nip for nip in one.nips if _yes(one, nip)), None)) is not None
    }
    return (reading(confirmed | more), confirmed | more) if more else (found, confirmed)


def _yes(one: Proposed, nip: str) -> bool:
    question = _("{name}: is the NIP {nip}?").format(name=one.name, nip=nips.written(nip))
    return click.confirm(located(Fault(one.place, question)), default=False, err=True)
