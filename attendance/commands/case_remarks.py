"""Case remarks: what an officer is told beside a letter of a case: what it lacks, which clock it would break."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from attendance.commands import docket
from attendance.language import _
from attendance.ledger.engine import Session
from attendance.publish import case_sentences
from attendance.publish.case_words import Matter
from attendance.publish.formats import short_day
from attendance.rules import breaches, case_documents, deadlines
from attendance.rules.breaches import Wrong
from attendance.rules.case_documents import DECISIONS, MEETING, SALARY, Meant
from attendance.rules.cases import Case, Done, Step
from attendance.rules.clocks import SUPERIOR
from attendance.rules.dockets import Changed
from attendance.rules.law import PPPK_HINT, Level
from attendance.rules.paths import SUMMONS
from attendance.rules.periods import ONE_DAY, Period
from attendance.rules.sessions import Calendar
from attendance.rules.units import fold


def unfitting(case: Case, kind: str) -> str:
    """Why there is no letter of a kind, and which there are."""
    fitting = ", ".join(one for one in case_documents.DOCUMENTS if case_documents.meant(case, one))
    if kind == SALARY:
        return _(
            "{number}: the count under this case has no ten working days in a row of a PNS, so no salary is to be "
            "stopped (PP 94/2021 Pasal 15 ayat (2)). Letters that fit now: {fitting}."
        ).format(number=case.number, fitting=fitting)
    last = case.last()
    told = (
        _("{number}: {kind} does not fit yet; the last step is {last}. Letters that fit now: {fitting}.")
        if last
        else _("{number}: {kind} does not fit yet; there is no step so far. Letters that fit now: {fitting}.")
    )
    return told.format(
        number=case.number, kind=kind, last=case_sentences.step(last.step) if last else "", fitting=fitting
    )


def against(session: Session, case: Case, step: Done, calendar: Calendar, today: date) -> Iterator[str]:
    """What would stand against the step, were it recorded as the letter has it; that its day is ahead is nothing."""
    first = step.step is Step.PANGGILAN_1
    for one in (*breaches.examine(case, step, calendar, today), *breaches.doubts(case, step, calendar)):
        if one.wrong is Wrong.MEETING and step.meets is None:
            if first:
                yield _("A summons of {day} may call to {earliest} at the earliest.").format(
                    day=short_day(step.day), earliest=short_day(docket.earliest(session, case, step.day))
                )
        elif one.wrong is not Wrong.AHEAD:
            call_by = docket.call_by(session, case, step.meets) if first and step.meets else None
            yield case_sentences.breach(case, step, one, call_by)


def reminders(meant: Meant, calendar: Calendar, today: date) -> Iterator[str]:
    """The duty of the superior, where a summons is late; what binds a PPPK."""
    case = meant.case
    if not case.binding:
        yield _("! No article of a PP is named in this letter; {hint}.").format(hint=PPPK_HINT)
    waited = {Step.PANGGILAN_1: case.opened, Step.PANGGILAN_2: _meeting(case)}.get(meant.step) if meant.step else None
    if meant.done is not None or not case.bound or waited is None or waited >= today:
        return
    days = sum(deadlines.working(calendar, day) for day in Period(waited + ONE_DAY, today).days())
    if days:
        yield _(
            "! {days} working days have gone by since {day}. A superior who does not summon and examine is punished "
            "himself, and more heavily ({article})."
        ).format(days=days, day=short_day(waited), article=SUPERIOR)


def _meeting(case: Case) -> date | None:
    called = case.last(*SUMMONS)
    return called.meets if called else None


def lacking(kind: str, matter: Matter, unit: str) -> Iterator[str]:
    """What is left to be written by hand."""
    paper = matter.paper
    if paper.signatory is None and kind in DECISIONS and matter.level is not Level.RINGAN:
        yield _("! Nobody is named who signs it: write [signatories.{level}] with apel config edit.").format(
            level=matter.level.value if matter.level else "ringan / sedang / berat"
        )
    elif paper.signatory is None:
        yield _('! Nobody is known who signs for {unit}: apel unit head "{unit}" --name ... --position ...').format(
            unit=unit
        )
    if not paper.number:
        yield _("! The letter has no number yet (--number).")
    if kind in MEETING and matter.on is None:
        yield _("! The day is left to be written by hand (--on).")
    if kind == "keputusan" and not matter.sanction:
        rested = matter.case.rested
        yield _("! No sanction was named (--sanction); it is left to be written by hand. The program chooses none.")
        if rested is not None and rested.sanction:
            yield _("  The count under this case meets: {tier}.").format(
                tier=case_sentences.tier(rested.level, rested.sanction)
            )


def signing(meant: Meant, matter: Matter) -> Iterator[str]:
    """Where a decision is recorded as that of somebody else than who signs the letter."""
    signatory, done = matter.paper.signatory, meant.done
    if done is None or done.step is not Step.KEPUTUSAN or not done.by or signatory is None:
        return
    if not {fold(done.by)} & {fold(signatory.name), fold(signatory.position)}:
        yield _("! The decision is recorded as of {by}, but the letter is that of {position}. Which is right?").format(
            by=done.by, position=signatory.position
        )


def count(kind: str, case: Case, found: Changed | None) -> Iterator[str]:
    """Loudly, where the count that a case rests on is another now."""
    if found is not None and found.loud:
        yield from case_sentences.changed(found)
        if kind == "keputusan":
            yield _("!! What was proven is left to be written by hand: it is not what was alleged any more.")
        if kind == SALARY and not _in_a_row(case, found):
            yield _(
                "!! There are no ten working days in a row any more: do not send this letter; undo a salary stopped."
            )
    if case.rested is not None and case.rested.provisional:
        yield _("! The count was provisional when the case was opened: not all rolls had been signed.")


def _in_a_row(case: Case, found: Changed) -> bool:
    """Whether the row for which a salary stops is as long as that still."""
    left = replace(found.rested, run=found.rested.run[: found.run])
    return case_documents.salary_from(replace(case, rested=left)) is not None
