"""The desk: what every command needs to know before it begins, and the two doors to the ledger."""

from __future__ import annotations

import getpass
import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from attendance.errors import Fault, Refused
from attendance.language import _

if TYPE_CHECKING:
    from attendance.ledger.engine import Engine, Session
    from attendance.ledger.journal import Draft
    from attendance.settings import Settings


@dataclass(slots=True)
class Desk:
    """Which database, which day, who is asking, and how much is said."""

    database: str
    today: datetime | None = None
    as_of: str | None = None
    quiet: bool = False
    no_input: bool = False
    sender: str = ""  # whose file is taken in, where it is said: the journal names him
    bar: Any = None  # how far many files are: a message takes its line
    _rehearsed: bool = field(default=False, repr=False)
    _engine: Any = field(default=None, repr=False)
    _zone_name: str | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        """A file may be given as an address: from here on it is a path."""
        if found := re.fullmatch(r"sqlite(?:\+\w+)?:///(.+)", self.database):
            self.database = found[1]

    def now(self, zone: str | None = None) -> datetime:
        """The moment in the office's own time, without a zone; the end of the day where `--today` names a day."""
        from attendance.settings import ZONES

        if self.today is not None:
            return self.today
        return datetime.now(ZoneInfo(ZONES[zone or self._office_zone()])).replace(tzinfo=None)

    def day(self, zone: str | None = None) -> date:
        """Today, where the office is."""
        return self.now(zone).date()

    def _office_zone(self) -> str:
        """The office's time zone, asked once; that of the capital where there is no office yet."""
        if self._zone_name is None:
            self._zone_name = "WIB"
            with suppress(Refused), self.read() as session:
                self._zone_name = settings(session).office.zone
        return self._zone_name

    def say(self, message: str = "") -> None:
        """Talk: to stderr, and not when the officer wants quiet."""
        if not self.quiet:
            self._wipe()
            echo(message, err=True)

    def _wipe(self) -> None:
        """Clear the line of the bar, which is drawn anew below the message."""
        if self.bar is not None:
            click.echo("\r\x1b[2K", nl=False, err=True)

    def warn(self, faults: Iterable[Fault]) -> None:
        """Say what is doubtful without refusing it."""
        for fault in faults:
            self.say(f"! {located(fault)}")

    @property
    def asks(self) -> bool:
        """Whether somebody is there to answer a question."""
        return not self.no_input and sys.stdin.isatty()

    def confirm(self, question: str) -> bool:
        """Ask; where nobody can answer, the answer is yes."""
        self._wipe()
        return not self.asks or click.confirm(question, err=True)

    @property
    def actor(self) -> str:
        """Who is acting: APEL_ACTOR, else the name of the account."""
        try:
            return os.environ.get("APEL_ACTOR") or getpass.getuser()
        except (OSError, KeyError, ImportError):  # pragma: no cover - an account without a name, as in some containers
            return "?"

    def engine(self) -> Engine:
        """The database, whatever is in it."""
        if self._engine is None:
            from attendance.ledger.engine import engine

            try:
                self._engine = engine(self.database)
            except Exception as error:  # the address cannot be read, or its driver is not installed
                raise Refused(
                    _("--db: this address of a database cannot be used ({reason}).").format(reason=error)
                ) from None
        return self._engine  # type: ignore[no-any-return]

    def close(self) -> None:
        """Leave the database as one file: what stands beside it is taken in, so that it may be copied."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def opened(self) -> Engine:
        """The database, once it is known that there is a ledger in it that this program can read."""
        from attendance.ledger import schema

        if "://" not in self.database and not Path(self.database).is_file():
            raise Refused(absent(self.database))
        made = self.engine()
        try:
            schema.check(made)
        except schema.Absent:
            raise Refused(absent(self.database)) from None
        except schema.Older:
            raise Refused(
                _("The database {path} was written by an earlier version. Bring it up to date: apel db upgrade").format(
                    path=self.database
                )
            ) from None
        except schema.Newer:
            raise Refused(
                _("The database {path} was written by a later version of apel. Install that version.").format(
                    path=self.database
                )
            ) from None
        return made

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Ask the ledger: all answers from one state, that of `--as-of` where it is given."""
        from attendance.ledger.engine import reading

        made = self.opened()
        with reading(made) as session:
            if self.as_of is not None:
                session.info["as_of"] = self._entry(session, self.as_of)
            yield session

    @contextmanager
    def write(self, keep: bool = True) -> Iterator[Session]:
        """Write to the ledger: all or nothing; `keep` False is the rehearsal."""
        from attendance.ledger.engine import writing

        if self.as_of is not None:
            raise Refused(_("--as-of looks back; nothing can be written there. Leave it out."))
        with writing(self.opened(), keep) as session:
            yield session
        if not keep and not self._rehearsed:
            self._rehearsed = True  # said once, however many files there are
            self.say(_("Rehearsal only (--dry-run): nothing was written."))

    @contextmanager
    def draft(self, session: Session, action: str, *, reason: str = "", **summary: Any) -> Iterator[Draft]:
        """One entry of the journal. If it comes to nothing, there is no entry."""
        from attendance.ledger import journal

        draft = journal.begin(session, action, actor=self.actor, at=self.moment(), reason=reason)
        draft.summary.update(summary | ({"sender": self.sender} if self.sender else {}))
        yield draft
        if draft.watch:
            from attendance.commands import signing

            signing.guard(self, draft, reason)
        finish(draft)

    def moment(self) -> datetime:
        """The true time of an act, whatever `--today` says."""
        return datetime.now(UTC)

    def _entry(self, session: Session, text: str) -> int:
        from attendance.ledger import journal

        if text.isdecimal():
            last = journal.head(session)[0]
            if int(text) > last:
                raise Refused(_("There is no entry {number}; the last is {last}.").format(number=text, last=last))
            return int(text)
        zone = ZoneInfo(self._zone(session))
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            raise Refused(
                _("--as-of {text} is neither an entry nor a time such as 2026-03-31 or 2026-03-31T15:00.").format(
                    text=text
                )
            ) from None
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            moment = datetime.combine(moment.date(), time(23, 59, 59))
        return journal.entry_at(session, moment if moment.tzinfo else moment.replace(tzinfo=zone))

    def _zone(self, session: Session) -> str:
        from attendance.settings import ZONES

        return ZONES[settings(session).office.zone]


