"""A machine in the network that is none: it speaks the protocol of ZKTeco and Solution on the loopback, over TCP.

What it is asked comes as packets `5050 8272 <length>`, a header of four numbers (command, checksum, session, reply)
and what belongs to the command. Only what reading needs is answered; whatever would change the machine fails the test.
"""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from types import TracebackType

OK, UNAUTH, ERROR = 2000, 2005, 2001
PREPARE, DATA = 1500, 1501
CONNECT, EXIT, ENABLE, DISABLE, AUTH, FREE = 1000, 1001, 1002, 1003, 1102, 1502
SIZES, TIME, PREPARE_BUFFER, READ_BUFFER = 50, 201, 1503, 1504
USERS, LOG = 9, 13
SESSION = 4711


def stamp(at: datetime | tuple[int, ...]) -> int:
    """A time as machines count it; a tuple may name a day that does not exist."""
    year, month, day, hour, minute, second = at if isinstance(at, tuple) else at.timetuple()[:6]
    return ((year % 100 * 12 + month - 1) * 31 + day - 1) * 86_400 + (hour * 60 + minute) * 60 + second


def key(password: int, session: int, ticks: int = 50) -> bytes:
    """The password as it is sent: scrambled with the number of the session."""
    turned = int(f"{password:032b}"[::-1], 2)
    first = [
        byte ^ sign for byte, sign in zip(struct.pack("<I", (turned + session) & 0xFFFFFFFF), b"ZKSO", strict=True)
    ]
    swapped = first[2:] + first[:2]
    return bytes([swapped[0] ^ ticks, swapped[1] ^ ticks, ticks, swapped[3] ^ ticks])


@dataclass
class FakeMachine:
    """What is in the machine: users (place in its list, PIN), scans (PIN or place, time), the form of its records."""

    scans: Sequence[tuple[object, datetime | tuple[int, ...]]] = ()
    users: Sequence[tuple[int, str]] = ()
    size: int = 40
    clock: datetime | tuple[int, ...] = (2026, 3, 31, 23, 59, 59)
    password: int = 0
    small: bool = False  # answers short data at once, without a buffer
    drop_after: int | None = None  # hangs up after so many bytes of the log
    silent: bool = False  # takes the connection and says nothing
    claims: int | None = None  # says that it has so many records
    refuses: bool = False  # knows none of the commands that read data
    asked: list[int] = field(default_factory=list)
    port: int = 0

    def __post_init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> FakeMachine:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._end.set()
        self._server.close()
        with socket.socket() as knock:
            knock.connect_ex(("127.0.0.1", self.port))
        self._thread.join(5)

    def _serve(self) -> None:
        while not self._end.is_set():
            try:
                connection, _from = self._server.accept()
            except OSError:
                return
            with connection:
                try:
                    self._talk(connection)
                except OSError:
                    continue

    def _talk(self, connection: socket.socket) -> None:
        known = not self.password
        buffer = b""
        while not self._end.is_set():
            command, reply, said = _heard(connection)
            self.asked.append(command)
            if self.silent:
                self._end.wait(5)
                return

            def answer(code: int, content: bytes = b"", reply: int = reply) -> bytes:
                return _packet(code, content, reply)

            if command == CONNECT:
                connection.sendall(answer(OK if known else UNAUTH))
            elif command == AUTH:
                known = said == key(self.password, SESSION)
                connection.sendall(answer(OK if known else UNAUTH))
            elif command == TIME:
                connection.sendall(answer(OK, struct.pack("<I", stamp(self.clock))))
            elif command == SIZES:
                counts = [0] * 20
                counts[4], counts[8] = len(self.users), len(self.scans) if self.claims is None else self.claims
                connection.sendall(answer(OK, struct.pack("<20i", *counts)))
            elif command == PREPARE_BUFFER and self.refuses:
                connection.sendall(answer(ERROR))
            elif command == PREPARE_BUFFER:
                wanted = struct.unpack_from("<h", said, 1)[0]
                buffer = self._users() if wanted == USERS else self._log()
                whole = answer(DATA, buffer) if self.small else answer(OK, b"\0" + struct.pack("<I", len(buffer)))
                if wanted == LOG and self.small and self.drop_after is not None:
                    connection.sendall(whole[: self.drop_after])
                    return
                connection.sendall(whole)
            elif command == READ_BUFFER:
                start, size = struct.unpack("<ii", said)
                part = buffer[start : start + size]
                whole = answer(PREPARE, struct.pack("<II", size, size)) + answer(DATA, part)
                if self.drop_after is not None and self._is_log(buffer):
                    connection.sendall(whole[: self.drop_after])
                    return
                connection.sendall(whole + answer(OK))
            else:
                assert command in (EXIT, ENABLE, DISABLE, FREE), f"the machine was told {command}"
                connection.sendall(answer(OK))
                if command == EXIT:
                    return

    def _is_log(self, buffer: bytes) -> bool:
        return buffer == self._log()

    def _users(self) -> bytes:
        each = [
            struct.pack("<HB8s24sIx7sx24s", place, 0, b"", f"ORANG {pin}".encode(), 0, b"", pin.encode())
            for place, pin in self.users
        ]
        return struct.pack("<I", sum(map(len, each))) + b"".join(each)

    def _log(self) -> bytes:
        each = [self._record(who, stamp(at)) for who, at in self.scans]
        return struct.pack("<I", sum(map(len, each))) + b"".join(each)

    def _record(self, who: object, at: int) -> bytes:
        if self.size == 8:
            return struct.pack("<HBIB", who, 1, at, 0)
        if self.size == 16:
            return struct.pack("<IIBB2sI", who, at, 1, 0, b"", 0)
        return struct.pack("<H24sBIB8s", 1, str(who).encode(), 1, at, 0, b"")


def _packet(command: int, content: bytes, reply: int) -> bytes:
    body = struct.pack("<4H", command, 0, SESSION, reply) + content
    return struct.pack("<HHI", 0x5050, 0x7D82, len(body)) + body


def _heard(connection: socket.socket) -> tuple[int, int, bytes]:
    head = _exactly(connection, 8)
    body = _exactly(connection, struct.unpack("<HHI", head)[2])
    command, _checksum, _session, reply = struct.unpack_from("<4H", body)
    return command, reply, body[8:]


def _exactly(connection: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        more = connection.recv(size - len(data))
        if not more:
            raise ConnectionResetError
        data += more
    return data


@contextmanager
def nobody_there() -> Iterator[int]:
    """A port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    yield port
