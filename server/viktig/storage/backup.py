"""Everything in one file, in a form that both engines write and read; restoring begins a new epoch."""

import hashlib
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from viktig.domain.problems import Problem
from viktig.storage.clock import uuid7
from viktig.storage.connection import Connection
from viktig.storage.migrate import MIGRATIONS, known

LEFT_OUT = ("session", "challenge", "wrong_code")
"""Signing in again is cheaper than a stolen backup: phones do it by their key."""
FORMAT = 1
AT_ONCE = 500


def tables() -> list[str]:
    """Every table of the migrations, in the order in which they were made."""
    names: list[str] = []
    for path in sorted(MIGRATIONS.glob("*.sql")):
        names += re.findall(r"^create table (\w+)", path.read_text(), re.MULTILINE)
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
    """The rows of a table, one JSON object a line."""
    cursor = connection.raw.cursor()
    cursor.execute(f"select * from {table}")  # noqa: S608 - the names are our own, from the migrations
    while True:
        rows = [cursor.fetchone() for _ in range(AT_ONCE)]
        for row in rows:
            if row is None:
                return
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
    beginning.replace(target)
    return manifest


def read_backup(connection: Connection, source: Path) -> dict[str, Any]:
    """Loads a backup into an empty database, checks every table's digest, and begins a new epoch."""
    if connection.sql.organizations():
        raise Problem("not-valid", "the database is not empty: restore into a new one")
    with zipfile.ZipFile(source) as archive:
        manifest: dict[str, Any] = json.loads(archive.read("manifest.json"))
        if manifest["format"] > FORMAT or not set(manifest["migrations"]) <= set(known()):
            raise Problem("not-valid", "the backup is newer than this program")
        for table, said in manifest["tables"].items():
            if table not in tables():
                raise Problem("not-valid", f"the backup holds an unknown table: {table}")
            with archive.open(f"{table}.jsonl") as out:
                if _load(connection, table, out) != said:
                    raise Problem("not-valid", f"the backup is damaged: {table}")
    connection.sql.set_meta(key="epoch", value=uuid7())
    connection.sql.set_meta(key="backup", value=manifest["made"])
    return manifest


def _load(connection: Connection, table: str, source: IO[bytes]) -> dict[str, Any]:
    digest = Digest()
    cursor = connection.raw.cursor()
    waiting: list[dict[str, Any]] = []
    if table == "meta":
        cursor.execute("delete from meta")
    for line in source:
        digest.add(line.rstrip(b"\n"))
        waiting.append(json.loads(line))
        if len(waiting) == AT_ONCE:
            _insert(connection, cursor, table, waiting)
            waiting = []
    _insert(connection, cursor, table, waiting)
    return digest.told()


def _insert(connection: Connection, cursor: Any, table: str, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    columns = sorted(rows[0])
    if not all(re.fullmatch(r"[a-z_]+", column) for column in columns):
        raise Problem("not-valid", f"the backup is damaged: {table}")
    marks = ", ".join([connection.mark] * len(columns))
    sql = f"insert into {table} ({', '.join(columns)}) values ({marks})"  # noqa: S608 - checked above
    cursor.executemany(sql, [tuple(row[column] for column in columns) for row in rows])
