"""Verifying: no value in no table can be changed behind the program's back without being named."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path

import pytest
from ledgers import TYPED, Ledger, day, employ, letter, mark, nip
from sqlalchemy import Column, Integer, String, Text
from sqlalchemy.exc import IntegrityError

from attendance.errors import Place
from attendance.ledger import (
    calendars,
    configuration,
    exemptions,
    journal,
    letters,
    people,
    quarantine,
    rolls,
    scans,
    sources,
    units,
    verifying,
)
from attendance.ledger.case_models import AppointmentFact, CaseFact, CaseStepFact
from attendance.ledger.columns import Base, Fact, Ordinal
from attendance.ledger.engine import writing
from attendance.ledger.journal import Draft
from attendance.ledger.models import FACTS, IDENTITIES, Entry, Seal
from attendance.ledger.paper_models import NamedFact, NoticeFact, RetractionFact, ReviewFact, SignOffFact, WarningFact
from attendance.ledger.verifying import Broken
from attendance.rules.days import DayKind, SpecialDay
from attendance.rules.kinds import Kind
from attendance.rules.offices import Signatory
from attendance.rules.postings import Exemption, ended
from attendance.rules.scans import Quarantined, Scan
from attendance.rules.sessions import Call

TABLES: tuple[type[Base], ...] = (Entry, Seal, *IDENTITIES, *FACTS)
COLUMNS = [(model, column) for model in TABLES for column in model.__table__.columns]
NAMES = [f"{model.__tablename__}.{column.name}" for model, column in COLUMNS]


def papers(draft: Draft, person: int, unit: int) -> None:
    """A row in every table of papers."""
    first, last = day(1).toordinal(), day(9).toordinal()
    for number, corrects in (("1/2026", ""), ("2/2026", "1/2026")):
        draft.record(NoticeFact, [(number, corrects, "apel-pagi", first, last, last, last + 3, last + 9, "{}", "5e")])
        draft.record(NamedFact, [(number, person, unit, 3)])
        draft.record(RetractionFact, [(number, last, "keliru")])
        draft.record(
            ReviewFact, [("apel-pagi", first, last + len(corrects), person, unit, "benar", "", "A", None, None)]
        )
        draft.record(WarningFact, [(number, person, 1, "apel-pagi", "beruntun", first, last, "3", "", last, "KEPALA")])
        draft.record(SignOffFact, [(f"operator{corrects}", "apel-pagi", first, last, unit, "ANI", "{}", "5e")])


def discipline(draft: Draft, person: int) -> None:
    """A row in every table of discipline."""
    first = day(1).toordinal()
    draft.record(AppointmentFact, [(person, first, "PNS", "CPNS", None, None)])
    for number in ("1", "2"):
        draft.record(CaseFact, [(number, person, "pengaduan", first, "tidak masuk", "", "", "surat", "", 1, "")])
        draft.record(CaseStepFact, [(number, 1, "panggilan-1", first, "R.1", "ANI", first + 9, "", "", "", "{}")])


def fill(draft: Draft) -> None:
    """Something in every table."""
    origins = sources.Origins(draft, {"roll.csv": "5e"})
    ids = employ(draft, 1, 2, 3)
    person, other = ids[1], ids[2]
    nested = units.meet(draft, [("SETDA", "UMUM")])[("SETDA", "UMUM")]
    units.set_head(draft, nested, Signatory("ANI, S.E.", "Kepala", "III/d", nip(1), "Plt."), day(1))
    where = [origins.of(Place("roll.csv", sheet, 2)) for sheet in (None, "Maret", "Maret")]
    marks = [mark(1, 2, "T", "07:40"), mark(2, 2, "S"), mark(3, 3, "TK")]
    rolls.record(draft, list(zip(marks, where, strict=True)))
    rolls.close(draft, {(nested, Kind.APEL_PAGI, day(number)): "KEPALA" for number in (2, 3)})
    letters.record(draft, [(letter(1, "S", 4, 5), TYPED), (letter(2, "C", 4, 5), where[0])])
    covered = Exemption(frozenset({Kind.SENAM}), day(1), day(9), "piket", "SK 1")
    exemptions.grant(draft, covered, person, None)
    exemptions.grant(draft, covered, None, nested)
    calendars.record(draft, [(SpecialDay(day(9), DayKind.TANPA_APEL, "Hujan", "SE", (Kind.SENAM,)), where[0])])
    times = (time(8), time(8), time(7), time(9))
    calendars.call(draft, Call(day(10), Kind.UPACARA, "HKN", *times, frozenset({nested}), None))
    calendars.call(draft, Call(day(10), Kind.KEGIATAN, "Diklat", *times, None, frozenset({person, other})))
    device = scans.meet_device(draft, "Balai Kota")
    lines = [Scan("7", datetime.combine(day(2), time(7, 20)), 1), Scan("8", datetime.combine(day(2), time(7, 21)), 2)]
    scans.record(draft, device, lines, {None: where[0][0] or 0})
    quarantine.keep(
        draft, device, [Quarantined(Place("a.dat", None, where[0][1]), "1990-00--8", "clock")], {None: where[0][0] or 0}
    )
    papers(draft, person, nested)
    discipline(draft, person)
    scans.link(draft, device, [("7", nip(1))], day(1), None)
    scans.link(draft, device, [("8", nip(2))], day(1), day(9))


def take_back(draft: Draft) -> None:
    """Something voided in many tables."""
    rolls.record(draft, [(mark(1, 2, "H"), TYPED)])
    letters.void(draft, [letters.filed(draft.session)[0].number])
    held = people.postings(draft.session)
    person = min(held)
    people.replace_postings(draft, {person: ended(held[person], day(20))}, {person: "pensiun"}, {})
    calendars.void(draft, [calendars.days(draft.session)[0][0]])
    configuration.record(draft, {"office": {"name": "KOTA LAIN"}})


@pytest.fixture(scope="module")
def filled(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger with rows in every table, live, voided and brought back."""
    ledger = Ledger(Path(shutil.copyfile(template, tmp_path_factory.mktemp("filled") / "apel.db")))
    for act in (fill, take_back):
        with ledger.act() as draft:
            draft.summary["words"] = "è ✓"
            act(draft)
    ledger.undo(ledger.last)
    with ledger.act() as draft:
        rolls.record(draft, [(mark(3, 3, "H"), TYPED)])
    yield ledger
    ledger.close()


