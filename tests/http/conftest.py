"""What the tests of the server over HTTP may ask for: a town with people in it, and its clock."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

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


@pytest.fixture(scope="module")
def shared_town(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """One for a whole file, for tests that leave it as they found it; its clock is the real one."""
    path = shutil.copy(sqlite_template, tmp_path_factory.mktemp("town") / "viktig.db")
    town = Town(f"sqlite:///{path}", Clock())
    with town.http:
        yield town


@pytest.fixture
def either_town(database_url: str, clock: Clock) -> Iterator[Town]:
    """The same on both engines, one after the other."""
    town = Town(database_url, clock)
    with town.http:
        yield town
