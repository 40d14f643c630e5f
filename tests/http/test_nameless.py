"""Somebody with the database, the log or a backup tries to find out who told what of a module."""

from __future__ import annotations

import json
import logging
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.asking import Json, Phone, next_id
from tests.clock import Clock
from tests.http.nameless import feedback, released, tell, waiting
from tests.people import HOSPITAL, Town
from viktig.storage.backup import lines, tables, write_backup

NAMES = ("annasphone", "berntsphone", "carlasphone", "davidsphone", "evasphoneno")


class Readers:
    """Five patients who each read a module to the end and then say what they think, one after the other."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.phones = [town.phone(town.admit(name, "Berg"), name) for name in NAMES]
        self.told = [feedback(words=f"the words of {name}") for name in NAMES]
        self.clock: Clock = town.clock

    def one_after_the_other(self) -> None:
        for phone, body in zip(self.phones, self.told, strict=True):
            self.clock.forward(minutes=7)
            phone.write(finished(phone), next_id())
            # Also a browser that sends along what it should not.
            answer = tell(self.town, body, **{k: v for k, v in phone.headers.items() if k != "origin"})
            assert (answer.status_code, answer.content) == (204, b"")
            assert "set-cookie" not in answer.headers


def finished(phone: Phone) -> Json:
    told = {"module": "going-home", "moduleVersion": "1.1.0", "language": "nb", "step": 6, "finished": True}
    return {"resourceType": "ModuleProgress", "encounter": phone.stay, **told}


@pytest.fixture
def readers(either_town: Town) -> Readers:
    readers = Readers(either_town)
    readers.one_after_the_other()
    return readers


def elsewhere(town: Town) -> str:
    """All that the database holds but for the nameless, as text."""
    named = [table for table in tables() if not table.startswith("module_feedback")]
    return town.database.read_now(
        lambda c: "\n".join(sorted(line.decode() for table in (*named, "session") for line in lines(c, table)))
    )


def test_by_id_nothing_leads_from_what_is_released_to_anything_else(readers: Readers) -> None:
    rest, rows = elsewhere(readers.town), released(readers.town)
    assert len(rows) == 5
    for row in rows:
        assert row["id"] not in rest
        assert row["id"] not in {body["id"] for body in readers.told}
    known = [phone.author for phone in readers.phones] + [phone.stay for phone in readers.phones]
    assert not [name for name in known if name in json.dumps(rows)]


def test_by_columns_there_is_nothing_to_join_on(readers: Readers) -> None:
    for row in released(readers.town):
        assert set(row) == {
            "organization", "id", "module", "module_version", "language", "understandable", "useful", "words", "month",
        }  # fmt: skip


def test_by_time_nothing_finer_than_a_month_is_there(readers: Readers) -> None:
    assert {row["month"] for row in released(readers.town)} == {"2026-11"}
    assert readers.clock.text[:13] not in json.dumps(released(readers.town))


def test_by_row_order_chance_is_all_that_is_found(either_town: Town) -> None:
    """The order in which the readers finished against the order in which the database gives the rows."""
    orders = set()
    readers = Readers(either_town)
    for _ in range(4):
        readers.told = [feedback(words=f"the words of {name}") for name in NAMES]
        for body in readers.told:
            tell(either_town, body)
        orders.add(tuple(row["words"] for row in released(either_town))[-5:])
    assert len(orders) > 1
    assert len(released(either_town)) == 20


def test_a_later_release_mixes_with_the_earlier_ones(either_town: Town) -> None:
    for batch in range(8):
        for _ in range(5):
            tell(either_town, feedback(words=str(batch)))
    found = [row["words"] for row in released(either_town)]
    assert found != sorted(found)
    assert sorted(found) == sorted(str(batch) for batch in range(8) for _ in range(5))


def test_by_the_access_log_and_the_change_numbers_it_never_happened(either_town: Town) -> None:
    readers = Readers(either_town)
    before, events = elsewhere(either_town), either_town.events()
    for phone, body in zip(readers.phones, readers.told, strict=True):
        tell(either_town, body, **{k: v for k, v in phone.headers.items() if k != "origin"})
    assert (elsewhere(either_town), either_town.events()) == (before, events)


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.DEBUG):
        yield caplog


def test_by_the_servers_log_neither_words_nor_address_are_found(town: Town, log: pytest.LogCaptureFixture) -> None:
    tell(town, feedback(words="the words of nobody"), **{"x-forwarded-for": "192.0.2.7"})
    tell(town, feedback(module="juggling", words="the words of nobody"))
    written = "\n".join(entry.getMessage() for entry in log.records if entry.name.startswith(("viktig", "uvicorn")))
    for secret in ("the words of nobody", "192.0.2.7", "testclient", "juggling"):
        assert secret not in written


def test_by_a_backup_made_after_the_release_nothing_more_is_found(readers: Readers, tmp_path: Path) -> None:
    file = tmp_path / "after.viktig"
    readers.town.database.read_now(lambda connection: write_backup(connection, file))
    with zipfile.ZipFile(file) as archive:
        whole = {name: archive.read(name).decode() for name in archive.namelist()}
    assert not [name for name, text in whole.items() if any(body["id"] in text for body in readers.told)]


def test_by_a_backup_made_while_they_wait_neither_words_nor_ids_are_found(either_town: Town, tmp_path: Path) -> None:
    bodies = [feedback(words=f"the words of {name}") for name in NAMES[:4]]
    for body in bodies:
        tell(either_town, body)
    assert len(waiting(either_town)) == 4
    file = tmp_path / "before.viktig"
    either_town.database.read_now(lambda connection: write_backup(connection, file))
    with zipfile.ZipFile(file) as archive:
        whole = "".join(archive.read(name).decode() for name in archive.namelist())
    assert HOSPITAL in whole
    assert not [body for body in bodies if body["id"] in whole or body["words"] in whole]


def test_the_bytes_of_the_database_file_do_not_keep_the_ids_of_the_phones(town: Town) -> None:
    readers = Readers(town)
    readers.one_after_the_other()
    assert waiting(town) == []
    path = Path(town.database.url.removeprefix("sqlite:///"))
    with sqlite3.connect(path) as other:
        other.execute("pragma wal_checkpoint(truncate)")
    other.close()
    raw = path.read_bytes()
    assert released(town)[0]["id"].encode() in raw
    assert not [body["id"] for body in readers.told if body["id"].encode() in raw]
