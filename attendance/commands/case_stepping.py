"""Taking a step: everything that stands against it is said at once; what binds nobody is only warned of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import file_digest
from pathlib import Path

from attendance.commands import docket
from attendance.commands.desk import Desk
from attendance.errors import Fault, Place, Refused
from attendance.language import _
from attendance.ledger import cases
from attendance.ledger.engine import Session
from attendance.publish import case_sentences
from attendance.publish.formats import short_day
from attendance.rules import procedure
from attendance.rules.case_documents import level_of
from attendance.rules.cases import DECISIONS, LATE, STEPS, Case, Done, Outcome, Rested, Step
from attendance.rules.law import REGULATIONS, SANCTIONS, Level, Sanction
from attendance.rules.procedure import SUMMONS, Breach, Wrong
from attendance.rules.units import fold

FAR = 62
"""A summons that calls to a day further ahead may be a slip of the finger."""


def plain(text: str) -> str:
    """A typed text in one line, its spaces single."""
    return " ".join(text.split())


def digested(path: Path | None) -> tuple[str, str]:
    """The name and the SHA-256 of a document; the document itself is not kept. Errors: Refused."""
    if path is None:
        return "", ""
    try:
        with path.open("rb") as content:
            return path.name, file_digest(content, "sha256").hexdigest()
    except OSError as error:
        raise Refused(
            _("--file {path}: this cannot be read as a file ({reason}).").format(path=path, reason=error.strerror)
        ) from None


def take(desk: Desk, number: str, done: Done, *, reason: str = "", dry_run: bool = False) -> list[str]:
    """Record a step; answers what is said of it. Errors: Refused, with everything that stands against it."""
    with desk.write(keep=not dry_run) as session:
        case = docket.find(session, number)
        if _known(case, done):
            return [_("{number}: this step is recorded already; nothing was changed.").format(number=case.number)]
        warned = _examined(desk, session, case, done)
        (before,) = docket.dockets(session, [case], desk.day())
        about = {"number": case.number, "nip": before.who.profile.nip, "step": done.step.value, "day": str(done.day)}
        with desk.draft(session, "case step", reason=reason or done.details.get(LATE, ""), **about) as draft:
            cases.record(draft, case, done)
        (after,) = docket.dockets(session, [replace(case, steps=(*case.steps, done))], desk.day())
        said = [
            _("{number}: {step} of {day} is recorded{entry}.").format(
                number=case.number,
                step=STEPS[done.step],
                day=short_day(done.day),
                entry=case_sentences.entered(None if dry_run else draft.number),
            ),
            *warned,
        ]
        if done.step is Step.KEPUTUSAN:
            said += _count(desk, session, case)
        return [*said, *case_sentences.after(after)]


def _known(case: Case, done: Done) -> bool:
    """Whether the last step says the very same."""
    last = case.last()
    return last is not None and replace(last, serial=0, entry=0) == done


def _examined(desk: Desk, session: Session, case: Case, done: Done) -> list[str]:
    """What is doubtful of a step, in sentences. Errors: Refused, where it cannot be taken."""
    today = desk.day()
    calendar = docket.calendar(session, today, replace(case, steps=(*case.steps, done)))
    found = procedure.examine(case, done, calendar, today)
    against = [_told(session, case, done, one) for one in found if not procedure.passes(case, done, one)]
    against += _lacking(done)
    if LATE in done.details and not any(one.wrong is Wrong.LATE for one in found):
        against.append(_("--late: this step is not late; leave it out."))
    if against:
        raise Refused(
            _("{number}: the step {step} was not recorded.").format(number=case.number, step=done.step.value),
            tuple(Fault(Place(""), one) for one in against),
        )
    passed = [_passed(session, case, done, one) for one in found]
    doubted = [f"! {case_sentences.breach(case, done, one)}" for one in procedure.doubts(case, done, calendar)]
    return [*passed, *doubted, *_doubts(case, done)]


def _passed(session: Session, case: Case, done: Done, one: Breach) -> str:
    """What is said of a breach in spite of which a step is recorded."""
    if case.bound:
        return _("!! Recorded as late: the last day was {limit}.").format(limit=short_day(one.limit or done.day))
    return f"! {_told(session, case, done, one)}"


def _told(session: Session, case: Case, done: Done, one: Breach) -> str:
    call_by = earliest = None
    if done.step is Step.PANGGILAN_1 and one.wrong is Wrong.EARLY and done.meets is not None:
        call_by = docket.call_by(session, case, done.meets)
    if done.step is Step.PANGGILAN_1 and one.wrong is Wrong.MEETING:
        earliest = docket.earliest(session, case, done.day)
    return case_sentences.breach(case, done, one, call_by, earliest)


def _lacking(done: Done) -> Iterator[str]:
    """What a step lacks, or what does not belong to it."""
    if done.details.get("outcome") == Outcome.DIHENTIKAN and not done.note:
        yield _("--reason: say why the case is stopped.")
    if done.step not in SUMMONS:
        called = {"--on": done.meets, "--at": done.details.get("at"), "--place": done.details.get("place")}
        for name in [name for name, value in called.items() if value]:
            yield _("{option} goes with a summons only.").format(option=name)
    given = {f"--{name}": done.details.get(name, "") for name in ("sanction", "level")}
    if done.step is Step.KEPUTUSAN:
        yield from _undecided({**given, "--number": done.number, "--by": done.by})
    elif done.step not in DECISIONS:
        for name in [name for name, value in given.items() if value]:
            yield _("{option} goes with a decision only.").format(option=name)
    slug, level = given["--sanction"], given["--level"]
    its = level_of(slug)
    if its is not None and level and level != its:
        yield _("--level {level}: the sanction {sanction} is one of the level {its}.").format(
            level=level, sanction=slug, its=its.value
        )


def _undecided(given: dict[str, str]) -> Iterator[str]:
    why = {
        "--sanction": _("--sanction: say what was decided, by its name ({names}) or in the office's own words."),
        "--level": _("--level: say whether it is ringan, sedang or berat."),
        "--number": _("--number: a decision has a number."),
        "--by": _("--by: say who decided."),
    }
    for name in [name for name, value in given.items() if not value]:
        yield why[name].format(names=", ".join(Sanction))


def _doubts(case: Case, done: Done) -> Iterator[str]:
    """What an officer should look at twice; he decides."""
    sanction, level = done.details.get("sanction", ""), done.details.get("level", "")
    rested = case.rested
    if done.meets is not None and (done.meets - done.day).days > FAR:
        yield _("! From {day} to {meets} are {count} days. Are the dates right?").format(
            day=short_day(done.day), meets=short_day(done.meets), count=(done.meets - done.day).days
        )
    if sanction and sanction not in set(Sanction) and case.binding:
        yield _("! {sanction} is none of the sanctions of the law; it is kept as it was typed.").format(
            sanction=sanction
        )
    if sanction and rested is not None and rested.sanction and sanction not in _of_tier(rested):
        yield _("! The tier of the count was {tier}; this is another sanction.").format(
            tier=case_sentences.tier(rested.level, rested.sanction)
        )
    if level and case.level is not None and Level(level).rank > case.level.rank:
        yield _("! {level} is heavier than what the case was opened for, {opened}.").format(
            level=level, opened=case.level.value
        )


def _of_tier(rested: Rested) -> set[str]:
    """The sanction of the tier that a case met, and what is imposed in its place meanwhile, however they are typed."""
    tiers = (tier for one in REGULATIONS if one.name == rested.law for tier in one.tiers)
    words = {rested.sanction, *(tier.interim for tier in tiers if tier.sanction == rested.sanction)}
    return words | {slug.value for slug, text in SANCTIONS.items() if text in words}


def named(sanction: str) -> str:
    """A sanction of the law by its name, where it was typed in the words of the law."""
    return next((slug.value for slug, words in SANCTIONS.items() if fold(words) == fold(sanction)), plain(sanction))


def _count(desk: Desk, session: Session, case: Case) -> Iterator[str]:
    """At the decision the count is looked at again."""
    found = docket.changed(desk, session, case)
    if found is None:
        return
    told = list(case_sentences.changed(found))
    yield from told or [_("The count under this case is the same still: {days} days.").format(days=found.total)]
