"""The roll call from the list: one person after the other, a code for each, recorded at once."""

from __future__ import annotations

from datetime import date, time

from attendance.commands import told
from attendance.commands.desk import Desk
from attendance.commands.endings import refusal_of
from attendance.commands.gate import Gate
from attendance.commands.inquiry import origin
from attendance.commands.screens import Screen
from attendance.errors import Refused
from attendance.intake import words
from attendance.intake.cells import shown
from attendance.intake.dates import clock as time_of
from attendance.intake.words import Said
from attendance.language import _
from attendance.publish.formats import clock
from attendance.publish.formats import day as written_day
from attendance.rules import nip as nips
from attendance.rules.codes import AMBIGUOUS, Code, Standing
from attendance.rules.histories import Day, Held, Known, Recorded
from attendance.rules.kinds import NAMES, Kind

END = ("selesai", "keluar", "exit", "quit")
UNDO = ("batal", "undo")
HELP = ("?", "bantuan", "help")
BEFORE = "-"
PRESENT = "."


def run(desk: Desk, kind: Kind, unit: str, day: date | None, again: bool, reason: str, dry_run: bool) -> None:
    """Call the roll of a unit until its list is at an end."""
    call = Call(Gate(desk, kind, day, unit, "roll take", not dry_run), Screen(), reason)
    call.greet(again)
    try:
        call.go()
    except KeyboardInterrupt:
        call.screen.say("")
    call.end()


