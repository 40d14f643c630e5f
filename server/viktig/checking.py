"""`viktig content`: the gate that a module passes before it is published, and the bones of a new one."""

import argparse
from datetime import date
from pathlib import Path

from viktig.content.check import OWN, check
from viktig.content.check_glossary import GLOSSARY
from viktig.content.check_table import lines
from viktig.content.reading import BadContent
from viktig.content.skeleton import begin
from viktig.domain.shape import Day
from viktig.shell import fail, say


def run_content(asked: argparse.Namespace) -> int:
    today: Day = asked.on or date.today().isoformat()  # noqa: DTZ011 - the writer's own day
    try:
        return new(asked.folder, today) if asked.what == "new" else gate(Path(asked.folder or OWN), today)
    except BadContent as bad:
        return fail(str(bad))
    except OSError as wrong:
        return fail(f"{wrong.filename}: {wrong.strerror}.")


def new(folder: str, today: Day) -> int:
    if not folder:
        return fail("Say where it shall lie, for example modules/clean-hands.")
    for path in begin(Path(folder), today):
        say(str(path))
    say("Write it, then ask the gate: viktig content check, with the folder that holds modules/.")
    return 0


def gate(folder: Path, today: Day) -> int:
    checked = check(folder, today)
    for line in lines(checked):
        say(line)
    modules = [one for one in checked if one.module != GLOSSARY]
    stopped = sum(one.stopped for one in modules)
    if stopped:
        return fail(f"{stopped} of {len(modules)} modules must not be published as they are.")
    if any(one.stopped for one in checked):
        return fail("The glossary must not be published as it is.")
    say(f"{len(modules)} modules may be published; a draft is shown as a draft.")
    return 0
