"""Word templates of decisions in discipline cases, in Bookman Old Style, and of the letters that follow them."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from word_templates import (
    ADDRESSEE,
    BOTH,
    CENTRE,
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
    table,
)
from word_templates_cases import (
    DATED,
    DECIDED,
    EXAMINED,
    EXAMINERS,
    MEETING,
    PERSON,
    actors,
    both_sign,
    facts,
    going_on,
    signed,
    title,
    when_there,
)

ENACTED = ("Ditetapkan di {{ tempat }}", "pada tanggal {{ tanggal }}")


def bookman(made: Document) -> None:
    """Regulations and decisions are set in Bookman Old Style 12; where it is lacking, in what is nearest."""
    fonts = made.styles["Normal"].element.rPr.rFonts
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), "Bookman Old Style")


def decided_head(made: Document) -> None:
    """The head of a decision: of who stands above all units the emblem and his title; else the unit's own."""
    section = made.sections[0]
    top = section.header.paragraphs[0]
    top.alignment = CENTRE
    top.add_run("{{ cap }}").bold = True
    section.footer.paragraphs[0].add_run("{{ kaki }}").font.size = Pt(8)
    line(made, "{%p if kop %}")
    line(made, "{{ lambang }}", CENTRE, after=4)
    line(made, "{{ kop }}", CENTRE, bold=True, size=14, after=10)
    line(made, "{%p else %}")
    head(made)
    line(made, "{%p endif %}")
    line(made, "{{ judul }}", CENTRE, together=True)
    line(made, "NOMOR {{ nomor }}", CENTRE, after=8, together=True)
    line(made, "TENTANG", CENTRE, after=8, together=True)
    line(made, "{{ tentang }}", CENTRE, after=10, together=True)
    line(made, "{{ pejabat }},", CENTRE, after=10)


def head(made: Document) -> None:
    """The letterhead of a unit, as in letters."""
    spare = page()
    letterhead(spare)
    body = made.element.body
    for one in list(spare.element.body)[:-1]:
        body.insert(len(body) - 1, one)


RECITAL = (3.2, 0.5, WIDTH - 3.7)


def recitals(made: Document) -> None:
    """Menimbang, mengingat."""
    for name, loop, text, align in (
        ("Menimbang", "menimbang", "{{ baris.huruf }}\t{{ baris.isi }}", BOTH),
        ("Mengingat", "mengingat", "{{ loop.index }}.\t{{ baris }}", LEFT),
    ):
        held = table(made, RECITAL)
        fill(held.cell(0, 0), name)
        fill(held.cell(0, 1), ":")
        cell = held.cell(0, 2)
        fill(cell, f"{{%p for baris in {loop} %}}", BOTH)
        line(cell, text, align, left=0.8, first=-0.8, after=4)
        line(cell, "{%p endfor %}")
        splits(held)
        gap(made, 4)


def splits(held: Table) -> None:
    """Give the columns their widths; a long row may go over a page."""
    for row in held.rows:
        for cell, width in zip(row.cells, RECITAL, strict=True):
            cell.width = Cm(width)


def clauses(made: Document, *, first: bool) -> None:
    """MEMUTUSKAN, and the clauses; the first with the identity of whom it hits."""
    line(made, "MEMUTUSKAN:", CENTRE, after=8, together=True)
    held = table(made, RECITAL)
    cells = held.rows[0].cells
    fill(cells[0], "Menetapkan")
    fill(cells[1], ":")
    fill(cells[2], "KEPUTUSAN {{ pejabat }} TENTANG {{ tentang }}.")
    if first:
        cells = held.add_row().cells
        fill(cells[0], "KESATU")
        fill(cells[1], ":")
        fill(cells[2], "{{ kesatu }}")
        identity(held.add_row().cells[2])
        fill(held.add_row().cells[2], "{{ karena }}", BOTH)
    fill(held.add_row().cells[0], "{%tr for baris in diktum %}")
    cells = held.add_row().cells
    fill(cells[0], "{{ baris.nama }}")
    fill(cells[1], ":")
    fill(cells[2], "{{ baris.isi }}", BOTH)
    fill(held.add_row().cells[0], "{%tr endfor %}")
    cells = held.add_row().cells
    for cell, text in zip(cells, ("{{ penutup.nama }}", ":", "{{ penutup.isi }}"), strict=True):
        fill(cell, text, BOTH)
        cell.paragraphs[0].paragraph_format.keep_with_next = True  # never a signature alone on a page
    narrow(held, RECITAL)
    for row in held.rows:
        row.cells[2].paragraphs[-1].paragraph_format.space_after = Pt(6)


def identity(cell: _Cell) -> None:
    """Who it is, as lines within a cell."""
    cell._tc.remove(cell.paragraphs[0]._p)
    for name, value in PERSON:
        made = line(cell, f"{name}\t:\t{value}", left=4.9, first=-4.9)
        made.paragraph_format.tab_stops.add_tab_stop(Cm(4.4))
        made.paragraph_format.tab_stops.add_tab_stop(Cm(4.9))


def decision() -> Document:
    """Keputusan penjatuhan hukuman disiplin."""
    made = page()
    bookman(made)
    decided_head(made)
    recitals(made)
    clauses(made, first=True)
    signed(made, *ENACTED)
    return made


