"""Opening a case: the count on which it rests is taken and frozen, and what lacks is said at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from attendance.commands import disciplining, inquiry
from attendance.commands.desk import Desk, settings
from attendance.commands.warning_letters import numbers
from attendance.errors import Fault, Place, Refused
from attendance.language import _
from attendance.ledger import appointments, cases, people
from attendance.ledger.engine import Session
from attendance.publish import case_openings, case_sentences
from attendance.publish.formats import short_day
from attendance.rules.cases import Case, Origin, Rested
from attendance.rules.codes import Code
from attendance.rules.discipline import Count, Judged, status_on
from attendance.rules.dockets import Opening
from attendance.rules.histories import Day
from attendance.rules.kinds import Kind
from attendance.rules.law import REGULATIONS, UNDER_PP, Level, Regulation, Tier
from attendance.rules.periods import Period
from attendance.rules.rosters import Profile
from attendance.rules.units import fold


@dataclass(frozen=True, slots=True)
class Asked:
    """What an officer says of a case that he opens."""

    person: int
    origin: Origin
    day: date
    period: Period | None = None
    kind: Kind | None = None
    level: Level | None = None
    allegation: str = ""
    article: str = ""
    channel: str = ""
    reference: str = ""


def opening(desk: Desk, session: Session, asked: Asked, today: date) -> Opening:
    """The case that would be opened. Errors: Refused, with everything that stands against it."""
    if faults := tuple(Fault(Place(""), told) for told in _lacking(asked, today)):
        raise Refused(_("No case was opened."), faults)
    profile = people.profiles(session, [asked.person])[asked.person]
    period = _period(asked)
    found = _found(desk, session, asked, profile, period)
    others = [one for one in cases.cases(session, [asked.person]) if _same(one, found.case)]
    if standing := [one for one in others if not one.closed]:
        raise Refused(
            _(
                "{number} of {day} is open already for the same person on the same grounds. Carry it on: apel case "
                'step "{number}" ..., or end it first: apel case close "{number}" --outcome dihentikan --reason ...'
            ).format(number=standing[0].number, day=short_day(standing[0].opened))
        )
    return replace(found, before=tuple(others))


def _lacking(asked: Asked, today: date) -> Iterator[str]:
    """What is wrong with what an officer says, apart from the count."""
    if asked.day > today:
        yield _("--date {day} has not come yet.").format(day=asked.day)
    if asked.period is not None and asked.period.first.year != asked.period.last.year:
        yield _("--period {period} is of two years: days are counted within one calendar year.").format(
            period=asked.period
        )
    if asked.period is not None and asked.period.first > asked.day:
        yield _("--period {period} begins after the day of the case, {day}.").format(period=asked.period, day=asked.day)
    if asked.kind is not None and asked.origin is not Origin.APEL:
        yield _("--kind goes with --origin apel only.")
    if asked.kind is Kind.KERJA and asked.origin is Origin.APEL:
        yield _("--kind kerja is no assembly: days of work missed are --origin kehadiran.")
    if asked.period is not None and asked.origin in (Origin.PENGADUAN, Origin.PEMERIKSAAN):
        yield _("--period goes with a count: --origin kehadiran or apel.")
    needed = {
        Origin.KEHADIRAN: (),
        Origin.APEL: ("level", "article"),
        Origin.PENGADUAN: ("allegation", "channel", "reference"),
        Origin.PEMERIKSAAN: ("allegation", "reference"),
    }
    why = {
        "level": _(
            "--level: an assembly that was missed is no absence from work, so the law proposes none; say what your own "
            "rule says."
        ),
        "article": _("--article: name the article of the office's own rule on assemblies."),
        "allegation": _("--allegation: say what is alleged."),
        "channel": _("--channel: say how the complaint came in (SP4N-LAPOR!, letter, at the counter, ...)."),
        "reference": _("--reference: give the number of the complaint or of the report of the inspection."),
    }
    yield from (why[name] for name in needed[asked.origin] if not getattr(asked, name))


def _period(asked: Asked) -> Period:
    """What is counted: from 1 January, or of assemblies from the first day asked for, up to the day of the case."""
    period = asked.period or Period(date(asked.day.year, 1, 1), date(asked.day.year, 12, 31))
    first = period.first if asked.origin is Origin.APEL else date(period.first.year, 1, 1)
    return Period(first, min(period.last, asked.day))


def _found(desk: Desk, session: Session, asked: Asked, profile: Profile, period: Period) -> Opening:
    known = appointments.appointments(session, [asked.person]).get(asked.person, ())
    case = Case(
        "",
        asked.person,
        asked.origin,
        asked.day,
        asked.allegation,
        asked.level,
        asked.article,
        asked.channel,
        asked.reference,
        status_on(asked.day, profile.status, known) in UNDER_PP,
    )
    if asked.origin is Origin.KEHADIRAN:
        return _work(desk, session, case, profile, period)
    if asked.origin is Origin.APEL:
        return _assemblies(desk, session, case, profile, asked.kind or Kind.APEL_PAGI, period)
    return Opening(case)


def _work(desk: Desk, session: Session, case: Case, profile: Profile, period: Period) -> Opening:
    """From the working days of a year: the tier that the law, or the local table, has for them."""
    law = settings(session).discipline.law
    counted = disciplining.count(desk, session, period, law, [case.person])
    judged = next(iter(counted.people), None)
    count = _decisive(judged)
    if judged is None or count is None:
        raise Refused(_too_few(profile, period, judged))
    tier, regulation = count.tier, count.regulation
    waiting = tuple(_waiting(counted.found, judged.history.days, period))
    rested = Rested(
        kind=Kind.KERJA.value,
        year=period.first.year,
        days=tuple(day.day for day in count.days),
        run=tuple(day.day for day in count.row or count.run),
        law=regulation.name if regulation else "",
        article=tier.article if tier else "",
        sanction=tier.sanction if tier else "",
        level=tier.level.value if tier else "",
        provisional=bool(waiting),
        first=period.first,
        until=period.last,
        converted=count.converted,
    )
    made = replace(
        case,
        allegation=case.allegation or case_openings.absent(rested, count.by_row),
        level=case.level or (tier.level if tier else None),
        article=case.article or (_article(regulation, tier) if regulation and tier else ""),
        binding=regulation in REGULATIONS,
        rested=rested,
    )
    return Opening(made, tier, judged.salary_stop, waiting)


def _decisive(judged: Judged | None) -> Count | None:
    """The count of the heaviest tier; of those whom no regulation judges, what was counted."""
    if judged is None or judged.tier is not None or judged.status in UNDER_PP:
        return judged.decisive if judged else None
    return next((one for one in judged.counts if one.regulation is None and one.total), None)


def _article(regulation: Regulation, tier: Tier) -> str:
    """PP 94/2021 Pasal 4 huruf f jo. Pasal 10 ayat (2) huruf f angka 1; of a local table its name and article."""
    cited = " jo. ".join(part for part in (regulation.duty, tier.article) if part)
    return f"{regulation.name} {cited}".strip()


def _too_few(profile: Profile, period: Period, judged: Judged | None) -> str:
    """How many days there are, and how many lack to the first tier."""
    counts = judged.counts if judged else ()
    days = sum(one.total for one in counts)
    told = _("{name}: {days} days of work missed without reason from {first} to {last}; no tier is reached.").format(
        name=profile.printed, days=days, first=period.first, last=period.last
    )
    lacking = [
        one.regulation.tiers[0].least - one.total
        for one in counts
        if one.regulation is not None and one.regulation.tiers
    ]
    if judged is not None and judged.unreported:
        told += " " + _(
            "Of {count} days the roll is not signed, and none of them counts: apel roll missing {period} --kind kerja"
        ).format(count=len(judged.unreported), period=period)
    if lacking:
        told += " " + _("{count} more would reach the first.").format(count=min(lacking))
    return told + " " + _("A case that does not rest on days of work: --origin apel, pengaduan or pemeriksaan.")


def _assemblies(desk: Desk, session: Session, case: Case, profile: Profile, kind: Kind, period: Period) -> Opening:
    """From assemblies missed, under the office's own rule: level and article are those that the officer gives."""
    found = inquiry.inquire(desk, session, kind, period, [case.person])
    (history,) = found.histories([case.person])
    missed = tuple(day.day for day in history.days if day.code is Code.TK)
    if not missed:
        raise Refused(
            _("{name}: no {kind} was missed without reason from {first} to {last}.").format(
                name=profile.printed, kind=kind.value, first=period.first, last=period.last
            )
        )
    waiting = tuple(_waiting(found, history.days, period))
    rested = Rested(
        kind=kind.value,
        year=period.first.year,
        days=missed,
        run=(),
        law="",
        article=case.article,
        sanction="",
        level=case.level.value if case.level else "",
        provisional=bool(waiting),
        first=period.first,
        until=period.last,
    )
    made = replace(case, allegation=case.allegation or case_openings.missed(rested), rested=rested)
    return Opening(made, waiting=waiting)


