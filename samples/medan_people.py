"""Invented civil servants: names, NIPs, ranks and posts that look right and belong to nobody.

Serial numbers in the NIPs lie between 501 and 999, which real appointments of one day hardly ever reach, so that no
invented number is likely to be somebody's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

KEADAAN = date(2019, 3, 1)

MEN = """Ahmad Fauzi Hendra Irwan Dedi Rudi Yusuf Iqbal Fadli Rizal Ilham Zulfikar Hamdan Syahrul Taufik Ridwan Anwar
Bakti Chairul Darma Edi Faisal Gunawan Hasan Imam Junaidi Khairul Lukman Mulia Nasrun Oskar Parlin Rahmat Sofyan
Togar Umar Wahyu Yanto Zainal Andika Bonar Daniel Ferdinan Hotman Jonatan Marlon Rikardo Samuel Tigor Ma'ruf"""
WOMEN = """Ayu Citra Dewi Elvira Fitri Hanum Indah Juliana Kartika Lestari Maya Nur'aini Oktavia Puspita Ratna Sari
Tiurma Ulfa Vina Wulan Yuliana Zahara Aisyah Bunga Desi Erlina Farida Halimah Irma Khadijah Laila Melati Nurmala
Rahayu Rosdiana Salmah Suryani Tetty Veronika Winda Yanti Asmara Berliana Dahlia Herlina Marlina Novita"""
SECOND_MEN = """Akbar Bahari Cahyadi Darmawan Effendi Firmansyah Ginanjar Hakim Ibrahim Jaya Kurnia Laksana Maulana
Nugraha Oktavian Perdana Qodri Ramadhan Saputra Tamara Utama Viktor Wibawa Yudistira Zulkarnain Adrian Bastian
Kelana Pamungkas Sanjaya"""
SECOND_WOMEN = """Amelia Bestari Cahyani Damayanti Emilia Febriani Gayatri Handayani Islami Jelita Kirana Larasati
Mutiara Ningrum Olivia Permata Qonita Rahmadani Safitri Tiara Utami Valentina Wardani Yasmin Zakiyah Anggraini
Bintari Kencana Pertiwi Sekarini"""
ONE_WORD_MEN = ("Poniman", "Legiman", "Tukiran", "Saidin")
ONE_WORD_WOMEN = ("Rusmini", "Suharti", "Mariani", "Ngatinah")

PANGKAT = {
    "II/a": "Pengatur Muda",
    "II/b": "Pengatur Muda Tingkat I",
    "II/c": "Pengatur",
    "II/d": "Pengatur Tingkat I",
    "III/a": "Penata Muda",
    "III/b": "Penata Muda Tingkat I",
    "III/c": "Penata",
    "III/d": "Penata Tingkat I",
    "IV/a": "Pembina",
    "IV/b": "Pembina Tingkat I",
    "IV/c": "Pembina Utama Muda",
}
LADDER = list(PANGKAT)
# education: first golongan, last golongan that years of service alone can reach
SCHOOLING = {"SMA": ("II/a", "III/b"), "D3": ("II/c", "III/c"), "S1": ("III/a", "III/d"), "S2": ("III/b", "IV/b")}
DEGREES = {
    "D3": ("A.Md.",),
    "S1": ("S.E.", "S.Sos.", "S.H.", "S.Kom.", "S.T.", "S.IP.", "S.STP.", "S.Pd."),
    "S2": ("S.E., M.Si.", "S.Sos., M.AP.", "S.H., M.H.", "S.T., M.T.", "S.STP., M.Si.", "S.Kom., M.Kom."),
}
POSTED = (date(2015, 2, 16), date(2017, 1, 3), date(2017, 9, 15), date(2018, 1, 8), date(2018, 12, 31))
CLERKS = (
    "Pengadministrasi Umum",
    "Pengadministrasi Kepegawaian",
    "Pengadministrasi Keuangan",
    "Pengelola Barang Milik Daerah",
    "Pengelola Surat",
    "Bendahara",
    "Pranata Kearsipan",
)
ANALYSTS = ("Analis Kebijakan", "Analis Perencanaan", "Penyusun Program", "Penelaah Data", "Verifikator Keuangan")


@dataclass(slots=True)
class Person:
    """One invented civil servant as the roster of March 2019 shows him."""

    name: str
    before: str
    after: str
    nip: str
    born: date
    appointed: date
    woman: bool
    status: str
    golongan: str
    golongan_since: date
    unit: str
    position: str = ""
    position_since: date = KEADAAN
    echelon: str = "-"
    pin: int = 0

    @property
    def full_name(self) -> str:
        """Name in capitals with the titles before and after, as a roster prints it."""
        front = f"{self.before} " if self.before else ""
        back = f", {self.after}" if self.after else ""
        return f"{front}{self.name.upper()}{back}"

    @property
    def spaced_nip(self) -> str:
        """The NIP in the groups in which letters print it."""
        return f"{self.nip[:8]} {self.nip[8:14]} {self.nip[14]} {self.nip[15:]}"

    @property
    def pangkat(self) -> str:
        """Rank by name; candidates have a golongan but no rank yet."""
        return "-" if self.status == "CPNS" else PANGKAT[self.golongan]

    @property
    def service(self) -> tuple[int, int]:
        """Years and months in service at the date of the roster."""
        months = (KEADAAN.year - self.appointed.year) * 12 + KEADAAN.month - self.appointed.month
        return divmod(months, 12)


