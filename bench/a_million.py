"""S5, S7: with a million versions in the database: the first good answer, and the rate of handing in."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from bench.figure import Figure
from bench.phones import HOUSE, crowd
from bench.processes import SERVE, running
from viktig.domain.questionnaire_response import QuestionnaireResponse
from viktig.storage.clock import uuid7
from viktig.storage.connection import Connection
from viktig.storage.database import Database, open_database

SMALL, LARGE = 100_000, 1_000_000
AT_ONCE = 20_000
TRIED = 4_000
ROUNDS = 5
WORDS = "Å kunne gå til postkassen selv, og at dere sier hvem dere er når dere kommer inn. " * 12
ROW = """insert into version (organization, version, document, patient, base, author, author_name, recorded, received,
  shape, hash, kind, status, head, content) values (?, ?, ?, ?, '[]', ?, 'Ingrid', ?, ?, 1, ?, ?, 'completed', 1, ?)"""


def figures(folder: Path) -> Iterator[Figure]:
    path = folder / "million.db"
    url = f"sqlite:///{path}"
    patients = [phone.patient for phone in crowd(url, 1000).phones]
    database = open_database(url)
    try:
        fill(database, patients, SMALL)
        small = rate(database, patients)
        fill(database, patients, LARGE - SMALL)
        large = rate(database, patients)
    finally:
        database.close()
    with running(SERVE, url) as server:
        ready = server.ready
    yield Figure(name="S5", what="start to the first good answer, a million versions", value=ready, goal=0.8, unit="s")
    what = "rate of inserts at a million versions over that at 100,000"
    yield Figure(name="S7", what=what, value=large / small, goal=0.95, at_least=True)


def fill(database: Database, patients: list[str], count: int) -> None:
    for _ in range(0, count, AT_ONCE):
        database.write_now(inserts(patients, AT_ONCE))


def rate(database: Database, patients: list[str]) -> float:
    """Rows a second, each batch its own commit; the middle of the rounds."""
    rates = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        database.write_now(inserts(patients, TRIED))
        rates.append(TRIED / (time.perf_counter() - begun))
    return median(rates)


def inserts(patients: list[str], count: int) -> Callable[[Connection], None]:
    content = json.dumps({"resourceType": "QuestionnaireResponse", "item": [WORDS]}, ensure_ascii=False)
    kind = QuestionnaireResponse.__name__

    def work(connection: Connection) -> None:
        now = connection.now
        rows = []
        for number in range(count):
            patient = patients[number % len(patients)]
            author = f"Patient/{patient}"
            rows.append((HOUSE, uuid7(), uuid7(), patient, author, now, now, "0" * 64, kind, content))
        connection.raw.cursor().executemany(ROW, rows)

    return work
