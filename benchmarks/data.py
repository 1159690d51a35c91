"""Invented offices: people, rosters, a year of marks, a machine's log; the same in every run."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path

from openpyxl import Workbook

from attendance.commands import rosters
from attendance.commands.desk import Desk
from attendance.commands.init import create
from attendance.commands.inquiry import inquire
from attendance.errors import Place
from attendance.ledger import letters, people, rolls, scans, sources, units
from attendance.ledger.journal import Draft
from attendance.ledger.models import ExemptionFact, MarkFact
from attendance.ledger.numbers import CODES, KINDS
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind
from attendance.rules.letters import Letter
from attendance.rules.periods import Period
from attendance.rules.postings import moved
from attendance.rules.rolls import Mark

SEED = 2026
KIND = Kind.APEL_PAGI
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
MONTH = Period(date(2026, 9, 1), date(2026, 9, 30))  # 22 working days, no holiday
TODAY = datetime.combine(YEAR.last, time(23, 59, 59))
MOVES = date(2026, 9, 15)
NEVER = 40
MACHINE = "LOBI"

_FIRST = (
    "ADI BUDI CITRA DEWI EKO FITRI GUNAWAN HESTI INDRA JOKO KARTIKA LESTARI MEGA NANDA OKTA PUTRI RIZAL SARI TRI WAHYU"
)
_LAST = "CONTOH MISAL UMPAMA TIRUAN REKAAN KHAYAL SEMISAL ANDAI BAYANGAN PERUMPAMAAN"


@dataclass(frozen=True)
class Size:
    """How large everything is."""

    people: int = 20_000
    units: int = 100
    lines: int = 100_000  # of the machine's log
    commits: int = 200


FULL = Size()
QUICK = Size(people=1_000, units=10, lines=5_000, commits=40)


def numbers(count: int) -> list[str]:
    """Invented NIPs: born 1968-1999, appointed at 22 to 30, three in ten of them PPPK."""
    rng = random.Random(SEED)
    found: dict[str, None] = {}
    while len(found) < count:
        year = rng.randint(1968, 1999)
        born = f"{year}{rng.randint(1, 12):02d}{rng.randint(1, 28):02d}"
        start = min(year + rng.randint(22, 30), 2025)
        month = 21 if rng.random() < 0.3 else rng.randint(1, 12)
        found[f"{born}{start}{month:02d}{rng.randint(1, 2)}{rng.randint(1, 999):03d}"] = None
    return list(found)


def unit(person: int, size: Size) -> str:
    """The unit of the person at a place of the roster: units one after the other."""
    return f"DINAS CONTOH {person * size.units // size.people + 1:03d}"


def roster(path: Path, size: Size) -> Path:
    """A roster as a personnel office sends it: a title, headings, and a row a person."""
    rng = random.Random(SEED)
    first, last = _FIRST.split(), _LAST.split()
    book = Workbook(write_only=True)
    sheet = book.create_sheet("DATA ASN")
    sheet.append(["DAFTAR ASN PEMERINTAH KOTA CONTOH"])
    sheet.append([])
    sheet.append(["NO", "NIP", "NAMA", "GOLONGAN", "JABATAN", "UNIT KERJA", "STATUS"])
    for place, nip in enumerate(numbers(size.people)):
        pppk = int(nip[12:14]) >= 21
        name = f"{rng.choice(first)} {rng.choice(last)}, {rng.choice(('S.E.', 'S.Sos., M.Si.', 'A.Md.'))}"
        rank = "IX" if pppk else rng.choice(("II/c", "III/a", "III/b", "III/d", "IV/a"))
        status = "PPPK" if pppk else "PNS"
        sheet.append([str(place + 1), nip, name, rank, "Pengelola Data", unit(place, size), status])
    book.save(path)
    return path


MATRIX = 45
"""Columns of a month's matrix: four about the person, a column a day, and the form's own sums."""


def matrix(path: Path, size: Size) -> Path:
    """A month's roll of everybody on one sheet, weekends blank, with the sums that forms print behind the days."""
    rng = random.Random(SEED)
    days = range(1, 32)  # December, with the Saturdays and Sundays blank
    held = [date(2025, 12, day).weekday() < 5 for day in days]
    sums = ("H", "T", "S", "I", "C", "DL", "TB", "DK", "TK", "JUMLAH")
    book = Workbook(write_only=True)
    sheet = book.create_sheet("APEL")
    sheet.append(["REKAP APEL PAGI BULAN DESEMBER 2025"])
    sheet.append(["NO", "NIP", "NAMA", "GOL", *days, *sums])
    for place, nip in enumerate(numbers(size.people), 1):
        told = rng.choices(sums[:9], (90, 3, 1.5, 0.5, 1, 1, 0.1, 0.1, 1.9), k=sum(held))
        codes = iter(told)
        row = [next(codes) if apel else None for apel in held]
        counted = [told.count(code) for code in sums[:9]]
        sheet.append([place, nip, f"PEGAWAI REKAAN {place}", "III/a", *row, *counted, sum(counted)])
    book.save(path)
    return path


