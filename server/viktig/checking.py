"""`viktig content check` and `new`: the gate that a module passes before it is published, and the bones of one."""

import argparse
from datetime import date
from pathlib import Path

from viktig.content.check import OWN, check
from viktig.content.check_glossary import GLOSSARY
from viktig.content.check_table import lines
from viktig.content.finding import Checked
from viktig.content.reading import BadContent
from viktig.content.skeleton import begin
from viktig.domain.shape import Day
from viktig.shell import fail, say


def run_check(asked: argparse.Namespace) -> int:
    try:
        checked = looked_at(Path(asked.folder or OWN), asked.on)
    except BadContent as bad:
        return fail(str(bad))
    modules = [one for one in checked if one.module != GLOSSARY]
    stopped = sum(one.stopped for one in modules)
    if stopped:
        return fail(f"{stopped} of {len(modules)} modules must not be published as they are.")
    if any(one.stopped for one in checked):
        return fail("The glossary must not be published as it is.")
    held = sum(one.state == "held back" for one in modules)
    back = f" Held back until somebody has reviewed them: {held}." if held else ""
    say(f"{len(modules)} modules may be published; a draft is shown as a draft.{back}")
    return 0


def looked_at(folder: Path, on: Day) -> list[Checked]:
    """What the gate finds, with its table told; BadContent when there is nothing to look at."""
    checked = check(folder, on or today())
    for line in lines(checked):
        say(line)
    return checked


def run_new(asked: argparse.Namespace) -> int:
    """A name alone is begun below modules/, where the gate and `import` look for it."""
    if not asked.folder:
        return fail("Say what it is called, for example clean-hands, or where it shall lie.")
    named = Path(asked.folder)
    place = named if named.is_absolute() or len(named.parts) > 1 else Path("modules") / named
    try:
        for path in begin(place, asked.on or today()):
            say(str(path))
    except BadContent as bad:
        return fail(str(bad))
    except OSError as wrong:
        return fail(f"{wrong.filename}: {wrong.strerror}.")
    say(f"Write it, then ask the gate: viktig content check {place.parent.parent}")
    return 0


def today() -> Day:
    return date.today().isoformat()  # noqa: DTZ011 - the writer's own day
