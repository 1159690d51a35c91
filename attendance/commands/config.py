"""apel config: the office's own configuration, read and written as TOML."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from attendance import settings as configuration
from attendance.commands import options
from attendance.commands.desk import Desk, echo, settings
from attendance.commands.words import Group, argument
from attendance.errors import Refused
from attendance.language import N_, _

if TYPE_CHECKING:
    from attendance.rules.units import Tree


@click.group("config", cls=Group, help=N_("The office's own configuration."))
def command() -> None:
    """The configuration."""


def _toml(desk: Desk) -> str:
    import tomli_w

    with desk.read() as session:
        return tomli_w.dumps(configuration.sections(settings(session)))


@command.command("show", help=N_("Print the configuration."))
@click.pass_obj
def show(desk: Desk) -> None:
    """Print the configuration."""
    click.echo(_toml(desk), nl=False)


@command.command("export", help=N_("Write the configuration to a file."))
@argument("file", type=options.FILE, metavar=N_("FILE"))
@click.pass_obj
def export(desk: Desk, file: Path) -> None:
    """Write the configuration to a file."""
    from attendance.publish import atomic

    atomic.write(file, _toml(desk).encode())
    desk.say(_("Written: {path}").format(path=file))


@command.command("import", help=N_("Take the configuration from a file; sections that it leaves out stay."))
@argument("file", type=options.FILE, metavar=N_("FILE"))
@options.reason
@options.dry_run
@click.pass_obj
def import_(desk: Desk, file: Path, reason: str, dry_run: bool) -> None:
    """Take the configuration from a file."""
    take(desk, read(file), file.name, reason, dry_run)


@command.command("set", help=N_("Set one key: board.paper F4"))
@argument("key", metavar=N_("KEY"))
@argument("value", metavar=N_("VALUE"))
@options.reason
@options.dry_run
@click.pass_obj
def set_(desk: Desk, key: str, value: str, reason: str, dry_run: bool) -> None:
    """Set one key."""
    with desk.read() as session:
        sections = configuration.sections(settings(session))
    *path, last = _path(key)
    if not path:
        raise Refused(_("{key}: name a section and a key, such as board.paper.").format(key=key))
    here: Any = sections
    for name in path:
        here = here.setdefault(name, {}) if isinstance(here, dict) else None
    if not isinstance(here, dict):
        raise Refused(_("{key} is a list; change it with: apel config edit").format(key=key))
    here[last] = _value(value)
    take(desk, {path[0]: sections[path[0]]}, "", reason, dry_run)


def _path(key: str) -> list[str]:
    """The names in a key, from the section down; a name with a dot stands in quotes, as in TOML."""
    try:
        here: Any = tomllib.loads(f"{key} = 0")
    except tomllib.TOMLDecodeError:
        return key.split(".")
    path = []
    while isinstance(here, dict) and len(here) == 1:
        ((name, here),) = here.items()
        path.append(name)
    return path if here == 0 else key.split(".")


def _value(text: str) -> Any:
    """A value as TOML reads it; a bare word is text."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


@command.command("senders", help=N_("The answers that are kept for each sender, as apel says them at an import."))
@options.listing
@click.pass_obj
def senders_(desk: Desk, form: str, output: Path | None) -> None:
    """List the senders."""
    from attendance.commands import senders
    from attendance.commands.showing import show as show_list

    with desk.read() as session:
        table = senders.table(settings(session).senders)
    show_list(desk, table, None, form, output)


@command.command("edit", help=N_("Change the configuration in the editor."))
@options.reason
@click.pass_obj
def edit(desk: Desk, reason: str) -> None:
    """Change the configuration in the editor."""
    before = _toml(desk)
    after = click.edit(before, extension=".toml")
    if after is None or after == before:
        desk.say(_("Nothing was changed."))
        return
    try:
        take(desk, _parsed(after, _("configuration")), _("configuration"), reason, False)
    except Refused:
        kept = _kept(after)
        desk.say(_("What you wrote is kept in {path}. Mend it, then: apel config import FILE").format(path=kept))
        raise


def _kept(text: str) -> Path:
    """Where a text that was refused is kept."""
    import tempfile

    with tempfile.NamedTemporaryFile("w", suffix=".toml", prefix="apel-", delete=False, encoding="utf-8") as file:
        file.write(text)
    return Path(file.name)


def read(file: Path) -> dict[str, Any]:
    """A configuration file as plain tables. Errors: Refused."""
    try:
        return _parsed(file.read_text("utf-8-sig"), file.name)
    except FileNotFoundError:
        raise Refused(_("{path}: there is no such file.").format(path=file)) from None
    except (UnicodeDecodeError, IsADirectoryError, PermissionError):
        raise Refused(_("{path}: this is not a text file that can be read.").format(path=file)) from None


def _parsed(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Refused(_("{name}: this is not TOML: {error}").format(name=name, error=error)) from None


def take(desk: Desk, sections: dict[str, Any], name: str, reason: str, dry_run: bool, quiet: bool = False) -> None:
    """Record sections of the configuration, once they are known to be right."""
    from attendance.commands import senders
    from attendance.ledger import configuration as kept
    from attendance.ledger import units

    wanted = configuration.sections(configuration.read(sections, name))
    with desk.write(keep=not dry_run) as session:
        tree = units.tree(session)
        now = configuration.sections(settings(session))
        _known_units(configuration.read(sections, name), tree)
        senders.check(configuration.read(sections, name))
        with desk.draft(session, "config", reason=reason, **({"file": name} if name else {})) as draft:
            changed = kept.record(draft, {name: wanted[name] for name in sections if wanted[name] != now[name]})
            draft.summary["sections"] = changed
    if quiet:
        return
    if changed:
        echo(_("Changed: {sections}").format(sections=", ".join(changed)))
    else:
        echo(_("Nothing was changed."))


def _known_units(wanted: configuration.Settings, tree: Tree) -> None:
    """A schedule for a unit that nobody knows would silently be for nobody."""
    for name in [name for blocks in (wanted.schedules, wanted.hours) for one in blocks for name in one.units]:
        if len(tree.find(name)) != 1:
            raise Refused(
                _(
                    "The configuration names the unit {name}, which the office does not have. See: apel unit list"
                ).format(name=name)
            )
