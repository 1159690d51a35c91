"""The logs of machines as they come from sticks, programs and servers: `python samples/forms_machines.py` makes them.

All people are invented. The old and the open workbooks are made of the new ones by LibreOffice (`soffice`). What is
read of them, and what is said of the faulty ones, is written beside them by tests/samples/forms.py.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl

HERE = Path(__file__).parent
FORMS, FAULTS = HERE / "forms" / "machines", HERE / "faults" / "machines"

PEOPLE = {7: "Elok Rembulan", 12: "Fajar Lazuardi", 66: "Gita Kemuning", 103: "Hasan Pelita", 5120: "Intan Samudra"}
DAYS = (date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 4))


def scans(days: Sequence[date] = DAYS) -> Iterator[tuple[int, datetime]]:
    """Each of the people in the morning and in the afternoon of each day, a few minutes apart."""
    for step, day in enumerate(days):
        for clock in (time(7, 12, 36), time(16, 3, 9)):
            for number, pin in enumerate(PEOPLE):
                yield pin, datetime.combine(day, clock) + timedelta(minutes=3 * number + step, seconds=11 * number)


def put(path: Path, content: bytes, about: str, **beside: Any) -> None:
    """Write a file, and what it is beside it; the answer that stands there already is kept."""
    path.write_bytes(content)
    told(path, about, **beside)


def told(path: Path, about: str, **beside: Any) -> None:
    """Write what a file is, with an empty answer where there is none yet."""
    where = path.with_name(path.name + ".json")
    old = json.loads(where.read_text("utf-8")) if where.exists() else {}
    kind: dict[str, Any] = {"words": [], "said": []} if path.parent == FAULTS else {"options": {}, "reading": {}}
    new = {"about": about} | kind | old | beside | {"about": about}
    where.write_text(json.dumps(new, ensure_ascii=False, indent=2) + "\n", "utf-8")


def text(
    path: Path, lines: Sequence[str], about: str, end: str = "\r\n", encoding: str = "ascii", **beside: Any
) -> None:
    """Write lines."""
    put(path, "".join(line + end for line in lines).encode(encoding), about, **beside)


def book(path: Path, sheets: dict[str, Sequence[Sequence[Any]]], about: str, **beside: Any) -> None:
    """Write a workbook; .xls and .ods by way of LibreOffice."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        page = made.create_sheet(name)
        for row in rows:
            page.append(list(row))
    plain = path.with_suffix(".xlsx")
    kept = plain.read_bytes() if plain.exists() and plain != path else None
    made.save(plain)
    if plain != path:
        profile = f"-env:UserInstallation=file://{tempfile.gettempdir()}/apel-forms-machines"
        words = [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            path.suffix[1:],
            "--outdir",
            str(path.parent),
            str(plain),
        ]
        subprocess.run(words, check=True, capture_output=True)
        plain.unlink()
        if kept is not None:
            plain.write_bytes(kept)
    told(path, about, **beside)


def attlog(width: int = 9, tail: str = "\t1\t0\t1\t0", days: Sequence[date] = DAYS) -> list[str]:
    """Lines of an attlog."""
    return [f"{pin:{width}d}\t{at}{tail}" for pin, at in scans(days)]


