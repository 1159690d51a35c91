"""Rosters as offices send them, of invented people: `python samples/forms_rosters.py` writes them anew.

The readings and answers beside them are written by `python tests/samples/forms.py update rosters`.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

HERE = Path(__file__).parent
FORMS = HERE / "forms" / "rosters"
FAULTS = HERE / "faults" / "rosters"

PEOPLE = (
    ("BAHRUL CONTOH", "197001011995031001", "IV/c", "Kepala Dinas", "Drs.", "M.Si."),
    ("SITI REKAAN", "198001012005011001", "III/d", "Kepala Subbagian Umum", "", "S.E."),
    ("AHMAD MISALNYA", "198102022006042002", "III/b", "Analis", "", ""),
    ("RINA SAMARAN", "199003032015031003", "III/a", "Pranata Komputer", "", "S.Kom."),
    ("BUDI KARANGAN", "199504042020121004", "II/c", "Pengadministrasi", "", ""),
    ("HASAN FIKTIF", "197806062003121006", "III/c", "Kepala Bidang", "Ir.", "M.T."),
    ("YUNI UMPAMA", "198707072010012007", "III/c", "Analis", "", "S.Sos."),
    ("TONO SEANDAINYA", "197908082002121008", "II/d", "Pengemudi", "", ""),
)
CONTRACTED = (
    ("DEWI IMAJINER", "198505052023211005", "IX", "Penyuluh", "", "S.P."),
    ("EKO ANGGAPAN", "199109092024211009", "VII", "Operator Layanan", "", ""),
    ("FITRI KHAYALAN", "199210102025212010", "V", "Operator Layanan", "", ""),
    ("GALIH BAYANGAN", "198811112025211011", "V", "Pengelola Umum", "", ""),
)
SIASN = [
    "PNS ID",
    "NIP BARU",
    "NIP LAMA",
    "NAMA",
    "GELAR DEPAN",
    "GELAR BELAKANG",
    "TEMPAT LAHIR ID",
    "TEMPAT LAHIR NAMA",
    "TANGGAL LAHIR",
    "JENIS KELAMIN",
    "AGAMA ID",
    "AGAMA NAMA",
    "JENIS KAWIN ID",
    "JENIS KAWIN NAMA",
    "NIK",
    "NOMOR HP",
    "EMAIL",
    "EMAIL GOV",
    "ALAMAT",
    "NPWP NOMOR",
    "BPJS",
    "JENIS PEGAWAI ID",
    "JENIS PEGAWAI NAMA",
    "KEDUDUKAN HUKUM ID",
    "KEDUDUKAN HUKUM NAMA",
    "STATUS CPNS PNS",
    "KARTU ASN VIRTUAL",
    "NOMOR SK CPNS",
    "TANGGAL SK CPNS",
    "TMT CPNS",
    "NOMOR SK PNS",
    "TANGGAL SK PNS",
    "TMT PNS",
    "GOL AWAL ID",
    "GOL AWAL NAMA",
    "GOL AKHIR ID",
    "GOL AKHIR NAMA",
    "TMT GOLONGAN",
    "MK TAHUN",
    "MK BULAN",
    "JENIS JABATAN ID",
    "JENIS JABATAN NAMA",
    "JABATAN ID",
    "JABATAN NAMA",
    "TMT JABATAN",
    "TINGKAT PENDIDIKAN ID",
    "TINGKAT PENDIDIKAN NAMA",
    "PENDIDIKAN ID",
    "PENDIDIKAN NAMA",
    "TAHUN LULUS",
    "KPKN ID",
    "KPKN NAMA",
    "LOKASI KERJA ID",
    "LOKASI KERJA NAMA",
    "UNOR ID",
    "UNOR NAMA",
    "INSTANSI INDUK ID",
    "INSTANSI INDUK NAMA",
    "INSTANSI KERJA ID",
    "INSTANSI KERJA NAMA",
    "SATUAN KERJA INDUK ID",
    "SATUAN KERJA INDUK NAMA",
    "SATUAN KERJA KERJA ID",
    "SATUAN KERJA KERJA NAMA",
    "IS VALID NIK",
    "NAMA SEKOLAH",
    "FLAG IKD",
    "ESELON ID",
    "ESELON NAMA",
]
"""The 69 headings of the export."""

Row = Sequence[Any]


def spaced(nip: str) -> str:
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"


def full(person: Row) -> str:
    name, _nip, _rank, _position, before, after = person
    return ", ".join(filter(None, (f"{before} {name}".strip(), after)))


def book(path: Path, sheets: dict[str, Iterable[Row]], merge: dict[str, Sequence[str]] | None = None) -> None:
    made = Workbook()
    made.remove(made.active)  # type: ignore[arg-type]
    for title, rows in sheets.items():
        sheet: Worksheet = made.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
        for cells in sheet.iter_rows():
            for cell in cells:
                if isinstance(cell.value, str):
                    cell.number_format, cell.data_type = "@", "s"
        for span in (merge or {}).get(title, ()):
            sheet.merge_cells(span)
    made.save(path)


def text(path: Path, rows: Iterable[Row], sign: str = ";", encoding: str = "utf-8", end: str = "\r\n") -> None:
    lines = end.join(sign.join(str(cell) for cell in row) for row in rows) + end
    path.write_bytes(lines.encode(encoding))


def told(path: Path, about: str, **words: Any) -> None:
    """What lies beside a form or a fault; what the program says of it is kept as it is."""
    beside = path.with_name(path.name + ".json")
    kept = json.loads(beside.read_text("utf-8")) if beside.exists() else {}
    if path.parent == FORMS:
        kept |= {"about": about, "options": words}
        kept.setdefault("reading", {})
    else:
        kept |= {"about": about, "words": words.get("words", [])}
        kept.setdefault("said", [])
    beside.write_text(json.dumps(kept, ensure_ascii=False, indent=2) + "\n", "utf-8")


def converted(source: Path, suffix: str) -> None:
    command = ["soffice", "--headless", "--convert-to", suffix, "--outdir", str(source.parent), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    source.unlink()


def form(name: str, about: str, sheets: dict[str, Iterable[Row]], merge: Any = None, **options: Any) -> None:
    book(FORMS / name, sheets, merge)
    told(FORMS / name, about, **options)


def lines(name: str, about: str, rows: Iterable[Row], sign: str = ";", encoding: str = "utf-8", **options: Any) -> None:
    text(FORMS / name, rows, sign, encoding)
    told(FORMS / name, about, **options)


def fault(name: str, about: str, rows: Iterable[Row], words: Sequence[str] = ()) -> None:
    book(FAULTS / name, {"Sheet1": rows})
    told(FAULTS / name, about, words=list(words))


def plain(people: Iterable[Row], unit: str, first: int = 1) -> list[Row]:
    return [(n, full(p), p[1], p[2], p[3], unit) for n, p in enumerate(people, first)]


def headless() -> None:
    unit = {"unit": ["DINAS CONTOH"]}
    numbers = [(float(p[1]), full(p), "", "Wanita", 1, 1, "", "PNS", "Islam", f"Golongan {p[2]}", 1) for p in PEOPLE]
    form(
        "tanpa_judul_nip_angka.xlsx",
        "Tanpa baris judul; NIP berupa angka yang tinggal 15 digit.",
        {"data": numbers},
        **unit,
    )
    rows = [(n, p[1], full(p), p[2], "PNS") for n, p in enumerate(PEOPLE, 1)]
    form("tanpa_judul_nip_teks.xlsx", "Tanpa baris judul; NIP sebagai teks.", {"data": rows}, **unit)
    sexes = ("Pria", "Wanita", "Pria", "Wanita")
    rows = [(s, p[3], "Medan", full(p), spaced(p[1]), "Dinas Contoh") for s, p in zip(sexes * 2, PEOPLE, strict=True)]
    form(
        "tanpa_judul_urutan_lain.xlsx",
        "Tanpa baris judul; jenis kelamin dan jabatan di depan nama, NIP di belakang.",
        {"data": rows},
    )
    rows = [
        ("PEMERINTAH KOTA CONTOH",),
        ("DINAS CONTOH",),
        ("Jl. Rekaan No. 1, Telp. 061 1234567 8901234567",),
        (),
        *((n, full(p), p[1], p[2]) for n, p in enumerate(PEOPLE, 1)),
    ]
    form(
        "tanpa_judul_dengan_kop.xlsx",
        "Tanpa baris judul; kop dengan nomor telepon panjang di atas daftar.",
        {"data": rows},
        **unit,
    )


def siasn() -> None:
    units = (
        "DINAS PENDIDIKAN",
        "SUBBAGIAN UMUM - SEKRETARIAT - DINAS PENDIDIKAN",
        "SEKRETARIAT - DINAS KESEHATAN",
        "SEKRETARIAT - DINAS PENDIDIKAN",
        "SD NEGERI 1 - 2 CONTOH - DINAS PENDIDIKAN",
        "BIDANG PELAYANAN - RSUD CONTOH - DINAS KESEHATAN",
        "SEKSI PENCEGAHAN - KEBAKARAN - DINAS PEMADAM KEBAKARAN",
        "BAGIAN UMUM - SEKRETARIAT DAERAH - PEMERINTAH KOTA CONTOH",
    )
    rows = [SIASN]
    for n, (p, unit) in enumerate(zip(PEOPLE, units, strict=True), 1):
        known = {
            "PNS ID": f"A8ACA7{n:02d}-0000-4000-8000-00000000000{n}",
            "NIP BARU": p[1],
            "NIP LAMA": f"13{n:07d}",
            "NAMA": p[0],
            "GELAR DEPAN": p[4],
            "GELAR BELAKANG": p[5],
            "TEMPAT LAHIR NAMA": "Kota Contoh",
            "TANGGAL LAHIR": f"{p[1][6:8]}-{p[1][4:6]}-{p[1][:4]}",
            "JENIS KELAMIN": "F" if p[1][14] == "2" else "M",
            "AGAMA NAMA": "Islam",
            "NIK": f"12710101018000{n:02d}",
            "NOMOR HP": f"0812000000{n:02d}",
            "EMAIL": f"orang{n}@contoh.invalid",
            "ALAMAT": f"Jl. Rekaan No. {n}",
            "NPWP NOMOR": f"0000000000000{n:02d}",
            "JENIS PEGAWAI NAMA": "PNS Daerah Kab./Kota yang bekerja pada Kab./Kota",
            "KEDUDUKAN HUKUM NAMA": "Aktif",
            "STATUS CPNS PNS": "C" if n == 5 else "P",
            "GOL AWAL NAMA": "II/a",
            "GOL AKHIR NAMA": p[2],
            "MK TAHUN": "10",
            "JENIS JABATAN NAMA": "Jabatan Pelaksana",
            "JABATAN NAMA": p[3],
            "KPKN NAMA": "KPPN Kota Contoh",
            "UNOR ID": f"B8ACA7{n:02d}-0000-4000-8000-00000000000{n}",
            "UNOR NAMA": unit,
            "INSTANSI KERJA NAMA": "Pemerintah Kota Contoh",
            "SATUAN KERJA KERJA NAMA": "Pemerintah Kota Contoh",
            "IS VALID NIK": "1",
        }
        rows.append([known.get(heading, "") for heading in SIASN])
    form(
        "siasn_69_kolom.xlsx",
        "Ekspor SIASN 69 kolom, unit ditulis SUB - INDUK; NIK dan data pribadi tidak diambil.",
        {"Data ASN": rows},
    )
    cut = [[heading for heading in SIASN if heading != "SATUAN KERJA INDUK NAMA"] + ["UNOR INDUK NAMA"]]
    for row, above in zip(rows[1:3], ("DINAS PENDIDIKAN", "DINAS PENDIDIKAN"), strict=True):
        cut.append(
            [cell for heading, cell in zip(SIASN, row, strict=True) if heading != "SATUAN KERJA INDUK NAMA"] + [above]
        )
    form("siasn_unor_induk.xlsx", "Ekspor SIASN dengan kolom UNOR INDUK NAMA di samping UNOR NAMA.", {"Data ASN": cut})


def printed() -> None:
    title: list[Row] = [
        ("DAFTAR URUT KEPANGKATAN PEGAWAI NEGERI SIPIL",),
        ("DI LINGKUNGAN PEMERINTAH KOTA CONTOH",),
        ("KEADAAN : DESEMBER 2025",),
        (),
        ("NO", "NAMA", "NIP", "PKT TERAKHIR", None, "JABATAN", None, "KET"),
        (None, None, None, "GOL. RUANG", "TMT", "NAMA", "TMT", None),
        (1, 2, 3, 4, 5, 6, 7, 8),
    ]

    def row(n: int, p: Row) -> Row:
        return (n, full(p), spaced(p[1]), p[2], "01-04-2022", p[3], "01-01-2021", "")

    signature: list[Row] = [
        (),
        (None, None, None, None, None, "Kota Contoh, 31 Desember 2025"),
        (None, None, None, None, None, "SEKRETARIS DAERAH"),
        (),
        (None, None, None, None, None, "NAMA PEJABAT CONTOH, S.H., M.Si"),
        (None, None, None, None, None, "Pembina Utama Muda (IV/c)"),
        (None, None, None, None, None, "NIP. 19690101 199003 1 001"),
    ]
    merge = {"DUK": ["D5:E5", "F5:G5", "A5:A6", "B5:B6", "C5:C6", "H5:H6"]}
    body = [("I. SEKRETARIAT DAERAH",), row(1, PEOPLE[0]), ("A. BAGIAN UMUM",), row(2, PEOPLE[1]), ("B. BAGIAN HUKUM",)]
    body += [row(3, PEOPLE[2]), ("II. DINAS CONTOH",), row(1, PEOPLE[3]), row(2, PEOPLE[4]), ("1. SEKRETARIAT",)]
    body += [row(3, PEOPLE[5]), ("2. BIDANG MUTASI",), row(4, PEOPLE[6]), ("JUMLAH", None, 8), ("III. BADAN MISAL",)]
    body += [row(1, PEOPLE[7])]
    form(
        "duk_tercetak.xlsx",
        "DUK tercetak: judul dua tingkat, baris unit bertingkat, baris nomor, tanda tangan.",
        {"DUK": [*title, *body, *signature]},
        merge,
    )
    body = [("GOLONGAN IV",), row(1, PEOPLE[0]), ("JABATAN PELAKSANA",), row(2, PEOPLE[1]), ("Pengatur (II/c)",)]
    body += [row(3, PEOPLE[4])]
    form(
        "duk_per_golongan.xlsx",
        "DUK dengan baris golongan dan kelompok jabatan di antara orang: bukan unit.",
        {"DUK": [*title, *body, *signature]},
        merge,
        unit=["DINAS CONTOH"],
    )
    body = [("I", "SEKRETARIAT DAERAH"), row(1, PEOPLE[0]), ("II", "DINAS CONTOH"), row(1, PEOPLE[1])]
    form(
        "duk_romawi_sel_sendiri.xlsx",
        "DUK dengan angka romawi di kolom NO dan nama unit di kolom NAMA.",
        {"DUK": [*title, *body, *signature]},
        merge,
    )


def sections() -> None:
    head: Row = ("NO", "NAMA", "NIP", "GOL", "JABATAN")

    def row(n: int, p: Row) -> Row:
        return (n, full(p), p[1], p[2], p[3])

    rows: list[Row] = [
        ("DAFTAR PEGAWAI",),
        ("UNIT KERJA : DINAS A",),
        head,
        row(1, PEOPLE[0]),
        row(2, PEOPLE[1]),
        ("UNIT KERJA : DINAS B",),
        row(1, PEOPLE[2]),
        ("OPD", ":", "DINAS C"),
        row(1, PEOPLE[3]),
        ("Unit: Bappeda",),
        row(1, PEOPLE[4]),
    ]
    form("seksi_unit_kerja.xlsx", "Baris UNIT KERJA : ... di antara orang, juga dalam beberapa sel.", {"Data": rows})
    rows = [
        ("DAFTAR PEGAWAI",),
        ("UNIT KERJA", ":", "DINAS CONTOH"),
        (),
        head,
        row(1, PEOPLE[0]),
        ("SEKRETARIAT",),
        row(2, PEOPLE[1]),
        ("SUBBAGIAN UMUM",),
        row(3, PEOPLE[2]),
        ("BIDANG MUTASI",),
        row(4, PEOPLE[3]),
        ("RUMPUN KHUSUS",),
        row(5, PEOPLE[4]),
    ]
    form("seksi_di_bawah_judul.xlsx", "Judul UNIT KERJA : DINAS CONTOH, lalu baris bagian-bagiannya.", {"Data": rows})
    page: list[Row] = [
        ("UNIT KERJA : DINAS A",),
        head,
        row(1, PEOPLE[0]),
        row(2, PEOPLE[1]),
        ("JUMLAH", 2),
        (),
        ("Kota Contoh, 2 Januari 2026",),
        ("KEPALA DINAS A",),
        (),
        (full(PEOPLE[0]),),
        ("NIP. 19700101 199503 1 001",),
        (),
        ("DINAS B",),
        head,
        row(1, PEOPLE[2]),
        ("halaman 2",),
        head,
        row(2, PEOPLE[3]),
        (),
        ("Kota Contoh, 2 Januari 2026",),
        ("KEPALA DINAS B",),
        (),
        ("NAMA PEJABAT CONTOH",),
        ("NIP. 19690101 199003 1 001",),
    ]
    form(
        "dua_unit_dua_tanda_tangan.xlsx",
        "Dua unit berurutan pada satu lembar, masing-masing dengan tanda tangannya.",
        {"Data": page},
    )


def cells() -> None:
    rows: list[Row] = [("NO", "NAMA / NIP", "PANGKAT / GOL", "JABATAN", "UNIT KERJA")]
    for n, p in enumerate(PEOPLE[:4], 1):
        rows.append(
            (
                n,
                f"{full(p)}\nNIP. {spaced(p[1])}",
                f"Penata\u00a0 TK. I\u00a0 {p[2]}" if p[2] == "III/d" else p[2],
                p[3],
                "Dinas Contoh",
            )
        )
    form(
        "nip_di_bawah_nama.xlsx",
        "NIP di bawah nama dalam satu sel; pangkat dan golongan satu sel dengan spasi NBSP.",
        {"Data": rows},
    )
    rows = [("NO", "NAMA / NIP", "GOL", "JABATAN", "UNIT KERJA")]
    for n, p in enumerate(PEOPLE[:4], 1):
        rows += [(n, full(p), p[2], p[3], "Dinas Contoh"), (None, f"NIP. {spaced(p[1])}")]
    spans = [f"{column}{row}:{column}{row + 1}" for row in range(2, 10, 2) for column in "ACDE"]
    form(
        "nip_di_baris_berikut.xlsx",
        "NIP pada baris di bawah nama; sel lain digabung dua baris.",
        {"Data": rows},
        {"Data": spans},
    )
    ranks = (
        "Penata\u00a0 III/c",
        "Penata Tk. I, III/d",
        "(III/b)",
        "Penata Muda / III.a",
        "Pengatur II/c",
        "IX",
        "Golongan III/c",
        "2d",
    )
    rows = [("nama", "nip", "jabatan", "pangkat", "No Karpeg", "Tanggal Lahir", "unit kerja")]
    rows += [(full(p), p[1], p[3], r, "", 33300, "Dinas Contoh") for p, r in zip(PEOPLE, ranks, strict=True)]
    form(
        "pangkat_golongan_satu_sel.xlsx", "Pangkat dan golongan dalam satu sel, ditulis macam-macam.", {"Table1": rows}
    )
    rows = [("NO", "NIP", "NIP BARU", "NAMA", "UNIT KERJA")]
    rows += [(n, f"13{n:07d}", p[1], full(p), "DINAS CONTOH") for n, p in enumerate(PEOPLE[:3], 1)]
    form("nip_lama_dan_baru.xlsx", "Kolom NIP berisi NIP lama 9 digit, di sampingnya kolom NIP BARU.", {"Data": rows})
    rows = [("NIP", "NAMA", "UNIT KERJA")]
    written = (
        spaced(PEOPLE[0][1]),
        f"'{PEOPLE[1][1]}",
        f'="{PEOPLE[2][1]}"',
        f"NIP. {PEOPLE[3][1]}",
        PEOPLE[4][1].replace("1995", "1995-", 1),
        f"\u00a0{PEOPLE[5][1]} ",
    )
    rows += [(w, full(p).lower(), "Dinas Contoh") for w, p in zip(written, PEOPLE, strict=False)]
    form(
        "nip_ditulis_macam_macam.xlsx",
        "NIP dengan spasi, tanda petik, ='...', awalan NIP.; nama huruf kecil.",
        {"Data": rows},
    )


def statuses() -> None:
    head: Row = ("NO", "NAMA", "NIP", "GOL", "JABATAN", "UNIT KERJA")
    form(
        "lembar_per_status.xlsx",
        "Satu lembar per status: PNS, CPNS, PPPK, PPPK Paruh Waktu; tidak ada kolom status.",
        {
            "PNS": [head, *plain(PEOPLE[:3], "Dinas Contoh")],
            "CPNS": [head, *plain(PEOPLE[4:5], "Dinas Contoh")],
            "PPPK": [head, *plain(CONTRACTED[:2], "Dinas Contoh")],
            "PPPK Paruh Waktu": [head, *plain(CONTRACTED[2:], "Badan Misal")],
        },
    )
    rows: list[Row] = [("DAFTAR NOMINATIF PPPK PARUH WAKTU",), ("UNIT KERJA : DINAS CONTOH",), head[:5]]
    rows += [row[:5] for row in plain(CONTRACTED[2:], "")]
    form("judul_menyebut_status.xlsx", "Judul menyebut PPPK Paruh Waktu; tidak ada kolom status.", {"Sheet1": rows})
    rows = [("UNIT KERJA : DINAS CONTOH",), head[:5], ("A. PNS",), *(row[:5] for row in plain(PEOPLE[:2], ""))]
    rows += [("B. PPPK",), *(row[:5] for row in plain(CONTRACTED[:1], "")), ("C. PPPK PARUH WAKTU",)]
    rows += [row[:5] for row in plain(CONTRACTED[2:], "")]
    form("baris_menyebut_status.xlsx", "Baris A. PNS, B. PPPK, C. PPPK PARUH WAKTU di antara orang.", {"Sheet1": rows})


def texts() -> None:
    rows: list[Row] = [
        ("NIP", "NAMA", "GOL", "UNIT KERJA"),
        *((p[1], full(p).replace(",", ""), p[2], "Dinas Contoh") for p in PEOPLE[:4]),
    ]
    lines("titik_koma_bom.csv", "CSV dengan titik koma dan BOM.", rows, ";", "utf-8-sig")
    accented = [*rows, ("197502022001121009", "JOS\u00c9 REKAAN", "III/c", "Dinas Contoh \u2013 Kota")]
    lines("windows_1252.csv", "CSV Windows-1252 dengan huruf beraksen.", accented, ";", "cp1252")
    lines("tabulasi.txt", "Teks dengan pemisah tabulasi.", rows, "\t")
    for suffix in ("xls", "ods"):
        book(
            FORMS / "lama.xlsx",
            {"Pegawai": [("NO", "NAMA", "NIP", "GOL", "JABATAN", "UNIT KERJA"), *plain(PEOPLE[:4], "Dinas Contoh")]},
        )
        converted(FORMS / "lama.xlsx", suffix)
        told(FORMS / f"lama.{suffix}", f"Buku kerja .{suffix}.")


def odd() -> None:
    head: Row = ("NO", "NAMA", "NIP", "GOL", "JABATAN", "UNIT KERJA", "KET")
    rows = [
        head,
        *plain(PEOPLE[:2], "Dinas Contoh"),
        (),
        *plain(PEOPLE[2:4], "Dinas Contoh", 3),
        ("JUMLAH", None, 4),
        head,
    ]
    rows += [*plain(PEOPLE[4:6], "Badan Misal"), ("*) data per 31 Desember 2025",), ("Keterangan : diisi oleh OPD",)]
    form(
        "jumlah_kosong_judul_ulang.xlsx",
        "Baris JUMLAH, baris kosong, judul halaman kedua, catatan kaki, nomor mulai lagi.",
        {"Data": rows},
    )
    rows = [
        ("NAMA", "NIP", "UNIT INDUK", "UNIT KERJA"),
        (full(PEOPLE[0]), PEOPLE[0][1], "SEKRETARIAT DAERAH / BAGIAN UMUM", "SUBBAGIAN RUMAH TANGGA"),
    ]
    rows += [
        (full(PEOPLE[1]), PEOPLE[1][1], "DINAS A", "SEKRETARIAT"),
        (full(PEOPLE[2]), PEOPLE[2][1], "DINAS B", "SEKRETARIAT"),
    ]
    rows += [(full(PEOPLE[3]), PEOPLE[3][1], "DINAS B", "DINAS B"), (full(PEOPLE[4]), PEOPLE[4][1], "DINAS B", "-")]
    form(
        "unit_induk.xlsx",
        "Kolom UNIT INDUK di samping UNIT KERJA; nama bagian yang sama di bawah dua induk.",
        {"Data": rows},
    )


def damaged() -> None:
    head: Row = ("NO", "NAMA", "NIP", "GOL", "JABATAN", "UNIT KERJA")
    unit = "DINAS CONTOH"
    known, other = "198001012005011001", "198102022006042002"
    rows = [
        head,
        (1, "SITI REKAAN, S.E.", int(known), "III/d", "Kepala Subbagian Umum", unit),
        (2, "Ahmad Misalnya", "1,98102E+17", "III/b", "Analis", unit),
        (3, "RINA SAMARAN", "199003032015031000", "III/a", "Pranata Komputer", unit),
        (4, "BUDI KARANGAN", "19950404202012100", "II/c", "Pengadministrasi", unit),
        (5, "DEWI IMAJINER", "1985050520232110055", "IX", "Penyuluh", "BADAN MISAL"),
        (6, "HASAN FIKTIF", "l97806O62003121006", "III/c", "Kepala Bidang", "BADAN MISAL"),
        (7, "ORANG ASING", int(other), "III/b", "Analis", unit),
    ]
    fault("nip_rusak.xlsx", "NIP rusak: angka, notasi ilmiah, berakhir 000, 17 digit, 19 digit, huruf O dan l", rows)
    fault(
        "nip_rusak_dipastikan.xlsx",
        "NIP rusak yang dipastikan satu per satu dengan --confirm",
        rows[:3],
        ["--confirm", f"2={known}", "--confirm", f"3={other}"],
    )
    fault(
        "nip_dipastikan_salah.xlsx",
        "NIP yang diketik di --confirm tidak cocok dengan isi barisnya",
        rows[:3],
        ["--confirm", f"2={known}", "--confirm", f"3={known}"],
    )
    rows = [
        head,
        (1, "SITI REKAAN", "1271010101800001", "III/d", "Analis", unit),
        (2, "AHMAD MISALNYA 1271010202810002", other, "III/b", "Analis", unit),
    ]
    fault("nik_di_antara_nip.xlsx", "NIK di kolom NIP dan di dalam nama: ditolak tanpa menampilkan NIK", rows)
    rows = [
        head,
        (1, "SITI REKAAN (pensiun)", known, "III/d", "Analis", unit),
        (2, "AHMAD MISALNYA", other, "III/b", "Analis", unit),
        (3, "HONORER SATU", "-", "", "Petugas Kebersihan", unit),
    ]
    fault("pensiun_dan_honorer.xlsx", "Orang yang ditandai pensiun, dan honorer tanpa NIP di antara ASN", rows)
    rows = [
        head,
        (1, "SITI REKAAN", known, "Kepala Subbagian", "III/d", "DINAS CONTOH"),
        (2, "AHMAD MISALNYA", other, "", "Analis", "III/b"),
    ]
    fault("kolom_bergeser.xlsx", "Kolom bergeser di tengah daftar: jabatan atau unit berisi golongan", rows)
    rows = [
        head[:5],
        ("SEKRETARIAT",),
        (1, "SITI REKAAN", known, "III/d", "Analis"),
        ("BIDANG MUTASI",),
        (2, "AHMAD MISALNYA", other, "III/b", "Analis"),
    ]
    fault("bagian_tanpa_induk.xlsx", "Baris SEKRETARIAT atau BIDANG tanpa disebut milik unit mana", rows)
    both = [head, (1, "SITI REKAAN", known, "III/d", "Analis", unit)]
    book(
        FAULTS / "orang_di_dua_lembar.xlsx",
        {"PNS": both, "PPPK Paruh Waktu": [*both[:1], (1, "SITI REKAAN", known, "III/d", "Analis", "BADAN MISAL")]},
    )
    told(FAULTS / "orang_di_dua_lembar.xlsx", "Orang yang sama berdiri di dua lembar")
    rows = [
        ("UNOR NAMA", "UNOR INDUK NAMA", "NIP BARU", "NAMA"),
        ("SEKRETARIAT - DINAS A", "DINAS B", known, "SITI REKAAN"),
    ]
    fault("unor_dan_induk_bertentangan.xlsx", "UNOR NAMA dan UNOR INDUK NAMA menyebut dinas yang berbeda", rows)
    rows = [("NIP", "NIP BARU", "NAMA", "UNIT KERJA"), (known, other, "SITI REKAAN", unit)]
    fault("dua_nip.xlsx", "Dua kolom NIP dengan isi yang berbeda", rows)


def grouped() -> None:
    """Headings that are groups of columns themselves, and columns about what was before."""
    rows: list[Row] = [
        ("UNIT KERJA : DINAS CONTOH",),
        ("NO", "NAMA", None, None, "NIP", None, "GOL", "ATASAN LANGSUNG", None),
        (None, "GELAR DEPAN", "NAMA", "GELAR BELAKANG", "LAMA", "BARU", None, "NAMA", "NIP"),
    ]
    head = PEOPLE[0]
    for n, p in enumerate(PEOPLE[1:5], 1):
        rows.append((n, p[4], p[0], p[5], f"140 23{n} 567", spaced(p[1]), p[2], head[0], head[1]))
    form(
        "nip_dan_nama_bertingkat.xlsx",
        "Judul bertingkat: NAMA dengan gelar depan dan belakang, NIP lama dan baru; di samping nama dan NIP atasan.",
        {"DUK": rows},
        {"DUK": ["B2:D2", "E2:F2", "H2:I2"]},
    )
    rows = [
        ("NO", "NAMA", "NIP", "JABATAN LAMA", None, "JABATAN BARU", None),
        (None, None, None, "JABATAN", "UNIT KERJA", "JABATAN", "UNIT KERJA"),
        *((n, full(p), p[1], p[3], "DINAS CONTOH", p[3], "BADAN MISAL") for n, p in enumerate(PEOPLE[1:4], 1)),
    ]
    form(
        "mutasi_lama_dan_baru.xlsx",
        "Daftar mutasi: jabatan dan unit kerja lama, di sampingnya yang baru.",
        {"Mutasi": rows},
        {"Mutasi": ["D1:E1", "F1:G1"]},
    )


def left() -> None:
    """Lists with people who are no longer there, and names that slid against their NIPs."""
    head: Row = ("NO", "NAMA", "NIP", "GOL", "UNIT KERJA", "KETERANGAN")
    remarks = ("pindah ke Badan Misal per 1 Maret 2026", "telah meninggal dunia", "diperbantukan di KPU", "", "")
    people = [(*row[:4], "DINAS CONTOH", words) for row, words in zip(plain(PEOPLE, ""), remarks, strict=False)]
    rows = [(n, name, nip, rank, unit, words) for n, name, nip, rank, unit, words in people]
    fault("pindah_dan_meninggal.xlsx", "Keterangan: pindah, meninggal, diperbantukan di tempat lain", [head, *rows])
    slid = [(n, full(PEOPLE[n]), p[1], p[2], "DINAS CONTOH") for n, p in enumerate(PEOPLE[:4], 1)]
    fault("nama_bergeser.xlsx", "Kolom nama bergeser satu baris terhadap kolom NIP", [head[:5], *slid])


def main() -> None:
    for make in (headless, siasn, printed, sections, cells, statuses, texts, odd, damaged, grouped, left):
        make()


if __name__ == "__main__":
    main()
