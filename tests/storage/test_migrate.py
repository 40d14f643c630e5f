"""Migrations: once each, in a transaction; a server does not touch a database that is newer than itself."""

import re
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from tests.postgres import Cluster
from viktig.domain.problems import Problem
from viktig.storage.backup import LEFT_OUT, tables
from viktig.storage.connection import Connection
from viktig.storage.database import Database, open_database
from viktig.storage.migrate import MIGRATIONS, known, migrate, statements


@pytest.fixture(params=["sqlite", "postgres"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.db'}"
    cluster: Cluster = request.getfixturevalue("postgres")
    return cluster.create(f"empty_{tmp_path.name}".replace("-", "_").lower()[:60])


def epoch(connection: Connection) -> str:
    return str(connection.sql.meta(key="epoch")["value"])


def columns(connection: Connection, table: str) -> list[str]:
    cursor = connection.raw.execute(f"select * from {table}")
    return [column[0] for column in cursor.description]


def test_an_empty_database_gets_all_of_them_once(empty_url: str) -> None:
    database = open_database(empty_url)
    assert migrate(database) == known()
    first = database.read_now(epoch)
    assert migrate(database) == []
    assert database.read_now(epoch) == first
    database.close()


def test_two_servers_that_start_together_apply_them_once(empty_url: str) -> None:
    servers = [open_database(empty_url) for _ in range(2)]
    with ThreadPoolExecutor(2) as threads:
        applied = list(threads.map(migrate, servers))
    assert sorted(applied) == [[], known()]
    for server in servers:
        server.close()


def test_a_newer_database_is_refused_and_left_alone(database: Database) -> None:
    def newer(connection: Connection) -> None:
        connection.sql.add_migration(name="9999_from_the_future", at=connection.now)

    database.write_now(newer)
    with pytest.raises(Problem, match="not-available") as refused:
        migrate(database)
    assert "9999_from_the_future" in refused.value.detail


def test_a_migration_that_breaks_leaves_nothing_behind(empty_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("viktig.storage.migrate.statements", lambda _: ["create table half (a text)", "not sql"])
    database = open_database(empty_url)
    with pytest.raises(Exception, match="syntax"):
        migrate(database)
    monkeypatch.undo()
    assert migrate(database) == known()
    with pytest.raises(Exception, match="half"):
        database.read_now(lambda connection: columns(connection, "half"))
    database.close()


def test_every_table_stands_on_both_engines_and_is_backed_up(database: Database) -> None:
    text = "".join(path.read_text() for path in MIGRATIONS.glob("*.sql"))
    made = re.findall(r"create table (\w+)", text)
    assert set(made) == {*tables(), *LEFT_OUT}
    for table in made:
        assert database.read_now(partial(columns, table=table))


def test_statements_end_where_a_line_ends() -> None:
    assert statements("-- why; because\ncreate table a (\n  b text\n);\ncreate index c on a (b);\n") == [
        "create table a (\n  b text\n)",
        "create index c on a (b)",
    ]
