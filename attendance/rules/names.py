"""Names of persons: the bare name apart from titles, and the key by which names are matched and sorted."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_BEFORE = re.compile(r"^(?:prof|drs|dra|drg|drh|dr|ir|hj|h|kh|apt|ns)(?:\.\s*|\s+)(?=\S)", re.IGNORECASE)
_BEFORE_ALONE = re.compile(r"^(?:prof|drs|dra|drg|drh|dr|ir|hj|h|kh)\.?$", re.IGNORECASE)

_NO_PART = re.compile(r"[()\[\]*/;:#@_=]| [-–—] |^(?:SDRI?|TN|NY|NN|BPK|BAPAK|IBU|SAUDARA|SAUDARI)\b[. ]")

_WRITTEN = """
    SE SEI SH SHI SHUT SS SSI SSOS SSOSI SST SSTP SSTPI SSIT SIP SIK SIKOM SIPEM SKOM SKED SKEP SKEL SKG SKH SKM
SKPM SP SPD SPDI SPSI SPT SPI SPAR ST STI STP STHI STREKS STRKEB STRKEP STRIP STRAP SAB SAG SAK SAN SAP SARS
SBNS SDS SGZ SFARM SFIL SM SMAT SMN SN SPWK SSN SSTAT STERA STRT STRGZ SSTR SSY MA MAB MAG MAK MAP MARS MBA     MCS
MDEV MEC MECDEV MED MENG MESY MH MHI MHUM MIKOM MIP MKEB MKEP MKES MKM MKN MKOM ML MM MMKES MMPD MP MPA     MPD MPDI
MPH MPHIL MPP MPSI MPW MPWK MS MSA MSC MSE MSI MSM MSN MSOS MSP MSTAT MT MTI MTP MTR MTRIP MUM AMA     AMAPD AMD
AMDAK AMDAN AMDFARM AMDGZ AMDKEB AMDKEP AMDKES AMDKL AMDKOM AMDPK AMDRAD AMDT AMF AMG AMK AMKEB     AMKG AMKL AMP
AMPD AK BA BSC BE CA CFRA CGCAE CHRA CPA CRMP DEA DESS LLM NERS PHD QIA
"""
_DEGREES = frozenset(_WRITTEN.split())
"""Gelar belakang without dots: what may follow a name even where the comma was forgotten."""


class Named(NamedTuple):
    """A name in its three parts; empty text for a part that is not there."""

    before: str
    name: str
    after: str


def split(text: str) -> Named:
    """Take a printed name apart: "Drs. H. NAMA, S.E., M.Si." -> ("Drs. H.", "NAMA", "S.E., M.Si.")."""
    whole = " ".join(text.split())
    head, *tail = (part.strip() for part in whole.split(","))
    before, head = _leading(head)
    head, degrees = _trailing(head)
    for part in filter(None, tail):
        (before if _BEFORE_ALONE.match(part) else degrees).append(part)
    return Named(" ".join(before), head, ", ".join(degrees))


def is_title(word: str) -> bool:
    """Whether a text is nothing but a title that stands before names."""
    return _BEFORE_ALONE.match(word) is not None


def doubtful(named: Named) -> bool:
    """Whether a name holds what is hardly part of one: brackets, a post behind a dash, "Sdr.", one behind a comma."""
    first = named.after.partition(",")[0]
    behind = first.isalpha() and len(first) > 4 and first.upper() not in _DEGREES
    return behind or _NO_PART.search(" ".join(filter(None, named)).upper()) is not None


def bare(text: str) -> str:
    """The key of a name: no titles, capitals, no accents or punctuation, single spaces."""
    plain = unicodedata.normalize("NFKD", split(text).name.upper())
    kept = (" " if c in ".-_/" or c.isspace() else c for c in plain if c.isalnum() or c.isspace() or c in ".-_/")
    return " ".join("".join(kept).split())


def _leading(head: str) -> tuple[list[str], str]:
    """The titles before a name, and what is left."""
    titles: list[str] = []
    while found := _BEFORE.match(head):
        titles.append(found.group().strip())
        head = head[found.end() :]
    return titles, head


def _trailing(head: str) -> tuple[str, list[str]]:
    """What is left of a name, and the degrees behind it that no comma sets apart: "NAMA. S.Sos M.Si"."""
    words, degrees = head.split(" "), list[str]()
    while len(words) > 1 and _is_degree(words[-1], words[-2]):
        degrees.insert(0, words.pop())
    return " ".join(words).rstrip(".") if degrees else head.rstrip(" ."), degrees


def _is_degree(word: str, previous: str) -> bool:
    """Whether a word at the end is a degree: known, and set apart by a dot inside it or before it."""
    letters = word.replace(".", "").upper()
    dotted = "." in word.rstrip(".") or previous.endswith(".")
    return dotted and (letters in _DEGREES or word.startswith("Sp."))
