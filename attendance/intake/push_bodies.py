"""What machines push to a server, kept as text: the lines of ATTLOG among heads, users, operations and fingerprints."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEAD = re.compile(r"(?:POST|GET|HTTP)\b.*|[A-Za-z][\w-]*: .*|\??(?:SN|table|Stamp)=.*|ATTLOG:?\s*", re.ASCII)
_OTHER = re.compile(
    r"(?:OPLOG|USER|FP|FACE|USERPIC|BIODATA|BIOPHOTO|ATTPHOTO|FVEIN|IDCARD|WORKCODE|SMS|ERRORLOG)[ \t].*", re.ASCII
)
_PREFIX = re.compile(r"ATTLOG[ \t:]+(?=\S)")


def mine(lines: Sequence[str]) -> bool:
    """Some line is a head of the push protocol, or one of its lines that is no attendance."""
    return any(_OTHER.fullmatch(line) or line.startswith("ATTLOG") or "table=" in line for line in lines)


def attendance(lines: Sequence[str]) -> tuple[list[str], int]:
    """The same lines with only those of attendance left, the others blank; and how many of those say something else."""
    others = sum(1 for line in lines if _OTHER.fullmatch(line))
    kept = ("" if _OTHER.fullmatch(line) or _HEAD.fullmatch(line) else line for line in lines)
    return [_PREFIX.sub("", line, count=1) for line in kept], others
