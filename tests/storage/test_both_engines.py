"""The same things happen on SQLite and on PostgreSQL: afterwards every table holds the same rows."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from tests.storage.walk import any_step, recounted
from tests.storage.ward import admitted, people, ward
from viktig.storage import backup, clock
from viktig.storage.database import Database, open_database


class SteadyClock(datetime):
    """A clock that goes forward one second whenever somebody looks."""

    looks = 0

    @classmethod
    def now(cls, tz: Any = None) -> Any:
        cls.looks += 1
        return datetime(2026, 11, 2, 8, tzinfo=UTC) + timedelta(seconds=cls.looks)


@pytest.fixture
def same_clock_and_ids(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Called before each walk: time and chance begin again."""

    def begin(seed: int) -> None:
        chance = random.Random(seed)
        SteadyClock.looks = 0
        monkeypatch.setattr(clock, "datetime", SteadyClock)
        monkeypatch.setattr(clock, "time", SimpleNamespace(time_ns=lambda: chance.getrandbits(40) << 20))
        monkeypatch.setattr(clock, "os", SimpleNamespace(urandom=chance.randbytes))

    return begin


def walked(url: str, seed: int) -> dict[str, dict[str, Any]]:
    database = open_database(url)
    try:
        walk(database, random.Random(seed))
        return database.read_now(backup.digests)
    finally:
        database.close()


def walk(database: Database, chance: random.Random) -> None:
    first = ward(database)
    second = database.write_now(lambda c: people(c, admitted(c, "Åse", "Ø'Berg 😀")))
    for _ in range(60):
        any_step(database, chance.choice([first, second]), chance)()
    assert recounted(database) == (2, 0)


@pytest.mark.parametrize("seed", range(3))
def test_the_same_walk_leaves_the_same_rows(
    sqlite_url: str, postgres_url: str, seed: int, same_clock_and_ids: Callable[[int], None]
) -> None:
    same_clock_and_ids(seed)
    sqlite = walked(sqlite_url, seed)
    same_clock_and_ids(seed)
    postgres = walked(postgres_url, seed)
    assert sqlite == postgres
    assert sqlite["version"]["rows"] > 20
