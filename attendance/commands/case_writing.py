"""Writing the letters of a case: what the case, the roster and the settings know of it, and what stands against it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from attendance.commands import case_around, case_remarks, docket
from attendance.commands.case_around import Around
from attendance.commands.case_stepping import named, plain
from attendance.commands.desk import Desk, settings
from attendance.commands.warning_letters import filename
from attendance.errors import Refused
from attendance.language import _
from attendance.ledger import journal, people
from attendance.ledger.engine import Session
from attendance.publish import letter_words
from attendance.publish.case_decisions import CHAIR
from attendance.publish.case_words import DOTS, Actor, Matter
from attendance.publish.letter_words import Paper
from attendance.rules import case_documents, nip, procedure
from attendance.rules.case_documents import DECISIONS, MEETING, SALARY, Meant
from attendance.rules.cases import Done, Step
from attendance.rules.law import Level
from attendance.rules.offices import Signatory
from attendance.rules.paths import SUMMONS
from attendance.rules.units import fold

SUBJECTS = {
    "laporan-hasil-pemeriksaan": "Laporan Hasil Pemeriksaan",
    "pengantar-kirim-keputusan": "Penyampaian Keputusan Hukuman Disiplin",
    SALARY: "Usulan Penghentian Pembayaran Gaji",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What an officer asks for: the kind of letter, and what he says of it."""

    kind: str
    number: str = ""
    dated: date | None = None
    on: date | None = None
    at: str = ""
    place: str = ""
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    sanction: str = ""
    level: Level | None = None
    article: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A letter that can be set: its words, the file name proposed, the office's own template, what is to be said."""

    matter: Matter
    name: str
    template: str
    emblem: str
    said: tuple[str, ...]


def make(desk: Desk, session: Session, number: str, asked: Asked) -> Made:
    """A letter of a case. Errors: Refused, where its kind does not fit the state of the case."""
    configured = settings(session)
    today = desk.day(configured.office.zone)
    case = docket.find(session, number)
    meant = case_documents.meant(case, asked.kind, again=asked.on is not None)
    if meant is None:
        raise Refused(case_remarks.unfitting(case, asked.kind))
    _belongs(asked)
    step = _step(asked, meant, today)
    with_step = replace(meant.case, steps=(*meant.case.steps, *([step] if step else [])))
    listed = docket.calendar(session, today, with_step)
    day = asked.dated or (meant.done.day if meant.done else today)
    around = case_around.around(session, configured, case, day, listed)
    changed = docket.changed(desk, session, case)
    matter = _matter(session, around, asked, meant, step, today)
    matter = replace(matter, shifted=changed is not None and changed.loud)
    fresh = None if meant.done else step
    against = case_remarks.against(session, meant.case, fresh, listed, today) if fresh else ()
    said = (
        *(f"! {told}" for told in against),
        *case_remarks.reminders(meant, listed, min(day, today)),
        *case_remarks.lacking(asked.kind, matter, around.who.label or "-"),
        *case_remarks.signing(meant, matter, configured.signatories.get(matter.level or "")),
        *case_remarks.team(meant, matter),
        *case_remarks.count(asked.kind, case, changed),
    )
    return Made(
        matter,
        f"{filename(f'{case.number} {asked.kind}')}.docx",
        configured.discipline.templates.get(asked.kind, ""),
        configured.office.emblem,
        said,
    )


def _belongs(asked: Asked) -> None:
    """What was typed has a place on the letter. Errors: Refused."""
    of = {
        **dict.fromkeys(("on", "at", "place"), MEETING),
        **dict.fromkeys(("sanction", "article"), ("keputusan",)),
        "level": DECISIONS,
        "to": ("laporan-hasil-pemeriksaan", SALARY),
    }
    strange = [name for name, kinds in of.items() if getattr(asked, name) and asked.kind not in kinds]
    if strange:
        raise Refused(
            _("--{option} has no place on {kind}; it goes with: {kinds}.").format(
                option=strange[0], kind=asked.kind, kinds=", ".join(of[strange[0]])
            )
        )
    its = case_documents.level_of(named(asked.sanction))
    if its is not None and asked.level not in (None, its):
        raise Refused(
            _("--level {level}: the sanction {sanction} is one of the level {its}.").format(
                level=asked.level, sanction=asked.sanction, its=its.value
            )
        )


def _step(asked: Asked, meant: Meant, today: date) -> Done | None:
    """The step of a letter: as it is recorded, or as it would be."""
    if meant.step is None or meant.done is not None:
        return meant.done
    summons = meant.step in SUMMONS
    day = (asked.dated if asked.kind not in MEETING or summons else _held(asked, meant)) or today
    details = {"at": asked.at, "place": asked.place, "sanction": named(asked.sanction), "level": _level(asked, meant)}
    return Done(
        meant.step,
        day,
        asked.number,
        meets=asked.on if summons else None,
        details={name: value for name, value in details.items() if value},
    )


def _held(asked: Asked, meant: Meant) -> date | None:
    """The day of an act: as typed, as recorded, else the day to which the last summons called."""
    called = _called(meant)
    return asked.on or (meant.done.day if meant.done else None) or (called.meets if called else None)


def _called(meant: Meant) -> Done | None:
    """The last summons to what a letter tells of: to the examination, or to receive the decision."""
    received = meant.case.last(Step.KEPUTUSAN) is not None
    last = meant.case.last(*SUMMONS)
    return last if last is not None and (last.step is Step.PANGGILAN_KEPUTUSAN) == received else None


