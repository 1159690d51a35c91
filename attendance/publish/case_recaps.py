"""Case recaps as tables: figures of cases for the agency itself, never for the public; names only where asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from attendance.language import _
from attendance.publish import formats
from attendance.publish.case_sentences import sanction
from attendance.publish.tables import Column, Table
from attendance.rules import case_recaps
from attendance.rules.case_recaps import Figures, Kept, Ran, Recap, Took
from attendance.rules.cases import ORIGINS, OUTCOMES, STEPS, Outcome
from attendance.rules.law import SANCTIONS, Level
from attendance.rules.rosters import Profile

Labels = Mapping[int | None, str]
"""What lists call each unit; under None those who belonged to none."""


def overview(now: Recap, before: Recap, title: str, notes: tuple[str, ...] = ()) -> Table:
    """Every figure of a period beside the period before, and how far it went up or down."""
    columns = (
        Column("figure", _("Figure"), wide=True),
        Column("now", formats.period(now.period).capitalize(), "right"),
        Column("before", formats.period(before.period).capitalize(), "right"),
        Column("change", _("Change"), "center"),
    )
    pairs = zip(_figures(now), _figures(before), strict=True)
    rows = tuple((name, figure, then, _change(figure, then)) for (name, figure), (_name, then) in pairs)
    return Table(title, columns, rows, notes)


def _change(now: float | None, before: float | None) -> str:
    return "-" if now is None or before is None else formats.change(now - before)


def _figures(one: Recap) -> Iterator[tuple[str, float | None]]:
    """The figures of an overview by their names, in its order; None where there is nothing to reckon."""
    total, held = one.total, one.total.deadlines
    yield _("Cases brought over from before"), total.carried
    yield _("Cases opened"), total.opened
    for origin, words in ORIGINS.items():
        yield f"- {words}", one.origins.get(origin, 0)
    yield _("Cases closed"), total.closed
    for outcome, words in OUTCOMES.items():
        yield f"- {words}", one.outcomes.get(outcome, 0)
    yield _("Cases open at the end"), total.open
    yield _("Sanctions decided"), sum(one.sanctions.values())
    for level in Level:
        yield f"- {level.value}", total.decided.get(level, 0)
    yield _("Deadlines kept"), held.kept
    yield _("Deadlines missed"), held.missed
    yield _("- days late in the mean (working days)"), _rounded(held.mean)
    yield _("- days late at most (working days)"), held.latest or None
    yield _("Share of deadlines kept (%)"), _rounded(None if held.share is None else held.share * 100)
    yield _("From opening to decision, mean (working days)"), _rounded(one.to_decision.mean)
    yield _("From opening to closing, mean (working days)"), _rounded(one.to_close.mean)


def _rounded(value: float | None) -> float | None:
    if value is None:
        return None
    found = round(value, 1)
    return int(found) if found == int(found) else found


CASES = (
    Column("carried", "", "right", "int", summed=True),
    Column("opened", "", "right", "int", summed=True),
    Column("closed", "", "right", "int", summed=True),
    Column("open", "", "right", "int", formula="{carried}+{opened}-{closed}", summed=True),
)
DEADLINES = (
    Column("kept", "", "right", "int", summed=True),
    Column("missed", "", "right", "int", summed=True),
    Column("running", "", "right", "int", summed=True, detail=True),
    Column("late", "", "right", "int", summed=True),
)


def _headed(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    words = {
        "carried": _("Brought over"),
        "opened": _("Opened"),
        "closed": _("Closed"),
        "open": _("Open"),
        "kept": _("Kept"),
        "missed": _("Missed"),
        "running": _("Running"),
        "late": _("Days late"),
    }
    return tuple(replace(column, heading=words[column.key]) for column in columns)


def _levels() -> tuple[Column, ...]:
    return tuple(
        Column(level.value, level.value.capitalize(), "right", "int", summed=True, detail=True) for level in Level
    )


def by_unit(one: Recap, labels: Labels, title: str, notes: tuple[str, ...] = ()) -> Table:
    """The units: their cases, what was decided in them by level, their deadlines."""
    columns = (Column("unit", _("Unit"), wide=True), *_headed(CASES), *_levels(), *_headed(DEADLINES))
    ordered = sorted(one.units.items(), key=lambda item: (item[0] is None, labels[item[0]]))
    rows = tuple((labels[unit], *_cases(held), *_decided(held), *_held(held.deadlines)) for unit, held in ordered)
    totals = (_("Total"), *_cases(one.total), *_decided(one.total), *_held(one.total.deadlines))
    return Table(title, columns, rows, notes, totals=totals if rows else None)


def by_level(one: Recap, title: str, notes: tuple[str, ...] = ()) -> Table:
    """The levels: of the decision, before it that of the allegation."""
    columns = (Column("level", _("Severity"), wide=True), *_headed(CASES))
    rows = tuple((_level(level), *_cases(held)) for level, held in one.levels.items())
    return Table(title, columns, rows, notes, totals=(_("Total"), *_cases(one.total)) if rows else None)


def _level(level: Level | None) -> str:
    return level.value if level else _("not known yet")


def _cases(held: Figures) -> tuple[int, ...]:
    return (held.carried, held.opened, held.closed, held.open)


def _decided(held: Figures) -> tuple[int, ...]:
    return tuple(held.decided.get(level, 0) for level in Level)


def _held(held: Kept) -> tuple[int, ...]:
    return (held.kept, held.missed, held.running, held.late)


def by_step(one: Recap, title: str, notes: tuple[str, ...] = ()) -> Table:
    """How far the open cases are, and how long the one of each step waits that waits longest."""
    columns = (
        Column("step", _("Last step"), wide=True),
        Column("cases", _("Open cases"), "right", "int", summed=True),
        Column("longest", _("Waiting at most (working days)"), "right", "int"),
    )
    rows = tuple(
        (STEPS[step] if step else _("opened, nobody summoned yet"), held.cases, held.longest)
        for step, held in one.steps.items()
    )
    return Table(title, columns, rows, notes, totals=(_("Total"), one.total.open, None) if rows else None)


def by_deadline(one: Recap, labels: Labels, title: str, notes: tuple[str, ...] = ()) -> Table:
    """The deadlines of each clock in each unit: kept, missed, running, and how late."""
    columns = (
        Column("clock", _("Deadline"), wide=True),
        Column("whose", _("Who keeps it"), wide=True, detail=True),
        Column("unit", _("Unit"), wide=True),
        *(replace(column, detail=False) for column in _headed(DEADLINES)),
        Column(
            "mean", _("Mean of days late"), "right", formula='IF({missed}=0,"",ROUND({late}/{missed},1))', detail=True
        ),
        Column("latest", _("Latest"), "right", "int"),
    )
    groups: dict[tuple[str, str, str], list[Ran]] = {}
    for ran in one.deadlines:
        words = _("{step}, {days} working days ({article})").format(
            step=STEPS[ran.clock.ends[0]], days=ran.clock.days, article=ran.clock.article
        )
        groups.setdefault((words, ran.clock.whose.value, labels[ran.unit]), []).append(ran)
    rows = tuple(
        (*key, *_held(held), _rounded(held.mean), held.latest)
        for key, held in sorted((key, case_recaps.together(found)) for key, found in groups.items())
    )
    every = one.total.deadlines
    totals = (_("Total"), "", "", *_held(every), _rounded(every.mean), every.latest)
    return Table(title, columns, rows, notes, totals=totals if rows else None)


def by_sanction(one: Recap, title: str, notes: tuple[str, ...] = ()) -> Table:
    """What was decided, by level and kind, the lightest first."""
    columns = (
        Column("level", _("Severity")),
        Column("sanction", _("Sanction"), wide=True),
        Column("count", _("Decisions"), "right", "int", summed=True),
    )
    order = [slug.value for slug in SANCTIONS]

    def place(item: tuple[tuple[Level | None, str], int]) -> tuple[int, int, str]:
        (level, name), _count = item
        return level.rank if level else len(Level), order.index(name) if name in order else len(order), name

    found = sorted(one.sanctions.items(), key=place)
    rows = tuple((_level(level), sanction(name), count) for (level, name), count in found)
    return Table(title, columns, rows, notes, totals=(_("Total"), "", sum(one.sanctions.values())) if rows else None)


def lasted(one: Recap) -> Iterator[str]:
    """How long cases took, in sentences."""
    for words, took in (
        (
            _("From opening to decision: {mean} working days in the mean, {longest} at most ({count} cases)."),
            one.to_decision,
        ),
        (
            _("From opening to closing: {mean} working days in the mean, {longest} at most ({count} cases)."),
            one.to_close,
        ),
    ):
        if took.mean is not None:
            yield words.format(mean=formats.number(_mean(took)), longest=took.longest, count=took.count)


def _mean(took: Took) -> float:
    return _rounded(took.mean) or 0


def names(one: Recap, people: Mapping[int, Profile], labels: Labels, title: str) -> Table:
    """The cases with the names of their people, for whoever is charged with them and nobody else."""
    columns = (
        Column("number", _("Case"), wide=True),
        Column("nip", "NIP", sort="nip"),
        Column("name", _("Name"), wide=True),
        Column("unit", _("Unit"), wide=True),
        Column("opened", _("Opened"), sort="date"),
        Column("origin", _("Origin")),
        Column("level", _("Severity")),
        Column("step", _("Last step"), wide=True),
        Column("sanction", _("Sanction"), wide=True),
        Column("outcome", _("Outcome"), wide=True),
    )
    rows = []
    for filed in one.cases:
        case, profile = filed.case, people[filed.case.person]
        last = case.last()
        rows.append(
            (
                case.number,
                profile.nip,
                profile.printed,
                labels[filed.unit],
                case.opened,
                case.origin.value,
                _level(filed.level),
                STEPS[filed.step] if filed.step else "",
                sanction(case.sanction),
                OUTCOMES[Outcome(last.details["outcome"])] if last is not None and case.closed else "",
            )
        )
    return Table(title, columns, tuple(rows))
