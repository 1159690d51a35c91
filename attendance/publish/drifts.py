"""Drifts: the differences between two lists of people, as one table and its summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from attendance.language import _
from attendance.publish import formats
from attendance.publish.tables import Column, Table
from attendance.rules.drift import Difference, Drift, Sort
from attendance.rules.offices import Office


def sorts() -> dict[Sort, tuple[str, str]]:
    """What each sort of difference is called, and what it means."""
    return {
        Sort.UNREAD: (_("cannot be read"), _("a row of the file that cannot be read; mend it there")),
        Sort.NIP: (_("other NIP"), _("the same name under another NIP; one of the two may be mistyped")),
        Sort.DUPLICATE: (_("twice?"), _("one name and one birth date under two NIPs; perhaps one person")),
        Sort.STATUS: (_("status"), _("the status in the file is not that of the NIP")),
        Sort.NEW: (_("new"), _("in the file, and not known here")),
        Sort.MISSING: (_("missing"), _("known here, and not in the file")),
        Sort.MOVED: (_("moved"), _("another unit than here")),
        Sort.CHANGED: (_("changed"), _("other data than here")),
    }


def reason(one: Difference, field: str) -> str:
    """Why a difference is one, and what to do, in a sentence; `field`: what the field is called."""
    if one.reason:
        return one.reason
    match one.sort:
        case Sort.NIP if one.likely:
            return _("the name is known under a NIP that differs little: probably mistyped; see the decree (SK)")
        case Sort.NIP:
            return _("the name is known under another NIP: a namesake, or a wrong NIP; see the decree (SK)")
        case Sort.DUPLICATE:
            return _("the same name and birth date under two NIPs; see which is right, and end the other")
        case Sort.STATUS:
            return _("digits 13-14 of the NIP are those of {status}; see which is right").format(status=one.before)
        case Sort.NEW:
            return _("not known on this day; take him in with staff import, or ask whether he left")
        case Sort.MISSING:
            return _("not in the file; retired, moved away or forgotten: ask, then staff end")
        case Sort.MOVED:
            return _("the file says another unit; see the decree (SK), then staff move or staff import")
    return _("the file says something else under {field}; see which is right").format(field=field)


def differences(drift: Drift, title: str, nouns: dict[str, str], notes: Iterable[str] = ()) -> Table:
    """All differences in one table."""
    columns = (
        Column("no", _("No"), "right", "int", detail=True),
        Column("sort", _("Difference")),
        Column("nip", "NIP", sort="nip"),
        Column("name", _("Name"), wide=True),
        Column("unit", _("Unit"), wide=True, detail=True),
        Column("before", _("Known here"), wide=True),
        Column("after", _("In the file"), wide=True),
        Column("row", _("Row"), detail=True),
        Column("reason", _("Why"), wide=True, detail=True),
    )
    called = sorts()
    rows = tuple(
        (
            number,
            _called(called[one.sort][0], nouns.get(one.field, "") if one.sort in (Sort.CHANGED, Sort.MOVED) else ""),
            one.nip,
            one.name,
            " / ".join(one.unit),
            *_both(one),
            where(one),
            reason(one, nouns.get(one.field, "")),
        )
        for number, one in enumerate(drift.differences, 1)
    )
    return Table(title, columns, rows, tuple(notes))


def _both(one: Difference) -> tuple[str, str]:
    """What is known and what the file says; a NIP as in letters, so that it can be compared by eye."""
    if one.field == "nip":
        return formats.nip(one.before), formats.nip(one.after)
    return one.before, one.after


def _called(sort: str, field: str) -> str:
    return f"{sort}: {field}" if field else sort


def where(one: Difference) -> str:
    """The row of the file, with its sheet where it has one."""
    if one.place is None or one.place.row is None:
        return ""
    return f"{one.place.sheet}:{one.place.row}" if one.place.sheet else str(one.place.row)


def summary(drift: Drift, title: str, read: int, notes: Iterable[str] = ()) -> Table:
    """How many differences of each sort there are, and what each means."""
    columns = (
        Column("sort", _("Difference")),
        Column("count", _("Number"), "right", "int"),
        Column("meaning", _("Meaning"), wide=True),
    )
    counted = Counter(one.sort for one in drift.differences)
    rows = tuple((name, counted[sort], meaning) for sort, (name, meaning) in sorts().items())
    alike = (_("alike"), drift.same, _("people of whom the file says nothing else than is known here"))
    return Table(title, columns, (*rows, alike, (_("read"), read, _("rows of the file"))), tuple(notes))


def document(drift: Drift, file: str, day: date, read: int, nouns: dict[str, str]) -> dict[str, Any]:
    """The result as other programs rely on it."""
    counted = Counter(one.sort for one in drift.differences)
    return {
        "file": file,
        "day": day.isoformat(),
        "read": read,
        "same": drift.same,
        "counts": {sort.value: counted[sort] for sort in Sort},
        "differences": [
            {
                "sort": one.sort.value,
                "nip": one.nip,
                "name": one.name,
                "unit": " / ".join(one.unit),
                "field": one.field,
                "before": one.before,
                "after": one.after,
                "sheet": one.place.sheet if one.place else None,
                "row": one.place.row if one.place else None,
                "reason": reason(one, nouns.get(one.field, "")),
            }
            for one in drift.differences
        ],
    }


def workbook(summed: Table, found: Table, path: Path, office: Office | None) -> None:
    """Two sheets: the summary, and all differences."""
    from attendance.publish import lists  # openpyxl takes a while to load

    lists.workbook_of({_("Summary"): summed, _("Differences"): found}, path, office)


def title(file: str, day: date) -> str:
    """What the paper is about."""
    return _("Differences between the roster of {day} and {file}").format(day=formats.short_day(day), file=file)
