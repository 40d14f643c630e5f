"""One poll of the units' change numbers for the whole house; every open page waits on it."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime

from viktig.storage.database import Database

LOG = logging.getLogger("viktig")
EVERY_SECONDS = 0.5
HEARTBEAT_SECONDS = 20.0
"""How often a waiting page is told the number again, so that a dead connection is noticed."""


class Live:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._numbers: dict[tuple[str, str], int] = {}
        self._changed = asyncio.Condition()
        self._waiting = 0
        self._task: asyncio.Task[None] | None = None
        self._closed = False
        self.clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    async def changes(self, organization: str, unit: str, n: int) -> AsyncIterator[int]:
        """The unit's number whenever it has grown beyond `n`, and every so often when it has not."""
        self._waiting += 1
        if self._task is None:
            self._task = asyncio.create_task(self._poll())
        try:
            while not self._closed:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._beyond((organization, unit), n), HEARTBEAT_SECONDS)
                n = max(n, self._numbers.get((organization, unit), n))
                yield n
        finally:
            self._waiting -= 1

    async def _beyond(self, place: tuple[str, str], n: int) -> None:
        async with self._changed:
            await self._changed.wait_for(lambda: self._closed or self._numbers.get(place, n) > n)

    async def _poll(self) -> None:
        while not self._closed:
            if self._waiting:
                try:
                    rows = await self._database.read(lambda connection: list(connection.sql.unit_numbers()))
                    numbers = {(row["organization"], row["unit"]): row["n"] for row in rows}
                    if numbers != self._numbers:
                        async with self._changed:
                            self._numbers = numbers
                            self._changed.notify_all()
                except Exception as error:  # noqa: BLE001 - without this one poll every open list would stand still
                    LOG.warning("no change numbers: %s", type(error).__name__)
            await asyncio.sleep(EVERY_SECONDS)

    async def close(self) -> None:
        """Ends every open stream, so that the server can stop."""
        self._closed = True
        async with self._changed:
            self._changed.notify_all()
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
