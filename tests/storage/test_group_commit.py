"""Writing: many at once share a commit, each succeeds or fails alone, and nobody is answered before the commit."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from viktig.domain.problems import Problem
from viktig.storage.connection import Connection
from viktig.storage.database import Database, open_database


def noted(key: str, value: str = "") -> Callable[[Connection], None]:
    def work(connection: Connection) -> None:
        connection.sql.set_meta(key=key, value=value)

    return work


def failing(key: str) -> Callable[[Connection], None]:
    def work(connection: Connection) -> None:
        connection.sql.set_meta(key=key, value="")
        raise Problem("not-valid", key)

    return work


def keys(database: Database) -> set[str]:
    def work(connection: Connection) -> set[str]:
        rows = connection.raw.execute("select key from meta").fetchall()
        return {row["key"] for row in rows} - {"epoch", "counted_by"}

    return database.read_now(work)


@pytest.mark.anyio
async def test_one_that_fails_fails_alone_and_leaves_nothing(database: Database) -> None:
    works = [failing(f"bad-{n}") if n % 7 == 3 else noted(f"good-{n}") for n in range(60)]
    told = await asyncio.gather(*(database.write(work) for work in works), return_exceptions=True)
    assert [getattr(one, "detail", "") for one in told] == [f"bad-{n}" if n % 7 == 3 else "" for n in range(60)]
    assert keys(database) == {f"good-{n}" for n in range(60) if n % 7 != 3}


@pytest.mark.anyio
async def test_a_wrong_statement_fails_alone(database: Database) -> None:
    def broken(connection: Connection) -> None:
        connection.sql.set_meta(key="before", value="")
        connection.raw.execute("select * from no_such_table")

    told = await asyncio.gather(
        database.write(noted("a")), database.write(broken), database.write(noted("b")), return_exceptions=True
    )
    assert [one is None for one in told] == [True, False, True]
    assert keys(database) == {"a", "b"}


def test_what_was_answered_is_seen_by_everybody(database: Database) -> None:
    other = open_database(database.url)
    try:
        for n in range(20):
            database.write_now(noted("last", str(n)))
            row = other.read_now(lambda connection: connection.sql.meta(key="last"))
            assert row["value"] == str(n)
    finally:
        other.close()


def test_many_writers_lose_nothing(database: Database) -> None:
    def raised(connection: Connection) -> None:
        row = connection.raw.execute("update meta set value = value || '.' where key = 'count' returning value")
        assert row.fetchone()["value"]

    database.write_now(noted("count"))
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: database.write_now(raised), range(400)))
    assert database.read_now(lambda connection: connection.sql.meta(key="count"))["value"] == "." * 400


@pytest.mark.anyio
async def test_writers_in_threads_and_on_the_event_loop_share_the_database(database: Database) -> None:
    with ThreadPoolExecutor(2) as threads:
        from_threads = [threads.submit(database.write_now, noted(f"thread-{n}")) for n in range(30)]
        await asyncio.gather(*(database.write(noted(f"loop-{n}")) for n in range(30)))
        await asyncio.gather(*map(asyncio.wrap_future, from_threads))
    assert keys(database) == {f"{where}-{n}" for where in ("thread", "loop") for n in range(30)}


@pytest.mark.anyio
async def test_a_caller_that_goes_away_does_not_stop_the_others(database: Database) -> None:
    for turn in range(20):
        gone = [asyncio.create_task(database.write(noted(f"gone-{turn}-{n}"))) for n in range(3)]
        stays = asyncio.create_task(database.write(noted(f"stays-{turn}")))
        await asyncio.sleep(0)
        for one in gone:
            one.cancel()
        await stays
    assert {f"stays-{turn}" for turn in range(20)} <= keys(database)


@pytest.mark.anyio
async def test_a_loop_that_is_busy_is_not_waited_for(database: Database) -> None:
    asked = asyncio.create_task(database.write(noted("asked-for")))
    await asyncio.sleep(0)
    database.write_now(noted("by-the-loops-own-thread"))
    await asked
    assert keys(database) == {"asked-for", "by-the-loops-own-thread"}


def test_a_loop_that_has_ended_is_not_waited_for(database: Database) -> None:
    async def ask_and_leave() -> None:
        asyncio.create_task(database.write(noted("left")))  # noqa: RUF006 - it is to be left alone
        await asyncio.sleep(0)

    for _ in range(5):
        asyncio.run(ask_and_leave())
    database.write_now(noted("after"))
    assert "after" in keys(database)


def test_a_write_sees_what_was_written_before_it(database: Database) -> None:
    def add(connection: Connection) -> None:
        before = connection.sql.meta(key="order")
        connection.sql.set_meta(key="order", value=before["value"] + "x")

    database.write_now(noted("order"))
    for _ in range(30):
        database.write_now(add)
    assert database.read_now(lambda connection: connection.sql.meta(key="order"))["value"] == "x" * 30


def test_a_reader_sees_one_moment(database: Database) -> None:
    def work(connection: Connection) -> tuple[str, str]:
        before = connection.sql.meta(key="moment")["value"]
        database.write_now(noted("moment", "later"))
        return before, connection.sql.meta(key="moment")["value"]

    database.write_now(noted("moment", "now"))
    assert database.read_now(work) == ("now", "now")
    assert database.read_now(lambda connection: connection.sql.meta(key="moment"))["value"] == "later"


def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(Exception, match=r"(?i)read-?only"):
        database.read_now(noted("sneaked-in"))
    assert keys(database) == set()
    database.write_now(noted("by-the-door"))
    assert keys(database) == {"by-the-door"}


@pytest.mark.anyio
async def test_everything_asked_for_before_closing_is_kept(database_url: str) -> None:
    database = open_database(database_url)
    asked = [asyncio.create_task(database.write(noted(f"last-{n}"))) for n in range(20)]
    await asyncio.gather(*asked)
    database.close()
    again = open_database(database_url)
    try:
        assert keys(again) == {f"last-{n}" for n in range(20)}
    finally:
        again.close()
