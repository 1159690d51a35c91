"""Closing rolls: whose are closed, whether the paper's totals agree, and what follows for whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from attendance.commands import importing
from attendance.commands.calendar import seed_years
from attendance.commands.desk import Desk, echo
from attendance.commands.importing import Outcome
from attendance.commands.inquiry import Inquiry, inquire
from attendance.commands.unit import find
from attendance.errors import Fault, Refused
from attendance.language import _
from attendance.ledger import rolls
from attendance.rules import histories, totals
from attendance.rules.codes import Code
from attendance.rules.histories import History, Signed
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period
from attendance.rules.totals import Totals

Paper = tuple[int | None, int | None]
"""Present and total as the paper counts them, where they were given."""


@dataclass(frozen=True, slots=True)
class Signing:
    """What a signature would close: the lines and days, and the histories that would follow."""

    pairs: frozenset[tuple[int, date]]
    histories: tuple[History, ...]
    untouched: tuple[int, ...]  # lines of whose people nothing at all is recorded

    @property
    def sums(self) -> Totals:
        """The figures of the closed lines and days."""
        return totals.of(day for one in self.histories for day in one.scheduled() if (day.line, day.day) in self.pairs)


def rehearse(found: Inquiry, only: Iterable[int] | None, signed_by: str) -> Signing:
    """What would be closed, and what would follow, if this signature were there."""
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
    found.held.closures = _with(found.held.closures, pairs, signed_by)
    made = tuple(found.histories(people))
    known = {day.line for one in made for day in one.days if day.known is not histories.Known.CLOSED}
    untouched = tuple(sorted({line for line, _day in pairs} - known))
    return Signing(frozenset(pairs), made, untouched)


def _with(closures: histories.Closures, pairs: Iterable[tuple[int, date]], by: str) -> histories.Closures:
    signed: dict[int, dict[date, Signed]] = {line: dict(days) for line, days in closures.items()}
    for line, day in pairs:
        signed.setdefault(line, {}).setdefault(day, Signed(by, 0))
    return signed


def _agree(found: Inquiry, signing: Signing, paper: Paper) -> None:
    """Refuse when the paper counts otherwise, with the difference and whom it may be."""
    present, total = paper
    sums = signing.sums
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
    from attendance.errors import Place

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
        said, _new = _close(desk, inquire(desk, session, kind, period), only, signed_by.strip(), paper, reason)
    echo(said)


def _close(
    desk: Desk, found: Inquiry, only: tuple[str, ...], signed_by: str, paper: Paper, reason: str
) -> tuple[str, bool]:
    """Close rolls; answers what was done, and whether anything was new."""
    session, kind, period = found.session, found.kind, found.period
    units = [find(found.tree, text) for text in only] if only else None
    signing = rehearse(found, units, signed_by)
    where = ", ".join(found.tree.label(unit) for unit in units) if units else _("all units")
    if not signing.pairs:
        raise Refused(
            _("{where} has no session {kind} in {period} that is over: nothing to close.").format(
                where=where, kind=kind.value, period=period
            )
        )
    _agree(found, signing, paper)
    _warn(desk, found, signing)
    seed_years(desk, session, {day.year for _line, day in signing.pairs})
    summary = {"kind": kind.value, "period": str(period), "units": where, "signed_by": signed_by}
    with desk.draft(session, "roll close", reason=reason, **summary) as draft:
        new = rolls.close(draft, kind, signing.pairs, signed_by)
    if draft.empty:
        return _("{where}: closed already; nothing was changed.").format(where=where), False
    sums = signing.sums
    said = _(
        "{where}: {count} rolls closed, signed by {name}: {total} scheduled, "
        "{present} present, {excused} excused, {absent} TK (entry {entry})."
    ).format(
        where=where,
        count=new,
        name=signed_by,
        total=sums.scheduled,
        present=sums.present,
        excused=sums.excused,
        absent=sums.absent,
        entry=draft.number,
    )
    return said, True


def _warn(desk: Desk, found: Inquiry, signing: Signing) -> None:
    """A line of which nothing at all is recorded is more likely forgotten than empty."""
    for line in signing.untouched:
        count = sum(any(day.line == line for day in one.days) for one in signing.histories)
        desk.say(
            _("! {unit}: nothing is recorded of its {count} people; closing makes all of them absent.").format(
                unit=found.labels[line], count=count
            )
        )
    if signing.untouched and not desk.confirm(_("Close all the same?")):
        raise Refused(_("Nothing was closed."))


def reopen(desk: Desk, period: Period, kind: Kind, only: tuple[str, ...], reason: str, dry_run: bool) -> None:
    """Take signatures back."""
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
    good = []
    inquiries: dict[tuple[Kind, Period], Inquiry] = {}
    with desk.write(keep=not dry_run) as session:
        for row in reading.rows:
            asked = row.kind, Period(row.first, row.last)
            if asked not in inquiries:
                inquiries[asked] = inquire(desk, session, *asked)
            paper = (row.present, row.total)
            try:
                said, new = _close(desk, inquiries[asked], (" / ".join(row.unit),), row.signed_by, paper, reason)
            except Refused as refused:
                details = [fault.message for fault in refused.faults]
                outcome.refused.append(Fault(row.place, "; ".join([refused.message, *details])))
            else:
                good.append(row.place)
                outcome.lines.append(said)
                outcome.taken += new
                outcome.unchanged += not new
        if outcome.refused and not skip_bad:
            outcome.taken = outcome.unchanged = 0
            outcome.lines.clear()
            importing.hold_back(outcome, good, session)
    return outcome
