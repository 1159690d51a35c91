"""Making letters of warning: numbers, signatories, what each rests on, and the documents."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from attendance.commands.desk import Desk
from attendance.commands.inquiry import Inquiry, calendar
from attendance.commands.warnings import Proposal, roman
from attendance.correspondence import number_fault
from attendance.errors import Fault, Place, Refused
from attendance.language import _
from attendance.ledger import units, warnings
from attendance.ledger.engine import Session
from attendance.rules import deadlines
from attendance.rules.histories import Day
from attendance.rules.ladders import Counted, Issued, Standing, State, Warned
from attendance.rules.offices import Signatory
from attendance.rules.periods import Period
from attendance.rules.rosters import Profile
from attendance.rules.units import fold

AHEAD = 31
"""So many days a letter may be dated ahead: the head signs it later. A date beyond is a slip of the finger."""


@dataclass(frozen=True, slots=True)
class Made:
    """A letter with what is remembered of it."""

    letter: Warned
    issued: Issued


def letters(
    desk: Desk, proposal: Proposal, dated: date | None, pattern: str | None, start: int | None
) -> tuple[Made, ...]:
    """The letters that a proposal calls for. Errors: Refused where one has no number, date or signatory."""
    found, ladder = proposal.found, proposal.ladder
    due = proposal.of(State.DUE)
    today = desk.day(found.settings.office.zone)
    day = dated or today
    _check_date(day, today, due)
    heads = units.heads(found.session, day)
    signs = {one.history.person: head_for(found, one.history.unit, heads, one.history.profile) for one in due}
    if lacking := [_lacking(found, one, heads) for one in due if signs[one.history.person] is None]:
        raise Refused(_("No letter was issued."), tuple(Fault(Place(""), told) for told in dict.fromkeys(lacking)))
    numbered = numbers(pattern or ladder.number, day, start, len(due), warnings.numbers(found.session))
    return tuple(
        _made(found, proposal, one, number, day, signs[one.history.person])
        for one, number in zip(due, numbered, strict=True)
    )


def _check_date(day: date, today: date, due: Sequence[Standing]) -> None:
    last = max((one.days[-1].day for one in due), default=day)
    if day < last:
        raise Refused(
            _("The letters cannot be dated {day}: they rest on absences up to {last}.").format(day=day, last=last)
        )
    if day > today + timedelta(days=AHEAD):
        raise Refused(_("The letters cannot be dated {day}: that is too far ahead. Mend --dated.").format(day=day))


def head_for(
    found: Inquiry, unit: int | None, heads: Mapping[int, Signatory], profile: Profile | None = None
) -> tuple[int, Signatory] | None:
    """Who signs for a unit, and of which unit he is head: its own head, else the nearest above; never to himself."""
    while unit is not None:
        head = heads.get(unit)
        if head is not None and (profile is None or not _same(head, profile)):
            return unit, head
        unit = found.tree.units[unit].parent
    return None


def _same(head: Signatory, profile: Profile) -> bool:
    return head.nip == profile.nip if head.nip else fold(head.name) == fold(profile.printed)


def _lacking(found: Inquiry, one: Standing, heads: Mapping[int, Signatory]) -> str:
    """Why nobody signs the letter to a person."""
    unit, profile = found.labels.get(one.history.unit or 0, "-"), one.history.profile
    if head_for(found, one.history.unit, heads) is None:
        return _(
            '{unit}: nobody is known who signs. Say who: apel unit head "{unit}" --name ... --position ...'
        ).format(unit=unit)
    return _(
        "{name} is head of {unit} himself, and nobody is known who signs for the unit above. Say who, or leave him "
        "out: name the others with --nip."
    ).format(name=profile.printed, unit=unit)


def numbers(pattern: str, day: date, start: int | None, count: int, taken: Collection[str]) -> list[str]:
    """The numbers of some letters, from the one after the highest of this pattern on, or from `start`.

    Errors: Refused where the pattern is wrong, has no {n} for several letters, or a number is taken.
    """
    if wrong := number_fault(pattern):
        raise Refused(wrong)
    if count > 1 and "{n}" not in pattern:
        raise Refused(
            _("{count} letters need {count} numbers: write {{n}} where the number runs, as in {example}.").format(
                count=count, example="800.1.6.2/{n}/2026"
            )
        )
    known = {"bulan": _MONTHS[day.month - 1], "tahun": day.year}
    first = start if start is not None else _next(pattern, known, taken)
    made = [pattern.format(n=number, **known) for number in range(first, first + count)]
    if double := [one for one in made if one in taken]:
        raise Refused(
            _("The number {number} stands on another letter of warning. Choose another (--number, --start).").format(
                number=double[0]
            )
        )
    return made


_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def _next(pattern: str, known: Mapping[str, Any], taken: Collection[str]) -> int:
    """The number after the highest that this pattern has had; letters of all months are counted on."""
    mark, any_month = "\x00", "\x01"
    text = re.escape(pattern.format(n=mark, tahun=known["tahun"], bulan=any_month))
    form = re.compile(text.replace(mark, r"(\d+)", 1).replace(mark, r"\d+").replace(any_month, "[IVX]+"))
    return 1 + max((int(found[1]) for one in taken if (found := form.fullmatch(one)) and found.groups()), default=0)


def _made(
    found: Inquiry,
    proposal: Proposal,
    one: Standing,
    number: str,
    day: date,
    signs: tuple[int, Signatory] | None,
) -> Made:
    assert signs is not None  # looked at before
    period = Period(min(found.period.first, one.days[0].day), found.period.last)
    issued = Issued(
        number=number,
        person=one.history.person,
        step=one.step,
        kind=found.kind,
        rule=one.rule,
        first=period.first,
        last=period.last,
        figure=one.figure,
        days=tuple(absent.day for absent in one.days),
        dated=day,
        signed_by=signs[1].name,
    )
    return Made(letter(found, issued, one.days, one.before, signs), issued)


def letter(
    found: Inquiry, issued: Issued, days: Sequence[Day], before: tuple[Issued, ...], signs: tuple[int, Signatory]
) -> Warned:
    """The letter of a warning: of the person's days only the absences that it rests on."""
    from attendance.ledger import people

    profile = people.profiles(found.session, [issued.person])[issued.person]
    listed = calendar(found.session, Period(issued.dated, date(issued.dated.year + 1, 12, 31)))
    unit = next((day.unit for day in reversed(days) if day.unit is not None), signs[0])
    return Warned(
        step=issued.step,
        number=issued.number,
        dated=issued.dated,
        kind=issued.kind,
        period=Period(issued.first, issued.last),
        profile=profile,
        unit=found.tree.units[unit].name,
        days=tuple(Counted(day.day, day.known, _signer(found, day)) for day in days),
        rule=issued.rule,
        figure=issued.figure,
        before=before,
        correct_by=deadlines.after(listed, issued.dated, found.settings.ladder.correction_days),
        signatory=signs[1],
        letterhead=found.tree.units[signs[0]].name,
    )


