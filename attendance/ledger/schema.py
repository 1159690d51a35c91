"""The schema: made and brought up to date by migrations, checked in passing on every start."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text

from attendance import places

REVISION = "0003"
"""The revision that this program writes and reads; the newest file in migrations/versions."""


class Absent(Exception):
    """There is no ledger in this database."""


class Older(Exception):
    """The database was written by an earlier program and wants `apel db upgrade`."""


class Newer(Exception):
    """The database was written by a later program."""


def current(made: Engine) -> str | None:
    """The revision of a database; None where there is no ledger in it."""
    with made.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return str(connection.scalar(text("SELECT version_num FROM alembic_version")))


def check(made: Engine) -> None:
    """Refuse a database that this program cannot read. Errors: Absent, Older, Newer."""
    revision = current(made)
    if revision is None:
        raise Absent
    if revision < REVISION:
        raise Older(revision)
    if revision > REVISION:
        raise Newer(revision)


def upgrade(made: Engine, revision: str = "head") -> None:
    """Create the ledger, or bring an older one up to date, in one transaction."""
    from alembic import command

    with made.connect().execution_options(write=True) as connection, connection.begin():
        command.upgrade(_config(connection), revision)


def _config(connection: Connection) -> Any:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(places.migrations()).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def backup(made: Engine, target: Path) -> None:
    """Copy a SQLite database, whole and consistent, to a file that must not exist yet."""
    with made.connect() as connection:
        connection.exec_driver_sql("COMMIT")  # VACUUM INTO runs outside of a transaction
        connection.exec_driver_sql("VACUUM INTO ?", (str(target),))
        connection.exec_driver_sql("BEGIN")
