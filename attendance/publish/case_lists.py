"""Case lists: cases with what comes next, what is due, and the whole file of one; as tables, lines and JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from attendance.language import _
from attendance.publish import case_answers as answers
from attendance.publish import case_sentences as sentences
from attendance.publish.formats import nip, short_day
from attendance.publish.mastheads import INTERNAL
from attendance.publish.tables import Column, Table
from attendance.rules.cases import ORIGINS, STEPS, Case, Done
from attendance.rules.dockets import Changed, Docket


def listed(found: Sequence[Docket], until: date, shifted: Sequence[str]) -> tuple[Table, dict[str, Any]]:
    """Cases, a row each, with the last step and the next; `shifted` are those whose count is another now."""
    columns = (
        Column("number", _("Number")),
        Column("nip", "NIP", sort="nip", detail=True),
        Column("name", _("Name"), wide=True),
        Column("unit", _("Unit"), wide=True, detail=True),
        Column("origin", _("Origin"), detail=True),
        Column("opened", _("Opened"), sort="date", detail=True),
        Column("level", _("Severity"), detail=True),
        Column("step", _("Last step"), wide=True),
        Column("day", _("Day"), sort="date", detail=True),
        Column("next", _("Next"), wide=True),
        Column("by", _("By day"), sort="date"),
        Column("state", _("State")),
    )
    rows = tuple(_row(one, until) for one in found)
    title = f"{INTERNAL}: " + _("Discipline cases")
    notes = [_counted(found, until)] if found else [_("No case. See also those that are closed: --all")]
    if shifted:
        notes.append(sentences.upset(", ".join(shifted)))
    document = {"cases": [answers.brief(one, until) | {"changed": one.case.number in shifted} for one in found]}
    return Table(title, columns, rows, tuple(notes)), document


def _row(found: Docket, until: date) -> tuple[object, ...]:
    case, who = found.case, found.who
    last, first = case.last(), found.first
    level = case.decided or case.level
    return (
        case.number,
        who.profile.nip,
        who.profile.printed,
        who.label,
        case.origin.value,
        case.opened,
        level.value if level else "",
        STEPS[last.step] if last else _("opened"),
        last.day if last else case.opened,
        " / ".join(STEPS[step] for step in first.steps) if first else "",
        first.by if first else None,
        _STATES[found.state(until)](),
    )


_STATES = {
    "closed": lambda: _("closed"),
    "overdue": lambda: _("OVERDUE"),
    "due": lambda: _("due soon"),
    "open": lambda: _("open"),
}


def _counted(found: Sequence[Docket], until: date) -> str:
    states = [one.state(until) for one in found]
    return _("{count} cases: {overdue} overdue, {due} due by {day}, {closed} closed.").format(
        count=len(found),
        overdue=states.count("overdue"),
        due=states.count("due"),
        closed=states.count("closed"),
        day=short_day(until),
    )


def pressing(found: Sequence[Docket], until: date) -> tuple[Table, dict[str, Any]]:
    """What is overdue, due up to a day, waiting without a day, or may be done since; the most pressing first."""
    columns = (
        Column("by", _("By day"), sort="date"),
        Column("state", _("State"), wide=True),
        Column("number", _("Number")),
        Column("nip", "NIP", sort="nip", detail=True),
        Column("name", _("Name"), wide=True),
        Column("unit", _("Unit"), wide=True, detail=True),
        Column("step", _("What is to be done"), wide=True),
        Column("whose", _("By whom"), wide=True),
        Column("article", _("Article"), wide=True, detail=True),
    )
    waiting = [(one.urgency(due, until), one, due) for one in found for due in one.due if one.urgency(due, until)]
    waiting.sort(key=lambda item: (_RANKS.index(item[0]), item[2].by or date.max, item[1].case.number))
    rows = tuple(
        (
            due.by,
            _URGENCIES[how](),
            one.case.number,
            one.who.profile.nip,
            one.who.profile.printed,
            one.who.label,
            " / ".join(STEPS[step] for step in due.steps),
            due.whose.value,
            due.article if one.case.bound else "",
        )
        for how, one, due in waiting
    )
    told = [answers.pressing(one, due, how) for how, one, due in waiting]
    title = f"{INTERNAL}: " + _("Due in discipline cases, up to {day}").format(day=short_day(until))
    table = Table(title, columns, rows, () if rows else (_("Nothing is due."),))
    return table, {"until": until.isoformat(), "due": told}


_URGENCIES = {
    "overdue": lambda: _("OVERDUE"),
    "due": lambda: _("due soon"),
    "now": lambda: _("without delay"),
    "may": lambda: _("may be done"),
}
_RANKS = tuple(_URGENCIES)


def story(found: Docket, changed: Changed | None) -> Iterator[str]:
    """The head of the file of a case: whose it is, what is alleged, on what it rests; loudly what has changed."""
    case, who = found.case, found.who
    yield INTERNAL
    yield f"{case.number}   " + (_("closed") if case.closed else _("open"))
    yield f"{who.profile.printed}   NIP {nip(who.profile.nip)}   {who.profile.status.value}"
    yield "   ".join(part for part in (who.label, who.profile.position, who.profile.rank) if part)
    yield _("Opened on {day} (entry {entry}), from: {origin}").format(
        day=short_day(case.opened), entry=case.entry, origin=ORIGINS[case.origin]
    )
    yield _("Alleged: {text}").format(text=case.allegation)
    source = "; ".join(part for part in (case.channel, case.reference) if part)
    yield from [_("Came in by: {source}").format(source=source)] if source else []
    level = case.level.value if case.level else _("not known yet")
    yield _("May lead to: {level}; {article}").format(level=level, article=case.article or _("article not known yet"))
    if case.rested is not None:
        yield sentences.rests(case.rested)
        if case.rested.sanction:
            yield _("Tier when it was opened: {tier}").format(
                tier=sentences.tier(case.rested.level, case.rested.sanction)
            )
    yield from sentences.changed(changed) if changed else ()


def steps(case: Case) -> Table:
    """The steps of a case, in order."""
    columns = (
        Column("day", _("Day"), sort="date"),
        Column("step", _("Stage"), wide=True),
        Column("number", _("Number"), wide=True),
        Column("by", _("By"), wide=True),
        Column("said", _("Further"), wide=True),
        Column("entry", _("Entry"), "right", "int"),
    )
    rows = tuple(
        (one.day, STEPS[one.step], one.number, one.by, "; ".join(_further(one)), one.entry) for one in case.steps
    )
    return Table(_("Steps"), columns, rows, () if rows else (_("No step yet."),))


def _further(one: Done) -> Iterator[str]:
    """What a step says besides its day, number and name."""
    details = one.details
    if one.meets is not None:
        parts = (short_day(one.meets), details.get("at", ""), details.get("place", ""))
        yield _("calls to {where}").format(where=", ".join(part for part in parts if part))
    if "sanction" in details:
        yield sentences.tier(details.get("level", ""), sentences.sanction(details["sanction"]))
    if "outcome" in details:
        yield sentences.ended(details["outcome"])
    if "late" in details:
        yield _("LATE: {reason}").format(reason=details["late"])
    if one.document:
        yield _("file {name}, SHA-256 {digest}").format(name=one.document, digest=one.sha256[:16])
    if one.note:
        yield one.note


def foot(found: Docket) -> Iterator[str]:
    """The end of the file of a case: its clocks, when it is in force and ends, and what comes next."""
    case = found.case
    for one in found.kept:
        yield sentences.kept(case, one, found.today)
    if found.in_force is not None:
        yield sentences.force(case, found.in_force)
    if found.ends is not None:
        yield sentences.ending(found)
    if case.closed:
        yield _("The case is closed: {outcome}.").format(outcome=sentences.outcome(case))
    yield from sentences.coming(found)
