"""Taking in a roster: read, compare, show, record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from attendance.commands import confirming, importing, naming, placing, statuses
from attendance.commands.desk import Desk, settings
from attendance.commands.importing import Outcome
from attendance.commands.nouns import noun
from attendance.commands.unit import find
from attendance.errors import Refused
from attendance.intake import rosters as reader
from attendance.intake.readings import Reading
from attendance.language import _
from attendance.ledger import people, sources, units
from attendance.rules import names, rosters
from attendance.rules import nip as nips
from attendance.rules.postings import Posting, ended, moved, on
from attendance.rules.rosters import Comparison, Listed, Profile, RosterRow

if TYPE_CHECKING:
    from attendance.ledger.engine import Session
    from attendance.ledger.journal import Draft
    from attendance.rules.units import Tree

NAMED = 10
"""More people than this are counted, not named."""


def take(
    desk: Desk,
    path: Path,
    *,
    first: date | None,
    unit: str | None,
    end_missing: bool,
    confirm: tuple[str, ...],
    sheet: str | None,
    mapping: Mapping[str, str],
    skip_bad: bool,
    dry_run: bool,
    reason: str,
) -> Outcome:
    """Take in one roster; the whole file, or with `skip_bad` its good rows, or nothing."""
    with desk.write(keep=not dry_run) as session:
        tree = units.tree(session)
        bearing = KnownNames(session)
        named = _path(tree, unit) if unit else None

        def read(confirmed: confirming.Confirmed) -> reader.Roster:
            return reader.read(
                path,
                unit=named,
                sheet=sheet,
                mapping=mapping,
                on=desk.day(),
                people=bearing,
                known=placing.known_names(tree),
                confirmed=confirmed,
                office=settings(session).office.name,
            )

        reading, confirmed = confirming.read(desk, confirm, read)
        today = desk.day()
        day = first or (today if people.numbers(session) else date(today.year, 1, 1))
        known = listed(session, tree, day)
        reading = naming.checked(placing.placed(tree, reading, known), known, bearing, confirmed)
        outcome = Outcome(path.name, read=reading.read, refused=list(reading.refused))
        desk.warn(reading.warnings)
        if reading.refused and not skip_bad:
            importing.hold_back(outcome, (row.place for row in reading.rows), session)
            return outcome
        if reading.refused and end_missing:
            raise Refused(
                _(
                    "{file}: while rows are refused nobody is ended, for they may be theirs;"
                    " mend them, or leave out --end-missing"
                ).format(file=path.name)
            )
        compared = rosters.compare(reading.rows, known)
        desk.warn(naming.renumbered(compared.new, known, bearing))
        _tell(outcome, compared, day, end_missing, tree, first is not None)
        _ask(desk, outcome)
        outcome.unchanged = len(compared.unchanged)
        outcome.taken = reading.read - len(reading.refused) - outcome.unchanged
        with desk.draft(session, "staff import", reason=reason, file=path.name) as draft:
            record(draft, reading, compared, day, importing.digest(path), end_missing, first is not None)
            draft.summary |= {"taken": outcome.taken, "unchanged": outcome.unchanged, "from": str(day)}
            draft.summary |= {"confirmed": list(confirmed.values())} if confirmed else {}
        outcome.entry = None if draft.empty else draft.number
    return outcome


def _ask(desk: Desk, outcome: Outcome) -> None:
    """Where somebody is there, show the comparison first, and take it over only when he agrees."""
    if not desk.asks or not outcome.lines:
        return
    for line in outcome.lines:
        desk.say(f"  {line}")
    outcome.lines.clear()
    if not desk.confirm(_("Take this over?")):
        raise Refused(_("Nothing was taken over."))


def _path(tree: Tree, text: str) -> rosters.Path:
    """The path of a unit that is named on the command line; one that is not known yet is taken at its word."""
    if tree.find(text):
        return tree.path(find(tree, text))
    return tuple(part.strip() for part in text.split(" / "))


def listed(session: Session, tree: Tree, day: date) -> dict[str, Listed]:
    """Everybody who belongs somewhere on a day or will later, as a roster would list him."""
    held = people.postings(session)
    found = {}
    for person, profile in people.profiles(session).items():
        postings = held.get(person, ())
        posting = on(postings, day) or next((one for one in postings if one.first > day), None)
        if posting is not None:
            found[profile.nip] = Listed(profile, tree.path(posting.unit), tree.path(posting.line))
    return found


def record(
    draft: Draft,
    reading: Reading[RosterRow],
    compared: Comparison,
    day: date,
    sha256: str,
    end_missing: bool,
    dated: bool,
) -> None:
    """Record what a roster says that was not known, from `day` on; nobody belongs anywhere before his appointment.

    `dated`: the officer said since when it holds.
    """
    origins = sources.Origins(draft, {row.place.file: sha256 for row in reading.rows[:1]})
    placed = [*compared.new, *(change.row for change in compared.moved)]
    paths = units.meet(draft, [path for row in placed for path in (row.unit, row.line) if path is not None])
    changes = {change.row.profile.nip: change for change in (*compared.changed, *compared.moved)}
    before = {nip: change.before for nip, change in changes.items()}
    told = [*placed, *(change.row for change in compared.changed)]
    ids = people.meet(draft, (row.profile.nip for row in told))
    where = {row.profile.nip: origins.of(row.place) for row in told}
    profiles: list[tuple[int, Profile, people.Where]] = []
    for row in told:
        nip = row.profile.nip
        profile = rosters.merged(row, before.get(nip))
        if nip not in before or profile != before[nip].profile:
            profiles.append((ids[nip], profile, where[nip]))
    people.record_profiles(draft, profiles)
    differing = [(ids[one.nip], one, changes[one.nip], at) for _id, one, at in profiles if one.nip in changes]
    statuses.of_roster(draft, differing, day, dated)
    _record_postings(draft, compared, ids, paths, where, day, end_missing)


def _record_postings(
    draft: Draft,
    compared: Comparison,
    ids: Mapping[str, int],
    paths: Mapping[rosters.Path, int],
    where: Mapping[str, people.Where],
    day: date,
    end_missing: bool,
) -> None:
    plans: dict[int, list[Posting]] = {}
    origins: dict[int, people.Where] = {}
    rows = [*compared.new, *(change.row for change in compared.moved)]
    missing = people.numbers(draft.session, [one.profile.nip for one in compared.missing]) if end_missing else {}
    held = people.postings(draft.session, people=[*(ids[row.profile.nip] for row in rows), *missing.values()])
    for row in rows:
        person = ids[row.profile.nip]
        unit = paths[row.unit]
        line = paths[row.line] if row.line is not None else unit
        begins = max(day, nips.appointed(row.profile.nip) or day)
        plans[person] = moved(held[person], unit, line, begins) if person in held else [Posting(unit, line, begins)]
        origins[person] = where[row.profile.nip]
    for person in missing.values():
        plans[person] = ended(held[person], day)
    people.replace_postings(draft, plans, dict.fromkeys(missing.values(), "tidak ada lagi di daftar"), origins)


def _tell(outcome: Outcome, compared: Comparison, day: date, end_missing: bool, tree: Tree, dated: bool) -> None:
    """Show what is new, changed, moved and missing, before anything is kept."""
    said = [
        (_("new: {count}, from {day} on"), [row.profile.name for row in compared.new]),
        (
            _("changed: {count}"),
            [f"{one.row.profile.name} ({', '.join(map(noun, one.fields))})" for one in compared.changed],
        ),
        (
            _("moved: {count}, from {day} on"),
            [f"{one.row.profile.name} ({one.before.unit[-1]} → {one.row.unit[-1]})" for one in compared.moved],
        ),
        (
            _("another status: {count}, from {day} on")
            if dated
            else _("another status: {count}, for all days, past ones too (with --from DATE only from that day on)"),
            [one.row.profile.name for one in (*compared.changed, *compared.moved) if "status" in one.fields],
        ),
        (
            _("missing, ended from {day} on: {count}")
            if end_missing
            else _("not on this roster, left as they are: {count} (--end-missing ends them)"),
            [one.profile.name for one in compared.missing],
        ),
        (
            _("units that are new: {count}"),
            placing.opened(tree, [*compared.new, *(change.row for change in compared.moved)]),
        ),
    ]
    for words, who in said:
        if who:
            line = words.format(count=len(who), day=day)
            outcome.lines.append(f"{line}: {'; '.join(who)}" if len(who) <= NAMED else line)


class KnownNames(Mapping[str, tuple[str, ...]]):
    """Bare names and the NIPs of those who bear them, for rolls that carry no NIP; read when first asked."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @cached_property
    def _found(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for profile in people.profiles(self.session).values():
            found.setdefault(names.bare(profile.name), []).append(profile.nip)
        return {name: tuple(numbers) for name, numbers in found.items()}

    def __getitem__(self, name: str) -> tuple[str, ...]:
        return self._found[name]

    def __iter__(self) -> Iterator[str]:  # pragma: no cover - what a mapping has besides; names are only looked up
        return iter(self._found)

    def __len__(self) -> int:  # pragma: no cover - as above
        return len(self._found)
