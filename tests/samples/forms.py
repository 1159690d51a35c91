"""The forms that offices and machines send: what each is read as, and what is said of those that are refused.

Beside each file lies a file of the same name with `.json` behind: `about`, in one Indonesian sentence, and

- of a form (samples/forms/AREA): `options`, what the reader is told beside the file, and `reading`, what it answers;
- of a fault (samples/faults/AREA): `words`, what the officer types behind the command, and `said`, what he is told.

`python tests/samples/forms.py update [PART OF A NAME]` writes `reading` and `said` anew, and docs/kesalahan.md of them.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from officer import Apel  # noqa: E402

from attendance import language  # noqa: E402
from attendance.errors import Fault, Place, Refused  # noqa: E402
from attendance.intake import rolls, rosters, scans  # noqa: E402
from attendance.rules.codes import Code  # noqa: E402
from attendance.rules.kinds import Kind  # noqa: E402
from attendance.rules.periods import parse  # noqa: E402

FORMS = ROOT / "samples" / "forms"
FAULTS = ROOT / "samples" / "faults"
CATALOGUE = ROOT / "docs" / "kesalahan.md"
OFFICE = FAULTS / "kantor.csv"
"""The roster of the office to which the faulty files are sent."""

TODAY = date(2026, 3, 31)

COMMANDS = {
    "rosters": ("Daftar pegawai", ("staff", "import")),
    "rolls": ("Daftar hadir", ("roll", "import")),
    "machines": ("Rekaman mesin", ("scan", "import", "--device", "Mesin 1")),
    "letters": ("Surat keterangan", ("leave", "import")),
    "calendars": ("Kalender", ("calendar", "import")),
}


def samples(folder: Path) -> list[Path]:
    """The files of a folder that have a reading or a fault beside them, by area and name."""
    return sorted(path.with_suffix("") for path in folder.glob("*/*.json"))


def read(path: Path) -> dict[str, Any]:
    """What the reader answers of a form."""
    language.use("id")
    area, options = path.parent.name, {name: _option(name, value) for name, value in told(path)["options"].items()}
    try:
        return _READERS[area](path, options)
    except Refused as refused:
        return {"stopped": refused.message}


def told(path: Path) -> dict[str, Any]:
    """What lies beside a file."""
    found: dict[str, Any] = json.loads(beside(path).read_text("utf-8"))
    return found


def beside(path: Path) -> Path:
    """Where the reading of a file lies."""
    return path.with_name(path.name + ".json")


def _option(name: str, value: Any) -> Any:
    """An option as the reader wants it."""
    made: Mapping[str, Callable[[Any], Any]] = {
        "kind": Kind,
        "codes": lambda codes: {word: Code(code) if code else None for word, code in codes.items()},
        "period": _span,
        "people": lambda people: {name: tuple(numbers) for name, numbers in people.items()},
        "unit": tuple,
        "on": date.fromisoformat,
    }
    return made[name](value) if name in made else value


def _span(words: str) -> tuple[date, date]:
    period = parse(words, TODAY)
    assert period is not None, words
    return period.first, period.last


def _rosters(path: Path, options: dict[str, Any]) -> dict[str, Any]:
    reading = rosters.read(path, **options)
    people = [
        [
            _row(row.place),
            *(row.profile.nip, row.profile.printed, row.profile.status.value, row.profile.rank, row.profile.position),
            " / ".join(row.unit),
            " / ".join(row.line or ()),
        ]
        for row in reading.rows
    ]
    return {"read": reading.read, "people": people, **_faults(reading.refused, reading.warnings)}


def _rolls(path: Path, options: dict[str, Any]) -> dict[str, Any]:
    reading = rolls.read(path, **options)
    marks = [
        [
            *(_row(mark.place), mark.nip, mark.kind.value, f"{mark.day:%a %Y-%m-%d}", mark.code.value),
            *(f"{mark.at:%H:%M:%S}" if mark.at else "", mark.note),
        ]
        for mark in reading.rows
    ]
    return {"read": reading.read, "marks": marks, **_faults(reading.refused, reading.warnings)}


def _scans(path: Path, options: dict[str, Any]) -> dict[str, Any]:
    reading = scans.read(path, today=TODAY, **options)
    return {
        "read": reading.read,
        "scans": [[str(scan.row), scan.pin, f"{scan.at:%Y-%m-%d %H:%M:%S}"] for scan in reading.rows],
        "quarantined": [[_row(one.place), one.text, one.message] for one in reading.quarantined],
        **_faults(reading.refused, getattr(reading, "warnings", ())),
    }


_READERS = {"rosters": _rosters, "rolls": _rolls, "machines": _scans}


def _faults(refused: tuple[Fault, ...], warnings: tuple[Fault, ...]) -> dict[str, Any]:
    return {
        "refused": [[_row(fault.place), fault.message] for fault in refused],
        "warnings": [[_row(fault.place), fault.message] for fault in warnings],
    }


def _row(place: Place) -> str:
    return f"{place.sheet}!{place.row or ''}" if place.sheet else str(place.row or "")


def office(folder: Path) -> Apel:
    """An office with the people of the roster, as a migrated database."""
    apel = Apel(folder / "office.db", folder, str(TODAY))
    apel("init", "--office", "PEMERINTAH KOTA CONTOH")
    apel("staff", "import", OFFICE, "--from", "2026-01-01")
    return apel


def send(office: Apel, path: Path, folder: Path) -> list[str]:
    """What the officer of an office is told when he takes in a file: on a copy, with the screen's own words."""
    copy = Apel(Path(shutil.copyfile(office.database, folder / "copy.db")), folder, office.today)
    _title, command = COMMANDS[path.parent.name]
    words = [word.replace("{folder}", str(path.parent)) for word in told(path)["words"]]
    result = copy.run("--no-input", *command, path, *words, APEL_LANG="id")
    head = [f"(kode keluar {result.exit_code})"]
    return [*head, *(line.rstrip() for line in result.output.splitlines())]


