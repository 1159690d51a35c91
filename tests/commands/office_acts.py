"""What officers do in many tests: rolls typed as words of codes, signatures, and looking at the journal."""

from __future__ import annotations

import json
import re
from typing import Any

from officer import Apel

WEEK = "2026-03-02..2026-03-05"
"""Four apel days, Monday to Thursday."""

KINDS = ("apel-pagi", "kerja")


def rows(nips: list[str], *words: str, first: int = 2) -> list[str]:
    """Rows of a long roll from 2 March 2026 on: a word of codes a person; `.` is no mark."""
    return [
        f"{nip};2026-03-{day:02d};{code}"
        for nip, word in zip(nips, words, strict=True)
        for day, code in enumerate(word.split(), first)
        if code != "."
    ]


def roll(apel: Apel, nips: list[str], *words: str, first: int = 2, kind: str = "apel-pagi", name: str = "roll") -> str:
    """Take in a roll of codes."""
    text = "\n".join(["NIP;TANGGAL;KODE", *rows(nips, *words, first=first)])
    return apel("roll", "import", apel.file(f"{name}.csv", text), "--kind", kind)


def close(apel: Apel, period: str = WEEK, *units: str, kind: str = "apel-pagi") -> str:
    """Close the rolls of some units, or of all."""
    which = [word for unit in units for word in ("--unit", unit)] or ["--all"]
    return apel("roll", "close", period, "--kind", kind, *which, "--signed-by", "KEPALA CONTOH")


def journal(apel: Apel) -> tuple[int, str]:
    """How many entries there are, and the hash of the last; all of them must be as they were written."""
    told = apel.json("journal", "verify")
    assert told["faults"] == []
    return told["entries"], told["head"]


def done_once(apel: Apel, *words: object) -> str:
    """A writing command: rehearsed it writes nothing, done it writes, done again it changes nothing."""
    before = journal(apel)
    assert "Rehearsal only" in apel(*words, "--dry-run")
    assert journal(apel) == before
    said = apel(*words)
    after = journal(apel)
    assert after[0] > before[0]
    assert apel.run(*words).exit_code in (0, 1)
    assert journal(apel) == after
    return said


def spoken(apel: Apel, *words: object) -> str:
    """What a command says on a wide screen, with single spaces."""
    result = apel.run(*words, COLUMNS="250")
    assert result.exit_code == 0, result.output
    return " ".join(result.output.split())


def answers(apel: Apel, period: str = "2026-03") -> dict[str, Any]:
    """Everything that the program answers about a period: the same facts give the same answers.

    Left out are the numbers of entries and letters, which say in which order the facts came.
    """
    said: dict[str, Any] = {f"flag {kind}": apel.json("flag", period, "--all", "--kind", kind) for kind in KINDS}
    said |= {
        f"recap {kind} {by}": apel.json("recap", period, "--kind", kind, "--by", by)
        for kind in KINDS
        for by in ("person", "unit", "day")
    }
    said["staff"] = apel.json("staff", "list")
    said["pins"] = apel.json("scan", "parked")
    said["nips"] = apel.json("roll", "parked")
    said["letters"] = [{**one, "number": 0} for one in apel.json("leave", "list")]
    said["calendar"] = apel.json("calendar", "show", "2026")
    said["missing"] = apel.json("roll", "missing", period)
    unnumbered: dict[str, Any] = json.loads(re.sub(r"\(entry \d+\)", "(entry)", json.dumps(said)))
    return unnumbered


def figures(person: dict[str, Any]) -> tuple[Any, ...]:
    """Scheduled, present, late, excused, absent, unreported, required, rate and run of a person."""
    names = ("scheduled", "present", "late", "excused", "absent", "unreported", "required", "rate", "run")
    return tuple(person[name] for name in names)


def adds_up(told: dict[str, Any]) -> bool:
    """Whether every row of an import is accounted for."""
    parts = ("taken", "unchanged", "parked", "repeated")
    lists = ("quarantined", "refused")
    counted = sum(told.get(part, 0) for part in parts) + sum(len(told.get(part, ())) for part in lists)
    return bool(told["read"] == counted)
