"""The list of discipline, as an officer asks for it: what a count of days meets, one below, at, and above."""

from __future__ import annotations

from typing import Any

import pytest
from discipline_acts import days, people, scattered, sign, work
from officer import Apel
from openpyxl import load_workbook

Answer = dict[str, Any]

STEPS = {
    2: None,
    3: ("ringan", "teguran lisan", "Pasal 9 ayat (2) huruf b angka 1"),
    4: ("ringan", "teguran tertulis", "Pasal 9 ayat (2) huruf b angka 2"),
    6: ("ringan", "teguran tertulis", "Pasal 9 ayat (2) huruf b angka 2"),
    7: ("ringan", "pernyataan tidak puas secara tertulis", "Pasal 9 ayat (2) huruf b angka 3"),
    10: ("ringan", "pernyataan tidak puas secara tertulis", "Pasal 9 ayat (2) huruf b angka 3"),
    11: ("sedang", "25 % selama 6 bulan", "Pasal 10 ayat (2) huruf f angka 1"),
    13: ("sedang", "25 % selama 6 bulan", "Pasal 10 ayat (2) huruf f angka 1"),
    14: ("sedang", "25 % selama 9 bulan", "Pasal 10 ayat (2) huruf f angka 2"),
    16: ("sedang", "25 % selama 9 bulan", "Pasal 10 ayat (2) huruf f angka 2"),
    17: ("sedang", "25 % selama 12 bulan", "Pasal 10 ayat (2) huruf f angka 3"),
    20: ("sedang", "25 % selama 12 bulan", "Pasal 10 ayat (2) huruf f angka 3"),
    21: ("berat", "penurunan jabatan", "Pasal 11 ayat (2) huruf d angka 1"),
    24: ("berat", "penurunan jabatan", "Pasal 11 ayat (2) huruf d angka 1"),
    25: ("berat", "pembebasan dari jabatan", "Pasal 11 ayat (2) huruf d angka 2"),
    27: ("berat", "pembebasan dari jabatan", "Pasal 11 ayat (2) huruf d angka 2"),
    28: ("berat", "pemberhentian dengan hormat", "Pasal 11 ayat (2) huruf d angka 3"),
    29: ("berat", "pemberhentian dengan hormat", "Pasal 11 ayat (2) huruf d angka 3"),
}
"""Days that never follow one another ten times, and what they meet in PP 94/2021."""


def listed(apel: Apel, *words: object, today: str | None = None) -> dict[str, Answer]:
    """The people of the answer by their names."""
    return {one["name"]: one for one in apel.json("discipline", *words, today=today)["people"]}


def test_every_step_of_pp_94(apel: Apel) -> None:
    nips = people(apel, *(f"ORANG{count}" for count in STEPS))
    work(apel, "2026-01-05", {nips[f"ORANG{count}"]: scattered(count) for count in STEPS})
    found = listed(apel, "2026", "--all")
    for count, step in STEPS.items():
        one = found[f"ORANG{count}"]
        assert one["days"] == count == len(one["dates"])
        assert one["salary_stop"] is None
        if step is None:
            assert one["tier"] is None
            continue
        level, sanction, article = step
        assert (one["tier"]["level"], one["tier"]["article"], one["tier"]["law"]) == (level, article, "PP 94/2021")
        assert sanction in one["tier"]["sanction"]
    reached = listed(apel, "2026")
    assert list(reached) == [f"ORANG{count}" for count in sorted(STEPS, reverse=True) if count > 2]
    assert reached["ORANG11"]["interim"] == "penundaan kenaikan gaji berkala selama 1 tahun"
    assert reached["ORANG4"]["interim"] is None
    assert reached["ORANG27"]["next"] == {
        "missing": 1,
        "sanction": "pemberhentian dengan hormat tidak atas permintaan sendiri sebagai PNS",
        "article": "Pasal 11 ayat (2) huruf d angka 3",
        "in_a_row": None,
    }
    assert reached["ORANG28"]["next"] is None


