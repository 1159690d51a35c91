"""What happened at the invented Balai Kota in the week of 4-8 March 2019: who stood at apel, who worked, who wrote.

Nothing here knows a file. The plan is drawn from one seed and built to reach the figures that were published for Medan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import NamedTuple

from medan_people import ONE_WORD_MEN, ONE_WORD_WOMEN, People, Person, give_posts

SEED = 20190312
MONDAY, TUESDAY, WEDNESDAY, FRIDAY = DAYS = tuple(date(2019, 3, day) for day in (4, 5, 6, 8))
HOLIDAY = date(2019, 3, 7)
PRESENT_AT_APEL = {MONDAY: 214, TUESDAY: 203, WEDNESDAY: 196, FRIDAY: 190}
ON_TIME, TOO_LATE = time(7, 30, 59), time(7, 31)
CLASS_OF_KIND = {"CT": "C", "CAP": "C", "CM": "C", "S": "S", "I": "I", "DL": "DL"}


class Unit(NamedTuple):
    """A unit of the Balai Kota: its size, the figures it is to reach, and how its office writes a roll."""

    name: str
    file: str
    head: str
    echelon: str
    size: int
    never: int
    missing: int
    early: int
    late: int
    layout: str
    absent: str
    not_held: str


# fmt: off
UNITS = (
    Unit("Inspektorat", "ABSEN APEL INSPEKTORAT 4-8 MARET.xlsx", "Inspektur", "II.b",
         75, 54, 12, 44, 38, "baku", "TK", "-"),
    Unit("BPKAD", "Daftar hadir apel BPKAD 4 sd 8 Maret 2019.xlsx", "Kepala Badan", "II.b",
         95, 52, 11, 16, 34, "geser", "TK", "L"),
    Unit("BKD&PSDM", "apel pagi BKD&PSDM 4-8 Maret 2019.xlsx", "Kepala Badan", "II.b",
         85, 47, 9, 19, 30, "tanggal", "TK", "L"),
    Unit("Bappeda", "Rekap apel Bappeda (04-08 Maret 2019).xlsx", "Kepala Badan", "II.b",
         60, 19, 11, 9, 20, "gabung", "A", "-"),
    Unit("Balitbang", "absen apel Balitbang mgg I Maret.xlsx", "Kepala Badan", "II.b",
         14, 5, 1, 3, 4, "baku", "A", "-"),
    Unit("Badan Kesatuan Bangsa dan Politik", "Absensi Apel Kesbangpol 4-8 Maret 2019.xlsx", "Kepala Badan", "II.b",
         18, 6, 2, 4, 6, "hari", "TK", "L"),
    Unit("Dinas Komunikasi dan Informatika", "Apel_Diskominfo_4-8_Maret_2019.xlsx", "Kepala Dinas", "II.b",
         34, 11, 3, 9, 11, "tanggal", "A", "L"),
    Unit("Dinas Ketenagakerjaan", "Daftar Hadir Apel Disnaker 4-8 Mar.xlsx", "Kepala Dinas", "II.b",
         22, 7, 2, 5, 7, "geser", "TK", "-"),
    Unit("Dinas Pariwisata", "ABSENSI APEL PAGI DISPAR 4 - 8 MARET 2019.xlsx", "Kepala Dinas", "II.b",
         20, 7, 2, 5, 6, "hari", "A", "-"),
    Unit("Dinas Perpustakaan dan Arsip", "absensi apel perpustakaan 4-8 mar.xlsx", "Kepala Dinas", "II.b",
         18, 6, 1, 4, 5, "gabung", "TK", "L"),
    Unit("Bagian Hukum", "Absensi apel 4-8 Mar Bag. Hukum.xlsx", "Kepala Bagian", "III.a",
         15, 4, 1, 2, 4, "baku", "TK", "L"),
    Unit("Bagian Organisasi", "Absensi apel 4-8 Mar Bag. Organisasi.xlsx", "Kepala Bagian", "III.a",
         14, 4, 0, 2, 3, "tanggal", "TK", "-"),
    Unit("Bagian Perekonomian", "Absensi apel 4-8 Mar Bag. Perekonomian.xlsx", "Kepala Bagian", "III.a",
         13, 4, 1, 3, 4, "geser", "A", "-"),
    Unit("Bagian Kerjasama", "Absen Bag Kerjasama apel 4-8 Maret.xlsx", "Kepala Bagian", "III.a",
         10, 4, 0, 1, 2, "gabung", "A", "-"),
    Unit("Bagian Humasy", "apel humasy 4-8 maret 2019 FIX.xlsx", "Kepala Bagian", "III.a",
         19, 6, 2, 5, 6, "hari", "TK", "-"),
    Unit("Bagian Aset dan Perlengkapan", "Absensi apel 4-8 Mar Bag. Aset & Perlengkapan.xlsx", "Kepala Bagian", "III.a",
         18, 5, 2, 4, 6, "baku", "TK", "-"),
    Unit("Bagian Agama", "Absensi apel 4-8 Mar Bag. Agama.xlsx", "Kepala Bagian", "III.a",
         12, 3, 0, 1, 2, "gabung", "A", "L"),
    Unit("Bagian Administrasi Pembangunan", "Absensi apel 4-8 Mar Bag. Adm. Pembangunan.xlsx", "Kepala Bagian", "III.a",
         14, 4, 1, 3, 4, "tanggal", "A", "-"),
    Unit("Bagian Layanan Pengadaan", "ABSEN APEL BAG. LAYANAN PENGADAAN (1).xlsx", "Kepala Bagian", "III.a",
         16, 5, 1, 3, 5, "geser", "TK", "L"),
    Unit("Bagian Keuangan", "Absensi apel 4-8 Mar Bag. Keuangan.xlsx", "Kepala Bagian", "III.a",
         13, 4, 1, 2, 4, "baku", "A", "L"),
    Unit("Bagian Sosial dan Pendidikan", "Absensi apel 4-8 Mar Bag. Sosdik.xlsx", "Kepala Bagian", "III.a",
         13, 4, 0, 2, 3, "hari", "TK", "L"),
    Unit("Bagian Kesejahteraan Rakyat", "Absensi apel 4-8 Mar Bag. Kesra.xlsx", "Kepala Bagian", "III.a",
         15, 4, 1, 2, 4, "gabung", "TK", "-"),
    Unit("Bagian Protokol", "daftar hadir apel protokol 4-8 mar 2019.xlsx", "Kepala Bagian", "III.a",
         11, 4, 0, 2, 3, "tanggal", "TK", "L"),
    Unit("Sekretariat Korpri", "Apel Sekretariat Korpri 4-8 Maret 2019.xlsx", "Sekretaris", "III.a",
         10, 4, 0, 2, 3, "hari", "A", "L"),
    Unit("Bagian Umum", "Absensi apel 4-8 Mar Bag. Umum.xlsx", "Kepala Bagian", "III.a",
         40, 12, 3, 6, 9, "geser", "A", "-"),
    Unit("Bagian Tata Pemerintahan", "", "Kepala Bagian", "III.a",
         26, 0, 2, 4, 6, "", "", ""),
)
# fmt: on
UNSIGNED = ("Bagian Umum", "Bagian Tata Pemerintahan")


class Absence(NamedTuple):
    """One person's letters of one kind, not yet given to anybody.

    role: `biasa` came to apel on some day that no letter covers, if there is one; `tidak-pernah` never came (one day
    excused, three without a word); `tepi` never came either, but two days are excused. `menyusul`: the letter came
    after the roll was written, so the roll says absent.
    """

    kind: str
    spans: tuple[tuple[str, str], ...]
    role: str = "biasa"
    menyusul: bool = False


def _span(first: str, last: str = "") -> tuple[tuple[str, str], ...]:
    return ((first, last or first),)


ABSENCES = (
    Absence("CT", _span("03-04", "03-08")),
    Absence("CT", _span("03-04", "03-05")),
    Absence("CT", _span("02-25", "03-04")),
    Absence("CT", _span("03-08", "03-14")),
    Absence("CT", _span("03-05", "03-06"), "tepi"),
    Absence("CAP", _span("03-06", "03-08")),
    Absence("CAP", _span("03-04", "03-06")),
    Absence("CM", _span("02-04", "05-03")),
    Absence("S", _span("03-04")),
    Absence("S", _span("03-05", "03-06"), menyusul=True),
    Absence("S", _span("03-06", "03-08")),
    Absence("S", _span("03-08")),
    Absence("S", _span("03-04"), "tidak-pernah"),
    Absence("DL", _span("03-04", "03-08")),
    Absence("DL", _span("03-04", "03-08")),
    Absence("DL", _span("03-05", "03-06"), "tepi"),
    *(Absence("DL", _span("03-04", "03-05")) for _ in range(2)),
    *(Absence("DL", _span("03-06")) for _ in range(2)),
    Absence("DL", _span("03-05", "03-08")),
    Absence("DL", _span("03-08", "03-11")),
    *(Absence("DL", _span("03-04")) for _ in range(2)),
    Absence("DL", _span("03-05"), menyusul=True),
    Absence("DL", _span("03-06", "03-08")),
    Absence("DL", _span("03-08")),
    Absence("DL", _span("03-04", "03-06")),
    Absence("DL", _span("03-03", "03-05")),
    Absence("I", (("03-04", "03-04"), ("03-08", "03-08")), "tepi", menyusul=True),
    *(Absence("I", _span(day), "tidak-pernah") for day in ("03-05", "03-06", "03-08")),
    *(Absence("I", _span(day)) for day in ("03-04", "03-05", "03-06", "03-08") for _ in range(3)),
    *(Absence("I", _span(day), menyusul=True) for day in ("03-04", "03-05", "03-06")),
    Absence("I", _span("03-05", "03-06")),
    Absence("I", _span("03-08")),
)
OUTSIDE_THE_WEEK = (
    Absence("I", _span("03-01")),
    Absence("S", _span("03-01")),
    Absence("CT", _span("03-11", "03-15")),
    Absence("DL", _span("03-12", "03-14")),
)
NEVER_WITH_LETTER = ("Inspektorat", "BPKAD", "BKD&PSDM", "Dinas Komunikasi dan Informatika")
EDGE_WITH_LETTER = ("Bappeda", "Dinas Ketenagakerjaan", "Bagian Hukum")


class Letter(NamedTuple):
    """One letter in the secretariat's list."""

    person: Person
    kind: str
    first: date
    last: date
    issued: date