def attlogs() -> None:
    """What machines write to a stick."""
    text(FORMS / "1_attlog.dat", attlog(), "Rekaman mesin asli: PIN selebar 9, enam kolom, akhir baris CRLF.")
    text(FORMS / "2_attlog.dat", attlog(5), "Rekaman mesin dengan PIN selebar 5 dan akhir baris LF.", "\n")
    eleven = attlog(0, "\t1\t255\t15\t0\t0\t0\t0\t0\t36.4")
    text(
        FORMS / "3_attlog.dat", eleven, "Rekaman mesin sebelas kolom (dengan suhu), status selalu 255, PIN tanpa spasi."
    )
    five = [f"{line}{end}" for line, end in zip(attlog(6, "\t1\t1\t0"), ("\n", "\r\n", "\r") * 99, strict=False)]
    five.insert(4, "   \r\n")
    content = "".join(five).encode() + b"\r\n  \r\n\x1a"
    put(
        FORMS / "4_attlog.dat",
        content,
        "Rekaman mesin lima kolom: akhir baris campur, baris kosong, dan tanda ^Z di akhir.",
    )
    named = [f"{pin}\t{PEOPLE[pin]}\t{at}\t1\t0" for pin, at in scans()]
    text(FORMS / "5_attlog_nama.dat", named, "Rekaman mesin dengan nama di kolom kedua.", encoding="utf-8-sig")
    first, wrong, last = attlog(days=DAYS[:2]), attlog(days=[date(2015, 1, 1)])[:6], attlog(days=DAYS[2:])
    reset = [
        *first,
        *wrong,
        *last,
        "        0\t2026-03-04 16:20:00\t1\t0\t1\t0",
        "       12\t2026-02-31 07:00:00\t1\t0\t1\t0",
    ]
    text(
        FORMS / "6_attlog_jam_rusak.dat",
        reset,
        "Rekaman mesin yang jamnya mati lalu dibetulkan, dengan PIN 0 dan tanggal 31 Februari.",
    )
    astray = [*attlog(days=DAYS[:2]), *attlog(days=[date(2026, 2, 10)])[:6], *attlog(days=DAYS[2:])]
    text(
        FORMS / "7_attlog_jam_mundur.dat",
        astray,
        "Rekaman mesin yang jamnya sempat mundur tiga minggu di tengah berkas.",
    )
    broken = b"\xbb\xbf" + "\r\n".join(attlog()).encode()
    put(
        FORMS / "8_attlog_byte_hilang.dat",
        broken,
        "Rekaman mesin yang byte pertamanya hilang, tanpa akhir baris di baris terakhir.",
    )
    spaced = [line.replace("\t", "  ") for line in attlog(4)]
    text(FORMS / "9_attlog_disalin.txt", spaced, "Rekaman mesin yang disalin lewat layar: tab menjadi spasi.")
    comma = [f'"{pin}","{at}","1","0"' for pin, at in scans()]
    text(FORMS / "10_attlog.csv", comma, "Rekaman mesin sebagai CSV berkutip tanpa judul kolom.")


def pushed() -> None:
    """What machines push to a server."""
    plain = [f"{pin}\t{at}\t255\t1\t0\t0\t0" for pin, at in scans()]
    text(FORMS / "push_polos.txt", plain, "Baris protokol push: PIN, waktu, status, verifikasi, kode kerja.", "\n")
    head = ["POST /iclock/cdata?SN=RKAAN0001&table=ATTLOG&Stamp=9999 HTTP/1.1", "Host: 10.0.0.2", ""]
    other = ["OPLOG 4\t14\t2026-03-02 07:00:00\t0\t0\t0\t0", "USER PIN=12\tName=Fajar Lazuardi\tPri=0\tPasswd=\tCard=0"]
    body = [
        *head,
        *plain[:10],
        "",
        "POST /iclock/cdata?SN=RKAAN0001&table=OPERLOG&Stamp=9 HTTP/1.1",
        "",
        *other,
        *plain[10:],
    ]
    text(
        FORMS / "push_isi.txt",
        body,
        "Isi push dari server: kepala HTTP, ATTLOG, dan baris OPLOG/USER yang bukan kehadiran.",
    )
    text(FAULTS / "push_oplog.txt", [*other * 3], "Push yang hanya berisi OPLOG dan USER: bukan kehadiran.")