def test_ten_in_a_row_over_weekends_and_holidays(apel: Apel) -> None:
    """Pasal 11(2) d 4 and Pasal 15(2): nine are no ten, a letter breaks the row, 16 January is a holiday."""
    nips = people(apel, "SEMBILAN", "SEPULUH", "SAKIT", "TERBUKA")
    words = {"SEMBILAN": "-*9 H*10", "SEPULUH": "-*10 H*9", "SAKIT": "-*5 S -*5 H*8", "TERBUKA": "H*12 -*7"}
    work(apel, "2026-01-05", {nips[name]: word for name, word in words.items()})
    found = listed(apel, "2026")
    assert list(found) == ["SEPULUH", "SAKIT", "SEMBILAN", "TERBUKA"]
    assert (found["SEPULUH"]["run"], found["SEPULUH"]["tier"]["article"]) == (10, "Pasal 11 ayat (2) huruf d angka 4")
    assert found["SEPULUH"]["salary_stop"] == "2026-02"
    assert [one["days"] for one in found.values()] == [10, 10, 9, 7]
    assert [one["salary_stop"] for one in found.values()] == ["2026-02", None, None, None]
    assert [one["tier"]["level"] for one in found.values()] == ["berat", "ringan", "ringan", "ringan"]
    assert found["TERBUKA"]["next"]["in_a_row"] == 3
    sick = [one for one in found["SAKIT"]["not_counted"] if one["code"] != "BL"]
    assert sick == [{"date": "2026-01-12", "code": "S", "reason": "hari-kerja.csv, row 21 (entry 6)"}]


@pytest.mark.parametrize(("count", "article"), [(4, None), (5, "a"), (6, "b"), (10, "b"), (11, "c")])
def test_the_light_steps_of_pp_53_have_no_ten_in_a_row(apel: Apel, count: int, article: str | None) -> None:
    """Medan 2019 is under PP 53/2010."""
    nips = people(apel, "ANI", first="2019-01-01")
    work(apel, "2019-03-04", {nips["ANI"]: f"-*{count} H"})
    (one,) = listed(apel, "2019", "--all").values()
    assert (one["days"], one["run"], one["salary_stop"]) == (count, count, None)
    assert (one["tier"] or {}).get("article") == (article and f"Pasal 8 angka 9 huruf {article}")


def test_2021_is_judged_by_both_each_for_itself(apel: Apel) -> None:
    """Until 30 August PP 53, from 31 August on PP 94: six days are no six of either."""
    nips = people(apel, "ANI", "BUDI", "CICI")
    words = {"ANI": "-*4 H -*2 H*20", "BUDI": "-*5 -*3 H*20", "CICI": "-*5 -*4 H*20"}
    first = days("2021-08-24", 5)[0]
    assert str(days("2021-08-24", 6)[5]) == "2021-08-31"
    work(apel, str(first), {nips[name]: word for name, word in words.items()})
    found = listed(apel, "2021", "--all")
    assert found["ANI"]["tier"] is None
    assert [(one["law"], one["days"]) for one in found["ANI"]["counts"]] == [("PP 53/2010", 4), ("PP 94/2021", 2)]
    assert found["BUDI"]["tier"]["law"] == "PP 94/2021"  # the later of two that weigh the same
    assert found["CICI"]["tier"]["sanction"] == "teguran tertulis"
    said = apel("discipline", "2021")
    assert "PP 53/2010: days from 6 Jun 2010 to 30 Agt 2021; duty Pasal 3 angka 11" in said
    assert "PP 94/2021: days from 31 Agt 2021 on; duty Pasal 4 huruf f" in said
    *_more, split = apel("discipline", "2021", "--nip", nips["ANI"], "--format", "csv").splitlines()[1].split(";")
    assert split == "PP 53/2010: 4 days, PP 94/2021: 2 days"


def test_two_in_december_and_two_in_january_are_nothing(apel: Apel) -> None:
    nips = people(apel, "ANI")
    work(apel, "2025-12-30", {nips["ANI"]: "-*4 H"})
    assert apel.json("discipline", "2025..2026")["people"] == []
    both = apel.json("discipline", "2025..2026", "--all")["people"]
    assert [(one["year"], one["days"], one["run"], one["crosses_year"]) for one in both] == [
        (2026, 2, 4, True),
        (2025, 2, 2, False),
    ]


def test_a_row_that_crosses_the_year_goes_on(apel: Apel) -> None:
    nips = people(apel, "ANI", "BUDI")
    work(apel, "2025-12-22", {nips["ANI"]: "H -*12 H", nips["BUDI"]: "H -*7"})
    (ani,) = apel.json("discipline", "2026")["people"]
    assert (ani["name"], ani["days"], ani["run"], ani["salary_stop"]) == ("ANI", 7, 12, "2026-02")
    assert (ani["crosses_year"], len(ani["run_dates"])) == (True, 12)
    said = apel("discipline", "2026")
    assert "ANI: a run of 12 days crosses 31 December" in said and "BUDI" not in said
    told = apel("discipline", "2026", "--explain", nips["ANI"])
    assert "in the run only" in told and "crosses 31 December" in told


