"""What a form itself says its codes mean: "TR = Terlambat", "O : Off/Libur", "x = tidak hadir"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from attendance.errors import Fault
from attendance.intake import words
from attendance.intake.cells import Cell, shown, text
from attendance.intake.entries import Question
from attendance.intake.roll_bodies import Body
from attendance.intake.words import Said
from attendance.language import _
from attendance.rules.codes import SYNONYMS, Code

_PAIR = re.compile(
    r"(?<![^\s•;,(|*:/])\(?([A-Z]{1,4}|[√✓✔×✗✘.•*+\-])\)?\s*(?:=|:)\s*(.*?)"
    r"(?=\s*[;,|•\n]|\s{2,}|\s+\(?(?:[A-Z]{1,4}|[√✓✔×✗✘.•*+\-])\)?\s*(?:=|:)|$)"
)
_BRACKETED = re.compile(r"(?<![^\s,;:])([A-Z]{1,4})\s*\(\s*([A-Z][^()]{2,})\)")
_WORD = re.compile(r"[A-Z]{1,4}|[√✓✔×✗✘.•*+\-]")
_STROKE = re.compile(r"^([A-Z]{1,4})\s*[-–]\s*([A-Z].{2,})$")
_LABEL = re.compile(r"^\W*(?:KET|KETERANGAN|CATATAN|LEGENDA|KODE|NB)\b\.?[\s:]*")
_PHRASES: dict[str, Code | None] = {
    **{word: code for word, code in SYNONYMS.items() if len(word) > 3},
    "HADIR TERLAMBAT": Code.T,
    "DATANG TERLAMBAT": Code.T,
    "LAMBAT": Code.T,
    "DATANG": Code.H,
    "MASUK": Code.H,
    "DINAS": Code.DL,
    "TUGAS DALAM": Code.DL,
    "PERJALANAN DINAS": Code.DL,
    "PENDIDIKAN DAN PELATIHAN": Code.DK,
    "PELATIHAN": Code.DK,
    "BIMTEK": Code.DK,
    "TIDAK HADIR TANPA KETERANGAN": Code.TK,
    "TIDAK HADIR TANPA ALASAN": Code.TK,
    "TIDAK HADIR": Code.TK,
    "TIDAK MASUK": Code.TK,
    "TIDAK APEL": Code.TK,
    "TANPA KABAR": Code.TK,
    "MANGKIR": Code.TK,
    "LIBUR": None,
    "OFF": None,
    "LEPAS PIKET": None,
    "LEPAS DINAS": None,
    "TIDAK ADA APEL": None,
    "BELUM DILAKSANAKAN": None,
}
_KNOWN = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _PHRASES), key=len, reverse=True))})\b")
_NOBODY = re.compile(r"^[\W\d]*$|\d{4}")


class Legend(NamedTuple):
    """Words that the form explains: those that are a code or nothing (None), and those that are neither."""

    codes: dict[str, Code | None]
    unsure: dict[str, str]
    warnings: list[Fault]


def legend(body: Body, columns: Sequence[int], question: Question) -> Legend:
    """What the form says of the words that stand in its columns of marks; the officer's own words go before it."""
    found = Legend({}, {}, [])
    told = {word: said for word, said in _told(body, columns).items() if word not in question.codes}
    odd = {word for word, said in told.items() if not _plain(word, said)}
    used = _used(body, columns) if odd else set()
    told = {word: said for word, said in told.items() if word not in odd or word in used}
    for word, said in sorted(told.items()):
        meanings = {_meaning(one) for one in said}
        if len(meanings) == 1 and (meaning := meanings.pop()) != ("", False):
            _settle(found, word, sorted(said)[0], meaning[0], body)
        else:
            found.unsure[word] = " / ".join(sorted(said))
    return found


def _settle(found: Legend, word: str, said: str, code: str, body: Body) -> None:
    """Take a meaning over; where it is another than the word has by itself, say so."""
    found.codes[word] = Code(code) if code else None
    if not _plain(word, {said}):
        message = _("{word} is read as {code}, as the form says itself: {said}")
        says = message.format(word=word, code=code or _("nothing, not held"), said=shown(said))
        found.warnings.append(Fault(body.table.sheet.place(), says))


def _used(body: Body, columns: Sequence[int]) -> set[str]:
    """The words in the columns of marks, as they are looked up."""
    cells = {r.words[c] for r in body.records for c in columns if c < len(r.words) and len(r.words[c]) <= 6}
    return {_key(cell) for cell in cells} - {""}


def _key(word: str) -> str:
    return word if word in (".", "•") else words.fold(word).replace(".", "")


def _told(body: Body, columns: Sequence[int]) -> dict[str, set[str]]:
    """Each word with what it means, as rows about nobody or cells right of the list say; else the page above."""
    found: dict[str, set[str]] = {}
    around = [*_around(body, columns)]
    for cells in (*around, *(cells for _number, cells in body.others)):
        line = "  ".join(dict.fromkeys(text(cell) for cell in cells if text(cell)))
        told = re.sub(r"\s*([=:])\s*", r" \1 ", _LABEL.sub("", line.upper()))
        for word, meaning in _PAIR.findall(told):
            plain = meaning.strip(" .()")
            if plain and not _NOBODY.search(plain):
                found.setdefault(_key(word), set()).add(plain)
    for word, meaning in _beside([*around, *(cells for number, cells in body.others if number >= body.last)]):
        found.setdefault(_key(word), set()).add(meaning)
    before = body.table.before
    return (_told(Body(before), columns) if before else {}) | found


def _around(body: Body, columns: Sequence[int]) -> Iterator[Sequence[Cell]]:
    """The rows above the headings, and what stands right of the list."""
    sheet, heads = body.table.sheet, body.table.heads
    yield from (cells for _number, cells in sheet.rows[: heads.first - sheet.rows[0][0]])
    last = max(*columns, *heads.columns.values()) + 1
    yield from (
        record.cells[last:]
        for record in body.records
        if any(word and not word[0].isdigit() for word in record.words[last:])
    )


def _beside(rows: Sequence[Sequence[Cell]]) -> list[tuple[str, str]]:
    """Words that are explained without a sign between: in the next cell, in brackets, after a stroke.

    Nothing, where no meaning among them is that of a code: then it is no legend.
    """
    found: list[tuple[str, str]] = []
    for cells in rows:
        filled = [text(cell).upper() for cell in cells if text(cell)]
        found += [pair for pair in pairwise(filled) if _WORD.fullmatch(pair[0]) and not _WORD.fullmatch(pair[1])]
        found += [(hit[1], hit[2]) for hit in map(_STROKE.match, filled) if hit]
        listed = [pair for word in filled for pair in _BRACKETED.findall(word)]
        found += listed if len(listed) > 1 else []
    plain = [(word, meaning.strip(" .()")) for word, meaning in found]
    told = [(word, meaning) for word, meaning in plain if meaning and not _NOBODY.search(meaning)]
    return told if any(_KNOWN.search(meaning) for _word, meaning in told) else []


def _plain(word: str, said: set[str]) -> bool:
    """The form says of a word what it means anyway."""
    plain = words.read(word, {})
    meant = (plain.code.value if plain.code else "", True)
    return plain.said in (Said.MARK, Said.NOT_HELD) and all(_meaning(one) == meant for one in said)


def _meaning(said: str) -> tuple[str, bool]:
    """The one code that a text means and True, "" and True for what is not held; "" and False where it is not one."""
    codes = {_PHRASES[hit] for hit in _KNOWN.findall(said)}
    if len(codes) != 1:
        return "", False
    code = codes.pop()
    return (code.value if code else ""), True
