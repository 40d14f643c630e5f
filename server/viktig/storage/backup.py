"""Everything in one file, in a form that both engines write and read; restoring begins a new epoch."""

import hashlib
import json
import os
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import IO, Any

from viktig.domain.problems import Problem
from viktig.storage.clock import uuid7
from viktig.storage.connection import Connection
from viktig.storage.migrate import MIGRATIONS, known

LEFT_OUT = ("session", "challenge", "wrong_code", "reminder", "module_feedback_waiting")
"""Signing in again is cheaper than a stolen backup: phones do it by their key. A reminder goes out once, also after a
restore: those that waited are not sent. What was told without a name waits under the phone's id, in the order in which
it came: neither is to outlive the waiting."""
FORMAT = 1
AT_ONCE = 500


def tables(migrations: Sequence[str] = ()) -> list[str]:
    """Every table of these migrations (of all of them by default), in the order in which they were made."""
    names: list[str] = []
    for name in migrations or known():
        names += re.findall(r"^create table (\w+)", (MIGRATIONS / f"{name}.sql").read_text(), re.MULTILINE)
    return [name for name in names if name not in LEFT_OUT]


class Digest:
    """SHA-256 of each row, added up: the same rows in any order give the same digest."""

    def __init__(self) -> None:
        self.rows = 0
        self._sum = 0

    def add(self, line: bytes) -> None:
        self.rows += 1
        self._sum = (self._sum + int.from_bytes(hashlib.sha256(line).digest())) % 2**256

    def told(self) -> dict[str, Any]:
        return {"rows": self.rows, "sha256sum": f"{self._sum:064x}"}


def lines(connection: Connection, table: str) -> Iterator[bytes]:
    """The rows of a table, one JSON object a line, never all in memory."""
    cursor: Any = connection.raw.cursor()
    read = (
        cursor.stream if hasattr(cursor, "stream") else cursor.execute
    )  # psycopg fetches everything unless it streams
    for row in read(f"select * from {table}"):  # noqa: S608 - the names are our own, from the migrations
        yield json.dumps(dict(row), ensure_ascii=False, sort_keys=True).encode()


def digests(connection: Connection) -> dict[str, dict[str, Any]]:
    """What each table holds, as counts and digests; without `meta`, whose epoch and clock are meant to differ."""
    told = {}
    for table in tables():
        if table == "meta":
            continue
        digest = Digest()
        for line in lines(connection, table):
            digest.add(line)
        told[table] = digest.told()
    return told


def write_backup(connection: Connection, target: Path) -> dict[str, Any]:
    """Writes the file whole, or not at all, from one snapshot. Gives the manifest."""
    beginning = target.with_name(target.name + ".part")
    beginning.unlink(missing_ok=True)
    beginning.touch(mode=0o600)
    told: dict[str, Any] = {}
    with zipfile.ZipFile(beginning, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        for table in tables():
            digest = Digest()
            with archive.open(f"{table}.jsonl", "w", force_zip64=True) as out:
                for line in lines(connection, table):
                    digest.add(line)
                    out.write(line + b"\n")
            told[table] = digest.told()
        manifest = {"format": FORMAT, "made": connection.now, "migrations": known(), "tables": told}
        archive.writestr("manifest.json", json.dumps(manifest, indent=1))
    with beginning.open("rb") as written:
        os.fsync(written.fileno())
    beginning.replace(target)
    return manifest


def read_backup(connection: Connection, source: Path) -> dict[str, Any]:
    """Checks the whole file, then loads it into an empty database and begins a new epoch."""
    if connection.sql.organizations():
        raise Problem("not-valid", "the database is not empty: restore into a new one")
    with zipfile.ZipFile(checked(source)) as archive:
        manifest: dict[str, Any] = json.loads(archive.read("manifest.json"))
        connection.raw.execute("delete from meta")
        for table in manifest["tables"]:
            if table in LEFT_OUT:  # an older backup holds it
                continue
            with archive.open(f"{table}.jsonl") as rows:
                _load(connection, table, rows)
    connection.sql.grandfather_helpers()
    connection.sql.grandfather_progress()
    connection.sql.grandfather_questionnaires()
    connection.sql.set_meta(key="epoch", value=uuid7())
    connection.sql.set_meta(key="backup", value=manifest["made"])
    return manifest


def checked(source: Path) -> Path:
    """The file itself, when it is whole and this program knows everything in it."""
    try:
        with zipfile.ZipFile(source) as archive:
            manifest = json.loads(archive.read("manifest.json"))
            if manifest["format"] > FORMAT or not set(manifest["migrations"]) <= set(known()):
                raise Problem("not-valid", "the backup is newer than this program")
            whole = set(manifest["tables"]) - set(LEFT_OUT) == set(tables(manifest["migrations"]))
            if not whole or any(_digest(archive, table) != said for table, said in manifest["tables"].items()):
                raise Problem("not-valid", "the backup is damaged")
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, TypeError, ValueError) as broken:
        raise Problem("not-valid", f"the backup is damaged: {broken}") from broken
    return source


def _digest(archive: zipfile.ZipFile, table: str) -> dict[str, Any]:
    digest = Digest()
    with archive.open(f"{table}.jsonl") as rows:
        for line in rows:
            digest.add(line.rstrip(b"\n"))
    return digest.told()


def _load(connection: Connection, table: str, source: IO[bytes]) -> None:
    cursor = connection.raw.cursor()
    while rows := [json.loads(line) for line in islice(source, AT_ONCE)]:
        _insert(connection, cursor, table, rows)


def _insert(connection: Connection, cursor: Any, table: str, rows: list[dict[str, Any]]) -> None:
    columns = sorted(rows[0])
    if not all(re.fullmatch(r"[a-z_]+", column) for column in columns):
        raise Problem("not-valid", f"the backup is damaged: {table}")
    marks = ", ".join([connection.mark] * len(columns))
    sql = f"insert into {table} ({', '.join(columns)}) values ({marks})"  # noqa: S608 - checked above
    cursor.executemany(sql, [tuple(row[column] for column in columns) for row in rows])
