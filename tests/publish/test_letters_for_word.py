"""Letters for Word: what stands in them, and what the office may do to its own template."""

from __future__ import annotations

import io
import sys
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from publish_values import HASH, HEAD, OFFICE, WEEK, person, workdays

from attendance.errors import Refused
from attendance.publish import letter_words, letters, numerals, placeholders
from attendance.publish.letter_words import SHAPES, Paper
from attendance.rules.histories import Known
from attendance.rules.kinds import Kind
from attendance.rules.ladders import Counted, Issued, Ladder, Warned
from attendance.rules.offices import Signatory
from attendance.rules.periods import Period, month
from attendance.rules.rosters import Profile
from attendance.rules.totals import of_history

SAMPLES = Path(__file__).parent.parent.parent / "samples"
LADDER = Ladder(basis=("Peraturan Wali Kota Contoh Nomor 1 Tahun 2026",))
FIRST = Issued("R.1", 1, 1, Kind.APEL_PAGI, "sering", date(2026, 1, 1), date(2026, 1, 2), 1, (), date(2026, 1, 9), "A")


def paper(**words: Any) -> Paper:
    usual: dict[str, Any] = {
        **{"office": OFFICE, "unit": "Dinas Contoh", "address": ("Jalan Rekaan Nomor 5",), "to": ("Kepala BKPSDM",)},
        **{"number": "R.800.1.6.2/7/2026", "dated": date(2026, 3, 31), "subject": "Surat", "signatory": HEAD},
        **{"copies": ("Inspektur",), "entry": 17, "head": HASH},
    }
    return Paper(**{**usual, **words})


def warned(**words: Any) -> Warned:
    usual: dict[str, Any] = {
        **{"step": 1, "number": "R.800.1.6.2/7/2026", "dated": date(2026, 3, 31), "kind": Kind.APEL_PAGI},
        **{"period": month(2026, 3), "unit": "Dinas Contoh", "rule": "beruntun", "figure": 2, "before": (FIRST,)},
        "profile": Profile("198501012010011001", "ANI", rank="III/d", position="Analis"),
        "days": (Counted(date(2026, 3, 2), Known.ROLL, "KEPALA"), Counted(date(2026, 3, 3), Known.CLOSED, "")),
        **{"correct_by": date(2026, 4, 7), "signatory": HEAD, "letterhead": "Dinas Contoh"},
    }
    return Warned(**{**usual, **words})


def warning(**words: Any) -> dict[str, Any]:
    return letter_words.warning(paper(), warned(**words), LADDER)


def report() -> dict[str, Any]:
    people = [person(1, "ANI", "H T S TK", workdays(WEEK)), person(2, "BUDI", "S S S S", workdays(WEEK))]
    days = [date(2019, 3, 8)]
    return letter_words.report(paper(), people, of_history(people[0].history), Kind.APEL_PAGI, WEEK, days)


def cover() -> dict[str, Any]:
    return letter_words.cover(paper(), [("Laporan", "1 berkas", "segera")])


MADE = {"surat-peringatan": warning, "laporan-kehadiran": report, "surat-pengantar": cover}


def shape(words: Any) -> Any:
    """What a value is, as the placeholders are described."""
    if isinstance(words, dict):
        return {key: shape(value) for key, value in words.items()}
    return [shape(words[0])] if isinstance(words, list) else ""


def texts(content: bytes) -> str:
    body = docx.Document(io.BytesIO(content)).element.body
    return "\n".join("".join(text.text or "" for text in one.iter(f"{W}t")) for one in body.iter(f"{W}p"))


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def own(folder: Path, *paragraphs: str, header: str = "") -> str:
    """An office's own template."""
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    made.sections[0].header.paragraphs[0].text = header
    made.save(str(folder / "templat.docx"))
    return str(folder / "templat.docx")


@pytest.mark.parametrize("kind", SHAPES)
def test_every_placeholder_is_filled(kind: str) -> None:
    words = MADE[kind]()
    assert shape({**words, "lambang": ""}) == SHAPES[kind]
    text = texts(letters.document(kind, [words]))
    assert "{{" not in text and "{%" not in text
    assert "PEMERINTAH KOTA CONTOH" in text and "DINAS CONTOH" in text and "Jalan Rekaan Nomor 5" in text
    assert "NIP. 19681112 199403 2 002" in text and "KEPALA BADAN KEPEGAWAIAN DAN PSDM," in text