@dataclass(slots=True)
class Week:
    """One person's week, day by day, as it truly was."""

    person: Person
    never: bool = False
    role: str = ""
    menyusul: bool = False
    letters: dict[date, str] = field(default_factory=dict)
    missing: set[date] = field(default_factory=set)
    apel: set[date] = field(default_factory=set)
    late: set[date] = field(default_factory=set)
    early: dict[date, str] = field(default_factory=dict)
    taps: dict[date, list[time]] = field(default_factory=dict)

    @property
    def at_work(self) -> list[date]:
        """Days on which he was seen at work."""
        return [day for day in DAYS if day not in self.letters and day not in self.missing]

    @property
    def blank(self) -> bool:
        """Nothing but ordinary days at work: free to carry one special case."""
        return not (self.letters or self.missing or self.late or self.early or self.taps or self.never)

    def roll_code(self, day: date) -> str:
        """What the keeper of the roll wrote: H, the letter's class if he knew of it, or absent (TK)."""
        if day in self.apel:
            return "H"
        return CLASS_OF_KIND[self.letters[day]] if day in self.letters and not self.menyusul else "TK"


@dataclass(slots=True)
class Plan:
    """Everything that the files will say."""

    units: dict[str, list[Week]]
    letters: list[Letter]
    log: list[tuple[str, int]]
    cases: dict[str, str]

    @property
    def weeks(self) -> list[Week]:
        """All weeks in the order of the roster."""
        return [week for weeks in self.units.values() for week in weeks]


