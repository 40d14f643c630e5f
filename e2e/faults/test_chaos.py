"""The short form of `make chaos`: one order of things that has them all, the same in every run."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from playwright.sync_api import Playwright

from bench.chaos import PHONES, Chaos
from bench.chaos_plan import plan

SEED, STEPS = 64614, 20


def test_two_phones_through_a_bad_network_killed_browsers_and_a_restored_server_lose_nothing(
    playwright: Playwright, tmp_path: Path
) -> None:
    chaos = Chaos(playwright, tmp_path, SEED, lambda number: number == STEPS)
    chaos.run()
    assert (chaos.lost, chaos.twice) == ([], [])
    assert {"cut-request", "drop-answer", "kill the browser", "kill the server", "restore"} <= set(chaos.done)
    assert chaos.texts - chaos.rescued == chaos.done["write"] > 3


def test_the_same_seed_makes_the_same_plan() -> None:
    assert list(islice(plan(7, PHONES), 500)) == list(islice(plan(7, PHONES), 500))
    assert list(islice(plan(7, PHONES), 20)) != list(islice(plan(8, PHONES), 20))
