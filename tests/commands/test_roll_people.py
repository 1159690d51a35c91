"""apel roll import: whom a row means, and on which days there was duty."""

from __future__ import annotations

import pytest
from officer import Apel, Roster


def matrix(*rows: str, title: str = "", head: str = "NO;NIP;NAMA;2;3") -> str:
    return "\n".join((title, "APEL PAGI BULAN MARET 2026", head, *rows))


def test_a_nip_beside_the_name_of_somebody_else_takes_nothing_in(apel: Apel, roster: Roster) -> None:
    ani, budi = roster("ANI UJI", "BUDI SAMPEL")
    file = apel.file("a.csv", matrix(f"1;{ani};Budi Sampel, S.E.;H;H", f"2;{budi};Hendra Gunawan;H;H"))
    run = apel.run("roll", "import", file)
    assert run.exit_code == 1
    assert f'the NIP {ani} is that of "ANI UJI"' in run.output and "Hendra Gunawan" in run.output
    assert apel.json("roll", "import", file, "--skip-bad")["taken"] == 2


@pytest.mark.parametrize(
    ("title", "taken"),
    [("UNIT KERJA : DINAS A", [0]), ("DINAS B", [1]), ("BIDANG B1", [1]), ("KANTOR TAK DIKENAL", []), ("", [])],
)
def test_of_two_people_of_one_name_the_one_of_the_unit_is_meant(apel: Apel, roster: Roster, title, taken) -> None:
    nips = roster("ANI @ DINAS A", "ANI @ DINAS B / BIDANG B1")
    file = apel.file("a.csv", matrix("1;ANI;Staf;H;H", title=title, head="NO;NAMA;JABATAN;2;3"))
    run = apel.run("roll", "import", file)
    assert run.exit_code == (0 if taken else 1)
    shown = apel.json("recap", "2026-03", "--by", "person", "--kind", "apel-pagi")["people"]
    assert [row["nip"] for row in shown if row["codes"].get("H")] == [nips[number] for number in taken]


def test_the_only_person_of_a_name_is_not_looked_for_in_another_unit(apel: Apel, roster: Roster) -> None:
    roster("ANI @ DINAS A", "BUDI @ DINAS B")
    file = apel.file("a.csv", matrix("1;ANI;Staf;H;H", title="DINAS B", head="NO;NAMA;JABATAN;2;3"))
    assert "belongs to another unit than the form" in apel.run("roll", "import", file).output


def test_a_blank_saturday_is_a_day_where_the_office_has_apel_on_it(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    file = apel.file("a.csv", matrix(f"1;{ani};ANI;H;", head="NO;NIP;NAMA;6;7"))  # Friday and Saturday
    words = ("roll", "import", file, "--blank", "hadir")
    assert apel.json(*words, "--dry-run")["read"] == 1
    week = '["senin", "selasa", "rabu", "kamis", "jumat", "sabtu"]'
    apel("config", "import", apel.file("c.toml", f'[[schedules]]\nkind = "apel-pagi"\nweekdays = {week}'))
    assert apel.json(*words)["taken"] == 2
