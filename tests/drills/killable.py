"""The real server in a process that can be killed and started again in a moment, and people who write to it."""

from __future__ import annotations

import contextlib
import http.client
import json
import multiprocessing
import threading
from collections.abc import Iterator
from multiprocessing.process import BaseProcess
from typing import Any

import msgspec

from e2e.server import free_port
from tests.asking import Json, next_id
from tests.asking import answers as content_of
from tests.people import HOSPITAL, MEDICINE, new_code, seed
from viktig.domain.encounter import NewStay
from viktig.domain.session import Person
from viktig.storage import encounters, sessions
from viktig.storage.clock import now
from viktig.storage.connection import Connection
from viktig.storage.database import Database, open_database

FORK = multiprocessing.get_context("forkserver")
FORK.set_forkserver_preload(["viktig.serving", "pysqlite3", "uvloop", "httptools", "viktig.storage.sqlite"])


def serve(url: str, port: int) -> None:
    from viktig.serving import serve as serve_now
    from viktig.settings import Settings

    serve_now(Settings(database=url, port=port), open_database(url))


class KillableServer:
    def __init__(self, url: str) -> None:
        self.url, self.port = url, free_port()
        self.process: BaseProcess | None = None

    def start(self) -> None:
        """Returns when it answers."""
        self.process = FORK.Process(target=serve, args=(self.url, self.port), daemon=True)
        self.process.start()
        while True:
            with contextlib.suppress(OSError, http.client.HTTPException):
                if self.health() == 200:
                    return
            self.process.join(0.02)
            assert self.process.exitcode is None, "the server did not start"

    def health(self) -> int:
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)) as connection:
            connection.request("GET", "/api/health")
            return connection.getresponse().status

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.join()


class Writer:
    """A patient whose phone writes as fast as it can. `sent` is every request, `receipts` what was promised."""

    def __init__(self, database: Database, number: int) -> None:
        self.profile = f"phone{number:05}"
        self.stay, self.patient, self.token = database.write_now(self.arrives)
        self.form = {"questionnaire": "https://viktig.example/Questionnaire/what-matters|1.0.0"}
        self.sent: list[dict[str, str]] = []
        self.receipts: dict[str, str] = {}
        self.since: Json = {}
        self.problems: dict[str, int] = {}

    def arrives(self, connection: Connection) -> tuple[str, str, str]:
        new = NewStay(given="Ingrid", family=self.profile, birth_date="1942-04-12", admitted=now())
        stay = encounters.admit(connection, HOSPITAL, MEDICINE, new)
        patient = str(encounters.row(connection, HOSPITAL, stay)["patient"])
        person = Person(author=f"Patient/{patient}", role="patient", name="Ingrid")
        token, _ = sessions.start_phone(connection, HOSPITAL, patient, stay, person, "", self.profile, "a phone")
        assert new_code(connection, stay)
        return stay, patient, token

    def version(self, text: str) -> bytes:
        """About 1.5 KB of answers, in a document of their own."""
        speaker = {"kind": "patient", "name": "Ingrid"}
        words = {link: f"{text} {link} æøå" * 4 for link in ("talk", "matters", "home", "involve", "please", "worry")}
        content = json.dumps(content_of(self.form, self.stay, speaker, words, "completed"), ensure_ascii=False)
        head: Json = {
            "id": next_id(),
            "version": next_id(),
            "patient": self.patient,
            "author": f"Patient/{self.patient}",
            "recorded": now(),
        }
        return msgspec.json.encode({**head, "content": msgspec.Raw(content.encode())})

    def request(self, size: int) -> bytes:
        versions = [self.version(f"nummer {len(self.sent)}") for _ in range(size)]
        made: list[Any] = [msgspec.json.decode(raw, type=dict[str, msgspec.Raw]) for raw in versions]
        self.sent.append({msgspec.json.decode(one["version"]): bytes(one["content"]).decode() for one in made})
        return msgspec.json.encode({"since": self.since, "put": [msgspec.Raw(raw) for raw in versions]})

    def headers(self, port: int) -> dict[str, str]:
        return {
            "origin": f"http://127.0.0.1:{port}",
            "content-type": "application/json",
            "viktig-profile": self.profile,
            "cookie": f"__Host-viktig-{self.profile}={self.token}",
        }

    def write(self, connection: http.client.HTTPConnection, port: int) -> None:
        """One request; what is answered counts only when it is whole."""
        connection.request("POST", "/api/sync", self.request(1 + len(self.sent) % 4), self.headers(port))
        response = connection.getresponse()
        answer = json.loads(response.read())
        if response.status != 200:
            self.problems[answer["type"]] = self.problems.get(answer["type"], 0) + 1
            return
        self.since = answer["at"]
        for receipt in answer["receipts"]:
            assert receipt["outcome"] == "stored", receipt
            self.receipts[receipt["version"]] = receipt["hash"]

    def write_until(self, stop: threading.Event, port: int) -> None:
        """Until told to stop, or until the server is gone."""
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        with contextlib.suppress(OSError, http.client.HTTPException), contextlib.closing(connection):
            while not stop.is_set():
                self.write(connection, port)


def writers(url: str, count: int) -> list[Writer]:
    database = open_database(url)
    try:
        database.write_now(seed)
        return [Writer(database, number) for number in range(count)]
    finally:
        database.close()


@contextlib.contextmanager
def all_writing(people: list[Writer], port: int) -> Iterator[threading.Event]:
    """Everybody writes while the block runs; afterwards all have stopped."""
    stop = threading.Event()
    threads = [threading.Thread(target=one.write_until, args=(stop, port)) for one in people]
    for thread in threads:
        thread.start()
    try:
        yield stop
    finally:
        stop.set()
        for thread in threads:
            thread.join()
