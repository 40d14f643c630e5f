"""What the tests of the server over HTTP may ask for: a town with people in it, and its clock."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.clock import Clock
from tests.people import Town


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock().hang(monkeypatch)


@pytest.fixture
def town(sqlite_url: str, clock: Clock) -> Iterator[Town]:
    town = Town(sqlite_url, clock)
    with town.http:
        yield town


@pytest.fixture
def either_town(database_url: str, clock: Clock) -> Iterator[Town]:
    """The same on both engines, one after the other."""
    town = Town(database_url, clock)
    with town.http:
        yield town
