"""Nothing of a case, a sanction, a tier or a sickness reaches what is public, whatever options are given.

The office has a case at every step, every sanction, salaries to be stopped, letters of sickness and of leave; every
public document is made of it in every way, and read. Its twin has the same attendance and no discipline at all: the
documents of both must say the same.
"""

from __future__ import annotations

import configparser
import re
import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from zipfile import ZipFile

import pytest
from cases_filed import case, put
from officer import Apel
from pypdf import PdfReader

from attendance.rules.cases import ORIGINS, OUTCOMES, STEPS, Origin, Step
from attendance.rules.law import PPPK_HINT, REGULATIONS, SANCTIONS, Level, Sanction

HOUSE = Path(__file__).parent.parent
BASIS = "Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin Pegawai Negeri Sipil"
CONFIG = f"""
[office]
name = "PEMERINTAH KOTA CONTOH"
agency = "BADAN KEPEGAWAIAN"
place = "Kota Contoh"
[board]
basis = ["{BASIS}"]
[press]
contact = ["Bidang Informasi"]
[signatories.board]
name = "KEPALA CONTOH"
position = "KEPALA BADAN KEPEGAWAIAN"
nip = "197001011995031001"
"""
LAW = """
[discipline]
pppk_name = "Peraturan Wali Kota Nomor 7"
[[discipline.pppk]]
days = 2
level = "ringan"
sanction = "potongan honorarium setempat"
"""
PEOPLE = (
    "ARUM",
    "BIMA",
    "CITRA",
    "DAMAR",
    "ELOK",
    "FAJAR",
    "GALIH",
    "HESTI",
    "INTAN",
    "JAYA",
    "KIRANA",
    "LARAS",
    "MEGA",
)
NIPS = [f"19850101201001{1 + number % 2}{number:03d}" for number in range(1, len(PEOPLE) + 1)]
WEEKS = (range(2, 7), range(9, 14))
PERIODS = {"apel-pagi": "2026-03-02..2026-03-05", "kerja": "2026-03-02..2026-03-13"}
NUMBER = "800.1.6.2/15/2026"
ENDINGS = (".pdf", ".xlsx", ".html", ".txt")


def attendance(apel: Apel) -> None:
    """Two weeks: seven people were never there, the others less and less away; a unit has not reported."""
    apel("config", "import", apel.file("c.toml", CONFIG))
    units = ["DINAS SATU"] * 6 + ["DINAS DUA"] * 6 + ["BAGIAN TIGA"]
    status = ["PNS"] * 10 + ["CPNS", "PPPK", "PNS"]
    rows = zip(NIPS, PEOPLE, units, status, strict=True)
    roster = "\n".join(["NIP;NAMA;UNIT KERJA;STATUS", *(";".join(row) for row in rows)])
    apel("staff", "import", apel.file("r.csv", roster), "--from", "2026-01-01")
    apel("leave", "add", NIPS[1], "S", "--from", "2026-03-02", "--number", "RS-MELATI/7", "--note", "demam berdarah")
    apel("leave", "add", NIPS[2], "CT", "--from", "2026-03-02", "--number", "CUTI/8")
    for kind in PERIODS:
        days = [f"2026-03-{day:02d}" for week in WEEKS for day in week]
        lines = [
            f"{nip};{day};{'TK' if at < 7 or number <= 10 - at else 'H'}"
            for at, nip in enumerate(NIPS)
            for number, day in enumerate(days, 1)
        ]
        apel("roll", "import", apel.file("roll.csv", "\n".join(["NIP;TANGGAL;KODE", *lines])), "--kind", kind)
        for unit in ("DINAS SATU", "DINAS DUA"):
            closing = ("--unit", unit, "--signed-by", "KEPALA SATU")
            apel("roll", "close", "2026-03-02..2026-03-13", "--kind", kind, *closing)


