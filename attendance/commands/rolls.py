"""Taking in rolls: what is new, what is known, what contradicts, whom nobody knows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attendance.commands import bearers, importing
from attendance.commands.calendar import seed_years
from attendance.commands.desk import Desk, settings
from attendance.commands.importing import Outcome
from attendance.commands.inquiry import agenda_of, inquire, origin
from attendance.commands.staff import number_of, person_of
from attendance.commands.unit import find
from attendance.errors import Fault, Refused
from attendance.language import _
from attendance.ledger import people, rolls, sources, units
from attendance.ledger.engine import Session
from attendance.rules.codes import RECORDED, Code, Standing
from attendance.rules.histories import Recorded
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period
from attendance.rules.postings import Posting, on
from attendance.rules.rolls import Mark
from attendance.rules.sessions import Agenda

if TYPE_CHECKING:
    from attendance.publish.tables import Table


@dataclass(slots=True)
class Examined:
    """The marks of a file held against what is known."""

    taken: list[Mark] = field(default_factory=list)
    corrected: list[tuple[Mark, Recorded]] = field(default_factory=list)
    same: list[Mark] = field(default_factory=list)
    parked: list[Mark] = field(default_factory=list)
    refused: list[Fault] = field(default_factory=list)
    idle: int = 0  # marks of days without a session for the person: kept, and in no figure
    signed: int = 0  # marks on rolls that a head has signed already


def take(
    desk: Desk,
    path: Path,
    *,
    kind: Kind | None,
    codes: Mapping[str, str],
    blank: Any,
    kept_kind: Kind | None = None,
    kept_blank: Any = None,
    kept_codes: Collection[str] = (),
    period: Period | None,
    replace: bool,
    date_format: str | None,
    sheet: str | None,
    mapping: Mapping[str, str],
    skip_bad: bool,
    dry_run: bool,
    reason: str,
) -> Outcome:
    """Take in one roll; the whole file, or with `skip_bad` its good marks, or nothing."""
    from attendance.commands import returned
    from attendance.intake import rolls as reader

    with desk.write(keep=not dry_run) as session:
        asked: dict[str, Any] = {
            "kind": kind,
            "codes": settings(session).synonyms | answers(codes),
            "blank": blank,
            "kept_kind": kept_kind,
            "kept_blank": kept_blank,
            "kept_codes": answers({word: codes[word] for word in kept_codes}).keys(),
            "date_format": date_format,
            "period": (period.first, period.last) if period else None,
            "people": bearers.known(session),
            "held": bearers.held(desk, session, settings(session)),
            "sheet": sheet,
            "mapping": mapping,
        }
        form = returned.of(desk, session, path)
        reading = form.read(reader.read, asked) if form else reader.read(path, **asked)
        desk.warn(reading.warnings)
        seed_years(desk, session, {mark.day.year for mark in reading.rows})
        found = examine(desk, session, reading.rows, replace, reason)
        found.same += form.known if form else ()
        outcome = Outcome(path.name, read=reading.read, refused=[*reading.refused, *found.refused])
        if outcome.refused and not skip_bad:
            kept = (*found.taken, *found.same, *found.parked, *(mark for mark, _before in found.corrected))
            importing.hold_back(outcome, (mark.place for mark in kept), session)
            return outcome
        marks = [*found.taken, *found.parked, *(mark for mark, _before in found.corrected)]
        with desk.draft(session, "roll import", reason=reason, file=path.name, marks=len(marks)) as draft:
            origins = sources.Origins(draft, {path.name: importing.digest(path)})
            rolls.record(draft, [(mark, origins.of(mark.place)) for mark in marks])
        outcome.entry = None if draft.empty else draft.number
        count(outcome, found)
    return outcome


def answers(codes: Mapping[str, str]) -> dict[str, Code | None]:
    """The `--code` answers; an empty meaning says that nothing was held. Errors: Refused for what is no code."""
    found: dict[str, Code | None] = {}
    for word, code in codes.items():
        if code and code.upper() not in RECORDED:
            known = ", ".join(RECORDED)
            raise Refused(
                _("--code {word}={code}: {code} is not a code. Choose one of: {known}.").format(
                    word=word, code=code, known=known
                )
            )
        found[word.upper()] = Code(code.upper()) if code else None
    whole = {word.removesuffix(".0"): code for word, code in found.items() if word.removesuffix(".0").isdecimal()}
    return whole | found  # a workbook shows the number 1 as 1, a text file may hold 1.0


def count(outcome: Outcome, found: Examined) -> None:
    """Count what became of the marks, and say what deserves a word."""
    outcome.taken = len(found.taken) + len(found.corrected)
    outcome.unchanged = len(found.same)
    outcome.parked = len(found.parked)
    for nip in dict.fromkeys(mark.nip for mark in found.parked[: importing.SHOWN]):
        outcome.lines.append(_("parked: {nip} stands on no roster (apel roll parked)").format(nip=nip))
    for mark, before in found.corrected[: importing.SHOWN]:
        outcome.lines.append(
            _("corrected: {nip} {day} {before} → {now}").format(
                nip=mark.nip, day=mark.day, before=before.code, now=mark.code
            )
        )
    if found.idle:
        outcome.lines.append(
            _("{count} marks are of days without a session; they are kept, and stand in no figure.").format(
                count=found.idle
            )
        )
    if found.signed:
        outcome.lines.append(
            _("{count} marks are on rolls that are signed already; tell the heads (apel doctor lists them).").format(
                count=found.signed
            )
        )


class _Known:
    """What is known of the people of a file: who is on the roster, and where each stands on a day."""

    def __init__(self, session: Session, marks: Sequence[Mark]) -> None:
        self.ids = people.numbers(session, {mark.nip for mark in marks})
        ids = None if len(self.ids) > 5000 else self.ids.values()
        self.profiles = people.profiles(session, ids)
        self.postings = people.postings(session, None, ids)

    def person(self, nip: str) -> int | None:
        number = self.ids.get(nip)
        return number if number in self.profiles else None

    def posting(self, person: int, day: date) -> Posting | None:
        return on(self.postings.get(person, ()), day)


def examine(desk: Desk, session: Session, marks: Sequence[Mark], replace: bool, reason: str) -> Examined:
    """Hold marks against roster, calendar and what is recorded."""
    found = Examined()
    if not marks:
        return found
    known = _Known(session, marks)
    period = Period(min(mark.day for mark in marks), max(mark.day for mark in marks))
    configured, tree = settings(session), units.tree(session)
    today = desk.day(configured.office.zone)
    agendas = {kind: agenda_of(desk, session, configured, tree, kind, period) for kind in {m.kind for m in marks}}
    closed = {kind: rolls.closures(session, kind, period) for kind in agendas}
    good: list[Mark] = []
    signed: set[int] = set()
    for mark in marks:
        person = known.person(mark.nip)
        if mark.day > today:
            found.refused.append(Fault(mark.place, _("{day} is in the future").format(day=mark.day)))
        elif person is None:
            found.parked.append(mark)
        elif (posting := known.posting(person, mark.day)) is None:
            found.refused.append(Fault(mark.place, _nowhere(known, person, mark)))
        else:
            good.append(mark)
            found.idle += not _held(agendas[mark.kind], person, posting, mark.day)
            if mark.day in closed[mark.kind].get(posting.line, {}):
                signed.add(id(mark))
    _against_recorded(session, found, good, signed, replace, reason)
    found.signed = sum(id(one) in signed for one in (*found.taken, *(mark for mark, _before in found.corrected)))
    return found


def _held(agenda: Agenda, person: int, posting: Posting, day: date) -> bool:
    """Whether there is a session for a person; one of today whose gate is still open counts as one."""
    return day in agenda.of_line(posting.line) or day in agenda.of_person(person) or day == agenda.now.date()


def _nowhere(known: _Known, person: int, mark: Mark) -> str:
    held = known.postings.get(person, ())
    spans = "; ".join(f"{one.first}..{one.last or ''}" for one in held) or "-"
    return _(
        "{nip} ({name}) belongs to no unit on {day} (postings: {spans}). Mend the date, or import the roster of then."
    ).format(nip=mark.nip, name=known.profiles[person].name, day=mark.day, spans=spans)


def _against_recorded(
    session: Session, found: Examined, marks: list[Mark], signed: set[int], replace: bool, reason: str
) -> None:
    """New, known, or something else than what is recorded; against a signed presence only with a reason."""
    parked = rolls.compare(session, found.parked)
    compared = rolls.compare(session, marks)
    found.parked = list(parked.fresh)
    found.taken += compared.fresh
    found.same += (*parked.same, *compared.same)
    for mark, before in (*parked.different, *compared.different):
        if not replace:
            message = _(
                "{day}, {kind}: recorded already as {before} ({origin}); this says {now}. If this is right: --replace"
            ).format(
                day=mark.day,
                kind=mark.kind.value,
                before=_said(before.code, before.at),
                origin=origin(before),
                now=_said(mark.code, mark.at),
            )
            found.refused.append(Fault(mark.place, message))
        elif id(mark) in signed and mark.code is Code.TK and before.code.standing is Standing.PRESENT and not reason:
            message = _(
                "The roll of {day} is signed with {before}. To record an absence against it, say why: --reason TEXT"
            )
            found.refused.append(Fault(mark.place, message.format(day=mark.day, before=before.code)))
        else:
            found.corrected.append((mark, before))


def _said(code: Code, at: Any) -> str:
    return f"{code} {at:%H:%M}" if at else code.value


def mark(desk: Desk, one: Mark, reason: str, dry_run: bool) -> str:
    """Record one mark by hand: a correction if something is recorded already. Answers what was done."""
    with desk.write(keep=not dry_run) as session:
        person = person_of(session, one.nip)
        seed_years(desk, session, [one.day.year])
        found = examine(desk, session, [one], True, reason)
        if found.refused:
            raise Refused(found.refused[0].message)
        with desk.draft(
            session, "roll mark", reason=reason, nip=one.nip, day=str(one.day), code=one.code.value
        ) as draft:
            rolls.record(draft, [(mark, (None, None)) for mark in (*found.taken, *(m for m, _b in found.corrected))])
        profile = people.profiles(session, [person])[person]
    who = f"{profile.name} ({one.nip}), {one.day}, {one.kind.value}"
    if found.idle:
        desk.say(_("There is no session of this kind for him on this day; the mark is kept, and stands in no figure."))
    if found.signed:
        desk.say(_("The roll of this day is signed already; tell the head (apel doctor lists it)."))
    if draft.empty:
        return _("{who}: {code} is recorded already; nothing was changed.").format(who=who, code=one.code)
    before = found.corrected[0][1].code.value if found.corrected else "-"
    return _("{who}: {before} → {now} (entry {entry})").format(
        who=who, before=before, now=_said(one.code, one.at), entry=draft.number
    )


def link(desk: Desk, wrong: str, right: str, reason: str, dry_run: bool) -> str:
    """Give the marks of a NIP that nobody has to a person, with their origin. Answers what was done."""
    from attendance.ledger import parking

    with desk.write(keep=not dry_run) as session:
        source = number_of(wrong)
        person_of(session, right)
        target = number_of(right)
        if people.profiles(session, people.numbers(session, [source]).values()):
            raise Refused(_("{nip} stands on the roster; its marks stay with it.").format(nip=source))
        _belongs(session, source, target)
        with desk.draft(session, "roll link", reason=reason, wrong=source, right=target) as draft:
            moved, clashes = parking.give(draft, source, target)
        if clashes:
            days = ", ".join(map(str, clashes))
            raise Refused(_("{nip} has marks of his own on {days}; correct those first.").format(nip=target, days=days))
    if not moved:
        return _("There are no marks of {wrong}; nothing was changed.").format(wrong=source)
    return _("{count} marks of {wrong} are now of {right}.").format(count=moved, wrong=source, right=target)


def _belongs(session: Session, source: str, target: str) -> None:
    """Refuse marks of days on which their new owner belongs to no unit: they would stand in no figure."""
    ids = people.numbers(session, [source, target])
    days = {
        day
        for nip, _count, first, last in rolls.parked(session)
        if nip == source
        for kind in Kind
        for _person, marks in rolls.recorded_marks(session, kind, Period(first, last), [ids[nip]])
        for day in marks
    }
    held = people.postings(session, people=[ids[target]]).get(ids[target], ())
    if outside := sorted(day for day in days if on(held, day) is None):
        raise Refused(
            _("{nip} belongs to no unit on {days}, where these marks are. Look: apel staff show {nip}").format(
                nip=target, days=", ".join(map(str, outside))
            )
        )


def sheet(desk: Desk, session: Session, period: Period, unit: str | None, kind: Kind) -> Table:
    """The roll as a table: a row a person, a column a session."""
    from attendance.publish import reports

    found = inquire(desk, session, kind, period)
    within = found.tree.within([find(found.tree, unit)]) if unit else None
    judged = [
        one
        for one in found.judged(_standing_in(found.held.postings, within))
        if within is None or any(day.line in within for day in one.history.days)
    ]
    silent = [found.labels[line] for line in found.silent if within is None or line in within]
    notes = (_("Not closed yet: {units}").format(units=", ".join(sorted(silent))),) if silent else ()
    title = _("Roll {kind}, {period}").format(kind=kind.value, period=period)
    return reports.matrix(judged, title, found.labels, notes)


def _standing_in(postings: Mapping[int, Iterable[Posting]], within: frozenset[int] | None) -> list[int] | None:
    """The people who stand in these lines at any time; None: everybody."""
    if within is None:
        return None
    return [person for person, held in postings.items() if any(posting.line in within for posting in held)]
