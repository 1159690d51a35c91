"""The configuration: what a document may say, every fault by the name of its key, and the way back to tables."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, time
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from attendance import language, settings
from attendance.errors import Place, Refused
from attendance.rules.chronic import Limits
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind
from attendance.rules.sessions import END_OF_DAY
from attendance.rules.units import Tree, Unit
from attendance.senders import Answers, near
from attendance.settings import Assembly, Board, Chronic, Hours, Machine, Settings


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Messages as the source says them."""
    language.use("en")
    yield


def read(document: str) -> Settings:
    return settings.read(tomllib.loads(document), "kantor.toml")


def faults(document: str) -> list[str]:
    """What is wrong with a document, each fault in the file it came from."""
    with pytest.raises(Refused, match="The configuration was not taken over") as refused:
        read(document)
    assert {fault.place for fault in refused.value.faults} == {Place("kantor.toml")}
    return [fault.message for fault in refused.value.faults]


WHOLE = """
[office]
name = "PEMERINTAH KOTA CONTOH"
agency = "BADAN KEPEGAWAIAN"
address = ["Jalan Contoh 1", "Kota Contoh"]
place = "Contoh"
zone = "WITA"
[signatories.board]
name = "ANI CONTOH"
position = "Kepala Badan"
[[schedules]]
kind = "apel-pagi"
weekdays = ["senin", "jumat"]
start = 07:15:00
late_after = "7:20"
first = 2026-01-01
last = "2026-12-31"
units = ["Dinas Contoh"]
[[hours]]
weekdays = ["senin"]
end = "15.30"
tolerance = 15
[chronic.jarang]
below = 0.6
[chronic.sering]
on = true
[board]
rules = []
paper = "F4"
[[devices]]
name = "Balai Kota"
kinds = []
[codes]
SK = "S"
x = ""
[senders."Dinas \\"X\\"".rolls]
kind = "apel-sore"
blank = "tk"
date_format = "dd-mm-yy"
sheet = "Apel"
code = {TL = "DL", X = ""}
map = {"NO. PEGAWAI" = "NIP"}
[senders.Lain.scans]
device = "Lobi"
"""


def test_a_whole_document() -> None:
    found = read(WHOLE)
    assert (found.office.zone, found.office.address) == ("WITA", ("Jalan Contoh 1", "Kota Contoh"))
    assert found.signatories["board"].name == "ANI CONTOH"
    (apel,) = found.schedules
    assert (apel.start, apel.late_after, apel.gate_closes) == (time(7, 15), time(7, 20), time(8))
    assert (apel.first, apel.last, apel.weekdays) == (date(2026, 1, 1), date(2026, 12, 31), ("senin", "jumat"))
    assert (found.hours[0].end, found.hours[0].tolerance, found.hours[0].min_stay) == (time(15, 30), 15, 60)
    assert found.chronic["jarang"] == Chronic(below=0.6, min=5)
    assert found.chronic["beruntun"] == Chronic(limit=3)
    assert (found.board.rules, found.board.paper, found.board.removal_days) == ((), "F4", 10)
    assert found.devices == (Machine("Balai Kota", ()),)
    assert found.synonyms == {"SK": Code.S, "X": None}
    assert found.senders["Lain"] == {"scans": Answers(device="Lobi")}
    rolls = found.senders['Dinas "X"']["rolls"]
    assert (rolls.kind, rolls.blank, rolls.date_format, rolls.sheet) == ("apel-sore", "tk", "dd-mm-yy", "Apel")
    assert (rolls.code, rolls.map, rolls.unit) == ({"TL": "DL", "X": ""}, {"NO. PEGAWAI": "NIP"}, "")


def test_an_empty_document_is_the_default() -> None:
    found = read("")
    assert found == Settings()
    assert found.limits == Limits()
    assert found.synonyms == {}


def test_limits_are_those_of_the_rules_that_are_on() -> None:
    document = (
        "[chronic]\ntidak-pernah.on = false\nberuntun.limit = 1\njarang.below = 1\nsering = {on = true, limit = 9}"
    )
    expected = Limits(never_min=None, run_limit=1, rare_below=1.0, rare_min=5, often_limit=9)
    assert read(document).limits == expected
    assert read("chronic.jarang.on = false\nchronic.beruntun.on = false").limits == Limits(
        run_limit=None, rare_below=None
    )


