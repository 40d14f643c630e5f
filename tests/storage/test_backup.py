"""Backup, destroy, restore: what comes back is what was there, or nothing at all comes back."""

import json
import random
import uuid
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.storage.walk import any_step, recounted
from tests.storage.ward import admitted, people, ward
from viktig.domain.module_feedback import ModuleFeedback
from viktig.domain.problems import Problem
from viktig.storage import backup, module_feedback, sessions
from viktig.storage.connection import Connection
from viktig.storage.database import Database, open_database


@pytest.fixture(params=["sqlite", "postgres"])
def restored_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """An empty, migrated database beside the first one."""
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("sqlite_template")
        target = request.getfixturevalue("tmp_path") / "restored.db"
        target.write_bytes(template.read_bytes())
        yield f"sqlite:///{target}"
    else:
        cluster, made = request.getfixturevalue("postgres"), request.getfixturevalue("postgres_template")
        name = f"restored_{random.getrandbits(60):x}"
        yield str(cluster.create(name, made))
        cluster.drop(name)


def lived_in(database: Database, seed: int = 1) -> None:
    chance = random.Random(seed)
    first = ward(database)
    second = database.write_now(lambda c: people(c, admitted(c, "Åse", "Ø'Berg\t\"\\ 😀")))
    for _ in range(30):
        any_step(database, chance.choice([first, second]), chance)()


def written(database: Database, target: Path) -> Path:
    database.read_now(lambda connection: backup.write_backup(connection, target))
    return target


def restore(url: str, source: Path) -> Database:
    database = open_database(url)
    database.write_now(lambda connection: backup.read_backup(connection, source))
    return database


def epoch(connection: Connection) -> str:
    return str(connection.sql.meta(key="epoch")["value"])


def test_what_is_restored_is_what_was_there_on_and_across_both_engines(
    database: Database, restored_url: str, tmp_path: Path
) -> None:
    lived_in(database)
    before = database.read_now(backup.digests)
    file = written(database, tmp_path / "all.viktig")
    again = restore(restored_url, file)
    try:
        assert again.read_now(backup.digests) == before
        assert before["version"]["rows"] > 10
        assert again.read_now(epoch) != database.read_now(epoch)
        assert recounted(again) == (2, 0)
        assert written(again, tmp_path / "again.viktig").stat().st_size > 0
    finally:
        again.close()


def test_sessions_stay_behind_and_devices_come_along(sqlite_url: str, tmp_path: Path) -> None:
    database = open_database(sqlite_url)
    ward(database)
    database.write_now(lambda c: sessions.start_staff(c, "sykehus", "kari", "kariprofil", "a browser"))
    with zipfile.ZipFile(written(database, tmp_path / "all.viktig")) as archive:
        names = {name.removesuffix(".jsonl") for name in archive.namelist()}
    assert not names & set(backup.LEFT_OUT)
    assert "device" in names
    database.close()


def thought(database: Database, module: str, words: str) -> None:
    told = ModuleFeedback(
        id=str(uuid.uuid4()),
        organization="sykehus",
        module=module,
        module_version="1.1.0",
        language="nb",
        understandable="yes",
        useful="yes",
        words=words,
    )
    database.write_now(lambda connection: module_feedback.add(connection, told))


def said_of_modules(connection: Connection) -> tuple[list[str], list[str]]:
    """The words that wait, and those that were released."""

    def words(table: str) -> list[str]:
        return sorted(json.loads(line)["words"] for line in backup.lines(connection, table))

    return words("module_feedback_waiting"), words("module_feedback")


def test_what_was_told_without_a_name_comes_along_once_it_is_released_and_not_before(
    database: Database, restored_url: str, tmp_path: Path
) -> None:
    lived_in(database)
    for n in range(5):
        thought(database, "going-home", f"released {n}")
    for n in range(4):
        thought(database, "pain", f"waits {n}")
    assert database.read_now(said_of_modules) == (
        ["waits 0", "waits 1", "waits 2", "waits 3"],
        [f"released {n}" for n in range(5)],
    )
    again = restore(restored_url, written(database, tmp_path / "all.viktig"))
    try:
        assert again.read_now(said_of_modules) == ([], [f"released {n}" for n in range(5)])
    finally:
        again.close()


def test_an_older_backup_that_still_holds_what_waited_is_restored_without_it(
    database: Database, restored_url: str, tmp_path: Path
) -> None:
    lived_in(database)
    thought(database, "pain", "waits")
    waiting = database.read_now(lambda connection: list(backup.lines(connection, "module_feedback_waiting")))
    file = written(database, tmp_path / "all.viktig")

    def as_it_was(members: dict[str, bytes]) -> None:
        digest = backup.Digest()
        for line in waiting:
            digest.add(line)
        manifest = json.loads(members["manifest.json"])
        manifest["tables"]["module_feedback_waiting"] = digest.told()
        members["manifest.json"] = json.dumps(manifest).encode()
        members["module_feedback_waiting.jsonl"] = b"".join(line + b"\n" for line in waiting)

    rewritten(file, as_it_was)
    again = restore(restored_url, file)
    try:
        assert again.read_now(said_of_modules) == ([], [])
        assert again.read_now(backup.digests) == database.read_now(backup.digests)
    finally:
        again.close()


