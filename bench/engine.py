"""How long the engine of forms takes: judging a response in Python, and each keystroke's work in TypeScript.

Processor time, since the machine does other things too.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import msgspec

from bench import long_forms
from bench.figure import Figure
from tests.bridge import running
from viktig.domain.questionnaire import remarks

ROUNDS = 60
ROWS = ((30, 1, 1.0), (300, 1, 5.0), (1_000, 1, 16.0), (1_000, 20, 16.0))
"""Questions, levels, and the goal in TypeScript: a thousand questions within one frame of the screen."""


def judged(questions: int, levels: int = 1) -> float:
    """Milliseconds for all rules of a whole response, the middle of many."""
    form, response = long_forms.read(long_forms.form(questions, levels)), long_forms.response(questions)
    took = []
    for _ in range(ROUNDS):
        begun = time.thread_time()
        found = remarks(form, response)
        took.append(1000 * (time.thread_time() - begun))
        assert found == ()
    return median(took)


def figures(_: Path) -> Iterator[Figure]:
    yield Figure(name="Q1", what="all rules of a response of 300 items, Python", value=judged(300), goal=2, unit="ms")
    for levels, what in ((1, "the same of 1,000 items"), (20, "the same of 1,000 items in 20 levels")):
        yield Figure(name="Q1", what=what, value=judged(1_000, levels), goal=10, unit="ms")
    with running() as bridge:
        for questions, levels, goal in ROWS:
            asked = {"form": long_forms.form(questions, levels), "items": long_forms.answers(questions)}
            told = bridge.asked(msgspec.json.encode(asked | {"about": {}, "rounds": ROUNDS}))
            assert told["flaws"] == [], told["flaws"][:3]
            where = f"{questions:,} items" + (f" in {levels} levels" if levels > 1 else "")
            what = f"what is there and what is broken, {where}, TypeScript"
            yield Figure(name="Q2", what=what, value=told["ms"], goal=goal, unit="ms")
