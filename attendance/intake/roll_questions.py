"""What is asked about a word without one certain meaning: its meanings, and the answer to give."""

from __future__ import annotations

import re

from attendance.intake import dates, words
from attendance.intake.cells import Cell, private, shown, text
from attendance.language import _
from attendance.rules.codes import AMBIGUOUS
from attendance.rules.kinds import Kind

TYPED = 80
"""Nobody types longer words than this."""

_BARE = re.compile(r"[\w./+-]+")


def meanings(word: str, said: str | None = None) -> str:
    """The question about a word, with every meaning; `said`: what the form's own legend says, where that is no code."""
    if said is not None:
        message = _("the form says {word} = {said}, which is no code; say what it means with --code {answer}")
        return message.format(word=word, said=shown(said), answer=_answer(word, "H"))
    message = _("{word} has more than one meaning ({meanings}); say which with --code {answer}")
    first = AMBIGUOUS[word][0]
    return message.format(word=word, meanings=_texts(word), answer=_answer(word, first))


def kind(kept: Kind | None) -> str:
    """The question which kind of session the roll is of; `kept`: what was kept of the sender, and the title denies."""
    if kept is None:
        return _("the roll does not say which kind it is; say it with --kind, such as --kind apel-pagi")
    message = _(
        "the title says another kind than {kept}, which is kept of the sender; say which, such as --kind {kept}"
    )
    return message.format(kept=kept.value)


def unknown(cell: Cell) -> str:
    """What to do about a word that is no code: the answer as it can be typed, or where none can be, another word."""
    word = text(cell).upper()
    if len(word) > TYPED or '"' in word or not word.isprintable() or private(word):
        return _("{code} is no known code; write a code in its place").format(code=shown(cell))
    message = _("{code} is no known code; say what it means with --code, such as --code {answer}")
    return message.format(code=shown(cell), answer=_answer(word, _likely(word)))


def _likely(word: str) -> str:
    """The code to show as an example: the one that the word begins with, TK for what denies, else H."""
    first = re.split(r"[^A-Z]", word, maxsplit=1)[0]
    code = words.read(first, {}).code if first else None
    return code.value if code else "TK" if first == "TIDAK" or dates.clock(word) else "H"


def _answer(word: str, code: str) -> str:
    """The answer as one word of a command line, in quotes where a terminal would take it apart."""
    return f"{word}={code}" if _BARE.fullmatch(word) else f'"{word}={code}"'


def _texts(word: str) -> str:
    texts = {
        "TL": _("DL: tugas luar, T: terlambat"),
        "CB": _("C: cuti besar, or C: cuti bersama"),
        "X": _("TK: crossed out as absent, H: ticked as present"),
        "HP": _("no certain one: H: present, T: late, or another code"),
        "SC": _("no certain one: S: sakit, C: cuti, or another code"),
        "TR": _("no certain one: T: terlambat, DL: tugas, or another code"),
        "O": _("nothing, as O=: off, DL: on duty outside, or another code"),
        ".": _("H: present, or nothing, as .=: no mark"),
        "•": _("H: present, or nothing, as •=: no mark"),
        "L": _("nothing, as L=: libur, T: lambat, DL: luar; beside other marks of the day it is not certain"),
        "-": _("nothing, as -=: no mark, TK: absent; beside other marks of the day it is not certain"),
    }
    return texts[word]
