"""The notice as a page to sign: read back from the PDF."""

import io
import re
import struct
import zlib
from dataclasses import replace

import pytest
import typst
from publish_values import HEAD, OFFICE, SILENT, named, notice
from pypdf import PdfReader

from attendance.errors import Refused
from attendance.publish import papers
from attendance.publish.glyphs import FONTS, printable
from attendance.publish.notices import pdf
from attendance.rules.notices import Group, Named

BUDI = Group("Inspektorat", named("BUDI SANTOSO, S.E.", "ANI"))
MARKUP = ("#let x = 1", "*tebal* _miring_", "[kurung] $x^2$", r"garis \ miring \u{41}", "<label> @acuan", "// catatan")


def made(tmp_path, value, **options):
    pdf(value, tmp_path / "papan.pdf", **options)
    return PdfReader(tmp_path / "papan.pdf")


def text(reader):
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def png():
    """A red picture of one point."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0\xff\0\0")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def test_a_page_to_sign(tmp_path):
    shown = text(made(tmp_path, notice(BUDI, silent=SILENT)))
    for part in (
        "PEMERINTAH KOTA CONTOH BADAN KEPEGAWAIAN",
        "PENGUMUMAN NOMOR 800.1.6.2/417/2019 TENTANG DAFTAR APARATUR SIPIL NEGARA YANG "
        "TIDAK PERNAH MENGIKUTI APEL PAGI",
        "PERIODE 4 S.D. 8 MARET 2019",
        "Peraturan Wali Kota Contoh Nomor 7 Tahun 2018 tentang Apel Pagi.",
        "No. Nama Jumlah tidak hadir Inspektorat 1. BUDI SANTOSO, S.E. 4 dari 4 apel 2. ANI 4 dari 4 apel",
        "Bagian Tata Pemerintahan (4, 5, 6 dan 8 Maret 2019)",
        "Karena itu, tidak seorang pun pegawai unit tersebut dicantumkan dalam daftar ini.",
        "paling lambat hari Senin, 18 Maret 2019.",
        "dilepas dari papan pada hari Selasa, 26 Maret 2019.",
        "Dikeluarkan di Kota Contoh pada tanggal 12 Maret 2019 KEPALA BADAN KEPEGAWAIAN DAN PSDM",
        "Dra. RATNA SAMPEL, M.Si. Pembina Utama Muda",
        "Jurnal nomor 1207, sidik 3f9a0c17 b2d84e65",
        "Halaman 1 dari ",
    ):
        assert part in shown
    assert "SEMENTARA" not in shown


def test_it_says_nothing_that_may_not_be_posted(tmp_path):
    group = Group("Inspektorat", (Named("BUDI", "011", 4, 4), Named("BUDI", "012", 4, 4)))
    shown = text(made(tmp_path, notice(group, silent=SILENT)))
    assert "BUDI (NIP berakhiran 011)" in shown
    assert not re.search(r"\d{18}", shown.replace(" ", ""))
    assert not re.search(r"sakit|izin|cuti|dinas luar|NIP\.", shown, re.IGNORECASE)


def test_the_nip_of_the_one_who_signs_stands_there_only_where_it_is_wanted(tmp_path):
    assert "NIP. 19681112 199403 2 002" in text(made(tmp_path, notice(BUDI), signatory_nip=True))


def test_names_with_markup_stand_as_they_are(tmp_path):
    shown = text(made(tmp_path, notice(Group("#unit *satu*", named(*MARKUP)), number="#1 $2$")))
    for name in (*MARKUP, "#unit *satu*", "NOMOR #1 $2$"):
        assert name in shown


def test_signs_that_no_font_has_are_written_out(tmp_path):
    shown = text(made(tmp_path, notice(Group("Inspektorat", named("BUDI 日 😀", "ÁNI\x1b")))))
    assert r"BUDI \u65e5 \U0001f600" in shown
    assert r"ÁNI\x1b" in shown
    assert printable("Nur‘aini Ñ") == "Nur‘aini Ñ"


@pytest.mark.parametrize("count", [1, 30, 273, 1000])
def test_long_lists_repeat_their_headings_and_count_their_pages(tmp_path, count):
    names = [f"PEGAWAI NOMOR {i}" for i in range(count)]
    groups = [Group(f"Dinas {i // 40}", named(*names[i : i + 40])) for i in range(0, count, 40)]
    reader = made(tmp_path, notice(*groups))
    shown = text(reader)
    pages = len(reader.pages)
    assert f"Halaman {pages} dari {pages}" in shown
    assert all(f"PEGAWAI NOMOR {i} " in shown for i in range(count))
    for page in reader.pages:
        page_text = page.extract_text()
        assert ("PEGAWAI NOMOR" in page_text) == ("Jumlah tidak hadir" in page_text)


def test_names_of_eighty_signs(tmp_path):
    name = ("MUHAMMAD ABDURRAHMAN " * 4)[:80].strip()
    assert text(made(tmp_path, notice(Group("Inspektorat", named(name, "W" * 80))))).count("MUHAMMAD") == 4


def test_a_provisional_notice_is_stamped_on_each_page(tmp_path):
    group = Group("Inspektorat", named(*[f"PEGAWAI {i}" for i in range(60)]))
    reader = made(tmp_path, notice(group, silent=SILENT, provisional=True))
    assert len(reader.pages) > 1
    for page in reader.pages:
        assert "SEMENTARA" in re.sub(r"\s", "", page.extract_text())
    assert "DAFTAR SEMENTARA APARATUR" in text(reader)


def test_where_nobody_signs_there_are_dots(tmp_path):
    shown = text(made(tmp_path, notice(BUDI, signatory=None)))
    assert "pada tanggal 12 Maret 2019 " + "." * 34 + " " + "." * 34 in shown


def test_a_capacity_stands_above_the_position(tmp_path):
    signatory = replace(HEAD, capacity="a.n. WALI KOTA CONTOH", rank="")
    shown = text(made(tmp_path, notice(BUDI, signatory=signatory)))
    assert "a.n. WALI KOTA CONTOH KEPALA BADAN" in shown


@pytest.mark.parametrize(("paper", "size"), [("A4", (210, 297)), ("F4", (215, 330)), ("F4-210", (210, 330))])
def test_papers_are_exact(tmp_path, paper, size):
    box = made(tmp_path, notice(BUDI, paper=paper)).pages[0].mediabox
    assert [round(float(side) * 25.4 / 72, 1) for side in (box.width, box.height)] == list(size)


def test_an_unknown_paper_is_refused(tmp_path):
    with pytest.raises(Refused, match="Paper A3 is not known"):
        pdf(notice(BUDI, paper="A3"), tmp_path / "papan.pdf")


def test_the_fonts_are_ours_and_all_of_them_are_in_the_file(tmp_path):
    reader = made(tmp_path, notice(BUDI))
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    assert {re.sub("^.*[+]", "", font["/BaseFont"]).removesuffix("-Identity-H") for font in fonts} == {
        "LiberationSans",
        "LiberationSans-Bold",
    }
    for font in fonts:
        assert "/FontFile2" in font["/DescendantFonts"][0].get_object()["/FontDescriptor"]


def test_it_is_an_archive_file_with_title_and_date_and_the_same_each_time(tmp_path):
    reader = made(tmp_path, notice(BUDI))
    first = (tmp_path / "papan.pdf").read_bytes()
    metadata = reader.trailer["/Root"]["/Metadata"].get_object().get_data().decode()
    assert re.search(r"<pdfaid:part>2<", metadata)
    assert re.search(r"<pdfaid:conformance>B<", metadata)
    assert "TIDAK PERNAH MENGIKUTI APEL PAGI" in metadata
    assert "2019-03-12" in metadata
    made(tmp_path, notice(BUDI))
    assert (tmp_path / "papan.pdf").read_bytes() == first


def test_the_emblem_stands_in_the_letterhead(tmp_path):
    (tmp_path / "lambang.png").write_bytes(png())
    reader = made(tmp_path, notice(BUDI, office=replace(OFFICE, emblem=str(tmp_path / "lambang.png"))))
    assert len(reader.pages[0].images) == 1


def test_an_office_of_one_line_has_a_letterhead_too(tmp_path):
    shown = text(made(tmp_path, notice(BUDI, basis=(), office=replace(OFFICE, agency="", address=()))))
    assert shown.startswith("PEMERINTAH KOTA CONTOH PENGUMUMAN")
    assert "Dasar:" not in shown


def test_nobody_on_the_list_is_nihil(tmp_path):
    shown = text(made(tmp_path, notice()))
    assert "(NIHIL)." in shown
    assert "Jumlah tidak hadir" not in shown


def test_the_template_of_the_office_takes_the_place_of_ours(tmp_path):
    (tmp_path / "punya-kami.typ").write_text(
        '#import "office.typ": paper, signature\n'
        "#let words = json(bytes(sys.inputs.words))\n"
        "#show: paper.with(words)\n"
        "Model kantor kami: #words.sections.at(0).lines.at(0).name #signature(words)",
        encoding="utf-8",
    )
    shown = text(made(tmp_path, notice(BUDI), template=tmp_path / "punya-kami.typ"))
    assert shown.startswith("Model kantor kami: BUDI SANTOSO, S.E. Dikeluarkan di Kota Contoh")


def test_a_template_with_a_mistake_is_refused_with_the_reason(tmp_path):
    (tmp_path / "salah.typ").write_text("#tidak-ada")
    with pytest.raises(Refused, match=r"salah\.typ: cannot be printed \(.*unknown variable: tidak-ada"):
        pdf(notice(BUDI), tmp_path / "papan.pdf", template=tmp_path / "salah.typ")
    assert not (tmp_path / "papan.pdf").exists()


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("lambang.png", None, "cannot be read"),
        ("lambang.png", b"bukan gambar", "cannot be printed"),
        ("lambang.bmp", b"BM", "an emblem is one of .png"),
    ],
)
def test_an_emblem_that_is_none_is_refused(tmp_path, name, content, reason):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    office = replace(OFFICE, emblem=str(tmp_path / name))
    with pytest.raises(Refused, match=reason):
        pdf(notice(BUDI, office=office), tmp_path / "papan.pdf")


def test_a_mistake_in_our_own_template_is_a_bug():
    with pytest.raises(typst.TypstError):
        papers.pdf("notice.typ", {})


def test_the_fonts_come_with_their_licence():
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert len(list(FONTS.glob("LiberationSans-*.ttf"))) == 4
    assert io.BytesIO((FONTS / "LiberationSans-Regular.ttf").read_bytes()).read(4) == b"\0\1\0\0"
