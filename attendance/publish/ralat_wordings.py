"""Ralat wordings: what the correction of a notice says, word for word; whom it clears it tells no reason for."""

from __future__ import annotations

from collections.abc import Callable

from attendance.publish import formats, signatures, wordings
from attendance.publish.wordings import Clause, Line, Section, Wording
from attendance.rules.ralats import Change, Ralat, cleared

GONE = "tidak termasuk dalam daftar"


def worded(ralat: Ralat, show: Callable[[str], str] = formats.safe, *, signatory_nip: bool = False) -> Wording:
    """The words of a ralat; `show` makes what came from outside harmless for the medium."""
    office, deed = ralat.office, wordings.deed(ralat.kind, ralat.never)
    notice = f"Pengumuman Nomor {show(ralat.corrects)} tanggal {formats.plain_day(ralat.posted)}"
    return Wording(
        letterhead=(show(office.name), show(office.agency)),
        address=tuple(map(show, office.address)),
        number=f"NOMOR {show(ralat.number)}",
        subject=f"RALAT ATAS PENGUMUMAN NOMOR {show(ralat.corrects)} TENTANG DAFTAR APARATUR SIPIL NEGARA YANG "
        f"{deed.upper()}",
        period=formats.titled(ralat.period).upper(),
        basis=(),
        opening=f"Sehubungan dengan {notice} tentang Daftar Aparatur Sipil Negara yang {deed} periode "
        f"{formats.period(ralat.period)}, setelah dilakukan pemeriksaan kembali, dengan ini diumumkan ralat sebagai "
        "berikut:",
        headings=("No.", "Nama", "Semula tertulis", "Seharusnya"),
        sections=_sections(ralat, show),
        clauses=_clauses(ralat, notice),
        closing="Demikian ralat ini disampaikan untuk diketahui dan merupakan bagian yang tidak terpisahkan dari "
        "pengumuman dimaksud.",
        issued=(
            f"Dikeluarkan di {show(office.place) or '.' * 20}",
            f"pada tanggal {formats.plain_day(ralat.dated)}",
        ),
        above=tuple(map(show, signatures.above(ralat.signatory))),
        name=show(signatures.name(ralat.signatory)),
        below=tuple(map(show, signatures.below(ralat.signatory, nip=signatory_nip))),
        foot=f"Jurnal nomor {ralat.entry}, sidik {wordings.grouped(ralat.head)}",
        stamp="",
        remove_on=formats.plain_day(ralat.remove_on),
    )


def _sections(ralat: Ralat, show: Callable[[str], str]) -> tuple[Section, ...]:
    by_unit: dict[str, list[Line]] = {}
    for number, change in enumerate(ralat.changes, 1):
        name = wordings.called(change.before, show)
        line = Line(f"{formats.number(number)}.", name, _now(ralat, change), _figure(ralat, change))
        by_unit.setdefault(show(change.unit), []).append(line)
    return tuple(Section(unit, tuple(lines)) for unit, lines in by_unit.items())


def _figure(ralat: Ralat, change: Change) -> str:
    return f"{change.before.absent} dari {change.before.required} {wordings.noun(ralat.kind)}"


def _now(ralat: Ralat, change: Change) -> str:
    if change.after is None:
        return GONE
    return f"{change.after.absent} dari {change.after.required} {wordings.noun(ralat.kind)}"


def _clauses(ralat: Ralat, notice: str) -> tuple[Clause, ...]:
    """That they are cleared, that the rest stands, and that one is sorry."""
    found = []
    if cleared(ralat.changes):
        found.append(
            f"Pegawai yang pada kolom Seharusnya tertulis \u201c{GONE}\u201d dinyatakan tidak termasuk dalam daftar "
            f"pada {notice}, dan namanya tidak dicantumkan lagi dalam cetakan berikutnya."
        )
    found += [
        f"Hal-hal lain dalam {notice} dinyatakan tetap berlaku.",
        "Atas kekeliruan tersebut kami menyampaikan permohonan maaf kepada pegawai yang bersangkutan.",
        f"Ralat ini dilepas dari papan pada hari {formats.day(ralat.remove_on)}.",
    ]
    return tuple(map(Clause, found))
