"""Whether the house stands: can it write, is there room, when was the last backup, what time does it think it is."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from litestar import Response, get
from litestar.di import NamedDependency

from viktig import __version__
from viktig.domain.problems import Problem
from viktig.domain.shape import Shape
from viktig.http.house import House
from viktig.storage.clock import moment
from viktig.storage.connection import Connection
from viktig.storage.database import Database

ENOUGH_BYTES = 200_000_000


class Health(Shape, frozen=True, kw_only=True):
    """`backup_age` in hours, None when there was never a backup; `clock` is the server's."""

    ok: bool
    can_write: bool
    free_bytes: int | None
    backup_age: float | None
    clock: str
    version: str


def beat(connection: Connection) -> tuple[str, str]:
    """Writes one row; gives the time, and that of the last backup."""
    connection.sql.set_meta(key="beat", value=connection.now)
    backup = connection.sql.meta(key="backup")
    return connection.now, backup["value"] if backup else ""


def free_bytes(url: str) -> int | None:
    """Room on the disk of a SQLite file; of another machine's disk nothing is known."""
    if url.startswith("postgres"):
        return None
    return shutil.disk_usage(Path(url.removeprefix("sqlite:///")).resolve().parent).free


async def health_of(database: Database) -> Health:
    free = free_bytes(database.url)
    try:
        now, backup = await database.write(beat)
    except Problem:
        return Health(
            ok=False,
            can_write=False,
            free_bytes=free,
            backup_age=None,
            clock=datetime.now(UTC).isoformat(),
            version=__version__,
        )
    age = (moment(now) - moment(backup)).total_seconds() / 3600 if backup else None
    enough = free is None or free > ENOUGH_BYTES
    return Health(ok=enough, can_write=True, free_bytes=free, backup_age=age, clock=now, version=__version__)


@get("/api/health", name="health", opt={"who": "anybody"})
async def health(house: NamedDependency[House]) -> Response[Health]:
    found = await health_of(house.database)
    return Response(found, status_code=200 if found.can_write else 503)