@pytest.mark.parametrize("kind", SHAPES)
def test_the_shipped_templates_are_those_of_the_script(kind: str, tmp_path: Path) -> None:
    sys.path.insert(0, str(SAMPLES))
    import word_templates

    word_templates.main(tmp_path)
    ours, made = (docx.Document(str(one)) for one in (letters.shipped(kind), tmp_path / f"{kind}.docx"))
    for part in ("body", "header", "footer"):
        before, after = (
            one.element.body.xml if part == "body" else getattr(one.sections[0], part)._element.xml
            for one in (ours, made)
        )
        assert before == after, f"{kind}: run python samples/word_templates.py"


def test_a_template_on_another_paper() -> None:
    section = docx.Document(io.BytesIO(letters.template("surat-peringatan", "F4"))).sections[0]
    assert section.page_width and section.page_height
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (215, 330)


def test_a_letter_of_warning_in_words() -> None:
    words = warning()
    assert words["pembuka"].endswith("sebanyak 2 (dua) kali berturut-turut, sebagai berikut:")
    assert "pada periode 2 s.d. 3 Maret 2026" in words["pembuka"]
    assert [(row["keterangan"], row["oleh"]) for row in words["daftar"]] == [
        ("tercatat TK", "KEPALA"),
        ("tidak tercatat hadir", ""),
    ]
    assert words["cap"] == "RAHASIA" and words["orang"]["pangkat"] == "Penata Tingkat I (III/d)"
    assert "Surat Peringatan II." in words["lanjutan"] and "bukan hukuman disiplin" in words["sanggahan"]
    often = warning(rule="sering", step=3, days=warned().days[:1])
    assert "1 (satu) kali, sebagai" in often["pembuka"] and "tanggal 2 Maret 2026" in often["pembuka"]
    assert "dilaporkan kepada pejabat" in often["lanjutan"]
    some = warning(figure=3, days=(*warned().days, *(Counted(date(2026, 3, n), Known.ROLL, "") for n in (5, 6))))
    assert "4 (empat) kali, 3 (tiga) kali di antaranya berturut-turut" in some["pembuka"]


@pytest.mark.parametrize(("rank", "told"), [("IX", "Golongan IX"), ("", "-"), ("IV/a", "Pembina (IV/a)")])
def test_ranks_in_a_letter(rank: str, told: str) -> None:
    assert letter_words.person(Profile("198501012010011001", "ANI", rank=rank), "U")["pangkat"] == told


def test_who_signs() -> None:
    acting = Signatory("SEKAR", "Kepala Dinas", capacity="Plt.")
    assert letter_words.cover(paper(signatory=acting), [])["ttd"]["atas"] == ["Plt. KEPALA DINAS,"]
    for_him = Signatory("SEKAR", "Sekretaris", capacity="a.n. KEPALA DINAS")
    assert letter_words.cover(paper(signatory=for_him), [])["ttd"]["atas"] == ["a.n. KEPALA DINAS", "SEKRETARIS,"]
    nobody = letter_words.cover(paper(signatory=None, number=""), [])
    assert nobody["ttd"]["nama"].startswith("...") and nobody["nomor"].startswith("...")


def test_a_report_says_no_sickness() -> None:
    words = report()
    assert words["daftar"][0] | {"nama": "", "nip": ""} == {
        **{"no": "1.", "nama": "", "nip": "", "jadwal": "4", "hadir": "2", "telat": "1", "alasan": "1", "tk": "1"},
        **{"bl": "0", "persen": "66,7 %"},
    }
    assert words["daftar"][1]["persen"] == "-" and "8 Maret 2019" in words["sementara"]
    assert words["cap"] == "RAHASIA - TERBATAS"


NASTY = ("A & B <b>C</b> {{ nomor }} {% for %} {_{ x }_}", 'D "E" </w:t> ]]>', "F\x1b[2J\nG\x0c\x00")


@pytest.mark.parametrize("name", NASTY)
def test_names_with_markup_are_shown_literally(name: str) -> None:
    made = texts(letters.document("surat-peringatan", [warning(profile=Profile("198501012010011001", name))]))
    shown = name.translate({0x1B: "\\x1b", 0x0A: "\\n", 0x0C: "\\x0c", 0: "\\x00"})
    assert f"Yth. Sdr. {shown}" in made


def test_letters_in_one_document_are_sections_of_their_own() -> None:
    made = letters.document("surat-peringatan", [warning(), warning(step=2), warning(step=3)])
    document = docx.Document(io.BytesIO(made))
    assert len(document.sections) == 3
    starts = [one.get(f"{W}start") for one in document.element.body.iter(f"{W}pgNumType")]
    assert starts == ["1", "1", "1"]
    assert [texts(made).count(f"Surat Peringatan {step} (") for step in ("I", "II", "III")] == [1, 1, 1]


