"""The command line: one command from each room, mounted here and handed the settings."""

from importlib import import_module
from pathlib import Path

import click

from loccit import settings

COMMANDS = {
    "index": "loccit.indexer.command:index_command",
    "extract": "loccit.indexer.command:extract_command",
    "search": "loccit.search.command:search_command",
    "status": "loccit.search.index_command:status_command",
    "check": "loccit.search.index_command:check_command",
    "trust": "loccit.search.index_command:trust_command",
    "aliases": "loccit.indexer.command:aliases_command",
    "dates": "loccit.indexer.command:dates_command",
    "serve": "loccit.web.command:serve_command",
}
"""Where each command lives; a room is imported only when its command is called."""


class Rooms(click.Group):
    """Commands imported when they are asked for, so that `search` never waits for the rest."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, _, attribute = place.partition(":")
        command = getattr(import_module(module), attribute)
        return command if isinstance(command, click.Command) else None


@click.group(cls=Rooms)
@click.version_option(package_name="loccit")
@click.pass_context
def main(context: click.Context) -> None:
    """Loccit: search cited text by its words, dates, names and citation numbers."""
    try:
        own = settings.read(Path("loccit.toml"))
    except settings.BadSettings as error:
        raise click.ClickException(str(error)) from error
    context.default_map = dict.fromkeys(COMMANDS, own | {"check": own})
