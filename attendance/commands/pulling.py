"""Pulling the log of a machine in the network: first to disk, whole, then in by the same way as a file."""

from __future__ import annotations

import os
import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from attendance.commands import scans
from attendance.commands.desk import Desk
from attendance.commands.importing import Outcome
from attendance.commands.shifting import written
from attendance.errors import Refused
from attendance.language import _

TOLERATED = timedelta(seconds=60)
"""So far the machine's clock may be off without a word."""


def pull(desk: Desk, host: str, *, port: int, password: int, device: str, save: Path | None, **words: Any) -> Outcome:
    """Read a machine, keep what it said as a file, and take that in."""
    from attendance.intake import machines

    scans.named(device)
    target = save or _default(device, desk.moment())
    if target.exists():
        raise Refused(_("{path} is there already; name another file with --save").format(path=target))
    dump = machines.pull(host, port=port, password=password)
    now = desk.now()
    if dump.clock is None:
        desk.say(_("! The machine's clock shows a time that does not exist; set it."))
    elif abs(dump.clock - now) > TOLERATED:
        desk.say(
            _("! The machine's clock shows {clock}, and it is {now}: off by {offset}. Set it.").format(
                clock=dump.clock, now=now.replace(microsecond=0), offset=written(_whole(dump.clock - now))
            )
        )
    if not dump.lines:
        raise Refused(_("The log of the machine at {host} is empty; nothing was taken.").format(host=host))
    _keep(target, "".join(f"{line}\r\n" for line in dump.lines))
    desk.say(_("Written: {path}").format(path=target))
    return scans.take(desk, target, device=device, **words)


def _default(device: str, now: datetime) -> Path:
    """A file of its own in the folder of the program, by machine and moment."""
    from attendance.commands.main import folder

    where = folder() / "machines"
    where.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"[^\w-]+", "-", device.strip()) or "machine"
    return where / f"{name}-{now:%Y%m%d-%H%M%S}_attlog.dat"


def _whole(offset: timedelta) -> timedelta:
    return timedelta(days=offset.days, seconds=offset.seconds)


def _keep(path: Path, content: str) -> None:
    """Write a file whole, and wait until it is on the disk."""
    from attendance.publish.atomic import replacing

    with replacing(path) as beside, beside.open("wb") as file:
        file.write(content.encode())
        file.flush()
        os.fsync(file.fileno())
