"""apel case open: the file of a case is opened, with the count on which it rests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import click

from attendance.commands import options
from attendance.commands.desk import Desk, echo
from attendance.commands.words import Command, argument, option
from attendance.language import N_
from attendance.rules.cases import Origin
from attendance.rules.kinds import Kind
from attendance.rules.law import Level
from attendance.rules.periods import Period


@click.command(
    "open",
    cls=Command,
    help=N_("Open a case: from the count of a year, from missed assemblies, a complaint, an inspection."),
)
@argument("nip", metavar="NIP")
@option(
    "--origin",
    type=click.Choice([one.value for one in Origin]),
    default=Origin.KEHADIRAN.value,
    help=N_("What it comes from (default: kehadiran)."),
)
@option("--period", type=options.PERIOD, metavar=N_("PERIOD"), help=N_("The year, or the part of it, that is counted."))
@option("--kind", type=options.KIND, help=N_("With --origin apel: which kind was missed (default: apel-pagi)."))
@option("--date", "day", type=options.DATE, metavar=N_("DATE"), help=N_("The day on which it is opened."))
@option("--allegation", default="", metavar=N_("TEXT"), help=N_("What is alleged (default: what the count says)."))
@option("--level", type=click.Choice([one.value for one in Level]), help=N_("The heaviest level that it may lead to."))
@option("--article", default="", metavar=N_("TEXT"), help=N_("The article, or the rule of the office."))
@option("--channel", default="", metavar=N_("TEXT"), help=N_("How a complaint came in."))
@option("--reference", default="", metavar=N_("TEXT"), help=N_("The number of the complaint or of the inspection."))
@option("--number", metavar=N_("TEXT"), help=N_("The number, or its pattern: {n} runs, {bulan} and {tahun} follow."))
@options.reason
@options.dry_run
@click.pass_obj
def command(
    desk: Desk,
    nip: str,
    origin: str,
    period: Period | None,
    kind: Kind | None,
    day: date | None,
    allegation: str,
    level: str | None,
    article: str,
    channel: str,
    reference: str,
    number: str | None,
    reason: str,
    dry_run: bool,
) -> None:
    """Open a case."""
    from attendance.commands import case_opening, docket
    from attendance.commands.case_opening import Asked
    from attendance.commands.staff import person_of
    from attendance.ledger import cases
    from attendance.publish import case_openings

    with desk.write(keep=not dry_run) as session:
        today = desk.day()
        texts = tuple(" ".join(text.split()) for text in (allegation, article, channel, reference))
        asked = Asked(
            person_of(session, nip),
            Origin(origin),
            day or today,
            period,
            kind,
            Level(level) if level else None,
            *texts,
        )
        found = case_opening.opening(desk, session, asked, today)
        made = replace(found.case, number=case_opening.number(session, number, asked.day))
        person = docket.whose(session, [made], today)[made.person]
        about = {"number": made.number, "nip": person.profile.nip, "origin": made.origin.value}
        with desk.draft(session, "case open", reason=reason, **about) as draft:
            cases.open_case(draft, made)
        (told,) = docket.dockets(session, [made], today)
        meeting = docket.earliest(session, made, today)
    for line in case_openings.opened(told, found, None if dry_run else draft.number, meeting):
        echo(line)