def log(path: Path, size: Size) -> Path:
    """A machine's log in the order of time: everybody twice a day, until it is full."""
    rng = random.Random(SEED)
    pins = size.people // 4
    lines: list[str] = []
    day = MONTH.first
    while len(lines) < size.lines:
        shown = [(base + rng.randint(0, 3600), pin) for base in (7 * 3600, 16 * 3600) for pin in range(1, pins + 1)]
        for second, pin in sorted(shown):
            lines.append(f"{pin}\t{datetime.combine(day, time()) + timedelta(seconds=second)}\t1\t0\t1\t0\n")
        day += timedelta(1)
    path.write_text("".join(lines[: size.lines]))
    return path


def desk(path: Path) -> Desk:
    """A desk at the end of the year, with nobody to answer questions."""
    return Desk(str(path), today=TODAY, quiet=True, no_input=True)


class Office:
    """Databases of one size, each built when it is first asked for; copies are cheap and are for writing into."""

    def __init__(self, folder: Path, size: Size) -> None:
        self.folder = folder
        self.size = size

    def copy(self, source: Path) -> Path:
        """A database of its own, equal to another."""
        return Path(shutil.copyfile(source, self.folder / "copy.db"))

    @cached_property
    def roster(self) -> Path:
        """The roster as a workbook."""
        return roster(self.folder / "roster.xlsx", self.size)

    @cached_property
    def matrix(self) -> Path:
        """A month's roll as a workbook."""
        return matrix(self.folder / "matrix.xlsx", self.size)

    @cached_property
    def log(self) -> Path:
        """The log of the machine."""
        return log(self.folder / "1_attlog.dat", self.size)

    @cached_property
    def empty(self) -> Path:
        """A migrated database with the calendar and nobody in it."""
        path = self.folder / "empty.db"
        one = desk(path)
        create(one, "PEMERINTAH KOTA CONTOH", "WIB")
        one.close()
        return path

    @cached_property
    def staffed(self) -> Path:
        """The same with everybody on the roster, and the numbers of the machine linked to the first quarter."""
        path = Path(shutil.copyfile(self.empty, self.folder / "staffed.db"))
        one = desk(path)
        take_roster(one, self.roster)
        nips = numbers(self.size.people)
        with one.write() as session, one.draft(session, "scan link") as draft:
            machine = scans.meet_device(draft, MACHINE)
            pairs = [(str(pin), nips[pin - 1]) for pin in range(1, self.size.people // 4 + 1)]
            scans.link(draft, machine, pairs, scans.ALWAYS, None)
        one.close()
        return path

    @cached_property
    def year(self) -> Path:
        """A whole year of everybody, month by month as the rolls come in."""
        return self._of_a_year("year.db", KIND)

    @cached_property
    def worked(self) -> Path:
        """The same year as working days."""
        return self._of_a_year("worked.db", Kind.KERJA)

    def _of_a_year(self, name: str, kind: Kind) -> Path:
        path = Path(shutil.copyfile(self.staffed, self.folder / name))
        one = desk(path)
        with one.read() as session:
            agenda = inquire(one, session, kind, YEAR).agenda
            days = list(agenda.of_line(units.tree(session).find(unit(0, self.size))[0]))
        with one.write() as session:
            ids = people.numbers(session)
            plan = Plan([ids[nip] for nip in numbers(self.size.people)], days, kind)
            with one.draft(session, "exempt add") as draft:
                plan.exempt(draft)
            with one.draft(session, "leave import") as draft:
                plan.write_letters(draft, {number: nip for nip, number in ids.items()})
            with one.draft(session, "staff move") as draft:
                plan.move(draft)
            lines = sorted({held[0].line for held in people.postings(session).values()})
            for month in range(1, 13):
                now = [day for day in days if day.month == month]
                with one.draft(session, "roll import") as draft:
                    origins = sources.Origins(draft)
                    source, _row = origins.of(Place(f"apel-{month:02d}.xlsx", "APEL", 1))
                    draft.record(MarkFact, list(plan.rows(now, source or 0)))
                with one.draft(session, "roll close") as draft:
                    rolls.close(draft, {(line, kind, day): "KEPALA DINAS CONTOH" for line in lines for day in now})
        one.close()
        return path


class Plan:
    """Who is how over the year: 93 of 100 days present, and every exception that the rules know."""

    CODES = (Code.H, Code.T, Code.TK, None, Code.S, Code.I, Code.C, Code.DL)
    USUAL = (90.0, 3.2, 1.9, 0.9, 1.5, 0.5, 1.0, 1.0)
    OFTEN = (58.0, 2.0, 24.0, 12.0, 1.5, 0.5, 1.0, 1.0)

    def __init__(self, persons: Sequence[int], days: Sequence[date], kind: Kind = KIND) -> None:
        rng = random.Random(SEED)
        self.days, self.kind = days, kind
        mixed = rng.sample(list(persons), len(persons))
        share = len(persons) // 100
        never = NEVER * len(persons) // FULL.people
        self.never, mixed = set(mixed[:never]), mixed[never:]
        self.exempted, mixed = sorted(mixed[:share]), mixed[share:]
        self.moving, mixed = sorted(mixed[:share]), mixed[share:]
        self.writing, mixed = sorted(mixed[: 2 * share]), mixed[2 * share :]
        self.often = set(mixed[:share])
        self.silent = self.never | set(self.exempted)
        self.letters = {person: self._letters(rng) for person in self.writing}
        self.persons = sorted(persons)

    def _letters(self, rng: random.Random) -> list[Period]:
        """One letter in September and one some time else."""
        found = []
        for month in (9, rng.choice([month for month in range(1, 13) if month != 9])):
            first = date(2026, month, rng.randint(1, 20))
            found.append(Period(first, first + timedelta(rng.randint(1, 7))))
        return found

    def exempt(self, draft: Draft) -> None:
        """One in a hundred need not stand."""
        first = YEAR.first.toordinal()
        rows = [(person, None, self.kind.value, first, None, "piket", "") for person in self.exempted]
        draft.record(ExemptionFact, rows)

    def write_letters(self, draft: Draft, nips: dict[int, str]) -> None:
        """Two in a hundred have letters."""
        told = [
            Letter(nips[person], Code.C, "CT", held.first, held.last, f"800/{person}/{n}", held.first, "", Place(""))
            for person, both in self.letters.items()
            for n, held in enumerate(both)
        ]
        letters.record(draft, [(letter, (None, None)) for letter in told])

    def move(self, draft: Draft) -> None:
        """One in a hundred belongs to another unit from the middle of September on."""
        held = people.postings(draft.session)
        there = sorted({posting[0].unit for posting in held.values()})
        following = dict(zip(there, [*there[1:], there[0]], strict=True))
        plans = {}
        for person in self.moving:
            target = following[held[person][0].unit]
            plans[person] = moved(held[person], target, target, MOVES)
        people.replace_postings(draft, plans, {}, {})

    def rows(self, days: Sequence[date], source: int) -> Iterator[tuple[int | str | None, ...]]:
        """The marks of some days in the order of the table; what is not recorded has no row."""
        rng = random.Random(SEED + days[0].month)
        kind, ordinals = KINDS[self.kind], [day.toordinal() for day in days]
        codes = [None if code is None else CODES[code] for code in self.CODES]
        for row, person in enumerate((one for one in self.persons if one not in self.silent), 2):
            weights = self.OFTEN if person in self.often else self.USUAL
            away = [held for held in self.letters.get(person, ()) if held.last >= days[0] and held.first <= days[-1]]
            told = rng.choices(codes, weights, k=len(days))
            for day, ordinal, code in zip(days, ordinals, told, strict=True):
                if code is not None and not (away and any(day in held for held in away)):
                    yield person, kind, ordinal, code, None, None, source, row


def marks(size: Size) -> list[tuple[Mark, people.Where]]:
    """The marks of a month as a reader hands them over: everybody, every working day."""
    rng = random.Random(SEED)
    days = [day for day in MONTH.days() if day.weekday() < 5]
    codes = [Code.TK if code is None else code for code in Plan.CODES]
    found: list[tuple[Mark, people.Where]] = []
    for row, nip in enumerate(numbers(size.people), 2):
        place = Place("apel-09.xlsx", "APEL", row)
        for day, code in zip(days, rng.choices(codes, Plan.USUAL, k=len(days)), strict=True):
            found.append((Mark(nip, KIND, day, code, None, "", place), (None, row)))
    return found


def take_roster(one: Desk, path: Path) -> None:
    """Import a roster as the command does."""
    outcome = rosters.take(
        one,
        path,
        first=YEAR.first,
        unit=None,
        end_missing=False,
        confirm=(),
        sheet=None,
        mapping={},
        skip_bad=False,
        dry_run=False,
        reason="",
    )
    assert not outcome.failed and outcome.taken == outcome.read, outcome
