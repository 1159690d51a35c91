"""The roll call at the gate: who comes is scanned or typed, recorded at once, and shown large."""

from __future__ import annotations

from datetime import date, time

from attendance.commands import told
from attendance.commands.desk import Desk
from attendance.commands.endings import refusal_of
from attendance.commands.gate import Gate
from attendance.commands.screens import Screen, Told, Tone
from attendance.errors import Refused
from attendance.intake.cells import shown
from attendance.language import N_, _
from attendance.publish.formats import clock
from attendance.publish.formats import day as written_day
from attendance.rules import nip as nips
from attendance.rules.codes import Code
from attendance.rules.histories import Known
from attendance.rules.kinds import NAMES, Kind
from attendance.rules.meant import How, Meant, cleaned
from attendance.rules.rosters import Profile

END = ("selesai", "keluar", "exit", "quit")
BACK = ("batal", "undo")
HELP = ("?", "bantuan", "help")
OFFERED = 9
"""So many people are offered to choose from."""

LOST = 20
"""So many of the lines that were not recorded are listed at the end."""

WHY = {
    How.NIK: N_("16 digits are those of a NIK, not of a NIP. Scan the employee's card, or type the name."),
    How.CUT: N_("These digits are no whole NIP (18 digits). Scan once more, or type the last digits or the name."),
    How.SHORT: N_("Too short. Type at least three of the last digits of the NIP, or two characters of the name."),
    How.MORE: N_("This line holds more than one NIP. A list with times is taken in with: apel roll import FILE"),
}


def run(desk: Desk, kind: Kind, unit: str | None, day: date | None, code: Code, timed: bool, dry_run: bool) -> None:
    """Call a roll at the gate until nobody comes any more."""
    call = Call(Gate(desk, kind, day, unit, "scan live", not dry_run), Screen(), code, timed)
    call.greet()
    try:
        for line in call.screen.heard(_("Scan, or type >")):
            if line.lower() in END:
                break
            call.answer(line)
    except KeyboardInterrupt:
        call.screen.say("")
    call.end()


