"""A command of `viktig`, or a group of them: its help, its arguments, and what it does."""

import argparse
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

Arguments = list[tuple[tuple[str, ...], dict[str, Any]]]


class Command(msgspec.Struct):
    help: str
    run: Callable[[argparse.Namespace], int] | None = None
    arguments: Arguments = []
    verbs: Mapping[str, "Command"] = {}
    """Of a group: its own commands, by name."""


def hang(command: Command, parser: argparse.ArgumentParser) -> None:
    """The arguments of a command, or the commands of a group, on its parser."""
    for flags, options in command.arguments:
        parser.add_argument(*flags, **options)
    parser.set_defaults(run=command.run)
    if command.verbs:
        below = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
        for name, verb in command.verbs.items():
            hang(verb, below.add_parser(name, help=verb.help, description=verb.help))