def make_plan() -> Plan:
    """The same plan every time."""
    rng = Random(SEED)
    people = People(rng)
    units = {unit.name: [Week(person) for person in _staff(unit, people, rng)] for unit in UNITS}
    weeks = [week for staff in units.values() for week in staff]
    _special_names(units, rng)
    _number_pins(weeks, rng)
    letters = _write_letters(units, rng)
    _stay_away_from_apel(units, rng)
    _miss_work(units, rng)
    _stand_at_apel(weeks, rng)
    _come_late(units, rng)
    _leave_early(units, rng)
    cases = _special_cases(units)
    exact = {(week.person.pin, day) for week in weeks for day in week.taps}
    _tap(weeks, rng)
    return Plan(units, letters, _device_log(weeks, exact, rng), cases)


def _staff(unit: Unit, people: People, rng: Random) -> list[Person]:
    candidates = {"BPKAD": 4, "BKD&PSDM": 4, "Bappeda": 3, "Inspektorat": 3}.get(unit.name, 0)
    candidates += unit.name in ("Dinas Komunikasi dan Informatika", "Dinas Ketenagakerjaan", "Bagian Hukum")
    candidates += unit.name in ("Bagian Organisasi", "Bagian Umum", "Bagian Protokol")
    staff = [people.head(unit.name)]
    staff += [people.servant(unit.name) for _ in range(unit.size - 1 - candidates)]
    staff += [people.candidate(unit.name, date(2019, 2 + (number % 5 > 1), 1)) for number in range(candidates)]
    give_posts(staff, unit.head, unit.echelon, rng)
    return staff