def _signer(found: Inquiry, day: Day) -> str:
    """Who signed the roll of a day; empty where a mark came without one."""
    signed = found.held.closures.get(day.line or 0, {}).get(day.day)
    return signed.by if signed is not None else ""


def written(found: Inquiry, made: Sequence[Warned], head: tuple[int, str], own: str) -> bytes:
    """Some letters as one document of Word."""
    from attendance.publish import letter_words
    from attendance.publish import letters as printer

    office, ladder, looks = found.settings.office, found.settings.ladder, found.settings.letters
    words = [
        letter_words.warning(
            letter_words.Paper(
                office=office,
                unit=one.letterhead,
                address=address(looks.addresses, one.letterhead),
                to=(),
                number=one.number,
                dated=one.dated,
                subject=f"{ladder.title} {roman(one.step)}",
                signatory=one.signatory,
                copies=looks.copies,
                entry=head[0],
                head=head[1],
            ),
            one,
            ladder,
        )
        for one in made
    ]
    return printer.document("surat-peringatan", words, office.emblem, own or looks.warning_template)


def address(addresses: Mapping[str, str], unit: str) -> tuple[str, ...]:
    """The lines of a unit's address as it is configured."""
    text = next((text for name, text in addresses.items() if fold(name) == fold(unit)), "")
    return tuple(line.strip() for line in text.split(";") if line.strip())


def groups(made: Sequence[Warned], output: Path, per_unit: bool) -> Iterator[tuple[Path, list[Warned]]]:
    """Which letters go into which file: all into a file, else into a folder one by one or unit by unit."""
    if output.suffix.lower() == ".docx":
        yield output, list(made)
        return
    named: dict[str, list[Warned]] = {}
    for one in made:
        person = f"Peringatan {roman(one.step)} - {one.profile.name} - {one.number}"
        named.setdefault(f"Peringatan - {one.unit}" if per_unit else person, []).append(one)
    for name, some in named.items():
        yield output / f"{filename(name)}.docx", some


def filename(name: str) -> str:
    """A name that every system takes for a file: what is a path to some stands as a hyphen."""
    from attendance.publish.formats import safe

    return re.sub(r'[<>:"/\\|?*]+', "-", safe(name)).strip(" .")[:150]


def put(files: Sequence[tuple[Path, bytes]]) -> None:
    """Write documents, all of them or none: what an earlier one left is taken away where a later one fails."""
    from attendance.publish import atomic

    done: list[Path] = []
    try:
        for path, content in files:
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh = not path.exists()
            atomic.write(path, content)
            done += [path] if fresh else []
    except BaseException:
        for path in done:
            path.unlink(missing_ok=True)
        raise


def again(session: Session, issued: Issued, found: Inquiry) -> Warned:
    """The letter of a warning as it was issued, from the state of that entry."""
    (history,) = found.histories([issued.person])
    days = [day for day in history.days if day.day in issued.days]
    heads = units.heads(session, issued.dated)
    signs = head_for(found, history.unit, heads, history.profile)
    assert signs is not None  # somebody signed it
    earlier = [one for one in warnings.issued(session, issued.kind, issued.person) if one.entry < issued.entry]
    return letter(found, issued, days, _held(found, earlier, issued), signs)


def _held(found: Inquiry, earlier: Sequence[Issued], issued: Issued) -> tuple[Issued, ...]:
    from attendance.rules import ladders

    return ladders.holding(earlier, found.settings.ladder, issued.dated)
