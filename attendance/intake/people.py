"""Who a row is about: the NIP and the name, in two cells or in one."""

from __future__ import annotations

from typing import NamedTuple

from attendance.intake import cells
from attendance.intake.tables import Record
from attendance.rules import nip as nips


class Who(NamedTuple):
    """A NIP of 18 digits and a name as written; `fault` says why there is no NIP."""

    nip: str
    name: str
    fault: str


def who(record: Record) -> Who:
    """The person of a row: from the NIP column, else from a NIP that stands under the name in one cell."""
    cell, named = record.get("nip"), record.get("name")
    name = cells.text(named)
    together = nips.inside(named) if isinstance(named, str) else None
    if together is not None:
        name = together[1]
        if not cells.text(cell):
            return Who(together[0], name, "")
    if isinstance(cell, str) and not name and (both := nips.inside(cell)) and both[1]:
        return Who(both[0], both[1], "")  # the name stands in the NIP column
    nip, fault = cells.nip(cell, name)
    return Who(nip, name, fault)