def discipline(apel: Apel) -> None:
    """A case at every step, every sanction, all kinds of origins and outcomes; the table of the office for PPPK."""
    apel("config", "import", apel.file("c.toml", CONFIG + LAW))
    levels, origins = list(Level), list(Origin)
    found = [(NIPS[0], case("PD-0/2026", "2026-03-16", origin=Origin.KEHADIRAN))]
    for at, step in enumerate(Step):
        what = {Step.KEPUTUSAN: " berat pdhtaps", Step.SELESAI: " tidak-terbukti"}.get(step, "")
        origin = origins[at % len(origins)]
        one = case(f"PD-{at + 1}/2026", "2026-03-16", f"{step} 2026-03-17{what}", origin=origin, level=levels[at % 3])
        found.append((NIPS[at % len(NIPS)], one))
    for at, slug in enumerate(Sanction):
        one = case(f"PD-{at + 50}/2026", "2026-03-16", f"keputusan 2026-03-17 {levels[at % 3]} {slug}")
        found.append((NIPS[at % len(NIPS)], one))
    put(apel, *found)


def documents(apel: Apel) -> Iterator[tuple[str, str]]:
    """Every public document in every way in which it can be made: what it is, and all that can be read in it."""
    number = 0

    def made(*words: str, ending: str) -> tuple[str, str]:
        nonlocal number
        number += 1
        path = apel.folder / f"dokumen-{number}{ending}"
        said = spoken(apel, *words, "-o", str(path))
        return " ".join((*words, ending)), said.replace(str(path), "") + "\n" + read(path)

    for kind, ending in product(PERIODS, (*ENDINGS, "")):
        period = PERIODS[kind]
        for group, more in product(("unit", "none"), ((), ("--number", NUMBER, "--dated", "2026-03-30"))):
            words = ("board", "draft", period, "--kind", kind, "--group", group, *more)
            yield made(*words, ending=ending) if ending else (" ".join(words), spoken(apel, *words))
    for at, (kind, group) in enumerate(product(PERIODS, ("unit", "none"))):
        posted, ralat = f"{NUMBER}/{at}", f"{NUMBER}/R{at}"
        words = ("board", "post", PERIODS[kind], "--kind", kind, "--group", group, "--number", posted)
        yield " ".join(words), spoken(apel, *words)
        yield from printed(apel, posted, made)
        note = ("--note", "radang paru") if not at else ("--note", "cuti")
        letter = ("leave", "add", NIPS[3 + at], "S" if not at else "CAP", "--from", "2026-03-02", "--to", "2026-03-13")
        apel(*letter, "--number", f"SURAT-{at}", *note)
        yield made("board", "ralat", posted, "--number", f"{ralat}/kering", "--dry-run", ending=".pdf")[0], ""
        words = ("board", "ralat", posted, "--number", ralat)
        yield " ".join(words), spoken(apel, *words)
        yield from printed(apel, ralat, made)
        yield from printed(apel, posted, made)
    for form in ("table", "csv", "json"):
        yield f"board list {form}", spoken(apel, "board", "list", "--format", form)
    for ending in (".csv", ".json", ".xlsx"):
        yield made("board", "list", ending=ending)
    papers = (("A4", "5"), ("F4", "6"), ("F4-210", "5"))
    for kind, ending, (paper, small), draft in product(PERIODS, (".pdf", ".docx"), papers, ((), ("--draft",))):
        words = ("press", PERIODS[kind], "--kind", kind, "--paper", paper, "--small", small)
        yield made(*words, "--number", f"480/{kind}/{small}", *draft, ending=ending)
    for kind, ending in product(PERIODS, (".csv", ".json", ".xlsx")):
        yield made("status", "2026-03-05", "--kind", kind, ending=ending)


