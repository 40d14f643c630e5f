"""SQLite: one writer thread that runs all waiting functions in one transaction, so that one fsync serves many."""

import asyncio
import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

try:
    import pysqlite3 as sqlite3
except ImportError:  # only where no wheel exists; older libraries are warned about by `viktig check`
    import sqlite3  # type: ignore[no-redef, unused-ignore]

from viktig.storage.clock import now
from viktig.storage.connection import Connection, Queries, load_queries
from viktig.storage.database import DiskFull

T = TypeVar("T")
Outcome = tuple["Future[Any]", Any, BaseException | None]
MOST_IN_ONE_COMMIT = 128
READERS = 4
SAFE_SQLITE = (3, 51, 3)
"""Older ones can lose a reset write-ahead log."""


def library_version() -> tuple[int, ...]:
    return tuple(int(part) for part in sqlite3.sqlite_version.split("."))


class SqliteDatabase:
    def __init__(self, url: str) -> None:
        self.url = url
        self.path = Path(url.removeprefix("sqlite:///"))
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._queries = load_queries("sqlite3")
        self._waiting: queue.SimpleQueue[tuple[Callable[[Connection], Any], Future[Any]] | None] = queue.SimpleQueue()
        self._local = threading.local()
        self._open: list[Any] = []
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="reader")
        self._raw = self._connect()
        self._raw.execute("pragma journal_mode = wal")
        self._writer = threading.Thread(target=self._run, name="writer", daemon=True)
        self._writer.start()

    def _connect(self) -> Any:
        raw = sqlite3.connect(str(self.path), isolation_level=None, check_same_thread=False, cached_statements=512)
        raw.row_factory = sqlite3.Row
        for pragma in ("foreign_keys = on", "synchronous = full", "busy_timeout = 15000", "cache_size = -16000"):
            raw.execute(f"pragma {pragma}")
        self._open.append(raw)
        return raw

    async def write(self, work: Callable[[Connection], T]) -> T:
        future: Future[T] = Future()
        self._waiting.put((work, future))
        return await asyncio.wrap_future(future)

    def write_now(self, work: Callable[[Connection], T]) -> T:
        future: Future[T] = Future()
        self._waiting.put((work, future))
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

    def close(self) -> None:
        self._waiting.put(None)
        self._writer.join()
        self._readers.shutdown()
        for raw in self._open:
            raw.close()

    def _run(self) -> None:
        sql = Queries(self._queries, self._raw)
        while True:
            batch = self._take()
            if batch is None:
                return
            for future, result, error in self._commit(batch, sql):
                if not future.cancelled():
                    _settle(future, result, error)

    def _take(self) -> list[tuple[Callable[[Connection], Any], "Future[Any]"]] | None:
        """Whatever is waiting, without waiting for more."""
        first = self._waiting.get()
        if first is None:
            return None
        batch = [first]
        while len(batch) < MOST_IN_ONE_COMMIT:
            try:
                following = self._waiting.get_nowait()
            except queue.Empty:
                break
            if following is None:
                self._waiting.put(None)
                break
            batch.append(following)
        return batch

    def _commit(
        self, batch: Sequence[tuple[Callable[[Connection], Any], "Future[Any]"]], sql: Queries
    ) -> Sequence[Outcome]:
        raw = self._raw
        outcomes: list[Outcome] = []
        try:
            raw.execute("begin immediate")
            connection = Connection(raw, sql, now())
            for work, future in batch:
                outcomes.append(self._one(work, future, connection))
            raw.execute("commit")
        except Exception as error:  # noqa: BLE001 - every waiting caller must hear of it
            if raw.in_transaction:
                raw.execute("rollback")
            told = DiskFull() if is_full(error) else error
            return [(future, None, told) for _, future in batch]
        return outcomes

    def _one(self, work: Callable[[Connection], Any], future: "Future[Any]", connection: Connection) -> Outcome:
        raw = self._raw
        raw.execute("savepoint one")
        try:
            result = work(connection)
        except Exception as error:
            if not raw.in_transaction:  # a full disk has rolled back everything: all of the batch fails
                raise
            raw.execute("rollback to one")
            raw.execute("release one")
            if is_full(error):
                raise
            return future, None, error
        raw.execute("release one")
        return future, result, None


def is_full(error: BaseException) -> bool:
    """Whether the disk (or the database's allowed size) had no more room, or could not be written."""
    return isinstance(error, sqlite3.OperationalError) and any(
        words in str(error) for words in ("is full", "disk I/O error", "readonly database", "unable to open")
    )


def _settle(future: "Future[Any]", result: Any, error: BaseException | None) -> None:
    if error is None:
        future.set_result(result)
    else:
        future.set_exception(error)