class People:
    """Makes people, never the same name or NIP twice."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.names: set[str] = set()
        self.nips: set[str] = set()

    def servant(self, unit: str) -> Person:
        """An ordinary PNS of any age and schooling."""
        rng = self.rng
        born = date(rng.choice(range(1961, 1994)), rng.randint(1, 12), rng.randint(1, 28))
        year = min(born.year + rng.randint(20, 32), 2017)
        appointed = date(year, rng.choice((1, 2, 3, 4, 12)), 1)
        schooling = rng.choices(("SMA", "D3", "S1", "S2"), (30, 12, 42, 16))[0]
        return self._make(unit, born, appointed, schooling, "PNS")

    def head(self, unit: str) -> Person:
        """Somebody senior enough to lead a unit."""
        born = date(self.rng.choice(range(1962, 1972)), self.rng.randint(1, 12), self.rng.randint(1, 28))
        appointed = date(born.year + self.rng.randint(22, 26), 3, 1)
        return self._make(unit, born, appointed, "S2", "PNS")

    def candidate(self, unit: str, appointed: date) -> Person:
        """A CPNS of the intake of 2018, appointed in February or March 2019."""
        born = date(self.rng.choice(range(1987, 1997)), self.rng.randint(1, 12), self.rng.randint(1, 28))
        return self._make(unit, born, appointed, self.rng.choice(("S1", "S1", "D3")), "CPNS")

    def _make(self, unit: str, born: date, appointed: date, schooling: str, status: str) -> Person:
        woman = self.rng.random() < 0.47
        golongan, since = _golongan(schooling, appointed, status)
        before, after = self._titles(schooling, born, woman)
        name = self._name(woman)
        nip = self._nip(born, appointed, woman)
        return Person(name, before, after, nip, born, appointed, woman, status, golongan, since, unit)

    def _titles(self, schooling: str, born: date, woman: bool) -> tuple[str, str]:
        if schooling == "SMA":
            before, after = "", ""
        elif schooling in ("S1", "S2") and born.year < 1970 and self.rng.random() < 0.4:
            before, after = ("Dra." if woman else "Drs."), ("M.Si." if schooling == "S2" else "")
        else:
            before, after = "", self.rng.choice(DEGREES[schooling])
        if born.year < 1980 and self.rng.random() < 0.12:
            before = f"{before} {'Hj.' if woman else 'H.'}".strip()
        return before, after

    def _name(self, woman: bool) -> str:
        first, second = (WOMEN, SECOND_WOMEN) if woman else (MEN, SECOND_MEN)
        while True:
            name = f"{self.rng.choice(first.split())} {self.rng.choice(second.split())}"
            if name not in self.names:
                self.names.add(name)
                return name

    def _nip(self, born: date, appointed: date, woman: bool) -> str:
        while True:
            nip = f"{born:%Y%m%d}{appointed:%Y%m}{2 if woman else 1}{self.rng.randint(501, 999)}"
            if nip not in self.nips:
                self.nips.add(nip)
                return nip


def _golongan(schooling: str, appointed: date, status: str) -> tuple[str, date]:
    """Golongan after four years a step, and the date since which it is held."""
    first, last = (LADDER.index(step) for step in SCHOOLING[schooling])
    if status == "CPNS":
        return LADDER[first], appointed
    steps = min((2018 - appointed.year) // 4, last - first)
    month = 4 if appointed.month in (1, 2, 3, 4) else 10
    return LADDER[first + steps], date(min(appointed.year + 4 * steps, 2018), month, 1) if steps else appointed


def give_posts(staff: list[Person], title: str, echelon: str, rng: Random) -> None:
    """Order a unit as a DUK does and hand out its posts: the head first, then the echelons below, then the rest."""
    head, *others = staff
    head.position, head.echelon, head.golongan = title, echelon, "IV/c" if echelon.startswith("II.") else "IV/b"
    head.golongan_since = date(2017, 4, 1)
    others.sort(key=lambda person: (-LADDER.index(person.golongan), person.golongan_since, person.appointed))
    others.sort(key=lambda person: person.status == "CPNS")
    staff[1:] = others
    for person, (name, level) in zip(others, _lower_posts(echelon, len(staff)), strict=False):
        person.position, person.echelon = name, level
    for person in staff:
        if not person.position:
            person.position = _plain_post(person, title, rng)
        later = [day for day in POSTED if day > person.appointed]
        person.position_since = rng.choice(later) if later else person.appointed


def _lower_posts(echelon: str, size: int) -> list[tuple[str, str]]:
    if echelon.startswith("II."):
        middle = max(2, size // 18)
        posts = [("Sekretaris", "III.a")]
        posts += [(f"Kepala Bidang {roman(number)}", "III.b") for number in range(1, middle + 1)]
        posts += [("Kepala Subbagian Umum", "IV.a"), ("Kepala Subbagian Keuangan", "IV.a")]
        return posts + [(f"Kepala Subbidang {roman(number)}", "IV.a") for number in range(1, middle + 1)]
    return [(f"Kepala Subbagian {roman(number)}", "IV.a") for number in range(1, 4)]


def _plain_post(person: Person, title: str, rng: Random) -> str:
    if title == "Inspektur" and person.golongan >= "III/a" and person.status == "PNS":
        return rng.choice(("Auditor Pertama", "Auditor Muda", "Pengawas Pemerintahan Pertama"))
    return rng.choice(CLERKS if person.golongan.startswith("II/") else ANALYSTS + CLERKS[:2])


def roman(number: int) -> str:
    """1 as I, 4 as IV, 26 as XXVI."""
    words = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))
    text = ""
    for sign, value in words:
        while number >= value:
            text, number = text + sign, number - value
    return text
