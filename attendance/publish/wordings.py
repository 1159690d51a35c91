"""Wordings: what a notice says, word for word, whatever it is printed on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from attendance.publish import formats, signatures
from attendance.rules.kinds import NAMES, Kind
from attendance.rules.notices import Named, Notice, Reprint, Silent, never

FEW = 10
"""So many session days are named in the opening; more are only counted."""

NOUNS = {Kind.UPACARA: "upacara", Kind.SENAM: "senam", Kind.KEGIATAN: "kegiatan", Kind.KERJA: "hari kerja"}
"""What one session is called in "4 dari 4 ..."; the others are all called apel."""


@dataclass(frozen=True, slots=True)
class Line:
    """One person: running number, name, figure; `beside` stands between name and figure where the list has that."""

    number: str
    name: str
    figure: str
    beside: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of the row."""
        return (self.number, self.name, *filter(None, (self.beside,)), self.figure)


@dataclass(frozen=True, slots=True)
class Section:
    """One unit and its people; no unit where all stand in one list."""

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
    headings: tuple[str, ...]  # three, or four where something stands beside the names
    sections: tuple[Section, ...]
    clauses: tuple[Clause, ...]
    closing: str
    issued: tuple[str, str]
    above: tuple[str, ...]
    name: str
    below: tuple[str, ...]
    foot: str
    stamp: str  # SEMENTARA, or empty
    remove_on: str  # when it comes down, for a page that shows it all the time


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
        headings=("No.", "Nama", *(("Unit kerja",) if notice.together else ()), "Jumlah tidak hadir"),
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
        foot=f"Jurnal nomor {notice.entry}, sidik {grouped(notice.head)}{_reprinted(notice.reprint)}",
        stamp="SEMENTARA" if notice.provisional else "",
        remove_on=formats.plain_day(notice.remove_on),
    )


def noun(kind: Kind) -> str:
    """What one session is called when sessions are counted."""
    return NOUNS.get(kind, "apel")


def deed(kind: Kind, never: bool) -> str:
    """What is said of everyone on a list."""
    done = "masuk kerja" if kind is Kind.KERJA else f"mengikuti {NAMES[kind].lower()}"
    return f"tidak pernah {done}" if never else f"tidak {done} tanpa keterangan"


def _deed(notice: Notice) -> str:
    return deed(notice.kind, never(notice))


def _reprinted(reprint: Reprint | None) -> str:
    return f"; dicetak ulang menurut jurnal nomor {reprint.entry}" if reprint else ""


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
    if not notice.people and notice.provisional and notice.reprint is None:
        return (
            f"{based} bahwa belum ada nama yang dapat dicantumkan; unit kerja yang disebut di bawah ini belum "
            "menyampaikan daftar hadir yang disahkan."
        )
    if not notice.people:
        return f"{based} bahwa tidak ada Aparatur Sipil Negara yang {deed} (NIHIL)."
    people = formats.number(notice.people)
    reason = " dan tidak menyampaikan keterangan" if deed.startswith("tidak pernah") else ""
    return f"{based} {people} orang Aparatur Sipil Negara yang {deed}{reason} pada periode tersebut, sebagai berikut:"


def _sections(notice: Notice, show: Callable[[str], str]) -> tuple[Section, ...]:
    number, sections = 0, []
    for unit, people in _lists(notice):
        lines = []
        for person, beside in people:
            number += 1
            figure = f"{person.absent} dari {person.required} {noun(notice.kind)}"
            lines.append(Line(f"{formats.number(number)}.", called(person, show), figure, show(beside)))
        sections.append(Section(show(unit), tuple(lines)))
    return tuple(sections)


def _lists(notice: Notice) -> list[tuple[str, list[tuple[Named, str]]]]:
    """Each list with its title, and its people with what stands beside them."""
    if not notice.together:
        return [(group.unit, [(person, "") for person in group.people]) for group in notice.groups]
    whole = [(person, group.unit) for group in notice.groups for person in group.people]
    return [("", sorted(whole, key=lambda one: (one[0].name.casefold(), one[1])))] if whole else []


def called(person: Named, show: Callable[[str], str]) -> str:
    """The name, with the last digits of the NIP where a namesake stands in the unit."""
    return show(person.name) + (f" (NIP berakhiran {person.digits})" if person.digits else "")


def _clauses(notice: Notice, show: Callable[[str], str]) -> tuple[Clause, ...]:
    """Who has not reported, how to object, when the notice comes down."""
    objection = Clause(
        "Pegawai yang berkeberatan atas data dalam pengumuman ini dapat mengajukan koreksi secara tertulis, disertai "
        "bukti, kepada pengelola kepegawaian pada unit kerja masing-masing paling lambat hari "
        f"{formats.day(notice.correct_by)}."
    )
    removal = Clause(f"Pengumuman ini dilepas dari papan pada hari {formats.day(notice.remove_on)}.")
    return (*_silent(notice.silent, show), *_ralats(notice.reprint, show), objection, removal)


def _ralats(reprint: Reprint | None, show: Callable[[str], str]) -> tuple[Clause, ...]:
    """On a reprint: by which ralat it was corrected, and how much is gone from it, without a name or a reason."""
    if reprint is None:
        return ()
    by = [f"Ralat Nomor {show(number)} tanggal {formats.plain_day(on)}" for number, on in reprint.ralats]
    told = [f"Pengumuman ini telah diperbaiki dengan {formats.listed(by)}."] if by else []
    if reprint.gone:
        told.append(f"{formats.number(reprint.gone)} nama tidak lagi dicantumkan dalam cetakan ini.")
    if reprint.mended:
        told.append(f"{formats.number(reprint.mended)} angka telah diperbaiki dalam cetakan ini.")
    return (Clause(" ".join(told)),)


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


def grouped(digits: str) -> str:
    """A hash in groups of eight, which two people can compare aloud, and which no NIP can be mistaken for."""
    return " ".join(digits[i : i + 8] for i in range(0, len(digits), 8))
