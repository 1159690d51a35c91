"""Word templates of discipline cases: makes the letters that we ship, RAHASIA, for Word to change.

`python samples/word_templates_cases.py` writes them to attendance/publish/word/. Placeholders stand where the words of
attendance/publish/case_words.py go.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt
from word_templates import (
    ADDRESSEE,
    BOTH,
    CENTRE,
    FOLDER,
    LEFT,
    WIDTH,
    clause,
    fill,
    gap,
    letterhead,
    line,
    narrow,
    opening,
    page,
    rows,
    signature,
    table,
)

FACTS = (1.0, 4.0, 0.5, WIDTH - 5.5)
"""Room at the left, name, colon and value of a list of facts (cm)."""

PERSON = (
    ("Nama", "{{ orang.nama }}"),
    ("NIP", "{{ orang.nip }}"),
    ("Pangkat/Golongan", "{{ orang.pangkat }}"),
    ("Jabatan", "{{ orang.jabatan }}"),
    ("Unit Kerja", "{{ orang.unit }}"),
)
ACTOR = (
    ("Nama", "{{ baris.nama }}"),
    ("NIP", "{{ baris.nip }}"),
    ("Pangkat/Golongan", "{{ baris.pangkat }}"),
    ("Jabatan", "{{ baris.jabatan }}"),
)
MEETING = (
    ("Hari, tanggal", "{{ waktu.hari }}"),
    ("Pukul", "{{ waktu.pukul }}"),
    ("Tempat", "{{ waktu.tempat }}"),
)
DECIDED = (
    ("Keputusan", "{{ keputusan.pejabat }}"),
    ("Nomor", "{{ keputusan.nomor }}"),
    ("Tanggal", "{{ keputusan.tanggal }}"),
    ("Tentang", "{{ keputusan.tentang }}"),
)
QUESTIONS = (
    "Apakah Saudara dalam keadaan sehat dan bersedia diperiksa serta memberi keterangan yang sebenarnya?",
    "Apakah Saudara mengerti mengapa Saudara diperiksa?",
    "Benarkah dugaan tersebut, yaitu {{ dugaan }}?",
    "Apa alasan Saudara, dan apakah ada bukti yang mendukungnya?",
    "Apakah atasan Saudara mengetahui alasan tersebut, dan kapan Saudara memberitahukannya?",
    "Apakah Saudara pernah dijatuhi hukuman disiplin?",
    "Apakah ada keterangan lain yang hendak Saudara sampaikan?",
)
BLANK_ROWS = 5


def facts(made: Any, items: Sequence[tuple[str, str]], after: float = 4, *, together: bool = True) -> None:
    """Names and values one below the other, the values beneath each other."""
    held = table(made, FACTS)
    for number, (name, value) in enumerate(items):
        cells = held.rows[0].cells if number == 0 else held.add_row().cells
        for cell, text in zip(cells, ("", name, ":", value), strict=True):
            fill(cell, text)
            cell.paragraphs[0].paragraph_format.keep_with_next = together
    narrow(held, FACTS)
    gap(made, after)


def title(made: Document, *texts: str) -> None:
    """The title over the middle, and the number below it."""
    for text in texts:
        line(made, text, CENTRE, bold=True, together=True)
    line(made, "NOMOR {{ nomor }}", CENTRE, after=6)


def signed(made: Document, *texts: str, closing: str = "") -> None:
    """The closing sentence, place and date, who signs, and the copies: a table of one cell, which no page parts."""
    held = table(made, (WIDTH,))
    cell = held.cell(0, 0)
    cell._tc.remove(cell.paragraphs[0]._p)
    if closing:
        clause(cell, closing, 0)
    if texts:
        gap(cell, 6)
    for text in texts:
        line(cell, text, left=7.6)
    signature(cell)
    narrow(held, (WIDTH,))


DATED = "{{ tempat }}, {{ tanggal }}"


def going_on(made: Document, text: str, *, together: bool = False) -> None:
    """A paragraph that goes on with the sentence above a list of facts."""
    line(made, text, BOTH, after=6, together=together)


def when_there(made: Document, name: str, text: str) -> None:
    """A paragraph that stands there only where there is something to say."""
    line(made, f"{{%p if {name} %}}")
    clause(made, text)
    line(made, "{%p endif %}")


def actors(made: Document, after: float = 4) -> None:
    """Everybody who acts, each with his four lines."""
    line(made, "{%p for baris in petugas %}")
    facts(made, ACTOR, after)
    line(made, "{%p endfor %}")


def summons(number: int) -> Document:
    """Surat panggilan I or II."""
    made = page()
    letterhead(made)
    title(made, "SURAT PANGGILAN {{ urutan }}")
    clause(made, "Berdasarkan {{ dasar }}, dengan ini dipanggil:", together=True)
    facts(made, PERSON)
    line(made, "untuk menghadap kepada:", after=4, together=True)
    actors(made)
    line(made, "pada:", after=4, together=True)
    facts(made, MEETING)
    going_on(
        made,
        "untuk diperiksa secara tertutup sehubungan dengan dugaan pelanggaran disiplin berupa {{ dugaan }}"
        "{% if pasal %}, yang diatur dalam {{ pasal }}{% endif %}." + (" {{ rincian }}" if number == 1 else ""),
    )
    if number == 2:
        clause(
            made,
            "Surat panggilan ini merupakan panggilan kedua, karena Saudara tidak hadir memenuhi Surat Panggilan I "
            "Nomor {{ sebelumnya.nomor }} tanggal {{ sebelumnya.tanggal }} untuk hari {{ sebelumnya.hari }}.",
        )
    clause(made, "{{ akibat }}")
    signed(made, DATED, closing="Demikian surat panggilan ini disampaikan untuk dilaksanakan.")
    return made


def both_sign(made: Document, left: Sequence[str], right: Sequence[str]) -> None:
    """Two who sign side by side, with room for their hands; `right` for everybody who acts."""
    gap(made, 8, together=True)
    widths = (WIDTH / 2 - 0.3, WIDTH / 2 + 0.3)
    held = table(made, widths)
    for cell, texts in zip(held.rows[0].cells, (left, right), strict=True):
        cell._tc.remove(cell.paragraphs[0]._p)
        for text in texts:
            if text == "":
                gap(cell, 44, together=True)
            else:
                line(cell, text, bold=".nama" in text, together=not text.startswith("{%p end"))
    narrow(held, widths)


EXAMINED = ("Yang diperiksa,", "", "{{ orang.nama }}", "NIP. {{ orang.nip }}")
EXAMINERS = (
    "Pemeriksa,",
    "{%p for baris in petugas %}",
    "",
    "{{ baris.nama }}",
    "NIP. {{ baris.nip }}",
    "{%p endfor %}",
)


def record() -> Document:
    """Berita acara pemeriksaan, with questions, and rooms for the answers by hand."""
    made = page()
    letterhead(made)
    line(made, "BERITA ACARA PEMERIKSAAN", CENTRE, bold=True)
    line(made, "NOMOR {{ nomor }}", CENTRE, after=10)
    clause(made, "Pada hari ini {{ hari_ini }}, pukul {{ waktu.pukul }}, bertempat di {{ waktu.tempat }}, kami:", 6)
    actors(made)
    going_on(
        made,
        "berdasarkan {{ dasar }} telah memeriksa secara tertutup:",
        together=True,
    )
    facts(made, PERSON)
    going_on(
        made,
        "karena diduga melakukan pelanggaran disiplin berupa {{ dugaan }}{% if pasal %}, yang diatur dalam {{ pasal }}"
        "{% endif %}. {{ rincian }}",
    )
    clause(made, "Pertanyaan dan jawaban:", together=True)
    asked(made)
    clause(
        made,
        "Berita acara ini dibacakan kembali kepada yang diperiksa, dibenarkan olehnya, dan ditandatangani pada setiap "
        "halaman. Apabila yang diperiksa tidak bersedia menandatangani, hal itu dicatat di bawah ini oleh pemeriksa. "
        "Yang diperiksa berhak memperoleh salinan berita acara ini.",
    )
    line(made, "Catatan: " + "." * 100, BOTH, after=4)
    clause(made, "Demikian berita acara ini dibuat dengan sebenarnya.", 0, together=True)
    both_sign(made, EXAMINED, EXAMINERS)
    return made


def asked(made: Document) -> None:
    """The table of questions and answers; its last rows are empty."""
    widths = (1.3, 6.5, WIDTH - 7.8)
    held = table(made, widths, ruled=True)
    for cell, text in zip(held.rows[0].cells, ("No.", "Pertanyaan", "Jawaban"), strict=True):
        fill(cell, text, CENTRE, bold=True, size=11)
    held.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for number in range(1, len(QUESTIONS) + BLANK_ROWS + 1):
        row = held.add_row()
        row.height = Cm(1.9)
        fill(row.cells[0], f"{number}.", CENTRE, size=11)
        fill(row.cells[1], QUESTIONS[number - 1] if number <= len(QUESTIONS) else "", size=11)
    narrow(held, widths)
    gap(made, 8)


def absence() -> Document:
    """Berita acara that somebody did not come."""
    made = page()
    letterhead(made)
    title(made, "BERITA ACARA KETIDAKHADIRAN")
    clause(made, "Pada hari ini {{ hari_ini }}, kami:", together=True)
    actors(made)
    going_on(made, "menerangkan bahwa:", together=True)
    facts(made, PERSON)
    going_on(
        made,
        "telah dipanggil dengan Surat Panggilan{% if panggilan.urutan %} {{ panggilan.urutan }}{% endif %} Nomor "
        "{{ panggilan.nomor }} tanggal {{ panggilan.tanggal }} untuk {{ maksud }} pada:",
        together=True,
    )
    facts(made, MEETING)
    going_on(made, "sehubungan dengan dugaan pelanggaran disiplin berupa {{ dugaan }}.")
    clause(
        made,
        "Sampai dengan pukul " + "." * 12 + " yang bersangkutan tidak hadir, dengan keterangan: " + "." * 60,
    )
    clause(made, "{{ lanjutan }}")
    clause(made, "Demikian berita acara ini dibuat dengan sebenarnya.", 0, together=True)
    both_sign(
        made,
        ("Saksi,", "", "." * 34, "NIP."),
        ("Yang membuat berita acara,", *EXAMINERS[1:]),
    )
    return made


DOTTED = "." * 118


def report() -> Document:
    """Laporan hasil pemeriksaan; what was found and advised is left to those who examined."""
    made = page()
    letterhead(made)
    opening(made, to=(*ADDRESSEE, "di Tempat"))
    clause(
        made,
        "Bersama ini dilaporkan hasil pemeriksaan atas dugaan pelanggaran disiplin, berdasarkan {{ dasar }}, "
        "sebagai berikut:",
    )
    heading(made, "1.\tYang diperiksa")
    facts(made, PERSON)
    heading(made, "2.\tDugaan pelanggaran")
    item(
        made,
        "Yang bersangkutan diduga {{ dugaan }}{% if pasal %}, yang diatur dalam {{ pasal }}{% endif %}. {{ rincian }}",
    )
    heading(made, "3.\tPemanggilan dan pemeriksaan")
    line(made, "{%p if riwayat %}")
    steps(made)
    line(made, "{%p endif %}")
    item(made, "{{ pemeriksaan }}")
    heading(made, "4.\tFakta yang ditemukan, dan bukti")
    dotted(made, 5)
    heading(made, "5.\tHal yang memberatkan dan yang meringankan")
    dotted(made, 4)
    heading(made, "6.\tKesimpulan (terbukti / tidak terbukti)*")
    dotted(made, 2)
    line(made, "{%p if ketentuan %}")
    item(made, "{{ ketentuan }}")
    line(made, "{%p endif %}")
    heading(made, "7.\tSaran")
    dotted(made, 2)
    line(made, "* coret yang tidak perlu", size=9, left=1, after=6)
    clause(made, "Demikian laporan ini disampaikan.", 0, together=True)
    line(made, "", together=True)
    line(made, "Yang melaporkan,", left=7.6, together=True)
    line(made, "{%p for baris in petugas %}")
    gap(made, 44, together=True)
    line(made, "{{ baris.nama }}", left=7.6, bold=True, together=True)
    line(made, "NIP. {{ baris.nip }}", left=7.6)
    line(made, "{%p endfor %}")
    return made


def heading(made: Document, text: str) -> None:
    """A numbered heading of a report."""
    line(made, text, left=1, first=-1, bold=True, after=3, together=True)


def item(made: Document, text: str) -> None:
    """What stands below it."""
    line(made, text, BOTH, left=1, after=6)


def dotted(made: Document, count: int) -> None:
    """Rows to be written by hand."""
    for number in range(count):
        held = line(made, "\t", left=1, after=4, together=number + 1 < count)
        held.paragraph_format.line_spacing = Pt(19)
        held.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def steps(made: Document) -> None:
    """What was done so far."""
    headings = (
        ("No.", "{{ baris.no }}", 1.2, CENTRE),
        ("Langkah", "{{ baris.tahap }}", 6.2, LEFT),
        ("Tanggal", "{{ baris.tanggal }}", 3.6, LEFT),
        ("Nomor", "{{ baris.nomor }}", 4.0, LEFT),
    )
    rows(made, headings, size=10, of="riwayat")


TEMPLATES = {
    "surat-panggilan-1": lambda: summons(1),
    "surat-panggilan-2": lambda: summons(2),
    "bap": record,
    "bap-tidak-hadir": absence,
    "laporan-hasil-pemeriksaan": report,
}


def main(folder: Path = FOLDER) -> None:
    """Write the templates."""
    from word_templates_decisions import DECISIONS

    folder.mkdir(parents=True, exist_ok=True)
    for name, make in {**TEMPLATES, **DECISIONS}.items():
        make().save(str(folder / f"{name}.docx"))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