def catalogue() -> str:
    """docs/kesalahan.md, of all that lies beside the faulty files."""
    lines = [
        "# Pesan kesalahan",
        "",
        "Halaman ini dibuat dari berkas contoh di `samples/faults` (isinya rekaan) dan diuji: tiap berkas dikirim ke",
        "perintahnya, dan yang tercantum di bawah adalah jawaban program kata demi kata. Diperbarui dengan",
        "`python tests/samples/forms.py update`.",
    ]
    for area, (title, command) in COMMANDS.items():
        lines += ["", f"## {title}: `apel {' '.join(command[:2])}`"]
        for path in samples(FAULTS):
            if path.parent.name == area:
                found = told(path)
                lines += ["", f"### {found['about']}", "", f"`{' '.join([path.name, *found['words']])}`", "", "```text"]
                lines += [*found.get("said", ()), "```"]
    return "\n".join(lines) + "\n"


def written(found: Mapping[str, Any], indent: int = 0) -> str:
    """JSON with a line for each row of a list, so that a change is seen as the row that it is."""
    pad = "  " * (indent + 1)
    parts = []
    for name, value in found.items():
        if isinstance(value, dict) and value and name == "reading":
            body = written(value, indent + 1)
        elif isinstance(value, list) and value and name != "words":
            rows = ",\n".join(f"{pad}  {json.dumps(row, ensure_ascii=False)}" for row in value)
            body = f"[\n{rows}\n{pad}]"
        else:
            body = json.dumps(value, ensure_ascii=False)
        parts.append(f"{pad}{json.dumps(name)}: {body}")
    return "{\n" + ",\n".join(parts) + "\n" + "  " * indent + "}"


def update(part: str) -> None:
    """Write anew what the program says now of the samples whose name holds a text."""
    for path in samples(FORMS):
        if part in str(path):
            beside(path).write_text(written(told(path) | {"reading": read(path)}) + "\n", "utf-8")
    with tempfile.TemporaryDirectory() as folder:
        apel = office(Path(folder))
        for path in samples(FAULTS):
            if part in str(path):
                said = send(apel, path, Path(folder))
                beside(path).write_text(written(told(path) | {"said": said}) + "\n", "utf-8")
    CATALOGUE.write_text(catalogue(), "utf-8")


if __name__ == "__main__":
    assert sys.argv[1:2] == ["update"], __doc__
    update(sys.argv[2] if len(sys.argv) > 2 else "")
