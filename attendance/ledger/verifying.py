"""Verifying: recompute the whole journal and name the first row that someone changed behind the program's back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from zlib import crc32

from sqlalchemy import select
from sqlalchemy.orm import Session

from attendance.ledger import journal
from attendance.ledger.columns import Base, Fact
from attendance.ledger.models import FACTS, IDENTITIES, Entry, Seal


@dataclass(frozen=True, slots=True)
class Broken:
    """Something that is not as it was written. `what` is one of: chain, entry, row, missing, extra, void."""

    what: str
    entry: int
    table: str = ""
    row: tuple[tuple[str, Any], ...] = ()


@dataclass(slots=True)
class _Check:
    seal: Seal
    digest: Any = field(default_factory=sha256)
    position: int = 0
    voids: list[tuple[Any, ...]] = field(default_factory=list)
    faulty: bool = False


def verify(session: Session) -> list[Broken]:
    """All that disagrees with the journal: for each entry and table the first row; empty when all is true."""
    with _anything(session):
        seals = {(seal.entry_id, seal.name): seal for seal in session.scalars(select(Seal))}
        found = list(_chain(session, seals))
        for model in (*IDENTITIES, *FACTS):
            its = {entry: seal for (entry, name), seal in seals.items() if name == model.__tablename__}
            found += _table(session, model, its)
    return sorted(found, key=lambda broken: (isinstance(broken.entry, int), str(broken.entry).zfill(20), broken.table))


@contextmanager
def _anything(session: Session) -> Iterator[None]:
    """Read whatever stands in a SQLite file, even bytes that are no text."""
    if (
        session.get_bind().dialect.name != "sqlite"
    ):  # pragma: no cover - the tests run on SQLite; PostgreSQL was tried by hand
        yield
        return
    connection: Any = session.connection().connection.driver_connection
    usual = connection.text_factory
    connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        connection.text_factory = usual


def _chain(session: Session, seals: dict[tuple[int, str], Seal]) -> Iterator[Broken]:
    previous, expected = journal.GENESIS, 1
    by_entry: dict[int, list[Seal]] = {}
    for seal in seals.values():
        by_entry.setdefault(seal.entry_id, []).append(seal)
    for entry in session.scalars(select(Entry).order_by(Entry.id)):
        if entry.previous != previous or entry.id != expected:
            yield Broken("chain", entry.id)
        if not _true(entry, by_entry.get(entry.id, [])):
            yield Broken("entry", entry.id)
        by_entry.pop(entry.id, None)
        previous, expected = entry.hash, entry.id + 1
    yield from (Broken("chain", number) for number in by_entry)


def _true(entry: Entry, seals: list[Seal]) -> bool:
    try:
        return journal.digest(entry, seals) == entry.hash
    except TypeError:  # a value of another kind than was written
        return False


def _table(session: Session, model: type[Base], seals: dict[int, Seal]) -> Iterator[Broken]:
    checks = {entry: _Check(seal) for entry, seal in seals.items()}
    table = journal.table(model)
    names = journal.columns(model)
    stamp = names.index("since" if issubclass(model, Fact) else "entry")
    key = [names.index(name) for name in journal.identifier(model)]
    until = table.c.until if issubclass(model, Fact) else None
    order = [column for column in table.primary_key.columns if column.name != "until"]
    query = select(*(table.c[name] for name in names), *([until] if until is not None else [])).order_by(*order)
    sql = str(query.compile(session.get_bind()))
    cursor = session.connection().exec_driver_sql(sql, execution_options={"stream_results": True})
    width = len(names)
    for row in cursor.yield_per(journal.BATCH):
        content = tuple(row[:width])
        if until is not None and row[width] != 0:
            if row[width] in checks:
                checks[row[width]].voids.append(tuple(content[index] for index in key))
            else:
                yield Broken("void", row[width], model.__tablename__, _named(names, content, key))
        check = checks.get(content[stamp])
        if check is None:
            yield Broken("extra", content[stamp], model.__tablename__, _named(names, content, key))
        elif not check.faulty and (what := _compare(check, content)):
            check.faulty = True
            yield Broken(what, content[stamp], model.__tablename__, _named(names, content, key))
    yield from _ends(model.__tablename__, checks)


def _named(names: list[str], content: tuple[Any, ...], key: list[int]) -> tuple[tuple[str, Any], ...]:
    return tuple((names[index], content[index]) for index in key)


def _compare(check: _Check, content: tuple[Any, ...]) -> str | None:
    """Hold a row against the check that was written for its place; None when it agrees."""
    text = journal.line(content)
    stored = check.seal.checks
    here = crc32(text).to_bytes(4, "big")
    at = check.position * 4
    check.digest.update(text + b"\n")
    check.position += 1
    if stored[at : at + 4] == here:
        return None
    if at >= len(stored):
        return "extra"
    return "missing" if stored[at + 4 : at + 8] == here else "row"


def _ends(table: str, checks: dict[int, _Check]) -> Iterator[Broken]:
    for number, check in checks.items():
        if not check.faulty and check.position != check.seal.rows:
            yield Broken("missing", number, table)
        elif not check.faulty and check.digest.hexdigest() != check.seal.digest:
            yield Broken("row", number, table)
        if journal.void_digest(check.voids) != check.seal.void_digest or len(check.voids) != check.seal.voided:
            yield Broken("void", number, table)


def written(session: Session, entry: int) -> list[tuple[str, int, int]]:
    """What an entry wrote: for each table the rows it recorded and the rows it voided."""
    query = select(Seal.name, Seal.rows, Seal.voided).where(Seal.entry_id == entry).order_by(Seal.name)
    return list(session.execute(query))