def team() -> Document:
    """SK tim pemeriksa, with the list of its members."""
    made = page()
    bookman(made)
    decided_head(made)
    recitals(made)
    clauses(made, first=False)
    signed(made, *ENACTED)
    top = line(made, "LAMPIRAN", left=7.6)
    top.paragraph_format.page_break_before = True
    for text in ("{{ judul }}", "NOMOR {{ nomor }}", "TANGGAL {{ tanggal }}", "TENTANG {{ tentang }}"):
        line(made, text, left=7.6)
    line(made, "")
    line(made, "SUSUNAN TIM PEMERIKSA", CENTRE, bold=True, after=8)
    rows(
        made,
        (
            ("No.", "{{ baris.no }}", 1.2, CENTRE),
            ("Nama / NIP", "{{ baris.nama }}\n{{ baris.nip }}", 5.0, LEFT),
            ("Pangkat / Jabatan", "{{ baris.pangkat }}\n{{ baris.jabatan }}", 5.4, LEFT),
            ("Kedudukan dalam tim", "{{ baris.kedudukan }}", 4.4, LEFT),
        ),
        size=10,
        of="petugas",
    )
    once(made)
    return made


def once(made: Document) -> None:
    """The signature under an annex."""
    line(made, "{%p for baris in ttd.atas %}", left=7.6, together=True)
    line(made, "{{ baris }}", left=7.6, together=True)
    line(made, "{%p endfor %}", left=7.6, together=True)
    gap(made, 48, together=True)
    line(made, "{{ ttd.nama }}", left=7.6, bold=True, together=True)


def receipt_summons() -> Document:
    """Panggilan menerima keputusan."""
    made = page()
    letterhead(made)
    title(made, "SURAT PANGGILAN", "MENERIMA KEPUTUSAN HUKUMAN DISIPLIN")
    clause(made, "Berdasarkan {{ dasar }}, dengan ini dipanggil:", together=True)
    facts(made, PERSON)
    line(made, "untuk menghadap kepada:", after=4, together=True)
    actors(made)
    line(made, "pada:", after=4, together=True)
    facts(made, MEETING)
    going_on(made, "untuk menerima secara tertutup:", together=True)
    facts(made, DECIDED)
    clause(
        made,
        "Apabila Saudara tidak hadir pada waktu tersebut, keputusan akan dikirimkan kepada Saudara.",
    )
    signed(made, DATED, closing="Demikian surat panggilan ini disampaikan untuk dilaksanakan.")
    return made


def delivery() -> Document:
    """Berita acara penyampaian keputusan, signed by both."""
    made = page()
    letterhead(made)
    title(made, "BERITA ACARA", "PENYAMPAIAN KEPUTUSAN HUKUMAN DISIPLIN")
    clause(made, "Pada hari ini {{ hari_ini }}, pukul {{ waktu.pukul }}, bertempat di {{ waktu.tempat }}, kami:", 6)
    actors(made)
    going_on(made, "berdasarkan {{ dasar }} telah menyampaikan secara tertutup:", together=True)
    facts(made, DECIDED)
    going_on(made, "kepada:", together=True)
    facts(made, PERSON)
    when_there(made, "berlaku", "{{ berlaku }}")
    clause(
        made,
        "Demikian berita acara ini dibuat dengan sebenarnya dalam rangkap 2 (dua), masing-masing satu untuk kedua "
        "pihak.",
        0,
        together=True,
    )
    both_sign(
        made,
        ("Yang menerima,", *EXAMINED[1:]),
        ("Yang menyampaikan,", *EXAMINERS[1:]),
    )
    return made


def sending() -> Document:
    """Pengantar for a decision that is sent."""
    made = page()
    letterhead(made)
    opening(made, to=("Yth. Sdr. {{ orang.nama }}", "NIP. {{ orang.nip }}", "{{ orang.unit }}", "di Tempat"))
    clause(made, "Bersama ini dikirimkan dalam sampul tertutup:", together=True)
    facts(made, DECIDED)
    clause(made, "{{ sebab }}")
    when_there(made, "berlaku", "{{ berlaku }}")
    clause(
        made,
        "Tanda terima di bawah ini dimohon ditandatangani dan dikembalikan.",
    )
    signed(made, closing="Demikian untuk menjadi perhatian.")
    gap(made, 8)
    held = table(made, (WIDTH,))
    cell = held.cell(0, 0)
    fill(cell, "Diterima tanggal " + "." * 40)
    line(cell, "Yang menerima,")
    gap(cell, 40)
    line(cell, "{{ orang.nama }}", bold=True)
    line(cell, "NIP. {{ orang.nip }}")
    narrow(held, (WIDTH,))
    return made


def salary() -> Document:
    """Usulan penghentian gaji: ten days in a row."""
    made = page()
    letterhead(made)
    opening(made, to=(*ADDRESSEE, "di Tempat"))
    clause(
        made,
        "Berdasarkan {{ dasar }}, bersama ini diusulkan penghentian pembayaran gaji:",
        together=True,
    )
    facts(made, PERSON)
    going_on(
        made,
        "karena yang bersangkutan tidak masuk kerja secara terus-menerus tanpa alasan yang sah selama {{ jumlah }}, "
        "yaitu tanggal {{ hari }}.",
    )
    clause(
        made,
        "Penghentian pembayaran gaji diusulkan terhitung mulai bulan {{ mulai }}, tanpa menunggu keputusan hukuman "
        "disiplin. Pemeriksaan atas dugaan pelanggaran disiplin dilakukan tersendiri.",
    )
    signed(made, closing="Demikian disampaikan, atas perhatiannya diucapkan terima kasih.")
    return made


DECISIONS = {
    "sk-tim-pemeriksa": team,
    "keputusan": decision,
    "panggilan-menerima-keputusan": receipt_summons,
    "berita-acara-penyampaian": delivery,
    "pengantar-kirim-keputusan": sending,
    "usulan-penghentian-gaji": salary,
}
