"""Frozen papers: all that stands on a notice or a ralat as canonical JSON, its digest, and the way back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from hashlib import sha256
from typing import Any

from attendance.rules.chronic import Limits
from attendance.rules.kinds import Kind
from attendance.rules.notices import Group, Named, Notice, Reprint, Silent
from attendance.rules.offices import Office, Signatory
from attendance.rules.periods import Period
from attendance.rules.ralats import Change, Ralat

VERSION = 1


def freeze(paper: Notice | Ralat) -> str:
    """All that stands on a paper, without the emblem (a file) and the NIP of who signs (not for a wall)."""
    signatory = paper.signatory and replace(paper.signatory, nip="")
    bare = replace(paper, office=replace(paper.office, emblem=""), signatory=signatory)
    sort = "ralat" if isinstance(paper, Ralat) else "pengumuman"
    document = {"apel": sort, "version": VERSION, **_plain(bare)}
    return json.dumps(document, sort_keys=True, separators=(",", ":"))


def digest(content: str) -> str:
    """The SHA-256 of a frozen paper."""
    return sha256(content.encode()).hexdigest()


def thaw(content: str) -> Notice | Ralat:
    """The paper that was frozen."""
    document = json.loads(content)
    sort = document.pop("apel")
    document.pop("version")
    common = {
        "office": _office(document["office"]),
        "kind": Kind(document["kind"]),
        "period": Period(*map(date.fromisoformat, (document["period"]["first"], document["period"]["last"]))),
        "signatory": document["signatory"] and Signatory(**document["signatory"]),
        **_days(document, "dated", "remove_on", "correct_by", "posted"),
    }
    own = _ralat(document) if sort == "ralat" else _notice(document)
    made = {**document, **common, **own}
    return Ralat(**made) if sort == "ralat" else Notice(**made)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _office(raw: Mapping[str, Any]) -> Office:
    return Office(**{**raw, "address": tuple(raw["address"])})


def _days(raw: Mapping[str, Any], *names: str) -> dict[str, date]:
    return {name: date.fromisoformat(raw[name]) for name in names if name in raw}


def _notice(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "days": tuple(map(date.fromisoformat, raw["days"])),
        "groups": tuple(Group(one["unit"], tuple(Named(**who) for who in one["people"])) for one in raw["groups"]),
        "silent": tuple(Silent(one["unit"], tuple(map(date.fromisoformat, one["days"]))) for one in raw["silent"]),
        "basis": tuple(raw["basis"]),
        "rules": tuple(raw["rules"]),
        "limits": Limits(**raw["limits"]),
        "reprint": raw["reprint"] and _reprint(raw["reprint"]),
    }


def _reprint(raw: Mapping[str, Any]) -> Reprint:
    return Reprint(**{**raw, "ralats": tuple((number, date.fromisoformat(on)) for number, on in raw["ralats"])})


def _ralat(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "changes": tuple(
            Change(one["unit"], Named(**one["before"]), one["after"] and Named(**one["after"]))
            for one in raw["changes"]
        )
    }
