"""What a storage function is given: one open transaction, the named queries, and the time."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import aiosql
from aiosql.types import SQLOperationType

Row = Mapping[str, Any]
QUERIES = Path(__file__).parent / "queries"


class Cursor(Protocol):
    rowcount: int

    def execute(self, sql: str, parameters: Any = ...) -> Any: ...
    def executemany(self, sql: str, parameters: Any) -> Any: ...
    def fetchone(self) -> Any: ...
    def fetchall(self) -> Sequence[Any]: ...


class RawConnection(Protocol):
    """The part of DB-API that both drivers share."""

    def cursor(self) -> Cursor: ...
    def execute(self, sql: str, parameters: Any = ...) -> Any: ...


class Queries:
    """The named queries of `storage/queries`, bound to one connection."""

    def __init__(self, queries: Any, raw: RawConnection) -> None:
        self._queries = queries
        self._raw = raw

    def __getattr__(self, name: str) -> Any:
        query = getattr(self._queries, name)
        bound = (
            partial(_all, query, self._raw) if query.operation == SQLOperationType.SELECT else partial(query, self._raw)
        )
        setattr(self, name, bound)
        return bound


def _all(query: Any, raw: RawConnection, **values: Any) -> list[Row]:
    """The rows themselves: a generator could outlive its transaction."""
    return list(query(raw, **values))


class Connection:
    """One transaction. `now` is the same instant for everything in it."""

    __slots__ = ("mark", "now", "raw", "sql")

    def __init__(self, raw: RawConnection, sql: Queries, now: str, mark: str = "?") -> None:
        self.raw = raw
        self.sql = sql
        self.now = now
        self.mark = mark
        """How the driver writes a place for a value, for the rare statement that is not a named query."""


def load_queries(driver: str) -> Any:
    """The queries as functions of a connection; `driver` is aiosql's name: sqlite3 or psycopg."""
    return aiosql.from_path(QUERIES, driver, mandatory_parameters=False)
