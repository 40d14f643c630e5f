"""S10: the arrivals of a ward with 60 stays, and the page of a patient with ten years of versions."""

from __future__ import annotations

import http.client
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import msgspec

from bench.figure import Figure
from bench.phones import HOUSE, WARD, Crowd, Phone, body, crowd, nurse
from bench.processes import SERVE, running
from viktig.content.library import Library
from viktig.domain.access import Actor
from viktig.domain.encounter import EndOfStay, NewStay
from viktig.http.receiving import receive
from viktig.storage import encounters
from viktig.storage.clock import uuid7
from viktig.storage.connection import Connection
from viktig.storage.database import open_database

STAYS, YEARS, STAYS_A_YEAR, VERSIONS_A_STAY = 60, 10, 2, 25
ASKED = 60


def writes(connection: Connection, library: Library, form: str, phone: Phone, versions: int) -> None:
    """So many versions of one answer, each written on the one before."""
    author = f"Patient/{phone.patient}"
    ingrid = Actor(
        organization=HOUSE,
        kind="patient",
        author=author,
        session="-",
        profile=phone.profile,
        patient=phone.patient,
        encounter=phone.stay,
    )
    document, base = uuid7(), ""
    for _ in range(versions):
        version = uuid7()
        (put,) = msgspec.json.decode(body(phone, form, document, version, 0))["put"]
        receipt = receive(connection, library, ingrid, msgspec.json.encode({**put, "base": [base] if base else []}))
        assert receipt.outcome == "stored", receipt
        base = version


def ten_years(connection: Connection, library: Library, form: str, phone: Phone) -> str:
    """The same patient comes back again and again; gives the last stay."""
    stay = phone.stay
    for _ in range(YEARS * STAYS_A_YEAR):
        writes(connection, library, form, msgspec.structs.replace(phone, stay=stay), VERSIONS_A_STAY)
        tag = str(encounters.row(connection, HOUSE, stay)["tag"])
        encounters.end(connection, HOUSE, stay, EndOfStay(ending="discharged"), tag)
        again = NewStay(
            given="Ingrid", family="Nilsen", birth_date="1942-04-12", identifier="10915596784", admitted=connection.now
        )
        stay = encounters.admit(connection, HOUSE, WARD, again)
        patient = str(encounters.row(connection, HOUSE, stay)["patient"])
        phone = msgspec.structs.replace(phone, patient=patient)
    writes(connection, library, form, msgspec.structs.replace(phone, stay=stay), VERSIONS_A_STAY)
    return stay


def furnished(url: str) -> str:
    """A full ward; gives the stay of the one who has been here for ten years."""
    people: Crowd = crowd(url, STAYS)
    library = Library()
    database = open_database(url)

    def work(connection: Connection) -> str:
        for number, phone in enumerate(people.phones[1:]):
            writes(connection, library, people.form, phone, number % 4)
        return ten_years(connection, library, people.form, people.phones[0])

    try:
        return database.write_now(work)
    finally:
        database.close()


def asked(port: int, path: str, headers: dict[str, str]) -> float:
    """Milliseconds that one answer takes, the middle of many; the road over HTTP is in it."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    took = []
    for _ in range(ASKED):
        begun = time.perf_counter()
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        answer.read()
        took.append(1000 * (time.perf_counter() - begun))
        assert answer.status == 200, answer.status
    connection.close()
    return median(took)


def figures(folder: Path) -> Iterator[Figure]:
    url = f"sqlite:///{folder / 'pages.db'}"
    stay = furnished(url)
    with running(SERVE, url) as server:
        headers = nurse(url)
        arrivals = asked(server.port, f"/api/units/{WARD}/arrivals", headers)
        page = asked(server.port, f"/api/encounters/{stay}", headers)
    yield Figure(name="S10", what=f"arrivals of a ward with {STAYS} stays", value=arrivals, goal=5, unit="ms")
    yield Figure(name="S10", what=f"page of a patient with {YEARS} years of versions", value=page, goal=5, unit="ms")
