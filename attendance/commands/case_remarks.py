"""Case remarks: what an officer is told beside a letter of a case: what it lacks, which clock it would break."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from attendance.commands import docket
from attendance.language import _
from attendance.ledger.engine import Session
from attendance.publish import case_sentences
from attendance.publish.case_decisions import ROLES
from attendance.publish.case_words import Matter
from attendance.publish.formats import short_day
from attendance.rules import breaches, case_documents, deadlines
from attendance.rules.breaches import Wrong
from attendance.rules.case_documents import DECISIONS, MEETING, SALARY, Meant
from attendance.rules.cases import Case, Done, Step
from attendance.rules.clocks import SUPERIOR
from attendance.rules.dockets import Changed
from attendance.rules.law import PPPK_HINT, Level
from attendance.rules.offices import Signatory
from attendance.rules.paths import SUMMONS
from attendance.rules.periods import ONE_DAY, Period
from attendance.rules.sessions import Calendar
from attendance.rules.units import fold

HANDING = (Step.PANGGILAN_KEPUTUSAN, Step.KIRIM, Step.TERIMA)
"""The steps whose letters say who decided."""


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


def signing(meant: Meant, matter: Matter, deciding: Signatory | None) -> Iterator[str]:
    """Where a decision is recorded as that of somebody else than who signs the letter, or whom the letter names."""
    signatory, done, taken = matter.paper.signatory, meant.done, meant.case.last(Step.KEPUTUSAN)
    if done is not None and done.step is Step.KEPUTUSAN and signatory is not None and _other(done.by, signatory):
        yield _("! The decision is recorded as of {by}, but the letter is that of {position}. Which is right?").format(
            by=done.by, position=signatory.position
        )
    named = fold(matter.decider)
    if meant.step in HANDING and taken is not None and named != fold(taken.by) and _other(taken.by, deciding):
        yield _(
            "! The decision is recorded as of {by}, but the letter calls it one of {other}. Which is right?"
        ).format(by=taken.by, other=matter.decider)


def _other(name: str, known: Signatory | None) -> bool:
    """Whether a name is that of somebody else, neither the name nor the office of who is known."""
    return known is None or fold(name) not in (fold(known.name), fold(known.position))


def team(meant: Meant, matter: Matter) -> Iterator[str]:
    """In which part each is put down who was typed as one of the team, and whether the accused is among them."""
    if meant.step is not Step.TIM or not matter.by:
        return
    for one, role in zip(matter.by, (*ROLES, *[""] * len(matter.by)), strict=False):
        if one.name:
            yield _('! Of the team, {name}: {role}. Another part: --by "NIP; POSITION; PART"').format(
                name=one.name, role=one.role or role or "-"
            )
    if matter.profile.nip in [one.nip for one in matter.by]:
        yield _("!! {name} is the one who is examined, and cannot be of the team.").format(name=matter.profile.printed)


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