@pytest.mark.parametrize("document", ["", WHOLE])
def test_what_is_written_out_is_read_again(document: str) -> None:
    found = read(document)
    tables = settings.sections(found)
    assert settings.read(tables) == found
    assert read(tomli_w.dumps(tables)) == found
    assert settings.sections(settings.read(tables)) == tables


def test_what_is_empty_anyway_is_left_out() -> None:
    tables = settings.sections(Settings())
    assert tables["office"] == {"name": "PEMERINTAH DAERAH", "zone": "WIB"}
    assert tables["schedules"][0] == {
        "kind": "apel-pagi",
        "weekdays": ["senin", "selasa", "rabu", "kamis", "jumat"],
        "start": "07:30",
        "late_after": "07:30",
        "gate_opens": "06:00",
        "gate_closes": "08:00",
    }
    assert tables["chronic"]["sering"] == {"on": False, "limit": 5}


TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))
ASSEMBLIES = st.builds(
    lambda at, names, days: Assembly("senam", names, *sorted_times(at), first=days[0], last=days[1]),
    st.lists(TIMES, min_size=4, max_size=4),
    st.lists(st.sampled_from(settings.WEEKDAYS)).map(tuple),
    st.one_of(st.just((None, None)), st.lists(st.dates(), min_size=2, max_size=2).map(sorted)),
)


def sorted_times(at: list[time]) -> tuple[time, time, time, time]:
    opens, start, late_after, closes = sorted(at)
    return start, late_after, opens, closes


@given(
    st.lists(ASSEMBLIES, max_size=3).map(tuple),
    st.builds(
        Board,
        st.lists(st.sampled_from(settings.RULES)).map(tuple),
        st.lists(st.text(max_size=5), max_size=2).map(tuple),
        st.integers(0, 90),
        st.integers(0, 90),
    ),
    st.dictionaries(st.text(min_size=1, max_size=3), st.sampled_from(["", "H", "TK"]), max_size=3),
    st.dictionaries(st.text(min_size=1, max_size=3), st.text(max_size=3), max_size=3),
)
def test_any_settings_come_back_as_they_were(
    schedules: tuple[Assembly, ...], board: Board, codes: dict[str, str], headings: dict[str, str]
) -> None:
    senders = {"SATU": {"rolls": Answers(code=codes, map=headings)}}
    made = Settings(schedules=schedules, board=board, codes=codes, senders=senders)
    assert settings.read(settings.sections(made)) == made


WORDS = st.dictionaries(st.sampled_from(["A", "B", "C"]), st.sampled_from(["NIP", "nip", "NAMA", ""]), max_size=3)
ANY = st.builds(
    lambda kind, sheet, code, map_: Answers(kind=kind, sheet=sheet, code=code, map=map_),
    *(st.sampled_from(["", "senam", "kerja"]), st.sampled_from(["", "Apel"]), WORDS, WORDS),
)


@given(ANY, ANY)
def test_what_is_typed_wins_key_by_key(typed: Answers, kept: Answers) -> None:
    both = typed.over(kept)
    assert both.kind == (typed.kind or kept.kind) and both.sheet == (typed.sheet or kept.sheet)
    assert both.code == {**kept.code, **typed.code}
    assert {heading: both.map[heading] for heading in typed.map} == typed.map
    behind = {heading: field for heading, field in both.map.items() if heading not in typed.map}
    assert behind.items() <= kept.map.items()
    named = {field.upper() for field in typed.map.values()}
    assert all((field.upper() in named) == (h not in behind) for h, field in kept.map.items() if h not in typed.map)
    assert typed.over(both) == both == both.over(kept)  # a second time changes nothing
    assert not both.without(both) and bool(typed) == bool(typed.over(Answers()))


