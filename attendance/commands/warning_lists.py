"""What is told of warnings: the proposal, the issued ones, and what came of an issue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from attendance.commands.desk import Desk, settings
from attendance.commands.warning_letters import Made
from attendance.commands.warnings import Proposal, roman
from attendance.language import N_, _
from attendance.ledger import people, warnings
from attendance.ledger.engine import Session
from attendance.publish import answers, reports
from attendance.publish.formats import short_day
from attendance.publish.tables import Column, Table
from attendance.rules import ladders
from attendance.rules.ladders import Fallen, Issued, Standing, State

WORDS = {
    State.DUE: N_("due"),
    State.BEYOND: N_("ladder at its end"),
    State.HELD: N_("not reported"),
    State.NEAR: N_("one short"),
    State.HAD: N_("answered"),
}
"""What a list calls each state."""


def proposal(found: Proposal) -> tuple[Table, dict[str, Any]]:
    """The proposal as a list and as JSON."""
    inquiry = found.found
    columns = (
        Column("state", _("State")),
        Column("nip", "NIP", sort="nip", detail=True),
        Column("name", _("Name"), wide=True),
        Column("unit", _("Unit"), wide=True),
        Column("why", _("Why")),
        Column("dates", _("Dates"), wide=True),
        Column("step", _("Step"), "right", "int", detail=True),
        Column("rule", _("Rule"), detail=True),
        Column("figure", _("Figure"), "right", "int", detail=True),
        Column("limit", _("Limit"), "right", "int", detail=True),
        Column("before", _("Warned before"), wide=True, detail=True),
    )
    rows = tuple(
        (
            _(WORDS[one.state]),
            one.history.profile.nip,
            one.history.profile.printed,
            inquiry.labels.get(one.history.unit or 0, ""),
            _why(one),
            reports.dates(day.day for day in one.days),
            one.step,
            one.rule,
            one.figure,
            _limit(one),
            tuple(f"{roman(held.step)} {held.number}" for held in one.before),
        )
        for one in found.standings
    )
    notes = (*reports.provisional(inquiry.silent, inquiry.labels), *_said(found))
    title = _("Letters of warning: {kind}, {period}").format(kind=inquiry.kind.value, period=inquiry.period)
    document = answers.frame(inquiry.kind, inquiry.period, inquiry.silent, inquiry.labels)
    document["people"] = [_person(found, one) for one in found.standings]
    return Table(title, columns, rows, notes), document


def _why(one: Standing) -> str:
    """I: beruntun 4/3; the limit is left out where a warning was issued already, perhaps under another."""
    limit = _limit(one)
    return f"{roman(one.step)}: {one.rule} {one.figure}" + (f"/{limit}" if limit is not None else "")


def _limit(one: Standing) -> int | None:
    return None if one.state is State.HAD else one.limit


def _person(found: Proposal, one: Standing) -> dict[str, Any]:
    unit = one.history.unit
    return {
        "nip": one.history.profile.nip,
        "name": one.history.profile.name,
        "unit": found.found.labels[unit] if unit is not None else None,
        "state": one.state.name.lower(),
        "step": one.step,
        "rule": one.rule,
        "limit": _limit(one),
        "figure": one.figure,
        "dates": [day.day.isoformat() for day in one.days],
        "before": [held.number for held in one.before],
        "unreported": [day.isoformat() for day in one.missing],
    }


def _said(found: Proposal) -> Iterator[str]:
    counts = Counter(one.state for one in found.standings)
    if not counts:
        yield _("Nobody is due for a warning.")
        return
    words = {
        State.DUE: _("{count} due: apel warn issue {period} -o FOLDER"),
        State.BEYOND: _("{count} past the last step: the ladder has no further one; the head decides."),
        State.HELD: _("{count} not proposed: their line has not reported all days. See: apel roll missing {period}"),
        State.NEAR: _("{count} one short of the limit: a word in time spares a letter."),
        State.HAD: _("{count} answered: a warning rests on these absences already; they do not count again."),
    }
    for state, told in words.items():
        if counts[state]:
            yield told.format(count=counts[state], period=found.found.period)


def outcome(found: Proposal, made: Sequence[Made], entry: int | None) -> Iterator[str]:
    """What an issue did: each letter, and how many were held."""
    for one in made:
        told = _("{number}: step {step}, {name}, {unit}: {figure} ({rule}), {dates}")
        yield told.format(
            number=one.issued.number,
            step=roman(one.issued.step),
            name=one.letter.profile.printed,
            unit=one.letter.unit,
            figure=one.issued.figure,
            rule=one.issued.rule,
            dates=reports.dates(one.issued.days),
        )
    if entry is None:
        yield _("No letter is due; nothing was written.")
    else:
        yield _("{count} letters were issued (entry {entry}).").format(count=len(made), entry=entry)
    held = len(found.of(State.HELD))
    if held:
        yield _("! {count} reach the limit, but their line has not reported all days: no letter for them.").format(
            count=held
        )
    if made and not found.ladder.basis:
        yield _("! No legal basis is configured (ladder.basis); the letters name none.")


def issued(desk: Desk, session: Session, only: Collection[int] | None = None) -> Table:
    """The warnings that were issued, by person and date."""
    ladder = settings(session).ladder
    today = desk.day()
    found = [one for one in warnings.issued(session) if only is None or one.person in only]
    profiles = people.profiles(session, {one.person for one in found})
    columns = (
        Column("nip", "NIP", sort="nip", detail=True),
        Column("name", _("Name"), wide=True),
        Column("step", _("Step")),
        Column("number", _("Number")),
        Column("dated", _("Dated"), sort="date"),
        Column("until", _("Holds until"), sort="date"),
        Column("holds", _("Holds"), sort="text", detail=True),
        Column("kind", _("Kind"), detail=True),
        Column("rule", _("Rule"), detail=True),
        Column("figure", _("Figure"), "right", "int", detail=True),
        Column("dates", _("Dates"), wide=True),
        Column("signed_by", _("Signed by"), wide=True, detail=True),
        Column("entry", _("Entry"), "right", "int", detail=True),
    )
    ordered = sorted(found, key=lambda one: (profiles[one.person].name.casefold(), one.person, one.dated, one.step))
    rows = tuple(
        (
            profiles[one.person].nip,
            profiles[one.person].printed,
            roman(one.step),
            one.number,
            one.dated,
            ladders.holds_until(one, ladder),
            today <= ladders.holds_until(one, ladder),
            one.kind.value,
            one.rule,
            one.figure,
            reports.dates(one.days),
            one.signed_by,
            one.entry,
        )
        for one in ordered
    )
    return Table(_("Letters of warning"), columns, rows, () if rows else (_("No warning was issued."),))


def line(one: Issued) -> str:
    """A warning within the story of a person."""
    return _("{dated}: warning {step}, number {number}, {kind}: absent on {dates}").format(
        dated=short_day(one.dated),
        step=roman(one.step),
        number=one.number,
        kind=one.kind.value,
        dates=reports.dates(one.days),
    )


def lost(nip: str, name: str, one: Fallen) -> str:
    """A warning under which absences have fallen away."""
    gone = set(one.issued.days).difference(one.left)
    codes = ", ".join(f"{short_day(day.day)} {day.code.value}" for day in one.gone)
    without = gone.difference(day.day for day in one.gone)
    told = ", ".join(part for part in (codes, ", ".join(f"{short_day(day)} -" for day in sorted(without))) if part)
    words = (
        _(
            "{nip} {name}, {number} (step {step}): {gone} of {all} absences fell away ({dates}); "
            "the limit is reached still"
        )
        if one.stands
        else _(
            "{nip} {name}, {number} (step {step}): {gone} of {all} absences fell away ({dates}); THE LIMIT IS NOT "
            'REACHED ANY MORE. Take it back: apel warn void "{number}" --reason ...'
        )
    )
    return words.format(
        nip=nip,
        name=name,
        number=one.issued.number,
        step=roman(one.issued.step),
        gone=len(gone),
        all=len(one.issued.days),
        dates=told,
    )
