"""The live stream of a unit: it says that something changed, and ends with the session."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from tests.asking import Staff
from tests.clock import Clock
from tests.http.live_stream import Stream
from tests.people import MEDICINE, SURGERY, Town
from viktig.storage import sessions


@pytest.fixture
def quiet_town(sqlite_url: str, clock: Clock) -> Iterator[Town]:
    """Without its own thread for requests: the stream's event loop is the test's."""
    town = Town(sqlite_url, clock)
    # Whether a session is over is told by the town's clock, not by the day on which the test runs.
    town.app.api.state.live.clock = lambda: clock.at
    yield town
    town.close()


@asynccontextmanager
async def listening(town: Town, person: Staff, unit: str = MEDICINE) -> AsyncIterator[Stream]:
    stream = Stream(town, person, f"/api/units/{unit}/events")
    try:
        assert (await stream.start())["status"] == 200
        yield stream
    finally:
        await stream.hang_up()
        await town.app.api.state.live.close()


def run(story: Callable[[], Awaitable[None]]) -> None:
    async def whole() -> None:
        await story()

    asyncio.run(whole())


async def arrival(town: Town, unit: str = MEDICINE) -> None:
    await asyncio.to_thread(town.admit, "Ingrid", "Nilsen", unit)


def test_a_change_is_told_with_a_larger_number_each_time(quiet_town: Town) -> None:
    async def story() -> None:
        async with listening(quiet_town, quiet_town.kari) as stream:
            await arrival(quiet_town)
            first = await stream.next()
            await arrival(quiet_town)
            assert await stream.next() > first

    run(story)


def test_the_answer_is_a_stream_that_nobody_keeps(quiet_town: Town) -> None:
    async def story() -> None:
        async with listening(quiet_town, quiet_town.kari) as stream:
            headers = dict(stream.started["headers"])
            assert headers[b"content-type"].startswith(b"text/event-stream")
            assert b"no-" in headers[b"cache-control"]
            assert b"content-security-policy" in headers

    run(story)


def test_nothing_but_the_number_is_told(quiet_town: Town) -> None:
    async def story() -> None:
        async with listening(quiet_town, quiet_town.kari) as stream:
            await arrival(quiet_town)
            message = await stream.message()
            assert b"Ingrid" not in message["body"]
            assert b"event: changed" in message["body"]

    run(story)


def test_another_units_change_is_not_told_here(quiet_town: Town) -> None:
    async def story() -> None:
        async with listening(quiet_town, quiet_town.kari) as stream:
            for _ in range(3):
                await arrival(quiet_town, SURGERY)
            await arrival(quiet_town)
            assert await stream.next() == 1

    run(story)


def test_it_ends_when_the_person_signs_out(quiet_town: Town) -> None:
    async def story() -> None:
        async with listening(quiet_town, quiet_town.kari) as stream:
            token = quiet_town.kari.token
            await asyncio.to_thread(quiet_town.database.write_now, lambda c: sessions.end(c, token))
            await arrival(quiet_town)
            await stream.ended()

    run(story)


def test_it_does_not_keep_an_idle_session_alive(quiet_town: Town) -> None:
    async def story() -> None:
        async with listening(quiet_town, quiet_town.kari) as stream:
            for _ in range(2):
                quiet_town.clock.forward(minutes=25)
                await arrival(quiet_town)
                await stream.next()
            quiet_town.clock.forward(minutes=25)
            await arrival(quiet_town)
            await stream.ended()

    run(story)


def test_it_ends_when_the_sessions_day_is_over(quiet_town: Town) -> None:
    async def story() -> None:
        quiet_town.app.api.state.live.clock = lambda: datetime(2026, 11, 24, 8, 1, tzinfo=UTC)
        async with listening(quiet_town, quiet_town.kari) as stream:
            await arrival(quiet_town)
            await stream.ended()

    run(story)


def test_closing_the_server_ends_every_stream(quiet_town: Town) -> None:
    async def story() -> None:
        async with listening(quiet_town, quiet_town.kari) as stream:
            await quiet_town.app.api.state.live.close()
            await stream.ended()

    run(story)
