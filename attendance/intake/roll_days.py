"""Rolls as a list for one day that stands above it: a row a person, with a code, a time or a remark."""

from __future__ import annotations

from attendance.intake import titles
from attendance.intake.entries import Question, Told
from attendance.intake.roll_forms import the_day, written
from attendance.intake.roll_lists import entry
from attendance.intake.tables import Table

__all__ = ["entries", "mine", "written"]


def mine(table: Table) -> bool:
    """A list with a column for what was, and the day above it."""
    return bool({"code", "time", "note"} & set(table.heads.columns)) and titles.day(table) is not None


def entries(table: Table, question: Question, order: str) -> Told:
    """One entry a row."""
    day = the_day(table, question, order)
    kind = question.kind_of(table)
    return Told([entry(record, question, order, kind, day) for record in table.records(("nip", "name"))], [])
