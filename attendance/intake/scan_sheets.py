"""Scans in spreadsheets: a PIN, a day and one or more times a row, or PIN and moment; columns of schedules never."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from attendance.errors import Fault, Refused
from attendance.intake import headings, machine_dates, scan_cells
from attendance.intake.cells import Cell, fold, shown, text
from attendance.intake.headings import Headings
from attendance.intake.machine_lines import Doubt, Doubtful, Line, Log, Trouble
from attendance.intake.workbooks import Sheet
from attendance.language import _
from attendance.rules.scans import is_pin

TIMES = ("scan_in", "scan_out", *(f"scan_{number}" for number in range(1, 13)))

FIELDS: headings.Synonyms = {
    "pin": (
        *(
            "PIN",
            "NOID",
            "IDNO",
            "ACNO",
            "ENNO",
            "USERID",
            "IDUSER",
            "NOMORID",
            "IDFINGER",
            "IDFINGERPRINT",
            "PINMESIN",
        ),
        *("NOABSEN", "NOMORABSEN", "NOABSENSI", "IDMESIN", "NOFINGER", "BADGENUMBER", "ENROLLNUMBER", "ENROLLNO"),
        *("ENROLLID", "NOAKUN", "NOFINGERPRINT", "KODEABSEN", "ACCOUNTNO", "PERSONID"),
    ),
    "employee": (
        "EMPNO",
        "EMPLOYEENO",
        "EMPLOYEEID",
        "EMPID",
        "IDKARYAWAN",
        "IDPEGAWAI",
        "NOKARYAWAN",
        "STAFFID",
        "ID",
    ),
    "name": ("NAMA", "NAME", "NAMAPEGAWAI", "NAMAKARYAWAN", "NAMALENGKAP", "EMPLOYEENAME", "PEGAWAI"),
    "day": ("TANGGAL", "DATE", "TGL", "HARITANGGAL", "TANGGALABSEN", "TANGGALSCAN", "ATTDATE", "ATTENDANCEDATE"),
    "moment": (
        *("DATETIME", "WAKTU", "TIME", "SCANDATE", "SCANTIME", "JAM", "TANGGALWAKTU", "TANGGALDANWAKTU", "TANGGALJAM"),
        *(
            "WAKTUSCAN",
            "JAMSCAN",
            "CHECKTIME",
            "PUNCHTIME",
            "ATTTIME",
            "VERIFYTIME",
            "LOGTIME",
            "TIMESTAMP",
            "JAMABSEN",
        ),
        *("WAKTUABSEN", "DATEANDTIME", "ATTENDANCETIME", "RECORDTIME", "CLOCK", "WAKTUABSENSI", "EVENTTIME"),
    ),
    "scan_in": ("SCANMASUK", "CLOCKIN", "CHECKIN", "SCANIN", "ABSENMASUK", "PUNCHIN", "SCANDATANG", "FIRSTIN"),
    "scan_out": ("SCANPULANG", "CLOCKOUT", "CHECKOUT", "SCANOUT", "SCANKELUAR", "ABSENPULANG", "PUNCHOUT", "LASTOUT"),
    **{
        f"scan_{number}": (f"SCAN{number}", f"JAM{number}", f"TIME{number}", f"WAKTU{number}", f"PUNCH{number}")
        for number in range(1, 13)
    },
    "machine": (
        "SN",
        "SERIALNUMBER",
        "DEVICE",
        "DEVICENAME",
        "DEVICEID",
        "MESIN",
        "NAMAMESIN",
        "MACHINENO",
        "LOKASIID",
    ),
}
SUMS = {"TOTAL", "JUMLAH", "GRANDTOTAL"}
"""What stands in the place of a PIN below the rows."""

NEEDS = (("pin", "employee"), ("moment", *TIMES))

CHINESE = {
    **{"考勤号码": "PIN", "登记号码": "PIN", "人员编号": "PIN", "工号": "PIN", "用户编号": "PIN", "姓名": "NAMA"},
    **{"日期时间": "WAKTU", "打卡时间": "WAKTU", "刷卡时间": "WAKTU", "考勤时间": "WAKTU", "时间": "WAKTU"},
    **{"日期": "TANGGAL", "机器号": "MESIN", "签到时间": "SCAN MASUK", "签退时间": "SCAN PULANG"},
    **{"上班时间": "JAM MASUK", "下班时间": "JAM PULANG"},
}
"""Headings of programs that were never translated."""

SCHEDULES = {
    *("JAMMASUK", "JAMPULANG", "JAMKELUAR", "JAMKERJA", "JAMDATANG", "ONDUTY", "OFFDUTY", "MASUK", "PULANG", "KELUAR"),
    *("IN", "OUT", "TIMEIN", "TIMEOUT", "DATANG", "MULAISCAN", "AKHIRSCAN"),
}
"""Headings that stand over hours of the schedule in some programs and over scans in others: never taken unasked."""


@dataclass(slots=True)
class Found:
    """What the sheets of a file hold: logs to be judged, what was left out, and the machines that rows name."""

    logs: list[Log] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    machines: list[str] = field(default_factory=list)


def headed(lines: Iterable[str]) -> bool:
    """The first line of a text that is not blank names the column of the PIN."""
    first = next((line for line in lines if line.strip()), "")
    return any(fold(word) in (*FIELDS["pin"], *FIELDS["employee"]) for word in re.split("[\t;,|]", first))


def find(sheet: Sheet, mapping: Mapping[str, str]) -> Headings | None:
    """The headings of a sheet with scans; None where it has none. Raises Refused for two columns of PINs."""
    heads = headings.find(_translated(sheet), FIELDS, NEEDS, mapping)
    if heads is None or (heads.columns.keys().isdisjoint(TIMES) and "moment" not in heads.columns):
        return None
    asked = {fold(heading) for heading in mapping}
    rivals = [h for h in heads.all if fold(h.whole) in FIELDS["pin"]]
    if len(rivals) > 1 and not any(fold(h.whole) in asked for h in rivals):
        raise Refused(
            _(
                '{file}: the columns {first} and {second} could both be the PIN; say which is, with --map "{plain}=PIN"'
            ).format(
                file=sheet.file,
                first=shown(rivals[0].whole),
                second=shown(rivals[1].whole),
                plain=rivals[0].whole,
            )
        )
    return heads


def scheduled(sheet: Sheet) -> list[str]:
    """The headings of a sheet with a PIN whose times may be those of a schedule; empty where there are none."""
    synonyms = {**FIELDS, "schedule": tuple(SCHEDULES)}
    heads = headings.find(_translated(sheet), synonyms, (("pin", "employee"), ("schedule",)), {})
    return [h.whole for h in heads.all if fold(h.whole) in SCHEDULES] if heads else []


def _translated(sheet: Sheet) -> Sheet:
    """The sheet with Chinese headings as their Indonesian twins."""
    top = [
        (number, [CHINESE.get(text(cell), cell) if isinstance(cell, str) else cell for cell in cells])
        for number, cells in sheet.rows[: headings.DEPTH]
    ]
    return Sheet(sheet.file, sheet.name, (*top, *sheet.rows[headings.DEPTH :]), sheet.merged)


def read(pages: Sequence[tuple[Sheet, Headings]], date_format: str | None) -> Found:
    """Every time on these sheets as a line; a row with two times is two lines, a row without any is none."""
    found = Found()
    rows = [(sheet, heads, list(_rows(sheet, heads))) for sheet, heads in pages]
    words = (word for _sheet, heads, all_ in rows for _number, cells in all_ for word in _words(heads, cells))
    machine_dates.unturned(
        (cell for _sheet, heads, all_ in rows for cell in _dated(heads, all_)), pages[0][0].file, date_format
    )
    days = machine_dates.settle(words, pages[0][0].file, date_format)
    for sheet, heads, all_ in rows:
        lines: list[Line] = []
        blank = 0
        for number, cells in all_:
            made = list(_lines(number, cells, heads, days))
            blank += not made
            lines += made
        found.logs.append(Log(sheet.name, lines, in_order="day" not in heads.columns))
        if blank:
            message = _("{count} rows have no time: nothing was scanned there").format(count=blank)
            found.warnings.append(Fault(sheet.place(), message))
        found.machines += [text(heads.get(cells, "machine")) for _number, cells in all_]
    found.machines = list(dict.fromkeys(name for name in found.machines if name))
    return found


def _rows(sheet: Sheet, heads: Headings) -> Iterator[tuple[int, list[Cell]]]:
    """The rows below the headings about somebody or some time, without the headings that a page repeats."""
    printed = {column: {fold(h.whole), *map(fold, h.levels)} for h in heads.all for column in (h.column,)}
    for number, cells in sheet.rows[heads.last - sheet.rows[0][0] + 1 :]:
        filled = [(column, fold(text(cell))) for column, cell in enumerate(cells) if text(cell)]
        repeated = len(filled) > 1 and all(word in printed.get(column, ()) for column, word in filled)
        if fold(text(heads.get(cells, "pin"))) in SUMS:
            continue
        told = any(text(heads.get(cells, name)) for name in ("pin", "employee", "day", "moment", *TIMES))
        if told and not repeated:
            yield number, cells


def _dated(heads: Headings, rows: Iterable[tuple[int, list[Cell]]]) -> Iterator[Cell]:
    """The cells that name the day of a row."""
    name = "day" if "day" in heads.columns else "moment"
    return (heads.get(cells, name) for _number, cells in rows)


def _words(heads: Headings, cells: Sequence[Cell]) -> Iterator[str]:
    """The days that a row names: its own, and those of its times."""
    own = scan_cells.day_of(heads.get(cells, "day"))
    yield own
    yield from (scan_cells.day_of(heads.get(cells, name), bool(own)) for name in ("moment", *TIMES))


def _lines(number: int, cells: Sequence[Cell], heads: Headings, days: Mapping[str, date | None]) -> Iterator[Line]:
    """The times of a row, each with the PIN, or what is wrong with it."""
    pin, trouble = _pin(heads.get(cells, "pin") if "pin" in heads.columns else heads.get(cells, "employee"))
    whole = "\t".join(map(text, cells))
    own = scan_cells.day_of(heads.get(cells, "day"))
    came: datetime | None = None
    for name in ("moment", *TIMES):
        cell = heads.get(cells, name)
        if scan_cells.empty(cell):
            continue
        met = _judged(cell, scan_cells.day_of(cell, bool(own)) or own, own, days)
        for at in met if trouble is None else [trouble]:
            yield number, _doubted(at, name, came), pin, whole
            came = at if name == "scan_in" and isinstance(at, datetime) else came


def _doubted(at: datetime | Trouble, name: str, came: datetime | None) -> datetime | Trouble | Doubtful:
    """A time as it is, or with the doubt that it may be none, or that of another day."""
    if isinstance(at, datetime) and name != "moment":
        if at.time() == time():
            return Doubtful(at, Doubt.MIDNIGHT)
        if name == "scan_out" and came is not None and at < came:
            return Doubtful(at, Doubt.NEXT_DAY)
    return at


def _judged(cell: Cell, written: str, own: str, days: Mapping[str, date | None]) -> list[datetime | Trouble]:
    """The moments of a cell; or, once, what is wrong with it. `written`: its day; `own`: that of its row."""
    clocks = scan_cells.times_of(cell, bool(own))
    if clocks is None:
        return [Trouble.CLOCK if scan_cells.impossible(cell) else Trouble.WORD]
    if not written:
        return [Trouble.UNDATED]
    day = days[written]
    if own and days[own] != day:
        return [Trouble.DATES]
    return [Trouble.CLOCK if day is None else datetime.combine(day, clock) for clock in clocks]


def _pin(cell: Cell) -> tuple[str, Trouble | None]:
    """The PIN in a cell, and what is wrong with it."""
    if isinstance(cell, bool | date | time) or (isinstance(cell, float) and not cell.is_integer()):
        return text(cell), Trouble.NOBODY
    if isinstance(cell, int | float) and abs(cell) >= 1e15:
        return "", Trouble.LONG
    pin = text(cell).lstrip("'").strip()
    if is_pin(pin):
        return pin, None
    return pin, Trouble.PIN if pin and not pin.strip("0") else Trouble.NOBODY
