"""Taking in letters: which are new, which are known, which clash."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from attendance.commands import bearers, importing
from attendance.commands.calendar import seed_years
from attendance.commands.desk import Desk
from attendance.commands.importing import Outcome
from attendance.errors import Fault
from attendance.intake import letters as reader
from attendance.language import _
from attendance.ledger import checks, letters, people, sources
from attendance.ledger.engine import Session
from attendance.ledger.journal import Draft
from attendance.rules import nip
from attendance.rules.codes import PNS_ONLY_LEAVE
from attendance.rules.letters import Letter
from attendance.rules.postings import Posting
from attendance.rules.rosters import Status

PPPK = (Status.PPPK, Status.PPPK_PW)


@dataclass(frozen=True, slots=True)
class Examined:
    """Letters held against what is filed: new ones, known ones, new ones of people nobody knows, and clashes."""

    fresh: tuple[Letter, ...]
    same: tuple[Letter, ...]
    parked: tuple[Letter, ...]
    refused: tuple[Fault, ...]
    warnings: tuple[Fault, ...]


def examine(session: Session, found: Sequence[Letter]) -> Examined:
    """Sort letters. Two letters of one person may not call the same day by different names."""
    nips = {letter.nip for letter in found}
    filed: dict[str, list[Letter]] = {}
    for one in letters.filed(session, nips=nips):
        filed.setdefault(one.letter.nip, []).append(one.letter)
    ids = people.numbers(session, nips)
    profiles = people.profiles(session, ids.values())
    known = {profile.nip: profile for profile in profiles.values()}
    held = people.postings(session, None, ids.values())
    fresh: list[Letter] = []
    same: list[Letter] = []
    parked: list[Letter] = []
    refused: list[Fault] = []
    warnings: list[Fault] = []
    for letter in found:
        before = filed.get(letter.nip, [])
        clash = next((one for one in before if _overlap(one, letter) and one.sort != letter.sort), None)
        if any(_alike(one, letter) for one in before):
            same.append(letter)
        elif clash is not None:
            refused.append(Fault(letter.place, _clash(letter, clash)))
        elif letter.nip in known and not any(_touches(one, letter) for one in held.get(ids[letter.nip], ())):
            refused.append(
                Fault(
                    letter.place,
                    _(
                        "{nip} belongs to no unit from {first} to {last}. Mend the dates, or import the roster of then."
                    ).format(nip=letter.nip, first=letter.first, last=letter.last),
                )
            )
        else:
            (fresh if letter.nip in known else parked).append(letter)
            filed.setdefault(letter.nip, []).append(letter)
            profile = known.get(letter.nip)
            status = profile.status if profile is not None else nip.status(letter.nip)
            if status in PPPK and letter.sort in PNS_ONLY_LEAVE:
                only = _("{name} is PPPK; leave of the kind {sort} is for PNS only.")
                who = profile.name if profile is not None else letter.nip
                warnings.append(Fault(letter.place, only.format(name=who, sort=letter.sort)))
    return Examined(tuple(fresh), tuple(same), tuple(parked), tuple(refused), tuple(warnings))


def _touches(posting: Posting, letter: Letter) -> bool:
    return posting.first <= letter.last and (posting.last is None or letter.first <= posting.last)


def _alike(one: Letter, other: Letter) -> bool:
    key = (other.sort, other.first, other.last, other.number)
    return (one.sort, one.first, one.last, one.number) == key


def _overlap(one: Letter, other: Letter) -> bool:
    return one.first <= other.last and other.first <= one.last


def _clash(letter: Letter, other: Letter) -> str:
    return _(
        "{nip} has a letter {sort} {first} to {last} (number {number}) already, which overlaps with this {new}. "
        "Void the wrong one first: apel leave list --nip {nip}"
    ).format(
        nip=letter.nip,
        sort=other.sort,
        first=other.first,
        last=other.last,
        number=other.number or "-",
        new=letter.sort,
    )


def record(draft: Draft, found: Sequence[Letter], sha256: Mapping[str, str]) -> None:
    """File letters with their origin."""
    origins = sources.Origins(draft, sha256)
    letters.record(draft, [(letter, origins.of(letter.place)) for letter in found])


def tell_presence(desk: Desk, session: Session, found: Sequence[Letter]) -> None:
    """Say on which days of these letters somebody is recorded as present: there presence counts, not the letter."""
    told = [(letter.nip, letter.sort, letter.number) for letter in found]
    nips = {one for one, _sort, _number in told}
    for one in checks.collisions(session, nips) if len(nips) <= importing.SHOWN else ():
        if (one.nip, one.sort, one.number) in told:
            desk.say(
                _("! {name}: present on {day} ({kind}), although this letter covers the day; presence counts.").format(
                    name=one.name, day=one.day, kind=one.kind.value
                )
            )


def take(
    desk: Desk,
    path: Path,
    *,
    date_format: str | None,
    sheet: str | None,
    mapping: Mapping[str, str],
    skip_bad: bool,
    dry_run: bool,
    reason: str,
) -> Outcome:
    """Take in one list of letters; the whole file, or with `skip_bad` its good rows, or nothing."""
    from attendance.commands import case_hints

    with desk.read() as session:
        known = bearers.known(session)
        reading = reader.read(path, date_format=date_format, sheet=sheet, mapping=mapping, people=known)
    desk.warn(reading.warnings)
    with desk.write(keep=not dry_run) as session:
        sorted_ = examine(session, reading.rows)
        desk.warn(sorted_.warnings)
        outcome = Outcome(path.name, read=reading.read, refused=[*reading.refused, *sorted_.refused])
        if outcome.refused and not skip_bad:
            kept = (*sorted_.fresh, *sorted_.same, *sorted_.parked)
            importing.hold_back(outcome, (one.place for one in kept), session)
            return outcome
        new = (*sorted_.fresh, *sorted_.parked)
        seed_years(desk, session, {day.year for one in new for day in (one.first, one.last)})
        with desk.draft(session, "leave import", reason=reason, file=path.name, taken=len(new)) as draft:
            record(draft, new, {path.name: importing.digest(path)})
        tell_presence(desk, session, new)
        case_hints.tell(desk, session)
        outcome.taken, outcome.unchanged = len(sorted_.fresh), len(sorted_.same)
        outcome.parked = len(sorted_.parked)
        outcome.lines += [
            _("parked: {nip} stands on no roster").format(nip=letter.nip)
            for letter in sorted_.parked[: importing.SHOWN]
        ]
        outcome.entry = None if draft.empty else draft.number
    return outcome