def general_logs() -> None:
    """AGL, GLG and ALOG text."""
    glog = [
        f"{row:06d}\t1\t{pin:09d}\t{PEOPLE[pin]:<10}\t0\t0\t{at:%Y/%m/%d  %H:%M:%S}"
        for row, (pin, at) in enumerate(scans(), 1)
    ]
    text(
        FORMS / "1_GLogData.txt",
        ["No\tMchn\tEnNo\t\tName\t\tMode\tIOMd\tDateTime\t", *glog],
        "GLogData: EnNo sembilan angka, judul lebih banyak daripada kolom, dua spasi sebelum jam.",
    )
    half = [
        f"{row}\t1\t{pin}\t{PEOPLE[pin]:<10}\t1\t1\tE\t0\t{at:%m-%d-%Y  %I:%M:%S%p}"
        for row, (pin, at) in enumerate(scans([*DAYS, date(2026, 3, 16)]), 1)
    ]
    half.append(f"{len(half) + 1}\t1\t0\t          \t1\t1\tE\t0\t03-16-2026  04:40:00PM")
    text(
        FORMS / "AGL_001.TXT",
        ["No\tTMNo\tEnNo\tName\t\tGMNo\tMode\tIN/OUT\tAntipass\tDateTime", *half],
        "AGL dalam UTF-16 dengan jam 12 (AM/PM), bulan di depan, dan EnNo 0 yang tidak dikenali.",
        encoding="utf-16",
    )
    merged = [
        f"{row}\t1\t{pin}\t{PEOPLE[pin]}\t2\t{at:%d/%m/%Y %H:%M:%S}"
        for row, (pin, at) in enumerate(scans([*DAYS, date(2026, 3, 16)]), 1)
    ]
    text(
        FORMS / "ALOG_001.txt",
        ["NoTMNo\tEnNo\tName\tMode\tDateTime", *merged],
        "ALOG dalam UTF-8 yang dua judul pertamanya menyatu.",
        encoding="utf-8",
    )
    lost = "\r\n".join(["No\tTMNo\tEnNo\tName\tMode\tDateTime", *glog_plain()]) + "\r\n"
    put(FORMS / "AGL_002.TXT", lost.encode("utf-16-le")[1:], "AGL dalam UTF-16 tanpa BOM yang byte pertamanya hilang.")
    admin = [
        "No\tTMNo\tSEnNo\tSMNo\tGEnNo\tGMNo\tMani\tFpNo\tDateTime",
        "1\t1\t0\t1\t1\t1\t3\t0\t03-03-2026  12:15:13PM",
    ]
    text(FAULTS / "ASL_001.txt", admin, "Log admin mesin (ASL, SLog): bukan kehadiran.")
    either = [f"{row}\t1\t{pin}\t\t1\t{at:%d/%m/%Y %H:%M:%S}" for row, (pin, at) in enumerate(scans(), 1)]
    text(
        FAULTS / "AGL_ragu.txt",
        ["No\tTMNo\tEnNo\tName\tMode\tDateTime", *either],
        "Hari dan bulan tertukar tidak dapat dibedakan di seluruh berkas.",
    )
    text(
        FORMS / "AGL_003.txt",
        ["No\tTMNo\tEnNo\tName\tMode\tDateTime", *either],
        "Berkas yang sama, dengan --date-format.",
        options={"date_format": "DD/MM/YYYY"},
    )
    short = [f"{row}\t1\t{pin}\t\t1\t{at:%y-%m-%d %H:%M:%S}" for row, (pin, at) in enumerate(scans(), 1)]
    text(
        FAULTS / "AGL_tahun_dua_angka.txt", ["No\tTMNo\tEnNo\tName\tMode\tDateTime", *short], "Tahun ditulis dua angka."
    )
    text(
        FORMS / "AGL_004.txt",
        ["No\tTMNo\tEnNo\tName\tMode\tDateTime", *short],
        "Tahun dua angka di depan, dengan --date-format YY/MM/DD.",
        options={"date_format": "YY/MM/DD"},
    )


def glog_plain() -> list[str]:
    """Lines of an AGL."""
    return [f"{row}\t1\t{pin}\t{PEOPLE[pin]}\t1\t{at:%Y-%m-%d %H:%M:%S}" for row, (pin, at) in enumerate(scans(), 1)]


