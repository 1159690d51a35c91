"""Letters: leave, sickness, duty travel; what a person's days mean while one is live."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from attendance.errors import Place
from attendance.rules.codes import Code


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter excuses `nip` from `first` to `last`, both counted.

    `code` is what the days become; `sort` is the word of the letter itself (CT, CM, ... or the code again).
    """

    nip: str
    code: Code
    sort: str
    first: date
    last: date
    number: str
    dated: date | None
    note: str
    place: Place
