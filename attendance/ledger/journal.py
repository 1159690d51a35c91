"""The journal: entries that record and void facts, each sealed and chained to the one before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any
from zlib import crc32

from sqlalchemy import Insert, Table, bindparam, delete, func, insert, select
from sqlalchemy.orm import Session

from attendance.ledger import watching
from attendance.ledger.columns import Base, Fact, Identity
from attendance.ledger.models import IDENTITIES, Entry, Seal
from attendance.ledger.watching import Watch

GENESIS = "0" * 64
BATCH = 10_000


def table(model: type[Base]) -> Table:
    """The table of a model."""
    made = model.__table__
    assert isinstance(made, Table)
    return made


def columns(model: type[Base]) -> list[str]:
    """The columns that an entry seals, in the order of the table: all but the one that says a fact was taken back."""
    return [column.name for column in table(model).columns if column.name != "until"]


def line(row: Iterable[object]) -> bytes:
    """A row in its canonical form: what is digested. Plain numbers, text and None only, so that it never changes."""
    return ascii(tuple(row)).encode()


def identifier(model: type[Base]) -> list[str]:
    """The columns that name one row of a table, whether it is live or not."""
    primary = [column.name for column in table(model).primary_key.columns if column.name != "until"]
    return primary if primary == ["id"] else [*primary, "since"]


@dataclass(slots=True)
class _Written:
    digest: Any = field(default_factory=sha256)
    checks: bytearray = field(default_factory=bytearray)
    rows: int = 0
    voids: list[tuple[Any, ...]] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """An entry while it is being written. `number` is its id; nothing counts before `seal`."""

    session: Session
    number: int
    _entry: Entry  # kept: the session by itself forgets it, and would ask for it again
    summary: dict[str, Any] = field(default_factory=dict)
    _written: dict[str, _Written] = field(default_factory=dict)
    watch: Watch | None = None

    def record(self, model: type[Fact], rows: Iterable[Sequence[Any]]) -> None:
        """Record facts: tuples of the columns between the id, if the table has one, and `entry`.

        Days are ordinals. A table that has no id of its own must be written once an entry, its rows in key order.
        """
        self._insert(model, [(*row, self.number, self.number) for row in rows])

    def revive(self, model: type[Fact], rows: Sequence[Sequence[Any]]) -> None:
        """Bring facts back: the same tuples with the entry that first recorded them at the end."""
        self._insert(model, [(*row, self.number) for row in rows])

    def name(self, model: type[Identity], rows: Sequence[Sequence[Any]]) -> list[int]:
        """Give numbers to names: tuples of the columns between id and `entry`; answers the numbers."""
        return self._insert(model, [(*row, self.number) for row in rows])

    def void(self, model: type[Fact], keys: Sequence[tuple[Any, ...]]) -> None:
        """Take facts back; `keys` are tuples of the columns that `identifier` names."""
        if not keys:
            return
        keys = [tuple(value.toordinal() if isinstance(value, date) else value for value in key) for key in keys]
        names = identifier(model)
        facts = table(model)
        same = [facts.c[name] == bindparam(f"its_{name}") for name in names]
        statement = facts.update().where(facts.c.until == 0, *same).values(until=self.number)
        values = [{f"its_{name}": value for name, value in zip(names, key, strict=True)} for key in keys]
        done = self.session.connection().execute(statement, values)
        assert done.rowcount == len(keys), "a fact was voided twice"
        self._of(model).voids.extend(keys)
        if self.watch:
            self.watch.see(model, names, keys)

    def _of(self, model: type[Base]) -> _Written:
        return self._written.setdefault(model.__tablename__, _Written())

    def _insert(self, model: type[Base], rows: list[tuple[Any, ...]]) -> list[int]:
        if not rows:
            return []
        names = columns(model)
        numbers: list[int] = []
        if self.watch:
            self.watch.see(model, names[names[0] == "id" :], rows)
        written = self._of(model)
        assert names[0] == "id" or not written.rows, "a table without an id is written once an entry, in key order"
        if names[0] == "id":
            first = (self.session.scalar(select(func.max(table(model).c.id))) or 0) + 1
            numbers = list(range(first, first + len(rows)))
            rows = [(number, *row) for number, row in zip(numbers, rows, strict=True)]
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            lines = [ascii(row).encode() for row in batch]
            written.digest.update(b"\n".join((*lines, b"")))
            written.checks += b"".join([crc32(text).to_bytes(4, "big") for text in lines])
            bulk(self.session, insert(model), names, batch)
        written.rows += len(rows)
        return numbers

    @property
    def empty(self) -> bool:
        """Whether nothing was recorded or voided, apart from names that nothing speaks of."""
        named = {model.__tablename__ for model in IDENTITIES}
        return not any(written.rows or written.voids for name, written in self._written.items() if name not in named)

    def drop(self) -> None:
        """Leave no trace of an entry that came to nothing."""
        for model in reversed(IDENTITIES):
            self.session.execute(delete(model).where(model.entry == self.number))
        self.session.execute(delete(Entry).where(Entry.id == self.number))

    def seal(self) -> Entry:
        """Write down what was done, and chain it: from here on nobody changes it unseen."""
        seals = [_seal(self.number, name, written) for name, written in sorted(self._written.items())]
        entry = self._entry
        entry.summary = json.dumps(self.summary, ensure_ascii=True, sort_keys=True)
        entry.hash = digest(entry, seals)
        self.session.add_all(seals)
        self.session.flush()
        return entry


def bulk(session: Session, statement: Insert, names: list[str], rows: list[tuple[Any, ...]]) -> None:
    """Insert many tuples; on SQLite as one prepared statement, without a dictionary a row."""
    if session.get_bind().dialect.name == "sqlite":
        places = ", ".join("?" * len(names))
        into = statement.table.name
        quoted = ", ".join(f'"{name}"' for name in names)
        session.connection().exec_driver_sql(f'INSERT INTO "{into}" ({quoted}) VALUES ({places})', rows)
    else:  # pragma: no cover - the tests run on SQLite; PostgreSQL was tried by hand
        session.execute(statement, [dict(zip(names, row, strict=True)) for row in rows])


def _seal(entry: int, name: str, written: _Written) -> Seal:
    return Seal(
        entry_id=entry,
        name=name,
        rows=written.rows,
        digest=written.digest.hexdigest(),
        checks=bytes(written.checks),
        voided=len(written.voids),
        void_digest=void_digest(written.voids),
    )


def void_digest(keys: Iterable[tuple[Any, ...]]) -> str:
    """The digest of the facts that an entry took back, whatever their order."""
    return sha256(b"\n".join(sorted(map(line, keys)))).hexdigest()


def digest(entry: Entry, seals: Iterable[Seal]) -> str:
    """The hash of an entry over the hash before it, its own words, and its seals."""
    words = (entry.id, entry.previous, entry.at, entry.actor, entry.action, entry.summary, entry.reason, entry.undoes)
    parts = [line(words)]
    for seal in sorted(seals, key=lambda seal: seal.name):
        checks = sha256(seal.checks).hexdigest()
        parts.append(line((seal.name, seal.rows, seal.digest, checks, seal.voided, seal.void_digest)))
    return sha256(b"\n".join(parts)).hexdigest()


def begin(
    session: Session, action: str, *, actor: str, at: datetime, reason: str = "", undoes: int | None = None
) -> Draft:
    """Start an entry at the end of the chain; `at` is aware of its zone."""
    last = session.execute(select(Entry.id, Entry.hash).order_by(Entry.id.desc()).limit(1)).first()
    number, previous = (last.id + 1, last.hash) if last else (1, GENESIS)
    moment = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    words = {"at": moment, "actor": actor, "action": action, "reason": reason, "undoes": undoes, "previous": previous}
    entry = Entry(id=number, summary="", hash="", **words)
    session.add(entry)
    session.flush()
    return Draft(session, number, entry, watch=watching.watch(session))


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as a list shows it; `undone_by` is the live entry that took it back."""

    number: int
    at: datetime
    actor: str
    action: str
    summary: Mapping[str, Any]
    reason: str
    undoes: int | None
    undone_by: int | None
    hash: str


