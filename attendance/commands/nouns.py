"""Nouns: what an officer calls the keys of an entry, the tables of the ledger and the fields of a person."""

from __future__ import annotations

from attendance.language import N_, _

KEYS = (
    *(N_("action"), N_("code"), N_("day"), N_("days"), N_("device"), N_("entry"), N_("file"), N_("first"), N_("from")),
    *(N_("kind"), N_("kinds"), N_("letter"), N_("lines"), N_("marks"), N_("name"), N_("nip"), N_("number")),
    *(N_("office"), N_("period"), N_("pin"), N_("pins"), N_("right"), N_("sections"), N_("sender"), N_("signed_by")),
    *(N_("sort"), N_("source"), N_("taken"), N_("unchanged"), N_("unit"), N_("units"), N_("who"), N_("wrong")),
    *(N_("year"), N_("zone"), N_("confirmed")),
    *(N_("people"), N_("digest"), N_("corrects")),
    N_("read"),
    N_("hash"),
    *(N_("step"), N_("origin")),
)
TABLES = (
    *(N_("calendar_year"), N_("call"), N_("closure"), N_("device"), N_("establishment"), N_("exemption"), N_("head")),
    *(N_("letter"), N_("link"), N_("mark"), N_("person"), N_("pin"), N_("posting"), N_("profile"), N_("quarantine")),
    *(N_("scan"), N_("setting"), N_("source"), N_("special_day"), N_("unit"), N_("warning")),
    *(N_("notice"), N_("named"), N_("retraction"), N_("review")),
    *(N_("appointment"), N_("case_file"), N_("case_step")),
)
FIELDS = (N_("name"), N_("title_before"), N_("title_after"), N_("status"), N_("rank"), N_("position"), N_("unit"))


def noun(key: str) -> str:
    """The word for a key, a table or a field."""
    return _(key)


def phrase(value: object) -> str:
    """What stands under a key: text as it is, a list as its words."""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
