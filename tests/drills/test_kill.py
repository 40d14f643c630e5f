"""The server is killed under load, again and again: nothing that was receipted is lost, and no batch is half there.

`DRILL_ROUNDS` says how often (25 without it).
"""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.databases import migrated
from tests.drills.killable import KillableServer, Writer, all_writing, writers
from tests.postgres import READY_WITHIN, Cluster, cluster
from viktig.storage import facts
from viktig.storage.database import open_database

ROUNDS = int(os.environ.get("DRILL_ROUNDS", "25"))
ROUNDS_ON_ONE_DATABASE = 25
PEOPLE = 6
Kept = dict[str, str]


def kept(url: str) -> Kept:
    """Version and content, as a new process finds them after the kill. SQLite says itself whether it is whole."""
    with closing(open_database(url)) as database:
        if url.startswith("sqlite"):
            (verdict,) = database.read_now(lambda c: c.raw.execute("pragma integrity_check").fetchall())
            assert verdict[0] == "ok"
        rows = database.read_now(lambda c: c.raw.execute("select version, content from version").fetchall())
        return {row["version"]: row["content"] for row in rows}


def nothing_lost(people: list[Writer], found: Kept) -> None:
    for one in people:
        assert set(one.receipts) <= set(found)
        assert {v: hashlib.sha256(found[v].encode()).hexdigest() for v in one.receipts} == one.receipts
        for request in one.sent:
            there = request.keys() & found.keys()
            assert there in (set(), set(request)), "half a batch"
            assert {version: found[version] for version in there} == {version: request[version] for version in there}


def everything_agrees(url: str) -> None:
    """The counters have no gap, and the facts are those that the events tell."""
    with closing(open_database(url)) as database:
        gaps = database.read_now(
            lambda c: c.raw.execute(
                "select p.n from patient p where p.n <> (select count(*) from change c where c.patient = p.patient)"
            ).fetchall()
        )
        assert gaps == []
        assert database.write_now(lambda c: facts.rebuild(c)) == (PEOPLE, 0)


def receipted(people: list[Writer]) -> int:
    return sum(len(one.receipts) for one in people)


def wait_for_more(people: list[Writer], receipts: int) -> None:
    until = time.monotonic() + READY_WITHIN
    while receipted(people) == receipts and time.monotonic() < until:
        time.sleep(0.01)


def drill(new_database: Callable[[], str], rounds: int, also: Callable[[int, KillableServer], None]) -> None:
    """`also` does more harm in some rounds, before the server is killed."""
    chance = random.Random(rounds)
    done = 0
    while done < rounds:
        url = new_database()
        people = writers(url, PEOPLE)
        server = KillableServer(url)
        for number in range(min(ROUNDS_ON_ONE_DATABASE, rounds - done)):
            server.start()
            before = receipted(people)
            with all_writing(people, server.port):
                time.sleep(chance.uniform(0.02, 0.25))
                if number % 4 == 0:  # also a busy machine comes to promise something now and then
                    wait_for_more(people, before)
                also(number, server)
                server.kill()
            nothing_lost(people, kept(url))
            done += 1
        everything_agrees(url)
        assert receipted(people) > ROUNDS_ON_ONE_DATABASE / 5


def nothing_more(number: int, server: KillableServer) -> None:
    pass


def test_sqlite_keeps_what_was_receipted(sqlite_template: Path, tmp_path: Path) -> None:
    def fresh() -> str:
        for old in tmp_path.glob("viktig.db*"):
            old.unlink()
        return f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'viktig.db')}"

    drill(fresh, ROUNDS, nothing_more)


@pytest.fixture
def own_cluster() -> Iterator[Cluster]:
    """With the settings of a real one: it is killed too."""
    with cluster() as running:
        yield running


def test_postgresql_keeps_what_was_receipted(own_cluster: Cluster) -> None:
    made: list[str] = []

    def fresh() -> str:
        made.append(own_cluster.create(f"kill_{len(made)}"))
        migrated(made[-1])
        return made[-1]

    def kill_postgres_too(number: int, server: KillableServer) -> None:
        """Every eighth round all of PostgreSQL dies first, and the server has to find it again by itself."""
        if number % 8 == 3:
            own_cluster.kill()
            own_cluster.start()
            while server.health() != 200:
                time.sleep(0.02)

    drill(fresh, ROUNDS, kill_postgres_too)