def printed(apel: Apel, number: str, made: object) -> Iterator[tuple[str, str]]:
    """A paper of the board as it is printed again, on screen and in every file; and what its code says."""
    yield f"board print {number}", spoken(apel, "board", "print", number)
    for ending in ENDINGS:
        yield made("board", "print", number, ending=ending)  # type: ignore[operator]
    for form in ("table", "json"):
        yield f"board verify {number} {form}", spoken(apel, "board", "verify", number, "--format", form)


def spoken(apel: Apel, *words: str) -> str:
    """What a command says, in Indonesian."""
    result = apel.run(*words, APEL_LANG="id", COLUMNS="200")
    assert result.exit_code == 0, (words, result.output)
    return result.output


def read(path: Path) -> str:
    """All that can be read in a file: its pages, sheets and paragraphs, hidden or not, and what it says of itself."""
    if not path.exists():
        return ""  # a rehearsal writes none
    if path.suffix == ".pdf":
        pages = PdfReader(path)
        assert not pages.attachments
        return "\n".join([*(page.extract_text() for page in pages.pages), *map(str, (pages.metadata or {}).values())])
    if path.suffix in (".xlsx", ".docx"):
        with ZipFile(path) as parts:
            names = [name for name in parts.namelist() if name.endswith((".xml", ".rels")) and "styles" not in name]
            return "\n".join(re.sub(r"<[^>]+>", " ", parts.read(name).decode()) for name in names)
    text = path.read_text("utf-8-sig")
    return re.sub(r"<style>.*?</style>|<svg.*?</svg>", " ", text, flags=re.S)


SECRET = (
    *SANCTIONS.values(),
    *(slug.value for slug in Sanction),
    *ORIGINS.values(),
    *OUTCOMES.values(),
    *STEPS.values(),
    *(word for law in REGULATIONS for word in (law.name, law.duty, law.yearly, *(tier.article for tier in law.tiers))),
    *(tier.interim for law in REGULATIONS for tier in law.tiers if tier.interim),
    *(word for word in PPPK_HINT.split(" / ")),
)
WORDS = re.compile(
    r"hukuman|disiplin|sanksi|teguran|tidak puas|pemotongan|potongan|tunjangan|\bTPP\b|tukin|penurunan|pembebasan|"
    r"pemberhentian|penundaan|\bringan\b|\bsedang\b|\bberat\b|pasal|\bayat\b|\bPP\b|perkara|panggilan|"
    r"\bBAP\b|pelanggaran|keputusan|banding|BPASN|gaji|honorarium|PD-\d|R\.[a-z0-9-]+/20|RAHASIA|\bPPPK\b|\bCPNS\b|"
    r"sakit|cuti|\bizin\b|dinas luar|demam|radang|MELATI|SURAT-\d|"
    r"\b\d{18}\b|\b\d{8} \d{6} \d \d{3}\b",
    re.IGNORECASE,
)
OWN = (BASIS, "197001011995031001", "19700101 199503 1 001")
"""What the office itself wants to be printed: its legal basis, and on paper that is signed the NIP of who signs it."""

Made = dict[str, str]


@pytest.fixture(scope="module")
def both(template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Made, Made]:
    """What both offices made, by what it is: the one with all that is secret, and its twin without."""
    folder = tmp_path_factory.mktemp("privacy")
    base = Apel(Path(shutil.copyfile(template, folder / "apel.db")), folder)
    attendance(base)
    offices = []
    for name in ("secret", "plain"):
        (folder / name).mkdir()
        offices.append(Apel(Path(shutil.copyfile(base.database, folder / name / "apel.db")), folder / name))
    discipline(offices[0])
    assert len(offices[0].json("discipline", "2026")["people"]) >= 8
    return dict(documents(offices[0])), dict(documents(offices[1]))


def flat(text: str) -> str:
    """A text in one line, without what the office itself wants to be printed."""
    text = " ".join(text.split())
    for own in OWN:
        text = text.replace(own, "")
    return text


