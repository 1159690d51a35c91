"""Blanks: the lists that offices fill in and send, heading by heading, each with its meaning and an example."""

from __future__ import annotations

from dataclasses import dataclass

from attendance.rules.codes import EXCUSING, RECORDED, Code, Leave
from attendance.rules.days import DayKind
from attendance.rules.kinds import Kind
from attendance.rules.ranks import PANGKAT, PPPK
from attendance.rules.rosters import Status

TEXT, DAY, NUMBER, NIP = "isian-teks", "isian-hari", "isian-angka", "nip"
"""What is written under a heading: a text, a date, a number, a NIP."""


@dataclass(frozen=True, slots=True)
class Field:
    """One column: its heading, how wide it is (in characters), what is written there, what may be chosen."""

    heading: str
    width: float
    about: str
    example: str
    sort: str = TEXT
    choices: tuple[str, ...] = ()
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """One blank form: the command that takes it in, its title and its columns; `notes` say what is easily missed."""

    command: str
    title: str
    fields: tuple[Field, ...]
    notes: tuple[str, ...] = ()
    meanings: tuple[tuple[str, str], ...] = ()


_NIP = Field("NIP", 22, "18 angka, sebagai teks; spasi boleh.", "198003142005011901", NIP, needed=True)
_NAME = Field("NAMA", 34, "Nama lengkap; gelar boleh.", "Bayu Samudra Ilalang, S.H.", needed=True)
MEANING = {
    Code.H: "hadir",
    Code.T: "terlambat",
    Code.S: "sakit",
    Code.I: "izin",
    Code.C: "cuti",
    Code.DL: "dinas luar",
    Code.TB: "tugas belajar",
    Code.DK: "diklat",
    Code.TK: "tanpa keterangan",
}
"""What each code that may be written means."""

_LEAVES = {
    Leave.CT: "cuti tahunan",
    Leave.CB: "cuti besar",
    Leave.CS: "cuti sakit",
    Leave.CM: "cuti melahirkan",
    Leave.CAP: "cuti alasan penting",
    Leave.CBS: "cuti bersama",
    Leave.CLTN: "cuti di luar tanggungan negara",
}
_CODES = tuple((code.value, MEANING[code]) for code in RECORDED)
_LEAVE = tuple((leave.value, _LEAVES[leave]) for leave in Leave)
_NIP_NOTE = "Kolom NIP sudah berformat Teks. Bila menempel dari berkas lain, pakai Tempel Khusus > Nilai."
_ONE_DAY = "Kosong berarti sehari saja."

