"""An organisation's own forms reach a running server: it looks every other second whether there are more of them."""

import asyncio
import contextlib
import logging
from collections.abc import Iterable

from viktig.content.library import Library
from viktig.content.own_forms import Loaded, OwnForms
from viktig.http.web import Web
from viktig.storage import questionnaires
from viktig.storage.connection import Connection, Row
from viktig.storage.database import Database

LOG = logging.getLogger("viktig")
EVERY_SECONDS = 2.0


class OwnFormsWatch:
    def __init__(self, database: Database, library: Library, web: Web) -> None:
        self._database = database
        self._library = library
        self._web = web
        self._known = 0
        self._task: asyncio.Task[None] | None = None

    def look_now(self) -> None:
        """At the start, before anybody asks."""
        self._take_in(self._database.read_now(questionnaires.everything))

    async def look(self) -> None:
        def more(connection: Connection) -> list[Row] | None:
            return questionnaires.everything(connection) if questionnaires.count(connection) != self._known else None

        rows = await self._database.read(more)
        if rows is not None:
            self._take_in(rows)

    def _take_in(self, rows: Iterable[Row]) -> None:
        loaded = [Loaded(row["organization"], row["raw"].encode(), questionnaires.media_of(row)) for row in rows]
        self._known = len(loaded)
        self._library.own = OwnForms(loaded)
        for what in self._library.own.broken:
            LOG.warning("a form that was loaded cannot be read: %s", what)
        self._web.renew(self._library)

    def start(self) -> None:
        self._task = asyncio.create_task(self._run())

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            try:
                await self.look()
            except Exception as error:  # noqa: BLE001 - the next look is tried all the same
                LOG.warning("no look for new forms: %s", type(error).__name__)

    async def close(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