class Call:
    """One roll call: the gate, the screen, and what is still open between two scans."""

    def __init__(self, gate: Gate, screen: Screen, code: Code, timed: bool) -> None:
        self.gate, self.screen, self.code, self.timed = gate, screen, code, timed
        self.offered: tuple[int, ...] = ()
        self.asked = ""  # the text for which they are offered
        self.lost: list[str] = []
        self.recorded = 0

    def greet(self) -> None:
        """Say what is called, how it stands, and how to begin."""
        gate = self.gate
        where = f"   {gate.unit}" if gate.unit else ""
        self.screen.say(f"{NAMES[gate.kind]}   {written_day(gate.day)}{where}")
        windows = {(one.session.opens, one.session.late_after, one.session.closes) for one in gate.days.values()}
        for opens, late, closes in sorted(windows)[:1] if len(windows) == 1 else ():
            words = _("Gate {opens} to {closes}; later than {late} is late.")
            self.screen.say(words.format(opens=clock(opens), closes=clock(closes), late=clock(late)))
        if self._at() is None:
            self.screen.say(_("No time is recorded: everybody counts as on time, unless --code T is given."))
        self.screen.say(told.counted(gate))
        self.screen.say(_("Scan a card, or type a NIP or a name.   ?: help   selesai: the end"))

    def _at(self) -> time | None:
        return self.gate.clock() if self.timed else None

    def answer(self, line: str) -> None:
        """Do what a line says. What cannot be recorded is said, and the next may come."""
        try:
            self._answer(line)
        except Refused as refused:
            self._bad(line, refused.message)
        except Exception as error:
            sentence = refusal_of(error)
            if sentence is None:
                raise
            self._bad(line, sentence)

    def _answer(self, line: str) -> None:
        word = line.lower()
        if self.offered and word.isdecimal() and len(word) <= 2:
            self._choose(int(word))
        elif not cleaned(line):
            self.gate.follow()
            self.screen.say(_("Nobody was chosen.") if self._dropped() else told.table(self.gate, self.screen.columns))
        elif word in HELP:
            self.screen.say(_HELP())
        elif word in BACK:
            self._dropped()
            self._back()
        else:
            self._dropped()
            self._look(line)

    def _dropped(self) -> bool:
        """Nobody is chosen of those who were offered, if any were."""
        if self.offered:
            self.lost.append(self.asked)
        was, self.offered = bool(self.offered), ()
        return was

    def _choose(self, number: int) -> None:
        if 1 <= number <= len(self.offered):
            person, self.offered = self.offered[number - 1], ()
            self._arrive(self.gate.profiles[person].nip)
        else:
            self._offer(self.asked, self.offered)

    def _look(self, line: str) -> None:
        """Find whom a text means; where it may be several, let one be chosen."""
        meant = self.gate.register.find(line)
        if not meant.people and meant.how not in WHY:
            self.gate.follow()  # somebody may have been brought in at another desk meanwhile
            meant = self.gate.register.find(line)
        if meant.how in WHY:
            self._bad(line, _(WHY[meant.how]))
        elif len(meant.people) > 1:
            ours = [one for one in meant.people if self._ours(one)]
            self._offer(line, (*ours, *(one for one in meant.people if one not in ours)))
        elif meant.people:
            self._arrive(self.gate.profiles[meant.people[0]].nip)
        elif meant.nip:
            self._stranger(line, meant)
        else:
            self._bad(line, _("Nobody on the roster is meant by this. Scan once more, or type less of the name."))

    def _ours(self, person: int) -> bool:
        posting = self.gate.posting(person)
        return posting is not None and self.gate.ours(posting.line)

    def _offer(self, line: str, people: tuple[int, ...]) -> None:
        """List whom a text may mean, those of this gate first."""
        self.asked, self.offered = line, people[:OFFERED]
        for number, person in enumerate(self.offered, 1):
            one = self.gate.profiles[person]
            self.screen.say(f"  {number}. {one.printed}   ...{one.nip[-6:]}   {told.where(self.gate, person)}")
        if len(people) > OFFERED:
            self.screen.say(_("  and {count} more: type more of the name").format(count=len(people) - OFFERED))
        self.screen.say(_("Which one? Type the number; Enter: none of them."))

    def _arrive(self, nip: str) -> None:
        """Somebody on the roster is here."""
        gate = self.gate
        person = gate.ids[nip]
        one = gate.profiles[person]
        if gate.posting(person) is None and person not in gate.days:
            gate.follow()
        if gate.posting(person) is None and person not in gate.days:
            words = _("He belongs to no unit on this day. Look: apel staff show {nip}")
            self._bad(nip, words.format(nip=nip), one)
            return
        before = gate.days.get(person)
        if before is not None and before.known is Known.SCAN:
            self._again(person, before.at)
            return
        at = self._at()
        kept = gate.record(nip, self.code, at, arriving=True)
        if kept.entry is None and kept.before is not None:
            self._again(person, kept.before.at)
            return
        self.recorded += 1
        self._present(person, at, told.notes(gate, person, kept.before, at))

    def _present(self, person: int, at: time | None, notes: list[str]) -> None:
        gate = self.gate
        one, day = gate.profiles[person], gate.days.get(person)
        late = self.code is Code.T or (day is not None and day.code is Code.T)
        tone = Tone.NOTED if notes else Tone.LATE if late else Tone.GOOD
        verdict = _("LATE") if late else _("PRESENT")
        self.screen.tell(
            Told(
                tone,
                f"{verdict} {clock(at)}" if at else verdict,
                one.name,
                told.where(gate, person),
                [one.printed, *(f"! {note}" for note in notes), told.counted(gate, person)],
            )
        )

    def _again(self, person: int, at: time | None) -> None:
        gate, one = self.gate, self.gate.profiles[person]
        verdict = _("ALREADY PRESENT at {time}").format(time=clock(at)) if at else _("ALREADY PRESENT")
        lines = [one.printed, told.counted(gate, person)]
        self.screen.tell(Told(Tone.AGAIN, verdict, one.name, told.where(gate, person), lines))

    def _stranger(self, line: str, meant: Meant) -> None:
        """A NIP that stands on no roster: parked as on a roll, if it can be one at all."""
        gate, nip = self.gate, meant.nip
        if {nips.Doubt.BIRTH, nips.Doubt.APPOINTED} & set(nips.doubts(nip)):
            self._bad(line, _("18 digits, but no NIP: there is no such date in it. Scan once more."))
            return
        kept = gate.record(nip, self.code, self._at(), arriving=True)
        self.recorded += kept.entry is not None
        words = _("NIP {nip} stands on no roster: parked until the roster is imported (apel roll parked)")
        self.screen.tell(Told(Tone.BAD, _("UNKNOWN: PARKED"), _("UNKNOWN"), "", [words.format(nip=nips.written(nip))]))

    def _bad(self, line: str, message: str, one: Profile | None = None) -> None:
        """Nothing was recorded, and why."""
        self.lost.append(line)
        verdict = _("NOT RECORDED")
        who = one.printed if one else shown(line)
        self.screen.tell(Told(Tone.BAD, verdict, one.name if one else verdict, "", [who, message]))

    def _back(self) -> None:
        """Take the last back."""
        gate = self.gate
        nip = gate.back()
        if nip is None:
            self.screen.say(_("There is nothing to take back."))
            return
        self.recorded -= 1
        person = gate.ids.get(nip)
        name = gate.profiles[person].printed if person is not None else nip
        self.screen.say(_("Taken back: {name}").format(name=name))
        self.screen.say(told.counted(gate, person))

    def end(self) -> None:
        """The sums by line, what was not recorded, and what to do next."""
        gate, say = self.gate, self.screen.say
        self._dropped()
        gate.follow()
        say(told.table(gate, self.screen.columns))
        say(_("Recorded in this sitting: {count}").format(count=self.recorded))
        if self.lost:
            say(_("Not recorded ({count}):").format(count=len(self.lost)))
            for line in self.lost[:LOST]:
                say(f"  {shown(line)}")
            if len(self.lost) > LOST:
                say(_("  and {count} more, named above").format(count=len(self.lost) - LOST))
        say(told.close(gate))


def _HELP() -> str:
    return _(
        "  scan a card      recorded at once\n"
        "  18 digits        a NIP, with or without spaces\n"
        "  3 to 9 digits    the last digits of a NIP\n"
        "  words            a name, or parts of it; several: choose by number\n"
        "  Enter            how many are here, by unit\n"
        "  batal            take the last one back\n"
        "  selesai          the end (Ctrl-C too)"
    )
