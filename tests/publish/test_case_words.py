"""The letters of discipline cases: what each says, sanction by sanction; what is not known stays a row of dots.

`python tests/publish/test_case_words.py` writes the golden texts anew, to be read before they are committed.
"""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from case_values import (
    BEFORE,
    CALLED,
    CALLED_FOR_IT,
    DAYS,
    DECIDED,
    EXAMINED,
    MISSED,
    MISSED_AGAIN,
    RUN,
    TEN,
    TWELVE,
    bare,
    case,
    matter,
    pppk,
)
from publish_values import HEAD

from attendance.errors import Refused
from attendance.publish import case_decisions, case_letters, case_texts, case_words, letters
from attendance.publish.case_words import SHAPES, Actor, Matter
from attendance.rules.cases import Done, Step
from attendance.rules.law import PP_53, PP_94, SANCTIONS, Level, Sanction
from attendance.rules.rosters import Profile, Status

GOLDEN = Path(__file__).parent / "case_letters"
SAMPLES = Path(__file__).parent.parent.parent / "samples"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def text(kind: str, made: Matter, own: str = "") -> str:
    """Everything that a letter says, header and footer too, a line a paragraph."""
    document = docx.Document(io.BytesIO(letters.document(kind, [case_letters.words(kind, made)], own=own)))
    parts = (document.sections[0].header._element, document.element.body, document.sections[0].footer._element)
    return "".join(f"{_line(one)}\n" for part in parts for one in part.iter(f"{W}p"))


def _line(paragraph: Any) -> str:
    return "".join("\t" if one.tag == f"{W}tab" else one.text or "" for one in paragraph.iter(f"{W}t", f"{W}tab"))


def golden() -> dict[str, str]:
    """The golden texts by the names of their files."""
    return {
        **{kind: text(kind, matter(kind)) for kind in SHAPES},
        **{f"{kind}-kosong": text(kind, bare(kind)) for kind in SHAPES},
        **{f"{kind}-pppk": text(kind, matter(kind, pppk(*BEFORE[kind]))) for kind in SHAPES},
    }


@pytest.mark.parametrize("kind", SHAPES)
@pytest.mark.parametrize("of", ["", "-kosong", "-pppk"])
def test_each_letter_says_what_the_golden_text_says(kind: str, of: str) -> None:
    made = {"": matter(kind), "-kosong": bare(kind), "-pppk": matter(kind, pppk(*BEFORE[kind]))}[of]
    assert text(kind, made) == (GOLDEN / f"{kind}{of}.txt").read_text("utf-8")


def shape(words: Any) -> Any:
    """What a value is, as the placeholders are described."""
    if isinstance(words, dict):
        return {key: shape(value) for key, value in words.items()}
    return [shape(words[0])] if isinstance(words, list) else ""


@pytest.mark.parametrize("kind", SHAPES)
def test_every_placeholder_is_filled_in_every_state(kind: str) -> None:
    assert [*SHAPES] == [*case_letters.WORDS]
    full = case_letters.words(kind, matter(kind, case(CALLED, MISSED, EXAMINED, DECIDED)))
    assert shape({**full, "lambang": ""}) == SHAPES[kind]
    said = text(kind, matter(kind))
    assert said.startswith("RAHASIA\n") and "{{" not in said and "{%" not in said


@pytest.mark.parametrize("kind", SHAPES)
def test_of_a_pppk_no_article_of_a_pp_is_named(kind: str) -> None:
    named = matter(kind, pppk(*BEFORE[kind], article="Pasal 7 Peraturan Wali Kota"), local="Peraturan Wali Kota 7/2025")
    said = text(kind, named)
    assert "Peraturan Pemerintah" not in said and "PP 94" not in said and "Pasal 2" not in said and "BKN" not in said
    assert "Peraturan Wali Kota" in said or kind in ("bap-tidak-hadir", "pengantar-kirim-keputusan")


