"""docs/hukum.md: the discipline law as the program knows it, on one page that a lawyer can check.

`python tests/samples/law_page.py update` writes it from `rules/law.py`, `rules/clocks.py` and `rules/paths.py`; a test
holds it against them. What is no figure and no article (how is counted, what is doubtful) stands here in words.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from attendance.publish import formats  # noqa: E402 - found beside this file, however it is called
from attendance.rules.cases import OUTCOMES, STEPS, Outcome, Step  # noqa: E402
from attendance.rules.clocks import (  # noqa: E402
    CLOCKS,
    EXAMINED,
    IN_FORCE,
    MONTHS,
    SECOND_NO_SHOW,
    SUPERIOR,
    TEAM,
    Clock,
)
from attendance.rules.law import DISMISSALS, PP_53, PP_94, PPPK_HINT, REGULATIONS, SANCTIONS, Regulation  # noqa: E402
from attendance.rules.paths import AFTER, ENDS  # noqa: E402

PAGE = ROOT / "docs" / "hukum.md"

WEIGHTS = {"text": "[H]", "second": "[M]", "weak": "[L]"}

COUNTED = (
    "Yang dihitung hanya **hari kerja** (jenis `kerja`) dengan kode TK: tanpa alasan yang sah. Tidak ikut apel bukan "
    "tidak masuk kerja, dan tidak pernah masuk hitungan ini.",
    "TK baru ada setelah kepala unit mengesahkan daftar hadir hari itu. Sebelum itu harinya BL: tidak dihitung, tidak "
    "memutus rangkaian, dan hasilnya disebut *sementara*.",
    f"Hari dijumlahkan dari 1 Januari sampai 31 Desember ({PP_94.name} {PP_94.yearly}; {PP_53.name} {PP_53.yearly}), "
    "tidak dimulai lagi karena pernah dihukum.",
    "Setiap hari dinilai menurut peraturan yang berlaku **pada hari itu** dan status pegawai **pada hari itu**. Hari "
    "menurut dua peraturan tidak dijumlahkan (2021: sampai 30 Agustus PP 53/2010, sejak 31 Agustus PP 94/2021). CPNS "
    "dan PNS satu hitungan; hari sebagai PPPK tidak ikut dihitung sesudah ia menjadi CPNS.",
    "Libur, akhir pekan, dan hari yang tidak wajib baginya tidak dihitung dan tidak memutus rangkaian; hadir atau "
    "alasan yang sah memutusnya. Hari kerja adalah hari kerjanya sendiri (lima atau enam hari, giliran).",
    "Rangkaian yang melewati 31 Desember berjalan terus, sedangkan jumlah setahun mulai dari nol. Program menyebutnya, "
    "manusia yang memutuskan.",
    "Surat yang datang terlambat mengubah hitungan, juga ke belakang; demikian pula hari libur yang ditetapkan "
    "kemudian.",
    "Bila seseorang mencapai 28 hari dan juga 10 hari berturut-turut, yang ditulis angka 3; penghentian gaji tetap "
    "disebut.",
)

CONDITIONS: Mapping[Step, str] = {
    Step.PANGGILAN_1: "hari yang dipanggil paling cepat hari kerja ke-7 sesudah surat",
    Step.TIDAK_HADIR_1: "tidak sebelum hari yang dipanggil",
    Step.PANGGILAN_2: "paling lambat hari kerja ke-7 sesudah hari yang seharusnya",
    Step.TIDAK_HADIR_2: f"tidak sebelum hari yang dipanggil; diputus menurut bukti: {SECOND_NO_SHOW}",
    Step.PEMERIKSAAN: f"tertutup, BAP ditandatangani keduanya: {EXAMINED}; yang dapat menjadi berat: sesudah ada tim",
    Step.LAPORAN: f"atasan yang tidak menjatuhkan atau melaporkan dijatuhi hukuman yang lebih berat: {SUPERIOR}",
    Step.KEPUTUSAN: "hukuman berat hanya sesudah pemeriksaan oleh tim",
    Step.PANGGILAN_KEPUTUSAN: "-",
    Step.TIDAK_HADIR_KEPUTUSAN: "tidak sebelum hari yang dipanggil",
    Step.KIRIM: "-",
    Step.TERIMA: "disampaikan tertutup",
    Step.KEBERATAN: "bukan atas pemberhentian",
    Step.PUTUSAN_KEBERATAN: "dapat mengubah hukuman",
    Step.BANDING: "hanya atas pemberhentian",
    Step.TANGGAPAN_BANDING: "-",
    Step.PUTUSAN_BANDING: "dapat mengubah hukuman",
    Step.DIJALANI: f"tidak sebelum hari kerja ke-{IN_FORCE} sesudah diterima",
}
"""What a step asks for besides its place, for the lawyer; `-` where it asks for nothing."""

SETTINGS: Mapping[str, str] = {
    "hours": "berapa jam terlambat dan pulang cepat dihitung satu hari; 0 berarti tidak dihitung (bawaan)",
    "pppk_name": "nama ketentuan setempat untuk PPPK",
    "pppk": f'tabel setempat untuk PPPK; tanpa tabel, program menulis "{PPPK_HINT}"',
    "number": "bentuk nomor perkara",
    "due_days": "berapa hari sebelumnya tenggat diingatkan",
    "authority": "pejabat yang berwenang menurut tingkat hukuman",
    "copies": "tembusan surat",
    "templates": "naskah surat kantor sendiri",
}
"""Every setting of the section [discipline] and what it means for the count or the file."""

OPEN = (
    f"{TEAM}: nomor pasalnya [L]. Bahwa hukuman berat memerlukan tim, dan hukuman sedang dapat, tidak diragukan.",
    "Keberatan (PP 79/2021): 14 hari kerja untuk mengajukan dan 21 untuk memutus [L]. Sumber kedua menyebut pula bahwa "
    "yang terlambat ditetapkan tidak dapat diterima; karena itu yang terlambat dapat dicatat dengan alasannya. Nomor "
    "pasal, akibat bila tidak dijawab, dan apakah hari dihitung sejak diterima: periksa.",
    "Banding ke BPASN 14, 21, dan 65 hari kerja [M]; nomor pasalnya belum ada di sini. Bahwa pemberhentian dibanding "
    "dan yang lain dikeberatani: PP 79/2021 Pasal 1 [H].",
    "Keputusan yang dikirim karena yang bersangkutan tidak hadir: hari ke-15 dihitung sejak diterima. Bila tanda "
    "terimanya tidak pernah kembali: periksa Peraturan BKN 6/2022.",
    "Bila keberatan atau banding diajukan, sejak kapan keputusannya berlaku: program menunggu putusannya dan tidak "
    "menghitung hari lain dari itu. Periksa.",
    "7,5 jam terlambat sama dengan satu hari: tertulis pada PP 53/2010, tidak ditemukan pada PP 94/2021. Pengaturan "
    "`hours` mati untuk keduanya; di bawah PP 53/2010 program menyebut berapa hari yang akan bertambah, dan tidak "
    "menghitungnya. Bila dinyalakan, ia berlaku untuk semua tabel.",
    "CPNS yang dijatuhi hukuman sedang atau berat: akibatnya bagi pengangkatan (PP 11/2017 tentang Manajemen PNS) "
    "tidak ada di sini [L].",
    "PPPK: apakah tata cara PNS berlaku dengan penyesuaian (PP 49/2018, UU 20/2023 tentang ASN) [L]. Program "
    "menampilkan tahap dan tenggatnya sebagai pengingat, tanpa pasal, dan tidak menolak.",
    "UU 20/2023 menggantikan UU 5/2014; PP 94/2021 dipakai selama belum diganti. Periksa bila ada PP baru.",
    "Tenggat dihitung pada hari kerja kantor, Senin sampai Jumat, juga untuk unit dengan enam hari kerja.",
    "Nomor pasal PP 94/2021 [M] dan PP 53/2010 [L] dicocokkan dengan naskahnya sebelum dikutip dalam keputusan.",
)
"""What the legal section has to look at before it is relied on."""


def page() -> str:
    """The whole page."""
    parts = (_head(), _validity(), _table(PP_94), _row(), _transition(), _table(PP_53), _old(), _counting(), _clocks())
    return "\n".join(line for part in (*parts, _path(), _durations(), _settings(), _open()) for line in part) + "\n"


def _head() -> Iterable[str]:
    yield from ("# Hukum disiplin dalam program: satu halaman untuk bagian hukum", "")
    yield from _prose(
        "Halaman ini dibuat dari data yang dipakai program untuk menghitung (`attendance/rules/law.py`, `clocks.py`, "
        "`paths.py`) dan diuji sama dengannya; diperbarui dengan `python tests/samples/law_page.py update`. Program "
        "menghitung dan mengingatkan; ia tidak memutuskan, dan tidak menggantikan naskah peraturannya."
    )
    yield ""
    yield from _prose(
        "Bobot sumber: **[H]** naskah dibaca atau beberapa sumber sepakat; **[M]** satu sumber kedua yang baik; "
        "**[L]** lemah, harus diperiksa dahulu."
    )


def _prose(text: str) -> Iterable[str]:
    return textwrap.wrap(text, 118, break_long_words=False, break_on_hyphens=False)


def _validity() -> Iterable[str]:
    yield from ("", "## Peraturan mana untuk hari mana", "")
    yield from _rows("peraturan", "berlaku", "untuk", "kewajiban", "dihitung setahun", "bobot: hari, pasal, setahun")
    for one in REGULATIONS:
        until = formats.plain_day(one.last) if one.last else "sekarang"
        weights = ", ".join(WEIGHTS[one.weight[what]] for what in ("days", "articles", "yearly"))
        span = f"{formats.plain_day(one.first)} sampai {until}"
        yield _cells(one.name, span, ", ".join(one.statuses), one.duty, one.yearly, weights)
    yield _cells(
        "ketentuan setempat", "selalu", "PPPK, PPPK Paruh Waktu", "-", "-", f"pengaturan; bila tidak ada: {PPPK_HINT}"
    )


def _table(of: Regulation) -> Iterable[str]:
    yield from ("", f"## {of.name}: hari, hukuman, pasal", "", f"{of.title}.", "")
    yield from _rows("hari kerja", "tingkat", "hukuman", "pasal", "bobot: hari, pasal")
    weights = f"{WEIGHTS[of.weight['days']]}, {WEIGHTS[of.weight['articles']]}"
    below = of.tiers[0].least - 1
    yield _cells("1" if below == 1 else f"1 sampai {below}", "-", "tidak ada", "-", WEIGHTS[of.weight["days"]])
    for tier in of.tiers:
        above = of.above(tier.least)
        yield _cells(
            _span(tier.least, above.least if above else None), tier.level, tier.sanction, tier.article, weights
        )
    if of.in_a_row:
        tier = of.in_a_row.tier
        yield _cells(f"{tier.least} berturut-turut", tier.level, tier.sanction, tier.article, weights)


def _span(least: int, above: int | None) -> str:
    if above is None:
        return f"{least} atau lebih"
    return str(least) if above == least + 1 else f"{least} sampai {above - 1}"


def _row() -> Iterable[str]:
    row = PP_94.in_a_row
    assert row is not None
    yield ""
    yield from _prose(
        "Sepuluh hari kerja berturut-turut juga menghentikan gaji **sejak bulan berikutnya**, tanpa menunggu hukuman: "
        f"{PP_94.name} {row.salary_article} [H]. Program menyebut bulannya dan menyiapkan usulan; yang menghentikan "
        "adalah pejabatnya."
    )


def _transition() -> Iterable[str]:
    yield from ("", f"### Masa peralihan: {PP_94.interim}", "")
    yield "Selama PP tentang gaji belum ada, alih-alih potongan 25 % dijatuhkan yang di kanan [H]; keduanya dicetak."
    yield ""
    yield from _rows("hari kerja", "menurut PP", "selama peralihan")
    for tier in PP_94.tiers:
        if tier.interim:
            above = PP_94.above(tier.least)
            yield _cells(_span(tier.least, above.least if above else None), tier.sanction, tier.interim)


def _old() -> Iterable[str]:
    hours = f"{PP_53.hours:g}".replace(".", ",")
    yield ""
    yield from _prose(
        f"{PP_53.name} tidak mengenal ketentuan 10 hari berturut-turut. {hours} jam terlambat atau pulang cepat sama "
        f"dengan satu hari: {PP_53.converts} [H]; lihat yang harus diperiksa, di bawah."
    )


def _counting() -> Iterable[str]:
    yield from ("", "## Cara menghitung", "")
    yield from (f"{number}. {line}" for number, line in enumerate(COUNTED, 1))


def _clocks() -> Iterable[str]:
    yield from ("", "## Tenggat perkara", "")
    yield "Dalam hari kerja kantor; hari perbuatannya adalah hari ke-0."
    yield ""
    yield from _rows("dari", "ke", "hari", "pasal", "siapa", "bobot")
    for clock in CLOCKS:
        days = f"paling {'cepat' if clock.at_least else 'lambat'} {clock.days}"
        yield _cells(_from(clock), _to(clock), days, clock.article, clock.whose.value, WEIGHTS[clock.weight])
    yield ""
    yield from _prose(
        "Yang terlalu cepat ditolak dengan pasalnya. Yang terlambat ditolak sampai alasannya ditulis; lalu tercatat "
        "apa adanya dan tetap ditandai terlambat. Yang jatuh pada hari libur diingatkan saja. Perkara PPPK, dan yang "
        f"dibuka sebelum {formats.plain_day(PP_94.first)}, tidak terikat tenggat ini."
    )


def _from(clock: Clock) -> str:
    named = clock.opened_by or clock.start[0]
    starts = " atau ".join(STEPS[step] for step in ([named] if clock.opened_by else clock.start))
    return f"{starts}: hari yang dipanggil" if clock.from_meeting else starts


def _to(clock: Clock) -> str:
    if clock.to_meeting:
        return "hari yang dipanggil"
    return " atau ".join(STEPS[step] for step in clock.ends)


def _path() -> Iterable[str]:
    yield from ("", "## Urutan tahap", "")
    yield from _prose(
        f"Tahap lain ditolak. `tim` ({STEPS[Step.TIM].lower()}) dapat dibentuk kapan saja sebelum keputusan, untuk "
        f"perkara ringan baru sesudah pemeriksaan, dan lalu memeriksa lagi: {TEAM} [L]. `selesai` dengan `dihentikan` "
        "dapat kapan saja."
    )
    yield ""
    yield from _rows("tahap", "sesudahnya", "syarat")
    yield _cells("perkara dibuka", _steps(AFTER[None]), "-")
    for step, following in AFTER.items():
        if step is not None:
            yield _cells(f"{STEPS[step]} `{step}`", _steps(following) or "`selesai`", CONDITIONS[step])
    yield ""
    yield from _rows("hasil akhir", "arti", "sesudah tahap")
    for outcome, words in OUTCOMES.items():
        yield _cells(f"`{outcome}`", words, _steps(ENDS[outcome]) if outcome in ENDS else "tahap mana pun")
    yield ""
    dismissed = " dan ".join(f"`{one}`" for one in DISMISSALS)
    yield from _prose(
        f"Pemberhentian ({dismissed}) dibanding ke BPASN; hukuman lain dikeberatani, tidak keduanya, kecuali putusan "
        "atas keberatan sendiri yang memberhentikan: PP 79/2021 Pasal 1 [H]. Hukuman menurut ketentuan setempat dapat "
        f"keduanya. Hasil `{Outcome.DIJALANI}` tidak sebelum hari terakhir hukumannya."
    )


def _steps(steps: Iterable[Step]) -> str:
    return ", ".join(f"`{step}`" for step in steps)


def _durations() -> Iterable[str]:
    yield from ("", "## Lama hukuman yang berakhir sendiri", "")
    yield from _rows("hukuman", "nama di program", "bulan")
    for sanction, months in MONTHS.items():
        yield _cells(SANCTIONS[sanction], f"`{sanction}`", str(months))


def _settings() -> Iterable[str]:
    yield from ("", "## Yang diatur kantor sendiri", "", "Bagian `[discipline]` dari `apel config edit`.", "")
    yield from _rows("pengaturan", "arti")
    yield from (_cells(f"`{name}`", words) for name, words in SETTINGS.items())


def _open() -> Iterable[str]:
    yield from ("", "## Yang lemah dan harus diperiksa bagian hukum", "")
    yield from (f"{number}. {line}" for number, line in enumerate(OPEN, 1))


def _rows(*headings: str) -> Iterable[str]:
    yield _cells(*headings)
    yield "|" + "---|" * len(headings)


def _cells(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    assert sys.argv[1:] == ["update"], __doc__
    PAGE.write_text(page(), "utf-8")
