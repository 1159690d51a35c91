"""A peer in a process of its own, with pandas and nothing of ours: answers each period with seconds and figures.

Reads lines of FIRST LAST (ordinals) and writes lines of SECONDS PRESENT ABSENT RUNS, the sums over all people.
"""

import sqlite3
import sys
from time import perf_counter

import numpy
import pandas


def figures(database, first, last):
    """Present, absent and longest run of everybody with a mark, where marks and closed rolls say it all."""
    columns = "SELECT person_id, day, code FROM mark WHERE kind = 1 AND until = 0 AND day BETWEEN ? AND ?"
    marks = pandas.read_sql(columns, database, params=(first, last))
    closed = "SELECT DISTINCT day FROM closure WHERE kind = 1 AND until = 0 AND day BETWEEN ? AND ? ORDER BY day"
    days = [day for (day,) in database.execute(closed, (first, last))]
    places = numpy.zeros(last - first + 1, dtype="int32")
    places[[day - first for day in days]] = range(1, len(days) + 1)
    present = (marks.code <= 1).groupby(marks.person_id).sum()
    marks = marks[marks.code < 8]
    marks = marks.assign(place=places[marks.day.to_numpy() - first])
    by_person = marks.sort_values(["person_id", "place"]).groupby("person_id").place
    gaps = by_person.diff().fillna(marks.place) - 1
    longest = gaps.groupby(marks.person_id).max().clip(lower=len(days) - by_person.max())
    absent = len(days) - by_person.count()
    return int(present.sum()), int(absent.sum()), int(longest.sum())


def main():
    """Answer until there is nothing more to answer."""
    database = sqlite3.connect(sys.argv[1])
    for line in sys.stdin:
        first, last = map(int, line.split())
        start = perf_counter()
        sums = figures(database, first, last)
        print(perf_counter() - start, *sums, flush=True)


if __name__ == "__main__":
    main()
