"""The kinds of session at which people are expected."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """Six kinds of assembly, and the working day."""

    APEL_PAGI = "apel-pagi"
    APEL_SORE = "apel-sore"
    APEL_GABUNGAN = "apel-gabungan"
    UPACARA = "upacara"
    SENAM = "senam"
    KEGIATAN = "kegiatan"
    KERJA = "kerja"


NAMES = {
    Kind.APEL_PAGI: "Apel pagi",
    Kind.APEL_SORE: "Apel sore",
    Kind.APEL_GABUNGAN: "Apel gabungan",
    Kind.UPACARA: "Upacara",
    Kind.SENAM: "Senam",
    Kind.KEGIATAN: "Kegiatan",
    Kind.KERJA: "Hari kerja",
}
"""What a kind is called on screen and paper."""
