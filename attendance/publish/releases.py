"""Releases: what a press edition says, word for word, whatever it is printed on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from attendance.publish import formats, signatures, tables
from attendance.publish.glyphs import printable
from attendance.publish.tables import Column, Table
from attendance.rules.kinds import NAMES, Kind
from attendance.rules.offices import Office, Signatory
from attendance.rules.periods import Period
from attendance.rules.press import DayRow, Edition, Figures, UnitRow

SMALL_UNITS = "Unit kerja kecil lainnya"
OTHER_DAYS = "Hari lainnya"
NO_RATE = "-"
FEW = 10
"""So many days are named in a sentence; more are only counted."""

SHORT = 3
"""Words no longer than this in the name of an office are taken for abbreviations: DKI, NTB."""

ROOMY = 16
"""So many bars of a chart have room for a decimal."""


@dataclass(frozen=True, slots=True)
class Release:
    """An edition with what the office puts around it. `labels` are names of units; the only person is who signs."""

    edition: Edition
    labels: Mapping[int, str]
    office: Office
    number: str
    dated: date
    signatory: Signatory | None
    contact: tuple[str, ...]
    entry: int  # the last entry of the journal that was read
    head: str  # the head hash of the journal at that entry
    digest: str  # of the figures
    paper: str = "A4"
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: what stands under it in two lines, its height of 0 to 1, its figure."""

    label: str
    below: str
    share: float
    figure: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A press edition in ready sentences, in the order in which they are read."""

    letterhead: tuple[str, str]  # government, agency
    address: tuple[str, ...]
    number: str
    subject: str
    period: str
    stamp: str
    lead: tuple[str, ...]
    silent: tuple[str, tuple[str, ...]]  # a sentence, and the lines it speaks of
    chart: str
    bars: tuple[Bar, ...]
    by_day: Table
    by_unit: Table
    shares: tuple[float | None, ...]  # of the units and of the whole, 0 to 1
    notes: tuple[str, ...]
    contact: tuple[str, ...]
    issued: tuple[str, ...]
    above: tuple[str, ...]
    name: str
    below: tuple[str, ...]
    foot: str


def worded(release: Release) -> Wording:
    """The words of a release. No NIP stands on it, not even that of who signs."""
    edition, office = release.edition, release.office
    units = sorted(edition.by_unit, key=lambda row: (len(row.units) > 1, _unit(row, release.labels).casefold()))
    bars, shares = _bars(edition), (*(row.figures.rate for row in units), edition.total.rate)
    sort = "SEMENTARA " if edition.provisional else ""
    return Wording(
        letterhead=(printable(office.name), printable(office.agency)),
        address=tuple(map(printable, office.address)),
        number=f"NOMOR {printable(release.number) or '.' * 30}",
        subject=f"TINGKAT KEHADIRAN {sort}APARATUR SIPIL NEGARA {_occasion(edition.kind).upper()}",
        period=formats.titled(edition.period).upper(),
        stamp="KONSEP" if release.draft else sort.strip(),
        lead=tuple(_lead(release)),
        silent=_silent(release),
        chart=f"Tingkat kehadiran {_occasion(edition.kind)} per {_step(edition)} (%)" if len(bars) > 1 else "",
        bars=bars if len(bars) > 1 else (),
        by_day=_by_day(edition),
        by_unit=_by_unit(edition, units, release.labels),
        shares=shares,
        notes=tuple(_notes(edition)),
        contact=tuple(map(printable, release.contact)),
        issued=(f"{printable(office.place) or '.' * 20}, {formats.plain_day(release.dated)}",),
        above=tuple(map(printable, signatures.above(release.signatory))),
        name=printable(signatures.name(release.signatory)),
        below=tuple(map(printable, signatures.below(release.signatory, nip=False))),
        foot=f"Jurnal nomor {release.entry}, sidik {_grouped(release.head)}. Sidik angka {_grouped(release.digest)}",
    )


def _occasion(kind: Kind) -> str:
    return "masuk kerja" if kind is Kind.KERJA else f"pada {NAMES[kind].lower()}"


def _lead(release: Release) -> Iterable[str]:
    edition, total = release.edition, release.edition.total
    rate = NO_RATE if total.rate is None else formats.rate(total.rate)
    yield (
        f"Tingkat kehadiran Aparatur Sipil Negara (ASN) {spoken(printable(release.office.name))} "
        f"{_occasion(edition.kind)} {_when(edition)} adalah {rate}{_compared(edition)}. {_counted(edition, total)}"
    )
    known = [row for row in edition.by_day if len(row.spans) == 1 and row.figures.rate is not None]
    rates = [row.figures.rate or 0.0 for row in known]
    if len(known) > 1 and max(rates) > min(rates):
        best, worst = known[rates.index(max(rates))], known[rates.index(min(rates))]
        yield (
            f"Kehadiran tertinggi tercatat pada {_span(best.spans[0])} ({formats.rate(max(rates))}), "
            f"dan terendah pada {_span(worst.spans[0])} ({formats.rate(min(rates))})."
        )


def spoken(name: str) -> str:
    """The name of an office in a sentence: PEMERINTAH PROVINSI DKI JAKARTA -> Pemerintah Provinsi DKI Jakarta."""
    words = (word if len(word) <= SHORT else word.title() for word in name.split())
    return " ".join(words).replace(" DAN ", " dan ") if name.isupper() else name


def _when(edition: Edition) -> str:
    if edition.period.first == edition.period.last:
        return f"hari {formats.day(edition.period.first)}"
    return f"periode {formats.period(edition.period)}"


def _compared(edition: Edition) -> str:
    """Up or down since the period before; nothing where there is nothing to compare with."""
    if edition.change is None:
        return ""
    one = Period(edition.before.first, edition.before.first) == edition.before
    before = formats.day(edition.before.first) if one else f"periode {formats.period(edition.before)}"
    if edition.change == 0:
        return f", sama dengan {before}"
    word = "naik" if edition.change > 0 else "turun"
    return f", {word} {formats.number(abs(edition.change))} poin persentase dibandingkan {before}"


def _counted(edition: Edition, total: Figures) -> str:
    people, obliged = formats.number(total.people), formats.number(total.obliged)
    present, excused, absent = map(formats.number, (total.present, total.excused, total.absent))
    count = len(edition.days)
    noun = "hari kerja" if edition.kind is Kind.KERJA else f"kali {NAMES[edition.kind].lower()}"
    if count == 1:
        head = f"Dari {obliged} orang yang wajib hadir, {present} orang hadir"
        return f"{head}, {excused} orang tidak hadir dengan keterangan, dan {absent} orang tanpa keterangan."
    head = f"Dari {obliged} kehadiran yang wajib ({people} orang, {count} {noun}) tercatat {present} hadir"
    return f"{head}, {excused} tidak hadir dengan keterangan, dan {absent} tidak hadir tanpa keterangan."


def _silent(release: Release) -> tuple[str, tuple[str, ...]]:
    if not release.edition.silent:
        return "", ()
    lines = sorted((printable(release.labels[one.unit]), one.days) for one in release.edition.silent)
    told = tuple(f"{name} ({formats.days(days) if len(days) <= FEW else f'{len(days)} hari'})" for name, days in lines)
    sentence = (
        "Angka ini masih SEMENTARA. Unit kerja berikut belum menyampaikan daftar hadir yang disahkan kepala unit, "
        "sehingga tidak ikut dihitung dalam angka mana pun:"
    )
    return sentence, told


def _step(edition: Edition) -> str:
    return "hari" if all(span.first == span.last for row in edition.by_day for span in row.spans) else "bulan"


def _span(span: Period) -> str:
    return formats.day(span.first) if span.first == span.last else formats.month(span.first)


def _bars(edition: Edition) -> tuple[Bar, ...]:
    known = [row for row in edition.by_day if len(row.spans) == 1]
    return tuple(_bar(row, len(known)) for row in known)


def _bar(row: DayRow, count: int) -> Bar:
    span, rate = row.spans[0], row.figures.rate
    figure = "" if rate is None else formats.number(round(100 * rate, 1 if count <= ROOMY else None))
    if span.first != span.last:
        return Bar(formats.SHORT_MONTHS[span.first.month - 1], str(span.first.year), rate or 0.0, figure)
    day, month = span.first.day, formats.SHORT_MONTHS[span.first.month - 1]
    weekday = formats.WEEKDAYS[span.first.weekday()][:3]
    below = f"{day} {month}" if count <= ROOMY else str(day)
    return Bar(weekday, below, rate or 0.0, figure)


FIGURES = (
    Column("obliged", "Wajib hadir", "right", "int"),
    Column("present", "Hadir", "right", "int"),
    Column("excused", "Tidak hadir, dengan keterangan", "right", "int"),
    Column("absent", "Tidak hadir, tanpa keterangan", "right", "int"),
    Column("rate", "Tingkat kehadiran", "right", "rate"),
)

SHORT_HEADINGS = {"excused": "Tidak hadir, dengan ket.", "absent": "Tidak hadir, tanpa ket."}
"""Where the names of units want the room."""


def _cells(figures: Figures) -> tuple[object, ...]:
    return figures.obliged, figures.present, figures.excused, figures.absent, figures.rate


def _by_day(edition: Edition) -> Table:
    months = _step(edition) == "bulan"
    columns = (Column("day", "Bulan" if months else "Hari, tanggal", wide=True), *FIGURES)
    rows = tuple(
        (_span(row.spans[0]) if len(row.spans) == 1 else OTHER_DAYS, *_cells(row.figures)) for row in edition.by_day
    )
    return Table(f"Kehadiran per {_step(edition)}", columns, rows, totals=("Jumlah", *_cells(edition.total)))


def _by_unit(edition: Edition, units: list[UnitRow], labels: Mapping[int, str]) -> Table:
    compared = _comparable(edition)
    columns = (
        Column("no", "No.", "right", "int"),
        Column("unit", "Unit kerja", wide=True),
        Column("people", "Pegawai", "right", "int"),
        *(replace(one, heading=SHORT_HEADINGS.get(one.key, one.heading)) for one in FIGURES),
        *([Column("change", "Perubahan (poin)", "right")] if compared else []),
    )
    rows = tuple(
        (number, _unit(row, labels), row.figures.people, *_cells(row.figures), *_change(row.change, compared))
        for number, row in enumerate(units, 1)
    )
    sums = (None, "Jumlah", edition.total.people, *_cells(edition.total), *_change(edition.change, compared))
    return Table("Kehadiran per unit kerja", columns, rows, totals=sums)


def _comparable(edition: Edition) -> bool:
    """Whether anything can be compared with the period before; else the column is left out."""
    return edition.change is not None or any(row.change is not None for row in edition.by_unit)


def _change(change: float | None, compared: bool) -> tuple[str, ...]:
    return (points(change),) if compared else ()


def _unit(row: UnitRow, labels: Mapping[int, str]) -> str:
    return printable(labels[row.units[0]]) if len(row.units) == 1 else f"{SMALL_UNITS} ({len(row.units)} unit)"


def points(change: float | None) -> str:
    """+2,1; -1,4; 0,0; a dash where nothing can be compared."""
    return NO_RATE if change is None else f"{change:+.1f}".replace(".", ",").replace("+0,0", "0,0")


def shown(table: Table) -> tuple[list[str], list[list[str]], list[str]]:
    """Headings, rows and totals of a table as they are printed."""
    sorts = [column.sort for column in table.columns]

    def row(cells: Iterable[object]) -> list[str]:
        found = zip(cells, sorts, table.columns, strict=True)
        return ["" if cell is None and column.key == "no" else tables.shown(cell, sort) for cell, sort, column in found]

    return [one.heading for one in table.columns], [row(cells) for cells in table.rows], row(table.totals or ())


def _notes(edition: Edition) -> Iterable[str]:
    yield (
        "Tingkat kehadiran = hadir dibagi (hadir + tidak hadir tanpa keterangan); hadir termasuk terlambat. Yang tidak "
        "hadir dengan keterangan dan yang tidak diwajibkan tidak ikut dibagi."
    )
    if len(edition.days) > 1:
        yield (
            f"Angka dihitung dalam orang-{'hari' if edition.kind is Kind.KERJA else 'kali'}: "
            "seorang pegawai dihitung pada setiap pelaksanaan yang wajib ia ikuti."
        )
    if any(len(row.units) > 1 for row in edition.by_unit):
        yield (
            f"Unit kerja dengan kurang dari {edition.small} pegawai digabung, bila perlu bersama unit terkecil "
            "berikutnya, untuk melindungi data pribadi."
        )
    if any(len(row.spans) > 1 for row in edition.by_day):
        yield f"{OTHER_DAYS}: hari dengan kurang dari {edition.small} pegawai yang dihitung, digabung."
    yield (
        f"Perubahan dalam poin persentase terhadap {formats.period(edition.before)}; angka keseluruhan dibandingkan "
        "atas unit kerja yang telah lapor pada kedua periode."
        if _comparable(edition)
        else f"Perubahan terhadap {formats.period(edition.before)} tidak dapat dihitung."
    )


def _grouped(digits: str) -> str:
    """A hash in groups of eight, which two people can compare aloud, and which no NIP can be mistaken for."""
    return " ".join(digits[i : i + 8] for i in range(0, len(digits), 8))
