"""Recap papers: the table of a day and the evaluation of the units, as pages to sign."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from attendance.publish import atomic, formats, papers, signatures
from attendance.publish.glyphs import printable
from attendance.publish.paperwork import Paperwork
from attendance.publish.tables import Column, Table, shown
from attendance.rules.grades import Ranked
from attendance.rules.totals import Totals

ROOM = {"no": 0.9, "unit": 0, "people": 1.5, "absent": 2.3, "excused": 2.3, "present": 1.5, "share": 2.3}
"""Widths of columns in cm; 0 takes what is left."""

FEW = 24
"""So many rows leave room for large letters and the signature on one page."""


def table(made: Table, work: Paperwork, path: Path) -> None:
    """Write a table on upright paper as PDF/A, with its numbers below the headings, its totals, and who signs."""
    cells = [_cells(made.columns, row) for row in made.rows]
    words = frame(made.title, work) | {
        "under": [formats.day(work.period.last)] if work.period.first == work.period.last else [],
        "headings": [printable(column.heading) for column in made.columns],
        "numbers": [str(number) for number in range(1, len(made.columns) + 1)],
        "aligns": ["left" if column.key == "unit" else "center" for column in made.columns],
        "columns": [ROOM.get(column.key, 1.5) for column in made.columns],
        "rows": cells,
        "totals": _cells(made.columns, made.totals) if made.totals else [],
        "notes": [printable(note) for note in made.notes],
        "points": 9 if len(cells) <= FEW else 8,
    }
    atomic.write(path, papers.pdf("recap.typ", words, emblem=work.office.emblem))


def _cells(columns: Sequence[Column], row: Sequence[object]) -> list[str]:
    return [
        "" if cell is None and column.key == "no" else printable(shown(cell, column.sort))
        for column, cell in zip(columns, row, strict=True)
    ]


def frame(subject: str, work: Paperwork) -> dict[str, object]:
    """What every paper of the office has around its text."""
    office, sheet = work.office, papers.size(work.paper)
    return {
        "letterhead": [printable(office.name), printable(office.agency)],
        "address": [printable(line) for line in office.address],
        "subject": printable(subject),
        "dated": [work.made.year, work.made.month, work.made.day],
        "width": sheet[0],
        "height": sheet[1],
        "foot": work.foot,
        "stamp": "SEMENTARA" if work.silent else "",
        "issued": [f"{printable(office.place) or '.' * 12}, {formats.plain_day(work.made)}"],
        "above": [printable(line) for line in signatures.above(work.signatory)],
        "name": printable(signatures.name(work.signatory)),
        "below": [printable(line) for line in signatures.below(work.signatory)],
    }


HEADINGS = (
    "Per.",
    "Unit kerja",
    "ASN",
    "Hadir",
    "TK",
    "%",
    "Grafik (garis: sebelumnya)",
    "Nilai",
    "Ubah (poin)",
    "Naik/ turun",
)


def evaluation(
    units: Sequence[Ranked],
    days: Mapping[date, Totals],
    labels: Mapping[int, str],
    subject: str,
    notes: Sequence[str],
    work: Paperwork,
    path: Path,
) -> None:
    """Write the evaluation of the units: the line of the days, and the units in their order with bars and letters.

    One page as long as some sixty units fit on it; more go on on the next.
    """
    words = frame(subject, work) | {
        "under": [formats.titled(work.period)],
        "headings": HEADINGS,
        "days": [
            {"day": f"{day.day}/{day.month}", "rate": sums.rate, "figure": formats.rate(sums.rate).removesuffix(" %")}
            for day, sums in days.items()
            if sums.rate is not None
        ],
        "rows": [
            {
                "cells": _evaluated(one, labels),
                "rate": one.totals.rate if one.rank is not None else None,
                "before": one.rate_before,
            }
            for one in units
        ],
        "notes": [printable(note) for note in notes],
    }
    atomic.write(path, papers.pdf("evaluation.typ", words, emblem=work.office.emblem))


def _evaluated(one: Ranked, labels: Mapping[int, str]) -> list[str]:
    known = one.rank is not None
    change = None if one.change is None else one.change * 100
    return [
        str(one.rank) if known else "-",
        printable(labels[one.unit]),
        formats.number(one.people),
        formats.number(one.totals.present),
        formats.number(one.totals.absent),
        formats.rate(one.totals.rate) if known and one.totals.rate is not None else "belum lapor",
        one.grade or "-",
        "-" if change is None else formats.change(change),
        "-" if one.climbed is None else formats.change(one.climbed),
    ]