def _special_names(units: dict[str, list[Week]], rng: Random) -> None:
    """A few people with one name only; and two namesakes with the same title in one unit."""
    plain = [week.person for staff in units.values() for week in staff[4:] if not week.person.before]
    for woman, names in ((False, ONE_WORD_MEN), (True, ONE_WORD_WOMEN)):
        pool = [person for person in plain if person.woman is woman and person.golongan.startswith("II/")]
        for person, name in zip(rng.sample(pool, len(names)), names, strict=True):
            person.name = name
    for week in _namesakes(units):
        week.person.name, week.person.before, week.person.after = "Rizky Ramadhan", "", "S.E."
        week.never = True


def _namesakes(units: dict[str, list[Week]]) -> list[Week]:
    men = [w for w in units["BPKAD"][20:] if not w.person.woman and w.person.golongan in ("III/a", "III/b", "III/c")]
    return men[:2]


def _number_pins(weeks: list[Week], rng: Random) -> None:
    pins = sorted(rng.sample(range(1, 1100), len(weeks)))
    for week, pin in zip(rng.sample(weeks, len(weeks)), pins, strict=True):
        week.person.pin = pin


# --- letters


def _write_letters(units: dict[str, list[Week]], rng: Random) -> list[Letter]:
    reported = [week for name, staff in units.items() if name not in UNSIGNED for week in staff[1:]]
    chosen = {"tidak-pernah": iter(NEVER_WITH_LETTER), "tepi": iter(EDGE_WITH_LETTER)}
    letters = []
    for absence in (*ABSENCES, *OUTSIDE_THE_WEEK):
        unit = next(chosen[absence.role]) if absence.role in chosen else ""
        pool = [week for week in reported if _may_write(week, absence, unit)]
        week = rng.choice(pool)
        week.role, week.menyusul = absence.role, absence.menyusul
        week.never = absence.role == "tidak-pernah"
        letters += _letters_of(week, absence, rng)
    return sorted(letters, key=lambda letter: (letter.issued, letter.first, letter.person.nip))


def _may_write(week: Week, absence: Absence, unit: str) -> bool:
    person = week.person
    if week.role or week.never or (unit and person.unit != unit):
        return False
    if absence.kind == "CM":
        return person.woman and person.born.year >= 1982 and person.status == "PNS"
    return person.status == "PNS" or absence.kind in ("S", "I", "DL")


