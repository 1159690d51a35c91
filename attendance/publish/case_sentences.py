"""Case sentences: what is said to the officer of a case: its grounds, a step refused, what comes next and by when.

Of somebody whom PP 94/2021 does not bind no article of it is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attendance.language import _
from attendance.publish.formats import short_day
from attendance.rules.cases import OUTCOMES, STEPS, Case, Done, Outcome, Rested, Step
from attendance.rules.clocks import CLOCKS, FORCE, TEAM
from attendance.rules.dockets import Changed, Docket
from attendance.rules.kinds import NAMES, Kind
from attendance.rules.law import PPPK_HINT, SANCTIONS, Sanction
from attendance.rules.paths import path
from attendance.rules.procedure import SUMMONS, Breach, Due, Kept, Wrong

CLOCKED = (Wrong.EARLY, Wrong.LATE, Wrong.TEAM)
"""What is wrong by an article."""


_WEAK = {TEAM, *(clock.article for clock in CLOCKS if clock.weight == "weak")}
"""Articles of which we are not sure."""


def step(one: Step) -> str:
    """A step with the word that is typed for it: Panggilan I (panggilan-1)."""
    return f"{STEPS[one]} ({'apel case close' if one is Step.SELESAI else one.value})"


def steps(some: Iterable[Step]) -> str:
    """Several steps, one of which may come."""
    return _(" or ").join(step(one) for one in some)


def sanction(text: str) -> str:
    """A sanction as it is written: of a name of the law its words, else the office's own."""
    return SANCTIONS[Sanction(text)] if text in set(Sanction) else text


def tier(level: str, words: str) -> str:
    """A tier: sedang: pemotongan ...; none."""
    return f"{level}: {words}" if words else level or _("no tier")


def _basis(case: Case, article: str) -> str:
    """The article in brackets, and whether it has to be checked; whom it does not bind, what does."""
    if not case.binding:
        return _("(as for PNS, not binding here: {hint})").format(hint=PPPK_HINT)
    if not case.bound:
        return ""
    said = article + (_(", to be checked with the legal section") if article in _WEAK else "")
    return f"({said})" if article else ""


def due(case: Case, one: Due) -> str:
    """What comes next, by when, by which article, and who has to do it."""
    words = {"steps": steps(one.steps), "day": short_day(one.by) if one.by else "", "whose": one.whose.value}
    last = next(reversed(path(case)), None)
    if one.by is None:
        told = _("without delay: {steps}; {whose}")
    elif one.earliest:
        told = _("from {day} on: {steps}; {whose}")
    elif last is not None and last.step in SUMMONS and one.by == last.meets:
        told = _("on {day}: {steps}; {whose}")
    else:
        told = _("by {day} at the latest: {steps}; {whose}")
    return f"{told.format(**words)} {_basis(case, one.article)}".strip()


def coming(found: Docket) -> Iterator[str]:
    """What comes next in a case, a line each, the overdue loudly."""
    late = found.overdue()
    for one in found.due:
        yield (_("!! OVERDUE, ") if one in late else _("Next, ")) + due(found.case, one)


def kept(case: Case, one: Kept, today: date) -> str:
    """A clock that ran: kept, missed, or running."""
    words = {
        "steps": " / ".join(STEPS[end] for end in one.clock.ends),
        "by": short_day(one.by),
        "met": short_day(one.met) if one.met else "",
        "whose": one.clock.whose.value,
    }
    if one.missed(today):
        told = _("!! MISSED: {steps} by {by}, done on {met}; {whose}")
        told = told if one.met else _("!! MISSED: {steps} by {by}, not done; {whose}")
    else:
        told = _("kept: {steps} by {by}, done on {met}; {whose}")
        told = told if one.met else _("running: {steps} by {by}; {whose}")
    return f"{told.format(**words)} {_basis(case, one.clock.article)}".strip()


def upset(numbers: str) -> str:
    """Cases whose count is another than when they were opened."""
    return _("!! THE COUNT HAS CHANGED under {numbers}: apel case show NUMBER").format(numbers=numbers)


def changed(found: Changed) -> Iterator[str]:
    """What became of the count under a case: loudly where it is another, calmly where there is only more of it."""
    rested = found.rested
    if found.loud:
        yield _("!! THE COUNT HAS CHANGED since the case was opened: {then} days then, {now} now.").format(
            then=rested.total, now=found.total
        )
    for day in found.gone:
        told = (
            _("!! {day} counted then; now it is {code}: {reason}")
            if day.reason
            else _("!! {day} counted then; now it is no day that counts")
        )
        yield told.format(day=short_day(day.day), code=day.code, reason=day.reason)
    if found.converted < rested.converted:
        yield _("!! {then} of the days were made of hours of lateness then, {now} are now").format(
            then=rested.converted, now=found.converted
        )
    if found.late:
        yield _("!! Known only afterwards: {days}").format(days=", ".join(map(short_day, found.late)))
    if found.since:
        yield _("! Since then {count} more: {days}").format(
            count=len(found.since), days=", ".join(map(short_day, found.since))
        )
    if rested.kind == Kind.KERJA and (found.loud or found.since):
        now = tier(found.tier.level.value, found.tier.sanction) if found.tier else tier("", "")
        then = tier(rested.level, rested.sanction)
        mark = "!!" if found.loud else "!"
        yield f"{mark} " + (
            _("The tier is the same still: {now}.") if now == then else _("Tier then: {then}. Tier now: {now}.")
        ).format(now=now, then=then)


