"""S5 and S7: starting on a database of a million versions, and writing to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.figure import Figure
from bench.many_versions import filled
from bench.phones import crowd
from bench.processes import SERVE, running
from bench.sync_speed import APART, Side, over

MANY, FEWER = 1_000_000, 100_000
STARTS = 5
ROUNDS = 5
CONNECTIONS = 16


def figures(folder: Path) -> Iterator[Figure]:
    large, small = filled(folder / "large.db", MANY), filled(folder / "small.db", FEWER)
    starts = []
    for _ in range(STARTS):
        with running(SERVE, large) as server:
            starts.append(server.ready)
    yield Figure(
        name="S5", what="start to the first good answer, a million versions", value=median(starts), goal=0.8, unit="s"
    )
    with running(SERVE, large) as on_large, running(SERVE, small) as on_small:
        sides = [
            Side(server, crowd(url, CONNECTIONS * APART), "/api/sync", '"outcome":"stored"')
            for server, url in ((on_large, large), (on_small, small))
        ]
        for _ in range(ROUNDS):
            for side in sides:
                side.measure(CONNECTIONS)
    yield Figure(
        name="S7",
        what="writing at a million versions over writing at 100,000",
        value=over(sides[0], sides[1], CONNECTIONS),
        goal=0.95,
        at_least=True,
    )