BLANKS = {
    "roster": Blank(
        "apel staff import",
        "DAFTAR PEGAWAI",
        (
            _NIP,
            _NAME,
            Field("STATUS", 18, "Status kepegawaian.", "PNS", choices=tuple(Status)),
            Field("GOLONGAN", 12, "Golongan/ruang; PPPK: golongannya.", "III/d", choices=(*PANGKAT, *PPPK)),
            Field("JABATAN", 30, "Nama jabatan.", "Analis Hukum"),
            Field("UNIT KERJA", 30, "Unit tempat ia bekerja.", "BAGIAN HUKUM", needed=True),
            Field("OPD", 30, "Unit induknya; boleh kosong.", "SEKRETARIAT DAERAH"),
            Field("APEL DI", 26, "Hanya bila ia berbaris di unit lain.", "MAL PELAYANAN PUBLIK"),
        ),
        (_NIP_NOTE, "Satu baris satu orang. Unit ditulis sama di semua baris."),
    ),
    "roll": Blank(
        "apel roll import",
        "DAFTAR HADIR",
        (
            _NIP,
            _NAME,
            Field("TANGGAL", 13, "Tanggal apelnya.", "2026-01-05", DAY, needed=True),
            Field("JENIS", 15, "Jenis apel.", "apel-pagi", choices=tuple(Kind), needed=True),
            Field("KODE", 8, "Kode kehadiran.", "H", choices=tuple(RECORDED), needed=True),
            Field("JAM", 8, "Jam datang; boleh kosong.", "07.41"),
            Field("KET", 30, "Keterangan; boleh kosong.", "paraf menyusul"),
        ),
        (
            _NIP_NOTE,
            "Satu baris satu orang pada satu hari. KODE boleh kosong bila JAM diisi: jam datang berarti hadir.",
        ),
        _CODES,
    ),
    "letters": Blank(
        "apel leave import",
        "SURAT KETERANGAN",
        (
            _NIP,
            _NAME,
            Field("JENIS", 10, "Jenis surat.", "CT", choices=(*EXCUSING, *Leave), needed=True),
            Field("MULAI", 13, "Hari pertama.", "2026-01-27", DAY, needed=True),
            Field("SELESAI", 13, f"Hari terakhir yang masih berlaku. {_ONE_DAY}", "2026-01-29", DAY),
            Field("NOMOR", 24, "Nomor surat.", "800.1.11/7/2026"),
            Field("TANGGAL SURAT", 16, "Tanggal surat.", "2026-01-20", DAY),
            Field("KETERANGAN", 30, "Boleh kosong.", "cuti tahunan"),
        ),
        (_NIP_NOTE, "CB, CAP, dan CLTN hanya untuk PNS."),
        (*((code.value, MEANING[code]) for code in EXCUSING), *_LEAVE),
    ),
    "calendar": Blank(
        "apel calendar import",
        "KALENDER",
        (
            Field("TANGGAL", 13, "Satu baris satu hari.", "2026-03-25", DAY, needed=True),
            Field("JENIS", 15, "Jenis hari.", "lokal", choices=tuple(DayKind), needed=True),
            Field("NAMA", 34, "Nama harinya.", "Hari jadi kota"),
            Field("SUMBER", 34, "Keputusan atau edarannya.", "SE Wali Kota Contoh Nomor 2/2026"),
        ),
        ("Hari libur nasional dan cuti bersama sudah ada di apel; tulis hari setempat saja.",),
        (
            ("libur", "libur nasional"),
            ("cuti-bersama", "cuti bersama"),
            ("lokal", "libur setempat"),
            ("tanpa-apel", "apel ditiadakan; hari kerja tetap berjalan"),
        ),
    ),
    "links": Blank(
        "apel scan link --device NAMA --file",
        "PIN MESIN",
        (
            Field("PIN", 12, "Nomor seperti yang tampil di mesin.", "17", needed=True),
            _NIP,
            Field("NAMA", 34, "Nama; boleh kosong.", "Bayu Samudra Ilalang"),
        ),
        (_NIP_NOTE, "Satu berkas untuk satu mesin."),
    ),
    "signatures": Blank(
        "apel roll sign",
        "PENGESAHAN",
        (
            Field("UNIT", 34, "Unit yang daftarnya disahkan.", "BAGIAN HUKUM", needed=True),
            Field("JENIS", 15, "Jenis apel.", "apel-pagi", choices=tuple(Kind), needed=True),
            Field("MULAI", 13, "Hari pertama.", "2026-01-05", DAY, needed=True),
            Field("SELESAI", 13, f"Hari terakhir. {_ONE_DAY}", "2026-01-26", DAY),
            Field("PENANDATANGAN", 34, "Siapa yang menandatangani kertasnya.", "Rahayu Contoh, S.H.", needed=True),
            Field("HADIR", 10, "Jumlah hadir di kertas; boleh kosong.", "5", NUMBER),
            Field("JUMLAH", 10, "Orang kali hari di kertas; boleh kosong.", "9", NUMBER),
        ),
        ("Bila HADIR atau JUMLAH ditulis, apel mencocokkannya dengan catatan.",),
    ),
}
"""Every blank form by its kind."""

TWINS = {
    "daftar-pegawai": "roster",
    "daftar-hadir": "roll",
    "surat": "letters",
    "kalender": "calendar",
    "pin": "links",
    "pengesahan": "signatures",
}
"""What an officer may call the kinds besides."""