def pairs() -> list[list[Any]]:
    """A row a person and day, with the first and last scan; one without a scan, one of a night shift."""
    rows: list[list[Any]] = []
    for number, (pin, name) in enumerate(PEOPLE.items()):
        for step, day in enumerate(DAYS):
            came = time(7, 12 + number, 36 + step)
            left = time(16, 3 + number, 9)
            rows.append([pin, name, day, time(7, 30), time(16, 0), came, left])
    rows[4][5:] = ["", ""]
    rows[7][6] = "00:00"
    rows[9][5:] = [time(21, 58, 2), time(6, 1, 40)]
    return rows


def sheets() -> None:
    """Spreadsheets that programs of machines export."""
    head = ["No. ID", "Nama", "Tanggal", "Jam Masuk", "Jam Pulang", "Scan Masuk", "Scan Pulang", "Terlambat"]
    rows = [["LAPORAN ABSENSI 2-4 MARET 2026"], [], head, *([*row, ""] for row in pairs())]
    about = "Ekspor program absensi: dua rekaman sebaris, kolom jadwal (Jam Masuk/Pulang) tidak dihitung"
    book(FORMS / "scan_masuk_pulang.xlsx", {"Sheet1": rows}, f"{about}; .xlsx.")
    book(FORMS / "scan_masuk_pulang.xls", {"Sheet1": rows}, f"{about}; .xls.")
    book(FORMS / "scan_masuk_pulang.ods", {"Sheet1": rows}, f"{about}; .ods.")
    words = [";".join(str(cell) if cell is not None else "" for cell in row) for row in rows]
    text(FORMS / "scan_masuk_pulang.csv", words, f"{about}; .csv bertitik koma.")
    state = [
        [pin, "", PEOPLE[pin], at.strftime("%d/%m/%Y %H:%M:%S"), "C/In", "", "OK", ""]
        for pin, at in scans([*DAYS, date(2026, 3, 16)])
    ]
    book(
        FORMS / "catatan_absensi.xls",
        {"Sheet1": [["AC-No.", "No.", "Name", "Time", "State", "New State", "Exception", "Operation"], *state]},
        "Ekspor AC-No., Name, Time, State.",
    )
    cloud = ["sn,pin,scan_date,verifymode,inoutmode", *(f"RKAAN0001,{pin},{at},1,0" for pin, at in scans())]
    text(FORMS / "scan_log.csv", cloud, "Ekspor server: sn, pin, scan_date, verifymode.", "\n")
    two = [line.replace("RKAAN0001", "RKAAN0002") if row > 15 else line for row, line in enumerate(cloud)]
    text(FORMS / "scan_log_dua_mesin.csv", two, "Ekspor server yang mencampur dua mesin: ada peringatan.", "\n")
    calc_head = [
        "Emp No.",
        "AC-No.",
        "No.",
        "Name",
        "Auto-Assign",
        "Date",
        "Timetable",
        "On duty",
        "Off duty",
        "Clock In",
        "Clock Out",
        "Late",
    ]
    calc = [
        [
            f"E-{row[0]}",
            str(row[0]),
            "",
            row[1],
            "",
            row[2].strftime("%m/%d/%Y"),
            "Pagi",
            "07:30",
            "16:00",
            f"{row[5]:%H:%M}" if row[5] else "",
            f"{row[6]:%H:%M}" if isinstance(row[6], time) else "",
            "",
        ]
        for row in pairs()
    ]
    calc.append(["E-7", "7", "", PEOPLE[7], "", "03/16/2026", "Pagi", "07:30", "16:00", "07:20", "16:05", ""])
    book(
        FORMS / "autocalc.xlsx",
        {"AutoCalc": [calc_head, *calc]},
        "Ekspor hitungan otomatis: nomor pegawai bukan PIN; On duty/Off duty adalah jadwal, Clock In/Out rekaman.",
    )
    apart = [
        "User ID,Name,Date,Time,Terminal",
        *(f"{pin},{PEOPLE[pin]},{at:%Y-%m-%d},{at:%H:%M:%S},Lobi" for pin, at in scans()),
    ]
    text(FORMS / "user_date_time.csv", apart, "Ekspor User ID, Date, Time dalam kolom terpisah.")
    serial = [[pin, (at - datetime(1899, 12, 30)) / timedelta(days=1)] for pin, at in scans()]
    book(
        FORMS / "angka_seri.xlsx",
        {"Data": [["PIN", "Waktu"], *serial]},
        "Waktu yang kehilangan format dan menjadi angka seri.",
    )
    many = [[pin, PEOPLE[pin], DAYS[0], "07:14", "12:01", "12:55", "16:02"] for pin in PEOPLE]
    book(
        FORMS / "scan_1_sampai_4.xlsx",
        {
            "Maret": [["PIN", "Nama", "Tanggal", "Scan 1", "Scan 2", "Scan 3", "Scan 4"], *many],
            "Catatan": [["Dicetak oleh operator"]],
        },
        "Empat rekaman sebaris, dan lembar lain yang tidak dibaca.",
    )
    chinese = [[f"{pin}", PEOPLE[pin], f"{at:%Y/%m/%d}", f"{at:%H:%M:%S}"] for pin, at in scans()]
    book(
        FORMS / "kepala_mandarin.xlsx",
        {"Sheet1": [["考勤号码", "姓名", "日期", "时间"], *chinese]},
        "Judul kolom berbahasa Mandarin.",
    )
    bare = [[pin, at, 1, 0] for pin, at in scans()]
    book(
        FORMS / "attlog_di_excel.xlsx",
        {"1_attlog": bare},
        "attlog.dat yang dibuka dan disimpan di Excel, tanpa judul kolom.",
    )


