"""Invented people, days and papers for the tests of publish."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta

from attendance.publish.matrices import Matrix, UnitMatrix
from attendance.rules import chronic
from attendance.rules.chronic import Flagged, Limits
from attendance.rules.codes import Code
from attendance.rules.histories import Day, History, Known
from attendance.rules.kinds import Kind
from attendance.rules.notices import Group, Named, Notice, Silent
from attendance.rules.offices import Office, Signatory
from attendance.rules.periods import Period, month
from attendance.rules.rosters import Profile
from attendance.rules.sessions import Session

OFFICE = Office(
    "PEMERINTAH KOTA CONTOH",
    "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA",
    ("Jalan Kapten Rekaan Nomor 12, Kota Contoh 20112", "Telepon (061) 555012, Laman bkpsdm.contoh.go.id"),
    "Kota Contoh",
)
HEAD = Signatory(
    "Dra. RATNA SAMPEL, M.Si.", "Kepala Badan Kepegawaian dan PSDM", "Pembina Utama Muda", "196811121994032002"
)
HASH = "3f9a0c17b2d84e65a1c0ffee90d1e2f3a4b5c6d7e8f90123456789abcdef0042"
NYEPI = date(2019, 3, 7)
WEEK = Period(date(2019, 3, 4), date(2019, 3, 8))
MARCH = month(2019, 3)


def session(day: date, kind: Kind = Kind.APEL_PAGI) -> Session:
    """An assembly at half past seven."""
    return Session(day, kind, "", time(7, 30), time(7, 30), time(6), time(8))


def workdays(period: Period) -> list[date]:
    """Monday to Friday, without Nyepi."""
    return [day for day in period.days() if day.weekday() < 5 and day != NYEPI]


def person(
    number: int,
    name: str,
    codes: str,
    days: Sequence[date],
    *,
    kind: Kind = Kind.APEL_PAGI,
    units: Mapping[date, int] | None = None,
    late: Sequence[date] = (),
    early: Sequence[date] = (),
    **profile: str,
) -> Flagged:
    """A person with one code for each day, written as on a roll: "H T S TK"."""
    nip = f"{19700101 + number % 28}200501{number % 2 + 1}{number % 999 + 1:03}"
    history = tuple(
        Day(
            day,
            Code(code),
            Known.ROLL,
            session(day, kind),
            (units or {}).get(day, 1),
            1,
            late_arrival=day in late,
            early_leave=day in early,
        )
        for day, code in zip(days, codes.split(), strict=True)
        if code != "."
    )
    return chronic.judge(History(number, Profile(nip, name, **profile), history), Limits())  # type: ignore[arg-type]


def recap(*units: UnitMatrix, period: Period = WEEK, kind: Kind = Kind.APEL_PAGI, provisional: bool = False) -> Matrix:
    """A recap of an office whose only holiday is Nyepi."""
    special = {NYEPI: "Hari Suci Nyepi"} if NYEPI in period else {}
    days = frozenset(workdays(period))
    made = period.last + timedelta(days=4)
    return Matrix(OFFICE, kind, period, units, special, days, 1207, HASH, provisional, made)


def notice(*groups: Group, **changes: object) -> Notice:
    """A notice of the week, as the office would post it."""
    values: dict[str, object] = {
        "office": OFFICE,
        "kind": Kind.APEL_PAGI,
        "period": WEEK,
        "days": tuple(workdays(WEEK)),
        "groups": groups,
        "silent": (),
        "provisional": False,
        "basis": (
            "Peraturan Pemerintah Nomor 53 Tahun 2010 tentang Disiplin Pegawai Negeri Sipil;",
            "Peraturan Wali Kota Contoh Nomor 7 Tahun 2018 tentang Apel Pagi.",
        ),
        "signatory": HEAD,
        "number": "800.1.6.2/417/2019",
        "dated": date(2019, 3, 12),
        "correct_by": date(2019, 3, 18),
        "remove_on": date(2019, 3, 26),
        "entry": 1207,
        "head": HASH,
    }
    return Notice(**(values | changes))  # type: ignore[arg-type]


def named(*names: str, absent: int = 4, required: int = 4) -> tuple[Named, ...]:
    """People on a notice, all with the same figures."""
    return tuple(Named(name, "", absent, required) for name in names)


SILENT = (
    Silent("Bagian Umum", (date(2019, 3, 4), date(2019, 3, 5))),
    Silent("Bagian Tata Pemerintahan", tuple(workdays(WEEK))),
)
"""Two units whose heads have not signed."""
