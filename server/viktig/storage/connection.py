"""What a storage function is given: one open transaction, the named queries, and the time."""

from collections.abc import Callable, Mapping, Sequence
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
        """aiosql reads the texts; they are run without its adapters, which take as long as SQLite itself."""
        query = getattr(self._queries, name)
        bound = partial(RUN[query.operation], self._raw.execute, query.sql)
        setattr(self, name, bound)
        return bound


Execute = Callable[[str, Mapping[str, Any]], Any]


def _first(execute: Execute, sql: str, **values: Any) -> Row | None:
    row: Row | None = execute(sql, values).fetchone()
    return row


def _all(execute: Execute, sql: str, **values: Any) -> list[Row]:
    rows: list[Row] = execute(sql, values).fetchall()
    return rows


def _count(execute: Execute, sql: str, **values: Any) -> int:
    """How many rows were written."""
    rows: int = execute(sql, values).rowcount
    return rows


RUN: dict[SQLOperationType, Callable[..., Any]] = {
    SQLOperationType.SELECT: _all,
    SQLOperationType.SELECT_ONE: _first,
    SQLOperationType.INSERT_UPDATE_DELETE: _count,
}


class Connection:
    """One transaction. `now` is the same instant for everything in it."""

    __slots__ = ("mark", "now", "raw", "sql", "touched")

    def __init__(self, raw: RawConnection, sql: Queries, now: str, mark: str = "?") -> None:
        self.raw = raw
        self.sql = sql
        self.now = now
        self.mark = mark
        """How the driver writes a place for a value, for the rare statement that is not a named query."""
        self.touched: set[tuple[str, str]] = set()
        """Organisation and unit of each list that has changed."""

    def finish(self) -> None:
        """Last before the commit: each list takes one number for all that happened to it; sorted, so none cross."""
        for organization, unit in sorted(self.touched):
            self.sql.touch_unit(organization=organization, unit=unit)


def load_queries(driver: str) -> Any:
    """The queries as functions of a connection; `driver` is aiosql's name: sqlite3 or psycopg."""
    return aiosql.from_path(QUERIES, driver, mandatory_parameters=False)
