"""`viktig content check`: the gate that a module passes before it is published."""

import argparse
from datetime import date
from pathlib import Path

from viktig.content.check import OWN, check
from viktig.content.check_table import lines
from viktig.content.reading import BadContent
from viktig.shell import fail, say


def run_content(asked: argparse.Namespace) -> int:
    try:
        checked = check(Path(asked.folder or OWN), asked.on or date.today().isoformat())  # noqa: DTZ011
    except BadContent as bad:
        return fail(str(bad))
    for line in lines(checked):
        say(line)
    stopped = sum(one.stopped for one in checked)
    if stopped:
        return fail(f"{stopped} of {len(checked)} modules must not be published as they are.")
    say(f"{len(checked)} modules may be published; a draft is shown as a draft.")
    return 0
