"""SQLite: everything that waits is written in one transaction, so that one wait for the disk serves many.

A thread begins and commits, since that is where the disk is waited for. What is asked for from an event loop is run on
that loop's thread: each statement lets go of the interpreter for a moment, and two busy threads would spend their time
handing it to each other.
"""

import asyncio
import contextlib
import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

try:
    import pysqlite3 as sqlite3
except ImportError:  # only where no wheel exists; older libraries are warned about by `viktig check`
    import sqlite3  # type: ignore[no-redef, unused-ignore]

from viktig.domain.problems import Problem
from viktig.storage.clock import now
from viktig.storage.connection import Connection, Queries, load_queries
from viktig.storage.database import DiskFull

T = TypeVar("T")
Loop = asyncio.AbstractEventLoop
MOST_IN_ONE_COMMIT = 128
READERS = 4
LOOP_ANSWERS_WITHIN = 0.5
"""Seconds until a loop that is blocked is no longer waited for."""
PRAGMAS = (
    "foreign_keys = on",
    "synchronous = full",
    "busy_timeout = 15000",
    "cache_size = -16000",
    "wal_autocheckpoint = 8000",  # 32 MB: a page that changes all the time is written to its place more seldom
)
SAFE_SQLITE = (3, 51, 3)
"""Older ones can lose a reset write-ahead log."""


def library_version() -> tuple[int, ...]:
    return tuple(int(part) for part in sqlite3.sqlite_version.split("."))


class Asked(NamedTuple):
    """A function that waits to be run, and who waits for it. Without a loop, `future` is a thread's."""

    work: Callable[[Connection], Any]
    future: Any
    loop: Loop | None


class Told(NamedTuple):
    asked: Asked
    result: Any
    error: BaseException | None


class SqliteDatabase:
    def __init__(self, url: str) -> None:
        self.url = url
        self.path = Path(url.removeprefix("sqlite:///"))
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._queries = load_queries("sqlite3")
        self._waiting: queue.SimpleQueue[Asked | None] = queue.SimpleQueue()
        self._local = threading.local()
        self._open: list[Any] = []
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="reader")
        self._raw = self._connect()
        self._raw.execute("pragma journal_mode = wal")
        self._sql = Queries(self._queries, self._raw)
        self._writer = threading.Thread(target=self._run, name="writer", daemon=True)
        self._writer.start()

    def _connect(self) -> Any:
        raw = sqlite3.connect(str(self.path), isolation_level=None, check_same_thread=False, cached_statements=512)
        raw.row_factory = sqlite3.Row
        for pragma in PRAGMAS:
            raw.execute(f"pragma {pragma}")
        self._open.append(raw)
        return raw

    async def write(self, work: Callable[[Connection], T]) -> T:
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._waiting.put(Asked(work, future, loop))
        return await future

    def write_now(self, work: Callable[[Connection], T]) -> T:
        future: Future[T] = Future()
        self._waiting.put(Asked(work, future, None))
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
        """The writer's life: take what waits, begin, have it run, commit, tell."""
        while batch := self._take():
            try:
                self._raw.execute("begin immediate")
                told = lent(batch[0].loop, partial(self._works, batch))
                self._raw.execute("commit")
            except Exception as error:  # noqa: BLE001 - whoever waits must hear of it, and the writer must live on
                with contextlib.suppress(sqlite3.Error):
                    self._raw.execute("rollback")
                told = [Told(asked, None, problem_of(error)) for asked in batch]
            tell(told)

    def _take(self) -> list[Asked]:
        """Whatever is waiting, without waiting for more; nothing when it is time to stop."""
        first = self._waiting.get()
        batch = [first] if first else []
        while batch and len(batch) < MOST_IN_ONE_COMMIT:
            try:
                following = self._waiting.get_nowait()
            except queue.Empty:
                break
            if following is None:
                self._waiting.put(None)
                break
            batch.append(following)
        return batch

    def _works(self, batch: Sequence[Asked]) -> list[Told]:
        """Runs them all. Savepoints cost as much as the rest: they are taken only when somebody has failed halfway."""
        careful = any(asked.loop is None for asked in batch)
        while True:
            connection = Connection(self._raw, self._sql, now())
            told: list[Told] = []
            for asked in batch:
                told.append(self._one(asked, connection, careful))
                if told[-1].error is HALFWAY:
                    break
            else:
                connection.finish()
                return told
            careful = True
            self._raw.execute("rollback")
            self._raw.execute("begin immediate")

    def _one(self, asked: Asked, connection: Connection, careful: bool) -> Told:
        raw = self._raw
        if careful:
            raw.execute("savepoint one")
        before = raw.total_changes
        try:
            result = asked.work(connection)
        except Exception as error:
            if is_full(error) or not raw.in_transaction:  # a full disk fails all that were to be committed together
                raise
            if careful:
                raw.execute("rollback to one")
                raw.execute("release one")
            return Told(asked, None, error if careful or raw.total_changes == before else HALFWAY)
        if careful:
            raw.execute("release one")
        return Told(asked, result, None)


HALFWAY = Exception("it had already written something")


def lent(loop: Loop | None, work: Callable[[], T]) -> T:
    """Has a loop's thread do it; does it here without one, or when that one is closed or blocked."""
    if loop is None:
        return work()
    task: Future[T] = Future()

    def do() -> None:
        if task.set_running_or_notify_cancel():
            try:
                task.set_result(work())
            except Exception as error:  # noqa: BLE001 - raised again where it is waited for
                task.set_exception(error)

    with contextlib.suppress(RuntimeError):  # a closed loop
        loop.call_soon_threadsafe(do)
        wait([task], LOOP_ANSWERS_WITHIN)
    return work() if task.cancel() else task.result()


def tell(told: Sequence[Told]) -> None:
    """Wakes each loop once, however many wait on it."""
    by_loop: dict[Loop | None, list[Told]] = {}
    for one in told:
        by_loop.setdefault(one.asked.loop, []).append(one)
    for loop, some in by_loop.items():
        if loop is None:
            settle(some)
        else:
            with contextlib.suppress(RuntimeError):  # a loop that was closed waits for nothing
                loop.call_soon_threadsafe(settle, some)


def settle(told: Sequence[Told]) -> None:
    for asked, result, error in told:
        if asked.future.done():
            continue
        if error is None:
            asked.future.set_result(result)
        else:
            asked.future.set_exception(error)


def problem_of(error: Exception) -> Exception:
    if is_full(error):
        return DiskFull()
    busy = isinstance(error, sqlite3.OperationalError) and "locked" in str(error)
    return Problem("not-available") if busy else error


def is_full(error: BaseException) -> bool:
    """Whether the disk (or the database's allowed size) had no more room, or could not be written."""
    return isinstance(error, sqlite3.OperationalError) and any(
        words in str(error) for words in ("is full", "disk I/O error", "readonly database", "unable to open")
    )