def test_of_many_whose_row_crosses_the_year_ten_are_named(apel: Apel) -> None:
    nips = people(apel, *(f"ORANG{number:02d}" for number in range(12)))
    work(apel, "2025-12-22", dict.fromkeys(nips.values(), "H -*12 H"))
    said = " ".join(apel("discipline", "2026").split())
    assert said.count("crosses 31 December") == 10
    assert "The same holds for 2 more people; --format json shows them." in said
    assert sum(one["crosses_year"] for one in apel.json("discipline", "2026")["people"]) == 12


def test_the_count_goes_from_new_year_to_the_end_of_the_period(apel: Apel) -> None:
    nips = people(apel, "ANI")
    work(apel, "2026-01-29", {nips["ANI"]: "-*4 H*5"})
    january, february = apel.json("discipline", "2026-01", "--all"), apel.json("discipline", "2026-02")
    assert (january["from"], january["to"], january["people"][0]["days"]) == ("2026-01-01", "2026-01-31", 2)
    assert (february["from"], february["to"], february["people"][0]["days"]) == ("2026-01-01", "2026-02-28", 4)


def test_an_assembly_missed_is_no_day_missed(apel: Apel) -> None:
    people(apel, "ANI")
    apel("roll", "close", "2026-02", "--all", "--kind", "apel-pagi", "--signed-by", "KEPALA DINAS")
    (ani,) = listed(apel, "2026-02", "--all").values()
    assert ani["days"] == 0
    assert "Nobody has met a tier of a PP." in apel("discipline", "2026-02")


def test_what_is_not_reported_makes_it_provisional(apel: Apel) -> None:
    nips = people(apel, "ANI @ BARAT", "BUDI @ TIMUR")
    work(apel, "2026-02-02", {nips["ANI"]: "-*4 H*5", nips["BUDI"]: "-*4 H .*4"}, close=False)
    barat = days("2026-02-02", 9)
    sign(apel, barat[0], barat[-1], "BARAT")
    sign(apel, barat[0], barat[3], "TIMUR")
    answer = apel.json("discipline", "2026-02", today="2026-02-12")
    assert answer["provisional"] is True
    assert {one["unit"] for one in answer["unreported"]} == {"BARAT", "TIMUR"}  # January was never reported
    ani, budi = answer["people"]
    assert ani["provisional"] and budi["provisional"]
    assert len(budi["unreported"]) - len(ani["unreported"]) == 4
    said = apel("discipline", "2026-02", today="2026-02-12")
    assert "PROVISIONAL: not reported: BARAT (20 days, 2 Jan 2026 to 30 Jan 2026)" in said
    assert "tertulis, Ps 9(2)b angka 2; provisional" in " ".join(said.split())


def test_where_all_have_reported_nothing_is_provisional(apel: Apel) -> None:
    nips = people(apel, "ANI", first="2026-02-02")
    last = work(apel, "2026-02-02", {nips["ANI"]: "-*3 H"})
    answer = apel.json("discipline", f"2026-02-02..{last}")
    assert (answer["provisional"], answer["unreported"]) == (False, [])
    assert (answer["people"][0]["provisional"], answer["people"][0]["days"]) == (False, 3)
    assert "ROVISIONAL" not in apel("discipline", f"2026-02-02..{last}").upper()
    apel("discipline", f"2026-02-02..{last}", "-o", apel.folder / "d.xlsx")
    shown = [cell.value for row in load_workbook(apel.folder / "d.xlsx").worksheets[0].iter_rows() for cell in row]
    assert "RAHASIA - TERBATAS" in shown and "SEMENTARA" not in shown
    assert apel.json("discipline", "2025", "--nip", nips["ANI"])["people"] == []  # belonged nowhere then


def test_those_of_one_unit_and_those_who_are_named(apel: Apel) -> None:
    nips = people(apel, "ANI @ BARAT", "BUDI @ TIMUR", "CICI @ TIMUR")
    work(apel, "2026-02-02", {nips["ANI"]: "-*3", nips["BUDI"]: "-*3", nips["CICI"]: "-*1"})
    assert set(listed(apel, "2026-02")) == {"ANI", "BUDI"}
    assert set(listed(apel, "2026-02", "--unit", "timur")) == {"BUDI"}
    assert set(listed(apel, "2026-02", "--unit", "timur", "--all")) == {"BUDI", "CICI"}
    assert set(listed(apel, "2026-02", "--nip", nips["CICI"], "--nip", nips["ANI"])) == {"ANI", "CICI"}
    only = apel.json("discipline", "2026-02", "--unit", "timur")["unreported"]
    assert [one["unit"] for one in only] == ["TIMUR"]
    assert "Nobody on the roster" in apel.refuses("discipline", "2026", "--nip", "198501012010011999")


