"""Signed periods: freezing figures, comparing them with those of today, and asking why a signed figure changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attendance.commands.desk import Desk, settings
from attendance.commands.inquiry import inquire
from attendance.commands.unit import find
from attendance.errors import Fault, Place, Refused
from attendance.language import _
from attendance.ledger import sign_offs, units
from attendance.ledger.engine import Session
from attendance.ledger.sign_offs import Figures, SignOff
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period

if TYPE_CHECKING:
    from attendance.ledger.journal import Draft

FIELDS = ("scheduled", "present", "late", "excused", "absent", "unreported")


def figures(desk: Desk, session: Session, kind: Kind, period: Period, unit: int | None) -> Figures:
    """By NIP the counts of everybody scheduled, of one unit with all below it or of the whole office."""
    found = inquire(desk, session, kind, period)
    within = None if unit is None else found.tree.within([unit])
    return {
        one.history.profile.nip: tuple(getattr(one.totals, name) for name in FIELDS)
        for one in found.judged()
        if within is None or one.history.unit in within
    }


def sign(
    desk: Desk, period: Period, kind: Kind, level: str, by: str, only: str | None, reason: str, dry_run: bool
) -> str:
    """Freeze the figures of a period. Answers what was done."""
    with desk.write(keep=not dry_run) as session:
        configured = settings(session).period.levels
        if level not in configured:
            raise Refused(
                _("{level} is no level of signing. Choose one of: {known}.").format(
                    level=level, known=", ".join(configured)
                )
            )
        tree = units.tree(session)
        unit = find(tree, only) if only else None
        where = tree.label(unit) if unit is not None else _("the whole office")
        _reported(desk, session, kind, period, unit)
        now = figures(desk, session, kind, period, unit)
        if not now:
            raise Refused(_("Nobody was expected in {period}; there is nothing to sign.").format(period=period))
        for missing in _below(session, configured, level, kind, period, unit):
            desk.say(missing)
        with desk.draft(
            session, "period sign", reason=reason, period=str(period), kind=kind.value, level=level, by=by
        ) as draft:
            new = sign_offs.record(draft, SignOff(level, kind, period, unit, by, now))
    words = {"period": period, "where": where, "level": level, "by": by, "people": len(now)}
    if not new:
        return _("{period}, {where}: {by} has signed this as {level} already; nothing was changed.").format(**words)
    return _("{period}, {where}: signed as {level} by {by}, {people} people (entry {entry}).").format(
        **words, entry=draft.number
    )


def _reported(desk: Desk, session: Session, kind: Kind, period: Period, unit: int | None) -> None:
    """Refuse figures that are not yet known: rolls that no head has signed."""
    found = inquire(desk, session, kind, period)
    within = None if unit is None else found.tree.within([unit])
    waiting = {line: days for line, days in found.silent.items() if within is None or line in within}
    if waiting:
        message = _("{unit}: {days}")
        faults = (
            Fault(Place(""), message.format(unit=found.labels[line], days=", ".join(map(str, days))))
            for line, days in sorted(waiting.items(), key=lambda one: found.labels[one[0]])
        )
        raise Refused(
            _("Rolls of {period} are not closed; its figures are provisional.").format(period=period), (*faults,)
        )


def _below(
    session: Session, levels: Sequence[str], level: str, kind: Kind, period: Period, unit: int | None
) -> list[str]:
    """The levels under this one that have not signed, in a sentence each."""
    there = {one.level for one in sign_offs.signed(session) if (one.kind, one.period, one.unit) == (kind, period, unit)}
    return [
        _("! {level} has not signed this yet.").format(level=lower)
        for lower in levels[: levels.index(level)]
        if lower not in there
    ]


class Compared:
    """A signature beside the figures of today."""

    def __init__(self, one: SignOff, now: Figures) -> None:
        self.one = one
        self.now = now
        self.changed = sorted(nip for nip in {*one.figures, *now} if one.figures.get(nip) != now.get(nip))

    def sums(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The sums as signed and as they are now."""
        return _sums(self.one.figures), _sums(self.now)


def _sums(figures: Figures) -> tuple[int, ...]:
    return tuple(map(sum, zip(*figures.values(), strict=True))) or (0,) * len(FIELDS)


def compared(desk: Desk, session: Session, wanted: Period | None = None) -> list[Compared]:
    """Every signature whose period lies within `wanted`, beside the figures of today."""
    known: dict[tuple[Kind, Period, int | None], Figures] = {}
    found = []
    for one in sign_offs.signed(session):
        if wanted is None or (wanted.first <= one.period.first and one.period.last <= wanted.last):
            key = one.kind, one.period, one.unit
            if key not in known:
                known[key] = figures(desk, session, *key)
            found.append(Compared(one, known[key]))
    return found


def guard(desk: Desk, draft: Draft, reason: str) -> None:
    """Refuse an entry without a reason that changes figures which somebody has signed."""
    spans = draft.watch.spans(draft.session) if draft.watch and not reason else set()
    if not spans:
        return
    before: dict[tuple[Kind, Period, int | None], Figures] = {}
    for one in sign_offs.signed(draft.session):
        first, last = one.period.first.toordinal(), one.period.last.toordinal()
        if not any(a <= last and b >= first for a, b in spans):
            continue
        key = one.kind, one.period, one.unit
        if key not in before:
            before[key] = _earlier(desk, draft, *key)
        if before[key] != figures(desk, draft.session, *key):
            raise Refused(
                _(
                    "{by} ({level}) has signed the figures of {period}, and this changes them. Say why: --reason TEXT"
                ).format(by=one.by, level=one.level, period=one.period)
            )


def _earlier(desk: Desk, draft: Draft, kind: Kind, period: Period, unit: int | None) -> Figures:
    """The figures as they were before this entry."""
    draft.session.info["as_of"] = draft.number - 1
    try:
        return figures(desk, draft.session, kind, period, unit)
    finally:
        draft.session.info["as_of"] = None
