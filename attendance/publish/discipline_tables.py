"""Discipline tables: who has met what in the law, and the notes under it: the law, the transition, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from attendance.language import _
from attendance.publish import discipline_words as words
from attendance.publish import formats
from attendance.publish.discipline_words import Told
from attendance.publish.tables import Column, Table

Silent = Mapping[int, Sequence[date]]
"""Lines that have not reported, and the days that are missing."""

NEAR = 2
"""Whoever lacks no more days than this for the next tier is named."""

NAMED = 10
"""No more people than this are named in a note, and no more days of a line."""

UNITS = 6
"""No more units than this are named that lack the same days."""


def screen(found: Sequence[Told], title: str, notes: tuple[str, ...] = ()) -> Table:
    """What fits a terminal: who, the days and the longest run, what they meet, from when on the salary stops."""
    years = len({one.judged.year.first.year for one in found}) > 1
    columns = (
        *((Column("year", _("Year")),) if years else ()),
        Column("name", _("Name"), wide=True),
        Column("unit", _("Unit"), wide=True),
        Column("status", _("Status")),
        Column("days", _("Days"), "right", "int"),
        Column("run", _("Run"), "right", "int"),
        Column("tier", _("Tier and article"), wide=True),
        Column("salary_stop", _("Salary stops")),
    )
    rows = tuple(
        (
            *((str(one.judged.year.first.year),) if years else ()),
            one.judged.history.profile.printed,
            one.unit,
            words.STATUSES.get(one.judged.status, one.judged.status.value),
            _total(one),
            len(one.judged.run),
            words.met(one),
            words.month(one.judged.salary_stop),
        )
        for one in found
    )
    return Table(title, columns, rows, notes)


def _total(one: Told) -> int:
    """The days of the year with those that lateness made."""
    return sum(count.total for count in one.judged.counts)


def rows(found: Sequence[Told], title: str) -> Table:
    """The same for a file, with nothing shortened."""
    columns = (
        Column("year", _("Year")),
        Column("nip", "NIP", sort="nip"),
        Column("name", _("Name"), wide=True),
        Column("unit", _("Unit"), wide=True),
        Column("status", _("Status")),
        Column("days", _("Days"), "right", "int"),
        Column("converted", _("Days of lateness"), "right", "int"),
        Column("run", _("Run"), "right", "int"),
        Column("level", _("Severity")),
        Column("sanction", _("Sanction"), wide=True),
        Column("article", _("Article"), wide=True),
        Column("law", _("Regulation")),
        Column("salary_stop", _("Salary stops")),
        Column("missing", _("Days to the next tier"), "right", "int"),
        Column("provisional", _("Provisional")),
        Column("cases", _("Open cases"), wide=True),
        Column("dates", _("Dates"), wide=True),
        Column("split", _("Days by regulation"), wide=True),
    )
    return Table(title, columns, tuple(map(_row, found)))


def _row(one: Told) -> tuple[object, ...]:
    judged, tier, law = one.judged, one.judged.tier, words.law(one)
    further, stop = words.further(one), judged.salary_stop
    return (
        str(judged.year.first.year),
        judged.history.profile.nip,
        judged.history.profile.printed,
        one.unit,
        judged.status.value,
        len(judged.days),
        sum(count.converted for count in judged.counts),
        len(judged.run),
        tier.level.value if tier else "",
        words.sanction(one),
        tier.article if tier else "",
        law.name if law else "",
        f"{stop:%Y-%m}" if stop else "",
        further[0] if further else None,
        bool(one.waiting),
        one.cases,
        words.span(judged.days),
        words.split(one),
    )


def notes(found: Sequence[Told], silent: Silent, labels: Mapping[int, str]) -> Iterator[str]:
    """What has to be said under the list."""
    yield from provisional(silent, labels)
    yield from laws(found)
    near = [(further[0], one) for one in found if (further := words.further(one)) and further[0] <= NEAR]
    if near:
        said = "; ".join(_near(missing, one) for missing, one in near[:NAMED])
        yield _("Near the next tier: {people}{more}.").format(people=said, more=_more(len(near[NAMED:])))
    crosses = [crossing(one) for one in found if one.judged.crosses]
    offers = [said for one in found for said in offered(one)]
    for some in (crosses, offers):
        yield from some[:NAMED]
        if some[NAMED:]:
            yield _("The same holds for {count} more people; --format json shows them.").format(count=len(some[NAMED:]))
    if any(one.judged.salary_stop for one in found):
        yield _(
            "Ten working days in a row: the salary stops from the next month on, without waiting for a sanction "
            "(PP 94/2021 Pasal 15 ayat (2)); the superior proposes it."
        )
    yield _("The program counts and shows the article. It does not decide: the competent officer does.")


def _near(missing: int, one: Told) -> str:
    return _("{name} {missing} more days").format(name=one.judged.history.profile.printed, missing=missing)


def crossing(one: Told) -> str:
    """A run that crosses the end of the year: what the law leaves open."""
    return _(
        "{name}: a run of {days} days crosses 31 December ({dates}). The count of the year begins anew on 1 January, "
        "the run goes on: the decision lies with the competent officer."
    ).format(name=one.judged.history.profile.printed, days=len(one.judged.run), dates=words.span(one.judged.run))


def offered(one: Told) -> Iterator[str]:
    """Days that a regulation itself makes of lateness, while the setting of the office does not count them."""
    for count in one.judged.counts:
        if count.offered and count.regulation is not None:
            yield _(
                "{name}: {law} makes {days} more days of lateness ({place}); they are not counted, for "
                "discipline.hours is off or another. A person decides."
            ).format(
                name=one.judged.history.profile.printed,
                law=count.regulation.name,
                days=count.offered,
                place=count.regulation.converts,
            )


def provisional(silent: Silent, labels: Mapping[int, str]) -> Iterator[str]:
    """What makes the list provisional: the missing days, each time with the lines that lack them, the most first."""
    if not silent:
        return
    alike: dict[tuple[date, ...], list[str]] = {}
    for line, days in sorted((labels[line], tuple(days)) for line, days in silent.items()):
        alike.setdefault(days, []).append(line)
    groups = sorted(alike.items(), key=lambda one: -len(one[1]))
    said = "; ".join(f"{_lines(lines)} ({_days(days)})" for days, lines in groups[:NAMED])
    more = _more(sum(len(lines) for _days, lines in groups[NAMED:]))
    yield _("PROVISIONAL: not reported: {lines}").format(lines=said + more)


def _lines(lines: Sequence[str]) -> str:
    return ", ".join(lines) if len(lines) <= UNITS else _("{count} units").format(count=len(lines))


def _more(count: int) -> str:
    return _(" and {count} more").format(count=count) if count else ""


def _days(days: Sequence[date]) -> str:
    """The days, or where they are many, how many and from when to when."""
    if len(days) <= NAMED:
        return words.span(days)
    first, last = formats.short_day(days[0]), formats.short_day(days[-1])
    return _("{count} days, {first} to {last}").format(count=len(days), first=first, last=last)


def laws(found: Iterable[Told]) -> Iterator[str]:
    """The regulations that judged a day of these people, the transition where a tier has one, and what PPPK follow."""
    known = list(found)
    for one in words.regulations(known):
        if not one.duty:
            yield _("PPPK: {name}, the office's own table.").format(name=one.name)
            continue
        first = formats.short_day(one.first)
        said = _("{name}: days from {first} on").format(name=one.name, first=first)
        if one.last is not None:
            last = formats.short_day(one.last)
            said = _("{name}: days from {first} to {last}").format(name=one.name, first=first, last=last)
        where = _("duty {duty}, counted within the calendar year {yearly}").format(duty=one.duty, yearly=one.yearly)
        yield f"{said}; {where}."
    for one in words.regulations(known):
        told = [each.judged.tier for each in known if each.judged.tier in one.tiers]
        for tier in dict.fromkeys(tier for tier in told if tier is not None and tier.interim):
            yield _("{sanction}: while the regulation on pay does not exist, {interim} ({place}).").format(
                sanction=tier.sanction.capitalize(), interim=tier.interim, place=one.interim
            )
    if any(one.unruled for one in known):
        yield _("PPPK: no PP judges their days; follow the regional regulation or the contract (PP 49/2018).")
