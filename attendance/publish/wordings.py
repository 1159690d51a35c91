"""Wordings: what a notice says, word for word, whatever it is printed on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from attendance.publish import formats, signatures
from attendance.rules.kinds import NAMES, Kind
from attendance.rules.notices import Named, Notice, Silent

FEW = 10
"""So many session days are named in the opening; more are only counted."""

NOUNS = {Kind.UPACARA: "upacara", Kind.SENAM: "senam", Kind.KEGIATAN: "kegiatan", Kind.KERJA: "hari kerja"}
"""What one session is called in "4 dari 4 ..."; the others are all called apel."""


@dataclass(frozen=True, slots=True)
class Line:
    """One person: running number, name, figure."""

    number: str
    name: str
    figure: str


@dataclass(frozen=True, slots=True)
class Section:
    """One unit and its people."""

    unit: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered clause after the list, with what it counts up."""

    text: str
    items: tuple[str, ...] = ()
    after: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """A notice in ready sentences, in the order in which they are read."""

    letterhead: tuple[str, str]  # government, agency
    address: tuple[str, ...]
    number: str
    subject: str
    period: str
    basis: tuple[str, ...]
    opening: str
    headings: tuple[str, str, str]
    sections: tuple[Section, ...]
    clauses: tuple[Clause, ...]
    closing: str
    issued: tuple[str, str]
    above: tuple[str, ...]
    name: str
    below: tuple[str, ...]
    foot: str
    stamp: str  # SEMENTARA, or empty


def worded(notice: Notice, show: Callable[[str], str] = formats.safe, *, signatory_nip: bool = False) -> Wording:
    """The words of a notice; `show` makes what came from outside harmless for the medium.

    A wall gets no NIP, so the one who signs has none either unless `signatory_nip` asks for it.
    """
    office, sort = notice.office, "SEMENTARA " if notice.provisional else ""
    return Wording(
        letterhead=(show(office.name), show(office.agency)),
        address=tuple(map(show, office.address)),
        number=f"NOMOR {show(notice.number) or '.' * 30}",
        subject=f"DAFTAR {sort}APARATUR SIPIL NEGARA YANG {_deed(notice).upper()}",
        period=formats.titled(notice.period).upper(),
        basis=tuple(map(show, notice.basis)),
        opening=_opening(notice),
        headings=("No.", "Nama", "Jumlah tidak hadir"),
        sections=_sections(notice, show),
        clauses=_clauses(notice, show),
        closing="Demikian pengumuman ini disampaikan untuk diketahui.",
        issued=(
            f"Dikeluarkan di {show(office.place) or '.' * 20}",
            f"pada tanggal {formats.plain_day(notice.dated)}",
        ),
        above=tuple(map(show, signatures.above(notice.signatory))),
        name=show(signatures.name(notice.signatory)),
        below=tuple(map(show, signatures.below(notice.signatory, nip=signatory_nip))),
        foot=f"Jurnal nomor {notice.entry}, sidik {_grouped(notice.head)}",
        stamp="SEMENTARA" if notice.provisional else "",
    )


def noun(kind: Kind) -> str:
    """What one session is called when sessions are counted."""
    return NOUNS.get(kind, "apel")


def _deed(notice: Notice) -> str:
    """What is said of everyone on the list; "never" only where it is true of each of them."""
    people = [person for group in notice.groups for person in group.people]
    never = all(person.absent == person.required for person in people)
    deed = "masuk kerja" if notice.kind is Kind.KERJA else f"mengikuti {NAMES[notice.kind].lower()}"
    return f"tidak pernah {deed}" if never else f"tidak {deed} tanpa keterangan"


def _opening(notice: Notice) -> str:
    count = len(notice.days)
    which = f", yaitu tanggal {formats.days(notice.days)}" if 0 < count <= FEW else ""
    sessions = f"{formats.number(count)} {'' if notice.kind is Kind.KERJA else 'kali '}{noun(notice.kind)}"
    roll = "kerja" if notice.kind is Kind.KERJA else NAMES[notice.kind].lower()
    based = (
        f"Berdasarkan rekapitulasi daftar hadir {roll} periode {formats.period(notice.period)} "
        f"({sessions}{which}), dengan ini diumumkan"
    )
    deed = _deed(notice)
    if not notice.people:
        return f"{based} bahwa tidak ada Aparatur Sipil Negara yang {deed} (NIHIL)."
    people = formats.number(notice.people)
    reason = " dan tidak menyampaikan keterangan" if deed.startswith("tidak pernah") else ""
    return f"{based} {people} orang Aparatur Sipil Negara yang {deed}{reason} pada periode tersebut, sebagai berikut:"


def _sections(notice: Notice, show: Callable[[str], str]) -> tuple[Section, ...]:
    number, sections = 0, []
    for group in notice.groups:
        lines = []
        for person in group.people:
            number += 1
            lines.append(_line(f"{formats.number(number)}.", person, notice.kind, show))
        sections.append(Section(show(group.unit), tuple(lines)))
    return tuple(sections)


def _line(number: str, person: Named, kind: Kind, show: Callable[[str], str]) -> Line:
    name = show(person.name) + (f" (NIP berakhiran {person.digits})" if person.digits else "")
    return Line(number, name, f"{person.absent} dari {person.required} {noun(kind)}")


def _clauses(notice: Notice, show: Callable[[str], str]) -> tuple[Clause, ...]:
    """Who has not reported, how to object, when the notice comes down."""
    objection = Clause(
        "Pegawai yang berkeberatan atas data dalam pengumuman ini dapat mengajukan koreksi secara tertulis, disertai "
        "bukti, kepada pengelola kepegawaian pada unit kerja masing-masing paling lambat hari "
        f"{formats.day(notice.correct_by)}."
    )
    removal = Clause(f"Pengumuman ini dilepas dari papan pada hari {formats.day(notice.remove_on)}.")
    return (*_silent(notice.silent, show), objection, removal)


def _silent(silent: tuple[Silent, ...], show: Callable[[str], str]) -> tuple[Clause, ...]:
    if not silent:
        return ()
    items = tuple(f"{show(line.unit)} ({_days(line)})" for line in silent)
    return (
        Clause(
            "Unit kerja berikut belum menyampaikan daftar hadir yang disahkan oleh kepala unit:",
            items,
            "Karena itu, tidak seorang pun pegawai unit tersebut dicantumkan dalam daftar ini.",
        ),
    )


def _days(line: Silent) -> str:
    return formats.days(line.days) if len(line.days) <= FEW else f"{formats.number(len(line.days))} hari"


def _grouped(digits: str) -> str:
    """A hash in groups of eight, which two people can compare aloud, and which no NIP can be mistaken for."""
    return " ".join(digits[i : i + 8] for i in range(0, len(digits), 8))
