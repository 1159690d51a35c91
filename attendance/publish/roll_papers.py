"""Roll papers: the daftar hadir of a unit to be signed by hand, a day a sheet, as pages for the printer.

The sheet goes round the whole unit: of those with a letter it says only that there is one, never of which kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from attendance.publish import atomic, formats, papers, signatures
from attendance.publish.forms import Listed, RollForm
from attendance.publish.glyphs import printable
from attendance.rules.codes import Code, Standing
from attendance.rules.kinds import Kind
from attendance.rules.rosters import Status

SIGNS = {
    Kind.APEL_PAGI: ("Pagi", "Sore"),
    Kind.APEL_SORE: ("Pagi", "Sore"),
    Kind.KERJA: ("Datang", "Pulang"),
}
"""Under which headings is signed; at all other kinds once."""

WIDTHS = {"no": 5, "name": 28, "position": 32, "status": 12, "remark": 12}
"""Of the columns in parts of the page; those for the hand have 36 together."""

MARGINS = (20, 15)
"""Left and right, in mm."""

SPARE = 3
"""So many empty rows follow the people, for those who came in the meantime."""

MOST = 2_000
"""About so many people a day go into one file, some 120 pages: what is more goes into files that are numbered."""

STATUS = {Status.PPPK_PW: "PPPK PW"}
STATUSES = (
    ("PNS / CPNS", (Status.PNS, Status.CPNS)),
    ("PPPK", (Status.PPPK,)),
    ("PPPK Paruh Waktu", (Status.PPPK_PW,)),
)
LETTER = "ada surat"

LEGEND = (
    "Tanda tangan dibubuhkan pada nomor masing-masing. Ket. diisi petugas: T terlambat, DL dinas luar, "
    "TB tugas belajar, DK diklat, I izin, C cuti, TK tanpa keterangan. Alasan kesehatan tidak ditulis di lembar ini; "
    "suratnya diserahkan kepada pengelola kepegawaian."
)


@dataclass(frozen=True, slots=True)
class RollPaper:
    """A form with what its foot says: the id that its workbook has too, and the entry it was made from."""

    form: RollForm
    identity: str
    entry: int
    by_counter: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One day of a form."""

    paper: RollPaper
    day: date


def parts(papers_: Iterable[RollPaper], path: Path) -> list[tuple[Path, list[Sheet]]]:
    """The files that hold the sheets of some forms, in order: one, or several with their numbers behind the name."""
    chunks: list[list[Sheet]] = []
    room = 0
    for paper in papers_:
        for day in paper.form.days:
            if room < len(paper.form.people):
                chunks.append([])
                room = MOST
            chunks[-1].append(Sheet(paper, day))
            room -= len(paper.form.people)
    if len(chunks) == 1:
        return [(path, chunks[0])]
    return [(path.with_stem(f"{path.stem}-{number}"), chunk) for number, chunk in enumerate(chunks, 1)]


def pdf(sheets: Sequence[Sheet], path: Path) -> None:
    """Write the sheets, each from a new page on, as PDF/A.

    Refused where paper or emblem are not what they should be, or the file cannot be written.
    """
    first = sheets[0].paper.form
    width, height = papers.size(first.paper)
    words = {
        "width": width,
        "height": height,
        "margins": MARGINS,
        "dated": [first.made.year, first.made.month, first.made.day],
        "author": printable(first.office.name),
        "legend": LEGEND,
        "sheets": [_worded(one.paper, one.day) for one in sheets],
    }
    atomic.write(path, papers.pdf("roll.typ", words, emblem=first.office.emblem))


def _worded(one: RollPaper, day: date) -> dict[str, Any]:
    """What stands on the sheet of a day."""
    form = one.form
    signs = SIGNS.get(form.kind, ("",))
    place = printable(form.office.place) or "." * 20
    people = [person for person in _ordered(one) if person.printed.get(day, Code.BL) is not None]
    return {
        "government": printable(form.office.name),
        "unit": printable(form.unit),
        "title": "DAFTAR HADIR APEL PAGI DAN SORE" if signs == ("Pagi", "Sore") else form.titles[0],
        "day": formats.day(day),
        "signs": signs,
        "columns": _columns(one),
        "sections": list(_sections(one, people, day)),
        "spare": [len(people) + number for number in range(1, SPARE + 1)],
        "recap": _recap(people),
        "above": list(map(printable, signatures.above(form.head))),
        "name": printable(signatures.name(form.head)),
        "below": list(map(printable, signatures.below(form.head))),
        "place": f"{place}, {formats.plain_day(day)}",
        "dots": signatures.DOTS,
        "foot": f"Formulir {_grouped(one.identity)}, jurnal nomor {one.entry}",
        "code": _code(one, day),
    }


def _columns(one: RollPaper) -> list[tuple[str, float]]:
    """Headings and widths of the columns but for those of the signatures."""
    return [
        ("No.", WIDTHS["no"]),
        ("Nama / NIP", WIDTHS["name"]),
        ("Instansi asal / Jabatan" if one.by_counter else "Jabatan", WIDTHS["position"]),
        ("Status", WIDTHS["status"]),
        ("Ket.", WIDTHS["remark"]),
    ]


def _sections(one: RollPaper, people: Sequence[Listed], day: date) -> Iterator[dict[str, Any]]:
    """The people in their order, under a heading where lines, or agencies at a counter, change."""
    heading: str | None = None
    rows: list[list[str]] = []
    for number, person in enumerate(people, 1):
        here = _heading(one, person)
        if here != heading:
            heading, rows = here, []
            yield {"heading": printable(here), "rows": rows}
        rows.append(_row(one, number, person, day))


def _ordered(one: RollPaper) -> Sequence[Listed]:
    """The people as they stand on the sheet: by line and name, at counters by agency within a line."""
    return sorted(one.form.people, key=lambda person: (person.line, person.unit)) if one.by_counter else one.form.people


def _heading(one: RollPaper, person: Listed) -> str:
    if one.form.several:
        return person.line
    return person.unit if one.by_counter else ""


def _row(one: RollPaper, number: int, person: Listed, day: date) -> list[str]:
    profile = person.profile
    code = person.printed.get(day)
    return [
        str(number),
        printable(profile.printed),
        formats.nip(profile.nip),
        printable(person.unit) if one.by_counter else "",
        printable(profile.position),
        STATUS.get(profile.status, profile.status.value),
        LETTER if code is not None and code.standing is Standing.EXCUSED else "",
    ]


def _recap(people: Sequence[Listed]) -> list[tuple[str, str]]:
    """How many of each status stand on the sheet; all else is counted by hand."""
    counts = Counter(person.profile.status for person in people)
    rows = [(name, str(sum(counts[status] for status in statuses))) for name, statuses in STATUSES]
    return [*rows, ("Jumlah", str(len(people)))]


def _grouped(digits: str) -> str:
    """An id in groups of four, as one reads it aloud."""
    return " ".join(digits[i : i + 4] for i in range(0, len(digits), 4))


def _code(one: RollPaper, day: date) -> str:
    """The id and the day as a QR code: a picture in SVG."""
    import segno

    made = BytesIO()
    code = segno.make_qr(f"apel-formulir:{one.identity}:{one.entry}:{day}", error="m")
    code.save(made, kind="svg", xmldecl=False, svgns=True, border=2, omitsize=True)
    return made.getvalue().decode()