def _waiting(found: inquiry.Inquiry, days: Iterable[Day], period: Period) -> Iterator[str]:
    """The days of which the roll is not signed, by line."""
    lines: dict[int, list[date]] = {}
    for day in days:
        if day.code is Code.BL and day.day in period and day.line is not None:
            lines.setdefault(day.line, []).append(day.day)
    for line, some in lines.items():
        yield f"{found.labels[line]}: {case_sentences.dates(some)}"


def _same(one: Case, other: Case) -> bool:
    """Whether two cases of one person rest on the same grounds: the count of one kind and year, or one complaint."""
    if one.origin is not other.origin:
        return False
    if one.rested is not None and other.rested is not None:
        return (one.rested.kind, one.rested.year) == (other.rested.kind, other.rested.year)
    return (fold(one.reference), one.opened.year) == (fold(other.reference), other.opened.year)


def number(session: Session, typed: str | None, day: date) -> str:
    """The number of a new case, from the office's pattern or as it was typed. Errors: Refused where it is taken."""
    pattern = " ".join((typed if typed is not None else settings(session).discipline.number).split())
    if not pattern:
        raise Refused(
            _("--number: a case needs a number, or a pattern of one such as {example}.").format(
                example="PD-{n}/{tahun}"
            )
        )
    taken = cases.numbers(session)
    (made,) = numbers(pattern, day, None, 1, () if "{n}" not in pattern else taken)
    if fold(made) in map(fold, taken):
        raise Refused(_("The number {number} stands on another case. Choose another: --number").format(number=made))
    return made
