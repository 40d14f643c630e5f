"""Everything that waits is written in one transaction, so that one wait for the disk serves many.

A thread begins and commits, since that is where the disk is waited for. What is asked for from an event loop is run on
that loop's thread: each statement lets go of the interpreter for a moment, and two busy threads would spend their time
handing it to each other.
"""

import asyncio
import contextlib
import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, wait
from functools import partial
from typing import Any, NamedTuple, TypeVar

from viktig.storage.ballast import Ballast
from viktig.storage.clock import now
from viktig.storage.connection import Connection, Queries
from viktig.storage.database import DiskFull

T = TypeVar("T")
Loop = asyncio.AbstractEventLoop
MOST_IN_ONE_COMMIT = 128
LOOP_ANSWERS_WITHIN = 0.5
"""Seconds until a loop that is blocked is no longer waited for."""
HALFWAY = Exception("it had already written something")


class Asked(NamedTuple):
    """A function that waits to be run, and who waits for it. Without a loop, `future` is a thread's."""

    work: Callable[[Connection], Any]
    future: Any
    loop: Loop | None
    essential: bool
    """Whether it is still to be written when the disk is full and only the ballast's room is left."""


class Told(NamedTuple):
    asked: Asked
    result: Any
    error: BaseException | None


class GroupCommit:
    """The one writer of a SQLite file. `problem_of`: what a driver's error is to the house."""

    def __init__(self, raw: Any, queries: Any, problem_of: Callable[[Exception], Exception], ballast: Ballast) -> None:
        self._raw = raw
        self._sql = Queries(queries, raw)
        self._problem_of = problem_of
        self._ballast = ballast
        self._full = False
        self._waiting: queue.SimpleQueue[Asked | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def ask(self, asked: Asked) -> None:
        self._waiting.put(asked)

    def close(self) -> None:
        """After all that was asked for before."""
        self._waiting.put(None)
        self._thread.join()

    def _run(self) -> None:
        while batch := self._take():
            if self._full:
                self._full = self._ballast.wanted and not self._ballast.lay()
            tell(self._essential(batch) if self._full else self._committed(batch))

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

    def _committed(self, batch: Sequence[Asked]) -> list[Told]:
        """All of it in one transaction; when that fails, everybody hears of it."""
        try:
            self._raw.execute("begin immediate")
            told = lent(batch[0].loop, partial(self._works, batch))
            self._raw.execute("commit")
        except Exception as error:  # noqa: BLE001 - the writer must live on
            with contextlib.suppress(Exception):
                self._raw.execute("rollback")
            problem = self._problem_of(error)
            if isinstance(problem, DiskFull) and not self._full:
                self._full = self._ballast.wanted
                self._make_room()
                return self._essential(batch)
            return [Told(asked, None, problem) for asked in batch]
        return told

    def _make_room(self) -> None:
        """Gives up the ballast, and with its room brings the log home, which then takes none."""
        self._ballast.drop()
        with contextlib.suppress(Exception):
            self._raw.execute("pragma wal_checkpoint(truncate)").fetchall()

    def _essential(self, batch: Sequence[Asked]) -> list[Told]:
        """On a full disk: what has to be written goes into the ballast's room, all else is refused."""
        essential = [asked for asked in batch if asked.essential and self._full]
        told = [Told(asked, None, DiskFull()) for asked in batch if asked not in essential]
        return told + (self._committed(essential) if essential else [])

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
            full = isinstance(self._problem_of(error), DiskFull)
            if full or not raw.in_transaction:  # fails all that were to be committed together
                raise
            if careful:
                raw.execute("rollback to one")
                raw.execute("release one")
            return Told(asked, None, error if careful or raw.total_changes == before else HALFWAY)
        if careful:
            raw.execute("release one")
        return Told(asked, result, None)


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