def lines(session: Session, numbers: Iterable[int] | None = None) -> list[Line]:
    """The entries of the journal in order, up to the one that `--as-of` names."""
    query = select(Entry).order_by(Entry.id)
    if session.info["as_of"] is not None:
        query = query.where(Entry.id <= session.info["as_of"])
    entries = session.scalars(query).all()
    undone = undone_by((entry.id, entry.undoes) for entry in entries)
    wanted = None if numbers is None else set(numbers)
    return [
        Line(
            number=entry.id,
            at=datetime.fromisoformat(entry.at),
            actor=entry.actor,
            action=entry.action,
            summary=json.loads(entry.summary),
            reason=entry.reason,
            undoes=entry.undoes,
            undone_by=undone.get(entry.id),
            hash=entry.hash,
        )
        for entry in entries
        if wanted is None or entry.id in wanted
    ]


def undone_by(entries: Iterable[tuple[int, int | None]]) -> dict[int, int]:
    """For each entry that is undone, the undo that is itself still standing."""
    undone: dict[int, int] = {}
    for number, undoes in reversed([pair for pair in entries if pair[1] is not None]):
        if undoes is not None and number not in undone:
            undone[undoes] = number
    return undone


def head(session: Session) -> tuple[int, str]:
    """The number and hash of the last entry that this session reads; (0, zeros) for an empty journal."""
    query = select(Entry.id, Entry.hash).order_by(Entry.id.desc()).limit(1)
    if session.info["as_of"] is not None:
        query = query.where(Entry.id <= session.info["as_of"])
    row = session.execute(query).first()
    return (row.id, row.hash) if row else (0, GENESIS)


def hash_of(session: Session, number: int) -> str | None:
    """The hash of an entry; None where there is none of this number."""
    return session.scalar(select(Entry.hash).where(Entry.id == number))


def entry_at(session: Session, moment: datetime) -> int:
    """The last entry made at or before a moment; 0 when there was none yet."""
    text = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return session.scalar(select(func.max(Entry.id)).where(Entry.at <= text)) or 0