def faults(ledger: Ledger, *statements: str) -> list[Broken]:
    """What verifying finds once somebody has changed the database behind the program's back."""
    with writing(ledger.engine, keep=False) as session:
        connection = session.connection()
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        changed = [connection.exec_driver_sql(statement).rowcount for statement in statements]
        assert all(changed), "nothing was changed"
        return verifying.verify(session)


def kinds(ledger: Ledger, *statements: str) -> set[tuple[str, int, str]]:
    return {(one.what, one.entry, one.table) for one in faults(ledger, *statements)}


def tables(found: list[Broken]) -> set[str]:
    return {one.table for one in found}


def called(model: type[Base]) -> str:
    """What a fault in this table is called by: entries and seals are the chain itself."""
    return "" if model in (Entry, Seal) else model.__tablename__


def the(model: type[Base], end: str) -> str:
    """The first (ASC) or the last (DESC) row of a table, as a condition."""
    keys = ", ".join(f'"{key.name}"' for key in model.__table__.primary_key.columns)
    ordered = ", ".join(f'"{key.name}" {end}' for key in model.__table__.primary_key.columns)
    return f'({keys}) = (SELECT {keys} FROM "{model.__tablename__}" ORDER BY {ordered} LIMIT 1)'


def test_what_is_true_has_no_faults_and_every_table_has_rows(filled: Ledger) -> None:
    assert faults(filled) == []
    assert all(filled.rows(f'SELECT count(*) FROM "{model.__tablename__}"')[0][0] for model in TABLES)


@pytest.mark.parametrize(("model", "column"), COLUMNS, ids=NAMES)
def test_any_changed_value_is_named(filled: Ledger, model: type[Base], column: Column[object]) -> None:
    name = f'"{column.name}"'
    near = f"coalesce({name}, 0) + 64" if isinstance(column.type, Integer | Ordinal) else f"coalesce({name}, '') || ' '"
    found = faults(filled, f'UPDATE "{model.__tablename__}" SET {name} = {near} WHERE {the(model, "DESC")}')
    assert called(model) in tables(found)


@pytest.mark.parametrize(("model", "column"), COLUMNS, ids=NAMES)
@pytest.mark.parametrize("value", ["'☠'", "CAST(x'ff' AS TEXT)"])
def test_a_value_of_another_kind_is_named_or_not_even_taken(
    filled: Ledger, model: type[Base], column: Column[object], value: str
) -> None:
    statement = f'UPDATE "{model.__tablename__}" SET "{column.name}" = {value} WHERE {the(model, "ASC")}'
    if column.name == "id":
        with pytest.raises(IntegrityError):
            faults(filled, statement)
    else:
        assert called(model) in tables(faults(filled, statement))


@pytest.mark.parametrize("end", ["ASC", "DESC"])
@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__tablename__)
def test_a_deleted_row_is_named(filled: Ledger, model: type[Base], end: str) -> None:
    found = faults(filled, f'DELETE FROM "{model.__tablename__}" WHERE {the(model, end)}')
    assert called(model) in tables(found)


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__tablename__)
def test_an_added_row_is_named(filled: Ledger, model: type[Base]) -> None:
    names = [column.name for column in model.__table__.columns]
    fresh = {key.name for key in model.__table__.primary_key.columns if key.name not in ("name", "until", "kind")}
    fresh |= {"line", "nip", "pin", "name", "folded", "section", "year", "day", "person_id", "unit_id", "pin_id"}
    fresh |= {"number"}
    fresh -= {"name"} if model is Seal else set()
    chosen = ", ".join(
        (f"\"{name}\" || '0'" if isinstance(column.type, Text | String) else f'"{name}" + 1000')
        if name in fresh
        else f'"{name}"'
        for name, column in zip(names, model.__table__.columns, strict=True)
    )
    into = ", ".join(f'"{name}"' for name in names)
    table = f'"{model.__tablename__}"'
    statement = f"INSERT INTO {table} ({into}) SELECT {chosen} FROM {table} WHERE {the(model, 'DESC')}"
    assert called(model) in tables(faults(filled, statement))


