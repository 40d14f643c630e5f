"""`viktig`: the shell's door to the house."""

import argparse
import errno
import os
import sys

from viktig import __version__, commands
from viktig.command import hang
from viktig.domain.problems import Problem
from viktig.language import sentence
from viktig.shell import fail

UNWRITTEN = (errno.EPIPE, errno.ENOSPC, errno.EDQUOT, errno.EIO)
"""Whoever reads has had enough, or there is no room for what is written."""


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="viktig", description="Asks what matters, and sees that it is read.")
    parser.add_argument("--version", action="version", version=f"viktig {__version__}")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="COMMAND")
    for name, command in commands.ALL.items():
        hang(command, verbs.add_parser(name, help=command.help, description=command.help))
    asked = parser.parse_args(arguments)
    try:
        status: int = asked.run(asked)
        print(end="", flush=True)
    except Problem as problem:
        return fail(f"{sentence(problem.slug, 'en')} {problem.detail}".rstrip())
    except OSError as wrong:
        if wrong.errno not in UNWRITTEN or wrong.filename is not None:
            raise
        # Nothing more is written there, also not at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1 if wrong.errno == errno.EPIPE else fail(f"Not all could be written: {wrong.strerror}.")
    return status


if __name__ == "__main__":
    sys.exit(main())