def _level(asked: Asked, meant: Meant) -> Level | None:
    """The level of which a letter tells: as typed, else of the sanction, else of what is recorded."""
    if asked.kind == "sk-tim-pemeriksa":
        return asked.level or meant.case.level
    if asked.kind != "keputusan":
        return meant.case.decided
    recorded = meant.done.details.get("level") if meant.done else None
    return asked.level or case_documents.level_of(named(asked.sanction)) or (Level(recorded) if recorded else None)


def _matter(session: Session, around: Around, asked: Asked, meant: Meant, step: Done | None, today: date) -> Matter:
    configured, done = around.configured, meant.done
    level = _level(asked, meant)
    called = _called(meant)
    summons = meant.step in SUMMONS
    on = (asked.on or (done.meets if done else None)) if summons else _held(asked, meant)
    told = done if summons else called
    known = told.details if told else {}
    signatory, over = _signs(around, asked.kind, level)
    day = asked.dated or (done.day if done and asked.kind not in MEETING[2:] else None)
    after = replace(meant.case, steps=(*meant.case.steps, replace(step, day=on or step.day))) if step else meant.case
    return Matter(
        paper=_paper(session, around, asked, done, signatory, day or today),
        case=meant.case,
        profile=around.who.profile,
        unit=around.unit_name(around.who.unit),
        zone=configured.office.zone,
        dated=day if asked.kind in DECISIONS else day or today,
        on=on if asked.kind in MEETING else None,
        at=asked.at or known.get("at", ""),
        place=plain(asked.place) or known.get("place", ""),
        by=_by(session, around, asked, meant),
        local=configured.discipline.pppk_name,
        sanction=named(asked.sanction) or (done.details.get("sanction", "") if done else ""),
        level=level,
        article=plain(asked.article),
        decider=_decider(around, asked.kind, meant, level, signatory),
        signed_over=over,
        missed=meant.step,
        limit=next((one.by for one in procedure.due(after, around.calendar)), None) if called and on else None,
        in_force=procedure.in_force(after, around.calendar) if on else None,
        salary_from=case_documents.salary_from(meant.case),
    )


def _signs(around: Around, kind: str, level: Level | None) -> tuple[Signatory | None, bool]:
    """Who signs, and whether above all units: the head above the person, of heavier decisions whom the office names."""
    discipline, signatories = around.configured.discipline, around.configured.signatories
    if kind not in DECISIONS:
        return around.head, False
    if level is None:
        return None, False
    return signatories.get(level, around.head if level is Level.RINGAN else None), level in discipline.authority


def _decider(around: Around, kind: str, meant: Meant, level: Level | None, signatory: Signatory | None) -> str:
    """Who decides or decided, by his office."""
    taken = meant.case.last(Step.KEPUTUSAN) or (meant.done if kind == "keputusan" else None)
    by_office = around.configured.discipline.authority.get(level or "", "")
    if by_office or kind not in DECISIONS:
        return by_office or (taken.by if taken else "")
    return signatory.position if signatory else (taken.by if taken else "")


def _by(session: Session, around: Around, asked: Asked, meant: Meant) -> tuple[Actor, ...]:
    """Who acts: as typed, as recorded, else the head above the person; of a team nobody is guessed."""
    head = around.head
    recorded = meant.done.by if meant.done else ""
    above = _above(head) if head else None
    if asked.by:
        typed = tuple(_actor(session, text) for text in asked.by)
        return _chaired(typed, above) if meant.step is Step.TIM else typed
    if recorded and asked.kind not in DECISIONS:
        return (above,) if above and fold(above.name) == fold(recorded) else (Actor(recorded),)
    team = meant.case.last(Step.TIM) is not None
    return () if above is None or team or asked.kind in DECISIONS else (above,)


def _above(head: Signatory) -> Actor:
    """The head above a person, in the capacity in which he acts: Plt. Kepala Dinas."""
    acting = fold(head.capacity) in ("plt.", "plh.", "plt", "plh")
    return Actor(head.name, f"{head.capacity} {head.position}" if acting else head.position, head.nip, head.rank)


def _chaired(typed: tuple[Actor, ...], above: Actor | None) -> tuple[Actor, ...]:
    """A team as typed: nobody is put down as the superior who is not known to be he."""
    first, *others = typed
    other = above is not None and not (first.nip == above.nip if first.nip and above.nip else _alike(first, above))
    return (replace(first, role=first.role or (CHAIR if other else "")), *others)


def _alike(one: Actor, other: Actor) -> bool:
    return fold(one.name) == fold(other.name)


def _actor(session: Session, text: str) -> Actor:
    """Somebody as typed: a NIP of the roster or a name; POSITION; ROLE. Errors: Refused, for a NIP that nobody has."""
    who, position, role = (*(plain(part) for part in text.split(";", 2)), "", "")[:3]
    if nip.parse(who) in (nip.Reason.NOT_DIGITS, nip.Reason.EMPTY):
        return Actor(who, position, role=role)
    from attendance.commands.staff import person_of

    person = person_of(session, who)
    profile = people.profiles(session, [person])[person]
    rank = letter_words.person(profile, "")["pangkat"]
    return Actor(profile.printed, position or profile.position, profile.nip, "" if rank == "-" else rank, role)


def _paper(
    session: Session, around: Around, asked: Asked, done: Done | None, signatory: Signatory | None, day: date
) -> Paper:
    configured = around.configured
    office = configured.office
    own = signatory is around.head and around.unit is not None
    unit, lines = around.letterhead(around.unit if own else around.who.unit)
    entry, head = journal.head(session)
    return Paper(
        office=office,
        unit=unit,
        address=lines,
        to=asked.to or (DOTS,),
        number=plain(asked.number) or (done.number if done else ""),
        dated=day,
        subject=SUBJECTS.get(asked.kind, ""),
        signatory=signatory,
        copies=configured.discipline.copies,
        entry=entry,
        head=head,
    )
