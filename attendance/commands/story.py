"""The demonstration: an office's files go in, the published figures come out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attendance.commands import closing, config, init, letters, rolls, rosters, scans, showing
from attendance.commands.calendar import take as take_calendar
from attendance.commands.desk import Desk
from attendance.commands.importing import Outcome
from attendance.commands.inquiry import Inquiry, inquire
from attendance.commands.notices import notice
from attendance.commands.recap_matrices import matrix
from attendance.errors import Refused
from attendance.language import _
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period

if TYPE_CHECKING:
    from attendance.rules.chronic import Flagged

WEEK = Period(date(2019, 3, 4), date(2019, 3, 8))
MACHINE = "Mesin 1"
MADE = ("apel.db", "rekap.xlsx", "pengumuman.pdf", "tidak-pernah-apel.json")
"""What the demonstration leaves in its folder."""


def clear(folder: Path) -> None:
    """Make the folder ready; an earlier demonstration gives way, anything else is left alone."""
    if folder.exists() and not folder.is_dir():
        raise Refused(_("{path} is a file. Name a folder.").format(path=folder))
    there = {path.name for path in folder.iterdir()} if folder.exists() else set()
    own = {*MADE, "apel.db-wal", "apel.db-shm"}
    if there - own:
        raise Refused(_("{path} holds other files. Name an empty folder, or a new one.").format(path=folder))
    folder.mkdir(parents=True, exist_ok=True)
    for name in there & own:
        (folder / name).unlink()


@dataclass(frozen=True, slots=True)
class Figures:
    """What the story tells, all of it computed from the files."""

    people: int
    units: int
    present: dict[date, int]  # at apel, by day
    never: int
    working: dict[str, int]  # people, by what befell them on some working day
    never_by_unit: Counter[str]
    absent_by_unit: Counter[str]
    early_by_unit: Counter[str]
    silent: tuple[str, ...]
    outcomes: tuple[tuple[str, Outcome], ...]
    entries: int
    head: str


def run(desk: Desk, source: Path, folder: Path) -> Figures:
    """Take the files of an office in, as an officer would, and judge."""
    if not source.is_dir():
        raise Refused(_("There is no folder {path}.").format(path=source))
    init.create(desk, "PEMERINTAH KOTA MEDAN", "WIB")
    config.take(desk, config.read(source / "config.toml"), "config.toml", "", False, quiet=True)
    outcomes = tuple(_import(desk, source))
    failed = [(outcome.file, fault) for _what, outcome in outcomes for fault in outcome.refused]
    if failed:
        raise Refused(_("The demonstration's own files were refused."), tuple(fault for _file, fault in failed))
    with desk.read() as session:
        apel = inquire(desk, session, Kind.APEL_PAGI, WEEK)
        work = inquire(desk, session, Kind.KERJA, WEEK)
        judged = apel.judged()
        _write(desk, apel, judged, folder)
        return _figures(apel, judged, work, outcomes)


def _file(folder: Path, pattern: str) -> Path:
    """The file of the input with a name like this. Errors: Refused where there is none, or several."""
    found = list(folder.glob(pattern))
    if len(found) != 1:
        raise Refused(
            _("{folder}: of files named {pattern} there must be one; there are {count}.").format(
                folder=folder, pattern=pattern, count=len(found)
            )
        )
    return found[0]


def _import(desk: Desk, source: Path) -> Iterator[tuple[str, Outcome]]:
    plain: dict[str, Any] = {"sheet": None, "mapping": {}, "skip_bad": False, "dry_run": False, "reason": ""}
    roster = _file(source, "Daftar_ASN*.xlsx")
    yield (
        _("roster"),
        rosters.take(desk, roster, first=date(2019, 1, 1), unit=None, end_missing=False, confirm=(), **plain),
    )
    yield _("calendar"), take_calendar(desk, _file(source, "Kalender*.csv"), date_format=None, **plain)
    for path in sorted((source / "absensi").glob("*.xlsx")):
        words: dict[str, Any] = {
            "kind": None,
            "codes": {},
            "blank": None,
            "period": None,
            "replace": False,
            "date_format": None,
        }
        yield _("rolls"), rolls.take(desk, path, **words, **plain)
    machine: dict[str, Any] = {"device": MACHINE, "dry_run": False, "reason": ""}
    links = _file(source, "PIN*.xlsx")
    yield _("machine numbers"), scans.link_file(desk, links, first=None, last=None, skip_bad=False, **machine)
    log = _file(source, "*_attlog.dat")
    yield _("machine log"), scans.take(desk, log, date_format=None, skip_bad=False, **machine)
    yield _("letters"), letters.take(desk, _file(source, "Surat*.xlsx"), date_format=None, **plain)
    signed = _file(source, "Pengesahan*.xlsx")
    yield _("signatures"), closing.take(desk, signed, date_format=None, **plain)


def _write(desk: Desk, apel: Inquiry, judged: list[Flagged], folder: Path) -> None:
    """Leave the workbook, the notice and the JSON in the folder."""
    from attendance.publish import answers, matrices, notices

    matrices.workbook(matrix(desk, apel), folder / "rekap.xlsx")
    notices.pdf(notice(desk, apel, "", None).notice, folder / "pengumuman.pdf")
    flagged = apel.flagged()
    document = answers.frame(apel.kind, apel.period, apel.silent, apel.labels)
    document["people"] = [answers.person(one, apel.labels, apel.reason) for one in flagged]
    showing.write_json(document, folder / "tidak-pernah-apel.json")


def _figures(apel: Inquiry, judged: list[Flagged], work: Inquiry, outcomes: tuple[tuple[str, Outcome], ...]) -> Figures:
    days: Counter[date] = Counter()
    for one in judged:
        days.update(day.day for day in one.history.days if day.code in (Code.H, Code.T))
    never = [one for one in _reported(apel, judged) if any(flag.rule == "tidak-pernah" for flag in one.flags)]
    at_work = _reported(work, work.judged())
    befell = {
        "TK": [one for one in at_work if one.totals.absent],
        "C": [one for one in at_work if one.totals.codes[Code.C]],
        "I": [one for one in at_work if one.totals.codes[Code.I]],
        "S": [one for one in at_work if one.totals.codes[Code.S]],
        "DL": [one for one in at_work if one.totals.codes[Code.DL]],
        "TM": [one for one in at_work if one.totals.late_arrivals],
        "PC": [one for one in at_work if one.totals.early_leaves],
    }
    number, head = apel.head
    return Figures(
        people=len(judged),
        units=len({one.history.unit for one in judged}),
        present=dict(sorted(days.items())),
        never=len(never),
        working={word: len(people) for word, people in befell.items()},
        never_by_unit=_by_unit(apel, never),
        absent_by_unit=_by_unit(work, befell["TK"]),
        early_by_unit=_by_unit(work, befell["PC"]),
        silent=tuple(sorted(apel.labels[line] for line in apel.silent)),
        outcomes=outcomes,
        entries=number,
        head=head,
    )


def _reported(found: Inquiry, judged: list[Flagged]) -> list[Flagged]:
    """Only the people of units that have reported: of the others nothing may be said yet."""
    return [one for one in judged if not any(day.line in found.silent for day in one.history.scheduled())]


def _by_unit(found: Inquiry, people: list[Flagged]) -> Counter[str]:
    return Counter(found.labels[one.history.unit] for one in people if one.history.unit is not None)


def _top(counts: Counter[str], few: int) -> str:
    return ", ".join(f"{unit} {count}" for unit, count in counts.most_common(few))


def told(figures: Figures, folder: Path, width: int) -> Iterator[str]:
    """The story in a screenful."""
    from attendance.publish.formats import rate

    taken: Counter[str] = Counter()
    for what, outcome in figures.outcomes:
        taken[what] += outcome.taken
    average = sum(figures.present.values()) / max(1, len(figures.present))
    apart = sum(len(outcome.quarantined) for _what, outcome in figures.outcomes)
    parked = sum(outcome.parked for _what, outcome in figures.outcomes)
    work = figures.working
    lines = [
        _("MEDAN, 4-8 March 2019: {people} civil servants of {units} units (all people invented)").format(
            people=figures.people, units=figures.units
        ),
        "",
        _("Taken in:  ") + "; ".join(f"{what} {count}" for what, count in taken.items()),
        _("           {apart} lines with an impossible clock set apart, {parked} of unknown numbers parked").format(
            apart=apart, parked=parked
        ),
        "",
        _("At apel:   {days}; on average {average:.0f} of {people} ({share})").format(
            days=", ".join(f"{day.day}/{day.month} {count}" for day, count in figures.present.items()),
            average=average,
            people=figures.people,
            share=rate(average / max(1, figures.people)),
        ),
        "",
        _("NEVER AT APEL IN THE WEEK:  {count} people").format(count=figures.never),
        "           " + "; ".join([_top(figures.never_by_unit, 3), *_fewest(figures.never_by_unit)]),
        "",
        _(
            "At work:   {TK} absent without reason, {C} on leave, {I} with permission, {S} sick, {DL} on duty away,"
        ).format(**work),
        _("           {TM} late, {PC} left early or without a scan").format(**work),
        _("           without reason: {units}").format(units=_top(figures.absent_by_unit, 4)),
        _("           left early:     {units}").format(units=_top(figures.early_by_unit, 3)),
        "",
        _("Not signed yet, nobody of theirs is named: {units}").format(units=", ".join(figures.silent)),
        "",
        _("In {folder}: {files}").format(folder=folder, files=", ".join(MADE)),
        _("Journal: {entries} entries, head {head}").format(entries=figures.entries, head=figures.head[:12]),
        _("Go on: apel --db {db} --today 2019-03-12 status 2019-03-08").format(db=folder / "apel.db"),
    ]
    for line in lines:
        yield from _hanging(line, width) if line else [""]


def _fewest(counts: Counter[str]) -> list[str]:
    """The unit with the fewest, if there is any."""
    return [_("fewest: {unit} {count}").format(unit=unit, count=count) for unit, count in counts.most_common()[-1:]]


def _hanging(line: str, width: int) -> list[str]:
    """A line wrapped under the column where its text begins."""
    from attendance.publish.terminal import wrap

    indent = " " * (len(line) - len(line.lstrip())) or ("" if ":  " not in line[:14] else " " * 11)
    head, rest = line[: len(indent)], line[len(indent) :]
    first, *more = wrap(rest, width - len(indent))
    return [head + first, *(indent + part for part in more)]
