"""apel staff status: from when on somebody is of another status, and what the law makes of it."""

from __future__ import annotations

import pytest
from discipline_acts import days, people, work
from office_acts import done_once, journal, spoken
from officer import Apel


def of(apel: Apel, nip: str, *words: str) -> dict[str, object]:
    """The answer about one person, February 2026."""
    (one,) = apel.json("discipline", "2026-02", "--nip", nip, *words)["people"]
    return dict(one)


def test_cpns_becomes_pns_in_the_middle_of_the_year(apel: Apel) -> None:
    """Both are under PP 94/2021 (CPNS mutatis mutandis): the count goes on."""
    ani = people(apel, "ANI CPNS")["ANI"]
    work(apel, "2026-02-02", {ani: "-*4"})
    said = apel("staff", "status", ani, "pns", "--from", "2026-02-04", "--reason", "SK 821/7/2026")
    assert f"{ani} is PNS from 2026-02-04 on, CPNS until then (entry" in said
    one = of(apel, ani)
    assert (one["status"], one["days"]) == ("PNS", 4)
    assert one["tier"]["sanction"] == "teguran tertulis"  # type: ignore[index]
    shown = apel("staff", "show", ani)
    assert "PNS from 4 Feb 2026 on (before: CPNS)" in shown
    assert "   PNS   " in shown
    assert "PNS from 4 Feb 2026 on (before: CPNS)" in apel("discipline", "2026-02", "--explain", ani)


def test_pppk_becomes_pns_in_the_middle_of_the_year(apel: Apel) -> None:
    """Only the days from then on are judged by the PP, and a row does not go over."""
    ani = people(apel, "ANI PPPK")["ANI"]
    work(apel, "2026-02-02", {ani: "-*12"})
    first = str(days("2026-02-02", 10)[9])
    apel("staff", "status", ani, "PNS", "--from", first)
    one = of(apel, ani)
    assert [(count["law"], count["days"]) for count in one["counts"]] == [("PP 94/2021", 3), (None, 9)]  # type: ignore[attr-defined]
    assert (one["status"], one["days"], one["run"], one["salary_stop"]) == ("PNS", 12, 12, None)
    assert one["tier"]["sanction"] == "teguran lisan"  # type: ignore[index]
    assert "PPPK: no PP judges their days" in apel("discipline", "2026-02")


def test_days_of_a_pppk_are_told_also_of_somebody_who_is_pns_now(apel: Apel) -> None:
    ani = people(apel, "ANI PPPK")["ANI"]
    work(apel, "2026-02-02", {ani: "-*3"})
    apel("staff", "status", ani, "PNS", "--from", "2026-02-20")
    _main, _title, part = apel("discipline", "2026-02").partition("PPPK: ikuti")
    assert "ANI" in part


def test_undo_takes_it_back(apel: Apel) -> None:
    ani = people(apel, "ANI PPPK")["ANI"]
    work(apel, "2026-02-02", {ani: "-*4"})
    before = apel("staff", "show", ani)
    said = done_once(apel, "staff", "status", ani, "PNS", "--from", "2026-02-02")
    assert of(apel, ani)["tier"] is not None
    apel("undo", said.partition("(entry ")[2].partition(")")[0])
    assert of(apel, ani)["tier"] is None
    assert apel("staff", "show", ani) == before
    journal(apel)


def test_what_is_so_already_changes_nothing(apel: Apel) -> None:
    ani = people(apel, "ANI")["ANI"]
    before = journal(apel)
    assert "is PNS on 2026-02-02 already" in apel("staff", "status", ani, "PNS", "--from", "2026-02-02")
    assert journal(apel) == before
    assert "CPNS until then" in apel("staff", "status", ani, "PNS", "--from", "2026-02-02", "--before", "cpns")
    assert "already" in apel("staff", "status", ani, "PNS", "--from", "2026-02-02", "--before", "cpns")


def test_a_change_told_late_lies_before_the_one_that_is_known(apel: Apel) -> None:
    ani = people(apel, "ANI PPPK")["ANI"]
    apel("staff", "status", ani, "PNS", "--from", "2026-03-02")
    said = apel("staff", "status", ani, "CPNS", "--from", "2026-02-02")
    assert "CPNS from 2026-02-02 on, PPPK until then" in said
    assert "From 2026-03-02 on he is PNS, as is known." in said
    assert "   PNS   " in apel("staff", "show", ani)
    assert of(apel, ani)["status"] == "CPNS"


def test_no_day_before_the_appointment_and_none_that_has_not_come(apel: Apel) -> None:
    ani = people(apel, "ANI")["ANI"]
    assert "was appointed in 2010-01" in apel.refuses("staff", "status", ani, "CPNS", "--from", "2009-12-31")
    assert "2026-04-01 has not come yet" in apel.refuses("staff", "status", ani, "CPNS", "--from", "2026-04-01")
    assert apel.run("staff", "status", ani, "HONORER", "--from", "2026-02-02").exit_code == 2


ROSTER = """
    NIP;NAMA;STATUS;UNIT KERJA
    198501012010211001;ANI;{ani};DINAS CONTOH
    198501012010011002;BUDI;{budi};DINAS CONTOH
"""


def take(apel: Apel, ani: str, budi: str, *words: str) -> str:
    """The roster once more, with the statuses of two people."""
    return apel("staff", "import", apel.file("daftar.csv", ROSTER.format(ani=ani, budi=budi)), *words)


@pytest.fixture
def office(apel: Apel) -> Apel:
    """ANI is PPPK, BUDI is CPNS; both missed four days."""
    take(apel, "PPPK", "CPNS", "--from", "2026-01-01")
    work(apel, "2026-02-02", {"198501012010211001": "-*4", "198501012010011002": "-*4"})
    return apel


ANI = "198501012010211001"


def test_a_roster_with_a_date_says_since_when_it_holds(office: Apel) -> None:
    said = take(office, "PNS", "PNS", "--from", "2026-02-04")
    assert "another status: 2, from 2026-02-04 on: ANI; BUDI" in said
    one = of(office, ANI)
    assert [(count["law"], count["days"]) for count in one["counts"]] == [("PP 94/2021", 2), (None, 2)]  # type: ignore[attr-defined]
    assert "PNS from 4 Feb 2026 on (before: PPPK)" in office("staff", "show", ANI)
    assert "taken 0" in take(office, "PNS", "PNS", "--from", "2026-02-04")


def test_a_roster_without_a_date_puts_right_what_was_wrong(office: Apel) -> None:
    said = take(office, "PNS", "CPNS")
    assert "another status: 1, for all days, past ones too (with --from DATE only from that day on): ANI" in said
    assert of(office, ANI)["tier"]["sanction"] == "teguran tertulis"  # type: ignore[index]
    assert "before:" not in office("staff", "show", ANI)


def test_a_roster_without_a_date_is_never_lost_behind_a_dated_change(office: Apel) -> None:
    office("staff", "status", ANI, "PNS", "--from", "2026-02-04")
    take(office, "CPNS", "CPNS")
    assert "CPNS from 31 Mar 2026 on (before: PNS)" in office("staff", "show", ANI)
    assert of(office, ANI)["status"] == "PNS"


def test_the_journal_tells_what_was_recorded(apel: Apel) -> None:
    ani = people(apel, "ANI CPNS")["ANI"]
    apel("staff", "status", ani, "PNS", "--from", "2026-02-04")
    entry, _head = journal(apel)
    assert "appointment" in spoken(apel, "journal", "show", entry)
    result = apel.run("--lang", "id", "journal", "show", entry)
    assert "pengangkatan" in result.output and "appointment" not in result.output