def test_the_nearest_sender() -> None:
    known = ["Dinas Perikanan", "DINAS PERTANIAN", "Bagian Umum"]
    assert near(known, "dinas  pertanain") == ["DINAS PERTANIAN", "Dinas Perikanan"]
    assert near(known, "XYZ") == []


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        ("[ofice]", "configuration: there is no key ofice. Did you mean office?"),
        ("[tapp]", "configuration: there is no key tapp. Did you mean tpp?"),
        ('office = {name = "A", zonne = "WIB"}', "office: there is no key zonne. Did you mean zone?"),
        ('office = "A"', "office: expected a table of keys."),
        ("[office]", "office: name is missing."),
        ("office.name = 5", "office.name: 5 is not text in quotes."),
        ('office = {name = "A", zone = "GMT"}', "office.zone: GMT is not one of: WIB, WITA, WIT."),
        ('office = {name = "A", zone = ""}', 'office.zone: "" is not one of: WIB, WITA, WIT.'),
        (
            'office = {name = "A", address = "Jalan"}',
            'office.address: \'Jalan\' is not a list of texts such as ["senin", "selasa"].',
        ),
        (
            'office = {name = "A", address = [5]}',
            'office.address: [5] is not a list of texts such as ["senin", "selasa"].',
        ),
        ("signatories = 5", "signatories: expected a table of keys."),
        ('signatories.bord = {name="A", position="B"}', "signatories: there is no key bord. Did you mean board?"),
        ('signatories.board = {name="A"}', "signatories.board: position is missing."),
        ("schedules = 5", "schedules: expected a list of tables."),
        ('schedules = ["pagi"]', "schedules[1]: expected a table of keys."),
        ("chronic = 3", "chronic: expected a table of keys."),
        ("chronic.sering = 3", "chronic.sering: expected a table of keys."),
        ("chronic.beruntn.limit = 3", "chronic: there is no key beruntn. Did you mean beruntun?"),
        ("chronic.beruntun.min = 3", "chronic.beruntun: there is no key min."),
        ("chronic.jarang.limits = 3", "chronic.jarang: there is no key limits."),
        ("chronic.beruntun.limit = 0", "chronic.beruntun.limit: 0 is too small; the least is 1."),
        ("chronic.tidak-pernah.min = 0", "chronic.tidak-pernah.min: 0 is too small; the least is 1."),
        ("chronic.jarang.min = -1", "chronic.jarang.min: -1 is too small; the least is 1."),
        ("board.removal_days = 367", "board.removal_days: 367 is too large; the most is 366."),
        ("chronic.sering.limit = 0", "chronic.sering.limit: 0 is too small; the least is 1."),
        ("chronic.sering.limit = 2.0", "chronic.sering.limit: 2.0 is not a whole number."),
        ("chronic.sering.limit = true", "chronic.sering.limit: True is not a whole number."),
        ("chronic.sering.on = 1", "chronic.sering.on: 1 is not true or false."),
        ("chronic.jarang.below = '0,5'", "chronic.jarang.below: '0,5' is not a number."),
        ("chronic.jarang.below = true", "chronic.jarang.below: True is not a number."),
        *(
            (
                f"chronic.jarang.below = {value}",
                f"chronic.jarang.below: {float(value)} is no share; it is above 0 and at most 1, such as 0.5.",
            )
            for value in ("0", "-0.5", "1.01", "50", "nan", "inf")
        ),
        ('board.rules = ["jarangg"]', "board.rules: jarangg is not one of: tidak-pernah, beruntun, jarang, sering."),
        ('board.paper = "A5"', "board.paper: A5 is not one of: A4, F4, F4-210."),
        ("board.paper = 4", "board.paper: 4 is not text in quotes."),
        ("board.correction_days = -1", "board.correction_days: -1 is too small; the least is 0."),
        ("board.removal_days = -1", "board.removal_days: -1 is too small; the least is 0."),
        ("[[devices]]", "devices[1]: name is missing."),
        (
            'devices = [{name = "A"}, {name = "B", kinds = ["apel"]}]',
            "devices[2].kinds: apel is not one of: "
            "apel-pagi, apel-sore, apel-gabungan, upacara, senam, kegiatan, kerja.",
        ),
        ("codes = 3", "codes: expected a table of keys."),
        ('codes.SK = "SAKIT"', 'codes.SK: SAKIT is not one of: "", H, T, S, I, C, DL, TB, DK, TK.'),
        ("senders = 3", "senders: expected a table of keys."),
        ("senders.A = 3", "senders.A: expected a table of keys."),
        ("senders.A.rolls = 3", "senders.A.rolls: expected a table of keys."),
        ("senders.A.rol = {}", "senders.A: there is no key rol. Did you mean rolls?"),
        ("senders.' '.rolls = {}", "senders: ' ' is not the name of a sender."),
        ('senders."a\\nb".rolls = {}', "senders: 'a\\nb' is not the name of a sender."),
        ("senders.A = {}\nsenders.a = {}", "senders: a and A are one name; keep one."),
        ("senders.A.rolls.blnk = 'tk'", "senders.A.rolls: there is no key blnk. Did you mean blank?"),
        ("senders.A.rolls.device = 'Lobi'", "senders.A.rolls: there is no key device."),
        ("senders.A.rolls.blank = 'ya'", "senders.A.rolls.blank: ya is not one of: hadir, tk, lewati."),
        ("senders.A.rolls.code = 'DL'", "senders.A.rolls.code: 'DL' is not a table of texts such as {TL = \"DL\"}."),
        (
            "senders.A.rolls.code.TL = 5",
            "senders.A.rolls.code: {'TL': 5} is not a table of texts such as {TL = \"DL\"}.",
        ),
        (
            "senders.A.rolls.code.TL = 'BL'",
            'senders.A.rolls.code.TL: BL is not one of: "", H, T, S, I, C, DL, TB, DK, TK.',
        ),
        (
            "senders.A.rolls.kind = 'apel'",
            "senders.A.rolls.kind: apel is not one of: "
            "apel-pagi, apel-sore, apel-gabungan, upacara, senam, kegiatan, kerja.",
        ),
        (
            "senders.A.letters.date_format = 'DD/MM'",
            "senders.A.letters.date_format: DD/MM is not a way to write dates, such as DD/MM/YYYY.",
        ),
        ('codes.X = "NR"', 'codes.X: NR is not one of: "", H, T, S, I, C, DL, TB, DK, TK.'),
        ("codes.X = 5", 'codes.X: 5 is not one of: "", H, T, S, I, C, DL, TB, DK, TK.'),
    ],
)
def test_a_fault_is_told_with_its_key(document: str, fault: str) -> None:
    assert faults(document) == [fault]


