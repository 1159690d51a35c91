"""Case openings: the allegation that a count makes, and what is said to the officer when a case is opened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attendance.language import _
from attendance.publish import case_sentences, numerals
from attendance.publish.formats import short_day
from attendance.rules.cases import Rested
from attendance.rules.dockets import Docket, Opening
from attendance.rules.kinds import NAMES, Kind
from attendance.rules.law import PPPK_HINT

LONG_AGO = 366
"""A case that was opened so many days ago and is recorded only now may be a slip of the finger."""


def absent(rested: Rested, in_a_row: bool) -> str:
    """The allegation of days of work that were missed, as it stands in letters."""
    count = len(rested.run) if in_a_row else rested.total
    said = f"{count} ({numerals.words(count)}) hari kerja"
    if in_a_row:
        return f"Tidak masuk kerja tanpa alasan yang sah selama {said} berturut-turut"
    return f"Tidak masuk kerja tanpa alasan yang sah selama {said} dalam tahun {rested.year}"


def missed(rested: Rested) -> str:
    """The allegation of assemblies that were missed, as it stands in letters."""
    kind = NAMES[Kind(rested.kind)]
    count = f"{rested.total} ({numerals.words(rested.total)}) kali"
    return f"Tidak mengikuti {kind[0].lower()}{kind[1:]} tanpa keterangan sebanyak {count} dalam tahun {rested.year}"


def opened(found: Docket, grounds: Opening, entry: int | None, meeting: date) -> Iterator[str]:
    """What an opening says: on what the case rests, what it proposes, what comes next; no entry in a rehearsal."""
    case, rested = found.case, found.case.rested
    yield _("{number}: a case of {name} was opened{entry}.").format(
        number=case.number, name=found.who.profile.printed, entry=case_sentences.entered(entry)
    )
    yield _("Alleged: {text}").format(text=case.allegation)
    if rested is not None:
        yield case_sentences.rests(rested)
    if grounds.tier is not None:
        yield _("The tier of this count: {tier}. This is a proposal; the officer in charge decides.").format(
            tier=case_sentences.tier(grounds.tier.level.value, grounds.tier.sanction)
        )
        if grounds.tier.interim:
            yield _("Until the regulation on pay is in force, in its place: {interim}.").format(
                interim=grounds.tier.interim
            )
    if grounds.salary_stop is not None:
        yield _("! Ten working days in a row: the salary stops from {month} on, whatever becomes of the case.").format(
            month=short_day(grounds.salary_stop)
        )
    yield from _doubts(found, grounds)
    yield from case_sentences.coming(found)
    yield _("A summons of today may call to {day} at the earliest.").format(day=short_day(meeting))


def _doubts(found: Docket, grounds: Opening) -> Iterator[str]:
    case = found.case
    if not case.binding:
        yield _("! {status}: the clocks of PNS are shown only; {hint}.").format(
            status=found.who.profile.status.value, hint=PPPK_HINT
        )
    if (found.today - case.opened).days > LONG_AGO:
        yield _("! It is opened {count} days ago, on {day}. Is the date right?").format(
            count=(found.today - case.opened).days, day=short_day(case.opened)
        )
    for told in grounds.waiting:
        yield _("! PROVISIONAL, not signed yet: {told}").format(told=told)
    if grounds.tier is not None and case.level is not None and case.level is not grounds.tier.level:
        yield _("! The level {level} is not that of the count, {tier}.").format(
            level=case.level.value, tier=grounds.tier.level.value
        )
    for one in grounds.before:
        yield _(
            "! There was {number} on the same grounds: {outcome}. The count goes on, it does not begin anew."
        ).format(number=one.number, outcome=case_sentences.outcome(one))