def test_a_backup_that_is_being_made_is_not_taken_for_a_whole_one(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = open_database(sqlite_url)
    ward(database)
    old = written(database, tmp_path / "all.viktig").read_bytes()

    def torn(_: Connection, table: str) -> Any:
        raise OSError(table)

    monkeypatch.setattr(backup, "lines", torn)
    with pytest.raises(OSError, match="meta"):
        written(database, tmp_path / "all.viktig")
    assert (tmp_path / "all.viktig").read_bytes() == old
    database.close()


def test_only_its_owner_can_read_the_file(sqlite_url: str, tmp_path: Path) -> None:
    database = open_database(sqlite_url)
    assert written(database, tmp_path / "all.viktig").stat().st_mode & 0o077 == 0
    database.close()


def test_a_database_that_holds_something_is_not_restored_over(database: Database, tmp_path: Path) -> None:
    lived_in(database)
    before = database.read_now(backup.digests)
    file = written(database, tmp_path / "all.viktig")
    with pytest.raises(Problem, match="not-valid"):
        database.write_now(lambda connection: backup.read_backup(connection, file))
    assert database.read_now(backup.digests) == before


def rewritten(file: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    """The same archive with other members, each with a right checksum of its own."""
    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    with zipfile.ZipFile(file, "w") as archive:
        for name, body in members.items():
            archive.writestr(name, body)


def flip(file: Path) -> None:
    """In the middle of the largest member: some bytes between members say nothing that matters."""
    with zipfile.ZipFile(file) as archive:
        largest = max(archive.infolist(), key=lambda one: one.compress_size)
    body = bytearray(file.read_bytes())
    body[largest.header_offset + largest.compress_size // 2] ^= 1
    file.write_bytes(body)


def without(*path: str) -> Callable[[Path], None]:
    """Takes away one member of the archive, or one name of a member's JSON object."""

    def change(members: dict[str, bytes]) -> None:
        name, *inside = path
        if not inside:
            del members[name]
            return
        whole = json.loads(members[name])
        del whole[inside[0]][inside[1]]
        members[name] = json.dumps(whole).encode()

    return lambda file: rewritten(file, change)


def other(name: str, change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    """One member of the archive holds something else."""
    return lambda file: rewritten(file, lambda members: members.update({name: change(members[name])}))


HARM: dict[str, Callable[[Path], object]] = {
    "one bit of it": flip,
    "its end": lambda file: file.write_bytes(file.read_bytes()[:-400]),
    "all of it": lambda file: file.write_bytes(b"not a backup at all"),
    "one letter somebody wrote": other("version.jsonl", lambda rows: rows.replace(b"Ingrid", b"Astrid", 1)),
    "one row": other("version.jsonl", lambda rows: rows.split(b"\n", 1)[1]),
    "a row twice": other("unit.jsonl", lambda rows: rows + rows.splitlines()[0] + b"\n"),
    "a column": other("unit.jsonl", lambda rows: rows.replace(b'"name"', b'"name) --"')),
    "a whole table": without("version.jsonl"),
    "a whole table and the word of it": lambda file: (
        without("version.jsonl")(file),
        without("manifest.json", "tables", "version")(file),
    ),
    "what it says of a table": without("manifest.json", "tables", "version"),
    "its manifest": without("manifest.json"),
    "the time it was made for": other("manifest.json", lambda said: said.replace(b"0001_loop", b"9999_later")),
}


@pytest.mark.parametrize("harm", HARM.values(), ids=HARM.keys())
def test_a_damaged_backup_is_refused_and_loads_nothing(
    sqlite_url: str, sqlite_template: Path, tmp_path: Path, harm: Callable[[Path], object]
) -> None:
    database = open_database(sqlite_url)
    lived_in(database)
    file = written(database, tmp_path / "all.viktig")
    database.close()
    harm(file)
    (tmp_path / "empty.db").write_bytes(sqlite_template.read_bytes())
    empty = open_database(f"sqlite:///{tmp_path / 'empty.db'}")
    before = empty.read_now(lambda connection: (epoch(connection), backup.digests(connection)))
    with pytest.raises(Problem, match="not-valid"):
        empty.write_now(lambda connection: backup.read_backup(connection, file))
    assert empty.read_now(lambda connection: (epoch(connection), backup.digests(connection))) == before
    empty.close()
