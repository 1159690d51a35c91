"""What is wrong or doubtful with a row of a roster apart from its NIP, its unit and its status."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

from attendance.intake.cells import shown
from attendance.intake.roster_words import elsewhere, gone
from attendance.language import _
from attendance.rules import names, ranks

Told: TypeAlias = Mapping[str, str]
"""What a row says, by field."""

CITIZEN = re.compile(r"(?<!\d)\d(?:[ .\-]?\d){15}(?!\d)")
"""What may be a NIK."""
_LETTER = re.compile(r"[^\W\d_]")
_KEPT = ("position", "unit", "parent", "line")
"""Fields besides the name whose text is kept."""
_DIGITS = re.compile(r"\d{8}")
_LONG = re.compile(r"\d{4}")


def wrong(told: Told, parts: names.Named) -> Iterator[str]:
    """What is wrong with a row apart from its NIP and unit."""
    if not parts.name.replace(" ", "").isalpha() or len(parts.name) < 5 or parts.before or parts.after:
        yield from _misnamed(parts)
    if not all(_clean(told[field]) for field in _KEPT if field in told):
        yield _("the row holds 16 digits outside the NIP, which look like a NIK; take them out")
    said = (told.get(field, "") for field in ("standing", "note", "status", "unit"))
    standing = gone(told.get("name", ""), "") or next(filter(None, (gone("", word) for word in said)), "")
    if standing:
        message = _("the row says {words}; delete it, or take these words out if the person is still in service")
        yield message.format(words=shown(standing))
    if "position" in told and _no_position(told["position"]):
        message = _("the position reads {position}, which is none; see whether the columns have shifted")
        yield message.format(position=shown(told["position"]))


def named(parts: names.Named) -> Iterator[str]:
    """A doubt where the name holds what is hardly part of one."""
    if names.doubtful(parts):
        message = _("the name reads {name}; take out what is no part of it")
        yield message.format(name=shown(" ".join(filter(None, parts))))


def away(told: Told, unit: tuple[str, ...]) -> Iterator[str]:
    """A doubt where a remark says that somebody may stand elsewhere."""
    note = told.get("note", "")
    if note and elsewhere(note):
        message = _("the row says {words}; it was taken as one of {unit} all the same")
        yield message.format(words=shown(note), unit=" / ".join(unit))


def _misnamed(parts: names.Named) -> Iterator[str]:
    """What is wrong with a name."""
    whole = "|".join(parts)
    if not _LETTER.search(parts.name) or names.is_title(parts.name):
        yield _("there is no name; write it")
    elif _LONG.search(whole) is None:
        return
    elif not _clean(whole):
        yield _("the row holds 16 digits outside the NIP, which look like a NIK; take them out")
    else:
        yield _("the name {name} holds a number; write the name alone").format(
            name=shown(", ".join(filter(None, parts)))
        )


@lru_cache(maxsize=1024)
def _clean(word: str) -> bool:
    """Whether a text holds nothing that looks like a NIK."""
    return CITIZEN.search(word) is None


@lru_cache(maxsize=1024)
def _no_position(word: str) -> bool:
    return _DIGITS.search(word) is not None or ranks.alone(word)
