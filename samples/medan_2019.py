"""Make the sample office `medan-2019`: an invented Balai Kota of 700 people, 4-8 March 2019, as offices write it.

Run as `python samples/medan_2019.py [FOLDER]`; it writes `samples/medan-2019/` and then counts everything again from
the files that it wrote. Every name and every NIP is invented; only the totals are those that were published for Medan.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import medan_recount
from medan_plan import CLASS_OF_KIND, DAYS, HOLIDAY, UNITS, UNSIGNED, Plan, Unit, Week, make_plan
from medan_sheets import write_letters, write_log, write_pins, write_roll, write_roster, write_signatures

FOLDER = Path(__file__).parent / "medan-2019"
PUBLISHED = {
    "tidak_apel_pagi": 273,
    "tanpa_keterangan": 64,
    "cuti": 8,
    "izin": 21,
    "sakit": 5,
    "tugas_luar": 16,
    "tugas_belajar": 0,
    "terlambat": 214,
    "pulang_cepat": 152,
}
SKB = (
    "SKB Menteri Agama, Menteri Ketenagakerjaan dan Menteri PANRB Nomor 617 Tahun 2018, Nomor 262 Tahun 2018, "
    "Nomor 16 Tahun 2018 tentang Hari Libur Nasional dan Cuti Bersama Tahun 2019"
)
KEPPRES = (
    "Keppres Nomor 10 Tahun 2019 tentang Hari Pemungutan Suara Pemilihan Umum Tahun 2019 sebagai Hari Libur Nasional"
)
CALENDAR = (
    ("2019-01-01", "libur", "Tahun Baru Masehi", SKB),
    ("2019-02-05", "libur", "Tahun Baru Imlek 2570 Kongzili", SKB),
    ("2019-03-07", "libur", "Hari Raya Nyepi, Tahun Baru Saka 1941", SKB),
    ("2019-04-03", "libur", "Isra Mikraj Nabi Muhammad SAW", SKB),
    ("2019-04-17", "libur", "Pemilihan Umum 2019", KEPPRES),
    ("2019-04-19", "libur", "Wafat Isa Almasih", SKB),
    ("2019-05-01", "libur", "Hari Buruh Internasional", SKB),
    ("2019-05-19", "libur", "Hari Raya Waisak 2563", SKB),
    ("2019-05-30", "libur", "Kenaikan Isa Almasih", SKB),
    ("2019-06-01", "libur", "Hari Lahir Pancasila", SKB),
    ("2019-06-03", "cuti-bersama", "Cuti Bersama Hari Raya Idul Fitri 1440 Hijriyah", SKB),
    ("2019-06-04", "cuti-bersama", "Cuti Bersama Hari Raya Idul Fitri 1440 Hijriyah", SKB),
    ("2019-06-05", "libur", "Hari Raya Idul Fitri 1440 Hijriyah", SKB),
    ("2019-06-06", "libur", "Hari Raya Idul Fitri 1440 Hijriyah", SKB),
    ("2019-06-07", "cuti-bersama", "Cuti Bersama Hari Raya Idul Fitri 1440 Hijriyah", SKB),
    ("2019-08-11", "libur", "Hari Raya Idul Adha 1440 Hijriyah", SKB),
    ("2019-08-17", "libur", "Hari Kemerdekaan Republik Indonesia", SKB),
    ("2019-09-01", "libur", "Tahun Baru Islam 1441 Hijriyah", SKB),
    ("2019-11-09", "libur", "Maulid Nabi Muhammad SAW", SKB),
    ("2019-12-24", "cuti-bersama", "Cuti Bersama Hari Raya Natal", SKB),
    ("2019-12-25", "libur", "Hari Raya Natal", SKB),
)
README = """# Contoh: Balai Kota Medan, 4-8 Maret 2019

**Semua orang dan semua NIP di map ini rekaan.** Nama dirangkai secara acak dari nama depan yang umum, NIP memakai nomor
urut 501-999; tidak seorang pun pejabat atau pegawai yang sebenarnya. Yang nyata hanyalah jumlah-jumlah yang diumumkan
untuk ASN Balai Kota Medan pada 12 Maret 2019: tidak apel pagi 273, tidak masuk tanpa keterangan 64, cuti 8, izin 21,
sakit 5, tugas luar 16, telat masuk 214, pulang cepat 152 orang. Pembagian per unit selebihnya juga rekaan.

| berkas | isi |
|---|---|
| `Daftar_ASN_Balai_Kota_Maret_2019.xlsx` | daftar urut kepangkatan 700 orang, 26 unit |
| `absensi/` | absensi apel pagi dari 25 unit, masing-masing menurut kebiasaan unitnya |
| `1_attlog.dat`, `PIN_mesin_1.xlsx` | rekaman mesin sidik jari 4, 5, 6 dan 8 Maret; siapa pemilik PIN |
| `Surat_Maret_2019.xlsx` | surat cuti, sakit, izin dan tugas luar |
| `Kalender_2019.csv` | hari libur nasional dan cuti bersama 2019 (7 Maret: Nyepi, tidak ada apel) |
| `Pengesahan_4-8_Maret.xlsx` | daftar hadir mana yang sudah disahkan kepala unitnya |
| `expected/angka.json` | angka yang harus keluar, beserta tabel per unit dan NIP untuk kasus-kasus tepi |

