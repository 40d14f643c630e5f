"""PostgreSQL: a pool, the same functions and the same SQL text."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import psycopg
from psycopg import errors
from psycopg.rows import dict_row
from psycopg.types.string import StrDumper
from psycopg_pool import ConnectionPool, PoolTimeout

from viktig.domain.problems import Problem
from viktig.storage.clock import now
from viktig.storage.connection import Connection, Queries, load_queries
from viktig.storage.database import DiskFull

T = TypeVar("T")
POOL = 16
TRIES = 8


class PostgresDatabase:
    def __init__(self, url: str) -> None:
        self.url = url
        self._queries = load_queries("psycopg")
        self._pool: ConnectionPool[Any] = ConnectionPool(
            url,
            min_size=1,
            max_size=POOL,
            timeout=10,
            open=True,
            kwargs={"row_factory": dict_row, "autocommit": False},
            configure=_configure,
        )
        self._threads = ThreadPoolExecutor(POOL, thread_name_prefix="postgres")

    async def write(self, work: Callable[[Connection], T], essential: bool = False) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, self.write_now, work)

    async def read(self, work: Callable[[Connection], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, self.read_now, work)

    def write_now(self, work: Callable[[Connection], T]) -> T:
        """Run again after a deadlock or a serialization failure (40P01, 40001)."""
        for left in reversed(range(TRIES)):
            try:
                with self._pool.connection() as raw:
                    connection = Connection(raw, Queries(self._queries, raw), now(), "%s")
                    result = work(connection)
                    connection.finish()
                    return result
            except (errors.DeadlockDetected, errors.SerializationFailure, errors.UniqueViolation):
                if not left:
                    raise
            except errors.DiskFull as full:
                raise DiskFull from full
            except (psycopg.OperationalError, PoolTimeout) as gone:
                raise Problem("not-available") from gone
        raise Problem("not-available")

    def read_now(self, work: Callable[[Connection], T]) -> T:
        try:
            with self._pool.connection() as raw:
                raw.execute("set transaction isolation level repeatable read read only")
                return work(Connection(raw, Queries(self._queries, raw), now(), "%s"))
        except (psycopg.OperationalError, PoolTimeout) as gone:
            raise Problem("not-available") from gone

    def keep_room(self) -> None:
        """PostgreSQL has its own disk."""

    def close(self) -> None:
        self._threads.shutdown()
        self._pool.close()


class WithoutNul(StrDumper):
    """PostgreSQL's text cannot hold U+0000. What was handed in never does: JSON writes it as an escape."""

    def dump(self, obj: str) -> Any:
        return super().dump(obj.replace("\0", ""))


def _configure(raw: psycopg.Connection[Any]) -> None:
    raw.adapters.register_dumper(str, WithoutNul)
    raw.execute("set synchronous_commit = on")
    raw.execute("set timezone = 'UTC'")
    raw.commit()
