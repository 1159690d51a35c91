"""Rolls that could be read for something else than they say: `python samples/forms_rolls_odd.py` writes them anew."""

from __future__ import annotations

from forms_rolls import MONDAY, book, fault, form, lines, numbered
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

HEAD = ["NO", "NAMA", "NIP"]


def forms() -> None:
    """Those that are read."""
    about = "Dua bulan berdampingan: nama bulan berdiri di atas tanggalnya, tahun di judul."
    rows = [["REKAP APEL PAGI TAHUN 2026"], [*HEAD, "FEBRUARI", None, "MARET", None], [*[None] * 3, 26, 27, 2, 3]]
    rows += numbered("HHSH", ["H", "TK", "H", "T"])
    book(form("dua_bulan_berdampingan.xlsx", about), rows, ("D2:E2", "F2:G2"))
    about = (
        "Hari dan tanggal dalam satu judul; legenda dalam sel tersendiri, T berarti tugas luar; LIBUR ditulis sekali."
    )
    rows = [["DAFTAR HADIR APEL PAGI MARET 2026"], [*HEAD, "Senin 2", "Selasa 3", "Rabu 4", "KET"]]
    rows += numbered(["H", "T", "LIBUR", "SK baru"], ["H", "H", None], ["S", "H", None])
    rows += [[None], ["Keterangan"], [None, "H", "Hadir"], [None, "T", "Tugas luar"], [None, "S", "Sakit"]]
    book(form("matriks_legenda_sel.xlsx", about, blank="tk"), rows)
    about = "Daftar sehari dengan kolom PAGI dan SORE berisi kode atau centang."
    rows = [["DAFTAR HADIR APEL"], [MONDAY], [*HEAD, "PAGI", "SORE", "KET"]]
    rows += numbered(["v", "v", ""], ["H", "TK", ""], ["", "", "Sakit"])
    lines(form("harian_pagi_sore.csv", about, blank="tk"), rows)


def faults() -> None:
    """Those that are refused."""
    title = [["APEL PAGI MARET 2026"], [*HEAD, 2, 3]]
    about = "Judul kolom yang bukan satu hari: isiannya tidak dilewatkan diam-diam."
    rows = [["APEL PAGI MARET 2026"], [*HEAD, "2 s.d. 4", 5, "6*"], *numbered("HHH", "SSS")]
    lines(fault("kolom_bukan_hari.csv", about), rows)
    about = "Kolom yang menghitung minggu, bukan tanggal."
    rows = [["APEL PAGI MARET 2026"], [*HEAD, "MINGGU KE", ""], ["", "", "", 1, 2], *numbered("HH")]
    lines(fault("minggu_ke.csv", about), rows)
    about = "Dua kolom untuk hari yang sama, tanpa PAGI dan SORE."
    rows = [["APEL MARET 2026"], [*HEAD, 2, ""], ["", "", "", "P", "S"], *numbered("HH", ["H", "TK"])]
    lines(fault("hari_ganda.csv", about), rows)
    about = "Daftar yang tidak hadir: centang di dalamnya bukan tanda hadir."
    rows = [["DAFTAR PEGAWAI YANG TIDAK HADIR APEL PAGI"], [MONDAY], [*HEAD, "KETERANGAN"], *numbered("v", ["Sakit"])]
    lines(fault("daftar_tidak_hadir.csv", about), rows)
    about = "Jadwal petugas yang dikirim sebagai daftar hadir."
    rows = [["JADWAL PETUGAS APEL PAGI MARET 2026"], [*HEAD, 2, 3], *numbered(["v", ""])]
    lines(fault("jadwal.csv", about), rows)
    about = "Jam 00.00 dari mesin bukan kedatangan, dan kode yang diberi tanda."
    lines(fault("jam_nol.csv", about), [*title, *numbered(["07.20", "00.00"], ["S*", "Tidak hadir"])])
    about = "Orang yang sudah tidak ada dan alasan di kolom Ket., sedangkan harinya kosong."
    rows = [["APEL PAGI MARET 2026"], [*HEAD, 2, 3, "KET"]]
    rows += numbered(["", "", "Cuti melahirkan s.d. Mei"], ["H", "", "Pensiun TMT 3 Maret"], ["H", "", ""])
    lines(fault("sudah_pensiun.csv", about, "--blank", "tk"), rows)
    about = "Kode dan orang yang dicoret."
    book(fault("dicoret.xlsx", about), [*title, *numbered("HH", ["TK", "H"], "HH")], touch=_struck)
    about = "Rumus yang hasilnya galat (#N/A) bukan sel kosong."
    book(fault("rumus_galat.xlsx", about, "--blank", "hadir"), [*title, *numbered(["#N/A", "H"], "HH")])
    about = "Judul bulan lama pada lembar yang sudah diberi nama bulan baru."
    rows = [["APEL PAGI FEBRUARI 2026"], [*HEAD, 2, 3], *numbered("HH")]
    book(fault("judul_bulan_lama.xlsx", about), rows, touch=lambda sheet: setattr(sheet, "title", "MARET 2026"))


def _struck(sheet: Worksheet) -> None:
    sheet["B3"].font = sheet["D4"].font = Font(strike=True)


if __name__ == "__main__":
    forms()
    faults()