Kepala Bagian Umum belum menandatangani absensinya, Bagian Tata Pemerintahan tidak mengirim absensi: kedua unit itu
*belum lapor* dan tidak ikut dihitung dalam jumlah di atas, walaupun rekaman mesinnya ada.

Berkas dibuat dengan `python samples/medan_2019.py` (bilangan acak dengan benih tetap, jadi hasilnya selalu sama), lalu
dihitung ulang dari berkas yang sudah tertulis.
"""


def main(arguments: list[str]) -> int:
    """Write the folder, count it again, show the table; 1 if anything differs."""
    folder = Path(arguments[0]) if arguments else FOLDER
    generate(folder)
    print(medan_recount.table(folder))
    faults = medan_recount.differences(folder)
    print("\n".join(faults) or "semua angka cocok")
    return 1 if faults else 0


def generate(folder: Path) -> None:
    """Write every file of the sample into the folder."""
    plan = make_plan()
    for each in (folder / "absensi", folder / "expected"):
        each.mkdir(parents=True, exist_ok=True)
    write_roster(plan, folder / "Daftar_ASN_Balai_Kota_Maret_2019.xlsx")
    for unit in UNITS:
        if unit.file:
            write_roll(unit, plan.units[unit.name], folder / "absensi" / unit.file)
    write_letters(plan.letters, folder / "Surat_Maret_2019.xlsx")
    write_pins(plan, folder / "PIN_mesin_1.xlsx")
    write_signatures(plan, folder / "Pengesahan_4-8_Maret.xlsx")
    write_log(plan.log, folder / "1_attlog.dat")
    rows = [("TANGGAL", "JENIS", "NAMA", "SUMBER"), *CALENDAR]
    _write_text(folder / "Kalender_2019.csv", "".join(";".join(row) + "\n" for row in rows))
    _write_text(folder / "README.md", README)
    _write_text(folder / "expected" / "angka.json", json.dumps(expectation(plan), indent=1, ensure_ascii=False) + "\n")


def _write_text(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8"))


# --- what must come out, from the plan


def expectation(plan: Plan) -> dict[str, Any]:
    """The published totals, and the figures that the plan was built to give."""
    reported = [week for name, weeks in plan.units.items() if name not in UNSIGNED for week in weeks]
    present = {str(day): sum(day in week.apel for week in plan.weeks) for day in DAYS}
    return {
        "periode": {"mulai": str(DAYS[0]), "selesai": str(DAYS[-1])},
        "hari_kerja": [str(day) for day in DAYS],
        "libur": [str(HOLIDAY)],
        "jumlah_asn": len(plan.weeks),
        "belum_lapor": list(UNSIGNED),
        "total": PUBLISHED,
        "hadir_apel_per_hari": present,
        "rata_rata_hadir_apel": sum(present.values()) / len(DAYS),
        "per_unit": [_unit_row(unit, plan.units[unit.name]) for unit in UNITS],
        "mesin": _machine(plan),
        "kasus_tepi": plan.cases,
        "nip_tidak_apel_pagi": sorted(week.person.nip for week in reported if week.never),
        "nip_tanpa_keterangan": sorted(week.person.nip for week in reported if week.missing),
    }


def _unit_row(unit: Unit, weeks: list[Week]) -> dict[str, Any]:
    classes = [{CLASS_OF_KIND[kind] for kind in week.letters.values()} for week in weeks]
    return {
        "unit": unit.name,
        "pegawai": len(weeks),
        "disahkan": unit.name not in UNSIGNED,
        "hadir_apel": sum(len(week.apel) for week in weeks) if unit.file else None,
        "jadwal_apel": len(weeks) * len(DAYS),
        "tidak_apel_pagi": sum(week.never for week in weeks) if unit.file else None,
        "tanpa_keterangan": sum(bool(week.missing) for week in weeks),
        "cuti": sum("C" in each for each in classes),
        "izin": sum("I" in each for each in classes),
        "sakit": sum("S" in each for each in classes),
        "tugas_luar": sum("DL" in each for each in classes),
        "tugas_belajar": 0,
        "terlambat": sum(bool(week.late) for week in weeks),
        "pulang_cepat": sum(bool(week.early) for week in weeks),
    }


def _machine(plan: Plan) -> dict[str, int]:
    known = {week.person.pin for week in plan.weeks}
    good = [(text, pin) for text, pin in plan.log if text.startswith("2019")]
    times: dict[int, list[datetime]] = {}
    for text, pin in sorted(set(good)):
        times.setdefault(pin, []).append(datetime.fromisoformat(text))
    gaps = [later - first for taps in times.values() for first, later in pairwise(taps)]
    return {
        "baris": len(plan.log),
        "jam_kembali_ke_2000": sum(text.startswith("2000") for text, _ in plan.log),
        "ketuk_ganda_60_detik": sum(gap <= timedelta(seconds=60) for gap in gaps),
        "pin_tak_dikenal": sum(pin not in known for _, pin in good),
        "salinan_persis": sum(count - 1 for count in Counter(good).values()),
        "waktu_mustahil": sum(text.startswith("1990") for text, _ in plan.log),
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