def breach(case: Case, done: Done, one: Breach, call_by: date | None = None, earliest: date | None = None) -> str:
    """Why a step is refused, by which article, from or up to which day, and what may be done instead."""
    limit = short_day(one.limit) if one.limit else ""
    words = {
        "step": step(done.step),
        "day": short_day(done.day),
        "limit": limit,
        "days": one.days,
        "may": steps(one.may),
    }
    last = case.last()
    words |= {"last": STEPS[last.step], "entry": last.entry} if last else {"last": ""}
    told = _breach(case, done, one).format(**words)
    if one.wrong is Wrong.EARLY and call_by is not None and done.meets is not None:
        told += " " + _("For {meets} the summons must be out by {by}.").format(
            meets=short_day(done.meets), by=short_day(call_by)
        )
    if one.wrong is Wrong.MEETING and earliest is not None:
        told += " " + _("The first day to which a summons of this day may call is {day}.").format(
            day=short_day(earliest)
        )
    basis = _basis(case, one.article) if one.wrong in CLOCKED else ""
    return f"{told} {basis}".strip()


def _breach(case: Case, done: Done, one: Breach) -> str:
    match one.wrong:
        case Wrong.ORDER if not one.may:
            return _("The case is closed; nothing follows.")
        case Wrong.ORDER if case.last() is None:
            return _("{step} cannot be the first step. What may come now: {may}.")
        case Wrong.ORDER:
            return _("{step} cannot come after {last}. What may come now: {may}.")
        case Wrong.BEFORE if case.last() is None:
            return _("{day} is before the day on which the case was opened, {limit}.")
        case Wrong.BEFORE:
            return _(
                "{day} is before the last step, {last} of {limit}. If it was done then, take that one back first (apel "
                "undo {entry}), and record it again afterwards."
            )
        case Wrong.AHEAD:
            return _("{day} has not come yet; a step is recorded once it was done.")
        case Wrong.MEETING:
            return _("A summons calls to a day after its own: --on DATE, {limit} or later.")
        case Wrong.EARLY if done.step is Step.SELESAI:
            return _("{step} on {day} is too early: the sanction lasts up to {limit}.")
        case Wrong.EARLY if not one.days:
            return _("{step} on {day} is too early: he is called for {limit}, and only then it is known.")
        case Wrong.EARLY if done.meets is not None:
            return _("{step} of {day} calls too early: {days} working days lie between, so to {limit} or later.")
        case Wrong.EARLY:
            return _("{step} on {day} is too early: at least {days} working days, so on {limit} or later.")
        case Wrong.LATE if done.step is Step.PANGGILAN_KEPUTUSAN:
            return _("It calls to a day after {limit}, the last on which the decision is handed over in time.")
        case Wrong.LATE if not case.bound:
            return _("{step} on {day} is later than {limit} ({days} working days).")
        case Wrong.LATE:
            return _(
                "{step} on {day} is too late: {limit} was the last day ({days} working days). If it was done so, "
                "record it truthfully with --late REASON; it stays marked as missed."
            )
        case Wrong.HOLIDAY:
            return _("{limit} is no working day of the office. Is the date right?")
        case Wrong.TEAM if Step.PEMERIKSAAN in one.may:
            return _("The team was formed after the examination, and examines anew before a sanction that is berat.")
        case Wrong.TEAM:
            return _("A sanction that is berat needs a team of examiners first: step tim.")
        case _:
            return _("This outcome comes after: {may}. The outcome dihentikan ends a case after any step.")


def after(found: Docket) -> Iterator[str]:
    """What is said after a step: when a decision is in force, when a sanction ends, what comes next."""
    case = found.case
    last = case.last()
    if last is not None and last.step is Step.TERIMA and found.in_force is not None:
        yield force(case, found.in_force)
    if last is not None and last.step is Step.DIJALANI:
        yield ending(found)
    if case.closed:
        yield _("The case is closed: {outcome}.").format(outcome=outcome(case))
    yield from coming(found)


def force(case: Case, day: date) -> str:
    """When a decision is in force."""
    told = _("In force on {day}, the 15th working day after it was received, if nobody objects or appeals").format(
        day=short_day(day)
    )
    return f"{told} {_basis(case, FORCE.article)}"


def ending(found: Docket) -> str:
    """When a sanction that is being carried out ends."""
    if found.ends is None:
        return _("{sanction}: it does not end by itself.").format(sanction=sanction(found.case.sanction))
    return _("{sanction}: it ends on {day}.").format(sanction=sanction(found.case.sanction), day=short_day(found.ends))


def outcome(case: Case) -> str:
    """How a closed case ended."""
    closed = case.last(Step.SELESAI)
    return ended(closed.details["outcome"]) if closed else ""


def ended(outcome: str) -> str:
    """An outcome in words."""
    return OUTCOMES[Outcome(outcome)]


def entered(entry: int | None) -> str:
    """The entry in brackets; nothing in a rehearsal, for there is none to be undone."""
    return _(" (entry {entry})").format(entry=entry) if entry else ""


def rests(rested: Rested) -> str:
    """On what a case rests: how many days of which kind, which days, how many in a row."""
    said = _("Rests on {count} days without reason in {year} ({kind}): {days}").format(
        count=rested.total,
        year=rested.year,
        kind=rested.law or NAMES[Kind(rested.kind)],
        days=dates(rested.days),
    )
    if rested.converted:
        said += _("; {count} of them made of hours of lateness").format(count=rested.converted)
    if rested.run:
        said += _("; in a row {count}").format(count=len(rested.run))
    return said + (_("; PROVISIONAL") if rested.provisional else "")


def dates(days: Iterable[date]) -> str:
    """Days in the short form 4, 5, 6, 8/3/2026: each month once."""
    from attendance.publish.reports import dates as written

    return written(days)