def test_no_public_document_says_a_word_of_it(both: tuple[Made, Made]) -> None:
    made, _plain = both
    assert len(made) > 120
    found = {}
    for what, text in made.items():
        shown = flat(text)
        words = {hit[0] for hit in WORDS.finditer(shown)} | {word for word in SECRET if word.lower() in shown.lower()}
        if words:
            found[what] = words
    assert found == {}


def test_it_says_the_same_as_in_an_office_without_any_case(both: tuple[Made, Made]) -> None:
    """The numbers and hashes of the journal apart, which count entries of cases too."""
    marks = re.compile(
        r"Jurnal nomor [\d.]+|jurnal nomor [\d.]+|[Ee]ntri[: ]+[\d.]+|\"entry\": \d+|\b[0-9a-f]{8}( [0-9a-f]{8})+\b|"
        r"\b[0-9a-f]{12,64}\b|\d{4}-\d\d-\d\dT[\d:]+Z|cetak:\d+"
    )
    secret, plain = both
    assert list(secret) == list(plain)
    for what, text in secret.items():
        assert marks.sub("#", flat(text)) == marks.sub("#", flat(plain[what])), what


def test_the_documents_were_read(both: tuple[Made, Made]) -> None:
    """That nothing was found is worth something only where there was something to be found."""
    made, _plain = both
    for what, text in made.items():
        if "board draft" in what or "board print" in what:
            assert PEOPLE[0] in text or "ralat" in text.lower(), what
        if "kering" not in what:
            assert len(flat(text)) > 60, what
    assert all(BASIS in " ".join(text.split()) for what, text in made.items() if what.startswith("board draft"))


@pytest.mark.parametrize("said", [*SANCTIONS.values(), *(tier.article for law in REGULATIONS for tier in law.tiers)])
def test_the_search_would_find_it(said: str) -> None:
    assert WORDS.search(f"ARUM, {said}.")


def test_whom_the_law_reaches_is_named_on_the_board_by_absences_only(both: tuple[Made, Made]) -> None:
    made, _plain = both
    screen = made["board draft 2026-03-02..2026-03-13 --kind kerja --group unit"]
    assert re.search(r"ARUM +10 dari 10 hari", screen)


SECRETS = re.compile(
    r"case|cases|case_.+|disciplin.*|law|clocks|procedure|paths|breaches|dockets?|appointments|reaching"
)


def contract(name: str) -> tuple[list[str], list[str]]:
    """The modules that a contract of .importlinter speaks of, and those that it forbids them."""
    read = configparser.ConfigParser()
    read.read(HOUSE / ".importlinter", "utf-8")
    section = read[f"importlinter:contract:{name}"]
    return section["source_modules"].split(), section["forbidden_modules"].split()


def modules(*folders: str) -> list[str]:
    """The modules of some folders."""
    return [
        f"attendance.{folder}.{path.stem}"
        for folder in folders
        for path in (HOUSE / "attendance" / folder).glob("*.py")
    ]


def test_the_contracts_know_every_module_of_discipline() -> None:
    _sources, beyond = contract("public")
    _sources, forbidden = contract("posting")
    secret = [one for one in modules("rules", "ledger", "publish", "commands") if SECRETS.fullmatch(one.split(".")[-1])]
    assert sorted(secret) == sorted({*forbidden} - {"attendance.disciplinary"})
    assert sorted(beyond) == sorted(["attendance.disciplinary", *(one for one in secret if ".rules." in one)])


def test_the_contracts_know_every_module_of_a_public_document() -> None:
    """Whatever is called after the board and the press, and whatever the commands of these two print with."""
    sources = [one for name in ("public", "posting") for one in contract(name)[0]]
    named = re.compile(r"board.*|press.*|posting|notice.*|ralat.*|release.*|frozen|clearing|genuine|confirming.*|seals")
    public = [one for one in modules("rules", "publish", "commands") if named.fullmatch(one.split(".")[-1])]
    assert sorted({*public} - {*sources}) == []
