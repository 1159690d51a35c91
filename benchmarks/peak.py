"""Flag a period in a process of its own and say how much memory it took at most, in MB."""

import resource
import sys
from datetime import date
from pathlib import Path

from attendance.commands.inquiry import inquire
from attendance.rules.periods import Period
from benchmarks import data


def peak() -> int:
    """The most memory that this process held, in KB.

    Linux carries `ru_maxrss` over from the process that started this one, which may be the larger of the two; the
    kernel's own high-water mark begins anew.
    """
    status = Path("/proc/self/status")
    if status.exists():
        marks = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(marks["VmHWM"].split()[0])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> None:
    """Flag."""
    path, first, last = sys.argv[1:]
    one = data.desk(Path(path))
    period = Period(date.fromisoformat(first), date.fromisoformat(last))
    with one.read() as session:
        inquire(one, session, data.KIND, period).flagged()
    print(peak() / 1024)


if __name__ == "__main__":
    main()
