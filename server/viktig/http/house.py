"""What every route is given: the database, the content, the settings; and the visit of one person."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

import msgspec
from litestar import Request
from litestar.datastructures import State

from viktig.content.library import Library
from viktig.domain.access import Actor
from viktig.domain.asking import Forms
from viktig.domain.problems import Problem
from viktig.settings import Settings
from viktig.storage import audit_events, clock, sessions
from viktig.storage.connection import Connection
from viktig.storage.database import Database

T = TypeVar("T")
REFUSALS = ("not-allowed", "not-found", "wrong-author", "stay-ended")


class House(msgspec.Struct, frozen=True):
    database: Database
    library: Library
    settings: Settings
    demo: bool = False

    @property
    def forms(self) -> Forms:
        """The forms that a stay may ask."""
        return self.library.forms

    def now(self) -> str:
        return clock.now()


class Visit:
    """One request of somebody who is signed in. Who they are is read in the same transaction as what they ask."""

    def __init__(self, house: House, token: str, profile: str, door: str) -> None:
        self.house = house
        self.token = token
        self.profile = profile
        self.door = door

    async def read(self, work: Callable[[Connection, Actor], T]) -> T:
        return await self._logged(lambda: self.house.database.read(lambda c: work(c, self._actor(c))))

    async def look(self, work: Callable[[Connection, Actor], T]) -> T:
        """Reads, and writes down that it was read: goes on when the disk is full, while there is room for the log."""
        return await self.write(work, essential=True)

    async def write(self, work: Callable[[Connection, Actor], T], essential: bool = False) -> T:
        def step(connection: Connection) -> T:
            actor = self._actor(connection)
            sessions.seen_again(connection, self.token, actor)
            return work(connection, actor)

        return await self._logged(lambda: self.house.database.write(step, essential))

    def _actor(self, connection: Connection) -> Actor:
        if not self.token:
            raise Problem("not-signed-in")
        return sessions.actor(connection, self.token, self.profile)

    async def _logged(self, ask: Callable[[], Awaitable[T]]) -> T:
        """A refusal is written to the access log before it is told."""
        try:
            return await ask()
        except Problem as problem:
            slug = problem.slug
            if slug in REFUSALS:
                await self.house.database.write(
                    lambda c: audit_events.refused(c, self._actor(c), self.door, slug), essential=True
                )
            raise


def cookie_name(profile: str) -> str:
    return f"__Host-viktig-{profile}"


def provide_house(state: State) -> House:
    house: House = state.house
    return house


def provide_visit(request: Request[object, object, State]) -> Visit:
    """The person that the request names in `Viktig-Profile`, with that person's cookie."""
    profile = str(request.headers.get("viktig-profile") or request.query_params.get("profile", ""))
    token = str(request.cookies.get(cookie_name(profile), ""))
    return Visit(
        request.app.state.house,
        token,
        profile,
        f"{request.method} {request.route_handler.name or request.scope['path_template']}",
    )
