"""A case by hand, from the flag to the closed file: its letters, its clocks, a letter that comes late, an undo."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from office_acts import close, journal
from officer import Apel, Roster
from openpyxl import load_workbook

NUMBER = "PD-1/2026"


class Desk:
    """The officer at his desk on a day of 2026, with the file of one case."""

    def __init__(self, apel: Apel) -> None:
        self.apel = apel

    def on(self, day: str, *words: object) -> str:
        """What he does on a day, and what the program says, in one line."""
        return " ".join(self.apel("case", *words, today=f"2026-{day}").split())

    def step(self, day: str, name: str, *words: object) -> str:
        """A step, recorded on the day on which it was done."""
        return self.on(day, "step", NUMBER, name, "--date", f"2026-{day}", *words)

    def refused(self, day: str, *words: object) -> str:
        """What the program does not let him do, in one line."""
        return " ".join(self.apel.refuses("case", *words, today=f"2026-{day}").split())

    def letter(self, day: str, kind: str, *words: object) -> str:
        """A letter printed on a day: its text, with what the program said in front."""
        path = self.apel.folder / f"{kind}-{day}.docx"
        said = self.on(day, "letter", NUMBER, kind, "-o", path, *words)
        return f"{said} | {read(path)}"

    def due(self, day: str) -> list[tuple[str, ...]]:
        """What is due: the steps, by when, and how it stands."""
        told = self.apel.json("case", "due", today=f"2026-{day}")
        return [(*one["steps"], one["by"], one["state"]) for one in told["due"]]


def read(path: Path) -> str:
    """All text of a letter, in one line."""
    document = docx.Document(str(path))
    parts = [document.element.body, *(part._element for one in document.sections for part in (one.header, one.footer))]
    return " ".join(" ".join(text.text or "" for part in parts for text in part.iter("{*}t")).split())


@pytest.fixture
def desk(apel: Apel, roster: Roster) -> Desk:
    """Bagian Hukum: BAYU stayed away for ten days in a row; he is back, and its head has signed."""
    nips = roster("BAYU SAMUDRA @ HUKUM", "RATNA PURI @ HUKUM", first="2026-02-02")
    apel("unit", "head", "HUKUM", "--name", "DAMAR ANGKASA", "--position", "KEPALA BAGIAN", "--from", "2026-02-02")
    text = ["NIP;TANGGAL;KODE"]
    days = [f"2026-02-{day:02d}" for day in (*range(2, 7), *range(9, 14))]
    text += [f"{nip};{day};{code}" for nip, code in zip(nips, ("TK", "H"), strict=True) for day in days]
    text += [f"{nip};2026-02-18;H" for nip in nips]
    apel("roll", "import", apel.file("roll.csv", "\n".join(text)), "--kind", "kerja")
    close(apel, "2026-02-02..2026-02-18", kind="kerja")
    return Desk(apel)


BAYU = "198501012010011001"
CALLS = ("--at", "09:00", "--place", "Ruang Rapat Hukum")
HEAD = "DAMAR ANGKASA; KEPALA BAGIAN"
LIGHT = ("--by", "WALI KOTA", "--sanction", "tidak-puas", "--level", "ringan")


def test_from_the_flag_to_the_closed_file(desk: Desk) -> None:
    opened(desk)
    summoned(desk)
    summoned_again(desk)
    examined(desk)
    a_letter_comes_late(desk)
    decided(desk)
    handed_over(desk)
    closed(desk)
    journal(desk.apel)


def opened(desk: Desk) -> None:
    """The flag tells who, the law what it meets; neither opens a case. Opened, it freezes the count."""
    flagged = desk.apel.json("flag", "2026-02", "--kind", "kerja", today="2026-02-18")["people"]
    assert [(one["nip"], one["absent"], one["run"]) for one in flagged] == [(BAYU, 10, 10)]
    (met,) = desk.apel.json("discipline", "2026", today="2026-02-18")["people"]
    assert (met["days"], met["tier"]["level"], met["salary_stop"]) == (10, "berat", "2026-03")
    assert desk.apel.json("case", "list", today="2026-02-18")["cases"] == []
    said = desk.on("02-18", "open", BAYU)
    assert f"{NUMBER}: a case of BAYU SAMUDRA" in said and "berat" in said and "PP 94/2021 Pasal 28" in said
    assert "is open already" in desk.refused("02-18", "open", BAYU)
    assert {step for *steps, _by, _state in desk.due("02-18") for step in steps} == {"panggilan-1", "tim"}
    text = desk.letter("02-18", "usulan-penghentian-gaji")
    assert "RAHASIA" in text and "Maret 2026" in text


def summoned(desk: Desk) -> None:
    """Panggilan I seven working days before its day; the team that berat needs; nobody comes."""
    soon = ("step", NUMBER, "panggilan-1", "--date", "2026-02-18", "--on", "2026-02-26")
    assert "27 Feb 2026" in desk.refused("02-18", *soon)
    calls = ("--on", "2026-03-05", *CALLS, "--number", "R.1/HK/2026")
    text = desk.letter("02-20", "surat-panggilan-1", *calls, "--by", HEAD)
    assert "provisional" not in text
    for words in ("RAHASIA", "SURAT PANGGILAN I", "R.1/HK/2026", "BAYU SAMUDRA", "5 Maret 2026", "Ruang Rapat Hukum"):
        assert words in text
    desk.step("02-20", "panggilan-1", *calls, "--by", HEAD)
    assert "SEKRETARIS DAERAH" in desk.letter("03-02", "sk-tim-pemeriksa", "--by", "SITI; SEKRETARIS DAERAH")
    desk.step("03-02", "tim", "--number", "SK.2/2026", "--by", "SEKRETARIS DAERAH")
    assert ("pemeriksaan", "tidak-hadir-1", "2026-03-05", "due") in desk.due("03-02")
    desk.step("03-05", "tidak-hadir-1")
    assert "BAYU SAMUDRA" in desk.letter("03-05", "bap-tidak-hadir")


def summoned_again(desk: Desk) -> None:
    """Panggilan II, a day too late: told before, refused, and recorded as what it is."""
    assert desk.due("03-10") == [("panggilan-2", "2026-03-16", "due")]
    assert desk.due("03-17") == [("panggilan-2", "2026-03-16", "overdue")]
    said = desk.apel("status", "2026-03-05", today="2026-03-17")
    assert f"OVERDUE in 1 discipline cases ({NUMBER})" in said
    calls = ("--on", "2026-03-30", *CALLS, "--number", "R.2/HK/2026")
    assert "16 Mar 2026" in desk.refused("03-17", "step", NUMBER, "panggilan-2", "--date", "2026-03-17", *calls)
    assert "Recorded as late" in desk.step("03-17", "panggilan-2", *calls, "--late", "Kepala bagian berhalangan")
    assert "SURAT PANGGILAN II" in desk.letter("03-17", "surat-panggilan-2")


def examined(desk: Desk) -> None:
    """He comes, is examined, and a report is written."""
    desk.step("03-30", "pemeriksaan", "--number", "BAP.1", "--by", "TIM PEMERIKSA")
    assert "BERITA ACARA PEMERIKSAAN" in desk.letter("03-30", "bap")
    desk.step("03-31", "laporan", "--number", "LHP.1", "--by", "TIM PEMERIKSA")
    assert "BAYU SAMUDRA" in desk.letter("03-31", "laporan-hasil-pemeriksaan")
    assert [step for step, *_rest in desk.due("03-31")] == ["keputusan"]
    assert "HAS CHANGED" not in desk.on("03-31", "show", NUMBER)


def a_letter_comes_late(desk: Desk) -> None:
    """Three of the ten days were of sickness: the file says so loudly, and keeps what it was opened with."""
    days = ("--from", "2026-02-09", "--to", "2026-02-11")
    desk.apel("leave", "add", BAYU, "S", *days, "--number", "RS/9", today="2026-04-01")
    for said in (desk.on("04-01", "show", NUMBER), desk.letter("04-01", "keputusan", *LIGHT[2:])):
        assert "!! " in said and "10 days" in said and "pernyataan tidak puas secara tertulis" in said
    text = desk.letter("04-01", "keputusan", *LIGHT[2:])
    assert "left to be written by hand: it is not what was alleged any more" in text
    assert "no ten working days in a row any more" in desk.letter("04-01", "usulan-penghentian-gaji")
    assert "terbukti melakukan pelanggaran disiplin berupa ......" in text
    assert f"{NUMBER}: 10 days then, 7 now" in " ".join(desk.apel("doctor", today="2026-04-01").split())
    told = desk.apel.json("case", "show", NUMBER, today="2026-04-01")
    assert (told["rests_on"]["days"], told["changed"]["days"], told["changed"]["loud"]) == (10, 7, True)


def decided(desk: Desk) -> None:
    """The decision is another than the count of then; a wrong number is taken back, and nothing below it."""
    said = desk.step("04-01", "keputusan", "--number", "SK.9", "--by", "KEPALA BAGIAN", *LIGHT[2:])
    assert "Which is right" not in desk.letter("04-01", "keputusan")
    assert "!! " in said and "7 Apr 2026" not in said and "22 Apr 2026" in said
    steps = desk.apel.json("case", "show", NUMBER, today="2026-04-01")["steps"]
    assert "Undo first" in desk.apel.refuses("undo", steps[0]["entry"], today="2026-04-01")
    desk.apel("undo", steps[-1]["entry"], "--reason", "salah nomor", today="2026-04-01")
    assert len(desk.apel.json("case", "show", NUMBER, today="2026-04-01")["steps"]) == len(steps) - 1
    desk.step("04-01", "keputusan", "--number", "SK.10", *LIGHT)
    text = desk.letter("04-01", "keputusan")
    assert "SK.10" in text and "recorded as of WALI KOTA, but the letter is that of KEPALA BAGIAN" in text


def handed_over(desk: Desk) -> None:
    """Handed over within fourteen working days, in force on the fifteenth after it."""
    assert ("terima", "2026-04-22", "due") in desk.due("04-20")
    desk.step("04-02", "panggilan-keputusan", "--on", "2026-04-10", *CALLS, "--number", "R.3")
    assert "RAHASIA" in desk.letter("04-02", "panggilan-menerima-keputusan")
    assert "In force on 4 Mei 2026" in desk.step("04-10", "terima", "--by", "BAYU SAMUDRA")
    assert "BERITA ACARA" in desk.letter("04-10", "berita-acara-penyampaian")
    assert "too early" in desk.refused("04-30", "step", NUMBER, "dijalani", "--date", "2026-04-30")
    desk.step("05-04", "dijalani")


def closed(desk: Desk) -> None:
    """The closed file, and the year in which it stands."""
    desk.on("05-04", "close", NUMBER, "--outcome", "dijalani")
    said = desk.on("05-05", "show", NUMBER)
    assert "closed" in said and "SK.10" in said and "SK.9" not in said
    assert desk.due("05-05") == []
    assert "closed" in desk.refused("05-05", "step", NUMBER, "laporan", "--date", "2026-05-05")
    told = desk.apel.json("case", "recap", "2026", today="2026-05-05")
    assert [told[name] for name in ("opened", "closed", "open", "kept", "missed", "days_late")] == [1, 1, 0, 1, 1, 1]
    assert told["decided"]["ringan"] == 1 and told["outcomes"] == {"dijalani": 1}
    path = desk.apel.folder / "perkara.xlsx"
    desk.on("05-05", "recap", "2026", "--names", "-o", path)
    (row,) = [one for one in load_workbook(path)["Nama"].iter_rows(values_only=True) if one[0] == NUMBER]
    assert row[1:4] == (BAYU, "BAYU SAMUDRA", "HUKUM")
