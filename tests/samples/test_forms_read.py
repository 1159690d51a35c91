"""Every form that an office or a machine sends is read as it should be, and every fault is answered as it should be."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from officer import Apel

sys.path.insert(0, str(Path(__file__).parent))

import forms


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Apel:
    return forms.office(tmp_path_factory.mktemp("office"))


@pytest.mark.parametrize("path", forms.samples(forms.FORMS), ids=_name)
def test_a_form_is_read_as_written_beside_it(path: Path) -> None:
    assert forms.read(path) == forms.told(path)["reading"]


@pytest.mark.parametrize("path", forms.samples(forms.FORMS), ids=_name)
def test_every_row_of_a_form_is_accounted_for(path: Path) -> None:
    reading = forms.read(path)
    assert "stopped" in reading or reading["read"] == sum(
        len(reading.get(part, ())) for part in ("people", "marks", "scans", "quarantined", "refused")
    )


@pytest.mark.parametrize("path", forms.samples(forms.FAULTS), ids=_name)
def test_a_fault_is_answered_as_written_beside_it(path: Path, office: Apel, tmp_path: Path) -> None:
    assert forms.send(office, path, tmp_path) == forms.told(path)["said"]


def test_every_sample_has_its_reading_beside_it() -> None:
    known = {*forms.samples(forms.FORMS), *forms.samples(forms.FAULTS)}
    files = {path for folder in (forms.FORMS, forms.FAULTS) for path in folder.glob("*/*") if path.suffix != ".json"}
    assert files == known


def test_the_catalogue_of_faults_is_what_the_samples_say() -> None:
    assert forms.CATALOGUE.read_text("utf-8") == forms.catalogue(), "run: python tests/samples/forms.py update"
