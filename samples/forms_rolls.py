"""Rolls as offices send them, of invented people: `python samples/forms_rolls.py` writes them anew.

The readings and answers beside them are written by `python tests/samples/forms.py update rolls`.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterable, Sequence
from datetime import time
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

HERE = Path(__file__).parent
FORMS = HERE / "forms" / "rolls"
FAULTS = HERE / "faults" / "rolls"

PEOPLE = (
    ("Drs. BAHRUL CONTOH, M.Si.", "197001011995031001", "PNS"),
    ("SITI REKAAN, S.E.", "198001012005011001", "PNS"),
    ("AHMAD MISALNYA", "198102022006042002", "PNS"),
    ("RINA SAMARAN, S.Kom.", "199003032015031003", "PNS"),
    ("BUDI KARANGAN", "199504042020121004", "PNS"),
    ("DEWI IMAJINER, S.P.", "198505052023211005", "PPPK"),
    ("Ir. HASAN FIKTIF, M.T.", "197806062003121006", "PPPK PW"),
)
BARE = ("BAHRUL CONTOH", "SITI REKAAN", "AHMAD MISALNYA", "RINA SAMARAN", "BUDI KARANGAN", "DEWI IMAJINER")
KNOWN = {name: [nip] for name, (_printed, nip, _status) in zip((*BARE, "HASAN FIKTIF"), PEOPLE, strict=True)}
GREY = PatternFill("solid", start_color="D9D9D9")
RED = PatternFill("solid", start_color="FF7C80")
MONDAY = "HARI/TANGGAL : Senin, 2 Maret 2026"
Rows = Iterable[Sequence[Any]]
_SIGN = ("Tanda Tangan\nApel Pagi\n(07.30)", "Tanda Tangan\nApel Sore\n(16.00)")


def page(sheet: Worksheet, rows: Rows, merge: Iterable[str] = ()) -> Worksheet:
    """Write rows into a sheet and merge cells."""
    for row in rows:
        sheet.append(list(row))
    for area in merge:
        sheet.merge_cells(area)
    return sheet


def book(path: Path, rows: Rows, merge: Iterable[str] = (), touch: Callable[[Worksheet], Any] | None = None) -> None:
    """A workbook of one sheet; of another type than xlsx by way of LibreOffice."""
    made = Workbook()
    sheet = page(made["Sheet"], rows, merge)
    sheet.title = "Absen"
    if touch:
        touch(sheet)
    save(made, path)


def save(made: Workbook, path: Path) -> None:
    """Write a workbook in the type that its name says."""
    xlsx = path.with_suffix(".xlsx")
    made.save(xlsx)
    if path.suffix != ".xlsx":
        words = ["soffice", "--headless", "--convert-to", path.suffix[1:], "--outdir", path.parent, xlsx]
        subprocess.run(words, check=True, capture_output=True)
        xlsx.unlink()


def lines(path: Path, rows: Rows, separator: str = ";", encoding: str = "utf-8") -> None:
    """A text file."""
    words = "\r\n".join(separator.join(map(str, row)) for row in rows) + "\r\n"
    path.write_bytes(words.encode(encoding))


def form(name: str, about: str, **options: Any) -> Path:
    """The place of a form, with what is said of it beside."""
    return _beside(FORMS / name, {"about": about, "options": options})


def fault(name: str, about: str, *words: str) -> Path:
    """The place of a faulty file, with what is typed behind the command beside."""
    return _beside(FAULTS / name, {"about": about, "words": list(words)})


def _beside(path: Path, told: dict[str, Any]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".json")
    found = json.loads(beside.read_text("utf-8")) if beside.exists() else {}
    beside.write_text(json.dumps(found | told, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return path


def numbered(*marks: Sequence[Any], nip: bool = True) -> list[list[Any]]:
    """A row for each person in turn: number, name, NIP, and his marks."""
    rows = [[n, name, *([number] if nip else [])] for n, (name, number, _status) in enumerate(PEOPLE, 1)]
    return [[*row, *mark] for row, mark in zip(rows, marks, strict=False)]


SIGNATURE: Rows = (
    [None, None, None, "Kota Contoh, 31 Maret 2026"],
    [None, None, None, "KEPALA DINAS CONTOH"],
    [],
    [None, None, None, "Drs. BAHRUL CONTOH, M.Si."],
    [None, None, None, "NIP. 19700101 199503 1 001"],
)


def lists() -> None:
    """Lists: a row for each person and day."""
    head = ["NIP", "NAMA", "TANGGAL", "JENIS", "KODE", "JAM", "KET"]
    told = (("H", "07.20", ""), ("T", "07:45", "macet"), ("", "", "Sakit"), ("DL", "", "SPT 12"), ("-", "", "TK"))
    rows = [
        [nip, f'"{name}"', "02/03/2026", "Apel Pagi", *mark]
        for (name, nip, _s), mark in zip(PEOPLE, told, strict=False)
    ]
    about = "Daftar panjang dari Excel berbahasa Indonesia: CSV bertitik koma dengan BOM."
    lines(form("panjang_bom.csv", about, date_format="DD/MM/YYYY"), [head, *rows], ";", "utf-8-sig")
    about = "Daftar panjang dalam penyandian Windows lama, dipisah koma, tanggal dengan nama hari."
    rows = [[nip, f'"{name}"', '"Senin, 2 Maret 2026"', "H", "", "\u0091tepat\u0092"] for name, nip, _s in PEOPLE[:3]]
    path = form("panjang_cp1252.csv", about, kind="apel-pagi")
    content = "NIP,NAMA,TANGGAL,KODE,JAM,KET\r\n" + "".join(",".join(row) + "\r\n" for row in rows)
    path.write_bytes(content.replace("\u0091", "‘").replace("\u0092", "’").encode("cp1252"))
    about = "Daftar harian dengan jam datang bergaya 7:45 AM; yang tidak datang diterangkan di KET."
    marks = (["7:10 AM", ""], ["7:45 AM", "T"], ["", "S"], ["07.15", ""], ["", "Cuti Tahunan"])
    rows = [["DAFTAR HADIR APEL PAGI"], ["DINAS CONTOH"], [MONDAY], [], ["NO", "NAMA", "NIP", "JAM", "KET"]]
    book(form("harian_jam_am.xlsx", about), [*rows, *numbered(*marks)])
    about = "Daftar harian dengan jam 07.45 sebagai sel waktu, disimpan sebagai xls."
    cells = ([time(7, 10), None], [time(7, 45), "T"], [None, "I"], [time(7, 15), None])
    book(form("harian_jam.xls", about), [*rows, *numbered(*cells)])
    about = "Dua baris bagi tiap pegawai, PAGI dan SORE, dengan nama dan NIP yang digabung."
    rows = [["ABSENSI APEL TANGGAL 2 MARET 2026"], ["NO", "NAMA", "NIP", "APEL", "KODE", "KET"]]
    for row in numbered(["PAGI", "H", None], ["PAGI", "S", None], ["PAGI", None, "DL"]):
        rows += [row, [None, None, None, "SORE", *row[4:]]]
    areas = [f"{column}{row}:{column}{row + 1}" for row in (3, 5, 7) for column in "ABC"]
    book(form("pagi_sore_dua_baris.xlsx", about), rows, areas)


def matrices() -> None:
    """Matrices: a column for each day."""
    head = [["REKAPITULASI APEL PAGI"], ["UNIT KERJA : DINAS CONTOH"], ["BULAN MARET 2026"], []]
    columns = ["NO", "NAMA", "NIP", 2, 3, 4, 5, 6, 7, 8, "H", "S", "TK"]
    marks = [
        ["H", "v", "√", ".", "H", None, None, 5, 0, 0],
        ["H", "S", "S", "H", "A", None, None, 2, 2, 1],
        ["C", None, None, None, None, None, None, 0, 0, 0],
        ["H", "DL", None, "H", "T", None, None, 2, 0, 0],
        ["TK", "H", "H", "TK", "TK", None, None, 2, 0, 2],
    ]
    below = [["JUMLAH HADIR", None, None, 3, 2, 2, 3, 2], [], ["Keterangan : . = Hadir; v = Hadir"], *SIGNATURE]
    about = "Matriks per nomor hari; cuti dan dinas luar digabung ke samping; satu jumlah tercetak keliru."
    path = form("matriks_nomor_hari.xlsx", about)
    book(path, [*head, columns, *numbered(*marks), *below], ["A1:M1", "D8:H8", "E9:F9"])
    about = "Matriks yang sama sebagai ods: sel gabungannya dibaca juga."
    path = form("matriks_gabung.ods", about)
    book(path, [*head, columns, *numbered(*marks), *below], ["A1:M1", "D8:H8", "E9:F9"])
    about = "Matriks dengan judul dua tingkat, nama hari di atas tanggal, dan akhir pekan berwarna."
    top = ["NO", "NAMA", "NIP", "SENIN", "SELASA", "RABU", "SABTU", "REKAP", None]
    under = [None, None, None, "2/3", "3/3", "4/3", "7/3", "H", "TK"]
    rows = [["APEL PAGI DINAS CONTOH"], ["2 s.d. 7 Maret 2026"], top, under]
    rows += numbered(["H", "H", "TK", None, 2, 1], ["S", "TK", "H", None, 1, 1], ["H", "T", "H", None, 3, 0])

    def weekend(sheet: Worksheet) -> None:
        for row in range(3, 8):
            sheet.cell(row, 7).fill = GREY

    areas = ["A3:A4", "B3:B4", "C3:C4", "H3:I3"]
    book(form("matriks_dua_tingkat.xlsx", about, date_format="DD/MM/YYYY"), rows, areas, weekend)
    about = "Matriks lintas bulan, disimpan sebagai ods, kosong = hadir menurut keterangannya sendiri."
    rows = [["APEL SORE"], ["29 April s/d 4 Mei 2026"], ["No", "Nama", "NIP", 29, 30, 1, 4]]
    rows += [*numbered([None, "S", "L", None], ["TK", None, "L", None], ["x", None, "L", None])]
    rows += [[], ["Ket : kosong = hadir, x = tidak hadir, L = libur"]]
    book(form("matriks_lintas_bulan.ods", about), rows)
    about = "Matriks dengan kode-kode kantor dan keterangan kode yang tercetak; LIBUR memanjang di satu kolom."
    rows = [["ABSEN APEL PAGI BULAN MARET 2026"], ["NO", "NAMA", "NIP", 2, 3, 4, 19]]
    marks = (["TL", "TR", "DD", "LIBUR NYEPI"], ["CT", "HT", "D", None], ["O", "A", "TL", None], ["H", "H", "H", None])
    rows += [*numbered(*marks), []]
    rows += [["Keterangan:"], ["TL = Tugas Luar", None, "TR = Terlambat"], ["O : Off/Libur", None, "DD = Dinas Dalam"]]
    book(form("matriks_kode_kantor.xlsx", about), rows, ["G3:G6"])
    about = "Matriks mingguan menurut nama hari, beberapa unit kerja dalam satu lembar, tanpa NIP."
    rows = [["REKAP APEL PAGI 2 - 6 MARET 2026"], ["NO", "NAMA", "SENIN", "SELASA", "JUM'AT"], ["I. DINAS CONTOH"]]
    days = (["H", "H", "H"], ["H", "S", "TK"], ["H", "H", "H"], ["I", "I", "H"], ["H", "H", "C"], ["T", "H", "H"])
    people = numbered(*days, nip=False)
    rows += [*people[:3], ["II. BADAN MISAL"], *people[3:]]
    book(form("matriks_mingguan_unit.xlsx", about, people=KNOWN), rows)


def signed() -> None:
    """Signature forms and tick forms."""
    about = "Formulir tanda tangan pagi dan sore dengan status pegawai dan rekap di bawahnya."
    head = [
        "No.",
        "Nama",
        "NIP",
        "Tanda Tangan\nApel Pagi\n(07.30)",
        "Tanda Tangan\nApel Sore\n(16.00)",
        "Status",
        "Ket.",
    ]
    signs = [("V", "V", ""), ("V", "I", ""), ("", "", "S"), ("V", "V", "T"), ("", "", "DL"), ("V", "V", "")]
    rows = [["PEMERINTAH KOTA CONTOH"], ["DINAS CONTOH"], ["Jl. Contoh No. 1, 20112"], [], [MONDAY], head]
    for n, (name, nip, status) in enumerate(PEOPLE[:6], 1):
        pagi, sore, note = signs[n - 1]
        rows.append(
            [n, name, nip, f"{n}. {pagi}", f"{n}. {sore}" if n != 2 else "2. I", status, note if n != 2 else ""]
        )
    rows += [[], ["Keterangan :"], ["• S = Sakit     • DL = Dinas Luar     • TK = Tanpa Keterangan     • I = Izin"], []]
    rows += [["REKAPITULASI KEHADIRAN ASN"], ["No.", "Uraian", None, "Jumlah"], [1, "Jumlah ASN / PNS", None, 5]]
    rows += [
        [None, "PPPK", None, 1],
        [2, "Hadir Apel Pagi", None, 4],
        [3, "Hadir Apel Sore", None, 4],
        [4, "Sakit", None, 1],
    ]
    book(form("tanda_tangan_pagi_sore.xlsx", about), [*rows, *SIGNATURE], ["A1:G1", "A2:G2", "A5:D5"])
    about = "Formulir centang: satu kolom bagi tiap kode di bawah judul KEHADIRAN."
    rows = [["DAFTAR HADIR APEL PAGI"], [MONDAY], ["NO", "NAMA", "NIP", "KEHADIRAN", *[None] * 5, "KET"]]
    rows.append([None, None, None, "HADIR", "SAKIT", "IZIN", "CUTI", "DL", "TK", None])
    ticks = [[None] * 7 for _person in PEOPLE]
    for person, column in enumerate((0, 1, 0, 4, 5, 3, 0)):
        ticks[person][column] = "✓" if person % 2 else "v"
    book(form("centang.xlsx", about), [*rows, *numbered(*ticks)], ["A3:A4", "B3:B4", "C3:C4", "D3:I3", "J3:J4"])
    about = "Formulir centang yang disimpan sebagai xls, dengan angka 1 sebagai tanda."
    ones = [[1 if cell else None for cell in row] for row in ticks]
    book(form("centang_angka.xls", about), [*rows, *numbered(*ones)])


def stacked() -> None:
    """Several pages on one sheet, and several sheets."""
    people = [(f"PEGAWAI REKAAN {n:02}", f"19900101201501{1}{n:03d}") for n in range(1, 24)]
    head = ["NO", "NAMA", "NIP", "TANDA TANGAN", "KET"]

    def leaf(day: str, part: Sequence[tuple[str, str]], first: int, kind: str = "APEL PAGI") -> list[list[Any]]:
        title = [["PEMERINTAH KOTA CONTOH"], [f"DAFTAR HADIR {kind}"], [f"HARI/TANGGAL : {day}"], [], head]
        rows = [
            [n, name, nip, f"{n}." if n % 9 == 0 else f"{n}. V", "TK" if n % 9 == 0 else None]
            for n, (name, nip) in enumerate(part, first)
        ]
        return [*title, *rows, [], *map(list, SIGNATURE), []]

    rows = leaf("Senin, 2 Maret 2026", people[:18], 1) + leaf("Senin, 2 Maret 2026", people[18:], 19)
    rows += leaf("Selasa, 3 Maret 2026", people[:18], 1) + leaf("Selasa, 3 Maret 2026", people[18:], 19)
    about = "Halaman harian bersusun ke bawah, 18 baris sehalaman, tiap halaman dengan kop dan pengesahan."
    book(form("harian_bersusun.xlsx", about), rows)
    about = "Satu lembar bagi tiap hari, masing-masing dengan judulnya sendiri; satu lembar tersembunyi."
    made = Workbook()
    for day, name in ((2, "Senin"), (3, "Selasa"), (4, "Rabu")):
        page(made.create_sheet(f"Tgl {day}"), leaf(f"{name}, {day} Maret 2026", people[:3], 1, "APEL SORE"))
    made["Tgl 4"].sheet_state = "hidden"
    made.remove(made["Sheet"])
    save(made, form("lembar_per_hari.xlsx", about))
    about = "Dua bulan dalam satu lembar, masing-masing dengan judul bulan."
    rows = []
    for month, days in (("FEBRUARI", (26, 27)), ("MARET", (2, 3))):
        rows += [["APEL PAGI"], [f"BULAN {month} 2026"], ["NO", "NAMA", "NIP", *days], *numbered("HH", ["S", "TK"]), []]
    book(form("dua_bulan.xlsx", about), rows)


def faults() -> None:
    """Files that must come back with sentences."""
    title = [["APEL PAGI"], ["BULAN MARET 2026"], ["NO", "NAMA", "NIP", 2, 3]]
    lines(
        fault("kode_bermakna_ganda.csv", "Kode tanpa arti pasti: TL, x, titik, dan setrip di samping tanda lain."),
        [*title, *numbered(["TL", "H"], ["x", "."], ["-", "H"])],
    )
    lines(
        fault("keterangan_bukan_kode.csv", "Keterangan formulir memberi kode arti yang bukan kode."),
        [*title, *numbered(["T", "H"]), [], ["T = Tugas di lapangan"]],
    )
    about = "NIP seorang pegawai di samping nama pegawai lain, dan nama yang tidak serupa."
    wrong = [[1, PEOPLE[1][0], PEOPLE[0][1], "H", "H"], [2, "HENDRA GUNAWAN", PEOPLE[2][1], "H", "H"]]
    lines(fault("nip_orang_lain.csv", about), [*title, *wrong])
    about = "Nama tanpa NIP pada formulir unit kerja lain."
    rows = [["APEL PAGI 2 MARET 2026"], ["UNIT KERJA : BADAN MISAL"], ["NO", "NAMA", "KODE"], [1, "SITI REKAAN", "H"]]
    lines(fault("unit_lain.csv", about), rows)
    about = "Kode dan keterangan yang bertentangan, dan jam datang di samping sakit."
    rows = [["NIP", "TANGGAL", "KODE", "JAM", "KET"], [PEOPLE[0][1], "2026-03-02", "H", "", "Sakit"]]
    rows.append([PEOPLE[1][1], "2026-03-02", "S", "07.10", ""])
    lines(fault("kode_lawan_keterangan.csv", about, "--kind", "apel-pagi"), rows)
    about = "Formulir centang dengan dua centang, isian yang bukan centang, dan kolom yang bukan kode."
    rows = [["DAFTAR HADIR APEL PAGI"], [MONDAY], ["NO", "NAMA", "NIP", "HADIR", "SAKIT", "LAIN-LAIN"]]
    lines(
        fault("centang_ganda.csv", about),
        [*rows, *numbered(["v", "v", ""], ["", "surat", ""], ["", "", "v"], ["v", "", ""])],
    )
    about = "Sel kosong berwarna: warnanya tidak dibaca, jadi kodenya diminta."
    path = fault("sel_berwarna.xlsx", about, "--blank", "tk")
    cells = [*title, *numbered(["H", None], [None, "H"], ["H", "H"])]
    book(path, cells, touch=lambda sheet: setattr(sheet["E4"], "fill", RED))
    about = "Sel kosong berkomentar."
    path = fault("sel_berkomentar.xlsx", about, "--blank", "hadir")
    book(path, cells, touch=lambda sheet: setattr(sheet["E4"], "comment", Comment("Sakit", "umpeg")))
    about = "Rumus yang belum pernah dihitung."
    rows = [*title, [1, *PEOPLE[0][:2], '=IF(1>0,"H","TK")', "H"]]
    book(fault("rumus_belum_dihitung.xlsx", about), rows)
    about = "Halaman kedua tanpa tanggal: tanggal halaman di atasnya tidak dipakai."
    rows = []
    for day in (MONDAY, "HARI/TANGGAL : .............."):
        rows += [["DAFTAR HADIR APEL PAGI"], [day], ["NO", "NAMA", "NIP", "TTD", "KET"], *numbered(["V", ""]), []]
    lines(fault("halaman_tanpa_tanggal.csv", about), rows)
    about = "Tanggal yang tidak ada: 30 Februari di antara kolom hari."
    rows = [["APEL PAGI FEBRUARI 2026"], ["NO", "NAMA", "NIP", "27/2/2026", "30/2/2026"], *numbered("HH")]
    lines(fault("tanggal_tidak_ada.csv", about), rows)
    about = "Bulan gaji 26 sampai 25 dengan judul satu bulan saja."
    rows = [["APEL PAGI MARET 2026"], ["NO", "NAMA", "NIP", 26, 27, 2], *numbered("HHH")]
    lines(fault("tanggal_mulai_lagi.csv", about), rows)
    about = "Nama hari yang tidak cocok dengan tanggalnya."
    rows = [["APEL PAGI MARET 2026"], ["NO", "NAMA", "NIP", "SENIN", "SELASA"], ["", "", "", 3, 4], *numbered("HH")]
    lines(fault("nama_hari_salah.csv", about), rows)
    about = "Baris kedua tanpa nama, pegawai di bawah akhir daftar, dan orang tanpa NIP."
    rows = [*title, *numbered(["H", "H"]), ["", "", "", "TK", "TK"], [2, "TENAGA HONORER", "-", "H", "H"], []]
    rows += [["Keterangan :"], [3, "AHMAD MISALNYA", "", "H", "TK"]]
    lines(fault("baris_hilang.csv", about), rows)
    about = "Sel kosong yang artinya tidak tercantum di formulir."
    lines(fault("sel_kosong.csv", about), [*title, *numbered(["H", ""], ["", "S"])])
    about = "Daftar tanpa jenis apel dan dengan kode yang tidak dikenal."
    rows = [["NIP", "TANGGAL", "KODE"], [PEOPLE[0][1], "2026-03-02", "H"], [PEOPLE[1][1], "2026-03-02", "PIKET"]]
    lines(fault("jenis_tidak_disebut.csv", about), rows)
    about = "Kode yang tidak dikenal, angka 1 sebagai tanda, dan tanggal yang belum tiba."
    rows = [["NIP", "TANGGAL", "KODE"], [PEOPLE[0][1], "2026-03-02", "1"], [PEOPLE[1][1], "2026-12-01", "H"]]
    lines(fault("kode_tidak_dikenal.csv", about, "--kind", "apel-pagi"), rows)
    about = "Pegawai yang sama dengan dua kode pada hari yang sama."
    lines(fault("dua_kode.csv", about), [*title, *numbered("HH"), [2, *PEOPLE[0][:2], "S", "H"]])
    about = "Rekaman mesin yang dikirim sebagai daftar hadir."
    fault("1_attlog.dat", about).write_bytes(b"        1\t2026-03-02 07:14:47\t1\t0\t1\t0\r\n")
    about = "Daftar pegawai yang dikirim sebagai daftar hadir."
    rows = [["NO", "NAMA", "NIP", "PANGKAT/GOL", "JABATAN"], [1, *PEOPLE[0][:2], "IV/c", "Kepala Dinas"]]
    lines(fault("daftar_pegawai.csv", about), rows)
    about = "Daftar surat keterangan yang dikirim sebagai daftar hadir."
    rows = [["NIP", "JENIS", "MULAI", "SELESAI", "NOMOR"], [PEOPLE[0][1], "C", "2026-03-02", "2026-03-04", "1"]]
    lines(fault("surat.csv", about), rows)
    about = "Rekap sebulan berisi jumlah, bukan tanda kehadiran."
    rows = [["REKAP APEL MARET 2026"], ["NO", "NAMA", "NIP", "H", "S", "TK"], *numbered([18, 2, 1], [20, 0, 1])]
    lines(fault("rekap_jumlah.csv", about), rows)


if __name__ == "__main__":
    lists()
    matrices()
    signed()
    stacked()
    faults()
