"""The press edition as pages to sign (PDF/A), or as a text that can be changed (docx)."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from attendance.publish import atomic, papers, releases
from attendance.publish.releases import Release


def pdf(release: Release, path: Path) -> None:
    """Write the release as PDF/A. Refused where paper or emblem is not what it should be, or nothing can be written."""
    made = releases.worded(release)
    width, height = papers.size(release.paper)
    words = asdict(made) | {
        "dated": [release.dated.year, release.dated.month, release.dated.day],
        "width": width,
        "height": height,
        "day_table": releases.shown(made.by_day),
        "unit_table": releases.shown(made.by_unit),
    }
    for key in ("by_day", "by_unit"):
        del words[key]
    atomic.write(path, papers.pdf("press.typ", words, emblem=release.office.emblem))


def docx(release: Release, path: Path) -> None:
    """Write the release as a document of Word."""
    from attendance.publish import press_docx  # python-docx takes a while to load

    papers.size(release.paper)
    with atomic.replacing(path) as beside:
        press_docx.write(releases.worded(release), release, beside)
