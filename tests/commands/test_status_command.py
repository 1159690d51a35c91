"""apel status: a day at a glance."""

from __future__ import annotations

from office_acts import close, roll
from officer import Apel, Roster


def test_a_day_before_and_after_the_signatures(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI @ SATU", "BUDI @ SATU", "CICI @ DUA")
    roll(apel, nips[:2], "H T", "S TK")
    said = " ".join(apel("status", "2026-03-02").split())
    assert "No roll yet from DUA" in said and "Waiting for the signature of SATU" in said and "0 of 2 signed" in said
    told = apel.json("status", "2026-03-02")
    assert told == {
        "date": "2026-03-02",
        "kind": "apel-pagi",
        "units": [
            {
                "unit": "DUA",
                "people": 1,
                "present": 0,
                "late": 0,
                "excused": 0,
                "absent": 0,
                "unreported": 1,
                "report": "NO ROLL",
                "signed_by": None,
            },
            {
                "unit": "SATU",
                "people": 2,
                "present": 1,
                "late": 0,
                "excused": 1,
                "absent": 0,
                "unreported": 0,
                "report": "NOT SIGNED",
                "signed_by": None,
            },
        ],
        "unreported": ["DUA", "SATU"],
    }
    close(apel, "2026-03-02")
    told = apel.json("status", "2026-03-02")
    assert [(row["unit"], row["absent"], row["report"], row["signed_by"]) for row in told["units"]] == [
        ("DUA", 1, "signed", "KEPALA CONTOH"),
        ("SATU", 0, "signed", "KEPALA CONTOH"),
    ]
    assert told["unreported"] == []
    assert "All have reported" in apel("status", "2026-03-02")
    apel("status", "2026-03-02", "-o", apel.folder / "s.xlsx")
    assert "SATU" in apel("status", "2026-03-02", "--format", "csv")


def test_a_letter_alone_is_no_roll(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    apel("leave", "add", ani, "S", "--from", "2026-03-02")
    assert apel.json("status", "2026-03-02")["units"][0]["report"] == "NO ROLL"


def test_why_nobody_is_expected(apel: Apel, roster: Roster) -> None:
    assert "staff import" in apel("status", "2026-03-02")
    roster("ANI")
    assert "Hari" in apel("status", "2026-03-19") and "No session:" in apel("status", "2026-03-19")
    assert "weekend" in apel("status", "2026-03-01")
    assert "still to come" in apel("status", "2026-04-01")
    assert apel.json("status", "2026-03-01")["units"] == []
    assert apel.run("status", "2026-03").exit_code == 2
    assert apel.run("status", "2026-03-02", "--kind", "rapat").exit_code == 2


def test_parked_nips_are_a_next_step(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    roll(apel, ["198501012010011077"], "H")
    assert "1 NIPs on rolls stand on no roster" in apel("status", "2026-03-02")
