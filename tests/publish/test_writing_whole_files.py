"""A document is on the disk whole, or the old one is still there."""

import pytest

from attendance.errors import Refused
from attendance.publish import atomic


def test_the_old_file_is_replaced(tmp_path):
    (tmp_path / "a.csv").write_text("lama")
    atomic.write(tmp_path / "a.csv", b"baru")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a.csv": "baru"}


def test_when_the_writer_fails_the_old_file_stays_and_nothing_is_left_over(tmp_path):
    (tmp_path / "a.csv").write_text("lama")
    with pytest.raises(ZeroDivisionError), atomic.replacing(tmp_path / "a.csv") as beside:
        beside.write_text("setengah")
        raise ZeroDivisionError
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a.csv": "lama"}


def test_what_a_link_points_to_is_replaced(tmp_path):
    (tmp_path / "asli.csv").write_text("lama")
    try:
        (tmp_path / "a.csv").symlink_to(tmp_path / "asli.csv")
    except OSError:
        pytest.skip("no links here")
    atomic.write(tmp_path / "a.csv", b"baru")
    assert (tmp_path / "a.csv").is_symlink()
    assert (tmp_path / "asli.csv").read_text() == "baru"


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(Refused, match=r"tidak-ada.*the folder does not exist"):
        atomic.write(tmp_path / "tidak-ada" / "a.csv", b"x")


def test_a_folder_is_not_a_file(tmp_path):
    with pytest.raises(Refused, match="not a file"):
        atomic.write(tmp_path, b"x")


def test_a_file_that_is_open_elsewhere(tmp_path):
    with pytest.raises(Refused, match=r"Close it where it is open"), atomic.replacing(tmp_path / "a.xlsx"):
        raise PermissionError  # what Windows says of a workbook that is open in Excel


def test_what_else_the_system_refuses_is_quoted(tmp_path):
    with pytest.raises(Refused, match=r"cannot be written \(.+\)"):
        atomic.write(tmp_path / ("a" * 300), b"x")
