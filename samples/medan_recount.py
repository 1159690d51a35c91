"""Count the week again from the written files alone, with nothing but openpyxl and csv.

The generator checks itself with it and so do the tests: it knows nothing of the plan and nothing of the program.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

DAYS = tuple(date(2019, 3, day) for day in (4, 5, 6, 8))
NYEPI = date(2019, 3, 7)
ROSTER = "Daftar_ASN_Balai_Kota_Maret_2019.xlsx"
SIGNED = "Pengesahan_4-8_Maret.xlsx"
CLASSES = {"CT": "C", "CAP": "C", "CM": "C", "S": "S", "I": "I", "DL": "DL"}
GROUPS = {"C": "cuti", "I": "izin", "S": "sakit", "DL": "tugas_luar"}

Row = tuple[Any, ...]


@dataclass(slots=True)
class Count:
    """All that the files say, by NIP and unit."""

    unit: dict[str, str] = field(default_factory=dict)
    name: dict[str, str] = field(default_factory=dict)
    status: dict[str, str] = field(default_factory=dict)
    roll: dict[str, dict[date, str]] = field(default_factory=dict)
    letters: dict[str, dict[date, str]] = field(default_factory=dict)
    scans: dict[str, dict[date, list[datetime]]] = field(default_factory=dict)
    signed: dict[str, dict[str, Row]] = field(default_factory=dict)
    log: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    @property
    def reported(self) -> list[str]:
        """NIPs of the people whose head has signed."""
        return [nip for nip, unit in self.unit.items() if unit in self.signed]


def read(folder: Path) -> Count:
    """Read every file of the folder."""
    count = Count()
    _read_roster(count, folder / ROSTER)
    for path in sorted((folder / "absensi").glob("*.xlsx")):
        _read_roll(count, path)
    _read_letters(count, folder / "Surat_Maret_2019.xlsx")
    _read_log(count, folder)
    for row in _below(folder / SIGNED, "UNIT"):
        count.signed.setdefault(row[0], {})[row[1]] = row
    return count


def _rows(path: Path) -> list[Row]:
    return list(load_workbook(path).worksheets[0].iter_rows(values_only=True))


def _below(path: Path, first: str) -> list[Row]:
    """The rows below the header line whose first cell is `first`."""
    rows = _rows(path)
    start = next(number for number, row in enumerate(rows) if row[0] == first)
    return [row for row in rows[start + 1 :] if row[0] is not None]


def _nip(value: object) -> str:
    found = re.search(r"\d{8} ?\d{6} ?\d ?\d{3}", value) if isinstance(value, str) else None
    return found.group().replace(" ", "") if found else ""


def _read_roster(count: Count, path: Path) -> None:
    unit, known = "", {}
    for row in _below(path.parent / SIGNED, "UNIT"):
        known[row[0].upper()] = row[0]
    for row in _rows(path):
        if isinstance(row[0], str) and (section := re.fullmatch(r"[IVX]+\. (.+)", row[0])):
            unit = known.get(section[1], section[1].title())
        elif isinstance(row[0], int) and (nip := _nip(row[2])):
            if nip in count.unit:
                count.faults.append(f"NIP ganda {nip}")
            count.unit[nip], count.name[nip], count.status[nip] = unit, row[1], row[11]
            count.faults += [f"{nip}: {fault}" for fault in _nip_faults(nip, row[11])]


def _nip_faults(nip: str, status: str) -> list[str]:
    born, start = datetime.strptime(nip[:8], "%Y%m%d").date(), datetime.strptime(nip[8:14], "%Y%m").date()
    age = (date(2019, 3, 8) - born).days / 365.25
    checks = {
        "umur": 21 <= age < 59,
        "TMT sebelum 18 tahun": (start - born).days > 18 * 365.25,
        "TMT di masa depan": start <= date(2019, 3, 1),
        "jenis kelamin": nip[14] in "12",
        "nomor urut": nip[15:] != "000",
        "status": (status == "CPNS") == (start >= date(2019, 2, 1)) and status in ("PNS", "CPNS"),
    }
    return [text for text, good in checks.items() if not good]


def _day_of(value: object) -> date | None:
    """A day heading in any of the forms that the offices use: 4, "04", a date, "Senin,\\n4 Maret 2019"."""
    if isinstance(value, datetime):
        return value.date()
    found = re.fullmatch(r"(?:\w+,\s)?0?(\d)(?: Maret 2019)?", str(value))
    return date(2019, 3, int(found[1])) if found else None


def _read_roll(count: Count, path: Path) -> None:
    rows = _rows(path)
    top = next(number for number, row in enumerate(rows) if any(str(cell).upper().startswith("NAMA") for cell in row))
    days = {column: day for column, cell in enumerate(rows[top + 1]) if cell is not None and (day := _day_of(cell))}
    people, recap = [], {}
    for row in rows[top + 2 :]:
        number, *_ = [cell for cell in row if cell is not None] or [None]
        nip = next((found for cell in row[:4] if (found := _nip(cell))), "")
        if isinstance(number, int) and nip:
            people.append(nip)
            count.roll[nip] = _codes(count, path, {day: str(row[column]) for column, day in days.items()})
        elif str(number).startswith("Jumlah"):
            recap[number] = {day: row[column] for column, day in days.items() if day != NYEPI}
    here = {day: sum(count.roll[nip][day] == "H" for nip in people) for day in DAYS}
    expected = {"Jumlah hadir": here, "Jumlah tidak hadir": {day: len(people) - here[day] for day in DAYS}}
    units = {count.unit.get(nip, "?") for nip in people}
    whole = sorted(people) == sorted(nip for nip, unit in count.unit.items() if unit in units)
    if recap != expected or len(units) != 1 or not whole or tuple(sorted(days.values())) != (*DAYS[:3], NYEPI, DAYS[3]):
        count.faults.append(f"{path.name}: rekap, orang atau tanggal tidak cocok")


def _codes(count: Count, path: Path, row: dict[date, str]) -> dict[date, str]:
    if row.pop(NYEPI) not in ("-", "L"):
        count.faults.append(f"{path.name}: 7 Maret tidak ditandai libur")
    if strange := set(row.values()) - {"H", "A", "TK", "S", "I", "C", "DL"}:
        count.faults.append(f"{path.name}: kode {strange}")
    return {day: "TK" if code == "A" else code for day, code in row.items()}


def _read_letters(count: Count, path: Path) -> None:
    for nip, _, kind, first, last, *_ in _below(path, "NIP"):
        for day in DAYS:
            if first.date() <= day <= last.date():
                count.letters.setdefault(nip, {})[day] = CLASSES[kind]


def _read_log(count: Count, folder: Path) -> None:
    owner = {str(pin): nip for pin, nip, _ in _below(folder / "PIN_mesin_1.xlsx", "PIN")}
    if sorted(owner.values()) != sorted(count.unit):
        count.faults.append("daftar PIN bukan 700 orang itu")
    seen: set[str] = set()
    latest: dict[str, datetime] = {}
    before = datetime.min
    for line in (folder / "1_attlog.dat").read_bytes().decode("ascii").split("\r\n")[:-1]:
        found = re.fullmatch(r"(?=.{9}\t) *(\d+)\t(.{19,24})\t1\t(?:0|255)\t1\t0", line)
        count.log["baris"] += 1
        try:
            when = datetime.strptime(found[2] if found else "", "%Y-%m-%d %H:%M:%S")
        except ValueError:
            count.log["waktu_mustahil"] += 1
            continue
        if when.date() not in DAYS:
            count.log["jam_kembali_ke_2000"] += when.year == 2000
            continue
        pin = found[1] if found else ""
        count.log["salinan_persis"] += line in seen
        count.log["ketuk_ganda_60_detik"] += line not in seen and when - latest.get(pin, datetime.min) <= timedelta(
            0, 60
        )
        count.log["pin_tak_dikenal"] += pin not in owner
        count.faults += [f"log tidak urut: {line}"] if when < before else []
        before = latest[pin] = when
        seen.add(line)
        count.scans.setdefault(owner.get(pin, f"PIN {pin}"), {}).setdefault(when.date(), []).append(when)


# --- judging


def _working_day(scans: list[datetime]) -> tuple[bool, bool]:
    """Late, and gone early (or without a leaving scan), for one day with scans."""
    scans = sorted(scan for scan in scans if scan.time() >= time(5))
    leaving = [scan for scan in scans if scan - scans[0] >= timedelta(minutes=60)]
    end = time(16, 30) if scans[0].weekday() == 4 else time(16)
    return scans[0].time() >= time(7, 31), not leaving or leaving[-1].time() < end


def _facts(count: Count, nip: str) -> set[str]:
    """In which of the published columns one person stands."""
    letters, roll, scans = count.letters.get(nip, {}), count.roll.get(nip), count.scans.get(nip, {})
    facts = {GROUPS[code] for code in letters.values()}
    if roll:
        present = sum(code == "H" for code in roll.values())
        absent = sum(code != "H" and day not in letters for day, code in roll.items())
        facts |= {"tidak_apel_pagi"} if present == 0 and absent >= 3 else set()
    facts |= {"tanpa_keterangan"} if any(day not in letters and day not in scans for day in DAYS) else set()
    judged = [_working_day(scans[day]) for day in DAYS if day in scans]
    facts |= {"terlambat"} if any(late for late, _ in judged) else set()
    facts |= {"pulang_cepat"} if any(early for _, early in judged) else set()
    return facts


COLUMNS = (
    *("tidak_apel_pagi", "tanpa_keterangan", "cuti", "izin", "sakit", "tugas_luar", "tugas_belajar"),
    *("terlambat", "pulang_cepat"),
)


def tally(count: Count) -> dict[str, Any]:
    """The figures in the shape of expected/angka.json."""
    facts = {nip: _facts(count, nip) for nip in count.unit}
    reported = count.reported
    present = {str(d): sum(row[d] == "H" for row in count.roll.values()) for d in DAYS}
    return {
        "jumlah_asn": len(count.unit),
        "total": {column: sum(column in facts[nip] for nip in reported) for column in COLUMNS},
        "hadir_apel_per_hari": present,
        "rata_rata_hadir_apel": sum(present.values()) / len(DAYS),
        "per_unit": [_unit_row(count, facts, unit) for unit in dict.fromkeys(count.unit.values())],
        "mesin": {key: count.log[key] for key in sorted(count.log)},
        "nip_tidak_apel_pagi": sorted(nip for nip in reported if "tidak_apel_pagi" in facts[nip]),
        "nip_tanpa_keterangan": sorted(nip for nip in reported if "tanpa_keterangan" in facts[nip]),
    }


def _unit_row(count: Count, facts: dict[str, set[str]], unit: str) -> dict[str, Any]:
    people = [nip for nip, each in count.unit.items() if each == unit]
    rolls = [count.roll[nip] for nip in people if nip in count.roll]
    row: dict[str, Any] = {"unit": unit, "pegawai": len(people), "disahkan": unit in count.signed}
    row["hadir_apel"] = sum(code == "H" for roll in rolls for code in roll.values()) if rolls else None
    row["jadwal_apel"] = len(people) * len(DAYS)
    row |= {column: sum(column in facts[nip] for nip in people) for column in COLUMNS}
    return row | ({} if rolls else {"tidak_apel_pagi": None})


def contradictions(count: Count) -> list[str]:
    """Everything in which the files disagree with each other or with what the sample promises."""
    faults = list(count.faults)
    for nip in count.unit:
        letters, scans, roll = count.letters.get(nip, {}), count.scans.get(nip, {}), count.roll.get(nip, {})
        for day in DAYS:
            code = roll.get(day, "TK")
            wrong = {
                "surat tetapi ada rekaman": day in letters and day in scans,
                "surat tetapi kode lain": day in letters and code not in (letters[day], "TK"),
                "kode surat tanpa surat": day not in letters and code not in ("H", "TK"),
                "hadir apel tanpa rekaman kerja": code == "H" and day not in scans,
            }
            faults += [f"{nip} {day}: {text}" for text, bad in wrong.items() if bad]
        if len(set(letters.values())) > 1 or (letters and count.unit[nip] not in count.signed):
            faults.append(f"{nip}: surat dua jenis atau unit belum lapor")
    for unit, rows in count.signed.items():
        _, _, first, last, _, here, total = rows["apel-pagi"]
        people = [nip for nip, each in count.unit.items() if each == unit]
        marks = sum(code == "H" for nip in people for code in count.roll[nip].values())
        span = (first.date(), last.date()) == (DAYS[0], DAYS[-1])
        if (here, total) != (marks, len(people) * 4) or not span or rows["kerja"][5:] != (None, None):
            faults.append(f"pengesahan {unit} tidak cocok")
    return faults


def calendar(folder: Path) -> dict[date, tuple[str, str]]:
    """Kind and name of every day in the calendar file."""
    with (folder / "Kalender_2019.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter=";")
        return {date.fromisoformat(row["TANGGAL"]): (row["JENIS"], row["NAMA"]) for row in rows}


def differences(folder: Path) -> list[str]:
    """Where a fresh count of the files differs from expected/angka.json, and every contradiction; empty is good."""
    count = read(folder)
    expected = json.loads((folder / "expected" / "angka.json").read_text(encoding="utf-8"))
    found = tally(count)
    faults = contradictions(count)
    for key, value in found.items():
        if expected[key] != value:
            faults.append(f"{key}: harapan {expected[key]}, hitungan {value}")
    days = [day for day in calendar(folder) if DAYS[0] <= day <= DAYS[-1]]
    return faults if days == [NYEPI] else [*faults, "kalender: hanya 7 Maret yang libur"]


def table(folder: Path) -> str:
    """The recount as text, a unit a line."""
    figures = tally(read(folder))
    lines = [f"{'':36}{'ASN':>5}" + "".join(f"{column[:9]:>10}" for column in COLUMNS)]
    for row in figures["per_unit"]:
        name = row["unit"] + ("" if row["disahkan"] else " (belum)")
        cells = "".join(f"{'-' if row[column] is None else row[column]:>10}" for column in COLUMNS)
        lines.append(f"{name:<36}{row['pegawai']:>5}" + cells)
    totals = "".join(f"{figures['total'][column]:>10}" for column in COLUMNS)
    lines.append(f"{'JUMLAH unit yang disahkan':<36}{'':>5}" + totals)
    lines.append(f"hadir apel {figures['hadir_apel_per_hari']} rata-rata {figures['rata_rata_hadir_apel']}")
    return "\n".join([*lines, f"mesin {figures['mesin']}"])
