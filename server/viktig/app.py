"""create_app(settings): the one place where the floors meet."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from functools import partial

from litestar import Litestar
from litestar.datastructures import State
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin

from viktig import __version__
from viktig.content.library import Library
from viktig.http import (
    carers,
    demo,
    documents,
    encounters,
    health,
    invitations,
    learning,
    module_feedback,
    reminders,
    rescued,
    reviews,
    sessions,
    staff_readings,
    units,
)
from viktig.http.flood import Flood
from viktig.http.gate import LARGEST, Gate
from viktig.http.house import House, provide_house, provide_visit
from viktig.http.live import Live
from viktig.http.media import MediaFiles
from viktig.http.own_content import OwnContentWatch
from viktig.http.problem_answers import HANDLERS
from viktig.http.schema import describe_raw_routes
from viktig.http.sync import answer_sync, sync_route
from viktig.http.web import Web
from viktig.reminding import Reminding
from viktig.settings import Settings
from viktig.storage import demo_links
from viktig.storage.database import Database

ROOMS = (
    carers,
    documents,
    encounters,
    invitations,
    learning,
    module_feedback,
    reminders,
    rescued,
    reviews,
    sessions,
    staff_readings,
    units,
)


def create_app(settings: Settings, database: Database, library: Library) -> Gate:
    """The whole server over an open, migrated database, which it closes when it stops."""
    is_demo = database.read_now(demo_links.is_demo)
    house = House(database=database, library=library, settings=settings, demo=is_demo)
    live = Live(database)
    flood = Flood()
    reminding = Reminding(database, settings)
    web = Web(library, media=MediaFiles(database), base=settings.base)
    own_content = OwnContentWatch(database, library, web)
    own_content.look_now()

    @asynccontextmanager
    async def life(_: Litestar) -> AsyncGenerator[None, None]:
        reminding.start()
        own_content.start()
        yield
        await live.close()
        await own_content.close()
        await reminding.close()
        database.close()

    app = Litestar(
        route_handlers=[
            health.health,
            sync_route,
            *(route for room in ROOMS for route in room.ROUTES),
            *(demo.ROUTES if is_demo else ()),
        ],
        dependencies={
            "house": Provide(provide_house, sync_to_thread=False),
            "visit": Provide(provide_visit, sync_to_thread=False),
            "live": Provide(lambda: live, sync_to_thread=False),
            "flood": Provide(lambda: flood, sync_to_thread=False),
        },
        state=State({"house": house, "live": live}),
        exception_handlers=HANDLERS,
        openapi_config=OpenAPIConfig(
            title="Viktig", version=__version__, path="/api/schema", render_plugins=[JsonRenderPlugin(path="/")]
        ),
        request_max_body_size=LARGEST,
        lifespan=[life],
        logging_config=None,
    )
    describe_raw_routes(app)
    return Gate(app, web, settings.url, {"/api/sync": partial(answer_sync, house)})
