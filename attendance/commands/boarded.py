"""Boarded: what hangs on the board and in which state, and what heads have said of the lists."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attendance.commands import clearing, notices
from attendance.commands.desk import Desk, settings
from attendance.commands.inquiry import inquire
from attendance.commands.showing import show
from attendance.language import _
from attendance.ledger import notices as ledger
from attendance.ledger.engine import Session
from attendance.ledger.notices import Posted
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period


def posted(desk: Desk, form: str, output: Path | None) -> None:
    """List the notices."""
    from attendance.publish.tables import Table

    with desk.read() as session:
        told = [_told(desk, session, one) for one in ledger.posted(session)]
        office = settings(session).office
    rows = tuple((*(one[key] for key in _KEYS), _state(one)) for one in told)
    show(desk, Table(_("Notices"), _columns(), rows), {"notices": told}, form, output, office)


_KEYS = ("number", "kind", "from", "to", "dated", "names", "remove_on", "benar", "keberatan", "unanswered")


def _columns() -> tuple[Any, ...]:
    from attendance.publish.tables import Column

    return (
        Column("number", _("Number"), wide=True),
        Column("kind", _("Kind")),
        Column("from", _("From"), sort="date"),
        Column("to", _("To"), sort="date"),
        Column("dated", _("Dated"), sort="date"),
        Column("names", _("Names"), "right", "int"),
        Column("remove_on", _("Comes down"), sort="date"),
        Column("benar", _("Confirmed"), "right", "int", detail=True),
        Column("keberatan", _("Objected"), "right", "int", detail=True),
        Column("unanswered", _("Not answered"), "right", "int", detail=True),
        Column("state", _("State"), wide=True),
    )


def _told(desk: Desk, session: Session, one: Posted) -> dict[str, Any]:
    """A notice as other programs rely on it."""
    people = ledger.standing(session, one.number)
    said = ledger.reviews(session, one.kind, one.period)
    verdicts = [said[who.person].verdict for who in people if who.person in said]
    down = ledger.retracted(session, one)
    today = desk.day(settings(session).office.zone)
    by = [later.number for later in clearing.ralats(session, one)]
    state = "retracted" if down else "past" if today > one.remove_on else "corrected" if by else "posted"
    return {
        "number": one.number,
        "corrects": one.corrects or None,
        "kind": one.kind.value,
        "from": one.period.first.isoformat(),
        "to": one.period.last.isoformat(),
        "dated": one.dated.isoformat(),
        "names": len(people),
        "correct_by": one.correct_by.isoformat(),
        "remove_on": one.remove_on.isoformat(),
        "state": state,
        "corrected_by": by,
        "retracted": {"day": down.day.isoformat(), "reason": down.reason} if down else None,
        "benar": verdicts.count("benar"),
        "keberatan": verdicts.count("keberatan"),
        "unanswered": len(people) - len(verdicts),
        "entry": one.entry,
        "digest": one.digest,
    }


def _state(told: dict[str, Any]) -> str:
    """The state in words."""
    if told["retracted"]:
        return _("taken down on {day}: {reason}").format(**told["retracted"])
    words = [_("past its removal day") if told["state"] == "past" else _("posted")]
    if told["corrects"]:
        words.append(_("ralat of {number}").format(number=told["corrects"]))
    if told["corrected_by"]:
        words.append(_("corrected by {numbers}").format(numbers=", ".join(told["corrected_by"])))
    return ", ".join(words)


def answers(desk: Desk, period: Period, kind: Kind, form: str, output: Path | None) -> None:
    """List who would be named now, and what the heads say of each."""
    from attendance.publish.tables import Column, Table

    with desk.read() as session:
        found = inquire(desk, session, kind, period)
        said = ledger.reviews(session, kind, period)
        rows = []
        for one in notices.people_of(found):
            profile, sums = one.flagged.history.profile, one.flagged.totals
            review = said.get(one.flagged.history.person)
            verdict, note, by = (review.verdict, review.note, review.by) if review else (None, "", "")
            rows.append(
                (found.labels[one.unit], profile.nip, one.named.name, sums.absent, sums.required, verdict, note, by)
            )
        office = found.settings.office
    columns = (
        Column("unit", _("Unit"), wide=True),
        Column("nip", "NIP", sort="nip", detail=True),
        Column("name", _("Name"), wide=True),
        Column("absent", _("TK"), "right", "int"),
        Column("required", _("Required"), "right", "int"),
        Column("verdict", _("The head says"), wide=True),
        Column("note", _("Note"), wide=True),
        Column("signed_by", _("Signed by"), wide=True),
    )
    names = [column.key for column in columns]
    title = _("To be named: {kind}, {period}").format(kind=kind.value, period=period)
    document = {
        "kind": kind.value,
        "from": period.first.isoformat(),
        "to": period.last.isoformat(),
        "people": [dict(zip(names, row, strict=True)) for row in rows],
    }
    shown = tuple((*row[:5], _verdict(row[5]), *row[6:]) for row in rows)
    show(desk, Table(title, columns, shown, tuple(_counts(rows))), document, form, output, office)


def _verdict(verdict: str | None) -> str:
    return {None: _("not answered"), "benar": _("true")}.get(verdict, _("OBJECTION"))


def _counts(rows: list[tuple[Any, ...]]) -> Iterator[str]:
    verdicts = [row[5] for row in rows]
    yield _("{count} people: {confirmed} confirmed, {objected} objected, {open} not answered.").format(
        count=len(rows),
        confirmed=verdicts.count("benar"),
        objected=verdicts.count("keberatan"),
        open=verdicts.count(None),
    )


def hints(desk: Desk, session: Session) -> Iterator[str]:
    """For each notice on the board with people who are cleared since: what to do."""
    for one, count in clearing.pending(desk, session):
        yield _("{number} of {dated}: {count} people; apel board ralat {number} --number NEW").format(
            number=one.number, dated=one.dated, count=count
        )