def _letters_of(week: Week, absence: Absence, rng: Random) -> Iterator[Letter]:
    for first, last in ((date.fromisoformat(f"2019-{end}") for end in span) for span in absence.spans):
        if absence.menyusul:
            issued = date(2019, 3, 11)
        elif absence.kind in ("S", "I"):
            issued = first
        else:
            issued = max(first - timedelta(days=rng.randint(4, 6)), date(2019, 1, 28))
        week.letters |= {day: absence.kind for day in DAYS if first <= day <= last}
        yield Letter(week.person, absence.kind, first, last, _weekday(issued))


def _weekday(day: date) -> date:
    """An office writes letters on working days: the last one up to that day."""
    while day.weekday() > 4 or day == HOLIDAY:
        day -= timedelta(days=1)
    return day


# --- apel and work


def _stay_away_from_apel(units: dict[str, list[Week]], rng: Random) -> None:
    """Fill each unit's number of people who never came to apel."""
    for unit in UNITS:
        staff = units[unit.name][1:]
        already = sum(week.never for week in staff)
        for week in rng.sample([week for week in staff if not week.never and not week.role], unit.never - already):
            week.never = True


def _miss_work(units: dict[str, list[Week]], rng: Random) -> None:
    """Give each unit the people who did not come to work on some day and wrote nothing."""
    for unit in UNITS:
        pool = [week for week in units[unit.name][1:] if len(week.letters) <= 1 and week.role != "tidak-pernah"]
        for week in rng.sample(pool, unit.missing):
            free = [day for day in DAYS if day not in week.letters]
            most = 1 if week.letters else 3 if week.never else 2
            week.missing = set(rng.sample(free, min(most, rng.choices((1, 2, 3), (68, 22, 10))[0])))
        if unit.name in ("Inspektorat", "BPKAD"):  # one in each left no trace at all
            next(week for week in units[unit.name] if week.never and week.missing).missing = set(DAYS)


def _stand_at_apel(weeks: list[Week], rng: Random) -> None:
    """Everybody who is not to be flagged comes once; then each day is filled up by those who like to come."""
    comers = [week for week in weeks if not week.never and week.role != "tepi" and week.person.unit != UNSIGNED[1]]
    for week in comers:
        if week.at_work:
            week.apel = {rng.choice(week.at_work)}
    zeal = {week.person.nip: rng.choice((0.0, 0.3, 1.0, 3.0)) for week in comers}
    for week in weeks:
        zeal[week.person.nip] = 5.0 if week.person.echelon != "-" else zeal.get(week.person.nip, 0)
    for day, target in PRESENT_AT_APEL.items():
        free = [week for week in comers if day not in week.apel and day in week.at_work and zeal[week.person.nip]]
        free.sort(key=lambda week: rng.random() ** (1 / zeal[week.person.nip]), reverse=True)
        for week in free[: target - sum(day in week.apel for week in weeks)]:
            week.apel.add(day)


def _come_late(units: dict[str, list[Week]], rng: Random) -> None:
    """Late people are mostly those who skip apel; they are late on days on which they did."""
    for unit in UNITS:
        pool = [week for week in units[unit.name] if _skipped(week)]
        pool.sort(key=lambda week: rng.random() ** (1 / (3 if week.never else 1)), reverse=True)
        for week in pool[: unit.late]:
            days = _skipped(week)
            week.late = set(rng.sample(days, min(len(days), rng.choices((1, 2, 3, 4), (50, 25, 15, 10))[0])))


def _skipped(week: Week) -> list[date]:
    return [day for day in week.at_work if day not in week.apel]


def _leave_early(units: dict[str, list[Week]], rng: Random) -> None:
    """Most of the early leavers simply did not scan when they left."""
    for unit in UNITS:
        pool = [week for week in units[unit.name] if week.at_work]
        for week in rng.sample(pool, unit.early):
            how_many = min(len(week.at_work), rng.choices((1, 2, 3), (65, 25, 10))[0])
            week.early = {day: rng.choice(("none", "none", "early")) for day in rng.sample(week.at_work, how_many)}