def grids() -> None:
    """The report that machines write themselves."""
    glued = {7: "07:1416:02", 12: "07:15\n07:16\n16:04", 66: "07:2911:5812:4616:05", 103: "07:31"}
    days = [date(2026, 2, 26) + timedelta(days=step) for step in range(9)]
    top: list[list[Any]] = [
        ["Attendance Record Report"],
        [],
        ["Att. Time", "", "2026-02-26 ~ 2026-03-06", "", "", "", "Tabulation", "", "2026-03-07"],
    ]
    body: list[list[Any]] = [[day.day for day in days]]
    for number, (pin, times) in enumerate(glued.items()):
        person = ["ID:", "", pin, "", "", "Name:", "", PEOPLE[pin], "", "Dept.:", "", "DINAS CONTOH"]
        body += [
            person,
            [times if (step + number) % 3 == 0 and day.weekday() < 5 else "" for step, day in enumerate(days)],
        ]
    stat = [
        ["Statistical Report of Attendance"],
        [],
        ["ID", "Name", "Department", "Work Hrs."],
        [7, PEOPLE[7], "DINAS CONTOH", 40],
    ]
    book(
        FORMS / "1_StandardReport.xls",
        {"Schedule Infor.": [["Schedule Information Report"]], "Att. Stat.": stat, "Att.log report": [*top, *body]},
        "StandardReport mesin: jam menempel (07:1416:02) di bawah tanggal, periode melewati bulan.",
    )
    whole: list[list[Any]] = [["LAPORAN CATATAN KEHADIRAN"], ["Periode : 2026/03/01 s.d. 03/31"]]
    for pin, times in glued.items():
        whole += [[f"ID: {pin}", "", f"Name: {PEOPLE[pin]}"], list(range(1, 32)), [""] + [times] * 4, ["", "17:40"]]
    book(
        FORMS / "2_StandardReport.xlsx",
        {"Log": whole},
        "Laporan mesin per orang: tanggal 1-31 diulang di tiap orang, dua baris jam.",
    )
    wrong = [*top, [1, 2, 3], ["ID:", "", 7, "", "Name:", "", PEOPLE[7]], ["07:14", "", ""]]
    book(
        FAULTS / "StandardReport_tanggal.xlsx",
        {"Att.log report": wrong},
        "Tanggal di atas kolom tidak cocok dengan periode laporan.",
    )


