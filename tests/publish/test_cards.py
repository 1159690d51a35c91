"""Cards with a QR code: read back from the PDF, and from the points of the code."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import segno
from publish_values import OFFICE
from pypdf import PdfReader

from attendance.errors import Refused
from attendance.publish import cards
from attendance.publish.cards import Card

ANI = Card("198501012010011001", "Dra. ANI, M.Si.", "DINAS CONTOH", "PNS", "Analis")
PLAIN = replace(OFFICE, emblem="")


def made(path: Path, *some: Card, **words: Any) -> PdfReader:
    cards.pdf(some, path, **{"office": PLAIN, "dated": date(2026, 3, 2)} | words)
    return PdfReader(path)


def text(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def points(svg: str) -> list[list[int]]:
    """The points of a code, from the lines that the picture draws: `M x y`, `h length`, `m dx dy`."""
    side = int(re.search(r'viewBox="0 0 (\d+) \1"', svg)[1])  # type: ignore[index]
    drawn = [[0] * side for _row in range(side)]
    x = y = 0.0
    for sort, first, second in re.findall(r"([Mmh])(-?[\d.]+)(?: ?(-?[\d.]+))?", svg.partition(' d="')[2]):
        if sort == "h":
            for at in range(int(x), int(x + float(first))):
                drawn[int(y)][at] = 1
            x += float(first)
        else:
            x, y = (x, y) if sort == "m" else (0.0, 0.0)
            x, y = x + float(first), y + float(second)
    return drawn


def digits(code: list[list[int]]) -> str:
    """What a code of 21 points a side says, read as a scanner does: mask off, two columns at a time from the right."""
    mask = {0: lambda r, c: (r + c) % 2, 1: lambda r, c: r % 2, 2: lambda r, c: c % 3, 3: lambda r, c: (r + c) % 3,
            4: lambda r, c: (r // 2 + c // 3) % 2, 5: lambda r, c: r * c % 2 + r * c % 3,
            6: lambda r, c: (r * c % 2 + r * c % 3) % 2, 7: lambda r, c: ((r + c) % 2 + r * c % 3) % 2}  # fmt: skip
    number = (code[8][2] ^ 1) << 2 | (code[8][3] ^ 0) << 1 | (code[8][4] ^ 1)
    bits, up = [], True
    for right in (20, 18, 16, 14, 12, 10, 8, 5, 3, 1):
        for row in range(20, -1, -1) if up else range(21):
            for column in (right, right - 1):
                corner = (row < 9 and (column < 9 or column > 12)) or (row > 12 and column < 9)
                if not corner and row != 6:
                    bits.append(code[row][column] ^ (mask[number](row, column) == 0))
        up = not up
    read = iter(bits)

    def take(count: int) -> int:
        return int("".join(str(int(next(read))) for _bit in range(count)), 2)

    assert take(4) == 1  # digits
    count = take(10)
    return "".join(f"{take(10):03d}" for _three in range(count // 3))


@pytest.mark.parametrize("nip", ["198501012010011001", "196012312023212999", "200001012024051007"])
def test_the_code_says_the_nip(nip: str) -> None:
    drawn = points(cards.code(nip))
    assert not any(any(row) for row in (*drawn[:4], *drawn[-4:]))  # the quiet zone
    code = [row[4:-4] for row in drawn[4:-4]]
    assert code == [list(map(int, row)) for row in segno.make_qr(nip, error="q").matrix]
    assert digits(code) == nip


def test_a_card_says_who_it_is(tmp_path: Path) -> None:
    shown = text(made(tmp_path / "k.pdf", ANI, replace(ANI, nip="198501012010011002", name="BUDI", position="")))
    for part in (
        "PEMERINTAH KOTA CONTOH",
        "Dra. ANI, M.Si. NIP 19850101 201001 1 001 PNS Analis DINAS CONTOH",
        "BUDI NIP",
    ):
        assert part in shown


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (10, 1), (11, 2)])
@pytest.mark.parametrize(("paper", "size"), [("A4", (210, 297)), ("F4", (215, 330))])
def test_ten_stand_on_a_page(tmp_path: Path, count: int, pages: int, paper: str, size: tuple[int, int]) -> None:
    reader = made(tmp_path / "k.pdf", *[ANI] * count, paper=paper)
    assert len(reader.pages) == pages
    assert tuple(round(float(side) / 72 * 25.4) for side in reader.pages[0].mediabox[2:]) == size
    assert text(reader).count("NIP 19850101") == count


def test_names_with_markup_and_without_end(tmp_path: Path) -> None:
    marked = "*A* _b_ #let x = 1 $y^2$ <l> @r [k] \\u{41} // \x1b[31m 日本"
    long = " ".join(["Raden Ajeng Kusumaningtyas"] * 6)
    shown = text(made(tmp_path / "k.pdf", replace(ANI, name=marked), replace(ANI, name=long, unit="X" * 90)))
    assert "*A* _b_ #let x = 1 $y^2$ <l> @r [k] \\u{41} // \\x1b[31m \\u65e5\\u672c" in shown
    assert "Raden Ajeng Kusumaningtyas Raden Ajeng" in shown


def test_agency_and_emblem_stand_above(tmp_path: Path) -> None:
    emblem = tmp_path / "lambang.svg"
    emblem.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>')
    office = replace(PLAIN, agency="BADAN KEPEGAWAIAN", emblem=str(emblem))
    assert "CONTOH BADAN KEPEGAWAIAN" in text(made(tmp_path / "k.pdf", ANI, office=office))
    assert "PEMERINTAH" in text(made(tmp_path / "k.pdf", ANI, office=replace(office, agency="")))
    with pytest.raises(Refused):
        made(tmp_path / "k.pdf", ANI, office=replace(office, emblem=str(tmp_path / "none.png")))


def test_a_paper_that_is_not_known(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        made(tmp_path / "k.pdf", ANI, paper="A3")
