"""`python -m bench`: every figure of the budget that is measured here, beside its goal. Names choose some of them.

`python -m bench drills`: the long forms of the drills.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import answering, engine, learning, pages, queue, sizes, sync_speed, web
from bench.figure import Figure

ROOMS: dict[str, Callable[[Path], Iterator[Figure]]] = {
    "sync": sync_speed.figures,
    "queue": queue.figures,
    "sizes": sizes.figures,
    "pages": pages.figures,
    "engine": engine.figures,
    "web": web.figures,
    "answering": answering.figures,
    "learning": learning.figures,
}
LONG = {"DRILL_ROUNDS": "1000", "DRILL_STEPS": "10000", "FORMS": "2000"}
DRILLS = ["tests/drills", "tests/domain/test_questionnaire_twins.py"]


def main(names: list[str]) -> int:
    if names == ["drills"]:
        command = [sys.executable, "-m", "pytest", "-s", *DRILLS, "--durations=10"]
        return subprocess.run(command, env={**LONG, **os.environ}, check=False).returncode
    unknown = set(names) - set(ROOMS)
    if unknown:
        print(f"There is no {', '.join(sorted(unknown))}; there is {', '.join(ROOMS)} and drills.")
        return 2
    begun, missed = time.monotonic(), 0
    for name in names or ROOMS:
        with tempfile.TemporaryDirectory(prefix="viktig-bench-") as folder:
            for figure in ROOMS[name](Path(folder)):
                missed += not figure.met
                print(figure.line(), flush=True)
    print(f"{missed} missed; {time.monotonic() - begun:.0f} seconds; {os.cpu_count()} cores shared by all that ran.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