# --- cases at the very edge


def _special_cases(units: dict[str, list[Week]]) -> dict[str, str]:
    """Put people exactly on the limits; the answer names each case and its NIP."""
    weeks = [week for name, staff in units.items() if name not in UNSIGNED for week in staff[1:]]
    cases: dict[str, str] = {}

    def give(case: str, pool: Iterable[Week], day: date, *taps: str) -> Week:
        week = next(w for w in pool if not w.taps and w.person.nip not in cases.values() and day in _skipped(w))
        cases[case] = week.person.nip
        week.taps[day] = [time.fromisoformat(tap) for tap in taps]
        week.late = {day} if week.late else set()
        week.early = {day: "none"} if week.early else {}
        return week

    full = [week for week in weeks if len(week.at_work) == 4]
    clean = [week for week in full if week.blank and week.apel]
    late = [week for week in full if week.late and not week.early]
    early = [week for week in full if week.early and not week.late]
    both = [week for week in full if week.early and week.late]
    give("tiba tepat 07:30:59, tidak terlambat", clean, TUESDAY, "07:30:59", "16:04:12")
    give("tiba tepat 07:31:00, terlambat", late, TUESDAY, "07:31:00", "16:10:45")
    give("pulang tepat 16:00:00 hari Selasa, tidak pulang cepat", clean, TUESDAY, "07:22:10", "16:00:00")
    give("pulang 15:59:59 hari Rabu, pulang cepat", early, WEDNESDAY, "07:24:31", "15:59:59")
    give("pulang tepat 16:30:00 hari Jumat, tidak pulang cepat", clean, FRIDAY, "07:20:05", "16:30:00")
    give("pulang 16:29:59 hari Jumat, pulang cepat", early, FRIDAY, "07:18:40", "16:29:59")
    give("pulang 16:10 hari Jumat, pulang cepat", early, FRIDAY, "07:25:02", "16:10:33")
    give("rekaman kedua 59 menit 59 detik kemudian, pulang cepat", early, MONDAY, "07:10:00", "08:09:59")
    give(
        "tiba 15:10, rekaman terakhir 55 menit kemudian, terlambat dan pulang cepat",
        both,
        MONDAY,
        "15:10:00",
        "16:05:00",
    )
    give("tiba 15:00, pulang tepat 60 menit kemudian, terlambat saja", late, WEDNESDAY, "15:00:00", "16:00:00")
    give("rekaman 04:41 belum masuk hari kerja, terlambat", late, TUESDAY, "04:41:10", "08:05:27", "16:12:09")
    _late_although_at_apel(weeks, cases)
    cases |= _cases_of_the_plan(weeks)
    return cases


def _late_although_at_apel(weeks: list[Week], cases: dict[str, str]) -> None:
    """After the apel people queue at the machine: four of them are at apel and late on the same day."""
    pool = [week for week in weeks if week.late and not week.taps and week.apel & set(week.at_work)]
    for number, week in enumerate(pool[:4], 1):
        week.late = {min(week.apel)}
        cases[f"hadir apel tetapi rekaman pertama lewat 07:30:59 ({number})"] = week.person.nip


def _cases_of_the_plan(weeks: list[Week]) -> dict[str, str]:
    """Cases that the plan holds already, by what they show."""
    cases = {}
    roles = {
        "tepi": "tidak pernah hadir, 2 TK 2 surat, tidak masuk daftar",
        "tidak-pernah": "3 TK 1 surat, masuk daftar",
    }
    for role, text in roles.items():
        for number, week in enumerate((week for week in weeks if week.role == role), 1):
            cases[f"{text} ({number})"] = week.person.nip
    once = [week for week in weeks if len(week.apel) == 1 and not week.letters]
    cases |= {f"hadir tepat 1 kali, tidak masuk daftar ({n})": w.person.nip for n, w in enumerate(once[:3], 1)}
    traceless = [week for week in weeks if week.missing == set(DAYS)]
    cases |= {f"tidak ada satu rekaman pun ({number})": week.person.nip for number, week in enumerate(traceless, 1)}
    same = [week for week in weeks if week.person.name == "Rizky Ramadhan"]
    cases |= {f"senama dalam satu unit ({number})": week.person.nip for number, week in enumerate(same, 1)}
    return cases


