"""Opening the database: one SQLite file, safe against a pulled plug, or a PostgreSQL address."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.orm import Session

CHAIN = 0x6170656C
"""The lock that a writer holds on a server."""


def address(database: str | Path) -> URL:
    """The URL of a database that is given as a URL or as the path of a file."""
    text = str(database)
    return make_url(text) if "://" in text else URL.create("sqlite", database=text)


def engine(database: str | Path) -> Engine:
    """An engine; for SQLite with foreign keys, a write-ahead log, and every commit on the disk before it returns."""
    made = create_engine(address(database))
    if made.dialect.name == "sqlite":
        event.listen(made, "connect", _prepare)
        event.listen(made, "begin", _begin)
    else:  # pragma: no cover - the tests run on SQLite; PostgreSQL was tried by hand
        event.listen(made, "begin", _begin_on_server)
    return made


def _prepare(connection: Any, record: Any) -> None:
    connection.isolation_level = None  # the driver's own transactions are not ours: see _begin
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "busy_timeout = 10000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    write = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _begin_on_server(connection: Connection) -> None:  # pragma: no cover - see above
    """One writer at a time, since entries are chained; a reader sees one state until he has finished."""
    if connection.get_execution_options().get("write", False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({CHAIN})")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


@contextmanager
def reading(made: Engine, as_of: int | None = None) -> Iterator[Session]:
    """A session in which every question is answered from one state: the present, or the one after entry `as_of`."""
    with made.connect() as connection, Session(connection) as session:
        session.info["as_of"] = as_of
        yield session


@contextmanager
def writing(made: Engine, keep: bool = True) -> Iterator[Session]:
    """A session whose whole work is kept at the end, or none of it; `keep` False takes the real path and rolls back."""
    with made.connect().execution_options(write=True) as connection, Session(connection) as session:
        session.info["as_of"] = None
        yield session
        if keep:
            session.commit()
        else:
            session.rollback()


__all__ = ["Engine", "Session", "address", "engine", "reading", "writing"]