def test_people_without_a_tier_who_are_near_one_are_named(apel: Apel) -> None:
    nips = people(apel, *(f"ORANG{number:02d}" for number in range(12)), "JAUH")
    work(apel, "2026-02-02", {nip: "-" if name == "JAUH" else "-*3" for name, nip in nips.items()})
    said = " ".join(apel("discipline", "2026-02").split())
    assert "Near the next tier: ORANG00 1 more days; ORANG01 1 more days;" in said
    assert "ORANG09 1 more days and 2 more." in said and "JAUH" not in said


def test_pppk_stand_apart_and_never_under_a_pp(apel: Apel) -> None:
    nips = people(apel, "PEGAWAI PNS", "TIGA PPPK", "DUA PPPK", "PARUH PPPK Paruh Waktu")
    words = {"PEGAWAI": "-*3", "TIGA": "-*3", "DUA": "-*2", "PARUH": "-*12"}
    work(apel, "2026-02-02", {nips[name]: word for name, word in words.items()})
    assert set(listed(apel, "2026-02")) == {"PEGAWAI"}
    everybody = listed(apel, "2026-02", "--all")
    assert all(everybody[name]["tier"] is everybody[name]["salary_stop"] is None for name in ("TIGA", "DUA", "PARUH"))
    assert everybody["PARUH"]["counts"][0]["hint"] == "ikuti peraturan daerah / perjanjian kerja"
    said = apel("discipline", "2026-02")
    main, _title, part = said.partition("PPPK: ikuti peraturan daerah / perjanjian kerja")
    assert "PEGAWAI" in main and "TIGA" not in main
    assert "TIGA" in part and "PPPK PW" in part and "DUA" not in part and "Pasal 9" not in part.split("PP 94/2021")[0]
    assert "PPPK: no PP judges their days" in said
    told = apel("discipline", "2026-02", "--explain", nips["TIGA"])
    assert "ikuti peraturan daerah / perjanjian kerja: 3 days, 3 in a row." in told and "MET" not in told


def test_the_offices_own_table_for_pppk(apel: Apel) -> None:
    toml = """
        [discipline]
        pppk_name = "Perwali 7/2025"

        [[discipline.pppk]]
        days = 2
        level = "ringan"
        sanction = "teguran lisan"
        article = "Pasal 12"

        [[discipline.pppk]]
        days = 12
        level = "berat"
        sanction = "pemutusan hubungan perjanjian kerja"
    """
    apel("config", "import", apel.file("pengaturan.toml", toml))
    nips = people(apel, "SATU PPPK", "DUA PPPK", "PARUH PPPK Paruh Waktu")
    work(apel, "2026-02-02", {nips["SATU"]: "-*1", nips["DUA"]: "-*2", nips["PARUH"]: "-*12"})
    found = listed(apel, "2026-02")
    assert list(found) == ["PARUH", "DUA"]
    assert found["DUA"]["tier"] == {
        "level": "ringan",
        "sanction": "teguran lisan",
        "article": "Pasal 12",
        "law": "Perwali 7/2025",
    }
    assert found["PARUH"]["salary_stop"] is None
    said = apel("discipline", "2026-02")
    assert "PPPK: Perwali 7/2025\n" in said
    assert "berat: pemutusan" in said
    assert "PPPK: Perwali 7/2025, the office's own table." in said


def test_lateness_is_made_into_days_where_the_office_says_so(apel: Apel) -> None:
    """7.5 hours: the setting is off until the office turns it on; then everybody is looked at."""
    nips = people(apel, "ANI", "BUDI")
    work(apel, "2026-02-02", {nips["ANI"]: "-*2 .*3", nips["BUDI"]: "H*5"}, close=False)
    held = days("2026-02-02", 5)
    lines = "".join(f"7\t{day} {at}:00\t1\t0\t1\t0\n" for day in held[2:] for at in ("10:00", "16:30"))
    apel("scan", "import", apel.file("1_attlog.dat", lines), "--device", "LOBI")
    apel("scan", "link", "7", nips["ANI"], "--device", "LOBI")
    sign(apel, held[0], held[-1])
    (ani,) = (one for one in listed(apel, "2026-02", "--all").values() if one["name"] == "ANI")
    assert (ani["days"], ani["converted"], ani["tier"]) == (2, 0, None)
    assert "Late or gone early: 450 minutes; not made into days (off)." in apel(
        "discipline", "2026-02", "--explain", nips["ANI"]
    )
    apel("config", "set", "discipline.hours", "7.5")
    (ani,) = listed(apel, "2026-02").values()
    assert (ani["days"], ani["converted"], ani["tier"]["sanction"]) == (2, 1, "teguran lisan")
    told = apel("discipline", "2026-02", "--explain", nips["ANI"])
    assert "PP 94/2021: 2 days + 1 of lateness, 2 in a row: ringan: teguran lisan" in told
    assert "Late or gone early: 450 minutes; 7,5 hours make a day." in told


