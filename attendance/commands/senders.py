"""Senders: the answers that are kept for who sends a file, used for his next one, and said each time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from attendance.commands import importing
from attendance.commands.desk import Desk, settings
from attendance.commands.importing import Outcome
from attendance.errors import Refused
from attendance.language import _
from attendance.rules.kinds import Kind
from attendance.senders import SINGLE, Answers, Senders, named, near

if TYPE_CHECKING:
    from attendance.intake.headings import Synonyms
    from attendance.publish.tables import Table
    from attendance.settings import Settings

OPTIONS = {"code": "codes", "map": "mapping"}
"""Answers whose option goes by another name in the program."""

COMMANDS = {
    "rolls": "apel roll import",
    "signatures": "apel roll sign",
    "rosters": "apel staff import",
    "letters": "apel leave import",
    "calendars": "apel calendar import",
    "scans": "apel scan import",
}
"""The command that takes in what a sender sends."""


def run(
    desk: Desk,
    area: str,
    files: Sequence[Path],
    take: Callable[..., Outcome],
    words: dict[str, Any],
    form: str,
    scans: bool = False,
) -> None:
    """Take in files with the answers typed now and, behind them, those that are kept for their sender."""
    sender, keep = words.pop("sender"), words.pop("keep")
    typed = _typed(words)
    name, kept = _kept(desk, area, sender, typed, keep)
    desk.sender = name
    answers = typed.over(kept)
    used = answers.without(typed)
    if used:
        desk.say(_("Sender {name}: {answers}").format(name=name, answers=told(used)))
    words |= _words(words, answers, used)
    if "device" in words and not words["device"]:
        raise click.UsageError(_("Say which machine it is, with --device NAME."))
    outcomes = importing.run(files, lambda path: _take(desk, path, take, words, name, used))
    failed = any(outcome.failed for outcome in outcomes)
    if keep and (failed or words["dry_run"]):
        desk.say(_("--keep: the answers are not kept, for the file was not taken in."))
    importing.tell(desk, outcomes, form, scans)
    if keep and not words["dry_run"]:
        _keep(desk, area, name, typed, words["reason"])
    elif typed and not name and desk.asks and not words["dry_run"]:
        desk.say(_("The same answers next month? Add --sender NAME --keep: from then on --sender NAME is enough."))


def _typed(words: dict[str, Any]) -> Answers:
    """The answers of the command line. Codes are compared as they are read: in capitals."""
    single = {one: str(words.get(one) or "") for one in SINGLE}
    codes = {" ".join(word.split()).upper(): code.upper() for word, code in words.get("codes", {}).items()}
    return Answers(code=codes, map=dict(words.get("mapping", {})), **single)


def _kept(desk: Desk, area: str, sender: str | None, typed: Answers, keep: bool) -> tuple[str, Answers]:
    """The sender as he is called, and what is kept for him in this area. Errors: Refused for one who is unknown."""
    if sender is None:
        if keep:
            raise click.UsageError(_("--keep: say for whom, with --sender NAME."))
        return "", Answers()
    with desk.read() as session:
        senders = settings(session).senders
    name = named(senders, sender)
    if name is None and not keep:
        raise Refused(_unknown(senders, sender))
    if name is None and (not sender.strip() or not sender.isprintable()):
        raise click.UsageError(_("--sender needs a name, such as --sender {example}.").format(example='"DINAS CONTOH"'))
    if keep and not typed:
        raise click.UsageError(_("--keep: give the answers to be kept as well, such as --code TL=DL."))
    if name is not None and area not in senders[name] and not keep:
        desk.say(_("Sender {name}: no answers are kept for this sort of file yet.").format(name=name))
    if name is None and (close := near(senders, sender)):
        desk.say(_("{name} is a new sender; known already: {near}").format(name=sender, near=", ".join(close)))
    return name or " ".join(sender.split()), senders.get(name or "", {}).get(area, Answers())


def _unknown(senders: Senders, sender: str) -> str:
    close = near(senders, sender)
    hint = _(" Did you mean {near}?").format(near=" / ".join(f'"{one}"' for one in close)) if close else ""
    unknown = _('There is no sender "{name}".').format(name=sender)
    way = _("See: apel config senders. To keep the answers given here under this name, add --keep.")
    return f"{unknown}{hint} {way}"


def told(answers: Answers) -> str:
    """Answers as one line: what each word, each empty cell, each heading is taken for."""
    single = {
        "blank": _("empty cells = {value}"),
        "kind": _("kind = {value}"),
        "date_format": _("dates = {value}"),
        "sheet": _("sheet = {value}"),
        "unit": _("unit = {value}"),
        "device": _("machine = {value}"),
    }
    none = _("nothing was held")
    said = [f"{word} = {code or none}" for word, code in answers.code.items()]
    said += [words.format(value=getattr(answers, one)) for one, words in single.items() if getattr(answers, one)]
    said += [_("heading {heading} = {field}").format(heading=one, field=field) for one, field in answers.map.items()]
    return ", ".join(said)


def _words(words: dict[str, Any], answers: Answers, used: Answers) -> dict[str, Any]:
    """The answers as the reader takes them: those that were not typed now are marked as kept."""
    from attendance.intake.kept import Kept

    single: dict[str, Any] = {one: getattr(answers, one) or None for one in SINGLE if one in words}
    if used.date_format:
        single["date_format"] = Kept(used.date_format)
    mapping = {Kept(heading) if heading in used.map else heading: field for heading, field in answers.map.items()}
    if "blank" in words:  # what a form says itself wins over what was kept
        kept = {"kept_kind": Kind(used.kind) if used.kind else None, "kept_blank": used.blank or None}
        single |= {"kind": words["kind"], "blank": words["blank"], "kept_codes": tuple(used.code), **kept}
    double = {"codes": dict(answers.code), "mapping": mapping}
    return single | {one: found for one, found in double.items() if one in words}


def _take(
    desk: Desk, path: Path, take: Callable[..., Outcome], words: dict[str, Any], name: str, used: Answers
) -> Outcome:
    """Take in one file. A sheet that was kept is not asked of a text file, which has none."""
    if not used.sheet or "sheet" not in words:
        return take(desk, path, **words)
    from attendance.intake import containers, files, workbooks

    _content, sort = files.load(path)
    if sort is containers.Sort.TEXT:
        return take(desk, path, **words | {"sheet": None})
    try:
        return take(desk, path, **words)
    except workbooks.NoSheet as refused:
        raise Refused(
            _(
                "{message}. The sheet is the one kept for {name}; name the right one with --sheet (--keep keeps it)"
            ).format(message=refused.message, name=name)
        ) from None


def _keep(desk: Desk, area: str, name: str, typed: Answers, reason: str) -> None:
    """Keep the answers of the command line over those that are known, as an entry of its own."""
    from attendance import settings as configuration
    from attendance.ledger import configuration as ledger

    with desk.write() as session:
        senders = {one: dict(areas) for one, areas in settings(session).senders.items()}
        areas = senders.setdefault(named(senders, name) or name, {})
        areas[area] = typed.over(areas.get(area, Answers()))
        wanted = configuration.sections(configuration.Settings(senders=senders))["senders"]
        configuration.read({"senders": wanted})  # what could not be read again is never kept
        with desk.draft(session, "config", reason=reason, sections=["senders"]) as draft:
            ledger.record(draft, {"senders": wanted})
    said = _("Kept for {name} already: {answers}") if draft.empty else _("Kept for {name} (entry {entry}): {answers}")
    desk.say(said.format(name=name, entry=draft.number, answers=told(areas[area])))


def table(senders: Senders) -> Table:
    """The senders as a list: with which command each sends what, and his answers."""
    from attendance.publish.tables import Column, Table

    columns = (Column("sender", _("Sender"), wide=True), Column("command", _("Command")))
    rows = tuple(
        (name, COMMANDS[area], told(answers))
        for name, areas in sorted(senders.items())
        for area, answers in sorted(areas.items())
    )
    kept, none = _("To change them: apel config edit"), _("No answers are kept. Add --sender NAME --keep to an import.")
    return Table(_("Senders"), (*columns, Column("answers", _("Answers"), wide=True)), rows, (kept if rows else none,))


def check(wanted: Settings) -> None:
    """Refuse a configuration whose --map names a field that no such list has."""
    from attendance.intake import headings

    for name, areas in wanted.senders.items():
        for area, answers in areas.items():
            for heading, field in answers.map.items():
                try:
                    headings.field_of(field, _fields(area))
                except Refused as refused:
                    where = f"senders.{name}.{area}.map.{heading}"
                    raise Refused(f"{where}: {refused.message}") from None


def _fields(area: str) -> Synonyms:
    from attendance.intake import calendars, letters, rolls, rosters, scan_sheets, signatures

    fields = {
        "rolls": rolls.FIELDS,
        "signatures": signatures.FIELDS,
        "rosters": rosters.FIELDS,
        "letters": letters.FIELDS,
        "calendars": calendars.FIELDS,
        "scans": scan_sheets.FIELDS,
    }
    return fields[area]