APEL = 'schedules = [{{kind = "apel-pagi", weekdays = ["senin"], {}}}]'
HOURS = 'hours = [{{weekdays = ["senin"], {}}}]'


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        ('start = "25:00"', "schedules[1].start: '25:00' is not a time such as \"07:30\"."),
        ('start = "7"', "schedules[1].start: '7' is not a time such as \"07:30\"."),
        ('start = "07:30+07:00"', "schedules[1].start: '07:30+07:00' is not a time such as \"07:30\"."),
        ("start = 730", 'schedules[1].start: 730 is not a time such as "07:30".'),
        ("start = 07:29:30", 'schedules[1].start: datetime.time(7, 29, 30) is not a time such as "07:30".'),
        ('first = "1/2/2026"', "schedules[1].first: '1/2/2026' is not a date such as 2026-01-31."),
        ("first = 2026", "schedules[1].first: 2026 is not a date such as 2026-01-31."),
        ('start = "08:00"', "schedules[1]: late_after 07:30 is before start 08:00."),
        ('late_after = "07:29"', "schedules[1]: late_after 07:29 is before start 07:30."),
        ('gate_opens = "08:01"', "schedules[1]: gate_closes 08:00 is before gate_opens 08:01."),
        ("first = 2026-02-02\nlast = 2026-02-01", "schedules[1]: last 2026-02-01 is before first 2026-02-02."),
    ],
)
def test_the_times_of_a_schedule(keys: str, fault: str) -> None:
    assert faults(APEL.format(keys.replace("\n", ", "))) == [fault]


def test_a_gate_may_close_before_the_start() -> None:
    assert read(APEL.format('gate_closes = "07:15"')).schedules[0].gate_closes == time(7, 15)


