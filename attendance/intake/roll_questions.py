"""What is asked about a word without one certain meaning: its meanings, and the answer to give."""

from __future__ import annotations

from attendance.intake.cells import shown
from attendance.language import _
from attendance.rules.codes import AMBIGUOUS


def meanings(word: str, said: str | None = None) -> str:
    """The question about a word, with every meaning; `said`: what the form's own legend says, where that is no code."""
    if said is not None:
        message = _("the form says {word} = {said}, which is no code; say what it means with --code {answer}")
        return message.format(word=word, said=shown(said), answer=_answer(word, "H"))
    message = _("{word} has more than one meaning ({meanings}); say which with --code {answer}")
    first = AMBIGUOUS[word][0]
    return message.format(word=word, meanings=_texts(word), answer=_answer(word, first))


def _answer(word: str, code: str) -> str:
    return f'"{word}={code}"' if " " in word else f"{word}={code}"


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
