"""Rolls as a list for one day that stands above it: a row a person, with a code, a time or a remark."""

from __future__ import annotations

from attendance.intake import titles
from attendance.intake.entries import Question, Told
from attendance.intake.roll_bodies import Body
from attendance.intake.roll_dates import the_day
from attendance.intake.roll_forms import written
from attendance.intake.roll_lists import SAYING, columns, told

__all__ = ["columns", "entries", "mine", "written"]


def mine(body: Body, question: Question) -> bool:
    """A list with a column for what was, and above it the day or the place for it, if the officer has not said it."""
    table = body.table
    found = set(SAYING) & set(table.heads.columns)
    told = titles.day(table) is not None or (found != {"note"} and (titles.dated(table) or _said(question)))
    return bool(found) and told


def entries(body: Body, question: Question, order: str) -> Told:
    """One entry a row."""
    return told(body, question, order, the_day(body.table, question, order))


def _said(question: Question) -> bool:
    """The officer said one day."""
    return question.period is not None and question.period[0] == question.period[1]
