"""SQLite: one writer, several readers, each with a connection of its own."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

try:
    import pysqlite3 as sqlite3
except ImportError:  # only where no wheel exists; older libraries are warned about by `viktig check`
    import sqlite3  # type: ignore[no-redef, unused-ignore]

from viktig.domain.problems import Problem
from viktig.storage.ballast import Ballast
from viktig.storage.clock import now
from viktig.storage.connection import Connection, Queries, load_queries
from viktig.storage.database import DiskFull
from viktig.storage.group_commit import Asked, GroupCommit

T = TypeVar("T")
READERS = 4
PRAGMAS = (
    "foreign_keys = on",
    "synchronous = full",
    "busy_timeout = 15000",
    "cache_size = -32000",
    "secure_delete = fast",  # what is deleted does not go on lying in its page: the order in which the nameless came
    "wal_autocheckpoint = 4000",  # 16 MB: a page that changes all the time is written to its place more seldom
)
SAFE_SQLITE = (3, 51, 3)
"""Older ones can lose a reset write-ahead log."""

UNOPENED = (OSError, sqlite3.Error)
"""What opening raises where there is no database, and none can be made."""


def library_version() -> tuple[int, ...]:
    return tuple(int(part) for part in sqlite3.sqlite_version.split("."))


class SqliteDatabase:
    def __init__(self, url: str) -> None:
        self.url = url
        self.path = Path(url.removeprefix("sqlite:///"))
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.ballast = Ballast(self.path)
        self._queries = load_queries("sqlite3")
        self._local = threading.local()
        self._open: list[Any] = []
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="reader")
        raw = self._connect()
        raw.execute("pragma journal_mode = wal")
        self._writer = GroupCommit(raw, self._queries, problem_of, self.ballast)

    def _connect(self) -> Any:
        raw = sqlite3.connect(str(self.path), isolation_level=None, check_same_thread=False, cached_statements=512)
        raw.row_factory = sqlite3.Row
        for pragma in PRAGMAS:
            raw.execute(f"pragma {pragma}")
        self._open.append(raw)
        return raw

    async def write(self, work: Callable[[Connection], T], essential: bool = False) -> T:
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._writer.ask(Asked(work, future, loop, essential))
        return await future

    def write_now(self, work: Callable[[Connection], T]) -> T:
        future: Future[T] = Future()
        self._writer.ask(Asked(work, future, None, essential=False))
        return future.result()

    async def read(self, work: Callable[[Connection], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._readers, self.read_now, work)

    def read_now(self, work: Callable[[Connection], T]) -> T:
        raw = getattr(self._local, "raw", None)
        if raw is None:
            raw = self._local.raw = self._connect()
            raw.execute("pragma query_only = on")
        raw.execute("begin")
        try:
            return work(Connection(raw, Queries(self._queries, raw), now()))
        finally:
            raw.execute("commit")

    def keep_room(self) -> None:
        self.ballast.lay()

    def close(self) -> None:
        self._writer.close()
        self._readers.shutdown()
        self.ballast.drop()
        for raw in self._open:
            raw.close()


def problem_of(error: Exception) -> Exception:
    """What an error of the driver is to the house."""
    if not isinstance(error, sqlite3.OperationalError):
        return error
    if any(words in str(error) for words in ("is full", "disk I/O error", "readonly database", "unable to open")):
        return DiskFull()
    return Problem("not-available") if "locked" in str(error) else error
