"""apel scan pull: a machine in the network, read whole or not at all."""

from __future__ import annotations

import builtins
import errno
import socket
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fake_machine import CONNECT, DISABLE, ENABLE, EXIT, FakeMachine, nobody_there
from office_acts import adds_up, journal
from officer import Apel, Roster

from attendance.commands import main
from attendance.intake import machines

FIRST = datetime(2026, 3, 2, 7, 14, 36)
SCANS = [
    (pin, FIRST + timedelta(hours=hours, minutes=number)) for hours in (0, 9) for number, pin in enumerate((12, 66))
]


def pulled(apel: Apel, machine: FakeMachine, *words: object) -> list[object]:
    return ["scan", "pull", "127.0.0.1", "--port", machine.port, "--device", "Lobi", *words]


@pytest.mark.parametrize("size", [16, 40])
@pytest.mark.parametrize("small", [False, True])
def test_a_machine_is_read_kept_and_taken_in(apel: Apel, roster: Roster, size: int, small: bool) -> None:
    (ani,) = roster("ANI")
    apel("scan", "link", 12, ani, "--device", "Lobi")
    kept = apel.folder / "lobi.dat"
    with FakeMachine(SCANS, users=[(1, "12"), (2, "66")], size=size, small=small) as machine:
        said = apel(*pulled(apel, machine, "--save", kept))
    assert f"Written: {kept}" in said and "read 4, taken 2, parked 2" in said and "machine's clock" not in said
    assert kept.read_bytes().splitlines()[0] == b"12\t2026-03-02 07:14:36\t1\t0\t1\t0"
    assert (machine.asked[0], machine.asked[-2:]) == (CONNECT, [ENABLE, EXIT]) and DISABLE in machine.asked
    told = apel.json("scan", "import", kept, "--device", "Lobi")
    assert adds_up(told) and (told["taken"], told["repeated"]) == (0, 4)


def test_the_oldest_machines_know_places_in_their_list(apel: Apel, roster: Roster) -> None:
    """Whoever is on the list no more must not be taken for the one whose PIN is the number of his place."""
    (ani,) = roster("ANI")
    apel("scan", "link", 2, ani, "--device", "Lobi")
    kept = apel.folder / "lobi.dat"
    with FakeMachine([(1, FIRST), (2, FIRST)], users=[(1, "66")], size=8) as machine:
        assert "parked 2" in apel(*pulled(apel, machine, "--save", kept))
    assert [line.split(b"\t")[0] for line in kept.read_bytes().splitlines()] == [b"66", b"UID2"]