class Call:
    """One roll call: the people of the list in order, and at whom it stands."""

    def __init__(self, gate: Gate, screen: Screen, reason: str) -> None:
        self.gate, self.screen, self.reason = gate, screen, reason
        self.list = _expected(gate)
        self.at = 0
        self.known: frozenset[int] = frozenset()  # those who had a code before this sitting, and are passed over
        self.offered: tuple[int, ...] = ()

    def greet(self, again: bool) -> None:
        """Say whose roll it is, how far it is, and how it goes."""
        gate, say = self.gate, self.screen.say
        if not again:
            self.known = frozenset(one for one in self.list if _settled(gate.days[one]))
        say(f"{NAMES[gate.kind]}   {written_day(gate.day)}   {gate.unit}")
        say(
            _("{count} people expected, {known} of them recorded already.").format(
                count=len(self.list), known=sum(_settled(gate.days[one]) for one in self.list)
            )
        )
        if self.known:
            say(_("Those are passed over; to go through all of them: --again"))
        say(_("h or . present, T S I C DL TB DK TK; Enter leaves it open.\n?: help   selesai: the end"))

    def go(self) -> None:
        """Ask for one after the other; at the end of the list nothing is left but to go back, or to end."""
        self._pass_over()
        self._ask()
        for line in self.screen.heard(_("Code >")):
            if line.lower() in END or (not line and self._through and not self.offered):
                return
            self._answer(line)
            if not self.offered:
                self._ask()

    @property
    def _through(self) -> bool:
        """Whether the list is at an end."""
        return self.at >= len(self.list)

    def _pass_over(self) -> None:
        while not self._through and self.list[self.at] in self.known:
            self.at += 1

    def _on(self) -> None:
        self.at += 1
        self._pass_over()

    def _ask(self) -> None:
        """Show at whom the list stands, and what is known of him."""
        self.screen.say("")
        if self._through:
            self.screen.say(_("The list is at an end. Enter: finish   -: one back   batal: take the last one back"))
            return
        gate, person = self.gate, self.list[self.at]
        one = gate.profiles[person]
        about = ", ".join(part for part in (one.status.value, one.position) if part)
        self.screen.say(f"[{self.at + 1}/{len(self.list)}]  {one.printed}")
        self.screen.say(f"       {nips.written(one.nip)}   {about}   {told.where(gate, person)}")
        if state := self._state(gate.days[person]):
            self.screen.say(f"       {state}")

    def _state(self, day: Day) -> str:
        """What is known of a day; nothing where nothing is."""
        if not isinstance(day.evidence, Held) and not _settled(day):
            return ""
        said = f"{_recorded(day)} {clock(day.at)}" if day.at else _recorded(day)
        typed = isinstance(day.evidence, Recorded)
        return f"{said}: {origin(day.evidence) if typed else self.gate.inquiry.reason(day)}"

    def _answer(self, line: str) -> None:
        """Do what a line says. What cannot be recorded is said, and the list stays where it is."""
        try:
            self._do(line)
        except Refused as refused:
            self.screen.say(_("Not recorded: {message}").format(message=refused.message))
        except Exception as error:
            sentence = refusal_of(error)
            if sentence is None:
                raise
            self.screen.say(_("Not recorded: {message}").format(message=sentence))

    def _do(self, line: str) -> None:
        word = line.lower()
        offered, self.offered = self.offered, ()
        if offered:
            self._choose(offered, word)
        elif not word:
            self._on()
        elif word == BEFORE:
            self.at = max(0, self.at - 1)
        elif word in HELP:
            self.screen.say(_help())
        elif word in UNDO:
            self._back()
        else:
            self._code(line)

    def _code(self, line: str) -> None:
        """A code, a time, or both; else somebody to go to."""
        code, at, open_ = self._read(line)
        if open_:
            meanings = " / ".join(AMBIGUOUS[open_])
            self.screen.say(
                _("{word} has more than one meaning: type {meanings}.").format(word=open_, meanings=meanings)
            )
        elif code is None:
            self._search(line)
        elif at is not None and code.standing is not Standing.PRESENT:
            self.screen.say(_("Not recorded: {message}").format(message=_("a time goes with H or T only")))
        elif self._through:
            self.screen.say(_("The list is at an end; go back with - or by name to change a code."))
        else:
            self._record(code, at)

    def _read(self, line: str) -> tuple[Code | None, time | None, str]:
        """The code and time that a line says, or the word that may mean several."""
        if line == PRESENT:
            return Code.H, None, ""
        first, _space, last = line.rpartition(" ")
        at = time_of(last)
        if at is not None and not first:
            return Code.H, at, ""
        said = words.read(first if at is not None else line, self.gate.inquiry.settings.synonyms)
        return said.code, at or said.at, str(said.cell) if said.said is Said.OPEN else ""

    def _record(self, code: Code, at: time | None) -> None:
        gate = self.gate
        person = self.list[self.at]
        one = gate.profiles[person]
        kept = gate.record(one.nip, code, at, arriving=False, reason=self.reason)
        day = gate.days[person]
        self.screen.say(f"  {_recorded(day)}   {one.printed}   {told.counted(gate, person)}")
        if kept.entry is None:
            self.screen.say(_("  recorded already; nothing was changed"))
        for note in told.notes(gate, person, kept.before, None) if kept.entry else ():
            self.screen.say(f"  ! {note}")
        if day.known is Known.LETTER and day.code is not code:
            words_ = _("  ! the letter stays: {reason}. To record presence: h; to take it back: apel leave void")
            self.screen.say(words_.format(reason=gate.inquiry.reason(day)))
        self._on()

    def _search(self, line: str) -> None:
        """Go to somebody by name or by the last digits of the NIP."""
        meant = self.gate.register.find(line.removeprefix("/"))
        here = tuple(one for one in meant.people if one in self.list)
        if not here:
            self.screen.say(
                _("{word} is no code, and nobody on this list is called so. ? for help").format(word=shown(line))
            )
        elif len(here) == 1:
            self.at = self.list.index(here[0])
        else:
            self.offered = here
            for number, person in enumerate(here, 1):
                one = self.gate.profiles[person]
                self.screen.say(f"  {number}. {one.printed}   ...{one.nip[-6:]}   {told.where(self.gate, person)}")
            self.screen.say(_("Which one? Type the number; Enter: none of them."))

    def _choose(self, offered: tuple[int, ...], word: str) -> None:
        if word.isascii() and word.isdecimal() and 1 <= int(word) <= len(offered):
            self.at = self.list.index(offered[int(word) - 1])
        else:
            self.screen.say(_("Nobody was chosen."))

    def _back(self) -> None:
        """Take the last mark back, and go to whom it was of."""
        nip = self.gate.back()
        if nip is None:
            self.screen.say(_("There is nothing to take back."))
            return
        person = self.gate.ids[nip]
        self.screen.say(_("Taken back: {name}").format(name=self.gate.profiles[person].printed))
        self.at = self.list.index(person)

    def end(self) -> None:
        """How it stands, who is still open, and what to do next."""
        gate, say = self.gate, self.screen.say
        gate.follow()
        say("")
        say(told.table(gate, self.screen.columns))
        say(_("Recorded in this sitting: {count}").format(count=len(gate.own)))
        still = [gate.profiles[one].name for one in self.list if told.is_open(gate.days[one])]
        if still:
            say(_("Still open ({count}): {names}").format(count=len(still), names="; ".join(still)))
        say(told.close(gate))


def _expected(gate: Gate) -> list[int]:
    """Those of whom the roll of this unit speaks, by line and name."""
    ours = [one for one, day in gate.days.items() if day.code is not Code.NR and gate.ours(day.line)]
    return sorted(ours, key=lambda one: (gate.label(gate.days[one].line), gate.profiles[one].name.casefold(), one))


def _settled(day: Day) -> bool:
    """Whether something is recorded of a day, by a roll or a machine."""
    return day.known is Known.SCAN or isinstance(day.evidence, Recorded)


def _recorded(day: Day) -> Code:
    """The code as it was recorded: a TK counts as such only when the head has signed."""
    return day.evidence.code if day.code is Code.BL and isinstance(day.evidence, Recorded) else day.code


def _help() -> str:
    return _(
        "  h  .             present (T: late)\n"
        "  7.41  h 7.41     present, with the time of arrival\n"
        "  S I C DL TB DK   with reason;  TK: without reason\n"
        "  Enter            leave it open, go on\n"
        "  -                one back\n"
        "  words, digits    go to somebody by name or last digits (/ before a name that looks like a code)\n"
        "  batal            take the last one back\n"
        "  selesai          the end (Ctrl-C too); what is recorded stays"
    )
