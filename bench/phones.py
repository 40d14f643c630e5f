"""Many patients with a signed-in phone each, put into a database before anything is measured."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any

import msgspec

from viktig.domain.access import Actor
from viktig.domain.encounter import NewStay, Unit
from viktig.domain.person import Practitioner
from viktig.domain.session import Person
from viktig.domain.sync import Cursor
from viktig.storage import encounters, sessions, units
from viktig.storage.catching_up import NONE, since
from viktig.storage.clock import instant, moment
from viktig.storage.connection import Connection
from viktig.storage.database import open_database
from viktig.storage.migrate import migrate

HOUSE, WARD = "sykehus", "medisin-2"


class Phone(msgspec.Struct, frozen=True):
    """What the load client needs to write as this person. `n` is where its cursor stands."""

    profile: str
    token: str
    patient: str
    stay: str
    epoch: str
    access: str
    n: int


class Crowd(msgspec.Struct, frozen=True):
    form: str
    """The form's canonical name."""
    phones: list[Phone]


def furnish(connection: Connection) -> None:
    units.add_organization(connection, HOUSE, "Fjordbyen sykehus", "hospital")
    units.add_unit(connection, Unit(id=WARD, name="Medisin 2", kind="medical", organization=HOUSE))
    kari = Practitioner(id="kari", given="Kari", family="Moe", role="nurse", title="nurse", units=(WARD,))
    units.add_practitioner(connection, HOUSE, kari)


def arrives(connection: Connection, number: int) -> Phone:
    admitted = instant(moment(connection.now) - timedelta(hours=2))
    new = NewStay(given="Ingrid", family=f"Nilsen {number}", birth_date="1942-04-12", admitted=admitted, room="12")
    stay = encounters.admit(connection, HOUSE, WARD, new)
    patient = str(encounters.row(connection, HOUSE, stay)["patient"])
    author, profile = f"Patient/{patient}", f"phone{number:07}"
    person = Person(author=author, role="patient", name="Ingrid")
    token, _ = sessions.start_phone(connection, HOUSE, patient, stay, person, "", profile, "a phone")
    actor = Actor(
        organization=HOUSE,
        kind="patient",
        author=author,
        session="-",
        profile=profile,
        patient=patient,
        encounter=stay,
    )
    at = since(connection, actor, Cursor(), NONE, ()).at
    return Phone(profile, token, patient, stay, at.epoch, at.access, at.n)


def crowd(url: str, count: int) -> Crowd:
    """A migrated database with one ward and `count` patients."""
    database = open_database(url)
    try:
        migrate(database)
        database.write_now(furnish)
        phones = database.write_now(lambda connection: [arrives(connection, number) for number in range(count)])
        return Crowd(form="https://viktig.example/Questionnaire/what-matters|1.0.0", phones=phones)
    finally:
        database.close()


def nurse(url: str) -> dict[str, str]:
    """The headers of a nurse who is signed in."""
    database = open_database(url)
    profile = f"nurse{secrets.token_hex(4)}"
    token, _ = database.write_now(lambda c: sessions.start_staff(c, HOUSE, "kari", profile, "a browser"))
    database.close()
    return {"viktig-profile": profile, "cookie": f"__Host-viktig-{profile}={token}"}


def body(phone: Phone, form: str, document: str, version: str, n: int) -> bytes:
    """One request that hands in one sent answer of about 1.5 KB: eight questions."""
    speaker = {"kind": "patient", "name": "Ingrid"}
    links = ("talk", "matters", "home", "involve", "please", "please-not", "worry", "else")
    item: list[dict[str, Any]] = [
        {
            "linkId": link,
            "answer": [{"valueString": "Å få sove om natta, og å vite hva som skjer videre."}],
            "saidBy": speaker,
            "writtenBy": speaker,
            "authored": "2026-11-23T08:00:00.000Z",
        }
        for link in links
    ]
    content = {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": form,
        "status": "completed",
        "encounter": phone.stay,
        "language": "nb",
        "item": item,
    }
    put = {
        "id": document,
        "version": version,
        "patient": phone.patient,
        "author": f"Patient/{phone.patient}",
        "recorded": "2026-11-23T08:00:00.000Z",
        "content": content,
    }
    since = {phone.patient: {"epoch": phone.epoch, "n": n, "access": phone.access}}
    return msgspec.json.encode({"since": since, "put": [put]})