def test_the_kind_and_the_weekdays_of_a_schedule() -> None:
    assert faults('schedules = [{kind = "kerja", weekdays = ["senen", "minggu"]}]') == [
        "schedules[1].kind: kerja is not one of: apel-pagi, apel-sore, apel-gabungan, upacara, senam, kegiatan.",
        "schedules[1].weekdays: senen is not one of: senin, selasa, rabu, kamis, jumat, sabtu, minggu.",
    ]


@pytest.mark.parametrize("keys", ['late_after = "07:30"', 'late_after = "08:00"', 'gate_opens = "07:30"'])
def test_times_may_be_equal(keys: str) -> None:
    assert read(APEL.format(keys)).schedules


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        ('end = "07:30"', "hours[1]: the day ends when it starts."),
        ('end = "07:29"', "hours[1]: end 07:29 is before start 07:30."),
        ('day_starts = "07:31"', "hours[1]: start 07:30 is before day_starts 07:31."),
        ("tolerance = -1", "hours[1].tolerance: -1 is too small; the least is 0."),
        ("min_stay = -1", "hours[1].min_stay: -1 is too small; the least is 0."),
        ("last = 2026-01-01, first = 2026-01-02", "hours[1]: last 2026-01-01 is before first 2026-01-02."),
        ('start = "x"', "hours[1].start: 'x' is not a time such as \"07:30\"."),
        ('end = "x"', "hours[1].end: 'x' is not a time such as \"07:30\"."),
    ],
)
def test_the_times_of_working_hours(keys: str, fault: str) -> None:
    assert faults(HOURS.format(keys)) == [fault]


def test_the_weekdays_of_working_hours() -> None:
    assert faults('hours = [{weekdays = ["monday"]}, {weekdays = 5}]') == [
        'hours[2].weekdays: 5 is not a list of texts such as ["senin", "selasa"].',
        "hours[1].weekdays: monday is not one of: senin, selasa, rabu, kamis, jumat, sabtu, minggu.",
    ]


def test_all_faults_are_told_at_once() -> None:
    document = '[ofice]\n[office]\nzone = "X"\n[chronic]\nsering.limit = 0\n[[schedules]]\n[board]\npaper = 1'
    assert len(faults(document)) == 7


def test_the_plan_has_units_and_all_below_them() -> None:
    tree = Tree([Unit(1, "Setda"), Unit(2, "Bagian Umum", 1), Unit(3, "Dinas")])
    made = Settings(
        schedules=(Assembly("apel-pagi", ("senin",), units=("setda",), name="pagi"),),
        hours=(Hours(("sabtu", "minggu"), tolerance=15, units=("Dinas", "Bagian Umum")), Hours(("senin",))),
    )
    apel, weekend, monday = made.plan(tree)
    assert (apel.kind, apel.weekdays, apel.units, apel.name) == (Kind.APEL_PAGI, {0}, {1, 2}, "pagi")
    assert (apel.starts, apel.late_after, apel.opens, apel.closes) == (time(7, 30), time(7, 30), time(6), time(8))
    assert (weekend.kind, weekend.weekdays, weekend.units) == (Kind.KERJA, {5, 6}, {2, 3})
    assert (weekend.late_after, weekend.opens, weekend.closes, weekend.min_stay) == (
        time(7, 45),
        time(5),
        time(16),
        60,
    )
    assert monday.units is None


def test_a_tolerance_that_goes_past_midnight_ends_with_the_day() -> None:
    (late,) = Settings(schedules=(), hours=(Hours(("senin",), start=time(23), tolerance=90),)).plan(Tree(()))
    assert late.late_after == END_OF_DAY


def test_a_unit_that_nobody_knows_has_nobody() -> None:
    (apel,) = Settings(schedules=(Assembly("apel-pagi", ("senin",), units=("Entah",)),), hours=()).plan(Tree(()))
    assert apel.units == frozenset()


KEYS = ["name", "kind", "weekdays", "start", "min", "limit", "below", "on", "jarang", "board", "rules", "units"]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
        max_leaves=8,
    )
)
def test_any_tables_are_read_or_refused(raw: Any) -> None:
    for section in settings.SECTIONS:
        try:
            settings.read({section: raw})
        except Refused as refused:
            assert refused.faults