# --- the machine


def _end_of_work(day: date) -> time:
    return time(16, 30) if day == FRIDAY else time(16, 0)


def _between(first: time, last: time, rng: Random) -> time:
    """A random second from first to last, both included."""
    start, end = (each.hour * 3600 + each.minute * 60 + each.second for each in (first, last))
    seconds = rng.randint(start, end)
    return time(seconds // 3600, seconds // 60 % 60, seconds % 60)


def _tap(weeks: list[Week], rng: Random) -> None:
    """Put the fingers on the machine, on every day at work that has no special case."""
    for week in weeks:
        for day in week.at_work:
            if day not in week.taps:
                week.taps[day] = [_arrival(week, day, rng), *_departure(week, day, rng)]


def _arrival(week: Week, day: date, rng: Random) -> time:
    if day in week.late and day in week.apel:
        return _between(time(7, 31, 20), time(7, 38), rng)
    if day in week.late:
        return _between(TOO_LATE, rng.choice((time(7, 45), time(8, 10), time(8, 30), time(10, 15))), rng)
    if day in week.apel:
        return _between(time(6, 42), time(7, 12), rng)
    return _between(time(7, 2), ON_TIME, rng)


def _departure(week: Week, day: date, rng: Random) -> list[time]:
    end = _end_of_work(day)
    if week.early.get(day) == "none":
        return []
    if week.early.get(day) == "early":
        return [_between(time(12, 20), time(end.hour - 1, end.minute + 26), rng)]
    noon = [_between(time(12, 5), time(13, 20), rng)] if rng.random() < 0.1 else []
    return [*noon, _between(time(end.hour, end.minute + 1), time(end.hour + rng.choice((0, 0, 1)), 59), rng)]


def _device_log(weeks: list[Week], exact: set[tuple[int, date]], rng: Random) -> list[tuple[str, int]]:
    """All lines of the machine in the order written: what it printed as time, and the PIN; no double tap on `exact`."""
    lines = []
    for week in weeks:
        for day, taps in week.taps.items():
            for tap in taps:
                when = datetime.combine(day, tap)
                lines.append((when, week.person.pin))
                if rng.random() < 0.035 and (week.person.pin, day) not in exact:
                    lines.append((when + timedelta(seconds=rng.randint(2, 55)), week.person.pin))
    known = {week.person.pin for week in weeks}
    for stranger in rng.sample(sorted(set(range(1, 1100)) - known), 2):
        for day in DAYS:
            for first, last in ((time(7, 5), time(7, 50)), (time(16, 35), time(17, 10))):
                lines.append((datetime.combine(day, _between(first, last, rng)), stranger))
    lines.sort()
    printed = [(f"{when:%Y-%m-%d %H:%M:%S}", pin) for when, pin in lines]
    return _with_faults(printed, rng)


def _with_faults(lines: list[tuple[str, int]], rng: Random) -> list[tuple[str, int]]:
    """Exact duplicates, a clock that fell back to 2000 on Wednesday, and one line that is no time at all."""
    for place in sorted(rng.sample(range(len(lines)), 6), reverse=True):
        lines.insert(place, lines[place])
    wednesday = next(number for number, line in enumerate(lines) if line[0].startswith(f"{WEDNESDAY} 07:2"))
    reset = ("2000-01-01 00:01:37", "2000-01-01 00:01:52", "2000-01-01 00:03:08")
    lines[wednesday:wednesday] = [(text, lines[wednesday + 40 + number][1]) for number, text in enumerate(reset)]
    friday = next(number for number, line in enumerate(lines) if line[0].startswith(f"{FRIDAY} 12:"))
    lines.insert(friday, ("1990-00--8 -16:-29:-40", lines[friday][1]))
    return lines
