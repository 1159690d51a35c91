"""Form styles: the cells of a sheet that are to be filled in; all others are locked.

Loads openpyxl: to be imported inside functions only.
"""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.styles import Alignment, NamedStyle, PatternFill, Protection

from attendance.publish import styles

INPUT = PatternFill("solid", start_color="FFFDF0")
PRINTED = PatternFill("solid", start_color="E8E8E8")
NAMES = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)


def named() -> Iterator[NamedStyle]:
    """Every style of a form by the name that `Sheet` asks for it."""
    for name, align, form, fill in (
        ("isian", styles.CENTRE, styles.TEXT, INPUT),
        ("isian-teks", NAMES, styles.TEXT, INPUT),
        ("isian-hari", styles.CENTRE, "yyyy-mm-dd", INPUT),
        ("isian-angka", styles.CENTRE, "0", INPUT),
        ("isian-tercetak", styles.CENTRE, styles.TEXT, PRINTED),
    ):
        yield _open(styles.style(name, align, form=form, border=styles.BOX, fill=fill))
    yield _open(styles.style("isian-pilihan", NAMES, form=styles.TEXT, bold=True, border=styles.BOX, fill=INPUT))
    yield styles.style("kepala-kecil", styles.CENTRE, size=8, bold=True, border=styles.BOX, fill=INPUT)
    yield styles.style("nama", NAMES, form=styles.TEXT, border=styles.BOX)
    yield styles.style("nama-kecil", NAMES, size=9, form=styles.TEXT, border=styles.BOX)


def _open(style: NamedStyle) -> NamedStyle:
    style.protection = Protection(locked=False)
    return style
