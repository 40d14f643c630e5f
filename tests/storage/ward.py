"""A small ward for storage: one unit, one nurse, one patient with a stay and somebody who helps her."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from viktig.content.library import Library
from viktig.domain.access import Actor
from viktig.domain.consent import SHEET
from viktig.domain.encounter import NewStay, Unit, form_document
from viktig.domain.person import Practitioner
from viktig.domain.version import Receipt, Version
from viktig.http.receiving import receive
from viktig.storage import encounters, units
from viktig.storage.clock import uuid7
from viktig.storage.connection import Connection, Row
from viktig.storage.database import Database

LIBRARY = Library()
CANONICAL = "https://viktig.example/Questionnaire/what-matters|1.0.0"
HOUSE = "sykehus"
MEDICAL, SURGICAL = "medisin-2", "kirurgi-1"
INGRID = {"kind": "patient", "name": "Ingrid"}
LARS = {"kind": "related", "name": "Lars", "relation": "sønn"}
ARRIVED = "2026-11-02T07:40:00.000Z"


class Ward(msgspec.Struct, frozen=True):
    """Who there is. `shared` and `staff` are the two documents of the form in Ingrid's stay."""

    encounter: str
    patient: str
    ingrid: Actor
    lars: Actor
    kari: Actor
    shared: str
    staff: str


def furnish(connection: Connection) -> None:
    units.add_organization(connection, HOUSE, "Fjordbyen sykehus", "hospital")
    for id, name, kind in ((MEDICAL, "Medisin 2", "medical"), (SURGICAL, "Kirurgi 1", "surgical")):
        unit = {"id": id, "name": name, "kind": kind, "organization": HOUSE}
        units.add_unit(connection, msgspec.convert(unit, Unit))
    kari = Practitioner(id="kari", given="Kari", family="Moe", role="nurse", title="nurse", units=(MEDICAL,))
    units.add_practitioner(connection, HOUSE, kari)


def admitted(connection: Connection, given: str = "Ingrid", family: str = "Nilsen", unit: str = MEDICAL) -> str:
    arrival = NewStay(given=given, family=family, birth_date="1942-04-12", admitted=ARRIVED, room="12")
    return encounters.admit(connection, HOUSE, unit, arrival)


def people(connection: Connection, encounter: str) -> Ward:
    patient = str(encounters.row(connection, HOUSE, encounter)["patient"])
    url = CANONICAL.partition("|")[0]
    phone: dict[str, Any] = {"organization": HOUSE, "session": "s", "profile": "p"}
    phone |= {"patient": patient, "encounter": encounter}
    return Ward(
        encounter=encounter,
        patient=patient,
        ingrid=Actor(kind="patient", author=f"Patient/{patient}", name="Ingrid", **phone),
        lars=Actor(kind="related", author="RelatedPerson/lars", name="Lars", relation="sønn", scopes=SHEET, **phone),
        kari=Actor(
            organization=HOUSE,
            kind="staff",
            author="Practitioner/kari",
            session="s",
            profile="p",
            name="Kari",
            title="nurse",
            role="nurse",
            units=(MEDICAL, SURGICAL),
        ),
        shared=form_document(encounter, url, "all"),
        staff=form_document(encounter, url, "staff"),
    )


def ward(database: Database) -> Ward:
    def work(connection: Connection) -> Ward:
        furnish(connection)
        return people(connection, admitted(connection))

    return database.write_now(work)


def answers(ward: Ward, words: Mapping[str, str], status: str = "in-progress", **more: Any) -> dict[str, Any]:
    """The content of a response, as a phone would make it."""
    helper = more.pop("helper", False)
    item = [
        {
            "linkId": link,
            "answer": [{"valueString": said}],
            "saidBy": INGRID,
            "writtenBy": LARS if helper else INGRID,
            "authored": ARRIVED,
        }
        for link, said in words.items()
    ]
    head = {"resourceType": "QuestionnaireResponse", "questionnaire": CANONICAL, "status": status}
    return {**head, "encounter": ward.encounter, "language": "nb", **more, "item": item}


def version(
    actor: Actor, document: str, content: Mapping[str, Any] | str, base: Sequence[str] = (), id: str = ""
) -> Version:
    """`content` as text is kept letter for letter; else it is written as compact JSON."""
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return Version(
        id=document,
        version=id or uuid7(),
        base=tuple(base),
        patient=actor.patient,
        author=actor.author,
        recorded=ARRIVED,
        content=msgspec.Raw(text.encode()),
    )


def put(connection: Connection, actor: Actor, one: Version) -> Receipt:
    """Takes in one version as the sync route does."""
    return receive(connection, LIBRARY, actor, msgspec.json.encode(one))


def give(database: Database, actor: Actor, one: Version) -> Receipt:
    return database.write_now(lambda connection: put(connection, actor, one))


def say(database: Database, ward: Ward, words: Mapping[str, str], base: Sequence[str] = (), status: str = "") -> str:
    """Ingrid writes on the document that all see; gives the version's id."""
    one = version(ward.ingrid, ward.shared, answers(ward, words, status or "completed"), base)
    receipt = give(database, ward.ingrid, one)
    assert (receipt.outcome, receipt.problem) == ("stored", ""), receipt
    return one.version


def stay(connection: Connection, ward: Ward) -> Row:
    return encounters.row(connection, HOUSE, ward.encounter)


def heads(database: Database, document: str) -> set[str]:
    """The versions that are marked as heads."""

    def work(connection: Connection) -> set[str]:
        rows = connection.sql.bases_of_document(organization=HOUSE, document=document)
        return {row["version"] for row in rows if row["head"]}

    return database.read_now(work)
