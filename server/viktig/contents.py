"""`viktig content`: learning modules, checked, begun, loaded and answered for at the shell."""

import argparse
from datetime import date
from typing import Final

from viktig.command import Arguments, Command


def day(said: str) -> str:
    try:
        return date.fromisoformat(said).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{said!r} is not a day such as 2026-11-23") from None


def run_check(asked: argparse.Namespace) -> int:
    from viktig.checking import run_check as gate

    return gate(asked)


def run_new(asked: argparse.Namespace) -> int:
    from viktig.checking import run_new as begin

    return begin(asked)


def run_import(asked: argparse.Namespace) -> int:
    from viktig.importing_modules import run_import as load

    return load(asked)


def run_answer(asked: argparse.Namespace) -> int:
    from viktig.answering import run_answer as answer

    return answer(asked)


def run_list(asked: argparse.Namespace) -> int:
    from viktig.answering import run_list as tell

    return tell(asked)


ON: Final[Arguments] = [(("--on",), {"type": day, "help": "as if it were this day (default: today)"})]
WHOSE: Final[Arguments] = [(("--organization",), {"required": True, "metavar": "ID", "help": "whose"})]

VERBS: Final[dict[str, Command]] = {
    "check": Command(
        "Say whether the modules of a folder may be published, and what to mend.",
        run_check,
        [(("folder",), {"nargs": "?", "default": "", "help": "what holds modules/ (default: our own)"}), *ON],
    ),
    "new": Command(
        "Write the bones of a new module.",
        run_new,
        [
            (
                ("folder",),
                {"nargs": "?", "default": "", "metavar": "ID", "help": "its name, or where it shall lie"},
            ),
            *ON,
        ],
    ),
    "import": Command(
        "Load an organisation's own modules, through the gate. All or none; a version is never changed.",
        run_import,
        [(("folder",), {"help": "what holds modules/"}), *WHOSE, *ON],
    ),
    "answer-for": Command(
        "Publish a draft in an organisation: somebody there answers for this version of it, by name.",
        run_answer,
        [
            (("module",), {}),
            *WHOSE,
            (("--name",), {"default": "", "help": "the health professional who answers for it"}),
            (("--role",), {"default": "", "help": 'such as "chief physician"'}),
            (("--withdraw",), {"action": "store_true", "help": "nobody does any more; takes an own module away"}),
        ],
    ),
    "list": Command(
        "Say who may read which module, and why not.",
        run_list,
        [(("--organization",), {"default": "", "metavar": "ID", "help": "only this one's"})],
    ),
}
