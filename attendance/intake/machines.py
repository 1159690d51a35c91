"""Machines in the network: their whole log as the lines of an attlog, read through pyzk (the extra `devices`).

Nothing is changed on the machine but for its keys, which are locked while it is read. Its records are taken apart here,
not by the library: that gives up a whole log for one impossible time, and takes a number of its own for a PIN.
"""

from __future__ import annotations

import contextlib
import errno
import io
import socket
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from struct import unpack_from
from typing import Any

from attendance.errors import Refused
from attendance.intake.cells import shown
from attendance.language import _

PORT = 4370
PATIENCE = 15.0
"""Seconds to wait for each answer."""

_SHORT = "TCP packet invalid"
"""What the library says of an answer of which only the beginning came."""

UNREACHABLE = (errno.ENETUNREACH, errno.EHOSTUNREACH)
"""What the system says where there is no way to the machine, as without a network."""

SIZES = (8, 16, 40)
"""Bytes of one record, by the age of the machine."""


@dataclass(frozen=True, slots=True)
class Dump:
    """What a machine answered: its log, line by line as on a stick, and its own clock; None: that shows no time."""

    lines: tuple[str, ...]
    clock: datetime | None


def pull(host: str, *, port: int = PORT, password: int = 0) -> Dump:
    """The whole log of a machine. Raises Refused, in one sentence, for all that can go wrong on the way."""
    made = _library(host, port, password)
    where = f"{host}:{port}"
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.ExitStack() as after:  # the library prints
            after.callback(made.close)
            made.connect()
            after.callback(_quietly, made.disconnect)
            clock = _clock(made)
            made.disable_device()
            after.callback(_quietly, made.enable_device)
            return Dump(tuple(_log(made, where)), clock)
    except Refused:
        raise
    except Exception as error:  # the library raises whatever a broken answer leads it to
        raise Refused(_why(error, where)) from None


def _library(host: str, port: int, password: int) -> Any:
    try:
        from zk import ZK
    except ImportError:
        raise Refused(
            _('To read machines in the network one more part is needed: pip install "apel[devices]"')
        ) from None

    class Honest(ZK):  # type: ignore[misc]
        """The library, but for its socket: it says when it cannot be opened and when the other side hangs up."""

        def _ZK__create_socket(self) -> None:
            self.close()
            made = _Socket(socket.AF_INET, socket.SOCK_STREAM)
            self._ZK__sock = made
            made.settimeout(PATIENCE)
            made.connect((host, port))

        def close(self) -> None:
            self._ZK__sock.close()

    made = Honest(host, port=port, timeout=PATIENCE, password=password, ommit_ping=True)
    made.helper = _Helper()
    return made


class _Helper:
    """The library tries out a connection first; what it asks is answered, and the true one shows the rest."""

    def test_tcp(self) -> int:
        return 0


class _Socket(socket.socket):
    """A socket that does not take a connection that ended for one that has nothing more to say."""

    def recv(self, size: int, flags: int = 0) -> bytes:
        """Some bytes, one at least."""
        data = super().recv(size, flags)
        if not data:
            raise ConnectionAbortedError
        return data


def _quietly(act: Any) -> None:
    """Say goodbye: a machine that is gone does not answer, and nothing depends on it."""
    with contextlib.suppress(Exception):
        act()


def _clock(made: Any) -> datetime | None:
    try:
        now: datetime = made.get_time()
    except ValueError:  # such as 31 February
        return None
    return now


def _log(made: Any, where: str) -> Iterator[str]:
    """The records as lines: PIN, time, device, state, verify, work code."""
    from zk import const

    made.read_sizes()
    count = made.records
    if not count:
        return
    users = {user.uid: user.user_id for user in made.get_users()}
    content, _size = made.read_with_buffer(const.CMD_ATTLOG_RRQ)
    total = unpack_from("<I", content)[0] if len(content) >= 4 else 0
    size = total // count if total % count == 0 else 0
    if size not in SIZES or len(content) != total + 4:
        raise Refused(
            _(
                "The machine at {where} says that it has {count} records, and sent {size} bytes, which do not fit:"
                " nothing was taken. Try again, or copy the log to a stick."
            ).format(where=where, count=count, size=len(content))
        )
    for start in range(4, len(content), size):
        yield _line(content, start, size, users)


def _line(content: bytes, start: int, size: int, users: Mapping[int, str]) -> str:
    """One record. In the oldest form it names a place in the machine's list of users; who is on it no more gets letters
    for a PIN, so that nobody else is taken for him."""
    if size == 40:
        _uid, named, verify, stamp, state = unpack_from("<H24sBIB", content, start)
        pin = named.split(b"\0")[0].decode("utf-8", "replace").strip()
    elif size == 16:
        number, stamp, verify, state = unpack_from("<IIBB", content, start)
        pin = str(number)
    else:
        uid, verify, stamp, state = unpack_from("<HBIB", content, start)
        pin = users.get(uid, f"UID{uid}")
    return f"{pin}\t{_written(stamp)}\t1\t{state}\t{verify}\t0"


def _written(stamp: int) -> str:
    """A time as machines count it, in months of 31 days: also one that does not exist is written as it is."""
    rest, second = divmod(stamp, 60)
    rest, minute = divmod(rest, 60)
    rest, hour = divmod(rest, 24)
    rest, day = divmod(rest, 31)
    year, month = divmod(rest, 12)
    return f"{year + 2000:04}-{month + 1:02}-{day + 1:02} {hour:02}:{minute:02}:{second:02}"


def _why(error: Exception, where: str) -> str:
    """What went wrong, for an officer."""
    cause = error.__context__ if isinstance(error.__context__, OSError) else error
    if isinstance(cause, ConnectionRefusedError):
        return _("The machine at {where} refuses the connection; check the address and the port (--port).").format(
            where=where
        )
    if isinstance(cause, socket.gaierror):
        return _("There is no machine named {where}; check the address, such as 192.168.1.201.").format(where=where)
    if isinstance(cause, TimeoutError) or getattr(cause, "errno", None) in UNREACHABLE:
        return _("The machine at {where} does not answer; check that it is on and in the same network.").format(
            where=where
        )
    if isinstance(cause, ConnectionError) or str(error) == _SHORT:
        return _("The connection to {where} broke while it was read: nothing was taken. Try again.").format(where=where)
    if str(error) == "Unauthenticated":
        return _("The machine at {where} wants another password: --password NUMBER (its comm key).").format(where=where)
    return _("The machine at {where} cannot be read ({reason}); copy its log to a stick.").format(
        where=where, reason=shown(str(error) or type(error).__name__)
    )
