"""What organisations load reaches a running server: it looks every other second whether there is more of it."""

import asyncio
import contextlib
import logging
from typing import NamedTuple

from viktig.content.library import Library
from viktig.content.own_forms import Loaded, OwnForms
from viktig.content.own_modules import LoadedModule, OwnModules
from viktig.domain.publishing import Answer
from viktig.http.web import Web
from viktig.storage import modules, questionnaires
from viktig.storage.connection import Connection
from viktig.storage.database import Database

LOG = logging.getLogger("viktig")
EVERY_SECONDS = 2.0


class Kept(NamedTuple):
    """All that organisations have loaded, and who answers for drafts. `number` changes when it does."""

    number: int
    forms: list[Loaded]
    modules: list[LoadedModule]
    answers: list[Answer]


def kept(connection: Connection) -> Kept:
    forms = questionnaires.everything(connection)
    return Kept(
        modules.count(connection),
        [Loaded(row["organization"], row["raw"].encode(), questionnaires.media_of(row)) for row in forms],
        [LoadedModule(row["organization"], row["body"].encode()) for row in modules.everything(connection)],
        modules.answers(connection),
    )


class OwnContentWatch:
    def __init__(self, database: Database, library: Library, web: Web) -> None:
        self._database = database
        self._library = library
        self._web = web
        self._known = 0
        self._task: asyncio.Task[None] | None = None

    def look_now(self) -> None:
        """At the start, before anybody asks."""
        self._take_in(self._database.read_now(kept))

    async def look(self) -> None:
        def more(connection: Connection) -> Kept | None:
            return kept(connection) if modules.count(connection) != self._known else None

        found = await self._database.read(more)
        if found is not None:
            self._take_in(found)

    def _take_in(self, found: Kept) -> None:
        library = self._library
        self._known = found.number
        library.own = OwnForms(found.forms)
        library.own_modules = OwnModules(library.modules, found.modules, found.answers, drafts=library.drafts)
        for what in (*library.own.broken, *library.own_modules.broken):
            LOG.warning("what was loaded cannot be read: %s", what)
        self._web.renew(library)

    def start(self) -> None:
        self._task = asyncio.create_task(self._run())

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            try:
                await self.look()
            except Exception as error:  # noqa: BLE001 - the next look is tried all the same
                LOG.warning("no look for new forms and modules: %s", type(error).__name__)

    async def close(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
