"""Totals: the sums of a history, and of many (the meaning of every figure in a recap)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from attendance.rules.codes import Code, Standing
from attendance.rules.histories import Day, History


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts of scheduled days by code; scheduled = present + excused + absent + unreported."""

    codes: Counter[Code] = field(default_factory=Counter)
    late_arrivals: int = 0  # TM
    early_leaves: int = 0  # PC

    def _of(self, standing: Standing) -> int:
        return sum(count for code, count in self.codes.items() if code.standing is standing)

    @property
    def present(self) -> int:
        """H and T."""
        return self._of(Standing.PRESENT)

    @property
    def late(self) -> int:
        """T."""
        return self.codes[Code.T]

    @property
    def excused(self) -> int:
        """S, I, C, DL, TB and DK."""
        return self._of(Standing.EXCUSED)

    @property
    def absent(self) -> int:
        """TK."""
        return self._of(Standing.ABSENT)

    @property
    def unreported(self) -> int:
        """BL."""
        return self._of(Standing.UNREPORTED)

    @property
    def scheduled(self) -> int:
        """All days that count."""
        return self.present + self.excused + self.absent + self.unreported

    @property
    def required(self) -> int:
        """Days on which he had to come and it is known whether he did."""
        return self.present + self.absent

    @property
    def rate(self) -> float | None:
        """Present of required, 0 to 1; None when nothing was required."""
        return self.present / self.required if self.required else None

    @property
    def missed_any_reason(self) -> float | None:
        """Missed for whatever reason, of the reported days, 0 to 1; None when none is reported."""
        reported = self.scheduled - self.unreported
        return (self.excused + self.absent) / reported if reported else None


def of(days: Iterable[Day]) -> Totals:
    """The totals of some days; NR is in no figure."""
    codes: Counter[Code] = Counter()
    late_arrivals = early_leaves = 0
    for day in days:
        if day.code is not Code.NR:
            codes[day.code] += 1
            late_arrivals += day.late_arrival
            early_leaves += day.early_leave
    return Totals(codes, late_arrivals, early_leaves)


def of_history(history: History) -> Totals:
    """The totals of a person."""
    return of(history.days)


def by_unit(histories: Iterable[History]) -> dict[int, tuple[int, Totals]]:
    """For each unit the number of people scheduled there and the totals, each day under the unit of that day."""
    days: dict[int, list[Day]] = {}
    people: dict[int, set[int]] = {}
    for history in histories:
        for day in history.scheduled():
            if day.unit is not None:
                days.setdefault(day.unit, []).append(day)
                people.setdefault(day.unit, set()).add(history.person)
    return {unit: (len(people[unit]), of(found)) for unit, found in days.items()}