def finish(draft: Draft) -> None:
    """Seal an entry that did something; take away one that did nothing."""
    if draft.empty:
        draft.drop()
    else:
        draft.seal()


def settings(session: Session) -> Settings:
    """The configuration as it stands in this session."""
    from attendance import settings as configuration
    from attendance.ledger.configuration import sections

    return configuration.read(sections(session))


def echo(message: str = "", *, err: bool = False) -> None:
    """Print a message. Whatever a file or an officer brought into it is shown literally, never obeyed by a terminal."""
    from attendance.publish.formats import safe

    lines = [safe(line) for line in message.split("\n")]
    if (sys.stderr if err else sys.stdout).isatty():
        from attendance.publish.terminal import folded

        columns = shutil.get_terminal_size((80, 24)).columns
        lines = [part for line in lines for part in folded(line, columns)]
    click.echo("\n".join(lines), err=err)


def absent(database: str) -> str:
    """There is no ledger: how to begin."""
    return _('There is no apel database at {path}. Begin with: apel init --office "NAME OF THE OFFICE"').format(
        path=database
    )


def located(fault: Fault) -> str:
    """A fault as one line: where, and what."""
    place = fault.place
    where = [place.file, place.sheet or "", _("row {row}").format(row=place.row) if place.row else ""]
    head = ", ".join(part for part in where if part)
    return f"{head}: {fault.message}" if head else fault.message
