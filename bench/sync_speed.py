"""S1-S4: handing in one answer, durably, beside a bare echo; what group commit gives; the slowest; memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.client import Order, Seen, load
from bench.figure import Figure
from bench.phones import Crowd, crowd
from bench.processes import ALONE, ECHO, SERVE, Running, running

APART = 40
"""Every run takes other phones, one in so many of all."""
ROUNDS = 3
SECONDS = 2.0


class Side:
    """One of the servers that are compared, and what was seen of it."""

    def __init__(self, server: Running, people: Crowd, path: str, expected: str) -> None:
        self.server, self.people, self.path, self.expected = server, people, path, expected
        self.seen: dict[int, list[Seen]] = {}
        self.runs = 0

    def measure(self, connections: int) -> None:
        self.runs += 1
        order = Order(
            port=self.server.port,
            path=self.path,
            connections=connections,
            seconds=SECONDS,
            crowd=Crowd(self.people.form, self.people.phones[self.runs % APART :: APART]),
            expected=self.expected,
            salt=self.runs,
        )
        self.seen.setdefault(connections, []).append(load(order))


def over(one: Side, other: Side, connections: int) -> float:
    """The rate of one over the other's, round by round, the middle of the rounds."""
    pairs = zip(one.seen[connections], other.seen[connections], strict=True)
    return median(mine.rate / yours.rate for mine, yours in pairs)


def figures(folder: Path) -> Iterator[Figure]:
    url, alone = f"sqlite:///{folder / 'sync.db'}", f"sqlite:///{folder / 'alone.db'}"
    people, others = crowd(url, 64 * APART), crowd(alone, 64 * APART)
    with running(SERVE, url) as server, running(ECHO, url) as yardstick, running(ALONE, alone) as one_by_one:
        idle = server.pss()
        sync = Side(server, people, "/api/sync", '"outcome":"stored"')
        echo = Side(yardstick, people, "/api/sync", '"version"')
        single = Side(one_by_one, others, "/api/sync", '"outcome":"stored"')
        for _ in range(ROUNDS):
            for connections in (64, 16, 1):
                for side in (sync, echo, single):
                    side.measure(connections)
        loaded = server.pss()
    yield ratio("S1", "handing in an answer over a bare echo, 64 connections", over(sync, echo, 64), 0.25)
    yield ratio("S1", "the same, 16 connections", over(sync, echo, 16), 0.15)
    yield ratio("S2", "group commit over one transaction each, 64 connections", over(sync, single, 64), 4)
    yield ratio("S2", "the same, 1 connection", over(sync, single, 1), 0.9)
    for connections, goal in ((16, 10.0), (64, 25.0)):
        slow = median(seen.p99 for seen in sync.seen[connections])
        yield Figure(name="S3", what=f"99 of 100 within, {connections} connections", value=slow, goal=goal, unit="ms")
    yield Figure(name="S4", what="memory of the server, idle", value=idle, goal=60, unit="MB")
    yield Figure(name="S4", what="memory of the server, after the load", value=loaded, goal=130, unit="MB")


def ratio(name: str, what: str, value: float, goal: float) -> Figure:
    return Figure(name=name, what=what, value=value, goal=goal, at_least=True)
