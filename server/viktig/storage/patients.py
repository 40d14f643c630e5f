"""Patients: the same person is known again by number and birth date."""

from typing import Literal

from viktig.domain.access import Actor
from viktig.domain.consent import Scopes, shared_now
from viktig.domain.encounter import NewStay
from viktig.storage import units
from viktig.storage.clock import uuid7
from viktig.storage.connection import Connection, Row


def known(connection: Connection, organization: str, stay: NewStay) -> str:
    """Who was here before under the same number, born on the same day; empty when nobody was."""
    if not stay.identifier:
        return ""
    row = connection.sql.patient_by_identifier(
        organization=organization, identifier=stay.identifier, birth_date=stay.birth_date
    )
    return str(row["patient"]) if row else ""


def keep(connection: Connection, organization: str, stay: NewStay, known: str) -> str:
    """The patient, new or with what was said of them this time."""
    said = {
        "organization": organization,
        "given": stay.given,
        "family": stay.family,
        "language": stay.language,
        "interpreter": stay.interpreter,
        "phone": stay.phone,
    }
    if known:
        connection.sql.set_patient(patient=known, **said)
        return known
    patient = uuid7()
    said["language"] = stay.language or "nb"
    connection.sql.add_patient(patient=patient, identifier=stay.identifier, birth_date=stay.birth_date, **said)
    return patient


def authors(connection: Connection, found: Row) -> tuple[Actor, ...]:
    """Whoever may have written on a phone of this stay (its row): the patient, and those who help."""
    organization, patient = found["organization"], found["patient"]
    helpers = connection.sql.related_of_patient(organization=organization, patient=patient)
    today = units.today(connection, organization, found["encounter"])
    who: list[tuple[Literal["patient", "related"], str, str, str, Scopes]]
    who = [("patient", f"Patient/{patient}", found["given"], "", ())]
    for one in helpers:
        consent = connection.sql.consent(organization=organization, related=one["related"])
        here = consent is not None and consent["encounter"] == found["encounter"]
        shared = shared_now(consent["scopes"], consent["until"], consent["status"], today) if here else ()
        who.append(("related", f"RelatedPerson/{one['related']}", one["name"], one["relation"], shared))
    return tuple(
        Actor(
            organization=organization,
            kind=kind,
            author=author,
            session="",
            profile="",
            patient=patient,
            encounter=found["encounter"],
            name=name,
            relation=relation,
            scopes=scopes,
        )
        for kind, author, name, relation, scopes in who
    )
