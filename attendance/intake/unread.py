"""What a list shows besides what is read of it: hidden rows, and columns that hold something and were not read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from attendance.errors import Fault
from attendance.intake.cells import fold, shown, text
from attendance.intake.headings import ANOTHERS
from attendance.intake.tables import Record, Table
from attendance.language import _

_HARMLESS = re.compile(
    r"NO|NOMOR|NOURUT|URUT|.*(?:JABATAN|PANGKAT|GOL|RUANG|ESELON|UNITKERJA|INSTANSI|SATKER|KELAMIN|LAHIR|ALAMAT|TELEPON"
    r"|TELP|NOHP|EMAIL|PARAF|TANDATANGAN|TTD|NIPLAMA|NIK|STATUSPEGAWAI|CATATANAPEL).*|L?P?|UNIT|OPD|SKPD|BIDANG|BAGIAN"
    r"|PERANGKATDAERAH|HARI|SISA.*|TAHUN|NAMA.*|ALASAN.*|KEPERLUAN|KETERANGAN|KET|TUJUAN|CATATAN|SUMBER"
)
"""Headings of what no list of letters, days or PINs needs."""
_GOVERNMENT = re.compile(r"PEMERINTAH (?:DAERAH )?((?:KOTA|KABUPATEN|PROVINSI) \S.*)$")
_PARTS = re.compile(r"(?:SUB|BIDANG|SEKSI|BAGIAN|BAG|UNITKERJA|UNIT|KOORDINATOR|RUANGAN|INSTALASI)+")


def doubts(tables: Iterable[Table], records: Sequence[Record]) -> Iterator[Fault]:
    """A warning for the hidden rows and one for the unread columns of each table."""
    for table in tables:
        own = [record for record in records if record.heads is table.heads]
        yield from hidden(table, own)
        yield from _columns(table, own, _counts)


def parts(table: Table, records: Sequence[Record]) -> Iterator[Fault]:
    """A warning where columns of a roster that may name units were not read."""
    return _columns(table, records, lambda folded: _PARTS.fullmatch(folded) is not None)


def hidden(table: Table, records: Iterable[Record]) -> Iterator[Fault]:
    """A warning where hidden rows were read."""
    rows = table.sheet.source.hidden()[0] if table.sheet.source else frozenset[int]()
    if found := [record.place.row for record in records if record.place.row in rows]:
        message = _("{count} rows are hidden in the file, and were read all the same")
        yield Fault(table.sheet.place(found[0]), message.format(count=len(found)))


def elsewhere(table: Table, office: str) -> Iterator[Fault]:
    """A warning where the title names another government than that of the office."""
    own = _GOVERNMENT.match(_plain(office))
    for number, cell in table.above():
        found = _GOVERNMENT.match(_plain(text(cell)))
        if own and found and found[1] != own[1]:
            message = _("the title says {title}, and this office is {office}; check that the list is meant for it")
            yield Fault(table.sheet.place(number), message.format(title=shown(cell), office=shown(office)))
            return


def _plain(words: str) -> str:
    return " ".join(words.upper().replace("KAB.", "KABUPATEN ").replace("PROV.", "PROVINSI ").split())


def _counts(folded: str) -> bool:
    return _HARMLESS.fullmatch(folded) is None


def _columns(table: Table, records: Sequence[Record], counts: Callable[[str], bool]) -> Iterator[Fault]:
    """A warning that names the columns which hold something that counts and were not read."""
    left = [
        heading.whole
        for heading in table.heads.all
        if heading.column not in table.heads.columns.values()
        and counts(fold(heading.whole))
        and not ANOTHERS.search(heading.whole.upper())
        and any(one.words[heading.column].strip("-") for one in records if heading.column < len(one.words))
    ]
    if left:
        message = _("these columns were not read: {columns}; see whether one of them says something that counts")
        yield Fault(table.sheet.place(table.heads.last), message.format(columns=", ".join(map(shown, left))))