def test_a_long_log_comes_in_pieces(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    many = [(n % 50 + 1, FIRST + timedelta(seconds=n)) for n in range(4000)]
    with FakeMachine(many, users=[(1, "1")]) as machine:
        assert "read 4000" in apel(*pulled(apel, machine, "--save", apel.folder / "lobi.dat"))


def test_without_a_name_the_file_lies_with_the_program(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    before = journal(apel)
    with FakeMachine(SCANS) as machine:
        assert "Rehearsal only" in apel(*pulled(apel, machine, "--dry-run"))
    assert journal(apel) == before
    assert list((main.folder() / "machines").glob("Lobi-*_attlog.dat"))


def test_nothing_is_written_over(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    kept = apel.file("lobi.dat", "yang lama")
    with FakeMachine(SCANS) as machine:
        assert "is there already" in apel.refuses(*pulled(apel, machine, "--save", kept))
    assert kept.read_text() == "yang lama\n" and machine.asked == []


def test_times_that_do_not_exist_are_set_apart_and_the_rest_is_taken(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    scans: list[Any] = [*SCANS, (12, (2026, 2, 31, 7, 0, 0)), (12, (2000, 1, 1, 0, 1, 0))]
    with FakeMachine(scans, clock=(2026, 2, 31, 0, 0, 0)) as machine:
        said = apel(*pulled(apel, machine, "--save", apel.folder / "lobi.dat"))
    assert "clock shows a time that does not exist" in said
    assert "read 6, taken 0, parked 4, quarantined 2" in said


@pytest.mark.parametrize(("off", "said"), [(60, ""), (61, "off by +0d 00:01:01"), (-90_061, "off by -1d 01:01:01")])
def test_a_clock_that_is_off_is_said(apel: Apel, roster: Roster, off: int, said: str) -> None:
    roster("ANI")
    clock = datetime(2026, 3, 31, 23, 59, 59) + timedelta(seconds=off)
    with FakeMachine(SCANS, clock=clock) as machine:
        told = apel(*pulled(apel, machine, "--save", apel.folder / "lobi.dat"))
    assert said in told if said else "machine's clock" not in told


def test_a_password(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    with FakeMachine(SCANS, password=1234) as machine:
        for words in ([], ["--password", 4321]):
            assert "--password NUMBER" in apel.refuses(*pulled(apel, machine, "--save", apel.folder / "a.dat", *words))
        assert "read 4" in apel(*pulled(apel, machine, "--save", apel.folder / "a.dat", "--password", 1234))


def refused(apel: Apel, machine: FakeMachine) -> str:
    """What is said of a machine that cannot be read; nothing is written of it, to the ledger or beside it."""
    before, path = journal(apel), apel.folder / "lobi.dat"
    with machine:
        said = apel.refuses(*pulled(apel, machine, "--save", path))
    assert journal(apel) == before and not path.exists()
    return said


@pytest.mark.parametrize("small", [False, True])
@pytest.mark.parametrize("after", [0, 8, 20, 30, 60, 100, 170])
def test_half_a_log_is_never_taken_for_a_whole_one(apel: Apel, roster: Roster, small: bool, after: int) -> None:
    roster("ANI")
    said = refused(apel, FakeMachine(SCANS, users=[(1, "12")], small=small, drop_after=after))
    assert "broke while it was read: nothing was taken" in said


def test_a_machine_without_a_log(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    assert "is empty; nothing was taken" in refused(apel, FakeMachine())


@pytest.mark.parametrize("claims", [3, 7, 400])
def test_a_machine_that_cannot_count(apel: Apel, roster: Roster, claims: int) -> None:
    roster("ANI")
    assert "which do not fit: nothing was taken" in refused(apel, FakeMachine(SCANS, claims=claims))


def test_a_machine_that_answers_nothing_that_is_known(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    assert 'cannot be read ("RWB Not supported")' in refused(apel, FakeMachine(SCANS, refuses=True))


def test_nobody_there(apel: Apel, roster: Roster, monkeypatch: pytest.MonkeyPatch) -> None:
    roster("ANI")
    with nobody_there() as port:
        assert "refuses the connection" in apel.refuses("scan", "pull", "127.0.0.1", "--port", port, "--device", "Lobi")
    assert "no machine named mesin.invalid" in apel.refuses("scan", "pull", "mesin.invalid", "--device", "Lobi 2")
    monkeypatch.setattr(machines, "PATIENCE", 0.2)
    assert "does not answer" in refused(apel, FakeMachine(SCANS, silent=True))


def test_no_way_to_the_machine(apel: Apel, roster: Roster, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*_words: object) -> None:
        raise OSError(errno.ENETUNREACH, "Network is unreachable")

    roster("ANI")
    monkeypatch.setattr(socket.socket, "connect", nowhere)
    assert "does not answer; check that it is on" in apel.refuses("scan", "pull", "192.0.2.1", "--device", "Lobi")


def test_without_the_library_one_sentence_says_how_to_get_it(
    apel: Apel, roster: Roster, monkeypatch: pytest.MonkeyPatch
) -> None:
    roster("ANI")
    true = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "zk":
            raise ImportError
        return true(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    assert 'pip install "apel[devices]"' in refused(apel, FakeMachine(SCANS))


def test_a_machine_needs_a_name_and_a_folder(apel: Apel, roster: Roster) -> None:
    roster("ANI")
    with FakeMachine(SCANS) as machine:
        words = ["scan", "pull", "127.0.0.1", "--port", machine.port, "--device"]
        assert "needs a name" in apel.refuses(*words, " ", "--save", apel.folder / "a.dat")
        assert "folder does not exist" in apel.refuses(*words, "A", "--save", Path("tidak", "ada", "a.dat"))
