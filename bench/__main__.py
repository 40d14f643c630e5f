"""`python -m bench`: every figure beside its goal. `python -m bench drills`: the long forms of the drills."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import a_million, first_question, pages, sync_speed

ROOMS = {"sync": sync_speed, "pages": pages, "million": a_million, "web": first_question}
LONG = {"DRILL_ROUNDS": "1000", "DRILL_STEPS": "10000"}


def bench(names: list[str]) -> int:
    """Runs the named rooms (all by default). A missed goal is told, not failed: machines are noisy."""
    missed = 0
    for name in names or list(ROOMS):
        with tempfile.TemporaryDirectory(prefix="viktig-bench-") as folder:
            for figure in ROOMS[name].figures(Path(folder)):
                print(figure.line(), flush=True)
                missed += not figure.met
    print(f"{missed} goals missed" if missed else "every goal met")
    return 0


def drills() -> int:
    command = [sys.executable, "-m", "pytest", "-q", "--hypothesis-profile=search", "tests/drills"]
    return subprocess.run(command, env={**os.environ, **LONG}, check=False).returncode


if __name__ == "__main__":
    sys.exit(drills() if sys.argv[1:2] == ["drills"] else bench(sys.argv[1:]))
