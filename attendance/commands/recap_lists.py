"""Recaps that are lists: a row a person, a unit or a day."""

from __future__ import annotations

from attendance.commands.recapping import Asked

PERSON, UNIT, DAY = "PER PEGAWAI", "PER UNIT KERJA", "PER HARI"


def by_person(asked: Asked) -> None:
    """Everybody who was scheduled."""
    from attendance.publish import answers, reports

    found = asked.found
    people, sums = asked.judged()
    silent = sums.missing(found.silent)
    document = asked.frame(silent)
    if asked.form == "json" or asked.output is not None:
        document["people"] = [
            answers.person(one, found.labels, found.reason) | answers.with_codes(one, found.kind) for one in people
        ]
    with asked.speaking():
        table = reports.by_person(people, asked.title(PERSON), found.kind, found.labels, asked.notes(silent))
        asked.give({"Per pegawai": table}, document, asked.work(silent))


def by_unit(asked: Asked) -> None:
    """The units by name, with the days behind them on paper."""
    from attendance.publish import answers, reports

    found, sums = asked.found, asked.gathered()
    silent = sums.missing(found.silent)
    document = asked.frame(silent)
    document["units"] = [
        {"unit": found.labels[unit], "people": count, **answers.sums(figures)}
        for unit, (count, figures) in sorted(sums.by_unit.items(), key=lambda one: found.labels[one[0]])
    ]
    with asked.speaking():
        notes = asked.notes(silent)
        table = reports.by_unit(sums.by_unit, asked.title(UNIT), found.labels, sums.people, notes)
        days = reports.by_day(sums.by_day, asked.title(DAY), notes)
        asked.give({"Per unit": table, "Per hari": days}, document, asked.work(silent))


def by_day(asked: Asked) -> None:
    """The days in order."""
    from attendance.publish import answers, reports

    found, sums = asked.found, asked.gathered()
    silent = sums.missing(found.silent)
    document = asked.frame(silent)
    document["days"] = [{"date": day.isoformat(), **answers.sums(one)} for day, one in sums.by_day.items()]
    with asked.speaking():
        table = reports.by_day(sums.by_day, asked.title(DAY), asked.notes(silent))
        asked.give({"Per hari": table}, document, asked.work(silent))