def test_pp_53_made_days_of_lateness_by_itself(apel: Apel) -> None:
    nips = people(apel, "ANI", first="2019-01-01")
    held = days("2019-03-04", 5)
    lines = "".join(f"7\t{day} {at}:00\t1\t0\t1\t0\n" for day in held for at in ("10:00", "16:30"))
    apel("scan", "import", apel.file("1_attlog.dat", lines), "--device", "LOBI")
    apel("scan", "link", "7", nips["ANI"], "--device", "LOBI")
    sign(apel, held[0], held[-1])
    said = " ".join(apel("discipline", "2019", "--nip", nips["ANI"]).split())
    assert "ANI: PP 53/2010 makes 1 more days of lateness (Penjelasan Pasal 3 angka 11); they are not counted" in said


def test_before_the_first_regulation_nothing_is_judged_and_nobody_is_taken_for_pppk(apel: Apel) -> None:
    """PP 53/2010 begins on 6 June 2010."""
    nips = people(apel, "ANI", first="2010-05-31")
    work(apel, "2010-05-31", {nips["ANI"]: "-*9"})
    assert apel.json("discipline", "2010-06-04")["people"] == []
    (ani,) = listed(apel, "2010-06-04", "--all").values()
    assert (ani["days"], ani["counts"][0]["law"], ani["counts"][0]["hint"]) == (5, None, None)
    assert "PPPK" not in apel("discipline", "2010-06-04", "--all")
    assert "\n-: 5 days, 5 in a row.\n" in apel("discipline", "2010-06-04", "--explain", nips["ANI"])


def test_csv_and_json_go_to_files(apel: Apel) -> None:
    nips = people(apel, "ANI")
    work(apel, "2026-02-02", {nips["ANI"]: "-*12"})
    apel("discipline", "2026-02", "-o", apel.folder / "d.json")
    assert '"salary_stop": "2026-03"' in (apel.folder / "d.json").read_text("utf-8")
    head, row = apel("discipline", "2026-02", "--format", "csv").splitlines()
    assert head.startswith("Year;NIP;Name;Unit;Status;Days;")
    assert row.startswith(f"2026;{nips['ANI']};ANI;DINAS CONTOH;PNS;12;0;12;berat;pemberhentian dengan hormat")
    assert "this list is written as .xlsx, .csv, .json" in apel.refuses("discipline", "2026", "-o", "d.pdf")
    assert apel.run("discipline", "2026", "--explain", nips["ANI"], "--format", "json").exit_code == 2


def test_a_letter_that_comes_late_takes_the_tier_away(apel: Apel) -> None:
    nips = people(apel, "ANI")
    work(apel, "2026-02-02", {nips["ANI"]: "-*3"})
    assert listed(apel, "2026-02")["ANI"]["tier"]["sanction"] == "teguran lisan"
    apel("leave", "add", nips["ANI"], "S", "--from", "2026-02-04", "--to", "2026-02-04")
    assert listed(apel, "2026-02") == {}
    assert listed(apel, "2026-02", "--all")["ANI"]["days"] == 2


def test_open_cases_stand_beside_the_count(apel: Apel) -> None:
    nips = people(apel, "ANI")
    work(apel, "2026-02-02", {nips["ANI"]: "-*3"})
    apel("case", "open", nips["ANI"])
    (ani,) = listed(apel, "2026-02").values()
    assert len(ani["cases"]) == 1
    assert ani["cases"][0] in apel("discipline", "2026-02")
    told = apel("discipline", "2026-02", "--explain", nips["ANI"])
    assert f"Case {ani['cases'][0]}, open, opened 31 Mar 2026" in told
    apel("case", "close", ani["cases"][0], "--outcome", "dihentikan", "--reason", "surat sakit menyusul")
    assert listed(apel, "2026-02")["ANI"]["cases"] == []
    assert f"Case {ani['cases'][0]}, closed, opened" in apel("discipline", "2026-02", "--explain", nips["ANI"])