def faults() -> None:
    """Files that are refused, or of which rows are."""
    lines = attlog()
    text(
        FAULTS / "terpotong_attlog.dat", [*lines[:9], "       12\t2026-03-0"], "Baris terakhir terpotong saat disalin."
    )
    two = [f"{row}\t{pin}\t{at}\t1\t0" for row, (pin, at) in enumerate(scans(), 1)]
    text(FAULTS / "dua_nomor_attlog.dat", two[:6], "Dua nomor sebelum waktu: mana PIN-nya tidak dapat dipastikan.")
    text(
        FAULTS / "daftar_pegawai.csv",
        ["NIP;NAMA;UNIT KERJA", "198501012010011001;Elok Rembulan;DINAS CONTOH"],
        "Daftar pegawai, bukan rekaman mesin.",
    )
    text(
        FAULTS / "daftar_hadir.csv",
        ["NIP;NAMA;TANGGAL;KODE", "198501012010011001;Elok Rembulan;2026-03-02;H"],
        "Daftar hadir, bukan rekaman mesin.",
    )
    text(
        FAULTS / "surat.csv",
        ["NIP;NAMA;JENIS;MULAI;SELESAI", "198501012010011001;Elok Rembulan;S;2026-03-02;2026-03-03"],
        "Daftar surat, bukan rekaman mesin.",
    )
    text(FAULTS / "pin.csv", ["PIN;NIP;NAMA", "7;198501012010011001;Elok Rembulan"], "Daftar PIN, bukan rekaman mesin.")
    text(
        FAULTS / "kalender.csv",
        ["TANGGAL;JENIS;NAMA;SUMBER", "2026-03-19;libur;Nyepi;SKB"],
        "Kalender, bukan rekaman mesin.",
    )
    schedule = [["PIN", "Nama", "Tanggal", "Jam Masuk", "Jam Pulang"], *(row[:5] for row in pairs()[:4])]
    book(FAULTS / "hanya_jadwal.xlsx", {"Sheet1": schedule}, "Hanya ada Jam Masuk dan Jam Pulang: jadwal atau rekaman?")
    rivals = [["User ID", "PIN", "Waktu"], [1, 7, datetime(2026, 3, 2, 7, 14)]]
    book(FAULTS / "dua_kolom_pin.xlsx", {"Sheet1": rivals}, "Dua kolom yang dapat berarti PIN.")
    lame = [
        ["PIN", "Nama", "Tanggal", "Scan Masuk", "Scan Pulang"],
        [7, PEOPLE[7], DAYS[0], "07:14", "16:02"],
        ["", PEOPLE[12], DAYS[0], "07:15", "24:00"],
        [12345678901234567890, PEOPLE[66], DAYS[0], "07:16", ""],
        [103, PEOPLE[103], "", "07:17", ""],
        [66, PEOPLE[66], DAYS[0], "Libur", ""],
        [12, PEOPLE[12], DAYS[0], "2026-03-03 07:15", ""],
    ]
    book(
        FAULTS / "baris_cacat.xlsx",
        {"Sheet1": lame},
        "Baris tanpa PIN, PIN yang menjadi angka, jam tanpa tanggal, kata di kolom jam, dua tanggal sebaris.",
    )
    timeless = [["PIN", "Nama", "Jam"], *([pin, name, time(7, 14)] for pin, name in PEOPLE.items())]
    book(FAULTS / "tanpa_tanggal.xlsx", {"Sheet1": timeless}, "Hanya jam, tanpa tanggal.")
    put(FAULTS / "nol_attlog.dat", b"\0" * 400 + lines[0].encode(), "Berkas rusak: penuh byte nol.")
    text(
        FAULTS / "0012_attlog.dat",
        ["12\t2026-03-02 07:12:36\t1\t0", "0012\t2026-03-02 07:13:00\t1\t0"],
        "Satu nomor ditulis dengan dan tanpa nol di depan: ada peringatan.",
    )


if __name__ == "__main__":
    for make in (attlogs, pushed, general_logs, sheets, grids, faults):
        make()