@pytest.mark.parametrize("kind", SHAPES)
def test_the_shipped_templates_are_those_of_the_script(kind: str, tmp_path: Path) -> None:
    sys.path.insert(0, str(SAMPLES))
    import word_templates_cases

    word_templates_cases.main(tmp_path)
    ours, made = (docx.Document(str(one)) for one in (letters.shipped(kind), tmp_path / f"{kind}.docx"))
    assert ours.element.body.xml == made.element.body.xml, "run python samples/word_templates_cases.py"
    assert ours.styles.element.xml == made.styles.element.xml


@pytest.mark.parametrize("kind", SHAPES)
def test_paper_and_fonts(kind: str) -> None:
    document = docx.Document(str(letters.shipped(kind)))
    section, font = document.sections[0], document.styles["Normal"].font
    margins = [
        round(side.cm, 1)
        for side in (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        if side is not None
    ]
    assert margins == [2, 2.5, 3, 2]
    fonts = document.styles["Normal"].element.rPr.rFonts
    decision = kind in ("keputusan", "sk-tim-pemeriksa")
    assert fonts.get(f"{W}ascii") == ("Bookman Old Style" if decision else "Arial") and font.size.pt == 12


NASTY = ("A & B <b>C</b> {{ nomor }} {% for %}", 'D "E" </w:t> ]]>', "F\x1b[2J\nG\x00")


@pytest.mark.parametrize("kind", SHAPES)
@pytest.mark.parametrize("name", NASTY)
def test_foreign_markup_is_shown_literally(kind: str, name: str) -> None:
    shown = name.translate({0x1B: "\\x1b", 0x0A: "\\n", 0: "\\x00"})
    made = matter(
        kind,
        replace(matter(kind).case, allegation=name),
        profile=Profile("198501012010011001", name, position=name),
        unit=name,
        place=name,
        by=(Actor(name, name),),
        decider=name,
    )
    assert shown in text(kind, made)


@pytest.mark.parametrize("sanction", Sanction)
def test_the_decision_of_every_sanction(sanction: Sanction) -> None:
    law = PP_94 if sanction in {tier.slug for tier in PP_94.tiers} else PP_53
    tier = next(tier for tier in law.tiers if tier.slug is sanction)
    rested = replace(TWELVE, law=law.name, article=tier.article, sanction=tier.sanction, level=tier.level.value)
    made = matter("keputusan", case(CALLED, EXAMINED, rested=rested), sanction=sanction.value, level=tier.level)
    said = text("keputusan", made)
    assert f"Menjatuhkan hukuman disiplin tingkat {tier.level.value} berupa {SANCTIONS[sanction]} kepada:" in said
    assert f"melanggar ketentuan {law.duty} {law.title}" in said
    assert f"sehingga dikenai ketentuan {tier.article} {law.title.partition(' tentang')[0]}." in said
    interim = tier.interim
    assert (f"dijatuhkan dalam bentuk {interim} (Pasal 42 " in said) == bool(interim)
    assert ("Pasal 62 Peraturan BKN Nomor 6 Tahun 2022" in said) == bool(interim)
    assert EFFECTS[sanction] in said
    assert "hari kerja ke-15 (lima belas)" in said and "{" not in said
    assert ("BERUPA" in said) == (not interim)


EFFECTS = {
    Sanction.TEGURAN_LISAN: "secara lisan dan tertutup oleh atasan langsung",
    Sanction.TEGURAN_TERTULIS: "Keputusan ini merupakan teguran tertulis",
    Sanction.TIDAK_PUAS: "dinyatakan secara tertulis ketidakpuasan",
    Sanction.POTONG_6: "Kenaikan gaji berkala yang bersangkutan ditunda selama 12 (dua belas) bulan",
    Sanction.POTONG_9: "Kenaikan pangkat yang bersangkutan ditunda selama 12 (dua belas) bulan",
    Sanction.POTONG_12: "diturunkan setingkat lebih rendah, dari Penata Tingkat I (III/d) menjadi ...",
    Sanction.TURUN_JABATAN: "dari Analis Kebijakan menjadi ......",
    Sanction.BEBAS_JABATAN: "dibebaskan dari jabatan Analis Kebijakan dan ditempatkan dalam jabatan pelaksana",
    Sanction.PDHTAPS: "diberhentikan dengan hormat tidak atas permintaan sendiri terhitung mulai tanggal ...",
    Sanction.TUNDA_KGB: "Kenaikan gaji berkala yang bersangkutan ditunda",
    Sanction.TUNDA_PANGKAT: "Kenaikan pangkat yang bersangkutan ditunda",
    Sanction.TURUN_PANGKAT_1: "selama 12 (dua belas) bulan",
    Sanction.TURUN_PANGKAT_3: "selama 36 (tiga puluh enam) bulan",
    Sanction.PINDAH_TURUN_JABATAN: "dipindahkan dalam rangka penurunan jabatan",
    Sanction.BEBAS_DARI_JABATAN: "dibebaskan dari jabatan Analis Kebijakan terhitung",
    Sanction.PEMBERHENTIAN: "(dengan hormat tidak atas permintaan sendiri, atau tidak dengan hormat)",
}


def test_ten_days_in_a_row_have_the_article_of_the_row() -> None:
    made = matter("keputusan", case(CALLED, EXAMINED, rested=TEN), sanction="pdhtaps", level=Level.BERAT)
    assert "Pasal 11 ayat (2) huruf d angka 4 Peraturan Pemerintah Nomor 94 Tahun 2021." in text("keputusan", made)
    assert case_words.rested_days(made.case) == RUN and case_words.rested_days(case()) == DAYS
    heavier = replace(made, case=case(CALLED, EXAMINED))
    assert "Pasal 11 ayat (2) huruf d angka 3" in text("keputusan", heavier)


def test_a_candidate_is_dismissed_as_what_he_is() -> None:
    candidate = Profile("198501012010011001", "ANI", status=Status.CPNS)
    made = matter("keputusan", profile=candidate, sanction="pdhtaps", level=Level.BERAT)
    assert "permintaan sendiri sebagai CPNS kepada:" in text("keputusan", made)


def test_a_sanction_of_the_office_and_an_article_of_the_officer() -> None:
    own = matter("keputusan", sanction="pembinaan khusus", article="Pasal 99 peraturan kami")
    said = text("keputusan", own)
    assert "berupa pembinaan khusus kepada:" in said and "dikenai ketentuan Pasal 99 peraturan kami." in said
    assert "KEEMPAT" in said and "KELIMA" not in said
    other = matter("keputusan", case(CALLED, EXAMINED, rested=None, article="Pasal 5 huruf a PP 94/2021"))
    assert "melanggar ketentuan Pasal 5 huruf a PP 94/2021, sehingga dikenai ketentuan ......" in text(
        "keputusan", other
    )
    strange = matter("keputusan", sanction=Sanction.PEMBERHENTIAN.value)  # of PP 53, while PP 94 counted
    assert "dikenai ketentuan ....." in text("keputusan", strange)


def test_a_decision_on_the_evidence_names_both_summonses() -> None:
    missing = (CALLED, MISSED, Done(Step.PANGGILAN_2, date(2026, 4, 6), meets=date(2026, 4, 14)), MISSED_AGAIN)
    said = text("keputusan", matter("keputusan", case(*missing)))
    assert "tidak hadir memenuhi Surat Panggilan I tanggal 17 Maret 2026 dan Surat Panggilan II tanggal 6 April" in said
    report = text("laporan-hasil-pemeriksaan", matter("laporan-hasil-pemeriksaan", case(*missing)))
    assert "tidak hadir pada dua panggilan, sehingga laporan ini disusun berdasarkan alat bukti" in report
    unknown = text("laporan-hasil-pemeriksaan", matter("laporan-hasil-pemeriksaan", case()))
    assert "diperiksa secara tertutup pada hari ......" in unknown
    nameless = case(Done(Step.PEMERIKSAAN, date(2026, 4, 14)))
    told = text("laporan-hasil-pemeriksaan", matter("laporan-hasil-pemeriksaan", nameless))
    assert "pada hari Selasa, 14 April 2026.\n" in told
    assert "tanggal ........" in text("keputusan", matter("keputusan", case(level=None)))


def test_a_case_from_before_pp_94() -> None:
    rested = replace(TWELVE, law="PP 53/2010", article="Pasal 8 angka 9 huruf c", year=2019)
    old = case(CALLED, EXAMINED, opened=date(2019, 3, 12), rested=rested)
    dated = {"dated": date(2019, 4, 1), "sanction": "tidak-puas", "level": Level.RINGAN}
    said = text("keputusan", matter("keputusan", old, **dated))
    assert "Undang-Undang Nomor 5 Tahun 2014" in said and "94 Tahun 2021" not in said and "ke-15" not in said
    assert "Keputusan ini mulai berlaku sesuai dengan ketentuan peraturan perundang-undangan." in said
    summons = text("surat-panggilan-1", matter("surat-panggilan-1", old))
    assert f"Berdasarkan {PP_53.title}, dengan ini dipanggil:" in summons and "7 (tujuh)" not in summons
    both = case(CALLED, EXAMINED, rested=rested)
    assert PP_53.title in text("keputusan", matter("keputusan", both)) and PP_94.title in text(
        "keputusan", matter("keputusan", both)
    )


def test_who_did_not_come() -> None:
    kind = "bap-tidak-hadir"
    first = text(kind, matter(kind))
    assert "Pasal 26 ayat (3)" in first and "paling lambat hari Selasa, 14 April 2026." in first
    twice = case(CALLED, MISSED, Done(Step.PANGGILAN_2, date(2026, 4, 6), "R.8", meets=date(2026, 4, 14)))
    second = text(kind, matter(kind, twice, missed=Step.TIDAK_HADIR_2, limit=None))
    assert "Surat Panggilan II Nomor R.8 tanggal 6 April 2026" in second and "Pasal 26 ayat (4)" in second
    receiving = case(CALLED, EXAMINED, DECIDED, CALLED_FOR_IT)
    third = text(kind, matter(kind, receiving, missed=Step.TIDAK_HADIR_KEPUTUSAN))
    assert "Surat Panggilan Nomor R.11" in third and "untuk menerima keputusan hukuman disiplin" in third
    assert "Pasal 49 ayat (8) Peraturan BKN Nomor 6 Tahun 2022" in third
    assert case_texts.absence(matter(kind, missed=None))["panggilan"]["nomor"] == "R.7"


def test_what_was_counted_and_what_is_alleged() -> None:
    hours = case(rested=replace(TWELVE, converted=2))
    assert case_words.details(hours).endswith("ditambah 2 (dua) hari yang dihitung dari jam keterlambatan.")
    told = text("laporan-hasil-pemeriksaan", matter("laporan-hasil-pemeriksaan", hours))
    assert "Hitungan 14 (empat belas) hari tersebut memenuhi Pasal 10 ayat (2) huruf f angka 1" in told
    row = matter("laporan-hasil-pemeriksaan", case(rested=replace(TEN, converted=2)))
    assert "keterlambatan" not in case_words.details(row.case)  # what lateness made is in no row
    told = text("laporan-hasil-pemeriksaan", row)
    assert "Hitungan 10 (sepuluh) hari tersebut memenuhi Pasal 11 ayat (2) huruf d angka 4" in told
    assert case_words.details(case(rested=replace(TWELVE, days=()))) == "" == case_words.details(case(rested=None))
    assert case_words.rested_count(case(rested=None)) == 0
    assert case_words.alleged(case(allegation="Memungut uang. ")) == "memungut uang"
    assert case_words.alleged(case(allegation="PNS itu pergi")) == "PNS itu pergi"
    assert case_words.alleged(case(allegation="")).startswith("....")
    local = pppk(rested=replace(TWELVE, law="Perwal 7/2025", article="Pasal 3", sanction="teguran", level="ringan"))
    assert case_words.breached(local) == "Pasal 3 Perwal 7/2025"
    met = text("laporan-hasil-pemeriksaan", matter("laporan-hasil-pemeriksaan", local))
    assert "Hitungan 12 (dua belas) hari tersebut memenuhi Pasal 3 Perwal 7/2025 (teguran)." in met
    nothing = pppk(rested=replace(TWELVE, law="", article="", sanction="", level=""))
    assert case_words.breached(nothing) == ""
    assert "Hitungan" not in text("laporan-hasil-pemeriksaan", matter("laporan-hasil-pemeriksaan", nothing))
    apel = case(rested=replace(TWELVE, kind="apel-pagi", law="", article="Pasal 2 Perwal"), article="Pasal 2 Perwal")
    assert case_words.breached(apel) == "Pasal 2 Perwal"
    assert "Hitungan" not in text("laporan-hasil-pemeriksaan", matter("laporan-hasil-pemeriksaan", apel))


def test_days_in_words() -> None:
    assert case_words.spelled(date(2026, 4, 2)) == (
        "Kamis tanggal dua bulan April tahun dua ribu dua puluh enam (2 April 2026)"
    )
    assert case_words.spelled(date(1999, 12, 31)).startswith(
        "Jumat tanggal tiga puluh satu bulan Desember tahun seribu"
    )
    assert "tahun dua ribu (" in case_words.spelled(date(2000, 1, 3))


def test_who_acts() -> None:
    three = [one["kedudukan"] for one in case_decisions.team(matter("sk-tim-pemeriksa"))["petugas"]]
    assert three == list(case_decisions.ROLES)
    four = tuple(Actor(f"N{number}", role="Sekretaris" if number == 1 else "") for number in range(4))
    named = case_words.acting(matter("sk-tim-pemeriksa", by=four), case_decisions.ROLES)
    assert [one.role for one in named] == [case_decisions.ROLES[0], "Sekretaris", case_decisions.ROLES[2], ""]


def test_who_signs() -> None:
    acting = text("surat-panggilan-1", matter("surat-panggilan-1", signatory=replace(HEAD, capacity="Plt.")))
    assert "Plt. KEPALA BADAN KEPEGAWAIAN DAN PSDM,\n" in acting
    lines = replace(HEAD, capacity="a.n. WALI KOTA CONTOH;SEKRETARIS DAERAH;u.b.")
    said = text("keputusan", matter("keputusan", signatory=lines))
    assert "a.n. WALI KOTA CONTOH\nSEKRETARIS DAERAH\nu.b.\nKEPALA BADAN" in said
    nobody = text("keputusan", matter("keputusan", signatory=None))
    assert "pada tanggal 17 Maret 2026\n\nWALI KOTA CONTOH,\n" in nobody


def test_a_wrong_placeholder_of_an_own_template_is_named(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("Sdr. {{ orang.nma }} {{ waktu.hari }} {{ diktum }}")
    made.save(str(tmp_path / "kami.docx"))
    with pytest.raises(Refused) as refused:
        text("surat-panggilan-1", matter("surat-panggilan-1"), str(tmp_path / "kami.docx"))
    told = [one.message for one in refused.value.faults]
    assert len(told) == 2 and "no placeholder nma. Did you mean nama?" in told[0] and "diktum" in told[1]
    assert "waktu.hari" in refused.value.message


if __name__ == "__main__":
    for name, said in golden().items():
        (GOLDEN / f"{name}.txt").write_text(said, "utf-8")