def test_sections_of_an_own_template_that_flow_on_and_have_their_own_numerals(tmp_path: Path) -> None:
    path = own(tmp_path, "{{ orang.nama }}")
    made = docx.Document(path)
    section = made.sections[0]._sectPr
    numbering = section.makeelement(f"{W}pgNumType", {f"{W}fmt": "lowerRoman"})
    section.find(f"{W}pgMar").addnext(numbering)
    section.insert(0, section.makeelement(f"{W}type", {f"{W}val": "continuous"}))
    made.save(path)
    body = docx.Document(io.BytesIO(letters.document("surat-peringatan", [warning()] * 2, own=path))).element.body
    assert [(one.get(f"{W}fmt"), one.get(f"{W}start")) for one in body.iter(f"{W}pgNumType")] == [
        ("lowerRoman", "1")
    ] * 2
    assert not [*body.iter(f"{W}type")]


def test_an_own_template(tmp_path: Path) -> None:
    path = own(
        tmp_path,
        "{{ orang.nama | upper }} {# catatan #} {{- nomor -}}",
        "{%p for x in daftar %}",
        "{{ loop.index }} {{ x.tanggal }}{% if x.kode == “TK” %} tk{% elif x.no %}?{% else %}!{% endif %}",
        "{%p endfor %}",
        "{% set y = tanggal %}{{ y }}{{ ttd.atas[0] }}",
        "{% for baris in ttd.bawah %}{{ baris }}{% endfor %}",
        header="{{ cap }}",
    )
    text = texts(letters.document("surat-peringatan", [warning()], own=path))
    assert "ANI" in text and "1 Senin, 2 Maret 2026 tk" in text and "31 Maret 2026" in text and "NIP. 1968" in text


@pytest.mark.parametrize(
    ("paragraph", "told"),
    [
        ("Yth. {{ nam }} di Tempat", '{{ nam }} near "Yth. {{ nam }} di Tempat": there is no placeholder nam.'),
        ("{{ nomer }}", "Did you mean nomor?"),
        ("{{ orang.nma }}", "there is no placeholder nma. Did you mean nama?"),
        ("{{ ttd.atasan.x }}", "there is no placeholder atasan"),
        ("{%p for x in dasr %}{{ x }}{%p endfor %}", "no placeholder dasr. Did you mean dasar?"),
        ("{% for x in daftar %}{{ x.tgl }}{% endfor %}", "no placeholder tgl"),
        ("{{ nomor.satu }}", "nomor has no parts"),
        ("{{ ttd.nama.satu }}", "ttd.nama has no parts"),
        ("{{ daftar.tanggal }}", "daftar has no parts"),
        ("Nomor {{ nomor di sini", '{{ near "Nomor {{ nomor di sini": the bracket has no partner'),
        ("nomor }} di sini", "}} near"),
        ("{{ nomor nomor }}", "it cannot be read"),
        ("{{ nomor | tebal }}", "it cannot be read"),
        ("{% kalau nomor %}", "it cannot be read"),
        ("{% if nomor %}x", "this block is opened and never closed"),
        ("x{% endfor %}", "it closes no block"),
        ("{% if nomor %}{% endfor %}{% endif %}", "it closes no block"),
        ("{% else %}", "it closes no block"),
    ],
)
def test_a_wrong_placeholder_is_named_with_its_place(tmp_path: Path, paragraph: str, told: str) -> None:
    path = own(tmp_path, "Nomor {{ nomor }}", paragraph)
    with pytest.raises(Refused) as refused:
        letters.document("surat-peringatan", [warning()], own=path)
    assert refused.value.faults and told in " ".join(one.message for one in refused.value.faults)
    assert all(one.place.file == "templat.docx" for one in refused.value.faults)
    for known in ("orang.nama", "daftar (no, tanggal, kode, keterangan, oleh)", "dasar (...)", "ttd.atas (...)"):
        assert known in refused.value.message


def test_all_wrong_placeholders_are_named_at_once(tmp_path: Path) -> None:
    path = own(tmp_path, "{{ satu }} {{ dua }}", "{{ tiga }}", header="{{ empat }}")
    with pytest.raises(Refused) as refused:
        letters.document("surat-peringatan", [warning()], own=path)
    assert [one.message.split()[1] for one in refused.value.faults] == ["satu", "dua", "tiga", "empat"]


def test_what_cannot_be_said_of_a_placeholder_is_let_pass() -> None:
    shapes = {"orang": {"nama": ""}, "daftar": [""]}
    assert placeholders.faults([["{% for a, b in daftar %}{{ x }}{% endfor %}"]], shapes) != []
    passed = (
        "{% set x = orang %}{{ x.apa.saja }}{{ (1 + 2).x }}{% set a, b = 1, 2 %}{% for s in x %}{{ s.t }}{% endfor %}"
    )
    assert placeholders.faults([[passed]], shapes) == []
    assert placeholders.faults([["{% cellbg warna %}{% colspan 2 %}{% vm %}"]], shapes) == []