@pytest.mark.parametrize("model", FACTS, ids=lambda model: model.__tablename__)
def test_a_fact_that_is_taken_back_or_brought_back_in_secret_is_named(filled: Ledger, model: type[Fact]) -> None:
    table = f'"{model.__tablename__}"'
    last = filled.last
    keys = ", ".join(f'"{key.name}"' for key in model.__table__.primary_key.columns)
    live = f"SELECT {keys} FROM {table} WHERE until = 0 AND since <> {last} LIMIT 1"
    found = kinds(filled, f"UPDATE {table} SET until = {last} WHERE ({keys}) = ({live})")
    assert ("void", last, model.__tablename__) in found
    voided = filled.rows(f"SELECT DISTINCT until FROM {table} WHERE until <> 0")
    for (entry,) in voided:
        statement = f"DELETE FROM {table} WHERE until = {entry}"
        assert model.__tablename__ in tables(faults(filled, statement))


def test_what_is_wrong_is_named_by_entry_table_and_row(filled: Ledger) -> None:
    (first, last) = filled.rows("SELECT min(since), max(since) FROM mark")[0]
    one = "person_id = (SELECT min(person_id) FROM mark)"
    assert kinds(filled, f"UPDATE mark SET code = 0 WHERE {one} AND since = {first}") == {("row", first, "mark")}
    assert kinds(filled, f"DELETE FROM mark WHERE {one} AND since = {first}") == {
        ("missing", first, "mark"),
        ("void", first + 1, "mark"),
    }
    assert kinds(filled, f"DELETE FROM mark WHERE since = {last}") == {("missing", last, "mark")}
    assert kinds(filled, "UPDATE entry SET actor = 'lain' WHERE id = 2") == {("entry", 2, "")}
    assert kinds(filled, "UPDATE entry SET hash = 'x' WHERE id = 2") == {("entry", 2, ""), ("chain", 3, "")}
    assert ("chain", last, "") in kinds(filled, f"DELETE FROM entry WHERE id = {last}")
    (named,) = faults(filled, f"UPDATE mark SET note = 'x' WHERE {one} AND since = {first}")
    (row,) = filled.rows(f"SELECT person_id, kind, day, since FROM mark WHERE {one} AND since = {first}")
    assert named.row == tuple(zip(("person_id", "kind", "day", "since"), row, strict=True))


def test_only_the_first_row_of_an_entry_and_table_is_named(filled: Ledger) -> None:
    found = faults(filled, "UPDATE special_day SET origin = 'x' WHERE since = 2")
    assert [(one.what, one.table, one.row) for one in found] == [
        ("row", "special_day", (("id", filled.rows("SELECT min(id) FROM special_day WHERE since = 2")[0][0]),))
    ]


def test_a_row_with_the_same_check_is_found_by_the_digest(filled: Ledger) -> None:
    """The check of a row is short; the digest of all rows of an entry is not."""
    (number, seal) = filled.rows("SELECT entry_id, digest FROM seal WHERE name = 'letter' ORDER BY 1 LIMIT 1")[0]
    found = kinds(filled, f"UPDATE seal SET digest = 'x' WHERE entry_id = {number} AND name = 'letter'")
    assert seal and found == {("entry", number, ""), ("row", number, "letter")}


def test_each_entry_is_chained_to_the_one_before(filled: Ledger) -> None:
    chain = filled.rows("SELECT id, previous, hash FROM entry ORDER BY id")
    assert [number for number, *_hashes in chain] == list(range(1, len(chain) + 1))
    assert [previous for _number, previous, _hash in chain] == [journal.GENESIS, *(one[2] for one in chain[:-1])]
    assert len({own for *_others, own in chain}) == len(chain)


def test_what_an_entry_wrote(filled: Ledger) -> None:
    with filled.ask() as session:
        wrote = {table: (recorded, voided) for table, recorded, voided in verifying.written(session, filled.last)}
    assert wrote == {"mark": (1, 1)}


def test_a_table_without_ids_is_written_once_an_entry(filled: Ledger) -> None:
    with pytest.raises(AssertionError, match="once an entry"), filled.act() as draft:
        rolls.record(draft, [(mark(1, 20, "H"), TYPED)])
        rolls.record(draft, [(mark(1, 19, "H"), TYPED)])


def test_a_fact_is_voided_once(filled: Ledger) -> None:
    with pytest.raises(AssertionError, match="voided twice"), filled.act() as draft:
        number = letters.filed(draft.session)[0].number
        letters.void(draft, [number])
        letters.void(draft, [number])
