"""Making a notice: whom it names, what it leaves out, what it still lacks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from attendance.commands.desk import Desk
from attendance.commands.inquiry import Inquiry, calendar
from attendance.errors import Refused
from attendance.language import _
from attendance.ledger import people
from attendance.rules import deadlines, notices
from attendance.rules.notices import Listed, Notice, Silent
from attendance.rules.periods import Period


@dataclass(frozen=True, slots=True)
class Made:
    """A notice, and who stands on it in the order of its groups."""

    notice: Notice
    people: tuple[Listed, ...]


def people_of(found: Inquiry) -> tuple[Listed, ...]:
    """Those whom a notice of an inquiry names."""
    rules = found.settings.board.rules
    return notices.listed(found.flagged(), found.labels, rules, found.silent.keys(), bearers(found))


def notice(desk: Desk, found: Inquiry, number: str, dated: date | None, together: bool = False) -> Made:
    """The notice of an inquiry. Errors: Refused where there was no session to be absent from."""
    board = found.settings.board
    day = dated or desk.day(found.settings.office.zone)
    listed = people_of(found)
    silent = found.silent
    invited = (found.agenda.of_person(person) for person in found.agenda.invited())
    days = sorted({on for sessions in (*map(found.agenda.of_line, _lines(found)), *invited) for on in sessions})
    if not days:
        raise Refused(
            _("There was no session {kind} in {period} that is over; there is nothing to post.").format(
                kind=found.kind.value, period=found.period
            )
        )
    days_off = calendar(found.session, Period(day, date(day.year + 1, 12, 31)))
    entry, head = found.head
    made = Notice(
        office=found.settings.office,
        kind=found.kind,
        period=found.period,
        days=tuple(days),
        groups=notices.grouped(listed, found.labels),
        silent=tuple(
            Silent(found.labels[line], tuple(missing))
            for line, missing in sorted(silent.items(), key=lambda one: found.labels[one[0]])
        ),
        provisional=bool(silent),
        basis=board.basis,
        signatory=found.settings.signatories.get("board"),
        number=" ".join(number.split()),
        dated=day,
        correct_by=deadlines.after(days_off, day, board.correction_days),
        remove_on=deadlines.after(days_off, day, board.removal_days),
        entry=entry,
        head=head,
        paper=board.paper,
        together=together,
        rules=board.rules,
        limits=found.settings.limits,
    )
    return Made(made, listed)


def _lines(found: Inquiry) -> set[int]:
    return {posting.line for held in found.held.postings.values() for posting in held}


def bearers(found: Inquiry) -> dict[int, dict[str, list[str]]]:
    """For each unit and name, the NIPs of those of its people in the period who bear it."""
    names: dict[int, dict[str, list[str]]] = {}
    profiles = people.profiles(found.session)
    for person, held in found.held.postings.items():
        profile = profiles.get(person)
        for unit in {posting.unit for posting in held} if profile else ():
            assert profile is not None
            names.setdefault(unit, {}).setdefault(profile.name.casefold(), []).append(profile.nip)
    return names


def lacks(notice: Notice) -> list[str]:
    """What a notice still wants before it can be posted."""
    found = []
    if not notice.basis:
        found.append(_("No legal basis is configured (board.basis); a notice cannot be posted without it."))
    if notice.signatory is None:
        found.append(_("No signatory is configured (signatories.board); a notice cannot be posted without one."))
    if not notice.number:
        found.append(_("The notice has no number yet (--number)."))
    return found


def waiting(notice: Notice) -> list[str]:
    """Who has not reported, and is therefore not on it."""
    if not notice.provisional:
        return []
    units = "; ".join(one.unit for one in notice.silent)
    return [_("PROVISIONAL: {units} have not reported; none of their people is named.").format(units=units)]
