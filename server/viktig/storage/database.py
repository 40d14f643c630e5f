"""One face over two engines. `write` answers after the commit has reached the disk."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from viktig.domain.problems import Problem
from viktig.storage.connection import Connection

T = TypeVar("T")


class DiskFull(Problem):
    """Nothing of this transaction was kept, and the caller says so."""

    def __init__(self) -> None:
        super().__init__("disk-full")


class Database(Protocol):
    """Functions given to `write` may be run again, after a deadlock or when a neighbour failed halfway: they touch
    nothing but the connection. What is `essential` is still written when the disk is full and only the room that was
    kept for it is left."""

    url: str

    async def write(self, work: Callable[[Connection], T], essential: bool = False) -> T: ...
    async def read(self, work: Callable[[Connection], T]) -> T: ...
    def write_now(self, work: Callable[[Connection], T]) -> T:
        """For the command line and tests: the same, without an event loop."""
        ...

    def read_now(self, work: Callable[[Connection], T]) -> T: ...
    def keep_room(self) -> None:
        """Sets disk space aside for what is essential, where this server has a say in it."""
        ...

    def close(self) -> None: ...


def open_database(url: str) -> Database:
    """`sqlite:///path/to/file` (or a bare path), or `postgresql://...`."""
    if url.startswith(("postgresql://", "postgres://")):
        try:
            from viktig.storage.postgres import PostgresDatabase
        except ModuleNotFoundError as missing:
            raise SystemExit(
                f"PostgreSQL needs the extra: pip install 'viktig[postgres]' ({missing.name})."
            ) from missing
        return PostgresDatabase(url)
    if "://" in url and not url.startswith("sqlite://"):
        kind = url.partition("://")[0]  # what follows may hold a password
        raise SystemExit(f"There are databases at sqlite:///FILE and at postgresql://HOST/NAME, none at {kind}://")
    from viktig.storage.sqlite import UNOPENED, SqliteDatabase

    try:
        return SqliteDatabase(url)
    except UNOPENED as wrong:
        why = getattr(wrong, "strerror", "") or wrong
        raise SystemExit(f"There is no database at {url}, and none can be made there: {why}.") from wrong
