"""S10: the list of a ward with 60 stays, and the page of a patient with ten years of versions."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from bench.figure import Figure
from bench.phones import HOUSE, WARD, Crowd, Phone, crowd
from viktig.content.library import Library
from viktig.domain.access import Actor
from viktig.domain.encounter import form_document
from viktig.http.receiving import receive
from viktig.storage import arrivals, pages, units
from viktig.storage.clock import uuid7
from viktig.storage.connection import Connection
from viktig.storage.database import open_database

STAYS = 60
YEARS, A_YEAR = 10, 24
"""Two forms a month, changed and sent anew, all on one stay: more than a real one ever holds."""
ROUNDS = 50


def figures(folder: Path) -> Iterator[Figure]:
    library = Library()
    url = f"sqlite:///{folder / 'pages.db'}"
    people = crowd(url, STAYS)
    database = open_database(url)
    try:
        database.write_now(lambda connection: write_all(connection, library, people))
        unit = database.read_now(lambda connection: units.unit(connection, HOUSE, WARD))
        stay = people.phones[0].stay
        of_list = timed(
            lambda: database.read_now(lambda c: arrivals.arrivals(c, unit, library.questions, leaders=False))
        )
        of_page = timed(
            lambda: database.read_now(
                lambda c: pages.page(c, HOUSE, stay, library.forms, library.questions, library.tags)
            )
        )
    finally:
        database.close()
    yield Figure(name="S10", what=f"the list of a ward with {STAYS} stays", value=of_list, goal=5, unit="ms")
    yield Figure(name="S10", what=f"the page of a patient, {YEARS * A_YEAR} versions", value=of_page, goal=5, unit="ms")


def timed(work: Callable[[], object]) -> float:
    """Milliseconds, the middle of the rounds."""
    took = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        took.append((time.perf_counter() - begun) * 1000)
    return median(took)


def write_all(connection: Connection, library: Library, people: Crowd) -> None:
    for phone in people.phones:
        write(connection, library, phone, 1)
    write(connection, library, people.phones[0], YEARS * A_YEAR)


def write(connection: Connection, library: Library, phone: Phone, count: int) -> None:
    """The same form sent again and again, each version on the one before."""
    form = library.forms[0][0]
    author = f"Patient/{phone.patient}"
    actor = Actor(
        organization=HOUSE,
        kind="patient",
        author=author,
        session="-",
        profile=phone.profile,
        patient=phone.patient,
        encounter=phone.stay,
        name="Ingrid",
    )
    document = form_document(phone.stay, form.partition("|")[0], "all")
    row = connection.sql.bases_of_document(organization=HOUSE, document=document)
    base = [one["version"] for one in row if one["head"]]
    for number in range(count):
        version = uuid7()
        whole = {
            "id": document,
            "version": version,
            "base": base,
            "patient": phone.patient,
            "author": author,
            "recorded": connection.now,
            "content": response(form, phone.stay, connection.now, f"Å kunne gå til postkassen selv, {number}"),
        }
        receipt = receive(connection, library, actor, json.dumps(whole, ensure_ascii=False).encode())
        assert receipt.outcome == "stored", receipt
        base = [version]


def response(form: str, stay: str, now: str, words: str) -> dict[str, object]:
    me = {"kind": "patient", "name": "Ingrid"}
    said = {"saidBy": me, "writtenBy": me, "authored": now}
    links = ("talk", "matters", "home", "involve", "please", "please-not", "worry", "else")
    items = [{"linkId": link, "answer": [{"valueString": words}], **said} for link in links]
    return {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": form,
        "status": "completed",
        "encounter": stay,
        "language": "nb",
        "item": items,
    }
