"""Take in a machine's log in a process of its own, or parse it bare, and say how much memory it took at most, in MB."""

import sys
from pathlib import Path

from attendance.commands import scans
from benchmarks import data, floors
from benchmarks.peak import peak


def main() -> None:
    """Take in, or parse."""
    how, path, log = sys.argv[1:]
    if how == "ours":
        one = data.desk(Path(path))
        scans.take(one, Path(log), device=data.MACHINE, date_format=None, skip_bad=False, dry_run=False, reason="")
        one.close()
    else:
        bare = floors.connect(Path(path))
        floors.take_log(bare, Path(log), floors.entry(bare))
        bare.close()
    print(peak() / 1024)


if __name__ == "__main__":
    main()
