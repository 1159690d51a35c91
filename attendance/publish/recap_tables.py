"""Recap tables: units in their order, the city on one day, and what is cut from allowances."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from attendance.language import _
from attendance.publish.reports import RATE, SCHEDULED, dates
from attendance.publish.tables import Column, Table
from attendance.rules.grades import Ranked
from attendance.rules.kinds import NAMES
from attendance.rules.rosters import Profile
from attendance.rules.totals import Totals
from attendance.rules.tpp import Reckoned
from attendance.rules.tpp import Table as Cuts


def points(change: float | None) -> float | None:
    """A change of a share in percentage points, as it is shown."""
    return None if change is None else round(change * 100, 4)


def by_rank(units: Sequence[Ranked], title: str, labels: Mapping[int, str], notes: tuple[str, ...]) -> Table:
    """The units in the order of their rates, graded, beside the period before."""
    columns = (
        Column("rank", _("Standing"), "right", "int"),
        Column("unit", _("Unit"), wide=True),
        Column("people", _("People"), "right", "int"),
        Column("scheduled", _("Scheduled"), "right", "int", formula=SCHEDULED, summed=True, detail=True),
        Column("present", _("Present"), "right", "int", summed=True, detail=True),
        Column("excused", _("Excused"), "right", "int", summed=True, detail=True),
        Column("absent", _("TK"), "right", "int", summed=True),
        Column("unreported", _("BL"), "right", "int", summed=True, detail=True),
        Column("rate", "%", "right", "rate", formula=RATE),
        Column("grade", _("Grade"), "center"),
        Column("rate_before", _("Rate before"), "right", "rate"),
        Column("change", _("Points"), "center", "points", formula="({rate}-{rate_before})*100"),
        Column("climbed", _("Climbed"), "right", "steps"),
    )
    rows = tuple(
        (
            one.rank,
            labels[one.unit],
            one.people,
            *_sums(one.totals)[:-1],
            one.totals.rate if one.rank is not None else "",
            one.grade or ("-" if one.rank is not None else _("not reported")),
            one.rate_before,
            "-" if one.change is None else points(one.change),
            one.climbed,
        )
        for one in units
    )
    every = _added([one.totals for one in units])
    totals = (None, _("Total"), sum(one.people for one in units), *_sums(every), "", None, "", None)
    return Table(title, columns, rows, notes, totals=totals if rows else None)


def _sums(totals: Totals) -> tuple[object, ...]:
    counts = (totals.scheduled, totals.present, totals.excused, totals.absent, totals.unreported)
    return (*counts, totals.rate)


def _added(found: Sequence[Totals]) -> Totals:
    every = Totals()
    for one in found:
        every.codes.update(one.codes)
    return every


CITY = ("NO", "UNIT KERJA", "JUMLAH ASN", "TANPA KETERANGAN", "TUGAS LUAR/ TUGAS BELAJAR/ CUTI")
SILENT = "belum lapor"
CITY_NOTES = (
    "TIDAK HADIR = TANPA KETERANGAN + TUGAS LUAR/TUGAS BELAJAR/CUTI (termasuk sakit, izin, dan diklat).",
    "PERSENTASE = HADIR dibagi (HADIR + TIDAK HADIR); hadir termasuk terlambat.",
)


def by_city(sums: Mapping[str, Totals], waiting: Collection[str], title: str, notes: tuple[str, ...]) -> Table:
    """The city on one day, a row a unit, as offices have always written it.

    A unit that is `waiting` for a signature has no percentage: of it only those are known who came.
    """
    keys = ("no", "unit", "people", "absent", "excused", "missing", "present")
    headings = (*CITY, "TIDAK HADIR", "HADIR")
    sums_up = {"missing": "{absent}+{excused}"}
    columns = tuple(
        Column(key, heading, "right", "int", formula=sums_up.get(key, ""), summed=key not in ("no", "unit"))
        if key != "unit"
        else Column(key, heading, wide=True)
        for key, heading in zip(keys, headings, strict=True)
    )
    known = 'IF({present}+{missing}=0,"",{present}/({present}+{missing}))'
    columns = (*columns, Column("share", "PERSENTASE", "right", "rate", formula=known))
    shares = {label: SILENT if label in waiting else share(totals) for label, totals in sums.items()}
    units = enumerate(sorted(sums), 1)
    rows = tuple((number, label, *_city(sums[label]), shares[label]) for number, label in units)
    every = _added(list(sums.values()))
    totals = (None, "TOTAL", *_city(every), share(every))
    return Table(title, columns, rows, (*CITY_NOTES, *notes), totals=totals if rows else None, numbered=True)


def share(totals: Totals) -> float | None:
    """Present of all whose presence or absence is known, 0 to 1; None where there are none."""
    known = totals.present + totals.absent + totals.excused
    return totals.present / known if known else None


def _city(totals: Totals) -> tuple[object, ...]:
    missing = totals.absent + totals.excused
    return (totals.scheduled, totals.absent, totals.excused, missing, totals.present)


Cut = tuple[Profile, str, Reckoned, int]
"""A person, what lists call his unit, what is cut, and how many of his days are not reported."""


def by_tpp(people: Sequence[Cut], title: str, table: Cuts, notes: tuple[str, ...]) -> Table:
    """What is cut from each person: for each item count times percent, the level, and the sum."""
    columns = [
        Column("nip", "NIP", sort="nip", detail=True),
        Column("name", _("Name"), wide=True),
        Column("unit", _("Unit"), wide=True),
    ]
    for number, cut in enumerate(table.cuts):
        product = f"{{n{number}}}*{cut.percent}"
        capped = product if cut.most is None else f"MIN({product},{cut.most})"
        head = f"{cut.name} ({_percent(cut.percent)})"
        columns.append(Column(f"n{number}", head, "right", "int", summed=True))
        columns.append(Column(f"p{number}", _("cut"), "right", "percent", detail=True, formula=f"ROUND({capped},4)"))
    added = "+".join(f"{{p{number}}}" for number in range(len(table.cuts))) or "0"
    columns += [
        Column("added", _("Together"), "right", "percent", formula=f"ROUND({added},4)"),
        Column("level", _("Level"), "right", "percent"),
        Column("percent", _("Cut of TPP"), "right", "percent", formula=f"MIN(MAX({{added}},{{level}}),{table.most})"),
        Column("unreported", _("BL"), "right", "int", summed=True),
    ]
    rows = tuple(
        (
            profile.nip,
            profile.printed,
            unit,
            *(figure for item in found.items for figure in (len(item.days), item.percent)),
            found.added,
            found.level,
            found.percent,
            missing,
        )
        for profile, unit, found, missing in people
    )
    return Table(title, tuple(columns), rows, notes)


def tpp_days(people: Sequence[Cut], title: str) -> Table:
    """The dates behind the counts: a row for each item of each person."""
    columns = (
        Column("nip", "NIP", sort="nip"),
        Column("name", _("Name"), wide=True),
        Column("unit", _("Unit"), wide=True),
        Column("item", _("Item"), wide=True),
        Column("count", _("Count"), "right", "int"),
        Column("each", _("Each"), "right", "percent"),
        Column("cut", _("Cut"), "right", "percent"),
        Column("dates", _("Dates"), wide=True),
    )
    rows = tuple(
        (profile.nip, profile.printed, unit, item.cut.name, len(item.days), item.cut.percent, item.percent, told)
        for profile, unit, found, _missing in people
        for item in found.items
        if item.days and (told := dates(day.day for day in item.days))
    )
    return Table(title, columns, rows)


def tpp_table(table: Cuts, basis: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The office's own table in words, for the sheet of sources."""
    cuts = [
        (
            f"TPP: {cut.name}",
            f"{NAMES[cut.kind]}, {' / '.join(cut.words)}: {_percent(cut.percent)} sekali{_limits(cut.most, cut.on)}",
        )
        for cut in table.cuts
    ]
    levels = [
        (
            "TPP: ambang",
            f"{NAMES[one.kind]}, {' / '.join(one.words)} sekurangnya {one.least} kali: {_percent(one.percent)}",
        )
        for one in table.levels
    ]
    dasar = [("TPP: dasar", "; ".join(basis))] if basis else []
    return (*dasar, *cuts, *levels, ("TPP: paling banyak", f"{_percent(table.most)} sebulan"))


def _percent(value: float) -> str:
    from attendance.publish import formats

    return f"{formats.number(value).removesuffix(',0')} %"


def _limits(most: float | None, on: frozenset[date]) -> str:
    limit = f", paling banyak {_percent(most)}" if most is not None else ""
    return limit + (f", hanya {dates(on)}" if on else "")
