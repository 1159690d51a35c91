"""Set one notice in type in a process of its own, or the bare table of its names, and say how long and how much."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from attendance.publish import notices
from attendance.publish.glyphs import FONTS
from attendance.publish.seals import Seal
from attendance.rules.kinds import Kind
from attendance.rules.notices import Group, Named, Notice
from attendance.rules.offices import Office
from attendance.rules.periods import month
from benchmarks.peak import peak

UNIT = 50
"""So many people stand under one unit."""


def people(count: int) -> list[Named]:
    """Invented people with names of usual length."""
    return [Named(f"PEGAWAI CONTOH NOMOR {number:05d}, S.Sos., M.Si.", "", 4, 4) for number in range(count)]


def ours(count: int) -> None:
    """The notice as it is posted."""
    names = people(count)
    groups = (Group(f"DINAS CONTOH {start:05d}", tuple(names[start : start + UNIT])) for start in range(0, count, UNIT))
    day = date(2026, 10, 1)
    notice = Notice(
        office=Office("PEMERINTAH KOTA CONTOH"),
        kind=Kind.APEL_PAGI,
        period=month(2026, 9),
        days=(date(2026, 9, 7), date(2026, 9, 14)),
        groups=tuple(groups),
        silent=(),
        provisional=False,
        basis=("Peraturan Wali Kota",),
        signatory=None,
        number="1",
        dated=day,
        correct_by=day,
        remove_on=day,
        entry=1,
        head="0" * 64,
    )
    notices.page(notice, seal=Seal("1", "0" * 64))


def floor(count: int) -> None:
    """Nothing but a table of the same names."""
    import typst

    rows = "".join(f"[{number}.], [{one.name}], [4 dari 4 apel],\n" for number, one in enumerate(people(count), 1))
    look = '#set text(font: "Liberation Sans", size: 13pt)\n#table(columns: (auto, 1fr, auto), '
    with TemporaryDirectory() as folder:
        source = Path(folder) / "bare.typ"
        source.write_text(f"{look}{rows})", "utf-8")
        typst.compile(source, font_paths=[FONTS], ignore_system_fonts=True, format="pdf", pdf_standards="a-2b")


if __name__ == "__main__":
    which, count = sys.argv[1], int(sys.argv[2])
    start = perf_counter()
    {"ours": ours, "floor": floor}[which](count)
    print(perf_counter() - start, peak() / 1024)
