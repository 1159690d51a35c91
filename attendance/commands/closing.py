"""Closing rolls: whose are closed, whether the paper's totals agree, and what follows for whom."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from attendance.commands import importing
from attendance.commands.calendar import seed_years
from attendance.commands.desk import Desk, echo
from attendance.commands.importing import Outcome
from attendance.commands.inquiry import Inquiry, inquire
from attendance.commands.unit import find
from attendance.errors import Fault, Place, Refused
from attendance.language import _
from attendance.ledger import rolls, units
from attendance.ledger.engine import Session
from attendance.rules import histories, names, totals
from attendance.rules.codes import Code
from attendance.rules.histories import History, Known, Signed
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period
from attendance.rules.totals import Totals

Paper = tuple[int | None, int | None]
"""Present and total as the paper counts them, where they were given."""


@dataclass(frozen=True, slots=True)
class Signing:
    """What a signature closes: the lines and days, and the histories that follow from it."""

    where: str
    kind: Kind
    signed_by: str
    pairs: frozenset[tuple[int, date]]
    histories: tuple[History, ...]
    untouched: Mapping[int, list[date]]  # newly closed days on which nothing at all is recorded in a line

    def sums(self, pairs: Collection[tuple[int | None, date]]) -> Totals:
        """The figures of some of its lines and days."""
        return totals.of(day for one in self.histories for day in one.scheduled() if (day.line, day.day) in pairs)

    @property
    def keys(self) -> dict[rolls.Roll, str]:
        """Each roll, and who signs it."""
        return {(line, self.kind, day): self.signed_by for line, day in self.pairs}


def examine(desk: Desk, found: Inquiry, only: Collection[str], signed_by: str, paper: Paper) -> Signing:
    """What would be closed, and what would follow. Errors: Refused where there is nothing, or the paper disagrees."""
    named = [find(found.tree, text) for text in only] if only else None
    where = ", ".join(found.tree.label(unit) for unit in named) if named else _("all units")
    before = found.held.closures
    signing = _rehearse(found, named, where, signed_by)
    try:
        if not signing.pairs:
            raise Refused(
                _("{where} has no session {kind} in {period} that is over: nothing to close.").format(
                    where=where, kind=found.kind.value, period=found.period
                )
            )
        _agree(found, signing, paper)
        _warn(desk, found, signing)
    except Refused:
        found.held.closures = before
        raise
    return signing


def _rehearse(found: Inquiry, only: Iterable[int] | None, where: str, signed_by: str) -> Signing:
    """The histories as they would be if this signature were there; the inquiry goes on as if it were."""
    within = None if only is None else found.tree.within(only)
    pairs: set[tuple[int, date]] = set()
    people: set[int] = set()
    for person in found.everyone():
        invited = found.agenda.of_person(person)
        for posting in found.held.postings.get(person, ()):
            if within is None or posting.line in within:
                people.add(person)
                days = [*found.agenda.of_line(posting.line), *invited]
                pairs.update((posting.line, day) for day in days if posting.covers(day))
    before = found.held.closures
    found.held.closures = _with(before, pairs, signed_by)
    made = tuple(found.histories(people))
    told = [day for one in made for day in one.days]
    recorded = {(day.line, day.day) for day in told if day.known in (Known.ROLL, Known.SCAN)}
    absent = {(day.line, day.day) for day in told if day.known is Known.CLOSED}
    untouched: dict[int, list[date]] = {}
    for line, on in sorted((pairs & absent) - recorded):
        if on not in before.get(line, {}):
            untouched.setdefault(line, []).append(on)
    return Signing(where, found.kind, signed_by, frozenset(pairs), made, untouched)


def _with(closures: histories.Closures, pairs: Iterable[tuple[int, date]], by: str) -> histories.Closures:
    signed: dict[int, dict[date, Signed]] = {line: dict(days) for line, days in closures.items()}
    for line, day in pairs:
        signed.setdefault(line, {}).setdefault(day, Signed(by, 0))
    return signed


def _agree(found: Inquiry, signing: Signing, paper: Paper) -> None:
    """Refuse when the paper counts otherwise, with the difference and whom it may be."""
    present, total = paper
    sums = signing.sums(signing.pairs)
    differences = [
        (name, said, counted)
        for name, said, counted in ((_("present"), present, sums.present), (_("total"), total, sums.scheduled))
        if said is not None and said != counted
    ]
    if not differences:
        return
    words = "; ".join(
        _("{name}: paper {said}, recorded {counted}, difference {difference}").format(
            name=name, said=said, counted=counted, difference=said - counted
        )
        for name, said, counted in differences
    )
    raise Refused(
        _("Not closed: the paper's totals and the records differ ({words}). Mend the roll, or the totals.").format(
            words=words
        ),
        tuple(_suspects(found, signing)),
    )


def _suspects(found: Inquiry, signing: Signing) -> Iterable[Fault]:
    """A line for each unit and day, so that the paper can be laid beside it."""
    counts: dict[tuple[int, date], list[Code]] = {}
    for one in signing.histories:
        for day in one.scheduled():
            if day.line is not None and (day.line, day.day) in signing.pairs:
                counts.setdefault((day.line, day.day), []).append(day.code)
    for (line, on), codes in sorted(counts.items()):
        present = sum(code in (Code.H, Code.T) for code in codes)
        yield Fault(
            Place(""),
            _("{unit}, {day}: present {present} of {total}, TK {absent}").format(
                unit=found.labels[line], day=on, present=present, total=len(codes), absent=codes.count(Code.TK)
            ),
        )


def close(
    desk: Desk,
    period: Period,
    kind: Kind,
    only: tuple[str, ...],
    signed_by: str,
    paper: Paper,
    reason: str,
    dry_run: bool,
) -> None:
    """Close the rolls of some units, or of all."""
    if not signed_by.strip():
        raise Refused(_("Nobody has signed: name who signed the roll (--signed-by)."))
    with desk.write(keep=not dry_run) as session:
        signing = examine(desk, inquire(desk, session, kind, period), only, signed_by.strip(), paper)
        summary = {"kind": kind.value, "period": str(period), "units": signing.where, "signed_by": signing.signed_by}
        entry, new = _record(desk, session, [signing], reason, summary)
    echo(_said(signing, new) + (_(" (entry {entry})").format(entry=entry) if entry else ""))


def _record(
    desk: Desk, session: Session, signings: Sequence[Signing], reason: str, summary: Mapping[str, Any]
) -> tuple[int | None, frozenset[rolls.Roll]]:
    """Record signatures as one entry; answers the entry, if there was anything new, and the rolls that are new."""
    seed_years(desk, session, {day.year for signing in signings for _line, day in signing.pairs})
    with desk.draft(session, "roll close", reason=reason, **summary) as draft:
        signatures: dict[rolls.Roll, str] = {}
        for signing in signings:
            signatures = signing.keys | signatures
        new = rolls.close(draft, signatures)
    return (None if draft.empty else draft.number), new


def _said(signing: Signing, new: frozenset[rolls.Roll]) -> str:
    """What a signature did, with the figures that follow."""
    fresh = {(line, day) for line, kind, day in new & signing.keys.keys()}
    if not fresh:
        return _("{where}: closed already; nothing was changed.").format(where=signing.where)
    sums = signing.sums(fresh)
    return _(
        "{where}: {count} rolls closed, signed by {name}: {total} scheduled, "
        "{present} present, {excused} excused, {absent} TK"
    ).format(
        where=signing.where,
        count=len(fresh),
        name=signing.signed_by,
        total=sums.scheduled,
        present=sums.present,
        excused=sums.excused,
        absent=sums.absent,
    )


def _warn(desk: Desk, found: Inquiry, signing: Signing) -> None:
    """A line of which nothing at all is recorded is more likely forgotten than empty."""
    for line, days in signing.untouched.items():
        absent = signing.sums({(line, day) for day in days}).absent
        desk.say(
            _("! {unit}, {days}: nothing is recorded; closing makes {count} absences of it.").format(
                unit=found.labels[line], days=", ".join(map(str, days)), count=absent
            )
        )
    for line, head in _other_heads(found, signing):
        desk.say(
            _("! {unit}: its head is {head}, and the roll is signed by {name}.").format(
                unit=found.labels[line], head=head, name=signing.signed_by
            )
        )
    if signing.untouched and not desk.confirm(_("Close all the same?")):
        raise Refused(_("Nothing was closed."))


def _other_heads(found: Inquiry, signing: Signing) -> list[tuple[int, str]]:
    """The lines whose head is known, and is not who signs."""
    heads = units.heads(found.session, found.period.last)
    lines = sorted({line for line, _day in signing.pairs} & heads.keys())
    bare = names.bare(names.split(signing.signed_by).name)
    return [(line, heads[line].name) for line in lines if names.bare(names.split(heads[line].name).name) != bare]


def reopen(desk: Desk, period: Period, kind: Kind, only: tuple[str, ...], reason: str, dry_run: bool) -> None:
    """Take signatures back."""
    from attendance.commands import case_hints

    with desk.write(keep=not dry_run) as session:
        found = inquire(desk, session, kind, period)
        within = found.tree.within(find(found.tree, text) for text in only) if only else None
        pairs = [
            (line, day)
            for line, days in found.held.closures.items()
            for day in days
            if within is None or line in within
        ]
        where = ", ".join(only) if only else _("all units")
        summary = {"kind": kind.value, "period": str(period), "units": where}
        with desk.draft(session, "roll reopen", reason=reason, **summary) as draft:
            count = rolls.reopen(draft, kind, pairs)
        case_hints.tell(desk, session)
    if count:
        echo(_("{where}: {count} rolls reopened (entry {entry}).").format(where=where, count=count, entry=draft.number))
    else:
        echo(_("{where}: no closed rolls in {period}; nothing was changed.").format(where=where, period=period))


def take(
    desk: Desk,
    path: Path,
    *,
    date_format: str | None,
    sheet: str | None,
    mapping: Mapping[str, str],
    skip_bad: bool,
    reason: str,
    dry_run: bool,
) -> Outcome:
    """Close rolls from a list of signatures: all of it, or with `skip_bad` the good rows, or nothing."""
    from attendance.intake import signatures

    reading = signatures.read(path, date_format=date_format, sheet=sheet, mapping=mapping)
    outcome = Outcome(path.name, read=reading.read, refused=list(reading.refused))
    inquiries: dict[tuple[Kind, Period], Inquiry] = {}
    good: list[tuple[Place, Signing]] = []
    with desk.write(keep=not dry_run) as session:
        for row in reading.rows:
            asked = row.kind, Period(row.first, row.last)
            if asked not in inquiries:
                inquiries[asked] = inquire(desk, session, *asked)
            unit, paper = " / ".join(row.unit), (row.present, row.total)
            try:
                good.append((row.place, examine(desk, inquiries[asked], (unit,), row.signed_by, paper)))
            except Refused as refused:
                details = [fault.message for fault in refused.faults]
                outcome.refused.append(Fault(row.place, "; ".join([refused.message, *details])))
        if outcome.refused and not skip_bad:
            importing.hold_back(outcome, [place for place, _signing in good], session)
            return outcome
        summary = {"file": path.name, "signatures": len(good)}
        outcome.entry, new = _record(desk, session, [signing for _place, signing in good], reason, summary)
    for _place, signing in good:
        fresh = bool(new & signing.keys.keys())
        outcome.taken += fresh
        outcome.unchanged += not fresh
        outcome.lines.append(_said(signing, new))
    return outcome
