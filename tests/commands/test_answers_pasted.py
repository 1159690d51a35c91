"""Each question names an answer, and the answer works when it is pasted behind the command."""

from __future__ import annotations

import re
import shlex

import pytest
from officer import Apel, Roster

ANSWER = re.compile(r'--(?!map HEADING)[a-z-]+ (?:"[^"]+"|[^\s;,()"])+')
LONG = "NIP;TANGGAL;KODE;JENIS"


def ask(apel: Apel, command: list[str], text: str) -> list[str]:
    """Import a file, paste the first answer to each of its questions, and do it again until nothing is asked."""
    words = [*command, str(apel.file("file.csv", text))]
    pasted: list[str] = []
    for _round in range(3):
        result = apel.run(*words, *pasted)
        if result.exit_code == 0:
            return pasted
        answers = {line.split()[0]: line for line in reversed(ANSWER.findall(result.output))}
        answers.pop("--skip-bad", None)
        answers.pop("--remarks", None)
        assert answers, result.output
        pasted += [word for answer in answers.values() for word in shlex.split(answer)]
    raise AssertionError(result.output)


@pytest.mark.parametrize(
    ("text", "pasted"),
    [
        ("{ani};2026-03-02;TL;apel pagi", ["--code", "TL=DL"]),
        ("{ani};2026-03-02;T.L.;apel pagi", ["--code", "TL=DL"]),
        ("{ani};2026-03-02;cb;apel pagi", ["--code", "CB=C"]),
        ("{ani};2026-03-02;QQ;apel pagi", ["--code", "QQ=H"]),
        ("{ani};2026-03-02;7;apel pagi", ["--code", "7=H"]),
        ("{ani};2026-03-02;7.0;apel pagi", ["--code", "7.0=H"]),
        ("{ani};2026-03-02;A=B;apel pagi", ["--code", "A=B=TK"]),
        ("{ani};2026-03-02;TIDAK  tahu;apel pagi", ["--code", "TIDAK TAHU=TK"]),
        ("{ani};2026-03-02;D&R (X);apel pagi", ["--code", "D&R (X)=DL"]),
        (f"{{ani}};2026-03-02;{'PANJANG ' * 9};apel pagi", ["--code", f"{' '.join(['PANJANG'] * 9)}=H"]),
        ("{ani};2026-03-02;;apel pagi", ["--blank", "hadir"]),
        ("{ani};05/03/2026;H;apel pagi", ["--date-format", "DD/MM/YYYY"]),
        ("{ani};2026-03-02;H;", ["--kind", "apel-pagi"]),
    ],
)
def test_a_long_roll(apel: Apel, roster: Roster, text: str, pasted: list[str]) -> None:
    (ani,) = roster("ANI")
    assert ask(apel, ["roll", "import"], f"{LONG}\n{text.format(ani=ani)}") == pasted


@pytest.mark.parametrize("word", ['a ""b""', "x" * 81, "x\u200fy", "ktp 1271011203800001"])
def test_a_word_that_cannot_be_typed(apel: Apel, roster: Roster, word: str) -> None:
    (ani,) = roster("ANI")
    file = apel.file("file.csv", f'{LONG}\n{ani};2026-03-02;"{word}";apel pagi')
    said = apel.refuses("roll", "import", file)
    assert "is no known code; write a code in its place" in said and "1271011203800001" not in said


def test_all_questions_of_a_roll_at_once(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    pasted = ask(apel, ["roll", "import"], f"{LONG}\n{ani};2026-03-02;;\n{ani};2026-03-03;TL;")
    assert sorted(pasted[::2]) == ["--blank", "--code", "--kind"]


def test_a_roster_without_a_unit(apel: Apel) -> None:
    said = apel.refuses("staff", "import", apel.file("r.csv", "NIP;NAMA;JABATAN\n198001012005012001;ANI;STAF"))
    assert "--unit" in said
    apel("staff", "import", apel.file("r.csv", "NIP;NAMA;JABATAN\n198001012005012001;ANI;STAF"), "--unit", "SATU")


def test_letters_with_dates_of_two_meanings(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    assert ask(apel, ["leave", "import"], f"NIP;JENIS;MULAI\n{ani};S;05/03/2026") == ["--date-format", "DD/MM/YYYY"]