@pytest.mark.parametrize(
    ("paragraphs", "told"),
    [
        (["{%tr if nomor %}", "{%tr endif %}"], "cannot be filled in"),
        (["{{ 1 / 0 }}"], "cannot be filled in"),
        (["{{ daftar[99].tanggal }}"], "cannot be filled in"),
    ],
)
def test_a_template_that_breaks_while_it_is_filled(tmp_path: Path, paragraphs: list[str], told: str) -> None:
    path = own(tmp_path, *paragraphs)
    with pytest.raises(Refused, match=told):
        letters.document("surat-peringatan", [warning()], own=path)


def test_a_block_that_begins_outside_a_table_and_ends_in_it(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("{% for x in daftar %}")
    made.add_table(1, 1).cell(0, 0).text = "{% endfor %}"
    made.save(str(tmp_path / "t.docx"))
    with pytest.raises(Refused, match="cannot be filled in"):
        letters.document("surat-peringatan", [warning()], own=str(tmp_path / "t.docx"))


def test_a_header_says_what_is_the_same_in_all_letters(tmp_path: Path) -> None:
    path = own(tmp_path, "{{ orang.nama }}", header="{{ nomor }}")
    two = [warning(), {**warning(), "nomor": "R.2"}]
    assert (
        "R.800"
        in docx.Document(io.BytesIO(letters.document("surat-peringatan", two[:1], own=path)))
        .sections[0]
        .header.paragraphs[0]
        .text
    )
    with pytest.raises(Refused, match="header or footer"):
        letters.document("surat-peringatan", two, own=path)


def wrong_files(folder: Path) -> Iterator[tuple[Path, str]]:
    yield folder / "tidak-ada.docx", "cannot be read"
    yield folder, "cannot be read"
    for name, content in (("a.docx", b"bukan Word"), ("b.docx", b""), ("c.doc", b"\xd0\xcf\x11\xe0" * 200)):
        (folder / name).write_bytes(content)
        yield folder / name, "no document of Word"
    import openpyxl

    openpyxl.Workbook().save(folder / "d.docx")
    yield folder / "d.docx", "no document of Word"


def test_what_is_no_template(tmp_path: Path) -> None:
    for path, told in wrong_files(tmp_path):
        with pytest.raises(Refused, match=told):
            letters.document("surat-peringatan", [warning()], own=str(path))


def test_our_own_faults_are_no_fault_of_the_office() -> None:
    with pytest.raises(TypeError):
        letters.document("surat-peringatan", [{**warning(), "ttd": {"atas": 1, "nama": "", "bawah": []}}])


def picture(path: Path) -> Path:
    """A white point, as PNG."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")

    head = bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0])
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\xff\xff\xff")) + chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + body)
    return path


def test_the_emblem(tmp_path: Path) -> None:
    emblem = picture(tmp_path / "lambang.png")
    made = letters.document("surat-peringatan", [warning(), warning(step=2)], str(emblem))
    document = docx.Document(io.BytesIO(made))
    pictures = list(document.element.body.iter("{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"))
    assert len(pictures) == 2
    numbers = [one.get("id") for one in document.element.body.iter() if one.tag.endswith("}docPr")]
    assert len(set(numbers)) == 2
    for name, content, told in (
        ("lambang.svg", b"<svg/>", "no picture that Word"),
        ("rusak.png", b"bukan gambar", "no picture that Word"),
        ("tidak-ada.png", None, "cannot be read"),
    ):
        if content is not None:
            (tmp_path / name).write_bytes(content)
        with pytest.raises(Refused, match=told):
            letters.document("surat-peringatan", [warning()], str(tmp_path / name))


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "nol"), (1, "satu"), (10, "sepuluh"), (11, "sebelas"), (12, "dua belas"), (19, "sembilan belas"),
        (20, "dua puluh"), (21, "dua puluh satu"), (99, "sembilan puluh sembilan"), (100, "seratus"),
        (111, "seratus sebelas"), (200, "dua ratus"), (240, "dua ratus empat puluh"),
        (999, "sembilan ratus sembilan puluh sembilan"),
    ],
)  # fmt: skip
def test_numerals(count: int, words: str) -> None:
    assert numerals.words(count) == words


def test_ordinals() -> None:
    assert [numerals.ordinal(number) for number in (1, 2, 3)] == ["pertama", "kedua", "ketiga"]


def test_a_period_of_one_day_is_a_date() -> None:
    assert (
        "tanggal 2 Maret 2026"
        in warning(period=Period(date(2026, 3, 2), date(2026, 3, 2)), days=warned().days[:1])["pembuka"]
    )
